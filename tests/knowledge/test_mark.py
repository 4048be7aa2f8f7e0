"""What is drawn on the figure: plain values that can be erased and undone."""

import math

import pytest

from spasm_gui.knowledge.mark import Mark, Marks, circle, thinned

LINE = Mark("front", ((0.0, 0.0), (10.0, 0.0)))
DOT = Mark("front", ((50.0, 50.0),))


def test_a_mark_is_added_erased_and_brought_back() -> None:
    both = Marks().adding(LINE).adding(DOT)
    assert both.drawn == (LINE, DOT)
    assert both.without(LINE).drawn == (DOT,)
    assert both.without(LINE).undone().drawn == (LINE, DOT)


def test_erasing_all_can_be_undone() -> None:
    assert Marks().adding(LINE).cleared().drawn == ()
    assert Marks().adding(LINE).cleared().undone().drawn == (LINE,)


def test_nothing_happens_where_there_is_nothing_to_erase_or_undo() -> None:
    assert Marks().undone() == Marks()
    assert Marks().cleared() == Marks()
    assert Marks().without(LINE) == Marks()


def test_of_two_equal_marks_the_later_is_erased() -> None:
    assert Marks().adding(LINE).adding(DOT).adding(LINE).without(LINE).drawn == (LINE, DOT)


@pytest.mark.parametrize(
    ("point", "distance"),
    [
        pytest.param((5.0, 3.0), 3.0, id="beside the middle"),
        pytest.param((14.0, 3.0), 5.0, id="beyond the end"),
        pytest.param((0.0, 0.0), 0.0, id="on it"),
    ],
)
def test_the_distance_of_a_mark_is_measured_to_its_line(point: tuple[float, float], distance: float) -> None:
    assert LINE.distance(point) == pytest.approx(distance)


def test_the_nearest_mark_of_the_same_view_is_found_within_reach() -> None:
    marks = Marks().adding(LINE).adding(DOT).adding(Mark("back", ((5.0, 1.0),)))
    assert marks.nearest("front", (5.0, 1.0), 4.0) == LINE
    assert marks.nearest("front", (49.0, 50.0), 4.0) == DOT
    assert marks.nearest("front", (30.0, 30.0), 4.0) is None


def test_a_circle_goes_once_round_its_place_and_closes() -> None:
    ring = circle("front", (100.0, 100.0), 20.0)
    assert all(math.dist(point, (100.0, 100.0)) == pytest.approx(20.0) for point in ring.points)
    assert ring.points[0] == pytest.approx(ring.points[-1])


def test_a_line_is_thinned_but_keeps_its_ends() -> None:
    crowded = [(x / 10, 0.0) for x in range(101)]
    line = thinned(crowded, 2.0)
    assert (line[0], line[-1]) == ((0.0, 0.0), (10.0, 0.0))
    assert len(line) < 8
    assert thinned([(1.0, 1.0)], 2.0) == ((1.0, 1.0),)
