"""The exercises of a visit: which one is open, how far it is, what had to be stopped, and the plan made of them."""

from spasm_gui.handout.plan import MOST_DAYS, Plan
from spasm_gui.knowledge.finding import Answer, FindingId
from spasm_gui.knowledge.self_care import SelfCare, SelfCareId, SelfCareKind
from spasm_gui.reasoning.assessment import offered_self_care
from spasm_gui.reasoning.stopping import Stop, stop_finding, without_stopped
from spasm_gui.screens.hold_run import HoldRun
from spasm_gui.screens.visit_model import VisitModel


def is_exercise(care: SelfCare) -> bool:
    """True for whatever is done with the body for a while, so that a page with a timer helps."""
    return care.kind is not SelfCareKind.MEASURE


class ExerciseVisit:
    """Forgotten with the visit, like everything in it."""

    def __init__(self) -> None:
        self._open: SelfCareId | None = None
        self._stopped: SelfCareId | None = None
        self._finding: FindingId | None = None
        self._plan = Plan()
        self.run = HoldRun(None, None, 1)

    def offered(self, model: VisitModel) -> tuple[SelfCare, ...]:
        """What the advice offers, without what had to be stopped."""
        care = offered_self_care(model.library, model.visit, model.assessment)
        return without_stopped(care, model.visit, self._stopped, self._finding)

    def exercises(self, model: VisitModel) -> tuple[SelfCare, ...]:
        """The exercises among what is offered."""
        return tuple(care for care in self.offered(model) if is_exercise(care))

    def plan(self, model: VisitModel) -> Plan:
        """What was chosen of what is offered. An answer that takes an exercise away takes it out of the plan too."""
        return self._plan.within({care.id for care in self.offered(model)})

    def keep_plan(self, plan: Plan) -> None:
        """Remember what was chosen."""
        self._plan = plan

    def most_days(self, model: VisitModel) -> int:
        """For how many days a plan may hold: no longer than the advice itself."""
        limits = [one.cause.better_by for one in model.assessment.best_causes if one.cause.is_self_limiting]
        return min([MOST_DAYS, *(limit.days for limit in limits if limit is not None)])

    def current(self, model: VisitModel) -> SelfCare | None:
        """The exercise that is open, as long as it is offered."""
        if self._open is None:
            return None
        return next((care for care in self.exercises(model) if care.id == self._open), None)

    def open(self, model: VisitModel, care_id: str) -> None:
        """Begin an exercise that is offered; any other is not opened."""
        self._open = SelfCareId(care_id)
        care = self.current(model)
        if care is None:
            self._open = None
        else:
            self.run = HoldRun(care.hold_seconds, care.holds, len(care.steps))

    def close(self) -> None:
        """Leave the exercise."""
        self.run.stop()
        self._open = None

    def stop(self, model: VisitModel, stop: Stop) -> None:
        """Leave the exercise, answer the finding it means with yes, and show again the page that asks about it."""
        finding = stop_finding(model.library, model.visit, stop)
        self._stopped, self._finding = self._open, finding
        self.close()
        if finding is None:
            return
        asking = next((passed.page for passed in model.passed if finding in passed.page.ids), None)
        model.answer(finding, Answer.YES)
        if asking is not None and not model.is_emergency():
            model.reopen(asking)
