"""Whole visits that begin at face, jaw, neck or hand, or in many places at once."""

from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.screens import Screen
from tests.journeys.keyboard_person import KeyboardPerson
from tests.journeys.person import Person


def test_one_side_of_the_face_that_twitches_for_months_is_seen_by_a_physician(person: Person) -> None:
    person.touches("face", "right")
    person.reaches_question("face-twitch-long", age="50-64")
    person.says_yes("face-twitch-long")
    person.passes_all(age="50-64")
    person.sees_level(Level.PHYSICIAN)


def test_a_face_that_suddenly_droops_is_an_emergency(person: Person) -> None:
    person.touches("face", "left")
    person.says_yes("stroke-signs")
    person.sees_level(Level.EMERGENCY)


def a_neck_after_a_day_at_a_desk(person: Person) -> None:
    person.touches("back-neck", "left")
    person.answers_no_until(Screen.STORIES)
    person.tells("neck-posture-story")


def test_a_neck_after_a_day_at_a_desk_is_treated_at_home(person: Person) -> None:
    a_neck_after_a_day_at_a_desk(person)
    person.sees_level(Level.SELF_TREAT)
    assert person.self_care()


def test_a_neck_after_a_day_at_a_desk_by_keyboard_alone(keyboard_person: KeyboardPerson) -> None:
    a_neck_after_a_day_at_a_desk(keyboard_person)
    keyboard_person.sees_level(Level.SELF_TREAT)


def test_a_jaw_that_is_stiff_after_a_wound_is_an_emergency(person: Person) -> None:
    person.touches("jaw", "left")
    person.reaches_question("jaw-stiff")
    person.says_yes("jaw-stiff")
    person.answers_no_until(Screen.YOU)
    person.is_aged("16-49")
    person.says_yes("wound")
    person.sees_level(Level.EMERGENCY)


def test_a_jaw_that_is_locked_without_a_wound_is_looked_at_today(person: Person) -> None:
    person.touches("jaw", "left")
    person.reaches_question("jaw-stiff")
    person.says_yes("jaw-stiff")
    person.passes_all()
    person.sees_level(Level.SAME_DAY)


def test_a_hand_that_cramps_after_writing_is_treated_at_home(person: Person) -> None:
    person.touches("hand", "right")
    person.answers_no_until(Screen.STORIES)
    person.tells("hand-overuse-story")
    person.sees_level(Level.SELF_TREAT)


def test_dark_urine_after_hard_exercise_is_an_emergency(person: Person) -> None:
    person.touches("thigh-front", "left")
    person.reaches_question("dark-urine")
    person.says_yes("dark-urine")
    person.sees_level(Level.EMERGENCY)


def test_muscles_far_worse_than_sore_after_hard_exercise_are_an_emergency(person: Person) -> None:
    person.touches("thigh-front", "left")
    person.answers_no_until(Screen.YOU)
    person.is_aged("16-49")
    person.says_yes("effort-heat")
    person.reaches_question("effort-muscle-bad")
    person.says_yes("effort-muscle-bad")
    person.sees_level(Level.EMERGENCY)


def test_muscle_pain_in_many_places_on_a_statin_is_seen_by_a_physician_at_least(person: Person) -> None:
    person.touches_many_places()
    person.answers_no_until(Screen.YOU)
    person.is_aged("50-64")
    person.says_yes("statin")
    person.passes_all(age="50-64")
    person.sees_at_least(Level.PHYSICIAN)


def test_many_places_on_a_statin_by_keyboard_alone(keyboard_person: KeyboardPerson) -> None:
    keyboard_person.touches_many_places()
    keyboard_person.answers_no_until(Screen.YOU)
    keyboard_person.is_aged("65-and-over")
    keyboard_person.says_yes("statin")
    keyboard_person.passes_all(age="65-and-over")
    keyboard_person.sees_at_least(Level.PHYSICIAN)


def test_the_same_muscle_pain_with_dark_urine_is_an_emergency(person: Person) -> None:
    person.touches_many_places()
    person.reaches_question("dark-urine")
    person.says_yes("dark-urine")
    person.sees_level(Level.EMERGENCY)
