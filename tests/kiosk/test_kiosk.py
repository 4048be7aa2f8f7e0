"""People come and go: nothing of one visit is there for the next."""

import gc
from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from spasm_gui import app
from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.kiosk.config import KioskConfig
from spasm_gui.kiosk.kiosk import Kiosk
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.knowledge.visit import Visit
from spasm_gui.screens.icons import icon_pixmap
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import PassedPage, VisitModel
from spasm_gui.screens.window import Window
from tests.kiosk.conftest import OpenKiosk
from tests.kiosk.visitor import (
    COUNTDOWN_MS,
    LEFT_CALF,
    QUIET_MS,
    Clock,
    come,
    fill_in,
    finish_pages,
    held_of_a_visit,
    let_pass,
    named,
    settle,
)


def description(window: Window) -> list[tuple[object, ...]]:
    """What every widget is, says and shows, in the order in which they lie."""

    def walk(widget: QWidget) -> Iterator[QWidget]:
        yield widget
        for child in widget.children():
            if isinstance(child, QWidget):
                yield from walk(child)

    finish_pages(window)
    described: list[tuple[object, ...]] = []
    for widget in walk(window):
        text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
        is_checked = widget.isChecked() if isinstance(widget, QAbstractButton) else None
        offset = widget.verticalScrollBar().value() if isinstance(widget, QAbstractScrollArea) else None
        font_px = widget.font().pixelSize()
        described.append(
            (
                type(widget).__name__,
                widget.objectName(),
                text,
                widget.accessibleName(),
                is_checked,
                offset,
                font_px,
                widget.isVisible(),
                widget.isEnabled(),
                widget.geometry().getRect(),
            )
        )
    return described


def test_the_start_screen_lies_over_a_fresh_window_and_a_touch_opens_it(kiosk: Kiosk) -> None:
    window = kiosk.window
    assert not kiosk.watch.is_running
    assert window.childAt(window.rect().center()) is named(window, "attractPage")
    QTest.mouseClick(named(window, "attractPage"), Qt.MouseButton.LeftButton)
    settle()
    assert window.findChild(QWidget, "attractPage") is None
    assert window.mode == "home"
    assert kiosk.watch.is_running


def test_any_key_opens_it_too(kiosk: Kiosk) -> None:
    QTest.keyClick(named(kiosk.window, "attractPage"), Qt.Key.Key_J)
    settle()
    assert kiosk.window.findChild(QWidget, "attractPage") is None


def test_the_start_screen_stays_on_top_of_a_page_that_is_built_under_it(kiosk: Kiosk) -> None:
    kiosk.window.rebuild()
    settle()
    assert kiosk.window.childAt(kiosk.window.rect().center()) is named(kiosk.window, "attractPage")
    assert QApplication.focusWidget() in (None, named(kiosk.window, "attractPage"))


def test_the_icons_of_a_look_that_nobody_uses_any_more_are_not_kept(kiosk: Kiosk) -> None:
    come(kiosk)
    large = icon_pixmap("check", "#123456", 99)
    named(kiosk.window, "textSize").click()
    settle()
    kiosk.watch.expired.emit()
    settle()
    assert icon_pixmap("check", "#123456", 99).cacheKey() != large.cacheKey()


def test_after_the_expiry_the_window_is_like_a_fresh_one(qtbot: QtBot, open_kiosk: OpenKiosk) -> None:
    settle()
    used = open_kiosk()
    fill_in(used)
    used.watch.expired.emit()
    settle()
    after = description(used.window)
    used.window.hide()
    fresh_window = open_kiosk().window
    settle()
    fresh = description(fresh_window)
    assert after == fresh


def test_after_the_expiry_nothing_alive_holds_an_answer(qtbot: QtBot, kiosk: Kiosk) -> None:
    gc.collect()
    before = [one for one in gc.get_objects() if isinstance(one, Visit | PassedPage)]
    known = {id(one) for one in before}
    old_model = kiosk.window.model
    fill_in(kiosk)
    assert old_model is kiosk.window.model
    del old_model
    kiosk.watch.expired.emit()

    def nothing_is_left() -> None:
        assert held_of_a_visit(known) == []
        models = [one for one in gc.get_objects() if isinstance(one, VisitModel) and isValid(one)]
        assert [one for one in models if one.parent() is kiosk.window] == [kiosk.window.model]

    qtbot.waitUntil(nothing_is_left)


def test_after_the_expiry_nothing_can_be_pasted(kiosk: Kiosk) -> None:
    fill_in(kiosk)
    kiosk.watch.expired.emit()
    assert QGuiApplication.clipboard().text() == ""


def test_start_over_clears_everything_without_asking(kiosk: Kiosk) -> None:
    window = fill_in(kiosk)
    named(window, "startOver").click()
    assert window.model.visit == Visit()
    settle()
    assert window.mode == "home"
    assert (window.theme.name, window.theme.text_factor) == ("light", 1.0)
    assert QGuiApplication.clipboard().text() == ""
    assert kiosk.watch.is_running


# ------------------------------------------------------------------ are you still there?


def nobody_moves(kiosk: Kiosk, clock: Clock) -> QWidget:
    """Let the quiet time pass. Returns the sheet with the countdown."""
    let_pass(kiosk.watch, clock, QUIET_MS)
    settle()
    sheet = kiosk.window.findChild(QWidget, "idleSheet")
    assert sheet is not None
    return sheet


def test_the_countdown_covers_the_visit_and_one_touch_brings_it_back(kiosk: Kiosk, clock: Clock) -> None:
    window = come(kiosk)
    window.touch(LEFT_CALF)
    sheet = nobody_moves(kiosk, clock)
    assert sheet.geometry() == window.rect()
    over = window.childAt(window.rect().center())
    assert over is not None and (over is sheet or sheet.isAncestorOf(over))
    ring = sheet.findChild(QWidget, "idleRing")
    assert ring is not None and ring.accessibleName() == "20"
    QTest.mouseClick(named(window, "stillHere"), Qt.MouseButton.LeftButton)
    settle()
    assert window.findChild(QWidget, "idleSheet") is None
    assert window.model.visit.places == (LEFT_CALF,)


def test_the_countdown_ends_on_the_start_screen(kiosk: Kiosk, clock: Clock) -> None:
    window = fill_in(kiosk)
    nobody_moves(kiosk, clock)
    let_pass(kiosk.watch, clock, COUNTDOWN_MS)
    settle()
    assert window.model.visit == Visit()
    assert window.childAt(window.rect().center()) is named(window, "attractPage")


def test_a_touch_beside_the_buttons_does_not_show_the_visit_to_the_next_person(kiosk: Kiosk, clock: Clock) -> None:
    window = fill_in(kiosk)
    nobody_moves(kiosk, clock)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(4, 4))
    settle()
    assert kiosk.watch.is_warning
    assert window.findChild(QWidget, "idleSheet") is not None


def test_more_time_and_start_over_stand_beside_it(kiosk: Kiosk, clock: Clock) -> None:
    window = fill_in(kiosk)
    nobody_moves(kiosk, clock)
    named(window, "moreTime").click()
    settle()
    assert window.findChild(QWidget, "idleSheet") is None
    assert kiosk.watch.remaining_ms == 3 * QUIET_MS + COUNTDOWN_MS
    let_pass(kiosk.watch, clock, 2 * QUIET_MS)
    nobody_moves(kiosk, clock)
    named(window, "startOverNow").click()
    settle()
    assert window.model.visit == Visit()
    assert window.findChild(QWidget, "idleSheet") is None


def test_the_keyboard_stays_on_the_sheet(kiosk: Kiosk, clock: Clock) -> None:
    fill_in(kiosk)
    sheet = nobody_moves(kiosk, clock)
    assert QApplication.focusWidget() is named(kiosk.window, "stillHere")
    for _ in range(8):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        settle()
        now = QApplication.focusWidget()
        assert now is not None and (now is sheet or sheet.isAncestorOf(now))


def test_what_an_assistive_tool_does_counts_as_input(kiosk: Kiosk, clock: Clock) -> None:
    window = come(kiosk)
    clock.now_ms += QUIET_MS - 1
    window.touch(LEFT_CALF)  # no event reaches the window
    assert kiosk.watch.remaining_ms == QUIET_MS + COUNTDOWN_MS


# ------------------------------------------------------------------ the clinic's own words


def test_an_emergency_shows_the_act_of_the_clinic(kiosk: Kiosk) -> None:
    window = come(kiosk)
    window.touch(Place(RegionId("chest"), Side.LEFT))
    window.model.answer("chest-pressure", Answer.YES)
    settle()
    assert window.model.assessment.level is Level.EMERGENCY
    words = [label.text() for label in window.findChildren(QLabel)]
    assert "Tell the front desk now and show them this screen." in words


def test_every_page_of_a_demo_says_so(kiosk: Kiosk) -> None:
    def says_demo() -> bool:
        return any(label.text().startswith("DEMO") and label.isVisible() for label in window.findChildren(QLabel))

    window = kiosk.window
    assert says_demo()
    come(kiosk)
    assert says_demo()
    window.touch(Place(RegionId("chest"), Side.LEFT))
    settle()
    assert says_demo()
    window.model.answer("chest-pressure", Answer.YES)
    settle()
    assert says_demo()


# ------------------------------------------------------------------ the way out for staff


def in_the_corner(window: Window, times: int) -> None:
    for _ in range(times):
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(9, 9))
    settle()


def test_seven_touches_in_the_corner_and_the_pin_end_it(qtbot: QtBot, kiosk: Kiosk) -> None:
    window = come(kiosk)
    in_the_corner(window, 7)
    for digit in "2580":
        named(window, f"pin.{digit}").click()
    with qtbot.waitSignal(kiosk.exit_granted):
        named(window, "pinDone").click()


def test_fewer_touches_or_a_wrong_pin_do_not(qtbot: QtBot, kiosk: Kiosk) -> None:
    window = come(kiosk)
    in_the_corner(window, 6)
    assert window.findChild(QWidget, "pinPad") is None
    in_the_corner(window, 1)
    with qtbot.assertNotEmitted(kiosk.exit_granted):
        named(window, "pin.1").click()
        named(window, "pinDone").click()
    named(window, "pinClose").click()
    settle()
    assert window.findChild(QWidget, "pinPad") is None


def test_an_emergency_rings_three_times_where_the_clinic_wants_it_and_once_in_a_visit(
    qtbot: QtBot, library: Library, drawing: BodyDrawing, config: KioskConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.application()
    ringing = msgspec.structs.replace(config, emergency_sound=True)
    kiosk = app.kiosk_on(library, ringing, Theme(app.tokens(), "light", is_kiosk=True), drawing)
    qtbot.addWidget(kiosk.window, before_close_func=QWidget.hide)
    rings: list[int] = []
    monkeypatch.setattr(QApplication, "beep", lambda: rings.append(1))
    kiosk.begin()
    window = come(kiosk)
    window.touch(LEFT_CALF)
    window.model.answer("hard-breathing", Answer.YES)
    qtbot.waitUntil(lambda: len(rings) == 3)
    window.model.touched_by_mistake()
    window.model.answer("hard-breathing", Answer.YES)
    assert len(rings) == 3
    window.start_over()
    window.touch(LEFT_CALF)
    window.model.answer("hard-breathing", Answer.YES)
    assert len(rings) == 4


def test_without_that_wish_an_emergency_is_silent(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    rings: list[int] = []
    monkeypatch.setattr(QApplication, "beep", lambda: rings.append(1))
    come(kiosk).touch(LEFT_CALF)
    kiosk.window.model.answer("hard-breathing", Answer.YES)
    settle()
    assert rings == []


def test_whoever_holds_a_stretch_is_left_alone_once_and_whoever_left_is_not(
    kiosk: Kiosk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    come(kiosk).touch(LEFT_CALF)
    monkeypatch.setattr(Window, "is_exercising", property(lambda _window: True))
    let_pass(kiosk.watch, clock, QUIET_MS)
    assert kiosk.window.findChild(QWidget, "idleSheet") is None
    let_pass(kiosk.watch, clock, 3 * QUIET_MS)
    assert kiosk.window.findChild(QWidget, "idleSheet") is not None
