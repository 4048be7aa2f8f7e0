"""Nobody sees anything of the visit before theirs."""

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.screens import Screen
from spasm_gui.screens.body_map_buttons import RegionButton
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.window import Window
from spasm_gui.tour import settle
from tests.journeys.conftest import OpenWindow
from tests.journeys.person import Person


def everything_of(window: Window) -> list[tuple[object, ...]]:
    """What can be seen or heard of a window: every widget in order, with its name, texts and states."""
    settle()
    return [_traits(window, one) for one in window.findChildren(QWidget) if one.isVisible()]


def _traits(window: Window, widget: QWidget) -> tuple[object, ...]:
    traits: list[object] = [type(widget).__name__, widget.objectName(), widget.accessibleName(), widget.isEnabled()]
    traits.append(widget.accessibleDescription())
    traits.append((widget.mapTo(window, widget.rect().topLeft()).toTuple(), widget.size().toTuple()))
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        traits.append(widget.text())
    if isinstance(widget, QAbstractButton):
        traits.extend((widget.isChecked(), widget.isDown()))
    if isinstance(widget, RegionButton):
        traits.append(bool(widget.mask().isEmpty()))
    if isinstance(widget, QScrollArea):
        traits.append(widget.verticalScrollBar().value())
    return tuple(traits)


def a_whole_visit(person: Person) -> None:
    person.presses("forWhom.someone-i-look-after")
    person.touches("calf", "left")
    person.is_not_sure("bad-accident")
    person.says_no("bad-accident")
    person.presses("cause.stroke" if person.can_find("cause.stroke") else "allCauses")
    if person.can_find("closeCause"):
        person.presses("closeCause")
    person.also_touches("hand", "right")
    person.answers_no_until(Screen.STORIES, age="50-64")
    person.tells("night-cramp-story")


def a_self_treated_visit(person: Person) -> None:
    a_whole_visit(person)
    person.tells("hand-overuse-story")
    person.sees_level(Level.SELF_TREAT)


def an_emergency(person: Person) -> None:
    person.touches("chest", "left")
    person.says_yes("chest-pressure")
    person.sees_level(Level.EMERGENCY)


def an_open_list(person: Person) -> None:
    person.presses("regionList")
    person.scrolls_to_the_end()


def a_body_seen_from_behind(person: Person) -> None:
    person.presses("view.back")


@pytest.mark.parametrize(
    "visit", [a_whole_visit, a_self_treated_visit, an_emergency, an_open_list, a_body_seen_from_behind]
)
def test_start_over_leaves_nothing(person: Person, visit: Callable[[Person], None]) -> None:
    fresh = everything_of(person.window)
    picture = person.window.grab().toImage()
    visit(person)
    assert everything_of(person.window) != fresh
    person.presses("startOver")
    assert everything_of(person.window) == fresh
    assert person.window.grab().toImage() == picture


def test_the_visit_before_is_gone_from_memory(person: Person) -> None:
    a_whole_visit(person)
    before = weakref.ref(person.window.model)
    person.presses("startOver")
    settle()
    gc.collect()
    assert before() is None
    assert person.window.findChildren(VisitModel) == [person.window.model]


def test_rows_that_the_one_before_has_read_are_not_read_by_the_next(qtbot: QtBot, open_window: OpenWindow) -> None:
    person = Person(qtbot, open_window((1024, 768), text_percent=150))
    person.touches("calf", "left")
    assert not person.finds_button("noneOfThese").isEnabled()
    person.scrolls_to_the_end()
    assert person.finds_button("noneOfThese").isEnabled()
    person.presses("startOver")
    person.touches("calf", "left")
    assert not person.finds_button("noneOfThese").isEnabled()
