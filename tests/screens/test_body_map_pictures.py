"""Which ready pictures serve the stage, and when they are made sharp."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, QSize
from pytestqt.qtbot import QtBot

from spasm_gui import app, places
from spasm_gui.drawing.pictures import BodyDrawing, load_drawing
from spasm_gui.screens.body_map_framing import Framing
from spasm_gui.screens.body_map_pictures import Pictures, Shot
from spasm_gui.screens.body_map_stills import make_still, needs_sharp
from spasm_gui.screens.theme import Theme

pytestmark = pytest.mark.usefixtures("qapp")

STAGE = QSize(704, 714)


@pytest.fixture(scope="module")
def drawing(qapp: object) -> BodyDrawing:
    return load_drawing(places.assets_dir())


@pytest.fixture
def parent() -> QObject:
    return QObject()


def whole_shot(drawing: BodyDrawing, offset_x: float = 152.0) -> Shot:
    framing = Framing(0.36, offset_x, 20.0)
    theme = Theme(app.tokens(), "light").figure
    return Shot(drawing.view(drawing.views[0]), theme, framing, framing, STAGE, 1.0)


def close_shot(drawing: BodyDrawing, offset_y: float) -> Shot:
    shot = replace(whole_shot(drawing), framing=Framing(1.5, -400.0, offset_y))
    assert needs_sharp(shot.view, shot.framing, shot.ratio)
    return shot


def test_a_figure_that_only_moves_aside_needs_no_new_picture(drawing: BodyDrawing, parent: QObject) -> None:
    pictures = Pictures(drawing, parent)
    wide, narrow = whole_shot(drawing), replace(whole_shot(drawing, 75.0), stage=QSize(550, 714))
    before = pictures.still(wide, is_moving=False)
    after = pictures.still(narrow, is_moving=False)
    assert after.idle is before.idle
    assert after.area.x() == before.area.x() - 77
    made_anew = make_still(drawing, narrow.view, narrow.theme, narrow.framing, narrow.stage, 1.0)
    left = round(made_anew.area.x() - after.area.x())
    top = round(made_anew.area.y() - after.area.y())
    seen = after.beside.toImage().copy(left, top, made_anew.beside.width(), made_anew.beside.height())
    assert seen == made_anew.beside.toImage()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"framing": Framing(0.3, 152.0, 20.0)}, id="smaller"),
        pytest.param({"stage": QSize(704, 400), "framing": Framing(0.36, 152.0, -200.0)}, id="and then cut above"),
    ],
)
def test_a_picture_that_is_drawn_otherwise_is_made_anew(
    drawing: BodyDrawing, parent: QObject, change: dict[str, object]
) -> None:
    pictures = Pictures(drawing, parent)
    cut = replace(whole_shot(drawing), stage=QSize(704, 300))
    before = pictures.still(cut, is_moving=False)
    after = pictures.still(replace(cut, **change), is_moving=False)
    assert after.idle is not before.idle


def test_a_place_left_while_its_picture_is_made_sharp_is_never_shown_again(
    qtbot: QtBot, drawing: BodyDrawing, parent: QObject
) -> None:
    pictures = Pictures(drawing, parent)
    calf, thigh = close_shot(drawing, -1900.0), close_shot(drawing, -1500.0)
    with qtbot.waitSignal(pictures.sharpened):
        enlarged = pictures.still(calf, is_moving=False)
        assert enlarged.framing != calf.framing
        assert pictures.still(thigh, is_moving=False) is enlarged
    sharp = pictures.still(thigh, is_moving=False)
    assert sharp.framing == thigh.framing
    assert (
        sharp.idle.toImage() == make_still(drawing, thigh.view, thigh.theme, thigh.framing, STAGE, 1.0).idle.toImage()
    )
