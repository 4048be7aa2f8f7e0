"""Every page of a kiosk is fit for hands that nobody watches."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollBar, QWidget

from spasm_gui import app, tour
from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.kiosk.config import KioskConfig
from spasm_gui.kiosk.kiosk import Kiosk
from spasm_gui.knowledge.library import Library
from spasm_gui.screens.body_map_buttons import RegionButton
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.window import Window
from tests.kiosk.visitor import come, open_windows, settle

NONE = Qt.KeyboardModifier.NoModifier
STOPS = (
    "01-home",
    "03-home-list",
    "10-calf-right-now",
    "13-calf-about-you",
    "14-calf-stories",
    "20-advice-self-treat",
    "22-same-day-so-far",
    "30-emergency",
    "40-cause",
    "41-cause-cramp",
    "50-several-places",
)


@pytest.fixture(scope="module", params=STOPS)
def page(
    request: pytest.FixtureRequest, qapp: QApplication, library: Library, drawing: BodyDrawing, config: KioskConfig
) -> Iterator[Window]:
    """Each page of a kiosk in turn. Opened once for the tests that only look."""
    app.application()
    kiosk = app.kiosk_on(library, config, Theme(app.tokens(), "light", is_kiosk=True), drawing)
    kiosk.begin()
    kiosk.watch.stop()
    yield walk_to(kiosk, library, request.param)
    kiosk.window.hide()
    kiosk.window.deleteLater()
    settle()


def walk_to(kiosk: Kiosk, library: Library, stop: str) -> Window:
    """Open one stop of the tour in the kiosk."""
    window = kiosk.window
    if window.findChild(QWidget, "attractPage") is not None:
        come(kiosk)
    window.start_over()
    settle()
    for step in dict(tour.stops(library))[stop]:
        step(window)
        settle()
    return window


def test_no_page_ever_opens_a_second_window_not_even_for_a_moment(kiosk: Kiosk, library: Library) -> None:
    """A widget that is shown before it has a parent is a window, takes the keyboard and gives it to nobody."""
    app_now = QApplication.instance()
    assert app_now is not None
    shown = _ShownWindows()
    come(kiosk)
    app_now.installEventFilter(shown)
    try:
        for stop in ("14-calf-stories", "20-advice-self-treat", "41-cause-cramp"):
            walk_to(kiosk, library, stop)
    finally:
        app_now.removeEventFilter(shown)
    assert shown.names == []


class _ShownWindows(QObject):
    """Names every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_a_right_click_and_the_menu_key_bring_no_menu_anywhere(page: Window) -> None:
    widgets = [one for one in page.findChildren(QWidget) if one.isVisible()]
    assert any(isinstance(one, QScrollBar) for one in page.findChildren(QWidget))
    menu_of_their_own = [one for one in page.findChildren(QScrollBar) if may_bring_a_menu(one)]
    assert menu_of_their_own == []  # looked at first: such a menu would stop the test by waiting for a choice
    for widget in widgets:
        middle = widget.rect().center()
        for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
            QApplication.sendEvent(widget, QContextMenuEvent(reason, middle, widget.mapToGlobal(middle)))
        assert QApplication.activePopupWidget() is None
    QTest.mouseClick(page.windowHandle(), Qt.MouseButton.RightButton, NONE, page.rect().center())
    settle()
    assert open_windows() == [page]


def may_bring_a_menu(widget: QWidget) -> bool:
    return widget.contextMenuPolicy() is Qt.ContextMenuPolicy.DefaultContextMenu


def test_nothing_takes_a_drop(page: Window) -> None:
    assert [one for one in page.findChildren(QWidget) if one.acceptDrops()] == []
    data = QMimeData()
    data.setText("something")
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    enter.ignore()
    QApplication.sendEvent(page.windowHandle(), enter)
    assert not enter.isAccepted()


def test_everything_pressable_is_large_enough_for_a_finger(page: Window) -> None:
    small = [
        (one.objectName() or one.text(), one.width(), one.height())
        for one in page.findChildren(QAbstractButton)
        if one.isVisible() and not isinstance(one, RegionButton) and (one.width() < 60 or one.height() < 60)
    ]
    assert small == []


def test_start_over_is_in_sight_on_every_page(page: Window) -> None:
    button = page.findChild(QAbstractButton, "startOver")
    assert button is not None and button.isVisible()
    corner = button.mapTo(page, QPoint(0, 0))
    assert page.rect().contains(button.rect().translated(corner))
