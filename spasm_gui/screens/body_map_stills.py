"""The ready pictures of one view, theme and framing, from which every repaint is served."""

import msgspec
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap, QRadialGradient, QTransform

from spasm_gui.drawing.outlines import painter_path
from spasm_gui.drawing.pictures import BodyDrawing, Layer, View
from spasm_gui.drawing.steps import Steps, finished
from spasm_gui.drawing.views import Fade
from spasm_gui.screens.body_map_framing import Framing
from spasm_gui.screens.body_map_values import FigureTheme

_REGION_LINE_PEN = 1.6
_FEET = "foot"
_SHADOW_RADIUS, _SHADOW_FLATNESS = 300.0, 0.1  # map units
_SHADOW_ABOVE_THE_SOLES = 18.0
_SHARPEN_FROM = 1.15  # the whole picture may be enlarged this much before the sharp one is fetched


class Still(msgspec.Struct, frozen=True):
    """Ready pictures of what the stage shows.

    Attributes:
        framing: the one they were made for.
        idle, beside: the figure on its page, untouched, and stepped back beside a chosen place.
        muscle: full strength, for the lit places. Transparent around the figure.
        area: the part of the stage that the pictures cover, in stage pixels.
        pixels_per_point: device pixels of the pictures per stage pixel.
        fades: cut edges of the sheet, which go out into the paper.
    """

    framing: Framing
    idle: QPixmap
    beside: QPixmap
    muscle: QPixmap
    area: QRectF
    pixels_per_point: float
    fades: tuple[Fade, ...]


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
    return finished(still_in_steps(drawing, view, theme, framing, stage, ratio))


def still_in_steps(
    drawing: BodyDrawing, view: View, theme: FigureTheme, framing: Framing, stage: QSize, ratio: float
) -> Steps[Still]:
    """Do the same a little at a time, for a stage on which a touch may come meanwhile."""
    area = _device_area(view, framing, stage, ratio)
    size, origin = area.size(), QPointF(area.topLeft())
    skin = yield from _fitted(drawing, view, Layer.SKIN, framing, ratio, origin, size)
    muscle = yield from _fitted(drawing, view, Layer.MUSCLE, framing, ratio, origin, size)
    shift = QTransform.fromTranslate(-area.x(), -area.y()).scale(ratio, ratio)
    idle = _page(skin, muscle, view, theme, transform(framing) * shift, ratio)
    yield
    beside = _page(skin, muscle, view, theme, transform(framing) * shift, ratio, is_stepped_back=True)
    yield
    logical = QRectF(area.x() / ratio, area.y() / ratio, area.width() / ratio, area.height() / ratio)
    return Still(framing, idle, beside, QPixmap.fromImage(muscle), logical, ratio, view.fades)


def moved_still(still: Still, view: View, framing: Framing, stage: QSize, ratio: float) -> Still | None:
    """Return a still for a picture of the same size elsewhere on the stage; None where it cannot serve for that.

    Such as when the stage has become narrower: the figure stands in its middle again, no larger and no smaller.
    """
    if still.pixels_per_point != ratio or still.framing.scale != framing.scale:
        return None
    across = (framing.offset_x - still.framing.offset_x) * ratio
    down = (framing.offset_y - still.framing.offset_y) * ratio
    if not (across.is_integer() and down.is_integer()):
        return None
    moved = still.area.translated(across / ratio, down / ratio)
    in_pixels = QRectF(moved.x() * ratio, moved.y() * ratio, moved.width() * ratio, moved.height() * ratio)
    if not in_pixels.toRect().contains(_device_area(view, framing, stage, ratio)):
        return None
    return msgspec.structs.replace(still, framing=framing, area=moved)


def _device_area(view: View, framing: Framing, stage: QSize, ratio: float) -> QRect:
    """Return the device pixels of the stage that a view covers, whole ones, so that showing it is a plain copy."""
    x, y, width, height = framing.box_to_stage(view.canvas)
    visible = QRectF(x, y, width, height).intersected(QRectF(0, 0, stage.width(), stage.height()))
    if visible.isEmpty():
        visible = QRectF(0, 0, 1, 1)
    device = QRectF(visible.x() * ratio, visible.y() * ratio, visible.width() * ratio, visible.height() * ratio)
    return device.toAlignedRect() & QRect(0, 0, round(stage.width() * ratio), round(stage.height() * ratio))


def make_moving(drawing: BodyDrawing, view: View, theme: FigureTheme, whole: Framing) -> Still:
    """Return the pictures that are scaled while the stage moves: the whole view, once.

    Raises:
        DrawingError: a picture is missing or damaged.
    """
    x, y, width, height = view.canvas
    framing = Framing(view.scale, -x * view.scale, -y * view.scale)
    skin, muscle = (drawing.whole_picture(view, layer) for layer in Layer)
    idle, beside = (
        _page(skin, muscle, view, theme, transform(framing), view.scale / whole.scale, is_stepped_back=is_beside)
        for is_beside in (False, True)
    )
    area = QRectF(0, 0, width * view.scale, height * view.scale)
    return Still(framing, idle, beside, QPixmap.fromImage(muscle), area, 1.0, view.fades)


def map_path(framing: Framing, path: QPainterPath) -> QPainterPath:
    """Return a path of the sheet as it lies on the stage."""
    return transform(framing).map(path)


def transform(framing: Framing) -> QTransform:
    """Return a framing as Qt reckons with it."""
    return QTransform(framing.scale, 0, 0, framing.scale, framing.offset_x, framing.offset_y)


def picture_to_stage(still: Still, framing: Framing) -> QTransform:
    """Return where a still's pictures belong when the stage has another framing than theirs."""
    pixels = QTransform.fromTranslate(still.area.x(), still.area.y()).scale(
        1 / still.pixels_per_point, 1 / still.pixels_per_point
    )
    if framing == still.framing:
        return pixels
    to_map, _ = transform(still.framing).inverted()
    return pixels * to_map * transform(framing)


def _fitted(
    drawing: BodyDrawing,
    view: View,
    layer: Layer,
    framing: Framing,
    ratio: float,
    origin: QPointF,
    size: QSize,
) -> Steps[QImage]:
    """Return a layer at the size of the stage, its top left corner at `origin` in device pixels."""
    fitted = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    fitted.fill(0)
    if not needs_sharp(view, framing, ratio):
        source, covered = drawing.whole_picture(view, layer, framing.scale * ratio), QRectF(*view.canvas)
    else:
        x, y = framing.to_map(origin.x() / ratio, origin.y() / ratio)
        width, height = size.width() / ratio / framing.scale, size.height() / ratio / framing.scale
        wanted = framing.scale * ratio / _SHARPEN_FROM
        source, covered = yield from drawing.sharp_picture(view, layer, QRectF(x, y, width, height), wanted)
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
    yield
    painter = QPainter(fitted)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(round(left), round(top), scaled)
    painter.end()
    return fitted


def _page(
    skin: QImage,
    muscle: QImage,
    view: View,
    theme: FigureTheme,
    to_picture: QTransform,
    pixel: float,
    *,
    is_stepped_back: bool = False,
) -> QPixmap:
    """Return the figure on its page, idle or stepped back beside a chosen place.

    Args:
        to_picture: from map units to pixels of the pictures.
        pixel: how many pixels of the pictures one stage pixel is, for lines.
    """
    opacity, veil = theme.muscle_opacity_idle, theme.veil_always
    if is_stepped_back:
        opacity, veil = theme.muscle_opacity_beside_chosen, max(theme.veil_beside_chosen, theme.veil_always)
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
    return QPixmap.fromImage(page)


def _ground_shadow(painter: QPainter, view: View, theme: FigureTheme, to_picture: QTransform) -> None:
    # Below the feet of this body, whichever way it stands, and no wider than its sheet.
    feet = [one.box for one in view.outlines if one.region == _FEET]
    if not feet:
        return
    left, right = min(box[0] for box in feet), max(box[0] + box[2] for box in feet)
    middle, bottom = (left + right) / 2, max(box[1] + box[3] for box in feet)
    x, _, width, _ = view.canvas
    radius = min(_SHADOW_RADIUS, middle - x, x + width - middle)
    painter.save()
    painter.setTransform(to_picture)
    painter.translate(middle, bottom - _SHADOW_ABOVE_THE_SOLES)
    painter.scale(1.0, _SHADOW_FLATNESS * _SHADOW_RADIUS / radius)
    gradient = QRadialGradient(QPointF(0, 0), radius)
    for place, alpha in ((0.0, 60), (0.45, 40), (0.75, 14), (1.0, 0)):
        colour = QColor(theme.ink)
        colour.setAlpha(alpha)
        gradient.setColorAt(place, colour)
    painter.fillRect(QRectF(-radius, -radius, 2 * radius, 2 * radius), gradient)
    painter.restore()


def _region_lines(painter: QPainter, view: View, theme: FigureTheme, to_picture: QTransform, pixel: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(theme.outline_inner), _REGION_LINE_PEN * pixel)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for outline in view.outlines:
        painter.strokePath(to_picture.map(painter_path(outline)), pen)
