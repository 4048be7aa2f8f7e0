"""Preferences: only comfort, so a bad one falls back to its default and says so in the log."""

import logging
import os
from pathlib import Path
from typing import Any

import pytest

from spasm_gui.settings import (
    EMERGENCY_NUMBER,
    LANGUAGE,
    REDUCED_MOTION,
    SETTINGS,
    TEXT_SIZE_PERCENT,
    THEME,
    Preferences,
    Setting,
    default_path,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "preferences.toml"


def written(path: Path, text: str | bytes) -> Preferences:
    """The preferences of a file with this text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Preferences(path)


def values(preferences: Preferences) -> dict[str, object]:
    every: tuple[Setting[Any], ...] = SETTINGS
    return {setting.key: preferences.get(setting) for setting in every}


DEFAULTS: dict[str, object] = {
    "text_size_percent": 100,
    "theme": "light",
    "language": "",
    "reduced_motion": False,
    "emergency_number": "112",
}


def test_every_setting_is_declared_once_with_help_and_an_allowed_default() -> None:
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)
    for setting in SETTINGS:
        assert setting.help.endswith(".")
        assert setting.accepts(setting.default)
    assert values(Preferences(None)) == DEFAULTS


def test_without_a_file_the_defaults_hold_and_nothing_is_written(path: Path) -> None:
    assert values(Preferences(path)) == DEFAULTS
    assert not path.parent.exists()


def test_the_file_lies_in_the_home_of_the_person(fresh_home: Path) -> None:
    assert default_path().name == "preferences.toml"
    assert default_path().is_relative_to(fresh_home)


def test_what_is_set_is_there_the_next_time(path: Path) -> None:
    preferences = Preferences(path)
    preferences.set(TEXT_SIZE_PERCENT, 150)
    preferences.set(THEME, "contrast")
    preferences.set(LANGUAGE, "es")
    preferences.set(REDUCED_MOTION, True)
    preferences.set(EMERGENCY_NUMBER, "+1 (911)")
    for one in (preferences, Preferences(path)):
        assert values(one) == {
            "text_size_percent": 150,
            "theme": "contrast",
            "language": "es",
            "reduced_motion": True,
            "emergency_number": "+1 (911)",
        }
    assert [file.name for file in path.parent.iterdir()] == ["preferences.toml"]


def test_without_a_path_preferences_live_in_memory_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    preferences = Preferences(None)
    preferences.set(THEME, "dark")
    assert preferences.get(THEME) == "dark"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (TEXT_SIZE_PERCENT, 99),
        (TEXT_SIZE_PERCENT, 201),
        (TEXT_SIZE_PERCENT, 120.0),
        (TEXT_SIZE_PERCENT, True),
        (TEXT_SIZE_PERCENT, "120"),
        (THEME, "pink"),
        (THEME, ""),
        (REDUCED_MOTION, 1),
        (REDUCED_MOTION, "yes"),
        (EMERGENCY_NUMBER, 112),
        (EMERGENCY_NUMBER, ""),
        (EMERGENCY_NUMBER, "help"),
        (EMERGENCY_NUMBER, "112\n"),
        (EMERGENCY_NUMBER, "1" * 21),
        (EMERGENCY_NUMBER, "<b>112</b>"),
        (EMERGENCY_NUMBER, "++"),
    ],
)
def test_a_value_that_is_not_allowed_is_refused_when_set(setting: Setting[Any], value: object, path: Path) -> None:
    preferences = Preferences(path)
    with pytest.raises(ValueError, match=f"is not allowed for {setting.key}: "):
        preferences.set(setting, value)
    assert preferences.get(setting) == setting.default
    assert not path.exists()


@pytest.mark.parametrize("value", [100, 200, 133])
def test_the_ends_of_a_scale_are_allowed(value: int, path: Path) -> None:
    preferences = Preferences(path)
    preferences.set(TEXT_SIZE_PERCENT, value)
    assert Preferences(path).get(TEXT_SIZE_PERCENT) == value


@pytest.mark.parametrize("number", ["112", "911", "000", "1-1-2", "999 / 112", "*112#"])
def test_emergency_numbers_of_the_world_are_allowed(number: str, path: Path) -> None:
    Preferences(path).set(EMERGENCY_NUMBER, number)
    assert Preferences(path).get(EMERGENCY_NUMBER) == number


def test_one_bad_preference_falls_back_alone(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    preferences = written(path, 'theme = "pink"\ntext_size_percent = 120\nsomething_else = 3\n')
    assert values(preferences) == {**DEFAULTS, "text_size_percent": 120}
    assert caplog.messages == ["preference theme is not used; Colours: light, dark or contrast."]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param('theme = "dark', "Unterminated string", id="broken"),
        pytest.param(b'theme = "gr\xf6\xdfe"\n', "'utf-8' codec can't decode", id="not-utf-8"),
        pytest.param('theme = "dark"\ntheme = "light"\n', "Cannot overwrite a value", id="double-key"),
        pytest.param('theme = "dark"\n' + "#" * 20_000, "more than 20,000 bytes", id="too-large"),
        pytest.param("a = " + "[" * 9_000, "", id="nested-too-deep"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_in_the_log(
    text: str | bytes, reason: str, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert values(written(path, text)) == DEFAULTS
    (message,) = caplog.messages
    assert message.startswith(f"preferences in preferences.toml are not used: {reason}")


def test_a_folder_in_place_of_the_file_is_told_in_the_log(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.mkdir(parents=True)
    assert values(Preferences(path)) == DEFAULTS
    assert len(caplog.messages) == 1


def test_a_log_line_betrays_no_folder(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    written(path, "broken")
    assert str(path.parent) not in caplog.text


def test_an_older_file_stays_whole_when_the_disk_is_full(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    preferences = Preferences(path)
    preferences.set(THEME, "dark")
    before = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    preferences.set(THEME, "contrast")
    assert preferences.get(THEME) == "contrast", "it holds until the program ends"
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["preferences.toml"]
    assert caplog.messages == ["preferences are kept only until the program ends: No space left on device"]


def test_a_home_that_cannot_be_written_costs_one_log_line(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    # Simulated, since permission bits do not bind root.
    def refusing(*arguments: object, **named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refusing)
    preferences = Preferences(path)
    for percent in (125, 150):
        preferences.set(TEXT_SIZE_PERCENT, percent)
        assert preferences.get(TEXT_SIZE_PERCENT) == percent
    assert [(record.levelno, record.getMessage()) for record in caplog.records] == [
        (logging.WARNING, "preferences are kept only until the program ends: Permission denied")
    ]


def test_a_disk_that_becomes_read_only_in_the_middle_costs_one_log_line(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refusing(*arguments: object, **named: object) -> None:
        raise OSError(30, "Read-only file system")

    preferences = Preferences(path)
    for method in ("replace", "unlink"):
        monkeypatch.setattr(Path, method, refusing)
    preferences.set(THEME, "dark")
    assert preferences.get(THEME) == "dark"
    assert caplog.messages == ["preferences are kept only until the program ends: Read-only file system"]


def test_a_file_in_place_of_the_folder_costs_one_log_line(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.parent.write_text("in the way", encoding="utf-8")
    preferences = Preferences(path)
    caplog.clear()
    preferences.set(THEME, "dark")
    assert preferences.get(THEME) == "dark"
    assert [message.partition(": ")[0] for message in caplog.messages] == [
        "preferences are kept only until the program ends"
    ]
