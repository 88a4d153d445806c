# Everything a contributor does with this repository. `make test` is what must pass before a change goes in,
# and what `.ci/run` runs.
#
# Variables: CHROMIUM names the browser when it has none of the usual names, REDSTRING a program to test in
# place of the debug build, REDSTRING_SITE a built dossier to test in place of the shipped one.

.PHONY: build test format lint rust foreign browser screenshots deny tools clean

# The steps of `test` share one target folder and tell their story in order, also under `make -j`.
.NOTPARALLEL:

# Build the shipped dossier into public/.
build:
	cargo run --release --locked -- build

# Everything: the quick checks first, the browser last.
test: format lint rust foreign browser

# The source is formatted.
format:
	cargo fmt --all --check

# No warning from the compiler or clippy.
lint:
	cargo clippy --workspace --all-targets --locked -- -D warnings

# Every Rust test.
rust:
	cargo test --locked

# Feeds, calendar, sitemap and JSON-LD, read by programs of others.
foreign:
	tests/foreign/run.sh

# The built dossier in a browser, a validator and an accessibility checker. For one file of them:
# `make browser ONLY=links`.
browser: tools
	cd tests/browser && node run.mjs $(ONLY)

# A picture of every page type, into tests/browser/screenshots/.
screenshots: tools
	cd tests/browser && node screenshots.mjs

# Licences, advisories, double versions and sources of all crates. Needs cargo-deny and the network, so it is no part of
# `test`; `tests/supply_chain.rs` holds what can be held without.
deny:
	cargo deny --locked --all-features check

# What the browser tests need; installs what is absent, where that is allowed.
tools:
	tests/browser/install-tools.sh

# Remove all that is built or installed here.
clean:
	cargo clean
	rm -rf public .redstring tests/browser/node_modules tests/browser/screenshots
