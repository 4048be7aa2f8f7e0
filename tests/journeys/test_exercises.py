"""Exercises that the advice offers: done with the timer, stopped when something is wrong, put together into a plan."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from spasm_gui.knowledge.cause import StoryId
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.screens import Screen
from spasm_gui.screens.handout_actions import HandoutActions
from tests.handout.test_phone import read_by_a_phone
from tests.journeys.conftest import OpenWindow
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


# ---------------------------------------------------------------------- a plan


def comes_to_a_neck_that_may_be_stretched(person: Person) -> list[str]:
    """Answer until the neck may be treated at home. Returns the ids of what is offered."""
    person.touches("back-neck", "left")
    person.answers_no_until(Screen.STORIES)
    stories = person.window.model.library.stories
    shown = [StoryId(name.removeprefix("story.")) for name in person.names() if name.startswith("story.")]
    person.tells(next(one for one in shown if "neck-side-stretch" in stories[one][0].self_care))
    person.sees_level(Level.SELF_TREAT)
    person.presses("plan")
    return [name.removeprefix("add.") for name in person.names() if name.startswith("add.")]


def titles(person: Person) -> list[str]:
    """What the plan on the screen has, from top to bottom."""
    labels = {text for text in person.texts() if text[:1].isdigit() and ". " in text}
    return [text.partition(". ")[2] for text in sorted(labels)]


def test_a_neck_plan_of_three_exercises_is_built_exported_and_scanned(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = comes_to_a_neck_that_may_be_stretched(person)[:3]
    care = person.window.model.library.self_care
    for one in (first, second, third):
        person.presses(f"add.{one}")
    person.presses(f"up.{third}")
    names = [care[one].name for one in (first, third, second)]  # type: ignore[index]
    assert titles(person) == names
    person.presses(f"more.times.{first}")
    person.presses(f"more.times.{first}")
    line = person.finds(f"ownWords.{third}")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "Only to the left")
    person.presses("closePlan")
    person.sees_level(Level.SELF_TREAT)
    target = tmp_path / "neck.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "PDF (*.pdf)"))
    person.presses("savePdf")
    pages = pypdf.PdfReader(io.BytesIO(target.read_bytes())).pages
    printed = "".join("".join(page.extract_text() for page in pages).split())
    for text in (*names, "Times a day: 2.", "Only to the left"):
        assert "".join(text.split()) in printed
    places = [printed.index("".join(name.split())) for name in names]
    assert places == sorted(places)
    person.presses("toPhone")
    shown = person.texts_of("phoneText")
    assert read_by_a_phone(person.finds("phoneSquare").grab().toImage()) == shown
    assert f"{names[0]}. Times a day: 2." in shown.split("\n")
    for words in re.split(r"[.:,] ?|\n\d?", shown.replace("Shortened. The printed page says more.", "")):
        assert "".join(words.split()) in printed
    if shutil.which("pdftoppm"):  # poppler: what the printer would make of it
        subprocess.run(["pdftoppm", "-r", "200", "-png", str(target), str(tmp_path / "page")], check=True, timeout=120)
        pictures = [QImage(str(one)) for one in sorted(tmp_path.glob("page*.png"))]
        assert len(pictures) == len(pages)
        assert read_by_a_phone(pictures[0]) == shown


def test_an_answer_that_forbids_a_stretch_takes_it_out_of_the_plan(person: Person) -> None:
    first = comes_to_a_neck_that_may_be_stretched(person)[0]
    person.presses(f"add.{first}")
    person.presses("closePlan")
    person.window.model.answer("arm-nerve", Answer.YES)
    actions = person.window.findChildren(HandoutActions)
    assert all(one.handout().exercises == () for one in actions if one.parent() is person.window.panel)
    assert person.window.model.assessment.level is not Level.SELF_TREAT


def test_starting_over_forgets_the_plan(person: Person) -> None:
    first = comes_to_a_neck_that_may_be_stretched(person)[0]
    person.presses(f"add.{first}")
    person.window.start_over()
    comes_to_a_neck_that_may_be_stretched(person)
    assert person.can_find("planIsEmpty")


def test_a_removed_exercise_can_be_added_again(person: Person) -> None:
    first = comes_to_a_neck_that_may_be_stretched(person)[0]
    person.presses(f"add.{first}")
    person.presses(f"remove.{first}")
    assert person.can_find("planIsEmpty")
    assert person.can_find(f"add.{first}")


def test_a_plan_is_put_in_order_with_the_keyboard_and_focus_stays(person: Person) -> None:
    first, second = comes_to_a_neck_that_may_be_stretched(person)[:2]
    for one in (first, second):
        person.presses(f"add.{one}")
    care = person.window.model.library.self_care
    button = person.finds_button(f"up.{second}")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    person.qtbot.waitUntil(lambda: titles(person) == [care[one].name for one in (second, first)])  # type: ignore[index]
    focused = person.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == f"down.{second}"


def test_escape_leads_from_the_plan_to_the_advice(person: Person) -> None:
    comes_to_a_neck_that_may_be_stretched(person)
    QTest.keyClick(person.window, Qt.Key.Key_Escape)
    person.sees_level(Level.SELF_TREAT)


def test_a_kiosk_offers_no_plan(qtbot: QtBot, open_window: OpenWindow) -> None:
    person = Person(qtbot, open_window((1080, 1920), kiosk=True))
    person.touches("calf", "left")
    person.answers_no_until(Screen.STORIES)
    person.tells("night-cramp-story")
    person.sees_level(Level.SELF_TREAT)
    assert not person.can_find("plan")
