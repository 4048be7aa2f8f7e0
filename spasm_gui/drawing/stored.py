"""Reads what the build wrote for one figure, and tells what is missing or damaged. Nothing is shown here."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.outlines import Muscle, Outline
from spasm_gui.drawing.views import BodyFigure, Fade, Layer, SharpLevel, View

OUTLINES = "outlines.json"
MANIFEST = "manifest.json"

_MAX_DATA_BYTES = 4_000_000


def read_views(assets: Path, figure: BodyFigure) -> dict[str, View]:
    """Return the views of one figure's drawing by name, in the order of the drawing.

    Raises:
        DrawingError: something is missing, damaged, or was not made by one and the same build.
    """
    folder = assets / figure.pictures
    manifest = _read_data(folder / MANIFEST)
    outlines = _read_data(folder / OUTLINES)
    if manifest.get("drawing_sha256") != outlines.get("drawing_sha256"):
        raise DrawingError(OUTLINES, 0, stale("it was made from another drawing than the pictures"))
    try:
        views = {view.name: view for view in _views(manifest, outlines, figure)}
        for name, size in manifest["files"].items():
            path = folder / name
            if not path.is_file():
                raise DrawingError(name, 0, stale("the file is missing"))
            if path.stat().st_size != size:
                raise DrawingError(name, 0, stale(f"it has {path.stat().st_size} bytes instead of {size}"))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DrawingError(MANIFEST, 0, stale(f"it has not the expected shape ({error!r})")) from error
    if not views:
        raise DrawingError(OUTLINES, 0, stale("it holds no view"))
    return views


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


def piece_name(layer: Layer, level: int, row: int, column: int) -> str:
    """Return what a piece of a larger picture is called inside its archive."""
    return f"{layer.value}-{level}/{row:02}-{column:02}.webp"


def _views(manifest: dict[str, Any], outlines: dict[str, Any], figure: BodyFigure) -> Iterator[View]:
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
            figure=figure,
            fades=tuple(Fade(one["axis"], one["nothing"], one["full"]) for one in entry["fades"]),
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


def _read_data(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(read_file(path, _MAX_DATA_BYTES))
    except (ValueError, RecursionError) as error:
        raise DrawingError(path.name, 0, stale("it is not JSON")) from error
    if not isinstance(data, dict):
        raise DrawingError(path.name, 0, stale("it is not a JSON object"))
    return data
