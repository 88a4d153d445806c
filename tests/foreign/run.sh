#!/usr/bin/env bash
# Runs the tests of this folder: `run.sh`, or `run.sh test_feeds` for one file of them.
#
# Python's packages are installed into an environment of their own below target/, and only when the list of them has
# changed; nothing else on the machine is touched.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. ../install.sh
tests="tests with foreign readers"

environment=../../target/foreign
python=$environment/bin/python

command -v python3 >/dev/null || apt_install python3 "Python 3.11 or newer"
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail "Python 3.11 or newer is not here. Please install it."
# Debian keeps a part of Python that makes environments in a package of its own.
python3 -c 'import ensurepip, venv' 2>/dev/null || apt_install python3-venv "Python's venv"

# A copy of the list lies where it was installed; another list means other versions.
if ! cmp --silent requirements.txt "$environment/requirements.txt"; then
	python3 -m venv --clear "$environment" || fail "no environment could be made in target/foreign."
	"$python" -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt ||
		fail "pip could not install the packages of tests/foreign."
	cp requirements.txt "$environment/requirements.txt"
fi

# No folders of compiled files beside the tests.
export PYTHONDONTWRITEBYTECODE=1
exec "$python" -m unittest "$@"
