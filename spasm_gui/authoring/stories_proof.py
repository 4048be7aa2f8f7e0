"""Proof about causes, story cards and self-care: each can be reached, and none past a danger."""

from collections import Counter
from collections.abc import Iterator, Mapping

from spasm_gui.authoring.card import How, Statement
from spasm_gui.authoring.cases import FIRST_CAUSES
from spasm_gui.authoring.screens_proof import alone, asked_by_story, rows_at
from spasm_gui.authoring.situations import Touch, Way, answers_of, branches, every_no, visit_to, ways
from spasm_gui.authoring.whereabouts import Whereabouts
from spasm_gui.knowledge.cause import Cause, CauseId, Story
from spasm_gui.knowledge.finding import Answer, AnswerValue, FindingKind
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import RegionId
from spasm_gui.knowledge.rule import Formula, findings_in
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.assessment import recorded
from spasm_gui.reasoning.conditions import settle
from spasm_gui.reasoning.fit import Fit, ranked_causes, stories_at, story_fit
from spasm_gui.reasoning.rows import rows_in_order
from spasm_gui.reasoning.triage import fired_rules, live_rules


def counter_signs_asked(library: Library, where: Whereabouts) -> Statement:
    """A story's counter-signs are asked in each of its regions, and a card never says yes to a danger."""
    problems = []
    named = {finding for rule in library.rules.values() for finding in findings_in(rule.when)}
    for cause, story in library.stories.values():
        for region in story.regions:
            if region not in library.screens.regions:
                continue
            rows = rows_at(library, alone(library, region))
            for finding in dict.fromkeys(asked_by_story(cause, story)):
                if finding not in rows:
                    message = f"story '{story.id}' waits for '{finding}', which is on no screen of region '{region}'"
                    problems.append(where.problem("causes", story.id, message))
        for need in story.needs:
            if need in named:
                message = f"story '{story.id}' says yes to '{need}', which a rule names; a card may never do that"
                problems.append(where.problem("causes", story.id, message))
    return Statement(
        key="counter_signs_asked",
        text="A story's counter-signs are asked in each of its regions, and no card says yes to what a rule names",
        how=How.ENUMERATED,
        covered=f"{len(library.stories)} stories in {_story_places(library)} places",
        problems=tuple(problems),
    )


def _story_places(library: Library) -> int:
    return sum(len(story.regions) for _, story in library.stories.values())


def self_treatment_reachable(library: Library, where: Whereabouts) -> Statement:
    """Each story card can earn self-treatment for somebody who answers no to everything else."""
    warnings = []
    can_earn: dict[str, int] = {}
    for region in library.regions:
        for cause, story in stories_at(library, region):
            blocking = _what_blocks(library, region, cause, story)
            if blocking is None:
                can_earn[region] = can_earn.get(region, 0) + 1
                continue
            message = f"story '{story.id}' never earns self-treatment in '{region}': {blocking}"
            warnings.append(where.problem("causes", story.id, message))
    without = [region for region in library.regions if region not in can_earn]
    return Statement(
        key="self_treatment_reachable",
        text=f"Each story card can earn self-treatment; {len(can_earn)} of {len(library.regions)} regions have one",
        how=How.ENUMERATED,
        covered=f"{_story_places(library)} cards in their places, each with every age it is meant for",
        warnings=tuple(warnings),
        figures={"stories_by_region": can_earn, "regions_without": without},
    )


def _what_blocks(library: Library, region: RegionId, cause: Cause, story: Story) -> str | None:
    """Why a card does not lead to self-treatment although everything else was answered no; None if it does."""
    blocking: Counter[str] = Counter()
    for visit in _visits_meant(library, region, cause, story):
        touched = visit.answering(recorded({**visit.answers, story.id: Answer.YES}, library))
        fired = fired_rules(library, touched)
        if fired:
            blocking[f"rule '{fired[0].rule.id}' fires"] += 1
        elif story_fit(library, touched, cause, story) is Fit.FITS:
            return None
        else:
            blocking["its lines, counter-signs and whom it is meant for exclude each other"] += 1
    return blocking.most_common(1)[0][0] if blocking else "the places it is meant for cannot be touched"


def _visits_meant(library: Library, region: RegionId, cause: Cause, story: Story) -> Iterator[Visit]:
    """Calm visits to a region by everybody a story is meant for: every age, circumstance and further place."""
    narrowings = tuple(form for form in (cause.only_for, story.only_for) if form is not None)
    whom = Formula(all=narrowings) if narrowings else None
    ages = [choice.id for choice in library.findings[library.screens.age].choices]
    for touches in sorted(branches(whom), key=sorted) if whom else [frozenset[Touch]()]:
        visit = visit_to(library, touches | {(region, False)})
        if visit is None:
            continue
        calm = calm_answers(library, visit)
        persons: tuple[Way, ...] = ways(settle(whom, visit.regions, visit.two_sided), library) if whom else ({},)
        for person in persons:
            for answers in answers_of(person, library):
                for age in ages:
                    yield calm.answering({library.screens.age: age}).answering(answers)


def calm_answers(library: Library, visit: Visit) -> Visit:
    """The visit with every row of its places answered no, and no age given."""
    rows = dict.fromkeys(finding for _, finding in rows_in_order(library, visit))
    return visit.answering(every_no(library, (row for row in rows if row != library.screens.age)))


def guards_asked(library: Library, where: Whereabouts) -> Statement:
    """Self-care stands behind guards that are asked where it is offered; otherwise it would never be offered."""
    problems, warnings = [], []
    pairs = 0
    naming = {region: set(live_rules(library, frozenset({region}), frozenset()).naming) for region in library.regions}
    for region, findings in naming.items():
        for cause, story in stories_at(library, region):
            findings.update(asked_by_story(cause, story))
    for care in library.self_care.values():
        offering = _offering_regions(library, care.id)
        if not offering:
            message = f"self-care '{care.id}' is never offered: no self-limiting cause with a story names it"
            warnings.append(where.problem("self_care", care.id, message))
        for region in (region for region in care.regions if region in offering):
            pairs += len(care.guards)
            lacking = [f"'{guard}'" for guard in care.guards if guard not in naming[region]]
            if lacking:
                message = (
                    f"self-care '{care.id}' is never offered in '{region}': nobody asks {', '.join(lacking)} there"
                )
                problems.append(where.problem("self_care", care.id, message))
    unguarded = [care.id for care in library.self_care.values() if not care.guards]
    return Statement(
        key="guards_asked",
        text="Self-care is offered only behind guards that are asked in its regions",
        how=How.ENUMERATED,
        covered=f"{len(library.self_care)} entries, {pairs} guards in their regions",
        problems=tuple(problems),
        warnings=tuple(warnings),
        figures={"without_guards": unguarded},
    )


def _offering_regions(library: Library, care: str) -> set[RegionId]:
    """The regions in which a story of a cause that names this self-care can fit."""
    return {
        region
        for cause, story in library.stories.values()
        if care in cause.self_care
        for region in story.regions
        if region in library.screens.regions
    }


def causes_reachable(library: Library, where: Whereabouts) -> Statement:
    """Some answers bring each cause among the first few."""
    warnings = []
    tried = 0
    for cause in library.causes.values():
        best: tuple[int, RegionId] | None = None
        for region, visit in _likely_visits(library, cause):
            tried += 1
            order = [ranked.cause.id for ranked in ranked_causes(library, visit)]
            if cause.id in order and (best is None or order.index(cause.id) < best[0]):
                best = (order.index(cause.id), region)
            if best is not None and best[0] < FIRST_CAUSES:
                break
        else:
            found = f"at best it stands {best[0] + 1}. in '{best[1]}'" if best else "it is not listed at all"
            message = f"cause '{cause.id}' was not brought among the first {FIRST_CAUSES}; {found}"
            warnings.append(where.problem("causes", cause.id, message))
    return Statement(
        key="causes_reachable",
        text=f"Every cause stands among the first {FIRST_CAUSES} for some answers",
        how=How.SEARCHED,
        covered=f"{len(library.causes)} causes, {tried} visits that speak for them",
        warnings=tuple(warnings),
        figures={"visits_tried": tried},
    )


def dangers_ruled_out(library: Library, where: Whereabouts) -> Statement:
    """Answering no to everything that is asked in a region rules its dangerous causes out."""
    standing: dict[CauseId, list[RegionId]] = {}
    for region in library.screens.regions:
        calm = calm_answers(library, alone(library, region))
        ages = library.findings[library.screens.age].choices
        grown_up = calm.answering({library.screens.age: ages[len(ages) // 2].id})
        for ranked in ranked_causes(library, grown_up):
            if ranked.rule_out:
                standing.setdefault(ranked.cause.id, []).append(region)
    warnings = [
        where.problem(
            "causes",
            cause,
            f"cause '{cause}' stays in the strip of dangers in {', '.join(regions)} although everything asked there "
            "was answered no: its needs name findings that nobody asks there",
        )
        for cause, regions in standing.items()
    ]
    return Statement(
        key="dangers_ruled_out",
        text="Answering no to everything rules the dangerous causes of a region out",
        how=How.ENUMERATED,
        covered=f"{len(library.screens.regions)} regions, a grown-up person",
        warnings=tuple(warnings),
    )


def _likely_visits(library: Library, cause: Cause) -> Iterator[tuple[RegionId, Visit]]:
    """Visits that speak for a cause: its own signs are yes, everything else that is asked is no."""
    for region in cause.regions:
        if region not in library.screens.regions:
            continue
        calm = calm_answers(library, alone(library, region))
        cards = {need for _, story in stories_at(library, region) for need in story.needs}
        askable = {*calm.answers, *cards}
        signs = [f for f in cause.fits if f in askable and library.findings[f].kind is FindingKind.YES_NO]
        for person in _persons(library, cause, region):
            for lines in _patterns(library, cause, region):
                yes: dict[str, AnswerValue] = {**dict.fromkeys(signs, Answer.YES), **lines}
                yield region, calm.answering(yes).answering(person)


def _persons(library: Library, cause: Cause, region: RegionId) -> Iterator[Mapping[str, AnswerValue]]:
    """Whom a cause is meant for: every age and circumstance its `only_for` allows."""
    ages = [choice.id for choice in library.findings[library.screens.age].choices]
    grown_up: dict[str, AnswerValue] = {library.screens.age: ages[len(ages) // 2]}
    forms = [cause.only_for, *(story.only_for for story in cause.stories)]
    yield grown_up
    for form in forms:
        if form is None:
            continue
        for way in ways(settle(form, frozenset({region}), frozenset()), library):
            for answers in answers_of(way, library):
                yield {**grown_up, **answers}


def _patterns(library: Library, cause: Cause, region: RegionId) -> Iterator[Mapping[str, AnswerValue]]:
    """What makes a cause likely: the lines of one of its stories, or one way in which its needs hold."""
    stories = [story for story in cause.stories if region in story.regions]
    for story in stories:
        yield recorded({story.id: Answer.YES}, library)
    if not stories and cause.needs is not None:
        for way in ways(settle(cause.needs, frozenset({region}), frozenset()), library):
            yield from answers_of(way, library)
    if not stories and cause.needs is None:
        yield {}
