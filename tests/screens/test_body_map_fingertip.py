"""A fingertip of 9 mm on a kiosk: every region of every view is hit by its middle, and by a finger set down near it."""

import math

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.drawing.outlines import FINGERTIP_MM, distance_to_border, is_inside
from spasm_gui.drawing.pictures import load_drawing
from spasm_gui.places import assets_dir
from spasm_gui.screens.body_map import BodyMap
from spasm_gui.screens.body_map_buttons import RegionButton

DRAWING = load_drawing(assets_dir())
NAMES = {
    (outline.region, outline.side): f"{outline.side} {outline.region}"
    for name in DRAWING.views
    for outline in DRAWING.view(name).outlines
}
KIOSK = (1080, 800)  # the stage of a screen of 1080 x 1920
FINGERTIP_PX = FINGERTIP_MM * 96 / 25.4


def touched_at(body: BodyMap, point: QPointF) -> tuple[str, str] | None:
    """What a touch there means, or None."""
    touched: list[tuple[str, str]] = []

    def note(region: str, side: str, part: str) -> None:
        touched.append((part or region, side))

    body.part_touched.connect(note)
    body.hands.touched.emit(point, point)
    body.part_touched.disconnect(note)
    return touched[0] if touched else None


@pytest.fixture
def body(qtbot: QtBot) -> BodyMap:
    app.application()
    body = BodyMap(DRAWING, NAMES)
    qtbot.addWidget(body)
    body.set_reduced_motion(True)
    body.resize(*KIOSK)
    with qtbot.waitExposed(body):
        body.show()
    return body


@pytest.mark.parametrize("view", DRAWING.views)
def test_a_fingertip_hits_every_region_and_the_nearest_one_beside_it(body: BodyMap, view: str) -> None:
    body.show_view(view)
    buttons = body.findChildren(RegionButton)
    rings = {one.place: [points_of(ring) for ring in body.shape(*one.place).toSubpathPolygons()] for one in buttons}
    flat = {place: [tuple(value for point in ring for value in point) for ring in rings[place]] for place in rings}
    for place in rings:
        ring = max(rings[place], key=len)
        for index in range(0, len(ring), max(1, len(ring) // 6)):
            for turn in range(4):
                away = FINGERTIP_PX * 0.45
                x = ring[index][0] + away * math.cos(turn * math.pi / 2)
                y = ring[index][1] + away * math.sin(turn * math.pi / 2)
                found = touched_at(body, QPointF(x, y))
                assert found is not None, f"a finger {away:.0f} pixels beside {place} meets nothing"
                inside = [one for one in flat if is_inside(flat[one], (x, y))]
                if inside:
                    near_border = min(distance_to_border(flat[one], (x, y)) for one in inside) < 2
                    assert found in inside or near_border, f"{found} is touched inside {inside}"
                else:
                    nearest = min(distance_to_border(flat[one], (x, y)) for one in flat)
                    assert distance_to_border(flat[found], (x, y)) <= nearest + 2


@pytest.mark.parametrize("view", DRAWING.views)
def test_every_region_is_hit_by_its_own_middle(body: BodyMap, view: str) -> None:
    body.show_view(view)
    for button in body.findChildren(RegionButton):
        box, outline = body.shape(*button.place).boundingRect(), button.outline
        scale = box.width() / outline.box[2]
        middle = box.topLeft() + QPointF(outline.centre[0] - outline.box[0], outline.centre[1] - outline.box[1]) * scale
        assert touched_at(body, middle) == button.place


def test_far_from_the_body_nothing_is_touched(body: BodyMap) -> None:
    assert touched_at(body, QPointF(20, 400)) is None


def points_of(ring: QPolygonF) -> list[tuple[float, float]]:
    return [(ring.at(index).x(), ring.at(index).y()) for index in range(ring.size())]
