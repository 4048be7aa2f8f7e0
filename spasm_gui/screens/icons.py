"""Our own icons: one stroke colour, replaced by a colour of the theme, rendered at the size that is needed."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from spasm_gui.drawing.scan import scan
from spasm_gui.places import assets_dir

_DRAWN_IN = "#15232C"  # the stroke colour of every icon file


@lru_cache(maxsize=128)
def _svg(path: Path) -> str:
    data = path.read_bytes()
    scan(data, path.name)
    return data.decode("utf-8")


_BACK_AND_ON = {"arrow-left": "arrow-right", "arrow-right": "arrow-left"}


def facing(name: str) -> str:
    """Return the icon that says the same in the direction in which people read now: on and back change places."""
    is_mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return _BACK_AND_ON.get(name, name) if is_mirrored else name


def icon_pixmap(name: str, colour: str, side_px: int, device_pixel_ratio: float = 1.0) -> QPixmap:
    """Return an icon of `assets/icons` as a square picture; arrows point the way people read.

    Args:
        name: the file without its ending.
        colour: of the stroke, as `#rrggbb`.
        side_px: the side in logical pixels.
        device_pixel_ratio: of the screen it is shown on.
    """
    return _icon_pixmap(facing(name), colour, side_px, device_pixel_ratio)


@lru_cache(maxsize=128)
def _icon_pixmap(name: str, colour: str, side_px: int, device_pixel_ratio: float) -> QPixmap:
    return _drawn(name, colour, side_px, device_pixel_ratio)


def _drawn(name: str, colour: str, side_px: int, device_pixel_ratio: float) -> QPixmap:
    text = _svg(assets_dir() / "icons" / f"{name}.svg").replace(_DRAWN_IN, colour)
    return _rendered(text, QSize(side_px, side_px), device_pixel_ratio)


def picture_pixmap(folder: str, name: str, width_px: int, height_px: int, device_pixel_ratio: float = 1.0) -> QPixmap:
    """Return a coloured drawing of `assets/<folder>`, as large as fits, keeping its proportions.

    Those shown last are kept in Qt's own cache, which counts bytes: a large one takes as much as a hundred icons.
    """
    key = f"{folder}/{name} {width_px}x{height_px}@{device_pixel_ratio}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        svg = _svg(assets_dir() / folder / f"{name}.svg")
        pixmap = _rendered(svg, QSize(width_px, height_px), device_pixel_ratio)
        QPixmapCache.insert(key, pixmap)
    return pixmap


ICON_GAP_PX = 6
"""Between the icon of a button and its text; Qt itself leaves too little."""


def icon(
    name: str,
    colour: str,
    side_px: int,
    checked_colour: str,
    *,
    disabled_colour: str = "",
    gap_px: int = ICON_GAP_PX,
    gap_left: bool = False,
) -> QIcon:
    """Return an icon for a button, in other colours while it is checked or disabled, with a gap before the text."""
    return _icon(facing(name), colour, side_px, checked_colour, disabled_colour or colour, gap_px, gap_left)


@lru_cache(maxsize=128)
def _icon(
    name: str, colour: str, side_px: int, checked_colour: str, disabled_colour: str, gap_px: int, gap_left: bool
) -> QIcon:
    def drawn_in(one: str) -> QPixmap:
        return _with_gap(_drawn(name, one, side_px, 2.0), gap_px, gap_left)

    resting = drawn_in(colour)
    made = QIcon(resting)
    if checked_colour != colour:
        made.addPixmap(drawn_in(checked_colour), QIcon.Mode.Normal, QIcon.State.On)
    disabled = resting if disabled_colour == colour else drawn_in(disabled_colour)
    made.addPixmap(disabled, QIcon.Mode.Disabled, QIcon.State.Off)
    return made


def forget_icons() -> None:
    """Let go of all icons: another look needs other ones."""
    _icon.cache_clear()
    _icon_pixmap.cache_clear()


def _with_gap(pixmap: QPixmap, gap_px: int, gap_left: bool) -> QPixmap:
    if not gap_px:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    wider = QPixmap(pixmap.width() + round(gap_px * ratio), pixmap.height())
    wider.setDevicePixelRatio(ratio)
    wider.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wider)
    painter.drawPixmap(gap_px if gap_left else 0, 0, pixmap)
    painter.end()
    return wider


def _rendered(text: str, size: QSize, device_pixel_ratio: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(text.encode("utf-8")))
    natural = renderer.defaultSize()
    fitted = natural.scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
    pixmap = QPixmap(fitted * device_pixel_ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
    painter.end()
    pixmap.setDevicePixelRatio(device_pixel_ratio)
    return pixmap
