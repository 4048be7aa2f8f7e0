"""What the running program loads: ready pictures, and the outlines to touch.

`load_drawing` reads two small files of plain data and the first picture, all written by the build. Further
pictures are decoded when their view is first shown. The SVG is not opened.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QTransform

from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.outlines import Muscle, Outline, Point

DRAWING = "body_map.svg"
PICTURES = "pictures"
OUTLINES = "outlines.json"
MANIFEST = "manifest.json"

_MAX_DATA_BYTES = 4_000_000
_MAX_PICTURE_BYTES = 8_000_000
_MOST_KEPT = 4  # pictures: two views, such as front and back between which one turns
WHOLE_FIGURE_MM = 1000
"""A sheet that is higher shows the whole figure, any other one is a close-up."""


class Layer(Enum):
    """The two pictures of every view, lying exactly on each other."""

    SKIN = "skin"
    MUSCLE = "muscle"


@dataclass(frozen=True, slots=True)
class SharpLevel:
    """One of the larger pictures: pixels per map unit, and width and height in pixels."""

    scale: float
    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class View:
    """One picture of the body that can be touched.

    Attributes:
        name: such as `front` or `palm-right`.
        sheet: the drawing it shows. A sheet drawn for the left alone also gives the view of the right.
        is_mirrored: whether the sheet has to be turned to show this view's side.
        canvas: x, y, width and height of the sheet in map units.
        scale: pixels per map unit of the whole picture.
        size: width and height of the whole picture in pixels.
        sharp: the larger pictures for zooming, smaller ones first.
        tile_pixels: edge of a square piece of a larger picture.
        outlines: the touchable regions, in drawing order.
    """

    name: str
    sheet: str
    is_mirrored: bool
    canvas: tuple[float, float, float, float]
    scale: float
    size: tuple[int, int]
    sharp: tuple["SharpLevel", ...]
    tile_pixels: int
    outlines: tuple[Outline, ...]
    muscles: tuple[Muscle, ...]

    def outline(self, region: str, side: str) -> Outline | None:
        """Return a region's outline, or None where this view does not show it."""
        return next((one for one in self.outlines if (one.region, one.side) == (region, side)), None)

    def parts(self, region: str, side: str) -> tuple[Outline, ...]:
        """Return every outline that a region has here: itself, or on a close-up its finer parts."""
        return tuple(one for one in self.outlines if (one.whole, one.side) == (region, side))

    @property
    def is_close_up(self) -> bool:
        """Whether it shows a piece of the body, such as a hand, instead of the whole figure."""
        return self.canvas[3] <= WHOLE_FIGURE_MM

    def muscle_centre(self, muscle: str, side: str, region: str | None = None) -> Point | None:
        """Return where a label may point, in map units, or None where the muscle does not show."""
        for one in self.muscles:
            if (one.muscle, one.side) == (muscle, side) and region in (None, one.region):
                return one.centre
        return None

    def side_at_left(self) -> str | None:
        """Return the patient's side that lies at the viewer's left, or None if the view shows one side."""
        centres: dict[str, list[float]] = {}
        for one in self.outlines:
            centres.setdefault(one.side, []).append(one.centre[0])
        if len(centres) < 2:
            return None
        return min(centres, key=lambda side: sum(centres[side]) / len(centres[side]))


class BodyDrawing:
    """All views, with their pictures on demand."""

    def __init__(self, folder: Path, views: Mapping[str, View]) -> None:
        self._folder = folder
        self._views = dict(views)
        self._whole: dict[tuple[str, Layer], QImage] = {}

    @property
    def views(self) -> tuple[str, ...]:
        """The names of all views; the first is the one to begin with."""
        return tuple(self._views)

    def view(self, name: str) -> View:
        """Return a view by name."""
        return self._views[name]

    def whole_picture(self, view: View, layer: Layer) -> QImage:
        """Return the picture of a whole view, for figures up to about 1400 pixels high.

        Raises:
            DrawingError: the file is missing or is not the picture that the build made.
        """
        key = (view.name, layer)
        if key in self._whole:
            self._whole[key] = self._whole.pop(key)  # used last, forgotten last
        else:
            path = self._folder / f"{view.sheet}-{layer.value}.webp"
            image = _decode(_read(path, _MAX_PICTURE_BYTES), path.name)
            if (image.width(), image.height()) != view.size:
                raise DrawingError(path.name, 0, _stale("it has another size than the manifest says"))
            while len(self._whole) >= _MOST_KEPT:
                del self._whole[next(iter(self._whole))]
            self._whole[key] = _turned(image, view)
        return self._whole[key]

    def sharp_picture(self, view: View, layer: Layer, area_map: QRectF, least_scale: float) -> tuple[QImage, QRectF]:
        """Return a part of a view drawn larger, and the area in map units that it covers.

        The covered area is the asked one, widened to whole pixels and cut to the sheet.

        Args:
            least_scale: pixels per map unit that are wanted; the largest picture is given where none has
                as many.

        Raises:
            DrawingError: the file is missing or damaged.
        """
        x, y, width, _ = view.canvas
        if view.is_mirrored:
            area_map = QRectF(area_map)
            area_map.moveLeft(2 * x + width - area_map.right())
        number = next((n for n, one in enumerate(view.sharp) if one.scale >= least_scale), -1)
        level = view.sharp[number]
        scale = level.scale
        pixels = (
            QRectF(
                (area_map.x() - x) * scale,
                (area_map.y() - y) * scale,
                area_map.width() * scale,
                area_map.height() * scale,
            )
            .toAlignedRect()
            .intersected(QRect(0, 0, *level.size))
        )
        image = self._pieces(view, layer, number % len(view.sharp), pixels)
        covered = QRectF(
            pixels.x() / scale + x, pixels.y() / scale + y, pixels.width() / scale, pixels.height() / scale
        )
        if view.is_mirrored:
            covered.moveLeft(2 * x + width - covered.right())
        return _turned(image, view), covered

    def _pieces(self, view: View, layer: Layer, level: int, pixels: QRect) -> QImage:
        """Return the sharp pieces under a rectangle, put together without a seam."""
        image = QImage(pixels.size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        if pixels.isEmpty():
            return image
        path = self._folder / f"{view.sheet}-sharp.zip"
        edge = view.tile_pixels
        painter = QPainter(image)
        try:
            with zipfile.ZipFile(path) as pieces:
                names = set(pieces.namelist())
                for row in range(pixels.top() // edge, pixels.bottom() // edge + 1):
                    for column in range(pixels.left() // edge, pixels.right() // edge + 1):
                        name = piece_name(layer, level, row, column)
                        if name in names:  # an empty piece was not stored
                            piece = _decode(pieces.read(name), f"{path.name}/{name}")
                            painter.drawImage(column * edge - pixels.x(), row * edge - pixels.y(), piece)
        except (OSError, zipfile.BadZipFile, KeyError) as error:
            raise DrawingError(path.name, 0, _stale(f"it cannot be read ({error})")) from error
        finally:
            painter.end()
        return image


def load_drawing(assets: Path) -> BodyDrawing:
    """Return the body map as the build prepared it, its first view ready to be shown.

    Raises:
        DrawingError: something is missing, damaged, or was not made by one and the same build. The program
            then shows the list of regions instead of the picture.
    """
    folder = assets / PICTURES
    manifest = _read_data(folder / MANIFEST)
    outlines = _read_data(folder / OUTLINES)
    if manifest.get("drawing_sha256") != outlines.get("drawing_sha256"):
        raise DrawingError(OUTLINES, 0, _stale("it was made from another drawing than the pictures"))
    try:
        views = {view.name: view for view in _views(manifest, outlines)}
        for name, size in manifest["files"].items():
            path = folder / name
            if not path.is_file():
                raise DrawingError(name, 0, _stale("the file is missing"))
            if path.stat().st_size != size:
                raise DrawingError(name, 0, _stale(f"it has {path.stat().st_size} bytes instead of {size}"))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DrawingError(MANIFEST, 0, _stale(f"it has not the expected shape ({error!r})")) from error
    if not views:
        raise DrawingError(OUTLINES, 0, _stale("it holds no view"))
    drawing = BodyDrawing(folder, views)
    for layer in Layer:
        drawing.whole_picture(next(iter(views.values())), layer)
    return drawing


def drawing_sha256(assets: Path) -> str:
    """Return the fingerprint of the drawing itself, to tell whether the pictures are of today's drawing."""
    return hashlib.sha256((assets / DRAWING).read_bytes()).hexdigest()


def piece_name(layer: Layer, level: int, row: int, column: int) -> str:
    """Return what a piece of a larger picture is called inside its archive."""
    return f"{layer.value}-{level}/{row:02}-{column:02}.webp"


def _views(manifest: dict[str, Any], outlines: dict[str, Any]) -> Iterator[View]:
    for entry in outlines["views"]:
        picture = manifest["sheets"][entry["sheet"]]
        x, y, width, height = entry["canvas"]
        yield View(
            name=entry["name"],
            sheet=entry["sheet"],
            is_mirrored=entry["mirrored"],
            canvas=(x, y, width, height),
            scale=picture["scale"],
            size=(picture["size"][0], picture["size"][1]),
            sharp=tuple(SharpLevel(one["scale"], (one["size"][0], one["size"][1])) for one in picture["sharp"]),
            tile_pixels=picture["tile_pixels"],
            outlines=tuple(_outline(one) for one in entry["outlines"]),
            muscles=tuple(
                Muscle(one["muscle"], one["region"], one["side"], (one["centre"][0], one["centre"][1]))
                for one in entry["muscles"]
            ),
        )


def _outline(entry: dict[str, Any]) -> Outline:
    x, y, width, height = entry["box"]
    return Outline(
        region=entry["region"],
        side=entry["side"],
        path=entry["path"],
        rings=tuple(tuple(ring) for ring in entry["rings"]),
        centre=(entry["centre"][0], entry["centre"][1]),
        radius=entry["radius"],
        box=(x, y, width, height),
        part_of=entry["part_of"],
    )


def _turned(image: QImage, view: View) -> QImage:
    return image.transformed(QTransform.fromScale(-1, 1)) if view.is_mirrored else image


def _decode(data: bytes, file: str) -> QImage:
    image = QImage.fromData(data)
    if image.isNull():
        raise DrawingError(file, 0, _stale("it is not a whole WebP picture"))
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _read(path: Path, limit: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > limit:
            raise DrawingError(path.name, 0, _stale(f"it has {size:,} bytes, more than {limit:,}"))
        return path.read_bytes()
    except OSError as error:
        raise DrawingError(path.name, 0, _stale("the file is missing or cannot be read")) from error


def _read_data(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(_read(path, _MAX_DATA_BYTES))
    except (ValueError, RecursionError) as error:
        raise DrawingError(path.name, 0, _stale("it is not JSON")) from error
    if not isinstance(data, dict):
        raise DrawingError(path.name, 0, _stale("it is not a JSON object"))
    return data


def _stale(what: str) -> str:
    return f"{what}; run: make pictures"
