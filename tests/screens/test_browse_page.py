"""Looking things up from A to Z, without touching anything first."""

import msgspec
import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.movement import Definition
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.screens.browse_page import BrowsePage, Shelf, Spot
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.window import Window
from tests.factories import REVIEWED, a_cause, a_library, a_link, a_muscle, a_region
from tests.screens.plain_window import plain_window, press


def a_word(id: str, term: str, meaning: str) -> Definition:
    return Definition(id=id, term=term, meaning=meaning, sources=("a-source",), reviewed=REVIEWED)


def some_library() -> Library:
    return a_library(
        a_region("calf", muscles=(a_muscle("soleus", name="Flat calf muscle", clinical_name="Musculus soleus"),)),
        a_region("jaw", muscles=(a_muscle("masseter", name="Biting muscle", action="closes the jaw"),)),
        a_region("many-places", sides=(), muscles=(a_muscle("skin", name="Skin muscle"),)),
        a_cause("tetanus", name="Tetanus"),
        a_cause("clot", name="Clot in the leg", clinical_name="Thrombosis"),
        a_cause("cramp", name="Cramp at night"),
        a_cause("anger", name="Ärger im Nacken"),
        msgspec.structs.replace(a_link(), picture="chain-blood"),
        a_word("twitch", "Twitch", "A flicker."),
        a_word("cramp", "Cramp", "A hard knot."),
    )


class Reader:
    """Somebody at the page."""

    def __init__(self, qtbot: QtBot, spot: Spot | None = None) -> None:
        app.application()
        self.model = VisitModel(some_library())
        self.page = BrowsePage(self.model, Theme(app.tokens(), "light"), spot or Spot(), 900)
        self.model.setParent(self.page)
        qtbot.addWidget(self.page)
        self.page.resize(900, 700)
        with qtbot.waitExposed(self.page):
            self.page.show()

    def names(self, start: str) -> list[str]:
        found = self.page.findChildren(QWidget)
        return [one.objectName() for one in found if one.isVisible() and one.objectName().startswith(start)]

    def presses(self, name: str) -> None:
        shown = [one for one in self.page.findChildren(QPushButton, name) if one.isVisible()]
        assert len(shown) == 1, name
        shown[0].click()

    def reads(self, words: str) -> bool:
        return any(words in one.text() for one in self.page.findChildren(QLabel) if one.isVisible())


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    return Reader(qtbot)


def test_it_begins_with_the_causes_under_the_first_letter(reader: Reader) -> None:
    assert reader.names("letter.") == ["letter.A", "letter.C", "letter.T"]
    assert reader.names("cause.") == ["cause.anger"]


def test_a_letter_shows_its_causes_in_order(reader: Reader) -> None:
    reader.presses("letter.C")
    assert reader.names("cause.") == ["cause.clot", "cause.cramp"]
    assert reader.reads("Thrombosis")
    assert reader.page.spot == Spot(Shelf.CAUSES, "C")


def test_only_the_rows_of_one_letter_exist(reader: Reader, qtbot: QtBot) -> None:
    for letter in ("C", "T", "A"):
        reader.presses(f"letter.{letter}")
    qtbot.waitUntil(
        lambda: sum(one.objectName().startswith("cause.") for one in reader.page.findChildren(QPushButton)) == 1
    )


def test_a_cause_is_opened(reader: Reader, qtbot: QtBot) -> None:
    reader.presses("letter.T")
    with qtbot.waitSignal(reader.page.cause_opened) as caught:
        reader.presses("cause.tetanus")
    assert caught.args == ["tetanus"]
    assert reader.page.spot == Spot(Shelf.CAUSES, "T", "tetanus")


def test_a_muscle_tells_what_it_does_and_where_it_lies(reader: Reader) -> None:
    reader.presses("shelf.muscles")
    assert reader.names("muscle.") == ["muscle.masseter"]
    assert reader.reads("Jaw: closes the jaw.")
    assert reader.reads("Sources: A page, A publisher")


def test_a_muscle_is_touched_on_the_body_after_its_side_was_chosen(reader: Reader, qtbot: QtBot) -> None:
    reader.presses("shelf.muscles")
    reader.presses("touch.masseter")
    with qtbot.waitSignal(reader.page.place_touched) as caught:
        reader.presses("side.right")
    assert caught.args == [Place(RegionId("jaw"), Side.RIGHT)]


def test_a_muscle_of_a_place_without_sides_is_touched_at_once(reader: Reader, qtbot: QtBot) -> None:
    reader.presses("shelf.muscles")
    reader.presses("letter.S")
    with qtbot.waitSignal(reader.page.place_touched) as caught:
        reader.presses("touch.skin")
    assert caught.args == [Place(RegionId("many-places"), None)]


def test_words_stand_in_order_with_meaning_and_sources(reader: Reader) -> None:
    reader.presses("shelf.words")
    assert reader.names("word.") == ["word.cramp", "word.twitch"]
    assert reader.names("letter.") == []
    assert reader.reads("A hard knot.")
    assert reader.reads("Sources: A page, A publisher")


def test_back_is_one_touch(reader: Reader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reader.page.closed):
        reader.presses("closeBrowse")


def test_a_spot_brings_the_list_back_with_the_keyboard_on_the_cause_that_was_read(qtbot: QtBot) -> None:
    reader = Reader(qtbot, Spot(Shelf.CAUSES, "C", "cramp"))
    assert reader.names("cause.") == ["cause.clot", "cause.cramp"]
    row = reader.page.findChild(QPushButton, "cause.cramp")
    qtbot.waitUntil(lambda: reader.page.focusWidget() is row)


def test_a_letter_that_is_gone_after_an_edit_gives_way_to_the_first(qtbot: QtBot) -> None:
    assert Reader(qtbot, Spot(Shelf.CAUSES, "X")).page.spot.letter == "A"


def test_an_empty_library_shows_empty_lists(qtbot: QtBot) -> None:
    app.application()
    page = BrowsePage(VisitModel(a_library()), Theme(app.tokens(), "light"), Spot(), 900)
    qtbot.addWidget(page)
    for shelf in Shelf:
        button = page.findChild(QPushButton, f"shelf.{shelf.value}")
        assert button is not None
        button.click()
        assert page.spot == Spot(shelf)


# ------------------------------------------------------------------ in the window


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Window:
    return plain_window(qtbot, some_library(), monkeypatch)


def test_browse_and_back_leads_home(window: Window) -> None:
    press(window, "browse")
    assert isinstance(window.panel, BrowsePage)
    press(window, "closeBrowse")
    assert window.mode == "home"


def test_a_cause_opened_from_a_list_is_read_without_a_place_and_leads_back_there(window: Window) -> None:
    press(window, "browse")
    press(window, "letter.C")
    press(window, "cause.clot")
    assert window.mode == "cause"
    assert window.model.visit.places == ()
    press(window, "closeCause")
    assert isinstance(window.panel, BrowsePage)
    assert window.panel.spot == Spot(Shelf.CAUSES, "C", "clot")


def test_a_muscle_touched_from_a_list_begins_its_questions(window: Window, qtbot: QtBot) -> None:
    press(window, "browse")
    press(window, "shelf.muscles")
    press(window, "touch.masseter")
    press(window, "side.left")
    assert window.model.visit.places == (Place(RegionId("jaw"), Side.LEFT),)
    qtbot.waitUntil(lambda: not isinstance(window.panel, BrowsePage))


def test_a_visit_waits_behind_the_lists(window: Window, qtbot: QtBot) -> None:
    place = Place(RegionId("calf"), Side.LEFT)
    window.touch(place)
    qtbot.waitUntil(lambda: window.mode != "home")
    before = window.mode
    press(window, "browse")
    press(window, "closeBrowse")
    assert window.mode == before
    assert window.model.visit.places == (place,)


def test_start_over_leaves_the_lists_and_forgets_where_they_were(window: Window) -> None:
    press(window, "browse")
    press(window, "letter.T")
    window.start_over()
    assert window.mode == "home"
    press(window, "browse")
    assert isinstance(window.panel, BrowsePage)
    assert window.panel.spot == Spot(Shelf.CAUSES, "A")
