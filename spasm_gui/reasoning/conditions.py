"""Conditions, read four ways at once.

A finding is yes, no, not sure or open (not answered). A condition has no negation, so it can be read with each of the
two doubtful answers taken as true or false, and each reading only grows when an answer does. The four readings are four
bits of one number, `any` is a bitwise or, `all` a bitwise and:

    bit        true for                 tells
    SURE       yes                      it holds
    DOUBT      yes, not sure            it holds, if doubt counts as yes
    REACH      yes, open                it may still come to hold
    POSSIBLE   yes, not sure, open      it may still come to hold, if doubt counts as yes
"""

from collections.abc import Iterator

import msgspec

from spasm_gui.knowledge.finding import Answer, AnswerValue, FindingId
from spasm_gui.knowledge.region import RegionId
from spasm_gui.knowledge.rule import Form
from spasm_gui.knowledge.visit import Visit

SURE, DOUBT, REACH, POSSIBLE = 1, 2, 4, 8
NEVER, ALWAYS = 0, SURE | DOUBT | REACH | POSSIBLE
_OPEN = REACH | POSSIBLE
_NOT_SURE = DOUBT | POSSIBLE


def reading_of(answer: AnswerValue | None) -> int:
    """The four readings of "answered yes" for an answer to a yes-no finding."""
    if answer is None:
        return _OPEN
    if answer is Answer.NO:
        return NEVER
    if answer is Answer.YES:
        return ALWAYS
    return _NOT_SURE  # not sure; or an answer of another kind, which cannot be understood and so is no "no"


class Condition:
    """A condition whose places are already settled; what is left are findings."""

    __slots__ = ()

    def read(self, visit: Visit) -> int:
        """The four readings as bits."""
        raise NotImplementedError

    def findings(self) -> Iterator[FindingId]:
        """Every finding named, in order, perhaps more than once."""
        raise NotImplementedError

    def open_for(self, visit: Visit, target: int, reached: int) -> Iterator[FindingId]:
        """Unanswered findings whose yes could still bring a reading about.

        Args:
            visit: what was said so far.
            target: REACH or POSSIBLE, the reading that shows it can still come.
            reached: SURE or DOUBT, the reading that shows it is there already.
        """
        raise NotImplementedError

    def holding(self, visit: Visit, reading: int) -> Iterator[FindingId]:
        """The findings thanks to which a reading is true."""
        raise NotImplementedError


class Settled(msgspec.Struct, Condition, frozen=True):
    """True or false already, because it only speaks of touched places."""

    reading: int

    def read(self, visit: Visit) -> int:
        return self.reading

    def findings(self) -> Iterator[FindingId]:
        return iter(())

    def open_for(self, visit: Visit, target: int, reached: int) -> Iterator[FindingId]:
        return iter(())

    def holding(self, visit: Visit, reading: int) -> Iterator[FindingId]:
        return iter(())


class Said(msgspec.Struct, Condition, frozen=True):
    """A finding is answered yes; or one of some choices; or a number of at least so much."""

    finding: FindingId
    choices: frozenset[str] | None = None
    at_least: float | None = None

    def read(self, visit: Visit) -> int:
        answer = visit.answers.get(self.finding)
        if answer is None or isinstance(answer, Answer):
            return reading_of(answer)
        if self.choices is not None and isinstance(answer, str):
            return ALWAYS if answer in self.choices else NEVER
        if self.at_least is not None and not isinstance(answer, str):
            return ALWAYS if answer >= self.at_least else NEVER
        return reading_of(answer)

    def findings(self) -> Iterator[FindingId]:
        yield self.finding

    def open_for(self, visit: Visit, target: int, reached: int) -> Iterator[FindingId]:
        if visit.answers.get(self.finding) is None:
            yield self.finding

    def holding(self, visit: Visit, reading: int) -> Iterator[FindingId]:
        if self.read(visit) & reading:
            yield self.finding


class Counted(msgspec.Struct, Condition, frozen=True):
    """At least `count` of the parts hold. `any` is a count of one, `all` a count of all."""

    count: int
    parts: tuple[Condition, ...]

    def read(self, visit: Visit) -> int:
        if self.count == 1:
            reading = NEVER
            for part in self.parts:
                reading |= part.read(visit)
            return reading
        if self.count == len(self.parts):
            reading = ALWAYS
            for part in self.parts:
                reading &= part.read(visit)
                if not reading:
                    break
            return reading
        readings = [part.read(visit) for part in self.parts]
        return sum(
            bit
            for bit in (SURE, DOUBT, REACH, POSSIBLE)
            if sum(1 for reading in readings if reading & bit) >= self.count
        )

    def findings(self) -> Iterator[FindingId]:
        for part in self.parts:
            yield from part.findings()

    def open_for(self, visit: Visit, target: int, reached: int) -> Iterator[FindingId]:
        reading = self.read(visit)
        if not reading & target or reading & reached:
            return
        for part in self.parts:
            yield from part.open_for(visit, target, reached)

    def holding(self, visit: Visit, reading: int) -> Iterator[FindingId]:
        for part in self.parts:
            if part.read(visit) & reading:
                yield from part.holding(visit, reading)


def settle(form: Form, regions: frozenset[RegionId], two_sided: frozenset[RegionId]) -> Condition:
    """Return the condition that is left of a form once the touched places are known.

    Args:
        form: the condition as content states it.
        regions: the touched regions.
        two_sided: those of them touched on both sides.
    """
    if isinstance(form, str):
        return Said(FindingId(form))
    if form.region is not None:
        touched = two_sided if form.side == "both" else regions
        return Settled(ALWAYS if any(region in touched for region in form.regions) else NEVER)
    if form.finding is not None:
        finding = FindingId(form.finding)
        if form.is_ is not None:
            return Said(finding, choices=frozenset(form.is_))
        return Said(finding, at_least=form.at_least)
    parts = [settle(part, regions, two_sided) for part in form.parts]
    count = 1 if form.any else len(parts) if form.all else int(form.at_least or 0)
    return _counted(count, parts)


def _counted(count: int, parts: list[Condition]) -> Condition:
    """Leave out what is settled: a part that always holds lowers the count, one that never does is dropped."""
    still_open: list[Condition] = []
    for part in parts:
        if isinstance(part, Settled):
            count -= 1 if part.reading == ALWAYS else 0
        else:
            still_open.append(part)
    if count <= 0:
        return Settled(ALWAYS)
    if count > len(still_open):
        return Settled(NEVER)
    return still_open[0] if len(still_open) == 1 else Counted(count, tuple(still_open))
