"""Something without sense bangs on the window. Whatever it does, what is shown is what was answered, and no more.

It bangs at several windows one after the other, each time by another chance: `SPASM_MONKEY=50000` lets it bang so often
instead of the three thousand times of every run, and `SPASM_SEED=100` begins with another chance.
"""

import os
import random
import sys
from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.assessment import assess
from spasm_gui.reasoning.triage import rule_level
from spasm_gui.screens.handout_actions import HandoutActions
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.window import Window
from spasm_gui.tour import settle

BANGS = int(os.environ.get("SPASM_MONKEY", "3000"))
BANGS_AT_ONE_WINDOW = 300
FIRST_SEED = int(os.environ.get("SPASM_SEED", "1"))
SEEDS = range(FIRST_SEED, FIRST_SEED + max(1, BANGS // BANGS_AT_ONE_WINDOW))
SIZES = ((1280, 800), (1024, 768), (768, 1366), (640, 480), (1920, 1080))
KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_C),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Plus, Qt.Key.Key_Home),
    *(Qt.Key.Key_A, Qt.Key.Key_F1, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_PageDown),
)
HEAVY = frozenset({"startOver", "textSize", "theme", "explain", "explainOther", "browse", "movement"})
"""Kinds of buttons after which much is built anew: pressed less often, they leave time for the rest."""


class Monkey:
    """Presses, drags, types, wheels and pulls at the window; the same seed always does the same."""

    def __init__(self, window: Window, seed: int) -> None:
        self._window = window
        self._chance = random.Random(seed)
        self.done: Counter[str] = Counter()
        self.last = ""

    def bang(self) -> None:
        ways = (
            *(self._press_a_button,) * 8,
            *(self._click_anywhere,) * 4,
            *(self._type_a_key,) * 4,
            *(self._drag, self._wheel, self._scroll),
            *((self._resize, self._start_over) if self._chance.random() < 0.15 else ()),
        )
        way = self._chance.choice(ways)
        self.done[way.__name__] += 1
        self.last = way.__name__
        way()

    def _press_a_button(self) -> None:
        kinds: dict[str, list[QAbstractButton]] = {}
        for button in self._window.findChildren(QAbstractButton):
            if button.isVisible() and button.isEnabled():
                kinds.setdefault(button.objectName().split(".")[0], []).append(button)
        if kinds:  # a kind first: the dozens of regions would leave nothing for the rest
            often = [1 if kind in HEAVY else 5 for kind in kinds]
            button = self._chance.choice(self._chance.choices(list(kinds.values()), often)[0])
            self.last = f"press {button.objectName()!r}"
            button.click()

    def _anywhere(self) -> QPoint:
        return QPoint(self._chance.randrange(self._window.width()), self._chance.randrange(self._window.height()))

    def _click_anywhere(self) -> None:
        where = self._anywhere()
        target = self._window.childAt(where) or self._window
        button = self._chance.choice((Qt.MouseButton.LeftButton,) * 5 + (Qt.MouseButton.RightButton,))
        QTest.mouseClick(target, button, Qt.KeyboardModifier.NoModifier, target.mapFrom(self._window, where))

    def _type_a_key(self) -> None:
        target = QApplication.focusWidget() or self._window
        QTest.keyClick(target, self._chance.choice(KEYS))

    def _drag(self) -> None:
        begin, end = self._anywhere(), self._anywhere()
        target = self._window.childAt(begin) or self._window
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(target, left, Qt.KeyboardModifier.NoModifier, target.mapFrom(self._window, begin))
        QTest.mouseMove(target, target.mapFrom(self._window, end))
        QTest.mouseRelease(target, left, Qt.KeyboardModifier.NoModifier, target.mapFrom(self._window, end))

    def _wheel(self) -> None:
        where = self._anywhere()
        target = self._window.childAt(where) or self._window
        event = QWheelEvent(
            QPointF(target.mapFrom(self._window, where)),
            QPointF(self._window.mapToGlobal(where)),
            QPoint(),
            QPoint(0, self._chance.choice((-360, -120, 120, 360))),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(target, event)

    def _scroll(self) -> None:
        areas = [one for one in self._window.findChildren(QScrollArea) if one.isVisible()]
        if areas:
            bar = self._chance.choice(areas).verticalScrollBar()
            bar.setValue(self._chance.randrange(bar.maximum() + 1))

    def _resize(self) -> None:
        self._window.resize(*self._chance.choice(SIZES))

    def _start_over(self) -> None:
        self._window.start_over()


@pytest.fixture
def window(qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch) -> Window:
    """A window of which nothing leads outside: what would print or save is noted by others."""
    for way in ("print_page", "save_page"):
        monkeypatch.setattr(HandoutActions, way, lambda _self: None)
    monkeypatch.setattr(QFileDialog, "__init__", lambda *_: pytest.fail("a file dialog was opened"))
    app.application()
    theme = Theme(app.tokens(), "light")
    one = Window(library, app.drawing(), theme, emergency_number="112", reduced_motion=True)
    qtbot.addWidget(one)
    one.resize(*SIZES[0])
    one.show()
    settle()
    return one


def assert_it_holds(window: Window, library: Library, chance: random.Random) -> None:
    """What is shown is the assessment of what was answered, and one yes more never lowers the rule level."""
    model = window.model
    visit = model.visit
    assert model.assessment == assess(library, visit)
    assert (window.mode == "emergency") == (bool(visit.places) and model.is_emergency())
    if visit.places:
        yes = chance.choice([one for one in library.findings.values() if one.kind.value == "yes-no"])
        level = rule_level(library, visit)
        assert rule_level(library, visit.answering({yes.id: Answer.YES})) >= level
    assert window.windowTitle() == "Spasm Map"
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [window]


def assert_a_fresh_start(window: Window) -> None:
    """After start over nothing of the visit is there."""
    assert window.model.visit == Visit()
    assert window.model.marks == ()
    assert window.model.passed == ()
    alive = [one for one in window.findChildren(VisitModel) if one is not window.model]
    assert alive == []


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "darwin", reason="the menu bar of macOS is a window of its own")
@pytest.mark.parametrize("seed", SEEDS)
def test_banging_on_the_window_breaks_no_promise(qtbot: QtBot, window: Window, library: Library, seed: int) -> None:
    monkey, chance = Monkey(window, seed), random.Random(seed)
    modes: Counter[str] = Counter()
    for number in range(BANGS_AT_ONE_WINDOW):
        before: QWidget | None = window.panel
        monkey.bang()
        settle()
        modes[window.mode] += 1
        try:
            assert_it_holds(window, library, chance)
            if monkey.last in ("_start_over", "press 'startOver'") and window.mode == "home":
                assert_a_fresh_start(window)
        except AssertionError as error:
            raise AssertionError(f"bang {number} of seed {seed}: {monkey.last} on {before}") from error
        if number % 60 == 59:  # it would hardly ever leave a dead end by itself
            window.start_over()
            settle()
    assert {"home", "questions"} <= set(modes)
    assert min(monkey.done.values()) > 0
