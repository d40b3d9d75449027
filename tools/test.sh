#!/bin/sh
# Checks everything: tools/test.sh [STAGE...], with no stage named all of them in this order.
# A failing stage does not stop the others, so that one run tells all there is to mend.
set -eu
cd "$(dirname "$0")/.."

STAGES="format lint native docs lint-wasm wasm package page browser"

stage_format() { cargo fmt --check; }
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
    # Two files at a time: one browser per core.
    node --test --test-concurrency=2 --test-reporter=./tests/browser/reporter.mjs tests/browser/*.test.mjs
}

# In a subshell of its own, so that `set -e` holds inside; leaves the exit code and the seconds.
work() { # stage
    began=$(date +%s)
    set +e
    ( set -e; "stage_$(printf %s "$1" | tr - _)" )
    echo "$? $(($(date +%s) - began))" >"$codes/$1"
    set -e
}

# Linking the page keeps one core busy for minutes: it begins before the others and goes on beside them.
begin_page() {
    printf '\n== page begins, beside the stages that follow\n'
    work page >"$codes/page.log" 2>&1 &
}

run() { # stage
    printf '\n== %s\n' "$1"
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
whole=$(date +%s)
failed="" summary="" codes=$(mktemp -d)
trap 'rm -rf "$codes"' EXIT
trap 'trap - INT TERM; kill 0' INT TERM # a job in the background would not hear of it
# A browser is wanted only where something runs in it.
case " $* " in *" wasm "* | *" browser "*) sh tools/setup.sh test ;; *) sh tools/setup.sh ;; esac
. tools/env.sh
summary="$(printf '%-10s %-7s %4s s' setup ok $(($(date +%s) - whole)))
"
case " $* " in *" page "*) begin_page ;; esac
for stage; do
    case " $STAGES " in *" $stage "*) ;; *) echo "unknown stage $stage; there are: $STAGES" >&2; exit 2 ;; esac
    case "$stage $failed " in "browser"*" page "*) echo "no page to test"; continue ;; esac
    run "$stage"
done

printf '\n%s%-10s %-7s %4s s\n' "$summary" all "" $(($(date +%s) - whole))
[ -z "$failed" ] || { echo "failed:$failed" >&2; exit 1; }
echo "everything passed"
