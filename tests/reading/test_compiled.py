"""The compiled library is used only for exactly the content and the program it was made from."""

import hashlib
import shutil
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import fields

from spasm_gui.knowledge.library import Library
from spasm_gui.places import compiled_library, content_dir
from spasm_gui.reading import compiled as compiling
from spasm_gui.reading import library as reading
from spasm_gui.reading.compiled import compile_library, load_library, main, program_mark
from spasm_gui.reading.errors import ContentError
from spasm_gui.reading.library import read_library

GOOD = Path(__file__).parent / "good"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "content"))


@pytest.fixture
def compiled(content: Path, tmp_path: Path) -> Path:
    out = tmp_path / "build" / "library.json"
    compile_library(content, out)
    return out


def said(library: Library) -> dict[str, object]:
    """All that a library says, with the order of its records."""
    values = {field.name: getattr(library, field.name) for field in fields(library)}
    return {name: list(value.items()) if isinstance(value, dict) else value for name, value in values.items()}


def test_it_says_exactly_what_the_yaml_says(content: Path, compiled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from_yaml = said(read_library(content, with_cases=False))
    monkeypatch.setattr(reading, "read_library", None)  # so it cannot be read from there
    assert said(load_library(content, compiled)) == from_yaml


def test_all_that_the_program_ships_with_goes_there_and_back(tmp_path: Path) -> None:
    out = tmp_path / "library.json"
    compile_library(content_dir(), out)
    assert said(load_library(content_dir(), out)) == said(load_library(content_dir(), None))


def test_without_it_the_yaml_is_read(content: Path, tmp_path: Path) -> None:
    expected = said(read_library(content, with_cases=False))
    assert said(load_library(content, None)) == expected
    assert said(load_library(content, tmp_path / "nowhere.json")) == expected


def test_one_changed_word_in_the_content_is_seen(content: Path, compiled: Path) -> None:
    file = content / "library.yaml"
    version = read_library(content).edition.version
    text = file.read_text(encoding="utf-8")
    assert text.splitlines()[0].startswith("version:")
    file.write_text(text.replace(version, "changed", 1), encoding="utf-8")
    assert load_library(content, compiled).edition.version == "changed"


def test_a_new_file_in_the_content_is_seen(content: Path, compiled: Path) -> None:
    (content / "rules" / "new.yaml").write_text("rules: 5\n", encoding="utf-8")
    with pytest.raises(ContentError):
        load_library(content, compiled)


def test_content_that_broke_since_is_refused(content: Path, compiled: Path) -> None:
    (content / "regions.yaml").unlink()
    with pytest.raises(ContentError):
        load_library(content, compiled)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: b"",
        lambda data: b"\xff\xfe" + data,
        lambda data: b"[" * 100_000,
        lambda data: data.replace(b'"self_care":', b'"self_cure":'),
    ],
    ids=["cut off", "empty", "not text", "deep", "of another shape"],
)
def test_a_damaged_one_is_not_used(damage: object, content: Path, compiled: Path) -> None:
    assert callable(damage)
    compiled.write_bytes(damage(compiled.read_bytes()))
    assert said(load_library(content, compiled)) == said(read_library(content, with_cases=False))


def test_one_of_another_program_is_not_used(content: Path, compiled: Path) -> None:
    head, rest = (msgspec.json.decode(one) for one in compiled.read_bytes().splitlines())
    head["program"] = "0.0.9 of last year"
    rest["edition"]["version"] = "of last year"
    compiled.write_bytes(msgspec.json.encode(head) + b"\n" + msgspec.json.encode(rest))
    assert load_library(content, compiled).edition.version != "of last year"


def test_one_that_is_far_too_large_is_not_read(content: Path, compiled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "MAX_BYTES", 10)
    assert said(load_library(content, compiled)) == said(read_library(content, with_cases=False))


def test_a_starting_program_writes_nothing(content: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    load_library(content, tmp_path / "build" / "library.json")
    assert sorted(tmp_path.rglob("*")) == before


def test_content_with_problems_is_not_compiled(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "regions.yaml").unlink()
    out = tmp_path / "other.json"
    assert main([str(content), str(out)]) == 0
    assert not out.exists()
    assert capsys.readouterr().err == "spasm-gui: no compiled library; problems in the content: 1\n"


def test_one_that_agrees_is_not_written_again(content: Path, compiled: Path) -> None:
    before = compiled.stat().st_mtime_ns
    compile_library(content, compiled)
    assert compiled.stat().st_mtime_ns == before


def test_a_checkout_has_it_among_its_builds_and_a_wheel_among_its_data(tmp_path: Path) -> None:
    package = tmp_path / "spasm_gui"
    package.mkdir()
    assert compiled_library(package) == tmp_path / "build" / "library.json"
    (package / "_data").mkdir()
    assert compiled_library(package) == package / "_data" / "library.json"


def test_a_new_case_does_not_make_it_another_library(content: Path, compiled: Path) -> None:
    written = compiled.stat().st_mtime_ns
    case = (content / "cases" / "all.yaml").read_text(encoding="utf-8")
    (content / "cases" / "more.yaml").write_text(case.replace("cramp-in-bed", "another"), encoding="utf-8")
    compile_library(content, compiled)
    assert compiled.stat().st_mtime_ns == written


def test_the_mark_of_a_program_is_made_of_its_code() -> None:
    assert not program_mark().endswith(hashlib.sha256().hexdigest())
