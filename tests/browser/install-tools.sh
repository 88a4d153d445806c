#!/usr/bin/env bash
# Makes sure that the browser tests find what they need: Node's packages, Chromium and Java.
#
# What is there is left alone. What is absent is installed with the system's package manager if this user
# may do that without being asked for a password; otherwise the message says what to install.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

fail() {
	printf '\nThe browser tests cannot run: %s\n' "$1" >&2
	exit 1
}

# Node 20 is the oldest whose test runner and libraries the tests use.
node_is_usable() { command -v node >/dev/null && [ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ]; }

chromium_is_usable() { node chromium-path.mjs >/dev/null; }

# The HTML checker needs Java 17. `java -version` says `openjdk version "17.0.1"`, on standard error.
java_is_usable() {
	local version
	version=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p') || return 1
	[ "${version:-0}" -ge 17 ]
}

# How to become the superuser: not at all, by sudo without a password, or impossible.
elevation() {
	if [ "$(id -u)" -eq 0 ]; then
		return 0
	fi
	command -v sudo >/dev/null && sudo -n true 2>/dev/null && echo sudo
}

apt_install() {
	local package=$1 what=$2 as
	command -v apt-get >/dev/null || fail "$what is not here, and there is no apt-get to install it. Please install it."
	as=$(elevation) || fail "$what is not here, and this user may not install it. Please run: sudo apt-get install $package"
	echo "Installing $package …"
	# Package lists of a fresh machine or container are empty or old.
	$as apt-get update --quiet || echo "The package lists could not be brought up to date; trying with what there is." >&2
	$as env DEBIAN_FRONTEND=noninteractive apt-get install --quiet --yes --no-install-recommends "$package" ||
		fail "$what is not here, and installing $package failed."
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
