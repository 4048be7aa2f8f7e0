"""The touchable shapes: plain values, and plain functions on them.

Everything here is in map units: the coordinates of a view's sheet, y pointing down, 1 unit = 1 mm of a body
1.75 m tall. Widget pixels do not occur. `side` is always the patient's.
"""

import math
from collections.abc import Iterator, Sequence
from enum import Enum

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

Point = tuple[float, float]
Ring = tuple[float, ...]
"""A closed line as x0, y0, x1, y1, ...; the last point joins the first."""

FINGERTIP_MM = 9.0
"""Width of the patch that a fingertip leaves on glass; a touch this close to a region still means it."""


class Outline(msgspec.Struct, frozen=True):
    """One region of one side, as far as it shows in one view.

    Attributes:
        path: the smooth border, as `M x y`, `L x y`, `C x y x y x y` and `Z`, absolute.
        rings: the same border in short straight pieces, for arithmetic. Inside counts odd-even.
        centre: the middle of the widest circle that fits inside, so it is never outside the shape.
        radius: of that circle.
        box: x, y, width and height around the shape.
        part_of: on a close-up, the region that this finer shape belongs to, such as `hand` for a thumb; empty
            where the shape is the region itself.
    """

    region: str
    side: str
    path: str
    rings: tuple[Ring, ...]
    centre: Point
    radius: float
    box: tuple[float, float, float, float]
    part_of: str = ""

    @property
    def whole(self) -> str:
        """The region of the whole figure that a touch here means."""
        return self.part_of or self.region


class Muscle(msgspec.Struct, frozen=True):
    """Where a muscle can be pointed at in one view. `region` is the one that holds most of it."""

    muscle: str
    region: str
    side: str
    centre: Point


class Direction(Enum):
    """Where an arrow key leads on the picture, as x and y steps."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def region_at(point_map: Point, outlines: Sequence[Outline], reach_map: float) -> Outline | None:
    """Return the outline under a point, or the nearest one within a fingertip, or None for the background.

    A point inside a shape always means that shape; where shapes overlap, the one drawn last wins, as it does
    for the eye. A point in a gap goes to the nearest border, and between equal borders to the nearest centre:
    by centres alone a touch beside the long forearm would be given to the hip.

    Args:
        point_map: (x, y) in map units, not widget pixels.
        outlines: of the shown view, in drawing order.
        reach_map: how far the fingertip reaches, in map units: `FINGERTIP_MM` on the glass.
    """
    for outline in reversed(outlines):
        if _in_box(point_map, outline.box, 0) and contains(outline, point_map):
            return outline
    # A border is never nearer than its box, so most borders need not be measured.
    near = [one for one in outlines if _in_box(point_map, one.box, reach_map)]
    by_box = sorted(((_to_box(point_map, one.box), one) for one in near), key=lambda entry: entry[0])
    best, found = (reach_map, math.inf), None
    for to_box, outline in by_box:
        if to_box > best[0]:
            break
        distance = round(distance_to_border(outline.rings, point_map), 3)
        rank = (distance, math.dist(point_map, outline.centre))
        if distance <= reach_map and rank < best:
            best, found = rank, outline
    return found


def contains(outline: Outline, point_map: Point) -> bool:
    """Tell whether a point lies inside, holes excluded."""
    return _in_box(point_map, outline.box, 1) and is_inside(outline.rings, point_map)


def neighbour(start: Outline, direction: Direction, outlines: Sequence[Outline]) -> Outline | None:
    """Return where an arrow key leads, or None at the edge of the picture.

    The nearest centre in that direction wins, and one that lies aside counts as further away. What lies
    within 45 degrees of the arrow goes first; only without such a one does the rest of that half count, so
    that no region is out of reach.
    """
    step_x, step_y = direction.value
    best: tuple[bool, float] | None = None
    found: Outline | None = None
    for outline in outlines:
        delta_x, delta_y = outline.centre[0] - start.centre[0], outline.centre[1] - start.centre[1]
        along = delta_x * step_x + delta_y * step_y
        aside = abs(delta_x * step_y) + abs(delta_y * step_x)
        if outline is start or along < 1:
            continue
        rank = (aside > along, along + 2 * aside)
        if best is None or rank < best:
            best, found = rank, outline
    return found


def painter_path(outline: Outline) -> QPainterPath:
    """Return the smooth border as Qt paints it, in map units."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    words = iter(outline.path.split())
    for word in words:
        match word:
            case "M":
                path.moveTo(*_floats(words, 2))
            case "L":
                path.lineTo(*_floats(words, 2))
            case "C":
                path.cubicTo(*_floats(words, 6))
            case _:
                path.closeSubpath()
    return path


# ------------------------------------------------------------------ arithmetic on rings


def is_inside(rings: Sequence[Ring], point: Point) -> bool:
    """Tell whether a point lies inside rings, counting crossings odd-even."""
    x, y = point
    inside = False
    for ring in rings:  # written out: a touch goes through here for every region near it
        x0, y0 = ring[-2], ring[-1]
        for x1, y1 in zip(ring[0::2], ring[1::2], strict=True):
            if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
                inside = not inside
            x0, y0 = x1, y1
    return inside


def distance_to_border(rings: Sequence[Ring], point: Point) -> float:
    """Return how far a point is from the nearest border, on either side of it."""
    x, y = point
    nearest = math.inf
    for ring in rings:
        x0, y0 = ring[-2], ring[-1]
        for x1, y1 in zip(ring[0::2], ring[1::2], strict=True):
            width, height = x1 - x0, y1 - y0
            length = width * width + height * height
            along = ((x - x0) * width + (y - y0) * height) / length if length else 0.0
            along = 0.0 if along < 0.0 else 1.0 if along > 1.0 else along
            across, down = x - x0 - along * width, y - y0 - along * height
            distance = across * across + down * down
            if distance < nearest:
                nearest = distance
            x0, y0 = x1, y1
    return math.sqrt(nearest)


_MOST_SQUARES = 64  # along the longer side; a hair would else be cut into millions


def box_of(rings: Sequence[Ring]) -> tuple[float, float, float, float]:
    """Return x, y, width and height around rings."""
    xs = [value for ring in rings for value in ring[0::2]]
    ys = [value for ring in rings for value in ring[1::2]]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def widest_circle(rings: Sequence[Ring], precision: float = 0.5) -> tuple[Point, float]:
    """Return centre and radius of the widest circle inside: the pole of inaccessibility.

    Squares are halved while they could still hold a better centre, the most promising first. Mirrored
    shapes give mirrored centres up to `precision`.
    """
    x, y, width, height = box_of(rings)
    half = max(min(width, height), max(width, height) / _MOST_SQUARES) / 2
    if min(width, height) <= 0:
        return (x, y), 0.0
    squares = []
    for row in range(math.ceil(height / (2 * half))):
        for column in range(math.ceil(width / (2 * half))):
            squares.append(((x + (2 * column + 1) * half, y + (2 * row + 1) * half), half))
    best, radius = (x + width / 2, y + height / 2), -math.inf
    while squares:
        scored = []
        for centre, size in squares:
            depth = _depth(rings, centre)
            if depth > radius:
                best, radius = centre, depth
            scored.append((centre, size, depth))
        squares = [
            ((centre[0] + dx * size / 2, centre[1] + dy * size / 2), size / 2)
            for centre, size, depth in scored
            if depth + size * math.sqrt(2) - radius > precision
            for dx in (-1, 1)
            for dy in (-1, 1)
        ]
    return best, radius


def _depth(rings: Sequence[Ring], point: Point) -> float:
    distance = distance_to_border(rings, point)
    return distance if is_inside(rings, point) else -distance


def _to_box(point: Point, box: tuple[float, float, float, float]) -> float:
    """Return how far a point lies outside a box; 0 inside. Rounded as distances to borders are."""
    across = max(box[0] - point[0], 0.0, point[0] - box[0] - box[2])
    down = max(box[1] - point[1], 0.0, point[1] - box[1] - box[3])
    return round(math.hypot(across, down), 3)


def _in_box(point: Point, box: tuple[float, float, float, float], margin: float) -> bool:
    x, y, width, height = box
    return x - margin <= point[0] <= x + width + margin and y - margin <= point[1] <= y + height + margin


def _floats(words: Iterator[str], count: int) -> list[float]:
    return [float(next(words)) for _ in range(count)]
