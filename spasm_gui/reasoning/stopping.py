"""What a person says when an exercise has to stop, as a finding of the checklist."""

import enum

from spasm_gui.knowledge.finding import Answer, FindingId
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.self_care import SelfCare, SelfCareId, SelfCareKind
from spasm_gui.knowledge.visit import Visit


class Stop(enum.Enum):
    """Why an exercise was stopped."""

    WORSE = "worse"
    NUMBNESS = "numbness"
    UNWELL = "unwell"


_FINDINGS: dict[Stop, tuple[FindingId, ...]] = {
    Stop.WORSE: (FindingId("severe-worse"),),
    # The one limb that was stretched, before the wider signs; each only where the touched places ask about it.
    Stop.NUMBNESS: tuple(map(FindingId, ("limb-drop", "arm-nerve", "legs-nerve", "nerve-slow"))),
    Stop.UNWELL: (FindingId("collapse-signs"),),
}


def stop_finding(library: Library, visit: Visit, stop: Stop) -> FindingId | None:
    """Return the finding that becomes a yes: the first that the touched places ask about, else the last that is known.

    None only if the library knows none of them.
    """
    asked: set[str] = set(library.screens.right_now)
    for region in visit.regions:
        rows = library.screens.regions.get(region)
        if rows is not None:
            asked.update(rows.here, rows.soon, rows.for_a_while)
    known = [finding for finding in _FINDINGS[stop] if finding in library.findings]
    return next((finding for finding in known if finding in asked), known[-1] if known else None)


def without_stopped(
    care: tuple[SelfCare, ...], visit: Visit, stopped: SelfCareId | None, finding: FindingId | None
) -> tuple[SelfCare, ...]:
    """Leave out the exercise that had to be stopped, and all stretches and exercises, until its finding is a no."""
    if stopped is None or finding is None or visit.answers.get(finding) is Answer.NO:
        return care
    strains = (SelfCareKind.STRETCH, SelfCareKind.EXERCISE)
    return tuple(one for one in care if one.id != stopped and one.kind not in strains)
