"""What stops an exercise becomes a yes that the touched places ask about."""

import pytest

from spasm_gui.knowledge.finding import Answer, FindingId
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.self_care import SelfCareId, SelfCareKind
from spasm_gui.reasoning.assessment import assess
from spasm_gui.reasoning.stopping import Stop, stop_finding, without_stopped
from tests.factories import a_finding, a_library, a_region, a_self_care, a_visit, some_rows, some_screens


@pytest.mark.parametrize(
    ("place", "finding"),
    [
        ("calf:left", "limb-drop"),
        ("hand:right", "limb-drop"),
        ("shoulder:left", "arm-nerve"),
        ("mid-back:left", "legs-nerve"),
        ("jaw:left", "nerve-slow"),
    ],
)
def test_new_numbness_is_the_finding_that_the_place_asks_about(library: Library, place: str, finding: str) -> None:
    assert stop_finding(library, a_visit(place), Stop.NUMBNESS) == finding


@pytest.mark.parametrize("stop", list(Stop))
def test_in_every_place_a_stop_leads_to_a_physician_at_least(library: Library, stop: Stop) -> None:
    for region in library.regions.values():
        place = f"{region.id}:{region.sides[0].value}" if region.sides else region.id
        finding = stop_finding(library, a_visit(place), stop)
        assert finding is not None
        assessment = assess(library, a_visit(place).answering({finding: Answer.YES}))
        assert assessment.reasons, f"{finding} says nothing at {place}"


def test_a_library_that_knows_no_such_finding_has_none() -> None:
    assert stop_finding(a_library(), a_visit(), Stop.UNWELL) is None


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        pytest.param({"here": ["limb-drop"]}, "limb-drop", id="here"),
        pytest.param({"soon": ["arm-nerve"]}, "arm-nerve", id="soon"),
        pytest.param({"for_a_while": ["legs-nerve"]}, "legs-nerve", id="for-a-while"),
        pytest.param({"here": ["nerve-slow"], "soon": ["limb-drop"]}, "limb-drop", id="the-stretched-limb-goes-first"),
        pytest.param({}, "nerve-slow", id="on-no-row-the-last-that-is-known"),
    ],
)
def test_numbness_is_looked_for_on_every_row_of_the_place(rows: dict[str, list[str]], finding: str) -> None:
    names = ("limb-drop", "arm-nerve", "legs-nerve", "nerve-slow")
    findings = [a_finding(name) for name in names]
    screens = some_screens([a_region()], findings, {"calf": some_rows(**rows)})
    assert stop_finding(a_library(a_region(), *findings, screens=screens), a_visit(), Stop.NUMBNESS) == finding


# ---------------------------------------------------------------- what is still offered after a stop

STRETCH = a_self_care("calf-stretch")
ROCKING = a_self_care("ankle-rocks", kind=SelfCareKind.EXERCISE)
WARMTH = a_self_care("warm-cloth", kind=SelfCareKind.MEASURE)
LEGS_UP = a_self_care("legs-up", kind=SelfCareKind.EASING_POSITION)
CARE = (STRETCH, ROCKING, WARMTH, LEGS_UP)
WORSE = FindingId("severe-worse")


def test_while_nothing_was_stopped_everything_is_offered() -> None:
    assert without_stopped(CARE, a_visit(severe_worse=Answer.YES), None, None) == CARE


@pytest.mark.parametrize("said", [Answer.YES, Answer.NOT_SURE, None])
def test_after_a_stop_no_stretch_and_no_exercise_is_offered(said: Answer | None) -> None:
    visit = a_visit() if said is None else a_visit(severe_worse=said)
    assert without_stopped(CARE, visit, STRETCH.id, WORSE) == (WARMTH, LEGS_UP)


def test_whatever_was_stopped_is_left_out_of_what_kind_it_may_be() -> None:
    assert without_stopped(CARE, a_visit(severe_worse=Answer.YES), LEGS_UP.id, WORSE) == (WARMTH,)


def test_once_its_finding_is_a_no_everything_is_offered_again() -> None:
    assert without_stopped(CARE, a_visit(severe_worse=Answer.NO), SelfCareId("calf-stretch"), WORSE) == CARE


def test_a_stop_for_which_no_finding_is_known_takes_nothing_away() -> None:
    assert without_stopped(CARE, a_visit(), STRETCH.id, None) == CARE
