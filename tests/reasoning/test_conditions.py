"""A condition is read four ways at once: surely, with doubt as yes, with the open as yes, with both as yes."""

import itertools

import pytest

from spasm_gui.knowledge.finding import Answer, AnswerValue
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.knowledge.rule import Form, Formula
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.conditions import (
    ALWAYS,
    DOUBT,
    NEVER,
    POSSIBLE,
    REACH,
    SURE,
    Condition,
    Settled,
    reading_of,
    settle,
)
from tests.factories import aged, all_of, any_of, at_least, touched
from tests.reasoning import naive

YES, NO, NOT_SURE = Answer.YES, Answer.NO, Answer.NOT_SURE
OPEN = None
UNSURE = DOUBT | POSSIBLE
UNKNOWN = REACH | POSSIBLE


def answered(*answers: AnswerValue | None) -> Visit:
    """A visit whose findings a, b, c … were answered so; None leaves one open."""
    said = {name: answer for name, answer in zip("abcdef", answers, strict=False) if answer is not None}
    return Visit((Place(RegionId("calf"), Side.LEFT),), said)


def condition(form: Form, regions: tuple[str, ...] = ("calf",), both: tuple[str, ...] = ()) -> Condition:
    return settle(form, frozenset(map(RegionId, regions)), frozenset(map(RegionId, both)))


@pytest.mark.parametrize(
    ("answer", "reading"),
    [(YES, ALWAYS), (NO, NEVER), (NOT_SURE, UNSURE), (OPEN, UNKNOWN)],
    ids=["yes", "no", "not-sure", "open"],
)
def test_an_answer_has_four_readings(answer: AnswerValue | None, reading: int) -> None:
    assert reading_of(answer) == reading
    assert condition("a").read(answered(answer)) == reading


@pytest.mark.parametrize(
    ("first", "second", "either", "both"),
    [
        (YES, YES, ALWAYS, ALWAYS),
        (YES, NO, ALWAYS, NEVER),
        (NO, NO, NEVER, NEVER),
        (YES, NOT_SURE, ALWAYS, UNSURE),
        (YES, OPEN, ALWAYS, UNKNOWN),
        (NO, NOT_SURE, UNSURE, NEVER),
        (NO, OPEN, UNKNOWN, NEVER),
        (NOT_SURE, NOT_SURE, UNSURE, UNSURE),
        (NOT_SURE, OPEN, DOUBT | REACH | POSSIBLE, POSSIBLE),
        (OPEN, OPEN, UNKNOWN, UNKNOWN),
    ],
)
def test_any_and_all_join_the_readings(
    first: AnswerValue | None, second: AnswerValue | None, either: int, both: int
) -> None:
    for visit in (answered(first, second), answered(second, first)):
        assert condition(any_of("a", "b")).read(visit) == either
        assert condition(all_of("a", "b")).read(visit) == both


@pytest.mark.parametrize(
    ("answers", "reading"),
    [
        ((YES, YES, NO), ALWAYS),
        ((YES, NO, NO), NEVER),
        ((YES, NOT_SURE, NO), UNSURE),
        ((YES, OPEN, NO), UNKNOWN),
        ((YES, OPEN, NOT_SURE), DOUBT | REACH | POSSIBLE),
        ((NO, OPEN, NOT_SURE), POSSIBLE),
        ((NOT_SURE, NOT_SURE, NO), UNSURE),
        ((OPEN, OPEN, OPEN), UNKNOWN),
    ],
)
def test_two_of_three_counts_each_reading_by_itself(answers: tuple[AnswerValue | None, ...], reading: int) -> None:
    assert condition(at_least(2, "a", "b", "c")).read(answered(*answers)) == reading


@pytest.mark.parametrize(
    "form",
    [
        any_of("a", all_of("b", "c")),
        all_of("a", any_of("b", "c")),
        at_least(2, "a", any_of("b", "c"), all_of("b", "c")),
        at_least(2, "a", touched("calf"), "b", touched("jaw")),
        all_of(touched("jaw", "calf"), at_least(1, "a", "b")),
        any_of(all_of(touched("jaw"), "a"), all_of("b", "c")),
    ],
)
def test_every_reading_agrees_with_walking_the_formula(form: Form) -> None:
    for answers in itertools.product((YES, NO, NOT_SURE, OPEN), repeat=3):
        visit = answered(*answers)
        walked = sum(
            bit
            for bit, unsure_is, open_is in (
                (SURE, False, False),
                (DOUBT, True, False),
                (REACH, False, True),
                (POSSIBLE, True, True),
            )
            if naive.holds(form, visit, unsure_is=unsure_is, open_is=open_is)
        )
        assert condition(form).read(visit) == walked, answers


@pytest.mark.parametrize(
    ("said", "reading"),
    [("2-11", ALWAYS), ("under-2", ALWAYS), ("16-49", NEVER), (NOT_SURE, UNSURE), (OPEN, UNKNOWN)],
)
def test_a_choice_holds_for_the_choices_it_names(said: AnswerValue | None, reading: int) -> None:
    visit = Visit(answers={} if said is None else {"age-band": said})
    assert condition(aged("under-2", "2-11")).read(visit) == reading


@pytest.mark.parametrize(
    ("said", "reading"), [(7, ALWAYS), (7.5, ALWAYS), (6.9, NEVER), (0.0, NEVER), (NOT_SURE, UNSURE), (OPEN, UNKNOWN)]
)
def test_a_number_holds_from_its_threshold_up(said: AnswerValue | None, reading: int) -> None:
    visit = Visit(answers={} if said is None else {"pain": said})
    assert condition(Formula(finding="pain", at_least=7)).read(visit) == reading


@pytest.mark.parametrize(
    ("form", "answer"),
    [
        ("a", "16-49"),
        ("a", 7.0),
        (Formula(finding="a", is_=("16-49",)), 7.0),
        (Formula(finding="a", at_least=7), "16-49"),
    ],
)
def test_an_answer_of_another_kind_is_a_doubt_and_not_a_no(form: Form, answer: AnswerValue) -> None:
    assert condition(form).read(answered(answer)) == UNSURE


@pytest.mark.parametrize(
    ("form", "regions", "both", "settled"),
    [
        (touched("calf"), ("calf",), (), ALWAYS),
        (touched("calf", "shin"), ("shin",), (), ALWAYS),
        (touched("calf", "shin"), ("jaw",), (), NEVER),
        (Formula(region="calf"), ("calf",), (), ALWAYS),
        (Formula(region="calf", side="both"), ("calf",), (), NEVER),
        (Formula(region="calf", side="both"), ("calf",), ("calf",), ALWAYS),
        (Formula(region=("calf", "shin"), side="both"), ("calf", "shin"), (), NEVER),
        (all_of(touched("calf"), touched("jaw")), ("calf",), (), NEVER),
        (all_of(touched("calf"), touched("jaw")), ("calf", "jaw"), (), ALWAYS),
        (all_of(touched("jaw"), "a"), ("calf",), (), NEVER),
        (any_of(touched("calf"), "a"), ("calf",), (), ALWAYS),
        (at_least(2, touched("jaw"), touched("shin"), "a"), ("calf",), (), NEVER),
        (at_least(2, touched("calf"), touched("shin"), "a"), ("calf", "shin"), (), ALWAYS),
    ],
)
def test_touched_places_settle_a_condition(
    form: Form, regions: tuple[str, ...], both: tuple[str, ...], settled: int
) -> None:
    assert condition(form, regions, both) == Settled(settled)


@pytest.mark.parametrize(
    ("form", "left"),
    [
        (all_of(touched("calf"), "a"), "a"),
        (any_of(touched("jaw"), "a"), "a"),
        (at_least(2, touched("calf"), "a", "b"), any_of("a", "b")),
        (at_least(2, touched("jaw"), "a", "b"), all_of("a", "b")),
        (at_least(3, touched("calf"), "a", "b", "c"), at_least(2, "a", "b", "c")),
    ],
)
def test_what_the_places_leave_open_is_asked_of_the_findings(form: Form, left: Form) -> None:
    assert condition(form) == condition(left)


def test_a_settled_condition_names_no_finding() -> None:
    settled = condition(touched("calf"))
    assert list(settled.findings()) == []
    assert list(settled.open_for(Visit(), REACH, SURE)) == []
    assert list(settled.holding(Visit(), SURE)) == []


@pytest.mark.parametrize(
    ("form", "answers", "surely", "with_doubt"),
    [
        pytest.param("a", (OPEN,), "a", "a", id="an-open-finding"),
        pytest.param("a", (NOT_SURE,), "", "", id="a-doubt-is-an-answer"),
        pytest.param(all_of("a", "b"), (YES, OPEN), "b", "b", id="the-rest-of-all"),
        pytest.param(all_of("a", "b"), (NO, OPEN), "", "", id="all-is-lost-with-one-no"),
        pytest.param(all_of("a", "b"), (NOT_SURE, OPEN), "", "b", id="doubt-keeps-all-possible"),
        pytest.param(any_of("a", "b"), (YES, OPEN), "", "", id="any-has-what-it-needs"),
        pytest.param(any_of("a", "b"), (NOT_SURE, OPEN), "b", "", id="any-could-still-be-sure"),
        pytest.param(at_least(2, "a", "b", "c"), (YES, OPEN, OPEN), "bc", "bc", id="one-of-two-more"),
        pytest.param(at_least(2, "a", "b", "c"), (NO, NO, OPEN), "", "", id="too-few-are-left"),
        pytest.param(any_of("a", all_of("b", "c")), (OPEN, NO, OPEN), "a", "a", id="a-dead-branch-is-not-asked"),
    ],
)
def test_only_what_could_still_bring_it_about_is_asked(
    form: Form, answers: tuple[AnswerValue | None, ...], surely: str, with_doubt: str
) -> None:
    visit = answered(*answers)
    assert list(condition(form).open_for(visit, REACH, SURE)) == list(surely)
    assert list(condition(form).open_for(visit, POSSIBLE, DOUBT)) == list(with_doubt)


def test_the_answers_that_made_it_hold_are_named() -> None:
    form = any_of("a", all_of("b", "c"), "d")
    visit = answered(NO, YES, YES, NOT_SURE)
    assert list(condition(form).holding(visit, SURE)) == ["b", "c"]
    assert list(condition(form).holding(visit, DOUBT)) == ["b", "c", "d"]
    assert list(condition(form).findings()) == ["a", "b", "c", "d"]


def test_a_condition_without_a_meaning_of_its_own_cannot_be_read() -> None:
    for ask in (Condition().read, lambda visit: Condition().findings()):
        with pytest.raises(NotImplementedError):
            ask(Visit())
    with pytest.raises(NotImplementedError):
        Condition().open_for(Visit(), REACH, SURE)
    with pytest.raises(NotImplementedError):
        Condition().holding(Visit(), SURE)
