"""Which sets of answers end differently in two libraries.

Only findings that a changed rule or story names are varied, since no other can make a difference by itself; everything
else is answered "no". In each place this is done once plainly, so that self-treatment cannot be earned, and once for
each self-limiting cause with all lines of its card said yes, so that it can. Up to `EVERY_SET_UP_TO` findings all sets
of answers are looked at, "not sure" among them; beyond, all answers to three findings at a time, and every way in which
a changed rule can fire.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spasm_gui.authoring.answer_table import AnswerTable, Domain, chosen_sets, every_set, three_at_a_time
from spasm_gui.authoring.screens_proof import asked_by_story
from spasm_gui.authoring.set_levels import levels_of_sets
from spasm_gui.authoring.situations import Touch, answers_of, branches, visit_to, ways
from spasm_gui.knowledge.cause import Cause, Story
from spasm_gui.knowledge.finding import Answer, AnswerValue, Finding, FindingId, FindingKind, FindingRole
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.rule import Form, Formula, Rule, RuleId, findings_in, formulas_in
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.conditions import settle
from spasm_gui.reasoning.fit import stories_at
from spasm_gui.reasoning.triage import fired_rules, rules_of

EVERY_SET_UP_TO = 12
"""Up to so many findings every set of answers is looked at: with yes, no and not sure some half a million."""

MOST_SETS = 4_000_000
"""A choice with many answers can make more sets than this of few findings; then they are looked at three at a time."""

MOST_TRIPLES = 3_000
"""So many threes of findings are looked at in one place; of more, evenly chosen ones."""


@dataclass(frozen=True, slots=True)
class Change:
    """Sets of answers of one place that ended at one level and now end at another.

    Attributes:
        place: the touched regions, as `chest` or `chest with jaw`.
        before: the level in the old library.
        after: the level in the new one.
        count: how many sets of answers.
        example: the one of them with the fewest answers, with everything that was not answered "no".
        rules_before: the rules that fired on the example.
        rules_after: the rules that fire on it now.
    """

    place: str
    before: Level
    after: Level
    count: int
    example: Mapping[str, AnswerValue]
    rules_before: tuple[RuleId, ...]
    rules_after: tuple[RuleId, ...]

    @property
    def is_lowered(self) -> bool:
        """True if the advice is less urgent than before."""
        return self.after < self.before


@dataclass(slots=True)
class Endings:
    """What was looked at, and what ends differently.

    `changes` are worst first: lowered levels before raised ones, by how far, then by how many sets.
    """

    changes: list[Change] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    sampled_places: list[str] = field(default_factory=list)
    sets: int = 0
    most_findings: int = 0


def changed_endings(old: Library, new: Library) -> Endings:
    """Return which sets of answers end differently in `new`, in each region and where changed rules join regions."""
    comparison = _Comparison(old, new)
    found = Endings()
    counted: dict[tuple[str, Level, Level], _Counted] = {}
    for visit, rules in comparison.visits():
        domain = comparison.domain(visit, rules)
        if not domain and not rules:
            continue
        name = _name(visit)
        found.places.append(name)
        found.most_findings = max(found.most_findings, len(domain))
        table = comparison.table(visit, rules, domain)
        if table.is_sample:
            found.sampled_places.append(name)
        for fixed in comparison.persons(visit, domain):
            found.sets += table.sets.count
            for before, after, one in comparison.differences(visit, table.sets, fixed):
                so_far = counted.get((name, before, after))
                counted[name, before, after] = one if so_far is None else so_far.with_more(one)
    found.changes = sorted((comparison.change(*key, one) for key, one in counted.items()), key=_worst_first)
    return found


def _name(visit: Visit) -> str:
    both = visit.two_sided
    return " with ".join(f"{region} on both sides" if region in both else region for region in sorted(visit.regions))


@dataclass(frozen=True, slots=True)
class _Counted:
    """Sets of answers that end differently in the same way: how many, and the visit with the fewest answers."""

    count: int
    visit: Visit
    shown: Mapping[str, AnswerValue]

    def with_more(self, other: "_Counted") -> "_Counted":
        kept = min(self, other, key=lambda one: len(one.shown))
        return _Counted(self.count + other.count, kept.visit, kept.shown)


def _worst_first(change: Change) -> tuple[int, int, int, str]:
    rise = change.after.rank - change.before.rank
    return (0 if change.is_lowered else 1, rise if change.is_lowered else -rise, -change.count, change.place)


@dataclass(frozen=True, slots=True)
class _Table:
    sets: AnswerTable
    is_sample: bool


class _Comparison:
    """Two libraries, and what differs between them in a way that can change an advice."""

    def __init__(self, old: Library, new: Library) -> None:
        self._old = old
        self._new = new
        self._findings: dict[FindingId, Finding] = {**old.findings, **new.findings}
        self._calm = _calmly(self._findings.values())
        redefined = {
            key
            for key in old.findings.keys() & new.findings.keys()
            if _how_answered(old.findings[key]) != _how_answered(new.findings[key])
        }
        self._rules = {
            key: [library.rules[key] for library in (old, new) if key in library.rules]
            for key in dict.fromkeys([*old.rules, *new.rules])
            if _decides(old.rules.get(key)) != _decides(new.rules.get(key))
            or redefined.intersection(findings_in(new.rules[key].when))
        }
        self._stories: dict[str, list[tuple[Cause, Story]]] = {
            key: [library.stories[key] for library in (old, new) if key in library.stories]
            for key in dict.fromkeys([*old.stories, *new.stories])
            if _earns(old.stories.get(key)) != _earns(new.stories.get(key))
            or redefined.intersection(_named_by_story(*new.stories[key]))
        }

    def visits(self) -> Iterator[tuple[Visit, list[Rule]]]:
        """Every region that both libraries have with its changed rules, then every set of regions that these join.

        A set of regions comes with the rules that join it; what they say in one region alone was looked at there.
        """
        both = [region for region in self._new.regions if region in self._old.regions]
        joined: dict[frozenset[Touch], list[Rule]] = {}
        for rules in self._rules.values():
            for rule in rules:
                for touches in sorted(branches(rule.when), key=sorted):
                    if len(touches) > 1 or any(both_sides for _, both_sides in touches):
                        joined.setdefault(touches, []).append(rule)
        for region in both:
            visit = visit_to(self._new, [(region, False)])
            assert visit is not None
            yield visit, self._rules_at(visit)
        for touches, rules in joined.items():
            visit = visit_to(self._new, touches) if all(region in both for region, _ in touches) else None
            if visit is not None:
                yield visit, rules

    def domain(self, visit: Visit, rules: Sequence[Rule]) -> Domain:
        """The findings that these rules and the changed stories name here, with their answers, calmest first."""
        named: dict[FindingId, None] = {}
        for rule in rules:
            named.update(dict.fromkeys(settle(rule.when, visit.regions, visit.two_sided).findings()))
        if len(visit.places) == 1:
            for pairs in self._stories.values():
                for cause, story in pairs:
                    if visit.regions.intersection(story.regions):
                        named.update(dict.fromkeys(_named_by_story(cause, story)))
        return {finding: self._values(finding) for finding in named if finding in self._findings}

    def table(self, visit: Visit, rules: Sequence[Rule], domain: Domain) -> _Table:
        """All sets of answers if there are few findings, else three at a time and each way a changed rule can fire."""
        total = 1
        for values in domain.values():
            total *= len(values)
        if len(domain) <= EVERY_SET_UP_TO and total <= MOST_SETS:
            return _Table(every_set(domain), is_sample=False)
        sets = list(three_at_a_time(domain, MOST_TRIPLES))
        for rule in rules:
            library = self._new if rule.id in self._new.rules else self._old
            for way in ways(settle(rule.when, visit.regions, visit.two_sided), library):
                sets += [_known(answers, domain) for answers in answers_of(way, library)]
        return _Table(chosen_sets(domain, sets), is_sample=True)

    def persons(self, visit: Visit, domain: Domain) -> Iterator[dict[str, AnswerValue]]:
        """The answers to everything that does not vary: plainly no, and once for each story with all its lines yes."""
        yield self._calm
        done: set[frozenset[tuple[str, AnswerValue]]] = set()
        for library in (self._new, self._old):
            first = {region: next(iter(stories_at(library, region)), None) for region in visit.regions}
            for region in sorted(visit.regions):
                for pair in stories_at(library, region):
                    told = [pair, *(one for other, one in first.items() if other != region and one is not None)]
                    for fixed in self._telling(library, visit, told):
                        key = frozenset(item for item in fixed.items() if item[0] not in domain)
                        if key not in done:
                            done.add(key)
                            yield fixed

    def differences(
        self, visit: Visit, table: AnswerTable, fixed: Mapping[str, AnswerValue]
    ) -> Iterator[tuple[Level, Level, _Counted]]:
        """What ends differently for one person: the level before and after, and the sets of answers."""
        before = levels_of_sets(self._old, visit, table, fixed)
        after = levels_of_sets(self._new, visit, table, fixed)
        for old_level, old_sets in before.items():
            for new_level, new_sets in after.items():
                found = old_sets & new_sets
                if old_level is not new_level and found:
                    answers = {**fixed, **table.answers(table.fewest(found))}
                    shown = self._shown(answers)
                    yield old_level, new_level, _Counted(found.bit_count(), visit.answering(answers), shown)

    def change(self, place: str, before: Level, after: Level, counted: _Counted) -> Change:
        """The change with the rules that fired on its example."""
        return Change(
            place=place,
            before=before,
            after=after,
            count=counted.count,
            example=counted.shown,
            rules_before=tuple(reason.rule.id for reason in fired_rules(self._old, counted.visit)),
            rules_after=tuple(reason.rule.id for reason in fired_rules(self._new, counted.visit)),
        )

    def _rules_at(self, visit: Visit) -> list[Rule]:
        live = {library: {one.rule.id for one in rules_of(library, visit).rules} for library in (self._old, self._new)}
        return [
            rule
            for rules in self._rules.values()
            for rule in rules
            if rule.id in live[self._old] or rule.id in live[self._new]
        ]

    def _values(self, finding: FindingId) -> tuple[AnswerValue, ...]:
        record = self._findings[finding]
        calm = self._calm[finding]
        if record.kind is FindingKind.YES_NO:
            is_line = record.role is FindingRole.PATTERN  # a card is touched or not; nobody is unsure of a line
            return (Answer.NO, Answer.YES) if is_line else (Answer.NO, Answer.YES, Answer.NOT_SURE)
        if record.kind is FindingKind.CHOICE:
            choices = dict.fromkeys(
                choice.id
                for library in (self._new, self._old)
                if finding in library.findings
                for choice in library.findings[finding].choices
            )
            return (calm, *(choice for choice in choices if choice != calm))
        limits = {limit for rules in self._rules.values() for rule in rules for limit in _limits(rule.when, finding)}
        return (calm, *sorted(limits - {calm}), Answer.NOT_SURE)

    def _telling(
        self, library: Library, visit: Visit, told: Sequence[tuple[Cause, Story]]
    ) -> Iterator[dict[str, AnswerValue]]:
        """A person for whom these stories are meant and who says yes to all their lines."""
        lines: dict[str, AnswerValue] = {need: Answer.YES for _, story in told for need in story.needs}
        whom = [form for cause, story in told for form in (cause.only_for, story.only_for) if form is not None]
        calm = self._calm
        if not whom:
            yield {**calm, **lines}
            return
        condition = settle(Formula(all=tuple(whom)), visit.regions, visit.two_sided)
        meant = [answers for way in ways(condition, library) for answers in answers_of(way, library)]
        usual = [answers for answers in meant if all(calm.get(key) == value for key, value in answers.items())]
        yield from ({**calm, **lines, **answers} for answers in (usual or meant)[:1])

    def _shown(self, answers: Mapping[str, AnswerValue]) -> dict[str, AnswerValue]:
        calm = self._calm
        age = self._new.screens.age
        return {key: value for key, value in answers.items() if value != calm.get(key) or key == age}


def _calmly(findings: Iterable[Finding]) -> dict[str, AnswerValue]:
    """Everything answered no; of a choice the middle one, so that the age is that of most people."""
    calm: dict[str, AnswerValue] = {}
    for finding in findings:
        if finding.kind is FindingKind.YES_NO:
            calm[finding.id] = Answer.NO
        elif finding.kind is FindingKind.CHOICE:
            calm[finding.id] = finding.choices[len(finding.choices) // 2].id
        else:
            calm[finding.id] = finding.min or 0.0
    return calm


def _decides(rule: Rule | None) -> object:
    return None if rule is None else (rule.when, rule.advise, rule.unsure_level)


def _earns(pair: tuple[Cause, Story] | None) -> object:
    if pair is None:
        return None
    cause, story = pair
    return story.regions, story.needs, frozenset(story.against), story.only_for, cause.only_for


def _how_answered(finding: Finding) -> object:
    return finding.kind, tuple(choice.id for choice in finding.choices), finding.min, finding.max


def _named_by_story(cause: Cause, story: Story) -> Iterator[FindingId]:
    yield from (FindingId(need) for need in story.needs)
    yield from asked_by_story(cause, story)


def _limits(form: Form, finding: FindingId) -> Iterator[float]:
    for one in formulas_in(form):
        if one.finding == finding and one.at_least is not None:
            yield one.at_least


def _known(answers: Mapping[str, AnswerValue], domain: Domain) -> dict[FindingId, AnswerValue]:
    """The answers without those that are the calmest anyway."""
    return {
        finding: answers[finding]
        for finding, values in domain.items()
        if finding in answers and answers[finding] in values[1:]
    }
