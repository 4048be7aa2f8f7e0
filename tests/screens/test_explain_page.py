"""The explain view: names, rings and steps to read, a pen to mark with, and a visit that stays as it was."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.explaining import mechanism_steps
from spasm_gui.knowledge.cause import CauseId
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.mark import Mark
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.screens.explain_names import MuscleName, place_names
from spasm_gui.screens.explain_page import ExplainPage
from spasm_gui.screens.explain_stage import ExplainStage
from spasm_gui.screens.explain_state import Explaining
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel

FACE = Place(RegionId("face"), Side.LEFT)
CALF = Place(RegionId("calf"), Side.LEFT)
HEMIFACIAL = CauseId("hemifacial-spasm")
CRAMP = CauseId("night-leg-cramp")


@pytest.fixture(scope="module")
def drawing(qapp: QApplication) -> BodyDrawing:
    app.application()
    body = app.drawing()
    assert body is not None
    return body


class Explainer:
    """Somebody at the view."""

    def __init__(
        self,
        qtbot: QtBot,
        library: Library,
        drawing: BodyDrawing | None,
        state: Explaining,
        *,
        size: tuple[int, int] = (1280, 740),
        text: float = 1.0,
    ) -> None:
        self.qtbot = qtbot
        self.model = VisitModel(library)
        theme = Theme(app.tokens(), "light", text)
        self.page = ExplainPage(self.model, drawing, theme, state, size, is_portrait=size[1] > size[0])
        self.model.setParent(self.page)
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()

    @property
    def stage(self) -> ExplainStage:
        assert self.page.stage is not None
        return self.page.stage

    def button(self, name: str) -> QPushButton:
        (found,) = [one for one in self.page.findChildren(QPushButton, name) if one.isVisible()]
        return found

    def reads(self, words: str) -> bool:
        return any(words in one.text() for one in self.page.findChildren(QLabel) if one.isVisible())

    def at(self, x: float, y: float) -> QPoint:
        """A point of the body, in map units, as it lies under the hand."""
        return QPointF(*self.stage.framing.to_stage(x, y)).toPoint()

    def draws(self, *points_map: tuple[float, float]) -> None:
        """Press, move and lift the pen."""
        points = [self.at(*point) for point in points_map]
        QTest.mousePress(self.stage, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, points[0])
        for point in points[1:]:
            QTest.mouseMove(self.stage, point)
        QTest.mouseRelease(self.stage, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, points[-1])


@pytest.fixture
def face(qtbot: QtBot, library: Library, drawing: BodyDrawing) -> Explainer:
    return Explainer(qtbot, library, drawing, Explaining(place=FACE, cause=HEMIFACIAL))


@pytest.fixture
def calf(qtbot: QtBot, library: Library, drawing: BodyDrawing) -> Explainer:
    return Explainer(qtbot, library, drawing, Explaining(place=CALF, cause=CRAMP))


# ------------------------------------------------------------------ what is read


def test_the_mechanism_is_told_one_sentence_at_a_time(face: Explainer, library: Library) -> None:
    steps = mechanism_steps(library.causes[HEMIFACIAL])
    assert face.reads(steps[0])
    assert not face.reads(steps[1])
    face.button("stepAfter").click()
    assert face.reads(steps[1])
    assert not face.reads(steps[0])


def test_arrows_tell_the_next_sentence_wherever_the_keyboard_is(face: Explainer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(face.page.moved) as caught:
        QTest.keyClick(face.page, Qt.Key.Key_Right)
    assert caught.args[0].step == 1
    with qtbot.waitSignal(face.page.moved):
        QTest.keyClick(face.page, Qt.Key.Key_Left)
    assert face.page.state.step == 0
    QTest.keyClick(face.page, Qt.Key.Key_Left)
    assert face.page.state.step == 0


def test_the_ring_stands_at_the_facial_nerve_and_is_named(face: Explainer) -> None:
    assert face.stage.shown.view == "side-left"
    assert [ring.spot for ring in face.stage.shown.rings] == ["facial-nerve"]
    assert face.reads("Facial nerve")
    assert face.reads("seventh cranial nerve")
    assert "Facial nerve" in face.stage.accessibleName()


def test_a_touch_on_the_name_of_a_muscle_tells_its_action(calf: Explainer, library: Library) -> None:
    name = calf.stage.names[0]
    name.click()
    assert calf.reads(f"{name.muscle.name}: {name.muscle.action}")
    assert name.isChecked()
    name.click()
    assert not calf.reads(name.muscle.action)


def test_lay_and_clinical_names_stand_together(calf: Explainer) -> None:
    for name in calf.stage.names:
        assert name.muscle.name in name.accessibleName()
        assert name.muscle.clinical_name in name.accessibleName()


@pytest.mark.parametrize("size", [(1280, 740), (768, 1220), (1024, 700)])
@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("region", ["shoulder", "thigh-front", "back-neck", "forearm"])
def test_names_never_overlap_and_stay_on_the_stage(
    qtbot: QtBot, library: Library, drawing: BodyDrawing, size: tuple[int, int], text: float, region: str
) -> None:
    state = Explaining(place=Place(RegionId(region), Side.LEFT))
    seen = Explainer(qtbot, library, drawing, state, size=size, text=text)
    boxes = [name.geometry() for name in seen.stage.names]
    for index, box in enumerate(boxes):
        assert seen.stage.rect().contains(box)
        assert not any(box.intersects(other) for other in boxes[index + 1 :])
    told = {name.muscle.id for name in seen.stage.names} | {muscle.id for muscle in seen.stage.unnamed}
    assert told == {muscle.id for muscle, _ in seen.stage.shown.names if seen.stage.point_of(muscle.id)}


def test_names_too_many_for_one_edge_go_to_the_other_and_then_are_left_out() -> None:
    sizes, points = [(80.0, 40.0)] * 6, [(10.0, 50.0)] * 6
    placed = place_names(sizes, points, (400.0, 140.0), middle=200.0, top=0.0, bottom=140.0)
    assert sum(one is None for one in placed) == 0
    assert sum(one is not None and one[1] for one in placed) == 3
    only_left = place_names(sizes, points, (400.0, 140.0), (True,), middle=200.0, top=0.0, bottom=140.0)
    assert sum(one is None for one in only_left) == 3


def test_it_works_without_a_drawing(qtbot: QtBot, library: Library) -> None:
    seen = Explainer(qtbot, library, None, Explaining(place=FACE, cause=HEMIFACIAL))
    assert seen.reads(mechanism_steps(library.causes[HEMIFACIAL])[0])


def test_text_from_content_is_shown_as_it_was_typed(face: Explainer) -> None:
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in face.page.findChildren(QLabel) if one.text())


# ------------------------------------------------------------------ choosing without a visit


def test_a_place_is_touched_and_a_cause_chosen_without_a_visit(
    qtbot: QtBot, library: Library, drawing: BodyDrawing
) -> None:
    seen = Explainer(qtbot, library, drawing, Explaining())
    outline = drawing.view("front").outline("thigh-front", "left")
    assert outline is not None
    QTest.mouseClick(seen.stage, Qt.MouseButton.LeftButton, pos=seen.at(*outline.centre))
    assert seen.page.state.place == Place(RegionId("thigh-front"), Side.LEFT)
    seen.button("explainCause.quad-strain").click()
    assert seen.reads(library.causes[CauseId("quad-strain")].name)
    assert seen.model.visit.places == ()


def test_places_and_causes_can_be_chosen_from_lists(qtbot: QtBot, library: Library, drawing: BodyDrawing) -> None:
    seen = Explainer(qtbot, library, drawing, Explaining())
    seen.button("explainPlace").click()
    seen.button("explainAt.calf:left").click()
    seen.button(f"explainCause.{CRAMP}").click()
    assert seen.page.state == Explaining(place=CALF, cause=CRAMP)


def test_another_place_puts_a_cause_aside_that_is_not_felt_there(library: Library) -> None:
    assert Explaining(place=FACE, cause=HEMIFACIAL).at(CALF, library) == Explaining(place=CALF, choosing="cause")
    moved = Explaining(place=CALF, cause=CRAMP).at(Place(RegionId("foot"), Side.LEFT), library)
    assert moved.cause == CRAMP


def test_front_back_and_the_whole_figure_are_one_touch_away(calf: Explainer) -> None:
    seen = [calf.stage.shown.is_close]
    calf.button("explainWhole").click()
    seen.append(calf.stage.shown.is_close)
    assert seen == [True, False]
    calf.button("explainView.front").click()
    assert calf.stage.shown.view == "front"


# ------------------------------------------------------------------ the pen


def test_the_pen_draws_in_places_of_the_body(calf: Explainer, qtbot: QtBot) -> None:
    calf.button("pen").click()
    with qtbot.waitSignal(calf.model.marks_changed):
        calf.draws((350, 1400), (380, 1420), (370, 1470))
    (mark,) = calf.model.marks
    assert mark.view == "back"
    assert mark.points[0] == pytest.approx((350, 1400), abs=2)
    assert mark.points[-1] == pytest.approx((370, 1470), abs=2)


def test_a_mark_stays_on_the_body_when_the_view_grows(calf: Explainer) -> None:
    calf.button("pen").click()
    calf.draws((350, 1400), (380, 1420))
    before = calf.model.marks
    calf.page.resize(1600, 900)
    calf.button("explainWhole").click()
    assert calf.model.marks == before


def test_a_mark_is_seen_on_its_own_view_alone(calf: Explainer) -> None:
    blank = calf.stage.grab().toImage()
    calf.model.change_marks(lambda marks: marks.adding(Mark("front", ((620.0, 1400.0), (600.0, 1450.0)))))
    assert calf.stage.grab().toImage() == blank
    calf.model.change_marks(lambda marks: marks.adding(Mark("back", ((380.0, 1400.0), (360.0, 1450.0)))))
    assert calf.stage.grab().toImage() != blank


def test_with_the_pen_a_press_chooses_no_other_place(calf: Explainer) -> None:
    calf.button("pen").click()
    calf.draws((350, 1400))
    assert calf.page.state.place == CALF
    assert len([*calf.model.marks]) == 1


def test_one_mark_is_erased_where_it_is_touched(calf: Explainer) -> None:
    calf.button("pen").click()
    calf.draws((350, 1400), (390, 1400))
    calf.draws((350, 1500), (390, 1500))
    calf.button("eraser").click()
    calf.draws((370, 1400))
    (left,) = calf.model.marks
    assert left.points[0] == pytest.approx((350, 1500), abs=2)


def test_undo_and_erase_all(calf: Explainer) -> None:
    calf.button("markPlace").click()
    calf.button("markPlace").click()
    calf.button("eraseAll").click()
    assert [*calf.model.marks] == []
    calf.button("undoMark").click()
    assert len([*calf.model.marks]) == 2
    calf.button("undoMark").click()
    assert len([*calf.model.marks]) == 1


def test_keys_mark_undo_and_erase_without_a_pointer(calf: Explainer, drawing: BodyDrawing) -> None:
    QTest.keyClick(calf.page, Qt.Key.Key_M)
    (mark,) = calf.model.marks
    outline = drawing.view("back").outline("calf", "left")
    assert outline is not None
    assert min(x for x, _ in mark.points) < outline.centre[0] < max(x for x, _ in mark.points)
    QTest.keyClick(calf.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [*calf.model.marks] == []
    QTest.keyClick(calf.page, Qt.Key.Key_M)
    QTest.keyClick(calf.page, Qt.Key.Key_Delete)
    assert [*calf.model.marks] == []


def test_a_mark_changes_no_answer(calf: Explainer) -> None:
    visit, assessment = calf.model.visit, calf.model.assessment
    with calf.qtbot.assertNotEmitted(calf.model.changed):
        calf.button("markPlace").click()
    assert (calf.model.visit, calf.model.assessment) == (visit, assessment)


def test_the_names_leave_the_pen_alone(calf: Explainer) -> None:
    calf.button("pen").click()
    assert not any(name.isEnabled() for name in calf.page.findChildren(MuscleName))
    calf.button("pen").click()
    assert all(name.isEnabled() for name in calf.page.findChildren(MuscleName))


def test_everything_that_can_be_pressed_has_a_name(calf: Explainer) -> None:
    pressable = [one for one in calf.page.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert all(one.accessibleName() for one in pressable if one.isVisible())
