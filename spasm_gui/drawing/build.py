"""Render the drawings of the body into everything the program shows: `python -m spasm_gui.drawing.build`.

Per sheet two layers, skin and muscle, each as one whole picture and as a larger one cut into pieces, so that
a zoom decodes only what it shows. Beside them `outlines.json`, the touchable shapes, and `manifest.json`,
which names the drawing they were all made from; each figure has a folder of its own. The same drawing and the
same Qt give the same bytes.
"""

import hashlib
import html
import json
import sys
import zipfile
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from msgspec.structs import asdict
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QLinearGradient, QPainter
from PySide6.QtSvg import QSvgRenderer

from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.scan import Node, scan
from spasm_gui.drawing.sheets import Sheet, mirrored, mirrored_fade, mirrored_muscle, read_sheets
from spasm_gui.drawing.stored import MANIFEST, OUTLINES, picture_name, piece_name
from spasm_gui.drawing.views import WHOLE_FIGURE_MM, BodyFigure, Fade, Layer
from spasm_gui.places import assets_dir

# Without these layers the same drawing is a plain skin figure.
_MUSCLE_LAYERS = ("tissue", "tendons", "gaps", "volume", "fibres", "grooves")

# Bands of one tone each; upon each other they are form, but for their steps.
_SOFT_LAYERS = ("shading", "light")
_MELT_FIGURE = 0.0011  # of the height of a sheet: about 2 mm
_MELT_CLOSE = 0.0045

_WHOLE_HEIGHT = 1520  # pixels: a 1750 mm figure on its 1900 mm canvas becomes 1400 high
_SMALL_HEIGHT = 1000  # of the picture that a start begins with: enough for most windows, and decoded in half the time
# Larger ones for zooming, as multiples of the whole one. 3.2 pixels per mm show a calf in a 1280 x 800 window
# at twice the density; the one between is for the usual density and costs a quarter to decode.
_SHARP_FACTORS_FIGURE = (2, 4)
_CLOSE_HEIGHT = 1100  # a close-up is rarely shown larger, and every pixel is held in memory while it is
_SHARP_FACTORS_CLOSE = (2.75,)
_TILE_PIXELS = 280
_WHOLE_QUALITY = 90
_SHARP_QUALITY = 90
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # a real date would make every build different


def main(assets: Path) -> None:
    """Build every figure.

    Raises:
        DrawingError: a drawing is not one that may be shown; of that figure nothing was written.
    """
    for figure in BodyFigure:
        build(assets, figure)


def build(assets: Path, figure: BodyFigure) -> None:
    """Write every picture, the outlines and the manifest of one figure into its folder of pictures.

    Raises:
        DrawingError: the drawing is not one that may be shown; nothing was written.
    """
    data = (assets / figure.drawing).read_bytes()
    sheets = read_sheets(scan(data, figure.drawing), figure.drawing)
    fingerprint = hashlib.sha256(data).hexdigest()
    folder = assets / figure.pictures
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        if old.suffix in (".webp", ".zip", ".json"):
            old.unlink()
    # A start begins with the first sheet of the neutral figure; whoever turns the figure waits for the large picture.
    small = sheets[0] if figure is BodyFigure.NEUTRAL else None
    facts = {sheet.name: _write_pictures(sheet, folder, has_small=sheet is small) for sheet in sheets}
    views = [view for sheet in sheets for view in _views(sheet)]
    _write_data(folder / OUTLINES, {"drawing_sha256": fingerprint, "views": views})
    built = [path for path in sorted(folder.iterdir()) if path.is_file() and path.name != MANIFEST]
    files = {path.name: path.stat().st_size for path in built}
    _write_data(folder / MANIFEST, {"drawing_sha256": fingerprint, "sheets": facts, "files": files})


def _views(sheet: Sheet) -> list[dict[str, Any]]:
    """Return what `outlines.json` says of a sheet: one view, or two when the sheet shows one side only."""
    view = {
        "name": sheet.name,
        "sheet": sheet.name,
        "mirrored": False,
        "canvas": sheet.canvas,
        "outlines": [asdict(outline) for outline in sheet.outlines],
        "muscles": [asdict(muscle) for muscle in sheet.muscles],
        "fades": [asdict(fade) for fade in sheet.fades],
    }
    sides = {outline.side for outline in sheet.outlines}
    if len(sides) == 2:
        return [view]
    middle_x = sheet.canvas[0] + sheet.canvas[2] / 2
    drawn = sides.pop()
    other = view | {
        "name": f"{sheet.name}-{'right' if drawn == 'left' else 'left'}",
        "mirrored": True,
        "outlines": [asdict(mirrored(outline, middle_x)) for outline in sheet.outlines],
        "muscles": [asdict(mirrored_muscle(muscle, middle_x)) for muscle in sheet.muscles],
        "fades": [asdict(mirrored_fade(fade, middle_x)) for fade in sheet.fades],
    }
    return [view | {"name": f"{sheet.name}-{drawn}"}, other]


def _write_pictures(sheet: Sheet, folder: Path, *, has_small: bool) -> dict[str, Any]:
    _, _, width, height = sheet.canvas
    is_close_up = height <= WHOLE_FIGURE_MM
    scale = (_CLOSE_HEIGHT if is_close_up else _WHOLE_HEIGHT) / height
    size = _pixels(width, height, scale)
    factors = _SHARP_FACTORS_CLOSE if is_close_up else _SHARP_FACTORS_FIGURE
    levels = [{"scale": scale * factor, "size": _pixels(width, height, scale * factor)} for factor in factors]
    small_scale = _SMALL_HEIGHT / height
    small_size = _pixels(width, height, small_scale) if has_small else None
    with zipfile.ZipFile(folder / f"{sheet.name}-sharp.zip", "w", zipfile.ZIP_STORED) as pieces:
        for layer in Layer:
            strata = _strata(sheet, () if layer is Layer.MUSCLE else _MUSCLE_LAYERS)
            whole = _render(strata, sheet, size)
            (folder / picture_name(sheet.name, layer)).write_bytes(_webp(whole, _WHOLE_QUALITY))
            if small_size is not None:
                picture = _render(strata, sheet, small_size)
                (folder / picture_name(sheet.name, layer, is_small=True)).write_bytes(_webp(picture, _WHOLE_QUALITY))
            for number, factor in enumerate(factors):
                picture = _render(strata, sheet, _pixels(width, height, scale * factor))
                _write_pieces(picture, layer, number, pieces)
    small = None if small_size is None else {"scale": small_scale, "size": small_size}
    return {"scale": scale, "size": size, "small": small, "sharp": levels, "tile_pixels": _TILE_PIXELS}


def _pixels(width: float, height: float, scale: float) -> tuple[int, int]:
    return round(width * scale), round(height * scale)


def _write_pieces(image: QImage, layer: Layer, level: int, pieces: zipfile.ZipFile) -> None:
    empty = QImage(_TILE_PIXELS, _TILE_PIXELS, QImage.Format.Format_ARGB32)
    empty.fill(0)
    for row in range(-(-image.height() // _TILE_PIXELS)):
        for column in range(-(-image.width() // _TILE_PIXELS)):
            # Outside of the picture copy() fills with transparent pixels, so that all pieces have one size.
            piece = image.copy(QRect(column * _TILE_PIXELS, row * _TILE_PIXELS, _TILE_PIXELS, _TILE_PIXELS))
            if piece != empty:
                entry = zipfile.ZipInfo(piece_name(layer, level, row, column), _ZIP_DATE)
                pieces.writestr(entry, _webp(piece, _SHARP_QUALITY))


def _strata(sheet: Sheet, left_out: Sequence[str]) -> list[tuple[bool, QSvgRenderer]]:
    """Return renderers for what lies upon each other, from below; True for tones that are to melt into each other."""
    skipped = {f"{sheet.name}/{layer}" for layer in left_out}
    soft = {f"{sheet.name}/{layer}" for layer in _SOFT_LAYERS}
    shown = [node for node in sheet.art.children if node.attributes.get("id") not in skipped]
    kept = [node for node in shown if node.tag == "defs"]
    runs = groupby((node for node in shown if node.tag != "defs"), lambda node: node.attributes.get("id") in soft)
    return [(is_soft, _renderer(sheet, [*kept, *nodes])) for is_soft, nodes in runs]


def _renderer(sheet: Sheet, nodes: Sequence[Node]) -> QSvgRenderer:
    view_box = " ".join(f"{number:g}" for number in sheet.canvas)
    body = "".join(_written(node) for node in (*sheet.shared, *nodes))
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view_box}">{body}</svg>'
    renderer = QSvgRenderer()
    if not renderer.load(QByteArray(text.encode())):
        raise DrawingError("the drawing", sheet.art.line, f"Qt cannot draw the view '{sheet.name}'")
    return renderer


def _written(node: Node) -> str:
    """Return an element as XML again. Titles and editors' notes are nothing to draw."""
    if node.tag in ("title", "desc", "metadata"):
        return ""
    attributes = "".join(f' {key}="{html.escape(value)}"' for key, value in node.attributes.items())
    inside = html.escape(node.text.strip()) + "".join(_written(child) for child in node.children)
    return f"<{node.tag}{attributes}>{inside}</{node.tag}>"


def _render(strata: Sequence[tuple[bool, QSvgRenderer]], sheet: Sheet, size: tuple[int, int]) -> QImage:
    image = _empty(size)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for is_soft, renderer in strata:
        if is_soft:
            # On what is drawn already, and nowhere else: no tone runs out over the edge of the body.
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
            painter.drawImage(0, 0, _melted(renderer, sheet, size))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        else:
            renderer.render(painter, QRectF(0, 0, *size))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    for fade in sheet.fades:
        painter.fillRect(QRectF(0, 0, *size), _fade_gradient(fade, sheet, size))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def _empty(size: tuple[int, int]) -> QImage:
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image


def _melted(renderer: QSvgRenderer, sheet: Sheet, size: tuple[int, int]) -> QImage:
    """Return tones without steps: drawn small, where each pixel is a mean, and enlarged smoothly."""
    tones = _empty(size)
    painter = QPainter(tones)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, *size))
    painter.end()
    factor = size[1] * (_MELT_CLOSE if sheet.canvas[3] <= WHOLE_FIGURE_MM else _MELT_FIGURE)
    if factor <= 1:
        return tones
    small = QSize(max(1, round(size[0] / factor)), max(1, round(size[1] / factor)))
    ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return tones.scaled(small, *ways).scaled(QSize(*size), *ways)


def _fade_gradient(fade: Fade, sheet: Sheet, size: tuple[int, int]) -> QLinearGradient:
    x, y, width, height = sheet.canvas
    if fade.axis == "x":
        nothing, full = ((value - x) * size[0] / width for value in (fade.nothing, fade.full))
        gradient = QLinearGradient(nothing, 0, full, 0)
    else:
        nothing, full = ((value - y) * size[1] / height for value in (fade.nothing, fade.full))
        gradient = QLinearGradient(0, nothing, 0, full)
    # Eased at both ends: the eye sees a corner in an even slope.
    for place in range(9):
        share = place / 8
        gradient.setColorAt(share, QColor(0, 0, 0, round(255 * share * share * (3 - 2 * share))))
    return gradient


def _webp(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"webp"))
    writer.setQuality(quality)
    if not writer.write(image):
        raise DrawingError("the drawing", 0, f"Qt cannot write WebP: {writer.errorString()}")
    return bytes(buffer.data().data())


def _write_data(path: Path, data: dict[str, Any]) -> None:
    path.write_text(json.dumps(data, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    try:
        main(assets_dir())
    except DrawingError as error:
        sys.exit(str(error))
