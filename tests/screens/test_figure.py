"""The body in the window: close-ups, their finer parts, and the way there and back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from spasm_gui import app, places
from spasm_gui.drawing.pictures import BodyDrawing, load_drawing
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.screens.body_map_buttons import RegionButton
from spasm_gui.screens.body_map_close_ups import CLOSE_UPS, close_up_of, corner_words, part_names
from spasm_gui.screens.figure import Figure
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel

LEFT_HAND = Place(RegionId("hand"), Side.LEFT)
RIGHT_HAND = Place(RegionId("hand"), Side.RIGHT)


@pytest.fixture(scope="module")
def drawing(qapp: QApplication) -> BodyDrawing:
    return load_drawing(places.assets_dir())


@pytest.fixture
def model(library: Library) -> Iterator[VisitModel]:
    yield VisitModel(library)


@pytest.fixture
def figure(qtbot: QtBot, model: VisitModel, drawing: BodyDrawing) -> Iterator[Figure]:
    app.application()
    yield shown(qtbot, model, drawing)


def shown(qtbot: QtBot, model: VisitModel, drawing: BodyDrawing) -> Figure:
    figure = Figure(model, drawing, Theme(app.tokens(), "light"), reduced_motion=True)
    qtbot.addWidget(figure)
    figure.place_touched.connect(model.choose_only)
    figure.swap_side_requested.connect(model.swap_side)
    figure.whole_body_requested.connect(lambda: figure.zoom(False))
    figure.resize(704, 700)
    with qtbot.waitExposed(figure):
        figure.show()
    figure.activateWindow()
    return figure


def control(figure: Figure, name: str) -> QAbstractButton:
    found = [one for one in figure.findChildren(QAbstractButton) if one.objectName() == name and one.isVisible()]
    assert len(found) == 1, name
    return found[0]


def press(figure: Figure, *names: str) -> None:
    for name in names:
        QTest.mouseClick(control(figure, name), Qt.MouseButton.LeftButton)


def zoom_in(qtbot: QtBot, figure: Figure) -> None:
    figure.zoom(True)
    qtbot.waitUntil(lambda: figure.body_map.is_zoomed)


def names_of_visible(figure: Figure) -> set[str]:
    buttons = figure.findChildren(QAbstractButton)
    return {one.objectName() for one in buttons if one.isVisible() and not isinstance(one, RegionButton)}


def test_three_roundels_stand_beside_the_figure_and_hide_no_region(figure: Figure) -> None:
    for name in ("closeUp.head", "closeUp.hand", "closeUp.foot"):
        roundel = control(figure, name)
        assert min(roundel.width(), roundel.height()) >= 44
        assert roundel.accessibleName()
        assert figure.rect().contains(roundel.geometry())
        for region in figure.findChildren(RegionButton):
            outline = region.mask().translated(region.mapTo(figure, QPoint(0, 0)))
            assert not outline.intersects(roundel.geometry()), (name, region.place)


def test_the_head_opens_at_once_for_it_shows_both_sides(figure: Figure) -> None:
    press(figure, "closeUp.head")
    assert figure.body_map.view == "head"
    assert {"view.head", "view.side-left", "view.side-right", "wholeBody"} <= names_of_visible(figure)


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize(
    ("close_up", "first", "second"), [("hand", "palm", "hand-back"), ("foot", "foot-top", "sole")], ids=["hand", "foot"]
)
def test_a_hand_or_foot_asks_for_its_side_first(
    figure: Figure, close_up: str, side: str, first: str, second: str
) -> None:
    press(figure, f"closeUp.{close_up}")
    assert figure.body_map.view == "front"
    assert control(figure, f"closeUp.{close_up}.{side}").text() == f"Your {side} {close_up}"
    press(figure, f"closeUp.{close_up}.{side}")
    assert figure.body_map.view == f"{first}-{side}"
    press(figure, f"view.{second}-{side}")
    assert figure.body_map.view == f"{second}-{side}"
    press(figure, "closeUp.other")
    assert figure.body_map.view == f"{second}-{'right' if side == 'left' else 'left'}"


def test_nobody_has_to_say_a_side(figure: Figure) -> None:
    press(figure, "closeUp.hand", "closeUp.none")
    assert figure.body_map.view == "front"
    assert "closeUp.hand" in names_of_visible(figure)


@pytest.mark.parametrize("start", ["front", "back"])
def test_whole_body_leads_back_to_the_figure_one_came_from(figure: Figure, start: str) -> None:
    press(figure, f"view.{start}", "closeUp.head", "view.side-left", "wholeBody")
    assert figure.body_map.view == start
    assert {"closeUp.head", "view.front", "view.back"} <= names_of_visible(figure)


def test_escape_leads_back_too(figure: Figure) -> None:
    press(figure, "closeUp.head")
    focused = figure.focusWidget()
    assert isinstance(focused, RegionButton)
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert figure.body_map.view == "front"


def test_touching_the_thumb_means_the_hand(figure: Figure, model: VisitModel) -> None:
    press(figure, "closeUp.hand", "closeUp.hand.left", "region.thumb.left")
    assert model.visit.places == (LEFT_HAND,)
    assert model.part(LEFT_HAND) == "thumb"
    lit = {one.place for one in figure.findChildren(RegionButton) if one.isChecked()}
    assert lit == {("thumb", "left")}


def test_touching_another_finger_moves_the_mark_and_takes_nothing_back(figure: Figure, model: VisitModel) -> None:
    press(figure, "closeUp.hand", "closeUp.hand.left", "region.thumb.left", "region.fingers.left")
    assert (model.visit.places, model.part(LEFT_HAND)) == ((LEFT_HAND,), "fingers")


def test_a_hand_touched_on_the_whole_figure_is_lit_wholly_in_its_close_up(figure: Figure, model: VisitModel) -> None:
    model.choose_only(LEFT_HAND)
    press(figure, "closeUp.hand", "closeUp.hand.left")
    lit = {one.place for one in figure.findChildren(RegionButton) if one.isChecked()}
    assert lit == {(part, "left") for part in ("fingers", "thumb", "thenar", "palm", "hypothenar", "wrist")}


def test_the_other_side_shows_the_other_hand_with_the_same_part(
    qtbot: QtBot, figure: Figure, model: VisitModel
) -> None:
    press(figure, "closeUp.hand", "closeUp.hand.left", "region.thumb.left")
    zoom_in(qtbot, figure)
    press(figure, "otherSide")
    assert (model.visit.places, model.part(RIGHT_HAND)) == ((RIGHT_HAND,), "thumb")
    assert figure.body_map.view == "palm-right"


def test_a_new_visit_knows_no_part(figure: Figure, model: VisitModel) -> None:
    press(figure, "closeUp.hand", "closeUp.hand.left", "region.thumb.left")
    model.start_over()
    assert model.part(LEFT_HAND) == ""


def test_beside_a_text_stands_the_whole_figure(figure: Figure, model: VisitModel) -> None:
    press(figure, "closeUp.hand", "closeUp.hand.left", "region.thumb.left")
    figure.set_can_turn(False)
    assert figure.body_map.view == "front"
    assert names_of_visible(figure) == set()
    assert {one.place for one in figure.findChildren(RegionButton) if one.isChecked()} == {("hand", "left")}


def test_the_keyboard_opens_a_close_up_and_stands_on_its_first_part(figure: Figure) -> None:
    control(figure, "closeUp.head").setFocus(Qt.FocusReason.TabFocusReason)
    for wanted in ("closeUp.head", None):
        focused = figure.focusWidget()
        assert focused is not None
        if wanted:
            assert focused.objectName() == wanted
            QTest.keyClick(focused, Qt.Key.Key_Space)
    focused = figure.focusWidget()
    assert isinstance(focused, RegionButton)
    assert figure.body_map.view == "head"


def test_every_part_of_every_close_up_has_a_name_with_its_side_and_no_name_is_used_twice(
    drawing: BodyDrawing, figure: Figure
) -> None:
    names = part_names()
    assert len(set(names.values())) == len(names)
    for (_part, side), name in names.items():
        assert side in name
    for view in drawing.views:
        figure.body_map.show_view(view)
        assert len(figure.findChildren(RegionButton)) == len(drawing.view(view).outlines)


def test_every_view_belongs_to_one_close_up_or_is_a_whole_figure(drawing: BodyDrawing) -> None:
    opened = {view for one in CLOSE_UPS for side in Side for view in one.views_of(side) if view in drawing.views}
    assert opened | {"front", "back"} == set(drawing.views)
    for view in drawing.views:
        assert (close_up_of(view) is None) == (not drawing.view(view).is_close_up)


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_whole_figure_is_shown_from_its_sides_and_says_which_one(figure: Figure, side: str) -> None:
    press(figure, f"view.profile-{side}")
    assert figure.body_map.view == f"profile-{side}"
    assert {one.place[1] for one in figure.findChildren(RegionButton)} == {side}
    assert corner_words(figure.body_map.view) == f"Your {side} side"
    assert control(figure, f"view.profile-{side}").isChecked()
    press(figure, "view.front")
    assert corner_words(figure.body_map.view) == ""


def test_a_place_touched_from_the_side_is_lit_on_the_other_views_too(figure: Figure, model: VisitModel) -> None:
    press(figure, "view.profile-left", "region.hip.left")
    assert model.visit.places == (Place(RegionId("hip"), Side.LEFT),)
    assert figure.body_map.view == "profile-left"
    press(figure, "view.back")
    assert {one.place for one in figure.findChildren(RegionButton) if one.isChecked()} == {("hip", "left")}


def test_the_other_side_turns_the_figure_round(qtbot: QtBot, figure: Figure, model: VisitModel) -> None:
    press(figure, "view.profile-left", "region.hip.left")
    zoom_in(qtbot, figure)
    press(figure, "otherSide")
    assert model.visit.places == (Place(RegionId("hip"), Side.RIGHT),)
    assert figure.body_map.view == "profile-right"


def test_from_the_side_the_buttons_hide_no_region(figure: Figure) -> None:
    press(figure, "view.profile-left")
    buttons = [control(figure, name) for name in ("view.front", "view.back", "view.profile-left", "view.profile-right")]
    for button in buttons:
        corner = button.mapTo(figure, QPoint(0, 0))
        box = button.rect().translated(corner)
        for region in figure.findChildren(RegionButton):
            outline = region.outline
            assert not box.contains(region.mapTo(figure, region.rect().center())), outline.region


class PaintCount(QObject):
    """Counts the paintings of a widget."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_a_touched_place_is_painted_before_anything_else_follows_from_the_touch(
    figure: Figure, model: VisitModel
) -> None:
    paintings, painted_before = PaintCount(), []
    figure.body_map.installEventFilter(paintings)
    model.changed.connect(lambda: painted_before.append(paintings.count))
    model.choose_only(LEFT_HAND)
    assert painted_before == [1]
    assert figure.body_map.region_button("hand", "left").isChecked()  # type: ignore[union-attr]


def test_a_place_to_be_shown_large_is_no_place_to_take_back(qtbot: QtBot, figure: Figure, model: VisitModel) -> None:
    model.choose_only(LEFT_HAND)
    figure.zoom(True)
    assert figure.shows_place
    assert not figure.body_map.is_zoomed  # the touch is painted first
    assert "view.front" not in names_of_visible(figure)
    qtbot.waitUntil(lambda: figure.body_map.is_zoomed)


def test_a_whole_figure_that_is_wanted_again_at_once_never_flies_in(
    qtbot: QtBot, figure: Figure, model: VisitModel
) -> None:
    model.choose_only(LEFT_HAND)
    figure.zoom(True)
    figure.zoom(False)
    assert not figure.shows_place
    with qtbot.assertNotEmitted(figure.body_map.settled, wait=50):
        pass
    assert not figure.body_map.is_zoomed
