# The front door. `make serve` opens the page, `make test` checks everything; CONTRIBUTING.md says more.
# Recipes stay one line: the work is in tools/, where a shell linter and a reader can follow it.

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

# The engine beside its peers, on the same members: a quarter of an hour or more.
bench: package
	@python3 tools/bench.py

# Needs a nightly toolchain and cargo-fuzz; an hour or more.
fuzz:
	@sh tools/fuzz.sh

# The finished page in a browser beside a spreadsheet component: tables for docs/PERFORMANCE.md.
bench-page: build
	@node tools/bench-page.mjs

# Which functions the first screen does not run, looked at anew.
idle: build
	@node tools/idle.mjs

# Kills the browser while it saves, RUNS= times (100), and looks for what said "Saved": a quarter of an hour.
kills: build
	@node tools/kills.mjs

setup:
	@sh tools/setup.sh

fmt:
	@cargo fmt

lint: setup
	@sh tools/test.sh format scripts lint lint-wasm

# The installed tools stay: rebuilding them takes minutes. Remove .tools and node_modules by hand if need be.
clean:
	@cargo clean
	@rm -rf dist pkg tests/browser/shots
