"""Somebody who stands in front of a kiosk, and time that passes when a test says so."""

import gc
from collections.abc import Container, Iterator

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from spasm_gui.kiosk.idle import IdleWatch
from spasm_gui.kiosk.kiosk import Kiosk
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.knowledge.visit import Visit
from spasm_gui.screens.later import Later
from spasm_gui.screens.visit_model import PassedPage
from spasm_gui.screens.window import Window

QUIET_MS, COUNTDOWN_MS = 60_000, 20_000
LEFT_CALF = Place(RegionId("calf"), Side.LEFT)


class Clock:
    """Time that passes when a test says so."""

    def __init__(self) -> None:
        self.now_ms = 5_000_000

    def __call__(self) -> int:
        return self.now_ms


def let_pass(watch: IdleWatch, clock: Clock, ms: int) -> None:
    """Some time later the watch looks at the clock."""
    clock.now_ms += ms
    timer = watch.findChild(QTimer)
    assert timer is not None
    timer.timeout.emit()


def settle() -> None:
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def come(kiosk: Kiosk) -> Window:
    """Touch the start screen."""
    named(kiosk.window, "attractPage").click()
    settle()
    return kiosk.window


def fill_in(kiosk: Kiosk) -> Window:
    """Somebody touches, answers, enlarges, darkens, copies and opens a cause."""
    window = come(kiosk)
    window.touch(LEFT_CALF)
    settle()
    window.model.none_of_these()
    window.model.answer("limb-swollen", Answer.YES)
    window.model.none_of_these()
    named(window, "textSize").click()
    settle()
    named(window, "theme").click()
    settle()
    window.open_cause("dvt")
    settle()
    QGuiApplication.clipboard().setText("my calf is swollen")
    return window


def named(window: QWidget, name: str) -> QAbstractButton:
    button = window.findChild(QAbstractButton, name)
    assert button is not None, f"there is no {name}"
    return button


def inside(one: QObject) -> Iterator[QObject]:
    """Everything that lies in something, in the order in which it lies.

    Not findChildren(): what that finds PySide keeps until the window itself is gone, even what died long before.
    """
    for child in one.children():
        yield child
        yield from inside(child)


def widgets_inside(one: QWidget) -> Iterator[QWidget]:
    """Every widget that lies in another."""
    return (child for child in inside(one) if isinstance(child, QWidget))


def finish_pages(window: Window) -> None:
    """Let what pages make later, one piece after another, be there now."""
    for one in list(inside(window)):
        if isinstance(one, Later) and not one.is_done:
            one.finish()


def held_of_a_visit(but: Container[int] = ()) -> list[object]:
    """Everything alive that holds an answer, a place or a page of a visit, but for those whose id() is known."""
    gc.collect()  # what only waits to be collected holds nothing for anybody
    return [
        one
        for one in gc.get_objects()
        if id(one) not in but
        and (isinstance(one, PassedPage) or (isinstance(one, Visit) and (one.places or one.answers)))
    ]


def open_windows() -> list[QWidget]:
    """Every window that is on the screen."""
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]
