#!/bin/sh
# Fuzzes what takes bytes from outside, and the engine: tools/fuzz.sh [TARGET…]. By hand, not in `make test`: it needs a
# nightly toolchain and cargo-fuzz 0.13 (cargo install cargo-fuzz). Inputs per target as below, or RUNS of them.
set -eu
cd "$(dirname "$0")/.."
runs() {
    case "$1" in number | link | record) echo 10000000 ;; *) echo 1000000 ;; esac
}
# Whole files are longer than what else comes from outside.
longest() {
    case "$1" in document | workbook) echo 32768 ;; *) echo 4096 ;; esac
}
[ $# -gt 0 ] || set -- number link record table paste document workbook apportion matrix
mkdir -p target
for target; do
    printf '%s: ' "$target"
    # `Done N runs in S second(s)`; a finding ends the script and leaves the input in fuzz/artifacts.
    cargo +nightly fuzz run "$target" -- -runs="${RUNS:-$(runs "$target")}" -max_len="$(longest "$target")" >"target/fuzz-$target.log" 2>&1 ||
        { tail -30 "target/fuzz-$target.log"; exit 1; }
    grep '^Done' "target/fuzz-$target.log"
done
