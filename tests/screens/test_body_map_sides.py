"""Left and right: for every region of every view, in both directions of reading, everything says the same side.

The id, where the shape lies, the name at the pointer, the accessible name, what a touch reports, the title of the
panel, and the entry of the list.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.drawing.pictures import BodyFigure, load_drawing
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place
from spasm_gui.places import assets_dir
from spasm_gui.screens.body_map_buttons import RegionButton
from spasm_gui.screens.body_map_close_ups import part_names
from spasm_gui.screens.figure import Figure
from spasm_gui.screens.home_panel import HomePanel
from spasm_gui.screens.places_words import visit_title
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import ForWhom, VisitModel

FROM_THE_SIDE = load_drawing(assets_dir()).views_from_the_side
VIEWS = load_drawing(assets_dir()).views + FROM_THE_SIDE
SHOWN = [(BodyFigure.NEUTRAL, view) for view in VIEWS]
SHOWN += [(BodyFigure.FEMALE, view) for view in ("front", "back", *FROM_THE_SIDE)]
LEFT_IS_AT_THE_RIGHT = {"front": True, "head": True, "back": False}
OTHER = {"left": "right", "right": "left"}


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft], ids=["ltr", "rtl"])
def direction(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Qt.LayoutDirection]:
    qapp.setLayoutDirection(request.param)
    yield request.param
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def says_side(text: str, side: str) -> bool:
    words = text.casefold().replace(",", " ").split()
    return side in words and OTHER[side] not in words


@pytest.mark.parametrize(("body", "view"), SHOWN, ids=lambda value: getattr(value, "value", value))
def test_everything_says_the_same_side(
    qtbot: QtBot, library: Library, direction: Qt.LayoutDirection, body: BodyFigure, view: str
) -> None:
    app.application()
    drawing = load_drawing(assets_dir())
    model = VisitModel(library)
    model.set_figure(body)
    theme = Theme(app.tokens(), "light")
    figure = Figure(model, drawing, theme, reduced_motion=True)
    home = HomePanel(model, theme, "112", 560)
    for widget in (figure, home):
        qtbot.addWidget(widget)
    list_toggle = home.findChild(QPushButton, "regionList")
    assert list_toggle is not None
    list_toggle.click()
    figure.resize(704, 700)
    figure.show()
    assert drawing.view("front").figure is body
    touched: list[Place] = []
    figure.place_touched.connect(touched.append)
    assert figure.layoutDirection() is direction
    figure.body_map.show_view(view)
    outlines = drawing.view(view).outlines
    buttons = figure.findChildren(RegionButton)
    assert len(buttons) == len(outlines)
    middle = sum(where(button, figure).x() for button in buttons) / len(buttons)
    parts = part_names()
    for button in buttons:
        region, side = button.place
        assert button.objectName() == f"region.{region}.{side}"
        if view in LEFT_IS_AT_THE_RIGHT:
            is_at_the_right = where(button, figure).x() > middle
            assert is_at_the_right == ((side == "left") == LEFT_IS_AT_THE_RIGHT[view])
        else:
            assert view.endswith(f"-{side}")
        assert says_side(button.accessibleName(), side)

        button.click()
        place = touched.pop()
        assert (place.region, place.side and place.side.value) == (button.outline.whole, side)

        entry = home.findChild(QPushButton, f"list.{place}")
        assert isinstance(entry, QPushButton)
        assert says_side(entry.text(), side)
        model.choose_only(place)
        title = visit_title(library, model.visit, model.chosen, ForWhom.ME)
        assert says_side(title, side)
        if button.outline.part_of:
            assert button.accessibleName() == parts[region, side]
        else:
            assert button.accessibleName().casefold() == entry.text().casefold()
            assert set(button.accessibleName().casefold().split()) <= set(title.casefold().split())
        assert all(one.place[1] == side for one in buttons if one.isChecked())
        assert button.isChecked()
        model.toggle(place)


def where(button: RegionButton, figure: Figure) -> QPoint:
    """The middle of the widest part of a shape, on the stage."""
    outline = button.outline
    box = button.geometry()
    x = box.x() + (outline.centre[0] - outline.box[0]) / outline.box[2] * box.width()
    y = box.y() + (outline.centre[1] - outline.box[1]) / outline.box[3] * box.height()
    return figure.body_map.mapTo(figure, QPoint(round(x), round(y)))


@pytest.mark.parametrize("view", VIEWS)
def test_the_words_beside_the_figure_stand_on_the_side_they_name(view: str) -> None:
    drawing = load_drawing(assets_dir())
    at_left = drawing.view(view).side_at_left()
    assert at_left == {"front": "right", "head": "right", "back": "left"}.get(view)


@pytest.mark.parametrize(
    ("view", "mark", "is_at_the_left"),
    [
        pytest.param("palm-left", "thumb", True, id="one's own left palm"),
        pytest.param("hand-back-left", "thumb", False, id="the back of one's own left hand"),
        pytest.param("foot-top-left", "big-toe", True, id="a left foot whose toes point at the viewer"),
        pytest.param("sole-left", "big-toe", True, id="a left sole, toes up"),
        pytest.param("side-left", "face", True, id="a head that shows its left side looks to the left"),
        pytest.param("profile-left", "face", True, id="a body that shows its left side looks to the left"),
    ],
)
def test_a_sheet_of_one_side_is_that_side_and_its_mirror_the_other(view: str, mark: str, is_at_the_left: bool) -> None:
    drawing = load_drawing(assets_dir())
    for name, is_left in ((view, is_at_the_left), (view.replace("left", "right"), not is_at_the_left)):
        shown = drawing.view(name)
        outline = next(one for one in shown.outlines if one.region == mark)
        assert (outline.centre[0] < shown.canvas[0] + shown.canvas[2] / 2) == is_left
