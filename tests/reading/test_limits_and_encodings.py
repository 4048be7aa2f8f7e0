"""What is too big, too deep, oddly encoded or no ordinary file: made here, since nobody could read such files."""

import builtins
import io
import os
import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest

from spasm_gui.reading import yaml_text
from spasm_gui.reading.errors import ContentError, Problem, YamlError
from spasm_gui.reading.folder import SINGLE_FILES
from spasm_gui.reading.library import read_library
from spasm_gui.reading.limits import MAX_FILE_BYTES
from spasm_gui.reading.yaml_text import decode, parse
from tests.factories import a_library, write_library

GOOD = Path(__file__).parent / "good"
NEW = "findings/new.yaml"
FINDING = """reviewed: 2026-11-22
findings:
  - id: new
    role: danger
    ask: "Ist es größer?"
    said: "Es ist größer"
    sources: [leaflet]
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "content"))


def said_of(content: Path) -> str:
    with pytest.raises(ContentError) as caught:
        read_library(content)
    return str(caught.value)


def said_of_new(content: Path, data: bytes) -> str:
    """What is said when a new findings file holds these bytes."""
    (content / NEW).write_bytes(data)
    said = said_of(content)
    assert "\n" not in said, "one mistake, one line"
    return said


def test_the_good_content_reads(content: Path) -> None:
    library = read_library(content)
    assert list(library.rules) == ["breath", "clot", "child-in-pain", "two-slow-signs"]
    assert [region.id for region in library.regions.values()] == ["calf", "many-places"]
    assert [case.id for case in library.cases] == ["cramp-in-bed"]
    assert library.act(library.rules[next(iter(library.rules))].advise).word == "Emergency"


def test_a_date_at_the_head_of_what_nobody_reviews_does_no_harm(content: Path) -> None:
    cases = content / "cases" / "all.yaml"
    cases.write_text(f"reviewed: 2026-11-22\n{cases.read_text(encoding='utf-8')}", encoding="utf-8")
    assert [case.id for case in read_library(content).cases] == ["cramp-in-bed"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(FINDING.encode(), id="utf-8"),
        pytest.param(FINDING.encode("utf-8-sig"), id="utf-8-with-a-byte-order-mark"),
        pytest.param(FINDING.replace("\n", "\r\n").encode(), id="lines-that-end-as-on-windows"),
        pytest.param(FINDING.rstrip("\n").encode(), id="no-line-end-at-the-end"),
    ],
)
def test_ordinary_encodings_load_the_same_text(data: bytes, content: Path) -> None:
    (content / NEW).write_bytes(data)
    (finding,) = (one for one in read_library(content).findings.values() if one.id == "new")
    assert finding.ask == "Ist es größer?"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(
            FINDING.encode("utf-16"),
            "findings/new.yaml:1: this is not UTF-8 text; save the file as UTF-8",
            id="utf-16",
        ),
        pytest.param(
            FINDING.replace("ö", "o").replace("ß", "s").encode("utf-16-le"),
            "findings/new.yaml:1: the character U+0000 is not allowed; save the file as UTF-8 text without it",
            id="utf-16-without-a-byte-order-mark",
        ),
        pytest.param(
            FINDING.encode("latin-1"),
            "findings/new.yaml:5: this is not UTF-8 text; save the file as UTF-8",
            id="latin-1",
        ),
        pytest.param(
            FINDING.encode().replace(b"sources", b"\xed\xa0\x80sources"),
            "findings/new.yaml:7: this is not UTF-8 text; save the file as UTF-8",
            id="lone-surrogate",
        ),
        pytest.param(
            FINDING.encode().replace(b"Es ist", b"Es\0ist"),
            "findings/new.yaml:6: the character U+0000 is not allowed; save the file as UTF-8 text without it",
            id="nul-byte",
        ),
        pytest.param(
            FINDING.replace("\n", "\r\n").encode().replace(b"Es ist", b"Es\x1bist"),
            "findings/new.yaml:6: the character U+001B is not allowed; save the file as UTF-8 text without it",
            id="escape-character-in-a-windows-file",
        ),
    ],
)
def test_other_encodings_are_refused(data: bytes, expected: str, content: Path) -> None:
    assert said_of_new(content, data) == expected


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[{a: ", "{a: ["])
@pytest.mark.parametrize("depth", [1_000, 200_000])
def test_deep_nesting_is_refused_and_the_process_lives(opening: str, depth: int, content: Path) -> None:
    said = said_of_new(content, (opening * depth).encode())
    assert said in (
        "findings/new.yaml:1: nested more than 16 levels deep",
        "findings/new.yaml:1: a key must be a plain word",
    )


def test_deep_block_nesting_is_refused(content: Path) -> None:
    deep = "".join(f"{' ' * level}a:\n" for level in range(1_000))
    assert said_of_new(content, deep.encode()) == "findings/new.yaml:17: nested more than 16 levels deep"


def test_a_huge_text_is_refused_by_its_size(content: Path) -> None:
    huge = b'ask: "' + b"x" * 10_000_000 + b'"\n'
    assert said_of_new(content, huge) == "findings/new.yaml:1: the file has more than 2,000,000 bytes; split it"


def test_a_long_text_in_a_small_file_is_refused(content: Path) -> None:
    long = b'reviewed: 2026-11-22\nask: "' + b"x" * 20_001 + b'"\n'
    expected = "findings/new.yaml:2: a text of 20,001 characters; at most 20,000 are read"
    assert said_of_new(content, long) == expected


def test_a_huge_file_is_refused_without_being_read_whole(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (content / NEW).open("wb") as stream:
        stream.truncate(20_000_000)
    wished: list[int] = []

    def decoding(data: bytes) -> str:
        wished.append(len(data))
        return decode(data)

    monkeypatch.setattr(yaml_text, "decode", decoding)
    assert said_of(content) == "findings/new.yaml:1: the file has more than 2,000,000 bytes; split it"
    assert max(wished) == MAX_FILE_BYTES + 1


def test_too_many_small_values_are_refused(content: Path) -> None:
    many = "a:\n" + "- b\n" * 100_000
    expected = "findings/new.yaml:59999: more than 60,000 values in one file; split it"
    assert said_of_new(content, many.encode()) == expected


def test_too_many_files_are_refused(content: Path) -> None:
    for number in range(500):
        (content / f"rules/{number}.yaml").write_text("rules: []\n", encoding="utf-8")
    assert said_of(content) == "rules:1: more than 500 content files"


def test_code_tags_run_nothing(content: Path, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    bomb = f"findings: !!python/object/apply:pathlib.Path.touch [!!python/object/apply:pathlib.Path [{canary}]]\n"
    expected = "findings/new.yaml:1: '!!python/object/apply:pathlib.Path.touch' is a tag; leave it out"
    assert said_of_new(content, bomb.encode()) == expected
    assert not canary.exists()


def test_a_key_as_long_as_a_book_is_refused(content: Path) -> None:
    long = "? " + "x" * 1_000_000 + "\n: y\n"
    assert said_of_new(content, long.encode()) == "findings/new.yaml:1: a key must be a plain word"


def test_a_text_handed_in_with_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(YamlError) as caught:
        parse("a: b\nc: \ud800\n")
    assert str(caught.value) == "line 2: the character U+D800 is not allowed; save the file as UTF-8 text without it"


# ---------------------------------------------------------------- files and folders


@pytest.mark.parametrize("name", SINGLE_FILES)
def test_a_missing_file_is_named(name: str, content: Path) -> None:
    (content / name).unlink()
    assert said_of(content) == f"{name}:1: this file is missing"


@pytest.mark.parametrize("name", ["findings", "rules", "causes", "self_care", "cases"])
def test_a_missing_folder_is_named(name: str, content: Path) -> None:
    shutil.rmtree(content / name)
    assert said_of(content) == f"{name}:1: this folder is missing"


def test_a_missing_content_folder_is_named(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    assert said_of(nowhere) == f"{nowhere}:1: this content folder does not exist"


def test_a_file_for_a_content_folder_is_no_folder(content: Path) -> None:
    file = content / "regions.yaml"
    assert said_of(file) == f"{file}:1: this content folder does not exist"


@pytest.mark.parametrize("name", ["regions.yaml", "rules/all.yaml"])
def test_a_folder_where_a_file_belongs_is_refused(name: str, content: Path) -> None:
    (content / name).unlink()
    (content / name).mkdir()
    assert said_of(content) == f"{name}:1: this is a folder; a file belongs here"


def test_a_file_where_a_folder_belongs_is_refused(content: Path) -> None:
    shutil.rmtree(content / "rules")
    (content / "rules").write_text("rules: []\n", encoding="utf-8")
    assert said_of(content) == "rules:1: this must be a folder of .yaml files"


def test_a_file_that_was_named_yml_is_not_missed_as_well(content: Path) -> None:
    (content / "regions.yaml").rename(content / "regions.yml")
    assert said_of(content) == "regions.yml:1: content files end in .yaml; rename it"


def test_what_editors_and_systems_leave_behind_is_passed_by(content: Path) -> None:
    for name in (".DS_Store", "rules/.all.yaml.swp", "rules/all.yaml~", "rules/.#all.yaml", "README.md"):
        (content / name).write_text("not: [yaml", encoding="utf-8")
    assert read_library(content).rules


def test_a_file_that_cannot_be_read_is_named(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Simulated, since permission bits do not bind root.
    real_open = io.open

    def refusing(file: Any, *arguments: Any, **named: Any) -> Any:
        if str(file).endswith("regions.yaml"):
            raise PermissionError(13, "Permission denied")
        return real_open(file, *arguments, **named)

    monkeypatch.setattr(io, "open", refusing)
    monkeypatch.setattr(builtins, "open", refusing)
    assert said_of(content) == "regions.yaml:1: this file cannot be read: Permission denied"


def test_a_folder_that_cannot_be_read_is_named(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_iterdir = Path.iterdir

    def refusing(folder: Path) -> Any:
        if folder.name == "rules":
            raise PermissionError(13, "Permission denied")
        return real_iterdir(folder)

    monkeypatch.setattr(Path, "iterdir", refusing)
    assert said_of(content) == "rules:1: this folder cannot be read: Permission denied"


def test_a_link_inside_the_content_folder_is_followed(content: Path) -> None:
    (content / "rules/all.yaml").rename(content / "rules/.real.yaml")
    (content / "rules/all.yaml").symlink_to(".real.yaml")
    assert read_library(content).rules


@pytest.mark.parametrize("name", ["regions.yaml", "rules/all.yaml"])
def test_a_link_that_leaves_the_content_folder_is_not_followed(name: str, content: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    (content / name).rename(outside)
    (content / name).symlink_to(outside)
    assert said_of(content) == f"{name}:1: this link leaves the content folder; put the file itself here"


def test_a_linked_folder_outside_is_not_even_listed(content: Path, tmp_path: Path) -> None:
    (content / "rules").rename(tmp_path / "secret")
    (tmp_path / "secret" / "diary.yml").write_text("", encoding="utf-8")
    (content / "rules").symlink_to(tmp_path / "secret")
    assert said_of(content) == "rules:1: this link leaves the content folder; put the folder itself here"


def test_a_content_folder_that_is_itself_a_link_is_read(content: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(content)
    assert read_library(tmp_path / "link").rules


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of Unix")
def test_a_named_pipe_does_not_hang_the_program(content: Path) -> None:
    os.mkfifo(content / NEW)
    assert said_of(content) == f"{NEW}:1: this is not an ordinary file"


# ---------------------------------------------------------------- all at once, in order


def test_all_problems_of_a_phase_come_in_one_list_in_file_order(content: Path) -> None:
    (content / "rules/new.yaml").write_text(f"rules: {'[' * 17}\n", encoding="utf-8")
    (content / "causes/new.yaml").write_text("", encoding="utf-8")
    # A wrong shape is of a later phase and waits for its turn.
    (content / "acts.yaml").write_text("acts: none\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_library(content)
    assert caught.value.problems == (
        Problem("causes/new.yaml", 1, "the file is empty"),
        Problem("rules/new.yaml", 1, "nested more than 16 levels deep"),
    )


def test_content_without_a_region_is_refused(tmp_path: Path) -> None:
    bare = msgspec.structs.replace(a_library().screens, regions={})
    content = write_library(tmp_path / "content", a_library(regions={}, screens=bare))
    assert said_of(content) == "regions.yaml:1: no region is defined; there would be nothing to touch"


def test_records_of_one_file_are_checked_one_by_one(content: Path) -> None:
    entries = "".join(f'  - {{id: new-{n}, role: hint, ask: "A", said: "B", sources: [leaflet]}}\n' for n in range(3))
    (content / NEW).write_text(f"reviewed: 2026-11-22\nfindings:\n{entries}", encoding="utf-8")
    assert said_of(content).splitlines() == [
        f"findings/new.yaml:{line}: finding 'new-{line - 3}': 'hint' is not one of danger, circumstance, pattern"
        for line in (3, 4, 5)
    ]


@pytest.mark.parametrize("threshold", [0, 10])
def test_a_threshold_may_be_either_end_of_its_scale(threshold: int, content: Path) -> None:
    rule = (GOOD.parent / "bad" / "number-beyond-the-scale" / "rules" / "new.yaml").read_text(encoding="utf-8")
    (content / "rules" / "new.yaml").write_text(rule.replace("at_least: 12", f"at_least: {threshold}"))
    assert "new" in read_library(content).rules
