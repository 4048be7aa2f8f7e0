"""The page "To your phone": the plan as a large square to be scanned, and beside it the very words it holds."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from spasm_gui.handout.code import TooLongError, modules, paint
from spasm_gui.handout.contents import Handout
from spasm_gui.handout.phone import phone_text
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Button, PageScroll, Text, column

SIDE_BY_SIDE_PX = 900
LEAST_SIDE_PX = 320
MOST_SIDE_PX = 900


class PhonePage(QFrame):
    """The square and its words.

    Signals:
        closed: back to the advice, or to the plan.
    """

    closed = Signal()

    def __init__(self, handout: Handout, theme: Theme, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        text = phone_text(handout)
        is_wide = width >= SIDE_BY_SIDE_PX * (theme.base_px / 17) ** 0.5
        side = 28 if width > 560 else 16
        square = self._square(text)
        back_words = self.tr("Back to the advice") if handout.is_advice else self.tr("Back to the plan")
        back = Button(back_words, theme, icon_name="arrow-left", name="closePhone", on_click=self.closed.emit)
        words = Text(text, theme)
        words.setObjectName("phoneText")
        hint = (
            self.tr("Point your phone's camera at the square. It holds these words themselves: no link, no network.")
            if square is not None
            else self.tr("This plan is too long for a square. Print it, or take a photo of this page.")
        )
        body = QWidget()
        body.setObjectName("panelBody")
        words_column = column(10, (side, 16, side, 20))
        body.setLayout(words_column)
        words_column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        words_column.addWidget(Text(self.tr("To your phone"), theme, "page_title", bold=True))
        words_column.addWidget(Text(hint, theme, second=True))
        if square is not None and not is_wide:
            square.setFixedHeight(min(width - 2 * side, MOST_SIDE_PX))
            words_column.addWidget(square)
        words_column.addWidget(words)
        words_column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(side if is_wide else 1, 1, 0, 0)
        row.setSpacing(0)
        if square is not None and is_wide:
            row.addWidget(square, 6)
        row.addWidget(PageScroll(body), 5)

    def _square(self, text: str) -> "Square | None":
        """The square, or None where the words are too many for one: they are then shown alone."""
        try:
            return Square(modules(text), self.tr("Square with the words of this page, for a phone's camera"))
        except TooLongError:
            return None


class Square(QWidget):
    """The square in black on white, in every theme: readers expect it so."""

    def __init__(self, rows: tuple[tuple[bool, ...], ...], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("phoneSquare")
        self.setAccessibleName(name)
        self._rows = rows
        self.setMinimumSize(LEAST_SIDE_PX, LEAST_SIDE_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(560, 560)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)  # whole pixels of the glass, so that every module is the same size
        side = min(self.width(), self.height()) * ratio
        area = QRectF((self.width() * ratio - side) / 2, (self.height() * ratio - side) / 2, side, side)
        painter.fillRect(area, QColor("#ffffff"))
        paint(painter, self._rows, area, whole_pixels=True)
        painter.end()
