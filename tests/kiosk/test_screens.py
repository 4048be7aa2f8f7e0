"""Every screen is covered, however many there are and however they are scaled, and again after they change."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kiosk.supervisor import CHECKOUT

LOOK_AROUND = """
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from spasm_gui import app, places
from spasm_gui.kiosk.config import read_kiosk_config
from spasm_gui.reading.library import read_library
from spasm_gui.screens.theme import Theme
from tests.kiosk.visitor import settle
app.application()
library = read_library(places.content_dir(), with_cases=False)
config = read_kiosk_config(Path("kiosk-demo.toml"))
kiosk = app.kiosk_on(library, config, Theme(app.tokens(), "light", is_kiosk=True), app.drawing())
kiosk.begin()
settle()
screens = sorted(one.geometry().getRect() for one in QGuiApplication.screens())
windows = sorted(one.geometry().getRect() for one in QApplication.topLevelWidgets() if one.isVisible())
print(len(screens), screens == windows, [screens, windows])
"""


def screen(name: str, x: int, width: int, height: int) -> dict[str, object]:
    size = {"x": x, "y": 0, "width": width, "height": height}
    return {"name": name, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1, **size}


@pytest.mark.parametrize("scale", ["1", "1.25", "2"])
@pytest.mark.parametrize("others", [0, 1, 2])
def test_a_blank_sheet_covers_each_further_monitor(scale: str, others: int, tmp_path: Path) -> None:
    screens = [screen("first", 0, 1280, 800), screen("second", 1280, 1920, 1080), screen("third", 3200, 768, 1366)]
    config = {"synchronousWindowSystemEvents": False, "windowFrameMargins": False, "screens": screens[: others + 1]}
    file = tmp_path / "screens.json"
    file.write_text(json.dumps(config), encoding="utf-8")
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={file}", "QT_SCALE_FACTOR": scale}
    done = subprocess.run(
        [sys.executable, "-c", LOOK_AROUND],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), **platform},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.startswith(f"{others + 1} True"), done.stdout + done.stderr


TOOLS = ("Xvfb", "xrandr")
MISSING = ", ".join(tool for tool in TOOLS if shutil.which(tool) is None) if sys.platform == "linux" else "Linux"


@pytest.fixture
def display() -> Iterator[str]:
    """A bare display that can change its resolution."""
    number, ours = os.pipe()
    command = ["Xvfb", "-displayfd", str(ours), "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[ours], stderr=subprocess.DEVNULL)
    os.close(ours)
    with os.fdopen(number) as pipe:
        yield f":{pipe.readline().strip()}"
    server.terminate()
    server.wait(10)


FOLLOWS = (
    LOOK_AROUND
    + """import subprocess
from PySide6.QtCore import QTimer
window = kiosk.window
for size in ("1280x800", "768x1024", "1920x1200", "1024x768"):
    if size != "1920x1200":
        width, height = size.split("x")
        timings = ["0", width, width, width, width, height, height, height, height]
        subprocess.run(["xrandr", "--newmode", size, *timings], check=True)
        subprocess.run(["xrandr", "--addmode", "screen", size], check=True)
    subprocess.run(["xrandr", "--output", "screen", "--mode", size], check=True)
    for _ in range(400):
        settle()
        now = window.geometry()
        if f"{now.width()}x{now.height()}" == size and now.x() == now.y() == 0:
            break
        QTimer.singleShot(10, app.application().quit)
        app.application().exec()
    print(size, now.getRect(), window.screen().geometry().getRect())
"""
)


@pytest.mark.slow
@pytest.mark.skipif(bool(MISSING), reason=f"no resolution can be changed here; missing: {MISSING}")
def test_another_resolution_is_covered_without_a_window_manager(display: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FOLLOWS],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "QT_QPA_PLATFORM": "xcb", "DISPLAY": display},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.splitlines()[1:] == [
        f"{width}x{height} (0, 0, {width}, {height}) (0, 0, {width}, {height})"
        for width, height in ((1280, 800), (768, 1024), (1920, 1200), (1024, 768))
    ], done.stdout + done.stderr
