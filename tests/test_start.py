"""What a start does not wait for: code, YAML and widgets that the first page has no use for."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from spasm_gui.places import content_dir
from spasm_gui.reading.compiled import compile_library

CHECKOUT = Path(__file__).resolve().parent.parent

_START = """
import gc, json, sys
from pathlib import Path
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from spasm_gui import cli, places

def shown(*_):
    QApplication.processEvents()
    (window,) = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    window.repaint()
    calf = window.figure.body_map.region_button("calf", "left")
    told = {"modules": sorted(sys.modules), "can be touched": calf is not None and calf.isVisible()}
    print(json.dumps(told))
    while not gc.isenabled():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    print("garbage is looked for again")
    return 0

places.compiled_library = lambda *_: Path(sys.argv[2])
QApplication.exec = shown
sys.exit(cli.main(["run", "--content", sys.argv[1]]))
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules of a fresh program whose first frame stands on the screen."""
    folder = tmp_path_factory.mktemp("start")
    compiled = folder / "library.json"
    compile_library(content_dir(), compiled)
    done = subprocess.run(
        [sys.executable, "-c", _START, str(content_dir()), str(compiled)],
        cwd=CHECKOUT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(folder)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    first, then = done.stdout.splitlines()
    assert then == "garbage is looked for again"
    told = json.loads(first)
    assert told["can be touched"]
    return set(told["modules"])


@pytest.mark.parametrize(
    "module",
    [
        "getpass",
        "PySide6.QtPrintSupport",
        "segno",
        "rapidfuzz",
        "spasm_gui.handout.page",
        "spasm_gui.kiosk",
        "spasm_gui.authoring",
        "spasm_gui.commands",
        "spasm_gui.terminal",
        "spasm_gui.search",
        "spasm_gui.screens.region_panel",
        "spasm_gui.screens.advice_page",
        "spasm_gui.screens.emergency_page",
        "spasm_gui.screens.explain_page",
        "spasm_gui.screens.explain_shown",
        "spasm_gui.screens.browse_page",
        "spasm_gui.screens.search_results",
    ],
)
def test_the_first_page_does_not_wait_for_what_later_pages_need(module: str, loaded: set[str]) -> None:
    assert module not in loaded


@pytest.mark.parametrize("module", ["yaml", "spasm_gui.reading.library", "spasm_gui.reading.translations"])
def test_with_a_compiled_library_nothing_that_reads_yaml_is_loaded(module: str, loaded: set[str]) -> None:
    assert module not in loaded


def test_the_values_of_a_start_are_no_dataclasses(loaded: set[str]) -> None:
    """Each would take more than a millisecond to define, of every start."""
    ours = [name for name in loaded if name.startswith("spasm_gui.")]
    script = f"""
import dataclasses, importlib
found = []
process = dataclasses._process_class
def note(cls, *rest):
    found.append(cls.__module__ + "." + cls.__qualname__)
    return process(cls, *rest)
dataclasses._process_class = note
for name in {ours!r}:
    importlib.import_module(name)
print([one for one in found if one.startswith("spasm_gui.")])
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=CHECKOUT, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "[]"
