"""Pieces of a printed page that know their height: texts, rows, columns, pictures and frames.

All lengths are in device units of the page; `Measure` makes them of points and millimetres. What is painted first is
read first, so pieces paint themselves in reading order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtSvg import QSvgRenderer

_LINE_HEIGHT = 1.24  # times the size of the type


@dataclass(frozen=True, slots=True)
class Measure:
    """How many device units a length is."""

    dpi: float

    def pt(self, points: float) -> float:
        return points * self.dpi / 72

    def mm(self, millimetres: float) -> float:
        return millimetres * self.dpi / 25.4


class Piece(Protocol):
    """Something that takes a place on the page."""

    def height(self, width: float) -> float:
        """How high it is when it is so wide."""
        ...

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Draw it with its top left corner at x, y."""
        ...


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text."""

    text: str
    is_bold: bool = False


@dataclass(eq=False)
class Words:
    """A paragraph."""

    spans: Sequence[Span]
    font: QFont
    colour: str
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    _laid: tuple[float, QTextLayout] | None = field(default=None, init=False)

    def _layout(self, width: float) -> QTextLayout:
        if self._laid is not None and self._laid[0] == width:
            return self._laid[1]
        layout = QTextLayout("".join(span.text for span in self.spans), self.font)
        option = QTextOption(self.align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        formats = []
        start = 0
        for span in self.spans:
            one = QTextLayout.FormatRange()
            one.start, one.length = start, len(span.text.encode("utf-16-le")) // 2
            style = QTextCharFormat()
            style.setFontWeight(QFont.Weight.Bold if span.is_bold else self.font.weight())
            one.format = style
            formats.append(one)
            start += one.length
        layout.setFormats(formats)
        step = self.font.pixelSize() * _LINE_HEIGHT
        layout.beginLayout()
        y = 0.0
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (step - line.height()) / 2))
            y += step
        layout.endLayout()
        self._laid = (width, layout)
        return layout

    def height(self, width: float) -> float:
        return self._layout(width).lineCount() * self.font.pixelSize() * _LINE_HEIGHT

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        painter.setPen(QColor(self.colour))
        self._layout(width).draw(painter, QPointF(x, y))


@dataclass(frozen=True, slots=True)
class Column:
    """Pieces one below the other."""

    pieces: Sequence[Piece]
    gap: float

    def height(self, width: float) -> float:
        return sum(one.height(width) for one in self.pieces) + self.gap * max(0, len(self.pieces) - 1)

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        for one in self.pieces:
            one.paint(painter, x, y, width)
            y += one.height(width) + self.gap


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces side by side, tops aligned. A width is a length; 0 shares what is left."""

    pieces: Sequence[tuple[Piece, float]]
    gap: float

    def _widths(self, width: float) -> list[float]:
        fixed = sum(one for _, one in self.pieces) + self.gap * (len(self.pieces) - 1)
        free = sum(1 for _, one in self.pieces if not one)
        return [one or max(1.0, (width - fixed) / free) for _, one in self.pieces]

    def height(self, width: float) -> float:
        return max(piece.height(w) for (piece, _), w in zip(self.pieces, self._widths(width), strict=True))

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        for (piece, _), own in zip(self.pieces, self._widths(width), strict=True):
            piece.paint(painter, x, y, own)
            x += own + self.gap


@dataclass(frozen=True, slots=True)
class Framed:
    """A piece in a black frame with round corners."""

    piece: Piece
    padding: float
    line: float
    colour: str

    def height(self, width: float) -> float:
        return self.piece.height(width - 2 * self.padding) + 2 * self.padding

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        painter.setPen(QPen(QColor(self.colour), self.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = self.line / 2
        box = QRectF(x, y, width, self.height(width)).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, self.padding * 0.7, self.padding * 0.7)
        self.piece.paint(painter, x + self.padding, y + self.padding, width - 2 * self.padding)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page, with room above and below."""

    line: float
    room: float
    colour: str

    def height(self, width: float) -> float:
        return self.line + 2 * self.room

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        painter.fillRect(QRectF(x, y + self.room, width, self.line), QColor(self.colour))


@lru_cache(maxsize=128)
def _natural_size(svg: bytes) -> tuple[float, float]:
    """Return width and height of the view box; a page asks for the same few pictures again and again."""
    size = QSvgRenderer(QByteArray(svg)).viewBoxF().size()
    return size.width(), size.height()


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG as large as fits, painted as lines and areas, not as pixels."""

    svg: bytes
    most_height: float
    top: float = 0.0

    def height(self, width: float) -> float:
        return self.top + self._size(width)[1]

    def _size(self, width: float) -> tuple[float, float]:
        natural_width, natural_height = _natural_size(self.svg)
        scale = min(width / natural_width, self.most_height / natural_height)
        return natural_width * scale, natural_height * scale

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        painter.save()
        QSvgRenderer(QByteArray(self.svg)).render(painter, QRectF(x, y + self.top, *self._size(width)))
        painter.restore()


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of pixels, as large as fits, in the middle of its width."""

    image: QImage
    most_height: float

    def _size(self, width: float) -> tuple[float, float]:
        scale = min(width / self.image.width(), self.most_height / self.image.height())
        return self.image.width() * scale, self.image.height() * scale

    def height(self, width: float) -> float:
        return self._size(width)[1]

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        wide, high = self._size(width)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(x + (width - wide) / 2, y, wide, high), self.image)
        painter.restore()
