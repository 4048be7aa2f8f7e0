"""The shipped script starts the kiosk inside a compositor, or on bare X, and ends as the program did."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.kiosk.supervisor import ASSETS, Supervisor, unit

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
        pipe = subprocess.PIPE
        running.append(subprocess.Popen(command, env=environment, stdout=pipe, stderr=subprocess.DEVNULL))
        return running[-1]

    yield started
    for one in running:
        one.kill()
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


TOOLS = ("Xvfb", "xinit")
MISSING = ", ".join(tool for tool in TOOLS if shutil.which(tool) is None)


@pytest.mark.slow
@pytest.mark.skipif(bool(MISSING), reason=f"bare X cannot be tried here; missing: {MISSING}")
def test_on_bare_x_the_kiosk_comes_up_and_a_kill_is_told() -> None:
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "program"
        program.write_text(
            f'#!/bin/sh\necho $$ >{folder}/pid\nexec {sys.executable} -m spasm_gui "$@"\n', encoding="utf-8"
        )
        program.chmod(0o700)
        screen = ["xinit", "--", str(shutil.which("Xvfb")), ":4711", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
        supervisor = Supervisor(Path(folder), watchdog_seconds=60, display="set by xinit")
        try:
            supervisor.start_script(screen, program)
            assert [supervisor.hear(60) for _ in range(2)] == ["READY=1"] * 2  # the server says it for itself, too
            os.kill(int((Path(folder) / "pid").read_text(encoding="ascii")), signal.SIGKILL)
            assert supervisor.process is not None
            assert supervisor.process.wait(30) == 128 + signal.SIGKILL
        finally:
            supervisor.close()
