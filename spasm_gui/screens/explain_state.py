"""What is being explained: a plain value, so that a rebuilt page goes on where it was. It never touches the visit."""

from typing import Literal

import msgspec
from msgspec.structs import replace

from spasm_gui.knowledge.cause import CauseId
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import MuscleId, Place

Choice = Literal["", "place", "cause"]


class Explaining(msgspec.Struct, frozen=True):
    """What the explain view shows.

    Attributes:
        place, cause: what was chosen to be explained, if anything. Neither is part of the visit.
        view: of the figure; without one, the view that shows the most.
        is_close: the place is shown large instead of the whole figure.
        step: which sentence of what happens, counted from 0.
        muscle: whose action is told.
        choosing: which list is open.
    """

    place: Place | None = None
    cause: CauseId | None = None
    view: str = ""
    is_close: bool = True
    step: int = 0
    muscle: MuscleId | None = None
    choosing: Choice = ""

    def at(self, place: Place, library: Library) -> "Explaining":
        """Return the same at another place. A cause that is not felt there is put aside."""
        knows = self.cause is not None and (
            place.region in library.causes[self.cause].regions or not _has_shape(library, self.cause)
        )
        cause = self.cause if knows else None
        return replace(self, place=place, cause=cause, view="", muscle=None, choosing="" if cause else "cause", step=0)

    def of(self, cause: CauseId) -> "Explaining":
        """Return the same with another cause, from its first sentence."""
        return replace(self, cause=cause, view="", step=0, choosing="")


def _has_shape(library: Library, cause: CauseId) -> bool:
    return any(library.regions[region].sides for region in library.causes[cause].regions)
