"""The pictures in the repository are of today's drawing, and a broken one is told, not shown."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

from spasm_gui.drawing import build
from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.outlines import Direction, contains, neighbour, region_at
from spasm_gui.drawing.pictures import BodyDrawing, BodyFigure, Layer, View, drawing_sha256, load_drawing
from spasm_gui.drawing.scan import scan
from spasm_gui.drawing.steps import finished
from spasm_gui.places import assets_dir

pytestmark = pytest.mark.usefixtures("qapp")

DRAWING = load_drawing(assets_dir())


def _every_view() -> list[View]:
    """Every view of the neutral figure, and the whole figures of the other."""
    other = load_drawing(assets_dir())
    other.show_figure(BodyFigure.FEMALE)
    neutral, female = (
        [drawing.view(name) for name in (*drawing.views, *drawing.views_from_the_side)] for drawing in (DRAWING, other)
    )
    return neutral + [view for view in female if view.figure is BodyFigure.FEMALE]


def test_the_figure_from_the_side_is_no_close_up_and_shows_one_side() -> None:
    assert DRAWING.views_from_the_side == ("profile-left", "profile-right")
    for name in DRAWING.views_from_the_side:
        view = DRAWING.view(name)
        assert view.is_from_the_side
        assert not view.is_close_up
        assert name not in DRAWING.views


def _name(view: View) -> str:
    return f"{view.figure.value}-{view.name}"


VIEWS = _every_view()
HALF_LINE_MM = 1.5
LEFT_IS_AT_THE_RIGHT = {"front", "head"}


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """A copy of the built pictures that a test may break."""
    shutil.copytree(assets_dir() / "pictures", tmp_path / "pictures")
    return tmp_path


@pytest.mark.parametrize("figure", BodyFigure)
def test_the_pictures_are_of_todays_drawing(figure: BodyFigure) -> None:
    folder = assets_dir() / figure.pictures
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["drawing_sha256"] == drawing_sha256(assets_dir(), figure), "the drawing changed; run: make pictures"
    present = {path.name for path in folder.iterdir() if path.is_file()} - {"manifest.json"}
    assert present == set(manifest["files"])


@pytest.mark.parametrize("figure", BodyFigure)
def test_a_drawing_stays_small_enough_to_be_edited_and_scanned(figure: BodyFigure) -> None:
    data = (assets_dir() / figure.drawing).read_bytes()
    assert len(data) <= 3_000_000
    assert scan(data, figure.drawing).tag == "svg"


def test_both_figures_have_the_same_regions_and_muscles_at_about_the_same_places() -> None:
    """Places and their points, such as those of arrows and of the round pictures, serve both."""
    for view in VIEWS:
        neutral = DRAWING.view(view.name)
        assert view.canvas == neutral.canvas
        assert [(one.region, one.side) for one in view.outlines] == [(one.region, one.side) for one in neutral.outlines]
        assert {(one.muscle, one.side) for one in view.muscles} == {(one.muscle, one.side) for one in neutral.muscles}
        for one, other in zip(view.outlines, neutral.outlines, strict=True):
            assert contains(one, other.centre), (view.name, one.region)


@pytest.mark.parametrize("view", VIEWS, ids=_name)
def test_regions_cover_the_body_without_holes_or_overlaps(view: View) -> None:
    DRAWING.show_figure(view.figure)
    skin = DRAWING.whole_picture(view, Layer.SKIN)
    DRAWING.show_figure(BodyFigure.NEUTRAL)
    x, y = view.canvas[:2]
    for row in range(2, skin.height(), 11):
        for column in range(2, skin.width(), 11):
            if skin.pixelColor(column, row).alpha() > 250:
                point = (x + (column + 0.5) / view.scale, y + (row + 0.5) / view.scale)
                hit = [one for one in view.outlines if contains(one, point)]
                assert len(hit) < 2, (point, [one.region for one in hit])
                # The line around the body lies half outside of it.
                assert hit or region_at(point, view.outlines, HALF_LINE_MM), point


@pytest.mark.parametrize("view", VIEWS, ids=_name)
def test_a_named_muscle_is_pointed_at_inside_the_body(view: View) -> None:
    for muscle in view.muscles:
        assert any(contains(one, muscle.centre) for one in view.outlines), muscle


def test_only_one_bodys_pictures_are_kept() -> None:
    drawing = load_drawing(assets_dir())
    neutral = drawing.whole_picture(drawing.view("front"), Layer.SKIN)
    drawing.show_figure(BodyFigure.FEMALE)
    female = drawing.whole_picture(drawing.view("front"), Layer.SKIN)
    assert (drawing.figure, drawing.view("front").figure) == (BodyFigure.FEMALE, BodyFigure.FEMALE)
    assert female != neutral
    assert drawing.view("palm-left").figure is BodyFigure.NEUTRAL
    drawing.show_figure(BodyFigure.NEUTRAL)
    assert drawing.whole_picture(drawing.view("front"), Layer.SKIN) == neutral


def test_a_figure_that_cannot_be_read_is_not_chosen(assets: Path) -> None:
    drawing = load_drawing(assets)
    assert drawing.figures == tuple(BodyFigure)
    (assets / "pictures" / "female" / "front-muscle.webp").unlink()
    with pytest.raises(DrawingError, match=r"front-muscle.webp: the file is missing"):
        drawing.show_figure(BodyFigure.FEMALE)
    assert (drawing.figure, drawing.view("front").figure) == (BodyFigure.NEUTRAL, BodyFigure.NEUTRAL)


def test_without_its_pictures_there_is_no_other_figure_to_choose(assets: Path) -> None:
    shutil.rmtree(assets / "pictures" / "female")
    assert load_drawing(assets).figures == (BodyFigure.NEUTRAL,)


def test_the_program_begins_with_the_front() -> None:
    assert DRAWING.views[:2] == ("front", "back")


@pytest.mark.parametrize("view", VIEWS, ids=_name)
def test_every_centre_hits_its_own_region(view: View) -> None:
    for outline in view.outlines:
        assert region_at(outline.centre, view.outlines, 0) is outline


@pytest.mark.parametrize("view", VIEWS, ids=_name)
def test_no_region_is_too_fine_or_empty(view: View) -> None:
    for outline in view.outlines:
        assert outline.radius > 4
        assert sum(outline.path.count(letter) for letter in "LC") <= 100


@pytest.mark.parametrize("view", VIEWS, ids=_name)
def test_left_is_the_patients_left(view: View) -> None:
    sides = {outline.side for outline in view.outlines}
    if len(sides) == 1:
        assert view.name.endswith(f"-{sides.pop()}")
        return
    for outline in view.outlines:
        is_at_the_right = outline.centre[0] > 500
        left_is_right = view.name in LEFT_IS_AT_THE_RIGHT
        assert is_at_the_right == ((outline.side == "left") == left_is_right), outline


@pytest.mark.parametrize("view", VIEWS, ids=_name)
def test_arrows_lead_from_every_region_to_every_other(view: View) -> None:
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
    image, covered = finished(DRAWING.sharp_picture(right, Layer.MUSCLE, area, 10))
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
    sharp, covered = finished(DRAWING.sharp_picture(view, Layer.MUSCLE, QRectF(x - 30, y - 30, 60, 60), 3))
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
            "manifest.json: it has not the expected shape (Expected `object`, got `array`); run: make pictures",
        ),
        (
            "outlines.json",
            lambda path: path.write_text('{"drawing_sha256": "0", "views": []}'),
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
    fill_with_rubbish(assets / "pictures" / "front-muscle-small.webp")
    with pytest.raises(DrawingError) as caught:
        load_drawing(assets)
    assert str(caught.value) == "front-muscle-small.webp: it is not a whole WebP picture; run: make pictures"


def test_a_small_picture_takes_the_place_of_a_large_one_with_rubbish_inside(
    assets: Path, caplog: pytest.LogCaptureFixture
) -> None:
    fill_with_rubbish(assets / "pictures" / "front-muscle.webp")
    drawing = load_drawing(assets)
    front = drawing.view("front")
    picture = drawing.whole_picture(front, Layer.MUSCLE)
    assert (picture.width(), picture.height()) == front.size
    assert "front-muscle.webp: it is not a whole WebP picture" in caplog.text
    with pytest.raises(DrawingError, match=r"front-muscle.webp: it is not a whole WebP picture"):
        BodyDrawing(assets, {"front": front}).whole_picture(front, Layer.MUSCLE)


def fill_with_rubbish(path: Path) -> None:
    path.write_bytes(b"\0" * path.stat().st_size)


def test_a_start_reads_the_small_picture_and_a_zoom_finds_the_large_one() -> None:
    drawing = load_drawing(assets_dir())
    front = drawing.view("front")
    assert front.small is not None
    small = drawing.whole_picture(front, Layer.SKIN, front.small.scale)
    assert (small.width(), small.height()) == front.small.size
    assert all(view.small is None for view in map(drawing.view, drawing.views[1:]))
    list(drawing.pictures_to_come())
    large = drawing.whole_picture(front, Layer.SKIN)
    assert (large.width(), large.height()) == front.size
    assert drawing.whole_picture(front, Layer.SKIN, front.small.scale) == small  # at rest it looks as before
    x, y = front.outlines[0].centre
    middles = [
        image.pixelColor(int((x - front.canvas[0]) * scale), int((y - front.canvas[1]) * scale))
        for image, scale in ((small, front.small.scale), (large, front.scale))
    ]
    assert abs(middles[0].red() - middles[1].red()) + abs(middles[0].green() - middles[1].green()) < 30


def test_the_build_gives_the_same_bytes_twice(tmp_path: Path) -> None:
    drawing = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<g id="art"><g id="art/palm" data-canvas="0 0 40 60"><path id="palm/silhouette" fill="#aa8877" d="M5 5h30v50h-30z"/>
<g id="palm/tissue"><path id="palm/thumb-left/thumb" fill="#cc5544" d="M10 10h9v30h-9z"/></g></g></g>
<g id="regions"><g id="regions/palm" data-canvas="0 0 40 60"><path id="palm/thumb-left" d="M5 5h30v50h-30z"/></g></g>
</svg>"""
    (tmp_path / "body_map.svg").write_text(drawing, encoding="utf-8")
    (tmp_path / "pictures" / "female").mkdir(parents=True)  # the other figure's folder is no file of this one
    build.build(tmp_path, BodyFigure.NEUTRAL)
    first = {path.name: path.read_bytes() for path in (tmp_path / "pictures").glob("*.*")}
    build.build(tmp_path, BodyFigure.NEUTRAL)
    assert {path.name: path.read_bytes() for path in (tmp_path / "pictures").glob("*.*")} == first
    built = load_drawing(tmp_path)
    assert built.views == ("palm-left", "palm-right")
    skin, muscle = (built.whole_picture(built.view("palm-left"), layer) for layer in Layer)
    middle = (int(14 * built.view("palm-left").scale), int(25 * built.view("palm-left").scale))
    assert skin.pixelColor(*middle).green() > muscle.pixelColor(*middle).green() + 20


def test_the_pictures_of_a_close_up_can_be_let_go() -> None:
    drawing = load_drawing(assets_dir())
    head, front = drawing.view("head"), drawing.view("front")
    kept = drawing.whole_picture(front, Layer.SKIN)
    before = drawing.whole_picture(head, Layer.SKIN)
    drawing.forget_close_ups()
    assert drawing.whole_picture(front, Layer.SKIN) is kept
    assert drawing.whole_picture(head, Layer.SKIN) is not before


def test_a_new_visit_begins_with_the_pictures_of_the_first_view_alone() -> None:
    drawing = load_drawing(assets_dir())
    front, back = drawing.view("front"), drawing.view("back")
    kept, before = (drawing.whole_picture(view, Layer.SKIN) for view in (front, back))
    drawing.keep_first_view()
    assert drawing.whole_picture(front, Layer.SKIN) is kept
    assert drawing.whole_picture(back, Layer.SKIN) is not before
