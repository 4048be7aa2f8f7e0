"""Shown instead of the body when the content was refused: what is wrong, where, and that nothing was lost."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Picture, Text, column, line

MOST_SHOWN = 200


class ProblemsPage(QFrame):
    """A list of (file, line, message), each of which an author can mend."""

    def __init__(self, problems: Sequence[tuple[str, int, str]], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        body = QWidget()
        body.setObjectName("page")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(48, 40, 48, 40)
        layout.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(Picture("warning", theme.colours["ink"], round(theme.base_px * 3)), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(
            Text(self.tr("The content needs mending before it can be used"), theme, "page_title", bold=True), 1
        )
        layout.addLayout(head)
        layout.addWidget(
            Text(
                self.tr(
                    "The program gives no advice on content it cannot trust. Nothing was changed or lost. Each line names "
                    "a file, the line in it, and what to mend; then start the program again. To see the same list in a "
                    "terminal: spasm-gui check"
                ),
                theme,
                "lead",
                second=True,
            )
        )
        frame = QFrame()
        frame.setProperty("kind", "list")
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(20, 12, 20, 12)
        rows.setSpacing(10)
        for index, (file, number, message) in enumerate(problems[:MOST_SHOWN]):
            if index:
                rows.addWidget(line())
            rows.addWidget(Text(self.tr("{file}, line {number}").format(file=file, number=number), theme, bold=True))
            rows.addWidget(Text(message, theme))
        layout.addWidget(frame)
        if len(problems) > MOST_SHOWN:
            layout.addWidget(Text(self.tr("And %n more.", "", len(problems) - MOST_SHOWN), theme))
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = column(0)
        outer.addWidget(scroll)
        self.setLayout(outer)
