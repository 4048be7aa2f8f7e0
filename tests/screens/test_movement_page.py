"""How a movement works: one link at a time, by touch, by keyboard or slowly by itself; then the words."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.movement import LinkId
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.screens.cause_page import CausePage
from spasm_gui.screens.chain import LinkButton
from spasm_gui.screens.movement_page import MovementPage
from spasm_gui.screens.movement_picture import MOMENTS, MovementPicture, links_drawn, movement_svg, seen
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.window import Window
from spasm_gui.screens.word_cards import WordCards
from tests.screens.plain_window import plain_window, press


class Reader:
    """Somebody at the page."""

    def __init__(self, qtbot: QtBot, library: Library, *, link: str = "", reduced_motion: bool = False) -> None:
        app.application()
        self.model = VisitModel(library)
        theme = Theme(app.tokens(), "light")
        self.page = MovementPage(self.model, theme, link, 1280, reduced_motion=reduced_motion, step_ms=1)
        self.model.setParent(self.page)
        qtbot.addWidget(self.page)
        self.page.resize(1280, 740)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()

    def button(self, name: str) -> QPushButton:
        (found,) = [one for one in self.page.findChildren(QPushButton, name) if not one.isHidden()]
        return found

    def reads(self, words: str) -> bool:
        return any(words in one.text() for one in self.page.findChildren(QLabel) if one.isVisible())

    def running_timers(self) -> int:
        """Of what goes on from link to link; the moments inside the picture end by themselves."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        return sum(one.isActive() for one in self.page.findChildren(QTimer, options=direct))

    @property
    def picture(self) -> MovementPicture:
        (found,) = self.page.findChildren(MovementPicture)
        return found


@pytest.fixture
def reader(qtbot: QtBot, library: Library) -> Reader:
    return Reader(qtbot, library)


def test_it_begins_at_the_brain_with_what_it_does_and_what_can_go_wrong(reader: Reader, library: Library) -> None:
    brain = library.links[LinkId("brain")]
    assert reader.reads("1. Brain: sends the signal")
    assert reader.reads(brain.text)
    assert reader.reads(brain.can_go_wrong)
    assert not reader.button("linkBefore").isEnabled()


def test_next_and_back_move_one_link(reader: Reader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reader.page.moved) as caught:
        reader.button("linkAfter").click()
    assert caught.args == ["spinal-cord"]
    reader.button("linkBefore").click()
    assert reader.page.link.id == "brain"


def test_arrows_move_the_chain_wherever_the_keyboard_is(reader: Reader, qtbot: QtBot) -> None:
    for at in ("step.brain", "linkAfter", "closeMovement"):
        reader.button(at).setFocus()
        with qtbot.waitSignal(reader.page.moved):
            QTest.keyClick(reader.button(at), Qt.Key.Key_Right)
    assert reader.page.link.id == "junction"
    with qtbot.waitSignal(reader.page.moved) as caught:
        QTest.keyClick(reader.button("closeMovement"), Qt.Key.Key_Left)
    assert caught.args == ["nerve"]


def test_a_link_is_chosen_by_its_name(reader: Reader) -> None:
    for _ in range(2):
        reader.button("step.blood").click()
    assert reader.page.link.id == "blood"
    assert reader.button("step.blood").isChecked()
    assert not reader.button("step.brain").isChecked()


def test_every_link_can_be_shown(reader: Reader, library: Library) -> None:
    for link in library.links.values():
        reader.button(f"step.{link.id}").click()
        assert reader.reads(link.text)
        assert reader.reads(link.can_go_wrong)


def test_the_picture_has_a_group_and_three_moments_for_every_link(library: Library) -> None:
    assert links_drawn() == set(library.links)
    for link in library.links:
        assert f'id="here.{link}"' in movement_svg()
        for moment in range(1, MOMENTS + 1):
            assert f'id="move.{link}.{moment}"' in movement_svg()


def test_up_to_its_link_the_signal_is_drawn_in_full(library: Library) -> None:
    order = list(library.links)
    drawn = seen("nerve", MOMENTS, order)
    for link in ("brain", "spinal-cord", "nerve"):
        assert f'id="link.{link}" opacity="1"' in drawn
    assert 'id="link.junction" opacity="0.28"' in drawn
    assert 'id="move.nerve.3" opacity="1"' in drawn
    assert 'id="move.nerve.1" opacity="0"' in drawn


def test_what_feeds_the_chain_is_drawn_beside_the_whole_signal(library: Library) -> None:
    drawn = seen("salts", MOMENTS, list(library.links))
    assert 'id="link.relaxation" opacity="1"' in drawn
    assert 'id="link.salts" opacity="1"' in drawn
    assert 'id="link.blood" opacity="0.28"' in drawn


def test_the_moments_of_a_link_pass_once_and_rest(reader: Reader, qtbot: QtBot) -> None:
    assert not reader.picture.is_moving
    reader.button("linkAfter").click()
    qtbot.waitUntil(lambda: not reader.picture.is_moving)
    assert reader.picture.moment == MOMENTS


def test_with_reduced_motion_the_picture_stands_still(qtbot: QtBot, library: Library) -> None:
    reader = Reader(qtbot, library, reduced_motion=True)
    reader.button("linkAfter").click()
    assert not reader.picture.is_moving
    assert reader.picture.moment == MOMENTS


def test_a_cause_that_disturbs_the_link_is_one_touch_away(reader: Reader, library: Library, qtbot: QtBot) -> None:
    reader.button("step.junction").click()
    (cause,) = [one for one in library.causes.values() if one.interrupts == "junction"]
    with qtbot.waitSignal(reader.page.cause_opened) as caught:
        reader.button(f"cause.{cause.id}").click()
    assert caught.args == [cause.id]


def test_nothing_moves_by_itself(reader: Reader) -> None:
    assert reader.running_timers() == 0


def test_play_goes_to_the_last_link_and_leaves_no_timer(reader: Reader, library: Library, qtbot: QtBot) -> None:
    reader.button("play").click()
    assert reader.running_timers() == 1
    assert reader.button("play").text() == "Stop"
    last = list(library.links)[-1]
    qtbot.waitUntil(lambda: reader.page.link.id == last and not reader.page.is_playing)
    assert reader.running_timers() == 0
    assert reader.button("play").text() == "Play slowly"


def test_play_begins_anew_after_the_last_link(qtbot: QtBot, library: Library) -> None:
    reader = Reader(qtbot, library, link=list(library.links)[-1])
    with qtbot.waitSignal(reader.page.moved) as caught:
        reader.button("play").click()
    assert caught.args == ["brain"]
    reader.page.step_on()
    assert reader.running_timers() == 0


def test_a_step_by_hand_ends_the_playing(reader: Reader) -> None:
    reader.button("play").click()
    reader.button("step.nerve").click()
    assert reader.page.link.id == "nerve"
    assert reader.running_timers() == 0


def test_leaving_the_page_ends_the_playing(reader: Reader) -> None:
    reader.button("play").click()
    reader.page.hide()
    assert reader.running_timers() == 0


def test_with_reduced_motion_there_is_nothing_to_play(qtbot: QtBot, library: Library) -> None:
    reader = Reader(qtbot, library, reduced_motion=True)
    assert not [one for one in reader.page.findChildren(QPushButton, "play") if one.isVisible()]
    reader.button("linkAfter").click()
    assert reader.page.link.id == "spinal-cord"


@pytest.mark.parametrize("word", ["cramp", "spasm", "spasticity", "dystonia", "tetany", "twitch"])
def test_each_word_stands_in_the_table_with_its_meaning(reader: Reader, library: Library, word: str) -> None:
    (definition,) = [one for one in library.definitions if one.id == word]
    assert reader.reads(definition.term)
    assert reader.reads(definition.meaning)


def test_words_that_are_mixed_up_stand_side_by_side_with_a_trace_each(reader: Reader, library: Library) -> None:
    pictured = [word for word in library.definitions if word.picture]
    assert {word.id for word in pictured} == {"spasm", "cramp", "twitch", "spasticity", "dystonia", "tetany"}
    (cards,) = reader.page.findChildren(WordCards)
    for word in pictured:
        (card,) = cards.findChildren(QFrame, f"word.{word.id}")
        assert word.picture_shows in card.accessibleName()
        assert any(not one.pixmap().isNull() for one in card.findChildren(QLabel))


def test_the_words_are_one_touch_away(reader: Reader) -> None:
    reader.button("toWords").click()
    (card,) = reader.page.findChildren(QFrame, "word.cramp")
    assert card.visibleRegion().boundingRect().height() > 0


def test_tab_goes_from_the_links_to_the_steps_to_the_causes(reader: Reader) -> None:
    reader.button("linkAfter").click()
    reader.button("closeMovement").setFocus()
    met = []
    for _ in range(13):
        QTest.keyClick(reader.page.focusWidget(), Qt.Key.Key_Tab)
        met.append(reader.page.focusWidget().objectName())
    assert all(one.startswith("step.") for one in met[:9])
    assert met[9:12] == ["linkBefore", "linkAfter", "play"]
    assert met[12].startswith("cause.")


def test_text_from_content_is_shown_as_it_was_typed(reader: Reader) -> None:
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in reader.page.findChildren(QLabel) if one.text())


# ------------------------------------------------------------------ in the window


@pytest.fixture
def window(qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch) -> Window:
    return plain_window(qtbot, library, monkeypatch)


def test_it_is_reached_from_the_lists_and_leads_back_there(window: Window) -> None:
    press(window, "browse")
    press(window, "movement")
    assert isinstance(window.panel, MovementPage)
    press(window, "closeMovement")
    assert window.mode == "browse"


def test_a_cause_read_from_the_chain_leads_back_to_the_same_link(window: Window) -> None:
    press(window, "browse")
    press(window, "movement")
    press(window, "step.nerve")
    press(window, next(one.objectName() for one in window.panel.findChildren(QPushButton) if _is_cause(one)))
    assert window.mode == "cause"
    press(window, "closeCause")
    assert isinstance(window.panel, MovementPage)
    assert window.panel.link.id == "nerve"


def _is_cause(button: QPushButton) -> bool:
    return button.isVisible() and button.objectName().startswith("cause.")


def test_start_over_leaves_the_chain(window: Window) -> None:
    press(window, "browse")
    press(window, "movement")
    window.start_over()
    assert window.mode == "home"


def test_hemifacial_spasm_is_explained_at_the_nerve(window: Window, qtbot: QtBot) -> None:
    window.touch(Place(RegionId("face"), Side.LEFT))
    window.open_cause("hemifacial-spasm")
    assert isinstance(window.panel, CausePage)
    (disturbed,) = [one for one in window.panel.findChildren(LinkButton) if one.is_disturbed]
    assert disturbed.objectName() == "link.nerve"
    assert "Disturbed here" in disturbed.accessibleName()
    words = [one.text() for one in window.panel.findChildren(QLabel) if one.isVisible()]
    assert any("seventh cranial nerve" in one for one in words)
    disturbed.click()
    words = [one.text() for one in window.panel.findChildren(QLabel) if one.isVisible()]
    assert any("The nerve may fire by itself" in one for one in words)
