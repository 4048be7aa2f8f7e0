"""Arithmetic of the stage: what goes where, in numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spasm_gui.screens.body_map_framing import (
    Box,
    Framing,
    between,
    close_framing,
    whole_framing,
)
from spasm_gui.screens.body_map_labels import place_labels
from spasm_gui.screens.body_map_values import pain_band

FIGURE: Box = (120, 41, 760, 1819)
CALF: Box = (310, 1300, 120, 420)


@given(x=st.floats(-1e4, 1e4), y=st.floats(-1e4, 1e4), scale=st.floats(0.1, 10))
def test_stage_and_map_lead_back_to_each_other(x: float, y: float, scale: float) -> None:
    framing = Framing(scale, 12, -30)
    assert framing.to_map(*framing.to_stage(x, y)) == pytest.approx((x, y), abs=1e-6)


@pytest.mark.parametrize("stage", [(604.0, 736.0), (354.0, 672.0), (1200.0, 300.0), (100.0, 900.0)])
def test_the_whole_figure_fits_and_stands_in_the_middle(stage: tuple[float, float]) -> None:
    x, y, width, height = whole_framing(FIGURE, stage).box_to_stage(FIGURE)
    assert x >= 0 and y >= 0
    assert (x + width / 2, y + height / 2) == pytest.approx((stage[0] / 2, stage[1] / 2))


@pytest.mark.parametrize("stage", [(604.0, 736.0), (424.0, 704.0), (1080.0, 800.0)])
@pytest.mark.parametrize("text_size", [1.0, 1.6, 2.0])
def test_a_zoomed_region_fits_and_leaves_room_for_names(stage: tuple[float, float], text_size: float) -> None:
    x, y, width, height = close_framing(CALF, FIGURE, stage, text_size, 10).box_to_stage(CALF)
    assert x >= 0 and y >= 0
    assert x + width <= stage[0] and y + height <= stage[1]
    assert max(x, stage[0] - x - width) >= 100


def test_a_move_begins_and_ends_where_it_should() -> None:
    start, end = Framing(0.37, 100, 5), Framing(1.4, -300, -1500)
    for share, wanted in ((0.0, start), (1.0, end)):
        found = between(start, end, (604, 736), share)
        assert (found.scale, found.offset_x, found.offset_y) == pytest.approx(
            (wanted.scale, wanted.offset_x, wanted.offset_y)
        )


@given(
    points=st.lists(st.tuples(st.floats(220, 380), st.floats(90, 660)), min_size=1, max_size=5),
    one_side=st.sampled_from([None, "left", "right"]),
)
def test_names_do_not_lie_on_each_other_or_on_a_card(points: list[tuple[float, float]], one_side: str | None) -> None:
    region, stage = (220.0, 85.0, 160.0, 575.0), (604.0, 736.0)
    card = (16.0, 550.0, 104.0, 170.0)
    placed = place_labels([(150, 40)] * len(points), points, region, stage, [card], one_side, lambda box: False)
    assert [label.index for label in placed] == list(range(len(points)))
    boxes = [label.box for label in placed]
    for place, box in enumerate(boxes):
        assert box[0] >= 0 and box[1] >= 0 and box[0] + box[2] <= 604 and box[1] + box[3] <= 736
        for other in [card, region, *boxes[:place]]:
            assert not _overlap(box, other)


def _overlap(one: Box, other: Box) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )


def test_a_name_steps_beyond_an_arm() -> None:
    arm = (400.0, 0.0, 60.0, 736.0)
    (label,) = place_labels(
        [(100, 40)], [(300, 300)], (220, 85, 160, 575), (604, 736), [], "right", lambda box: _overlap(box, arm)
    )
    assert label.box[0] >= 460
    assert not label.is_over_figure


@pytest.mark.parametrize(
    ("strength", "band"),
    [(None, None), (0, None), (1, 0), (3, 0), (4, 1), (6, 1), (7, 2), (10, 2)],
)
def test_pain_has_three_bands(strength: int | None, band: int | None) -> None:
    assert pain_band(strength) == band
