"""What the documents promise is there: the tests they name, and the files they lead to."""

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").glob("*.md")])


def by_name(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


@pytest.fixture(scope="module")
def tests() -> set[str]:
    texts = [path.read_text(encoding="utf-8") for path in (CHECKOUT / "tests").rglob("test_*.py")]
    return {name for text in texts for name in re.findall(r"^def (test_\w+)", text, re.MULTILINE)}


@pytest.mark.parametrize("document", DOCUMENTS, ids=by_name)
def test_every_test_that_a_document_names_exists(document: Path, tests: set[str]) -> None:
    named = set(re.findall(r"`(test_\w+)`", document.read_text(encoding="utf-8")))
    assert named - tests == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=by_name)
def test_every_file_that_a_document_leads_to_exists(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []
