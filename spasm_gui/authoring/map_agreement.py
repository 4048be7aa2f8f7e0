"""Content and drawing must speak of the same regions, sides and muscles.

The drawing is known by `pictures/outlines.json`, which the build writes and the running program loads. It is read here
as plain data, because the room `drawing` needs Qt and a check has to run without a display.

The whole figures are the views that regions name (`front`, `back`). There content and drawing agree both ways. The
other views are close-ups: their smaller parts, such as the palm, stand under a region and need no entry of their own.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from spasm_gui.authoring.whereabouts import Whereabouts
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Region
from spasm_gui.reading.errors import Problem
from spasm_gui.reading.nearest import did_you_mean

OUTLINES = "pictures/outlines.json"
MAX_OUTLINES_BYTES = 4_000_000


class DrawnOutline(msgspec.Struct, frozen=True):
    """A touchable outline, as far as content cares: whose it is."""

    region: str
    side: str


class DrawnMuscle(msgspec.Struct, frozen=True):
    """A muscle that can be pointed at."""

    muscle: str


class DrawnView(msgspec.Struct, frozen=True):
    """One view of the body."""

    name: str
    outlines: tuple[DrawnOutline, ...]
    muscles: tuple[DrawnMuscle, ...]


class Drawn(msgspec.Struct, frozen=True):
    """All views."""

    views: tuple[DrawnView, ...]


def map_problems(library: Library, assets: Path, where: Whereabouts) -> Iterator[Problem]:
    """Return everything in which content and drawing differ; of a drawing that cannot be read, only that."""
    file = f"{assets.name}/{OUTLINES}"
    try:
        drawn = _read(assets / OUTLINES)
    except (OSError, ValueError, RecursionError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        yield Problem(file, 1, f"the outlines of the body cannot be read: {reason}; run: make pictures")
        return
    for region in library.regions.values():
        yield from _region_problems(region, drawn, where)
    yield from _drawing_problems(library, drawn, file)


def _read(path: Path) -> Drawn:
    size = path.stat().st_size
    if size > MAX_OUTLINES_BYTES:
        raise ValueError(f"the file has {size:,} bytes; at most {MAX_OUTLINES_BYTES:,} are read")
    return msgspec.json.decode(path.read_bytes(), type=Drawn)


def _region_problems(region: Region, drawn: Drawn, where: Whereabouts) -> Iterator[Problem]:
    def problem(message: str) -> Problem:
        return where.problem("regions", region.id, f"region '{region.id}': {message}")

    views = {view.name: view for view in drawn.views}
    for name in region.views:
        view = views.get(name)
        if view is None:
            yield problem(f"the drawing has no view '{name}'{did_you_mean(name, views)}")
            continue
        outlined = {one.side for one in view.outlines if one.region == region.id}
        for side in region.sides:
            if side.value not in outlined:
                yield problem(f"its {side.value} side has no outline in the view '{name}'")
    muscles = {muscle.muscle for view in drawn.views for muscle in view.muscles}
    for one in region.muscles:
        if one.shape is not None and one.shape not in muscles:
            yield problem(
                f"the shape '{one.shape}' of muscle '{one.id}' is not in the drawing{did_you_mean(one.shape, muscles)}"
            )


def _drawing_problems(library: Library, drawn: Drawn, file: str) -> Iterator[Problem]:
    regions = {str(region.id): region for region in library.regions.values()}
    whole_figures = {name for region in regions.values() for name in region.views}
    for view in drawn.views:
        for one in dict.fromkeys(view.outlines):
            here = f"the view '{view.name}' outlines '{one.region}' ({one.side})"
            region = regions.get(one.region)
            if region is None:
                if view.name in whole_figures:
                    hint = did_you_mean(one.region, regions)
                    yield Problem(file, 1, f"{here}, which is not in regions.yaml{hint}")
            elif one.side not in {side.value for side in region.sides}:
                yield Problem(file, 1, f"{here}, but regions.yaml gives it no such side")
            elif view.name in whole_figures and view.name not in region.views:
                yield Problem(file, 1, f"{here}, but regions.yaml does not name this view for it")
