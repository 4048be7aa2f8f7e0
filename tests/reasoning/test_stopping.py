"""What stops an exercise becomes a yes that the touched places ask about."""

import pytest

from spasm_gui import places
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.library import Library
from spasm_gui.reading.library import read_library
from spasm_gui.reasoning.assessment import assess
from spasm_gui.reasoning.stopping import Stop, stop_finding
from tests.factories import a_library, a_visit


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(places.content_dir())


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
