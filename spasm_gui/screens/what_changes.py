"""What would change an advice: the signs of each higher level, those of the touched places first."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from spasm_gui.knowledge.level import Level
from spasm_gui.reasoning.signs import raising_signs
from spasm_gui.screens.act_words import ActWords
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.words import Picture, Text, column, dotted

SIGNS_PER_LEVEL = 3


def signs_by_level(model: VisitModel, level: Level) -> dict[Level, list[str]]:
    """Return the signs that would raise an advice above `level`, in words, highest level first."""
    library = model.library
    signs = raising_signs(library, model.visit, level)
    return {level: [library.findings[one].said for one in found] for level, found in signs.items()}


class WhatChanges(QWidget):
    """Each level with its shape and act, and beside it, or below where room is short, at most three of its signs."""

    def __init__(
        self,
        signs: Mapping[Level, list[str]],
        theme: Theme,
        acts: ActWords,
        *,
        is_beside: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("whatChanges")
        layout = column(11)
        self.setLayout(layout)
        title = self.tr("If this happens later") if acts.is_kiosk else self.tr("What would change it")
        layout.addWidget(Text(title, theme, "section", bold=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(1, 1)
        for index, (level, said) in enumerate(signs.items()):
            plain, _, _, text_colour = theme.level_colours(level)
            head = QHBoxLayout()
            head.setSpacing(8)
            head.addWidget(Picture(f"level-{level.value}", plain, theme.icon_px), 0, Qt.AlignmentFlag.AlignTop)
            act = Text(acts.short(level), theme, bold=True)
            act.setStyleSheet(f"color: {text_colour};")
            if is_beside:
                act.setFixedWidth(round(theme.base_px * 7.6))
            head.addWidget(act, 1, Qt.AlignmentFlag.AlignTop)
            lines = dotted(said[:SIGNS_PER_LEVEL], theme)
            grid.addLayout(head, index * 2, 0, 1, 1 if is_beside else 2, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(lines, index * 2 + (0 if is_beside else 1), 1)
        layout.addLayout(grid)
        if any(len(said) > SIGNS_PER_LEVEL for said in signs.values()):
            words = self.tr("Any other sign that the questions named counts as well.")
            layout.addWidget(Text(words, theme, "small", second=True))
