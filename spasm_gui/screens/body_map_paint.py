"""How the figure is painted, layer upon layer. Everything here is given what it needs and keeps nothing.

Touch and hover only lay outlines and a piece of the muscle picture over a `Still`, so a repaint costs what the changed
rectangle costs.
"""

import math
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap

from spasm_gui.drawing.pictures import BodyDrawing, View
from spasm_gui.drawing.views import Fade
from spasm_gui.screens.body_map_framing import Box, Framing, whole_framing
from spasm_gui.screens.body_map_stills import Still, make_still, map_path, picture_to_stage
from spasm_gui.screens.body_map_values import FigureTheme

_SMALL_FIGURE_PENS = 0.8  # outlines are a fifth thinner on a whole figure
_HOVER_PENS = 0.65
_MINIATURE_PENS = 0.4
_FOCUS_PENS = (10.0, 5.5)
_DASH_PIXELS = 9.0
LINES_GO_OUT = 0.6  # of the way over which the drawing does


class LitShape(msgspec.Struct, frozen=True):
    """A lit region as it lies on the stage."""

    path: QPainterPath
    is_chosen: bool
    pain_band: int | None


def paint_still(painter: QPainter, still: Still, framing: Framing, is_stepped_back: bool) -> None:
    """Lay the figure on the stage; scaled, if it is on the move."""
    picture = still.beside if is_stepped_back else still.idle
    if framing == still.framing:
        painter.save()
        painter.translate(still.area.topLeft())
        painter.scale(1 / still.pixels_per_point, 1 / still.pixels_per_point)
        painter.drawPixmap(0, 0, picture)
        painter.restore()
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(picture_to_stage(still, framing), True)
    painter.drawPixmap(0, 0, picture)
    painter.restore()


def paint_lit(
    painter: QPainter,
    shapes: Sequence[LitShape],
    still: Still,
    framing: Framing,
    theme: FigureTheme,
    pens: float = _SMALL_FIGURE_PENS,
) -> None:
    """Bring lit regions to full strength.

    All strokes lie under all fills, so two neighbours share one outline and no seam is seen. Where a cut edge of the
    sheet goes out into the paper, they go out with it.
    """
    if still.fades:
        _paint_faded(painter, shapes, still, framing, theme, pens)
    else:
        _paint_lit(painter, shapes, still, framing, theme, pens)


def _paint_faded(
    painter: QPainter, shapes: Sequence[LitShape], still: Still, framing: Framing, theme: FigureTheme, pens: float
) -> None:
    device = painter.device()
    ratio, edge = device.devicePixelRatio(), max(theme.outline_pens) * pens
    reach = QRectF()
    for shape in shapes:
        reach |= shape.path.boundingRect().adjusted(-edge, -edge, edge, edge)
    area = reach.toAlignedRect() & QRect(0, 0, device.width(), device.height())
    if painter.hasClipping():
        area &= painter.clipBoundingRect().toAlignedRect()
    if area.isEmpty():
        return
    layer = QImage(area.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    layer.setDevicePixelRatio(ratio)
    layer.fill(Qt.GlobalColor.transparent)
    on_layer = QPainter(layer)
    on_layer.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    on_layer.translate(-area.topLeft())
    _paint_lit(on_layer, shapes, still, framing, theme, pens)
    on_layer.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    for fade in still.fades:
        on_layer.fillRect(area, _going_out(fade, framing))
    on_layer.end()
    painter.drawImage(area.topLeft(), layer)


def _going_out(fade: Fade, framing: Framing) -> QLinearGradient:
    """Return nothing to all along a fade; lines are whole somewhat sooner than the drawing, for they say something."""
    full = fade.nothing + (fade.full - fade.nothing) * LINES_GO_OUT
    if fade.axis == "x":
        gradient = QLinearGradient(framing.to_stage(fade.nothing, 0)[0], 0, framing.to_stage(full, 0)[0], 0)
    else:
        gradient = QLinearGradient(0, framing.to_stage(0, fade.nothing)[1], 0, framing.to_stage(0, full)[1])
    gradient.setColorAt(0, QColor(0, 0, 0, 0))
    gradient.setColorAt(1, QColor(0, 0, 0))
    return gradient


def _paint_lit(
    painter: QPainter,
    shapes: Sequence[LitShape],
    still: Still,
    framing: Framing,
    theme: FigureTheme,
    pens: float,
) -> None:
    is_moving = framing != still.framing
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not is_moving)  # a moving rim may be jagged
    outer, inner = (width * pens for width in theme.outline_pens)
    for width, colour in ((outer, theme.outline_outer), (inner, theme.outline_inner)):
        for shape in shapes:
            painter.strokePath(shape.path, _pen(colour, width, is_dashed=not shape.is_chosen))
    for shape in shapes:
        if is_moving:
            _fill_roughly(painter, shape.path, still, framing)
        else:
            _fill(painter, shape.path, still, theme)
        if shape.pain_band is not None:
            _hatch(painter, shape.path, shape.pain_band, theme, min(1.0, pens / 0.8))
    painter.restore()


def _fill(painter: QPainter, path: QPainterPath, still: Still, theme: FigureTheme) -> None:
    """Lay the muscle picture into a region, with a smooth rim."""
    brush = QBrush(still.muscle)
    brush.setTransform(picture_to_stage(still, still.framing))
    painter.fillPath(path, QColor(theme.ground or theme.page))  # the picture is transparent where the body ends
    painter.fillPath(path, brush)


def _fill_roughly(painter: QPainter, path: QPainterPath, still: Still, framing: Framing) -> None:
    """Do the same on the move: clipping has a jagged rim, but costs half of a scaled brush."""
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setTransform(picture_to_stage(still, framing), True)
    painter.drawPixmap(0, 0, still.muscle)
    painter.restore()


def paint_hover(painter: QPainter, path: QPainterPath, still: Still, framing: Framing, theme: FigureTheme) -> None:
    """Show the region under the pointer at full strength in a thin double outline."""
    paint_lit(painter, [LitShape(path, True, None)], still, framing, theme, _HOVER_PENS)


def paint_focus(painter: QPainter, path: QPainterPath, theme: FigureTheme) -> None:
    """Draw the keyboard's ring around whatever state the region is in."""
    edge, ring = _FOCUS_PENS
    painter.strokePath(path, _pen(theme.focus_ring_edge, edge))
    painter.strokePath(path, _pen(theme.focus_ring, ring))


def miniature_still(
    drawing: BodyDrawing, view: View, theme: FigureTheme, figure: Box, size: QSize, ratio: float
) -> Still:
    """Return the small whole figure without its lit places.

    Args:
        figure: the box around the body on the sheet.
        size: of the picture, in logical pixels.

    Raises:
        DrawingError: a picture is missing or damaged.
    """
    fitted = whole_framing(figure, (size.width() + 40.0, size.height() + 56.0))
    framing = Framing(fitted.scale, fitted.offset_x - 20, fitted.offset_y - 28)
    return make_still(drawing, view, _on_card(theme), framing, size, ratio)


def paint_miniature(
    still: Still, theme: FigureTheme, shapes_map: Sequence[LitShape], size: QSize, ratio: float
) -> QPixmap:
    """Return the small whole figure with its lit places, given in map units, for the button that leads back."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    paint_still(painter, still, still.framing, False)
    placed = [LitShape(map_path(still.framing, one.path), one.is_chosen, None) for one in shapes_map]
    paint_lit(painter, placed, still, still.framing, _on_card(theme), _MINIATURE_PENS)
    painter.end()
    return picture


def _on_card(theme: FigureTheme) -> FigureTheme:
    return replace(theme, page=theme.card, has_ground_shadow=False, has_region_lines=False)


def _hatch(painter: QPainter, path: QPainterPath, band: int, theme: FigureTheme, size: float) -> None:
    colour = QColor(theme.pain)
    fill = QColor(colour)
    fill.setAlphaF(theme.pain_fill_opacity[band])
    painter.fillPath(path, fill)
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour, theme.pain_hatch_width[band] * size))
    box = path.boundingRect()
    step = theme.pain_hatch_gap[band] * size * 2**0.5
    # Lines x + y = n * step: fixed to the stage, so that neighbours hatch as one.
    first = math.floor((box.left() + box.top()) / step)
    last = math.ceil((box.right() + box.bottom()) / step)
    painter.drawLines(
        [QLineF(n * step - box.top(), box.top(), n * step - box.bottom(), box.bottom()) for n in range(first, last + 1)]
    )
    painter.restore()


def _pen(colour: str, width: float, is_dashed: bool = False) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if is_dashed else Qt.PenCapStyle.RoundCap)
    if is_dashed:
        pen.setDashPattern([_DASH_PIXELS / width, _DASH_PIXELS / width])  # Qt counts dashes in pen widths
    return pen
