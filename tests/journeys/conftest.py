"""The real window on the real content and drawing, and people to use it. Content and drawing are read once."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.knowledge.library import Library
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.window import Window
from spasm_gui.settings import REDUCED_MOTION, Preferences
from tests.journeys.keyboard_person import KeyboardPerson
from tests.journeys.person import Person

OpenWindow = Callable[..., Window]


@pytest.fixture(scope="session")
def program(qapp: QApplication) -> QApplication:
    """The application with our style and fonts, made ready once."""
    return app.application()


@pytest.fixture(scope="session")
def drawing(program: QApplication) -> BodyDrawing:
    body = app.drawing()
    assert body is not None
    return body


@pytest.fixture
def open_window(
    qtbot: QtBot, library: Library, drawing: BodyDrawing, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OpenWindow]:
    """Opens the program's window, of a size, theme and size of text; `body=None` takes the drawing away."""

    def opened(
        size: tuple[int, int] = (1280, 800),
        *,
        theme: str = "light",
        text_percent: int = 100,
        kiosk: bool = False,
        body: BodyDrawing | None = drawing,
        content: Library = library,
    ) -> Window:
        monkeypatch.setattr(app, "drawing", lambda: body)
        preferences = Preferences(None)
        preferences.set(REDUCED_MOTION, True)
        look = Theme(app.tokens(), theme, text_percent / 100, is_kiosk=kiosk)
        window = app.main_window(content, look, preferences)
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window

    yield opened


@pytest.fixture
def window(open_window: OpenWindow) -> Window:
    return open_window()


@pytest.fixture
def person(qtbot: QtBot, window: Window) -> Person:
    """Somebody with a mouse or a finger."""
    return Person(qtbot, window)


@pytest.fixture
def keyboard_person(qtbot: QtBot, window: Window) -> KeyboardPerson:
    """Somebody who has nothing but keys."""
    return KeyboardPerson(qtbot, window)
