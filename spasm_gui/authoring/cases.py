"""People with an expected advice, led through the questions as the window would lead them.

A case says what the person would answer. The run shows it page after page, answers the rows, counts the touches, and
ends where the questions end. What the person passed with "none of these" is kept apart as assumed, so that
`with_doubts` can ask what would have come out had they been unsure of one of those rows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from spasm_gui.knowledge.case import Case
from spasm_gui.knowledge.cause import CauseId, Story
from spasm_gui.knowledge.finding import Answer, AnswerValue, FindingId, FindingKind, FindingRole
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.rule import RuleId
from spasm_gui.knowledge.screens import Screen
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reading.nearest import did_you_mean
from spasm_gui.reasoning.assessment import Assessment, assess, recorded
from spasm_gui.reasoning.conditions import DOUBT, POSSIBLE, REACH, SURE
from spasm_gui.reasoning.fit import Fit, earned
from spasm_gui.reasoning.questions import Page, next_page
from spasm_gui.reasoning.triage import level_of, rule_level, rules_of
from spasm_gui.terminal import AnswersError, place_from

FIRST_CAUSES = 3
"""A cause that a case expects must stand among so many: what a person sees without scrolling."""


_OLDEST = 150


class CaseError(Exception):
    """A case names a place or an age that the library does not know."""


@dataclass(frozen=True, slots=True)
class CaseRun:
    """How a case came out.

    Attributes:
        case: the case that was run.
        visit: everything that was answered, in the end.
        level: the advice, or None if the case left a row without an answer.
        rules: those that fired, most urgent first.
        causes: of the touched places, best first.
        touches: after the touch on the body, as a person in a hurry makes them.
        pages: how many pages were seen.
        last_screen: the one on which the questions ended; None if nothing was asked.
        assumed: rows that were passed with "none of these", in reading order.
        unanswered: rows about which the case says nothing; the run stopped there.
        unused: findings the case says yes or not sure to, though nobody asked. Empty after an emergency.
    """

    case: Case
    visit: Visit
    level: Level | None
    rules: tuple[RuleId, ...]
    causes: tuple[CauseId, ...]
    touches: int
    pages: int
    last_screen: Screen | None
    assumed: tuple[FindingId, ...]
    unanswered: tuple[FindingId, ...]
    unused: tuple[str, ...]


def run_case(library: Library, case: Case) -> CaseRun:
    """Return how a case comes out.

    Raises:
        CaseError: a place or the age is not known.
    """
    ages = [choice.id for choice in library.findings[library.screens.age].choices]
    if case.age not in ages:
        hint = _band_of(case.age, ages) or did_you_mean(case.age, ages)
        raise CaseError(f"the age '{case.age}' is not one of {', '.join(ages)}{hint}")
    try:
        visit = Visit(tuple(place_from(text, library) for text in case.at))
    except AnswersError as error:
        raise CaseError(str(error)) from error
    person = _Person(library, case, visit)
    person.answer_pages()
    return person.run()


def _band_of(age: str, bands: Sequence[str]) -> str:
    """The band in which an age in years lies, for a message; "" if it is no number or lies in none."""
    if not age.isdigit():
        return ""
    for band in bands:
        years = [int(number) for number in re.findall(r"\d+", band)]
        least, most = (0, years[0] - 1) if band.startswith("under") else (years[0], (*years[1:], _OLDEST)[0])
        if least <= int(age) <= most:
            return f"; {age} lies in {band}"
    return ""


def failures(run: CaseRun) -> Iterator[str]:
    """Return in which ways a run differs from what its author expects."""
    expected = run.case.expect
    if run.unanswered:
        more = f" and {len(run.unanswered) - 1} more rows there" if len(run.unanswered) > 1 else ""
        screen = run.last_screen.value if run.last_screen else ""
        yield f"says nothing about '{run.unanswered[0]}'{more}; answer that, or add {screen} to none_of"
        return
    came_out = run.level.value if run.level else "no advice"
    fired = f" ({', '.join(run.rules)})" if run.rules else " (no rule fired)"
    if run.level is not expected.level:
        yield f"expected {expected.level.value}, came out as {came_out}{fired}"
    if expected.rule is not None and expected.rule not in run.rules:
        yield f"expected the rule '{expected.rule}' to fire{fired}"
    if expected.cause is not None and expected.cause not in run.causes[:FIRST_CAUSES]:
        first = ", ".join(run.causes[:FIRST_CAUSES]) or "none"
        yield f"expected the cause '{expected.cause}' among the first {FIRST_CAUSES}; they are {first}"


def with_doubts(library: Library, run: CaseRun) -> Iterator[tuple[FindingId, Level | None]]:
    """Return, for each assumed no, the level if the person had been unsure of that one row.

    The visit goes on from where it ended: a doubt can open a question that was closed before.
    """
    for finding in run.assumed:
        yield finding, with_doubt(library, run, finding)


def with_doubt(library: Library, run: CaseRun, finding: FindingId) -> Level | None:
    """Return the level if the person had been unsure of one row that they passed with "none of these"."""
    visit = run.visit.answering({finding: Answer.NOT_SURE})
    at_once = _raised_to(library, run, visit, finding)
    if at_once is not None:
        return at_once
    person = _Person(library, run.case, visit)
    person.answer_pages()
    return person.level()


def _raised_to(library: Library, run: CaseRun, visit: Visit, finding: FindingId) -> Level | None:
    """The level after a doubt that a rule answers and that opens no question; None if the visit has to go on.

    Nothing else was open, so only a rule that names the finding can fire or ask anew.
    """
    naming = rules_of(library, visit).naming.get(finding, ())
    fired = max((level_of(live, visit) or Level.SELF_TREAT for live in naming), default=Level.SELF_TREAT)
    if run.level is None or max(fired, rule_level(library, run.visit)) is Level.SELF_TREAT:
        return None
    level = max(fired, run.level)
    for live in naming:
        if live.rule.advise > level and any(live.condition.open_for(visit, REACH, SURE)):
            return None
        if live.rule.unsure_level > level and any(live.condition.open_for(visit, POSSIBLE, DOUBT)):
            return None
    return level


def level_without(library: Library, run: CaseRun, rule: RuleId) -> Level | None:
    """Return the level if the library did not have a rule; the visit goes on from where it ended."""
    fewer = replace(library, rules={key: value for key, value in library.rules.items() if key != rule})
    person = _Person(fewer, run.case, Visit(run.visit.places, run.visit.answers))
    person.answer_pages()
    return person.level()


class _Person:
    """Somebody who answers page after page. Holds the visit while it grows, and what is counted on the way."""

    def __init__(self, library: Library, case: Case, visit: Visit) -> None:
        self._library = library
        self._case = case
        self._spoken_of = {*case.yes, *case.no, *case.not_sure}
        self._visit = visit
        self._touches = 0
        self._pages = 0
        self._last_screen: Screen | None = None
        self._assumed: list[FindingId] = []
        self._unanswered: tuple[FindingId, ...] = ()

    def answer_pages(self) -> None:
        """Answer until nothing is left to ask, or a row comes about which the case says nothing."""
        while (page := next_page(self._library, self._visit)) is not None:
            self._pages += 1
            self._last_screen = page.screen
            before = len(self._visit.answers)
            if page.screen is Screen.STORIES:
                self._choose_a_card(page)
            else:
                self._answer_rows(page)
            if self._unanswered:
                return
            assert len(self._visit.answers) > before, f"a page of {page.ids} was answered and comes again"

    def level(self) -> Level | None:
        """At which level the questions ended; None if a row was left without an answer."""
        if self._unanswered:
            return None
        reached = rule_level(self._library, self._visit)
        if reached is not Level.SELF_TREAT:
            return reached
        return Level.SELF_TREAT if earned(self._library, self._visit) is Fit.FITS else Level.PHYSICIAN

    def run(self) -> CaseRun:
        """What came out."""
        assessment = assess(self._library, self._visit)
        return CaseRun(
            case=self._case,
            visit=self._visit,
            level=self.level(),
            rules=tuple(reason.rule.id for reason in assessment.reasons),
            causes=tuple(ranked.cause.id for ranked in assessment.causes),
            touches=self._touches,
            pages=self._pages,
            last_screen=self._last_screen,
            assumed=tuple(self._assumed),
            unanswered=self._unanswered,
            unused=tuple(self._unused(assessment)),
        )

    def _answer_rows(self, page: Page) -> None:
        """Touch the rows that apply, in reading order, then pass the rest. An emergency ends the page at once."""
        said = {row: self._answer_to(FindingId(row), page.screen) for row in page.ids}
        for row, answer in said.items():
            if answer is not None and answer is not Answer.NO:
                self._touches += 1
                self._visit = self._visit.answering({row: answer})
                if rule_level(self._library, self._visit) is Level.EMERGENCY:
                    return
        self._unanswered = tuple(FindingId(row) for row, answer in said.items() if answer is None)
        if Answer.NO in said.values():
            self._touches += 1  # "none of these", or "go on" below the chips
            self._assumed += self._passed(page)
        self._visit = self._visit.answering({row: Answer.NO for row, answer in said.items() if answer is Answer.NO})

    def _choose_a_card(self, page: Page) -> None:
        self._touches += 1
        for question in page.questions:
            if question.story is not None and self._tells(question.story):
                card: dict[str, AnswerValue] = {question.story.id: Answer.YES}
                self._visit = self._visit.answering(recorded(card, self._library))
                return
        self._visit = self._visit.answering(dict.fromkeys(page.ids, Answer.NO))

    def _tells(self, story: Story) -> bool:
        return story.id in self._case.yes or set(story.needs) <= set(self._case.yes)

    def _answer_to(self, row: FindingId, screen: Screen) -> AnswerValue | None:
        if row == self._library.screens.age:
            return self._case.age
        if self._library.findings[row].kind is not FindingKind.YES_NO:
            return None
        if row in self._case.yes:
            return Answer.YES
        if row in self._case.not_sure:
            return Answer.NOT_SURE
        if row in self._case.no or screen is Screen.YOU or screen in self._case.none_of:
            return Answer.NO
        return None

    def _passed(self, page: Page) -> Iterator[FindingId]:
        """The rows of a page that nobody spoke of and that "none of these" answered."""
        if page.screen is not Screen.YOU:
            yield from (FindingId(row) for row in page.ids if row not in self._spoken_of)

    def _unused(self, assessment: Assessment) -> Iterator[str]:
        if self._unanswered or assessment.level is Level.EMERGENCY:
            return
        for key in (*self._case.yes, *self._case.not_sure):
            finding = self._library.findings.get(FindingId(key))
            is_line_of_a_card = finding is not None and finding.role is FindingRole.PATTERN
            if key not in self._visit.answers and not is_line_of_a_card:
                yield key
