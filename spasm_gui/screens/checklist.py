"""The rows of one page, in the form of their screen: danger rows, the person, or story cards.

A page of rows is shown in the rows of the page before, which are only filled in anew. The person and the story cards
come once in a visit; they are made when they are shown and gone with their page.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from spasm_gui.knowledge.finding import Answer, AnswerValue, Finding, FindingId
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.screens import Screen
from spasm_gui.reasoning.questions import Page
from spasm_gui.screens.finding_row import FindingRow
from spasm_gui.screens.icons import icon_pixmap
from spasm_gui.screens.reading_order import keep_reading_order
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import (
    RING_PX,
    Box,
    Button,
    CardButton,
    Dot,
    Text,
    column,
    inset,
    line,
    see_through,
    set_shown,
)
from spasm_gui.screens.wrapping import WrappingButton


class TickCard(CardButton):
    """A checkable card: a tick box and a text that wraps. The whole card is the target.

    `how_to_tell` is what does not count, and what does: it is shown once the card is ticked, so that nobody has to read
    all of them, and told to assistive tools from the beginning.
    """

    def __init__(
        self, text: str, theme: Theme, name: str, how_to_tell: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, text, parent)
        self.setCheckable(True)
        self._theme, self._how_to_tell = theme, how_to_tell
        self._told: QWidget | None = None
        self._side = theme.icon_px
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 11, 14, 11)
        row.setSpacing(0)
        row.addSpacing(self._side + 14)
        self._texts = column(3)
        self._texts.addWidget(see_through(Text(text, theme)))
        row.addLayout(self._texts, 1)
        self.setMinimumHeight(theme.target("minimum") + 8)
        if how_to_tell:
            self.setAccessibleDescription(how_to_tell)
            self.toggled.connect(self._tell)

    @Slot(bool)
    def _tell(self, is_checked: bool) -> None:
        if self._told is None:
            self._told = see_through(Text(self._how_to_tell or "", self._theme, "small", second=True))
            self._texts.addWidget(self._told)
        self._told.setVisible(is_checked)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = self._ring_theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(18, (self.height() - self._side) / 2, self._side, self._side)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.width() - 18)
        painter.setPen(QPen(theme.colour("accent" if self.isChecked() else "border"), 1.8))
        painter.setBrush(theme.colour("accent" if self.isChecked() else "card"))
        painter.drawRoundedRect(box, 7, 7)
        if self.isChecked():
            inner = box.toRect().adjusted(2, 2, -2, -2)
            painter.drawPixmap(inner.topLeft(), icon_pixmap("check", theme.colours["on_accent"], inner.width(), 2.0))
        painter.end()


class Checklist(Box):
    """A page of questions, one after another.

    Signals:
        answered: a row or chip was answered. Carries the id and the answer, or None when it was taken back.
        story_told: a story card was touched. Carries its id.
        none_pressed: the large button below was pressed: no to every row that has no answer.
    """

    answered = Signal(str, object)
    story_told = Signal(str)
    none_pressed = Signal()

    def __init__(
        self,
        library: Library,
        theme: Theme,
        *,
        stacked: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._theme, self._stacked = library, theme, stacked
        self._page: Page | None = None
        self._answers: Mapping[str, AnswerValue] = {}
        self._spare: list[FindingRow] = []  # every row there is, used or not, and the lines between them
        self._lines: list[QFrame] = []
        self._rows: dict[str, FindingRow] = {}
        self._ticks: dict[str, TickCard] = {}
        self._ages: dict[str, Button] = {}
        self._parts: list[QWidget] = []
        self._seen: set[QWidget] = set()
        kind = "main" if theme.is_kiosk else "none"
        self._none = WrappingButton("", theme, kind=kind, name="noneOfThese", on_click=self.none_pressed.emit)
        self._none.setParent(self)
        self._none.setMinimumHeight(theme.target("main_act" if theme.is_kiosk else "button") + 14)
        self._hint = Text("", theme, "small", second=True)
        self._title = Text("", theme, "lead", bold=True)
        self._list = QFrame()
        self._list.setProperty("kind", "list")
        self._list_rows = QVBoxLayout(self._list)
        self._list_rows.setContentsMargins(1, 3, 1, 3)
        self._list_rows.setSpacing(0)
        self._own: QWidget | None = None  # what a page without rows has instead
        self._own_place = column(0)
        layout = column(6)
        self.setLayout(layout)
        layout.addWidget(inset(self._title))
        layout.addSpacing(2)
        around = column(0, (RING_PX, 0, RING_PX, 0))
        around.addWidget(self._list)
        layout.addLayout(around)
        layout.addLayout(self._own_place)
        layout.addWidget(self._none)
        layout.addWidget(inset(self._hint))
        keep_reading_order(self)

    @property
    def page(self) -> Page | None:
        """The page that is shown, if one is."""
        return self._page

    def add_row(self) -> FindingRow:
        """Make one more row, before it is needed or because it is."""
        if self._spare:
            self._lines.append(line())
            self._list_rows.addWidget(self._lines[-1])
        row = FindingRow(None, self._theme, stacked=self._stacked)
        row.answered.connect(self.answered)
        self._list_rows.addWidget(row)
        self._spare.append(row)
        return row

    def show_page(self, page: Page | None, answers: Mapping[str, AnswerValue]) -> bool:
        """Show another page, or none; return whether there is anything in it that the keyboard has to find its way to.

        Nothing of the page before is left.
        """
        self._page = page
        self._rows, self._ticks, self._ages, self._parts, self._seen = {}, {}, {}, [], set()
        had_own = self._own is not None
        if self._own is not None:
            self._own.hide()
            self._own_place.removeWidget(self._own)
            self._own.deleteLater()
            self._own = None
        screen = None if page is None else page.screen
        has_rows = screen not in (None, Screen.YOU, Screen.STORIES)
        before = len(self._spare)
        self._fill_rows(page.ids if page is not None and has_rows else ())
        set_shown(self._list, has_rows)
        if page is None:
            return had_own
        self._title.setText(self._library.screens.titles[page.screen.value])
        if not has_rows:
            self._own = Box()
            inside = column(6)
            self._own.setLayout(inside)
            self._build_you(page, inside) if screen is Screen.YOU else self._build_stories(page, inside)
            self._own_place.addWidget(self._own)
            keep_reading_order(self)
        self.show_answers(answers)
        return not has_rows or len(self._spare) > before

    def row(self, finding: str) -> FindingRow:
        """The row of a finding."""
        return self._rows[finding]

    def first_control(self) -> QWidget:
        """Where the keyboard should go when the page appears."""
        if self._rows:
            return next(iter(self._rows.values())).button(Answer.YES)
        return next(iter(self._ages.values()), None) or (self._parts[0] if self._parts else self._none)

    def _finding(self, name: str) -> Finding:
        return self._library.findings[FindingId(name)]

    def _fill_rows(self, names: Sequence[str]) -> None:
        """Ask these in the rows there are; empty the others."""
        while len(self._spare) < len(names):
            self.add_row()
        for row in self._spare[len(names) :]:
            row.show_finding(None)
            set_shown(row, False)
        for name, row in zip(names, self._spare, strict=False):
            row.show_finding(self._finding(name))
            set_shown(row, True)
            self._rows[name] = row
            self._parts.append(row)
        for index, between in enumerate(self._lines):
            set_shown(between, index + 1 < len(names))

    def _build_you(self, page: Page, layout: QVBoxLayout) -> None:
        age = self._library.screens.age
        if age in page.ids:
            self._build_age(layout, self._finding(age))
        for group in self._library.screens.chips:
            names = [name for name in group.findings if name in page.ids]
            if names:
                layout.addSpacing(6)
                layout.addWidget(inset(Text(group.title, self._theme, "section", bold=True)))
                layout.addLayout(self._chips(names))

    def _build_age(self, layout: QVBoxLayout, finding: Finding) -> None:
        layout.addWidget(inset(Text(finding.ask, self._theme)))
        grid = QGridLayout()
        grid.setSpacing(0)
        group = QButtonGroup(self)
        columns = 2 if self._stacked else 3
        for index, choice in enumerate(finding.choices):
            button = WrappingButton(
                choice.text, self._theme, kind="chip", name=f"answer.{finding.id}.{choice.id}", checkable=True
            )
            button.setAccessibleName(f"{finding.ask} {choice.text}")
            button.clicked.connect(lambda _checked=False, chosen=choice.id: self.answered.emit(finding.id, chosen))
            group.addButton(button)
            grid.addWidget(button, index // columns, index % columns)
            self._ages[choice.id] = button
        layout.addLayout(grid)

    def _chips(self, names: Sequence[str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(0)
        columns = 1 if self._stacked else 2
        for index, name in enumerate(names):
            finding = self._finding(name)
            tick = TickCard(finding.ask, self._theme, f"answer.{name}.yes", finding.find_out)
            tick.clicked.connect(
                lambda checked=False, chosen=name: self.answered.emit(chosen, Answer.YES if checked else None)
            )
            grid.addWidget(tick, index // columns, index % columns)
            self._ticks[name] = tick
            self._parts.append(tick)
        for number in range(columns):
            grid.setColumnStretch(number, 1)
        return grid

    def _build_stories(self, page: Page, layout: QVBoxLayout) -> None:
        hint = self.tr("Touch a card only if all of its lines are true.")
        layout.addWidget(inset(Text(hint, self._theme, second=True)))
        for question in page.questions:
            story = question.story
            if story is None:
                continue
            lines = [self._finding(need).ask for need in story.needs]
            card = CardButton(self._theme, f"story.{story.id}", f"{story.title}. {' '.join(lines)}")
            inside = QVBoxLayout(card)
            inside.setContentsMargins(20, 15, 20, 16)
            inside.setSpacing(4)
            inside.addWidget(see_through(Text(story.title, self._theme, "section", bold=True)))
            for text in lines:
                row = QHBoxLayout()
                row.setSpacing(10)
                row.addWidget(see_through(Dot(self._theme)), 0, Qt.AlignmentFlag.AlignTop)
                row.addWidget(see_through(Text(text, self._theme)), 1)
                inside.addLayout(row)
            card.clicked.connect(lambda _checked=False, told=story.id: self.story_told.emit(told))
            layout.addWidget(card)
            self._parts.append(card)

    def show_answers(self, answers: Mapping[str, AnswerValue]) -> None:
        """Show what was said. Emits nothing."""
        for name, row in self._rows.items():
            row.show_answer(answers.get(name))
        for name, tick in self._ticks.items():
            tick.setChecked(answers.get(name) is Answer.YES)
        age = answers.get(self._library.screens.age)
        for choice, button in self._ages.items():
            button.set_chosen(choice == age)
        self._answers = answers
        self._update_none()

    def note_visible(self, visible: QRect) -> None:
        """Remember which rows were on screen, once they stand where they belong.

        Args:
            visible: the part of this widget that can be seen, in its own coordinates.
        """
        if any(one.height() < one.heightForWidth(one.width()) for one in (self, *self._parts)):
            return  # rows that were filled in anew have yet to get their room
        for part in self._parts:
            if part not in self._seen and part.height() > 0:
                bottom = part.mapTo(self, part.rect().bottomLeft()).y()
                if visible.top() <= bottom <= visible.bottom() + 1:
                    self._seen.add(part)
        self._update_none()

    def _update_none(self) -> None:
        page = self._page
        if page is None:
            return
        rows = [name for name in page.ids if name not in (self._library.screens.age,)]
        answered = [name for name in rows if self._answers.get(name) is not None]
        goes_on = not rows or (len(answered) == len(rows) and page.screen is not Screen.STORIES)
        if goes_on:
            text = self.tr("Continue")
        elif any(self._answers.get(name) in (Answer.YES, Answer.NOT_SURE) for name in rows):
            text = self.tr("None of the others")
        else:
            text = self.tr("None of these")
        seen_all = all(part in self._seen for part in self._parts)
        age_missing = bool(self._ages) and self._answers.get(self._library.screens.age) is None
        self._none.set_text(text)
        resting = "" if self._theme.is_kiosk else "box"  # never ticked beforehand
        self._none.set_icon_name("arrow-right" if goes_on else resting)
        self._none.setEnabled(seen_all and not age_missing)
        set_shown(self._hint, age_missing or not seen_all)
        if age_missing:
            self._hint.setText(self.tr("Please choose the age first."))
        elif not seen_all:
            self._hint.setText(self.tr("Please read every row first."))
        else:
            self._hint.setText("")
