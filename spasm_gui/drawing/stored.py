"""Reads what the build wrote for one figure, and tells what is missing or damaged. Nothing is shown here."""

from pathlib import Path
from typing import TypeVar

import msgspec

from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.outlines import Muscle, Outline
from spasm_gui.drawing.views import BodyFigure, Fade, Layer, SharpLevel, View

OUTLINES = "outlines.json"
MANIFEST = "manifest.json"

_MAX_DATA_BYTES = 4_000_000


class _StoredView(msgspec.Struct, frozen=True):
    """What the outlines say of a view."""

    name: str
    sheet: str
    mirrored: bool
    canvas: tuple[float, float, float, float]
    outlines: tuple[Outline, ...]
    muscles: tuple[Muscle, ...]
    fades: tuple[Fade, ...]


class _Outlines(msgspec.Struct, frozen=True):
    drawing_sha256: str
    views: tuple[_StoredView, ...]


class _Sheet(msgspec.Struct, frozen=True):
    """What the manifest says of the pictures of a sheet."""

    scale: float
    size: tuple[int, int]
    small: SharpLevel | None
    sharp: tuple[SharpLevel, ...]
    tile_pixels: int


class _Manifest(msgspec.Struct, frozen=True):
    drawing_sha256: str
    sheets: dict[str, _Sheet]
    files: dict[str, int]


T = TypeVar("T")


def read_views(assets: Path, figure: BodyFigure) -> dict[str, View]:
    """Return the views of one figure's drawing by name, in the order of the drawing.

    Raises:
        DrawingError: something is missing, damaged, or was not made by one and the same build.
    """
    folder = assets / figure.pictures
    manifest = _read_data(folder / MANIFEST, _Manifest)
    outlines = _read_data(folder / OUTLINES, _Outlines)
    if manifest.drawing_sha256 != outlines.drawing_sha256:
        raise DrawingError(OUTLINES, 0, stale("it was made from another drawing than the pictures"))
    missing = [one.sheet for one in outlines.views if one.sheet not in manifest.sheets]
    if missing:
        raise DrawingError(MANIFEST, 0, stale(f"it has not the expected shape (no sheet '{missing[0]}')"))
    for name, size in manifest.files.items():
        path = folder / name
        try:
            found = path.stat().st_size
        except OSError:
            raise DrawingError(name, 0, stale("the file is missing")) from None
        if found != size:
            raise DrawingError(name, 0, stale(f"it has {found} bytes instead of {size}"))
    if not outlines.views:
        raise DrawingError(OUTLINES, 0, stale("it holds no view"))
    return {one.name: _view(one, manifest.sheets[one.sheet], figure) for one in outlines.views}


def read_file(path: Path, limit: int) -> bytes:
    """Return a file's bytes.

    Raises:
        DrawingError: it cannot be read, or is larger than the limit.
    """
    try:
        size = path.stat().st_size
        if size > limit:
            raise DrawingError(path.name, 0, stale(f"it has {size:,} bytes, more than {limit:,}"))
        return path.read_bytes()
    except OSError as error:
        raise DrawingError(path.name, 0, stale("the file is missing or cannot be read")) from error


def stale(what: str) -> str:
    """Return what is wrong with a built file, and what mends it."""
    return f"{what}; run: make pictures"


def picture_name(sheet: str, layer: Layer, *, is_small: bool = False) -> str:
    """Return what the file of a whole picture is called."""
    return f"{sheet}-{layer.value}{'-small' if is_small else ''}.webp"


def piece_name(layer: Layer, level: int, row: int, column: int) -> str:
    """Return what a piece of a larger picture is called inside its archive."""
    return f"{layer.value}-{level}/{row:02}-{column:02}.webp"


def _view(stored: _StoredView, sheet: _Sheet, figure: BodyFigure) -> View:
    return View(
        name=stored.name,
        sheet=stored.sheet,
        is_mirrored=stored.mirrored,
        canvas=stored.canvas,
        scale=sheet.scale,
        size=sheet.size,
        small=sheet.small,
        sharp=sheet.sharp,
        tile_pixels=sheet.tile_pixels,
        outlines=stored.outlines,
        muscles=stored.muscles,
        figure=figure,
        fades=stored.fades,
    )


def _read_data(path: Path, shape: type[T]) -> T:
    try:
        return msgspec.json.decode(read_file(path, _MAX_DATA_BYTES), type=shape)
    except msgspec.ValidationError as error:
        raise DrawingError(path.name, 0, stale(f"it has not the expected shape ({error})")) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DrawingError(path.name, 0, stale("it is not JSON")) from error
