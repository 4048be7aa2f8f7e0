from pathlib import Path

import pytest

from spasm_gui import places


def test_the_checkout_keeps_its_folders_at_the_top(tmp_path: Path) -> None:
    package = tmp_path / "spasm_gui"
    package.mkdir()
    (tmp_path / "content").mkdir()
    assert places.data_folder("content", package) == tmp_path / "content"


def test_an_installed_wheel_carries_its_folders_inside(tmp_path: Path) -> None:
    package = tmp_path / "spasm_gui"
    (package / "_data" / "assets").mkdir(parents=True)
    assert places.data_folder("assets", package) == package / "_data" / "assets"


def test_a_strangers_folder_beside_an_installed_wheel_is_passed_by(tmp_path: Path) -> None:
    package = tmp_path / "spasm_gui"
    (package / "_data" / "content").mkdir(parents=True)
    (tmp_path / "content").mkdir()
    assert places.data_folder("content", package) == package / "_data" / "content"


def test_a_missing_folder_is_named_with_both_places(tmp_path: Path) -> None:
    package = tmp_path / "spasm_gui"
    with pytest.raises(FileNotFoundError) as caught:
        places.data_folder("assets", package)
    assert str(caught.value) == (
        "the folder 'assets' of Spasm Map is missing: "
        f"it lies neither in {package / '_data' / 'assets'} nor in {tmp_path / 'assets'}"
    )


def test_this_program_finds_its_own_folders_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert places.assets_dir().is_absolute()
    assert places.assets_dir().name == "assets"
    assert places.content_dir().is_absolute()
    assert places.content_dir().name == "content"
