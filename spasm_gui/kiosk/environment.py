"""What a kiosk takes from the environment it was started in: next to nothing.

Variables can swap the style, load foreign plug-ins or run foreign Python. A kiosk keeps those that say where the
screen is, and starts itself again in Python's isolated mode.
"""

import os
import site
import sys
from collections.abc import MutableMapping, Sequence
from importlib.util import find_spec
from pathlib import Path

_KEPT = frozenset(
    {
        "QT_QPA_PLATFORM",
        "QT_SCALE_FACTOR",
        "QT_SCREEN_SCALE_FACTORS",
        "QT_ENABLE_HIGHDPI_SCALING",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON",
        "QT_ACCESSIBILITY",
    }
)
_PLATFORMS = frozenset({"xcb", "wayland", "eglfs", "linuxfb", "offscreen", "minimal", "windows", "cocoa"})
"""Ways to a screen. Another one, vnc, would let anybody in the network look on and touch."""
_REFUSED_STARTS = ("QT_", "QML", "QSG_", "PYTHON", "LD_", "GTK_", "XDG_CONFIG_")
_BY_ITSELF = "import sys; sys.path.append({parent!r}); from spasm_gui.cli import main; sys.exit(main())"


def clean(environment: MutableMapping[str, str]) -> None:
    """Take out every variable that changes what Qt or Python do, but those that say where the screen is."""
    for name in list(environment):
        is_kept = name in _KEPT or name.startswith("QT_QPA_EGLFS_")
        if name == "QT_QPA_PLATFORM":
            is_kept = all(one.partition(":")[0] in _PLATFORMS for one in environment[name].split(";"))
        if name.startswith(_REFUSED_STARTS) and not is_kept:
            del environment[name]


def is_isolation_possible() -> bool:
    """True if Qt lies where isolated Python looks for it: not in a home folder, not where PYTHONPATH points."""
    qt = find_spec("PySide6")
    if os.name != "posix" or qt is None or qt.origin is None:
        return False
    foreign = [site.getusersitepackages(), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    return not any(Path(qt.origin).is_relative_to(Path(folder).absolute()) for folder in foreign)


def start_isolated(arguments: Sequence[str]) -> None:
    """Become the same program in isolated Python, in the same process. Does not return."""
    parent = str(Path(__file__).resolve().parent.parent.parent)
    code = _BY_ITSELF.format(parent=parent)
    os.execve(sys.executable, [sys.executable, "-I", "-c", code, *arguments], dict(os.environ))
