"""Two or three causes side by side: which findings tell them apart, and what would settle it.

It counts nothing and advises nothing. A row only repeats what the content says of each cause, beside what was said.
"""

import enum
from collections.abc import Iterable
from dataclasses import dataclass

from spasm_gui.knowledge.cause import Cause, HowCommon
from spasm_gui.knowledge.finding import Answer, AnswerValue, FindingId, FindingKind, FindingRole
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.rule import findings_in
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.fit import Fit, pattern_answer, ranked_causes
from spasm_gui.reasoning.rows import askable

MOST_CAUSES = 3
"""More columns than this cannot be read at once."""

SETTLING_ROWS = 3
"""So many findings are named as what would settle it."""

_BEST_BEFORE_A_DANGER = 2


class Speaks(enum.Enum):
    """What a yes to a finding would mean for a cause."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Row:
    """A finding that does not mean the same for all the causes.

    `speaks` has one entry for each cause, in their order. `said` is None when nobody answered.
    """

    finding: FindingId
    speaks: tuple[Speaks, ...]
    said: AnswerValue | None

    @property
    def is_open(self) -> bool:
        """True if nobody answered, or somebody could not say."""
        return self.said is None or self.said is Answer.NOT_SURE

    @property
    def tells(self) -> int:
        """How much it tells apart, 0 for most: for one and against another; for one; only against one."""
        if Speaks.FOR not in self.speaks:
            return 2
        return 0 if Speaks.AGAINST in self.speaks else 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """Causes side by side.

    `rows` begin with what was answered yes or not sure, then those that tell most. `settling` are findings that are
    still open; when none is (`is_settled`), those that differ most.
    """

    causes: tuple[Cause, ...]
    rows: tuple[Row, ...]
    settling: tuple[FindingId, ...]
    is_settled: bool


def compare(library: Library, visit: Visit, causes: Iterable[Cause]) -> Comparison:
    """Return what tells causes apart, the one that is given first in the first column."""
    causes = tuple(causes)
    meanings = [_meanings(library, cause) for cause in causes]
    rows = []
    for finding in dict.fromkeys(finding for meaning in meanings for finding in meaning):
        speaks = tuple(meaning.get(finding, Speaks.NEITHER) for meaning in meanings)
        if len(set(speaks)) > 1:
            rows.append(Row(finding, speaks, pattern_answer(library, visit, finding)))
    rows.sort(key=lambda row: (row.said not in (Answer.YES, Answer.NOT_SURE), row.tells))
    told_most = sorted(rows, key=lambda row: (row.tells, _is_circumstance(library, row)))
    can_say = askable(library, visit.regions)
    still_open = [row.finding for row in told_most if row.is_open and (not visit.places or row.finding in can_say)]
    settling = still_open or [row.finding for row in told_most]
    return Comparison(causes, tuple(rows), tuple(settling[:SETTLING_ROWS]), is_settled=not still_open)


def others_to_compare(library: Library, visit: Visit, cause: Cause) -> tuple[Cause, ...]:
    """Return what a cause is worth comparing with, best first.

    In a visit to one of its places these are the other causes of the visit: what fits best first, then what is common,
    then what is felt in the same places; the first danger that was not ruled out is never lower than third. Elsewhere
    they are the causes that share a place with it, the common ones first.
    """
    ranked = [one for one in ranked_causes(library, visit) if one.cause.id != cause.id]
    if ranked and visit.regions.intersection(cause.regions):
        fits = list(Fit)
        ranked.sort(
            key=lambda one: (fits.index(one.fit), len(one.against) - len(one.fits), _less_alike(one.cause, cause))
        )
        danger = next((one for one in ranked if one.rule_out), None)
        if danger is not None and danger not in ranked[: _BEST_BEFORE_A_DANGER + 1]:
            ranked.remove(danger)
            ranked.insert(_BEST_BEFORE_A_DANGER, danger)
        return tuple(one.cause for one in ranked)
    sharing = [one for one in library.causes.values() if one.id != cause.id and _places_shared(one, cause)]
    return tuple(sorted(sharing, key=lambda one: _less_alike(one, cause)))


def _less_alike(one: Cause, other: Cause) -> tuple[int, float]:
    """Common causes first, and of these the ones that are felt in the same places as the other cause."""
    return list(HowCommon).index(one.how_common), -_places_shared(one, other)


def _places_shared(one: Cause, other: Cause) -> float:
    """0 for no place in common, 1 for exactly the same places."""
    first, second = set(one.regions), set(other.regions)
    return len(first & second) / len(first | second) if first | second else 0.0


def _is_circumstance(library: Library, row: Row) -> bool:
    """What somebody is or has settles less than what can be looked at now."""
    return library.findings[row.finding].role is FindingRole.CIRCUMSTANCE


def _meanings(library: Library, cause: Cause) -> dict[FindingId, Speaks]:
    """What a yes to each finding that a cause names would mean for it.

    A sign that fits but holds back one story, as cramps on most nights do, still speaks for the cause.
    """
    speaks_for = [*cause.fits]
    against = [*cause.against]
    if cause.needs is not None:
        speaks_for.extend(findings_in(cause.needs))
    for story in cause.stories:
        speaks_for.extend(story.needs)
        against.extend(story.against)
    found = dict.fromkeys(speaks_for, Speaks.FOR)
    for finding in against:
        found.setdefault(finding, Speaks.AGAINST)
    return {key: value for key, value in found.items() if library.findings[key].kind is FindingKind.YES_NO}


__all__ = ["MOST_CAUSES", "Comparison", "Row", "Speaks", "compare", "others_to_compare"]
