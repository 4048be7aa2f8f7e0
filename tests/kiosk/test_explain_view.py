"""The explain view is for staff: a kiosk has it only if the clinic says so."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.kiosk.config import KioskConfig
from spasm_gui.knowledge.library import Library
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.window import Window


@pytest.mark.parametrize("is_offered", [False, True])
def test_the_explain_view_is_there_only_where_the_clinic_wants_it(
    qtbot: QtBot, library: Library, drawing: BodyDrawing, config: KioskConfig, is_offered: bool
) -> None:
    app.application()
    chosen = msgspec.structs.replace(config, explain_view=is_offered)
    kiosk = app.kiosk_on(library, chosen, Theme(app.tokens(), "light", is_kiosk=True), drawing)
    window: Window = kiosk.window
    qtbot.addWidget(window, before_close_func=QWidget.hide)
    assert bool(window.findChildren(QPushButton, "explain")) is is_offered
    window.open_cause("hemifacial-spasm")
    assert bool(window.findChildren(QPushButton, "explainCause")) is is_offered
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert window.mode == "cause"  # a kiosk takes no keys with Ctrl, so the key opens nothing there


def test_no_demo_kiosk_offers_it(config: KioskConfig) -> None:
    assert not config.explain_view
