"""The words on the stage: muscles by name, the caption, and the region under the pointer.

Words are painted in pixels over the finished picture and never grow with the figure.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from spasm_gui.drawing.outlines import contains
from spasm_gui.drawing.pictures import View
from spasm_gui.screens.body_map_camera import Camera
from spasm_gui.screens.body_map_framing import Box, Framing, label_side
from spasm_gui.screens.body_map_labels import PlacedLabel, label_width, place_labels
from spasm_gui.screens.body_map_values import FigureTheme, MuscleLabel

_BASE_FONT_PX = 17.0
_SMALL = 0.88
_OUTLINE = 7.0  # how far an outline reaches beyond its region


class Fonts:
    """The fonts of the stage, at the text size that was asked for."""

    def __init__(self, font: QFont, text_size: float) -> None:
        self._font, self._text_size = font, text_size

    def font(self, factor: float, *, is_bold: bool = False, is_italic: bool = False) -> QFont:
        """Return the font so many times as large as plain text."""
        font = QFont(self._font)
        font.setPixelSize(max(1, round(_BASE_FONT_PX * self._text_size * factor)))
        font.setBold(is_bold)
        font.setItalic(is_italic)
        return font

    def names(self) -> tuple[QFont, QFont]:
        """Return the fonts of everyday and of clinical names."""
        return self.font(_SMALL, is_bold=True), self.font(_SMALL, is_italic=True)

    def sides(self) -> QFont:
        """Return the font of the words for left and right."""
        return self.font(1.0, is_bold=True)

    def cards(self) -> tuple[QFont, QFont]:
        """Return the fonts of the small whole figure and of the button for the other side."""
        return self.font(_SMALL), self.font(1.0 if self._text_size < 1.3 else _SMALL, is_bold=True)


def paint_plate(painter: QPainter, box: QRectF, theme: FigureTheme) -> None:
    """Lay a piece of paper under words that may stand on the figure."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.page))
    painter.drawRoundedRect(box.adjusted(-6, -4, 6, 4), 8, 8)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def label_sizes(
    labels: Sequence[MuscleLabel], bold: QFont, italic: QFont, most_width: float
) -> list[tuple[float, float]]:
    """Return width and height of each label; longer names are broken into lines."""
    area, flags = QRectF(0, 0, most_width, 1000), edge_flags(is_right=False)
    sizes = []
    for label in labels:
        name = QFontMetricsF(bold).boundingRect(area, flags, label.name)
        clinical = QFontMetricsF(italic).boundingRect(area, flags, label.clinical)
        sizes.append((max(name.width(), clinical.width()) + 2, name.height() + clinical.height() + 2))
    return sizes


def arrange_labels(
    labels: Sequence[MuscleLabel],
    view: View,
    camera: Camera,
    cards: Sequence[Box],
    fonts: Fonts,
    text_size: float,
) -> list[PlacedLabel]:
    """Return where the names of the muscles of a large place stand, clear of the cards; none without such a place."""
    outline, framing, stage = camera.target_outline(), camera.framing, camera.stage
    if outline is None or camera.is_by_hand:
        return []
    one_side = label_side(outline.box, camera.figure) if camera.is_one_sided else None
    region = framing.box_to_stage(outline.box)
    points = [framing.to_stage(*label.point_map) for label in labels]
    placed: list[PlacedLabel] = []
    for side in dict.fromkeys((one_side, "left", "right")):
        if placed and not any(label.is_over_figure for label in placed):
            break  # else all of them on one side may find paper where the other leg is not
        width = label_width(region, stage, text_size, side)
        for share in (1.0, 0.65):  # broken into more lines, a name may find paper beside the drawing
            sizes = label_sizes(labels, *fonts.names(), width * share)
            trial = place_labels(
                sizes, points, region, stage, cards, side, lambda box: is_figure_in(box, view, framing)
            )
            if not placed or _rank(trial) < _rank(placed):
                placed = trial
    return placed


def _rank(placed: Sequence[PlacedLabel]) -> tuple[int, int]:
    """More names before fewer, then fewer on the drawing."""
    return -len(placed), sum(label.is_over_figure for label in placed)


def is_figure_in(box: Box, view: View, framing: Framing) -> bool:
    """Tell whether any of the drawing, or of an outline around it, lies in a box of the stage."""
    x, y, width, height = box[0] - _OUTLINE, box[1] - _OUTLINE, box[2] + 2 * _OUTLINE, box[3] + 2 * _OUTLINE
    points = [framing.to_map(x + width * across / 8, y + height * down / 4) for across in range(9) for down in range(5)]
    (left, top), (right, bottom) = points[0], points[-1]
    near = [one for one in view.outlines if _touches(one.box, left, top, right, bottom)]
    return any(contains(one, point) for one in near for point in points)


def _touches(box: Box, left: float, top: float, right: float, bottom: float) -> bool:
    """Tell whether a box comes as near as `contains` looks; most outlines lie far from a place shown large."""
    x, y, width, height = box
    return x - 1 <= right and x + width + 1 >= left and y - 1 <= bottom and y + height + 1 >= top


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
        for colour, width in ((QColor(theme.page), 4.2), (ink, 1.2)):  # the line crosses light and dark muscle
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(edge, box.top() + half_line), point)
        painter.setPen(QPen(QColor(theme.page), 1.5))
        painter.setBrush(ink)
        painter.drawEllipse(point, 3.75, 3.75)
    for place in places:
        label, box, flags = labels[place.index], QRectF(*place.box), edge_flags(is_right=place.is_left)
        if place.is_over_figure:
            paint_plate(painter, box, theme)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(bold)
        painter.setPen(ink)
        taken = painter.drawText(box, flags, label.name)
        painter.setFont(italic)
        painter.setPen(QColor(theme.ink2))
        painter.drawText(box.adjusted(0, taken.height(), 0, 0), flags, label.clinical)


def paint_caption(painter: QPainter, text: str, stage: QRect, theme: FigureTheme, font: QFont) -> None:
    """Write a quiet line into the lower right corner, on paper of its own: an arm or a leg may lie below."""
    painter.setFont(font)
    area = QRectF(stage).adjusted(20, 0, -20, -18)
    flags = edge_flags(is_right=True) | int(Qt.AlignmentFlag.AlignBottom.value)
    paint_plate(painter, painter.boundingRect(area, flags, text), theme)
    painter.setPen(QColor(theme.ink2))
    painter.drawText(area, flags, text)


def name_tag_area(name: str, pointer: QPointF, stage: QSize, font: QFont, taken: Sequence[QRectF] = ()) -> QRect:
    """Return where the name of a region stands: beside the pointer, always whole, and clear of what is taken."""
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(name) + 26, metrics.height() + 14
    x = max(4.0, min(pointer.x() + 16, stage.width() - width - 4))
    above, below = pointer.y() - height - 10, pointer.y() + 24
    box = QRectF(x, above if above >= 4 else below, width, height)
    for one in taken:
        if box.intersects(one):
            box.moveTop(max(below, one.bottom() + 4))
    return box.toAlignedRect().adjusted(-1, -1, 1, 1)


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


def edge_flags(*, is_right: bool) -> int:
    """Return flags for words that keep to one edge, whatever direction they are read in."""
    edge = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
    return edge.value | Qt.AlignmentFlag.AlignAbsolute.value | Qt.TextFlag.TextWordWrap.value
