"""Somebody explains to somebody else: hemifacial spasm on the figure, and three causes of a sore calf side by side."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spasm_gui.screens.explain_page import ExplainPage
from spasm_gui.tour import settle
from tests.journeys.keyboard_person import KeyboardPerson
from tests.journeys.person import Person


def page_of(person: Person) -> ExplainPage:
    assert isinstance(person.window.panel, ExplainPage)
    return person.window.panel


def explains_hemifacial_spasm(person: Person) -> None:
    """From the open view: the left face, the cause, all of what happens, a muscle, and a mark."""
    person.presses("explainPlace")
    person.presses("explainAt.face:left")
    person.presses("explainCause.hemifacial-spasm")
    assert person.texts_of("explainTitle") == "Twitching of one side of the face"
    assert person.reads("Hemifacial spasm")
    stage = page_of(person).stage
    assert stage is not None
    assert [ring.spot for ring in stage.shown.rings] == ["facial-nerve"]
    assert person.reads("The nerve that moves the face")
    person.presses("stepAfter")
    assert person.reads("a small artery presses on it")
    person.presses("stepAfter")
    assert not person.finds_button("stepAfter").isEnabled()
    person.presses("muscle.orbicularis-oculi")
    assert person.reads("Ring muscle of the eye: closes the eyelids")
    person.presses("markPlace")
    assert len([*person.window.model.marks]) == 1


def test_hemifacial_spasm_is_explained_to_a_patient_by_mouse(person: Person) -> None:
    person.presses("explain")
    explains_hemifacial_spasm(person)
    person.presses("closeExplain")
    assert person.window.mode == "home"
    assert person.window.model.visit.places == ()


def test_hemifacial_spasm_is_explained_to_a_patient_by_keyboard(keyboard_person: KeyboardPerson) -> None:
    person = keyboard_person
    handle = person.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    settle()
    explains_hemifacial_spasm(person)
    person.key_escape()
    assert person.window.mode == "home"


def test_a_cause_that_is_read_is_explained_where_it_hurts_and_back_again(person: Person) -> None:
    person.touches("face", "right")
    person.window.open_cause("hemifacial-spasm")
    person.presses("explainCause")
    stage = page_of(person).stage
    assert stage is not None
    assert stage.shown.view == "side-right"
    person.presses("closeExplain")
    assert person.window.mode == "cause"


def test_marks_stay_with_the_visit_and_go_with_it(person: Person) -> None:
    person.touches("face", "left")
    person.window.open_explain("hemifacial-spasm")
    person.presses("markPlace")
    person.presses("closeExplain")
    assert len([*person.window.model.marks]) == 1
    person.presses("startOver")
    assert [*person.window.model.marks] == []
    person.presses("explain")
    stage = page_of(person).stage
    assert stage is not None
    assert page_of(person).state.place is None


def test_the_view_is_rebuilt_where_it_was(person: Person) -> None:
    person.window.open_explain("hemifacial-spasm")
    person.presses("stepAfter")
    person.presses("textSize")
    assert page_of(person).state.step == 1


def test_nothing_lies_over_an_emergency(person: Person) -> None:
    person.touches("chest", "left")
    person.says_yes("chest-pressure")
    handle = person.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert person.window.mode == "emergency"


def compares_calf_strain_cramp_and_clot(person: Person) -> None:
    """From the page of the strain: choose the two others, and read what tells the three apart."""
    person.presses("compare")
    assert person.reads("What tells them apart")
    person.presses("chooseCauses")
    for other in [name for name in person.names() if name.startswith("with.")]:
        if person.finds_button(other).isChecked():
            person.presses(other)  # three at most stand side by side
    for cause in ("night-leg-cramp", "dvt"):
        while not person.can_find(f"with.{cause}"):
            person.presses("moreToCompare")
        if not person.finds_button(f"with.{cause}").isChecked():
            person.presses(f"with.{cause}")
    person.presses("chooseCauses")
    for words in ("Pulled or overworked calf", "Night cramp in the calf or foot", "Blood clot in a deep vein"):
        assert person.reads(words)
    assert person.reads("Fits what you said")
    assert person.reads("Against it, as you said")
    person.scrolls_to_the_end()
    assert person.can_find("settle")


def a_swollen_calf(person: Person) -> None:
    person.touches("calf", "left")
    person.reaches_question("limb-swollen")
    person.says_yes("limb-swollen")
    person.window.open_cause("calf-strain")
    settle()


def test_calf_strain_cramp_and_clot_are_compared_with_what_was_said(person: Person) -> None:
    a_swollen_calf(person)
    compares_calf_strain_cramp_and_clot(person)


def test_calf_strain_cramp_and_clot_are_compared_by_keyboard(keyboard_person: KeyboardPerson) -> None:
    a_swollen_calf(keyboard_person)
    compares_calf_strain_cramp_and_clot(keyboard_person)
    keyboard_person.key_escape()
    assert keyboard_person.window.mode == "cause"
