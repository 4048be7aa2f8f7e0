"""One error begins a new visit; a storm of errors ends the program, so that it is started afresh."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from spasm_gui.faults import GAVE_UP, beginning_anew, giving_up
from spasm_gui.kiosk.kiosk import Kiosk
from spasm_gui.knowledge.visit import Visit
from tests.kiosk.visitor import come, fill_in, settle

CHECKOUT = Path(__file__).resolve().parent.parent.parent


def test_the_fifth_fault_within_a_minute_gives_up_and_later_ones_are_silent() -> None:
    now = 0
    handled: list[str] = []
    ended: list[int] = []
    handle = giving_up(lambda _kind, error, _trace: handled.append(str(error)), lambda: ended.append(now), lambda: now)
    for number in range(1, 8):
        now += 1000
        handle(ValueError, ValueError(str(number)), None)
    assert handled == ["1", "2", "3", "4", "5"]
    assert ended == [5000, 6000, 7000]


def test_now_and_then_a_fault_is_no_reason_to_give_up() -> None:
    now = 0
    ended: list[int] = []
    handle = giving_up(lambda *_fault: None, lambda: ended.append(now), lambda: now)
    for _ in range(20):
        now += 20_000
        handle(ValueError, ValueError(), None)
    assert ended == []


def test_where_no_new_visit_can_begin_the_program_ends_and_no_word_of_an_error_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    ended: list[int] = []

    said = "the calf is swollen"

    def begin() -> None:
        raise ValueError(said)

    beginning_anew(begin, ended.append)(KeyError, KeyError("the chest hurts"), None)
    assert ended == [GAVE_UP]
    assert "an error nobody expected (KeyError)" in caplog.text
    assert "no new visit can begin (ValueError)" in caplog.text
    assert "swollen" not in caplog.text
    assert "chest" not in caplog.text


FAULTS_EVERYWHERE = """
import sys, threading
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from spasm_gui import cli
from spasm_gui.kiosk.kiosk import Kiosk
from spasm_gui.knowledge.finding import Answer
from spasm_gui.screens import visit_model
from tests.kiosk.visitor import LEFT_CALF, come

SAID = "limb-swollen is yes"

def fail():
    raise ValueError(SAID)

class Painted(QWidget):
    def paintEvent(self, event):
        self.hide()
        fail()

class Filter(QObject):
    def eventFilter(self, watched, event):
        QApplication.instance().removeEventFilter(self)
        fail()

def in_a_timer(window):
    QTimer.singleShot(0, window, fail)

def in_a_paint_event(window):
    painted = Painted(window)
    painted.resize(50, 50)
    painted.show()

def in_an_event_filter(window):
    window.listener = Filter()
    QApplication.instance().installEventFilter(window.listener)

def while_the_advice_is_worked_out(window):
    works = visit_model.assess
    def fails(*_of):
        visit_model.assess = works
        fail()
    visit_model.assess = fails
    QTimer.singleShot(0, window, lambda: window.model.answer("limb-swollen", Answer.YES))

def beside_the_visit(window):
    class Lost:
        def __del__(self):
            fail()
    Lost()
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()

ACTS = [beside_the_visit, in_a_timer, in_a_paint_event, in_an_event_filter, while_the_advice_is_worked_out]

def try_next(window):
    # One at a time, each from the loop of Qt: an error below another slot would be the error of that slot.
    if not ACTS:
        window.start_over = fail
        fail()
    act = ACTS.pop(0)
    window.touch(LEFT_CALF)
    window.model.answer("hard-breathing", Answer.YES)
    was = window.mode
    act(window)
    look_after(act, window, was)

def look_after(act, window, was):
    if window.mode == was and act is not beside_the_visit:
        QTimer.singleShot(10, window, lambda: look_after(act, window, was))
        return
    print(act.__name__, was, window.mode, len(window.model.visit.answers), flush=True)
    QTimer.singleShot(0, window, lambda: try_next(window))

begin = Kiosk.begin
def begin_and_fail(self):
    begin(self)
    QTimer.singleShot(0, self.window, lambda: try_next(come(self)))
Kiosk.begin = begin_and_fail
sys.exit(cli.main(["--kiosk", "--config", "kiosk-demo.toml"]))
"""


def test_wherever_a_kiosk_fails_an_outcome_that_was_shown_is_gone_and_no_answer_is_logged() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAULTS_EVERYWHERE],
        cwd=CHECKOUT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.splitlines() == [
        "beside_the_visit emergency emergency 1",
        "in_a_timer emergency home 0",
        "in_a_paint_event emergency home 0",
        "in_an_event_filter emergency home 0",
        "while_the_advice_is_worked_out emergency home 0",
    ], done.stderr
    assert done.returncode == GAVE_UP  # the last one kept even a new visit from beginning
    assert "is yes" not in done.stderr


def test_the_notice_of_a_fault_is_gone_with_the_next_visit(kiosk: Kiosk) -> None:
    window = fill_in(kiosk)
    window.start_over()
    window.show_notice("Something went wrong, so a new visit has begun. Nothing was kept.")
    settle()
    assert window.model.visit == Visit()
    assert window.findChild(QWidget, "notice") is not None
    kiosk.show_start()
    settle()
    come(kiosk)
    assert window.findChild(QWidget, "notice") is None
