"""The room tells what a file may know. Import contracts check it; this says the main one aloud."""

import importlib.util
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent

WITHOUT_A_DISPLAY = [
    "authoring",
    "comparison",
    "content_languages",
    "handout.contents",
    "kiosk.config",
    "knowledge",
    "places",
    "pseudo",
    "reading",
    "reasoning",
    "search",
    "settings",
]


def is_built(room: str) -> bool:
    return importlib.util.find_spec(f"spasm_gui.{room}") is not None


@pytest.mark.parametrize("room", WITHOUT_A_DISPLAY)
def test_a_fresh_interpreter_needs_no_pyside_for(room: str) -> None:
    if not is_built(room):
        pytest.skip(f"spasm_gui.{room} is not written yet")
    # Every module of the room, not only those that its __init__ happens to import.
    script = f"""
import importlib, json, pkgutil, sys
before = set(sys.modules)
room = importlib.import_module("spasm_gui.{room}")
for module in pkgutil.walk_packages(getattr(room, "__path__", []), room.__name__ + "."):
    importlib.import_module(module.name)
print(json.dumps(sorted({{name.partition(".")[0] for name in set(sys.modules) - before}})))
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        cwd=CHECKOUT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    imported = set(json.loads(done.stdout))
    assert not imported & {"PySide6", "shiboken6"}


def test_every_room_without_a_display_is_under_its_contract() -> None:
    settings = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {contract["id"]: contract for contract in settings["tool"]["importlinter"]["contracts"]}
    expected = sorted(f"spasm_gui.{room}" for room in WITHOUT_A_DISPLAY if is_built(room))
    assert contracts["without-a-display"]["source_modules"] == expected
