"""Figures the content is to keep, and what a clinician still has to confirm, stand on the proof card."""

from spasm_gui.authoring.card import Statement
from spasm_gui.authoring.goals_proof import MOST_FINDINGS, few_questions, self_limiting_in_each_region
from spasm_gui.authoring.people_proof import caution, run_cases
from spasm_gui.authoring.texts_proof import to_confirm
from spasm_gui.authoring.whereabouts import Whereabouts
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from tests.factories import (
    a_case,
    a_finding,
    a_library,
    a_night_cramp_library,
    a_pattern,
    a_question_to_confirm,
    a_self_limiting_cause,
    a_story,
)

NOWHERE = Whereabouts()


def cost_of_caution(library: Library) -> Statement:
    return caution(library, run_cases(library, NOWHERE)[1])


def test_self_limiting_causes_are_counted_in_each_region_and_the_few_are_named() -> None:
    found = self_limiting_in_each_region(a_night_cramp_library())
    assert found.figures == {"by_region": {"calf": 1}, "below_goal": ["calf"]}
    assert found.text == "0 of 1 regions have at least 3 self-limiting causes with a story card"
    assert "fewer: calf 1" in found.as_text()
    assert found.holds


def test_two_cards_of_one_cause_count_once() -> None:
    cards = a_story("at-rest"), a_story("in-bed", needs=("at-night", "stretch-stops"))
    found = self_limiting_in_each_region(a_night_cramp_library(a_self_limiting_cause("other-cramp", *cards)))
    assert found.figures["by_region"] == {"calf": 2}


def test_too_many_lines_of_cards_in_a_region_are_a_warning() -> None:
    lines = [a_pattern(f"line-{number}") for number in range(13)]
    card = a_story(needs=tuple(line.id for line in lines))
    (warning,) = few_questions(a_library(*lines, a_self_limiting_cause("cramp", card)), NOWHERE).warnings
    assert warning.message == "the cards of region 'calf' have too many lines: 13; the goal is at most 12"


def test_too_many_findings_are_a_warning() -> None:
    findings = [a_finding(f"sign-{number}") for number in range(MOST_FINDINGS)]
    (warning,) = few_questions(a_library(*findings), NOWHERE).warnings
    assert str(warning) == "findings:1: too many findings: 181; the goal is at most 180, join or drop some"


def test_what_a_clinician_has_to_confirm_is_counted_and_shown_in_its_order() -> None:
    questions = a_question_to_confirm("first", question="May it be so?", chosen="Yes."), a_question_to_confirm("second")
    found = to_confirm(a_library(*questions))
    assert found.text == "2 choices are to be confirmed by a clinician"
    assert found.figures["questions"][0] == {"id": "first", "question": "May it be so?", "chosen": "Yes."}
    assert "1. May it be so? Until then: Yes." in found.as_text()


def test_the_cost_of_caution_is_told_for_each_level() -> None:
    library = a_night_cramp_library(
        a_case("cramp", yes=("night-story",), level=Level.SELF_TREAT),
        a_case("ache", level=Level.PHYSICIAN),
    )
    found = cost_of_caution(library)
    then = {"self-treat": 0.0, "physician": 0.0, "same-day": 1.0, "emergency": 0.0}
    assert found.figures["then"]["self-treat"] == then
    assert found.figures["then"]["physician"] == then
    assert found.figures["raised_from"] == {"self-treat": 1, "physician": 1, "same-day": 0, "emergency": 0}
    assert "self-treat (1 doubts) then: same-day 100%" in found.as_text()


def test_a_case_that_does_not_end_costs_no_doubt() -> None:
    assert cost_of_caution(a_night_cramp_library(a_case("silent", none_of=()))).figures["doubts"] == 0
