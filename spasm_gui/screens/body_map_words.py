"""The words on the stage: whose left and right it is, muscles by name, the region under the pointer.

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
from spasm_gui.screens.body_map_values import FigureTheme, MapWords, MuscleLabel

_BASE_FONT_PX = 17.0
_SMALL = 0.88
_SHOULDERS = 0.165  # of the figure's height, from the top
_LINE_TO_BODY = 22.0
_WORD_GAP = 7.0
_OUTLINE = 7.0  # how far an outline reaches beyond its region
_WIDE_STAGE = 480  # where the words have a margin to spare


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

    def cards(self) -> tuple[QFont, QFont]:
        """Return the fonts of the small whole figure and of the button for the other side."""
        return self.font(_SMALL), self.font(1.0 if self._text_size < 1.3 else _SMALL, is_bold=True)


def paint_sides(
    painter: QPainter, view: View, camera: Camera, words: MapWords, theme: FigureTheme, font: QFont
) -> None:
    """Write whose left and right it is beside the shoulders, with a line to each where there is room.

    On a narrow stage the words stand in the upper corners, beside the head, and so they do over a figure that hands
    have enlarged. A view that shows one side only says so in its corner.
    """
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    stage_width = camera.stage[0]
    margin = 24.0 if stage_width >= _WIDE_STAGE else 8.0
    names = {"left": words.your_left, "right": words.your_right}
    side_at_left = view.side_at_left()
    if side_at_left is None:
        text = words.corner or names[view.outlines[0].side]
        _in_corner(painter, text, QPointF(margin, margin), theme, stage_width - 2 * margin, is_right=False)
        return
    left_word, right_word = names[side_at_left], names["right" if side_at_left == "left" else "left"]
    y_map = sides_height(camera.figure)
    body_left, body_right = body_edges(view, y_map - 20, y_map + 60)
    start, y = camera.framing.to_stage(body_left, y_map)
    end, _ = camera.framing.to_stage(body_right, y_map)
    line_start = margin + metrics.horizontalAdvance(left_word) + _WORD_GAP
    right_x = stage_width - margin - metrics.horizontalAdvance(right_word)
    if camera.is_by_hand or line_start > start or right_x - _WORD_GAP < end:
        for word, is_right in ((left_word, False), (right_word, True)):
            at = QPointF(stage_width - margin if is_right else margin, margin)
            _in_corner(painter, word, at, theme, _longest_word(metrics, word) + 2, is_right=is_right)
        return
    baseline = y + metrics.capHeight() / 2
    painter.setPen(QColor(theme.ink))
    painter.drawText(QPointF(margin, baseline), left_word)
    painter.drawText(QPointF(right_x, baseline), right_word)
    painter.setPen(QPen(QColor(theme.border), 1.5))
    for x0, x1 in ((line_start, start - _LINE_TO_BODY), (end + _LINE_TO_BODY, right_x - _WORD_GAP)):
        if x1 - x0 > 10:
            painter.drawLine(QPointF(x0, y), QPointF(x1, y))


def _in_corner(
    painter: QPainter, text: str, corner: QPointF, theme: FigureTheme, width: float, *, is_right: bool
) -> None:
    """Write words into an upper corner, on paper of their own: the figure may lie below."""
    flags = _flags(is_right=is_right)
    area = QRectF(corner.x() - (width if is_right else 0), corner.y(), width, 1000)
    taken = painter.boundingRect(area, flags, text)
    _plate(painter, taken, theme)
    painter.setPen(QColor(theme.ink))
    painter.drawText(area, flags, text)


def _longest_word(metrics: QFontMetricsF, text: str) -> float:
    return max(metrics.horizontalAdvance(word) for word in text.split() or [""])


def _plate(painter: QPainter, box: QRectF, theme: FigureTheme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.page))
    painter.drawRoundedRect(box.adjusted(-6, -4, 6, 4), 8, 8)
    painter.setBrush(Qt.BrushStyle.NoBrush)


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
    width = label_width(region, stage, text_size, one_side)
    points = [framing.to_stage(*label.point_map) for label in labels]
    placed: list[PlacedLabel] = []
    for share in (1.0, 0.65):  # broken into more lines, a name may find paper beside the drawing
        sizes = label_sizes(labels, *fonts.names(), width * share)
        trial = place_labels(
            sizes, points, region, stage, cards, one_side, lambda box: _is_figure_in(box, view, framing)
        )
        if not placed or _rank(trial) < _rank(placed):
            placed = trial
    return placed


def _rank(placed: Sequence[PlacedLabel]) -> tuple[int, int]:
    """More names before fewer, then fewer on the drawing."""
    return -len(placed), sum(label.is_over_figure for label in placed)


def _is_figure_in(box: Box, view: View, framing: Framing) -> bool:
    """Tell whether any of the drawing, or of an outline around it, lies in a box of the stage."""
    x, y, width, height = box[0] - _OUTLINE, box[1] - _OUTLINE, box[2] + 2 * _OUTLINE, box[3] + 2 * _OUTLINE
    points = [framing.to_map(x + width * across / 8, y + height * down / 4) for across in range(9) for down in range(5)]
    return any(contains(one, point) for one in view.outlines for point in points)


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
        label, box, flags = labels[place.index], QRectF(*place.box), _flags(is_right=place.is_left)
        if place.is_over_figure:
            _plate(painter, box, theme)
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
    flags = _flags(is_right=True) | int(Qt.AlignmentFlag.AlignBottom.value)
    _plate(painter, painter.boundingRect(area, flags, text), theme)
    painter.setPen(QColor(theme.ink2))
    painter.drawText(area, flags, text)


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
