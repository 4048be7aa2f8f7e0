"""Whole visits that begin at chest, back or belly."""

from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.screens import Screen
from tests.journeys.keyboard_person import KeyboardPerson
from tests.journeys.person import Person


def test_chest_pain_that_spreads_to_the_jaw_is_an_emergency_with_one_sign(person: Person) -> None:
    person.touches("chest", "left")
    person.reaches_question("spreads-heart")
    person.says_yes("spreads-heart")
    person.sees_level(Level.EMERGENCY)
    assert person.can_find("mistake")
    assert not person.can_find("noneOfThese")


def test_chest_and_jaw_together_need_one_heart_sign_for_an_emergency(person: Person) -> None:
    person.touches("chest", "left")
    person.also_touches("jaw", "left")
    person.reaches_question("heart-signs")
    person.says_yes("heart-signs")
    person.sees_level(Level.EMERGENCY)


def test_chest_and_jaw_together_are_never_treated_at_home(person: Person) -> None:
    person.touches("chest", "left")
    person.also_touches("jaw", "left")
    person.passes_all()
    person.sees_at_least(Level.SAME_DAY)


def test_chest_pressure_by_keyboard_alone_is_an_emergency(keyboard_person: KeyboardPerson) -> None:
    keyboard_person.touches("chest", "left")
    keyboard_person.says_yes("chest-pressure")
    keyboard_person.sees_level(Level.EMERGENCY)


def test_new_chest_pain_that_nobody_has_checked_is_looked_at_today(person: Person) -> None:
    person.touches("chest", "right")
    person.reaches_question("chest-check")
    person.says_yes("chest-check")
    person.passes_all()
    person.sees_level(Level.SAME_DAY)


def a_back_that_lifted_yesterday(person: Person) -> None:
    person.touches("lower-back", "left")
    person.answers_no_until(Screen.STORIES)
    person.tells("low-back-story")


def test_a_lower_back_that_lifted_something_yesterday_is_treated_at_home(person: Person) -> None:
    a_back_that_lifted_yesterday(person)
    person.sees_level(Level.SELF_TREAT)
    assert person.self_care()


def test_a_back_that_hurts_for_the_first_time_at_sixty_is_seen_by_a_physician(person: Person) -> None:
    person.touches("lower-back", "left")
    person.reaches_question("first-back", age="50-64")
    person.says_yes("first-back")
    person.passes_all(age="50-64")
    person.sees_level(Level.PHYSICIAN)


def test_numbness_in_the_saddle_is_an_emergency(person: Person) -> None:
    person.touches("lower-back", "right")
    person.reaches_question("saddle")
    person.says_yes("saddle")
    person.sees_level(Level.EMERGENCY)


def test_a_lower_back_with_both_legs_newly_weak_is_an_emergency(person: Person) -> None:
    person.touches("lower-back", "left")
    person.also_touches("calf", "left")
    person.also_touches("calf", "right")
    person.reaches_question("legs-nerve")
    person.says_yes("legs-nerve")
    person.sees_level(Level.EMERGENCY)


def test_chest_and_lower_back_together_are_never_treated_at_home(person: Person) -> None:
    person.touches("lower-back", "left")
    person.also_touches("chest", "left")
    person.passes_all()
    person.sees_at_least(Level.PHYSICIAN)


def test_an_older_person_with_upper_back_pain_sees_a_physician_at_least(person: Person) -> None:
    person.touches("upper-back", "left")
    person.passes_all(age="65-and-over")
    person.sees_at_least(Level.PHYSICIAN)


def a_belly_with_stomach_flu(person: Person) -> None:
    person.touches("abdomen", "left")
    person.answers_no_until(Screen.YOU)
    person.is_aged("16-49")
    person.says_yes("gut-illness")


def test_belly_cramps_with_stomach_flu_are_treated_at_home(person: Person) -> None:
    a_belly_with_stomach_flu(person)
    person.answers_no_until(Screen.STORIES)
    person.tells("stomach-bug-story")
    person.sees_level(Level.SELF_TREAT)


def test_the_same_belly_cramps_in_pregnancy_are_not(person: Person) -> None:
    a_belly_with_stomach_flu(person)
    person.says_yes("pregnancy")
    person.passes_all()
    person.sees_at_least(Level.PHYSICIAN)


def test_a_baby_with_colic_is_seen_by_a_physician_at_least(person: Person) -> None:
    person.presses("forWhom.my-child")
    person.touches("abdomen", "left")
    person.passes_all(age="under-2")
    person.sees_at_least(Level.PHYSICIAN)


def test_a_crying_baby_that_is_floppy_is_an_emergency(person: Person) -> None:
    person.presses("forWhom.my-child")
    person.touches("abdomen", "left")
    person.says_yes("confused-drowsy")
    person.sees_level(Level.EMERGENCY)
