"""The whole window without a drawing, for tests of its pages, and hands that press what is in sight."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.knowledge.library import Library
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.window import Window
from spasm_gui.settings import Preferences


def plain_window(qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch) -> Window:
    app.application()
    monkeypatch.setattr(app, "drawing", lambda: None)
    opened = app.main_window(library, Theme(app.tokens(), "light"), Preferences(None))
    qtbot.addWidget(opened)
    opened.resize(1280, 800)
    with qtbot.waitExposed(opened):
        opened.show()
    return opened


def press(window: Window, name: str) -> None:
    """Press the one button of that name that is in sight."""
    shown = [one for one in window.findChildren(QPushButton, name) if one.isVisible()]
    assert len(shown) == 1, name
    shown[0].click()
