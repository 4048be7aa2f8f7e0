"""The advice so far: always in sight, never green before it is final."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.reasoning.assessment import Assessment
from spasm_gui.screens.icons import icon_pixmap
from spasm_gui.screens.page_room import LARGE_TEXT
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Button, Picture, Text, column, set_shown


class AdviceStrip(QFrame):
    """Icon and word of the level, one line of reason, and how much is left to ask.

    Signals:
        advice_requested: a person wants to see the whole advice.
    """

    advice_requested = Signal()

    def __init__(self, library: Library, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("advice")
        self.setProperty("level", "undecided")  # its style sheet gives each level an edge, which takes room
        self._has_said = False
        self._library, self._theme = library, theme
        side = round(theme.base_px * 2.3)
        self.icon_name = "level-open"
        self._icon = Picture("level-open", theme.colours["undecided"], side)
        self._word = Text("", theme, "section", bold=True)
        self._line = Text("", theme, "small")
        self._state = Text("", theme, "small", bold=True)
        self._state.setProperty("tone", "level")
        self._state.setWordWrap(False)
        self._show = Button(self.tr("See advice"), theme, name="seeAdvice", on_click=self.advice_requested.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(14)
        row.addWidget(self._icon)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._word, 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        texts = column(2)
        texts.addLayout(head)
        texts.addWidget(self._line)  # below both: beside the state, a large reason would stand in a tower of lines
        row.addLayout(texts, 1)
        if theme.text_factor > LARGE_TEXT:  # beside them it would leave the words no room
            texts.addWidget(self._show, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            row.addWidget(self._show, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(round(74 * max(1.0, theme.base_px / 17 * 0.9)))

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the advice so far, and announce it politely when the level changed."""
        level = assessment.level
        name = "undecided" if level is None else level.value
        left = assessment.screens_left
        pages = self.tr("Screens of questions left: {left}").format(left=left)
        if level is None:
            word = self.tr("No advice yet")
            reason = pages
        else:
            word = self._library.act(level).word
            because = assessment.reasons[0].rule.because if assessment.reasons else ""
            reason = because if assessment.is_final or not left else f"{because} {pages}.".strip()
        state = "" if level is None else self.tr("Final") if assessment.is_final else self.tr("So far")
        changed = self._has_said and self.property("level") != name
        self._has_said = True
        if self.property("level") != name:
            self._look_like(level, name)
        self._word.setText(word)
        self._line.setText(reason)
        self._state.setText(state)
        set_shown(self._state, bool(state))
        set_shown(self._show, level is not None)
        told = f"{state}: {word}" if state else word
        self.setAccessibleName(self.tr("Advice: {word}. {reason}").format(word=told, reason=reason))
        if changed:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{word}. {reason}"))

    def _look_like(self, level: Level | None, name: str) -> None:
        """Take the colours and the icon of a level."""
        self.setProperty("level", name)
        for widget in (self, self._word, self._line, self._state):  # what they look like follows from the level
            self.style().unpolish(widget)
            self.style().polish(widget)
        self.icon_name = "level-open" if level is None else f"level-{level.value}"
        self._icon.setPixmap(icon_pixmap(self.icon_name, self._icon_colour(name), self._icon.width(), 2.0))

    def _icon_colour(self, name: str) -> str:
        if name == "emergency":
            return self._theme.colours["on_emergency_fill"]
        return self._theme.colours[name.replace("-", "_")]
