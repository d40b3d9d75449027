#!/bin/sh
# Installs the pinned build tools into the project, and nothing into the system:
#   tools/setup.sh          what `make build` needs: wasm target, Trunk, wasm-bindgen, wasm-opt
#   tools/setup.sh test     the same, and what `make test` needs besides: Chromium and its driver
#   tools/setup.sh target   the wasm target alone
#
# Each tool lives in a folder named after its version, and the finished folder is the stamp: a repeated run
# finds it, downloads nothing and works offline. TOOLS_DIR moves the folder, so that checkouts can share it.
set -eu
cd "$(dirname "$0")/.."
. tools/env.sh

say() { printf '[setup] %s\n' "$*"; }
fail() { printf '[setup] %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

have cargo || fail "cargo is missing: install Rust with rustup (https://rustup.rs), then run this again"
have python3 || fail "python3 is missing: the scripts of the build need Python 3.10 or newer"
python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' \
    || fail "the scripts of the build need Python 3.10 or newer; this is $(python3 --version)"
has_node() { have node && have npm && node -e 'process.exit(Number.parseInt(process.versions.node) < 20 ? 1 : 0)'; }

# Cargo installs into a temporary root, which is renamed when complete: an interrupted install leaves no stamp.
# Debug builds, since the tools' own speed does not matter here: minutes instead of a quarter of an hour.
cargo_install() { # name, version, usual time, then the options of `cargo install`
    name=$1 version=$2 usual=$3
    shift 3
    home="$TOOLS_DIR/$name-$version"
    [ -d "$home" ] && return 0
    say "building $name $version from source, once (usually $usual on two cores)"
    started=$(date +%s)
    mkdir -p "$TOOLS_DIR"
    rm -rf "$home.part"
    CARGO_TARGET_DIR="$TOOLS_DIR/build" CARGO_PROFILE_DEV_DEBUG=0 CARGO_INCREMENTAL=0 \
        cargo install --root "$home.part" --no-track --debug "$name@$version" "$@" \
        || fail "could not build $name $version: see the message above; the network is needed for this step"
    mv "$home.part" "$home"
    say "$name $version is ready ($(($(date +%s) - started)) s)"
}

# Without rustup a distribution's Rust may still bring the target; then the build itself will tell.
if have rustup && ! rustup target list --installed | grep -qx wasm32-unknown-unknown; then
    say "adding the wasm32 target to the Rust toolchain (usually 10 s)"
    rustup target add wasm32-unknown-unknown
fi

[ "${1-}" != target ] || exit 0

cargo_install trunk "$TRUNK_VERSION" "2 min" --locked --no-default-features
# Not --locked: its lock file names a release that is no longer in the index.
cargo_install wasm-bindgen-cli "$WASM_BINDGEN_VERSION" "1 min"
rm -rf "$TOOLS_DIR/build"

if has_node; then
    if ! cmp -s package-lock.json node_modules/.installed; then
        say "installing the Node development tools from package-lock.json (usually some seconds)"
        npm ci --no-audit --no-fund --loglevel=error
        cp package-lock.json node_modules/.installed
    fi
else
    say "Node 20 or newer with npm is not installed: wasm-opt is skipped, so the page is larger but the same"
fi

[ "${1-}" = test ] || exit 0

has_node || fail "the browser tests need Node 20 or newer with npm"

if [ -z "$CHROMIUM" ] || [ -z "$CHROMEDRIVER" ]; then
    have apt-get || fail "install Chromium and chromedriver, or set CHROMIUM and CHROMEDRIVER to their paths"
    if [ "$(id -u)" = 0 ]; then as_root=
    elif have sudo; then as_root=sudo
    else fail "installing Chromium needs root: as root run 'apt-get install chromium chromium-driver fonts-noto-cjk'"
    fi
    say "installing Chromium, its driver and a Chinese font from the system's packages (usually 1 min)"
    $as_root apt-get update -qq
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium chromium-driver fonts-noto-cjk >/dev/null
    # Not every release of every distribution has it; without it the tests take Chromium itself.
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium-headless-shell >/dev/null 2>&1 || true
fi
