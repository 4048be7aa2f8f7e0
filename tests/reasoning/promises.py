"""What we promise about advice, as plain functions that return what is broken.

Each promise looks at one library and one visit. Hypothesis, the sampled visits and the planted faults share them.
`rows` bounds how many single changes of the visit a promise tries, by chance but always the same for the same visit.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from spasm_gui.knowledge.finding import Answer, AnswerValue, FindingKind
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place
from spasm_gui.knowledge.screens import ROWS_PER_PAGE, Screen
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning import assessment, questions, triage
from tests.reasoning import naive

T = TypeVar("T")
Promise = Callable[[Library, Visit, int], Iterator[str]]
_COMPLETIONS = 100
_PAGES = 40


def violations(library: Library, visit: Visit, rows: int = 1_000) -> list[str]:
    """Every promise that this visit breaks, in words. Nothing is the good answer."""
    return [f"{promise.__name__}: {said}" for promise in PROMISES for said in promise(library, visit, rows)]


def a_yes_never_lowers_the_rule_level(library: Library, visit: Visit, rows: int) -> Iterator[str]:
    level = triage.rule_level(library, visit)
    for finding in _some(_yes_no(library), visit, rows):
        if visit.answers.get(finding) is not Answer.YES:
            after = triage.rule_level(library, visit.answering({finding: Answer.YES}))
            if after < level:
                yield f"yes to {finding}: {level.value} becomes {after.value}"


def a_doubt_never_lowers_the_rule_level(library: Library, visit: Visit, rows: int) -> Iterator[str]:
    level = triage.rule_level(library, visit)
    for finding in _some(_yes_no(library), visit, rows):
        if visit.answers.get(finding) in (Answer.NO, None):
            after = triage.rule_level(library, visit.answering({finding: Answer.NOT_SURE}))
            if after < level:
                yield f"not sure about {finding}: {level.value} becomes {after.value}"


def a_place_more_never_lowers_the_rule_level(library: Library, visit: Visit, rows: int) -> Iterator[str]:
    level = triage.rule_level(library, visit)
    places = [
        Place(region.id, side)
        for region in library.regions.values()
        for side in region.sides or (None,)
        if Place(region.id, side) not in visit.places
    ]
    for place in _some(places, visit, rows):
        after = triage.rule_level(library, visit.touching(place))
        if after < level:
            yield f"touching {place}: {level.value} becomes {after.value}"


def the_rule_level_is_what_the_rules_say(library: Library, visit: Visit, rows: int) -> Iterator[str]:
    is_level, should = triage.rule_level(library, visit), naive.rule_level(library, visit)
    if is_level is not should:
        yield f"{is_level.value} instead of {should.value}"


def the_advice_is_never_below_the_rule_level(library: Library, visit: Visit, rows: int) -> Iterator[str]:
    seen = assessment.assess(library, visit)
    should = naive.rule_level(library, visit)
    if seen.level is not None and seen.level < max(should, seen.rule_level):
        yield f"{seen.level.value} below {should.value}"
    if should > Level.SELF_TREAT and seen.level is not should:
        yield f"a rule says {should.value}, the advice {seen.level.value if seen.level else 'nothing'}"
    if seen.is_final and seen.level is None:
        yield "final without an advice"


def the_order_does_not_matter(library: Library, visit: Visit, rows: int) -> Iterator[str]:
    turned = Visit(visit.places[::-1], dict(reversed(list(visit.answers.items()))))
    if _gist(library, visit) != _gist(library, turned):
        yield "another order of places and answers leads elsewhere"


def nothing_unanswered_is_taken_for_no(library: Library, visit: Visit, rows: int) -> Iterator[str]:
    if _ends_in_self_treat(library, visit):
        return
    for question in _some(visit.answers, visit, rows):
        if _ends_in_self_treat(library, visit.forgetting(question)):
            yield f"without an answer to {question} it ends in self-treat"


def what_is_not_asked_never_raises_the_level(library: Library, visit: Visit, rows: int) -> Iterator[str]:
    level = triage.rule_level(library, visit)
    for key, value in _some(_not_asked(library, visit), visit, rows):
        after = triage.rule_level(library, visit.answering({key: value}))
        if after > level:
            yield f"{key} is not asked, yet {value} raises {level.value} to {after.value}"


def a_final_advice_stays(library: Library, visit: Visit, rows: int) -> Iterator[str]:
    seen = assessment.assess(library, visit)
    if not seen.is_final:
        return
    for key, value in _some(_not_asked(library, visit), visit, rows):
        after = assessment.assess(library, _with(library, visit, key, value))
        if after.level is not seen.level or not after.is_final:
            yield f"{key} {value} changes the final {seen.level} to {after.level}"


def self_treat_is_earned(library: Library, visit: Visit, rows: int) -> Iterator[str]:
    seen = assessment.assess(library, visit)
    if seen.level is Level.SELF_TREAT:
        if not seen.is_final:
            yield "self-treat before the end"
        if naive.some_rule_could_fire(library, visit):
            yield "self-treat though a rule could fire"
        if not naive.is_earned(library, visit):
            yield "self-treat though some region has no story that fits"
        if len(library.findings) < ROWS_PER_PAGE * 2:
            for complete in naive.completions(library, visit, _COMPLETIONS):
                if naive.rule_level(library, complete) is not Level.SELF_TREAT:
                    yield f"self-treat though {dict(complete.answers)} fires a rule"
                    return
    elif seen.is_final and not seen.reasons and naive.is_earned(library, visit):
        yield "earned, yet not given"


def the_questions_end(library: Library, visit: Visit, rows: int) -> Iterator[str]:
    """Each page asks only what was not answered, at most eight rows, and answering brings an end."""
    chance = random.Random(len(visit.answers))
    for _ in range(_PAGES):
        page = questions.next_page(library, visit)
        if page is None:
            if not assessment.assess(library, visit).is_final:
                yield "nothing is asked, yet the advice is not final"
            return
        if len(page.ids) > ROWS_PER_PAGE and page.screen is not Screen.YOU:
            yield f"{len(page.ids)} rows on one page"
        again = [key for key in page.ids if visit.answers.get(key) is not None]
        if again:
            yield f"{again} are asked again"
            return
        said = {key: chance.choice(_answers_to(library, key)) for key in page.ids}
        visit = visit.answering(assessment.recorded({**visit.answers, **said}, library))
    yield "the questions do not end"


def every_question_is_a_question_of_the_place(library: Library, visit: Visit, rows: int) -> Iterator[str]:
    every = {(question.id, question.screen) for question in questions.every_question(library, visit)}
    for question in questions.open_questions(library, visit):
        if (question.id, question.screen) not in every:
            yield f"{question.id} is asked, but is not among all questions"


def self_care_is_offered_only_behind_its_guards(library: Library, visit: Visit, rows: int) -> Iterator[str]:
    seen = assessment.assess(library, visit)
    for care in assessment.offered_self_care(library, visit, seen):
        if any(visit.answers.get(guard) is not Answer.NO for guard in care.guards):
            yield f"{care.id} is offered though a guard was not answered no"
        if not visit.regions.intersection(care.regions):
            yield f"{care.id} is offered for a place that was not touched"
        if not seen.is_final or naive.rule_level(library, visit) > Level.PHYSICIAN:
            yield f"{care.id} is offered too early or in spite of a danger"


PROMISES: tuple[Promise, ...] = (
    a_yes_never_lowers_the_rule_level,
    a_doubt_never_lowers_the_rule_level,
    a_place_more_never_lowers_the_rule_level,
    the_rule_level_is_what_the_rules_say,
    the_advice_is_never_below_the_rule_level,
    the_order_does_not_matter,
    nothing_unanswered_is_taken_for_no,
    what_is_not_asked_never_raises_the_level,
    a_final_advice_stays,
    self_treat_is_earned,
    the_questions_end,
    every_question_is_a_question_of_the_place,
    self_care_is_offered_only_behind_its_guards,
)


def _yes_no(library: Library) -> list[str]:
    return [finding.id for finding in library.findings.values() if finding.kind is FindingKind.YES_NO]


def _answers_to(library: Library, key: str) -> tuple[AnswerValue, ...]:
    """A story card is touched or passed by; a finding has every answer of its kind."""
    if key in library.stories:
        return (Answer.YES, Answer.NO)
    return naive.ways_to_answer(next(one for one in library.findings.values() if one.id == key))


def _not_asked(library: Library, visit: Visit) -> list[tuple[str, AnswerValue]]:
    """Everything that is neither answered nor asked, with each answer it might get.

    Left out are the lines of a declined card: saying yes to each of them elsewhere is the one documented way back.
    """
    asked = {question.id for question in questions.open_questions(library, visit)}
    declined = {
        need
        for _, story in library.stories.values()
        if visit.answers.get(story.id) in (Answer.NO, Answer.NOT_SURE)
        for need in story.needs
    }
    keys = [key for key in library.findings if key not in declined]
    keys += [key for key, (_, story) in library.stories.items() if not declined.intersection(story.needs)]  # type: ignore[misc]
    return [
        (key, value)
        for key in keys
        if key not in asked and visit.answers.get(key) is None
        for value in _answers_to(library, key)
    ]


def _with(library: Library, visit: Visit, key: str, value: AnswerValue) -> Visit:
    return visit.answering(assessment.recorded({**visit.answers, key: value}, library))


def _ends_in_self_treat(library: Library, visit: Visit) -> bool:
    seen = assessment.assess(library, visit)
    return seen.is_final and seen.level is Level.SELF_TREAT


def _gist(library: Library, visit: Visit) -> tuple[object, ...]:
    seen = assessment.assess(library, visit)
    return (
        seen.level,
        seen.is_final,
        seen.is_earned,
        {reason.rule.id for reason in seen.reasons},
        {(question.id, question.screen) for question in seen.questions},
        [ranked.cause.id for ranked in seen.causes],
    )


def _some(things: Iterable[T], visit: Visit, rows: int) -> list[T]:
    """All things, or so many of them: by chance, but the same for the same visit."""
    every = list(things)
    return every if len(every) <= rows else random.Random(len(visit.answers)).sample(every, rows)


__all__ = ["PROMISES", "violations"]
