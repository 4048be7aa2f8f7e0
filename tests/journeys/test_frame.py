"""Pages come and go in a frame that stays within a visit, so that a touch is answered at once."""

import sys

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.screens.later import Later
from spasm_gui.screens.region_panel import RegionPanel
from spasm_gui.screens.window import Window
from tests.journeys.conftest import OpenWindow

CALF = Place(RegionId("calf"), Side.LEFT)


def part(window: Window, name: str) -> QWidget:
    (found,) = [one for one in window.findChildren(QWidget, name) if one.isVisible()]
    return found


def touch(qtbot: QtBot, window: Window) -> None:
    window.touch(CALF)
    qtbot.waitUntil(lambda: isinstance(window.panel, RegionPanel) and window.panel.isVisible())


def test_a_touch_keeps_bar_and_figure_and_brings_a_new_page(qtbot: QtBot, window: Window) -> None:
    bar, figure, home = part(window, "topBar"), window.figure, window.panel
    touch(qtbot, window)
    assert part(window, "topBar") is bar
    assert window.figure is figure
    assert window.panel is not home


def test_a_new_visit_keeps_no_widget_of_the_one_before(qtbot: QtBot, window: Window) -> None:
    touch(qtbot, window)
    parts = [part(window, "topBar"), part(window, "legal"), window.panel, window.figure]
    gone: list[str] = []
    for number, one in enumerate(parts):
        assert isinstance(one, QObject)
        one.destroyed.connect(lambda _=None, number=number: gone.append(str(number)))
    window.start_over()
    qtbot.waitUntil(lambda: len(gone) == len(parts))
    assert part(window, "topBar") is not parts[0]


def test_a_page_that_comes_is_seen_at_once(qtbot: QtBot, window: Window) -> None:
    window.open_cause("night-leg-cramp")
    assert window.panel.isVisible()
    assert part(window, "closeCause").isVisible()


def test_on_a_high_window_tab_goes_from_the_page_to_the_bar_below(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window((768, 1366))
    touch(qtbot, window)
    chain: list[str] = []
    here = window.nextInFocusChain()
    while here is not None and here is not window:
        if isinstance(here, QPushButton) and here.isVisible():
            chain.append(here.objectName())
        here = here.nextInFocusChain()
    first_row = next(name for name in chain if name.startswith("answer."))
    assert chain.index(first_row) < chain.index("startOver")


def test_an_answer_taken_back_is_shown_again_as_none(qtbot: QtBot, window: Window) -> None:
    touch(qtbot, window)
    page = window.model.page
    assert page is not None
    row = page.ids[0]
    yes = window.findChild(QPushButton, f"answer.{row}.yes")
    assert isinstance(yes, QPushButton)
    resting = yes.sizeHint()
    window.model.answer(row, Answer.NO)
    window.model.answer(row, None)
    assert not yes.isChecked()
    assert yes.sizeHint() == resting


def test_a_place_touched_twice_before_the_picture_is_large_stays_touched(qtbot: QtBot, window: Window) -> None:
    window.touch(CALF)
    window.touch(CALF)
    touch(qtbot, window)
    figure = window.figure
    assert figure is not None
    qtbot.waitUntil(lambda: figure.body_map.is_zoomed)
    assert window.model.visit.places == (CALF,)


def test_what_may_be_behind_it_comes_below_the_questions_and_follows_another_place(
    qtbot: QtBot, window: Window
) -> None:
    touch(qtbot, window)

    def causes() -> set[str]:
        return {
            one.objectName()
            for one in window.panel.findChildren(QPushButton)
            if one.objectName().startswith("cause.") and one.isVisible()
        }

    qtbot.waitUntil(lambda: bool(causes()))
    of_the_calf = causes()
    window.touch(Place(RegionId("chest"), Side.LEFT))
    qtbot.waitUntil(lambda: bool(causes()) and causes() != of_the_calf)
    assert causes() == {f"cause.{one.cause.id}" for one in window.model.assessment.causes[: len(causes())]}


def test_every_page_is_loaded_while_the_first_one_waits_to_be_touched(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: all(one.is_done for one in window.findChildren(Later)))
    loaded = {name.rpartition(".")[2] for name in sys.modules if name.startswith("spasm_gui.screens.")}
    assert loaded >= {"emergency_page", "advice_page", "cause_page", "explain_page", "handout_actions"}
