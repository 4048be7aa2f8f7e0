"""The doctor says what a machine lacks and how to get it."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from spasm_gui import doctor, places
from spasm_gui.doctor import Checked, as_text, examined

CHECKOUT = Path(__file__).resolve().parent.parent


def by_name(found: tuple[Checked, ...]) -> dict[str, Checked]:
    return {one.name: one for one in found}


def test_on_this_machine_everything_that_is_needed_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    found = by_name(examined())
    assert [name for name, one in found.items() if one.is_needed and not one.is_there] == []
    assert found["fonts"].is_there
    assert not found["clinical review"].is_there


def test_broken_content_is_named_and_nothing_is_opened_on_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "content_dir", lambda: tmp_path)
    found = by_name(examined())
    assert not found["content"].is_there
    assert found["content"].mend == "spasm-gui check"
    assert "a screen" not in found


def test_a_library_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LIBRARIES", ("PyYAML", "no-such-library"))
    found = by_name(examined())
    assert found["libraries"].said == "1 of 2"
    assert found["libraries"].mend == "python -m pip install no-such-library"


def test_every_library_that_the_program_asks_for_is_looked_for() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split("[<>=~! ;[]", one)[0] for one in project["dependencies"]}
    fonts = {"fontpkg-atkinson-hyperlegible"}  # has a line of its own, since a font of the system would do
    assert set(doctor.LIBRARIES) == asked - fonts


def test_what_is_missing_stands_with_its_mend_and_the_count_last() -> None:
    text = as_text(
        (
            Checked("Python", True, "3.13"),
            Checked("content", False, "rules.yaml:3: what?", "spasm-gui check"),
            Checked("a printer", False, "none", "set one up", is_needed=False),
        )
    )
    assert text.splitlines() == [
        "ok       Python: 3.13",
        "MISSING  content: rules.yaml:3: what?",
        "         spasm-gui check",
        "without  a printer: none",
        "         set one up",
        "",
        "1 needed things are missing.",
    ]


def test_the_command_ends_with_0_where_the_program_can_run() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "spasm_gui", "doctor"],
        cwd=CHECKOUT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("Everything that is needed is here.\n")
