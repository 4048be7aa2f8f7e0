"""People with an expected advice, led through the questions."""

import msgspec
import pytest

from spasm_gui.authoring.cases import CaseError, failures, run_case, with_doubts
from spasm_gui.knowledge.case import Case
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.rule import Unsure
from spasm_gui.knowledge.screens import Screen
from tests.factories import (
    a_case,
    a_circumstance,
    a_finding,
    a_library,
    a_night_cramp_library,
    a_region,
    a_rule,
    aged,
    all_of,
    some_rows,
    some_screens,
)


def a_two_screen_library() -> Library:
    """A calf with an emergency under "here", a chip, and a row under "soon" that only the chip opens."""
    findings = (a_finding("cold"), a_finding("one-leg"), a_circumstance("clot-risk"))
    region = a_region("calf")
    screens = some_screens([region], findings, {"calf": some_rows(here=["cold"], soon=["one-leg"])})
    return a_library(
        region,
        *findings,
        a_rule("limb-cold", "cold", Level.EMERGENCY, unsure=Unsure(level=Level.SAME_DAY, reason="Look.")),
        a_rule("clot", all_of("one-leg", "clot-risk"), Level.SAME_DAY),
        screens=screens,
    )


def test_a_person_who_tells_a_story_and_nothing_else_may_treat_themselves() -> None:
    run = run_case(a_night_cramp_library(), a_case(yes=("at-night", "stretch-stops")))
    assert run.level is Level.SELF_TREAT
    assert run.causes[0] == "night-cramp"
    assert run.assumed == ("swollen",)


def test_a_card_may_be_chosen_by_its_own_name() -> None:
    assert run_case(a_night_cramp_library(), a_case(yes=("night-story",))).level is Level.SELF_TREAT


def test_a_card_of_which_one_line_is_missing_is_declined() -> None:
    assert run_case(a_night_cramp_library(), a_case(yes=("at-night",))).level is Level.PHYSICIAN


def test_touches_are_counted_as_a_person_in_a_hurry_makes_them() -> None:
    # "none of these", then the card; no rule needs the age
    run = run_case(a_night_cramp_library(), a_case(yes=("night-story",)))
    assert (run.touches, run.pages) == (2, 2)
    # one chip and "go on"; one row, and nothing is left on that page
    run = run_case(a_two_screen_library(), a_case(yes=("clot-risk", "one-leg")))
    assert (run.touches, run.pages) == (1 + 1 + 1, 3)


def test_an_emergency_ends_the_questions_at_that_touch() -> None:
    run = run_case(a_two_screen_library(), a_case(yes=("cold", "clot-risk", "one-leg")))
    assert run.level is Level.EMERGENCY
    assert (run.touches, run.pages, run.last_screen) == (1, 1, Screen.HERE)
    assert run.assumed == ()
    assert run.unused == ()


def test_a_row_about_which_a_case_is_silent_stops_the_run() -> None:
    run = run_case(a_two_screen_library(), a_case(none_of=(Screen.SOON,)))
    assert run.level is None
    assert list(failures(run)) == ["says nothing about 'cold'; answer that, or add here to none_of"]


def test_circumstances_that_are_not_mentioned_are_no() -> None:
    run = run_case(a_two_screen_library(), a_case(none_of=(), no=("cold",)))
    assert run.level is Level.PHYSICIAN
    assert run.assumed == ()


def test_an_answer_that_nobody_asks_for_is_told() -> None:
    assert run_case(a_two_screen_library(), a_case(yes=("one-leg",))).unused == ("one-leg",)


def test_a_doubt_instead_of_an_assumed_no_costs_what_its_rule_says() -> None:
    library = a_two_screen_library()
    run = run_case(library, a_case())
    assert dict(with_doubts(library, run)) == {"cold": Level.SAME_DAY}


def test_a_doubt_can_open_a_question_that_was_closed() -> None:
    findings = (a_finding("cold"), a_finding("pale"))
    region = a_region("calf")
    screens = some_screens([region], findings, {"calf": some_rows(here=["cold"], soon=["pale"])})
    library = a_library(region, *findings, a_rule("artery", all_of("cold", "pale")), screens=screens)
    run = run_case(library, a_case(yes=("pale",)))
    assert run.pages == 1
    assert dict(with_doubts(library, run)) == {"cold": Level.SAME_DAY}


def test_what_differs_from_the_expectation_is_said_in_words() -> None:
    library = a_night_cramp_library()
    run = run_case(library, a_case(level=Level.SELF_TREAT, yes=("swollen",), rule="clot", cause="night-cramp"))
    assert list(failures(run)) == ["expected self-treat, came out as same-day (clot)"]
    run = run_case(library, a_case(level=Level.PHYSICIAN, rule="clot"))
    assert list(failures(run)) == ["expected the rule 'clot' to fire (no rule fired)"]
    lonely = a_library(a_finding("swollen"), a_rule("clot"))
    run = run_case(lonely, a_case(level=Level.PHYSICIAN, cause="leg-clot"))
    assert list(failures(run)) == ["expected the cause 'leg-clot' among the first 3; they are none"]


def test_the_age_of_a_case_reaches_the_rules() -> None:
    library = a_library(a_finding("swollen"), a_rule("old", aged("65-and-over"), Level.PHYSICIAN), a_rule("clot"))
    assert run_case(library, a_case(age="65-and-over")).rules == ("old",)
    assert run_case(library, a_case(age="16-49")).rules == ()


@pytest.mark.parametrize(
    ("case", "message"),
    [
        (
            a_case(age="16-94"),
            "the age '16-94' is not one of under-2, 2-11, 12-15, 16-49, 50-64, 65-and-over; did you mean '16-49'?",
        ),
        (a_case(at=("claf",)), "region 'claf' is not known; did you mean 'calf'?"),
        (a_case(at=("calf:middle",)), "'middle' is not a side of 'calf'; one of left, right"),
    ],
    ids=["age", "region", "side"],
)
def test_a_case_that_cannot_be_run_says_why(case: Case, message: str) -> None:
    with pytest.raises(CaseError) as caught:
        run_case(a_night_cramp_library(), case)
    assert str(caught.value) == message


def test_a_doubt_costs_the_same_as_a_person_who_was_unsure_from_the_start() -> None:
    library = a_two_screen_library()
    for yes in ((), ("clot-risk",), ("one-leg",), ("clot-risk", "one-leg")):
        run = run_case(library, a_case(yes=yes))
        for finding, level in with_doubts(library, run):
            unsure = a_case(yes=yes, not_sure=(finding,))
            assert level is run_case(library, unsure).level, (yes, finding)


@pytest.mark.slow
def test_in_the_program_a_doubt_costs_the_same_as_being_unsure_from_the_start(library: Library) -> None:
    for case in library.cases[::12]:
        for finding, level in with_doubts(library, run_case(library, case)):
            unsure = msgspec.structs.replace(case, not_sure=(*case.not_sure, finding))
            assert level is run_case(library, unsure).level, (case.id, finding)


@pytest.mark.slow
def test_every_region_has_five_cases_over_all_levels(library: Library) -> None:
    for region in library.regions:
        here = [case.expect.level for case in library.cases if any(at.split(":")[0] == region for at in case.at)]
        assert len(here) >= 5, region
        assert set(here) == set(Level), region
