"""Nothing that people do with hands or keys leads out of the one window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from spasm_gui import cli
from spasm_gui.kiosk import environment
from spasm_gui.kiosk.kiosk import Kiosk
from tests.kiosk.visitor import LEFT_CALF, come, fill_in, open_windows, settle

CHECKOUT = Path(__file__).resolve().parent.parent.parent
CTRL, ALT, SHIFT, META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
)
NONE = Qt.KeyboardModifier.NoModifier

KEYS_THAT_LEAD_OUT_ELSEWHERE = (
    *((key, NONE) for key in (Qt.Key.Key_F1, Qt.Key.Key_F3, Qt.Key.Key_F6, Qt.Key.Key_F10, Qt.Key.Key_F11)),
    *((key, NONE) for key in (Qt.Key.Key_Menu, Qt.Key.Key_Escape, Qt.Key.Key_Help, Qt.Key.Key_Print)),
    *((key, NONE) for key in (Qt.Key.Key_VolumeUp, Qt.Key.Key_MediaPlay, Qt.Key.Key_Back, Qt.Key.Key_HomePage)),
    *((key, SHIFT) for key in (Qt.Key.Key_F1, Qt.Key.Key_F10, *(5 * [Qt.Key.Key_Shift]))),
    *((Qt.Key(ord(letter)), CTRL) for letter in "ACHJLNOPQRSTUVW0+-"),
    *((Qt.Key(ord(letter)), ALT) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    (Qt.Key.Key_Space, ALT),
    (Qt.Key.Key_F4, ALT),
    (Qt.Key.Key_Escape, CTRL),
    (Qt.Key.Key_L, META),
)


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


def test_no_key_opens_anything_or_changes_the_size(kiosk: Kiosk) -> None:
    window = come(kiosk)
    window.touch(LEFT_CALF)
    settle()
    before = window.model.visit
    for key, modifiers in KEYS_THAT_LEAD_OUT_ELSEWHERE:
        QTest.keyClick(window.windowHandle(), key, modifiers)
        settle()
        pressed = f"after {modifiers} {key}"
        assert open_windows() == [window], pressed
        assert QApplication.activePopupWidget() is None, pressed
        assert window.theme.text_factor == 1.0, pressed
        assert window.model.visit == before, pressed
        assert [one for one in QGuiApplication.topLevelWindows() if one.isVisible()] == [window.windowHandle()], pressed


def test_dragging_over_text_selects_nothing(kiosk: Kiosk) -> None:
    window = fill_in(kiosk)
    QGuiApplication.clipboard().clear()
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


def test_no_program_text_leads_out_of_the_program() -> None:
    ways = ("openUrl", "QTextBrowser", "QDesktopServices", "QFileDialog", "QMessageBox", "setOpenExternalLinks")
    on_laptops = {"handout_actions.py": ["QFileDialog"]}  # saving a page; a kiosk's advice has no such button
    for path in (CHECKOUT / "spasm_gui").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert [way for way in ways if way in text] == on_laptops.get(path.name, []), path.name


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


@pytest.mark.parametrize("platform", ["vnc", "vnc:size=800x600", "xcb;vnc", "somewhere"])
def test_no_variable_opens_the_screen_to_the_network(platform: str) -> None:
    given = {"QT_QPA_PLATFORM": platform}
    environment.clean(given)
    assert given == {}


@pytest.mark.parametrize("platform", ["wayland;xcb", "linuxfb:fb=/dev/fb0", "eglfs", "xcb"])
def test_the_way_to_the_screen_is_kept(platform: str) -> None:
    given = {"QT_QPA_PLATFORM": platform}
    environment.clean(given)
    assert given == {"QT_QPA_PLATFORM": platform}


@pytest.mark.skipif(sys.platform == "win32", reason="a program cannot become another one there")
def test_started_again_in_isolation_it_runs_no_foreign_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr("os.execve", lambda _path, command, _environment: commands.append(command))
    environment.start_isolated(["--kiosk", "--config", "kiosk-demo.toml", "--content", str(tmp_path)])
    canary = tmp_path / "canary"
    (tmp_path / "sitecustomize.py").write_text(f"open({str(canary)!r}, 'w').close()\n", encoding="utf-8")
    foreign = {**os.environ, "PYTHONPATH": str(tmp_path)}
    subprocess.run([sys.executable, "-c", ""], env=foreign, check=True)
    assert canary.exists()  # this is what would run otherwise
    canary.unlink()
    done = subprocess.run(commands[0], cwd=CHECKOUT, env=foreign, capture_output=True, text=True, check=False)
    assert (done.returncode, canary.exists()) == (1, False), done.stderr


@pytest.mark.parametrize("option", [["-stylesheet", "x"], ["-platform", "vnc"], ["-reverse"], ["-style", "windows"]])
def test_no_option_of_qt_is_taken(option: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["--kiosk", "--config", "kiosk-demo.toml", *option])
    assert caught.value.code == 2
    assert "unrecognized arguments" in capsys.readouterr().err


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
