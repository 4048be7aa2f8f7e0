"""Whoever sits in a wheelchair has everything in the lower half of an upright screen, for as long as they are there."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app, places
from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.kiosk.config import KioskConfig
from spasm_gui.kiosk.idle import IdleWatch
from spasm_gui.kiosk.kiosk import Kiosk
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.library import Library
from spasm_gui.languages import Languages
from spasm_gui.pseudo import RIGHT_TO_LEFT
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.window import Window
from tests.journeys import looks
from tests.kiosk.visitor import COUNTDOWN_MS, LEFT_CALF, QUIET_MS, Clock, come, let_pass, named, settle

UPRIGHT = (768, 1366)
OpenUpright = Callable[..., Kiosk]


@pytest.fixture
def open_upright(
    qtbot: QtBot,
    library: Library,
    drawing: BodyDrawing,
    config: KioskConfig,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[OpenUpright]:
    """Opens a kiosk on a screen of a size, whatever the display of the tests is, past its start screen."""
    languages = Languages(places.content_dir(), library)

    def opened(size: tuple[int, int] = UPRIGHT, text_percent: int = 100, language: str = "en") -> Kiosk:
        monkeypatch.setattr(QScreen, "geometry", lambda _screen: QRect(0, 0, *size))
        app.application()
        watch = IdleWatch(QUIET_MS, COUNTDOWN_MS, clock_ms=clock)
        theme = Theme(app.tokens(), "light", text_percent / 100, is_kiosk=True)
        kiosk = app.kiosk_on(languages.speak(language), config, theme, drawing, watch)
        qtbot.addWidget(kiosk.window, before_close_func=QWidget.hide)
        kiosk.begin()
        come(kiosk)
        assert kiosk.window.size().toTuple() == size
        return kiosk

    yield opened
    languages.fall_silent()


def touchable(window: Window) -> dict[str, QRect]:
    """Where everything lies that can be pressed."""
    return {
        one.objectName() or one.text(): QRect(one.mapTo(window, QPoint(0, 0)), one.size())
        for one in window.findChildren(QAbstractButton)
        if one.isVisible() and not one.visibleRegion().isEmpty()
    }


def lower(window: Window) -> None:
    named(window, "lowerHalf").click()
    settle()


def reach_an_emergency(window: Window) -> None:
    window.model.answer("hard-breathing", Answer.YES)


def open_a_cause(window: Window) -> None:
    window.open_cause("night-leg-cramp")


def browse(window: Window) -> None:
    named(window, "browse").click()


@pytest.mark.parametrize(
    "step",
    [lambda _window: None, lambda window: window.touch(LEFT_CALF), open_a_cause, browse, reach_an_emergency],
    ids=["first page", "questions", "a cause", "A to Z", "an emergency"],
)
def test_one_touch_puts_everything_touchable_into_the_lower_half(
    open_upright: OpenUpright, step: Callable[[Window], None]
) -> None:
    window = open_upright().window
    lower(window)
    if step is reach_an_emergency:
        window.touch(LEFT_CALF)
    step(window)
    settle()
    places = touchable(window)
    assert "startOver" in places
    assert {name: box.getRect() for name, box in places.items() if box.top() < window.height() // 2} == {}
    assert list(looks.sticks_out(window)) == []


def test_above_stands_the_clinic_and_nothing_to_touch(open_upright: OpenUpright) -> None:
    window = open_upright().window
    lower(window)
    above = window.findChild(QWidget, "upperHalf")
    assert above is not None and above.isVisible()
    assert above.geometry() == QRect(0, 0, 768, 683)
    assert above.findChildren(QAbstractButton) == []
    assert list(looks.cut_texts(above)) == []


def test_the_countdown_and_the_pin_come_into_the_lower_half_too(open_upright: OpenUpright, clock: Clock) -> None:
    kiosk = open_upright()
    window = kiosk.window
    lower(window)
    let_pass(kiosk.watch, clock, QUIET_MS)
    settle()
    sheet = window.findChild(QWidget, "idleSheet")
    assert sheet is not None and sheet.geometry() == window.room
    assert [*looks.cut_texts(sheet), *looks.overlaps(sheet)] == []
    named(window, "stillHere").click()
    settle()
    kiosk._lock.exit_gesture_made.emit()
    settle()
    pad = window.findChild(QWidget, "pinPad")
    assert pad is not None and pad.geometry() == window.room
    assert [*looks.cut_texts(pad), *looks.overlaps(pad)] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_countdown_has_room_for_longer_words(open_upright: OpenUpright, clock: Clock, language: str) -> None:
    kiosk = open_upright(language=language)
    for is_lowered in (False, True):
        kiosk.window.keep_to_lower_half(is_lowered)
        let_pass(kiosk.watch, clock, QUIET_MS)
        settle()
        sheet = kiosk.window.findChild(QWidget, "idleSheet")
        assert sheet is not None
        assert [*looks.cut_texts(sheet), *looks.overlaps(sheet)] == []
        named(kiosk.window, "stillHere").click()
        settle()


def test_the_digits_of_the_pin_stand_alike_in_every_language(open_upright: OpenUpright) -> None:
    kiosk = open_upright(language=RIGHT_TO_LEFT.code)
    kiosk._lock.exit_gesture_made.emit()
    settle()
    assert named(kiosk.window, "pin.1").x() < named(kiosk.window, "pin.2").x() < named(kiosk.window, "pin.3").x()


def test_the_same_button_gives_the_whole_screen_back(open_upright: OpenUpright) -> None:
    window = open_upright().window
    lower(window)
    window.touch(LEFT_CALF)
    settle()
    lower(window)
    assert window.room == window.rect()
    assert window.findChild(QWidget, "upperHalf") is None
    assert window.model.visit.places == (LEFT_CALF,)


def test_the_next_visit_has_the_whole_screen(open_upright: OpenUpright, clock: Clock) -> None:
    kiosk = open_upright()
    window = kiosk.window
    lower(window)
    let_pass(kiosk.watch, clock, QUIET_MS)
    let_pass(kiosk.watch, clock, COUNTDOWN_MS)
    settle()
    start = window.findChild(QWidget, "attractPage")
    assert start is not None and start.geometry() == window.rect()
    come(kiosk)
    assert window.room == window.rect()
    assert window.findChild(QWidget, "upperHalf") is None
    lower(window)
    named(window, "startOver").click()
    settle()
    assert window.room == window.rect()


@pytest.mark.parametrize("size", [(768, 950), (1280, 800), (1920, 1080)])
def test_it_is_offered_only_where_half_a_screen_is_a_page(open_upright: OpenUpright, size: tuple[int, int]) -> None:
    window = open_upright(size).window
    assert window.findChild(QAbstractButton, "lowerHalf") is None
    window.keep_to_lower_half(True)
    assert window.room == window.rect()


def test_a_screen_that_is_turned_gives_all_of_itself(
    open_upright: OpenUpright, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = open_upright()
    lower(kiosk.window)
    monkeypatch.setattr(QScreen, "geometry", lambda _screen: QRect(0, 0, 1366, 768))
    kiosk._lock.cover_screen()
    settle()
    assert kiosk.window.room == kiosk.window.rect()
    assert kiosk.window.findChild(QWidget, "upperHalf") is None


@pytest.mark.parametrize("text_percent", [100, 200])
def test_targets_grow_with_the_text_and_none_is_smaller_than_60_pixels(
    open_upright: OpenUpright, text_percent: int
) -> None:
    window = open_upright((1080, 1920), text_percent).window
    least = 60 if text_percent == 100 else 70  # half a screen has no room for twice as large
    steps: tuple[Callable[[Window], None], ...] = (lambda _window: None, lambda one: one.touch(LEFT_CALF), lower)
    for step in steps:
        step(window)
        settle()
        heights = {name: box.height() for name, box in touchable(window).items() if not name.startswith("region.")}
        assert {name: height for name, height in heights.items() if height < least} == {}


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_act_of_an_emergency_is_never_cut_on_a_narrow_screen(open_upright: OpenUpright, language: str) -> None:
    window = open_upright(language=language).window
    window.touch(LEFT_CALF)
    window.model.answer("chest-pressure", Answer.YES)
    settle()
    act = window.findChild(QWidget, "adviceWord")
    assert act is not None
    assert [one for one in looks.cut_texts(window) if one.startswith("adviceWord")] == []
    assert act.visibleRegion().boundingRect() == act.rect()
