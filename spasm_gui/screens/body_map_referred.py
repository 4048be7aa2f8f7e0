"""Pain that is felt elsewhere: from which point of the figure an arrow leads to a touched place, and how it is painted.

Content says where the pain of a region may come from. Nerves, joints and neighbours are drawn whenever the whole figure
stands beside a text. An organ is drawn only if a rule about it fired: an arrow from the heart beside any other advice
would say what nobody concluded.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from spasm_gui.drawing.outlines import Outline, painter_path
from spasm_gui.drawing.pictures import BodyDrawing, View
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place
from spasm_gui.reasoning.assessment import Assessment
from spasm_gui.screens.body_map_framing import Box, Framing
from spasm_gui.screens.body_map_paint import LitShape, paint_lit, paint_still
from spasm_gui.screens.body_map_stills import make_still, map_path
from spasm_gui.screens.body_map_values import FigureTheme, LitPlace, ReferredArrow

_ORGANS = frozenset({"heart", "brain", "gallbladder", "kidney", "diaphragm"})
_MARKS = {"heart": "heart", "spine-neck": "spine", "spine-lower-back": "spine"}
# Points of the front view, x from the midline towards the patient's left: landmarks and textbook places.
_POINTS: Mapping[str, tuple[float, float]] = {
    "heart": (18, 470),
    "brain": (0, 95),
    "spine-neck": (0, 316),
    "spine-lower-back": (0, 743),
    "gallbladder": (-72, 590),
    "diaphragm": (0, 560),
}
_PAIRED_POINTS: Mapping[str, tuple[float, float]] = {"kidney": (62, 640), "hip": (105, 859)}
_MIDLINE = 500

_WIDTH_MM = 22.0
_WIDTHS = (4.5, 8.5)  # least and most, in pixels
_BEND = 0.16  # of the length, outwards
_CROP_MARGIN = 0.35
_LEAST_CROP_MM = 380.0


def referred_arrows(
    library: Library, places: Iterable[Place], assessment: Assessment, view: View, *, only_spoken_of: bool = False
) -> tuple[ReferredArrow, ...]:
    """Return an arrow to each touched place that a view shows, from the first origin that may be drawn.

    A rule is about an organ if its list of what to do meanwhile is called after it, such as `heart-today`.

    Args:
        only_spoken_of: leave out whatever no rule spoke of, nerves and neighbours too.
    """
    spoken_of = {
        reason.rule.meanwhile.split("-")[0]
        for reason in assessment.reasons
        if reason.level is assessment.level and reason.rule.meanwhile is not None
    }
    touched = {place.region for place in places}
    arrows = []
    for place in places:
        if place.side is None or view.outline(place.region, place.side.value) is None:
            continue
        names = [origin.from_ for origin in library.regions[place.region].may_come_from]
        spoken = [one for one in names if one.split("-")[0] in spoken_of]
        quiet = [one for one in names if one not in spoken and one not in _ORGANS and one not in touched]
        names = spoken if only_spoken_of else spoken + quiet
        for name in names:
            point = _point(name, place.side.value, view)
            if point is not None:
                arrows.append(ReferredArrow(point, place.region, place.side.value, _MARKS.get(name, "")))
                break
    return tuple(arrows)


def _point(origin: str, side: str, view: View) -> tuple[float, float] | None:
    left = -1 if view.side_at_left() == "left" else 1  # in which direction the patient's left lies
    if origin in _POINTS:
        x, y = _POINTS[origin]
        return _MIDLINE + left * x, y
    if origin in _PAIRED_POINTS:
        x, y = _PAIRED_POINTS[origin]
        return _MIDLINE + left * (x if side == "left" else -x), y
    outline = view.outline(origin, side)
    return outline.centre if outline is not None else None


# ------------------------------------------------------------------ painting


def paint_referred(
    painter: QPainter, arrows: Sequence[ReferredArrow], view: View, framing: Framing, theme: FigureTheme
) -> None:
    """Draw each arrow with a paper edge over the figure, and what it comes from."""
    width = min(_WIDTHS[1], max(_WIDTHS[0], _WIDTH_MM * framing.scale))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for arrow in arrows:
        outline = view.outline(arrow.to_region, arrow.side)
        if outline is not None:
            _paint_arrow(painter, arrow, outline, framing, theme, width)
    for point, mark in dict.fromkeys((arrow.from_point_map, arrow.mark) for arrow in arrows):
        _paint_mark(painter, QPointF(*framing.to_stage(*point)), mark, theme, width)
    painter.restore()


def _paint_arrow(
    painter: QPainter, arrow: ReferredArrow, outline: Outline, framing: Framing, theme: FigureTheme, width: float
) -> None:
    start, end = QPointF(*framing.to_stage(*arrow.from_point_map)), QPointF(*framing.to_stage(*outline.centre))
    along = end - start
    length = math.hypot(along.x(), along.y())
    if length < 5 * width:
        return  # the place lies at its origin; there is nothing to lead to
    end -= along * min(0.3, outline.radius * framing.scale * 0.4 / length)
    along = end - start
    outwards = 1 if along.x() * along.y() * (1 if end.x() >= start.x() else -1) < 0 else -1
    bend = QPointF(along.y(), -along.x()) * _BEND * -outwards
    control = (start + end) / 2 + (bend if (bend.x() >= 0) == (along.x() >= 0) else -bend)
    tip = end - control
    unit = tip / max(1e-6, math.hypot(tip.x(), tip.y()))
    across = QPointF(-unit.y(), unit.x())
    neck = end - unit * width * 1.9
    line = QPainterPath(start)
    line.quadTo(control, neck)
    head = QPolygonF([end, neck + across * width * 1.25, neck - across * width * 1.25])
    for colour, wider in ((theme.page, 5.0), (theme.referred, 0.0)):
        pen = QPen(QColor(colour), width * 0.62 + wider, c=Qt.PenCapStyle.FlatCap, j=Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(line, pen)
        painter.setPen(QPen(QColor(colour), 1.5 + wider, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(QColor(colour))
        painter.drawPolygon(head)


def _paint_mark(painter: QPainter, at: QPointF, mark: str, theme: FigureTheme, width: float) -> None:
    path = QPainterPath()
    if mark == "heart":
        size = width * 1.75
        path.moveTo(0, size * 0.95)
        path.cubicTo(-size * 1.5, -size * 0.1, -size * 0.75, -size * 1.15, 0, -size * 0.4)
        path.cubicTo(size * 0.75, -size * 1.15, size * 1.5, -size * 0.1, 0, size * 0.95)
    elif mark == "spine":
        for step in (-1.15, 0.0, 1.15):
            path.addRoundedRect(
                QRectF(-width * 1.1, (step - 0.42) * width, width * 2.2, width * 0.84), width / 3, width / 3
            )
    else:
        path.addEllipse(QPointF(0, 0), width, width)
    path.translate(at)
    painter.strokePath(path, QPen(QColor(theme.page), 5, j=Qt.PenJoinStyle.RoundJoin))
    painter.fillPath(path, QColor(theme.referred))


def referred_picture(
    drawing: BodyDrawing,
    view: View,
    theme: FigureTheme,
    lit: Sequence[LitPlace],
    arrows: Sequence[ReferredArrow],
    size: QSize,
    ratio: float,
) -> QPixmap:
    """Return a piece of the figure with its lit places and the arrows to them, for beside a text."""
    shown = [(outline, one) for one in lit for outline in view.parts(one.region, one.side)]
    framing = _crop([outline.box for outline, _ in shown], [arrow.from_point_map for arrow in arrows], size)
    still = make_still(drawing, view, theme, framing, size, ratio)
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    clip = QPainterPath()
    clip.addRoundedRect(QRectF(0, 0, size.width(), size.height()), 12, 12)
    painter.setClipPath(clip)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(theme.page))
    paint_still(painter, still, framing, is_stepped_back=True)
    shapes = [LitShape(map_path(framing, painter_path(outline)), True, None) for outline, _ in shown]
    paint_lit(painter, shapes, still, framing, theme, 0.6)
    paint_referred(painter, arrows, view, framing, theme)
    painter.end()
    return picture


def _crop(boxes: Sequence[Box], points: Sequence[tuple[float, float]], size: QSize) -> Framing:
    """Return the framing that shows all of these, with a margin, in the middle."""
    xs = [x for box in boxes for x in (box[0], box[0] + box[2])] + [point[0] for point in points]
    ys = [y for box in boxes for y in (box[1], box[1] + box[3])] + [point[1] for point in points]
    width = max(_LEAST_CROP_MM, (max(xs) - min(xs)) * (1 + _CROP_MARGIN))
    height = max(_LEAST_CROP_MM, (max(ys) - min(ys)) * (1 + _CROP_MARGIN))
    scale = min(size.width() / width, size.height() / height)
    middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return Framing(scale, size.width() / 2 - middle_x * scale, size.height() / 2 - middle_y * scale)
