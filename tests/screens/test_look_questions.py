"""The pages of questions stay where they are while they are answered, and nothing looks ticked beforehand."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.knowledge.finding import Answer
from spasm_gui.screens.checklist import TickCard
from spasm_gui.screens.finding_row import FindingRow
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Text
from tests.factories import a_finding


@pytest.fixture
def row(qtbot: QtBot) -> Iterator[FindingRow]:
    app.application()
    theme = Theme(app.tokens(), "light")
    page = QWidget()
    page.setStyleSheet(theme.style_sheet())
    shown = FindingRow(a_finding("swollen", ask="Is one leg newly swollen?", find_out="Compare both."), theme)
    layout = QVBoxLayout(page)
    layout.addWidget(shown)
    layout.addStretch(1)
    shown.show_answer(None)
    qtbot.addWidget(page)
    page.resize(700, 300)
    with qtbot.waitExposed(page):
        page.show()
    yield shown


@pytest.mark.parametrize("answer", [Answer.YES, Answer.NO, Answer.NOT_SURE])
def test_a_row_does_not_jump_when_it_is_answered(qtbot: QtBot, row: FindingRow, answer: Answer) -> None:
    before = [row.button(one).geometry() for one in Answer]
    row.show_answer(answer)
    qtbot.waitUntil(lambda: row.button(answer).isChecked())
    row.layout().activate()  # type: ignore[union-attr]
    assert [row.button(one).geometry() for one in Answer] == before


def test_a_chosen_answer_is_told_by_a_mark_and_bold_words_besides_its_colour(row: FindingRow) -> None:
    row.show_answer(Answer.YES)
    chosen, other = row.button(Answer.YES), row.button(Answer.NO)
    assert not chosen.icon().isNull() and chosen.font().bold()
    assert other.icon().isNull() and not other.font().bold()


def test_the_way_to_find_out_moves_no_button_of_its_row(row: FindingRow) -> None:
    before = [row.button(one).width() for one in Answer]
    row.button(Answer.NOT_SURE).click()
    way = row.findChild(QWidget, "findOut.swollen")
    assert way is not None and way.isVisible()
    assert [row.button(one).width() for one in Answer] == before
    assert "Still not sure" in row.button(Answer.NOT_SURE).accessibleName()


def test_a_ticked_circumstance_says_what_counts_and_a_cleared_one_is_quiet_again(qtbot: QtBot) -> None:
    app.application()
    theme = Theme(app.tokens(), "light")
    card = TickCard("A deep wound", theme, "answer.wound.yes", "A clean scratch counts as no.")
    qtbot.addWidget(card)
    with qtbot.waitExposed(card):
        card.show()
    assert [text.text() for text in card.findChildren(Text)] == ["A deep wound"]
    assert card.accessibleDescription() == "A clean scratch counts as no."
    card.setChecked(True)
    assert [text.text() for text in card.findChildren(Text)] == ["A deep wound", "A clean scratch counts as no."]
    card.setChecked(False)
    assert [text.text() for text in card.findChildren(Text) if text.isVisible()] == ["A deep wound"]
