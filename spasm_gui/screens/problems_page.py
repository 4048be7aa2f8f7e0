"""Shown instead of the body when the content was refused: what is wrong, where, and that nothing was lost."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import PageScroll, Picture, Text, column, line

MOST_SHOWN = 200


class ProblemsPage(QFrame):
    """A list of (file, line, message), each of which an author can mend."""

    def __init__(self, problems: Sequence[tuple[str, int, str]], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        body = QWidget()
        body.setObjectName("page")
        layout = QVBoxLayout(body)
        side = round(min(96, 48 + theme.base_px * 3) if theme.text_factor < 1.3 else 28)
        layout.setContentsMargins(side, 40, side, 32)
        layout.setSpacing(22)
        layout.addLayout(self._head(theme))
        frame = QFrame()
        frame.setProperty("kind", "list")
        rows = QGridLayout(frame)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setHorizontalSpacing(28)
        rows.setVerticalSpacing(14)
        rows.setColumnStretch(0, 3)
        rows.setColumnStretch(1, 7)
        top = Qt.AlignmentFlag.AlignTop
        for index, (file, number, message) in enumerate(problems[:MOST_SHOWN]):
            if index:
                rows.addWidget(line(), 2 * index - 1, 0, 1, 2)
            place = self.tr("{file}, line {number}").format(file=file, number=number)
            rows.addWidget(Text(place, theme, bold=True), 2 * index, 0, top)
            rows.addWidget(Text(message, theme), 2 * index, 1, top)
        layout.addWidget(frame)
        if len(problems) > MOST_SHOWN:
            rest = len(problems) - MOST_SHOWN
            layout.addWidget(Text(self.tr("And {rest} more.").format(rest=rest), theme))
        layout.addWidget(self._note(theme))
        layout.addStretch(1)
        outer = column(0)
        outer.addWidget(PageScroll(body))
        self.setLayout(outer)

    def _head(self, theme: Theme) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(24)
        tile = QFrame()
        tile.setProperty("kind", "note")
        inside = QVBoxLayout(tile)
        inside.setContentsMargins(18, 18, 18, 18)
        inside.addWidget(Picture("warning", theme.colours["ink"], round(theme.base_px * 2.4)))
        head.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        texts = column(6)
        title = self.tr("The content needs mending, so the program waits")
        texts.addWidget(Text(title, theme, "page_title", bold=True))
        words = self.tr(
            "Nothing is shown to patients until every file is right. Nothing was changed or lost. "
            "Mend the lines below, then start the program again."
        )
        texts.addWidget(Text(words, theme, "lead", second=True))
        head.addLayout(texts, 1)
        return head

    def _note(self, theme: Theme) -> QFrame:
        note = QFrame()
        note.setProperty("kind", "note")
        row = QHBoxLayout(note)
        row.setContentsMargins(20, 14, 20, 14)
        row.setSpacing(14)
        row.addWidget(Picture("pen", theme.colours["ink"], theme.icon_px), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(self.tr("To see the same list in a terminal: spasm-gui check"), theme), 1)
        return note
