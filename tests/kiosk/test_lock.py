"""Nothing that people do with hands or keys leads out of the one window."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollBar, QWidget

from spasm_gui import places, tour
from spasm_gui.kiosk import environment
from spasm_gui.kiosk.kiosk import Kiosk
from spasm_gui.knowledge.library import Library
from spasm_gui.screens.body_map_buttons import RegionButton
from spasm_gui.screens.window import Window
from tests.kiosk.test_kiosk import come, fill_in, settle

CHECKOUT = Path(__file__).resolve().parent.parent.parent
CTRL, ALT, SHIFT, META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
STOPS = ("01-home", "03-home-list", "10-calf-right-now", "13-calf-about-you", "14-calf-stories", "20-advice-self-treat")
STOPS += ("22-same-day-so-far", "30-emergency", "40-cause", "50-several-places")


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


def open_windows() -> list[object]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def test_every_wish_to_close_is_refused_and_the_visit_stays(kiosk: Kiosk) -> None:
    window = fill_in(kiosk)
    before = window.model.visit
    handle = window.windowHandle()
    assert handle is not None
    for close in (window.close, handle.close, QApplication.closeAllWindows):
        close()
        settle()
        assert window.isVisible()
        assert window.model.visit is before
        assert open_windows() == [window]


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        *((key, NONE) for key in (Qt.Key.Key_F1, Qt.Key.Key_F3, Qt.Key.Key_F6, Qt.Key.Key_F10, Qt.Key.Key_F11)),
        *((key, NONE) for key in (Qt.Key.Key_Menu, Qt.Key.Key_Escape, Qt.Key.Key_Help, Qt.Key.Key_Print)),
        *((key, NONE) for key in (Qt.Key.Key_VolumeUp, Qt.Key.Key_MediaPlay, Qt.Key.Key_Back, Qt.Key.Key_HomePage)),
        *((key, SHIFT) for key in (Qt.Key.Key_F1, Qt.Key.Key_F10, Qt.Key.Key_Shift)),
        *((Qt.Key(ord(letter)), CTRL) for letter in "ACHJLNOPQRSTUVW0+-"),
        *((Qt.Key(ord(letter)), ALT) for letter in "AFSZ"),
        (Qt.Key.Key_Space, ALT),
        (Qt.Key.Key_F4, ALT),
        (Qt.Key.Key_Escape, CTRL),
        (Qt.Key.Key_L, META),
    ],
)
def test_no_key_opens_anything_or_changes_the_size(kiosk: Kiosk, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    window = come(kiosk)
    window.touch(tour.Place(tour.RegionId("calf"), tour.Side.LEFT))
    settle()
    before = window.model.visit
    for _ in range(5 if key is Qt.Key.Key_Shift else 1):
        QTest.keyClick(window.windowHandle(), key, modifiers)
    settle()
    assert open_windows() == [window]
    assert QApplication.activePopupWidget() is None
    assert window.theme.text_factor == 1.0
    assert window.model.visit == before
    assert [one for one in QGuiApplication.topLevelWindows() if one.isVisible()] == [window.windowHandle()]


@pytest.mark.parametrize("stop", STOPS)
def test_a_right_click_and_the_menu_key_bring_no_menu_anywhere(kiosk: Kiosk, library: Library, stop: str) -> None:
    window = walk_to(kiosk, library, stop)
    widgets = [one for one in window.findChildren(QWidget) if one.isVisible()]
    assert any(isinstance(one, QScrollBar) for one in window.findChildren(QWidget))
    menu_of_their_own = [one for one in window.findChildren(QScrollBar) if may_bring_a_menu(one)]
    assert menu_of_their_own == []  # looked at first: such a menu would stop the test by waiting for a choice
    for widget in widgets:
        middle = widget.rect().center()
        for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
            QApplication.sendEvent(widget, QContextMenuEvent(reason, middle, widget.mapToGlobal(middle)))
        assert QApplication.activePopupWidget() is None
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.RightButton, NONE, window.rect().center())
    settle()
    assert open_windows() == [window]


def may_bring_a_menu(widget: QWidget) -> bool:
    return widget.contextMenuPolicy() is Qt.ContextMenuPolicy.DefaultContextMenu


@pytest.mark.parametrize("stop", STOPS)
def test_nothing_takes_a_drop(kiosk: Kiosk, library: Library, stop: str) -> None:
    window = walk_to(kiosk, library, stop)
    assert [one for one in window.findChildren(QWidget) if one.acceptDrops()] == []
    data = QMimeData()
    data.setText("something")
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    enter.ignore()
    QApplication.sendEvent(window.windowHandle(), enter)
    assert not enter.isAccepted()


def test_dragging_over_text_selects_nothing(kiosk: Kiosk, library: Library) -> None:
    window = walk_to(kiosk, library, "20-advice-self-treat")
    handle = window.windowHandle()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, NONE, QPoint(200, 200))
    QTest.mouseMove(handle, QPoint(500, 400))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, NONE, QPoint(500, 400))
    QTest.keyClick(handle, Qt.Key.Key_C, CTRL)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == ""
    assert not clipboard.supportsSelection() or clipboard.text(clipboard.Mode.Selection) == ""


def test_the_window_covers_the_whole_screen_without_a_frame(kiosk: Kiosk) -> None:
    window = kiosk.window
    assert window.geometry() == window.screen().geometry()
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint


def test_a_window_that_was_made_smaller_or_put_away_comes_back(kiosk: Kiosk) -> None:
    window = kiosk.window
    whole = window.screen().geometry()
    window.setGeometry(50, 50, 700, 500)
    settle()
    assert window.geometry() == whole
    window.showMinimized()
    settle()
    settle()
    assert not window.isMinimized() and window.geometry() == whole


@pytest.mark.parametrize("stop", STOPS)
def test_everything_pressable_is_large_enough_for_a_finger(kiosk: Kiosk, library: Library, stop: str) -> None:
    window = walk_to(kiosk, library, stop)
    small = [
        (one.objectName() or one.text(), one.width(), one.height())
        for one in window.findChildren(QAbstractButton)
        if one.isVisible() and not isinstance(one, RegionButton) and (one.width() < 60 or one.height() < 60)
    ]
    assert small == []


@pytest.mark.parametrize("stop", STOPS)
def test_start_over_is_in_sight_on_every_page(kiosk: Kiosk, library: Library, stop: str) -> None:
    window = walk_to(kiosk, library, stop)
    button = window.findChild(QAbstractButton, "startOver")
    assert button is not None and button.isVisible()
    corner = button.mapTo(window, QPoint(0, 0))
    assert window.rect().contains(button.rect().translated(corner))


def test_no_program_text_leads_out_of_the_program() -> None:
    ways = ("openUrl", "QTextBrowser", "QDesktopServices", "QFileDialog", "QMessageBox", "setOpenExternalLinks")
    for path in (CHECKOUT / "spasm_gui").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert [way for way in ways if way in text] == [], path.name


# ------------------------------------------------------------------ from outside


def test_the_environment_is_cleaned_of_what_changes_qt_and_python() -> None:
    given = {
        "QT_STYLE_OVERRIDE": "windows",
        "QT_PLUGIN_PATH": "/somewhere",
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QPA_GENERIC_PLUGINS": "evil",
        "QT_QPA_EGLFS_INTEGRATION": "eglfs_kms",
        "QT_SCALE_FACTOR": "1.25",
        "PYTHONPATH": "/somewhere",
        "XDG_CONFIG_HOME": "/somewhere",
        "LD_PRELOAD": "evil.so",
        "DISPLAY": ":0",
        "LANG": "tr_TR.UTF-8",
    }
    environment.clean(given)
    assert sorted(given) == ["DISPLAY", "LANG", "QT_QPA_EGLFS_INTEGRATION", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR"]


SIGTERM_AT_ONCE = """
import os, signal, sys
from PySide6.QtCore import QTimer
from spasm_gui import cli
from spasm_gui.kiosk.kiosk import Kiosk
begin = Kiosk.begin
def begin_and_be_stopped(self):
    begin(self)
    QTimer.singleShot(0, self, lambda: os.kill(os.getpid(), signal.SIGTERM))
Kiosk.begin = begin_and_be_stopped
sys.exit(cli.main(["--kiosk", "--config", "kiosk-demo.toml"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGTERM to be sent")
def test_sigterm_ends_a_kiosk_that_refuses_to_be_closed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SIGTERM_AT_ONCE], cwd=CHECKOUT, timeout=60, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_content_that_is_broken_stops_a_kiosk_before_it_shows_anything(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "spasm_gui", "--kiosk", "--config", "kiosk-demo.toml", "--content", str(tmp_path)],
        cwd=CHECKOUT,
        timeout=60,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr
    assert places.content_dir().is_dir()
