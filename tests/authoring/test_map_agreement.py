"""Content and drawing speak of the same regions, sides and muscles."""

import json
from pathlib import Path
from typing import Any

import pytest

from spasm_gui.authoring.map_agreement import map_problems
from spasm_gui.authoring.whereabouts import Whereabouts
from spasm_gui.knowledge.library import Library
from tests.factories import a_library, a_muscle, a_region


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """Assets in which the back of both calves is outlined."""
    return draw(tmp_path / "assets", ("calf", "left"), ("calf", "right"))


def draw(assets: Path, *outlines: tuple[str, str], view: str = "back", muscles: tuple[str, ...] = ()) -> Path:
    drawn = {
        "name": view,
        "outlines": [{"region": region, "side": side} for region, side in outlines],
        "muscles": [{"muscle": muscle} for muscle in muscles],
    }
    path = assets / "pictures" / "outlines.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    before: dict[str, Any] = json.loads(path.read_text()) if path.exists() else {"views": []}
    path.write_text(json.dumps({"views": [*before["views"], drawn]}))
    return assets


def messages(library: Library, assets: Path) -> list[str]:
    return [problem.message for problem in map_problems(library, assets, Whereabouts())]


def test_a_region_that_is_not_drawn_is_named(assets: Path) -> None:
    assert messages(a_library(a_region("calf"), a_region("shin")), assets) == [
        "region 'shin': its left side has no outline in the view 'back'",
        "region 'shin': its right side has no outline in the view 'back'",
    ]


def test_an_outline_that_no_region_owns_is_named(tmp_path: Path) -> None:
    assets = draw(tmp_path / "assets", ("calf", "left"), ("calf", "right"), ("claf", "left"))
    assert messages(a_library(), assets) == [
        "the view 'back' outlines 'claf' (left), which is not in regions.yaml; did you mean 'calf'?"
    ]


def test_a_side_that_a_region_does_not_have_is_named(tmp_path: Path) -> None:
    assets = draw(tmp_path / "assets", ("calf", "left"), ("calf", "right"), ("calf", "middle"))
    assert messages(a_library(), assets) == [
        "the view 'back' outlines 'calf' (middle), but regions.yaml gives it no such side"
    ]


def test_a_view_must_be_named_by_the_regions_it_shows(assets: Path) -> None:
    draw(assets, ("calf", "left"), ("calf", "right"), ("shin", "left"), ("shin", "right"), view="front")
    library = a_library(a_region("calf"), a_region("shin", views=("front",)))
    assert messages(library, assets) == [
        "the view 'front' outlines 'calf' (left), but regions.yaml does not name this view for it",
        "the view 'front' outlines 'calf' (right), but regions.yaml does not name this view for it",
    ]


def test_a_view_that_is_not_drawn_is_named(assets: Path) -> None:
    library = a_library(a_region("calf", views=("back", "bakc")))
    assert messages(library, assets) == ["region 'calf': the drawing has no view 'bakc'; did you mean 'back'?"]


def test_parts_in_a_close_up_need_no_entry(assets: Path) -> None:
    draw(assets, ("heel", "left"), view="sole-left")
    assert messages(a_library(), assets) == []


def test_a_muscle_must_be_drawn_unless_it_is_deep(tmp_path: Path) -> None:
    assets = draw(tmp_path / "assets", ("calf", "left"), ("calf", "right"), muscles=("soleus",))
    muscles = (a_muscle("soleus"), a_muscle("popliteus", shape=None), a_muscle("plantaris", shape="soleos"))
    library = a_library(a_region("calf", muscles=muscles))
    assert messages(library, assets) == [
        "region 'calf': the shape 'soleos' of muscle 'plantaris' is not in the drawing; did you mean 'soleus'?"
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (None, "No such file or directory"),
        (b"{", "Input data was truncated"),
        (b'{"views": 3}', "Expected `array`, got `int` - at `$.views`"),
        (b" " * 4_000_001, "the file has 4,000,001 bytes; at most 4,000,000 are read"),
        (b'{"views": [[[]]]}', "Expected `object`, got `array` - at `$.views[0]`"),
    ],
    ids=["missing", "cut-short", "another-shape", "too-large", "no-view"],
)
def test_outlines_that_cannot_be_read_are_one_clear_problem(tmp_path: Path, data: bytes | None, reason: str) -> None:
    path = tmp_path / "assets" / "pictures" / "outlines.json"
    path.parent.mkdir(parents=True)
    if data is not None:
        path.write_bytes(data)
    assert messages(a_library(), tmp_path / "assets") == [
        f"the outlines of the body cannot be read: {reason}; run: make pictures"
    ]
