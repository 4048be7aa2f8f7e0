"""Hands on the body: touch, mouse, wheel and two fingers, sent as a screen or a mouse sends them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.drawing.pictures import load_drawing
from spasm_gui.places import assets_dir, content_dir
from spasm_gui.reading.library import read_library
from spasm_gui.screens.body_map import BodyMap, LitPlace, MapWords
from spasm_gui.screens.body_map_buttons import RegionButton
from spasm_gui.screens.body_map_hands import SLOP_PX
from spasm_gui.screens.figure import Figure
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from tests.screens.keyboard import press

DRAWING = load_drawing(assets_dir())
NAMES = {
    (outline.region, outline.side): f"{outline.side} {outline.region.replace('-', ' ')}"
    for name in DRAWING.views
    for outline in DRAWING.view(name).outlines
}
WORDS = MapWords("Your left", "Your right", "Whole body", "Right calf instead", "Back view.")
MIDDLE = QPoint(302, 368)
KNEE = ("knee", "left")


@pytest.fixture
def body(qtbot: QtBot) -> Iterator[BodyMap]:
    app.application()
    body = BodyMap(DRAWING, NAMES)
    qtbot.addWidget(body)
    body.set_figure_theme(Theme(app.tokens(), "light").figure)
    body.set_words(WORDS)
    body.set_reduced_motion(True)
    body.resize(604, 736)
    with qtbot.waitExposed(body):
        body.show()
    body.activateWindow()
    yield body


@pytest.fixture(scope="module")
def screen(qapp: QApplication) -> QPointingDevice:
    device: QPointingDevice = QTest.createTouchDevice()
    return device


class Fingers:
    """Fingers on a touch screen; each has a name."""

    def __init__(self, body: BodyMap, screen: QPointingDevice) -> None:
        self._body, self._screen = body, screen
        self._held: dict[str, QPoint] = {}

    def down(self, **at: QPoint) -> None:
        self._all("press", at)

    def to(self, **at: QPoint) -> None:
        self._all("move", at)

    def up(self, **at: QPoint) -> None:
        self._all("release", at)
        for name in at:
            del self._held[name]

    def _all(self, what: str, at: dict[str, QPoint]) -> None:
        sequence = QTest.touchEvent(self._body.window().windowHandle(), self._screen, False)
        for number, name in enumerate(("one", "two")):
            if name in at:
                getattr(sequence, what)(number, self._body.mapTo(self._body.window(), at[name]))
            elif name in self._held:  # a sequence knows nothing of the one before, so it has to be told
                sequence.move(number, self._body.mapTo(self._body.window(), self._held[name]))
        sequence.commit()
        self._held |= at


@pytest.fixture
def fingers(body: BodyMap, screen: QPointingDevice) -> Fingers:
    return Fingers(body, screen)


def middle_of(body: BodyMap, region: str, side: str) -> QPoint:
    """Where the widest part of a region lies on the stage, from the button's place and not from the framing."""
    button = body.region_button(region, side)
    assert button is not None
    left, top, _width, height = button.outline.box
    x, y = button.outline.centre
    polygon = button.mask().boundingRect().translated(button.pos())
    scale = polygon.height() / height
    return QPoint(round(polygon.x() + (x - left) * scale), round(polygon.y() + (y - top) * scale))


def width_of(body: BodyMap, region: str = "knee", side: str = "left") -> int:
    button = body.region_button(region, side)
    assert button is not None
    return button.width()


def turn_wheel(body: BodyMap, at: QPoint, notches: int) -> None:
    where = body.mapTo(body.window(), at)
    QTest.wheelEvent(body.window().windowHandle(), QPointF(where), QPoint(0, 120 * notches))


def enlarge(qtbot: QtBot, body: BodyMap, at: QPoint, notches: int = 4) -> None:
    with qtbot.waitSignal(body.settled):
        turn_wheel(body, at, notches)


def whole_body(body: BodyMap) -> QAbstractButton:
    button = body.findChild(QAbstractButton, "wholeBody")
    assert isinstance(button, QAbstractButton)
    return button


# ------------------------------------------------------------------ a touch


@pytest.mark.parametrize("view", ["front", "back"])
def test_a_finger_touches_every_region(qtbot: QtBot, body: BodyMap, fingers: Fingers, view: str) -> None:
    body.show_view(view)
    for outline in DRAWING.view(view).outlines:
        at = middle_of(body, outline.region, outline.side)
        with qtbot.waitSignal(body.region_touched) as caught:
            fingers.down(one=at)
            fingers.up(one=at)
        assert caught.args == [outline.region, outline.side]


def test_a_finger_sees_the_name_of_what_it_is_about_to_choose(body: BodyMap, fingers: Fingers) -> None:
    before = body.grab().toImage()
    at = middle_of(body, *KNEE)
    fingers.down(one=at)
    assert body.grab().toImage() != before
    fingers.up(one=at)
    assert body.grab().toImage() == before


def test_an_unsteady_finger_still_touches(qtbot: QtBot, body: BodyMap, fingers: Fingers) -> None:
    at = middle_of(body, "thigh-front", "left")
    with qtbot.waitSignal(body.region_touched):
        fingers.down(one=at)
        fingers.to(one=at + QPoint(0, SLOP_PX + 4))
        fingers.up(one=at + QPoint(0, SLOP_PX + 4))


def test_a_finger_that_slides_off_its_region_touches_nothing(qtbot: QtBot, body: BodyMap, fingers: Fingers) -> None:
    with qtbot.assertNotEmitted(body.region_touched):
        fingers.down(one=middle_of(body, *KNEE))
        fingers.to(one=middle_of(body, "shin", "left"))
        fingers.up(one=middle_of(body, "shin", "left"))


def test_a_touch_that_the_screen_takes_back_touches_nothing(
    qtbot: QtBot, body: BodyMap, fingers: Fingers, screen: QPointingDevice
) -> None:
    at = middle_of(body, *KNEE)
    with qtbot.assertNotEmitted(body.region_touched):
        fingers.down(one=at)
        body.hands.forget()
        fingers.up(one=at)


def test_two_quick_touches_are_two_touches(qtbot: QtBot, body: BodyMap) -> None:
    touched: list[tuple[str, str]] = []
    body.region_touched.connect(lambda region, side: touched.append((region, side)))
    window, at = body.window().windowHandle(), middle_of(body, *KNEE)
    QTest.mouseDClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert touched == [KNEE, KNEE]


def test_only_the_left_button_of_a_mouse_touches(qtbot: QtBot, body: BodyMap) -> None:
    button = body.region_button(*KNEE)
    assert button is not None
    with qtbot.assertNotEmitted(body.region_touched):
        for other in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
            QTest.mouseClick(button, other)


# ------------------------------------------------------------------ wheel


def test_the_wheel_enlarges_what_the_pointer_is_on(qtbot: QtBot, body: BodyMap) -> None:
    at, small = middle_of(body, *KNEE), width_of(body)
    enlarge(qtbot, body, at)
    assert width_of(body) > 2 * small
    assert (middle_of(body, *KNEE) - at).manhattanLength() < 6
    assert body.is_close
    assert not body.is_zoomed


def test_the_wheel_leads_back_to_the_same_picture(qtbot: QtBot, body: BodyMap) -> None:
    before = body.grab().toImage()
    enlarge(qtbot, body, middle_of(body, *KNEE))
    assert body.grab().toImage() != before
    enlarge(qtbot, body, QPoint(100, 100), -9)
    assert not body.is_close
    assert body.grab().toImage() == before


def test_nothing_is_larger_than_its_sharpest_picture_allows(qtbot: QtBot, body: BodyMap) -> None:
    enlarge(qtbot, body, MIDDLE, 40)
    largest = width_of(body, "abdomen")
    turn_wheel(body, MIDDLE, 3)
    assert width_of(body, "abdomen") == largest


def test_what_the_wheel_enlarged_can_be_touched_at_once(qtbot: QtBot, body: BodyMap, fingers: Fingers) -> None:
    at = middle_of(body, *KNEE)
    turn_wheel(body, at, 3)
    with qtbot.waitSignal(body.region_touched) as caught:
        fingers.down(one=at)
        fingers.up(one=at)
    assert caught.args == list(KNEE)


def test_a_touchpad_pinch_enlarges(qtbot: QtBot, body: BodyMap, screen: QPointingDevice) -> None:
    small, at = width_of(body), QPointF(middle_of(body, *KNEE))
    kind = Qt.NativeGestureType.ZoomNativeGesture
    with qtbot.waitSignal(body.settled):
        for _ in range(5):
            event = QNativeGestureEvent(kind, screen, 2, at, at, at, 0.2, QPointF())
            QApplication.sendEvent(body, event)
    assert width_of(body) > 2 * small


# ------------------------------------------------------------------ pinch


def pinch(fingers: Fingers, at: QPoint, spread: int, wider: int) -> None:
    aside = QPoint(0, spread)
    fingers.down(one=at - aside)
    fingers.down(two=at + aside)
    for step in (1, 2, 3, 4):
        away = QPoint(0, spread + (wider - spread) * step // 4)
        fingers.to(one=at - away, two=at + away)


def let_go(fingers: Fingers, at: QPoint, wider: int) -> None:
    fingers.up(two=at + QPoint(0, wider))
    fingers.up(one=at - QPoint(0, wider))


def test_two_fingers_enlarge_what_lies_between_them_and_choose_nothing(
    qtbot: QtBot, body: BodyMap, fingers: Fingers
) -> None:
    at, small = middle_of(body, *KNEE), width_of(body)
    with qtbot.assertNotEmitted(body.region_touched, wait=50), qtbot.waitSignal(body.settled):
        pinch(fingers, at, 40, 120)
        let_go(fingers, at, 120)
    assert 2.6 * small < width_of(body) < 3.4 * small
    assert (middle_of(body, *KNEE) - at).manhattanLength() < 40  # as far as the figure still fills the stage


def test_the_last_finger_of_a_pinch_chooses_nothing(qtbot: QtBot, body: BodyMap, fingers: Fingers) -> None:
    at = middle_of(body, *KNEE)
    pinch(fingers, at, 40, 90)
    with qtbot.assertNotEmitted(body.region_touched, wait=50):
        fingers.up(two=at + QPoint(0, 90))
        fingers.to(one=at - QPoint(0, 88))
        fingers.up(one=at - QPoint(0, 88))


def test_pinching_closed_gives_the_whole_figure_back(qtbot: QtBot, body: BodyMap, fingers: Fingers) -> None:
    before = body.grab().toImage()
    enlarge(qtbot, body, MIDDLE)
    with qtbot.waitSignal(body.settled):
        pinch(fingers, MIDDLE, 250, 20)
        let_go(fingers, MIDDLE, 20)
    assert not body.is_close
    assert body.grab().toImage() == before


def test_a_place_pinched_small_asks_for_the_whole_body(qtbot: QtBot, body: BodyMap, fingers: Fingers) -> None:
    body.zoom_to(*KNEE)
    with qtbot.waitSignal(body.whole_body_requested):
        pinch(fingers, MIDDLE, 330, 10)
        let_go(fingers, MIDDLE, 10)


def test_a_pinch_whose_end_is_lost_traps_nobody(qtbot: QtBot, body: BodyMap, fingers: Fingers) -> None:
    before = body.grab().toImage()
    with qtbot.waitSignal(body.settled):
        pinch(fingers, middle_of(body, *KNEE), 40, 130)
    body.hands.forget()  # the screen says nothing of these fingers any more
    assert whole_body(body).isVisible()
    with qtbot.waitSignal(body.settled), qtbot.assertNotEmitted(body.whole_body_requested):
        QTest.mouseClick(whole_body(body), Qt.MouseButton.LeftButton)
    assert not body.is_close
    assert not whole_body(body).isVisible()
    assert body.grab().toImage() == before


def test_the_way_back_can_be_touched_by_a_finger(qtbot: QtBot, body: BodyMap, fingers: Fingers) -> None:
    enlarge(qtbot, body, MIDDLE)
    at = whole_body(body).geometry().center()
    with qtbot.assertNotEmitted(body.region_touched), qtbot.waitSignal(body.settled):
        fingers.down(one=at)
        fingers.up(one=at)
    assert not body.is_close


# ------------------------------------------------------------------ push


def test_a_finger_pushes_an_enlarged_picture_and_chooses_nothing(qtbot: QtBot, body: BodyMap, fingers: Fingers) -> None:
    enlarge(qtbot, body, middle_of(body, *KNEE), 3)
    at = middle_of(body, *KNEE)
    with qtbot.assertNotEmitted(body.region_touched, wait=50), qtbot.waitSignal(body.settled):
        fingers.down(one=at)
        for step in range(1, 6):
            fingers.to(one=at - QPoint(0, 30 * step))
        fingers.up(one=at - QPoint(0, 150))
    moved = middle_of(body, *KNEE) - at
    assert -160 <= moved.y() <= -120


def test_the_mouse_pushes_too(qtbot: QtBot, body: BodyMap) -> None:
    enlarge(qtbot, body, middle_of(body, *KNEE), 3)
    at = middle_of(body, *KNEE)
    window = body.window().windowHandle()
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    with qtbot.assertNotEmitted(body.region_touched, wait=50), qtbot.waitSignal(body.settled):
        QTest.mousePress(window, left, none, at)
        QTest.mouseMove(window, at - QPoint(0, 60))
        QTest.mouseMove(window, at - QPoint(0, 100))
        QTest.mouseRelease(window, left, none, at - QPoint(0, 100))
    assert (middle_of(body, *KNEE) - at).y() < -90


def test_a_steady_finger_chooses_in_an_enlarged_picture(qtbot: QtBot, body: BodyMap, fingers: Fingers) -> None:
    enlarge(qtbot, body, middle_of(body, *KNEE), 3)
    at = middle_of(body, *KNEE)
    with qtbot.waitSignal(body.region_touched) as caught:
        fingers.down(one=at)
        fingers.to(one=at + QPoint(SLOP_PX // 2, 0))
        fingers.up(one=at + QPoint(SLOP_PX // 2, 0))
    assert caught.args == list(KNEE)


def test_the_figure_cannot_be_pushed_off_the_stage(qtbot: QtBot, body: BodyMap, fingers: Fingers) -> None:
    enlarge(qtbot, body, MIDDLE, 4)
    for way in (QPoint(-500, 0), QPoint(500, 0), QPoint(0, 600), QPoint(0, -600)):
        for _ in range(4):
            fingers.down(one=MIDDLE)
            fingers.to(one=MIDDLE + way / 2)
            fingers.to(one=MIDDLE + way)
            fingers.up(one=MIDDLE + way)
        seen = [one for one in body.findChildren(RegionButton) if body.rect().intersects(one.geometry())]
        assert len(seen) >= 3


def test_a_large_place_can_be_pushed_aside_and_stays_the_chosen_one(
    qtbot: QtBot, body: BodyMap, fingers: Fingers
) -> None:
    body.show_lit([LitPlace(*KNEE)])
    body.zoom_to(*KNEE)
    at = middle_of(body, *KNEE)
    with qtbot.waitSignal(body.settled):
        fingers.down(one=at)
        fingers.to(one=at + QPoint(0, 80))
        fingers.up(one=at + QPoint(0, 80))
    assert body.is_zoomed
    assert 60 <= (middle_of(body, *KNEE) - at).y() <= 90


# ------------------------------------------------------------------ what else the hands meet


def test_another_view_is_shown_whole(qtbot: QtBot, body: BodyMap) -> None:
    enlarge(qtbot, body, MIDDLE)
    body.show_view("back")
    assert not body.is_close


def test_a_stage_of_another_size_keeps_what_hands_enlarged(qtbot: QtBot, body: BodyMap) -> None:
    enlarge(qtbot, body, middle_of(body, *KNEE))
    large = width_of(body)
    body.resize(700, 800)
    assert body.is_close
    assert width_of(body) == large


def test_the_words_for_left_and_right_stay_on_an_enlarged_figure(qtbot: QtBot, body: BodyMap) -> None:
    enlarge(qtbot, body, QPoint(302, 500), 3)
    with_words = body.grab().toImage()
    body.set_words(MapWords("", "", "Whole body"))
    without = body.grab().toImage()
    assert with_words.copy(0, 0, 150, 60) != without.copy(0, 0, 150, 60)
    assert with_words.copy(454, 0, 150, 60) != without.copy(454, 0, 150, 60)


def test_hands_leave_no_timer_running(qtbot: QtBot, body: BodyMap) -> None:
    enlarge(qtbot, body, MIDDLE)
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in body.findChildren(QTimer)))
    assert not body.is_moving


@pytest.mark.parametrize("size", [(704, 700), (424, 640)])
def test_nothing_lies_over_an_enlarged_figure_but_the_way_back(qtbot: QtBot, size: tuple[int, int]) -> None:
    app.application()
    figure = Figure(VisitModel(read_library(content_dir())), DRAWING, Theme(app.tokens(), "light"), reduced_motion=True)
    qtbot.addWidget(figure)
    figure.resize(*size)
    with qtbot.waitExposed(figure):
        figure.show()
    body, names = figure.body_map, names_of_controls(figure)
    before = body.grab().toImage()
    assert "closeUp.head" in names
    enlarge(qtbot, body, QPoint(200, 300))
    assert names_of_controls(figure) == {"wholeBody"}
    with qtbot.waitSignal(body.settled):
        QTest.mouseClick(whole_body(body), Qt.MouseButton.LeftButton)
    assert names_of_controls(figure) == names
    assert body.grab().toImage() == before


def names_of_controls(figure: Figure) -> set[str]:
    buttons = figure.findChildren(QAbstractButton)
    return {one.objectName() for one in buttons if one.isVisible() and not isinstance(one, RegionButton)}


# ------------------------------------------------------------------ keys on an enlarged picture


def test_plus_enlarges_around_the_focus_and_escape_takes_it_back(qtbot: QtBot, body: BodyMap) -> None:
    button = body.region_button(*KNEE)
    assert button is not None
    button.setFocus(Qt.FocusReason.TabFocusReason)
    small = button.width()
    with qtbot.waitSignal(body.settled):
        for _ in range(4):
            press(Qt.Key.Key_Plus)
    assert button.width() > 2 * small
    with qtbot.waitSignal(body.settled):
        press(Qt.Key.Key_Escape)
    assert button.width() == small
    assert QApplication.focusWidget() is button


def test_minus_leads_back(qtbot: QtBot, body: BodyMap) -> None:
    enlarge(qtbot, body, MIDDLE, 2)
    body.take_focus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(body.settled):
        for _ in range(4):
            press(Qt.Key.Key_Minus)
    assert not body.is_close


def test_arrows_bring_every_region_of_an_enlarged_picture_into_sight(qtbot: QtBot, body: BodyMap) -> None:
    button = body.region_button("scalp", "left")
    assert button is not None
    enlarge(qtbot, body, middle_of(body, "scalp", "left"), 4)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    reached = []
    for _ in range(12):
        press(Qt.Key.Key_Down)
        focused = QApplication.focusWidget()
        assert isinstance(focused, RegionButton)
        reached.append(focused.place[0])
        shown = focused.geometry() & body.rect()
        assert shown.width() * shown.height() > 0.2 * focused.width() * focused.height()
    assert "foot" in reached
    assert body.is_close
