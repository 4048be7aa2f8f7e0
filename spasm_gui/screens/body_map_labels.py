"""Where names stand beside a zoomed region: arithmetic without Qt, in stage pixels."""

from collections.abc import Callable, Sequence

import msgspec

from spasm_gui.screens.body_map_framing import LABEL_GAP, LABEL_MARGIN, LABEL_ROOM, Box

_SPACING = 12.0
_LEAST_WIDTH = 100.0


class PlacedLabel(msgspec.Struct, frozen=True):
    """Where a name stands. `is_left` names are set flush right, towards the figure."""

    index: int
    box: Box
    is_left: bool
    is_over_figure: bool


def label_width(region: Box, stage: tuple[float, float], text_size: float, one_side: str | None) -> float:
    """Return how wide a name may be, so that it fits between the region and the edge on either side."""
    left = region[0] - LABEL_GAP - LABEL_MARGIN
    right = stage[0] - region[0] - region[2] - LABEL_GAP - LABEL_MARGIN
    room = left if one_side == "left" else right if one_side == "right" else min(left, right)
    return max(_LEAST_WIDTH, min(LABEL_ROOM, room / text_size)) * text_size


def place_labels(
    sizes: Sequence[tuple[float, float]],
    points: Sequence[tuple[float, float]],
    region: Box,
    stage: tuple[float, float],
    blocked: Sequence[Box],
    one_side: str | None,
    is_figure_in: Callable[[Box], bool],
) -> list[PlacedLabel]:
    """Return a place for each name, in the order given; the last ones get none where there is not room for all.

    Names stand left or right of the region, each as near to the height of its point as the others, the
    buttons and the edges leave room. Close to the region is tried first, then further out, so that no name
    lies on the drawing if there is paper to stand on.

    Args:
        sizes: width and height of each name, in stage pixels, as are all others.
        points: what each name points at.
        blocked: buttons that stand on the stage.
        one_side: `left` or `right` if all must stand there.
        is_figure_in: tells whether any of the drawing lies in a box.
    """
    middle = region[0] + region[2] / 2
    left = [index for index, point in enumerate(points) if (one_side or _side(point[0], middle)) == "left"]
    right = [index for index in range(len(points)) if index not in left]
    placed: list[PlacedLabel] = []
    for column, is_left in ((left, True), (right, False)):
        column.sort(key=lambda index: points[index][1])
        placed.extend(_column(column, is_left, sizes, points, region, stage, blocked, is_figure_in))
    return sorted(placed, key=lambda label: label.index)


def _side(x: float, middle: float) -> str:
    return "left" if x < middle else "right"


def _column(
    column: Sequence[int],
    is_left: bool,
    sizes: Sequence[tuple[float, float]],
    points: Sequence[tuple[float, float]],
    region: Box,
    stage: tuple[float, float],
    blocked: Sequence[Box],
    is_figure_in: Callable[[Box], bool],
) -> list[PlacedLabel]:
    near = region[0] - LABEL_GAP if is_left else region[0] + region[2] + LABEL_GAP
    highest, lowest = LABEL_MARGIN, stage[1] - LABEL_MARGIN
    for x, y, width, height in blocked:
        if (x < near) if is_left else (x + width > near):
            # Cards stand at the top or at the bottom; names keep to what is left between them.
            if y + height / 2 < stage[1] / 2:
                highest = max(highest, y + height + 8)
            else:
                lowest = min(lowest, y - 8)
    column = list(column)
    while column and sum(sizes[index][1] + _SPACING for index in column) - _SPACING > lowest - highest:
        column.remove(max(column))
    tops: list[float] = []
    floor = highest
    for index in column:
        tops.append(max(floor, points[index][1] - sizes[index][1] / 2))
        floor = tops[-1] + sizes[index][1] + _SPACING
    ceiling = lowest
    for place in range(len(column) - 1, -1, -1):
        tops[place] = max(highest, min(tops[place], ceiling - sizes[column[place]][1]))
        ceiling = tops[place] - _SPACING
    labels: list[PlacedLabel] = []
    margin = LABEL_MARGIN
    for index, top in zip(column, tops, strict=True):
        width, height = sizes[index]
        x = max(margin, near - width) if is_left else min(near, stage[0] - margin - width)
        box = (x, top, width, height)
        edge = margin if is_left else stage[0] - margin - width
        if is_figure_in(box):
            # Step outwards; paper beyond an arm is better than a name across it.
            for step in range(1, 9):
                trial = (x + (edge - x) * step / 8, box[1], width, height)
                if not is_figure_in(trial):
                    box = trial
                    break
        labels.append(PlacedLabel(index, box, is_left, is_figure_in(box)))
    return labels
