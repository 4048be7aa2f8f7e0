"""What a word means here, and where that stands."""

import datetime
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.movement import Definition
from spasm_gui.knowledge.source import GENERAL_KNOWLEDGE
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Text, column


def sources_line(library: Library, ids: Iterable[str], reviewed: datetime.date) -> str:
    """Return one line that names the sources and the day somebody last held the text against them."""
    titles = []
    for key in dict.fromkeys(ids):
        source = library.sources[key]  # type: ignore[index]
        if key == GENERAL_KNOWLEDGE:
            titles.append(QCoreApplication.translate("sources", "well-established teaching, not yet traced to a page"))
        else:
            titles.append(f"{source.title}, {source.publisher}")
    said = QCoreApplication.translate("sources", "Sources: {titles} (last compared with them on {date}).")
    return said.format(date=reviewed.isoformat(), titles="; ".join(titles))


class WordMeaning(QWidget):
    """A word, its meaning and its sources."""

    def __init__(self, library: Library, definition: Definition, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"word.{definition.id}")
        self.setAccessibleName(f"{definition.term}: {definition.meaning}")
        layout = column(4)
        self.setLayout(layout)
        layout.addWidget(Text(definition.term, theme, "section", bold=True))
        layout.addWidget(Text(definition.meaning, theme))
        layout.addWidget(
            Text(sources_line(library, definition.sources, definition.reviewed), theme, "legal", second=True)
        )
