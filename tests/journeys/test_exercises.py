"""Exercises that the advice offers: done with the timer, and stopped when something is wrong."""

import pytest

from spasm_gui.knowledge.cause import StoryId
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.screens import Screen
from tests.journeys.person import Person


def begins_the_calf_stretch(person: Person) -> None:
    person.touches("calf", "left")
    person.answers_no_until(Screen.STORIES)
    person.tells("night-cramp-story")
    person.sees_level(Level.SELF_TREAT)
    person.presses("exercise.calf-wall-stretch")
    person.finds("holdRing")
    person.presses("startPause")
    assert person.reads("Hold 1 of 3")


def test_a_stretch_is_stopped_because_of_new_numbness_and_the_advice_changes(person: Person) -> None:
    begins_the_calf_stretch(person)
    person.presses("stop.numbness")
    person.sees_so_far(Level.SAME_DAY)
    assert person.finds_button("answer.limb-drop.yes").isChecked()
    person.presses("seeAdvice")
    person.sees_level(Level.SAME_DAY)
    assert person.self_care() == []


def test_a_stretch_that_makes_it_worse_is_looked_at_today(person: Person) -> None:
    begins_the_calf_stretch(person)
    person.presses("stop.worse")
    person.sees_so_far(Level.SAME_DAY)
    assert person.finds_button("answer.severe-worse.yes").isChecked()


def test_feeling_unwell_in_a_stretch_is_an_emergency_at_once(person: Person) -> None:
    begins_the_calf_stretch(person)
    person.presses("stop.unwell")
    person.sees_level(Level.EMERGENCY)


def test_a_stop_that_was_touched_by_mistake_gives_the_stretch_back(person: Person) -> None:
    begins_the_calf_stretch(person)
    person.presses("stop.numbness")
    person.says_no("limb-drop")
    person.passes_all()
    person.sees_level(Level.SELF_TREAT)
    assert person.can_find("exercise.calf-wall-stretch")


def test_numbness_at_the_neck_leaves_no_stretch_to_go_on_with(person: Person) -> None:
    person.touches("back-neck", "left")
    person.answers_no_until(Screen.STORIES)
    model = person.window.model
    shown = [StoryId(name.removeprefix("story.")) for name in person.names() if name.startswith("story.")]
    person.tells(next(one for one in shown if "neck-side-stretch" in model.library.stories[one][0].self_care))
    person.presses(next(name for name in person.names() if name.startswith("exercise.")))
    person.presses("stop.numbness")
    assert model.visit.answers["arm-nerve"] is Answer.YES
    if person.window.mode == "questions":
        person.passes_all()
    assert person.shown_level() != Level.SELF_TREAT.value
    assert not [name for name in person.names() if "stretch" in name]


def test_escape_and_the_button_lead_back_to_the_advice(person: Person) -> None:
    begins_the_calf_stretch(person)
    person.presses("backToAdvice")
    person.sees_level(Level.SELF_TREAT)


def test_another_size_of_text_keeps_what_was_held_and_pauses(person: Person) -> None:
    begins_the_calf_stretch(person)
    person.window.rebuild()
    assert person.finds("startPause").property("text") == "Go on"


def test_starting_over_forgets_the_exercise(person: Person) -> None:
    begins_the_calf_stretch(person)
    person.window.start_over()
    assert person.window.mode == "home"
    assert not person.can_find("holdRing")


@pytest.mark.parametrize("stop", ["worse", "numbness", "unwell"])
def test_the_stop_buttons_stay_in_sight_however_far_one_reads(person: Person, stop: str) -> None:
    begins_the_calf_stretch(person)
    person.scrolls_to_the_end()
    button = person.finds(f"stop.{stop}")
    at = button.mapTo(person.window, button.rect().center())
    assert person.window.rect().contains(at)
    assert not button.visibleRegion().isEmpty()
