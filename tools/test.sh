#!/bin/sh
# Checks everything: tools/test.sh [STAGE...], with no stage named all of them in this order.
# A failing stage does not stop the others, so that one run tells all there is to mend.
set -eu
cd "$(dirname "$0")/.."

STAGES="format lint native docs lint-wasm wasm package page browser"
WASM="--target wasm32-unknown-unknown --features app --lib --bin app --test wasm"

stage_format() { cargo fmt --check; }
stage_lint() { cargo clippy --all-targets --features xlsx --locked -- -D warnings; }
# With the module for workbooks, whose code is native like the rest.
stage_native() { cargo test --features xlsx --locked --lib --bins --tests; }
stage_docs() { RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --features xlsx --locked && cargo test --features xlsx --locked --doc; }
# shellcheck disable=SC2086 # a list of options
stage_lint_wasm() {
    cargo clippy $WASM --locked -- -D warnings
    cargo clippy --target wasm32-unknown-unknown --features js --lib --locked -- -D warnings
    cargo clippy --target wasm32-unknown-unknown --features xlsx --bin xlsx --locked -- -D warnings
}
# The library's own tests run natively; here run those of the page, and those of the library as the page sees it.
stage_wasm() { cargo test --target wasm32-unknown-unknown --features app --bin app --test wasm --locked; }
stage_package() {
    sh tools/package.sh
    node --test --test-reporter=./tests/browser/reporter.mjs tests/package/*.test.mjs
}
stage_page() { sh tools/build.sh; }
stage_browser() {
    # Two files at a time: one browser per core.
    node --test --test-concurrency=2 --test-reporter=./tests/browser/reporter.mjs tests/browser/*.test.mjs
}

run() { # stage
    printf '\n== %s\n' "$1"
    began=$(date +%s)
    # In a subshell of its own, so that `set -e` still holds inside.
    set +e
    ( set -e; "stage_$(printf %s "$1" | tr - _)" )
    code=$?
    set -e
    result=ok
    [ "$code" = 0 ] || { result=FAILED; failed="$failed $1"; }
    summary="$summary$(printf '%-10s %-7s %4s s' "$1" "$result" $(($(date +%s) - began)))
"
}

[ $# -gt 0 ] || set -- $STAGES
whole=$(date +%s)
failed="" summary=""
# A browser is wanted only where something runs in it.
case " $* " in *" wasm "* | *" browser "*) sh tools/setup.sh test ;; *) sh tools/setup.sh ;; esac
. tools/env.sh
summary="$(printf '%-10s %-7s %4s s' setup ok $(($(date +%s) - whole)))
"
for stage; do
    case " $STAGES " in *" $stage "*) ;; *) echo "unknown stage $stage; there are: $STAGES" >&2; exit 2 ;; esac
    case "$stage $failed " in "browser"*" page "*) echo "no page to test"; continue ;; esac
    run "$stage"
done

printf '\n%s%-10s %-7s %4s s\n' "$summary" all "" $(($(date +%s) - whole))
[ -z "$failed" ] || { echo "failed:$failed" >&2; exit 1; }
echo "everything passed"
