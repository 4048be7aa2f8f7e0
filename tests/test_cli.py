"""The commands in a terminal. The shapes of the JSON and the exit statuses are a promise to scripts."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from spasm_gui.cli import main
from spasm_gui.exit_statuses import CONTENT_PROBLEMS, NO_SCREEN, NOT_KNOWN, OK
from spasm_gui.knowledge.acts import Meanwhile
from spasm_gui.knowledge.finding import FindingKind
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.rule import Formula
from spasm_gui.knowledge.screens import Screen
from tests.factories import (
    a_finding,
    a_library,
    a_muscle,
    a_night_cramp_library,
    a_region,
    a_rule,
    aged,
    all_of,
    some_acts,
    write_library,
)

REGION_KEYS = {"id", "name", "sides", "views", "muscles"}
QUESTION_KEYS = {"id", "kind", "ask", "choices", "min", "max", "unit", "screen", "red_flag", "find_out"}
STORY_KEYS = QUESTION_KEYS | {"says_yes_to"}
ADVICE_KEYS = {"level", "final", "open_questions", "reasons", "would_change", "causes", "act", "self_care"}
REASON_KEYS = {"rule", "level", "because", "findings", "sources"}
CAUSE_KEYS = {"id", "name", "fit", "fits", "against", "how_common", "seriousness", "rule_out"}


class Terminal:
    """Runs a command on a small library and shows what it wrote."""

    def __init__(self, content: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.content = content
        self._folder = folder
        self._capsys = capsys

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """Exit status, standard output and standard error."""
        command, *rest = arguments
        status = main([command, "--content", str(self.content), *rest])
        wrote = self._capsys.readouterr()
        return status, wrote.out, wrote.err

    def json(self, *arguments: str) -> Any:
        status, out, err = self.run(*arguments, "--json")
        assert (status, err) == (OK, "")
        return json.loads(out)

    def advise(self, answers: object, *places: str) -> Any:
        at = [word for place in places or ("calf:left",) for word in ("--at", place)]
        return self.json("advise", *at, "--answers", self.file(json.dumps(answers)))

    def refusal(self, *arguments: str) -> str:
        """The one line that refuses what was typed."""
        status, out, err = self.run(*arguments)
        assert (status, out) == (NOT_KNOWN, "")
        assert err.endswith("\n")
        assert err.count("\n") == 1
        return err.removesuffix("\n").removeprefix("spasm-gui: ")

    def file(self, text: str | bytes) -> str:
        path = self._folder / "answers.json"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    library = a_night_cramp_library(
        a_finding("breath", find_out="Say a whole sentence."),
        a_finding("pain", kind=FindingKind.NUMBER, min=0.0, max=10.0, unit="of 10"),
        a_region("calf", muscles=(a_muscle("soleus"),)),
        a_region("many-places", sides=()),
        a_rule("no-air", "breath", Level.EMERGENCY, because="No air: “≥ 1 sign”."),
        a_rule("child", all_of(aged("2-11"), Formula(finding="pain", at_least=7))),
    )
    return Terminal(write_library(tmp_path / "content", library), tmp_path, capsys)


# ---------------------------------------------------------------- regions


def test_regions_as_json(terminal: Terminal) -> None:
    assert terminal.json("regions") == [
        {
            "id": "calf",
            "name": "Calf",
            "sides": ["left", "right"],
            "views": ["back"],
            "muscles": [{"id": "soleus", "name": "Soleus"}],
        },
        {"id": "many-places", "name": "Many places", "sides": [], "views": [], "muscles": []},
    ]


def test_regions_as_text(terminal: Terminal) -> None:
    status, out, _ = terminal.run("regions")
    assert (status, out.splitlines()) == (
        OK,
        ["calf           Calf (left, right)", "many-places    Many places (no sides)"],
    )


# ---------------------------------------------------------------- ask


def test_ask_lists_the_open_questions_in_the_order_of_the_screens(terminal: Terminal) -> None:
    questions = terminal.json("ask", "--at", "calf:left")
    assert [(one["screen"], one["id"], one["kind"]) for one in questions] == [
        ("here", "swollen", "yes-no"),
        ("here", "breath", "yes-no"),
        ("here", "pain", "number"),
        ("you", "age-band", "choice"),
        ("stories", "night-story", "story"),
    ]
    for question in questions:
        assert set(question) == (STORY_KEYS if question["kind"] == "story" else QUESTION_KEYS)


def test_each_kind_of_question_says_how_it_is_answered(terminal: Terminal) -> None:
    _, breath, pain, age, story = terminal.json("ask", "--at", "calf:left")
    assert breath == {
        "id": "breath",
        "kind": "yes-no",
        "ask": "Is it breath?",
        "choices": [],
        "min": None,
        "max": None,
        "unit": None,
        "screen": "here",
        "red_flag": True,
        "find_out": "Say a whole sentence.",
    }
    assert (pain["min"], pain["max"], pain["unit"], pain["red_flag"]) == (0, 10, "of 10", False)
    assert age["choices"][0] == {"id": "under-2", "text": "under-2"}
    assert story["says_yes_to"] == ["at-night", "stretch-stops"]
    assert story["ask"] == "A cramp at night: Is it at night?. Is it stretch stops?."


def test_ask_leaves_out_what_was_answered_and_what_no_longer_matters(terminal: Terminal) -> None:
    answers = terminal.file('{"swollen": "no", "age-band": "16-49"}')
    assert [one["id"] for one in terminal.json("ask", "--at", "calf:left", "--answers", answers)] == [
        "breath",
        "night-story",
    ]


def test_ask_all_lists_every_question_whatever_was_answered(terminal: Terminal) -> None:
    answers = terminal.file('{"breath": "yes"}')
    assert terminal.json("ask", "--at", "calf:left", "--answers", answers) == []
    every = terminal.json("ask", "--all", "--at", "calf:left", "--answers", answers)
    assert [one["id"] for one in every] == ["swollen", "breath", "pain", "age-band", "night-story"]


def test_ask_as_text_stands_under_the_titles_of_the_screens(terminal: Terminal) -> None:
    _, out, _ = terminal.run("ask", "--at", "calf:left", "--answers", terminal.file('{"age-band": "16-49"}'))
    assert out.splitlines() == [
        "",
        "here",
        "  swollen: Is it swollen?",
        "  breath: Is it breath?",
        "",
        "stories",
        "  night-story: A cramp at night: Is it at night?. Is it stretch stops?.",
    ]


def test_ask_as_text_says_when_nothing_is_left(terminal: Terminal) -> None:
    _, out, _ = terminal.run("ask", "--at", "calf:left", "--answers", terminal.file('{"breath": "yes"}'))
    assert out == "Nothing is left to ask.\n"


# ---------------------------------------------------------------- advise


def test_advise_has_no_level_until_it_is_final(terminal: Terminal) -> None:
    advice = terminal.advise({})
    assert set(advice) == ADVICE_KEYS
    assert (advice["level"], advice["final"], advice["open_questions"], advice["act"]) == (None, False, 5, "")
    assert (advice["reasons"], advice["self_care"]) == ([], [])
    assert advice["would_change"] == [
        {"finding": "breath", "answer": "yes", "level": "emergency"},
        {"finding": "swollen", "answer": "yes", "level": "same-day"},
    ]


def test_advise_explains_itself(terminal: Terminal) -> None:
    advice = terminal.advise({"swollen": "yes"})
    assert (advice["level"], advice["final"], advice["open_questions"]) == ("same-day", False, 1)
    assert advice["act"] == "Do what same-day asks. Call 112."
    assert advice["reasons"] == [
        {
            "rule": "clot",
            "level": "same-day",
            "because": "This can be bad.",
            "findings": ["swollen"],
            "sources": ["a-source"],
        }
    ]
    assert advice["would_change"] == [{"finding": "breath", "answer": "yes", "level": "emergency"}]
    assert advice["causes"] == [
        {
            "id": "leg-clot",
            "name": "Leg clot",
            "fit": "fits",
            "fits": ["swollen"],
            "against": [],
            "how_common": "uncommon",
            "seriousness": "urgent",
            "rule_out": True,
        },
        {
            "id": "night-cramp",
            "name": "Night cramp",
            "fit": "can-still-fit",  # the swelling closes its card, but speaks against no cause here
            "fits": [],
            "against": [],
            "how_common": "common",
            "seriousness": "self-limiting",
            "rule_out": False,
        },
    ]


def test_advise_self_treatment_once_it_is_earned(terminal: Terminal) -> None:
    advice = terminal.advise({"swollen": "no", "breath": "no", "age-band": "16-49", "night-story": "yes"})
    assert (advice["level"], advice["final"], advice["open_questions"]) == ("self-treat", True, 0)
    assert advice["reasons"] == []
    assert advice["self_care"] == ["calf-stretch"]
    assert advice["causes"][0]["fits"] == ["at-night", "stretch-stops"]


@pytest.mark.parametrize(
    ("answers", "level", "final"),
    [
        ({"breath": "yes"}, "emergency", True),
        ({"breath": "not-sure"}, "emergency", True),
        ({"age-band": "2-11", "pain": 7}, "same-day", False),
        ({"age-band": "2-11", "pain": "not-sure"}, "same-day", False),
        ({"age-band": "not-sure", "pain": 9.5}, "same-day", False),
        ({"swollen": "no", "breath": "no", "pain": 3, "night-story": "no"}, "physician", True),
    ],
)
def test_advise_takes_every_kind_of_answer(
    answers: dict[str, object], level: str, final: bool, terminal: Terminal
) -> None:
    advice = terminal.advise(answers)
    assert (advice["level"], advice["final"]) == (level, final)


def test_several_places_count_together(terminal: Terminal) -> None:
    advice = terminal.advise(
        {"swollen": "no", "breath": "no", "pain": 0, "night-story": "yes"}, "calf:left", "many-places"
    )
    assert (advice["level"], advice["final"], advice["reasons"]) == ("physician", True, [])


def test_a_place_that_is_given_twice_is_touched_once(terminal: Terminal) -> None:
    assert terminal.advise({}, "calf:left", "calf:left") == terminal.advise({}, "calf:left")


def test_a_place_without_its_side_means_the_first_one(terminal: Terminal) -> None:
    _, out, _ = terminal.run("advise", "--at", "calf")
    assert out.startswith("About your left calf:\n")


def test_help_tells_what_a_place_without_a_side_means(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["advise", "--help"])
    assert ended.value.code == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "a touched place; may be repeated. Without a side the first one counts, as regions lists them" in told


def test_advise_as_text_says_what_it_is(terminal: Terminal) -> None:
    status, out, _ = terminal.run("advise", "--at", "calf:right", "--answers", terminal.file('{"swollen": "yes"}'))
    assert status == OK
    assert out.splitlines() == [
        "About your right calf:",
        "",
        "Same-day (so far; more questions are open)",
        "Do what same-day asks. Call 112.",
        "Until it is better.",
        "",
        "Why:",
        "  - This can be bad. You said: It is swollen.",
        "",
        "What may be behind it:",
        "  - Leg clot (leg-clot), uncommon",
        "  - Night cramp (night-cramp), common",
        "",
        "General information, not a diagnosis. Not yet clinically reviewed.",
    ]


@pytest.mark.parametrize(
    ("answers", "steps"),
    [
        ('{"breath": "yes", "swollen": "yes"}', ["Sit down.", "Say 112 to somebody."]),
        ('{"swollen": "yes"}', ["Keep the leg still.", "Rest."]),
    ],
    ids=["emergency", "same-day"],
)
def test_advise_as_text_tells_what_the_rules_name_until_help_comes(
    answers: str, steps: list[str], terminal: Terminal
) -> None:
    acts = some_acts()
    wordy = tuple(
        msgspec.structs.replace(act, until="If worse, call {number}.", meanwhile=("Rest.",)) for act in acts.acts
    )
    lists = (
        Meanwhile(id="air", steps=("Sit down.", "Say {number} to somebody."), sources=("a-source",)),
        Meanwhile(id="leg", steps=("Keep the leg still.", "Rest."), sources=("a-source",)),
    )
    library = a_library(
        a_finding("breath"),
        a_finding("swollen"),
        a_rule("no-air", "breath", Level.EMERGENCY, meanwhile="air"),
        a_rule("clot", "swollen", meanwhile="leg"),
        msgspec.structs.replace(acts, acts=wordy, meanwhile=lists),
    )
    write_library(terminal.content, library)
    _, out, _ = terminal.run("advise", "--at", "calf:left", "--answers", terminal.file(answers))
    lines = out.splitlines()
    assert "If worse, call 112." in lines
    start = lines.index("Until then:") + 1
    assert lines[start : lines.index("", start)] == [f"  - {step}" for step in steps]


def test_advise_as_text_counts_what_is_left_to_ask(terminal: Terminal) -> None:
    _, out, _ = terminal.run("advise", "--at", "calf:left")
    assert "No advice yet. Questions left: 5" in out


def test_answers_come_from_standard_input(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO('\ufeff{"breath": "yes"}'.encode()))
    monkeypatch.setattr(sys, "stdin", given)
    assert terminal.json("advise", "--at", "calf:left", "--answers", "-")["level"] == "emergency"


# ---------------------------------------------------------------- what was typed is not known


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("calv:left", "region 'calv' is not known; did you mean 'calf'?"),
        ("", "region '' is not known"),
        ("Calf:left", "region 'Calf' is not known; did you mean 'calf'?"),
        ("calf:lft", "'lft' is not a side of 'calf'; one of left, right; did you mean 'left'?"),
        ("calf:left:right", "'left:right' is not a side of 'calf'; one of left, right; did you mean 'right'?"),
        ("calf:middle", "'middle' is not a side of 'calf'; one of left, right"),
        ("many-places:left", "region 'many-places' has no sides; write --at many-places"),
        ("ca\nlf", "region 'ca lf' is not known; did you mean 'calf'?"),
        ("x" * 500, f"region '{'x' * 60}…' is not known"),
    ],
)
@pytest.mark.parametrize("command", ["ask", "advise"])
def test_a_place_that_is_not_known_is_one_line_with_the_nearest_spelling(
    command: str, place: str, said: str, terminal: Terminal
) -> None:
    assert terminal.refusal(command, "--at", place) == said


PAIN = "does not answer 'pain'; it is answered with a number from 0 to 10, or not-sure"
SWOLLEN = "does not answer 'swollen'; one of yes, no, not-sure"


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        pytest.param('{"swolen": "no"}', "question 'swolen' is not known; did you mean 'swollen'?", id="unknown"),
        pytest.param(
            '{"night-storry": "yes"}', "question 'night-storry' is not known; did you mean 'night-story'?", id="story"
        ),
        pytest.param('{"swo\\nllen": "no"}', "question 'swo llen' is not known; did you mean 'swollen'?", id="newline"),
        pytest.param('{"swollen": "ja"}', f"'ja' {SWOLLEN}", id="another-word"),
        pytest.param('{"swollen": "ye"}', f"'ye' {SWOLLEN}; did you mean 'yes'?", id="near-word"),
        pytest.param('{"swollen": "YES"}', f"'YES' {SWOLLEN}", id="capitals"),
        pytest.param('{"swollen": true}', f"'true' {SWOLLEN}", id="truth-value"),
        pytest.param('{"swollen": null}', f"'null' {SWOLLEN}", id="null"),
        pytest.param('{"swollen": ["no"]}', f"a list {SWOLLEN}", id="list"),
        pytest.param('{"swollen": {"a": "no"}}', f"an object {SWOLLEN}", id="object"),
        pytest.param('{"swollen": "no\\nTraceback"}', f"'no Traceback' {SWOLLEN}", id="two-lines"),
        pytest.param('{"swollen": "no", "swollen": "yes"}', "question 'swollen' is answered twice", id="twice"),
        pytest.param(
            '{"night-story": "maybe"}', "'maybe' does not answer 'night-story'; one of yes, no, not-sure", id="card"
        ),
        pytest.param(
            '{"age-band": "16-94"}',
            "'16-94' does not answer 'age-band'; one of under-2, 2-11, 12-15, 16-49, 50-64, 65-and-over, not-sure; "
            "did you mean '16-49'?",
            id="choice",
        ),
        pytest.param(
            '{"age-band": "yes"}',
            "'yes' does not answer 'age-band'; one of under-2, 2-11, 12-15, 16-49, 50-64, 65-and-over, not-sure",
            id="yes-to-a-choice",
        ),
        pytest.param('{"pain": "yes"}', f"'yes' {PAIN}", id="yes-to-a-number"),
        pytest.param('{"pain": "no"}', f"'no' {PAIN}", id="no-to-a-number"),
        pytest.param('{"pain": "7"}', f"'7' {PAIN}", id="number-in-quotes"),
        pytest.param('{"pain": true}', f"'true' {PAIN}", id="truth-for-a-number"),
        pytest.param('{"pain": 11}', f"'11' {PAIN}", id="above-the-scale"),
        pytest.param('{"pain": -0.5}', f"'-0.5' {PAIN}", id="below-the-scale"),
        pytest.param('{"pain": Infinity}', f"'Infinity' {PAIN}", id="infinity"),
        pytest.param('{"pain": 1e999}', f"'Infinity' {PAIN}", id="too-large-a-fraction"),
        pytest.param('{"pain": NaN}', f"'NaN' {PAIN}", id="not-a-number"),
        pytest.param('{"pain": 1' + "0" * 400 + "}", f"'1{'0' * 59}…' {PAIN}", id="too-large-a-whole-number"),
        pytest.param("[]", 'the answers must be one JSON object such as {"limb-swollen": "no"}', id="a-list"),
        pytest.param('"no"', 'the answers must be one JSON object such as {"limb-swollen": "no"}', id="a-text"),
        pytest.param("", "the answers are not JSON: Expecting value: line 1 column 1 (char 0)", id="an-empty-file"),
        pytest.param(
            '{"swollen": "no"',
            "the answers are not JSON: Expecting ',' delimiter: line 1 column 17 (char 16)",
            id="cut-short",
        ),
    ],
)
def test_answers_that_cannot_be_used_are_one_line(answers: str, said: str, terminal: Terminal) -> None:
    assert terminal.refusal("advise", "--at", "calf:left", "--answers", terminal.file(answers)) == said


@pytest.mark.parametrize("depth", [900, 100_000])
def test_answers_nested_too_deep_are_one_line(depth: int, terminal: Terminal) -> None:
    deep = terminal.file('{"swollen": ' + "[" * depth + "]" * depth + "}")
    said = terminal.refusal("advise", "--at", "calf:left", "--answers", deep)
    assert said.startswith(("a list does not answer", "the answers are not JSON: maximum recursion depth"))


def test_answers_that_are_not_text_or_too_many_are_one_line(terminal: Terminal) -> None:
    latin = terminal.file('{"größe": "no"}'.encode("latin-1"))
    assert terminal.refusal("advise", "--at", "calf:left", "--answers", latin) == (
        f"the answers in {latin} are not UTF-8 text"
    )
    big = terminal.file(" " * 1_000_001)
    assert terminal.refusal("advise", "--at", "calf:left", "--answers", big) == (
        "the answers have more than 1,000,000 bytes"
    )


def test_a_folder_a_missing_file_or_no_name_for_answers_is_one_line(tmp_path: Path, terminal: Terminal) -> None:
    for name, reason in {
        str(tmp_path): "Is a directory",
        str(tmp_path / "nowhere.json"): "No such file or directory",
        "": "Is a directory",
    }.items():
        said = terminal.refusal("advise", "--at", "calf:left", "--answers", name)
        assert said == f"the answers in {name} cannot be read: {reason}"


@pytest.mark.parametrize(
    "arguments", [["advize"], ["advise"], ["advise", "--att", "calf"], ["ask", "--at"], ["--kioskk"]]
)
def test_options_that_are_not_known_end_with_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == NOT_KNOWN
    assert capsys.readouterr().err.startswith("usage: spasm-gui")


# ---------------------------------------------------------------- content and screen


@pytest.mark.parametrize("command", [["regions"], ["ask", "--at", "calf"], ["advise", "--at", "calf"]])
def test_broken_content_is_told_with_file_and_line(command: list[str], terminal: Terminal) -> None:
    (terminal.content / "rules/new.yaml").write_text("rules: none\n", encoding="utf-8")
    (terminal.content / "causes/new.yaml").write_text("causes: none\n", encoding="utf-8")
    assert terminal.run(*command) == (
        CONTENT_PROBLEMS,
        "",
        "causes/new.yaml:1: 'causes' must be a list; begin each entry with a dash\n"
        "rules/new.yaml:1: 'rules' must be a list; begin each entry with a dash\n",
    )


def test_a_content_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = tmp_path / "nowhere"
    assert main(["regions", "--content", str(nowhere)]) == CONTENT_PROBLEMS
    assert capsys.readouterr().err == f"{nowhere}:1: this content folder does not exist\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a screen")
@pytest.mark.parametrize("arguments", [[], ["run"], ["--language", "en"], ["run", "--watch"]])
def test_without_a_screen_the_window_says_so_in_one_sentence(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(arguments) == NO_SCREEN
    assert capsys.readouterr().err == (
        "spasm-gui: there is no screen to open a window on. Start it from a desktop session, "
        "or use 'spasm-gui ask' and 'spasm-gui advise' in the terminal.\n"
    )


def test_a_bare_option_means_the_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--kiosk"]) == NOT_KNOWN
    assert capsys.readouterr().err.startswith("spasm-gui: --kiosk needs to know the clinic")


@pytest.mark.parametrize("option", ["--help", "-h", "--version"])
def test_help_and_version_are_of_the_whole_program(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([option])
    assert ended.value.code == 0
    assert "spasm-gui" in capsys.readouterr().out


# ---------------------------------------------------------------- the real thing


def process(
    *arguments: str, stdout: int | None = subprocess.PIPE, given: str | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "spasm_gui", *arguments],
        input=given.encode() if given is not None else None,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=os.environ | environment,
        timeout=60,
        check=False,
    )


def test_the_real_program_reads_answers_and_gives_advice(terminal: Terminal) -> None:
    done = process(
        "advise",
        "--content",
        str(terminal.content),
        "--at",
        "calf:left",
        "--answers",
        "-",
        "--json",
        given='{"breath": "yes"}',
    )
    assert (done.returncode, done.stderr) == (OK, b"")
    assert json.loads(done.stdout)["reasons"][0]["because"] == "No air: “≥ 1 sign”."


@pytest.mark.parametrize("form", [["--json"], []], ids=["json", "text"])
def test_an_old_terminal_that_knows_no_unicode_gets_an_answer_all_the_same(form: list[str], terminal: Terminal) -> None:
    content = ["--content", str(terminal.content)]
    answers = terminal.file('{"breath": "yes"}')
    done = process("advise", *content, "--at", "calf", "--answers", answers, *form, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (OK, b"")
    if form:
        assert json.loads(done.stdout)["reasons"][0]["because"] == "No air: “≥ 1 sign”."
    else:
        assert b"No air: ?? 1 sign?." in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="a pipe that nobody reads is told otherwise on Windows")
@pytest.mark.parametrize("command", [["regions"], ["advise", "--at", "calf", "--json"]])
def test_a_reader_who_stops_reading_is_no_error(command: list[str], terminal: Terminal) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    try:
        done = process(command[0], "--content", str(terminal.content), *command[1:], stdout=write_end)
    finally:
        os.close(write_end)
    assert (done.returncode, done.stderr) == (OK, b"")


def test_what_is_shipped_answers_in_the_promised_shapes(capsys: pytest.CaptureFixture[str]) -> None:
    def said(*arguments: str) -> Any:
        assert main([*arguments, "--json"]) == OK
        return json.loads(capsys.readouterr().out)

    regions = said("regions")
    assert all(set(region) == REGION_KEYS for region in regions)
    screens = [screen.value for screen in Screen]
    for region in regions[::10]:
        questions = said("ask", "--at", region["id"])
        assert all(set(one) == (STORY_KEYS if one["kind"] == "story" else QUESTION_KEYS) for one in questions)
        places = [screens.index(one["screen"]) for one in questions]
        assert places == sorted(places)
        advice = said("advise", "--at", region["id"])
        assert set(advice) == ADVICE_KEYS
        assert all(set(one) == REASON_KEYS for one in advice["reasons"])
        assert all(set(one) == CAUSE_KEYS for one in advice["causes"])


def test_check_against_says_what_an_edit_changes(terminal: Terminal, tmp_path: Path) -> None:
    older = write_library(tmp_path / "older", a_night_cramp_library(a_rule("clot", advise=Level.EMERGENCY)))
    status, out, err = terminal.run("check", "--against", str(older))
    assert (status, err) == (OK, "")
    assert "LOWERED  emergency -> same-day" in out
    assert terminal.json("check", "--against", str(older))["lowered"] > 0


def test_check_against_a_folder_that_is_not_there_names_it(terminal: Terminal, tmp_path: Path) -> None:
    status, out, _ = terminal.run("check", "--against", str(tmp_path / "nowhere"))
    assert status == CONTENT_PROBLEMS
    assert f"problem  {tmp_path / 'nowhere'}:1: this content folder does not exist" in out


def test_schema_writes_a_file_for_each_kind_of_content(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", str(tmp_path / "out")]) == OK
    assert capsys.readouterr().out == f"12 schemas are written to {tmp_path / 'out'}\n"
    assert (tmp_path / "out" / "rules.schema.json").exists()


def test_schema_says_when_it_cannot_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").write_text("a file stands here")
    assert main(["schema", str(tmp_path / "out")]) == NOT_KNOWN
    assert "cannot be written" in capsys.readouterr().err
