"""What the running program loads: ready pictures, and the outlines to touch.

`load_drawing` reads two small files of plain data and the first picture in its small size, all written by the build.
Further pictures are decoded when their view is first shown or zoomed, the other figure's data when that figure is
chosen. The SVG is not opened.
"""

import hashlib
import logging
import math
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.steps import Steps
from spasm_gui.drawing.stored import MANIFEST, picture_name, piece_name, read_file, read_views, stale
from spasm_gui.drawing.views import BodyFigure, Layer, SharpLevel, View

__all__ = ["BodyDrawing", "BodyFigure", "Layer", "View", "drawing_sha256", "load_drawing"]

_log = logging.getLogger(__name__)
_Key = tuple[BodyFigure, str, Layer]
_MAX_PICTURE_BYTES = 8_000_000
_MOST_KEPT = 4  # pictures: two views, such as front and back between which one turns


class BodyDrawing:
    """All views, with their pictures on demand: the whole figures of one body at a time, and the close-ups."""

    def __init__(self, assets: Path, views: Mapping[str, View]) -> None:
        """Begin with the views of the neutral figure."""
        self._assets = assets
        self._figure = BodyFigure.NEUTRAL
        self._neutral = dict(views)
        self._views = self._neutral
        self._whole: dict[_Key, QImage] = {}
        self._small: dict[_Key, QImage] = {}

    @property
    def figure(self) -> BodyFigure:
        """Whose body the whole figures show."""
        return self._figure

    @property
    def figures(self) -> tuple[BodyFigure, ...]:
        """The figures there are to choose from."""
        return tuple(one for one in BodyFigure if (self._assets / one.pictures / MANIFEST).is_file())

    def show_figure(self, figure: BodyFigure) -> None:
        """Let the whole figures be those of another body. Views that were asked for before are of the old one.

        Raises:
            DrawingError: its pictures are not what the build made; the figure stays as it was.
        """
        if figure is self._figure:
            return
        chosen = self._neutral if figure is BodyFigure.NEUTRAL else read_views(self._assets, figure)
        for layer in Layer:  # what cannot be shown must not be chosen
            self._read_picture(next(iter(chosen.values())), layer)
        # In the order of the neutral drawing, whose close-ups serve both.
        shown = {name: chosen.get(name, view) for name, view in self._neutral.items()}
        self._views = {name: view for name, view in shown.items() if name in chosen or view.is_close_up}
        self._figure = figure
        self._whole.clear()  # one body's pictures at a time
        self._small.clear()

    @property
    def views(self) -> tuple[str, ...]:
        """The names of the whole figures that show both sides, and of the close-ups; the first is to begin with."""
        return tuple(name for name, view in self._views.items() if not view.is_from_the_side)

    @property
    def views_from_the_side(self) -> tuple[str, ...]:
        """The names of the whole figures that show one side: its left, its right, or none where they are not drawn."""
        return tuple(name for name, view in self._views.items() if view.is_from_the_side)

    def view(self, name: str) -> View:
        """Return a view by name."""
        return self._views[name]

    def whole_picture(self, view: View, layer: Layer, least_scale: float = math.inf) -> QImage:
        """Return the picture of a whole view, for figures up to about 1400 pixels high.

        Args:
            least_scale: how many pixels per map unit are enough. Where the small picture has as many, it is given, also
                when the large one is at hand: a figure at rest looks the same before and after a zoom.

        Raises:
            DrawingError: the file is missing or is not the picture that the build made.
        """
        key = (view.figure, view.name, layer)
        if view.small is not None and view.small.scale >= least_scale:
            if key not in self._small:
                self._small[key] = self._read_picture(view, layer, view.small)
            return self._small[key]
        if key in self._whole:
            self._whole[key] = self._whole.pop(key)  # used last, forgotten last
        else:
            image = self._large_picture(view, layer)
            while len(self._whole) >= _MOST_KEPT:
                del self._whole[next(iter(self._whole))]
            self._whole[key] = image
        return self._whole[key]

    def pictures_to_come(self) -> Iterator[None]:
        """Read the large pictures of the first view, which a zoom begins with, one at a time."""
        first = self.view(self.views[0])
        for layer in Layer:
            self.whole_picture(first, layer)
            yield

    def _large_picture(self, view: View, layer: Layer) -> QImage:
        try:
            return self._read_picture(view, layer)
        except DrawingError as error:
            small = self._small.get((view.figure, view.name, layer))
            if small is None:
                raise
            _log.warning("a smaller picture takes its place: %s", error)
            return small.scaled(*view.size, mode=Qt.TransformationMode.SmoothTransformation)

    def forget_close_ups(self) -> None:
        """Let go of the whole pictures of close-ups, which nobody turns to and fro: some 7 MB each."""
        for key in [key for key in self._whole if self._views[key[1]].is_close_up]:
            del self._whole[key]

    def keep_first_view(self) -> None:
        """Let go of every picture but those of the view to begin with, as after the start."""
        first = next(iter(self._views))
        for key in [key for key in self._whole if key[1] != first]:
            del self._whole[key]

    def _read_picture(self, view: View, layer: Layer, small: SharpLevel | None = None) -> QImage:
        path = self._assets / view.figure.pictures / picture_name(view.sheet, layer, is_small=small is not None)
        image = _decode(read_file(path, _MAX_PICTURE_BYTES), path.name)
        if (image.width(), image.height()) != (view.size if small is None else small.size):
            raise DrawingError(path.name, 0, stale("it has another size than the manifest says"))
        return _turned(image, view)

    def sharp_picture(
        self, view: View, layer: Layer, area_map: QRectF, least_scale: float
    ) -> Steps[tuple[QImage, QRectF]]:
        """Return a part of a view drawn larger, and the area in map units that it covers.

        The covered area is the asked one, widened to whole pixels and cut to the sheet. It takes a few dozen
        milliseconds, so it is done in steps, between which a touch can be answered.

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
        image = yield from self._pieces(view, layer, number % len(view.sharp), pixels)
        covered = QRectF(
            pixels.x() / scale + x, pixels.y() / scale + y, pixels.width() / scale, pixels.height() / scale
        )
        if view.is_mirrored:
            covered.moveLeft(2 * x + width - covered.right())
        return _turned(image, view), covered

    def _pieces(self, view: View, layer: Layer, level: int, pixels: QRect) -> Steps[QImage]:
        """Return the sharp pieces under a rectangle, put together without a seam, one in each step."""
        image = QImage(pixels.size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        if pixels.isEmpty():
            return image
        path = self._assets / view.figure.pictures / f"{view.sheet}-sharp.zip"
        edge = view.tile_pixels
        try:
            with zipfile.ZipFile(path) as pieces:
                names = set(pieces.namelist())
                for row in range(pixels.top() // edge, pixels.bottom() // edge + 1):
                    for column in range(pixels.left() // edge, pixels.right() // edge + 1):
                        name = piece_name(layer, level, row, column)
                        if name in names:  # an empty piece was not stored
                            piece = _decode(pieces.read(name), f"{path.name}/{name}")
                            painter = QPainter(image)  # not kept over a step: nobody need go on with it
                            painter.drawImage(column * edge - pixels.x(), row * edge - pixels.y(), piece)
                            painter.end()
                            yield
        except (OSError, zipfile.BadZipFile, KeyError) as error:
            raise DrawingError(path.name, 0, stale(f"it cannot be read ({error})")) from error
        return image


def load_drawing(assets: Path) -> BodyDrawing:
    """Return the body map as the build prepared it, its first view ready to be shown.

    Raises:
        DrawingError: something is missing, damaged, or was not made by one and the same build. The program
            then shows the list of regions instead of the picture.
    """
    drawing = BodyDrawing(assets, read_views(assets, BodyFigure.NEUTRAL))
    for layer in Layer:
        drawing.whole_picture(drawing.view(drawing.views[0]), layer, least_scale=0)
    return drawing


def drawing_sha256(assets: Path, figure: BodyFigure = BodyFigure.NEUTRAL) -> str:
    """Return the fingerprint of a drawing itself, to tell whether the pictures are of today's drawing."""
    return hashlib.sha256((assets / figure.drawing).read_bytes()).hexdigest()


def _turned(image: QImage, view: View) -> QImage:
    return image.transformed(QTransform.fromScale(-1, 1)) if view.is_mirrored else image


def _decode(data: bytes, file: str) -> QImage:
    image = QImage.fromData(data)
    if image.isNull():
        raise DrawingError(file, 0, stale("it is not a whole WebP picture"))
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
