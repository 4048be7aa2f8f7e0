"""Arithmetic on the touchable shapes, on shapes simple enough to check by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from spasm_gui.drawing.outlines import (
    Direction,
    Outline,
    Ring,
    box_of,
    distance_to_border,
    is_inside,
    neighbour,
    painter_path,
    region_at,
    widest_circle,
)


def square(x: float, y: float, size: float) -> Ring:
    return (x, y, x + size, y, x + size, y + size, x, y + size)


def an_outline(region: str, *rings: Ring, side: str = "left") -> Outline:
    path = " ".join(
        f"M {ring[0]} {ring[1]} "
        + " ".join(f"L {ring[index]} {ring[index + 1]}" for index in range(2, len(ring), 2))
        + " Z"
        for ring in rings
    )
    centre, radius = widest_circle(rings)
    return Outline(region, side, path, rings, centre, radius, box_of(rings))


CALF = an_outline("calf", square(0, 100, 40))
KNEE = an_outline("knee", square(0, 60, 40))
FOOT = an_outline("foot", square(0, 150, 40))


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        pytest.param((20, 120), "calf", id="inside"),
        pytest.param((20, 143), "calf", id="a gap goes to the nearer border"),
        pytest.param((20, 147), "foot", id="and from the other half to the other"),
        pytest.param((-9, 120), "calf", id="a fingertip beside it"),
        pytest.param((-11, 120), None, id="out of reach"),
        pytest.param((-8, 99), "knee", id="between two equal borders, the nearer centre"),
    ],
)
def test_a_touch_means_the_region_under_the_fingertip(point: tuple[float, float], expected: str | None) -> None:
    found = region_at(point, [KNEE, CALF, FOOT], reach_map=10)
    assert (found.region if found else None) == expected


def test_of_two_shapes_under_a_touch_the_one_drawn_last_wins() -> None:
    above = an_outline("patella", square(10, 90, 20))
    assert region_at((20, 105), [CALF, above], 0) is above
    assert region_at((20, 105), [above, CALF], 0) is CALF


def test_a_hole_is_outside() -> None:
    ring = (square(0, 0, 30), square(10, 10, 10))
    assert is_inside(ring, (5, 5))
    assert not is_inside(ring, (15, 15))
    assert not painter_path(an_outline("ring", *ring)).contains(QPointF(15, 15))


def test_the_distance_to_a_border_is_the_same_from_both_sides() -> None:
    assert distance_to_border((square(0, 0, 10),), (5, 3)) == 3
    assert distance_to_border((square(0, 0, 10),), (5, -3)) == 3
    assert distance_to_border((square(0, 0, 10),), (13, 14)) == 5


@given(
    x=st.floats(-500, 500),
    y=st.floats(-500, 500),
    points=st.lists(st.tuples(st.floats(20, 100), st.floats(0.1, 1)), min_size=3, max_size=12),
)
def test_the_widest_circle_lies_inside(x: float, y: float, points: list[tuple[float, float]]) -> None:
    total = sum(step for _, step in points)
    angle, ring = 0.0, []
    for radius, step in points:
        angle += step / total * math.tau
        ring += [x + radius * math.cos(angle), y + radius * math.sin(angle)]
    rings = (tuple(ring),)
    centre, radius = widest_circle(rings)
    assert radius > 0
    assert is_inside(rings, centre)
    assert distance_to_border(rings, centre) == pytest.approx(radius)


def test_the_widest_circle_of_a_bent_shape_is_not_between_its_arms() -> None:
    hook = ((0.0, 0.0, 100.0, 0.0, 100.0, 30.0, 20.0, 30.0, 20.0, 100.0, 0.0, 100.0),)
    centre, radius = widest_circle(hook)
    assert centre[1] == pytest.approx(15, abs=1)
    assert radius == pytest.approx(15, abs=0.6)


@pytest.mark.parametrize(
    ("direction", "expected"),
    [(Direction.UP, "knee"), (Direction.DOWN, "foot"), (Direction.LEFT, None), (Direction.RIGHT, "shin")],
)
def test_an_arrow_leads_to_the_nearest_region_in_its_direction(direction: Direction, expected: str | None) -> None:
    shin = an_outline("shin", square(60, 80, 40))
    found = neighbour(CALF, direction, [KNEE, CALF, FOOT, shin])
    assert (found.region if found else None) == expected


def test_the_widest_circle_of_a_hair_is_found_at_once() -> None:
    hair = ((0.0, 0.0, 9000.0, 0.0, 9000.0, 0.01, 0.0, 0.01),)
    (_x, y), radius = widest_circle(hair)
    assert abs(y) < 1
    assert abs(radius) < 1
