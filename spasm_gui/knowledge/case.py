"""Cases: people with an expected advice, by which the content proves itself."""

from typing import NewType

from spasm_gui.knowledge.cause import CauseId
from spasm_gui.knowledge.finding import FindingId
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.record import Part
from spasm_gui.knowledge.rule import RuleId
from spasm_gui.knowledge.screens import Screen

CaseId = NewType("CaseId", str)


class Expected(Part, frozen=True, kw_only=True):
    """What should come out: the level, the rule that should fire, the cause that should stand among the first three."""

    level: Level
    rule: RuleId | None = None
    cause: CauseId | None = None


class Case(Part, frozen=True, kw_only=True):
    """A person's story and answers.

    `at` are places as `calf:left`. `none_of` are screens the person would have passed with "none of these": findings
    there that are neither in `yes` nor in `not_sure` are taken as `no`, recorded as assumed. A story id in `yes` means
    the card was touched.
    """

    id: CaseId
    story: str
    at: tuple[str, ...]
    age: str
    yes: tuple[str, ...] = ()
    no: tuple[FindingId, ...] = ()
    not_sure: tuple[FindingId, ...] = ()
    none_of: tuple[Screen, ...] = ()
    expect: Expected
