"""Where rings lie: on the right side, on the right view, inside the body."""

import pytest
from PySide6.QtWidgets import QApplication

from spasm_gui import app
from spasm_gui.drawing.outlines import contains
from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.explaining import disturbed_spots
from spasm_gui.knowledge.cause import CauseId
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.screens.explain_shown import places_to_show, what_is_shown
from spasm_gui.screens.spot_points import rings


@pytest.fixture(scope="module")
def drawing(qapp: QApplication) -> BodyDrawing:
    body = app.drawing()
    assert body is not None
    return body


def at(region: str, side: str) -> Place:
    return Place(RegionId(region), Side(side))


def test_every_cause_has_a_ring_on_the_view_that_is_chosen_for_it(library: Library, drawing: BodyDrawing) -> None:
    for cause in library.causes.values():
        shown = what_is_shown(library, drawing, cause, places_to_show(library, cause, ()))
        assert shown.rings, cause.id


def test_every_ring_lies_on_the_body(library: Library, drawing: BodyDrawing) -> None:
    for cause in library.causes.values():
        shown = what_is_shown(library, drawing, cause, places_to_show(library, cause, ()))
        outlines = drawing.view(shown.view).outlines
        for ring in shown.rings:
            near = [(ring.point_map[0] + x, ring.point_map[1] + y) for x in (-14, 0, 14) for y in (-14, 0, 14)]
            assert any(contains(one, point) for one in outlines for point in near), (cause.id, ring)


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_facial_nerve_is_ringed_on_the_side_of_the_head_that_twitches(
    library: Library, drawing: BodyDrawing, side: str
) -> None:
    cause = library.causes[CauseId("hemifacial-spasm")]
    shown = what_is_shown(library, drawing, cause, (at("face", side),))
    assert shown.view == f"side-{side}"
    assert [ring.spot for ring in shown.rings] == ["facial-nerve"]
    ear = next(one for one in drawing.view(shown.view).outlines if one.region == "scalp")
    left, _, width, _ = ear.box
    behind = (shown.rings[0].point_map[0] - left) / width
    assert (behind > 0.4) if side == "left" else (behind < 0.6)


@pytest.mark.parametrize(("view", "side"), [("front", "left"), ("front", "right"), ("back", "left"), ("back", "right")])
def test_a_paired_spot_lies_on_the_side_that_hurts_in_every_view(
    library: Library, drawing: BodyDrawing, view: str, side: str
) -> None:
    spots = disturbed_spots(library, library.causes[CauseId("ulnar-nerve")])
    (ring,) = rings(spots, (at("hand", side),), drawing.view(view))
    is_at_viewers_right = ring.point_map[0] > 500
    assert is_at_viewers_right == ((view == "front") == (side == "left"))


def test_a_spot_of_the_muscle_goes_with_the_place_and_its_nerve_lies_nearer_to_the_spine(
    library: Library, drawing: BodyDrawing
) -> None:
    spots = disturbed_spots(library, library.causes[CauseId("night-leg-cramp")])
    nerve, fibre = rings(spots, (at("calf", "left"),), drawing.view("back"))
    outline = drawing.view("back").outline("calf", "left")
    assert outline is not None
    assert contains(outline, fibre.point_map)
    assert nerve.point_map[1] < fibre.point_map[1]


def test_angina_is_ringed_at_the_heart_with_an_arrow_to_the_jaw(library: Library, drawing: BodyDrawing) -> None:
    cause = library.causes[CauseId("stable-angina")]
    shown = what_is_shown(library, drawing, cause, (at("jaw", "left"),))
    (arrow,) = shown.arrows
    assert (arrow.to_region, arrow.mark) == ("jaw", "heart")
    assert arrow.from_point_map == shown.rings[0].point_map


def test_a_whole_body_cause_is_shown_where_it_hurts(library: Library) -> None:
    cause = next(one for one in library.causes.values() if set(one.regions) == {"many-places"})
    assert places_to_show(library, cause, (at("calf", "left"),)) == (at("calf", "left"),)
    assert places_to_show(library, cause, ())
