"""Where the drawing lies in the widget: arithmetic without Qt.

`stage` is the widget in logical pixels. A framing turns map units into stage pixels.
"""

import msgspec

Box = tuple[float, float, float, float]
"""x, y, width, height."""

_STAGE_MARGIN = 28.0
_SIDE_MARGIN = 20.0
LABEL_ROOM = 190.0  # for names beside a zoomed region, at text size 1
LABEL_GAP = 25.0  # between a region and the names beside it
LABEL_MARGIN = 12.0
_ONE_SIDED_BELOW = 560.0  # a narrower stage has room for names on one side only
_REGION_HEIGHT_SHARE = 0.78
_REGION_WIDTH_SHARE = 0.45
_CARD_ROOM = 136.0
_CLOSER = 1.3  # how much a close-up grows when one of its parts was touched
_PART_SHEET_SHARE = 0.68  # of the width of the stage, so that names find paper


class Framing(msgspec.Struct, frozen=True):
    """stage = map * scale + offset."""

    scale: float
    offset_x: float
    offset_y: float

    def to_stage(self, x: float, y: float) -> tuple[float, float]:
        return x * self.scale + self.offset_x, y * self.scale + self.offset_y

    def to_map(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.offset_x) / self.scale, (y - self.offset_y) / self.scale

    def box_to_stage(self, box: Box) -> Box:
        x, y = self.to_stage(box[0], box[1])
        return x, y, box[2] * self.scale, box[3] * self.scale


def whole_framing(figure: Box, stage: tuple[float, float]) -> Framing:
    """Return the framing that shows a whole figure, in the middle of the stage."""
    width = max(1.0, stage[0] - 2 * _SIDE_MARGIN)
    height = max(1.0, stage[1] - 2 * _STAGE_MARGIN)
    scale = min(width / figure[2], height / figure[3])
    return _centred(figure, (stage[0] / 2, stage[1] / 2), scale)


def sheet_framing(sheet: Box, stage: tuple[float, float], text_size: float) -> Framing:
    """Return the framing that shows a whole close-up, with room beside it for the way back."""
    left = min(_CARD_ROOM * max(1.0, text_size**0.6), stage[0] * 0.4)
    right = stage[0] - LABEL_MARGIN
    scale = min(whole_framing(sheet, stage).scale, (right - left) / sheet[2])
    middle = max(stage[0] / 2, left + sheet[2] * scale / 2)
    return _centred(sheet, (middle, stage[1] / 2), scale)


def part_framing(part: Box, sheet: Box, stage: tuple[float, float], text_size: float, most_scale: float) -> Framing:
    """Return the framing that shows a close-up a little larger, its part in the middle as far as the sheet stays whole.

    A part is known by what surrounds it, so the sheet moves only aside, to leave paper for names.
    """
    scale = min(whole_framing(sheet, stage).scale * _CLOSER, stage[0] * _PART_SHEET_SHARE / sheet[2], most_scale)
    is_name_left = label_side(part, sheet) == "left"
    wanted_x = stage[0] * (1.0 if is_name_left else 0.0) - (part[0] + part[2] / 2) * scale
    wanted_y = stage[1] / 2 - (part[1] + part[3] / 2) * scale
    return Framing(
        scale,
        _kept_on(wanted_x, sheet[0] * scale, sheet[2] * scale, stage[0]),
        _kept_on(wanted_y, sheet[1] * scale, sheet[3] * scale, stage[1]),
    )


def _kept_on(offset: float, start: float, length: float, stage: float) -> float:
    """Return the offset moved so that a sheet lies on the stage, or covers it if it is longer."""
    near, far = LABEL_MARGIN - start, stage - LABEL_MARGIN - length - start
    return max(min(near, far), min(max(near, far), offset))


def moved_by_hand(
    framing: Framing, before: tuple[float, float], after: tuple[float, float], factor: float, most_scale: float
) -> Framing:
    """Return the framing in which what lay at one point of the stage lies at another, so many times larger."""
    scale = min(framing.scale * factor, max(framing.scale, most_scale))
    x, y = framing.to_map(*before)
    return Framing(scale, after[0] - x * scale, after[1] - y * scale)


def kept_in_sight(wanted: Framing, present: Framing, figure: Box, stage: tuple[float, float]) -> Framing:
    """Return a framing moved so that the figure fills the stage, or lies on it whole where it is smaller.

    A place that was chosen may lie further aside, with names beside it: from there hands move the picture on and
    nothing jumps, only not further aside still.
    """
    offsets = []
    for axis, offset, now in ((0, wanted.offset_x, present.offset_x), (1, wanted.offset_y, present.offset_y)):
        start, length = figure[axis] * wanted.scale, figure[axis + 2] * wanted.scale
        kept = _kept_on(offset, start, length, stage[axis])
        if wanted.scale == present.scale and kept != offset:
            kept = max(min(kept, now), min(max(kept, now), offset))
        offsets.append(kept)
    return Framing(wanted.scale, offsets[0], offsets[1])


def is_one_sided(stage: tuple[float, float], text_size: float) -> bool:
    """Tell whether names stand on one side of a zoomed region only."""
    return stage[0] < _ONE_SIDED_BELOW * text_size


def label_side(region: Box, figure: Box) -> str:
    """Return the side of a narrow stage for names: `left` or `right`, away from the middle of the body."""
    is_left_half = region[0] + region[2] / 2 < figure[0] + figure[2] / 2
    return "left" if is_left_half else "right"


def close_framing(region: Box, figure: Box, stage: tuple[float, float], text_size: float, most_scale: float) -> Framing:
    """Return the framing that shows one region large, with room for names beside it.

    A region too wide for that may take nearly half of the stage all the same.
    """
    width, height = stage
    room = LABEL_ROOM * text_size + LABEL_GAP
    one_sided = is_one_sided(stage, text_size)
    free = width - (room + 44 if one_sided else 2 * room)
    free = max(free, width * _REGION_WIDTH_SHARE)
    scale = min(_REGION_HEIGHT_SHARE * height / region[3], free / region[2], most_scale)
    middle_x = width / 2
    if one_sided:
        edge = 44 + region[2] * scale / 2
        middle_x = edge if label_side(region, figure) == "right" else width - edge
    return _centred(region, (middle_x, height * 0.51), scale)


def between(start: Framing, end: Framing, stage: tuple[float, float], share: float) -> Framing:
    """Return the framing a share of the way along: what is visible shrinks or grows evenly."""
    width_now = stage[0] / start.scale + (stage[0] / end.scale - stage[0] / start.scale) * share
    scale = stage[0] / width_now
    start_x, start_y = start.to_map(0, 0)
    end_x, end_y = end.to_map(0, 0)
    x, y = start_x + (end_x - start_x) * share, start_y + (end_y - start_y) * share
    return Framing(scale, -x * scale, -y * scale)


def _centred(box: Box, middle: tuple[float, float], scale: float) -> Framing:
    x, y, width, height = box
    return Framing(scale, middle[0] - (x + width / 2) * scale, middle[1] - (y + height / 2) * scale)
