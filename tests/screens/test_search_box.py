"""Somebody types a word in the bar and goes where it leads, by hand or by keyboard, on any window."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.movement import Definition
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.screens.search_box import SearchBox
from spasm_gui.screens.search_field import SearchField
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.window import Window
from spasm_gui.settings import Preferences
from tests.factories import (
    REVIEWED,
    a_cause,
    a_finding,
    a_library,
    a_link,
    a_muscle,
    a_region,
    a_rule,
    some_screens,
)

LEFT_CALF = Place(RegionId("calf"), Side.LEFT)


def some_library() -> Library:
    regions = (
        a_region("calf", words=("calf", "wade"), muscles=(a_muscle("soleus", name="Flat calf muscle"),)),
        a_region("many-places", sides=(), words=("all over",)),
    )
    swollen = a_finding("swollen")
    return a_library(
        *regions,
        swollen,
        a_rule("clot", when="swollen"),
        a_cause("leg-clot", name="Clot in the leg", clinical_name="Thrombosis"),
        a_cause("tetanus", name="Tetanus"),
        msgspec.structs.replace(a_link(), picture="chain-blood"),
        Definition(id="cramp", term="Cramp", meaning="A hard knot.", sources=("a-source",), reviewed=REVIEWED),
        screens=some_screens(regions, (swollen,)),
    )


class Desk:
    """A stage with a bar at its top or bottom, and the search in it."""

    def __init__(self, qtbot: QtBot, *, is_narrow: bool = False, at_bottom: bool = False, kiosk: bool = False) -> None:
        app.application()
        self.qtbot = qtbot
        theme = Theme(app.tokens(), "light", is_kiosk=kiosk)
        self.model = VisitModel(some_library())
        self.stage = QWidget()
        qtbot.addWidget(self.stage)
        self.stage.setStyleSheet(theme.style_sheet())
        self.model.setParent(self.stage)
        bar = QFrame()
        row = QHBoxLayout(bar)
        self.box = SearchBox(self.model, theme, self.stage, is_narrow=is_narrow)
        self.other = QPushButton("Start over")
        row.addWidget(self.box)
        row.addStretch(1)
        row.addWidget(self.other)
        self.page = QWidget()
        layout = QVBoxLayout(self.stage)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.page, bar) if at_bottom else (bar, self.page):
            layout.addWidget(part, 1 if part is self.page else 0)
        self.stage.resize(800, 600)
        with qtbot.waitExposed(self.stage):
            self.stage.show()
        self.stage.activateWindow()

    @property
    def field(self) -> SearchField:
        field = self.stage.findChild(SearchField, "search")
        assert field is not None
        return field

    @property
    def results(self) -> QFrame:
        results = self.stage.findChild(QFrame, "searchResults")
        assert results is not None
        return results

    def types(self, text: str) -> None:
        self.field.setFocus()
        QTest.keyClicks(self.field, text)

    def hits(self) -> list[str]:
        found = self.results.findChildren(QPushButton)
        return [one.objectName() for one in found if one.isVisible() and one.objectName().startswith("hit.")]

    def button(self, name: str) -> QPushButton:
        found = [one for one in self.stage.findChildren(QPushButton, name) if one.isVisible()]
        assert len(found) == 1, name
        return found[0]

    def touches(self, name: str) -> None:
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def reads(self, words: str) -> bool:
        return any(words in one.text() for one in self.results.findChildren(QLabel) if one.isVisible())


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_what_is_typed_shows_buttons_in_the_same_window(desk: Desk) -> None:
    desk.types("calf")
    assert desk.hits() == ["hit.region.calf", "hit.muscle.soleus"]
    assert desk.button("hit.region.calf").window() is desk.stage
    assert QApplication.activePopupWidget() is None


def test_a_row_says_aloud_what_it_is(desk: Desk) -> None:
    desk.types("clot")
    assert desk.button("hit.cause.leg-clot").accessibleName() == "Clot in the leg. Thrombosis. Cause"


def test_the_number_of_results_is_announced(desk: Desk) -> None:
    desk.types("calf")
    assert desk.box.announced == "Found: 2"
    assert desk.field.accessibleDescription() == "Found: 2"


def test_a_word_nobody_knows_says_so_kindly(desk: Desk) -> None:
    desk.types("xyzzy")
    assert desk.hits() == []
    assert desk.reads("Nothing has a name like this.")


def test_nothing_typed_shows_nothing(desk: Desk) -> None:
    desk.types("calf")
    desk.field.setText("  ")
    assert not desk.results.isVisible()


def test_a_place_asks_for_its_side_and_tells_it(desk: Desk, qtbot: QtBot) -> None:
    desk.types("wade")
    desk.touches("hit.region.calf")
    assert desk.reads("Which side?")
    assert desk.button("side.right").text() == "Your right calf"
    with qtbot.waitSignal(desk.box.place_chosen) as caught:
        desk.touches("side.left")
    assert caught.args == [LEFT_CALF]
    assert desk.field.text() == ""
    assert not desk.results.isVisible()


def test_a_place_without_sides_is_chosen_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.types("all over")
    with qtbot.waitSignal(desk.box.place_chosen) as caught:
        desk.touches("hit.region.many-places")
    assert caught.args == [Place(RegionId("many-places"), None)]


def test_a_muscle_leads_to_its_place(desk: Desk, qtbot: QtBot) -> None:
    desk.types("flat calf")
    desk.touches("hit.muscle.soleus")
    with qtbot.waitSignal(desk.box.place_chosen) as caught:
        desk.touches("side.left")
    assert caught.args == [LEFT_CALF]


def test_a_cause_opens_its_page(desk: Desk, qtbot: QtBot) -> None:
    desk.types("thrombosis")
    with qtbot.waitSignal(desk.box.cause_opened) as caught:
        desk.touches("hit.cause.leg-clot")
    assert caught.args == ["leg-clot"]


def test_a_word_shows_its_meaning_and_leads_back_to_the_results(desk: Desk) -> None:
    desk.types("cramp")
    desk.touches("hit.word.cramp")
    assert desk.reads("A hard knot.")
    assert desk.reads("A page, A publisher")
    assert desk.box.announced == "Cramp: A hard knot."
    desk.touches("allResults")
    assert desk.hits() == ["hit.word.cramp"]


def test_typing_on_leaves_the_meaning_for_other_results(desk: Desk) -> None:
    desk.types("cramp")
    desk.touches("hit.word.cramp")
    desk.field.setText("tetanus")
    assert desk.hits() == ["hit.cause.tetanus"]
    assert not desk.reads("A hard knot.")


def test_the_keyboard_alone_finds_a_place(desk: Desk, qtbot: QtBot) -> None:
    desk.types("calf")
    focus(qtbot, desk.field, Qt.Key.Key_Down, "hit.region.calf")
    press(qtbot, Qt.Key.Key_Down, "hit.muscle.soleus")
    press(qtbot, Qt.Key.Key_Up, "hit.region.calf")
    press(qtbot, Qt.Key.Key_Return, "side.left")
    press(qtbot, Qt.Key.Key_Down, "side.right")
    with qtbot.waitSignal(desk.box.place_chosen) as caught:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert caught.args == [Place(RegionId("calf"), Side.RIGHT)]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def focus(qtbot: QtBot, at: QWidget, key: Qt.Key, name: str) -> None:
    """Press a key at a widget, after which the widget of that name has the keyboard."""
    qtbot.waitUntil(at.hasFocus)
    press(qtbot, key, name)


def press(qtbot: QtBot, key: Qt.Key, name: str) -> None:
    QTest.keyClick(focused(), key)

    def is_there() -> None:
        assert focused().objectName() == name

    qtbot.waitUntil(is_there)


def test_the_arrow_up_from_the_first_row_returns_to_the_field(desk: Desk, qtbot: QtBot) -> None:
    desk.types("calf")
    focus(qtbot, desk.field, Qt.Key.Key_Down, "hit.region.calf")
    press(qtbot, Qt.Key.Key_Up, "search")


def test_enter_in_the_field_takes_the_first_result(desk: Desk, qtbot: QtBot) -> None:
    desk.types("tetanus")
    with qtbot.waitSignal(desk.box.cause_opened) as caught:
        QTest.keyClick(desk.field, Qt.Key.Key_Return)
    assert caught.args == ["tetanus"]


def test_enter_does_nothing_where_nothing_was_found(desk: Desk, qtbot: QtBot) -> None:
    desk.types("xyzzy")
    with qtbot.assertNotEmitted(desk.box.cause_opened), qtbot.assertNotEmitted(desk.box.place_chosen):
        QTest.keyClick(desk.field, Qt.Key.Key_Return)


def test_escape_first_closes_the_results_and_then_empties_the_field(desk: Desk, qtbot: QtBot) -> None:
    desk.types("calf")
    QTest.keyClick(desk.field, Qt.Key.Key_Escape)
    assert not desk.results.isVisible()
    assert desk.field.text() == "calf"
    QTest.keyClick(desk.field, Qt.Key.Key_Escape)
    assert desk.field.text() == ""


def test_escape_in_the_results_closes_them_and_returns_to_the_field(desk: Desk, qtbot: QtBot) -> None:
    desk.types("calf")
    focus(qtbot, desk.field, Qt.Key.Key_Down, "hit.region.calf")
    press(qtbot, Qt.Key.Key_Escape, "search")
    assert not desk.results.isVisible()


def test_the_button_that_empties_the_field_leaves_nothing_to_undo(desk: Desk) -> None:
    desk.types("calf")
    desk.touches("emptySearch")
    assert desk.field.text() == ""
    desk.field.undo()
    assert desk.field.text() == ""
    assert not desk.results.isVisible()


def test_going_elsewhere_closes_the_results(desk: Desk, qtbot: QtBot) -> None:
    desk.types("calf")
    qtbot.waitUntil(desk.field.hasFocus)
    desk.other.setFocus()
    qtbot.waitUntil(lambda: not desk.results.isVisible())


def test_a_touch_on_the_body_puts_the_search_away(desk: Desk) -> None:
    desk.types("calf")
    desk.model.choose_only(LEFT_CALF)
    assert desk.field.text() == ""
    assert not desk.results.isVisible()


def test_the_field_has_no_menu_and_takes_no_drops(desk: Desk) -> None:
    assert desk.field.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
    assert not desk.field.acceptDrops()
    assert not desk.field.dragEnabled()
    assert desk.field.accessibleName() == "Search"


def test_a_kiosk_leaves_nothing_on_the_clipboard(qtbot: QtBot) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("before")
    desk = Desk(qtbot, kiosk=True)
    desk.types("calf")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V):
        QTest.keyClick(desk.field, key, Qt.KeyboardModifier.ControlModifier)
    assert not desk.field.hasSelectedText()
    assert clipboard.text() == "before"
    assert desk.field.text() == "calf"


@pytest.mark.parametrize("at_bottom", [False, True], ids=["bar above", "bar below"])
@pytest.mark.parametrize("is_narrow", [False, True], ids=["wide bar", "narrow bar"])
def test_the_results_lie_beside_the_field_inside_the_window(qtbot: QtBot, at_bottom: bool, is_narrow: bool) -> None:
    desk = Desk(qtbot, is_narrow=is_narrow, at_bottom=at_bottom)
    if is_narrow:
        desk.touches("openSearch")
    desk.types("calf")
    for size in ((800, 600), (500, 700), (360, 300)):
        desk.stage.resize(*size)
        QApplication.processEvents()
        room = desk.results.geometry()
        field = QRect(desk.field.mapTo(desk.stage, QPoint(0, 0)), desk.field.size())
        assert desk.stage.rect().contains(room)
        assert not room.intersects(field)
        assert (room.bottom() < field.top()) == at_bottom


def test_a_narrow_bar_opens_the_field_over_itself_and_escape_closes_it(qtbot: QtBot) -> None:
    desk = Desk(qtbot, is_narrow=True)
    assert not desk.field.isVisible()
    assert desk.button("openSearch").accessibleName() == "Search"
    desk.touches("openSearch")
    qtbot.waitUntil(desk.field.hasFocus)
    QTest.keyClick(desk.field, Qt.Key.Key_Escape)
    assert not desk.field.isVisible()


def test_the_cross_of_a_narrow_bar_closes_the_field(qtbot: QtBot) -> None:
    desk = Desk(qtbot, is_narrow=True)
    desk.touches("openSearch")
    desk.types("calf")
    desk.touches("emptySearch")
    assert not desk.field.isVisible()
    assert not desk.results.isVisible()
    assert desk.field.text() == ""


# ------------------------------------------------------------------ in the window


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Window:
    app.application()
    monkeypatch.setattr(app, "drawing", lambda: None)
    opened = app.main_window(some_library(), Theme(app.tokens(), "light"), Preferences(None))
    qtbot.addWidget(opened)
    opened.resize(1280, 800)
    with qtbot.waitExposed(opened):
        opened.show()
    opened.activateWindow()
    return opened


def field_of(window: Window) -> QLineEdit:
    (field,) = [one for one in window.findChildren(QLineEdit, "search") if one.isVisible()]
    return field


def press_in(window: Window, name: str) -> None:
    (button,) = [one for one in window.findChildren(QPushButton, name) if one.isVisible()]
    button.click()


def test_a_place_that_was_found_is_touched(window: Window, qtbot: QtBot) -> None:
    field_of(window).setText("wade")
    press_in(window, "hit.region.calf")
    press_in(window, "side.left")
    assert window.model.visit.places == (LEFT_CALF,)
    qtbot.waitUntil(lambda: window.panel.objectName() == "panel")
    assert field_of(window).text() == ""


def test_a_place_found_again_is_not_taken_back(window: Window, qtbot: QtBot) -> None:
    for _ in range(2):
        field_of(window).setText("calf")
        press_in(window, "hit.region.calf")
        press_in(window, "side.left")
        qtbot.waitUntil(lambda: window.panel.objectName() == "panel")
    assert window.model.visit.places == (LEFT_CALF,)


def test_a_cause_found_without_a_visit_leads_back_home(window: Window) -> None:
    field_of(window).setText("tetanus")
    press_in(window, "hit.cause.tetanus")
    press_in(window, "closeCause")
    assert window.mode == "home"


def test_the_field_is_empty_after_start_over(window: Window) -> None:
    field_of(window).setText("cramp")
    window.start_over()
    assert field_of(window).text() == ""
    assert not any(one.isVisible() for one in window.findChildren(QFrame, "searchResults"))


def test_what_is_being_typed_survives_another_size_of_the_window(window: Window, qtbot: QtBot) -> None:
    before = field_of(window)
    before.setText("cramp")
    window.resize(1000, 760)

    def is_built_anew() -> None:
        assert field_of(window) is not before
        assert field_of(window).text() == "cramp"

    qtbot.waitUntil(is_built_anew)
