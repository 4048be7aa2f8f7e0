"""What reasoning remembers changes no advice, and is forgotten with the visit and with the library."""

import gc
import random
import weakref

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.assessment import assess
from spasm_gui.reasoning.memory import KEPT_PER_LIBRARY
from spasm_gui.reasoning.questions import next_page
from spasm_gui.reasoning.triage import live_rules
from tests import factories as make
from tests.reasoning.made_visits import a_near_visit
from tests.reasoning.small_libraries import libraries
from tests.reasoning.test_promises import EXAMPLES


def plainly(library: Library, visit: Visit) -> object:
    """The assessment and the next page with nothing remembered: both values are new to reasoning."""
    new_library, new_visit = replace(library), replace(visit)
    return assess(new_library, new_visit), next_page(new_library, new_visit)


@EXAMPLES
@given(libraries(), st.randoms(use_true_random=False))
def test_answer_by_answer_the_advice_is_the_one_worked_out_anew(library: Library, chance: random.Random) -> None:
    end = a_near_visit(library, chance)
    visit = Visit(end.places)
    for key in chance.sample(sorted(end.answers), len(end.answers)):
        visit = visit.answering({key: end.answers[key]})
        assert (assess(library, visit), next_page(library, visit)) == plainly(library, visit)
        if chance.random() < 0.2:
            visit = visit.forgetting(key)
            assert (assess(library, visit), next_page(library, visit)) == plainly(library, visit)


@EXAMPLES
@given(libraries(), st.randoms(use_true_random=False))
def test_going_from_place_to_place_changes_no_advice(library: Library, chance: random.Random) -> None:
    for _ in range(3):
        visit = a_near_visit(library, chance)
        assert (assess(library, visit), next_page(library, visit)) == plainly(library, visit)


def a_small_library() -> Library:
    return make.a_library(make.a_region("calf"), make.a_finding("a"), make.a_rule("clot", "a"))


def test_a_library_that_nobody_holds_is_forgotten() -> None:
    library = a_small_library()
    visit = Visit((Place(RegionId("calf"), Side.LEFT),)).answering({"a": Answer.YES})
    assert assess(library, visit).reasons
    held = weakref.ref(library)
    del library, visit
    gc.collect()
    assert held() is None


def test_only_so_many_touched_places_are_remembered() -> None:
    library = a_small_library()
    first = live_rules(library, frozenset({RegionId("calf")}), frozenset())
    assert live_rules(library, frozenset({RegionId("calf")}), frozenset()) is first
    for number in range(KEPT_PER_LIBRARY):
        live_rules(library, frozenset({RegionId(f"region-{number}")}), frozenset())
    assert live_rules(library, frozenset({RegionId("calf")}), frozenset()) is not first


def test_what_was_worked_out_makes_no_visit_different() -> None:
    library = a_small_library()
    visit = Visit((Place(RegionId("calf"), Side.LEFT),)).answering({"a": Answer.YES})
    assess(library, visit)
    assert visit == replace(visit)
    assert "worked_out" not in repr(visit)
    assert not visit.answering({"a": Answer.NO}).worked_out
