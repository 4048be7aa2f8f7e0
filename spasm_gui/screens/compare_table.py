"""The rows of a comparison: a finding, what was said of it, and what a yes means for each cause."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spasm_gui.comparison import Comparison, Row, Speaks
from spasm_gui.knowledge.cause import Cause
from spasm_gui.knowledge.finding import Answer, AnswerValue
from spasm_gui.knowledge.library import Library
from spasm_gui.screens.cause_cards import Counting, how_common, how_serious
from spasm_gui.screens.icons import icon_pixmap
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Button, Picture, Text, column, line

ROWS_AT_FIRST = 12
_PAD = 12


@dataclass(frozen=True, slots=True)
class CauseColumn:
    """A cause, and how many answers fit and how many speak against it."""

    cause: Cause
    counts: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the columns are, in pixels. Without a visit nothing was said, so that column has no width."""

    finding_px: int
    said_px: int
    cause_px: int

    @classmethod
    def fitting(cls, room_px: int, causes: int, base_px: float, *, with_said: bool) -> "Columns":
        """Share out the room between the findings, the answers and so many causes."""
        finding_px = round(min(room_px * 0.3, 20 * base_px))
        said_px = round(8.5 * base_px) if with_said else 0
        return cls(finding_px, said_px, (room_px - finding_px - said_px) // max(1, causes))


class Mark(QWidget):
    """A dot for "speaks for it", a cross for "speaks against it", a dash for neither."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._speaks, self._is_strong = Speaks.NEITHER, False
        side = round(theme.base_px * 1.1)
        self.setFixedSize(side, round(theme.base_px * 1.35))

    def show_mark(self, speaks: Speaks, *, is_strong: bool) -> None:
        """Show a mark; a strong one is what the person's own yes means."""
        self._speaks, self._is_strong = speaks, is_strong
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour("ink" if self._is_strong else "ink2")
        middle, reach = QPointF(self.width() / 2, self.height() / 2), self._theme.base_px * 0.32
        painter.setPen(QPen(colour, max(1.8, reach * (0.62 if self._is_strong else 0.4))))
        if self._speaks is Speaks.FOR:
            if self._is_strong:
                painter.setBrush(colour)
            painter.drawEllipse(middle, reach, reach)
        elif self._speaks is Speaks.AGAINST:
            for slope in (1, -1):
                arm = QPointF(reach, reach * slope)
                painter.drawLine(middle - arm, middle + arm)
        else:
            painter.drawLine(middle - QPointF(reach * 0.8, 0), middle + QPointF(reach * 0.8, 0))
        painter.end()


class SpeaksCell(QWidget):
    """What a yes means for one cause: a mark and the words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mark = Mark(theme)
        self._words = Text("", theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, _PAD, 0)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def show_meaning(self, speaks: Speaks, said: AnswerValue | None) -> str:
        """Show it, strongly if the person said yes, and return it in words."""
        counts = said is Answer.YES and speaks is not Speaks.NEITHER
        words = {
            (Speaks.FOR, False): self.tr("speaks for it"),
            (Speaks.FOR, True): self.tr("Fits what you said"),
            (Speaks.AGAINST, False): self.tr("speaks against it"),
            (Speaks.AGAINST, True): self.tr("Against it, as you said"),
            (Speaks.NEITHER, False): self.tr("says nothing"),
        }[speaks, counts]
        self._mark.show_mark(speaks, is_strong=counts)
        self._words.setText("" if speaks is Speaks.NEITHER else words)
        self._words.setFont(self._theme.font("body", bold=counts))
        self._words.setProperty("tone", "" if counts else "second")
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)
        return words


class SaidCell(QWidget):
    """What the person said: a mark and the word; with `told`, "You said" before it, where no head of a column does."""

    def __init__(self, theme: Theme, *, told: bool = False) -> None:
        super().__init__()
        self._theme, self._told = theme, told
        side = round(theme.base_px * 1.1)
        self._mark = Picture("check", theme.colours["ink"], side)
        self._word = Text("", theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._word, 1)

    def show_said(self, said: AnswerValue | None) -> str:
        """Show an answer, or that there is none, and return it in words."""
        word, icon_name = {
            Answer.YES: (self.tr("Yes"), "check"),
            Answer.NO: (self.tr("No"), "minus"),
            Answer.NOT_SURE: (self.tr("Not sure"), "question"),
        }.get(said if isinstance(said, Answer) else Answer.NOT_SURE, ("", ""))
        if said is None:
            word, icon_name = self.tr("Not asked yet"), ""
        self._mark.setVisible(bool(icon_name))
        if icon_name:
            self._mark.setPixmap(icon_pixmap(icon_name, self._theme.colours["ink"], self._mark.width(), 2.0))
        told = self._told and said is not None
        self._word.setText(self.tr("You said: {answer}").format(answer=word) if told else word)
        self._word.setFont(self._theme.font("body", bold=said is Answer.YES))
        self._word.setProperty("tone", "" if said is not None else "second")
        self._word.style().unpolish(self._word)
        self._word.style().polish(self._word)
        return word


class CauseHead(QWidget):
    """The head of a column: both names, how common and how serious, and how many answers fit."""

    def __init__(self, head: CauseColumn, theme: Theme) -> None:
        super().__init__()
        cause = head.cause
        box = column(2, (0, 0, _PAD, 4))
        self.setLayout(box)
        box.addWidget(Text(cause.name, theme, "section", bold=True))
        if cause.clinical_name.casefold() != cause.name.casefold():
            box.addWidget(Text(cause.clinical_name, theme, "small", italic=True, second=True))
        facts = f"{how_common(cause.how_common)}. {how_serious(cause.seriousness)}."
        box.addWidget(Text(facts, theme, "small", second=True))
        self._counting = Counting(theme)
        box.addWidget(self._counting)
        box.addStretch(1)
        self.show_counts(head.counts)

    def show_counts(self, counts: tuple[int, int]) -> None:
        """Show how many answers fit and how many speak against."""
        self._counting.show_counts(*counts)


class FindingLine(QFrame):
    """One row of the table. A screen reader reads it as one sentence."""

    def __init__(self, row: Row, text: str, names: Sequence[str], theme: Theme, columns: Columns) -> None:
        super().__init__()
        self.setObjectName(f"row.{row.finding}")
        self._text, self._names = text, names
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 9, 0, 9)
        layout.setSpacing(0)
        label = Text(text, theme, bold=True)
        label.setContentsMargins(4, 0, _PAD, 0)
        label.setFixedWidth(columns.finding_px)
        layout.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        self._said = SaidCell(theme)
        self._said.setFixedWidth(max(1, columns.said_px))
        layout.addWidget(self._said, 0, Qt.AlignmentFlag.AlignTop)
        self._said.setVisible(columns.said_px > 0)
        self._cells = [SpeaksCell(theme) for _ in row.speaks]
        for cell in self._cells:
            cell.setFixedWidth(columns.cause_px)
            layout.addWidget(cell, 0, Qt.AlignmentFlag.AlignTop)
        layout.addStretch(1)
        self._shows_said = columns.said_px > 0
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        """Show what was said meanwhile."""
        said = self._said.show_said(row.said)
        meanings = [cell.show_meaning(one, row.said) for cell, one in zip(self._cells, row.speaks, strict=True)]
        parts = [f"{name}: {meaning}" for name, meaning in zip(self._names, meanings, strict=True)]
        told = [self.tr("You said: {answer}").format(answer=said)] if self._shows_said else []
        self.setAccessibleName(". ".join([self._text, *told, *parts]))


class Table(QFrame):
    """Causes as columns; the rows that tell less are folded."""

    def __init__(
        self, library: Library, comparison: Comparison, heads: Sequence[CauseColumn], theme: Theme, columns: Columns
    ) -> None:
        super().__init__()
        self.setObjectName("compareTable")
        self._theme = theme
        self._lines: dict[str, FindingLine] = {}
        self._heads = [CauseHead(head, theme) for head in heads]
        box = column(0, (4, 8, 0, 0))
        self.setLayout(box)
        box.addLayout(self._head_row(columns))
        names = [head.cause.name for head in heads]
        folded = QWidget()
        inside = column(0)
        folded.setLayout(inside)
        for index, row in enumerate(comparison.rows):
            finding = FindingLine(row, library.findings[row.finding].said, names, theme, columns)
            self._lines[row.finding] = finding
            place = box if index < ROWS_AT_FIRST else inside
            place.addWidget(line())
            place.addWidget(finding)
        if not comparison.rows:
            box.addWidget(line())
            only = self.tr("Choose another cause to see what tells them apart.")
            box.addWidget(Text(only if len(heads) == 1 else self.tr("No finding tells them apart here."), theme))
        box.addWidget(folded)
        folded.hide()
        add_more(box, folded, len(comparison.rows) - ROWS_AT_FIRST, theme)
        box.addWidget(line())
        self._add_first_steps(box, heads, columns)

    def _head_row(self, columns: Columns) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.setContentsMargins(0, 0, 0, 8)
        legend = Text(self.tr("What a yes would mean"), self._theme, "small", second=True)
        legend.setContentsMargins(4, 4, _PAD, 0)
        legend.setFixedWidth(columns.finding_px)
        row.addWidget(legend, 0, Qt.AlignmentFlag.AlignTop)
        if columns.said_px:
            said = Text(self.tr("You said"), self._theme, "small", second=True)
            said.setContentsMargins(0, 4, 0, 0)
            said.setFixedWidth(columns.said_px)
            row.addWidget(said, 0, Qt.AlignmentFlag.AlignTop)
        for head in self._heads:
            head.setFixedWidth(columns.cause_px)
            row.addWidget(head, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        return row

    def _add_first_steps(self, box: QVBoxLayout, heads: Sequence[CauseColumn], columns: Columns) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.setContentsMargins(0, 9, 0, 9)
        label = Text(self.tr("What to do first"), self._theme, bold=True)
        label.setContentsMargins(4, 0, _PAD, 0)
        label.setFixedWidth(columns.finding_px + columns.said_px)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        for head in heads:
            text = Text(first_step(head.cause), self._theme)
            text.setContentsMargins(0, 0, _PAD, 0)
            text.setFixedWidth(columns.cause_px)
            row.addWidget(text, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        box.addLayout(row)

    def follow(self, comparison: Comparison, counts: Sequence[tuple[int, int]]) -> None:
        """Show what was said meanwhile; rows keep their places."""
        for row in comparison.rows:
            if row.finding in self._lines:
                self._lines[row.finding].show_row(row)
        for head, count in zip(self._heads, counts, strict=True):
            head.show_counts(count)


def first_step(cause: Cause) -> str:
    """What to do first if it is this cause; a dangerous one that says nothing of its own leaves it to the advice."""
    steps = (*cause.do_now, *cause.then)
    return steps[0] if steps else "–"


def add_more(box: QVBoxLayout, folded: QWidget, rest: int, theme: Theme) -> None:
    """Add a button that shows the folded rest; none where nothing is folded."""
    if rest <= 0:
        return
    words = QCoreApplication.translate("Table", "Show {rest} more").format(rest=rest)
    more = Button(words, theme, kind="link", name="moreRows", icon_name="chevron-down")
    more.clicked.connect(folded.show)
    more.clicked.connect(more.hide)
    box.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
