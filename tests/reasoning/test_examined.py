"""What a physiotherapist may choose after an examination: nothing that an answer forbids, and no word of advice."""

import pytest

from spasm_gui.knowledge.cause import CauseId
from spasm_gui.knowledge.finding import Answer, AnswerValue
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import RegionId
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.examined import guards_of, needs_help_today, regions_of, signs_to_know, to_choose_from
from tests.factories import (
    a_circumstance,
    a_finding,
    a_library,
    a_region,
    a_rule,
    a_self_care,
    a_self_limiting_cause,
    a_visit,
    all_of,
    touched,
)

CALF, FOOT, KNEE = RegionId("calf"), RegionId("foot"), RegionId("knee")
NO, NOT_SURE, YES = Answer.NO, Answer.NOT_SURE, Answer.YES


def a_library_to_choose_from() -> Library:
    """A calf, a foot and a whole body; a stretch with two guards, a rest without, a roll for calf and foot."""
    return a_library(
        a_region(),
        a_region("foot"),
        a_region("everywhere", sides=()),
        *(a_finding(name) for name in ("numb", "torn", "swollen", "slow")),
        a_circumstance("pregnancy"),
        a_rule("clot", "swollen", Level.SAME_DAY),
        a_rule("slow", "slow", Level.PHYSICIAN),
        a_rule("cold", all_of("numb", touched("foot")), Level.EMERGENCY),
        a_rule("birth", "pregnancy", Level.SAME_DAY),
        a_self_care("stretch", guards=("numb", "torn")),
        a_self_care("rest", regions=(FOOT,)),
        a_self_care("roll", regions=(CALF, FOOT), guards=("torn",)),
        a_self_limiting_cause("night-cramp", self_care=("roll", "rest")),
    )


def names(library: Library, visit: Visit, *regions: RegionId, cause: str | None = None) -> list[str]:
    return [one.id for one in to_choose_from(library, visit, regions, CauseId(cause) if cause else None)]


def test_what_belongs_to_the_regions_may_be_chosen() -> None:
    library = a_library_to_choose_from()
    assert names(library, Visit(), CALF) == ["stretch", "roll"]
    assert names(library, Visit(), FOOT) == ["rest", "roll"]
    assert names(library, Visit(), CALF, FOOT) == ["stretch", "rest", "roll"]
    assert names(library, Visit()) == []


def test_of_a_cause_all_its_self_care_may_be_chosen_in_its_order_whatever_the_regions() -> None:
    library = a_library_to_choose_from()
    assert names(library, Visit(), CALF, cause="night-cramp") == ["roll", "rest"]
    assert names(library, Visit(answers={"torn": YES}), CALF, cause="night-cramp") == ["rest"]


@pytest.mark.parametrize(
    ("answers", "chosen"),
    [
        pytest.param({}, ["stretch", "roll"], id="nobody-was-asked"),
        pytest.param({"numb": NO, "torn": NO}, ["stretch", "roll"], id="no"),
        pytest.param({"numb": YES}, ["roll"], id="yes-to-one-guard"),
        pytest.param({"numb": NOT_SURE}, ["roll"], id="a-doubt"),
        pytest.param({"numb": NO, "torn": YES}, [], id="yes-to-the-other"),
    ],
)
def test_an_answer_other_than_no_forbids_what_it_guards(answers: dict[str, AnswerValue], chosen: list[str]) -> None:
    assert names(a_library_to_choose_from(), Visit(answers=answers), CALF) == chosen


@pytest.mark.parametrize(
    ("places", "answers", "is_needed"),
    [
        pytest.param(("calf:left",), {}, False, id="nothing-said"),
        pytest.param(("calf:left",), {"slow": YES}, False, id="a-visit-within-days"),
        pytest.param(("calf:left",), {"swollen": YES}, True, id="the-same-day"),
        pytest.param(("calf:left",), {"numb": YES}, False, id="an-emergency-of-another-place"),
        pytest.param(("foot:left",), {"numb": YES}, True, id="an-emergency"),
    ],
)
def test_who_needs_help_today_is_offered_nothing(
    places: tuple[str, ...], answers: dict[str, AnswerValue], is_needed: bool
) -> None:
    library = a_library_to_choose_from()
    visit = a_visit(*places, **answers)
    assert needs_help_today(library, visit) is is_needed
    if is_needed:
        assert names(library, visit, CALF, FOOT) == []
        assert names(library, visit, CALF, cause="night-cramp") == []
    else:
        assert names(library, visit, FOOT) != []


def test_guards_come_once_each_in_the_order_of_what_was_chosen() -> None:
    care = a_library_to_choose_from().self_care.values()
    assert guards_of(care) == ("numb", "torn")
    assert guards_of(reversed([*care])) == ("torn", "numb")
    assert guards_of([]) == ()


def test_a_plan_is_for_the_regions_it_was_made_about_and_for_all_of_what_lies_elsewhere() -> None:
    library = a_library_to_choose_from()
    stretch, rest, roll = library.self_care.values()
    assert regions_of([roll], [FOOT]) == (FOOT,)
    assert regions_of([roll], [KNEE]) == (CALF, FOOT)
    assert regions_of([rest, roll, stretch], [CALF, FOOT]) == (FOOT, CALF)
    assert regions_of([], [CALF]) == ()


def test_the_signs_to_know_are_danger_signs_above_a_visit_within_days() -> None:
    library = a_library_to_choose_from()
    assert signs_to_know(library, [CALF]) == {Level.SAME_DAY: ("swollen",)}
    assert signs_to_know(library, [CALF, FOOT]) == {Level.EMERGENCY: ("numb",), Level.SAME_DAY: ("swollen",)}
    assert list(signs_to_know(library, [FOOT])) == [Level.EMERGENCY, Level.SAME_DAY]


def test_a_region_without_a_shape_has_signs_too() -> None:
    assert signs_to_know(a_library_to_choose_from(), [RegionId("everywhere")]) == {Level.SAME_DAY: ("swollen",)}
