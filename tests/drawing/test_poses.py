"""The pictures of exercises are drawn from joints, are safe to draw, and are there for whatever content names them."""

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, qAlpha
from PySide6.QtSvg import QSvgRenderer

from spasm_gui import places
from spasm_gui.authoring.care_pictures import picture_problems
from spasm_gui.authoring.whereabouts import Whereabouts
from spasm_gui.drawing.pose_ink import Bone
from spasm_gui.drawing.poses import POSES, write_all
from spasm_gui.drawing.scan import scan
from spasm_gui.knowledge.library import Library

EXERCISES = places.assets_dir() / "exercises"
PICTURES = sorted(file.stem for file in EXERCISES.glob("*.svg"))


def inked_share(file: Path) -> float:
    """How much of a picture's ground is painted, 0 to 1."""
    image = QImage(120, 120, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(file)).render(painter, QRectF(0, 0, 120, 120))
    painter.end()
    inked = sum(qAlpha(image.pixel(x, y)) > 0 for x in range(120) for y in range(120))
    return inked / (120 * 120)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_safe_to_draw_and_shows_a_figure(name: str, qapp: object) -> None:
    file = EXERCISES / f"{name}.svg"
    scan(file.read_bytes(), file.name)
    assert 0.05 < inked_share(file) < 0.98


def test_the_pictures_are_those_that_the_poses_draw(tmp_path: Path) -> None:
    (tmp_path / POSES).write_bytes((EXERCISES / POSES).read_bytes())
    drawn = write_all(tmp_path)
    assert len(drawn) >= 20
    for file in drawn:
        assert file.read_bytes() == (EXERCISES / file.name).read_bytes(), (
            f"run python -m spasm_gui.drawing.poses: {file}"
        )


def test_every_picture_that_self_care_names_is_there(library: Library) -> None:
    assert list(picture_problems(library, places.assets_dir(), Whereabouts())) == []
    assert {care.picture for care in library.self_care.values()} - {None} == set(PICTURES)


def test_a_picture_that_is_missing_is_named_with_the_nearest_one(library: Library) -> None:
    care = next(iter(library.self_care.values()))
    wrong = msgspec.structs.replace(care, picture="stretch-calf-wal")
    messages = [
        problem.message
        for problem in picture_problems(
            replace(library, self_care={care.id: wrong}), places.assets_dir(), Whereabouts()
        )
    ]
    assert messages == ["picture 'stretch-calf-wal' is not in assets/exercises; did you mean 'stretch-calf-wall'?"]


def test_a_limb_holds_its_middle_and_nothing_beside_it() -> None:
    limb = Bone(0j, 10, 60 + 0j, 6)
    assert limb.holds(30 + 7j)
    assert not limb.holds(30 + 9j)
    assert not limb.holds(70 + 0j)


def test_a_part_of_a_limb_is_as_wide_as_the_limb_there() -> None:
    part = Bone(0j, 10, 60 + 0j, 6).part(0.5, 1)
    assert (part.start, part.start_width, part.end_width) == (30 + 0j, 8, 6)
