"""A drawing is bounded before Qt sees it. `refused/` holds tiny bad files, each beside its message."""

import tracemalloc
from pathlib import Path

import pytest

from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.scan import MAX_BYTES, MAX_ELEMENTS, scan
from spasm_gui.places import assets_dir

REFUSED = Path(__file__).parent / "refused"
HEAD = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'


@pytest.mark.parametrize("bad", sorted(REFUSED.glob("*.svg")), ids=lambda path: path.stem)
def test_a_bad_drawing_is_refused_with_its_message(bad: Path) -> None:
    with pytest.raises(DrawingError) as caught:
        scan(bad.read_bytes(), bad.name)
    assert str(caught.value) == bad.with_suffix(".txt").read_text(encoding="utf-8").strip()


def test_a_drawing_may_have_three_million_bytes_and_no_more() -> None:
    filler = b" " * (MAX_BYTES - len(HEAD) - len(b"</svg>"))
    assert scan(HEAD + filler + b"</svg>", "full.svg").tag == "svg"
    with pytest.raises(DrawingError) as caught:
        scan(HEAD + filler + b" </svg>", "full.svg")
    assert str(caught.value) == "full.svg: the file has 3,000,001 bytes; a drawing may have 3,000,000"


def test_too_many_elements_are_refused_while_they_are_read() -> None:
    data = HEAD + b"<g/>\n" * (MAX_ELEMENTS * 10) + b"</svg>"
    tracemalloc.start()
    with pytest.raises(DrawingError) as caught:
        scan(data, "many.svg")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert str(caught.value) == "many.svg:5000: more than 5,000 elements; simplify the drawing"
    assert peak < 20_000_000


def test_what_an_editor_keeps_for_itself_is_passed_over() -> None:
    data = b"""\xef\xbb\xbf<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
     viewBox="0 0 10 10" inkscape:export-filename="a.png"><!-- a note -->
<inkscape:namedview id="v"><inkscape:grid/></inkscape:namedview>
<g id="a" inkscape:label="A"><path id="b" style="fill:url(#c)" d="M0 0h1z"/></g></svg>"""
    root = scan(data, "inkscape.svg")
    assert [node.attributes for node in root.children] == [{"id": "a"}]
    assert root.children[0].children[0].line == 5


@pytest.mark.parametrize("drawing", sorted(assets_dir().rglob("*.svg")), ids=lambda path: path.stem)
def test_our_own_drawings_pass(drawing: Path) -> None:
    scan(drawing.read_bytes(), drawing.name)
