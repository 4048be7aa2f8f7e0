#!/usr/bin/env bash
# Pins anew what pyproject.toml asks for: requirements.txt, requirements-dev.txt and requirements-app.txt, with the hashes of
# every platform's files. Arguments go to pip-compile:  tools/pin_requirements.sh --upgrade
#
# No address of a package index is written down, so that anybody's own mirror can serve the files.
set -euo pipefail
cd "$(dirname "$0")/.."

# An environment of its own: pip-tools would otherwise have to be pinned by itself.
pins=build/pins
"$(tools/find_python.sh)" -m venv "$pins"
"$pins/bin/python" -m pip install --quiet --disable-pip-version-check "pip-tools>=7.5"

compile() {
    local output=$1
    shift
    "$pins/bin/pip-compile" --quiet --generate-hashes --strip-extras --allow-unsafe --newline lf --no-header \
        --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options \
        --output-file "$output" "$@" pyproject.toml
    local body
    body=$(<"$output")
    printf '# Written by `make requirements` from pyproject.toml. Change it there.\n%s\n' "$body" >"$output"
}

compile requirements.txt "$@"
compile requirements-dev.txt --extra dev --constraint requirements.txt "$@"
compile requirements-app.txt --extra app --constraint requirements.txt "$@"

if grep -nE '://|^ *-(i|f)|--(extra-)?index|--find-links|--trusted-host|@ file|/(root|home|work|Users)/' requirements*.txt; then
    echo "The lines above tell about this computer and must not be committed." >&2
    exit 1
fi
