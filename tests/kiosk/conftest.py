"""A whole kiosk on the real content, and somebody who fills it in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from spasm_gui import app, places
from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.kiosk.config import KioskConfig, read_kiosk_config
from spasm_gui.kiosk.idle import IdleWatch
from spasm_gui.kiosk.kiosk import Kiosk
from spasm_gui.knowledge.library import Library
from spasm_gui.reading.library import read_library
from spasm_gui.screens.theme import Theme

CHECKOUT = Path(__file__).resolve().parent.parent.parent

OpenKiosk = Callable[..., Kiosk]
QUIET_MS, COUNTDOWN_MS = 60_000, 20_000


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
    timer.timeout.emit()  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def library() -> Library:
    return read_library(places.content_dir())


@pytest.fixture(scope="session")
def drawing(qapp: QApplication) -> BodyDrawing:
    body = app.drawing()
    assert body is not None
    return body


@pytest.fixture(scope="session")
def config() -> KioskConfig:
    return read_kiosk_config(CHECKOUT / "kiosk-demo.toml")


@pytest.fixture
def open_kiosk(qtbot: QtBot, library: Library, drawing: BodyDrawing, config: KioskConfig) -> Iterator[OpenKiosk]:
    """Opens a kiosk at its start screen. `watch` brings times of its own."""

    def opened(watch: IdleWatch | None = None) -> Kiosk:
        app.application()
        kiosk = app.kiosk_on(library, config, Theme(app.tokens(), "light", is_kiosk=True), drawing, watch)
        qtbot.addWidget(kiosk.window)
        with qtbot.waitExposed(kiosk.window):
            kiosk.begin()
        kiosk.window.activateWindow()
        return kiosk

    yield opened


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kiosk(open_kiosk: OpenKiosk, clock: Clock) -> Kiosk:
    """A kiosk whose time passes when the test says so."""
    return open_kiosk(IdleWatch(QUIET_MS, COUNTDOWN_MS, clock_ms=clock))
