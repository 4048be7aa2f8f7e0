"""A translation that cannot be read says where and how to mend it."""

import shutil
from pathlib import Path

import pytest

from spasm_gui.knowledge.library import Library
from spasm_gui.reading import folder as folder_module
from spasm_gui.reading.errors import ContentError
from spasm_gui.reading.library import read_library
from spasm_gui.reading.translations import languages, read_translation

GOOD = Path(__file__).parent / "good"
HEAD = 'code: es\nname: "Español"\n'
SWOLLEN = '      source: "Is one leg newly swollen?"\n      text: "¿Tiene una pierna hinchada?"\n'
FINDING = f"findings:\n  clot:\n    ask:\n{SWOLLEN}"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = Path(shutil.copytree(GOOD, tmp_path / "content"))
    write(content, "language.yaml", HEAD)
    return content


@pytest.fixture
def library() -> Library:
    return read_library(GOOD)


def write(content: Path, name: str, text: str, code: str = "es") -> None:
    file = content / "translations" / code / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def said_of(content: Path, library: Library) -> str:
    """The whole text of all problems of the Spanish translation."""
    with pytest.raises(ContentError) as caught:
        read_translation(content, library, "es")
    return str(caught.value)


def said_of_heads(content: Path) -> str:
    with pytest.raises(ContentError) as caught:
        languages(content)
    return str(caught.value)


# ---------------------------------------------------------------- heads


def test_content_without_translations_speaks_no_other_language() -> None:
    assert languages(GOOD) == ()


def test_languages_come_by_their_code_and_hidden_folders_and_files_are_passed_by(content: Path) -> None:
    write(content, "language.yaml", 'code: de\nname: "Deutsch"\n', code="de")
    write(content, "language.yaml", "", code=".git")
    (content / "translations" / "README.md").write_text("Thank you.", encoding="utf-8")
    assert [language.code for language in languages(content)] == ["de", "es"]


def test_a_head_that_lacks_the_name_is_refused(content: Path) -> None:
    write(content, "language.yaml", "code: es\n")
    assert said_of_heads(content) == "translations/es/language.yaml:1: 'name' is missing"


def test_a_head_says_on_which_line_it_is_wrong(content: Path) -> None:
    write(content, "language.yaml", HEAD + "direction: down\n")
    expected = "translations/es/language.yaml:3: 'down' is not one of ltr, rtl"
    assert said_of_heads(content) == expected


@pytest.mark.parametrize("code", ["Spanish", "e", "es_ES", "es-"])
def test_a_folder_must_be_called_by_the_code_of_a_language(code: str, content: Path) -> None:
    write(content, "language.yaml", f'code: {code}\nname: "Español"\n', code=code)
    expected = f"'{code}' is not the code of a language; call the folder es or pt-BR"
    assert said_of_heads(content) == f"translations/{code}/language.yaml:1: {expected}"


@pytest.mark.parametrize("code", ["pt-BR", "gsw", "zh-Hant"])
def test_a_code_may_name_a_country_or_a_script(code: str, content: Path) -> None:
    write(content, "language.yaml", f'code: {code}\nname: "x"\n', code=code)
    assert code in [language.code for language in languages(content)]


def test_a_broken_head_keeps_the_translation_from_being_read(content: Path, library: Library) -> None:
    write(content, "language.yaml", "code: es\n")
    write(content, "findings/all.yaml", FINDING)
    assert said_of(content, library) == "translations/es/language.yaml:1: 'name' is missing"


# ---------------------------------------------------------------- entries


def test_entries_are_read_beside_the_head_and_in_folders(content: Path, library: Library) -> None:
    finding = next(iter(library.findings))
    write(content, "findings.yaml", f"findings:\n  {finding}:\n    ask:\n{SWOLLEN}")
    write(content, "findings/more.yaml", f"findings:\n  {finding}:\n    said:\n{SWOLLEN}")
    read = read_translation(content, library, "es")
    assert read.translation.language.name == "Español"
    assert read.lines == {
        (("findings", finding), "ask"): ("translations/es/findings.yaml", 3),
        (("findings", finding), "said"): ("translations/es/findings/more.yaml", 3),
    }
    assert read.translation.entries["findings", finding]["ask"].text == "¿Tiene una pierna hinchada?"
    assert read.stray == ()


def test_a_text_that_stands_in_two_files_is_refused(content: Path, library: Library) -> None:
    write(content, "findings/a.yaml", FINDING)
    write(content, "findings/b.yaml", FINDING)
    expected = "translations/es/findings/b.yaml:3: ask of 'clot' already stands on line 3 of "
    assert said_of(content, library) == f"{expected}translations/es/findings/a.yaml"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "- findings\n",
            "1: expected one of regions, findings, rules, causes, self_care, links, definitions, acts, screens at the "
            "top of the file",
            id="a-list-for-a-file",
        ),
        pytest.param("findings: none\n", "1: 'findings' must have the ids of records below it", id="no-records"),
        pytest.param("findings:\n  clot: none\n", "2: 'clot' must have its texts below it", id="no-texts"),
        pytest.param("finding:\n  clot: none\n", "1: 'finding' is not known here; did you mean 'findings'?", id="near"),
        pytest.param(
            "xyz:\n  clot: none\n",
            "1: 'xyz' is not known here; known here: regions, findings, rules, causes, self_care, links, definitions, "
            "acts, screens",
            id="nowhere-near",
        ),
        pytest.param("findings:\n  clot:\n    ask:\n      text: x\n", "3: 'source' is missing", id="no-source"),
        pytest.param(
            "findings:\n  clot:\n    ask:\n      source: x\n      text: [x]\n",
            "5: expected a text, found a list",
            id="a-list-for-a-text",
        ),
        pytest.param(
            "findings: [\n",
            "2: this is not valid YAML: a value is missing here, or a list or map has no end",
            id="no-end",
        ),
    ],
)
def test_an_entry_of_another_shape_is_refused(text: str, expected: str, content: Path, library: Library) -> None:
    write(content, "findings.yaml", text)
    assert said_of(content, library) == f"translations/es/findings.yaml:{expected}"


def test_what_stands_beside_a_broken_part_is_looked_at_all_the_same(content: Path, library: Library) -> None:
    write(content, "all.yaml", "xyz:\n  a: b\nrules: none\nfindings:\n  clot: none\n  fever: none\n")
    assert [line.partition(":")[2].partition(":")[0] for line in said_of(content, library).splitlines()] == list("1356")


def test_too_many_files_are_refused(content: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_module, "MAX_TRANSLATED_FILES", 2)
    finding = next(iter(library.findings))
    for number, place in enumerate(("ask", "said")):
        write(content, f"findings/{number}.yaml", f"findings:\n  {finding}:\n    {place}:\n{SWOLLEN}")
    assert len(read_translation(content, library, "es").lines) == 2
    write(content, "findings/2.yaml", FINDING)
    assert said_of(content, library) == "translations/es:1: more than 2 files"


# ---------------------------------------------------------------- held against the library


def test_an_unknown_record_is_told_once(content: Path, library: Library) -> None:
    write(content, "findings.yaml", f"findings:\n  clott:\n    ask:\n{SWOLLEN}    said:\n{SWOLLEN}")
    said = said_of(content, library)
    assert said.startswith("translations/es/findings.yaml:3: 'clott' is not one of the findings of this content")
    assert "\n" not in said


@pytest.mark.parametrize(
    ("part", "hint"), [("causes", "; did you mean 'night-cramp'?"), ("self_care", "")], ids=["its-part", "another-part"]
)
def test_an_unknown_record_is_likened_to_records_of_its_own_part(
    part: str, hint: str, content: Path, library: Library
) -> None:
    write(content, "all.yaml", f"{part}:\n  night-crampp:\n    name:\n{SWOLLEN}")
    expected = f"'night-crampp' is not one of the {part} of this content{hint}"
    assert said_of(content, library) == f"translations/es/all.yaml:3: {expected}"


def test_while_it_is_mended_an_unknown_record_is_only_stray(content: Path, library: Library) -> None:
    write(content, "findings.yaml", f"findings:\n  zzz:\n    ask:\n{SWOLLEN}")
    read = read_translation(content, library, "es", is_being_mended=True)
    assert [str(one) for one in read.stray] == [
        "translations/es/findings.yaml:3: 'zzz' is not one of the findings of this content"
    ]


def test_a_text_that_the_source_took_out_is_stray_and_no_problem(content: Path, library: Library) -> None:
    finding = next(iter(library.findings))
    write(content, "findings.yaml", f"findings:\n  {finding}:\n    verse:\n{SWOLLEN}")
    (stray,) = read_translation(content, library, "es").stray
    expected = f"verse of '{finding}' stands for a text that is no longer there; take it out"
    assert str(stray) == f"translations/es/findings.yaml:3: {expected}"
