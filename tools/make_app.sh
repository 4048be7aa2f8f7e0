#!/usr/bin/env bash
# Builds the application that brings its own Python, in dist/spasm-map/, and tries it where no Python can be found.
set -euo pipefail
cd "$(dirname "$0")/.."

python=.venv/bin/python
"$python" -m pip install --disable-pip-version-check -qq --require-hashes --only-binary :all: -r requirements-app.txt
rm -rf dist/spasm-map build/app
"$python" -m PyInstaller --noconfirm --log-level ERROR --distpath dist --workpath build/app installer/spasm-map.spec
chmod -R u+rwX,go+rX dist/spasm-map

if find dist/spasm-map -name '*Qt6Network*' -o -name '*virtualkeyboard*' -o -name '*Qt6Pdf*' | grep .; then
    echo "These must not be part of the application: no network, no module that is GPL only." >&2
    exit 1
fi

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
app=$PWD/dist/spasm-map/spasm-gui
hidden() { (cd "$home" && env -i HOME="$home" PATH=/nonexistent QT_QPA_PLATFORM=offscreen "$app" "$@"); }
hidden --version
hidden regions >/dev/null
echo '{"chest-pressure": "yes"}' | hidden advise --at chest --answers - | head -1
hidden tour "$home/tour" 2>"$home/said" | tail -1 | sed "s#$home/##"
if grep -q Error "$home/said"; then
    cat "$home/said" >&2
    exit 1
fi
echo "dist/spasm-map: $(du -sm dist/spasm-map | cut -f1) MB, runs without an installed Python"
