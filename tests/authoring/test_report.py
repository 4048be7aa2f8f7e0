"""What `spasm-gui check` says: problems, warnings, counts."""

import json
from pathlib import Path
from typing import Any

import pytest

from spasm_gui.authoring.report import check
from tests.factories import a_library, a_muscle, a_night_cramp_library, a_region, write_library


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


def messages(folder: Path, assets: Path) -> list[str]:
    return [problem.message for problem in check(folder, assets).problems]


def test_a_library_that_holds_is_ok_and_counted(tmp_path: Path, assets: Path) -> None:
    outcome = check(write_library(tmp_path / "content", a_night_cramp_library()), assets)
    assert outcome.problems == ()
    assert outcome.ok
    assert outcome.counts == {
        "regions": 1,
        "muscles": 0,
        "findings": 4,
        "rules": 1,
        "causes": 2,
        "self_care": 1,
        "sources": 1,
        "cases": 0,
    }


def test_a_broken_library_gives_its_problems_and_no_proof(tmp_path: Path, assets: Path) -> None:
    folder = write_library(tmp_path / "content", a_night_cramp_library())
    (folder / "sources.yaml").unlink()
    outcome = check(folder, assets).as_json()
    assert outcome["ok"] is False
    assert outcome["problems"] == [{"file": "sources.yaml", "line": 1, "message": "this file is missing"}]
    assert outcome["warnings"] == []
    assert set(outcome["counts"].values()) == {0}
    assert outcome["proof"] == {}


def test_the_text_ends_in_a_verdict(tmp_path: Path, assets: Path) -> None:
    folder = write_library(tmp_path / "content", a_night_cramp_library())
    assert check(folder, assets).as_text().splitlines()[-1].startswith("The content holds.")
    (folder / "sources.yaml").unlink()
    text = check(folder, assets).as_text()
    assert text.splitlines()[0] == "problem  sources.yaml:1: this file is missing"
    assert text.splitlines()[-1] == "The content does not hold. 1 problem, 0 warnings."


def test_a_region_that_is_not_drawn_is_named_with_its_line(tmp_path: Path, assets: Path) -> None:
    library = a_library(a_region("calf"), a_region("shin"))
    folder = write_library(tmp_path / "content", library)
    first = check(folder, assets).problems[0]
    assert first.file == "regions.yaml"
    assert '"shin"' in (folder / "regions.yaml").read_text().splitlines()[first.line - 1]
    assert messages(folder, assets) == [
        "region 'shin': its left side has no outline in the view 'back'",
        "region 'shin': its right side has no outline in the view 'back'",
    ]


def test_an_outline_that_no_region_owns_is_named(tmp_path: Path) -> None:
    assets = draw(tmp_path / "assets", ("calf", "left"), ("calf", "right"), ("claf", "left"))
    folder = write_library(tmp_path / "content", a_library())
    assert messages(folder, assets) == [
        "the view 'back' outlines 'claf' (left), which is not in regions.yaml; did you mean 'calf'?"
    ]


def test_a_side_that_a_region_does_not_have_is_named(tmp_path: Path) -> None:
    assets = draw(tmp_path / "assets", ("calf", "left"), ("calf", "right"), ("calf", "middle"))
    folder = write_library(tmp_path / "content", a_library())
    assert messages(folder, assets) == [
        "the view 'back' outlines 'calf' (middle), but regions.yaml gives it no such side"
    ]


def test_a_view_must_be_named_by_the_regions_it_shows(tmp_path: Path, assets: Path) -> None:
    draw(assets, ("calf", "left"), ("calf", "right"), ("shin", "left"), ("shin", "right"), view="front")
    library = a_library(a_region("calf"), a_region("shin", views=("front",)))
    assert messages(write_library(tmp_path / "content", library), assets) == [
        "the view 'front' outlines 'calf' (left), but regions.yaml does not name this view for it",
        "the view 'front' outlines 'calf' (right), but regions.yaml does not name this view for it",
    ]


def test_a_view_that_is_not_drawn_is_named(tmp_path: Path, assets: Path) -> None:
    library = a_library(a_region("calf", views=("back", "bakc")))
    assert messages(write_library(tmp_path / "content", library), assets) == [
        "region 'calf': the drawing has no view 'bakc'; did you mean 'back'?"
    ]


def test_parts_in_a_close_up_need_no_entry(tmp_path: Path, assets: Path) -> None:
    draw(assets, ("heel", "left"), view="sole-left")
    assert messages(write_library(tmp_path / "content", a_library()), assets) == []


def test_a_muscle_must_be_drawn_unless_it_is_deep(tmp_path: Path) -> None:
    assets = draw(tmp_path / "assets", ("calf", "left"), ("calf", "right"), muscles=("soleus",))
    muscles = (a_muscle("soleus"), a_muscle("popliteus", shape=None), a_muscle("plantaris", shape="soleos"))
    library = a_library(a_region("calf", muscles=muscles))
    assert messages(write_library(tmp_path / "content", library), assets) == [
        "region 'calf': the shape 'soleos' of muscle 'plantaris' is not in the drawing; did you mean 'soleus'?"
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (None, "No such file or directory"),
        (b"{", "Input data was truncated"),
        (b'{"views": 3}', "Expected `array`, got `int` - at `$.views`"),
        (b" " * 4_000_001, "the file has 4,000,001 bytes; at most 4,000,000 are read"),
        (b"[" * 100_000, "maximum recursion depth exceeded while deserializing an object"),
    ],
    ids=["missing", "cut-short", "another-shape", "too-large", "too-deep"],
)
def test_outlines_that_cannot_be_read_are_one_clear_problem(tmp_path: Path, data: bytes | None, reason: str) -> None:
    path = tmp_path / "assets" / "pictures" / "outlines.json"
    path.parent.mkdir(parents=True)
    if data is not None:
        path.write_bytes(data)
    folder = write_library(tmp_path / "content", a_library())
    problems = [problem.message for problem in check(folder, tmp_path / "assets").problems]
    assert len(problems) == 1
    assert problems[0].startswith("the outlines of the body cannot be read: ")
    if data is None or b"[[" not in data:
        assert problems[0] == f"the outlines of the body cannot be read: {reason}; run: make pictures"


def test_the_content_and_the_drawing_of_this_program_agree() -> None:
    checkout = Path(__file__).resolve().parent.parent.parent
    assert check(checkout / "content", checkout / "assets").problems == ()
