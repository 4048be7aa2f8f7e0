"""Somebody tries to get out of the kiosk, on a real display with a window manager, by real keys and clicks."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kiosk.supervisor import Supervisor

WIDTH, HEIGHT = 1280, 800
TOOLS = ("Xvfb", "openbox", "xdotool", "wmctrl", "xsel")
MISSING = ", ".join(tool for tool in TOOLS if shutil.which(tool) is None) if sys.platform == "linux" else "Linux"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"nobody can try to get out here; missing: {MISSING}"),
]

# A window manager as a careless set-up would leave it: it closes, minimises and moves windows when asked.
OPENBOX = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <keyboard>
    <keybind key="A-F4"><action name="Close"/></keybind>
    <keybind key="A-F9"><action name="Iconify"/></keybind>
    <keybind key="A-F10"><action name="UnmaximizeFull"/></keybind>
  </keyboard>
</openbox_config>
"""
CONTROL = "achjlnopqrstuvwxyz0"
KEYS = (
    *(f"F{number}" for number in (1, 3, 5, 6, 10, 11, 12)),
    *("shift+F1", "shift+F10", "Menu", "Escape", "Print", "Super_L", "alt+F4", "alt+F9", "alt+F10"),
    *(f"ctrl+{letter}" for letter in CONTROL),
    *("ctrl+plus", "ctrl+minus", "ctrl+shift+q", "ctrl+F4", "ctrl+Tab", "ctrl+alt+Delete", "alt+Left", "alt+Home"),
    *("alt+space", "alt+f", "alt+h", "XF86AudioPlay", "XF86Mail", "XF86HomePage", "XF86Back", "XF86Refresh"),
)


class Stranger:
    """Hands at the kiosk, and eyes on every window of the display."""

    def __init__(self, folder: Path, *, has_window_manager: bool) -> None:
        number, ours = os.pipe()
        display = ["Xvfb", "-displayfd", str(ours), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
        self._display = subprocess.Popen(display, pass_fds=[ours], stderr=subprocess.DEVNULL)
        os.close(ours)
        with os.fdopen(number) as pipe:
            name = f":{pipe.readline().strip()}"
        self._env = os.environ | {"DISPLAY": name}
        self._manager: subprocess.Popen[bytes] | None = None
        if has_window_manager:
            config = folder / "openbox.xml"
            config.write_text(OPENBOX, encoding="utf-8")
            started = folder / "manager-is-up"
            command = ["openbox", "--sm-disable", "--config-file", str(config), "--startup", f"touch {started}"]
            self._manager = subprocess.Popen(command, env=self._env, stderr=subprocess.DEVNULL)
            while not started.exists():
                self._manager.poll()
                assert self._manager.returncode is None, "the window manager did not start"
        self.kiosk = Supervisor(folder, watchdog_seconds=60, display=name)
        self.kiosk.start()
        assert self.kiosk.hear(60) == "READY=1"

    def tool(self, *command: str) -> str:
        done = subprocess.run(command, env=self._env, capture_output=True, text=True, timeout=60, check=False)
        return done.stdout

    def types(self, *keys: str) -> None:
        self.tool("xdotool", "key", "--delay", "20", *keys)

    def clicks(self, x: int, y: int, button: int = 1) -> None:
        self.tool("xdotool", "mousemove", str(x), str(y), "click", str(button))

    def windows(self) -> list[str]:
        """Every visible window of the program, with its place."""
        assert self.kiosk.process is not None
        found = self.tool("xdotool", "search", "--onlyvisible", "--pid", str(self.kiosk.process.pid)).split()
        places = [self.tool("xdotool", "getwindowgeometry", "--shell", one).splitlines() for one in found]
        return [
            " ".join(line for line in place if line.startswith(("X=", "Y=", "WIDTH", "HEIGHT"))) for place in places
        ]

    def sees_in_the_end(self, windows: list[str]) -> bool:
        """True once exactly these are there; a window that was pushed about may need a moment to come back."""
        return any(self.windows() == windows for _ in range(20))

    def leaves(self) -> None:
        self.kiosk.close()
        for process in (self._manager, self._display):
            if process is not None:
                process.terminate()
                process.wait(10)


ALL_OF_THE_SCREEN = [f"X=0 Y=0 WIDTH={WIDTH} HEIGHT={HEIGHT}"]


@pytest.fixture(params=[True, False], ids=["with a window manager", "on the bare display"])
def stranger(request: pytest.FixtureRequest) -> Iterator[Stranger]:
    with tempfile.TemporaryDirectory() as folder:
        one = Stranger(Path(folder), has_window_manager=request.param)
        yield one
        one.leaves()


def test_nothing_gets_out_and_the_pin_does(stranger: Stranger) -> None:
    stranger.clicks(640, 400)  # the start screen opens
    assert stranger.windows() == ALL_OF_THE_SCREEN
    stranger.types(*KEYS)
    assert stranger.windows() == ALL_OF_THE_SCREEN
    stranger.clicks(300, 350)  # somewhere on the body
    stranger.types(*KEYS)
    for x in range(80, WIDTH, 200):
        for y in range(60, HEIGHT, 170):
            stranger.clicks(x, y, button=3)
            stranger.clicks(x, y, button=2)
    stranger.tool("xdotool", "mousemove", "760", "120", "mousedown", "1", "mousemove", "1200", "600", "mouseup", "1")
    stranger.tool("xdotool", "mousemove", "900", "300", "click", "--repeat", "3", "1")
    stranger.types("ctrl+a", "ctrl+c", *["shift"] * 6)
    stranger.tool("wmctrl", "-c", "Spasm Map")
    stranger.tool("xdotool", "search", "--name", "Spasm Map", "windowminimize", "windowsize", "400", "300")
    assert stranger.kiosk.process is not None
    assert stranger.kiosk.process.poll() is None
    assert stranger.sees_in_the_end(ALL_OF_THE_SCREEN)
    assert (stranger.tool("xsel", "-p", "-o"), stranger.tool("xsel", "-b", "-o")) == ("", "")
    for _ in range(7):
        stranger.clicks(3, 3)
    stranger.types("2", "5", "8", "0", "Return")
    assert stranger.kiosk.process.wait(20) == 0
