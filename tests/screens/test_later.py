"""Work that nobody waits for is done while the program rests, or at once when somebody wants it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.knowledge.library import Library
from spasm_gui.screens import later
from spasm_gui.screens.home_panel import HomePanel
from spasm_gui.screens.later import Later
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel


def pieces(done: list[int]) -> Iterator[None]:
    for number in range(3):
        done.append(number)
        yield


def test_piece_after_piece_is_done_once_the_first_frame_stands(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(later, "FIRST_FRAME_MS", 1)
    done: list[int] = []
    parent = QObject()
    work = Later(pieces(done), parent)
    assert done == []
    qtbot.waitUntil(lambda: work.is_done)
    assert done == [0, 1, 2]


def test_what_is_wanted_sooner_is_finished_at_once(qapp: object) -> None:
    done: list[int] = []
    parent = QObject()
    work = Later(pieces(done), parent)
    work.finish()
    assert work.is_done
    assert done == [0, 1, 2]


def rows(page: HomePanel) -> list[str]:
    return [one.objectName() for one in page.findChildren(QPushButton) if one.objectName().startswith("list.")]


def test_the_list_of_places_is_whole_however_soon_it_is_opened(qtbot: QtBot, library: Library) -> None:
    app.application()
    page = HomePanel(VisitModel(library), Theme(app.tokens(), "light"), "112", 560)
    qtbot.addWidget(page)
    page.show()
    assert rows(page) == []
    toggle = page.findChild(QPushButton, "regionList")
    assert toggle is not None
    toggle.click()
    expected = [
        f"list.{region.id}:{side.value}" if side else f"list.{region.id}"
        for region in library.regions.values()
        for side in region.sides or (None,)
    ]
    assert rows(page) == expected
