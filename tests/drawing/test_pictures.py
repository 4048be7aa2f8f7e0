"""The pictures in the repository are of today's drawing, and a broken one is told, not shown."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

from spasm_gui.drawing import build, pictures
from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.outlines import Direction, neighbour, region_at
from spasm_gui.drawing.pictures import Layer, drawing_sha256, load_drawing
from spasm_gui.places import assets_dir

pytestmark = pytest.mark.usefixtures("qapp")

DRAWING = load_drawing(assets_dir())
VIEWS = [DRAWING.view(name) for name in DRAWING.views]
LEFT_IS_AT_THE_RIGHT = {"front", "head"}


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """A copy of the built pictures that a test may break."""
    shutil.copytree(assets_dir() / "pictures", tmp_path / "pictures")
    return tmp_path


def test_the_pictures_are_of_todays_drawing() -> None:
    manifest = json.loads((assets_dir() / "pictures" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["drawing_sha256"] == drawing_sha256(assets_dir()), "the drawing changed; run: make pictures"
    present = {path.name for path in (assets_dir() / "pictures").iterdir()} - {"manifest.json"}
    assert present == set(manifest["files"])


def test_the_program_begins_with_the_front() -> None:
    assert DRAWING.views[:2] == ("front", "back")


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_centre_hits_its_own_region(view: pictures.View) -> None:
    for outline in view.outlines:
        assert region_at(outline.centre, view.outlines, 0) is outline


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_no_region_is_too_fine_or_empty(view: pictures.View) -> None:
    for outline in view.outlines:
        assert outline.radius > 4
        assert sum(outline.path.count(letter) for letter in "LC") <= 100


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_left_is_the_patients_left(view: pictures.View) -> None:
    sides = {outline.side for outline in view.outlines}
    if len(sides) == 1:
        assert view.name.endswith(f"-{sides.pop()}")
        return
    for outline in view.outlines:
        is_at_the_right = outline.centre[0] > 500
        left_is_right = view.name in LEFT_IS_AT_THE_RIGHT
        assert is_at_the_right == ((outline.side == "left") == left_is_right), outline


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_arrows_lead_from_every_region_to_every_other(view: pictures.View) -> None:
    for start in view.outlines:
        reached, waiting = {start}, [start]
        while waiting:
            here = waiting.pop()
            for direction in Direction:
                there = neighbour(here, direction, view.outlines)
                if there is not None and there not in reached:
                    reached.add(there)
                    waiting.append(there)
        assert len(reached) == len(view.outlines)


def test_a_muscle_can_be_pointed_at_on_its_own_side() -> None:
    left = DRAWING.view("back").muscle_centre("gastrocnemius-medial", "left")
    right = DRAWING.view("back").muscle_centre("gastrocnemius-medial", "right")
    assert left is not None
    assert right is not None
    assert left[0] < 500 < right[0]
    assert DRAWING.view("front").muscle_centre("gluteus-maximus", "left") is None


def test_the_other_hand_is_the_same_picture_turned() -> None:
    left, right = DRAWING.view("palm-left"), DRAWING.view("palm-right")
    turned = DRAWING.whole_picture(left, Layer.SKIN).transformed(QTransform.fromScale(-1, 1))
    assert DRAWING.whole_picture(right, Layer.SKIN) == turned
    area = QRectF(20, 100, 40, 40)
    image, covered = DRAWING.sharp_picture(right, Layer.MUSCLE, area, 10)
    assert covered.contains(area)
    assert not image.isNull()


def test_every_part_of_a_close_up_belongs_to_a_region_of_the_whole_figure() -> None:
    whole = {outline.region for view in VIEWS if not view.is_close_up for outline in view.outlines}
    for view in VIEWS:
        for outline in view.outlines:
            assert outline.whole in whole, (view.name, outline.region)
        assert sum(len(view.parts(*place)) for place in {(one.whole, one.side) for one in view.outlines}) == len(
            view.outlines
        )


@pytest.mark.parametrize(("view", "row"), [("head", -1), ("side-left", -1), ("palm-left", -1), ("foot-top-left", 0)])
def test_a_cut_edge_goes_out_into_the_paper(view: str, row: int) -> None:
    for layer in Layer:
        image = DRAWING.whole_picture(DRAWING.view(view), layer)
        y = row % image.height()
        assert max(image.pixelColor(x, y).alpha() for x in range(image.width())) == 0
        assert image.pixelColor(image.width() // 2, image.height() // 2).alpha() > 200


def test_a_sharp_part_shows_the_same_as_the_whole() -> None:
    view = DRAWING.view("back")
    whole = DRAWING.whole_picture(view, Layer.MUSCLE)
    x, y = view.outlines[0].centre
    sharp, covered = DRAWING.sharp_picture(view, Layer.MUSCLE, QRectF(x - 30, y - 30, 60, 60), 3)
    scale = sharp.width() / covered.width()
    there = sharp.pixelColor(int((x - covered.x()) * scale), int((y - covered.y()) * scale))
    here = whole.pixelColor(int(x * view.scale), int(y * view.scale))
    assert abs(there.red() - here.red()) + abs(there.green() - here.green()) < 30


def _cut_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize(
    ("name", "break_it", "message"),
    [
        ("front-skin.webp", Path.unlink, "front-skin.webp: the file is missing; run: make pictures"),
        ("outlines.json", Path.unlink, "outlines.json: the file is missing or cannot be read; run: make pictures"),
        ("manifest.json", _cut_half, "manifest.json: it is not JSON; run: make pictures"),
        (
            "manifest.json",
            lambda path: path.write_text("[]"),
            "manifest.json: it is not a JSON object; run: make pictures",
        ),
        (
            "outlines.json",
            lambda path: path.write_text('{"drawing_sha256": "0"}'),
            "outlines.json: it was made from another drawing than the pictures; run: make pictures",
        ),
    ],
)
def test_a_missing_or_broken_file_is_told(
    assets: Path, name: str, break_it: Callable[[Path], object], message: str
) -> None:
    break_it(assets / "pictures" / name)
    with pytest.raises(DrawingError) as caught:
        load_drawing(assets)
    assert str(caught.value) == message


def test_a_picture_cut_short_is_told(assets: Path) -> None:
    _cut_half(assets / "pictures" / "front-muscle.webp")
    with pytest.raises(DrawingError, match=r"front-muscle.webp: it has \d+ bytes instead of \d+; run: make"):
        load_drawing(assets)


def test_a_picture_with_rubbish_inside_is_told(assets: Path) -> None:
    path = assets / "pictures" / "front-muscle.webp"
    path.write_bytes(b"\0" * path.stat().st_size)
    with pytest.raises(DrawingError) as caught:
        load_drawing(assets)
    assert str(caught.value) == "front-muscle.webp: it is not a whole WebP picture; run: make pictures"


def test_the_build_gives_the_same_bytes_twice(tmp_path: Path) -> None:
    drawing = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<g id="art"><g id="art/palm" data-canvas="0 0 40 60"><path id="palm/silhouette" fill="#aa8877" d="M5 5h30v50h-30z"/>
<g id="palm/tissue"><path id="palm/thumb-left/thumb" fill="#cc5544" d="M10 10h9v30h-9z"/></g></g></g>
<g id="regions"><g id="regions/palm" data-canvas="0 0 40 60"><path id="palm/thumb-left" d="M5 5h30v50h-30z"/></g></g>
</svg>"""
    (tmp_path / "body_map.svg").write_text(drawing, encoding="utf-8")
    build.main(tmp_path)
    first = {path.name: path.read_bytes() for path in (tmp_path / "pictures").iterdir()}
    build.main(tmp_path)
    assert {path.name: path.read_bytes() for path in (tmp_path / "pictures").iterdir()} == first
    built = load_drawing(tmp_path)
    assert built.views == ("palm-left", "palm-right")
    skin, muscle = (built.whole_picture(built.view("palm-left"), layer) for layer in Layer)
    middle = (int(14 * built.view("palm-left").scale), int(25 * built.view("palm-left").scale))
    assert skin.pixelColor(*middle).green() > muscle.pixelColor(*middle).green() + 20
