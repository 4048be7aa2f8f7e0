"""The nouns hold what they promise, before anybody reasons with them."""

from typing import Any

import msgspec
import pytest

from spasm_gui.knowledge.cause import Seriousness
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Clinician
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.knowledge.rule import Formula, Unsure
from spasm_gui.knowledge.visit import Visit
from tests.factories import (
    REVIEWED,
    a_cause,
    a_finding,
    a_library,
    a_night_cramp_library,
    a_region,
    a_rule,
    a_story,
    a_visit,
    some_rows,
)

LEFT = Place(RegionId("calf"), Side.LEFT)
RIGHT = Place(RegionId("calf"), Side.RIGHT)


# ---------------------------------------------------------------- levels


def test_levels_rise_from_self_treat_to_emergency() -> None:
    order = [Level.SELF_TREAT, Level.PHYSICIAN, Level.SAME_DAY, Level.EMERGENCY]
    assert sorted({*order}) == order
    assert max(order) is Level.EMERGENCY
    assert [level.rank for level in order] == [0, 1, 2, 3]
    assert Level.PHYSICIAN <= Level.PHYSICIAN < Level.SAME_DAY
    assert len(set(order)) == 4


def test_a_level_is_not_compared_with_a_word() -> None:
    word: Any = "physician"
    assert word != Level.PHYSICIAN
    with pytest.raises(TypeError):
        assert word < Level.EMERGENCY


# ---------------------------------------------------------------- sides and places


def test_the_other_side_of_the_middle_is_the_middle() -> None:
    assert [side.other for side in (Side.LEFT, Side.RIGHT, Side.MIDDLE)] == [Side.RIGHT, Side.LEFT, Side.MIDDLE]


def test_a_place_is_written_as_it_is_typed() -> None:
    assert str(LEFT) == "calf:left"
    assert str(Place(RegionId("many-places"), None)) == "many-places"


# ---------------------------------------------------------------- a visit


def test_touching_again_takes_the_touch_back() -> None:
    both = Visit().touching(LEFT).touching(RIGHT)
    assert both.places == (LEFT, RIGHT)
    assert both.regions == both.two_sided == frozenset([LEFT.region])
    assert both.touching(LEFT).places == (RIGHT,)
    assert both.touching(LEFT).two_sided == frozenset()


def test_a_new_answer_leaves_the_older_visit_as_it_was() -> None:
    before = a_visit(swollen=Answer.NO)
    after = before.answering({"swollen": Answer.YES, "cold": Answer.NOT_SURE})
    swollen = a_finding("swollen").id
    assert (before.answer_to(swollen), after.answer_to(swollen)) == (Answer.NO, Answer.YES)


def test_an_unanswered_finding_is_neither_yes_nor_no_nor_doubt() -> None:
    assert a_visit().answer_to(a_finding("swollen").id) is None


def test_forgotten_answers_are_as_if_never_given() -> None:
    visit = a_visit(swollen=Answer.NO, cold=Answer.YES)
    assert visit.forgetting("swollen", "never-said") == a_visit(cold=Answer.YES)


def test_the_order_of_answers_does_not_tell_visits_apart() -> None:
    there = Visit().answering({"a": Answer.YES}).answering({"b": Answer.NO})
    back = Visit().answering({"b": Answer.NO}).answering({"a": Answer.YES})
    assert there == back


def test_answers_cannot_be_changed_behind_anybodys_back() -> None:
    answers: Any = a_visit(swollen=Answer.NO).answers
    with pytest.raises(TypeError):
        answers["swollen"] = Answer.YES


# ---------------------------------------------------------------- conditions

SHAPES = (
    "a condition is one of: a finding; any: [..]; all: [..]; at_least: N with of: [..]; "
    "finding with is: [..] or at_least: N; region (with side: both); here stands "
)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, f"{SHAPES}nothing"),
        ({"any": ("a",), "all": ("b",)}, f"{SHAPES}all with any"),
        ({"of": ("a", "b")}, f"{SHAPES}of"),
        ({"at_least": 2}, f"{SHAPES}at_least"),
        ({"finding": "a"}, f"{SHAPES}finding"),
        ({"finding": "a", "is_": ("b",), "at_least": 2}, f"{SHAPES}at_least with finding with is"),
        ({"side": "both"}, f"{SHAPES}side"),
        ({"region": "calf", "side": "left"}, "side 'left' is not known here; the only one is 'both'"),
        ({"any": ()}, "'any' is empty"),
        ({"all": ()}, "'all' is empty"),
        ({"region": ()}, "'region' is empty"),
        ({"finding": "a", "is_": ()}, "'is' is empty"),
        (
            {"at_least": 0, "of": ("a",)},
            "at_least must be between 1 and the number of conditions under 'of'",
        ),
        (
            {"at_least": 2, "of": ("a",)},
            "at_least must be between 1 and the number of conditions under 'of'",
        ),
        ({"at_least": 1.5, "of": ("a", "b")}, "at_least must be a whole number when it counts conditions"),
        ({"at_least": float("inf"), "of": ("a",)}, "at_least must be a whole number when it counts conditions"),
        ({"at_least": float("nan"), "of": ("a",)}, "at_least must be a whole number when it counts conditions"),
    ],
)
def test_a_condition_has_exactly_one_shape(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError) as caught:
        Formula(**fields)
    assert str(caught.value) == said


def test_a_condition_names_its_regions_as_a_tuple() -> None:
    assert Formula(region="calf").regions == ("calf",)
    assert Formula(region=("calf", "shin")).regions == ("calf", "shin")
    assert Formula(any=("a",)).regions == ()


def test_a_rule_says_what_a_doubt_means() -> None:
    lower = Unsure(level=Level.PHYSICIAN, reason="Not sure.")
    assert a_rule(advise=Level.SAME_DAY, unsure="same").unsure_level is Level.SAME_DAY
    assert a_rule(advise=Level.PHYSICIAN, unsure=None).unsure_level is Level.PHYSICIAN
    assert a_rule(advise=Level.EMERGENCY, unsure=lower).unsure_level is Level.PHYSICIAN


# ---------------------------------------------------------------- causes and the library


@pytest.mark.parametrize(
    ("seriousness", "is_dangerous", "is_self_limiting"),
    [
        (Seriousness.SELF_LIMITING, False, True),
        (Seriousness.NEEDS_PHYSICIAN, False, False),
        (Seriousness.URGENT, True, False),
        (Seriousness.EMERGENCY, True, False),
    ],
)
def test_how_serious_a_cause_is(seriousness: Seriousness, is_dangerous: bool, is_self_limiting: bool) -> None:
    assert seriousness.is_dangerous is is_dangerous
    assert a_cause(seriousness=seriousness).is_self_limiting is is_self_limiting


def test_a_story_needs_two_lines() -> None:
    with pytest.raises(ValueError, match="a story needs at least two findings"):
        a_story(needs=("at-night",))


def test_the_library_finds_acts_lists_and_cards() -> None:
    library = a_night_cramp_library()
    assert library.act(Level.EMERGENCY).word == "Emergency"
    ((cause, story),) = library.stories.values()
    assert (cause.id, story.id) == ("night-cramp", "night-story")


def test_a_region_is_ready_once_it_has_questions_and_causes() -> None:
    library = a_night_cramp_library(a_region("calf"), a_region("jaw"))
    assert {region: library.is_ready(region) for region in library.regions} == {"calf": True, "jaw": False}
    library.screens.regions.pop(RegionId("calf"))
    assert not library.is_ready(RegionId("calf"))
    library.screens.regions[RegionId("calf")] = some_rows()
    assert library.is_ready(RegionId("calf"))


def test_content_is_reviewed_once_a_clinician_signed_it() -> None:
    draft = a_library()
    signed = msgspec.structs.replace(draft.edition, clinician=Clinician(name="A. B.", role="Physio", date=REVIEWED))
    assert not draft.is_clinically_reviewed
    assert a_library(edition=signed).is_clinically_reviewed
