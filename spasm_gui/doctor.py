"""What this machine has of what the program needs, and how to get what it lacks.

Qt ends the process when its platform plug-in cannot be loaded, so whatever needs a screen is asked in another process.
"""

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from spasm_gui import places
from spasm_gui.reading.errors import ContentError
from spasm_gui.reading.library import read_library

LIBRARIES = ("PySide6-Essentials", "PyYAML", "msgspec", "platformdirs", "rapidfuzz", "segno")
_BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_ASK_QT = """
import json, sys
from PySide6.QtGui import QInputDevice
from PySide6.QtPrintSupport import QPrinterInfo
from spasm_gui import app
from spasm_gui.screens.theme import FAMILY
from PySide6.QtGui import QFontDatabase
application = app.application()
touch = [one.name() for one in QInputDevice.devices() if one.type() is QInputDevice.DeviceType.TouchScreen]
screen = application.primaryScreen().size()
print(json.dumps({
    "fonts": FAMILY in QFontDatabase.families(),
    "printers": QPrinterInfo.availablePrinterNames(),
    "touch": touch,
    "screen": [screen.width(), screen.height()],
}))
"""
_PATIENCE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was looked for. `mend` says how to get it; what is not `needed` only makes something possible."""

    name: str
    is_there: bool
    said: str
    mend: str = ""
    is_needed: bool = True


def examined() -> tuple[Checked, ...]:
    """Look at everything, the things the others rest on first."""
    found = [*_python(), *_content(), _qt_platform()]
    return (*found, *(_with_a_screen() if all(one.is_there for one in found if one.is_needed) else ()), _assistive())


def _python() -> Iterator[Checked]:
    yield Checked("Python", sys.version_info >= (3, 11), sys.version.split()[0], "install Python 3.11 or newer")
    missing = [name for name in LIBRARIES if not _is_installed(name)]
    said = f"{len(LIBRARIES) - len(missing)} of {len(LIBRARIES)}"
    yield Checked("libraries", not missing, said, f"python -m pip install {' '.join(missing)}")
    import yaml

    yield Checked("YAML in C", yaml.__with_libyaml__, "PyYAML", "install PyYAML as a wheel, not from source")


def _is_installed(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False


def _content() -> Iterator[Checked]:
    try:
        library = read_library(places.content_dir())
    except ContentError as error:
        yield Checked("content", False, str(error.problems[0]), "spasm-gui check")
    else:
        said = f"edition {library.edition.version} of {library.edition.date.isoformat()}"
        yield Checked("content", True, said)
        is_signed = library.is_clinically_reviewed
        said = "signed" if is_signed else "not yet"
        yield Checked("clinical review", is_signed, said, "see docs/safety.md", is_needed=False)


def _qt_platform() -> Checked:
    """Load the plug-in that Qt would use here; the loader names the first system library that is missing."""
    if sys.platform != "linux":
        return Checked("Qt's platform", True, "part of PySide6")
    qt = find_spec("PySide6")
    if qt is None or qt.origin is None:
        return Checked("Qt's platform", False, "PySide6 is missing", "python -m pip install PySide6-Essentials")
    plug_in = Path(qt.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    try:
        ctypes.CDLL(str(plug_in))
    except OSError as error:
        return Checked("Qt's platform", False, str(error), "make run, which installs it or prints the line to type")
    return Checked("Qt's platform", True, "xcb")


def print_queues() -> list[str] | None:
    """Return the names of the print queues of this computer, or None if Qt could not be asked."""
    told = _told_by_qt()
    return None if told is None else told["printers"]


def _has_screen() -> bool:
    return sys.platform != "linux" or any(os.environ.get(one) for one in ("DISPLAY", "WAYLAND_DISPLAY"))


def _told_by_qt() -> dict[str, Any] | None:
    environment = os.environ | ({} if _has_screen() else {"QT_QPA_PLATFORM": "offscreen"})
    command = [sys.executable, "-c", _ASK_QT]
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=_PATIENCE_SECONDS)
        return dict(json.loads(done.stdout))
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return None


def _with_a_screen() -> Iterator[Checked]:
    has_screen = _has_screen()
    mend = "start it from a desktop session; 'spasm-gui ask' and 'advise' work without"
    told = _told_by_qt()
    if told is None:
        yield Checked("a screen", False, "Qt could not open one", mend)
        return
    width, height = told["screen"]
    yield Checked("a screen", has_screen, f"{width} × {height}" if has_screen else "none", mend, is_needed=False)
    fonts = "python -m pip install fontpkg-atkinson-hyperlegible; until then a font of the system is shown"
    yield Checked("fonts", told["fonts"], "Atkinson Hyperlegible", fonts, is_needed=False)
    printers = ", ".join(told["printers"]) or "none"
    setup = "set one up in the system; a page can still be saved or shown as a code"
    yield Checked("a printer", bool(told["printers"]), printers, setup, is_needed=False)
    touch = ", ".join(told["touch"]) or "none"
    yield Checked("a touch screen", bool(told["touch"]), touch, "mouse and keyboard do everything", is_needed=False)


def _assistive() -> Checked:
    if sys.platform != "linux":
        return Checked("screen readers", True, "part of the system", is_needed=False)
    is_there = any(Path(one).exists() for one in _BUS_LAUNCHERS)
    said = "at-spi2-core" if is_there else "no accessibility bus"
    return Checked("screen readers", is_there, said, "install at-spi2-core", is_needed=False)


def as_text(found: tuple[Checked, ...]) -> str:
    """One line for each thing, and how to get what is missing."""
    lines = []
    for one in found:
        mark = "ok     " if one.is_there else ("MISSING" if one.is_needed else "without")
        lines.append(f"{mark}  {one.name}: {one.said}")
        if not one.is_there:
            lines.append(f"         {one.mend}")
    needed = [one for one in found if one.is_needed and not one.is_there]
    lines += ["", f"{len(needed)} needed things are missing." if needed else "Everything that is needed is here."]
    return "\n".join(lines)
