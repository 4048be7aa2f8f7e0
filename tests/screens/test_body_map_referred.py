"""Arrows from where pain may come: only such as the content names, and from an organ only if a rule spoke of it."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.drawing.pictures import BodyDrawing, load_drawing
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.knowledge.visit import Visit
from spasm_gui.places import assets_dir
from spasm_gui.reasoning.assessment import Assessment, assess
from spasm_gui.screens.act_words import ActWords
from spasm_gui.screens.body_map_referred import referred_arrows, referred_picture
from spasm_gui.screens.body_map_values import LitPlace, ReferredArrow
from spasm_gui.screens.emergency_page import EmergencyPage
from spasm_gui.screens.figure import Figure
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel

MIDLINE = 500


@pytest.fixture(scope="module")
def drawing(qapp: QApplication) -> BodyDrawing:
    return load_drawing(assets_dir())


def touched(*names: str) -> tuple[Place, ...]:
    return tuple(Place(RegionId(name.split(":")[0]), Side(name.split(":")[1])) for name in names)


def assessed(library: Library, places: tuple[Place, ...], **answers: Answer) -> Assessment:
    given = {name.replace("_", "-"): answer for name, answer in answers.items()}
    return assess(library, replace(Visit(), places=places, answers=given))


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("view", ["front", "back"])
def test_pain_of_the_calf_may_come_from_the_lower_back(
    library: Library, drawing: BodyDrawing, view: str, side: str
) -> None:
    places = touched(f"calf:{side}")
    arrows = referred_arrows(library, places, assessed(library, places), drawing.view(view))
    assert arrows == (ReferredArrow((MIDLINE, 743), "calf", side, "spine"),)


@pytest.mark.parametrize(("view", "left_is_right"), [("front", True), ("back", False)])
def test_a_joint_lies_on_the_side_of_the_place(
    library: Library, drawing: BodyDrawing, view: str, left_is_right: bool
) -> None:
    for side in ("left", "right"):
        places = touched(f"knee:{side}")
        (arrow,) = referred_arrows(library, places, assessed(library, places), drawing.view(view))
        assert (arrow.from_point_map[0] > MIDLINE) == ((side == "left") == left_is_right)


def test_the_heart_is_drawn_only_where_a_rule_spoke_of_it(library: Library, drawing: BodyDrawing) -> None:
    places, front = touched("shoulder:left"), drawing.view("front")
    quiet = assessed(library, places)
    assert [one.mark for one in referred_arrows(library, places, quiet, front)] == ["spine"]
    assert referred_arrows(library, places, quiet, front, only_spoken_of=True) == ()
    pressed = assessed(library, places, chest_pressure=Answer.YES)
    (arrow,) = referred_arrows(library, places, pressed, front, only_spoken_of=True)
    assert arrow.mark == "heart"


def test_the_heart_lies_a_little_to_the_patients_left(library: Library, drawing: BodyDrawing) -> None:
    for view, places in (("front", touched("jaw:right")), ("back", touched("upper-back:right"))):
        pressed = assessed(library, places, chest_pressure=Answer.YES)
        (arrow,) = referred_arrows(library, places, pressed, drawing.view(view))
        assert (arrow.from_point_map[0] > MIDLINE) == (view == "front")


def test_a_place_that_a_view_does_not_show_gets_no_arrow(library: Library, drawing: BodyDrawing) -> None:
    places = touched("buttock:left")
    assert referred_arrows(library, places, assessed(library, places), drawing.view("front")) == ()


def test_arrows_stand_beside_a_text_and_not_while_somebody_chooses(
    qtbot: QtBot, library: Library, drawing: BodyDrawing
) -> None:
    app.application()
    model = VisitModel(library)
    figure = Figure(model, drawing, Theme(app.tokens(), "light"), reduced_motion=True)
    qtbot.addWidget(figure)
    figure.resize(300, 700)
    model.choose_only(Place(RegionId("calf"), Side.LEFT))
    colour = QColor(Theme(app.tokens(), "light").figure.referred)
    figure.set_can_turn(False)
    assert counted(figure.grab().toImage(), colour) == 0, "no nerve was spoken of, so the calf's pain is its own"
    figure.set_can_turn(True)
    model.answer("limb-drop", Answer.YES)
    choosing = figure.grab().toImage()
    figure.set_can_turn(False)
    beside = figure.grab().toImage()
    assert counted(choosing, colour) == 0
    assert counted(beside, colour) > 100
    figure.set_can_turn(True)
    assert counted(figure.grab().toImage(), colour) == 0


def counted(image: QImage, colour: QColor) -> int:
    wanted = colour.rgb()
    return sum(image.pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width()))


def test_the_emergency_of_the_heart_shows_its_picture_and_another_does_not(
    qtbot: QtBot, library: Library, drawing: BodyDrawing
) -> None:
    app.application()
    theme = Theme(app.tokens(), "light")
    for finding, has_picture in (("chest-pressure", True), (other_emergency(library), False)):
        model = VisitModel(library)
        model.choose_only(Place(RegionId("jaw"), Side.LEFT))
        model.answer(finding, Answer.YES)
        assert model.is_emergency()
        page = EmergencyPage(model, theme, ActWords(model, "112", is_kiosk=False), "", portrait=False, drawing=drawing)
        qtbot.addWidget(page)
        assert (page.findChild(QLabel, "referred") is not None) == has_picture


def other_emergency(library: Library) -> str:
    """A first question whose yes is an emergency that is not the heart's."""
    for rule in library.rules.values():
        if isinstance(rule.when, str) and rule.meanwhile in ("head", "breathing") and rule.advise.name == "EMERGENCY":
            return rule.when
    raise AssertionError


def test_the_picture_shows_all_of_its_places(drawing: BodyDrawing) -> None:
    theme, view = Theme(app.tokens(), "light").figure, drawing.view("front")
    lit = [LitPlace("jaw", "left"), LitPlace("chest", "left")]
    arrows = [ReferredArrow((518, 470), "jaw", "left", "heart")]
    picture = referred_picture(drawing, view, theme, lit, arrows, QSize(180, 180), 1.0)
    assert counted(picture.toImage(), QColor(theme.referred)) > 100
