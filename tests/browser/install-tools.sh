#!/usr/bin/env bash
# Makes sure that the browser tests find what they need: Node's packages, Chromium and Java.
#
# What is there is left alone. What is absent is installed with the system's package manager if this user
# may do that without being asked for a password; otherwise the message says what to install.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

. ../install.sh
tests="browser tests"

# Node 20 is the oldest whose test runner and libraries the tests use.
node_is_usable() { command -v node >/dev/null && [ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ]; }

chromium_is_usable() { node chromium-path.mjs >/dev/null; }

# The HTML checker needs Java 17. `java -version` says `openjdk version "17.0.1"`, on standard error.
java_is_usable() {
	local version
	version=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p') || return 1
	[ "${version:-0}" -ge 17 ]
}

node_is_usable || fail "Node 20 or newer is not here. Please install it, with npm."
command -v npm >/dev/null || fail "npm is not here. Please install it."

# npm leaves a copy of the lock file where it installed; an older copy means other versions.
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
	npm ci || fail "npm could not install the packages of tests/browser."
fi

if ! chromium_is_usable; then
	[ -z "${CHROMIUM:-}" ] || fail "CHROMIUM names $CHROMIUM, which is no program."
	apt_install chromium Chromium
	chromium_is_usable || fail "Chromium was installed and is still not found; name it in CHROMIUM."
fi

if ! java_is_usable; then
	apt_install default-jre-headless "Java 17 or newer"
	java_is_usable || fail "Java was installed, and is older than 17."
fi
