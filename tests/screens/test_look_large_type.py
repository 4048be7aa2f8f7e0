"""In the largest type, what matters most stays in sight without scrolling."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.screens.act_words import ActWords
from spasm_gui.screens.bar import legal_bar
from spasm_gui.screens.emergency_page import EmergencyPage
from spasm_gui.screens.home_panel import HomePanel
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.words import PageScroll

Shown = Callable[[QWidget, Theme, QSize], None]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    def show(widget: QWidget, theme: Theme, size: QSize) -> None:
        widget.setStyleSheet(theme.style_sheet())
        qtbot.addWidget(widget)
        widget.resize(size)
        with qtbot.waitExposed(widget):
            widget.show()

    return show


def in_sight(widget: QWidget) -> bool:
    """True if the whole widget can be seen in its window as it stands."""
    return bool(widget.visibleRegion().boundingRect() == widget.rect())


@pytest.mark.parametrize(
    ("size", "percent", "kiosk"),
    [
        (QSize(1280, 800), 100, False),
        (QSize(1280, 800), 200, False),
        (QSize(1024, 768), 200, False),
        (QSize(768, 1366), 200, False),
        (QSize(1080, 1920), 100, True),
        (QSize(1080, 1920), 150, True),
    ],
)
def test_an_emergency_shows_the_act_and_what_to_say_without_scrolling(
    library: Library, shown: Shown, size: QSize, percent: int, kiosk: bool
) -> None:
    app.application()
    theme = Theme(app.tokens(), "light", percent / 100, is_kiosk=kiosk)
    model = VisitModel(library)
    model.choose_only(Place(RegionId("chest"), Side.LEFT))
    model.answer("chest-pressure", Answer.YES)
    acts = ActWords(model, "112", is_kiosk=kiosk)
    page = EmergencyPage(model, theme, acts, "Not yet reviewed.", portrait=size.height() > size.width())
    shown(page, theme, size)
    act = page.findChild(QLabel, "adviceWord")
    say = page.findChild(QWidget, "sayThis")
    mistake = page.findChild(QPushButton, "mistake")
    assert act is not None and say is not None and mistake is not None
    assert in_sight(act) and in_sight(say) and in_sight(mistake)
    metrics = QFontMetrics(act.font())
    assert max(metrics.horizontalAdvance(word) for word in act.text().split()) <= act.width()


@pytest.mark.parametrize(
    ("size", "percent", "kiosk"),
    [(QSize(640, 640), 200, False), (QSize(576, 700), 100, False), (QSize(1080, 800), 100, True)],
)
def test_the_words_to_call_first_stay_in_sight_however_long_the_page_is(
    library: Library, shown: Shown, size: QSize, percent: int, kiosk: bool
) -> None:
    app.application()
    theme = Theme(app.tokens(), "light", percent / 100, is_kiosk=kiosk)
    panel = HomePanel(VisitModel(library), theme, "112", size.width())
    shown(panel, theme, size)
    call_first = panel.findChild(QWidget, "callFirst")
    toggle = panel.findChild(QPushButton, "regionList")
    assert call_first is not None and toggle is not None
    assert in_sight(call_first)
    toggle.click()
    assert in_sight(call_first)


def test_the_quiet_line_gives_what_the_program_is_its_whole_width_when_both_halves_are_long(shown: Shown) -> None:
    app.application()
    theme = Theme(app.tokens(), "light", is_kiosk=True)
    said = "General information, not a diagnosis. Not yet clinically reviewed. Translation not reviewed."
    bar = legal_bar(said, theme, 1080)
    shown(bar, theme, QSize(1080, bar.sizeHint().height()))
    first, second = bar.findChildren(QLabel)[-2:]
    assert first.text() == said
    assert second.geometry().top() >= first.geometry().bottom()
    assert first.width() >= QFontMetrics(first.font()).horizontalAdvance(said)


def test_a_page_is_as_wide_with_a_scroll_bar_as_without(library: Library, shown: Shown) -> None:
    app.application()
    theme = Theme(app.tokens(), "light")
    panel = HomePanel(VisitModel(library), theme, "112", 560)
    shown(panel, theme, QSize(560, 700))
    scroll = panel.findChild(QScrollArea)
    assert isinstance(scroll, PageScroll)
    before: QRect = scroll.viewport().geometry()
    toggle = panel.findChild(QPushButton, "regionList")
    assert toggle is not None
    toggle.click()
    assert scroll.viewport().geometry() == before
