"""What lies over the figure while something is explained: pictures of nerves, rings, and strokes of the pen."""

import itertools
import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtSvg import QSvgRenderer

from spasm_gui.drawing.pictures import View
from spasm_gui.drawing.scan import scan
from spasm_gui.knowledge.mark import Mark
from spasm_gui.knowledge.movement import LinkId
from spasm_gui.knowledge.spot import SpotId
from spasm_gui.places import assets_dir
from spasm_gui.screens.body_map_framing import Framing
from spasm_gui.screens.body_map_stills import transform
from spasm_gui.screens.body_map_values import FigureTheme
from spasm_gui.screens.spot_points import SpotRing

SPOT_PICTURES = "spots"
RING_MM = 17.0
_RING_PX = (13.0, 26.0)  # least and most radius
_LEAST_RING_PX = 7.0
_MIDDLE_MM = 8.0
_PEN_PX = 5.0
_HALO_PX = 4.0


def paint_spot_pictures(painter: QPainter, rings: Sequence[SpotRing], view: View, framing: Framing) -> None:
    """Lay over the figure what is drawn of the spots for this view, such as the branches of a nerve.

    A picture is `assets/spots/<spot>-<sheet>.svg`, as large as the sheet and drawn for the left. Most spots have none.
    Of a picture with both sides only the side with the ring is shown, if there is one on that side alone.
    """
    for spot in dict.fromkeys(ring.spot for ring in rings):
        data = _spot_picture(spot, view.sheet)
        if data is None:
            continue
        painter.save()
        painter.setTransform(transform(framing), True)
        if not view.is_close_up:
            painter.setClipRect(_side_shown([ring.point_map[0] for ring in rings if ring.spot == spot], view))
        if view.is_mirrored:
            x, _, width, _ = view.canvas
            painter.setTransform(QTransform(-1, 0, 0, 1, 2 * x + width, 0), True)
        QSvgRenderer(QByteArray(data)).render(painter, QRectF(*view.canvas))
        painter.restore()


def _side_shown(xs: Sequence[float], view: View) -> QRectF:
    """Return the half of the sheet with all of these, and a little more for what lies in the middle; else the whole."""
    left, top, width, height = view.canvas
    middle = left + width / 2
    if all(x > middle for x in xs):
        return QRectF(middle - _MIDDLE_MM, top, width / 2 + _MIDDLE_MM, height)
    if all(x < middle for x in xs):
        return QRectF(left, top, width / 2 + _MIDDLE_MM, height)
    return QRectF(*view.canvas)


@lru_cache(maxsize=32)
def _spot_picture(spot: SpotId, sheet: str) -> bytes | None:
    path = assets_dir() / SPOT_PICTURES / f"{spot}-{sheet}.svg"
    if not path.is_file():
        return None
    data = path.read_bytes()
    scan(data, path.name)
    return data


def paint_rings(
    painter: QPainter, rings: Sequence[SpotRing], framing: Framing, theme: FigureTheme, lit: LinkId | None = None
) -> None:
    """Draw a ring round each spot, seen on skin, muscle and page; a thicker one round those of the link that is lit."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = ring_radius(rings, framing)
    for ring in rings:
        middle = QPointF(*framing.to_stage(*ring.point_map))
        width = 6.5 if ring.link == lit else 4.5
        for colour, wider in ((theme.page, 4.5), (theme.referred, 0.0)):
            painter.setPen(QPen(QColor(colour), width + wider))
            painter.drawEllipse(middle, radius, radius)
    painter.restore()


def ring_radius(rings: Sequence[SpotRing], framing: Framing) -> float:
    """Return how large the rings are on the stage: smaller where they would lie over one another."""
    pairs = itertools.combinations((framing.to_stage(*ring.point_map) for ring in rings), 2)
    apart = min((math.dist(*pair) for pair in pairs), default=math.inf)
    wanted = min(_RING_PX[1], max(_RING_PX[0], RING_MM * framing.scale))
    return max(_LEAST_RING_PX, min(wanted, apart / 2 - 3))


def paint_marks(painter: QPainter, marks: Iterable[Mark], view: View, framing: Framing, theme: FigureTheme) -> None:
    """Draw the strokes of the pen that belong to a view, each with an edge of paper."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for mark in marks:
        if mark.view != view.name:
            continue
        path = mark_path(mark, framing)
        for colour, wider in ((theme.card, _HALO_PX), (theme.accent, 0.0)):
            painter.strokePath(
                path,
                QPen(
                    QColor(colour),
                    _PEN_PX + wider,
                    c=Qt.PenCapStyle.RoundCap,
                    j=Qt.PenJoinStyle.RoundJoin,
                ),
            )
    painter.restore()


def mark_path(mark: Mark, framing: Framing) -> QPainterPath:
    """Return a stroke as it lies on the stage, smoothed; a dot is a very short line."""
    points = [QPointF(*framing.to_stage(*point)) for point in mark.points]
    path = QPainterPath(points[0])
    if len(points) == 1:
        path.lineTo(points[0] + QPointF(0.1, 0))
        return path
    for here, after in itertools.pairwise(points[1:]):
        path.quadTo(here, (here + after) / 2)
    path.lineTo(points[-1])
    return path


def paint_leader(painter: QPainter, start: QPointF, end: QPointF, theme: FigureTheme, *, is_lit: bool) -> None:
    """Draw the line from a name to its muscle: thin, with an edge of paper and a dot at the muscle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    length = math.hypot(end.x() - start.x(), end.y() - start.y())
    if length > 1:
        for colour, width in ((theme.page, 4.0), (theme.accent if is_lit else theme.ink, 2.4 if is_lit else 1.2)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLine(start, end)
    for colour, dot in ((theme.page, 6.0 if is_lit else 5.0), (theme.accent if is_lit else theme.ink, 4.0)):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(end, dot, dot)
    painter.restore()
