# The front door. `make serve` opens the page, `make test` checks everything; CONTRIBUTING.md says more, and how long each takes.
# Recipes stay one line: the work is in tools/, where a shell linter and a reader can follow it.

# The scripts import one another; what Python would write down beside them is no source and must not look like an edit.
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: serve test build single-file package bench bench-page idle kills fuzz setup fmt lint clean

serve: build
	@python3 tools/serve.py dist

test:
	@sh tools/test.sh

build: setup
	@sh tools/build.sh

# The whole page in one file that opens by a double click.
single-file: build
	@python3 tools/single_file.py dist single-file/delegate-roster.html

# The library for JavaScript, in pkg/.
package: setup
	@sh tools/package.sh

# The engine beside its peers, on the same members.
bench: package
	@python3 tools/bench.py

# Needs a nightly toolchain and cargo-fuzz.
fuzz:
	@sh tools/fuzz.sh

# The finished page in a browser beside a spreadsheet component: tables for docs/PERFORMANCE.md.
bench-page: build
	@node tools/bench-page.mjs

# Which functions the first screen does not run, looked at anew.
idle: build
	@node tools/idle.mjs

# Kills the browser while it saves, RUNS= times (100), and looks for what said "Saved".
kills: build
	@node tools/kills.mjs

setup:
	@sh tools/setup.sh

fmt:
	@cargo fmt

lint: setup
	@sh tools/test.sh format scripts lint lint-wasm

# The installed tools stay, and so does what fuzzing has found. Remove .tools, node_modules and the rest of fuzz/ by hand if need be.
clean:
	@cargo clean
	@rm -rf dist pkg single-file fuzz/target tests/browser/shots
