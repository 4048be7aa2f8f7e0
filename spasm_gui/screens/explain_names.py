"""The names of muscles beside a figure: real buttons in two columns that never overlap. A touch tells the action."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from spasm_gui.knowledge.region import Muscle
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import RingedButton

Box = tuple[float, float, float, float]

_GAP = 6.0
_PAD = 6.0
_WRAP = Qt.TextFlag.TextWordWrap


class MuscleName(QAbstractButton, RingedButton):
    """The everyday and the clinical name of a muscle; checked while its action is told."""

    def __init__(self, muscle: Muscle, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._ring_theme = theme
        self.muscle = muscle
        self.is_left = False
        self.setObjectName(f"muscle.{muscle.id}")
        self.setAccessibleName(f"{muscle.name} ({muscle.clinical_name})")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def size_within(self, width: float) -> tuple[float, float]:
        """Return how much room the names take when they may be so wide."""
        heights = [self._text_box(text, font, width - 2 * _PAD) for text, font in self._lines()]
        wide = max(box.width() for box in heights) + 2 * _PAD + 1
        return wide, max(sum(box.height() for box in heights) + 4, self._ring_theme.target("minimum"))

    def _lines(self) -> tuple[tuple[str, QFont], ...]:
        lines = [(self.muscle.name, self._ring_theme.font("small", bold=True))]
        if self.muscle.clinical_name.lower() != self.muscle.name.lower():
            lines.append((self.muscle.clinical_name, self._ring_theme.font("small", italic=True)))
        return tuple(lines)

    def _text_box(self, text: str, font: QFont, width: float) -> QRectF:
        return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1000), int(_WRAP), text)

    def sizeHint(self) -> QSize:
        width, height = self.size_within(190 * self._ring_theme.base_px / 17)
        return QSize(round(width), round(height))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._follow_focus(event)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._ring_theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.figure.page))
        painter.drawRoundedRect(box, 8, 8)  # paper under the words, should a limb lie there
        if self.isChecked() or self.isDown() or self.underMouse():
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.setBrush(theme.colour("accent_tint"))
            painter.drawRoundedRect(box, 8, 8)
        align = Qt.AlignmentFlag.AlignRight if self.is_left else Qt.AlignmentFlag.AlignLeft
        room = self.width() - 2 * _PAD
        texts = [(text, font, self._text_box(text, font, room).height()) for text, font in self._lines()]
        top = (self.height() - sum(height for _, _, height in texts)) / 2
        for index, (text, font, height) in enumerate(texts):
            painter.setFont(font)
            painter.setPen(theme.colour("ink2" if index else "ink"))
            painter.drawText(QRectF(_PAD, top, room, height + 1), int(align | _WRAP), text)
            top += height
        if self.hasFocus() and self._is_ringed:
            self._paint_ring(painter, QRectF(self.rect()))
        painter.end()


def place_names(
    sizes: Sequence[tuple[float, float]],
    points: Sequence[tuple[float, float]],
    stage: tuple[float, float],
    sides: Sequence[bool] = (True, False),
    *,
    middle: float,
    top: float,
    bottom: float,
) -> list[tuple[Box, bool] | None]:
    """Return where each name stands and whether on the left, or None for one that finds no room.

    Names stand at the two edges of the stage, each as near to the height of its point as the others leave room, and
    never on one another. The side of its point is tried first, then the other.

    Args:
        sizes, points: of each name and what it points at, in stage pixels; the more important names first.
        sides: on which edges there is room for names: True is the left one.
        middle: points left of it are named on the left.
        top, bottom: what of the stage the names may take.
    """
    columns: dict[bool, list[int]] = {True: [], False: []}
    for index, point in enumerate(points):
        first = point[0] < middle
        for is_left in (first, not first):
            if is_left not in sides:
                continue
            used = sum(sizes[other][1] + _GAP for other in columns[is_left])
            if used + sizes[index][1] <= bottom - top:
                columns[is_left].append(index)
                break
    placed: list[tuple[Box, bool] | None] = [None] * len(points)
    for is_left, column in columns.items():
        column.sort(key=lambda index: points[index][1])
        tops: list[float] = []
        floor = top
        for index in column:
            tops.append(max(floor, points[index][1] - sizes[index][1] / 2))
            floor = tops[-1] + sizes[index][1] + _GAP
        ceiling = bottom
        for place in range(len(column) - 1, -1, -1):
            tops[place] = min(tops[place], ceiling - sizes[column[place]][1])
            ceiling = tops[place] - _GAP
        for index, y in zip(column, tops, strict=True):
            width, height = sizes[index]
            wide = max(sizes[other][0] for other in column)
            placed[index] = ((wide - width if is_left else stage[0] - wide, y, width, height), is_left)
    return placed
