"""Two or three causes side by side, from the page of one of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.knowledge.cause import CauseId
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.screens.compare_page import ComparePage
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.window import Window
from tests.screens.plain_window import plain_window, press

CALF = Place(RegionId("calf"), Side.LEFT)


@pytest.fixture
def window(qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch) -> Window:
    return plain_window(qtbot, library, monkeypatch)


def page(window: Window) -> ComparePage:
    assert isinstance(window.panel, ComparePage)
    return window.panel


def told(window: Window, finding: str) -> list[str]:
    """What a screen reader is told of a finding: one row of the table, or a part of each card."""
    return [one.accessibleName() for one in page(window).table.findChildren(QFrame, f"row.{finding}")]


def reads(widget: QWidget, words: str) -> bool:
    return any(words in one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def causes(window: Window) -> list[str]:
    return [one.id for one in page(window).causes]


def test_calf_strain_cramp_and_clot_stand_side_by_side(window: Window) -> None:
    window.touch(CALF)
    window.model.answer("limb-swollen", Answer.YES)
    window.open_cause("calf-strain")
    window.open_comparison("calf-strain", "night-leg-cramp", "dvt")
    assert told(window, "limb-swollen") == [
        "One leg or arm is newly swollen, or warm and red. You said: Yes. "
        "Pulled or overworked calf: Against it, as you said. "
        "Night cramp in the calf or foot: Against it, as you said. "
        "Blood clot in a deep vein: Fits what you said"
    ]
    assert told(window, "p-stretch-stops") == [
        "Stretching or moving stops it. You said: Not asked yet. "
        "Pulled or overworked calf: speaks against it. "
        "Night cramp in the calf or foot: speaks for it. "
        "Blood clot in a deep vein: speaks against it"
    ]
    assert reads(page(window), "Common. Needs help soon.")
    assert reads(page(window), "Stop and rest the leg.")


def test_compare_offers_another_cause_at_once_and_leads_back(window: Window) -> None:
    window.touch(CALF)
    window.open_cause("calf-strain")
    press(window, "compare")
    assert causes(window)[0] == "calf-strain"
    assert len(causes(window)) == 2
    press(window, "closeCompare")
    assert window.mode == "cause"


def test_a_third_is_added_and_taken_away_and_a_fourth_has_no_room(window: Window) -> None:
    window.open_comparison("calf-strain", "dvt")
    press(window, "chooseCauses")
    free = [one for one in page(window).findChildren(QPushButton) if _is_choice(one) and not one.isChecked()]
    third, fourth = free[0], free[1]
    third.click()
    assert causes(window) == ["calf-strain", "dvt", third.objectName().removeprefix("with.")]
    assert not fourth.isEnabled()
    third.click()
    assert causes(window) == ["calf-strain", "dvt"]
    assert fourth.isEnabled()


def _is_choice(button: QPushButton) -> bool:
    return button.isVisible() and button.objectName().startswith("with.")


def test_every_cause_of_the_visit_can_be_reached(window: Window, library: Library) -> None:
    window.open_comparison("calf-strain", "dvt")
    press(window, "chooseCauses")
    while [one for one in page(window).findChildren(QPushButton, "moreToCompare") if one.isVisible()]:
        press(window, "moreToCompare")
    offered = {one.objectName() for one in page(window).findChildren(QPushButton) if _is_choice(one)}
    shared = set(library.causes[CauseId("calf-strain")].regions)
    assert offered == {
        f"with.{one.id}"
        for one in library.causes.values()
        if shared.intersection(one.regions) and one.id != "calf-strain"
    }


def test_the_chosen_causes_stay_when_the_window_is_built_anew(window: Window) -> None:
    window.open_comparison("calf-strain", "dvt")
    press(window, "chooseCauses")
    third = next(one for one in page(window).findChildren(QPushButton) if _is_choice(one) and not one.isChecked())
    third.click()
    before = causes(window)
    press(window, "theme")
    assert causes(window) == before


def test_an_answer_that_settles_it_is_given_here_and_marked_at_once(window: Window, qtbot: QtBot) -> None:
    window.touch(CALF)
    window.open_comparison("night-leg-cramp", "dvt")
    with qtbot.waitSignal(window.model.changed):
        press(window, "answer.p-stretch-stops.yes")
    assert window.model.visit.answers["p-stretch-stops"] is Answer.YES
    assert "Night cramp in the calf or foot: Fits what you said" in told(window, "p-stretch-stops")[0]


def test_an_answer_given_here_can_be_taken_back_later(window: Window) -> None:
    window.touch(CALF)
    window.open_comparison("night-leg-cramp", "dvt")
    press(window, "answer.p-stretch-stops.yes")
    press(window, "closeCompare")
    window.open_comparison("night-leg-cramp", "dvt")
    press(window, "answer.p-stretch-stops.yes")
    assert "p-stretch-stops" not in window.model.visit.answers


def test_an_emergency_answered_here_shows_at_once(window: Window, qtbot: QtBot) -> None:
    window.touch(Place(RegionId("chest"), Side.LEFT))
    window.open_comparison("intercostal-strain", "pneumothorax")
    window.model.answer("chest-pressure", Answer.YES)
    qtbot.waitUntil(lambda: window.mode == "emergency")


def test_the_advice_so_far_is_in_sight_and_one_touch_away(window: Window) -> None:
    window.touch(CALF)
    window.model.answer("limb-swollen", Answer.YES)
    window.open_comparison("night-leg-cramp", "dvt")
    press(window, "seeAdvice")
    assert window.mode == "advice"


def test_without_a_visit_nothing_is_asked_and_nothing_said_is_claimed(window: Window) -> None:
    window.open_comparison("night-leg-cramp", "dvt")
    assert not [one for one in page(window).findChildren(QPushButton) if one.objectName().startswith("answer.")]
    assert not any("You said" in one for one in told(window, "p-stretch-stops"))
    assert reads(page(window), "What would settle it")


def test_a_narrow_page_stacks_one_card_for_each_cause(window: Window, qtbot: QtBot) -> None:
    window.resize(768, 1366)
    qtbot.waitUntil(lambda: window.is_portrait)
    window.touch(CALF)
    window.model.answer("limb-swollen", Answer.YES)
    window.open_comparison("calf-strain", "night-leg-cramp", "dvt")
    assert page(window).table.objectName() == "compareCards"
    assert told(window, "limb-swollen") == [
        "One leg or arm is newly swollen, or warm and red. Against it, as you said. You said: Yes",
        "One leg or arm is newly swollen, or warm and red. Against it, as you said. You said: Yes",
        "One leg or arm is newly swollen, or warm and red. Fits what you said. You said: Yes",
    ]


def test_tab_goes_from_the_head_through_the_choice_to_the_table(window: Window) -> None:
    window.open_comparison("calf-strain", "dvt")
    press(window, "chooseCauses")
    (back,) = page(window).findChildren(QPushButton, "closeCompare")
    back.setFocus()
    met = []
    for _ in range(10):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        met.append(window.focusWidget().objectName())
    assert met[0] == "with.dvt"
    assert met[8:] == ["moreToCompare", "moreRows"]


def test_start_over_leaves_nothing_of_the_comparison(window: Window) -> None:
    window.touch(CALF)
    window.open_comparison("night-leg-cramp", "dvt")
    window.start_over()
    assert window.mode == "home"


def test_a_cause_without_another_in_its_place_says_so(qtbot: QtBot, library: Library) -> None:
    app.application()
    model = VisitModel(library)
    shown = ComparePage([CauseId("dvt")], model, Theme(app.tokens(), "light"), 1280)
    model.setParent(shown)
    qtbot.addWidget(shown)
    shown.show()
    assert reads(shown, "Choose another cause to see what tells them apart.")
    assert reads(shown, "Choose one or two.")


def test_every_cause_can_be_shown_beside_two_others_in_columns_and_in_cards(qtbot: QtBot, library: Library) -> None:
    app.application()
    model = VisitModel(library)
    theme = Theme(app.tokens(), "light")
    every = list(library.causes)
    for index in range(0, len(every), 3):
        shown = ComparePage(every[index : index + 3], model, theme, 1280 if index % 2 else 600)
        qtbot.addWidget(shown)
        assert all(reads_hidden(shown, library.causes[one].name) for one in every[index : index + 3])


def reads_hidden(widget: QWidget, words: str) -> bool:
    return any(words == one.text() for one in widget.findChildren(QLabel))
