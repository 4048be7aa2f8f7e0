import errno
import os
from pathlib import Path

import pytest

from spasm_gui.handout.save import NotSavedError, save


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    save(b"page", tmp_path / "plan.pdf")
    assert (tmp_path / "plan.pdf").read_bytes() == b"page"
    assert [one.name for one in tmp_path.iterdir()] == ["plan.pdf"]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"older")
    save(b"newer", tmp_path / "plan.pdf")
    assert (tmp_path / "plan.pdf").read_bytes() == b"newer"


def test_a_full_disk_leaves_the_older_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"older")

    def is_full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", is_full)
    with pytest.raises(NotSavedError, match=r"^No space left on device$"):
        save(b"newer", tmp_path / "plan.pdf")
    assert (tmp_path / "plan.pdf").read_bytes() == b"older"
    assert [one.name for one in tmp_path.iterdir()] == ["plan.pdf"]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotSavedError, match="No such file"):
        save(b"page", tmp_path / "gone" / "plan.pdf")


def test_a_folder_of_that_name_stays(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").mkdir()
    with pytest.raises(NotSavedError):
        save(b"page", tmp_path / "plan.pdf")
    assert [one.name for one in tmp_path.iterdir()] == ["plan.pdf"]
