"""A plan that a physiotherapist makes after an examination of their own, without an advice of the program."""

from spasm_gui.handout.plan import Plan
from spasm_gui.knowledge.cause import CauseId
from spasm_gui.knowledge.finding import FindingId
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.region import Place, RegionId
from spasm_gui.knowledge.self_care import SelfCare, SelfCareId
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.examined import guards_of, needs_help_today, regions_of, signs_to_know, to_choose_from
from spasm_gui.screens.visit_model import VisitModel


class ExaminedVisit:
    """What was chosen, for which places, and which danger signs were confirmed to be absent.

    Forgotten with the visit. Nothing of it reaches the visit's answers: the program's own advice never rests on it.
    """

    def __init__(self) -> None:
        self._plan = Plan()
        self._cause: CauseId | None = None
        self._places: dict[Place, None] = {}
        self._here: tuple[RegionId, ...] = ()
        self._about: set[RegionId] = set()
        self._is_examined = False
        self._confirmed: frozenset[FindingId] = frozenset()

    def open(self, model: VisitModel, cause: CauseId | None, place: Place | None) -> None:
        """Offer the self-care of a cause, or else of a place. What was chosen before stays in the plan."""
        self._cause = cause
        touched = [
            one for one in model.visit.places if cause is None or one.region in model.library.causes[cause].regions
        ]
        places = (place,) if place is not None else tuple(touched)
        self._places.update(dict.fromkeys(places))
        regions = model.library.causes[cause].regions if cause is not None else ()
        self._here = tuple(one.region for one in places) or regions
        self._about.update(self._here)

    def is_refused(self, model: VisitModel) -> bool:
        """True if the answers of this visit ask for help today or at once: then there is nothing to choose."""
        return needs_help_today(model.library, model.visit)

    def offered(self, model: VisitModel) -> tuple[SelfCare, ...]:
        """What may be chosen here, and before it what is in the plan already."""
        here = to_choose_from(model.library, model.visit, self._here, self._cause)
        return tuple({one.id: one for one in (*self.chosen(model), *here)}.values())

    def left_out(self, model: VisitModel) -> tuple[SelfCare, ...]:
        """What belongs here, but an answer of this visit forbids it."""
        if self.is_refused(model):
            return ()
        every = to_choose_from(model.library, Visit(), self._here, self._cause)
        return tuple(one for one in every if one not in self.offered(model))

    def chosen(self, model: VisitModel) -> tuple[SelfCare, ...]:
        """What is in the plan, in its order."""
        return tuple(model.library.self_care[one.care] for one in self.plan(model).items)

    def plan(self, model: VisitModel) -> Plan:
        """What was chosen. An answer of the visit that forbids something takes it out."""
        return self._plan.within(self._allowed(model))

    def keep_plan(self, plan: Plan) -> None:
        """Remember what was chosen."""
        self._plan = plan

    def _allowed(self, model: VisitModel) -> set[SelfCareId]:
        return {one.id for one in to_choose_from(model.library, model.visit, tuple(model.library.regions))}

    # ------------------------------------------------------------------ the examination

    def guards(self, model: VisitModel) -> tuple[FindingId, ...]:
        """The danger signs that must be absent for what was chosen."""
        return guards_of(self.chosen(model))

    def open_guards(self, model: VisitModel) -> tuple[FindingId, ...]:
        """Those of them that nobody has confirmed to be absent."""
        return tuple(one for one in self.guards(model) if one not in self._confirmed)

    def is_confirmed(self, model: VisitModel) -> bool:
        """True if there is a plan, somebody said that they examined the person, and all its danger signs are absent."""
        return self._is_examined and bool(self.plan(model).items) and not self.open_guards(model)

    @property
    def is_examined(self) -> bool:
        """True if somebody said that they examined the person."""
        return self._is_examined

    def confirm(self, guards: tuple[FindingId, ...]) -> None:
        """Somebody examined the person: these signs, which they have read, are absent."""
        self._is_examined = True
        self._confirmed |= set(guards)

    def take_back(self) -> None:
        """Nothing is confirmed any more."""
        self._is_examined = False
        self._confirmed = frozenset()

    # ------------------------------------------------------------------ where

    @property
    def places(self) -> tuple[Place, ...]:
        """The places that the plan was made about, as far as somebody named one."""
        return tuple(self._places)

    def signs(self, model: VisitModel) -> dict[Level, tuple[FindingId, ...]]:
        """The danger signs of the regions of what was chosen, by level, highest first."""
        return signs_to_know(model.library, regions_of(self.chosen(model), self._about))
