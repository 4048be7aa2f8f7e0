"""The compiled library in other languages: the same trust, hash by hash, as the compiled library itself."""

import json
import shutil
from pathlib import Path

import pytest
from msgspec.structs import fields

from spasm_gui.content_languages import library_in
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.translation import texts
from spasm_gui.places import content_dir
from spasm_gui.reading import translations as reading
from spasm_gui.reading.compiled import beside, compile_library, load_languages, load_library, load_translated
from spasm_gui.reading.errors import ContentError
from spasm_gui.reading.library import read_library

GOOD = Path(__file__).parent / "good"
HEAD = 'code: es\nname: "Español"\n'


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small content folder, of which one finding is translated."""
    content = Path(shutil.copytree(GOOD, tmp_path / "content"))
    finding = read_library(GOOD).findings["limb-swollen"]  # type: ignore[index]
    entries = {place: {"source": text, "text": f"¡{text}!"} for place, text in texts(finding).items()}
    write(content, "language.yaml", HEAD)
    write(content, "findings.yaml", json.dumps({"findings": {"limb-swollen": entries}}, ensure_ascii=False))
    return content


@pytest.fixture
def compiled(content: Path, tmp_path: Path) -> Path:
    out = tmp_path / "build" / "library.json"
    compile_library(content, out)
    return out


def write(content: Path, name: str, text: str) -> None:
    file = content / "translations" / "es" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def no_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads a translation from YAML now fails."""
    monkeypatch.setattr(reading, "read_translation", None)
    monkeypatch.setattr(reading, "languages", None)


def said(library: Library) -> dict[str, object]:
    values = {field.name: getattr(library, field.name) for field in fields(library)}
    return {name: list(value.items()) if isinstance(value, dict) else value for name, value in values.items()}


def test_a_language_is_spoken_without_reading_yaml(
    content: Path, compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = load_library(content, compiled)
    from_yaml = library_in(content, source, "es")
    no_yaml(monkeypatch)
    assert [one.name for one in load_languages(content, compiled)] == ["Español"]
    from_compiled = library_in(content, source, "es", compiled)
    assert from_compiled.findings["limb-swollen"].ask.startswith("¡")  # type: ignore[index]
    assert said(from_compiled) == said(from_yaml)


def test_every_translation_that_the_program_ships_with_goes_there_and_back(tmp_path: Path) -> None:
    out = tmp_path / "library.json"
    compile_library(content_dir(), out)
    source = load_library(content_dir(), out)
    offered = load_languages(content_dir(), out)
    assert offered == reading.languages(content_dir())
    for language in offered:
        kept = load_translated(content_dir(), source, language.code, out)
        assert kept is not None
        assert said(kept) == said(library_in(content_dir(), source, language.code))


@pytest.mark.parametrize("name", ["findings.yaml", "language.yaml", "more.yaml"])
def test_one_changed_file_of_a_translation_is_seen(name: str, content: Path, compiled: Path) -> None:
    source = load_library(content, compiled)
    file = content / "translations" / "es" / name
    with file.open("a", encoding="utf-8") as stream:
        stream.write("# read again\n" if file.exists() and name != "more.yaml" else "causes: {}\n")
    assert load_translated(content, source, "es", compiled) is None
    assert library_in(content, source, "es", compiled).translated_into is not None


def test_one_changed_word_of_the_source_is_seen_in_every_language(content: Path, compiled: Path) -> None:
    source = load_library(content, compiled)
    with (content / "regions.yaml").open("a", encoding="utf-8") as stream:
        stream.write("# read again\n")
    assert load_translated(content, source, "es", compiled) is None


def test_a_source_that_is_not_the_compiled_one_is_translated_itself(content: Path, compiled: Path) -> None:
    other = read_library(content_dir(), with_cases=False)
    assert load_translated(content, other, "es", compiled) is None


def test_a_language_that_came_or_went_is_seen(content: Path, compiled: Path) -> None:
    folder = content / "translations"
    shutil.copytree(folder / "es", folder / "pt")
    (folder / "pt" / "language.yaml").write_text("code: pt\nname: Português\n", encoding="utf-8")
    assert [one.code for one in load_languages(content, compiled)] == ["es", "pt"]
    shutil.rmtree(folder)
    assert load_languages(content, compiled) == ()


def test_a_damaged_one_is_read_from_yaml(content: Path, compiled: Path) -> None:
    source = load_library(content, compiled)
    expected = said(library_in(content, source, "es"))
    whole = beside(compiled, "es").read_bytes()
    for damaged in (b"", whole[: len(whole) // 2], whole.replace(b'"regions":', b'"religions":')):
        beside(compiled, "es").write_bytes(damaged)
        assert said(library_in(content, source, "es", compiled)) == expected


def test_a_broken_translation_is_not_compiled_and_is_told_when_it_is_wanted(content: Path, tmp_path: Path) -> None:
    write(content, "findings.yaml", "findings: 5\n")
    out = tmp_path / "library.json"
    compile_library(content, out)
    assert out.is_file() and not beside(out, "es").exists()
    with pytest.raises(ContentError):
        library_in(content, load_library(content, out), "es", out)


def test_a_broken_head_is_told_however_often_the_library_is_compiled(content: Path, tmp_path: Path) -> None:
    write(content, "language.yaml", "code: es\n")
    out = tmp_path / "library.json"
    for _ in range(2):
        compile_library(content, out)
        assert load_library(content, out).regions
        with pytest.raises(ContentError):
            load_languages(content, out)


def test_those_that_agree_are_not_written_again(content: Path, compiled: Path) -> None:
    files = (compiled, beside(compiled, "es"))
    before = [one.stat().st_mtime_ns for one in files]
    compile_library(content, compiled)
    assert [one.stat().st_mtime_ns for one in files] == before
