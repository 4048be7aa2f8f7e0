"""A comparison where there is no room for columns."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from spasm_gui.comparison import Comparison, Row, Speaks
from spasm_gui.knowledge.library import Library
from spasm_gui.screens.compare_table import (
    ROWS_AT_FIRST,
    CauseColumn,
    CauseHead,
    SaidCell,
    SpeaksCell,
    Table,
    add_more,
    first_step,
)
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Text, column, line


class StackedCards(Table):
    """One card for each cause, under one another: what speaks for it, then what speaks against it."""

    def __init__(  # not Table's: a narrow page has no columns
        self, library: Library, comparison: Comparison, heads: Sequence[CauseColumn], theme: Theme
    ) -> None:
        QFrame.__init__(self)
        self.setObjectName("compareCards")
        self._theme = theme
        self._heads = [CauseHead(head, theme) for head in heads]
        self._said: list[tuple[int, str, SaidCell, SpeaksCell, QFrame, str]] = []
        box = column(16, (4, 0, 4, 0))
        self.setLayout(box)
        for index, head in enumerate(heads):
            box.addWidget(self._card(library, comparison, index, head))
        self.follow(comparison, [head.counts for head in heads])

    def _card(self, library: Library, comparison: Comparison, index: int, head: CauseColumn) -> QFrame:
        theme = self._theme
        card = QFrame()
        card.setProperty("kind", "card")
        box = column(6, (18, 14, 16, 14))
        card.setLayout(box)
        box.addWidget(self._heads[index])
        folded = QWidget()
        inside = column(6)
        folded.setLayout(inside)
        spoken = [row for row in comparison.rows if row.speaks[index] is not Speaks.NEITHER]
        spoken.sort(key=lambda row: row.speaks[index] is not Speaks.FOR)
        shown = ROWS_AT_FIRST // 2
        for place, row in enumerate(spoken):
            part = self._finding(library.findings[row.finding].said, row, index)
            (box if place < shown else inside).addWidget(part)
        box.addWidget(folded)
        folded.hide()
        add_more(box, folded, len(spoken) - shown, theme)
        box.addWidget(line())
        box.addWidget(Text(self.tr("What to do first"), theme, bold=True))
        box.addWidget(Text(first_step(head.cause), theme))
        return card

    def _finding(self, text: str, row: Row, index: int) -> QFrame:
        frame = QFrame()
        frame.setObjectName(f"row.{row.finding}")
        box = column(1, (0, 4, 0, 4))
        frame.setLayout(box)
        box.addWidget(Text(text, self._theme, bold=True))
        below = QHBoxLayout()
        below.setSpacing(12)
        speaks, said = SpeaksCell(self._theme), SaidCell(self._theme, told=True)
        below.addWidget(speaks, 3, Qt.AlignmentFlag.AlignTop)
        below.addWidget(said, 2, Qt.AlignmentFlag.AlignTop)
        box.addLayout(below)
        self._said.append((index, row.finding, said, speaks, frame, text))
        return frame

    def follow(self, comparison: Comparison, counts: Sequence[tuple[int, int]]) -> None:
        rows = {row.finding: row for row in comparison.rows}
        for index, finding, said, speaks, frame, text in self._said:
            row = rows[finding]  # type: ignore[index]
            meaning = speaks.show_meaning(row.speaks[index], row.said)
            answer = said.show_said(row.said)
            told = self.tr("You said: {answer}").format(answer=answer)
            frame.setAccessibleName(f"{text}. {meaning}. {told}")
        for head, count in zip(self._heads, counts, strict=True):
            head.show_counts(count)
