"""The buttons on the advice page, on a laptop and on a kiosk."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.handout import printing
from spasm_gui.handout.phone import phone_text
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.mark import circle
from spasm_gui.screens import handout_page
from spasm_gui.screens.handout_actions import HandoutActions
from spasm_gui.screens.handout_figure import marked_figures
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.window import Window
from spasm_gui.tour import press, settle, stops
from tests.handout.plans import a_sheet, plan_of
from tests.handout.test_pdf import opened, words_of
from tests.handout.test_phone import read_by_a_phone

CHECKOUT = Path(__file__).resolve().parent.parent.parent
A4 = QPageSize.PageSizeId.A4


@pytest.fixture
def open_at_advice(qtbot: QtBot, program: object, library: Library) -> Iterator[object]:
    """Opens a window, without a drawing, at the advice on a night cramp."""
    windows: list[Window] = []

    def opened_at_advice(*, is_kiosk: bool = False, printer: str = "") -> Window:
        theme = Theme(app.tokens(), "light", is_kiosk=is_kiosk)
        window = Window(library, None, theme, emergency_number="112", reduced_motion=True, printer=printer)
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(1280, 800)
        window.show()
        for step in dict(stops(library))["20-advice-self-treat"]:
            step(window)
            settle()
        return window

    yield opened_at_advice
    for window in windows:
        window.close()


def buttons(window: Window) -> list[str]:
    names = [one.objectName() for one in window.panel.findChildren(QPushButton)]
    return [name for name in ("print", "savePdf", "toPhone") if name in names]


def outcome(window: Window) -> str:
    label = window.panel.findChild(QLabel, "takeAlongSays")
    assert isinstance(label, QLabel)
    return label.text()


def an_action(model: VisitModel, parent: QWidget, answer: str = "") -> HandoutActions:
    theme = Theme(app.tokens(), "light")
    return HandoutActions(
        model,
        theme,
        lambda: plan_of(model),
        lambda: model.visit.places,
        None,
        choose_path=lambda *_: answer,
        parent=parent,
    )


def test_a_laptop_prints_saves_and_shows(open_at_advice: object) -> None:
    assert callable(open_at_advice)
    assert buttons(open_at_advice()) == ["print", "savePdf", "toPhone"]


def test_a_kiosk_never_saves_and_prints_only_where_a_printer_was_set(open_at_advice: object) -> None:
    assert callable(open_at_advice)
    assert buttons(open_at_advice(is_kiosk=True)) == ["toPhone"]
    assert buttons(open_at_advice(is_kiosk=True, printer="desk")) == ["print", "toPhone"]


def test_a_kiosk_whose_printer_is_gone_says_so_without_a_dialog(
    open_at_advice: object, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert callable(open_at_advice)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _self: pytest.fail("a kiosk shows no dialog"))
    window = open_at_advice(is_kiosk=True, printer="no such printer")
    press("print")(window)
    assert outcome(window) == "This could not be printed. Is the printer switched on and connected?"
    assert "calf" not in caplog.text


def test_a_laptop_asks_where_to_print(
    program: object, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def to_a_file(dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        seen.append(printer.docName())
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return 1

    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QPrintDialog, "exec", to_a_file)
    assert printing.print_with_dialog(a_sheet(), A4, parent)
    assert seen == ["Spasm Map"]
    assert "Youcantreatthisyourself" in words_of(opened((tmp_path / "printed.pdf").read_bytes()))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _self: 0)
    assert not printing.print_with_dialog(a_sheet(), A4, parent)


def test_nothing_is_printed_on_a_printer_that_is_gone(program: object) -> None:
    with pytest.raises(printing.NotPrintedError):
        printing.print_silently(a_sheet(), A4, "no such printer")


def test_a_kiosk_sends_the_page_to_exactly_its_queue(
    program: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    class Info:
        @staticmethod
        def printerInfo(name: str) -> "Info":
            asked.append(name)
            return Info()

        def isNull(self) -> bool:
            return False

    def printer_of(_info: Info, mode: QPrinter.PrinterMode) -> QPrinter:
        printer = QPrinter(mode)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return printer

    printer_of.PrinterMode = QPrinter.PrinterMode  # type: ignore[attr-defined]
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrinterInfo", Info)
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrinter", printer_of)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _self: pytest.fail("a kiosk shows no dialog"))
    printing.print_silently(a_sheet(), A4, "desk")
    assert asked == ["desk"]
    assert "Youcantreatthisyourself" in words_of(opened((tmp_path / "printed.pdf").read_bytes()))


def test_a_full_disk_is_told_and_the_older_page_stays(
    qtbot: QtBot, night_cramp: VisitModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"older")

    def is_full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", is_full)
    action = an_action(night_cramp, parent, str(target))
    with qtbot.waitSignal(action.said) as caught:
        action.save_page()
    assert caught.args == ["This could not be saved there (No space left on device). A file of that name is as it was."]
    assert target.read_bytes() == b"older"
    assert [one.name for one in tmp_path.iterdir()] == ["plan.pdf"]


def test_what_the_pen_drew_goes_on_the_page(program: object, night_cramp: VisitModel) -> None:
    body = app.drawing()
    assert body is not None
    theme = Theme(app.tokens(), "light").figure
    (before,) = marked_figures(body, night_cramp.visit.places, night_cramp.marks, theme)
    night_cramp.change_marks(lambda marks: marks.adding(circle("back", body.view("back").outlines[0].centre, 60)))
    (after,) = marked_figures(body, night_cramp.visit.places, night_cramp.marks, theme)
    assert after != before
    night_cramp.change_marks(lambda marks: marks.adding(circle("front", body.view("front").outlines[0].centre, 60)))
    assert len(marked_figures(body, night_cramp.visit.places, night_cramp.marks, theme)) == 2


def test_the_advice_is_saved_where_the_person_says(qtbot: QtBot, night_cramp: VisitModel, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    target = tmp_path / "for me.pdf"
    action = an_action(night_cramp, parent, str(target))
    with qtbot.waitSignal(action.said) as caught:
        action.save_page()
    assert caught.args == ["Saved as for me.pdf."]
    assert "Youcantreatthisyourself" in words_of(opened(target.read_bytes()))


def test_a_screen_reader_gets_a_plain_page(qtbot: QtBot, night_cramp: VisitModel, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    an_action(night_cramp, parent, str(tmp_path / "plan.html")).save_page()
    assert "<h1>Advice: You can treat this yourself</h1>" in (tmp_path / "plan.html").read_text(encoding="utf-8")


def test_a_place_that_cannot_be_written_is_told_plainly(qtbot: QtBot, night_cramp: VisitModel, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    action = an_action(night_cramp, parent, str(tmp_path / "gone" / "plan.pdf"))
    with qtbot.waitSignal(action.said) as caught:
        action.save_page()
    words = "This could not be saved there (No such file or directory). A file of that name is as it was."
    assert caught.args == [words]


def test_who_thinks_better_of_it_leaves_no_file(
    qtbot: QtBot, night_cramp: VisitModel, tmp_path: Path, fresh_home: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    before = sorted(fresh_home.rglob("*"))
    action = an_action(night_cramp, parent, "")
    with qtbot.assertNotEmitted(action.said):
        action.save_page()
    assert sorted(fresh_home.rglob("*")) == before


def test_a_phone_reads_from_the_screen_what_stands_beside_the_square(open_at_advice: object) -> None:
    assert callable(open_at_advice)
    window = open_at_advice()
    press("toPhone")(window)
    settle()
    assert window.mode == "phone"
    square = window.panel.findChild(QWidget, "phoneSquare")
    words = window.panel.findChild(QLabel, "phoneText")
    assert isinstance(square, QWidget)
    assert isinstance(words, QLabel)
    assert read_by_a_phone(square.grab().toImage()) == words.text() == phone_text(plan_of(window.model))
    assert square.accessibleName()


@pytest.mark.parametrize("way", ["button", "escape", "start over"])
def test_the_phone_page_leads_back(open_at_advice: object, way: str) -> None:
    assert callable(open_at_advice)
    window = open_at_advice()
    press("toPhone")(window)
    settle()
    if way == "button":
        press("closePhone")(window)
    elif way == "escape":
        QTest.keyClick(window, Qt.Key.Key_Escape)
    else:
        window.start_over()
    settle()
    assert window.mode == ("home" if way == "start over" else "advice")


def test_the_start_loads_neither_printing_nor_the_square() -> None:
    script = "import sys, spasm_gui.app; print([m for m in ('segno', 'PySide6.QtPrintSupport') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=CHECKOUT, capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_plan_too_long_for_a_square_is_shown_in_words_with_its_way_back(
    qtbot: QtBot, night_cramp: VisitModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handout_page, "phone_text", lambda _handout: "word " * 4000)
    page = handout_page.PhonePage(plan_of(night_cramp), Theme(app.tokens(), "light"), 1000)
    qtbot.addWidget(page)
    assert page.findChild(QWidget, "phoneSquare") is None
    words = page.findChild(QLabel, "phoneText")
    assert words is not None
    assert words.text().startswith("word word")
    back = page.findChild(QPushButton, "closePhone")
    assert back is not None
    with qtbot.waitSignal(page.closed):
        back.click()
