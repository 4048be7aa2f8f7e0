#!/usr/bin/env bash
# Builds the source archive and the wheel twice, compares them byte by byte, and tries the wheel far from the checkout.
set -euo pipefail
cd "$(dirname "$0")/.."

python=$PWD/.venv/bin/python
again=$(mktemp -d)
trap 'rm -rf "$again"' EXIT

mkdir -p dist
rm -f dist/spasm_map-*
"$python" -m hatchling build -t sdist -t wheel -d dist >/dev/null
"$python" -m hatchling build -t sdist -t wheel -d "$again/dist" >/dev/null
for built in dist/spasm_map-*; do
    cmp "$built" "$again/dist/$(basename "$built")"
    echo "$(basename "$built"): $(du -k "$built" | cut -f1) kB, the same bytes twice"
done

# What was taken from the source archive alone gives the same wheel.
tar -xzf dist/spasm_map-*.tar.gz -C "$again"
(cd "$again"/spasm_map-*/ && "$python" -m hatchling build -t wheel -d "$again/from-source" >/dev/null)
cmp dist/spasm_map-*.whl "$again"/from-source/spasm_map-*.whl
echo "the source archive gives the same wheel"

"$python" -m venv "$again/fresh"
pip=("$again/fresh/bin/python" -m pip --disable-pip-version-check -qq install)
"${pip[@]}" --require-hashes --only-binary :all: --no-deps -r requirements.txt
"${pip[@]}" --no-index --no-deps dist/spasm_map-*.whl
cd "$again"
export HOME=$again QT_QPA_PLATFORM=offscreen
fresh/bin/spasm-gui doctor | tail -1
fresh/bin/spasm-gui check | tail -1
fresh/bin/spasm-gui tour pictures >/dev/null
echo "installed in a fresh environment outside the checkout, it checks its content and draws its screens"
