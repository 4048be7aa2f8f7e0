"""A day at the kiosk: people tap about without sense and walk away. Nothing adds up, nobody finds anything of another.

`SPASM_VISITS=200` lets so many come instead of the few of every run, and then weighs the memory, too; `-s` shows it.
"""

import gc
import os
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from spasm_gui import app, places
from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.kiosk.config import KioskConfig
from spasm_gui.kiosk.idle import IdleWatch
from spasm_gui.kiosk.kiosk import Kiosk
from spasm_gui.knowledge.library import Library
from spasm_gui.languages import Languages
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.window import Window
from spasm_gui.sweeping import Sweep
from tests.kiosk.test_kiosk import description
from tests.kiosk.visitor import (
    COUNTDOWN_MS,
    QUIET_MS,
    Clock,
    come,
    finish_pages,
    held_of_a_visit,
    inside,
    let_pass,
    named,
    settle,
    widgets_inside,
)
from tests.robustness.test_monkey import Monkey

VISITS = int(os.environ.get("SPASM_VISITS", "8"))
SEED = int(os.environ.get("SPASM_SEED", "1"))
WARM_UP = min(10, VISITS // 2)
WEIGHED_FROM = 100
"""So many visits have to come until the memory says something: before, what is kept on purpose still fills.

On purpose are kept, and never more than a fixed amount of: icons of the present look, which pages of questions come
next, words of the library in a second language. Pictures go with the visit.
"""
MOST_TAPS = 16
IS_VISIBLE = 7
NOTICED = 24
MOST_GROWTH = 0.05


@dataclass(frozen=True, slots=True)
class Alive:
    """What lives in this process at the start screen."""

    widgets: int
    objects: int
    timers: int
    models: int
    files: int


def alive(kiosk: Kiosk) -> Alive:
    finish_pages(kiosk.window)
    gc.collect()
    settle()
    of_qt = [one for one in gc.get_objects() if isinstance(one, QObject) and isValid(one)]
    descriptors = Path("/proc/self/fd")
    return Alive(
        widgets=len(QApplication.allWidgets()),
        objects=sum(1 for _ in inside(kiosk.window)),
        timers=sum(isinstance(one, QTimer) for one in of_qt),
        models=sum(type(one).__name__ == "VisitModel" for one in of_qt),
        files=len(list(descriptors.iterdir())) if descriptors.exists() else 0,
    )


def resident_mb() -> float:
    statistics = Path("/proc/self/statm")
    if not statistics.exists():
        return 0.0
    return int(statistics.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def rest(qtbot: QtBot, kiosk: Kiosk) -> float:
    """Let the start screen stand for a moment, as between two people. Returns the memory held then, in MB."""
    sweep = kiosk.findChild(Sweep)
    assert sweep is not None
    with qtbot.waitSignal(sweep.swept):
        sweep.soon()
    return resident_mb()


class Picture:
    """What eyes see. Two are the same if nothing but the edges of letters differs, which Qt smooths now so, now so."""

    def __init__(self, image: QImage) -> None:
        self._image = image

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Picture) or self._image.size() != other._image.size():
            return False
        difference = self._image.copy()
        painter = QPainter(difference)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        painter.drawImage(0, 0, other._image)
        painter.end()
        small = difference.scaled(difference.size() / 4, mode=Qt.TransformationMode.SmoothTransformation)
        grey = small.convertToFormat(QImage.Format.Format_Grayscale8)
        return max(grey.constBits()) < NOTICED

    def __hash__(self) -> int:
        return hash((self._image.width(), self._image.height()))


@dataclass(frozen=True, slots=True)
class Sight:
    """What eyes, a screen reader and fingers find in the window."""

    picture: Picture
    widgets: list[tuple[object, ...]]
    told: list[tuple[str, ...]]
    typed: list[str]


def sight(window: Window) -> Sight:
    return Sight(
        Picture(window.grab().toImage()),
        [one if one[IS_VISIBLE] else one[:-1] for one in description(window)],  # what is hidden has no place yet
        list(told(window)),
        [field.text() for field in widgets_inside(window) if isinstance(field, QLineEdit)],
    )


def told(window: Window) -> Iterator[tuple[str, ...]]:
    """What assistive tools are told of every widget that they see."""
    for widget in (window, *widgets_inside(window)):
        interface = QAccessible.queryAccessibleInterface(widget) if widget.isVisible() else None
        if interface is not None:
            kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
            yield (*(interface.text(kind) for kind in kinds), str(interface.state().checked))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kiosk(qtbot: QtBot, library: Library, drawing: BodyDrawing, config: KioskConfig, clock: Clock) -> Iterator[Kiosk]:
    """A kiosk in two languages. Nothing moves, so that pictures can be compared."""
    app.application()
    settle()
    still = msgspec.structs.replace(config, reduced_motion=True)
    languages = Languages(places.content_dir(), library)
    watch = IdleWatch(QUIET_MS, COUNTDOWN_MS, clock_ms=clock)
    theme = Theme(app.tokens(), "light", is_kiosk=True)
    kiosk = app.kiosk_on(library, still, theme, drawing, watch, languages)
    qtbot.addWidget(kiosk.window, before_close_func=QWidget.hide)
    kiosk.begin()
    settle()
    yield kiosk
    languages.fall_silent()


def is_free(kiosk: Kiosk) -> bool:
    return kiosk.window.findChild(QWidget, "attractPage") is not None


def tap_about(kiosk: Kiosk, monkey: Monkey, chance: random.Random, clock: Clock) -> None:
    """Somebody without sense taps, perhaps stops for so long that the countdown comes, and goes on tapping."""
    taps = chance.randrange(4, MOST_TAPS)
    pause = chance.choice((None, None, taps // 2))
    for number in range(taps):
        if number == pause and not is_free(kiosk):
            let_pass(kiosk.watch, clock, QUIET_MS)
            settle()
        monkey.bang()
        settle()


def use_everything_once(kiosk: Kiosk) -> None:
    """Every language, size of text and look is loaded by the first who wants it, and kept."""
    for name in ("language", "language.es", *("textSize",) * 4, *("theme",) * 3):
        named(kiosk.window, name).click()
        settle()


def walk_away(kiosk: Kiosk, clock: Clock) -> None:
    """Nobody touches anything until the start screen is back; whoever exercised was given more time."""
    for _ in range(20):
        if is_free(kiosk):
            return
        let_pass(kiosk.watch, clock, COUNTDOWN_MS if kiosk.watch.is_warning else QUIET_MS)
        settle()
    raise AssertionError("the start screen did not come back")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "darwin", reason="the menu bar of macOS is a window of its own")
def test_many_visits_leave_nothing_behind(qtbot: QtBot, kiosk: Kiosk, clock: Clock, fresh_home: Path) -> None:
    window = kiosk.window
    monkey, chance = Monkey(window, SEED), random.Random(SEED)
    start = sight(window)
    others = held_of_a_visit()  # of tests before this one; kept, so that no id is used twice
    known = {id(one) for one in others}
    come(kiosk)
    home = sight(window)
    use_everything_once(kiosk)
    walk_away(kiosk, clock)
    after_warm_up: Alive | None = None
    before_mb = 0.0
    for number in range(1, VISITS + 1):
        come(kiosk)
        assert sight(window) == home, f"visit {number} of seed {SEED} began with something of the one before"
        tap_about(kiosk, monkey, chance, clock)
        walk_away(kiosk, clock)
        assert sight(window) == start, f"visit {number} of seed {SEED} left something on the start screen"
        assert held_of_a_visit(known) == [], f"visit {number} of seed {SEED} is still held"
        now = alive(kiosk)
        if number == WARM_UP:
            after_warm_up, before_mb = now, rest(qtbot, kiosk)
        elif after_warm_up is not None:
            assert now == after_warm_up, f"visit {number} of seed {SEED} added up"
        if number % 20 == 0:
            print(f"{number} visits: {rest(qtbot, kiosk):.1f} MB, {now}", flush=True)
    after_mb = rest(qtbot, kiosk)
    print(f"after {WARM_UP} visits {before_mb:.1f} MB, after {VISITS} {after_mb:.1f} MB; {monkey.done}")
    if VISITS >= WEIGHED_FROM:
        assert after_mb <= before_mb * (1 + MOST_GROWTH)
    assert [path for path in fresh_home.rglob("*") if path.is_file() and b"calf" in path.read_bytes()] == []
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [window]
