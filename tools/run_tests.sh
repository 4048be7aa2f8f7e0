#!/usr/bin/env bash
# Runs every check, the quick ones first, and stops at the first that fails.
#
# Arguments go to pytest:  tools/run_tests.sh -k ranking
set -euo pipefail
cd "$(dirname "$0")/.."

bin=.venv/bin
# Dozens of tests start the program anew: kept bytecode is a third of their time.
unset PYTHONDONTWRITEBYTECODE

step() {
    local title=$1 begin=$SECONDS
    shift
    echo "== $title"
    if ! "$@"; then
        echo "== $title: FAILED" >&2
        exit 1
    fi
    echo "   $((SECONDS - begin)) s"
}

# Begins something on another core; `ended` waits for it and shows what it said.
meanwhile() {
    said=$(mktemp)
    "$@" >"$said" 2>&1 &
    begun=$!
    trap 'kill "$begun" 2>/dev/null; rm -f "$said"' EXIT
}

ended() {
    local status=0
    wait "$begun" || status=$?
    trap - EXIT
    cat "$said"
    rm -f "$said"
    return "$status"
}

step "style (ruff check)" "$bin/python" -m ruff check .
step "layout (ruff format)" "$bin/python" -m ruff format --check .
meanwhile "$bin/python" -m spasm_gui check
step "types (mypy, strict)" "$bin/python" -m mypy
step "import contracts" "$bin/lint-imports"
step "content (spasm-gui check)" ended
# One process for each core; tests/conftest.py says which tests stay together and which come first, so that all cores are done
# at once. The report says whether windows are real (under Xvfb) or offscreen.
step "tests (pytest)" "$bin/python" -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder "$@"
