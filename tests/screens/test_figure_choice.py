"""Whose body stands there is chosen in the window, kept for the visit, and gone with it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app, places
from spasm_gui.drawing.pictures import BodyDrawing, BodyFigure, load_drawing
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.screens.body_map_buttons import RegionButton
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.window import Window

LEFT_CALF = Place(RegionId("calf"), Side.LEFT)


@pytest.fixture
def window(qtbot: QtBot, library: Library) -> Iterator[Window]:
    yield shown(qtbot, library, load_drawing(places.assets_dir()))


def shown(qtbot: QtBot, library: Library, drawing: BodyDrawing | None) -> Window:
    app.application()
    window = Window(library, drawing, Theme(app.tokens(), "light"), emergency_number="112", reduced_motion=True)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    return window


def control(window: QWidget, name: str) -> QPushButton:
    found = [one for one in window.findChildren(QPushButton) if one.objectName() == name and one.isVisible()]
    assert len(found) == 1, name
    return found[0]


def shown_body(window: Window) -> BodyFigure:
    """Whose outlines can be touched, in the view that is shown."""
    assert window.figure is not None
    (hand,) = [one for one in window.figure.body_map.findChildren(RegionButton) if one.place == ("hand", "left")]
    for figure in BodyFigure:
        drawing = load_drawing(places.assets_dir())
        drawing.show_figure(figure)
        if drawing.view(window.figure.body_map.view).outline("hand", "left") == hand.outline:
            return figure
    raise AssertionError


def test_the_neutral_figure_comes_first(window: Window) -> None:
    assert control(window, "figure.neutral").isChecked()
    assert not control(window, "figure.female").isChecked()
    assert shown_body(window) is BodyFigure.NEUTRAL


def test_choosing_shows_the_other_body_in_the_same_view(window: Window) -> None:
    assert window.figure is not None
    window.figure.body_map.show_view("back")
    QTest.mouseClick(control(window, "figure.female"), Qt.MouseButton.LeftButton)
    assert window.figure.body_map.view == "back"
    assert shown_body(window) is BodyFigure.FEMALE
    assert control(window, "view.back").isChecked()
    QTest.mouseClick(control(window, "figure.neutral"), Qt.MouseButton.LeftButton)
    assert shown_body(window) is BodyFigure.NEUTRAL


def test_the_keyboard_chooses_too_and_each_choice_says_what_it_is(window: Window) -> None:
    female = control(window, "figure.female")
    female.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(female, Qt.Key.Key_Space)
    assert shown_body(window) is BodyFigure.FEMALE
    assert female.accessibleName() == "Figure: Female"
    assert window.focusWidget() is female


def test_the_chosen_body_stays_through_the_visit_and_a_change_of_look(qtbot: QtBot, window: Window) -> None:
    control(window, "figure.female").click()
    window.touch(LEFT_CALF)
    qtbot.waitUntil(lambda: window.mode == "questions")
    assert shown_body(window) is BodyFigure.FEMALE
    figure = window.figure
    assert figure is not None
    qtbot.waitUntil(lambda: figure.body_map.is_zoomed)  # once the questions stand beside it
    window.set_theme(Theme(app.tokens(), "dark"))
    assert shown_body(window) is BodyFigure.FEMALE


def test_starting_over_forgets_the_choice(window: Window) -> None:
    control(window, "figure.female").click()
    window.start_over()
    assert control(window, "figure.neutral").isChecked()
    assert shown_body(window) is BodyFigure.NEUTRAL


def test_a_touched_place_stays_lit_on_the_other_body(window: Window) -> None:
    window.model.choose_only(LEFT_CALF)
    window.model.set_figure(BodyFigure.FEMALE)
    assert window.figure is not None
    lit = {one.place for one in window.figure.body_map.findChildren(RegionButton) if one.isChecked()}
    assert lit == {("calf", "left")}


def test_a_body_that_cannot_be_read_leaves_the_present_one(
    qtbot: QtBot, library: Library, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.copytree(places.assets_dir() / "pictures", tmp_path / "pictures")
    window = shown(qtbot, library, load_drawing(tmp_path))
    (tmp_path / "pictures" / "female" / "outlines.json").unlink()
    control(window, "figure.female").click()
    assert shown_body(window) is BodyFigure.NEUTRAL
    assert "outlines.json: the file is missing" in caplog.text
    caplog.clear()


def test_without_a_drawing_there_is_no_figure_to_choose(qtbot: QtBot, library: Library) -> None:
    window = shown(qtbot, library, None)
    assert not [one for one in window.findChildren(QPushButton) if one.objectName().startswith("figure.")]
