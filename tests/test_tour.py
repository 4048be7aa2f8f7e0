"""The tour draws what it is told to, in the size it is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from spasm_gui import places, tour
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.screens import Screen


def few_stops(_library: Library) -> Iterator[tuple[str, tuple[tour.Step, ...]]]:
    yield "01-home", ()
    yield "02-calf", (tour.touch("calf"),)
    yield "03-stories", (tour.touch("calf"), tour.pass_until(Screen.STORIES))


def test_the_tour_draws_a_picture_for_every_stop(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tour, "stops", few_stops)
    status = tour.take(
        tmp_path / "out",
        content=places.content_dir(),
        size=(1024, 768),
        kiosk=False,
        theme="dark",
        text_size_percent=100,
    )
    assert status == 0
    drawn = {path.name: QImage(str(path)) for path in (tmp_path / "out").iterdir()}
    assert set(drawn) >= {"01-home.png", "02-calf.png", "03-stories.png", "90-content-problems.png"}
    assert {(one.width(), one.height()) for one in drawn.values()} == {(1024, 768)}
    assert len({bytes(one.constBits()) for one in drawn.values()}) == len(drawn)
    assert "02-calf.png" in capsys.readouterr().out


def test_every_stop_has_a_name_of_its_own(library: Library) -> None:
    names = [name for name, _ in tour.stops(library)]
    assert len(set(names)) == len(names)
