"""Where on the figure a link of the movement chain can be disturbed."""

from typing import NewType

import msgspec

from spasm_gui.knowledge.record import Part, Text
from spasm_gui.knowledge.region import Side

SpotId = NewType("SpotId", str)


class Spot(Part, frozen=True, kw_only=True):
    """A place of the body that gets a ring while it is explained, such as the facial nerve behind the ear.

    It is either fixed or goes with the place that hurts:

    `points` are places on drawings, in millimetres of the figure. `front` and `back` count x from the middle of the
    body towards the person's left, whichever way the figure is turned; `side` is the side view of the head, as drawn
    for the left. A spot with `sides` has a twin on the right.

    `along` is a share of the way from where the nerve enters the place that hurts (0) to the middle of its muscle (1).

    A spot with the name that a region gives as an origin of its pain (`may_come_from`) gets an arrow to that region.
    """

    id: SpotId
    name: Text
    clinical_name: Text = ""
    where: Text = ""
    points: dict[str, tuple[float, float]] = msgspec.field(default_factory=dict)
    sides: tuple[Side, ...] = ()
    along: float | None = None

    def __post_init__(self) -> None:
        if bool(self.points) == (self.along is not None):
            raise ValueError("a spot needs either points on the drawing, or along in the place that hurts")
        if self.along is not None and not 0 <= self.along <= 1:
            raise ValueError("'along' is a share from 0 to 1")
