"""People change their minds: they take back, go back, add a place, swap the side, and nothing else is lost."""

from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.screens import Screen
from tests.journeys.keyboard_person import KeyboardPerson
from tests.journeys.person import Person


def a_calf_cramp_at_night(person: Person) -> None:
    person.touches("calf", "left")
    person.answers_no_until(Screen.STORIES)
    person.tells("night-cramp-story")
    person.sees_level(Level.SELF_TREAT)


# ------------------------------------------------------------------ touched by mistake


def test_an_emergency_touched_by_mistake_asks_that_question_again_and_keeps_the_rest(person: Person) -> None:
    person.touches("calf", "left")
    person.says_no("stroke-signs")
    person.is_not_sure("bad-accident")  # shows how to find out; nothing is said yet
    person.says_no("bad-accident")
    person.says_yes("hard-breathing")
    person.sees_level(Level.EMERGENCY)
    person.presses("mistake")
    person.sees_so_far(None)
    assert not person.finds_button("answer.hard-breathing.yes").isChecked()
    assert person.finds_button("answer.stroke-signs.no").isChecked()
    assert person.finds_button("answer.bad-accident.no").isChecked()


def test_a_mistake_on_a_later_page_leads_back_to_that_page(person: Person) -> None:
    person.touches("lower-back", "left")
    person.reaches_question("saddle")
    person.says_yes("saddle")
    person.sees_level(Level.EMERGENCY)
    person.presses("mistake")
    assert person.screen() is Screen.HERE
    assert not person.finds_button("answer.saddle.yes").isChecked()
    person.answers_no_until(Screen.STORIES)
    person.tells("low-back-story")
    person.sees_level(Level.SELF_TREAT)


def test_after_a_mistake_the_same_answer_can_be_given_again(person: Person) -> None:
    person.touches("calf", "left")
    person.says_yes("hard-breathing")
    person.presses("mistake")
    person.says_yes("hard-breathing")
    person.sees_level(Level.EMERGENCY)


def test_a_mistake_by_keyboard_alone(keyboard_person: KeyboardPerson) -> None:
    keyboard_person.touches("calf", "left")
    keyboard_person.says_yes("collapse-signs")
    keyboard_person.sees_level(Level.EMERGENCY)
    keyboard_person.presses("mistake")
    keyboard_person.sees_so_far(None)


# ------------------------------------------------------------------ answers


def test_an_answer_pressed_again_is_taken_back(person: Person) -> None:
    person.touches("calf", "left")
    person.reaches_question("limb-swollen")
    person.says_yes("limb-swollen")
    person.sees_so_far(Level.SAME_DAY)
    person.says_yes("limb-swollen")
    person.sees_so_far(None)


def test_an_earlier_answer_changed_on_the_last_page_changes_the_advice(person: Person) -> None:
    a_calf_cramp_at_night(person)
    person.presses("reopen.soon")
    person.says_yes("limb-swollen")
    person.passes_all()
    person.sees_level(Level.SAME_DAY)


def test_a_danger_sign_taken_back_gives_the_way_to_self_treatment_again(person: Person) -> None:
    person.touches("calf", "left")
    person.reaches_question("limb-swollen")
    person.says_yes("limb-swollen")
    person.passes_all()
    person.sees_level(Level.SAME_DAY)
    person.presses("reopen.soon")
    person.says_no("limb-swollen")
    person.answers_no_until(Screen.STORIES)
    person.tells("night-cramp-story")
    person.sees_level(Level.SELF_TREAT)


def test_a_story_can_be_taken_back(person: Person) -> None:
    a_calf_cramp_at_night(person)
    person.presses("reopen.stories")
    person.none_of_these()
    person.sees_level(Level.PHYSICIAN)
    assert Answer.YES not in person.window.model.visit.answers.values()


def test_another_story_takes_the_place_of_the_first(person: Person) -> None:
    a_calf_cramp_at_night(person)
    person.presses("reopen.stories")
    person.tells("calf-strain-story")
    person.sees_level(Level.SELF_TREAT)
    yes = {name for name, said in person.window.model.visit.answers.items() if said is Answer.YES}
    assert yes == {"calf-strain-story", "p-one-moment", "p-sore-on-use"}


def test_one_step_back_shows_the_page_before_with_its_answers(person: Person) -> None:
    person.touches("calf", "left")
    person.says_no("stroke-signs")
    person.none_of_these()
    assert person.screen() is Screen.HERE
    person.presses("back")
    assert person.screen() is Screen.RIGHT_NOW
    assert person.finds_button("answer.stroke-signs.no").isChecked()


def test_escape_goes_one_step_back(keyboard_person: KeyboardPerson) -> None:
    person = keyboard_person
    person.touches("calf", "left")
    person.none_of_these()
    assert person.screen() is Screen.HERE
    person.key_escape()
    assert person.screen() is Screen.RIGHT_NOW


# ------------------------------------------------------------------ causes


def test_a_cause_opens_and_closes_and_the_page_is_as_it_was(person: Person) -> None:
    person.touches("calf", "left")
    person.says_no("stroke-signs")
    person.presses("cause.night-leg-cramp")
    assert person.window.mode == "cause"
    assert person.reads("How a movement works")
    person.presses("closeCause")
    assert person.screen() is Screen.RIGHT_NOW
    assert person.finds_button("answer.stroke-signs.no").isChecked()


def test_a_cause_opens_from_the_last_page_and_leads_back_to_it(keyboard_person: KeyboardPerson) -> None:
    a_calf_cramp_at_night(keyboard_person)
    keyboard_person.presses("cause.night-leg-cramp")
    assert keyboard_person.window.mode == "cause"
    keyboard_person.key_escape()
    keyboard_person.sees_level(Level.SELF_TREAT)


# ------------------------------------------------------------------ places


def test_swapping_the_side_keeps_the_answers_and_turns_title_and_picture(person: Person) -> None:
    person.touches("calf", "left")
    person.says_no("stroke-signs")
    assert person.reads("Your left calf")
    person.presses("otherSide")
    assert person.reads("Your right calf")
    assert not person.reads("Your left calf")
    assert person.finds_button("region.calf.right").isChecked()
    assert not any(one.isChecked() for one in person.buttons("region.calf.left"))
    assert person.finds_button("answer.stroke-signs.no").isChecked()


def test_several_places_are_read_back_and_stay_lit(person: Person) -> None:
    person.touches("calf", "left")
    person.also_touches("knee", "right")
    assert person.reads("Your right knee")
    assert person.reads("your left calf")
    person.presses("alsoHurts")
    person.presses("view.back")
    assert person.finds_button("region.calf.left").isChecked()


def test_both_calves_are_read_back_as_both(person: Person) -> None:
    person.touches("calf", "left")
    person.also_touches("calf", "right")
    assert person.reads("Both your calves")


def test_one_more_place_keeps_the_answers_and_they_can_still_be_changed(person: Person) -> None:
    person.touches("calf", "left")
    person.says_no("stroke-signs")
    person.also_touches("knee", "left")
    person.presses("back")
    assert person.finds_button("answer.stroke-signs.no").isChecked()


def test_two_places_need_a_story_each_before_self_treatment(person: Person) -> None:
    person.touches("calf", "left")
    person.also_touches("hand", "left")
    person.answers_no_until(Screen.STORIES)
    person.tells("night-cramp-story")
    person.sees_so_far(None)
    person.tells("hand-overuse-story")
    person.sees_level(Level.SELF_TREAT)


def test_a_touch_on_another_place_from_the_whole_body_begins_there(person: Person) -> None:
    person.touches("calf", "left")
    person.presses("wholeBody")
    person.touches("knee", "left")
    assert person.reads("Your left knee")
    assert not person.reads("your left calf")


# ------------------------------------------------------------------ look


def test_another_theme_keeps_the_visit(person: Person) -> None:
    person.touches("calf", "left")
    person.says_no("stroke-signs")
    before = person.window.theme.name
    person.presses("theme")
    assert person.window.theme.name != before
    assert person.reads("Your left calf")
    assert person.finds_button("answer.stroke-signs.no").isChecked()
    assert person.finds_button("region.calf.left").isChecked()


def test_larger_text_keeps_the_visit(person: Person) -> None:
    person.touches("calf", "left")
    person.says_no("stroke-signs")
    height = person.finds("regionTitle").height()
    for percent in (125, 150, 200):
        person.presses("textSize")
        assert round(person.window.theme.text_factor * 100) == percent
        assert person.finds_button("answer.stroke-signs.no").isChecked()
    assert person.finds("regionTitle").height() > height
    person.presses("textSize")
    assert person.window.theme.text_factor == 1


def test_larger_text_on_the_last_page_keeps_the_advice(person: Person) -> None:
    a_calf_cramp_at_night(person)
    person.presses("textSize")
    person.sees_level(Level.SELF_TREAT)


def test_a_resized_window_keeps_the_visit(person: Person) -> None:
    person.touches("calf", "left")
    person.says_no("stroke-signs")
    person.window.resize(768, 1366)
    person.qtbot.waitUntil(lambda: bool(person.all_named("bottomBar")))
    assert person.finds_button("answer.stroke-signs.no").isChecked()
