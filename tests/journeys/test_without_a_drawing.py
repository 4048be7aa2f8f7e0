"""When the body cannot be drawn, a list takes its place and everything else works."""

import pytest

from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.screens import Screen
from spasm_gui.screens.body_map import BodyMap
from spasm_gui.screens.window import Window
from tests.journeys.conftest import OpenWindow
from tests.journeys.keyboard_person import KeyboardPerson
from tests.journeys.person import Person


@pytest.fixture
def window(open_window: OpenWindow) -> Window:
    return open_window(body=None)


def test_every_place_is_in_the_list_under_a_name_of_its_own(person: Person, library: Library) -> None:
    assert person.window.findChild(BodyMap) is None
    person.presses("regionList")
    names = []
    for region in library.regions.values():
        for side in region.sides or (None,):
            button = person.finds_button(f"list.{region.id}:{side.value}" if side else f"list.{region.id}")
            assert button.isEnabled()
            names.append(button.text())
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("place", "title"),
    [("scalp:right", "head"), ("mid-back:left", "back"), ("foot:right", "foot"), ("many-places", "places")],
)
def test_a_place_in_the_list_opens_its_questions(person: Person, place: str, title: str) -> None:
    person.picks_from_the_list(place)
    assert person.screen() is Screen.RIGHT_NOW
    assert title in person.texts_of("regionTitle")


def test_a_visit_from_the_list_ends_in_an_advice(person: Person) -> None:
    person.picks_from_the_list("calf:left")
    person.answers_no_until(Screen.STORIES)
    person.tells("night-cramp-story")
    person.sees_level(Level.SELF_TREAT)


def test_another_place_can_be_added_from_the_list(person: Person) -> None:
    person.picks_from_the_list("calf:left")
    person.presses("alsoHurts")
    person.picks_from_the_list("chest:left")
    assert {place.region for place in person.window.model.visit.places} == {"calf", "chest"}


def test_the_side_can_be_swapped(person: Person) -> None:
    person.picks_from_the_list("calf:left")
    person.presses("otherSide")
    assert person.reads("Your right calf")


def test_the_list_by_keyboard_alone(keyboard_person: KeyboardPerson) -> None:
    keyboard_person.picks_from_the_list("knee:right")
    assert keyboard_person.reads("Your right knee")
