"""What the program makes of a visit."""

import pytest

from spasm_gui.knowledge.cause import Seriousness
from spasm_gui.knowledge.finding import Answer, AnswerValue
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.rule import Unsure
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.assessment import (
    Change,
    assess,
    is_red_flag,
    offered_self_care,
    recorded,
    would_change,
)
from tests.factories import (
    a_cause,
    a_finding,
    a_library,
    a_night_cramp_library,
    a_pattern,
    a_region,
    a_rule,
    a_self_care,
    a_self_limiting_cause,
    a_story,
    a_visit,
    aged,
    all_of,
    touched,
)

YES, NO, NOT_SURE = Answer.YES, Answer.NO, Answer.NOT_SURE


@pytest.mark.parametrize(
    ("answers", "level", "is_final"),
    [
        pytest.param({}, None, False, id="nothing-said"),
        pytest.param({"swollen": NO}, None, False, id="the-card-is-open"),
        pytest.param({"night_story": YES}, None, False, id="the-danger-is-open"),
        pytest.param({"swollen": NO, "night_story": YES}, Level.SELF_TREAT, True, id="earned"),
        pytest.param({"swollen": NO, "night_story": NO}, Level.PHYSICIAN, True, id="nothing-fits"),
        pytest.param({"swollen": YES}, Level.SAME_DAY, True, id="a-danger"),
        pytest.param({"swollen": YES, "night_story": YES}, Level.SAME_DAY, True, id="a-danger-in-spite-of-a-story"),
        pytest.param({"swollen": NOT_SURE, "night_story": YES}, Level.SAME_DAY, True, id="a-doubt"),
    ],
)
def test_the_advice(answers: dict[str, AnswerValue], level: Level | None, is_final: bool) -> None:
    seen = assess(a_night_cramp_library(), a_visit(**answers))
    assert (seen.level, seen.is_final) == (level, is_final)
    assert seen.is_earned is (level is Level.SELF_TREAT)


def test_a_visit_without_a_place_has_no_advice() -> None:
    seen = assess(a_night_cramp_library(), Visit())
    assert (seen.level, seen.is_final, seen.causes, seen.screens_left) == (None, False, (), 0)


def test_a_place_without_any_story_ends_at_the_physician() -> None:
    seen = assess(a_library(), a_visit())
    assert (seen.level, seen.is_final, seen.reasons) == (Level.PHYSICIAN, True, ())


def test_both_touched_places_must_be_earned() -> None:
    library = a_library(
        a_region("calf"),
        a_region("shin"),
        *(a_pattern(name) for name in ("at-night", "stretch-stops", "after-running")),
        a_self_limiting_cause("cramp", a_story("calf-story")),
        a_self_limiting_cause(
            "splints", a_story("shin-story", regions=("shin",), needs=("after-running", "at-night")), regions=("shin",)
        ),
    )
    one = a_visit("calf:left", "shin:left", calf_story=YES)
    assert assess(library, one).level is None
    assert assess(library, one.answering({"shin-story": NO})).level is Level.PHYSICIAN
    assert assess(library, one.answering({"shin-story": YES})).level is Level.SELF_TREAT


def test_an_advice_may_rise_while_questions_are_open() -> None:
    library = a_night_cramp_library(a_finding("breath"), a_rule("b", "breath", Level.EMERGENCY))
    so_far = assess(library, a_visit(swollen=YES))
    assert (so_far.level, so_far.is_final, so_far.screens_left) == (Level.SAME_DAY, False, 1)
    risen = assess(library, a_visit(swollen=YES, breath=YES))
    assert (risen.level, risen.is_final, risen.screens_left) == (Level.EMERGENCY, True, 0)


def test_the_verdict_carries_its_reasons_and_causes() -> None:
    seen = assess(a_night_cramp_library(), a_visit(swollen=YES))
    assert [(reason.rule.id, reason.findings) for reason in seen.reasons] == [("clot", ("swollen",))]
    assert [one.cause.id for one in seen.best_causes] == ["leg-clot"]
    assert [one.cause.id for one in seen.to_rule_out] == ["leg-clot"]
    calm = assess(a_night_cramp_library(), a_visit(swollen=NO, night_story=YES))
    assert [one.cause.id for one in calm.best_causes] == ["night-cramp"]
    assert calm.to_rule_out == ()


# ---------------------------------------------------------------- what would have changed it


def a_library_to_change() -> Library:
    return a_night_cramp_library(
        a_finding("breath"),
        a_finding("slow"),
        a_finding("cold"),
        a_region("calf"),
        a_region("jaw"),
        a_rule("b", "breath", Level.EMERGENCY),
        a_rule("l", "slow", Level.PHYSICIAN),
        a_rule("j", all_of(touched("jaw"), "cold"), Level.EMERGENCY),
    )


def changes(library: Library, visit: Visit, level: Level) -> list[tuple[str, str, str]]:
    return [(one.finding, one.answer, one.level.value) for one in would_change(library, visit, level)]


def test_a_yes_instead_of_a_no_would_raise_the_advice_most_urgent_first() -> None:
    visit = a_visit(breath=NO, slow=NO, swollen=NO, night_story=YES)
    assert changes(a_library_to_change(), visit, Level.SELF_TREAT) == [
        ("breath", "yes", "emergency"),
        ("swollen", "yes", "same-day"),
        ("slow", "yes", "physician"),
    ]


def test_only_what_leads_above_the_advice_is_told() -> None:
    visit = a_visit(breath=NO, slow=NO, swollen=YES)
    assert changes(a_library_to_change(), visit, Level.SAME_DAY) == [("breath", "yes", "emergency")]
    assert changes(a_library_to_change(), a_visit(breath=YES), Level.EMERGENCY) == []


def test_what_leads_to_the_same_advice_once_more_is_not_told() -> None:
    library = a_library(a_finding("swollen"), a_finding("warm"), a_rule("a", "swollen"), a_rule("b", "warm"))
    assert changes(library, a_visit(swollen=YES, warm=NO), Level.SAME_DAY) == []
    assert changes(library, a_visit(swollen=YES, warm=NOT_SURE), Level.SAME_DAY) == []


def test_a_no_instead_of_a_doubt_may_lower_the_advice() -> None:
    visit = a_visit(breath=NO, slow=NO, swollen=NOT_SURE, at_night=YES, stretch_stops=YES)
    assert ("swollen", "no", "self-treat") in changes(a_library_to_change(), visit, Level.SAME_DAY)


def test_a_yes_instead_of_a_doubt_may_raise_the_advice() -> None:
    lower = Unsure(level=Level.PHYSICIAN, reason="Not sure.")
    library = a_library(a_finding("swollen"), a_rule(when="swollen", unsure=lower))
    visit = a_visit(swollen=NOT_SURE)
    assert would_change(library, visit, Level.PHYSICIAN) == (
        Change(library.findings["swollen"].id, "yes", Level.SAME_DAY),  # type: ignore[index]
    )


def test_a_finding_that_is_no_yes_or_no_is_passed_by() -> None:
    library = a_library(a_finding("swollen"), a_rule("old-leg", all_of(aged("65-and-over"), "swollen")))
    assert changes(library, a_visit(age_band="65-and-over", swollen=NO), Level.PHYSICIAN) == [
        ("swollen", "yes", "same-day")
    ]


def test_a_sign_that_one_rule_answers_alone_and_another_only_with_more_is_told_with_the_first() -> None:
    library = a_library(
        a_finding("swollen"),
        a_finding("breath"),
        a_rule("clot", "swollen", Level.SAME_DAY),
        a_rule("lung", all_of("swollen", "breath"), Level.EMERGENCY),
    )
    assert changes(library, a_visit(), Level.PHYSICIAN) == [("swollen", "yes", "same-day")]
    assert changes(library, a_visit(breath=YES), Level.PHYSICIAN) == [("swollen", "yes", "emergency")]


def test_nothing_is_earned_beside_a_rule_that_fired_although_a_card_fits() -> None:
    library = a_night_cramp_library(a_finding("slow"), a_rule("l", "slow", Level.PHYSICIAN))
    seen = assess(library, a_visit(swollen=NO, slow=YES, night_story=YES))
    assert (seen.best_causes != (), seen.is_earned) == (True, False)


# ---------------------------------------------------------------- self-care


@pytest.mark.parametrize("level", [Level.SAME_DAY, Level.EMERGENCY])
def test_above_an_appointment_no_self_care_is_offered_although_card_and_guards_would_allow_it(level: Level) -> None:
    library = a_night_cramp_library(a_finding("ill"), a_rule("ill", "ill", level))
    visit = a_visit(swollen=NO, ill=YES, night_story=YES)
    seen = assess(library, visit)
    assert (seen.level, seen.is_final, seen.best_causes != ()) == (level, True, True)
    assert offered_self_care(library, visit, seen) == ()


@pytest.mark.parametrize(
    ("answers", "offered"),
    [
        pytest.param({"swollen": NO, "night_story": YES}, ("calf-stretch",), id="fits-and-guard-is-no"),
        pytest.param({"swollen": NO, "night_story": NO}, (), id="nothing-fits"),
        pytest.param({"swollen": NO}, (), id="not-final"),
        pytest.param({"swollen": YES, "night_story": YES}, (), id="a-danger"),
    ],
)
def test_self_care_is_offered_behind_its_guards(answers: dict[str, AnswerValue], offered: tuple[str, ...]) -> None:
    library = a_night_cramp_library()
    visit = a_visit(**answers)
    assert tuple(care.id for care in offered_self_care(library, visit, assess(library, visit))) == offered


@pytest.mark.parametrize("said", [YES, NOT_SURE, None], ids=["yes", "doubt", "open"])
def test_a_guard_that_was_not_answered_no_keeps_a_stretch_back(said: AnswerValue | None) -> None:
    library = a_library(
        a_finding("dizzy"),
        a_pattern("at-night"),
        a_pattern("stretch-stops"),
        a_self_limiting_cause("cramp", a_story("night-story"), self_care=("stretch", "rest")),
        a_self_care("stretch", guards=("dizzy",)),
        a_self_care("rest"),
    )
    visit = a_visit(night_story=YES) if said is None else a_visit(night_story=YES, dizzy=said)
    seen = assess(library, visit)
    assert seen.level is Level.SELF_TREAT
    assert [care.id for care in offered_self_care(library, visit, seen)] == ["rest"]


def test_self_care_may_stand_beside_an_appointment() -> None:
    library = a_night_cramp_library(a_finding("slow"), a_rule("l", "slow", Level.PHYSICIAN))
    visit = a_visit(swollen=NO, slow=YES, night_story=YES)
    seen = assess(library, visit)
    assert seen.level is Level.PHYSICIAN
    assert [care.id for care in offered_self_care(library, visit, seen)] == ["calf-stretch"]


def test_what_helps_a_cause_that_does_not_pass_by_itself_is_passed_by() -> None:
    signs = ("stiff", "warm", "red")
    library = a_library(
        *(a_finding(name) for name in signs),
        a_pattern("at-night"),
        a_pattern("stretch-stops"),
        a_cause(
            "arthritis",
            needs="stiff",
            fits=signs,
            seriousness=Seriousness.NEEDS_PHYSICIAN,
            self_care=("joint-circles",),
        ),
        a_self_limiting_cause("cramp", a_story("night-story"), self_care=("calf-stretch",)),
        a_self_care("joint-circles"),
        a_self_care("calf-stretch"),
        a_rule("l", "stiff", Level.PHYSICIAN),
    )
    visit = a_visit(stiff=YES, warm=YES, red=YES, night_story=YES)
    seen = assess(library, visit)
    assert [one.cause.id for one in seen.best_causes] == ["arthritis", "cramp"]
    assert [care.id for care in offered_self_care(library, visit, seen)] == ["calf-stretch"]


def test_a_stretch_for_another_part_of_the_body_is_not_offered() -> None:
    library = a_library(
        a_region("calf"),
        a_region("forearm"),
        a_pattern("at-night"),
        a_pattern("stretch-stops"),
        a_self_limiting_cause(
            "cramp",
            a_story("story", regions=("calf", "forearm")),
            regions=("calf", "forearm"),
            self_care=("calf-stretch", "wrist-stretch"),
        ),
        a_self_care("calf-stretch"),
        a_self_care("wrist-stretch", regions=("forearm",)),
    )
    visit = a_visit("forearm:left", story=YES)
    assert [care.id for care in offered_self_care(library, visit, assess(library, visit))] == ["wrist-stretch"]


# ---------------------------------------------------------------- small helpers


def test_a_red_flag_alone_changes_the_advice_in_its_places() -> None:
    library = a_library(
        a_region("calf"),
        a_region("jaw"),
        *(a_finding(name) for name in ("swollen", "cold", "diabetes", "vomiting")),
        a_rule("a", "swollen"),
        a_rule("b", all_of(touched("jaw"), "cold")),
        a_rule("c", all_of("diabetes", "vomiting")),
    )
    flags = {
        place: [finding for finding in library.findings if is_red_flag(library, a_visit(place), finding)]
        for place in ("calf:left", "jaw:left")
    }
    assert flags == {"calf:left": ["swollen"], "jaw:left": ["swollen", "cold"]}


def test_a_touched_card_is_written_out_and_what_was_said_stays() -> None:
    library = a_night_cramp_library()
    assert recorded({"night-story": YES, "at-night": NO}, library) == {
        "night-story": YES,
        "at-night": NO,
        "stretch-stops": YES,
    }
    assert recorded({"night-story": NO, "swollen": NOT_SURE}, library) == {"night-story": NO, "swollen": NOT_SURE}
