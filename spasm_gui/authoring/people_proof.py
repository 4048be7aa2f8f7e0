"""Proof about people: every visit ends in an advice, no red flag in self-treatment, every case as its author said."""

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence

from spasm_gui.authoring.card import How, Statement
from spasm_gui.authoring.cases import CaseError, CaseRun, failures, level_without, run_case, with_doubt
from spasm_gui.authoring.screens_proof import alone
from spasm_gui.authoring.situations import situations
from spasm_gui.authoring.whereabouts import Whereabouts
from spasm_gui.knowledge.finding import Answer, AnswerValue, FindingId, FindingKind
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import RegionId
from spasm_gui.knowledge.rule import RuleId
from spasm_gui.knowledge.screens import Screen
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reading.errors import Problem
from spasm_gui.reasoning.assessment import assess, is_red_flag
from spasm_gui.reasoning.questions import every_question, next_page
from spasm_gui.reasoning.triage import fired_rules, rules_of

MOST_PAGES = 7
"""So many screens at most, by the figures of the design."""

HOME_TOUCHES, LONG_HOME_TOUCHES, EARLY_EMERGENCY_TOUCHES = 8, 10, 3
"""Touches after the touch on the body, in the median, by the figures of the design."""

LONG_REGIONS = frozenset({RegionId("abdomen"), RegionId("pelvis")})
"""Regions with more to ask before self-treatment may be advised."""

MOST_DOUBTS = 20_000
"""So many single doubts are followed at most, evenly chosen, to keep the whole proof within its time."""

MOST_FLAGS = 200
"""So many pairs of a region and a red flag are followed at most, evenly chosen, for the same reason."""

_ENDLESS = 200
"""No visit has so many pages; one that does would never end."""


def complete(library: Library, where: Whereabouts) -> Statement:
    """Every region and every set of answers ends in an advice."""
    problems = []
    visits = situations(library)
    walks = 0
    for visit in visits:
        if len(visit.places) > 1:
            ends = [("no", _ends_when_calm(library, visit))]
        else:
            ends = [(policy.value, _ends(library, visit, policy)) for policy in Answer]
        walks += len(ends)
        for policy, is_over in ends:
            if not is_over:
                names = " with ".join(str(place) for place in visit.places)
                message = f"a visit to {names} in which all is answered '{policy}' ends in no advice"
                problems.append(where.problem("regions", visit.places[0].region, message))
    return Statement(
        key="complete",
        text="Every region and every set of answers ends in an advice",
        how=How.PROVED,
        covered="each answer closes its question and opens only others that were not answered, and each level has its "
        f"words; {walks} whole visits agree (each region all yes, all no, all not sure; joined regions all no)",
        problems=tuple(problems),
        figures={"visits": walks},
    )


def _ends(library: Library, visit: Visit, policy: Answer) -> bool:
    """Whether a visit ends in an advice when page after page is answered alike; the age is that of most people."""
    for _ in range(_ENDLESS):
        page = next_page(library, visit)
        if page is None:
            return assess(library, visit).level is not None
        before = len(visit.answers)
        visit = visit.answering(dict(_alike(library, page.ids, policy)))
        if len(visit.answers) == before:
            return False
    return False


def _ends_when_calm(library: Library, visit: Visit) -> bool:
    """Whether an advice is final once every question of the places, asked or not, was answered no."""
    rows = [question.id for question in every_question(library, visit)]
    assessment = assess(library, visit.answering(dict(_alike(library, rows, Answer.NO))))
    return assessment.is_final and assessment.level is not None


def _alike(library: Library, rows: Sequence[str], policy: Answer) -> Iterator[tuple[str, AnswerValue]]:
    for row in rows:
        finding = library.findings.get(row)  # type: ignore[call-overload]
        if finding is None or finding.kind is FindingKind.YES_NO:
            yield row, policy
        elif finding.kind is FindingKind.CHOICE:
            yield row, finding.choices[len(finding.choices) // 2].id
        else:
            yield row, finding.min or 0.0


def no_red_flag_in_self_treatment(library: Library, where: Whereabouts) -> Statement:
    """A single red flag among noes never ends in self-treatment, although every story card is touched."""
    problems = []
    flagged = list(_flagged_visits(library))
    chosen = flagged[:: max(1, -(-len(flagged) // MOST_FLAGS))]
    for finding, visit in chosen:
        if assess(library, visit).level is Level.SELF_TREAT:
            message = f"'{finding}' alone is a red flag in region '{visit.places[0]}' but ends in self-treat"
            problems.append(where.problem("findings", finding, message))
    return Statement(
        key="no_red_flag_in_self_treatment",
        text="No red flag answered yes ends in self-treatment",
        how=How.PROVED,
        covered="self-treatment is advised only when no rule fired, and no rule may advise it; "
        f"{len(chosen)} of {len(flagged)} pairs of a region and a red flag agree",
        problems=tuple(problems),
        figures={"pairs": len(flagged), "followed": len(chosen)},
    )


def _flagged_visits(library: Library) -> Iterator[tuple[FindingId, Visit]]:
    """Each red flag of each region, with a visit in which it is the only yes beside the story cards."""
    for region in library.regions:
        visit = alone(library, region)
        questions = every_question(library, visit)
        cards = {question.id: Answer.YES for question in questions if question.story is not None}
        rows = [question.id for question in questions if question.story is None]
        calm = visit.answering({**dict(_alike(library, rows, Answer.NO)), **cards})
        for finding in rules_of(library, visit).naming:
            if is_red_flag(library, visit, finding):
                yield finding, calm.answering({finding: Answer.YES})


def run_cases(library: Library, where: Whereabouts) -> tuple[Statement, tuple[CaseRun, ...]]:
    """Every case comes out as its author said. Returns the statement and the runs that could be made."""
    problems: list[Problem] = []
    warnings: list[Problem] = []
    runs: list[CaseRun] = []
    passed = 0
    for case in library.cases:
        try:
            run = run_case(library, case)
        except CaseError as error:
            problems.append(where.problem("cases", case.id, f"case '{case.id}': {error}"))
            continue
        runs.append(run)
        failed = [where.problem("cases", case.id, f"case '{case.id}' {message}") for message in failures(run)]
        problems += failed
        passed += not failed
        for key in run.unused:
            message = f"case '{case.id}' answers '{key}', which nobody asks there"
            warnings.append(where.problem("cases", case.id, message))
    statement = Statement(
        key="cases",
        text="Every case comes out as its author said",
        how=How.ENUMERATED,
        covered=f"{passed} of {len(library.cases)} cases passed",
        problems=tuple(problems),
        warnings=tuple(warnings),
        figures={
            "passed": passed,
            "total": len(library.cases),
            "by_level": {level.value: sum(run.level is level for run in runs) for level in Level},
        },
    )
    return statement, tuple(runs)


def rules_needed(library: Library, runs: Sequence[CaseRun], where: Whereabouts) -> Statement:
    """Without any one of the rules, some case would come out otherwise."""
    highest: dict[RuleId, list[CaseRun]] = {}
    for run in runs:
        fired = fired_rules(library, run.visit)
        if fired and all(other.level < fired[0].level for other in fired[1:]):
            highest.setdefault(fired[0].rule.id, []).append(run)
    deciding = [
        rule
        for rule in library.rules
        if any(level_without(library, run, rule) is not run.level for run in highest.get(rule, ()))
    ]
    expected = {run.case.expect.rule for run in runs if run.case.expect.rule in run.rules}
    named = [rule for rule in library.rules if rule in expected and rule not in deciding]
    idle = [rule for rule in library.rules if rule not in expected and rule not in deciding]
    warnings = tuple(
        where.problem("rules", rule, f"rule '{rule}' is needed by no case: without it, all would come out the same")
        for rule in idle
    )
    return Statement(
        key="rules_needed",
        text="Each rule is needed by a case that would come out otherwise without it",
        how=How.ENUMERATED,
        covered=f"{len(library.rules)} rules, one left out at a time: {len(deciding)} decide a level, "
        f"{len(named)} are only expected as a reason",
        warnings=warnings,
        figures={"deciding": len(deciding), "only_a_reason": named, "needed_by_no_case": idle},
    )


def touches(runs: Sequence[CaseRun], where: Whereabouts) -> Statement:
    """How many touches and screens the cases took, against the figures of the design."""
    warnings = []
    for run in runs:
        if run.pages > MOST_PAGES:
            message = f"case '{run.case.id}' sees {run.pages} screens; the design allows {MOST_PAGES}"
            warnings.append(where.problem("cases", run.case.id, message))
    by_level = {level: [run for run in runs if run.level is level] for level in Level}
    medians = {
        level.value: statistics.median(run.touches for run in found) for level, found in by_level.items() if found
    }
    home = by_level[Level.SELF_TREAT]
    early = [run for run in by_level[Level.EMERGENCY] if run.last_screen in (Screen.RIGHT_NOW, Screen.HERE)]
    measured = {
        "self-treat": [(run.touches, HOME_TOUCHES) for run in home if not run.visit.regions & LONG_REGIONS],
        "self-treat in abdomen or pelvis": [
            (run.touches, LONG_HOME_TOUCHES) for run in home if run.visit.regions & LONG_REGIONS
        ],
        "an emergency of the first two screens": [(run.touches, EARLY_EMERGENCY_TOUCHES) for run in early],
    }
    figures: dict[str, float] = {}
    for name, found in measured.items():
        if found:
            figures[name] = statistics.median(count for count, _ in found)
            if figures[name] > found[0][1]:
                message = f"{figures[name]:g} touches to {name} in the median; the design allows {found[0][1]}"
                warnings.append(Problem("cases", 1, message))
    most_pages = max((run.pages for run in runs), default=0)
    shown = ", ".join(f"{name} {figure:g}" for name, figure in figures.items()) or "no such case"
    return Statement(
        key="touches",
        text=f"Few touches: in the median at most {HOME_TOUCHES} to self-treat ({LONG_HOME_TOUCHES} in abdomen and "
        f"pelvis), {EARLY_EMERGENCY_TOUCHES} to an emergency of the first two screens",
        how=How.COUNTED,
        covered=f"{len(runs)} cases; medians: {shown}; at most {most_pages} screens (design: {MOST_PAGES})",
        warnings=tuple(warnings),
        figures={
            "median_touches": medians,
            "median_against_design": figures,
            "most_touches": max((run.touches for run in runs), default=0),
            "most_screens": most_pages,
        },
    )


def caution(library: Library, runs: Sequence[CaseRun]) -> Statement:
    """What it costs that "not sure" counts: where cases would have ended with one doubt more."""
    doubts = [(run, finding) for run in runs if run.level is not None for finding in run.assumed]
    chosen = doubts[:: max(1, -(-len(doubts) // MOST_DOUBTS))]
    ends: dict[Level, Counter[Level]] = {level: Counter() for level in Level}
    for run, finding in chosen:
        level = with_doubt(library, run, finding)
        if run.level is not None and level is not None:
            ends[run.level][level] += 1
    shares = {before.value: _shares(counted) for before, counted in ends.items()}
    return Statement(
        key="cost_of_caution",
        text="What one doubt costs: where cases end when one assumed no is turned into not sure",
        how=How.COUNTED,
        covered=f"{len(chosen):,} of {len(doubts):,} assumed noes of {len(runs)} cases, one at a time"
        + ("" if len(chosen) == len(doubts) else ", evenly chosen"),
        figures={
            "doubts": len(doubts),
            "followed": len(chosen),
            "then": shares,
            "self_treat_then": shares[Level.SELF_TREAT.value],
            "raised_from": {
                before.value: sum(count for level, count in counted.items() if level > before)
                for before, counted in ends.items()
            },
        },
        details=tuple(_told(before, counted) for before, counted in ends.items()),
    )


def _told(before: Level, counted: Counter[Level]) -> str:
    shown = ", ".join(f"{level} {share:.0%}" for level, share in _shares(counted).items() if share)
    return f"{before.value:10} ({sum(counted.values())} doubts) then: {shown or 'no such case'}"


def _shares(counted: Counter[Level]) -> dict[str, float]:
    total = sum(counted.values())
    return {level.value: round(counted[level] / total, 3) if total else 0.0 for level in Level}
