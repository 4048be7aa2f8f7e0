"""Changing the language: the words change, the visit and the page stay, and so do left and right."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from spasm_gui import app, places, tour
from spasm_gui.kiosk.attract import AttractPage
from spasm_gui.kiosk.config import read_kiosk_config
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.screens import Screen
from spasm_gui.languages import Languages
from spasm_gui.pseudo import LONG, RIGHT_TO_LEFT, longer
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.window import Window
from spasm_gui.settings import LANGUAGE, REDUCED_MOTION, Preferences
from spasm_gui.tour import settle

CHECKOUT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def languages(program: QApplication, library: Library) -> Iterator[Languages]:
    made = Languages(places.content_dir(), library)
    yield made
    made.fall_silent()


@pytest.fixture
def preferences() -> Preferences:
    kept = Preferences(None)
    kept.set(REDUCED_MOTION, True)
    return kept


@pytest.fixture
def window(
    qtbot: QtBot, languages: Languages, preferences: Preferences, library: Library, monkeypatch: pytest.MonkeyPatch
) -> Window:
    shown = app.main_window(library, Theme(app.tokens(), "light"), preferences, languages)
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def presses(window: Window, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert isinstance(button, QPushButton), name
    button.click()
    settle()


def visit_of(window: Window) -> tuple[object, ...]:
    model = window.model
    assessment = model.assessment
    return (
        window.mode,
        model.visit,
        model.chosen,
        model.page and (model.page.screen, model.page.ids),
        [(one.page.ids, one.swept) for one in model.passed],
        assessment.level,
        assessment.is_final,
        [reason.rule.id for reason in assessment.reasons],
        [ranked.cause.id for ranked in assessment.causes],
    )


STEPS = {
    "questions": (tour.touch("calf"), tour.pass_until(Screen.SOON), tour.answer("limb-swollen", Answer.NOT_SURE)),
    "stories": (tour.touch("calf"), tour.pass_until(Screen.STORIES)),
    "advice": (tour.touch("calf"), tour.pass_until(Screen.STORIES), tour.tell("night-cramp-story")),
    "cause": (tour.touch("calf"), lambda window: window.open_cause("dvt")),
    "browse": (tour.press("browse"), tour.press("letter.C")),
}


@pytest.mark.parametrize("code", ["es", LONG.code, RIGHT_TO_LEFT.code])
@pytest.mark.parametrize("page", STEPS)
def test_another_language_keeps_the_visit_and_its_page(window: Window, page: str, code: str) -> None:
    for step in STEPS[page]:
        step(window)
        settle()
    before = visit_of(window)
    title = window.model.library.act(Level.EMERGENCY).word
    window.language_chosen.emit(code)
    settle()
    assert visit_of(window) == before
    assert window.language == code
    assert code == RIGHT_TO_LEFT.code or window.model.library.act(Level.EMERGENCY).word != title
    stories = (
        [question.story for question in window.model.page.questions if question.story] if window.model.page else []
    )
    assert all(story == window.model.library.stories[story.id][1] for story in stories)
    window.language_chosen.emit("en")
    settle()
    assert visit_of(window) == before
    assert window.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_the_list_names_each_language_in_itself_and_the_choice_is_kept(
    window: Window, preferences: Preferences
) -> None:
    presses(window, "language")
    listed = window.findChild(QFrame, "languageList")
    assert listed is not None and listed.isVisible()
    assert [one.text() for one in listed.findChildren(QPushButton)] == ["English", "Español"]
    assert window.rect().contains(listed.geometry())
    presses(window, "language.es")
    assert window.language == "es"
    assert preferences.get(LANGUAGE) == "es"
    assert any(label.text() == "¿Dónde le duele?" for label in window.findChildren(QLabel))


def test_every_page_says_that_nobody_reviewed_the_translation(window: Window) -> None:
    assert "Translation" not in window.legal_words()
    window.language_chosen.emit("es")
    assert window.legal_words().endswith("Traducción sin revisar.")


def test_a_page_from_the_right_is_mirrored_and_the_body_is_not(window: Window) -> None:
    window.language_chosen.emit(RIGHT_TO_LEFT.code)
    settle()
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert window.figure is not None
    body = window.figure.body_map
    hands = [body.region_button("hand", side) for side in ("left", "right")]
    left, right = (hand.geometry().center().x() for hand in hands if hand is not None)
    assert left > right, "seen from the front, the person's left is at the viewer's right in every language"


def test_the_spanish_words_for_a_side_say_that_side_and_no_other(languages: Languages) -> None:
    sides = {"left": "izquierd", "right": "derech"}
    wrong = []
    for region in languages.library("es").regions.values():
        for words in (region.yours, region.theirs):
            for side, stem in sides.items():
                said, other = getattr(words, side), sides["right" if side == "left" else "left"]
                if said is not None and (stem not in said or other in said):
                    wrong.append((region.id, side, said))
    assert wrong == []


def test_a_search_finds_what_is_typed_in_the_language(window: Window) -> None:
    window.language_chosen.emit("es")
    settle()
    field = window.findChild(QPushButton, "openSearch")
    if field is not None:
        field.click()
    tour._search("pantorrilla")(window)
    settle()
    assert window.findChild(QPushButton, "hit.region.calf") is not None


# ------------------------------------------------------------------ on a kiosk


def test_a_kiosk_invites_in_each_language_and_returns_to_its_first(
    qtbot: QtBot, languages: Languages, library: Library, program: QApplication
) -> None:
    config = msgspec.structs.replace(read_kiosk_config(CHECKOUT / "kiosk-demo.toml"), languages=("en", LONG.code))
    theme = Theme(app.tokens(), "light", is_kiosk=True)
    kiosk = app.kiosk_on(library, config, theme, None, languages=languages)
    qtbot.addWidget(kiosk.window, before_close_func=lambda window: window.hide())
    kiosk.begin()
    page = kiosk.window.findChild(AttractPage)
    assert page is not None
    invited = []
    for cycle in range(3):
        page._cycle = cycle
        page._show_cycle()
        invited.append(page.accessibleName().partition(".")[0])
    assert invited == ["Touch where it hurts", longer("Touch where it hurts"), "Touch where it hurts"]
    page.click()
    kiosk.window.language_chosen.emit(LONG.code)
    assert kiosk.window.language == LONG.code
    kiosk.window.start_over()
    assert kiosk.window.language == "en"
    assert kiosk.window.tr("Start over") == "Start over"
