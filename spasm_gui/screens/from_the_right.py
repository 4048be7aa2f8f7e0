"""Wrapped texts that are read from the right, painted where they belong.

WORKAROUND (seen with Qt 6.11): QLabel takes the space at which a line was broken for a part of that line. Such lines
stand one space too far to the left, and at that edge a letter is cut off. QTextLayout does it well.
"""

import unicodedata

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel


def paint_from_the_right(label: QLabel) -> bool:
    """Paint a wrapped plain text; return False, and paint nothing, where QLabel does it well.

    That is so for a single line, and for a text in letters that are read from the left.
    """
    if not label.wordWrap() or not _is_from_the_right(label.text()):
        return False
    room = QRectF(label.contentsRect())
    layout = _laid_out(label, room.width())
    if layout.lineCount() < 2:
        return False
    spare = room.height() - layout.boundingRect().height()
    top = room.top() + (0.0 if label.alignment() & Qt.AlignmentFlag.AlignTop else spare / 2)
    painter = QPainter(label)
    painter.setPen(label.palette().color(label.foregroundRole()))
    layout.draw(painter, QPointF(room.left(), top))
    painter.end()
    return True


def _is_from_the_right(text: str) -> bool:
    """Tell by the first letter that has a direction."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"


def _laid_out(label: QLabel, width: float) -> QTextLayout:
    layout = QTextLayout(label.text().replace("\n", "\u2028"), label.font())
    is_centred = bool(label.alignment() & Qt.AlignmentFlag.AlignHCenter)
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if is_centred else Qt.AlignmentFlag.AlignRight)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0.0, height))
        height += line.height()
    layout.endLayout()
    return layout
