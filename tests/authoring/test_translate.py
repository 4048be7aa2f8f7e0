"""The files of a translator: written from the source, kept when it changes, and held against it."""

import datetime
from pathlib import Path

import pytest

from spasm_gui.authoring.translate import update, write_head
from spasm_gui.authoring.translations_proof import translation_statements
from spasm_gui.knowledge.language import Language
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.translation import records, texts, translated
from spasm_gui.reading.errors import ContentError
from spasm_gui.reading.library import read_library
from spasm_gui.reading.translations import languages, read_translation
from tests.factories import a_night_cramp_library, write_library

SPANISH = Language(code="es", name="Español")
FINDINGS = "translations/es/findings/all.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = write_library(tmp_path / "content", a_night_cramp_library())
    write_head(folder, SPANISH)
    return folder


def every_text(library: Library) -> dict[str, str]:
    return {text: f"ES {text}" for _, record in records(library) for text in texts(record).values()}


def edit(content: Path, file: str, before: str, after: str) -> None:
    text = (content / file).read_text(encoding="utf-8")
    assert before in text
    (content / file).write_text(text.replace(before, after, 1), encoding="utf-8")


def file_of(content: Path, text: str) -> str:
    """The file of the translation that says something."""
    folder = content / "translations" / "es"
    found = next(path for path in sorted(folder.rglob("*.yaml")) if text in path.read_text(encoding="utf-8"))
    return found.relative_to(content).as_posix()


def figures(content: Path) -> dict[str, object]:
    (statement,) = translation_statements(content, read_library(content))
    return dict(statement.figures)


def test_a_new_translation_has_every_text_and_none_translated(content: Path) -> None:
    library = read_library(content)
    written = update(content, library, "es")
    assert written.texts == written.missing == sum(len(texts(record)) for _, record in records(library))
    assert figures(content)["missing"] == written.texts
    same = translated(library, read_translation(content, library, "es").translation)
    assert [record for _, record in records(same)] == [record for _, record in records(library)]


def test_what_is_known_fills_the_files_and_stands_on_the_card(content: Path) -> None:
    library = read_library(content)
    assert update(content, library, "es", every_text(library)).missing == 0
    (statement,) = translation_statements(content, library)
    assert statement.holds
    spanish = translated(library, read_translation(content, library, "es").translation)
    assert all(text.startswith("ES ") for _, record in records(spanish) for text in texts(record).values())


def test_writing_twice_changes_nothing(content: Path) -> None:
    library = read_library(content)
    update(content, library, "es", every_text(library))
    folder = content / "translations"
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    update(content, library, "es")
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_a_changed_source_marks_its_translation_and_keeps_it(content: Path) -> None:
    library = read_library(content)
    ask = next(iter(library.findings.values())).ask
    update(content, library, "es", every_text(library))
    source = next(path for path in sorted((content / "findings").iterdir()) if ask in path.read_text(encoding="utf-8"))
    source.write_text(source.read_text(encoding="utf-8").replace(ask, "Is it cold?"), encoding="utf-8")
    assert figures(content)["outdated"] == 1
    changed = read_library(content)
    assert update(content, changed, "es").outdated == 1
    file = file_of(content, "Is it cold?")
    text = (content / file).read_text(encoding="utf-8")
    assert f'was: "{ask}"\n      text: "ES {ask}"' in text
    assert figures(content)["outdated"] == 1
    edit(content, file, f'      was: "{ask}"\n', "")
    assert figures(content)["outdated"] == 0


@pytest.mark.parametrize(
    ("before", "after", "figure"),
    [
        pytest.param("ES Do what emergency asks. Call {number}.", "Llame.", "other_placeholders", id="placeholder"),
        pytest.param("ES Emergency", "ES Emergency 24", "other_numbers", id="number"),
    ],
)
def test_what_says_something_else_is_a_problem_with_its_line(
    content: Path, before: str, after: str, figure: str
) -> None:
    library = read_library(content)
    update(content, library, "es", every_text(library))
    file = file_of(content, before)
    edit(content, file, f'text: "{before}"', f'text: "{after}"')
    (statement,) = translation_statements(content, library)
    assert statement.figures[figure] == 1
    (problem,) = statement.problems
    assert problem.file == file
    lines = (content / file).read_text(encoding="utf-8").splitlines()
    assert after in "\n".join(lines[problem.line - 1 : problem.line + 2])


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        pytest.param("  swollen:", "  swolen:", "'swolen' is not one of the findings of this content", id="unknown id"),
        pytest.param(
            "findings:", "finding:", "'finding' is not known here; did you mean 'findings'?", id="unknown part"
        ),
        pytest.param("      text: ", "      txt: ", "'txt' is not known here; did you mean 'text'?", id="unknown key"),
        pytest.param("      source: ", "      # source: ", "'source' is missing", id="no source"),
        pytest.param('text: "ES', "text: *ES", "is an alias", id="an alias"),
    ],
)
def test_a_broken_file_names_its_line_and_the_mend(content: Path, before: str, after: str, message: str) -> None:
    library = read_library(content)
    update(content, library, "es", every_text(library))
    file = file_of(content, "  swollen:")
    edit(content, file, before, after)
    with pytest.raises(ContentError) as caught:
        read_translation(content, library, "es")
    problem = caught.value.problems[0]
    assert (problem.file, message in problem.message) == (file, True)
    assert problem.line > 1
    (statement,) = translation_statements(content, library)
    assert not statement.holds


def test_a_head_says_who_read_the_translation(content: Path) -> None:
    head = "translations/es/language.yaml"
    edit(content, head, "direction: ltr", "direction: rtl\nreviewer: {name: Ana, role: physician, date: 2026-11-22}")
    (language,) = languages(content)
    assert language.direction.value == "rtl"
    assert language.reviewer is not None
    assert language.reviewer.date == datetime.date(2026, 11, 22)
    edit(content, head, "code: es", "code: fr")
    with pytest.raises(ContentError, match="the folder is called 'es'; write code: es"):
        languages(content)


def test_a_folder_without_a_head_is_said(tmp_path: Path) -> None:
    content = write_library(tmp_path / "content", a_night_cramp_library())
    (content / "translations" / "fr").mkdir(parents=True)
    with pytest.raises(ContentError, match=r"translations/fr/language.yaml:1: this file is missing"):
        languages(content)
