"""Somebody who uses the window: reads, scrolls, touches. What they cannot see they cannot touch."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.screens import Screen
from spasm_gui.screens.body_map_buttons import RegionButton
from spasm_gui.screens.window import Window
from spasm_gui.tour import settle

ADULT = "16-49"
MOST_PAGES = 20


class Person:
    """Drives the window as hands do: presses are sent to the window and land on whatever lies at that point.

    Widgets are found by object name, so a widget that is renamed, hidden, covered or off the screen fails the journey.
    """

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.qtbot = qtbot
        self.window = window

    # ------------------------------------------------------------------ finding

    def finds(self, name: str) -> QWidget:
        """Wait for the widget of that name, which may be scrolled out of sight."""
        found: list[QWidget] = []

        def is_there() -> None:
            found[:] = self.all_named(name)
            assert found, f"nothing here is called {name!r}; there is {self.names()}"

        settle()
        self.qtbot.waitUntil(is_there)
        return found[0]

    def finds_button(self, name: str) -> QAbstractButton:
        """Wait for the button of that name."""
        button = self.finds(name)
        assert isinstance(button, QAbstractButton)
        return button

    def buttons(self, name: str) -> list[QAbstractButton]:
        """The buttons of that name that are shown, perhaps none."""
        settle()
        return [one for one in self.all_named(name) if isinstance(one, QAbstractButton)]

    def all_named(self, name: str) -> list[QWidget]:
        """The widgets of that name that belong to the page now shown."""
        return [one for one in self.window.findChildren(QWidget, name) if one.isVisible()]

    def can_find(self, name: str) -> bool:
        """True if a widget of that name is shown, be it scrolled out of sight."""
        settle()
        return bool(self.all_named(name))

    def names(self) -> list[str]:
        """The names of all buttons that are shown."""
        return sorted({one.objectName() for one in self.window.findChildren(QAbstractButton) if one.isVisible()} - {""})

    def texts(self) -> list[str]:
        """Every text that is shown, on labels and buttons, be it scrolled out of sight."""
        settle()
        labels = [one.text() for one in self.window.findChildren(QLabel) if one.isVisible()]
        buttons = [one.text() for one in self.window.findChildren(QAbstractButton) if one.isVisible()]
        return [text for text in (*labels, *buttons) if text]

    def texts_of(self, name: str) -> str:
        """The text of the label of that name."""
        label = self.finds(name)
        assert isinstance(label, QLabel)
        return label.text()

    def reads(self, words: str) -> bool:
        """True if some text that is shown has these words."""
        return any(words in text for text in self.texts())

    def self_care(self) -> list[str]:
        """The ids of the exercises and positions that are offered."""
        settle()
        prefix = "selfCare."
        frames = [one.objectName() for one in self.window.findChildren(QWidget) if one.isVisible()]
        return [name.removeprefix(prefix) for name in frames if name.startswith(prefix)]

    # ------------------------------------------------------------------ hands

    def presses(self, name: str) -> None:
        """Scroll the button of that name into view and press it in its middle."""
        button = self.finds_button(name)
        self._scrolls_to(button)
        self.qtbot.waitUntil(button.isEnabled)
        self._touches_at(button, pressable_point(button))

    def _touches_at(self, widget: QWidget, point: QPoint) -> None:
        handle = self.window.windowHandle()
        assert handle is not None
        at = widget.mapTo(self.window, point)
        assert self.window.rect().contains(at), f"{widget.objectName()} is off the window, at {at}"
        hit = self.window.childAt(at)
        assert hit is widget or (hit is not None and widget.isAncestorOf(hit)), (
            f"{widget.objectName()} is covered by {hit and hit.objectName()}"
        )
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        settle()

    def _scrolls_to(self, widget: QWidget) -> None:
        """Scroll the page by page until the widget is in view, as a finger does; no row is jumped over."""
        area = scroll_area_of(widget)
        if area is None:
            return
        settle()
        bar, viewport, content = area.verticalScrollBar(), area.viewport(), area.widget()
        assert content is not None
        for _ in range(200):
            top = widget.mapTo(content, QPoint(0, 0)).y() - bar.value()
            bottom = top + widget.height()
            if top >= 0 and (bottom <= viewport.height() or widget.height() > viewport.height()):
                return
            step = round(viewport.height() * 0.6)
            before = bar.value()
            bar.setValue(bar.value() + max(-step, min(step, top if top < 0 else bottom - viewport.height())))
            settle()
            assert bar.value() != before, f"{widget.objectName()} cannot be scrolled into view"

    def scrolls_to_the_end(self) -> None:
        """Read the whole page, part by part."""
        for area in self.window.findChildren(QScrollArea):
            if area.isVisible():
                bar = area.verticalScrollBar()
                while bar.value() < bar.maximum():
                    bar.setValue(bar.value() + round(area.viewport().height() * 0.6))
                    settle()

    # ------------------------------------------------------------------ the body

    def touches(self, region: str, side: str = "left") -> None:
        """Touch a place on the body, after turning it when the place is not to be seen from here."""
        self._turns_to(region, side)
        self.presses(f"region.{region}.{side}")

    def _turns_to(self, region: str, side: str) -> None:
        if self.can_find(f"region.{region}.{side}"):
            return
        for view in ("front", "back"):
            if self.can_find(f"view.{view}"):
                self.presses(f"view.{view}")
                if self.can_find(f"region.{region}.{side}"):
                    return

    def touches_many_places(self) -> None:
        """Say that it hurts in many places."""
        self.presses("region.many-places")

    def also_touches(self, region: str, side: str = "left") -> None:
        """Say that another place hurts too."""
        self.presses("alsoHurts")
        self.touches(region, side)

    def picks_from_the_list(self, place: str) -> None:
        """Choose a place, such as "calf:left", from the list."""
        if not self.can_find(f"list.{place}"):
            self.presses("regionList")
        self.presses(f"list.{place}")

    # ------------------------------------------------------------------ answers

    def says_yes(self, finding: str) -> None:
        """Answer a question, or tick a circumstance."""
        self.presses(f"answer.{finding}.yes")

    def says_no(self, finding: str) -> None:
        """Answer a question with no."""
        self.presses(f"answer.{finding}.no")

    def is_not_sure(self, finding: str) -> None:
        """Press "not sure" once, which first shows how to find out where there is a way."""
        self.presses(f"answer.{finding}.not-sure")

    def is_aged(self, band: str) -> None:
        """Choose the age."""
        self.presses(f"answer.age-band.{band}")

    def tells(self, story: str) -> None:
        """Touch the story card that is most like it."""
        self.presses(f"story.{story}")

    def none_of_these(self) -> None:
        """Read every row, then say no to all that have no answer."""
        self.scrolls_to_the_end()
        with self.qtbot.waitSignal(self.window.model.page_changed):
            self.presses("noneOfThese")

    def screen(self) -> Screen | None:
        """The screen of questions that is shown; None when no questions are."""
        settle()
        page = self.window.model.page
        return page.screen if self.window.mode == "questions" and page is not None else None

    def answers_no_until(self, screen: Screen | None, *, age: str = ADULT) -> None:
        """Pass pages with "none of these", giving the age where it is asked; None passes all of them."""
        for _ in range(MOST_PAGES):
            shown = self.screen()
            if shown is screen or shown is None:
                break
            if self.can_find(f"answer.age-band.{age}") and not self.finds_button(f"answer.age-band.{age}").isChecked():
                self.is_aged(age)
            self.none_of_these()
        assert self.screen() is screen, f"came to {self.screen()} instead of {screen}"

    def reaches_question(self, finding: str, *, age: str = ADULT) -> None:
        """Pass pages with "none of these" until one has the question."""
        for _ in range(MOST_PAGES):
            if self.can_find(f"answer.{finding}.yes") or self.screen() is None:
                break
            self.answers_page_with_no(age)
        assert self.can_find(f"answer.{finding}.yes"), f"{finding} was never asked"

    def answers_page_with_no(self, age: str = ADULT) -> None:
        """Pass one page, giving the age if the page asks for it."""
        if self.can_find(f"answer.age-band.{age}") and not self.finds_button(f"answer.age-band.{age}").isChecked():
            self.is_aged(age)
        self.none_of_these()

    def passes_all(self, *, age: str = ADULT) -> None:
        """Say "none of these" to everything that is left."""
        self.answers_no_until(None, age=age)

    # ------------------------------------------------------------------ what they see

    def sees_level(self, level: Level) -> None:
        """The last word of the program is this level: on the advice page, or on the emergency page."""

        def is_shown() -> None:
            shown = self.shown_level()
            assert (self.window.mode, shown) == (_PAGE_OF[level], level.value), f"{self.window.mode} shows {shown}"

        settle()
        self.qtbot.waitUntil(is_shown)
        words = self.finds("adviceWord")
        assert isinstance(words, QLabel)
        assert words.text()

    def sees_at_least(self, level: Level) -> None:
        """The last word of the program is this level or a more urgent one."""
        settle()
        shown = self.shown_level()
        assert self.window.mode in ("advice", "emergency"), f"still at {self.window.mode}"
        assert Level(shown) >= level, f"{shown} is less than {level.value}"

    def sees_so_far(self, level: Level | None) -> None:
        """The strip beside the questions shows this level; None is "no advice yet"."""
        settle()
        assert self.window.mode == "questions"
        assert self.shown_level() == ("undecided" if level is None else level.value)

    def shown_level(self) -> str:
        """The level that is in sight, on strip, advice page or emergency page."""
        return str(self.finds("advice").property("level"))


_PAGE_OF = {
    Level.SELF_TREAT: "advice",
    Level.PHYSICIAN: "advice",
    Level.SAME_DAY: "advice",
    Level.EMERGENCY: "emergency",
}


def scroll_area_of(widget: QWidget) -> QScrollArea | None:
    """The scroll area a widget lies in, if any."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def pressable_point(widget: QWidget) -> QPoint:
    """The middle of a widget; of a region the middle of its widest part."""
    if not isinstance(widget, RegionButton):
        return widget.rect().center()
    (x, y), (left, top, width, height) = widget.outline.centre, widget.outline.box
    return QPoint(round((x - left) / width * widget.width()), round((y - top) / height * widget.height()))
