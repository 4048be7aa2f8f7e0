"""Memory of the window after many visits, what grows, and how often it wakes while nothing moves.

`python -m bench.memory bare|visits|idle CONTENT COMPILED` prints JSON: resident memory, living widgets, QObjects and
Python objects after 10, 200 and 1,000 visits, when the window has rested for a moment; or how often the event loop of a
resting window woke up in three seconds. The library is the compiled one, as in a program that was installed.

The program is imported only where it is measured: a bare window has nothing of it.
"""

import gc
import json
import os
import random
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from spasm_gui.plain_imports import import_plainly

if TYPE_CHECKING:
    from spasm_gui.screens.window import Window

COUNTED = (10, 50, 200, 1000)
RESTS_MS = 3000


def resident_mb() -> float:
    """How much memory this process holds."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6


def settle() -> None:
    """Let everything that waits happen."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def counted(window: "Window") -> dict[str, float]:
    """What lives in a window on its home page, once it has swept behind the last visit."""
    from spasm_gui.sweeping import Sweep

    sweep, resting = window.findChild(Sweep), QEventLoop()
    assert sweep is not None
    window.start_over()
    settle()
    sweep.swept.connect(resting.quit)
    resting.exec()
    settle()
    kinds = Counter(type(one).__name__ for one in gc.get_objects())
    return {
        "mb": resident_mb(),
        "widgets": len(QApplication.allWidgets()),
        "objects": len(gc.get_objects()),
        **{f"kind {name}": count for name, count in kinds.most_common(12)},
    }


def one_visit(window: "Window", chance: random.Random) -> None:
    """A visit that touches a place, answers, reads a cause, and ends in the advice."""
    from bench.acts import FROM, TO, a_place
    from spasm_gui.knowledge.finding import Answer

    window.start_over()
    settle()
    window.touch(a_place(window, chance.choice(FROM + TO)))
    settle()
    model = window.model
    for _ in range(12):
        page = model.page
        if page is None:
            break
        if model.library.screens.age in page.ids:
            model.answer(model.library.screens.age, chance.choice(("16-49", "50-64")))
        if chance.random() < 0.2:
            model.answer(page.ids[0], chance.choice((Answer.YES, Answer.NOT_SURE)))
        settle()
        if model.page is page:
            model.none_of_these()
        settle()
    if model.assessment.causes:
        window.open_cause(model.assessment.causes[0].cause.id)
        settle()


def window_on(content: str, compiled: str) -> "Window":
    """The program's window, painted."""
    import_plainly()  # as the command does
    from spasm_gui import app
    from spasm_gui.reading.compiled import load_library
    from spasm_gui.screens.theme import Theme
    from spasm_gui.settings import Preferences

    library = load_library(Path(content), Path(compiled))
    app.application()
    window = app.main_window(library, Theme(app.tokens(), "light"), Preferences(None))
    window.set_reduced_motion(True)
    window.show()
    settle()
    return window


def visits(content: str, compiled: str, until: int) -> dict[str, dict[str, float]]:
    """What lives after so many visits, on the home page each time."""
    window, chance = window_on(content, compiled), random.Random(8)
    told = {}
    for number in range(1, until + 1):
        one_visit(window, chance)
        if number in COUNTED:
            told[str(number)] = counted(window)
    return told


def idle(content: str, compiled: str) -> dict[str, float]:
    """How often the event loop woke while a window with a touched place rested."""
    from bench.acts import a_place

    window = window_on(content, compiled)
    window.touch(a_place(window, "calf"))
    settle()
    loop, woken = QEventLoop(), [0]
    dispatcher = QAbstractEventDispatcher.instance()
    assert dispatcher is not None

    def count() -> None:
        woken[0] += 1

    def rest(milliseconds: int) -> int:
        """How often it woke meanwhile, with what the rest itself takes to begin and end."""
        before = woken[0]
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
        return woken[0] - before

    rest(RESTS_MS)  # whatever the touch began comes to its end here
    dispatcher.awake.connect(count)
    short, long = rest(100), rest(100 + RESTS_MS)
    return {"wakes": long - short}


def bare() -> dict[str, float]:
    """The memory of a bare window."""
    application = QApplication(["bare"])
    application.setStyle("Fusion")
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    settle()
    return {"mb": resident_mb()}


def main(what: str, content: str = "", compiled: str = "", until: str = "1000") -> None:
    """Print what was asked for."""
    match what:
        case "bare":
            told: object = bare()
        case "idle":
            told = idle(content, compiled)
        case _:
            told = visits(content, compiled, int(until))
    print(json.dumps(told))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
