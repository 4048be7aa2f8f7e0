"""The wheel carries everything, so it runs the same far from the checkout."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from spasm_gui.exit_statuses import CONTENT_PROBLEMS
from spasm_gui.knowledge.library import Library
from tests.factories import a_night_cramp_library, write_library

CHECKOUT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, without network, into a temporary folder."""
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=CHECKOUT)
    (built,) = folder.glob("*.whl")
    return built


def run(command: list[str], cwd: Path, environment: dict[str, str] | None = None, status: int = 0) -> str:
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    assert done.returncode == status, f"{command} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


def files_below(folder: str) -> set[str]:
    """What git has of a folder, as names that begin with that folder."""
    listed = run(["git", "ls-files", "-z", "--cached", "--", folder], cwd=CHECKOUT)
    return {name for name in listed.split("\0") if name and (CHECKOUT / name).is_file()}


@pytest.mark.parametrize("folder", ["assets", "content"])
def test_the_wheel_carries_every_file_of(folder: str, wheel: Path) -> None:
    if not (CHECKOUT / ".git").exists():
        pytest.skip("not a git checkout, so there is no list of files to compare with")
    expected = files_below(folder)
    assert expected, f"the checkout has no files in {folder}/"
    with zipfile.ZipFile(wheel) as archive:
        inside = {name: f"spasm_gui/_data/{name}" for name in expected}
        assert set(inside.values()) <= set(archive.namelist())
        other = [name for name in inside if archive.read(inside[name]) != (CHECKOUT / name).read_bytes()]
    assert other == []


def test_the_wheel_carries_no_test_and_no_second_copy(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    (info,) = (top for top in tops if top.endswith(".dist-info"))
    assert tops == {"spasm_gui", info}


def test_the_installed_wheel_reads_and_checks_content_far_from_the_checkout(
    wheel: Path, library: Library, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    run([*pip, "--no-index", "--no-deps", "--target", str(site), str(wheel)], cwd=tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    # Our own site-packages lend the libraries. The editable install there points at the checkout, so the
    # first line makes sure that it is the wheel that runs.
    libraries = str(Path(pytest.__file__).parent.parent)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(site), libraries])}
    origin = run([sys.executable, "-c", "import spasm_gui; print(spasm_gui.__file__)"], elsewhere, environment)
    assert Path(origin.strip()).is_relative_to(site)
    program = [sys.executable, "-m", "spasm_gui"]
    # Its content is the checkout's, byte by byte, and all checks begin with proving that; so here a tiny one is proved.
    regions = run([*program, "regions", "--json"], elsewhere, environment)
    assert [one["id"] for one in json.loads(regions)] == list(library.regions)
    tiny = write_library(tmp_path / "tiny", a_night_cramp_library())
    said = run([*program, "check", "--content", str(tiny)], elsewhere, environment, status=CONTENT_PROBLEMS)
    assert "Proof card" in said
    assert "which is not in regions.yaml" in said  # it has the drawing to compare with
