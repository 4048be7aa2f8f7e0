"""The terminal in another language: same ids, other texts; and one line about a language that is not there."""

import json
from pathlib import Path

import pytest

from spasm_gui import cli
from spasm_gui.pseudo import longer
from spasm_gui.reading.library import read_library
from tests.factories import a_night_cramp_library, write_library


@pytest.fixture
def content(tmp_path: Path) -> str:
    return str(write_library(tmp_path / "content", a_night_cramp_library()))


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_regions_and_questions_keep_their_ids_and_change_their_words(
    content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["regions"], ["ask", "--at", "calf:left"]):
        assert cli.main([*command, "--json", "--content", content]) == 0
        plain = json.loads(said(capsys))
        assert cli.main([*command, "--json", "--content", content, "--language", "xx-long"]) == 0
        other = json.loads(said(capsys))
        assert [one["id"] for one in other] == [one["id"] for one in plain]
        words = "name" if command == ["regions"] else "ask"
        assert other[0][words] == longer(plain[0][words])


def test_advice_is_the_same_and_said_in_the_language(content: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["advise", "--at", "calf:left", "--content", content]
    assert cli.main([*command, "--json"]) == 0
    plain = json.loads(said(capsys))
    assert cli.main([*command, "--json", "--language", "xx-rtl"]) == 0
    other = json.loads(said(capsys))
    assert (other["level"], other["final"], other["open_questions"]) == (
        plain["level"],
        plain["final"],
        plain["open_questions"],
    )
    assert cli.main([*command, "--language", "xx-long"]) == 0
    text = said(capsys)
    assert longer("See them with: {command}").format(command="spasm-gui ask") in text
    assert longer("Translation not reviewed.") in text


@pytest.mark.parametrize("command", [["regions"], ["run"], ["tour", "out"], ["advise", "--at", "calf"]])
def test_a_language_that_is_not_there_is_one_line(
    content: str,
    command: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert cli.main([*command, "--content", content, "--language", "fr"]) == 2
    assert capsys.readouterr().err == "spasm-gui: the language 'fr' is not known; there is en\n"


def test_a_translation_is_begun_filled_and_spoken(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["translate", "es", "--content", content]) == 2
    assert "begin it with --name" in capsys.readouterr().err
    assert cli.main(["translate", "es", "--name", "Español", "--content", content]) == 0
    assert "outdated: 0" in said(capsys)
    region = next(iter(read_library(Path(content)).regions.values()))
    known = tmp_path / "known.json"
    every = [region.name, region.clinical_name, *region.words]
    sides = [getattr(words, side) for words in (region.yours, region.theirs) for side in words.__struct_fields__]
    texts = [text for text in [*every, *sides] if text]
    known.write_text(json.dumps({text: f"ES {text}" for text in texts}), encoding="utf-8")
    assert cli.main(["translate", "es", "--known", str(known), "--content", content]) == 0
    said(capsys)
    assert cli.main(["regions", "--language", "es", "--content", content]) == 0
    assert f"ES {region.name}" in said(capsys)


@pytest.mark.parametrize("text", ["[1]", '{"a": 1}', "{"])
def test_what_is_known_must_be_texts(
    content: str, tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    known = tmp_path / "known.json"
    known.write_text(text, encoding="utf-8")
    assert cli.main(["translate", "es", "--name", "Español", "--known", str(known), "--content", content]) == 2
    assert capsys.readouterr().err == "spasm-gui: what is known must be one JSON object of texts\n"
    assert not (Path(content) / "translations").exists()
