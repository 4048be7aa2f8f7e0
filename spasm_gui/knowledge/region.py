"""Where it can hurt: regions, their sides and muscles, and a touched place."""

import enum
from typing import NewType

import msgspec

from spasm_gui.knowledge.record import Part, Record, Text

RegionId = NewType("RegionId", str)
MuscleId = NewType("MuscleId", str)


class Side(enum.Enum):
    """The patient's own side, never the viewer's."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"

    @property
    def other(self) -> "Side":
        """The opposite side; the middle is its own opposite."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.MIDDLE: Side.MIDDLE}[self]


class SideWords(Part, frozen=True, kw_only=True):
    """One phrase for each side a region has. Whole phrases, so that a translator can turn them round."""

    left: Text | None = None
    right: Text | None = None
    both: Text | None = None
    middle: Text | None = None


class Muscle(Part, frozen=True, kw_only=True):
    """A muscle under a region. `shape` is its id in the drawing; a deep muscle has none and stands in a list."""

    id: MuscleId
    name: Text
    clinical_name: Text
    action: Text
    shape: str | None = None


class Origin(Part, frozen=True, kw_only=True, rename={"from_": "from"}):
    """Another place from which pain felt here may come, such as the heart for the jaw."""

    from_: str
    why: Text
    sources: tuple[str, ...]


class Region(Record, frozen=True, kw_only=True):
    """A touchable place of the body. `sides` is empty for `many-places`, which has no shape."""

    id: RegionId
    name: Text
    clinical_name: Text
    words: tuple[Text, ...]
    sides: tuple[Side, ...]
    views: tuple[str, ...]
    yours: SideWords
    theirs: SideWords
    muscles: tuple[Muscle, ...] = ()
    may_come_from: tuple[Origin, ...] = ()


class Place(msgspec.Struct, frozen=True):
    """A region with the side that was touched."""

    region: RegionId
    side: Side | None

    def __str__(self) -> str:
        return self.region if self.side is None else f"{self.region}:{self.side.value}"
