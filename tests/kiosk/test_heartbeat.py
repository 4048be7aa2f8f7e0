"""A supervisor hears that the program is up and that it still answers; killed or hanging, it comes back."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from spasm_gui.kiosk.heartbeat import Heartbeat, beat_ms, supervisor
from tests.kiosk.supervisor import Supervisor, unit

KILLS = 5  # bench/back_after_kill.py does it twenty times and takes the time
PATIENCE_SECONDS = 60.0

needs_systemd = pytest.mark.skipif(
    sys.platform != "linux" or supervisor({"NOTIFY_SOCKET": "@none"}) is None, reason="libsystemd is not here"
)


@pytest.fixture
def stand_in(tmp_path: Path) -> Iterator[Supervisor]:
    one = Supervisor(tmp_path, watchdog_seconds=0.9)
    yield one
    one.close()


def test_the_beat_comes_three_times_in_the_time_that_is_allowed() -> None:
    assert beat_ms({"WATCHDOG_USEC": "15000000"}) == 5000
    assert beat_ms({}) is None
    assert beat_ms({"WATCHDOG_USEC": "soon"}) is None


def test_where_nobody_listens_nothing_is_told() -> None:
    assert supervisor({}) is None


def test_it_says_ready_once_and_then_beats(qtbot: QtBot) -> None:
    said: list[str] = []
    parent = QObject()
    Heartbeat(said.append, 100, parent)
    qtbot.waitUntil(lambda: len(said) >= 3)
    assert said[:3] == ["READY=1", "WATCHDOG=1", "WATCHDOG=1"]


def test_the_shipped_unit_waits_for_the_word_and_brings_it_back() -> None:
    service = unit()
    assert (service["Type"], service["NotifyAccess"]) == ("notify", "all")
    assert service["Restart"] == "on-failure"
    assert float(service["RestartSec"]) <= 2
    assert 5 <= float(service["WatchdogSec"]) <= 30


@needs_systemd
def test_killed_again_and_again_it_is_back_at_its_start_screen(stand_in: Supervisor) -> None:
    for _ in range(KILLS):
        stand_in.start()
        assert stand_in.hear(PATIENCE_SECONDS) == "READY=1"
        stand_in.kill()


HANGS = """
import signal, sys
from spasm_gui import cli
from spasm_gui.kiosk.kiosk import Kiosk
begin = Kiosk.begin
def begin_and_hang(self):
    from PySide6.QtCore import QTimer
    begin(self)
    QTimer.singleShot(400, signal.pause)
Kiosk.begin = begin_and_hang
cli.main(sys.argv[1:])
"""


@needs_systemd
def test_a_program_that_hangs_goes_silent(stand_in: Supervisor) -> None:
    stand_in.start(HANGS)
    assert stand_in.hear(PATIENCE_SECONDS) == "READY=1"
    beats = 0
    while beats < 20 and stand_in.hear(5) != "silence":
        beats += 1
    assert beats < 20
    assert stand_in.process is not None
    assert stand_in.process.poll() is None  # it is still there; only a supervisor can end it
    stand_in.process.send_signal(signal.SIGABRT)
    assert stand_in.process.wait(10) == -signal.SIGABRT
