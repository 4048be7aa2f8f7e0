"""PySide6 6.12.0 loses a reference to None on every call that returns nothing, under Python 3.11.

Some 5,000 such calls later the interpreter aborts, which is a few seconds of painting. From Python 3.12 on
None is immortal and nothing can be lost. This test is what keeps the cap on PySide6 in pyproject.toml.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

CALLS = 10_000

# Code around the measurement may hold or drop None a few times itself; the fault costs one per call.
SLACK = 50

# The fault brings the interpreter down when the count reaches zero, so a broken release would end the run
# before it could fail the test. Holding this many more keeps the count away from zero.
SPARE = 5 * CALLS

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on, so no reference can be lost"
)


def nones_lost_by(call: Callable[[], object]) -> int:
    spare = [None] * SPARE
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    lost = before - sys.getrefcount(None)
    # Give back what was lost before the spare ones are released, so that the rest of the run is sound.
    if lost > SLACK:
        _kept_for_good.append([None] * lost)
    del spare
    return lost


_kept_for_good: list[list[None]] = []


def test_path_calls_lose_no_reference_to_none() -> None:
    path = QPainterPath()
    point = QPointF(1, 2)
    assert abs(nones_lost_by(lambda: path.moveTo(1, 2))) < SLACK
    assert abs(nones_lost_by(lambda: path.lineTo(point))) < SLACK


def test_painter_calls_lose_no_reference_to_none(qapp: object) -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    try:
        assert abs(nones_lost_by(lambda: painter.drawLine(0, 0, 7, 7))) < SLACK
        assert abs(nones_lost_by(lambda: painter.translate(0, 0))) < SLACK
        assert abs(nones_lost_by(lambda: painter.setOpacity(0.5))) < SLACK
    finally:
        painter.end()
