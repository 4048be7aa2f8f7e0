"""What a touch, an answer and a change of look take in the real window: `python -m bench.acts CONTENT WIDTH HEIGHT`.

Each act is timed from the hand until the first painting of what it changed is done (lit, painted), as a person sees it.
A page that has just come is touched when the program has made ready what a touch will need, half a second later; nobody
is faster. Processor time is told beside it, which a busy machine disturbs less. Prints JSON.
"""

import json
import os
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from bench.figures import spread
from spasm_gui import app
from spasm_gui.knowledge.finding import Answer, FindingId
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.languages import Languages
from spasm_gui.reading.library import read_library
from spasm_gui.screens.later import Later
from spasm_gui.screens.region_panel import RegionPanel
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.window import Window
from spasm_gui.settings import Preferences

FROM, TO = ("calf", "thigh-front", "shoulder", "abdomen"), ("knee", "shin", "upper-arm", "chest")
ANSWERS = 6
TEXT_SIZES = (1.25, 1.0)


class Painted(QObject):
    """Notes when a widget was painted. It sees the events of that widget only; those of all would take time."""

    def __init__(self) -> None:
        super().__init__()
        self._watched: QWidget | None = None
        self._counts: Callable[[], bool] = lambda: True
        self.seen = False

    def watch(self, widget: QWidget | None, counts: Callable[[], bool] = lambda: True) -> None:
        """Wait for the next painting of a widget that counts."""
        self._counts = counts
        if widget is not self._watched:
            self.leave()
            self._watched = widget
            if widget is not None:
                widget.installEventFilter(self)
        self.seen = False

    def leave(self) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._counts():
            self.seen = True
        return False


class Acts:
    """One window, and what each act in it took."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.wall: dict[str, list[float]] = defaultdict(list)
        self.cpu: dict[str, list[float]] = defaultdict(list)
        self._painted = Painted()

    def timed(
        self,
        name: str,
        act: Callable[[], object],
        shows: Callable[[], QWidget | None],
        counts: Callable[[], bool] = lambda: True,
    ) -> None:
        """Do an act, and wait until what shows it is painted; then let the window come to rest, untimed."""
        self._painted.watch(shows(), counts)
        wall, cpu = time.perf_counter(), time.process_time()
        act()
        while not self._painted.seen and time.perf_counter() < wall + 20:
            QApplication.sendPostedEvents()
            if not self._painted.seen:  # what comes after the painting is waited for below, untimed
                QApplication.processEvents()
            if not self._painted.seen:  # the act may have led to another page, made just now
                self._painted.watch(shows(), counts)
        self.wall[name].append((time.perf_counter() - wall) * 1000)
        self.cpu[name].append((time.process_time() - cpu) * 1000)
        self._painted.leave()
        settle()

    def timed_lit(self, name: str, act: Callable[[], object]) -> None:
        """Touch a place, and time only until it is painted on the body: the figure paints while the touch is told."""
        seen: list[tuple[float, float]] = []

        def note() -> None:
            if self._painted.seen and not seen:
                seen.append((time.perf_counter(), time.process_time()))

        self._painted.watch(self.body())
        self.window.model.places_changed.connect(note)  # after the figure, which was connected first
        wall, cpu = time.perf_counter(), time.process_time()
        act()
        while not self._painted.seen and time.perf_counter() < wall + 20:
            QApplication.processEvents()
        note()
        self.window.model.places_changed.disconnect(note)
        self.wall[name].append((seen[0][0] - wall) * 1000)
        self.cpu[name].append((seen[0][1] - cpu) * 1000)
        self._painted.leave()
        settle()

    def body(self) -> QWidget | None:
        return None if self.window.figure is None else self.window.figure.body_map

    def has_questions(self) -> bool:
        return isinstance(self.window.panel, RegionPanel)

    def questions(self) -> QWidget | None:
        return self.window.panel.checklist if isinstance(self.window.panel, RegionPanel) else None

    def panel(self) -> QWidget | None:
        return self.window.panel  # its title is another one, though its questions may be the same

    def whole(self) -> QWidget | None:
        return self.window


def settle() -> None:
    """Let everything that waits happen."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def rest(window: Window) -> None:
    """Let the program make ready what a touch will need, as it does before anybody touches a page that just came."""
    while not all(one.is_done for one in window.findChildren(Later)):
        settle()
        time.sleep(0.005)


def a_place(window: Window, region: str) -> Place:
    """A region with the first side it has."""
    sides = window.model.library.regions[RegionId(region)].sides
    return Place(RegionId(region), Side(sides[0]) if sides else None)


def one_visit(acts: Acts, chance: random.Random) -> None:
    """A visit with a touch, some answers, a page that is passed, and another region."""
    window = acts.window
    window.start_over()
    settle()
    rest(window)
    begin, end = chance.choice(FROM), chance.choice(TO)
    if chance.random() < 0.5:
        acts.timed_lit("touch → region lit", partial(window.touch, a_place(window, begin)))
    else:
        acts.timed(
            "touch → panel painted", partial(window.touch, a_place(window, begin)), acts.whole, acts.has_questions
        )
    page = window.model.page
    findings = window.model.library.findings
    rows = [] if page is None else [one for one in map(FindingId, page.ids) if one in findings]
    for row in rows[:ANSWERS]:
        acts.timed("answer → advice repainted", partial(window.model.answer, row, Answer.NO), acts.questions)
    acts.timed("page → next page painted", window.model.none_of_these, acts.questions)
    acts.timed("region change → panel painted", partial(window.touch, a_place(window, end)), acts.panel)


def main(content: str, width: str, height: str, visits: str = "25") -> None:
    """Measure, and print JSON."""
    library = read_library(Path(content), with_cases=False)
    app.application()
    window = app.main_window(library, Theme(app.tokens(), "light"), Preferences(None))
    window.set_reduced_motion(True)
    window.resize(int(width), int(height))
    window.show()
    settle()
    acts, chance = Acts(window), random.Random(8)
    one_visit(acts, chance)  # the first of everything warms up
    acts.wall.clear()
    acts.cpu.clear()
    for _ in range(int(visits)):
        one_visit(acts, chance)
    languages = Languages(Path(content), library)
    languages.setParent(window)
    codes = [one.code for one in languages.offered]
    for number in range(max(4, int(visits) // 4)):
        size = TEXT_SIZES[number % 2]
        acts.timed("text size change → painted", partial(change_size, window, size), acts.whole)
        if len(codes) > 1:
            code = codes[(number + 1) % len(codes)]
            acts.timed("language change → painted", partial(speak, window, languages, code), acts.whole)
    told = {name: {"wall_ms": spread(acts.wall[name]), "cpu_ms": spread(acts.cpu[name])} for name in acts.wall}
    print(json.dumps(told))
    sys.stdout.flush()
    os._exit(0)


def change_size(window: Window, factor: float) -> None:
    """Show all text at another size."""
    theme = window.theme
    window.set_theme(Theme(theme.tokens, theme.name, factor))


def speak(window: Window, languages: Languages, code: str) -> None:
    """Show everything in another language."""
    window.show_language(languages.speak(code), None)


if __name__ == "__main__":
    main(*sys.argv[1:])
