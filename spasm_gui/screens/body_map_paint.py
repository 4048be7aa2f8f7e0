"""How the figure is painted, layer upon layer. Everything here is given what it needs and keeps nothing.

A `Still` holds the ready pictures of one view, theme and framing. Touch and hover only lay outlines and a
piece of the muscle picture over it, so a repaint costs what the changed rectangle costs.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
    QRadialGradient,
    QTransform,
)

from spasm_gui.drawing.outlines import painter_path
from spasm_gui.drawing.pictures import BodyDrawing, Layer, View
from spasm_gui.screens.body_map_framing import Framing, whole_framing
from spasm_gui.screens.body_map_values import FigureTheme

_SMALL_FIGURE_PENS = 0.8  # outlines are a fifth thinner on a whole figure
_HOVER_PENS = 0.5
_MINIATURE_PENS = 0.4
_REGION_LINE_PEN = 1.6
_FOCUS_PENS = (10.0, 5.5)
_DASH_PIXELS = 9.0
_SHARPEN_FROM = 1.15  # the whole picture may be enlarged this much before the sharp one is fetched


@dataclass(frozen=True, slots=True)
class Still:
    """Ready pictures of what the stage shows.

    Attributes:
        framing: the one they were made for.
        idle, beside: the figure on its page, untouched, and stepped back beside a chosen place.
        muscle: full strength, for the lit places. Transparent around the figure.
        area: the part of the stage that the pictures cover, in stage pixels.
        pixels_per_point: device pixels of the pictures per stage pixel.
    """

    framing: Framing
    idle: QPixmap
    beside: QPixmap
    muscle: QPixmap
    area: QRectF
    pixels_per_point: float


@dataclass(frozen=True, slots=True)
class LitShape:
    """A lit region as it lies on the stage."""

    path: QPainterPath
    is_chosen: bool
    pain_band: int | None


def needs_sharp(view: View, framing: Framing, ratio: float) -> bool:
    """Tell whether the whole picture would look soft, so that pieces of a larger one have to be decoded."""
    return framing.scale * ratio > view.scale * _SHARPEN_FROM


def make_still(
    drawing: BodyDrawing, view: View, theme: FigureTheme, framing: Framing, stage: QSize, ratio: float
) -> Still:
    """Return the pictures for a stage that stands still: as sharp as they get.

    Raises:
        DrawingError: a picture is missing or damaged.
    """
    x, y, width, height = framing.box_to_stage(view.canvas)
    visible = QRectF(x, y, width, height).intersected(QRectF(0, 0, stage.width(), stage.height()))
    if visible.isEmpty():
        visible = QRectF(0, 0, 1, 1)
    # On whole device pixels, so that showing a picture is a plain copy.
    area = QRectF(
        QRectF(visible.x() * ratio, visible.y() * ratio, visible.width() * ratio, visible.height() * ratio)
        .toAlignedRect()
        .intersected(QRect(0, 0, round(stage.width() * ratio), round(stage.height() * ratio)))
    )
    size = area.size().toSize()
    skin, muscle = (_fitted(drawing, view, layer, framing, ratio, QPointF(area.x(), area.y()), size) for layer in Layer)
    shift = QTransform.fromTranslate(-area.x(), -area.y()).scale(ratio, ratio)
    stage_to_picture = _transform(framing) * shift
    pixel = ratio
    idle, beside = _pages(skin, muscle, view, theme, stage_to_picture, pixel)
    logical = QRectF(area.x() / ratio, area.y() / ratio, area.width() / ratio, area.height() / ratio)
    return Still(framing, idle, beside, QPixmap.fromImage(muscle), logical, ratio)


def make_moving(drawing: BodyDrawing, view: View, theme: FigureTheme, whole: Framing) -> Still:
    """Return the pictures that are scaled while the stage moves: the whole view, once.

    Raises:
        DrawingError: a picture is missing or damaged.
    """
    x, y, width, height = view.canvas
    framing = Framing(view.scale, -x * view.scale, -y * view.scale)
    skin, muscle = (drawing.whole_picture(view, layer) for layer in Layer)
    idle, beside = _pages(skin, muscle, view, theme, _transform(framing), view.scale / whole.scale)
    area = QRectF(0, 0, width * view.scale, height * view.scale)
    return Still(framing, idle, beside, QPixmap.fromImage(muscle), area, 1.0)


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
    painter.setTransform(_picture_to_stage(still, framing), True)
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

    All strokes lie under all fills, so two neighbours share one outline and no seam is seen.
    """
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
    brush.setTransform(_picture_to_stage(still, still.framing))
    painter.fillPath(path, QColor(theme.page))  # the picture is transparent where the body ends
    painter.fillPath(path, brush)


def _fill_roughly(painter: QPainter, path: QPainterPath, still: Still, framing: Framing) -> None:
    """Do the same on the move: clipping has a jagged rim, but costs half of a scaled brush."""
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setTransform(_picture_to_stage(still, framing), True)
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


def paint_miniature(
    drawing: BodyDrawing,
    view: View,
    theme: FigureTheme,
    figure: tuple[float, float, float, float],
    shapes_map: Sequence[LitShape],
    size: QSize,
    ratio: float,
) -> QPixmap:
    """Return the small whole figure with its lit places, for the button that leads back.

    Args:
        figure: x, y, width and height of the body on the sheet.
        shapes_map: lit regions in map units.
        size: of the picture, in logical pixels.
    """
    fitted = whole_framing(figure, (size.width() + 40.0, size.height() + 56.0))
    framing = Framing(fitted.scale, fitted.offset_x - 20, fitted.offset_y - 28)
    on_card = replace(theme, page=theme.card, has_ground_shadow=False, has_region_lines=False)
    still = make_still(drawing, view, on_card, framing, size, ratio)
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    paint_still(painter, still, framing, False)
    placed = [LitShape(map_path(framing, one.path), one.is_chosen, None) for one in shapes_map]
    paint_lit(painter, placed, still, framing, on_card, _MINIATURE_PENS)
    painter.end()
    return picture


def map_path(framing: Framing, path: QPainterPath) -> QPainterPath:
    """Return a path of the sheet as it lies on the stage."""
    return _transform(framing).map(path)


# ------------------------------------------------------------------ making pictures


def _fitted(
    drawing: BodyDrawing,
    view: View,
    layer: Layer,
    framing: Framing,
    ratio: float,
    origin: QPointF,
    size: QSize,
) -> QImage:
    """Return a layer at the size of the stage, its top left corner at `origin` in device pixels."""
    fitted = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    fitted.fill(0)
    if not needs_sharp(view, framing, ratio):
        source, covered = drawing.whole_picture(view, layer), QRectF(*view.canvas)
    else:
        x, y = framing.to_map(origin.x() / ratio, origin.y() / ratio)
        width, height = size.width() / ratio / framing.scale, size.height() / ratio / framing.scale
        wanted = framing.scale * ratio / _SHARPEN_FROM
        source, covered = drawing.sharp_picture(view, layer, QRectF(x, y, width, height), wanted)
    if source.isNull():
        return fitted
    x, y, width, height = framing.box_to_stage((covered.x(), covered.y(), covered.width(), covered.height()))
    left, top = x * ratio - origin.x(), y * ratio - origin.y()
    # Scaled beforehand: a painter looks at four pixels only and would drop fine lines when shrinking.
    scaled = source.scaled(
        max(1, round(width * ratio)),
        max(1, round(height * ratio)),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    painter = QPainter(fitted)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(round(left), round(top), scaled)
    painter.end()
    return fitted


def _pages(
    skin: QImage, muscle: QImage, view: View, theme: FigureTheme, to_picture: QTransform, pixel: float
) -> tuple[QPixmap, QPixmap]:
    """Return the figure on its page, idle and stepped back.

    Args:
        to_picture: from map units to pixels of the pictures.
        pixel: how many pixels of the pictures one stage pixel is, for lines.
    """
    pages = []
    for opacity, veil in (
        (theme.muscle_opacity_idle, theme.veil_always),
        (theme.muscle_opacity_beside_chosen, max(theme.veil_beside_chosen, theme.veil_always)),
    ):
        # Without transparency, so that laying it on the stage is a plain copy.
        page = QImage(skin.size(), QImage.Format.Format_RGB32)
        page.fill(QColor(theme.page))
        painter = QPainter(page)
        if theme.has_ground_shadow and view.canvas[3] > 1000:
            _ground_shadow(painter, view, theme, to_picture)
        painter.drawImage(0, 0, skin)
        painter.setOpacity(opacity)
        painter.drawImage(0, 0, muscle)
        painter.setOpacity(veil)
        painter.fillRect(page.rect(), QColor(theme.veil))
        painter.setOpacity(1.0)
        if theme.has_region_lines:
            _region_lines(painter, view, theme, to_picture, pixel)
        painter.end()
        pages.append(QPixmap.fromImage(page))
    return pages[0], pages[1]


def _ground_shadow(painter: QPainter, view: View, theme: FigureTheme, to_picture: QTransform) -> None:
    x, y, width, height = view.canvas
    painter.save()
    painter.setTransform(to_picture)
    painter.translate(x + width / 2, y + height * 0.966)
    painter.scale(1.0, 0.1)
    gradient = QRadialGradient(QPointF(0, 0), 300)
    for place, alpha in ((0.0, 60), (0.45, 40), (0.75, 14), (1.0, 0)):
        colour = QColor(theme.ink)
        colour.setAlpha(alpha)
        gradient.setColorAt(place, colour)
    painter.fillRect(QRectF(-300, -300, 600, 600), gradient)
    painter.restore()


def _region_lines(painter: QPainter, view: View, theme: FigureTheme, to_picture: QTransform, pixel: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = _pen(theme.outline_inner, _REGION_LINE_PEN * pixel)
    for outline in view.outlines:
        painter.strokePath(to_picture.map(painter_path(outline)), pen)


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


def _transform(framing: Framing) -> QTransform:
    return QTransform(framing.scale, 0, 0, framing.scale, framing.offset_x, framing.offset_y)


def _picture_to_stage(still: Still, framing: Framing) -> QTransform:
    """Return where a still's pictures belong when the stage has another framing than theirs."""
    pixels = QTransform.fromTranslate(still.area.x(), still.area.y()).scale(
        1 / still.pixels_per_point, 1 / still.pixels_per_point
    )
    if framing == still.framing:
        return pixels
    to_map, _ = _transform(still.framing).inverted()
    return pixels * to_map * _transform(framing)


def theme_from_palette(palette: QPalette) -> FigureTheme:
    """Return a plain theme in the desktop's own colours, for a map that was not given one yet."""
    window, text = (palette.color(role).name() for role in (QPalette.ColorRole.Window, QPalette.ColorRole.WindowText))
    accent, card = (palette.color(role).name() for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.Base))
    return FigureTheme(
        page=window,
        card=card,
        ink=text,
        ink2=text,
        border=text,
        accent=accent,
        accent_tint=window,
        veil=window,
        outline_outer=window,
        outline_inner=text,
        veil_beside_chosen=0.4,
        veil_always=0.0,
        outline_pens=(10.0, 6.0),
        has_region_lines=False,
        has_ground_shadow=False,
        muscle_opacity_idle=0.58,
        muscle_opacity_beside_chosen=0.3,
        pain=text,
        pain_fill_opacity=(0.11, 0.16, 0.21),
        pain_hatch_gap=(15.0, 10.0, 6.5),
        pain_hatch_width=(1.6, 2.1, 2.6),
        focus_ring=accent,
        focus_ring_edge=text,
    )
