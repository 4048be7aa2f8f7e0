"""A physiotherapist who examined somebody chooses exercises for them, although the program asked no question."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from spasm_gui.knowledge.finding import Answer, FindingId
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.self_care import SelfCareId
from spasm_gui.screens.window import Window
from tests.handout.test_phone import read_by_a_phone
from tests.journeys.conftest import OpenWindow
from tests.journeys.person import Person

TURNS, SIDE_STRETCH, TUCK = "gentle-neck-turns", "neck-side-stretch", "chin-tuck"


def explains_a_sore_neck(person: Person) -> None:
    person.presses("explain")
    person.presses("explainPlace")
    person.presses("explainAt.back-neck:left")
    person.presses("explainCause.neck-nonspecific")


def chooses(person: Person, *care: str) -> None:
    for one in care:
        person.presses(f"add.{one}")


def asks(person: Person, *care: str) -> list[str]:
    """What has to be answered no for these exercises, in the words of the questions."""
    library = person.window.model.library
    guards = dict.fromkeys(guard for one in care for guard in library.self_care[SelfCareId(one)].guards)
    return [library.findings[guard].ask for guard in guards]


def words_of(path: Path) -> str:
    return "".join(
        "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages).split()
    )


def test_three_neck_exercises_are_chosen_confirmed_exported_and_scanned(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    explains_a_sore_neck(person)
    person.presses("planExamined")
    chosen = (TURNS, SIDE_STRETCH, TUCK)
    chooses(person, *chosen)
    person.finds("confirmExamined")
    for question in asks(person, *chosen):
        assert person.reads(question)
    for name in ("print", "savePdf", "toPhone"):
        assert not person.finds_button(name).isEnabled()
    person.presses("confirmExamined")
    target = tmp_path / "neck.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "PDF (*.pdf)"))
    person.presses("savePdf")
    printed = words_of(target)
    library = person.window.model.library
    for key in chosen:
        care = library.self_care[SelfCareId(key)]
        for text in (care.name, *care.stop_if):
            assert "".join(text.split()) in printed
    for text in ("Chosen by your physiotherapist", "General information, not a diagnosis."):
        assert "".join(text.split()) in printed
    for text in (
        "Headache or fever with a stiff neck or painful light",
        "Chest pressure now, or on and off since yesterday",
    ):
        assert "".join(text.split()) in printed
    for level in (Level.SELF_TREAT, Level.PHYSICIAN):
        assert "".join(library.act(level).word.split()) not in printed
    assert "Whythisadvice" not in printed
    person.presses("toPhone")
    shown = person.texts_of("phoneText")
    assert read_by_a_phone(person.finds("phoneSquare").grab().toImage()) == shown
    for words in re.split(r"[.:,] ?|\n\d?", shown.replace("Shortened. The printed page says more.", "")):
        assert "".join(words.split()) in printed
    if shutil.which("pdftoppm"):  # poppler: what the printer would make of it
        subprocess.run(["pdftoppm", "-r", "200", "-png", str(target), str(tmp_path / "page")], check=True, timeout=120)
        first, *rest = [QImage(str(one)) for one in sorted(tmp_path.glob("page*.png"))]
        assert not rest
        assert read_by_a_phone(first) == shown
    person.presses("closePhone")
    assert person.can_find("takeBackExamined")


def test_an_exercise_with_other_guards_asks_again_for_just_these(person: Person) -> None:
    explains_a_sore_neck(person)
    person.presses("planExamined")
    chooses(person, SIDE_STRETCH)
    person.presses("confirmExamined")
    assert person.finds_button("savePdf").isEnabled()
    chooses(person, TURNS)  # the same guards
    assert person.can_find("takeBackExamined")
    chooses(person, TUCK)
    assert person.can_find("confirmExamined")
    assert not person.finds_button("savePdf").isEnabled()
    person.presses("confirmExamined")
    assert person.finds_button("savePdf").isEnabled()
    person.presses("takeBackExamined")
    assert not person.finds_button("savePdf").isEnabled()


def test_what_was_chosen_touches_neither_the_answers_nor_the_advice(person: Person) -> None:
    explains_a_sore_neck(person)
    before = person.window.model.visit
    person.presses("planExamined")
    chooses(person, TUCK)
    person.presses("confirmExamined")
    assert person.window.model.visit == before
    assert person.window.model.assessment.level is None


@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_SURE])
def test_no_examination_outweighs_what_the_person_said(person: Person, answer: Answer) -> None:
    explains_a_sore_neck(person)
    person.window.model.answer(FindingId("arm-nerve"), answer)
    person.presses("planExamined")
    assert not person.can_find(f"add.{TUCK}")
    assert person.can_find(f"add.{SIDE_STRETCH}")
    (left_out,) = [text for text in person.texts() if text.startswith("Left out because of an answer in this visit")]
    assert "Chin tuck" in left_out


def test_an_answer_takes_what_it_forbids_out_of_the_plan(person: Person) -> None:
    explains_a_sore_neck(person)
    person.presses("planExamined")
    chooses(person, TUCK)
    person.presses("confirmExamined")
    person.presses("closeExamined")
    person.window.model.answer(FindingId("arm-nerve"), Answer.YES)
    person.presses("planExamined")
    assert person.can_find("planIsEmpty")
    assert not person.can_find("savePdf")


def test_nothing_is_chosen_in_a_visit_that_asks_for_help_today(person: Person) -> None:
    person.touches("calf", "left")
    person.window.model.answer(FindingId("limb-swollen"), Answer.YES)
    person.window.open_cause("calf-strain")
    person.presses("planExamined")
    assert person.can_find("examinedRefused")
    assert not [name for name in person.names() if name.startswith("add.")]
    assert not person.can_find("savePdf")


def back_by_button(person: Person) -> None:
    person.presses("closeExamined")


def back_by_key(person: Person) -> None:
    QTest.keyClick(person.window, Qt.Key.Key_Escape)


@pytest.mark.parametrize("back", [back_by_button, back_by_key])
def test_the_plan_leads_back_to_the_cause_it_was_opened_from(person: Person, back: Callable[[Person], None]) -> None:
    person.window.open_cause("neck-nonspecific")
    person.presses("planExamined")
    person.finds("closeExamined")
    back(person)
    assert person.window.mode == "cause"


def test_a_place_alone_offers_what_is_done_there(person: Person) -> None:
    person.presses("explain")
    person.presses("explainPlace")
    person.presses("explainAt.back-neck:left")
    person.presses("planExamined")
    library = person.window.model.library
    offered = {name.removeprefix("add.") for name in person.names() if name.startswith("add.")}
    assert offered == {care.id for care in library.self_care.values() if "back-neck" in care.regions}


def test_a_look_elsewhere_never_leaves_the_square_of_the_plan_behind(person: Person) -> None:
    explains_a_sore_neck(person)
    person.presses("planExamined")
    chooses(person, TUCK)
    person.presses("confirmExamined")
    person.presses("toPhone")
    person.window.open_cause("neck-nonspecific")
    person.presses("closeCause")
    assert person.window.mode == "home"


def test_starting_over_forgets_the_plan_and_the_examination(person: Person) -> None:
    explains_a_sore_neck(person)
    person.presses("planExamined")
    chooses(person, TUCK)
    person.presses("confirmExamined")
    person.window.start_over()
    explains_a_sore_neck(person)
    person.presses("planExamined")
    assert person.can_find("planIsEmpty")
    chooses(person, TUCK)
    assert person.can_find("confirmExamined")


def test_a_kiosk_that_explains_offers_no_plan(qtbot: QtBot, open_window: OpenWindow) -> None:
    window: Window = open_window((1080, 1920), kiosk=True)
    person = Person(qtbot, window)
    window.open_cause("neck-nonspecific")
    assert not person.can_find("planExamined")
    window.open_explain("neck-nonspecific")
    assert not person.can_find("planExamined")
