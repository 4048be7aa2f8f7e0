"""Where the spots of a cause lie on a view of the figure, and which view shows them best. Plain arithmetic."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spasm_gui.drawing.outlines import Outline, Point
from spasm_gui.drawing.pictures import BodyDrawing, View
from spasm_gui.knowledge.movement import Link, LinkId
from spasm_gui.knowledge.region import Place, Side
from spasm_gui.knowledge.spot import Spot, SpotId

_MIDLINE = 500.0
_ARM_ROOT = (195.0, 410.0)
_LEG_ROOT = (105.0, 860.0)
_ARM_BEYOND, _LEG_BELOW = 190.0, 880.0  # of the midline, and of the top: where limbs begin


@dataclass(frozen=True, slots=True)
class SpotRing:
    """A ring on the figure: which spot of which link, and its middle in map units of the view."""

    spot: SpotId
    link: LinkId
    point_map: Point


def rings(spots: Iterable[tuple[Link, Spot]], places: Sequence[Place], view: View) -> tuple[SpotRing, ...]:
    """Return the rings that a view can show, in the order of the spots; a spot that goes with the place, once for each.

    Args:
        places: what hurts. The side of a paired spot is taken from them; without one it is shown on both sides.
    """
    found: dict[SpotRing, None] = {}
    for link, spot in spots:
        if spot.along is not None:
            points = [_along(one, spot.along) for place in places for one in _outlines(view, place)]
        else:
            points = _fixed(spot, places, view)
        found.update(dict.fromkeys(SpotRing(spot.id, link.id, point) for point in points))
    return tuple(found)


def best_view(drawing: BodyDrawing, spots: Sequence[tuple[Link, Spot]], places: Sequence[Place]) -> str:
    """Return the name of the view that shows a place and most of the spots; of several the one that shows more of it.

    A close-up is chosen only for a spot that was placed on it.
    """
    names = [name for name in drawing.views if _is_offered(drawing.view(name), places)]
    worth = {}
    for order, name in enumerate(names):
        view = drawing.view(name)
        shown = sum(bool(_outlines(view, place)) for place in places)
        marked = len({ring.spot for ring in rings(spots, places, view)})
        size = sum(one.radius for place in places for one in _outlines(view, place))
        is_own = has_own_picture(spots, view)
        worth[name] = (min(1, shown), marked, is_own, not view.is_close_up, shown, size, -order)
    return max(names, key=lambda name: worth[name])


def has_own_picture(spots: Iterable[tuple[Link, Spot]], view: View) -> bool:
    """Tell whether a fixed spot was placed on the close-up that a view shows."""
    return view.is_close_up and any(view.sheet in spot.points for _, spot in spots)


def _is_offered(view: View, places: Sequence[Place]) -> bool:
    """Front, back, and of the head the side that hurts, or the left."""
    if view.sheet != "side":
        return view.name in ("front", "back")
    sides = [place.side for place in places if place.side in (Side.LEFT, Side.RIGHT)] or [Side.LEFT]
    return view.name == f"side-{sides[0].value}"


def _outlines(view: View, place: Place) -> tuple[Outline, ...]:
    return view.parts(place.region, place.side.value) if place.side is not None else ()


def _fixed(spot: Spot, places: Sequence[Place], view: View) -> list[Point]:
    point = spot.points.get(view.sheet)
    if point is None:
        return []
    x, y = point
    if view.is_close_up:
        left, _, width, _ = view.canvas
        return [(2 * left + width - x if view.is_mirrored else x, y)]
    outwards = -1 if view.side_at_left() == "left" else 1  # in which direction the patient's left lies
    if not spot.sides:
        return [(_MIDLINE + outwards * x, y)]
    sides = [one for one in spot.sides if any(place.side is one for place in places)] or list(spot.sides)
    return [(_MIDLINE + outwards * (x if side is Side.LEFT else -x), y) for side in sides]


def _along(outline: Outline, share: float) -> Point:
    """Return a point on the way from where the nerve comes in to the middle of the region."""
    x, y = outline.centre
    if share >= 1:
        return x, y
    root = _root(outline.centre)
    ring = max(outline.rings, key=len)
    border = list(zip(ring[::2], ring[1::2], strict=True))
    entry = min(border, key=lambda point: math.dist(point, root))
    share = 0.12 + 0.88 * share  # a ring on the very border would belong to the neighbour
    return entry[0] + (x - entry[0]) * share, entry[1] + (y - entry[1]) * share


def _root(centre: Point) -> Point:
    """Return from where a nerve comes: shoulder or hip for the limbs, the midline for the rest."""
    x, y = centre
    outwards = 1 if x >= _MIDLINE else -1
    if y > _LEG_BELOW:
        return _MIDLINE + outwards * _LEG_ROOT[0], _LEG_ROOT[1]
    if abs(x - _MIDLINE) > _ARM_BEYOND:
        return _MIDLINE + outwards * _ARM_ROOT[0], _ARM_ROOT[1]
    return _MIDLINE, y
