"""Rules and a visit to a rule level: which rules fired, which may still fire, what they still need to know."""

from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec

from spasm_gui.knowledge.finding import FindingId
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import RegionId
from spasm_gui.knowledge.rule import Form, Rule, RuleId, formulas_in
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.conditions import DOUBT, POSSIBLE, REACH, SURE, Condition, Settled, settle
from spasm_gui.reasoning.memory import once_per_library, once_per_visit


class FiredRule(msgspec.Struct, frozen=True):
    """A rule that fired, at which level, and the answers that made it fire.

    `only_by_doubt` is true when it took a "not sure"; `level` is then the rule's unsure level.
    """

    rule: Rule
    level: Level
    only_by_doubt: bool
    findings: tuple[FindingId, ...]


class LiveRule(msgspec.Struct, frozen=True):
    """A rule with the condition that is left once the touched places are known."""

    rule: Rule
    condition: Condition


class LiveRules(msgspec.Struct, frozen=True, dict=True):
    """All rules that can fire at all in the touched places."""

    rules: tuple[LiveRule, ...]

    @cached_property
    def naming(self) -> Mapping[FindingId, tuple[LiveRule, ...]]:
        """For each finding the rules that name it."""
        naming: dict[FindingId, list[LiveRule]] = {}
        for live in self.rules:
            for finding in dict.fromkeys(live.condition.findings()):
                naming.setdefault(finding, []).append(live)
        return {finding: tuple(named) for finding, named in naming.items()}


def live_rules(library: Library, regions: frozenset[RegionId], two_sided: frozenset[RegionId]) -> LiveRules:
    """The rules that can fire in these places."""
    return _live_rules(library, regions, two_sided & _asked_of_both_sides(library))


@once_per_library
def _live_rules(library: Library, regions: frozenset[RegionId], two_sided: frozenset[RegionId]) -> LiveRules:
    rules: list[LiveRule] = []
    anywhere = _anywhere(library)
    for rule, needed in _needed_places(library):
        if needed is not None and needed.isdisjoint(regions):
            continue
        condition = anywhere.get(rule.id) or settle(rule.when, regions, two_sided)
        if not isinstance(condition, Settled) or condition.reading:
            rules.append(LiveRule(rule, condition))
    return LiveRules(tuple(rules))


@once_per_library
def _asked_of_both_sides(library: Library) -> frozenset[RegionId]:
    """The regions of which some rule asks whether both sides are touched; of others it makes no difference."""
    return frozenset(
        RegionId(region)
        for rule in library.rules.values()
        for form in formulas_in(rule.when)
        if form.side == "both"
        for region in form.regions
    )


@once_per_library
def _needed_places(library: Library) -> tuple[tuple[Rule, frozenset[str] | None], ...]:
    """Every rule, with the regions of which one has to be touched for it to fire; None where none has to be."""
    return tuple((rule, _places_needed(rule.when)) for rule in library.rules.values())


def _places_needed(form: Form) -> frozenset[str] | None:
    if isinstance(form, str):
        return None
    if form.region is not None:
        return frozenset(form.regions)
    if form.any is not None:
        each = [_places_needed(part) for part in form.any]
        return None if None in each else frozenset().union(*(one for one in each if one is not None))
    needed = (_places_needed(part) for part in form.all or ())
    return next((one for one in needed if one is not None), None)


@once_per_library
def _anywhere(library: Library) -> Mapping[RuleId, Condition]:
    """The conditions of the rules that speak of no place, settled once: they are the same wherever somebody touched."""
    nowhere: frozenset[RegionId] = frozenset()
    return {
        rule.id: settle(rule.when, nowhere, nowhere)
        for rule in library.rules.values()
        if all(form.region is None for form in formulas_in(rule.when))
    }


@once_per_visit
def rules_of(library: Library, visit: Visit) -> LiveRules:
    """The rules that can fire in the places of a visit."""
    return live_rules(library, visit.regions, visit.two_sided)


def level_of(live: LiveRule, visit: Visit) -> Level | None:
    """The level at which a rule fires, or None.

    "Not sure" counts as yes, at the rule's unsure level.
    """
    return level_at(live, live.condition.read(visit))


def level_at(live: LiveRule, reading: int) -> Level | None:
    """The level at which a rule fires when its condition reads so, or None."""
    if reading & SURE:
        return live.rule.advise
    if reading & DOUBT:
        return live.rule.unsure_level
    return None


@once_per_visit
def _readings(library: Library, visit: Visit) -> tuple[int, ...]:
    """How the condition of each rule reads, in the order of `rules_of`."""
    return tuple(live.condition.read(visit) for live in rules_of(library, visit).rules)


@once_per_visit
def fired_rules(library: Library, visit: Visit) -> tuple[FiredRule, ...]:
    """The rules that fired, most urgent first, then in the order of the content."""
    fired = []
    for live, reading in zip(rules_of(library, visit).rules, _readings(library, visit), strict=True):
        level = level_at(live, reading)
        if level is None:
            continue
        sure = bool(reading & SURE)
        findings = dict.fromkeys(live.condition.holding(visit, SURE if sure else DOUBT))
        fired.append(FiredRule(live.rule, level, not sure, tuple(findings)))
    return tuple(sorted(fired, key=lambda one: -one.level.rank))


def rule_level(library: Library, visit: Visit) -> Level:
    """The highest level of the rules that fired; self-treat when none did."""
    return max((fired.level for fired in fired_rules(library, visit)), default=Level.SELF_TREAT)


def open_findings(library: Library, visit: Visit, above: Level) -> Iterator[FindingId]:
    """Unanswered findings that some rule still needs in order to fire above a level. Some come more than once."""
    higher = frozenset(level for level in Level if level > above)
    for live, reading in zip(rules_of(library, visit).rules, _readings(library, visit), strict=True):
        if live.rule.advise not in higher:
            continue
        if reading & (REACH | SURE) == REACH:
            yield from live.condition.open_for(visit, REACH, SURE)
        if reading & (POSSIBLE | DOUBT) == POSSIBLE and live.rule.unsure_level in higher:
            yield from live.condition.open_for(visit, POSSIBLE, DOUBT)
