"""What a clinic set is checked before anything is shown; each message says where and how to mend it."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from spasm_gui import cli, doctor, places
from spasm_gui.kiosk.config import KioskConfigError, check_printer, check_with_content, read_kiosk_config
from spasm_gui.kiosk.keys import KEYS
from spasm_gui.kiosk.setup import DEMO_VALUES, STARTING_VALUES, Value, write_new, written
from spasm_gui.knowledge.language import Language, Reviewer
from spasm_gui.knowledge.level import Level
from tests.factories import a_library

CHECKOUT = Path(__file__).resolve().parent.parent.parent
ACT = "what people are to do, in quotes, at most 200 letters; {number}, {telephone} and {clinic} are filled in"


def a_config_file(folder: Path, **changes: Value) -> Path:
    path = folder / "kiosk.toml"
    path.write_text(written({**DEMO_VALUES, "languages": ("en",), **changes}), encoding="utf-8")
    return path


def messages_of(path: Path) -> list[str]:
    with pytest.raises(KioskConfigError) as caught:
        read_kiosk_config(path)
    return [str(one).replace(str(path), "kiosk.toml") for one in caught.value.problems]


def line_of(path: Path, start: str) -> int:
    return path.read_text(encoding="utf-8").splitlines().index(start) + 1


def test_the_demo_file_is_read_and_says_that_it_is_a_demo() -> None:
    config = read_kiosk_config(CHECKOUT / "kiosk-demo.toml")
    assert config.is_demo and config.allow_unreviewed_content
    assert config.remark == "DEMO, not a real clinic."
    assert set(config.acts) == set(Level)
    assert config.acts[Level.PHYSICIAN] == "Ask the front desk for an appointment, or call 020 555 0100."


def test_the_demo_file_is_the_one_that_setup_writes() -> None:
    assert (CHECKOUT / "kiosk-demo.toml").read_text(encoding="utf-8") == written(DEMO_VALUES, "kiosk-demo.toml")


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_every_key_stands_in_the_demo_file_under_its_explanation(key: Any) -> None:
    lines = (CHECKOUT / "kiosk-demo.toml").read_text(encoding="utf-8").splitlines()
    name = key.name.removeprefix("acts.")
    (index,) = (number for number, line in enumerate(lines) if line.startswith(f"{name} = "))
    assert lines[index - 1].startswith("# ")


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("idle_seconds", 19, "'idle_seconds' is 19; it must be a whole number from 20 to 600"),
        ("idle_seconds", 601, "'idle_seconds' is 601; it must be a whole number from 20 to 600"),
        ("idle_seconds", "60", "'idle_seconds' is \"60\"; it must be a whole number from 20 to 600"),
        ("idle_seconds", True, "'idle_seconds' is true; it must be a whole number from 20 to 600"),
        ("countdown_seconds", 19, "'countdown_seconds' is 19; it must be a whole number from 20 to 120"),
        ("clinic_name", "", "'clinic_name' is empty; it must be a name in quotes, at most 80 letters"),
        ("clinic_name", "  ", "'clinic_name' is empty; it must be a name in quotes, at most 80 letters"),
        (
            "clinic_name",
            "x" * 81,
            f"'clinic_name' is \"{'x' * 30}…\"; it must be a name in quotes, at most 80 letters",
        ),
        (
            "emergency_number",
            112,
            "'emergency_number' is 112; it must be a telephone number in quotes, such as \"112\"",
        ),
        (
            "emergency_number",
            "one one two",
            '\'emergency_number\' is "one one two"; it must be a telephone number in quotes, such as "112"',
        ),
        ("languages", (), "'languages' is an empty list; it must be a list such as [\"en\"], the first language first"),
        (
            "languages",
            ("en", "en"),
            "'languages' is a list; it must be a list such as [\"en\"], the first language first",
        ),
        ("is_demo", "yes", "'is_demo' is \"yes\"; it must be true or false"),
        (
            "exit_pin_hash",
            "2580",
            "'exit_pin_hash' is \"2580\"; it must be what 'spasm-gui kiosk-setup --pin' printed, in quotes",
        ),
    ],
)
def test_a_value_out_of_bounds_is_named_with_its_line(tmp_path: Path, key: str, value: Value, message: str) -> None:
    path = a_config_file(tmp_path, **{key: value})
    lines = path.read_text(encoding="utf-8").splitlines()
    (number,) = (n for n, line in enumerate(lines, start=1) if line.startswith(f"{key} = "))
    assert messages_of(path) == [f"kiosk.toml:{number}: {message}"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('emergency = "Tell', 'emergncy = "Tell', "'acts.emergncy' is not known; did you mean 'acts.emergency'?"),
        ("idle_seconds = 60", "idle_secs = 60", "'idle_secs' is not known; did you mean 'idle_seconds'?"),
        ("is_demo = true", "is_demo = true\nsoup = 1", "'soup' is not known"),
        (
            "is_demo = true",
            "is_demo = yes",
            'this is not TOML: Invalid value; write it as key = "text", with the quotes',
        ),
        (
            '"Demo Clinic"',
            '"Demo Clinic',
            "this is not TOML: Illegal character '\\n'; write it as key = \"text\", with the quotes",
        ),
        (
            '"Tell the front desk now and show them this screen."',
            '"Call {phone}."',
            f"'acts.emergency' is \"Call {{phone}}.\"; it must be {ACT}",
        ),
    ],
)
def test_a_slip_in_the_file_is_named_with_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "kiosk.toml"
    text = written(DEMO_VALUES)
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    before = text.partition(old)[0].count("\n") + 1 + new.count("\n")
    assert messages_of(path) == [f"kiosk.toml:{before}: {message}"]


def test_everything_that_is_missing_is_named_at_once(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text('# nothing yet\nis_demo = true\n\n[acts]\nself-treat = "Go home."\n', encoding="utf-8")
    named = [message.split("'")[1] for message in messages_of(path)]
    required = {key.name for key in KEYS if key.is_required} - {"acts.self-treat"}
    assert set(named) == required
    assert "kiosk.toml:4: 'acts.emergency' is missing; it must be " + ACT in messages_of(path)


def test_the_line_is_not_taken_from_inside_a_text_of_several_lines(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    text = written(DEMO_VALUES).replace("idle_seconds = 60", "idle_seconds = 5")
    path.write_text('opening = """\nidle_seconds = 5\n"""\n' + text, encoding="utf-8")
    line = text.partition("idle_seconds = 5")[0].count("\n") + 1 + 3
    assert f"kiosk.toml:{line}: 'idle_seconds' is 5; it must be a whole number from 20 to 600" in messages_of(path)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"#" * 64_001, "kiosk.toml:1: the file is larger than 64,000 bytes"),
        (b"a = [" + b"[" * 50_000, "kiosk.toml:1: brackets are nested too deeply"),
        (b'# ok\nclinic_name = "Z\xfcrich"\n', "kiosk.toml:2: this is not UTF-8 text; save the file as UTF-8"),
    ],
    ids=["too large", "nested", "latin-1"],
)
def test_a_file_that_cannot_be_taken_is_refused_before_it_is_understood(
    tmp_path: Path, data: bytes, message: str
) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_bytes(data)
    assert messages_of(path) == [message]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_bytes(b"\xef\xbb\xbf" + written(DEMO_VALUES).replace("\n", "\r\n").encode("utf-8"))
    assert read_kiosk_config(path).clinic_name == "Demo Clinic"


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    assert messages_of(tmp_path / "kiosk.toml") == ["kiosk.toml:1: cannot be read: No such file or directory"]
    (tmp_path / "folder").mkdir()
    with pytest.raises(KioskConfigError, match="this is not a file"):
        read_kiosk_config(tmp_path / "folder")


def test_content_that_no_clinician_signed_needs_a_yes_on_purpose(tmp_path: Path) -> None:
    path = a_config_file(tmp_path, allow_unreviewed_content=False)
    with pytest.raises(KioskConfigError) as caught:
        check_with_content(read_kiosk_config(path), a_library(), path)
    line = line_of(path, "allow_unreviewed_content = false")
    assert str(caught.value) == (
        f"{path}:{line}: no clinician has signed this content; "
        "a kiosk shows it only with allow_unreviewed_content = true"
    )
    allowed = a_config_file(tmp_path, allow_unreviewed_content=True)
    check_with_content(read_kiosk_config(allowed), a_library(), allowed)


def test_a_language_that_the_content_does_not_speak_is_refused(tmp_path: Path) -> None:
    path = a_config_file(tmp_path, languages=("en", "es"))
    with pytest.raises(KioskConfigError, match="the content does not speak 'es'; it speaks 'en'"):
        check_with_content(read_kiosk_config(path), a_library(), path)


def test_a_translation_that_nobody_reviewed_needs_a_yes_on_purpose(tmp_path: Path) -> None:
    spanish = Language(code="es", name="Español")
    path = a_config_file(tmp_path, languages=("en", "es"), allow_unreviewed_translations=False)
    with pytest.raises(KioskConfigError) as caught:
        check_with_content(read_kiosk_config(path), a_library(), path, (spanish,))
    line = line_of(path, "allow_unreviewed_translations = false")
    assert str(caught.value) == (
        f"{path}:{line}: nobody has reviewed the translation into 'es'; "
        "a kiosk offers it only with allow_unreviewed_translations = true"
    )
    reviewer = Reviewer(name="Ana", role="physician", date=datetime.date(2026, 11, 22))
    reviewed = Language(code="es", name="Español", reviewer=reviewer)
    check_with_content(read_kiosk_config(path), a_library(), path, (reviewed,))
    allowed = a_config_file(tmp_path, languages=("en", "es"), allow_unreviewed_translations=True)
    check_with_content(read_kiosk_config(allowed), a_library(), allowed, (spanish,))


def test_a_clinic_words_its_acts_in_a_further_language(tmp_path: Path) -> None:
    path = a_config_file(tmp_path, languages=("en", "es"))
    with path.open("a", encoding="utf-8") as stream:
        stream.write('\n[acts.es]\nphysician = "Llame al {telephone}."\n')
    config = read_kiosk_config(path)
    assert config.acts_in("es")[Level.PHYSICIAN] == "Llame al 020 555 0100."
    assert config.acts_in("es")[Level.SAME_DAY] == config.acts_in("en")[Level.SAME_DAY]
    assert "Ask the front desk" in config.acts_in("en")[Level.PHYSICIAN]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        pytest.param(
            '[acts.fr]\nphysician = "Appelez."',
            "[acts.fr] stands for a language that is not among the languages",
            id="another language",
        ),
        pytest.param(
            '[acts.en]\nphysican = "Call."',
            "'acts.en.physican' is not known; did you mean 'physician'?",
            id="a misspelt level",
        ),
        pytest.param('[acts.en]\nphysician = ""', f"'acts.en.physician' is empty; it must be {ACT}", id="nothing"),
    ],
)
def test_acts_of_a_further_language_are_checked_like_the_others(tmp_path: Path, table: str, message: str) -> None:
    path = a_config_file(tmp_path)
    with path.open("a", encoding="utf-8") as stream:
        stream.write(f"\n{table}\n")
    (said,) = messages_of(path)
    assert said.endswith(message)
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert int(said.split(":")[1]) in (lines - 1, lines)


# ------------------------------------------------------------------ on the command line


def test_a_kiosk_without_its_file_says_how_to_try(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--kiosk"]) == 2
    assert capsys.readouterr().err == (
        "spasm-gui: --kiosk needs to know the clinic: add --config kiosk.toml, or --config kiosk-demo.toml to try it.\n"
    )


def test_a_broken_file_ends_the_start_with_status_2_and_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_config_file(tmp_path, idle_seconds=5)
    assert cli.main(["--kiosk", "--config", str(path)]) == 2
    line = line_of(path, "idle_seconds = 5")
    expected = f"{path}:{line}: 'idle_seconds' is 5; it must be a whole number from 20 to 600\n"
    assert capsys.readouterr().err == expected


def test_a_config_without_a_kiosk_is_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--config", "kiosk.toml"]) == 2
    assert "add --kiosk" in capsys.readouterr().err


def test_setup_writes_a_file_to_fill_in_and_then_names_what_is_still_empty(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kiosk.toml"
    assert cli.main(["kiosk-setup", str(path)]) == 0
    assert "Fill it in" in capsys.readouterr().out
    assert cli.main(["kiosk-setup", str(path)]) == 2
    said = capsys.readouterr().err
    empty = [name for name, value in STARTING_VALUES.items() if value == "" and name != "printer"]
    assert all(f"'{name}' is empty" in said for name in empty)
    assert len(said.splitlines()) == len(empty)


def test_setup_never_writes_over_a_file(tmp_path: Path) -> None:
    path = a_config_file(tmp_path)
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        write_new(path, is_demo=True)
    assert path.read_bytes() == before


def test_a_demo_file_from_setup_passes_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "demo.toml"
    assert cli.main(["kiosk-setup", str(path), "--demo"]) == 0
    assert cli.main(["kiosk-setup", str(path), "--content", str(places.content_dir())]) == 0
    assert "all is well" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("queues", "status", "said"),
    [
        (["desk", "office"], 0, "the printer 'desk' is there"),
        (["office"], 2, "this computer has no print queue 'desk'; it has 'office'"),
        (None, 0, "the printer 'desk' could not be looked for: Qt does not start here"),
    ],
    ids=["there", "missing", "nobody can tell"],
)
def test_setup_looks_for_the_printer(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    queues: list[str] | None,
    status: int,
    said: str,
) -> None:
    monkeypatch.setattr(doctor, "print_queues", lambda: queues)
    path = a_config_file(tmp_path, printer="desk")
    assert cli.main(["kiosk-setup", str(path)]) == status
    told = capsys.readouterr()
    assert said in told.out + told.err


def test_setup_asks_for_no_printer_where_none_was_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "print_queues", lambda: pytest.fail("nobody prints here"))
    assert cli.main(["kiosk-setup", str(a_config_file(tmp_path))]) == 0


def test_a_kiosk_prints_only_on_the_queue_that_was_named(tmp_path: Path) -> None:
    path = a_config_file(tmp_path, printer="desk")
    config = read_kiosk_config(path)
    check_printer(config, ["desk", "office"], path)
    for queues, has in ((["desk2", "office"], "it has 'desk2', 'office'; did you mean 'desk2'?"), ([], "it has none")):
        with pytest.raises(KioskConfigError) as caught:
            check_printer(config, queues, path)
        (problem,) = caught.value.problems
        assert problem.line == line_of(path, 'printer = "desk"')
        assert problem.message == f"this computer has no print queue 'desk'; {has}"


def test_a_kiosk_without_a_printer_asks_for_none(tmp_path: Path) -> None:
    path = a_config_file(tmp_path)
    assert read_kiosk_config(path).printer == ""
    check_printer(read_kiosk_config(path), [], path)


def test_a_printer_is_a_name(tmp_path: Path) -> None:
    expected = 'it must be the name of a print queue in quotes, at most 120 letters, or "" for none'
    assert messages_of(a_config_file(tmp_path, printer=True)) == [
        f"kiosk.toml:{line_of(tmp_path / 'kiosk.toml', 'printer = true')}: 'printer' is true; {expected}"
    ]
