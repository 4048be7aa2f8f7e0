"""What can be touched together, and what is left of a rule then.

A rule joins places when it fires only, or says more, where several are touched. The proof looks at every region alone
and at every pair and triple that some rule joins, instead of at all sets of regions, of which there are millions: in
any larger set a rule can only name what it names in one of these.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spasm_gui.knowledge.finding import Answer, AnswerValue, FindingId, FindingKind
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.knowledge.rule import Form
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.conditions import Condition, Counted, Said, Settled

MOST_PLACES = 3
"""Pairs and triples are looked at; a rule that needs more places is looked at with as many as it needs."""

Touch = tuple[RegionId, bool]
"""A region, and whether both its sides have to be touched."""


def situations(library: Library) -> tuple[Visit, ...]:
    """Return every region alone, then every set of places that some rule joins, each as a visit without answers."""
    joined: dict[frozenset[Touch], None] = {}
    for rule in library.rules.values():
        for touches in branches(rule.when):
            joined.setdefault(touches)
    alone = [frozenset({(region, False)}) for region in library.regions]
    more = sorted((touches for touches in joined if touches), key=lambda touches: (len(touches), sorted(touches)))
    visits = (visit_to(library, touches) for touches in dict.fromkeys([*alone, *more]))
    return tuple(visit for visit in visits if visit is not None)


def visit_to(library: Library, touches: Iterable[Touch]) -> Visit | None:
    """Return a visit that touches these places, or None if a region has not got both sides."""
    places: list[Place] = []
    for region, both in sorted(touches):
        sides: tuple[Side | None, ...] = library.regions[region].sides or (None,)
        if both and len(sides) < 2:
            return None
        places += [Place(region, side) for side in (sides[:2] if both else sides[:1])]
    return Visit(tuple(dict.fromkeys(places)))


def branches(form: Form) -> frozenset[frozenset[Touch]]:
    """Return the sets of places under which a branch of a condition lives; the empty set is "anywhere".

    Sets of more than `MOST_PLACES` are left out unless there is no smaller one.
    """
    if isinstance(form, str) or form.finding is not None:
        return frozenset({frozenset()})
    if form.region is not None:
        return frozenset(frozenset({(RegionId(region), form.side == "both")}) for region in form.regions)
    inner = [branches(part) for part in form.parts]
    count = 1 if form.any else len(inner) if form.all else int(form.at_least or 0)
    found: set[frozenset[Touch]] = set()
    for chosen in itertools.combinations(inner, count):
        found |= _united(chosen)
    return _small(found)


def _united(chosen: Iterable[frozenset[frozenset[Touch]]]) -> set[frozenset[Touch]]:
    found: set[frozenset[Touch]] = {frozenset()}
    for branch in chosen:
        found = set(_small({one | other for one in found for other in branch}))
    return found


def _small(found: set[frozenset[Touch]]) -> frozenset[frozenset[Touch]]:
    small = frozenset(touches for touches in found if len(touches) <= MOST_PLACES)
    return small or frozenset({min(found, key=lambda touches: (len(touches), sorted(touches)))})


# ------------------------------------------------------------------ how a condition can come to hold


@dataclass(frozen=True, slots=True)
class Asked:
    """What one finding has to be answered: yes, one of some choices, or at least a number."""

    choices: frozenset[str] | None = None
    at_least: float | None = None


Way = Mapping[FindingId, Asked]
"""One way for a condition to hold: these answers suffice, and none can be spared."""


def ways(condition: Condition, library: Library) -> tuple[Way, ...]:
    """Return every way in which a settled condition can hold. None at all: it can never hold.

    Ways that ask a choice to be two things at once, or a number beyond its most, are left out.
    """
    found = [way for way in _ways(condition) if all(_is_possible(library, *item) for item in way.items())]
    keys = [frozenset(way.items()) for way in found]
    return tuple(way for way, key in zip(found, keys, strict=True) if not any(other < key for other in keys))


def _ways(condition: Condition) -> list[dict[FindingId, Asked]]:
    match condition:
        case Settled():
            return [{}] if condition.reading else []
        case Said():
            return [{condition.finding: Asked(condition.choices, condition.at_least)}]
        case Counted():
            found: dict[frozenset[tuple[FindingId, Asked]], dict[FindingId, Asked]] = {}
            inner = [_ways(part) for part in condition.parts]
            for chosen in itertools.combinations(inner, condition.count):
                for together in itertools.product(*chosen):
                    way = _merged(together)
                    if way is not None:
                        found.setdefault(frozenset(way.items()), way)
            return list(found.values())
        case _:
            raise TypeError(f"a condition of another kind: {condition!r}")


def _merged(together: Iterable[Mapping[FindingId, Asked]]) -> dict[FindingId, Asked] | None:
    way: dict[FindingId, Asked] = {}
    for one in together:
        for finding, asked in one.items():
            before = way.get(finding)
            if before is None:
                way[finding] = asked
            elif before.choices is not None and asked.choices is not None:
                both = before.choices & asked.choices
                if not both:
                    return None
                way[finding] = Asked(choices=both)
            elif before.at_least is not None and asked.at_least is not None:
                way[finding] = Asked(at_least=max(before.at_least, asked.at_least))
    return way


def _is_possible(library: Library, finding: FindingId, asked: Asked) -> bool:
    most = library.findings[finding].max
    return asked.at_least is None or most is None or asked.at_least <= most


def answers_of(way: Way, library: Library) -> Iterator[dict[str, AnswerValue]]:
    """Return every set of answers that a way stands for: one for each choice it leaves."""
    options: list[list[tuple[str, AnswerValue]]] = []
    for finding, asked in way.items():
        if asked.choices is not None:
            known = [choice.id for choice in library.findings[finding].choices if choice.id in asked.choices]
            options.append([(finding, choice) for choice in known])
        elif asked.at_least is not None:
            options.append([(finding, asked.at_least)])
        else:
            options.append([(finding, Answer.YES)])
    for chosen in itertools.product(*options):
        yield dict(chosen)


def every_no(library: Library, findings: Iterable[FindingId]) -> dict[str, AnswerValue]:
    """Return the calmest answer to each finding: no, the least number; for a choice nothing, since none is calmest."""
    calm: dict[str, AnswerValue] = {}
    for finding in findings:
        record = library.findings[finding]
        if record.kind is FindingKind.YES_NO:
            calm[finding] = Answer.NO
        elif record.kind is FindingKind.NUMBER:
            calm[finding] = record.min or 0.0
    return calm
