"""Bad content is a folder of tiny files, each beside the exact message it should give.

A folder in `bad/` holds what an author changed or added in `good/`; the file `<name>.expected` holds the whole of what
the program then says. `.expected` is what an author reads, so it should lead straight to the mend.
"""

import shutil
from pathlib import Path

import pytest

from spasm_gui.reading.errors import ContentError
from spasm_gui.reading.library import read_library

HERE = Path(__file__).parent
GOOD = HERE / "good"
BAD = HERE / "bad"


def said_of(folder: Path) -> str:
    """The whole text of all problems of a content folder."""
    with pytest.raises(ContentError) as caught:
        read_library(folder)
    return str(caught.value)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "content"))


@pytest.mark.parametrize("name", sorted(folder.name for folder in BAD.iterdir() if folder.is_dir()))
def test_bad_content_says_where_and_how_to_mend_it(name: str, content: Path) -> None:
    shutil.copytree(BAD / name, content, dirs_exist_ok=True)
    assert said_of(content) == (BAD / f"{name}.expected").read_text(encoding="utf-8").rstrip("\n")


def test_every_expected_message_has_its_bad_content() -> None:
    assert {path.stem for path in BAD.glob("*.expected")} == {path.name for path in BAD.iterdir() if path.is_dir()}
