"""A kiosk that cannot stay up is left alone for a while, and the screen asks people to turn to the staff."""

import os
import select
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kiosk.supervisor import ASSETS, Supervisor, unit

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="systemd and virtual terminals are of Linux alone")
KIOSK, NOTICE, SCREEN = "spasm-map-kiosk.service", "spasm-map-notice.service", "spasm-map-x.service"
INSTALLED_WITH_IT = (
    "/opt/spasm-map/kiosk.sh",
    "/opt/spasm-map/notice.sh",
    "/opt/spasm-map/bin/python",
    "/usr/bin/chvt",
    "/usr/bin/Xorg",
)


@pytest.fixture
def stand_in(tmp_path: Path) -> Iterator[Supervisor]:
    one = Supervisor(tmp_path, watchdog_seconds=60)
    yield one
    one.close()


def test_five_bad_ends_within_three_minutes_bring_the_notice_and_later_the_kiosk_again() -> None:
    kiosk, notice = unit(KIOSK, "Unit"), unit(NOTICE, "Unit")
    assert (kiosk["StartLimitBurst"], kiosk["StartLimitIntervalSec"]) == ("5", "180")
    assert kiosk["OnFailure"] == NOTICE
    # One that never comes up is ended by its time-out, and has to be counted, too.
    longest = float(unit()["TimeoutStartSec"]) + float(unit()["TimeoutStopSec"]) + float(unit()["RestartSec"])
    assert 5 * longest <= float(kiosk["StartLimitIntervalSec"])
    assert notice["OnFailure"] == KIOSK
    assert notice["Conflicts"] == KIOSK  # whoever starts the kiosk by hand ends the notice
    assert notice["StartLimitIntervalSec"] == "0"
    assert 300 <= int(unit(NOTICE)["RuntimeMaxSec"]) <= 3600


def test_the_notice_needs_nothing_that_may_have_crashed() -> None:
    script, _terminal, words = shlex.split(unit(NOTICE)["ExecStart"])
    assert (ASSETS / Path(script).name).stat().st_mode & 0o111
    text = (ASSETS / Path(words).name).read_text(encoding="utf-8")
    assert "ask at the front desk" in text and "recepción" in text
    program = (ASSETS / Path(script).name).read_text(encoding="utf-8")
    lines = [line for line in program.splitlines() if not line.startswith("#")]
    assert not any(word in line for line in lines for word in ("python", "spasm", "kiosk", "cage", "Xorg"))


@pytest.mark.parametrize("broken", ["config", "content"])
def test_a_kiosk_that_crashes_at_every_start_is_given_up_and_the_clinics_own_words_are_shown(
    broken: str, stand_in: Supervisor, tmp_path: Path
) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text(
        "clinic_name = " if broken == "config" else Path("kiosk-demo.toml").read_text(encoding="utf-8"),
        encoding="utf-8",
    )
    statuses = stand_in.keep_up(["--kiosk", "--config", str(config), "--content", str(tmp_path / "nowhere")])
    assert statuses == [2 if broken == "config" else 1] * 5
    words = tmp_path / "notice.txt"
    words.write_text("Please ring the bell beside the door.\nTóquese el timbre.\n", encoding="utf-8")
    assert "Please ring the bell beside the door.\r\nTóquese el timbre.\r\n" in shown_on_a_terminal(words)


def test_a_notice_whose_words_are_lost_still_asks_people_to_the_desk(tmp_path: Path) -> None:
    assert "Please ask at the front desk." in shown_on_a_terminal(tmp_path / "lost.txt")


def shown_on_a_terminal(words: Path) -> str:
    """What the shipped script writes to a terminal within its first moment."""
    ours, theirs = os.openpty()
    script, _terminal, _words = shlex.split(unit(NOTICE)["ExecStart"])
    command = [str(ASSETS / Path(script).name), os.ttyname(theirs), str(words)]
    shown = b""
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            while not shown.endswith(b".\r\n"):
                assert select.select([ours], [], [], 30)[0], shown
                shown += os.read(ours, 1000)
            assert process.poll() is None  # it stays
        finally:
            process.terminate()
    os.close(ours)
    os.close(theirs)
    return shown.decode("utf-8")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here")
def test_systemd_understands_the_shipped_units(tmp_path: Path) -> None:
    drop_in = tmp_path / f"{KIOSK}.d" / "x.conf"
    drop_in.parent.mkdir()
    for source, target in {
        KIOSK: tmp_path / KIOSK,
        NOTICE: tmp_path / NOTICE,
        SCREEN: tmp_path / SCREEN,
        "on-bare-x.conf": drop_in,
    }.items():
        text = (ASSETS / source).read_text(encoding="utf-8")
        for program in INSTALLED_WITH_IT:
            text = text.replace(program, "/bin/true")  # what has to be installed is not here
        target.write_text(text, encoding="utf-8")
    units = [str(tmp_path / name) for name in (KIOSK, NOTICE, SCREEN)]
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, timeout=60, check=False
    )
    said = [line for line in done.stderr.splitlines() if "spasm-map" in line and "seatd.service" not in line]
    assert said == []
