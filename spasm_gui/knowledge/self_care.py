"""Stretches, easing positions and measures, with the questions that must be "no" before one is offered."""

import enum
from typing import NewType

from spasm_gui.knowledge.finding import FindingId
from spasm_gui.knowledge.record import Record, Text
from spasm_gui.knowledge.region import RegionId

SelfCareId = NewType("SelfCareId", str)


class SelfCareKind(enum.Enum):
    """What sort of thing a person does."""

    STRETCH = "stretch"
    EASING_POSITION = "easing-position"
    EXERCISE = "exercise"
    MEASURE = "measure"


class SelfCare(Record, frozen=True, kw_only=True):
    """Something a person can do for themselves.

    `guards` are findings that must be answered no; without that it is not offered. `picture` is a file in
    `assets/exercises/`, without its ending. `holds` says how often it is held on one side; without it the timer counts
    to three.
    """

    id: SelfCareId
    name: Text
    kind: SelfCareKind
    regions: tuple[RegionId, ...]
    steps: tuple[Text, ...]
    hold_seconds: int | None = None
    holds: int | None = None
    repeats: Text
    stop_if: tuple[Text, ...]
    guards: tuple[FindingId, ...]
    picture: str | None = None
