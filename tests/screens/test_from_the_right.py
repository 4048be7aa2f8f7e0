"""Wrapped texts that are read from the right."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.pseudo import from_the_right
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Text

LONG = "Touch the place on the body. A few short questions show whether you can treat it yourself at home."
HEBREW = "כאב שרירים בשוק יכול לבוא מהתכווצות לילית או מקריש דם בווריד עמוק ולכן צריך לשאול כמה שאלות קצרות"


@pytest.mark.parametrize("text", [from_the_right(LONG), HEBREW], ids=["made up", "Hebrew"])
def test_each_line_of_a_text_from_the_right_begins_at_the_right_edge(qtbot: QtBot, text: str) -> None:
    lines = ink_of_lines(qtbot, text)
    assert len(lines) > 2
    assert all(abs(line.right() - lines[-1].right()) <= 3 for line in lines), lines


def test_a_text_that_stayed_in_its_source_language_is_set_from_the_left(qtbot: QtBot) -> None:
    lines = ink_of_lines(qtbot, LONG)
    assert all(line.left() <= 3 for line in lines), lines


def ink_of_lines(qtbot: QtBot, text: str) -> list[QRect]:
    """Return the box of what is painted of each line, from above."""
    page = QWidget()
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.setStyleSheet("background: white;")
    app.application()
    label = Text(text, Theme(app.tokens(), "light"))
    label.setParent(page)
    label.setGeometry(0, 0, 260, label.heightForWidth(260))
    page.resize(label.size())
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    image = page.grab().toImage()
    return [box for box in _bands(image, label.fontMetrics().lineSpacing()) if not box.isNull()]


def _bands(image: QImage, height: int) -> list[QRect]:
    bands = []
    for top in range(0, image.height() - height + 2, height):
        inked = [
            x
            for x in range(image.width())
            if any(QColor(image.pixel(x, y)).lightness() < 128 for y in range(top, min(top + height, image.height())))
        ]
        bands.append(QRect(inked[0], top, inked[-1] - inked[0] + 1, height) if inked else QRect())
    return bands
