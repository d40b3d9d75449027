# Sourced by the scripts beside it: the pinned versions, and where the tools are.
TRUNK_VERSION=0.21.14
# Trunk refuses any other version than the crate's, so the lock file decides.
WASM_BINDGEN_VERSION=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/"/, "", $3); print $3 }' Cargo.lock)

TOOLS_DIR=${TOOLS_DIR:-$PWD/.tools}
PATH="$TOOLS_DIR/trunk-$TRUNK_VERSION/bin:$TOOLS_DIR/wasm-bindgen-cli-$WASM_BINDGEN_VERSION/bin:$PWD/node_modules/.bin:$PATH"
# The same engine without windows, where the system has it and nobody named another: the browser tests take a third less time.
HEADLESS_SHELL=${HEADLESS_SHELL:-${CHROMIUM:-$(command -v chromium-headless-shell || true)}}
CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver || true)}
# The scripts of the build import one another: what Python writes down of that, beside them, would look like an edit to build.sh.
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE TOOLS_DIR PATH CHROMIUM HEADLESS_SHELL CHROMEDRIVER
