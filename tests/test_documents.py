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


def test_each_case_of_trust_is_answered_once_by_a_test_or_an_honest_no() -> None:
    text = (CHECKOUT / "docs" / "trust.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \*\*(\d+) .*?\*\*.*? \| (held|partly|not done) \| (.+) \|$", text, re.MULTILINE)
    assert [int(number) for number, _, _ in rows] == list(range(1, 51))
    assert [number for number, state, shown in rows if state != "not done" and "`test_" not in shown] == []
