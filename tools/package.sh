#!/bin/sh
# Builds pkg/: the library as an ES module for browsers and Node. Expects the tools of tools/setup.sh.
set -eu
cd "$(dirname "$0")/.."
. tools/env.sh

echo "[package] compiling the library to WebAssembly (about 1 min the first time)"
cargo rustc --quiet --locked --lib --release --crate-type cdylib --features js --target wasm32-unknown-unknown
rm -rf pkg
wasm-bindgen --target web --no-typescript --out-dir pkg --out-name delegate_roster \
    target/wasm32-unknown-unknown/release/delegate_roster.wasm
if command -v wasm-opt >/dev/null 2>&1; then
    # The module says itself which features it uses; no others, so that Node 20 takes it without flags.
    wasm-opt -Oz pkg/delegate_roster_bg.wasm -o pkg/small.wasm
    mv pkg/small.wasm pkg/delegate_roster_bg.wasm
fi

# Two doors to one module: Node reads the file beside it, a browser fetches it. Either is ready once it is imported.
names="apportion, biproportional, decode_link, encode_link, example, indices, report, sensitivity, sweep, thresholds, verify, version"
cat > pkg/node.js <<EOF
import { readFileSync } from "node:fs";
import { initSync } from "./delegate_roster.js";
initSync({ module: readFileSync(new URL("./delegate_roster_bg.wasm", import.meta.url)) });
export { $names } from "./delegate_roster.js";
EOF
cat > pkg/browser.js <<EOF
import init from "./delegate_roster.js";
await init();
export { $names } from "./delegate_roster.js";
EOF
cp assets/package/index.d.ts assets/package/README.md LICENSE LICENSE-MIT LICENSE-APACHE pkg/
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
cat > pkg/package.json <<EOF
{
  "name": "delegate-roster",
  "version": "$version",
  "description": "Exact apportionment, thresholds and rosters of a delegate congress",
  "license": "MIT OR Apache-2.0",
  "type": "module",
  "types": "./index.d.ts",
  "exports": { ".": { "types": "./index.d.ts", "node": "./node.js", "default": "./browser.js" } },
  "sideEffects": ["./node.js", "./browser.js"]
}
EOF
echo "[package] pkg/ is ready"
