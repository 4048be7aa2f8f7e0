"""What the pages must show however they are styled: the disturbed link, the level in word and shape, folded steps."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.knowledge.cause import CauseId
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.movement import LinkId
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.knowledge.screens import Screen
from spasm_gui.screens.act_words import ActWords
from spasm_gui.screens.advice_page import NUMBERED_STEPS, AdvicePage
from spasm_gui.screens.advice_strip import AdviceStrip
from spasm_gui.screens.cause_cards import NAMES_AT_FIRST, CauseCards, Counting
from spasm_gui.screens.cause_page import CausePage
from spasm_gui.screens.chain import MovementChain
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.what_changes import SIGNS_PER_LEVEL

Shown = Callable[[QWidget], QWidget]


@pytest.fixture
def theme(qapp: object) -> Theme:
    app.application()
    return Theme(app.tokens(), "light")


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> Shown:
    def show(widget: QWidget) -> QWidget:
        widget.setStyleSheet(theme.style_sheet())
        qtbot.addWidget(widget)
        widget.resize(980, 712)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show


def after(library: Library, story: str | None = None, sign: str | None = None) -> VisitModel:
    """A visit about the left calf to its end: one danger sign, or one story card, or none of anything."""
    model = VisitModel(library)
    model.choose_only(Place(RegionId("calf"), Side.LEFT))
    while model.page is not None:
        if library.screens.age in model.page.ids:
            model.answer(library.screens.age, "16-49")
        if sign in model.page.ids and sign is not None:
            model.answer(sign, Answer.YES)
        if story is not None and model.page.screen is Screen.STORIES:
            model.tell_story(story)
        elif model.page is not None:
            model.none_of_these()
    return model


def advice(model: VisitModel, theme: Theme) -> AdvicePage:
    return AdvicePage(model, theme, ActWords(model, "112", is_kiosk=False), 980)


def words_of(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


@pytest.mark.parametrize("link", ["brain", "spinal-cord", "nerve", "junction", "fibre", "relaxation"])
def test_a_chain_of_six_has_exactly_one_disturbed_link(library: Library, theme: Theme, shown: Shown, link: str) -> None:
    chain = MovementChain(library, theme, (LinkId(link),), "fires by itself", 832)
    shown(chain)
    assert [one.objectName() for one in chain.links if one.is_disturbed] == [f"link.{link}"]
    assert len(chain.links) == 6
    assert "Disturbed here" in words_of(chain)


def test_several_disturbed_links_are_all_framed_and_their_flags_do_not_overlap(
    library: Library, theme: Theme, shown: Shown
) -> None:
    chain = MovementChain(library, theme, (LinkId("spinal-cord"), LinkId("brain")), "cover worn through", 832)
    shown(chain)
    assert [one.objectName() for one in chain.links if one.is_disturbed] == ["link.brain", "link.spinal-cord"]
    assert "Also here" in chain.links[0].accessibleName()
    first, second = (flag.geometry() for flag in chain.findChildren(QFrame, "chainFlag"))
    assert not first.intersects(second)


@pytest.mark.parametrize("link", ["blood", "salts", "guarding"])
def test_what_feeds_the_chain_joins_it_without_a_number(
    library: Library, theme: Theme, shown: Shown, link: str
) -> None:
    chain = MovementChain(library, theme, (LinkId(link),), "too little arrives", 832)
    shown(chain)
    assert [one.objectName() for one in chain.links if one.is_disturbed] == [f"link.{link}"]
    assert len(chain.links) == 7
    assert chain.links[-1].accessibleName().startswith(library.links[LinkId(link)].name)


@pytest.mark.parametrize("width", [832, 560, 320])
def test_a_chain_keeps_within_the_room_it_gets(library: Library, theme: Theme, shown: Shown, width: int) -> None:
    chain = MovementChain(library, theme, (LinkId("blood"),), "vein blocked", width)
    shown(chain)
    assert chain.minimumSizeHint().width() <= width


@pytest.mark.parametrize("level", list(Level))
def test_the_strip_tells_a_level_by_word_and_shape_besides_its_colour(
    library: Library, theme: Theme, shown: Shown, level: Level
) -> None:
    signs = {
        Level.SELF_TREAT: after(library, story="night-cramp-story"),
        Level.PHYSICIAN: after(library),
        Level.SAME_DAY: after(library, sign="limb-swollen"),
        Level.EMERGENCY: after(library, sign="chest-pressure"),
    }
    model = signs[level]
    assert model.assessment.level is level
    strip = AdviceStrip(library, theme)
    strip.show_assessment(model.assessment)
    shown(strip)
    assert library.act(level).word in words_of(strip)
    assert strip.icon_name == f"level-{level.value}"


def test_the_reason_in_the_strip_has_the_room_below_the_state_too(library: Library, theme: Theme, shown: Shown) -> None:
    model = VisitModel(library)
    model.choose_only(Place(RegionId("calf"), Side.LEFT))
    model.answer("limb-swollen", Answer.YES)
    strip = AdviceStrip(library, theme)
    strip.show_assessment(model.assessment)
    shown(strip)
    state = next(one for one in strip.findChildren(QLabel) if one.text() == "So far")
    reason = next(one for one in strip.findChildren(QLabel) if "Screens of questions left" in one.text())
    assert reason.geometry().top() >= state.geometry().bottom()
    assert reason.geometry().right() >= state.geometry().right()


def test_an_advice_goes_back_to_the_questions(qtbot: QtBot, library: Library, theme: Theme, shown: Shown) -> None:
    page = advice(after(library, story="night-cramp-story"), theme)
    shown(page)
    button = page.findChild(QPushButton, "questions")
    assert button is not None
    with qtbot.waitSignal(page.questions_requested):
        button.click()


def test_steps_of_an_exercise_are_folded_until_asked_for(library: Library, theme: Theme, shown: Shown) -> None:
    model = after(library, story="night-cramp-story")
    page = advice(model, theme)
    shown(page)
    toggles = [one for one in page.findChildren(QPushButton) if one.objectName().startswith("steps.")]
    assert toggles
    care = library.self_care[toggles[0].objectName().removeprefix("steps.")]  # type: ignore[index]
    assert care.steps[0] not in words_of(page)
    toggles[0].click()
    assert set(care.steps) <= set(words_of(page))
    assert set(care.stop_if) <= set(words_of(page))
    toggles[0].click()
    assert care.steps[0] not in words_of(page)


def test_no_more_than_four_steps_are_numbered_and_none_is_lost(library: Library, theme: Theme, shown: Shown) -> None:
    page = advice(after(library, sign="limb-swollen"), theme)
    shown(page)
    words = words_of(page)
    assert str(NUMBERED_STEPS) in words and str(NUMBERED_STEPS + 1) not in words
    for step in library.act(Level.SAME_DAY).meanwhile:
        assert step in words


def test_what_would_change_it_names_signs_of_the_touched_place_first(
    library: Library, theme: Theme, shown: Shown
) -> None:
    page = advice(after(library, story="night-cramp-story"), theme)
    shown(page)
    here = [library.findings[one].said for one in library.screens.regions[RegionId("calf")].here]
    whole_body = [library.findings[one].said for one in library.screens.right_now]
    words = words_of(page)
    listed = words[words.index("Call 112 now") + 1 :][:SIGNS_PER_LEVEL]
    assert set(listed) <= set(here) and not set(listed) <= set(whole_body) - set(here)


def test_a_cause_folds_its_background_and_opens_it_on_request(library: Library, theme: Theme, shown: Shown) -> None:
    model = VisitModel(library)
    page = CausePage(CauseId("dvt"), model, theme, ActWords(model, "112", is_kiosk=False), 980)
    shown(page)
    fold = page.findChild(QPushButton, "fold.sources")
    title = library.sources[library.causes[CauseId("dvt")].sources[0]].title  # type: ignore[index]
    assert fold is not None and not any(title in words for words in words_of(page))
    fold.click()
    assert any(title in words for words in words_of(page))


def test_a_long_list_to_rule_out_is_shortened_and_says_so(library: Library, theme: Theme, shown: Shown) -> None:
    model = VisitModel(library)
    model.choose_only(Place(RegionId("calf"), Side.LEFT))
    cards = CauseCards(theme)
    cards.show_assessment(model.assessment)
    shown(cards)
    strip = cards.findChild(QWidget, "ruleOut")
    assert strip is not None
    names = [one.cause.name for one in model.assessment.to_rule_out]
    assert [one for one in words_of(strip) if one in names] == names[:NAMES_AT_FIRST]
    button = strip.findChild(QPushButton, "allToRuleOut")
    assert button is not None and button.text() == f"and {len(names) - NAMES_AT_FIRST} more"
    button.click()
    assert [one for one in words_of(strip) if one in names] == names


@pytest.mark.parametrize(
    ("fits", "against", "words"),
    [
        (3, 0, "fits 3 of your answers"),
        (1, 2, "fits 1 of your answers, 2 against"),
        (0, 1, "1 of your answers against"),
        (0, 0, ""),
    ],
)
def test_counting_is_said_in_words_too(theme: Theme, qtbot: QtBot, fits: int, against: int, words: str) -> None:
    counting = Counting(theme)
    qtbot.addWidget(counting)
    assert counting.words(fits, against) == words
