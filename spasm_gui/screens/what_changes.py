"""What would change an advice: the signs of each higher level, those of the touched places first."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.screens import Screen
from spasm_gui.reasoning.assessment import would_change
from spasm_gui.reasoning.questions import every_question
from spasm_gui.screens.act_words import ActWords
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.words import Picture, Text, column, dotted

SIGNS_PER_LEVEL = 3

_NEAREST_FIRST = (Screen.HERE, Screen.SOON, Screen.FOR_A_WHILE, Screen.RIGHT_NOW, Screen.YOU, Screen.STORIES)


def signs_by_level(model: VisitModel, level: Level) -> dict[Level, list[str]]:
    """Return the signs that would raise an advice above `level`, highest level first.

    Within a level, signs that are asked because of the touched places come before those asked of everyone.
    """
    order = {
        question.id: (_NEAREST_FIRST.index(question.screen), index)
        for index, question in enumerate(every_question(model.library, model.visit))
    }
    last = (len(_NEAREST_FIRST), 0)
    changes = [one for one in would_change(model.library, model.visit, level) if one.answer == Answer.YES.value]
    changes.sort(key=lambda change: (-change.level.rank, order.get(change.finding, last)))
    signs: dict[Level, list[str]] = {}
    for change in changes:
        signs.setdefault(change.level, []).append(model.library.findings[change.finding].said)
    return signs


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
