"""A kiosk that nobody looks after for years says so on every page, and in the end no longer sends people home."""

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app, places
from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.kiosk.config import KioskConfig
from spasm_gui.kiosk.kiosk import Kiosk
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.shelf_life import LAST_YEARS, REVIEW_YEARS, years_later
from spasm_gui.languages import Languages
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.window import Window
from tests.kiosk.visitor import LEFT_CALF, come, settle

OVERDUE, OUT_OF_DATE = "Its review is overdue.", "Out of date: it no longer says how to treat yourself."


class Calendar:
    """A date that changes when a test says so."""

    def __init__(self, today: datetime.date) -> None:
        self.today = today

    def __call__(self) -> datetime.date:
        return self.today


@pytest.fixture
def calendar(library: Library) -> Calendar:
    return Calendar(library.edition.date)


@pytest.fixture
def kiosk(
    qtbot: QtBot, library: Library, drawing: BodyDrawing, config: KioskConfig, calendar: Calendar
) -> Iterator[Kiosk]:
    app.application()
    languages = Languages(places.content_dir(), library, today=calendar)
    theme = Theme(app.tokens(), "light", is_kiosk=True)
    kiosk = app.kiosk_on(languages.speak("en"), config, theme, drawing, languages=languages)
    qtbot.addWidget(kiosk.window, before_close_func=QWidget.hide)
    kiosk.begin()
    settle()
    yield kiosk
    languages.fall_silent()


def said_by(window: Window) -> str:
    return " ".join(one.text() for one in window.findChildren(QLabel) if one.isVisible())


def test_content_grows_old_between_two_visits_and_every_page_says_so(kiosk: Kiosk, calendar: Calendar) -> None:
    window = come(kiosk)
    assert OVERDUE not in said_by(window)
    calendar.today = years_later(calendar.today, REVIEW_YEARS) + datetime.timedelta(days=1)
    window.touch(LEFT_CALF)
    settle()
    assert OVERDUE not in said_by(window)  # not in the middle of a visit
    kiosk.show_start()
    settle()
    assert OVERDUE in said_by(window)
    come(kiosk)
    assert OVERDUE in said_by(window)
    window.touch(LEFT_CALF)
    settle()
    assert OVERDUE in said_by(window)


def test_past_its_last_day_a_visit_offers_no_card_and_no_steps(kiosk: Kiosk, calendar: Calendar) -> None:
    calendar.today = years_later(calendar.today, LAST_YEARS) + datetime.timedelta(days=1)
    kiosk.show_start()
    window = come(kiosk)
    assert OUT_OF_DATE in said_by(window)
    assert not window.model.library.stories
    window.touch(LEFT_CALF)
    window.open_cause("night-leg-cramp")
    settle()
    assert window.mode == "cause"
    assert OUT_OF_DATE in said_by(window)


def test_a_clock_that_jumps_years_ahead_and_back_spares_the_visit(kiosk: Kiosk, calendar: Calendar) -> None:
    window = come(kiosk)
    window.touch(LEFT_CALF)
    for year in (2024, 2028, 1970, 2038):
        calendar.today = datetime.date(year, 1, 19)
        window.model.answer("limb-swollen", "yes")
        settle()
        assert window.model.visit.places == (LEFT_CALF,)


def test_another_language_chosen_later_is_as_old(kiosk: Kiosk, calendar: Calendar) -> None:
    calendar.today = years_later(calendar.today, LAST_YEARS) + datetime.timedelta(days=1)
    kiosk.show_start()
    window = come(kiosk)
    window.language_chosen.emit("es")
    settle()
    assert "Anticuado" in said_by(window)
    assert not window.model.library.stories
