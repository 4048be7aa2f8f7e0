"""What a person can answer about themselves, and the answers."""

import enum
from typing import NewType

from spasm_gui.knowledge.record import Part, Record, Text

FindingId = NewType("FindingId", str)
ChoiceId = NewType("ChoiceId", str)


class Answer(enum.Enum):
    """What a person said. Nothing said is `None`, which is neither of these."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not-sure"


AnswerValue = Answer | str | float
"""An answer, or the id of a choice, or a number. Text is always a ChoiceId."""


class FindingKind(enum.Enum):
    """How a finding is answered."""

    YES_NO = "yes-no"
    CHOICE = "choice"
    NUMBER = "number"


class FindingRole(enum.Enum):
    """What a finding is for: a danger sign, a circumstance of the person, or a pattern that a story card prints."""

    DANGER = "danger"
    CIRCUMSTANCE = "circumstance"
    PATTERN = "pattern"


class Choice(Part, frozen=True, kw_only=True):
    """One answer of a choice, in the order in which it is shown."""

    id: ChoiceId
    text: Text


class Finding(Record, frozen=True, kw_only=True):
    """Something a person can answer about themselves.

    `ask` is the row as it is read; `said` repeats a yes in the person's own words ("One leg is newly swollen");
    `find_out` is a way to find out in seconds.
    """

    id: FindingId
    role: FindingRole
    kind: FindingKind = FindingKind.YES_NO
    ask: Text
    said: Text
    find_out: Text | None = None
    choices: tuple[Choice, ...] = ()
    min: float | None = None
    max: float | None = None
    unit: Text | None = None
