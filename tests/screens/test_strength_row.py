"""How bad it is: chosen, taken back, and seen on the picture alone."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.screens.region_panel import RegionPanel
from spasm_gui.screens.strength_row import StrengthRow
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel

LEFT_CALF, RIGHT_CALF = (Place(RegionId("calf"), side) for side in (Side.LEFT, Side.RIGHT))


def step(panel: StrengthRow | RegionPanel, number: int) -> QPushButton:
    button = panel.findChild(QPushButton, f"strength.{number}")
    assert isinstance(button, QPushButton)
    return button


def chosen(panel: StrengthRow | RegionPanel) -> list[int]:
    return [number for number in (0, 1, 4, 7) if step(panel, number).isChecked()]


@pytest.mark.parametrize(("strength", "lit"), [(None, []), (0, [0]), (1, [1]), (3, [1]), (4, [4]), (6, [4]), (10, [7])])
def test_a_strength_lights_its_step(qtbot: QtBot, strength: int | None, lit: list[int]) -> None:
    app.application()
    row = StrengthRow(Theme(app.tokens(), "light"), 620)
    qtbot.addWidget(row)
    row.show_strength(strength)
    assert chosen(row) == lit


def test_touching_the_chosen_step_takes_it_back(qtbot: QtBot) -> None:
    app.application()
    row = StrengthRow(Theme(app.tokens(), "light"), 620)
    qtbot.addWidget(row)
    row.show_strength(5)
    with qtbot.waitSignal(row.strength_chosen) as caught:
        step(row, 4).click()
    assert caught.args == [None]
    assert chosen(row) == [4]  # until the visit says otherwise


def test_the_strength_goes_to_the_picture_and_changes_no_advice(qtbot: QtBot, library: Library) -> None:
    app.application()
    model = VisitModel(library)
    model.choose_only(LEFT_CALF)
    panel = RegionPanel(model, Theme(app.tokens(), "light"), 700)
    qtbot.addWidget(panel)
    before = model.assessment
    step(panel, 7).click()
    assert model.strength(LEFT_CALF) == 7
    assert model.assessment is before
    assert chosen(panel) == [7]
    model.choose_only(Place(RegionId("knee"), Side.LEFT))
    assert chosen(panel) == []


def test_both_sides_are_meant_where_the_title_says_both(qtbot: QtBot, library: Library) -> None:
    app.application()
    model = VisitModel(library)
    model.choose_only(LEFT_CALF)
    model.toggle(RIGHT_CALF)
    panel = RegionPanel(model, Theme(app.tokens(), "light"), 700)
    qtbot.addWidget(panel)
    step(panel, 4).click()
    assert (model.strength(LEFT_CALF), model.strength(RIGHT_CALF)) == (4, 4)


def test_the_pain_moves_along_when_the_side_is_swapped(library: Library) -> None:
    model = VisitModel(library)
    model.choose_only(LEFT_CALF)
    model.set_strength(LEFT_CALF, 7)
    model.swap_side()
    assert (model.strength(LEFT_CALF), model.strength(RIGHT_CALF)) == (None, 7)


def test_a_place_without_a_shape_is_not_asked(qtbot: QtBot, library: Library) -> None:
    app.application()
    model = VisitModel(library)
    model.choose_only(Place(RegionId("many-places"), None))
    panel = RegionPanel(model, Theme(app.tokens(), "light"), 700)
    qtbot.addWidget(panel)
    assert not step(panel, 0).isVisibleTo(panel)
