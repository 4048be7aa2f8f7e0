"""Proof about screens: what a rule or story needs is asked, and what stands on a screen is needed."""

from collections import Counter
from collections.abc import Iterator

from spasm_gui.authoring.card import How, Statement
from spasm_gui.authoring.situations import situations, visit_to
from spasm_gui.authoring.whereabouts import Whereabouts
from spasm_gui.knowledge.cause import Cause, Story
from spasm_gui.knowledge.finding import FindingId, FindingRole
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import RegionId
from spasm_gui.knowledge.rule import RuleId, findings_in
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reading.errors import Problem
from spasm_gui.reasoning.fit import stories_at
from spasm_gui.reasoning.rows import rows_in_order
from spasm_gui.reasoning.triage import live_rules

_FEW = 3
"""So many places are named in a message; the rest is counted."""


def alone(library: Library, region: RegionId) -> Visit:
    """A visit that touches one region."""
    visit = visit_to(library, [(region, False)])
    assert visit is not None
    return visit


def rows_at(library: Library, visit: Visit) -> frozenset[FindingId]:
    """Every finding that stands on some screen of these places."""
    return frozenset(finding for _, finding in rows_in_order(library, visit))


def asked_by_story(cause: Cause, story: Story) -> Iterator[FindingId]:
    """The findings that must stand on screens for a story: its counter-signs, and whom it is meant for."""
    yield from story.against
    yield from findings_in(story.only_for)
    yield from findings_in(cause.only_for)


def needed_rows(library: Library, where: Whereabouts) -> Statement:
    """Every finding a rule needs in a place is on a screen there."""
    lacking: dict[tuple[RuleId, FindingId], list[Visit]] = {}
    visits = situations(library)
    for visit in visits:
        rows = rows_at(library, visit)
        for finding, named in live_rules(library, visit.regions, visit.two_sided).naming.items():
            if finding not in rows and visit.regions & set(library.screens.regions):
                for live in named:
                    lacking.setdefault((live.rule.id, finding), []).append(visit)
    problems = [
        where.problem(
            "rules",
            rule,
            f"rule '{rule}' needs '{finding}', which is on no screen of {_places(visits_without)}; "
            "add the row there, or name the places in the rule",
        )
        for (rule, finding), visits_without in lacking.items()
    ]
    return Statement(
        key="needed_rows_asked",
        text="Every finding a rule needs in a place is asked on a screen there",
        how=How.ENUMERATED,
        covered=f"{len(library.regions)} regions alone and the {len(visits) - len(library.regions)} pairs and "
        "triples that some rule joins",
        problems=tuple(problems),
        figures={"situations": len(visits)},
    )


def _places(visits: list[Visit]) -> str:
    shortest = sorted(visits, key=lambda visit: len(visit.places))
    names = [" with ".join(str(place.region) for place in visit.places) for visit in shortest]
    more = f" and {len(names) - _FEW} more" if len(names) > _FEW else ""
    return ", ".join(f"'{name}'" for name in names[:_FEW]) + more


def no_idle_finding(library: Library, where: Whereabouts) -> Statement:
    """Each finding is named by a rule or a story, and stands on a screen or a card."""
    by_rules = {finding for rule in library.rules.values() for finding in findings_in(rule.when)}
    by_stories = {f for cause, story in library.stories.values() for f in asked_by_story(cause, story)}
    on_cards = {need for _, story in library.stories.values() for need in story.needs}
    plan = library.screens
    on_screens = {plan.age, *plan.right_now, *plan.anywhere, *(f for group in plan.chips for f in group.findings)}
    on_screens |= {f for rows in plan.regions.values() for f in (*rows.here, *rows.soon, *rows.for_a_while)}
    problems: list[Problem] = []
    warnings: list[Problem] = []
    for finding in library.findings.values():
        if finding.id == plan.age:
            continue  # it is asked for the sake of the wording too
        if finding.id in by_rules | by_stories | on_cards:
            if finding.id in on_screens | on_cards:
                continue
            why = "stands on no screen and no card, so it is never asked in its place"
        else:
            why = "is named by no rule and no story, so a yes changes nothing"
        message = f"finding '{finding.id}' {why}"
        breach = where.problem("findings", finding.id, message)
        (problems if finding.role is FindingRole.DANGER else warnings).append(breach)
    return Statement(
        key="no_idle_finding",
        text="Each finding is named by a rule or a story and asked on a screen or a card",
        how=How.ENUMERATED,
        covered=f"{len(library.findings)} findings",
        problems=tuple(problems),
        warnings=tuple(warnings),
    )


def no_idle_row(library: Library, where: Whereabouts) -> Statement:
    """Each row of a region is used there by a rule or a story, and no row stands on its screens twice."""
    used = _used_rows(library)
    used_somewhere = {finding for findings in used.values() for finding in findings}
    problems: list[Problem] = []
    warnings: list[Problem] = []
    rows_count = 0

    def idle(part: str, key: str, finding: FindingId, place: str) -> None:
        message = f"the row '{finding}' of {place} is never asked: no rule and no story needs it there"
        is_danger = library.findings[finding].role is FindingRole.DANGER
        (problems if is_danger else warnings).append(where.problem(part, key, message))

    plan = library.screens
    everywhere = (*plan.right_now, *plan.anywhere, *(f for group in plan.chips for f in group.findings))
    for finding in everywhere:
        if finding not in used_somewhere:
            idle("findings", finding, finding, "the screens of every region")
    for region, rows in plan.regions.items():
        for finding in (*rows.here, *rows.soon, *rows.for_a_while):
            rows_count += 1
            if finding not in used[region]:
                idle("screens", region, finding, f"region '{region}'")
    warnings += _doubles(library, where)
    return Statement(
        key="no_idle_row",
        text="Each row of a region is used there by a rule or a story, and stands there once",
        how=How.ENUMERATED,
        covered=f"{rows_count} rows of {len(plan.regions)} regions and {len(everywhere)} rows of all regions",
        problems=tuple(problems),
        warnings=tuple(warnings),
        figures={"rows": rows_count},
    )


def _used_rows(library: Library) -> dict[RegionId, set[FindingId]]:
    """For each region the findings that a rule or story can need when it is touched, alone or with others."""
    used: dict[RegionId, set[FindingId]] = {region: set() for region in library.regions}
    for visit in situations(library):
        named = _named(library, visit.regions, visit.two_sided)
        for region in visit.regions:
            others = visit.regions - {region}
            thanks_to_it = named - (_named(library, others, visit.two_sided & others) if others else set())
            used[region].update(finding for _, finding in thanks_to_it)
    for region, findings in used.items():
        for cause, story in stories_at(library, region):
            findings.update(asked_by_story(cause, story))
    return used


def _named(
    library: Library, regions: frozenset[RegionId], two_sided: frozenset[RegionId]
) -> set[tuple[RuleId, FindingId]]:
    """Which rule names which finding in these places."""
    naming = live_rules(library, regions, two_sided).naming
    return {(live.rule.id, finding) for finding, named in naming.items() for live in named}


def _doubles(library: Library, where: Whereabouts) -> Iterator[Problem]:
    for region in library.screens.regions:
        counted = Counter(finding for _, finding in rows_in_order(library, alone(library, region)))
        for finding, times in counted.items():
            if times > 1:
                message = f"the row '{finding}' stands {times} times on the screens of region '{region}'"
                yield where.problem("screens", region, message)


def danger_everywhere(library: Library, where: Whereabouts) -> Statement:
    """Every region that can be used asks its own danger questions."""
    problems: list[Problem] = []
    warnings: list[Problem] = []
    asked: dict[str, int] = {}
    for region in library.regions:
        rows = library.screens.regions.get(region)
        if rows is None:
            message = f"region '{region}' has no rows in screens.yaml; the program says that it comes next"
            warnings.append(where.problem("regions", region, message))
            continue
        dangers = [f for f in (*rows.here, *rows.soon) if library.findings[f].role is FindingRole.DANGER]
        asked[region] = len(dangers)
        if not dangers:
            message = f"region '{region}' asks no danger question of its own"
            problems.append(where.problem("screens", region, message))
        if not library.is_ready(region):
            message = f"region '{region}' has questions but no cause; the program says that it comes next"
            warnings.append(where.problem("regions", region, message))
    return Statement(
        key="danger_questions",
        text="Every region asks danger questions of its own",
        how=How.ENUMERATED,
        covered=f"{len(library.regions)} regions, fewest rows {min(asked.values(), default=0)}",
        problems=tuple(problems),
        warnings=tuple(warnings),
        figures={"ready_regions": sum(1 for region in library.regions if library.is_ready(region))},
    )
