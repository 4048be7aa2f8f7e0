"""What stands above when somebody wants everything in the lower half: nothing to touch, and nothing of the visit."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Picture, Text, column


class UpperHalf(QFrame):
    """A calm area with the name of the clinic."""

    def __init__(self, clinic_name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("upperHalf")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        c = theme.colours
        self.setStyleSheet(
            f"QFrame#upperHalf {{ background: {c['sunk']}; border-bottom: 2px solid {c['border']}; }}"
            + theme.style_sheet()
        )
        self.setPalette(theme.palette())
        name = Text(clinic_name, theme, "page_title", bold=True)
        words = Text(
            self.tr("Everything you can touch is in the lower half of the screen."), theme, "lead", second=True
        )
        layout = column(18, (48, 48, 48, 48))
        layout.addStretch(1)
        layout.addWidget(Picture("mark", c["accent"], round(theme.base_px * 3)), 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (name, words):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(text)
        layout.addStretch(1)
        self.setLayout(layout)
