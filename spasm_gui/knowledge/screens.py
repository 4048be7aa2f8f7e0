"""The order in which questions are asked. Whether one is asked is not decided here but by the rules that name it."""

import enum

from spasm_gui.knowledge.finding import FindingId
from spasm_gui.knowledge.record import Part, Text
from spasm_gui.knowledge.region import RegionId


class Screen(enum.Enum):
    """The six screens, in their fixed order."""

    RIGHT_NOW = "right-now"
    HERE = "here"
    YOU = "you"
    SOON = "soon"
    FOR_A_WHILE = "for-a-while"
    STORIES = "stories"


ROWS_PER_PAGE = 8
"""At most this many rows stand on one page, so that each is read. Design choice of the question plan."""


class ChipGroup(Part, frozen=True, kw_only=True):
    """Circumstances that are shown together as chips."""

    title: Text
    findings: tuple[FindingId, ...]


class RegionRows(Part, frozen=True, kw_only=True):
    """The rows of one region, in reading order, most dangerous first."""

    here: tuple[FindingId, ...]
    soon: tuple[FindingId, ...]
    for_a_while: tuple[FindingId, ...]


class ScreenPlan(Part, frozen=True, kw_only=True):
    """All rows of all screens. `anywhere` are rows of "soon" that a circumstance opens, whatever the region."""

    titles: dict[str, Text]
    right_now: tuple[FindingId, ...]
    age: FindingId
    chips: tuple[ChipGroup, ...]
    anywhere: tuple[FindingId, ...]
    regions: dict[RegionId, RegionRows]
