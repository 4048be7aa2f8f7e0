"""Somebody who has nothing but keys: Tab leads there or it cannot be used; arrows walk over the body."""

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from spasm_gui.drawing.outlines import Direction, Outline, neighbour
from spasm_gui.screens.body_map_buttons import RegionButton
from spasm_gui.tour import settle
from tests.journeys.person import Person

MOST_TABS = 250
_KEYS = {
    Direction.LEFT: Qt.Key.Key_Left,
    Direction.RIGHT: Qt.Key.Key_Right,
    Direction.UP: Qt.Key.Key_Up,
    Direction.DOWN: Qt.Key.Key_Down,
}


class KeyboardPerson(Person):
    """Does everything a Person does without a pointer. Keys go to the window, which gives them to the focus."""

    def key(self, key: Qt.Key) -> None:
        """Press a key."""
        handle = self.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key)
        settle()

    def key_escape(self) -> None:
        """Press Esc: one step back."""
        self.key(Qt.Key.Key_Escape)

    def focus(self) -> QWidget:
        """The widget that has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def tabs_to(self, wanted: QWidget) -> None:
        """Press Tab until the widget has the keyboard; of a group that is one stop, arrows lead to its members."""
        passed = []
        group = wanted.group() if isinstance(wanted, QAbstractButton) else None
        members = group.buttons() if group is not None else []
        for _ in range(MOST_TABS):
            if QApplication.focusWidget() is wanted:
                return
            if QApplication.focusWidget() in members:
                self._arrows_to(wanted, members)
                return
            self.key(Qt.Key.Key_Tab)
            passed.append(self.focus().objectName())
        raise AssertionError(f"Tab never reaches {wanted.objectName()}; it went through {sorted(set(passed))}")

    def _arrows_to(self, wanted: QWidget, members: list[QAbstractButton]) -> None:
        for _ in members:
            if self.focus() is wanted:
                return
            ahead = members.index(wanted) > members.index(self.focus())  # type: ignore[arg-type]
            self.key(Qt.Key.Key_Right if ahead else Qt.Key.Key_Left)
            if self.focus() is not wanted:
                self.key(Qt.Key.Key_Down if ahead else Qt.Key.Key_Up)
        assert self.focus() is wanted, f"the arrows lead to {self.focus().objectName()}, not {wanted.objectName()}"

    def presses(self, name: str) -> None:
        """Reach the button of that name by Tab and press Space."""
        button = self.finds_button(name)
        if isinstance(button, RegionButton):
            self._walks_to(button)
        else:
            self.tabs_to(button)
        assert button.isEnabled()
        assert button.visibleRegion().boundingRect().height() > 0, f"{name} has the keyboard but is out of sight"
        self.key(Qt.Key.Key_Space)

    def _walks_to(self, wanted: RegionButton) -> None:
        """Tab to the body, then walk over it with the arrows, region by region."""
        for _ in range(MOST_TABS):
            if isinstance(QApplication.focusWidget(), RegionButton):
                break
            self.key(Qt.Key.Key_Tab)
        start = self.focus()
        assert isinstance(start, RegionButton), "Tab never reaches the body"
        outlines = [one.outline for one in self.window.findChildren(RegionButton) if one.isVisible()]
        for step in steps(outlines, start.outline, wanted.outline):
            self.key(_KEYS[step])
        assert self.focus() is wanted, f"the arrows lead to {self.focus().objectName()}, not {wanted.objectName()}"

    def none_of_these(self) -> None:
        """Go through every row by Tab; the button below has the keyboard's turn once all were in sight."""
        button = self.finds_button("noneOfThese")
        with self.qtbot.waitSignal(self.window.model.page_changed):
            self.tabs_to(button)
            self.key(Qt.Key.Key_Space)

    def scrolls_to_the_end(self) -> None:
        """Tab scrolls by itself."""


def steps(outlines: Sequence[Outline], start: Outline, wanted: Outline) -> list[Direction]:
    """The arrows that lead from one region to another; a person sees them on the picture."""
    ways: dict[str, list[Direction]] = {_name(start): []}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if here is wanted:
            return ways[_name(here)]
        for direction in Direction:
            there = neighbour(here, direction, outlines)
            if there is not None and _name(there) not in ways:
                ways[_name(there)] = [*ways[_name(here)], direction]
                waiting.append(there)
    raise AssertionError(f"no arrows lead from {_name(start)} to {_name(wanted)}")


def _name(outline: Outline) -> str:
    return f"{outline.region}:{outline.side}"
