"""The figure beside a cause shows what is drawn while it stands there, and is gone when it was closed."""

from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.knowledge.cause import CauseId
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.mark import Mark, Marks
from spasm_gui.screens.cause_figure import CauseFigure
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.tour import settle


def a_cause_figure(library: Library, model: VisitModel) -> CauseFigure:
    app.application()
    body = app.drawing()
    assert body is not None
    theme = Theme(app.tokens(), "light")
    return CauseFigure(library.causes[CauseId("night-leg-cramp")], model, body, theme, is_flat=True)


def draw(model: VisitModel, figure: CauseFigure) -> None:
    """A stroke over the whole figure as it is shown."""
    points = tuple(figure.stage.framing.to_map(x, x) for x in (10, figure.stage.width() - 10))
    model.change_marks(lambda marks: marks.adding(Mark(figure.stage.shown.view, points)))


def test_what_is_drawn_elsewhere_is_shown_at_once(qtbot: QtBot, library: Library) -> None:
    model = VisitModel(library)
    figure = a_cause_figure(library, model)
    qtbot.addWidget(figure)
    figure.resize(500, 700)
    figure.show()
    before = figure.grab().toImage()
    draw(model, figure)
    assert figure.grab().toImage() != before
    model.change_marks(Marks.undone)
    assert figure.grab().toImage() == before


def test_a_figure_that_was_closed_hears_of_no_mark(qtbot: QtBot, library: Library) -> None:
    """It stayed alive as long as the visit, and every stroke of the pen failed in it."""
    model = VisitModel(library)
    figure = a_cause_figure(library, model)
    qtbot.addWidget(figure)
    figure.deleteLater()
    settle()
    model.change_marks(lambda marks: marks.adding(Mark("front", ((1.0, 1.0),))))
