"""The whole program put together: how it starts, ends, watches content, and what an error nobody expected does."""

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app, places
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.languages import Languages
from spasm_gui.reading.errors import ContentError
from spasm_gui.reading.library import read_library
from spasm_gui.screens.body_map import BodyMap
from spasm_gui.screens.problems_page import ProblemsPage
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.window import Window
from spasm_gui.settings import Preferences
from spasm_gui.tour import settle
from tests.factories import a_finding, a_library, a_rule, write_library

CALF = Place(RegionId("calf"), Side.LEFT)
Run = Callable[[Path, Callable[[QWidget], None]], int]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small content folder that an author edits: one calf, one danger sign."""
    return write_library(tmp_path / "content", a_library(a_finding("swollen"), a_rule("clot", when="swollen")))


@pytest.fixture
def run(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the program; while it would run, something is done with the window it shows. Returns the exit status."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back afterwards
    monkeypatch.setattr(app, "_stop_on_signals", lambda _app: None)
    monkeypatch.setattr(logging, "basicConfig", lambda **_options: None)

    def ran(content: Path, meanwhile: Callable[[QWidget], None]) -> int:
        def use_the_window(*_self: object) -> int:
            settle()
            shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
            assert len(shown) == 1
            qtbot.addWidget(shown[0])
            meanwhile(shown[0])
            return 0

        monkeypatch.setattr(QApplication, "exec", use_the_window)
        return app.run(content=content, language="en", watch=False)

    return ran


def texts(widget: QWidget) -> list[str]:
    labels = [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]
    return [*labels, *(one.text() for one in widget.findChildren(QAbstractButton) if one.isVisible())]


# ------------------------------------------------------------------ starting


def test_good_content_opens_the_body(run: Run) -> None:
    def meanwhile(window: QWidget) -> None:
        assert isinstance(window, Window)
        assert window.findChild(BodyMap) is not None

    assert run(places.content_dir(), meanwhile) == 0


def test_broken_content_shows_its_problems_and_no_body(run: Run, folder: Path) -> None:
    (folder / "rules" / "all.yaml").write_text("rules:\n  - id: clot\n    when: swolen\n", encoding="utf-8")

    def meanwhile(window: QWidget) -> None:
        assert isinstance(window, ProblemsPage)
        assert window.findChild(BodyMap) is None
        assert any("rules/all.yaml, line" in text for text in texts(window))

    assert run(folder, meanwhile) == 0


def test_problems_are_shown_as_they_were_typed(qtbot: QtBot, folder: Path) -> None:
    (folder / "library.yaml").write_text("version: 1\n<b>&bold</b>: 2\n", encoding="utf-8")
    app.application()
    with pytest.raises(ContentError) as caught:
        read_library(folder)
    page = app.problems_window(caught.value, Theme(app.tokens(), "light", 1.0))
    qtbot.addWidget(page)
    page.show()
    assert any("<b>&bold</b>" in text for text in texts(page))


def test_without_a_drawing_the_list_takes_its_place(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(places, "assets_dir", lambda: tmp_path)
        assert app.drawing() is None
    assert "a list takes its place" in caplog.text


# ------------------------------------------------------------------ editing content


class Author:
    """Edits content while the program shows it."""

    def __init__(self, qtbot: QtBot, folder: Path, window: Window) -> None:
        self.qtbot, self.folder, self.window = qtbot, folder, window
        self.watcher = app.ContentWatcher(folder, window, Languages(folder, window.model.library))
        self.watcher.setParent(window)

    def saves(self, library: Library) -> None:
        write_library(self.folder, library)

    def breaks_a_rule(self) -> None:
        (self.folder / "rules" / "all.yaml").write_text("rules: [", encoding="utf-8")

    def notice(self) -> str:
        bar = self.window.findChild(QWidget, "notice")
        return " ".join(texts(bar)) if bar is not None and bar.isVisible() else ""

    def knows(self, finding: str) -> bool:
        return finding in self.window.model.library.findings

    def waits(self, until: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(lambda: settle() or until(), timeout=10_000)  # type: ignore[func-returns-value]


@pytest.fixture
def author(qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Author:
    app.application()
    monkeypatch.setattr(app, "drawing", lambda: None)
    window = app.main_window(read_library(folder), Theme(app.tokens(), "light", 1.0), Preferences(None))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.touch(CALF)
    settle()
    return Author(qtbot, folder, window)


def test_an_edit_is_taken_at_once_and_the_visit_goes_on(author: Author) -> None:
    author.window.model.answer("swollen", Answer.YES)
    author.saves(a_library(a_finding("swollen"), a_finding("hot"), a_rule("clot", when="swollen")))
    author.waits(lambda: author.knows("hot"))
    assert author.window.model.visit.places == (CALF,)
    assert author.window.model.visit.answers["swollen"] is Answer.YES
    assert author.notice() == ""


def test_a_broken_edit_keeps_the_last_good_content_and_says_why(author: Author) -> None:
    author.breaks_a_rule()
    author.waits(lambda: "rules/all.yaml" in author.notice())
    assert author.knows("swollen")
    assert author.window.model.visit.places == (CALF,)


def test_a_mended_edit_is_taken_and_the_bar_goes(author: Author) -> None:
    author.breaks_a_rule()
    author.waits(lambda: bool(author.notice()))
    author.saves(a_library(a_finding("swollen"), a_finding("hot"), a_rule("clot", when="swollen")))
    author.waits(lambda: author.knows("hot") and not author.notice())


def test_a_new_file_is_seen_too(author: Author) -> None:
    extra = a_library(a_finding("extra"), a_rule("other", when="extra"))
    write_library(author.folder.parent / "other", extra)
    text = (author.folder.parent / "other" / "rules" / "all.yaml").read_text(encoding="utf-8")
    (author.folder / "rules" / "more.yaml").write_text(text, encoding="utf-8")
    author.waits(lambda: "rules/more.yaml" in author.notice())  # it names a finding that is not there yet


def test_answers_that_the_edited_content_no_longer_knows_are_dropped(author: Author) -> None:
    author.window.model.answer("swollen", Answer.YES)
    author.saves(a_library(a_finding("hot"), a_rule("clot", when="hot")))
    author.waits(lambda: author.knows("hot"))
    assert "swollen" not in author.window.model.visit.answers


# ------------------------------------------------------------------ as a program of its own


def started(code: str, **environment: str) -> subprocess.Popen[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    return subprocess.Popen(
        [sys.executable, "-c", code],
        env={**kept, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


RUNNING = """
from PySide6.QtCore import QTimer
from spasm_gui import app, places
app.application()
QTimer.singleShot(0, lambda: print("running", flush=True))
raise SystemExit(app.run(content=places.content_dir(), language="en", watch=False))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "Ctrl+C"])
def test_a_signal_ends_the_program_cleanly(number: signal.Signals) -> None:
    with started(RUNNING, QT_QPA_PLATFORM="offscreen") as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "running\n"
        program.send_signal(number)
        output, errors = program.communicate(timeout=20)
    assert (program.returncode, output, errors) == (0, "", "")


FAULT = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from spasm_gui import app, places
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.screens.window import Window
app.application()
def window():
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window))
def fail():
    window().touch(Place(RegionId("calf"), Side.LEFT))
    window().model.answer("limb-swollen", Answer.YES)
    QTimer.singleShot(0, tell)
    raise KeyError(window().model.visit)
def tell():
    words = [one.text() for one in window().findChildren(QLabel) if one.isVisible()]
    print(window().mode, window().model.visit.places, any("Something went wrong" in one for one in words))
    QApplication.exit(0)
QTimer.singleShot(0, fail)
raise SystemExit(app.run(content=places.content_dir(), language="en", watch=False))
"""


def test_an_error_in_a_slot_begins_a_new_visit_and_logs_no_answers() -> None:
    with started(FAULT, QT_QPA_PLATFORM="offscreen") as program:
        output, errors = program.communicate(timeout=60)
    assert (program.returncode, output) == (0, "home () True\n")
    assert "an error nobody expected (KeyError); a new visit begins" in errors
    assert "swollen" not in errors
    assert "calf" not in errors


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen")
def test_without_a_screen_the_program_ends_with_three_and_no_traceback() -> None:
    with started("from spasm_gui.cli import main; raise SystemExit(main(['run']))") as program:
        output, errors = program.communicate(timeout=20)
    assert program.returncode == 3
    assert output == ""
    assert "Traceback" not in errors
    assert len(errors.strip().splitlines()) == 1
