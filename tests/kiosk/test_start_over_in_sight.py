"""Start over is in sight on the pages of a kiosk, also with the largest text, longer words and other screens."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton

from spasm_gui import app, places, tour
from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.knowledge.library import Library
from spasm_gui.languages import Languages
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.window import Window
from tests.kiosk.test_pages import STOPS
from tests.kiosk.visitor import settle

SIZES = [(1280, 800), (1024, 600), (768, 1366)]
LEAST_PX = 44


@pytest.fixture
def languages(library: Library) -> Iterator[tuple[Languages, Library]]:
    """In longer words than those of any language we speak."""
    app.application()
    languages = Languages(places.content_dir(), library)
    yield languages, languages.speak("xx-long")
    languages.fall_silent()


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_start_over_is_in_sight_with_the_largest_text_in_every_shape(
    languages: tuple[Languages, Library], drawing: BodyDrawing, size: tuple[int, int]
) -> None:
    offered, library = languages
    theme = Theme(app.tokens(), "light", 2.0, is_kiosk=True)
    window = Window(library, drawing, theme, emergency_number="112", languages=offered.offered)
    window.resize(*size)
    window.show()
    settle()
    stops = dict(tour.stops(library))
    lost = []
    for stop in STOPS:
        window.start_over()
        settle()
        for step in stops[stop]:
            step(window)
            settle()
        button = window.findChild(QAbstractButton, "startOver")
        assert button is not None, stop
        place = QRect(button.mapTo(window, QPoint(0, 0)), button.size())
        is_large = place.width() >= LEAST_PX and place.height() >= LEAST_PX
        if not (button.isVisible() and is_large and window.rect().contains(place)):
            lost.append((stop, place.getRect()))
    window.hide()
    window.deleteLater()
    settle()
    assert lost == []
