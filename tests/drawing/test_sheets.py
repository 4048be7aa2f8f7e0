"""The rules that an editor of the body map has to keep, each with the line that breaks it."""

import pytest

from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.outlines import painter_path
from spasm_gui.drawing.scan import scan
from spasm_gui.drawing.sheets import mirrored, read_sheets


def a_map(
    region: str = '<path id="front/calf-left" d="M10 10l20 0l0 20l-20 0z"/>',
    muscle: str = '<path id="front/calf-left/soleus" d="M12 12l9 0l0 9l-9 0z"/>',
    head: str = 'transform="translate(0 0)" data-canvas="0 0 100 100"',
    touch_head: str | None = None,
) -> bytes:
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<g id="art">
<g id="art/front" {head}>
<g id="front/tissue">
{muscle}
</g></g></g>
<g id="regions">
<g id="regions/front" {head if touch_head is None else touch_head}>
{region}
</g></g></svg>""".encode()


def test_a_view_gives_its_outlines_and_muscles() -> None:
    (sheet,) = read_sheets(scan(a_map(), "map.svg"), "map.svg")
    (outline,), (muscle,) = sheet.outlines, sheet.muscles
    assert (sheet.name, sheet.canvas) == ("front", (0, 0, 100, 100))
    assert (outline.region, outline.side, outline.centre) == ("calf", "left", (20, 20))
    assert outline.path == "M 10 10 L 30 10 L 30 30 L 10 30 Z"
    assert (muscle.muscle, muscle.region, muscle.side, muscle.centre) == ("soleus", "calf", "left", (16.5, 16.5))


def test_a_finer_outline_says_whose_part_it_is() -> None:
    data = a_map(region='<path id="front/thumb-left" data-part-of="hand" d="M10 10l20 0l0 20l-20 0z"/>')
    (sheet,) = read_sheets(scan(data, "map.svg"), "map.svg")
    (outline,) = sheet.outlines
    assert (outline.region, outline.part_of, outline.whole) == ("thumb", "hand", "hand")
    assert mirrored(outline, 50).whole == "hand"


def test_every_letter_that_an_editor_writes_gives_the_same_shape() -> None:
    ways = [
        "m10,10 20,0 0,20 -20,0z",
        "M10 10H30V30H10Z",
        "M10 10h20v20h-20z",
        "M 10 10 L 30 10 30 30 10 30 Z",
        "M10 10C12 10 30 10 30 10S30 20 30 30L10 30z",
    ]
    boxes = []
    for way in ways:
        data = a_map(region=f'<path id="front/calf-left" d="{way}"/>')
        (sheet,) = read_sheets(scan(data, "map.svg"), "map.svg")
        boxes.append((sheet.outlines[0].box, sheet.outlines[0].centre))
    assert boxes == [((10, 10, 20, 20), (20, 20))] * len(ways)


def test_a_sheet_of_one_side_gives_the_other_by_turning_it() -> None:
    (sheet,) = read_sheets(scan(a_map(), "map.svg"), "map.svg")
    other = mirrored(sheet.outlines[0], 50)
    assert (other.region, other.side, other.centre) == ("calf", "right", (80, 20))
    assert other.path == "M 90 10 L 70 10 L 70 30 L 90 30 Z"
    assert painter_path(other).boundingRect().getRect() == (70, 10, 20, 20)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(
            a_map(region='<path id="front/calf" d="M0 0l1 0l0 1z"/>'),
            "map.svg:9: the id 'front/calf' should read 'front/<region>-left' or '-right'",
            id="no side",
        ),
        pytest.param(
            a_map(region='<path id="back/calf-left" d="M0 0l1 0l0 1z"/>'),
            "map.svg:9: the id 'back/calf-left' should read 'front/<region>-left' or '-right'",
            id="another view's id",
        ),
        pytest.param(
            a_map(region='<path id="front/calf-left" transform="scale(2)" d="M0 0l1 0l0 1z"/>'),
            "map.svg:9: 'front/calf-left' has its own transform; apply it to the path",
            id="own transform",
        ),
        pytest.param(
            a_map(region='<path id="front/calf-left" d="M0 0a1 1 0 0 1 2 2z"/>'),
            "map.svg:9: 'front/calf-left' is not a path of lines and curves (M, L, H, V, C, S, Z): 'a' stands there",
            id="arc",
        ),
        pytest.param(
            a_map(region='<path id="front/calf-left" d="M0 0c1 1 2"/>'),
            "map.svg:9: 'front/calf-left' is not a path of lines and curves (M, L, H, V, C, S, Z): it ends too early",
            id="cut path",
        ),
        pytest.param(
            a_map(region=f'<path id="front/calf-left" d="M0 0{"l1 1l1 -1" * 60}z"/>'),
            "map.svg:9: 'front/calf-left' has 120 segments; simplify it to 100",
            id="too fine",
        ),
        pytest.param(
            a_map(region='<path id="front/calf-left" d=""/>'),
            "map.svg:9: 'front/calf-left' encloses nothing",
            id="empty path",
        ),
        pytest.param(a_map(region=""), "map.svg:8: 'regions/front' holds no outline", id="no outline"),
        pytest.param(
            a_map(touch_head='transform="translate(5 0)" data-canvas="0 0 100 100"'),
            "map.svg:8: 'regions/front' and 'art/front' (line 3) differ in transform; "
            "picture and touch would not lie on each other",
            id="moved apart",
        ),
        pytest.param(
            a_map(head='transform="scale(2)" data-canvas="0 0 100 100"'),
            "map.svg:3: 'art/front' has 'scale(2)'; a view may only be moved by translate",
            id="scaled view",
        ),
        pytest.param(
            a_map(head='data-canvas="0 0 100"'),
            "map.svg:3: 'art/front' needs data-canvas with x, y, width and height",
            id="no canvas",
        ),
        pytest.param(
            a_map(muscle='<path id="soleus" d="M0 0l1 0l0 1z"/>'),
            "map.svg:5: the id 'soleus' should read 'front/<region>-<side>/<muscle>'",
            id="muscle without region",
        ),
        pytest.param(
            a_map(region='<path id="front/calf-left" data-part-of="calf" d="M0 0l1 0l0 1z"/>'),
            "map.svg:9: 'front/calf-left' has data-part-of 'calf'; the id of another region was expected",
            id="part of itself",
        ),
        pytest.param(
            a_map(head='data-canvas="0 0 100 100" data-fade="down 3"'),
            "map.svg:3: data-fade of 'art/front' should read 'y 258 226', not 'down 3'",
            id="fade without numbers",
        ),
        pytest.param(
            a_map(head='data-canvas="0 0 100 ten"'),
            "map.svg:3: 'art/front' has data-canvas '0 0 100 ten': could not convert string to float: 'ten'",
            id="canvas in words",
        ),
        pytest.param(
            a_map(head='data-canvas="0 0 100 0"'),
            "map.svg:3: 'art/front' needs data-canvas with x, y, width and height",
            id="empty canvas",
        ),
        pytest.param(
            a_map(head='data-canvas="0 0 100 100" data-fade="y 1.2.3 4"'),
            "map.svg:3: 'art/front' has data-fade '1.2.3 4': could not convert string to float: '1.2.3'",
            id="fade that is no number",
        ),
        pytest.param(
            a_map(region='<path id="front/calf-left" d="M0 0l1e300 1l0 1e300z"/>'),
            "map.svg:9: 'front/calf-left' is not a path of lines and curves (M, L, H, V, C, S, Z): "
            "1e+300 lies beyond 10000",
            id="line to nowhere",
        ),
        pytest.param(
            a_map(region='<path id="front/calf-left" d="M0 0c1 1 2 2 1e999 0z"/>'),
            "map.svg:9: 'front/calf-left' is not a path of lines and curves (M, L, H, V, C, S, Z): "
            "inf lies beyond 10000",
            id="curve to nowhere",
        ),
        pytest.param(
            b'<svg xmlns="http://www.w3.org/2000/svg"><g id="art"/></svg>',
            "map.svg:1: the group 'regions' is missing",
            id="no regions",
        ),
    ],
)
def test_a_broken_rule_is_named_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(DrawingError) as caught:
        read_sheets(scan(data, "map.svg"), "map.svg")
    assert str(caught.value) == message
