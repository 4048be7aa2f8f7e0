"""Conditions that make a muscle hurt or spasm, and the stories by which self-limiting ones are recognised."""

import enum
from typing import NewType

from spasm_gui.knowledge.finding import FindingId
from spasm_gui.knowledge.movement import LinkId
from spasm_gui.knowledge.record import Part, Record, Text
from spasm_gui.knowledge.region import RegionId
from spasm_gui.knowledge.rule import Form, Formula
from spasm_gui.knowledge.self_care import SelfCareId
from spasm_gui.knowledge.spot import SpotId

CauseId = NewType("CauseId", str)
StoryId = NewType("StoryId", str)


class CauseKind(enum.Enum):
    """What sort of trouble it is."""

    CRAMP = "cramp"
    STRAIN = "strain"
    GUARDING = "guarding"
    JOINT_AND_BONE = "joint-and-bone"
    NERVE = "nerve"
    BRAIN_AND_CORD = "brain-and-cord"
    REFERRED = "referred"
    SMOOTH_MUSCLE = "smooth-muscle"
    BLOOD_VESSEL = "blood-vessel"
    HEART_AND_LUNG = "heart-and-lung"
    INFECTION = "infection"
    SALTS_AND_FLUID = "salts-and-fluid"
    MEDICINE = "medicine"
    WHOLE_BODY = "whole-body"
    GROWTH = "growth"


class HowCommon(enum.Enum):
    """How often it is behind such a complaint. Not a probability for this person."""

    COMMON = "common"
    UNCOMMON = "uncommon"
    RARE = "rare"


class Seriousness(enum.Enum):
    """How serious the cause itself is. The advice comes from rules, never from this."""

    SELF_LIMITING = "self-limiting"
    NEEDS_PHYSICIAN = "needs-physician"
    URGENT = "urgent"
    EMERGENCY = "emergency"

    @property
    def is_dangerous(self) -> bool:
        """True for causes that belong in the strip "Be sure to rule out"."""
        return self in (Seriousness.URGENT, Seriousness.EMERGENCY)


class EvidenceStrength(enum.Enum):
    """How sure the statements about a cause are."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"
    EXPERT_OPINION = "expert-opinion"


class Evidence(Part, frozen=True, kw_only=True):
    """How sure we are, and why."""

    strength: EvidenceStrength
    note: Text


class Claim(Part, frozen=True, kw_only=True):
    """What the source article, or people, say about this cause, and what is known."""

    statement: Text
    verdict: Text
    note: Text
    sources: tuple[str, ...]


class Story(Part, frozen=True, kw_only=True):
    """One way a person would tell a self-limiting cause: a card. One touch says yes to its `needs`, nothing else.

    The card fits when all `needs` are yes and all `against` are answered no. `only_for` narrows it to whom it applies.
    """

    id: StoryId
    title: Text
    regions: tuple[RegionId, ...]
    needs: tuple[FindingId, ...]
    against: tuple[FindingId, ...]
    only_for: Form | None = None

    def __post_init__(self) -> None:
        if len(self.needs) < 2:
            raise ValueError("a story needs at least two findings")


class BetterBy(Part, frozen=True, kw_only=True):
    """Until when self-care is given time, in days, and the sentence that says so."""

    days: int
    text: Text


class Cause(Record, frozen=True, kw_only=True):
    """A condition that makes a muscle hurt or spasm.

    A self-limiting cause has `stories`; any other has `needs`, a formula of findings that would make it likely.
    `fits` and `against` are counted, and shown as counting. `disturbance` says in about three words what goes wrong at
    the link of the movement chain that the cause `interrupts`. `interrupts_at` names spots of links, also of further
    ones: they are ringed on the figure, and a link with such a spot is disturbed, too.
    """

    id: CauseId
    name: Text
    clinical_name: Text
    also_called: tuple[Text, ...] = ()
    regions: tuple[RegionId, ...]
    kind: CauseKind
    interrupts: LinkId
    interrupts_at: tuple[SpotId, ...] = ()
    disturbance: Text
    summary: Text
    mechanism: Text
    how_common: HowCommon
    seriousness: Seriousness
    stories: tuple[Story, ...] = ()
    needs: Form | None = None
    fits: tuple[FindingId, ...] = ()
    against: tuple[FindingId, ...] = ()
    only_for: Form | None = None
    risk_groups: tuple[Text, ...] = ()
    do_now: tuple[Text, ...] = ()
    then: tuple[Text, ...] = ()
    self_care: tuple[SelfCareId, ...] = ()
    avoid: tuple[Text, ...] = ()
    better_by: BetterBy | None = None
    physician_when: tuple[Text, ...] = ()
    same_day_when: tuple[Text, ...] = ()
    emergency_when: tuple[Text, ...] = ()
    physician_may: tuple[Text, ...] = ()
    physio_may: tuple[Text, ...] = ()
    evidence: Evidence
    claims: tuple[Claim, ...] = ()

    @property
    def is_self_limiting(self) -> bool:
        """True if a person may treat it themselves once it fits."""
        return self.seriousness is Seriousness.SELF_LIMITING

    def __post_init__(self) -> None:
        if self.stories and not self.is_self_limiting:
            raise ValueError("only a self-limiting cause may have stories")
        if self.is_self_limiting and self.stories and (not self.do_now or self.better_by is None):
            raise ValueError("a cause with stories must say what to do now (do_now) and until when (better_by)")
        if not self.is_self_limiting and self.needs is None:
            raise ValueError("a cause that is not self-limiting must say what makes it likely (needs)")


# msgspec resolves the recursive name inside Form where the struct is declared, so Formula must be known here too.
__all__ = [
    "BetterBy",
    "Cause",
    "CauseId",
    "CauseKind",
    "Claim",
    "Evidence",
    "EvidenceStrength",
    "Formula",
    "HowCommon",
]
__all__ += ["Seriousness", "Story", "StoryId"]
