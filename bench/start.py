"""From the start of a process to a frame that can be touched: `python -m bench.start bare|window CONTENT COMPILED`.

Run by `make bench`, once for each figure; prints JSON. The program starts as people start it, through `app.run`, with
settings in an empty folder.
"""

import json
import os
import sys
import time
from pathlib import Path

BEGIN = time.perf_counter()

from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402 - the clock starts before Qt is imported

from spasm_gui.plain_imports import import_plainly  # noqa: E402


def first_frame(window: QWidget) -> None:
    """Wait until the window stands on the screen and is painted."""
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
        application = QApplication(["bare"])
        application.setStyle("Fusion")
        window = QWidget()
        window.resize(1280, 800)
        window.show()
        first_frame(window)
        say()
        return
    import_plainly()  # as the command does
    from spasm_gui import app, places

    def shown(*_: object) -> int:
        first_frame(next(one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isWindow()))
        return say()

    setattr(places, "compiled_library", lambda *_: Path(compiled))  # noqa: B010
    setattr(QApplication, "exec", shown)  # noqa: B010
    app.run(content=Path(content), language=None, watch=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
    sys.stdout.flush()
    os._exit(0)  # the end of the process is not what is measured
