"""After a visit nothing is kept that only the visit needed: no pictures, no Python objects, no memory in pieces."""

import os
import sys
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPixmap, QPixmapCache
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.drawing.pictures import Layer, load_drawing
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.places import assets_dir
from spasm_gui.screens.theme import Theme
from spasm_gui.settings import Preferences
from spasm_gui.sweeping import Sweep, give_back


class Knot:
    """Something that only Python's collector can free."""

    def __init__(self) -> None:
        self.myself = self


def resident_mb() -> float:
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6


def swept(qtbot: QtBot, sweep: Sweep) -> None:
    with qtbot.waitSignal(sweep.swept):
        sweep.soon()


def test_what_only_the_visit_needed_is_let_go_of(qtbot: QtBot) -> None:
    drawing, parent = load_drawing(assets_dir()), QObject()
    back = drawing.whole_picture(drawing.view("back"), Layer.SKIN)
    QPixmapCache.insert("an exercise", QPixmap(10, 10))
    knot = weakref.ref(Knot())
    swept(qtbot, Sweep(drawing, 0, parent))
    assert knot() is None
    assert not QPixmapCache.find("an exercise", QPixmap())
    assert drawing.whole_picture(drawing.view("back"), Layer.SKIN) is not back


def test_a_program_without_a_drawing_is_swept_too(qtbot: QtBot) -> None:
    parent = QObject()
    swept(qtbot, Sweep(None, 0, parent))


def test_a_visit_that_has_begun_is_not_disturbed(qtbot: QtBot) -> None:
    parent, is_calm = QObject(), False
    sweep = Sweep(None, 0, parent, is_calm=lambda: is_calm)
    with qtbot.assertNotEmitted(sweep.swept, wait=20):
        sweep.soon()
    is_calm = True
    swept(qtbot, sweep)


def test_a_window_is_swept_behind_every_visit(qtbot: QtBot, library: Library) -> None:
    app.application()
    window = app.main_window(library, Theme(app.tokens(), "light"), Preferences(None))
    qtbot.addWidget(window)
    sweep = window.findChild(Sweep)
    assert sweep is not None
    pause = sweep.findChild(QTimer)
    assert pause is not None
    pause.setInterval(0)
    with qtbot.waitSignal(sweep.swept):
        window.start_over()
    with qtbot.assertNotEmitted(sweep.swept, wait=20):
        window.start_over()
        window.touch(Place(RegionId("calf"), Side.LEFT))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems take memory back by themselves")
def test_memory_that_was_returned_in_pieces_goes_back_to_the_system() -> None:
    give_back()
    pieces = [bytearray(100_000) for _ in range(800)]
    above = bytearray(100_000)  # what lies last keeps the C library from returning anything by itself
    pieces.clear()
    before_mb = resident_mb()
    give_back()
    assert resident_mb() < before_mb - 60
    assert above
