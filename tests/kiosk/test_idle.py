"""The watch notices that people have left, by a clock that nobody can set."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from spasm_gui.kiosk.idle import IdleWatch
from tests.kiosk.visitor import Clock, let_pass

QUIET_MS, COUNTDOWN_MS = 1000, 200


@pytest.fixture
def watch(qapp: QApplication, clock: Clock) -> IdleWatch:
    watch = IdleWatch(QUIET_MS, COUNTDOWN_MS, clock_ms=clock)
    watch.start()
    return watch


def test_in_real_time_a_warning_comes_first_and_then_the_end(qtbot: QtBot) -> None:
    watch = IdleWatch(15, 30)
    with qtbot.waitSignals([watch.warning_started, watch.expired], order="strict"):
        watch.start()
    assert not watch.is_running


def test_the_countdown_begins_when_the_quiet_time_is_over(qtbot: QtBot, watch: IdleWatch, clock: Clock) -> None:
    with qtbot.assertNotEmitted(watch.warning_started):
        let_pass(watch, clock, QUIET_MS - 1)
    with qtbot.waitSignal(watch.warning_started):
        let_pass(watch, clock, 1)
    assert watch.remaining_ms == COUNTDOWN_MS


def test_input_begins_the_quiet_time_anew(qtbot: QtBot, watch: IdleWatch, clock: Clock) -> None:
    clock.now_ms += QUIET_MS - 1
    watch.note_input()
    with qtbot.assertNotEmitted(watch.warning_started):
        let_pass(watch, clock, QUIET_MS - 1)


def test_a_touch_does_not_end_the_countdown_but_somebody_who_says_so_does(
    qtbot: QtBot, watch: IdleWatch, clock: Clock
) -> None:
    let_pass(watch, clock, QUIET_MS)
    clock.now_ms += 10
    watch.note_input()
    assert watch.remaining_ms == COUNTDOWN_MS - 10
    with qtbot.waitSignal(watch.renewed):
        watch.renew()
    assert watch.remaining_ms == QUIET_MS + COUNTDOWN_MS


def test_it_can_be_extended_as_often_as_somebody_likes(qtbot: QtBot, watch: IdleWatch, clock: Clock) -> None:
    for _ in range(12):
        with qtbot.waitSignal(watch.warning_started):
            let_pass(watch, clock, QUIET_MS)
        with qtbot.waitSignal(watch.renewed):
            watch.renew()
    assert watch.is_running


def test_more_time_gives_a_longer_quiet_time_once(qtbot: QtBot, watch: IdleWatch, clock: Clock) -> None:
    let_pass(watch, clock, QUIET_MS)
    watch.renew(3)
    with qtbot.assertNotEmitted(watch.warning_started):
        let_pass(watch, clock, 3 * QUIET_MS - 1)
    with qtbot.waitSignal(watch.warning_started):
        let_pass(watch, clock, 1)
    watch.renew()
    with qtbot.waitSignal(watch.warning_started):
        let_pass(watch, clock, QUIET_MS)


def test_whoever_touches_after_the_machine_slept_finds_nothing(qtbot: QtBot, watch: IdleWatch, clock: Clock) -> None:
    clock.now_ms += 10 * QUIET_MS
    with qtbot.waitSignal(watch.expired):
        watch.note_input()


def test_a_watch_that_stands_still_never_expires(qtbot: QtBot, watch: IdleWatch, clock: Clock) -> None:
    watch.stop()
    with qtbot.assertNotEmitted(watch.expired):
        clock.now_ms += 10 * QUIET_MS
        watch.note_input()


def _a_key(window: QWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Tab)


def _a_click(window: QWindow) -> None:
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))


def _a_wheel(window: QWindow) -> None:
    QTest.wheelEvent(window, QPoint(5, 5), QPoint(0, -120))


def _a_finger(window: QWindow) -> None:
    device = QTest.createTouchDevice()
    QTest.touchEvent(window, device).press(0, QPoint(5, 5), window).commit()
    QTest.touchEvent(window, device).release(0, QPoint(5, 5), window).commit()


@pytest.mark.parametrize("act", [_a_key, _a_click, _a_wheel, _a_finger])
def test_every_kind_of_input_counts(
    qtbot: QtBot, watch: IdleWatch, clock: Clock, act: Callable[[QWindow], None]
) -> None:
    window = QWindow()
    window.resize(50, 50)
    watch.watch(window)
    window.show()
    qtbot.waitUntil(window.isExposed)
    clock.now_ms += QUIET_MS - 1
    act(window)
    QApplication.sendPostedEvents(None, QEvent.Type.None_)
    assert watch.remaining_ms == QUIET_MS + COUNTDOWN_MS
    window.destroy()
