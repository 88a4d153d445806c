# How tests get the programs that they need; for scripts, which name themselves in `tests`: "browser tests".
#
# What is absent is installed with the system's package manager if this user may do that without being asked for a
# password; otherwise the message says what to install.

fail() {
	printf '\nThe %s cannot run: %s\n' "$tests" "$1" >&2
	exit 1
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
