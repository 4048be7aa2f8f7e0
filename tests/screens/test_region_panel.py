"""The panel beside the body: its rows and cards are used again within a visit, and nothing of the last is left."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app, places
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.reading.library import read_library
from spasm_gui.screens.finding_row import FindingRow
from spasm_gui.screens.region_panel import RegionPanel
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel

CALF, CHEST = (Place(RegionId(region), Side.LEFT) for region in ("calf", "chest"))


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(places.content_dir())


@pytest.fixture
def model(library: Library) -> VisitModel:
    return VisitModel(library)


@pytest.fixture
def panel(qtbot: QtBot, model: VisitModel) -> Iterator[RegionPanel]:
    app.application()
    theme = Theme(app.tokens(), "light")
    model.choose_only(CALF)
    shown = RegionPanel(model, theme, 700)
    shown.setStyleSheet(theme.style_sheet())
    qtbot.addWidget(shown)
    shown.resize(700, 900)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown


def rows(panel: QWidget) -> list[FindingRow]:
    return [one for one in panel.findChildren(FindingRow) if one.isVisible()]


def words(widget: QWidget) -> str:
    """All that a widget and its parts say to eyes and readers, whether they are shown or not."""
    said = [widget.objectName(), widget.accessibleName()]
    for one in widget.findChildren(QWidget):
        said += [one.objectName(), one.accessibleName()]
        if isinstance(one, QLabel | QAbstractButton):
            said.append(one.text())
    return " ".join(said)


def test_another_page_and_another_place_are_shown_in_the_same_rows(panel: RegionPanel, model: VisitModel) -> None:
    before = rows(panel)
    model.none_of_these()
    assert set(rows(panel)) & set(before)
    model.choose_only(CHEST)
    assert set(rows(panel)) >= set(before[: len(rows(panel))])
    assert model.page is not None
    assert [one.objectName() for one in rows(panel)] == [f"question.{one}" for one in model.page.ids]


def test_rows_that_are_used_again_say_nothing_of_the_page_before(panel: RegionPanel, model: VisitModel) -> None:
    assert model.page is not None
    library, asked = model.library, [one for one in model.page.ids if one in model.library.findings]
    finding = next(one for one in map(library.findings.__getitem__, asked) if one.find_out)  # type: ignore[arg-type]
    assert panel.checklist is not None
    panel.checklist.row(finding.id).button(Answer.NOT_SURE).click()
    model.answer(asked[0], Answer.NO)
    model.none_of_these()
    said = " ".join(words(one) for one in panel.findChildren(FindingRow))
    assert all(library.findings[one].ask not in said for one in asked)  # type: ignore[index]
    assert not [one for one in panel.findChildren(QFrame) if one.isVisible() and "findOut" in one.objectName()]
    assert not [one for one in panel.findChildren(QAbstractButton) if one.isChecked()]


def test_causes_of_another_place_never_stand_under_its_questions(
    qtbot: QtBot, panel: RegionPanel, model: VisitModel
) -> None:
    def causes() -> list[str]:
        cards = panel.findChildren(QAbstractButton)
        return [one.objectName() for one in cards if one.objectName().startswith("cause.") and not one.isHidden()]

    qtbot.waitUntil(lambda: bool(causes()))
    model.choose_only(CHEST)
    shown = [f"cause.{one.cause.id}" for one in model.assessment.causes]
    assert causes() == shown[: len(causes())]


def test_rows_that_have_yet_to_get_their_room_were_not_read(qtbot: QtBot, model: VisitModel) -> None:
    app.application()
    theme = Theme(app.tokens(), "light", 2.0)
    model.choose_only(CALF)
    panel = RegionPanel(model, theme, 700, is_ahead=True)
    panel.setStyleSheet(theme.style_sheet())
    qtbot.addWidget(panel)
    for part in panel.parts_ahead():
        part.ensurePolished()
    panel.resize(700, 700)
    panel.show()  # as while it is made ahead: with rows that have no words yet
    panel.hide()
    panel.begin()
    with qtbot.waitExposed(panel):
        panel.show()
    hint = next(one for one in panel.findChildren(QLabel) if one.text() == "Please read every row first.")
    qtbot.waitUntil(lambda: hint.isVisible())
    qtbot.waitUntil(lambda: all(one.height() >= one.heightForWidth(one.width()) for one in rows(panel)))
    none = panel.findChild(QAbstractButton, "noneOfThese")
    assert none is not None and not none.isEnabled()


def test_a_panel_made_ahead_shows_and_follows_nothing_until_it_begins(qtbot: QtBot, model: VisitModel) -> None:
    app.application()
    panel = RegionPanel(model, Theme(app.tokens(), "light"), 700, is_ahead=True)
    qtbot.addWidget(panel)
    list(panel.parts_ahead())
    model.choose_only(CALF)
    assert not panel.findChildren(FindingRow, f"question.{model.page.ids[0]}")  # type: ignore[union-attr]
    assert "calf" not in words(panel)
    panel.begin()
    assert panel.findChildren(FindingRow, f"question.{model.page.ids[0]}")  # type: ignore[union-attr]
    assert "calf" in words(panel)
