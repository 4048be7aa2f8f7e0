"""Every place can be touched with a finger, at every size of window and text, and nothing lies over it."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from spasm_gui.screens.body_map_buttons import RegionButton
from spasm_gui.screens.window import Window
from spasm_gui.tour import settle
from tests.journeys.conftest import OpenWindow
from tests.journeys.person import Person, pressable_point

WINDOWS = [((1024, 768), 100), ((1280, 800), 100), ((768, 1366), 100), ((3840, 2160), 100), ((1024, 768), 200)]


def covered_places(window: Window) -> list[str]:
    """The regions that something else lies over, in the view that is shown."""
    covered = []
    for button in window.findChildren(RegionButton):
        if button.isVisible():
            hit = window.childAt(button.mapTo(window, pressable_point(button)))
            if hit is not button:
                covered.append(f"{button.objectName()} under {hit and hit.objectName()}")
    return covered


@pytest.mark.parametrize(("size", "text_percent"), WINDOWS)
def test_no_place_is_covered(qtbot: QtBot, open_window: OpenWindow, size: tuple[int, int], text_percent: int) -> None:
    window = open_window(size, text_percent=text_percent)
    person = Person(qtbot, window)
    for view in ("back", "front"):
        person.presses(f"view.{view}")
        assert covered_places(window) == []
    person.touches("lower-back", "left")
    person.presses("alsoHurts")
    for view in ("front", "back"):
        person.presses(f"view.{view}")
        assert covered_places(window) == []


def test_the_view_buttons_stand_inside_the_figure(person: Person) -> None:
    for name in ("view.front", "view.back", "region.many-places"):
        button = person.finds_button(name)
        figure = person.window.figure
        assert figure is not None
        settle()
        assert figure.rect().contains(button.mapTo(figure, QPoint(0, 0)))
        assert figure.rect().contains(button.mapTo(figure, button.rect().bottomRight()))
