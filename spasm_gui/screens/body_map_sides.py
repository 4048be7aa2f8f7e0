"""Whose left and right it is, in words beside the figure. They stand where they are true and are never mirrored."""

import msgspec
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from spasm_gui.drawing.pictures import View
from spasm_gui.screens.body_map_camera import Camera
from spasm_gui.screens.body_map_framing import Box
from spasm_gui.screens.body_map_values import FigureTheme, MapWords
from spasm_gui.screens.body_map_words import edge_flags, paint_plate

_SHOULDERS = 0.165  # of the figure's height, from the top
_LINE_TO_BODY = 22.0
_WORD_GAP = 7.0
_WIDE_STAGE = 480  # where the words have a margin to spare


class SideWord(msgspec.Struct, frozen=True):
    """Words for a side as they stand on the stage.

    Attributes:
        is_in_corner: in an upper corner, on paper of their own; else beside the shoulders, with a line to `line_to`.
    """

    text: str
    box: QRectF
    is_right: bool
    is_in_corner: bool
    line_to: float = 0.0


def placed_sides(view: View, camera: Camera, words: MapWords, font: QFont) -> list[SideWord]:
    """Return the words for left and right beside the shoulders; none where a place is shown large by name.

    On a narrow stage the words stand in the upper corners, beside the head, and so they do over a figure that hands
    have enlarged. A view that shows one side only says so in its corner.
    """
    if camera.target is not None and not camera.is_by_hand:
        return []
    metrics, stage_width = QFontMetricsF(font), camera.stage[0]
    margin = 24.0 if stage_width >= _WIDE_STAGE else 8.0
    names = {"left": words.your_left, "right": words.your_right}

    def in_corner(text: str, width: float, *, is_right: bool) -> SideWord:
        area = QRectF(stage_width - margin - width if is_right else margin, margin, width, 1000)
        box = metrics.boundingRect(area, edge_flags(is_right=is_right), text)
        return SideWord(text, box, is_right, is_in_corner=True)

    side_at_left = view.side_at_left()
    if side_at_left is None:
        text = words.corner or names[view.outlines[0].side]
        return [in_corner(text, stage_width - 2 * margin, is_right=False)]
    texts = names[side_at_left], names["right" if side_at_left == "left" else "left"]
    widths = [metrics.horizontalAdvance(text) for text in texts]
    y_map = sides_height(camera.figure)
    body_left, body_right = body_edges(view, y_map - 20, y_map + 60)
    start, y = camera.framing.to_stage(body_left, y_map)
    end, _ = camera.framing.to_stage(body_right, y_map)
    right_x = stage_width - margin - widths[1]
    if camera.is_by_hand or margin + widths[0] + _WORD_GAP > start or right_x - _WORD_GAP < end:
        heights = [camera.framing.to_map(0, at)[1] for at in (margin, margin + metrics.height())]
        head_left, head_right = (camera.framing.to_stage(x, y_map)[0] for x in body_edges(view, *heights))
        is_clear = margin + widths[0] + _WORD_GAP <= head_left and right_x - _WORD_GAP >= head_right
        is_broken = camera.is_by_hand or not (is_clear or _is_nothing_at(view, *heights))
        return [
            in_corner(text, (_longest_word(metrics, text) if is_broken else width) + 2, is_right=is_right)
            for text, width, is_right in zip(texts, widths, (False, True), strict=True)
        ]
    top = y + metrics.capHeight() / 2 - metrics.ascent()
    return [
        SideWord(texts[0], QRectF(margin, top, widths[0], metrics.height()), False, False, start - _LINE_TO_BODY),
        SideWord(texts[1], QRectF(right_x, top, widths[1], metrics.height()), True, False, end + _LINE_TO_BODY),
    ]


def paint_sides(painter: QPainter, placed: list[SideWord], theme: FigureTheme, font: QFont) -> None:
    """Write whose left and right it is, with a line to each shoulder where there is room."""
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    for one in placed:
        if one.is_in_corner:
            paint_plate(painter, one.box, theme)
            painter.setPen(QColor(theme.ink))
            painter.drawText(one.box, edge_flags(is_right=one.is_right), one.text)
            continue
        baseline = one.box.top() + metrics.ascent()
        painter.setPen(QColor(theme.ink))
        painter.drawText(QPointF(one.box.left(), baseline), one.text)
        near = one.box.left() - _WORD_GAP if one.is_right else one.box.right() + _WORD_GAP
        if (near - one.line_to if one.is_right else one.line_to - near) > 10:
            y = baseline - metrics.capHeight() / 2
            painter.setPen(QPen(QColor(theme.border), 1.5))
            painter.drawLine(QPointF(near, y), QPointF(one.line_to, y))


def _longest_word(metrics: QFontMetricsF, text: str) -> float:
    return max(metrics.horizontalAdvance(word) for word in text.split() or [""])


def sides_height(figure: Box) -> float:
    """Return the height in map units at which the words for left and right stand."""
    return figure[1] + figure[3] * _SHOULDERS


def _is_nothing_at(view: View, top_map: float, bottom_map: float) -> bool:
    return bottom_map < min(one.box[1] for one in view.outlines) or top_map > max(
        one.box[1] + one.box[3] for one in view.outlines
    )


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
