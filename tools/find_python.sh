#!/bin/sh
# Prints the first Python that is new enough, 3.11 or later. PYTHON=... chooses one by hand.
#
# Every candidate is started, since a name on the PATH may be a shim that leads nowhere.
set -eu

is_new_enough='import sys; raise SystemExit(sys.version_info < (3, 11))'

for candidate in ${PYTHON:+"$PYTHON"} python3.11 python3.12 python3.13 python3; do
    if "$candidate" -c "$is_new_enough" >/dev/null 2>&1; then
        echo "$candidate"
        exit 0
    fi
done

echo "Spasm Map needs Python 3.11 or newer, and none was found. If it lies elsewhere: make PYTHON=/path/to/python3 ..." >&2
exit 1
