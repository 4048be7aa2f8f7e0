"""What one view of the body is: its sheet, its pictures' sizes, the outlines to touch. Plain values.

There are two figures, drawn on the same canvas with the same ids. The close-ups of head, hand and foot stand in the
neutral one's drawing and serve both.
"""

from enum import Enum

import msgspec

from spasm_gui.drawing.outlines import Muscle, Outline, Point

WHOLE_FIGURE_MM = 1000
"""A sheet that is higher shows the whole figure, any other one is a close-up."""


class BodyFigure(Enum):
    """Whose body stands there. It is only shown; nothing is asked or concluded from it."""

    NEUTRAL = "neutral"
    FEMALE = "female"

    @property
    def drawing(self) -> str:
        """The name of the file that is drawn by hand."""
        return "body_map.svg" if self is BodyFigure.NEUTRAL else f"body_map_{self.value}.svg"

    @property
    def pictures(self) -> str:
        """The folder of what is built from it, below the assets."""
        return "pictures" if self is BodyFigure.NEUTRAL else f"pictures/{self.value}"


class Layer(Enum):
    """The two pictures of every view, lying exactly on each other."""

    SKIN = "skin"
    MUSCLE = "muscle"


class Fade(msgspec.Struct, frozen=True):
    """A cut edge that goes out into the paper: nothing is left at `nothing`, all from `full` on.

    Attributes:
        axis: `x` or `y`; both numbers are map units along it.
    """

    axis: str
    nothing: float
    full: float


class SharpLevel(msgspec.Struct, frozen=True):
    """A picture of another size than the whole one: pixels per map unit, and width and height in pixels."""

    scale: float
    size: tuple[int, int]


class View(msgspec.Struct, frozen=True):
    """One picture of the body that can be touched.

    Attributes:
        name: such as `front` or `palm-right`.
        sheet: the drawing it shows. A sheet drawn for the left alone also gives the view of the right.
        is_mirrored: whether the sheet has to be turned to show this view's side.
        canvas: x, y, width and height of the sheet in map units.
        scale: pixels per map unit of the whole picture.
        size: width and height of the whole picture in pixels.
        small: the same picture smaller, where there is one: enough for most windows.
        sharp: the larger pictures for zooming, smaller ones first.
        tile_pixels: edge of a square piece of a larger picture.
        outlines: the touchable regions, in drawing order.
        figure: in whose folder its pictures lie.
        fades: cut edges that go out into the paper.
    """

    name: str
    sheet: str
    is_mirrored: bool
    canvas: tuple[float, float, float, float]
    scale: float
    size: tuple[int, int]
    small: SharpLevel | None
    sharp: tuple[SharpLevel, ...]
    tile_pixels: int
    outlines: tuple[Outline, ...]
    muscles: tuple[Muscle, ...]
    figure: BodyFigure = BodyFigure.NEUTRAL
    fades: tuple[Fade, ...] = ()

    def outline(self, region: str, side: str) -> Outline | None:
        """Return a region's outline, or None where this view does not show it."""
        return next((one for one in self.outlines if (one.region, one.side) == (region, side)), None)

    def parts(self, region: str, side: str) -> tuple[Outline, ...]:
        """Return every outline that a region has here: itself, or on a close-up its finer parts."""
        return tuple(one for one in self.outlines if (one.whole, one.side) == (region, side))

    @property
    def is_close_up(self) -> bool:
        """Whether it shows a piece of the body, such as a hand, instead of the whole figure."""
        return self.canvas[3] <= WHOLE_FIGURE_MM

    @property
    def is_from_the_side(self) -> bool:
        """Whether it shows the whole figure from its left or from its right."""
        return not self.is_close_up and len({one.side for one in self.outlines}) == 1

    def muscle_centre(self, muscle: str, side: str, region: str | None = None) -> Point | None:
        """Return where a label may point, in map units, or None where the muscle does not show."""
        for one in self.muscles:
            if (one.muscle, one.side) == (muscle, side) and region in (None, one.region):
                return one.centre
        return None

    def side_at_left(self) -> str | None:
        """Return the patient's side that lies at the viewer's left, or None if the view shows one side."""
        centres: dict[str, list[float]] = {}
        for one in self.outlines:
            centres.setdefault(one.side, []).append(one.centre[0])
        if len(centres) < 2:
            return None
        return min(centres, key=lambda side: sum(centres[side]) / len(centres[side]))
