"""What the words mean: those easily mixed up side by side, each with a drawn trace, then the rest in a table."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QWidget

from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.movement import Definition
from spasm_gui.screens.icons import picture_pixmap
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.word_meaning import sources_line
from spasm_gui.screens.words import RING_PX, Plate, Text, column, line

_CARD_EMS = 21.0
_TRACE_SHAPE = 110 / 300
_PAD = 14


class WordCards(QWidget):
    """A card for each word with a picture: what the muscle does over time, in a line and in words."""

    def __init__(self, library: Library, theme: Theme, room: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wordCards")
        words = [word for word in library.definitions if word.picture]
        columns = max(1, min(3, int(room / (_CARD_EMS * theme.base_px))))
        grid = QGridLayout(self)
        grid.setContentsMargins(RING_PX, 0, RING_PX, 0)
        grid.setSpacing(12)
        width = (room - 2 * RING_PX - (columns - 1) * 12) // columns
        for index, word in enumerate(words):
            grid.addWidget(_card(library, word, theme, width), index // columns, index % columns)
        for place in range(columns):
            grid.setColumnStretch(place, 1)


def _card(library: Library, word: Definition, theme: Theme, width: int) -> QFrame:
    card = QFrame()
    card.setObjectName(f"word.{word.id}")
    card.setProperty("kind", "card")
    card.setAccessibleName(f"{word.term}: {word.meaning} {word.picture_shows}")
    box = column(6, (_PAD, _PAD, _PAD, _PAD))
    card.setLayout(box)
    box.addWidget(Text(word.term, theme, "section", bold=True))
    trace = width - 2 * _PAD - 14
    pixmap = picture_pixmap("chain", word.picture, trace, round(trace * _TRACE_SHAPE), 2.0)
    box.addWidget(Plate(pixmap, theme, always=True), 0, Qt.AlignmentFlag.AlignHCenter)
    box.addWidget(Text(word.picture_shows, theme, "small", italic=True, second=True))
    box.addWidget(Text(word.meaning, theme))
    box.addStretch(1)
    box.addWidget(Text(sources_line(library, word.sources, word.reviewed), theme, "legal", second=True))
    return card


class WordsTable(QFrame):
    """Every other word and its meaning, one under the other; related ones stand together."""

    def __init__(self, library: Library, theme: Theme, room: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wordsTable")
        layout = column(0, (RING_PX, 0, RING_PX, 0))
        self.setLayout(layout)
        is_wide = room > 34 * theme.base_px
        plain = [word for word in library.definitions if not word.picture]
        for index, word in enumerate(plain):
            if index:
                layout.addWidget(line())
            layout.addWidget(_word_row(library, word, theme, round(13 * theme.base_px) if is_wide else 0))


def _word_row(library: Library, word: Definition, theme: Theme, term_px: int) -> QWidget:
    row = QFrame()
    row.setObjectName(f"word.{word.id}")
    row.setAccessibleName(f"{word.term}: {word.meaning}")
    direction = QBoxLayout.Direction.LeftToRight if term_px else QBoxLayout.Direction.TopToBottom
    layout = QBoxLayout(direction, row)
    layout.setContentsMargins(0, 9, 0, 9)
    layout.setSpacing(12 if term_px else 2)
    term = Text(word.term, theme, bold=True)
    if term_px:
        term.setFixedWidth(term_px)
    texts = column(2)
    texts.addWidget(Text(word.meaning, theme))
    texts.addWidget(Text(sources_line(library, word.sources, word.reviewed), theme, "legal", second=True))
    layout.addWidget(term, 0, Qt.AlignmentFlag.AlignTop)
    layout.addLayout(texts, 1)
    return row
