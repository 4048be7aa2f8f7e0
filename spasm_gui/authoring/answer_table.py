"""Conditions over many sets of answers at once.

A table holds a list of sets of answers. What a condition says of each of them is one long number, a bit for each set,
so `any` is one bitwise or and `all` one bitwise and, however many sets there are. Half a million sets of answers take
about a second in all the regions of the content. Everything is answered here; nothing is open.
"""

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from spasm_gui.knowledge.finding import Answer, AnswerValue, FindingId
from spasm_gui.reasoning.conditions import Condition, Counted, Said, Settled

_MOST_ANSWERS_COUNTED = 6
"""An example with fewer answers is easier to read; beyond so many it makes no difference."""

Domain = Mapping[FindingId, Sequence[AnswerValue]]
"""The answers that a finding takes in turn, the calmest first."""


@dataclass(frozen=True, slots=True)
class Bits:
    """For each set of answers: does it hold surely, and does it hold if "not sure" counts as yes."""

    sure: int
    doubt: int


class AnswerTable:
    """Sets of answers to some findings; every other finding has one fixed answer.

    Attributes:
        domain: the findings that vary.
        every: a bit for each set.
    """

    def __init__(self, domain: Domain, columns: Mapping[FindingId, Sequence[int]], count: int) -> None:
        self.domain = domain
        self.count = count
        self.every = (1 << count) - 1
        self._columns = columns

    def bits(self, condition: Condition, fixed: Mapping[str, AnswerValue]) -> Bits:
        """What a settled condition says of each set, when findings that do not vary are answered as `fixed`."""
        match condition:
            case Settled():
                held = self.every if condition.reading else 0
                return Bits(held, held)
            case Said():
                return self._said(condition, fixed)
            case Counted():
                parts = [self.bits(part, fixed) for part in condition.parts]
                sure = self._counted(condition.count, [part.sure for part in parts])
                return Bits(sure, self._counted(condition.count, [part.doubt for part in parts]))
        raise TypeError(f"a condition of an unknown kind: {condition}")

    def answers(self, place: int) -> dict[str, AnswerValue]:
        """The answers of one set that are not the calmest."""
        found: dict[str, AnswerValue] = {}
        for finding, columns in self._columns.items():
            for value, column in list(zip(self.domain[finding], columns, strict=True))[1:]:
                if column >> place & 1:
                    found[finding] = value
        return found

    def fewest(self, wanted: int) -> int:
        """The place of a wanted set with as few answers as possible beside the calmest; the first of equals."""
        for more in self._more_than:
            few = wanted & ~more
            if few:
                wanted = few
                break
        return (wanted & -wanted).bit_length() - 1

    @cached_property
    def _more_than(self) -> tuple[int, ...]:
        """For 0, 1, 2 ... answers beside the calmest, the sets that have more of them."""
        other = [self.every & ~columns[0] for columns in self._columns.values()]
        return tuple(self._reached(min(len(other), _MOST_ANSWERS_COUNTED), other)[1:])

    def _said(self, said: Said, fixed: Mapping[str, AnswerValue]) -> Bits:
        columns = self._columns.get(said.finding)
        if columns is None:
            answer = fixed.get(said.finding)
            sure = self.every if _holds(said, answer) else 0
            return Bits(sure, self.every if answer is Answer.NOT_SURE else sure)
        sure = doubt = 0
        for value, column in zip(self.domain[said.finding], columns, strict=True):
            if _holds(said, value):
                sure |= column
            if value is Answer.NOT_SURE:
                doubt |= column
        return Bits(sure, sure | doubt)

    def _counted(self, count: int, parts: Sequence[int]) -> int:
        return self._reached(count, parts)[count]

    def _reached(self, most: int, parts: Sequence[int]) -> list[int]:
        """For each number up to `most`, the sets in which at least so many parts hold."""
        reached = [self.every] + [0] * most
        for part in parts:
            if part:
                for number in range(most, 0, -1):
                    reached[number] |= reached[number - 1] & part
        return reached


def _holds(said: Said, answer: AnswerValue | None) -> bool:
    if answer is None or isinstance(answer, Answer):
        return answer is Answer.YES
    if said.choices is not None:
        return answer in said.choices
    return said.at_least is not None and not isinstance(answer, str) and answer >= said.at_least


def every_set(domain: Domain) -> AnswerTable:
    """Return the table of all sets of answers."""
    total = math.prod(len(values) for values in domain.values())
    columns: dict[FindingId, list[int]] = {}
    stretch = 1  # how long one answer stays while the findings before it run through all of theirs
    for finding, values in domain.items():
        period = stretch * len(values)
        block = (1 << stretch) - 1
        again = ((1 << total) - 1) // ((1 << period) - 1)  # a bit at the start of each period
        columns[finding] = [(block << stretch * place) * again for place in range(len(values))]
        stretch = period
    return AnswerTable(domain, columns, total)


def chosen_sets(domain: Domain, sets: Iterable[Mapping[FindingId, AnswerValue]]) -> AnswerTable:
    """Return the table of some sets of answers; a finding that a set leaves out is answered as calmly as it can."""
    unique = list({frozenset(answers.items()): answers for answers in sets}.values())
    size = len(unique) // 8 + 1
    marked = {finding: [bytearray(size) for _ in values] for finding, values in domain.items()}
    for place, answers in enumerate(unique):
        for finding, answer in answers.items():
            marked[finding][list(domain[finding]).index(answer)][place // 8] |= 1 << place % 8
    every = (1 << len(unique)) - 1
    columns: dict[FindingId, list[int]] = {}
    for finding, marks in marked.items():
        others = [int.from_bytes(mark, "little") for mark in marks[1:]]
        calm = every
        for other in others:
            calm &= ~other
        columns[finding] = [calm, *others]
    return AnswerTable(domain, columns, len(unique))


def three_at_a_time(domain: Domain, most: int) -> Iterator[dict[FindingId, AnswerValue]]:
    """Return every mixture of answers to at most three findings; of more than `most` triples evenly chosen ones."""
    yield {}
    for count in (1, 2):
        for together in itertools.combinations(domain, count):
            yield from _mixtures(domain, together)
    triples = math.comb(len(domain), 3)
    step = max(1, math.ceil(triples / most))
    for together in itertools.islice(itertools.combinations(domain, 3), 0, None, step):
        yield from _mixtures(domain, together)


def _mixtures(domain: Domain, findings: Sequence[FindingId]) -> Iterator[dict[FindingId, AnswerValue]]:
    for values in itertools.product(*(domain[finding][1:] for finding in findings)):
        yield dict(zip(findings, values, strict=True))
