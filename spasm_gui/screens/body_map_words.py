"""The words on the stage: whose left and right it is, muscles by name, the region under the pointer.

Words are painted in pixels over the finished picture and never grow with the figure.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from spasm_gui.drawing.pictures import View
from spasm_gui.screens.body_map_framing import Box, Framing
from spasm_gui.screens.body_map_labels import PlacedLabel
from spasm_gui.screens.body_map_values import FigureTheme, MuscleLabel

_SHOULDERS = 0.165  # of the figure's height, from the top
_LINE_TO_BODY = 22.0
_WIDE_STAGE = 480  # where the words have a margin to spare


def paint_sides(
    painter: QPainter,
    view: View,
    figure: Box,
    framing: Framing,
    words: Mapping[str, str],
    theme: FigureTheme,
    font: QFont,
    corner: str = "",
) -> None:
    """Write whose left and right it is beside the shoulders, with a line to each where there is room.

    A view that shows one side only says so in its corner.

    Args:
        figure: the box around the body, in map units.
        words: for `left` and `right`, the patient's.
        corner: what to say in the corner instead of the side alone.
    """
    stage_width = painter.device().width()
    painter.setFont(font)
    painter.setPen(QColor(theme.ink))
    metrics = QFontMetricsF(font)
    margin = 24.0 if stage_width >= _WIDE_STAGE else 8.0
    side_at_left = view.side_at_left()
    if side_at_left is None:
        painter.drawText(QPointF(margin, margin + metrics.ascent()), corner or words[view.outlines[0].side])
        return
    y_map = sides_height(figure)
    body_left, body_right = body_edges(view, y_map - 20, y_map + 60)
    start, y = framing.to_stage(body_left, y_map)
    end, _ = framing.to_stage(body_right, y_map)
    left_word, right_word = words[side_at_left], words["right" if side_at_left == "left" else "left"]
    baseline = y + metrics.capHeight() / 2
    right_x = stage_width - margin - metrics.horizontalAdvance(right_word)
    painter.drawText(QPointF(margin, baseline), left_word)
    painter.drawText(QPointF(right_x, baseline), right_word)
    painter.setPen(QPen(QColor(theme.border), 1.5))
    line_start = margin + metrics.horizontalAdvance(left_word) + 7
    for x0, x1 in ((line_start, start - _LINE_TO_BODY), (end + _LINE_TO_BODY, right_x - 7)):
        if x1 - x0 > 10:
            painter.drawLine(QPointF(x0, y), QPointF(x1, y))


def sides_height(figure: Box) -> float:
    """Return the height in map units at which the words for left and right stand."""
    return figure[1] + figure[3] * _SHOULDERS


def body_edges(view: View, top_map: float, bottom_map: float) -> tuple[float, float]:
    """Return the leftmost and rightmost x of the body between two heights."""
    xs = [
        ring[index]
        for one in view.outlines
        for ring in one.rings
        for index in range(0, len(ring), 2)
        if top_map <= ring[index + 1] <= bottom_map
    ]
    return (min(xs), max(xs)) if xs else (view.canvas[0], view.canvas[0] + view.canvas[2])


def label_sizes(
    labels: Sequence[MuscleLabel], bold: QFont, italic: QFont, most_width: float
) -> list[tuple[float, float]]:
    """Return width and height of each label; longer names are broken into lines."""
    area, flags = QRectF(0, 0, most_width, 1000), _flags(is_right=False)
    sizes = []
    for label in labels:
        name = QFontMetricsF(bold).boundingRect(area, flags, label.name)
        clinical = QFontMetricsF(italic).boundingRect(area, flags, label.clinical)
        sizes.append((max(name.width(), clinical.width()) + 2, name.height() + clinical.height() + 2))
    return sizes


def paint_labels(
    painter: QPainter,
    labels: Sequence[MuscleLabel],
    places: Sequence[PlacedLabel],
    points: Sequence[tuple[float, float]],
    theme: FigureTheme,
    bold: QFont,
    italic: QFont,
) -> None:
    """Name muscles as an anatomical plate does: thin line and dot, everyday name bold, clinical italic."""
    ink, half_line = QColor(theme.ink), QFontMetricsF(bold).height() / 2
    for place in places:
        box, point = QRectF(*place.box), QPointF(*points[place.index])
        edge = box.right() + 7 if place.is_left else box.left() - 7
        painter.setPen(QPen(ink, 1.2))
        painter.drawLine(QPointF(edge, box.top() + half_line), point)
        painter.setPen(QPen(QColor(theme.page), 1.5))
        painter.setBrush(ink)
        painter.drawEllipse(point, 3.75, 3.75)
    for place in places:
        label, box, flags = labels[place.index], QRectF(*place.box), _flags(is_right=place.is_left)
        if place.is_over_figure:
            plate = QColor(theme.page)
            plate.setAlphaF(0.88)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(plate)
            painter.drawRoundedRect(box.adjusted(-6, -4, 6, 4), 8, 8)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(bold)
        painter.setPen(ink)
        taken = painter.drawText(box, flags, label.name)
        painter.setFont(italic)
        painter.setPen(QColor(theme.ink2))
        painter.drawText(box.adjusted(0, taken.height(), 0, 0), flags, label.clinical)


def paint_caption(painter: QPainter, text: str, stage: QRect, theme: FigureTheme, font: QFont) -> None:
    """Write a quiet line into the lower right corner."""
    painter.setFont(font)
    painter.setPen(QColor(theme.ink2))
    area = QRectF(stage).adjusted(20, 0, -20, -18)
    painter.drawText(area, _flags(is_right=True) | int(Qt.AlignmentFlag.AlignBottom.value), text)


def name_tag_area(name: str, pointer: QPointF, stage: QSize, font: QFont) -> QRect:
    """Return where the name of a region stands: beside the pointer, and always whole."""
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(name) + 26, metrics.height() + 14
    x = max(4.0, min(pointer.x() + 16, stage.width() - width - 4))
    y = pointer.y() - height - 10
    return QRectF(x, y if y >= 4 else pointer.y() + 24, width, height).toAlignedRect().adjusted(-1, -1, 1, 1)


def paint_name_tag(painter: QPainter, name: str, area: QRect, theme: FigureTheme, font: QFont) -> None:
    """Write the name of a region on a small card."""
    card = QRectF(area).adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(QColor(theme.card))
    painter.drawRoundedRect(card, 8, 8)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(theme.ink))
    painter.setFont(font)
    painter.drawText(card, int(Qt.AlignmentFlag.AlignCenter.value), name)


def _flags(is_right: bool) -> int:
    """Return flags for words that keep to one edge, whatever direction they are read in."""
    edge = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
    return edge.value | Qt.AlignmentFlag.AlignAbsolute.value | Qt.TextFlag.TextWordWrap.value
