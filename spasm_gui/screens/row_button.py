"""A row of a list, the whole of it a button: a name, what stands under it, and where it leads."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import CardButton, Picture, Text, column, line, see_through


class RowButton(CardButton):
    """A quiet row without an edge of its own. Enter presses it as Space does."""

    def __init__(self, theme: Theme, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, name, "", parent)
        self._name = Text("", theme, bold=True)
        self._second = Text("", theme, "small", italic=True, second=True)
        self._kind = Text("", theme, "small", second=True)
        self._kind.setWordWrap(False)
        texts = column(1)
        texts.addWidget(see_through(self._name))
        texts.addWidget(see_through(self._second))
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 9, 16, 9)
        row.setSpacing(12)
        row.addLayout(texts, 1)
        row.addWidget(see_through(self._kind), 0, Qt.AlignmentFlag.AlignVCenter)
        arrow = Picture("arrow-right", theme.colours["accent"], round(theme.icon_px * 0.9))
        row.addWidget(see_through(arrow), 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(theme.target("minimum"))

    def show_texts(self, name: str, second: str = "", kind: str = "") -> None:
        """Show a name, the line under it (left out where it only says the name again), and a word at the end."""
        self._name.setText(name)
        self._second.setText(second)
        self._second.setVisible(bool(second) and second.casefold() != name.casefold())
        self._kind.setText(kind)
        self._kind.setVisible(bool(kind))
        self.setAccessibleName(". ".join(part for part in (name, second, kind) if part))
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ring_theme.colour("accent_tint"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 2, -4, -2), 10, 10)
        if self.hasFocus() and self._is_ringed:
            self._paint_ring(painter, QRectF(self.rect()))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def list_frame(rows: Iterable[QWidget]) -> QFrame:
    """Rows under one another in one frame, with thin lines between them."""
    frame = QFrame()
    frame.setProperty("kind", "list")
    layout = column(0, (2, 4, 2, 4))
    frame.setLayout(layout)
    for index, row in enumerate(rows):
        if index:
            layout.addWidget(line())
        layout.addWidget(row)
    return frame
