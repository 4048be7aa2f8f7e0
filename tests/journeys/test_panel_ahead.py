"""The panel that a touch leads to is made while the home page rests, for one visit and for nobody else."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.screens.later import Later
from spasm_gui.screens.region_panel import RegionPanel
from spasm_gui.screens.window import Window

CALF = Place(RegionId("calf"), Side.LEFT)


def panel_ahead(qtbot: QtBot, window: Window) -> RegionPanel:
    qtbot.waitUntil(lambda: all(one.is_done for one in window.findChildren(Later)))
    (panel,) = window.findChildren(RegionPanel)
    assert not panel.isVisible()
    return panel


def test_a_touch_shows_the_panel_that_was_made_ahead(qtbot: QtBot, window: Window) -> None:
    panel = panel_ahead(qtbot, window)
    window.touch(CALF)
    qtbot.waitUntil(lambda: window.panel is panel and panel.isVisible())
    title = panel.findChild(QLabel, "regionTitle")
    assert title is not None and title.text() == "Your left calf"


def test_a_touch_that_comes_sooner_is_answered_all_the_same(qtbot: QtBot, window: Window) -> None:
    window.touch(CALF)
    qtbot.waitUntil(lambda: isinstance(window.panel, RegionPanel) and window.panel.isVisible())
    assert window.findChildren(RegionPanel) == [window.panel]


def test_a_new_visit_gets_a_panel_of_its_own(qtbot: QtBot, window: Window) -> None:
    before = panel_ahead(qtbot, window)
    with qtbot.waitSignal(before.destroyed):
        window.start_over()
    after = panel_ahead(qtbot, window)
    window.touch(CALF)
    qtbot.waitUntil(lambda: window.panel is after)


def test_a_panel_that_nobody_takes_is_let_go(qtbot: QtBot, window: Window) -> None:
    before = panel_ahead(qtbot, window)
    with qtbot.waitSignal(before.destroyed):
        window.open_cause("night-leg-cramp")
    assert window.findChildren(RegionPanel) == []
