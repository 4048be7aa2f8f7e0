"""A finger pushes a page up and down, and still presses what it taps."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from spasm_gui.kiosk.kiosk import Kiosk
from tests.kiosk.visitor import LEFT_CALF, come, named, settle

NONE = Qt.KeyboardModifier.NoModifier


def test_a_finger_pushes_the_page_up_and_presses_nothing_on_its_way(qtbot: QtBot, kiosk: Kiosk) -> None:
    window = come(kiosk)
    window.touch(LEFT_CALF)
    settle()
    (area,) = [one for one in window.findChildren(QScrollArea) if one.isVisible()]
    bar = area.verticalScrollBar()
    assert bar.maximum() > 0
    before = window.model.visit
    handle = window.windowHandle()
    start = area.viewport().mapTo(window, QPoint(area.viewport().width() // 2, area.viewport().height() - 30))
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, NONE, start)
    for step in range(1, 12):
        QTest.mouseMove(handle, start - QPoint(0, 20 * step), 10)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, NONE, start - QPoint(0, 220))
    qtbot.waitUntil(lambda: bar.value() > 50)
    assert window.model.visit == before


def test_a_tap_on_a_scrolling_page_still_presses(qtbot: QtBot, kiosk: Kiosk) -> None:
    window = come(kiosk)
    window.touch(LEFT_CALF)
    settle()
    finding = window.model.page.ids[0] if window.model.page is not None else ""
    button = named(window, f"answer.{finding}.no")
    spot = button.mapTo(window, button.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, NONE, spot)
    qtbot.waitUntil(lambda: finding in window.model.visit.answers)
