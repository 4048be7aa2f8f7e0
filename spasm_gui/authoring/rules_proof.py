"""Proof about rules: they only ever raise, each can fire, each says something."""

import itertools
import random
from collections.abc import Iterator, Mapping

from spasm_gui.authoring.card import How, Statement
from spasm_gui.authoring.situations import answers_of, branches, visit_to, ways
from spasm_gui.authoring.whereabouts import Whereabouts
from spasm_gui.knowledge.finding import Answer, AnswerValue, FindingId, FindingKind
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import RegionId
from spasm_gui.knowledge.rule import Form, Rule, RuleId
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.triage import LiveRule, level_of, live_rules, rule_level, rules_of

SAMPLED_STEPS = 2_000
_MOST_DOUBTS = 4
"""Up to so many findings of a rule every mixture of sure and unsure is tried; beyond, each alone and all together."""


def monotone(library: Library) -> Statement:
    """No yes, no "not sure" instead of no, and no further place ever lowers the rule level."""
    parts = sum(_parts(rule.when) for rule in library.rules.values())
    lowered = [step for step in _sampled_steps(library) if step[1] < step[0]]
    assert not lowered, f"a condition without negation was lowered: {lowered[0]}"
    return Statement(
        key="monotone",
        text="One more yes, not sure instead of no, or one more place never lowers the rule level",
        how=How.PROVED,
        covered=f"{parts} conditions of {len(library.rules)} rules are all any, all, at_least, a threshold or a "
        f"place: there is no negation; and {SAMPLED_STEPS} sampled steps agree",
        figures={"conditions": parts, "sampled_steps": SAMPLED_STEPS},
    )


def _parts(form: Form) -> int:
    if isinstance(form, str):
        return 1
    return 1 + sum(_parts(part) for part in form.parts)


def _sampled_steps(library: Library) -> Iterator[tuple[Level, Level]]:
    """Steps upward on visits that grow from nothing, with the level before and after."""
    chance = random.Random(0)  # the same steps each time, so that a failure can be looked at
    regions = list(library.regions)
    yes_no = [finding.id for finding in library.findings.values() if finding.kind is FindingKind.YES_NO]
    if not yes_no:
        return
    start = visit = _touching(library, Visit(), chance.choice(regions))
    before = rule_level(library, visit)
    for step in range(SAMPLED_STEPS):
        if step % 12 == 0:
            start = _touching(library, Visit(), chance.choice(regions))
            calm: dict[str, AnswerValue] = {f: Answer.NO for f in yes_no if chance.random() < 0.8}
            age = library.findings[library.screens.age].choices
            visit = start.answering({**calm, library.screens.age: chance.choice(age).id})
            before = rule_level(library, visit)
        if chance.random() < 0.1:
            visit = _touching(library, visit, chance.choice(regions))
        else:
            finding = chance.choice(yes_no)
            is_calm = visit.answers.get(finding) in (None, Answer.NO)
            visit = visit.answering({finding: Answer.NOT_SURE if is_calm else Answer.YES})
        after = rule_level(library, visit)
        yield before, after
        before = after


def _touching(library: Library, visit: Visit, region: RegionId) -> Visit:
    touched = visit_to(library, [(region, False)])
    assert touched is not None
    return visit if region in visit.regions else visit.touching(touched.places[0])


def no_dead_rule(library: Library, where: Whereabouts) -> Statement:
    """Each rule can fire where its places are touched."""
    problems = []
    looked_at = 0
    for rule in library.rules.values():
        can_fire = False
        for live in _live_in_its_places(library, rule):
            looked_at += 1
            can_fire = can_fire or bool(live is not None and ways(live[1].condition, library))
        if not can_fire:
            message = f"rule '{rule.id}' can never fire: its conditions exclude each other"
            problems.append(where.problem("rules", rule.id, message))
    return Statement(
        key="no_dead_rule",
        text="Each rule can fire in some region, pair or triple of regions",
        how=How.ENUMERATED,
        covered=f"{len(library.rules)} rules in the {looked_at} sets of places they name",
        problems=tuple(problems),
        figures={"sets_of_places": looked_at},
    )


def _live_in_its_places(library: Library, rule: Rule) -> Iterator[tuple[Visit, LiveRule] | None]:
    """The rule in each set of places that lets it live; None where it does not or such places cannot be touched."""
    for touches in sorted(branches(rule.when), key=sorted):
        regions = [touches] if touches else [frozenset({(region, False)}) for region in library.regions]
        for places in regions:
            visit = visit_to(library, places)
            yield None if visit is None else _live(library, visit, rule.id)


def _live(library: Library, visit: Visit, rule: RuleId) -> tuple[Visit, LiveRule] | None:
    living = live_rules(library, visit.regions, visit.two_sided).rules
    return next(((visit, live) for live in living if live.rule.id == rule), None)


def no_shadowed_rule(library: Library, where: Whereabouts) -> Statement:
    """Each rule changes the advice for somebody: nobody else's rule always fires with it at least as high."""
    warnings = []
    for rule in library.rules.values():
        shadows = _shadows(library, rule)
        if shadows:
            names = ", ".join(f"'{name}'" for name in sorted(shadows))
            message = f"rule '{rule.id}' never changes the advice: whenever it fires, {names} says as much or more"
            warnings.append(where.problem("rules", rule.id, message))
    return Statement(
        key="no_shadowed_rule",
        text="No rule is always shadowed by others",
        how=How.ENUMERATED,
        covered=f"every way in which each of {len(library.rules)} rules can fire, sure and unsure",
        warnings=tuple(warnings),
    )


def _shadows(library: Library, rule: Rule) -> frozenset[RuleId]:
    """The rules that shadow a rule, one for each way in which it fires; empty if some way shows it alone."""
    shadows: set[RuleId] = set()
    for live in _live_in_its_places(library, rule):
        if live is None:
            continue
        place, own = live
        for way in ways(own.condition, library):
            for answers in answers_of(way, library):
                for mixture in _mixtures(answers):
                    shadow = _shadow(library, place.answering(mixture), own)
                    if shadow is None:
                        return frozenset()
                    shadows.add(shadow)
    return frozenset(shadows)


def _mixtures(answers: Mapping[str, AnswerValue]) -> Iterator[dict[str, AnswerValue]]:
    """The answers, sure or unsure."""
    counts = range(len(answers) + 1) if len(answers) <= _MOST_DOUBTS else (0, 1, len(answers))
    for count in counts:
        for unsure in itertools.combinations(answers, count):
            yield {**answers, **dict.fromkeys(unsure, Answer.NOT_SURE)}


def _shadow(library: Library, visit: Visit, own: LiveRule) -> RuleId | None:
    level = level_of(own, visit)
    assert level is not None
    live = rules_of(library, visit)
    others = {other.rule.id: other for key in visit.answers for other in live.naming.get(FindingId(key), ())}
    others |= {other.rule.id: other for other in live.rules if not any(other.condition.findings())}
    for other in others.values():
        if other.rule.id != own.rule.id:
            found = level_of(other, visit)
            if found is not None and found >= level:
                return other.rule.id
    return None
