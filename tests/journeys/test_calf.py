"""Whole visits that begin at the calf: a cramp at night, a clot, a lung clot, and what lies between."""

from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.screens import Screen
from tests.journeys.keyboard_person import KeyboardPerson
from tests.journeys.person import Person


def a_calf_cramp_at_night(person: Person) -> None:
    person.touches("calf", "left")
    person.answers_no_until(Screen.STORIES)
    person.tells("night-cramp-story")


def test_a_calf_cramp_at_night_is_treated_at_home_with_a_stretch(person: Person) -> None:
    a_calf_cramp_at_night(person)
    person.sees_level(Level.SELF_TREAT)
    assert person.reads("Do this now")
    assert any("stretch" in name for name in person.self_care())


def test_a_calf_cramp_at_night_by_keyboard_alone(keyboard_person: KeyboardPerson) -> None:
    a_calf_cramp_at_night(keyboard_person)
    keyboard_person.sees_level(Level.SELF_TREAT)


def test_a_swollen_hot_calf_is_looked_at_today(person: Person) -> None:
    person.touches("calf", "right")
    person.reaches_question("limb-swollen")
    person.says_yes("limb-swollen")
    person.sees_so_far(Level.SAME_DAY)
    person.passes_all()
    person.sees_level(Level.SAME_DAY)


def test_a_sore_calf_with_breathlessness_is_an_emergency_at_once(person: Person) -> None:
    person.touches("calf", "left")
    person.says_yes("hard-breathing")
    person.sees_level(Level.EMERGENCY)
    assert person.reads("112")


def test_a_swollen_calf_and_then_a_touch_on_the_chest_is_an_emergency(person: Person) -> None:
    person.touches("calf", "left")
    person.reaches_question("limb-swollen")
    person.says_yes("limb-swollen")
    person.also_touches("chest", "left")
    person.passes_all()
    person.sees_level(Level.EMERGENCY)


def test_somebody_unsure_of_a_thicker_calf_is_first_told_how_to_find_out(person: Person) -> None:
    person.touches("calf", "left")
    person.reaches_question("limb-swollen")
    person.is_not_sure("limb-swollen")
    person.finds("findOut.limb-swollen")
    assert not person.finds_button("answer.limb-swollen.not-sure").isChecked()
    person.sees_so_far(None)
    person.is_not_sure("limb-swollen")
    assert person.finds_button("answer.limb-swollen.not-sure").isChecked()
    # The rule on a swollen leg keeps its level in doubt: a clot in a leg vein cannot wait for certainty.
    person.sees_so_far(Level.SAME_DAY)
    person.passes_all()
    person.sees_level(Level.SAME_DAY)


def test_half_answered_there_is_no_advice_yet(person: Person) -> None:
    person.touches("calf", "left")
    while person.screen() is not Screen.STORIES:
        person.sees_so_far(None)
        assert person.reads("No advice yet")
        assert not person.can_find("seeAdvice")
        person.answers_page_with_no()
    person.sees_so_far(None)


def test_nothing_that_fits_leads_to_a_physician_without_naming_a_danger(person: Person) -> None:
    person.touches("calf", "left")
    person.passes_all()
    person.sees_level(Level.PHYSICIAN)
    assert person.reads(person.window.model.library.acts.unearned)
