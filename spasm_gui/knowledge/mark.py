"""What somebody draws on the figure while explaining. It shows a place and never answers anything."""

import math
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

Point = tuple[float, float]

_CIRCLE_POINTS = 28


class Mark(msgspec.Struct, frozen=True):
    """One stroke of the pen.

    Attributes:
        view: the drawing it lies on, such as `front` or `side-left`. It is seen on no other.
        points: the line, in map units of that view (millimetres of the figure), so it stays on the body at any size.
            One point is a dot.
    """

    view: str
    points: tuple[Point, ...]

    def distance(self, point: Point) -> float:
        """Return how far a point of the same view is from the line, in map units."""
        if len(self.points) == 1:
            return math.dist(self.points[0], point)
        return min(_to_piece(point, a, b) for a, b in zip(self.points, self.points[1:], strict=False))


class Marks(msgspec.Struct, frozen=True):
    """All marks of a visit, in the order they were drawn, and what was there before each change."""

    drawn: tuple[Mark, ...] = ()
    before: tuple[tuple[Mark, ...], ...] = ()

    def adding(self, mark: Mark) -> "Marks":
        """Return these and one more."""
        return self._changed((*self.drawn, mark))

    def without(self, mark: Mark) -> "Marks":
        """Return these without one; the last of two that are the same."""
        if mark not in self.drawn:
            return self
        last = len(self.drawn) - 1 - self.drawn[::-1].index(mark)
        return self._changed((*self.drawn[:last], *self.drawn[last + 1 :]))

    def cleared(self) -> "Marks":
        """Return none; undoing brings them back."""
        return self._changed(()) if self.drawn else self

    def undone(self) -> "Marks":
        """Return what was there before the last change; nothing happens before the first."""
        return replace(self, drawn=self.before[-1], before=self.before[:-1]) if self.before else self

    def nearest(self, view: str, point: Point, reach: float) -> Mark | None:
        """Return the mark of a view nearest to a point, or None if all are further away than `reach` map units."""
        found = [(one.distance(point), one) for one in self.drawn if one.view == view]
        distance, mark = min(found, key=lambda one: one[0], default=(math.inf, None))
        return mark if distance <= reach else None

    def _changed(self, drawn: tuple[Mark, ...]) -> "Marks":
        return Marks(drawn, (*self.before, self.drawn))


def circle(view: str, centre: Point, radius: float) -> Mark:
    """Return a ring round a place: the mark of somebody who has no pen."""
    turns = [2 * math.pi * step / _CIRCLE_POINTS for step in range(_CIRCLE_POINTS + 1)]
    return Mark(
        view, tuple((centre[0] + radius * math.cos(turn), centre[1] + radius * math.sin(turn)) for turn in turns)
    )


def thinned(points: Sequence[Point], least: float) -> tuple[Point, ...]:
    """Return a line without points closer than `least` to the one kept before; its two ends always stay."""
    kept = list(points[:1])
    for point in points[1:-1]:
        if math.dist(kept[-1], point) >= least:
            kept.append(point)
    return (*kept, *points[-1:]) if len(points) > 1 else tuple(kept)


def _to_piece(point: Point, start: Point, end: Point) -> float:
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    length = along_x * along_x + along_y * along_y
    if not length:
        return math.dist(start, point)
    share = ((point[0] - start[0]) * along_x + (point[1] - start[1]) * along_y) / length
    share = max(0.0, min(1.0, share))
    return math.dist((start[0] + along_x * share, start[1] + along_y * share), point)
