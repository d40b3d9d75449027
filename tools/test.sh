#!/bin/sh
# Checks everything: tools/test.sh [STAGE...], with no stage named all of them in this order.
# A failing stage does not stop the others, so that one run tells all there is to mend.
set -eu
cd "$(dirname "$0")/.."

STAGES="format scripts lint native docs lint-wasm wasm package page browser"

stage_format() { cargo fmt --check; }
# What is no Rust: read by its own interpreter, and the tools that take the finished module apart tried on small ones.
stage_scripts() {
    sh -n .ci/run
    for script in tools/*.sh; do sh -n "$script"; done
    find tools tests fuzz -name target -prune -o -name '*.py' -print >"$codes/python"
    xargs python3 -c 'import ast, sys; [ast.parse(open(path, "rb").read(), path) for path in sys.argv[1:]]' <"$codes/python"
    python3 -B -m unittest discover -s tests/tools
    command -v node >/dev/null || { echo "no Node: its scripts are not looked at"; return 0; }
    for script in assets/worker.js tools/*.mjs tools/bench/*.mjs tests/browser/*.mjs tests/package/*.mjs tests/data/links/*.mjs; do
        node --check "$script"
    done
}
stage_lint() { cargo clippy --all-targets --features xlsx --locked -- -D warnings; }
# With the module for workbooks, whose code is native like the rest.
stage_native() { cargo test --features xlsx --locked --lib --bins --tests; }
stage_docs() { RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --features xlsx --locked && cargo test --features xlsx --locked --doc; }
# All that is built for browsers, in one go: page, library for JavaScript, module for workbooks.
stage_lint_wasm() {
    cargo clippy --target wasm32-unknown-unknown --features app,js,xlsx --lib --bins --test wasm --locked -- -D warnings
}
# The library's own tests run natively; here run those of the page, and those of the library as the page sees it.
stage_wasm() { cargo test --target wasm32-unknown-unknown --features app --bin app --test wasm --locked; }
stage_package() {
    sh tools/package.sh
    node --test --test-reporter=./tests/browser/reporter.mjs tests/package/*.test.mjs
}
stage_page() { sh tools/build.sh; }
stage_browser() {
    # Two files at a time: one browser per core. The long ones first, so that none is alone at the end.
    # shellcheck disable=SC2012,SC2046 # plain names, by size
    node --test --test-concurrency=2 --test-reporter=./tests/browser/reporter.mjs $(ls -S tests/browser/*.test.mjs)
}

# In a subshell of its own, so that `set -e` holds inside; leaves the exit code and the seconds.
work() { # stage
    began=$(date +%s)
    set +e
    ( set -e; "stage_$(printf %s "$1" | tr - _)" )
    echo "$? $(($(date +%s) - began))" >"$codes/$1"
    set -e
}

# Building the tools and linking the page keep one core busy for minutes: they begin before all else and go on beside it.
begin_setup() { # the least of setup.sh that is enough, and whether the page is wanted
    began=$(date +%s)
    code=0
    sh tools/setup.sh "$1" || code=$?
    echo "$code $(($(date +%s) - began))" >"$codes/setup.part"
    mv "$codes/setup.part" "$codes/setup"
    [ "$code" = 0 ] && [ "$2" = yes ] || return 0
    . tools/env.sh
    work page >"$codes/page.log" 2>&1
}

# For the stages in which a tool or a browser runs.
await_setup() {
    while [ ! -e "$codes/setup" ] && kill -0 "$beside" 2>/dev/null; do sleep 1; done
    [ -e "$codes/setup" ] || echo "1 0" >"$codes/setup" # it was killed
    read -r code seconds <"$codes/setup"
    [ "$code" = 0 ] || { echo "no tools, so stage $1 cannot run" >&2; return 1; }
    . tools/env.sh
}

run() { # stage
    printf '\n== %s\n' "$1"
    case $1 in wasm | package | page | browser) await_setup "$1" || { failed="$failed $1"; return 0; } ;; esac
    if [ "$1" = page ]; then
        wait
        cat "$codes/page.log"
    else
        work "$1"
    fi
    read -r code seconds <"$codes/$1"
    result=ok
    [ "$code" = 0 ] || { result=FAILED; failed="$failed $1"; }
    summary="$summary$(printf '%-10s %-7s %4s s' "$1" "$result" "$seconds")
"
}

[ $# -gt 0 ] || set -- $STAGES
for stage; do
    case " $STAGES " in *" $stage "*) ;; *) echo "unknown stage $stage; there are: $STAGES" >&2; exit 2 ;; esac
done
# What is written down for a next build takes a third of the first: on a machine that tests once, for nothing.
[ -d target ] || export CARGO_INCREMENTAL=0
whole=$(date +%s)
failed="" summary="" codes=$(mktemp -d)
trap 'rm -rf "$codes"' EXIT
trap 'trap - INT TERM; kill 0' INT TERM # a job in the background would not hear of it
# First of all the toolchain, which two at a time cannot install. A browser is wanted only where something runs in it.
sh tools/setup.sh target
needs=build page=no
case " $* " in *" wasm "* | *" browser "*) needs=test ;; esac
case " $* " in *" page "*) page=yes ;; esac
begin_setup "$needs" "$page" &
beside=$!
# The browser waits for them and not for what goes on here, so they come first.
renice -n 10 -p $$ >/dev/null 2>&1 || true
for stage; do
    case "$stage $failed " in "browser"*" page "*) echo "no page to test"; continue ;; esac
    run "$stage"
done

wait
read -r code seconds <"$codes/setup"
result=ok
[ "$code" = 0 ] || { result=FAILED; failed="setup$failed"; }
summary="$(printf '%-10s %-7s %4s s' setup "$result" "$seconds")
$summary"
printf '\n%s%-10s %-7s %4s s\n' "$summary" all "" $(($(date +%s) - whole))
[ -z "$failed" ] || { echo "failed:$failed" >&2; exit 1; }
echo "everything passed"
