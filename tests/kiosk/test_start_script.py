"""The shipped script starts the kiosk inside a compositor and ends as the program did; on bare X none is needed."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.kiosk.supervisor import ASSETS, unit

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the script is for systemd, which is of Linux alone")
SCREEN_THAT_SAYS_ALL_IS_WELL = """#!/bin/sh
"$@"
exit 0
"""
SCREEN_THAT_CRASHES = """#!/bin/sh
kill -ABRT $$
"""

Start = Callable[[str, str], "subprocess.Popen[bytes]"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a program inside a screen, both given as shell scripts."""
    running: list[subprocess.Popen[bytes]] = []

    def started(screen: str, program: str) -> subprocess.Popen[bytes]:
        for name, text in (("screen", screen), ("program", f"#!/bin/sh\n{program}\n")):
            (tmp_path / name).write_text(text, encoding="utf-8")
            (tmp_path / name).chmod(0o700)
        environment = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path), "SPASM_MAP_PROGRAM": str(tmp_path / "program")}
        command = [str(ASSETS / "kiosk.sh"), str(tmp_path / "screen")]
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        running.append(subprocess.Popen(command, env=environment, stdout=pipe, stderr=nothing, start_new_session=True))
        return running[-1]

    yield started
    for one in running:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(one.pid, signal.SIGKILL)  # with the program, which outlives the script and holds its pipe
        one.communicate()


@pytest.mark.parametrize(
    ("program", "status"),
    [
        pytest.param("exit 0", 0, id="the PIN"),
        pytest.param("exit 70", 70, id="five unexpected errors"),
        pytest.param("exit 2", 2, id="a slip in kiosk.toml"),
        pytest.param("kill -KILL $$", 128 + signal.SIGKILL, id="killed"),
        pytest.param("kill -SEGV $$", 128 + signal.SIGSEGV, id="crashed"),
    ],
)
def test_a_screen_that_always_says_all_is_well_hides_no_end_of_the_program(
    program: str, status: int, start: Start
) -> None:
    assert start(SCREEN_THAT_SAYS_ALL_IS_WELL, program).wait(20) == status


def test_a_screen_that_crashes_is_no_farewell_either(start: Start) -> None:
    assert start(SCREEN_THAT_CRASHES, "exit 0").wait(20) == 1


def test_an_older_farewell_does_not_count(start: Start) -> None:
    assert start(SCREEN_THAT_SAYS_ALL_IS_WELL, "exit 0").wait(20) == 0
    assert start(SCREEN_THAT_CRASHES, "exit 0").wait(20) == 1


def test_whoever_stops_it_gets_an_end_that_systemd_leaves_alone(start: Start) -> None:
    process = start(SCREEN_THAT_SAYS_ALL_IS_WELL, "echo up; exec sleep 60")
    assert process.stdout is not None
    assert process.stdout.readline() == b"up\n"
    process.terminate()
    assert process.wait(20) == 0


def test_the_unit_starts_it_where_the_program_is_heard() -> None:
    service = unit()
    assert service["ExecStart"] == "/opt/spasm-map/kiosk.sh cage -d --"
    assert "PAMName" not in service  # a session would be a scope of its own, from which no word reaches the service
    assert service["KillMode"] == "mixed"
    assert service["ProtectHome"] == "true" and "/run/user" not in service["Environment"]


def test_on_bare_x_the_program_itself_is_what_systemd_starts() -> None:
    service, screen = unit("on-bare-x.conf"), unit("spasm-map-x.service")
    assert service["ExecStart"].startswith("/opt/spasm-map/bin/python -I -m spasm_gui --kiosk --config ")
    assert service["PrivateTmp"] == "false"
    assert unit("on-bare-x.conf", "Unit")["Requires"] == "spasm-map-x.service"
    assert (screen["Type"], screen["Restart"]) == ("notify", "always")
    assert {"-nolisten", "vt7"} <= set(screen["ExecStart"].split())
