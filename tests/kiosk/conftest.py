"""A whole kiosk on the real content, and somebody who fills it in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.kiosk.config import KioskConfig, read_kiosk_config
from spasm_gui.kiosk.idle import IdleWatch
from spasm_gui.kiosk.kiosk import Kiosk
from spasm_gui.knowledge.library import Library
from spasm_gui.screens.theme import Theme
from tests.kiosk.visitor import COUNTDOWN_MS, QUIET_MS, Clock, settle

CHECKOUT = Path(__file__).resolve().parent.parent.parent

OpenKiosk = Callable[..., Kiosk]


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
        settle()  # the window of the test before is gone, so it does not take the keyboard with it
        kiosk = app.kiosk_on(library, config, Theme(app.tokens(), "light", is_kiosk=True), drawing, watch)
        qtbot.addWidget(kiosk.window, before_close_func=QWidget.hide)
        with qtbot.waitActive(kiosk.window):
            kiosk.begin()
        return kiosk

    yield opened


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kiosk(open_kiosk: OpenKiosk, clock: Clock) -> Kiosk:
    """A kiosk whose time passes when the test says so."""
    return open_kiosk(IdleWatch(QUIET_MS, COUNTDOWN_MS, clock_ms=clock))
