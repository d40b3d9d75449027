#!/bin/sh
# Builds the release page into dist/. Expects the tools of tools/setup.sh.
set -eu
cd "$(dirname "$0")/.."
. tools/env.sh

# Trunk optimises the same bytes again at each run (10 s), so an unchanged page is recognised here. The stamp is as
# old as the start of the last good build: an edit made while it ran counts as newer. Folders count too (deletions).
built=target/page-built
inputs="src assets tools index.html Trunk.toml Cargo.toml Cargo.lock rust-toolchain.toml .cargo"
[ -e node_modules/.installed ] && inputs="$inputs node_modules/.installed"
# shellcheck disable=SC2086 # a list of plain names
if [ -e dist/index.html ] && [ -e "$built" ] && [ -z "$(find $inputs -newer "$built" -print -quit)" ]; then
    echo "[build] dist/ is up to date"
    exit 0
fi

if ! command -v wasm-opt >/dev/null 2>&1; then
    echo "[build] no wasm-opt (it comes with Node): building without it; the page is larger but the same"
    PATH="$PWD/tools/without-wasm-opt:$PATH"
fi
mkdir -p target
touch "$built.started"
# Trunk runs Cargo offline, so that a build never reaches out by surprise; the crates come first, if missing. Cargo wants those
# for this machine too, since macros and build scripts run on it.
cargo fetch --locked --quiet --target wasm32-unknown-unknown --target "$(rustc -vV | sed -n 's/^host: //p')"
echo "[build] building the page (on two cores 3 min the first time, 1 to 3 after an edit)"
# The linker's own knowledge of where the pieces of data are goes into the module: tools/split.py moves them by it.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="$PWD/tools/pieces.py"
# Some environments set NO_COLOR=1, which this Trunk does not parse.
env -u NO_COLOR trunk build --release --log warn
mv "$built.started" "$built"
echo "[build] dist/ is ready"
