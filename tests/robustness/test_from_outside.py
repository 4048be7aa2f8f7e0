"""A visit looked at from outside the process: it opens no internet socket, and writes nothing of the visit anywhere."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.robustness.a_visit import TYPED

CHECKOUT = Path(__file__).resolve().parent.parent.parent
OF_THE_VISIT = ("limb-swollen", "calf", TYPED, TYPED.split()[0], "dvt", "16-49")
"""Words that a file written during the visit would hold if it held anything of it."""

MISSING = "" if shutil.which("strace") else "strace"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux" or bool(MISSING), reason=f"nobody can look in here; missing: {MISSING}"),
]


FILES = "openat,open,creat,rename,renameat,renameat2,link,linkat,memfd_create,mkdir"


def traced(folder: Path, calls: str, *around: str) -> list[str]:
    """The system calls of a visit made in a home of its own."""
    home, trace = folder / "home", folder / "trace"
    home.mkdir()
    environment = {
        "HOME": str(home),
        "TMPDIR": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "PATH": os.environ["PATH"],
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = ["strace", "-f", "-qq", "-s", "300", "-e", f"trace={calls}", "-o", str(trace)]
    done = subprocess.run(
        [*around, *command, sys.executable, "-m", "tests.robustness.a_visit"],
        cwd=CHECKOUT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return trace.read_text(encoding="utf-8", errors="replace").splitlines()


def is_a_network_cut_off_possible() -> bool:
    command = ["unshare", "--user", "--map-root-user", "--net", "true"]
    return shutil.which("unshare") is not None and subprocess.run(command, capture_output=True).returncode == 0


@dataclass(frozen=True)
class Traced:
    """A visit that was made, the folder with its home in it, and its system calls."""

    folder: Path
    calls: list[str]


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Traced:
    folder = tmp_path_factory.mktemp("visit")
    return Traced(folder, traced(folder, f"network,{FILES}"))


def internet_sockets(calls: list[str]) -> list[str]:
    return [call for call in calls if re.search(r"AF_INET6?\b", call)]


def test_a_visit_opens_no_internet_socket(visit: Traced) -> None:
    assert internet_sockets(visit.calls) == []


@pytest.mark.skipif(not is_a_network_cut_off_possible(), reason="the network cannot be cut off here")
def test_a_visit_is_the_same_where_there_is_no_network_at_all(tmp_path: Path) -> None:
    calls = traced(tmp_path, "network", "unshare", "--user", "--map-root-user", "--net")
    assert internet_sockets(calls) == []


def test_nothing_of_a_visit_is_in_any_file_that_was_written(visit: Traced) -> None:
    opened = [re.search(r'"([^"]+)", ([A-Z_|]+)', call) for call in visit.calls if "AF_UNIX" not in call]
    written = {one[1] for one in opened if one and re.search("O_WRONLY|O_RDWR|O_CREAT", one[2])}
    outside = {name for name in written if not name.startswith(("/dev/", "/proc/", str(visit.folder)))}
    assert outside == set(), "written outside the home"
    files = [path for path in visit.folder.rglob("*") if path.is_file() and path.name != "trace"]
    assert [path.name for path in files] == ["preferences.toml"]  # the look that was chosen
    for path in files:
        data = path.read_bytes()
        assert [word for word in OF_THE_VISIT if word.encode() in data] == [], path
