#!/usr/bin/env bash
# Makes .venv ready, for running the program or for working on it.
#
#   tools/set_up.sh run    the libraries the program needs (requirements.txt)
#   tools/set_up.sh dev    those, the tools for checking (requirements-dev.txt), and the command spasm-gui
#
# Every library is pinned by hash, and only wheels are taken, so no foreign set-up code runs. A stamp file
# per purpose holds the checksum of what was installed: an unchanged stamp makes the next start immediate,
# a changed requirements file installs anew.
set -euo pipefail
cd "$(dirname "$0")/.."

purpose=$1
case $purpose in
    run) wishes=(requirements.txt) ;;
    # pyproject.toml too: it declares the command that an editable install writes.
    dev) wishes=(requirements-dev.txt pyproject.toml) ;;
    *) echo "usage: tools/set_up.sh run|dev" >&2; exit 2 ;;
esac

python=.venv/bin/python
stamp=.venv/ready-for-$purpose

is_ready() {
    # The link test notices a Python that was removed from the computer after .venv was made.
    [[ -x $python && -f $stamp && $(<"$stamp") == "$(cksum "${wishes[@]}")" ]]
}

is_ready && exit 0

# Two makes at once would install over each other. The lock sits on a file that is always there; where
# flock is missing (macOS) we go without.
if command -v flock >/dev/null; then
    exec 9<Makefile
    flock 9
    is_ready && exit 0
fi

if ! "$python" -m pip --version >/dev/null 2>&1; then
    base_python=$(tools/find_python.sh)
    # Debian and Ubuntu ship Python without the part that makes environments.
    if ! "$base_python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        version=$("$base_python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
        echo "$version cannot make virtual environments yet. On Debian or Ubuntu: sudo apt-get install -y $version-venv" >&2
        exit 1
    fi
    echo "Making .venv with $("$base_python" --version) ..."
    # --clear: what is there belongs to a Python that is gone, or to a set-up that was broken off.
    "$base_python" -m venv --clear .venv
fi

# -qq: errors only. A warning about somebody's package mirror helps nobody here.
pip() {
    "$python" -m pip --disable-pip-version-check -qq "$@"
}

echo "Installing the pinned libraries of ${wishes[0]}, once ..."
pip install --require-hashes --only-binary :all: --no-deps -r "${wishes[0]}"
if [[ $purpose == dev ]]; then
    pip install --no-deps --no-build-isolation --editable .
fi
"$python" -m pip check >/dev/null || { "$python" -m pip check >&2; exit 1; }

cksum "${wishes[@]}" >"$stamp"
# What is enough to work on the program is enough to run it.
[[ $purpose == run ]] || cksum requirements.txt >.venv/ready-for-run
