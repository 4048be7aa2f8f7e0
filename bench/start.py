"""From the start of a process to a frame that can be touched: `python -m bench.start bare|window CONTENT COMPILED`.

Run by `make bench`, once for each figure; prints JSON. The program starts as people start it, by its command, with
settings in an empty folder.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # it counts when, and after what else, the program itself loads Qt
    from PySide6.QtWidgets import QWidget


def first_frame(window: "QWidget") -> None:
    """Wait until the window stands on the screen and is painted."""
    from PySide6.QtWidgets import QApplication

    until = time.perf_counter() + 30
    while time.perf_counter() < until:
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        handle = window.windowHandle()
        if handle is not None and handle.isExposed():
            break
    window.repaint()
    QApplication.processEvents()


def say() -> int:
    """Print what it took."""
    seconds = time.clock_gettime(time.CLOCK_BOOTTIME) - _began_at()
    print(json.dumps({"cpu_ms": time.process_time() * 1000, "wall_ms": seconds * 1000}))
    return 0


def _began_at() -> float:
    """When this process began, in seconds since the machine did."""
    ticks = int(Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()[19])
    return ticks / os.sysconf("SC_CLK_TCK")


def main(what: str, content: str = "", compiled: str = "") -> None:
    """Show the bare window, or the program."""
    if what == "bare":
        from PySide6.QtWidgets import QApplication, QWidget

        application = QApplication(["bare"])
        application.setStyle("Fusion")
        window = QWidget()
        window.resize(1280, 800)
        window.show()
        first_frame(window)
        say()
        return
    from spasm_gui import cli, places

    prepare = cli._prepare

    def shown(*_: object) -> int:
        from PySide6.QtWidgets import QApplication

        first_frame(next(one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isWindow()))
        return say()

    def prepared() -> None:
        prepare()
        from PySide6.QtWidgets import QApplication

        setattr(QApplication, "exec", shown)  # noqa: B010

    setattr(places, "compiled_library", lambda *_: Path(compiled))  # noqa: B010
    setattr(cli, "_prepare", prepared)  # noqa: B010
    cli.main(["run", "--content", content])


if __name__ == "__main__":
    main(*sys.argv[1:])
    sys.stdout.flush()
    os._exit(0)  # the end of the process is not what is measured
