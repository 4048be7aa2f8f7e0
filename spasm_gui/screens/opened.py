"""What somebody opened to read or do besides the visit itself, and which page the window shows because of it.

`Opened` is forgotten with the visit. `wanted_mode` is the only place that ranks the pages against each other.
"""

from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec.structs import replace

from spasm_gui.knowledge.cause import CauseId
from spasm_gui.screens.visit_model import VisitModel

if TYPE_CHECKING:  # nobody browses or explains at first
    from spasm_gui.screens.browse_page import Spot
    from spasm_gui.screens.explain_state import Explaining

Mode = Literal[
    "home",
    "questions",
    "advice",
    "cause",
    "emergency",
    "browse",
    "compare",
    "movement",
    "phone",
    "plan",
    "examined",
    "exercise",
    "explain",
]


class Opened(msgspec.Struct, frozen=True):
    """What is open, and where in it somebody reads.

    `spot` is where somebody browses, `compared` the causes side by side, `link` the link of the movement chain that is
    read about ("" for the chain as a whole), `explaining` what is shown to somebody in the explain view; `on_phone`
    shows the plan as a square to be scanned.
    `planning` is true while exercises are put together into a plan, `examined` while that is done without an advice.
    """

    cause: CauseId | None = None
    spot: "Spot | None" = None
    compared: tuple[CauseId, ...] = ()
    link: str | None = None
    explaining: "Explaining | None" = None
    on_phone: bool = False
    planning: bool = False
    examined: bool = False
    wants_questions: bool = False
    adds_place: bool = False

    @property
    def without_reading(self) -> "Opened":
        """The same with everything closed that was opened to be read, so that the visit is seen again."""
        return Opened(wants_questions=self.wants_questions, adds_place=self.adds_place)

    @property
    def without_examined(self) -> "Opened":
        """The same with the plan without an advice closed, and its square for the phone."""
        return replace(self, examined=False, on_phone=self.on_phone and not self.examined)


def wanted_mode(opened: Opened, model: VisitModel, *, has_figure: bool, has_exercise: bool) -> Mode:
    """Return the page to show: an emergency before all else, then what was opened last to be read, then the visit."""
    places = model.visit.places
    if places and model.is_emergency():
        return "emergency"
    if opened.examined:
        return "phone" if opened.on_phone else "examined"
    if opened.explaining is not None:
        return "explain"
    if opened.compared:
        return "compare"
    if opened.cause is not None:
        return "cause"
    if opened.link is not None:
        return "movement"
    if opened.spot is not None:
        return "browse"
    if not places or (opened.adds_place and not has_figure):
        return "home"
    if opened.adds_place or opened.wants_questions:
        return "questions"
    if opened.on_phone:
        return "phone"
    if has_exercise:
        return "exercise"
    if opened.planning and model.assessment.is_final:
        return "plan"
    return "advice" if model.assessment.is_final else "questions"
