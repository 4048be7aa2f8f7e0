"""What the clinic set for its kiosk: `kiosk.toml`, checked like content before anything is shown.

It holds the emergency number and what people are told to do, so nothing is assumed and nothing falls back. What each
key may hold stands in `keys.py`.
"""

import re
import stat
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from spasm_gui.kiosk.keys import ACT_EXPECTED, KEYS, is_act
from spasm_gui.kiosk.toml_lines import lines_of_keys
from spasm_gui.knowledge.language import Language
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.reading.errors import Problem
from spasm_gui.reading.nearest import did_you_mean

MAX_BYTES = 64_000
_BY_NAME = {key.name: key for key in KEYS}
HOW_TO_TRY = "--kiosk needs to know the clinic: add --config kiosk.toml, or --config kiosk-demo.toml to try it."


class KioskConfigError(Exception):
    """The kiosk does not start. `problems` holds all that were found in the file; each names file and line."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class KioskConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A `kiosk.toml` that passed its checks. `acts` are the clinic's own words, with every {place} filled in."""

    clinic_name: str
    emergency_number: str
    telephone: str
    opening_hours: str
    languages: tuple[str, ...]
    idle_seconds: int
    countdown_seconds: int
    acts: dict[Level, str]
    acts_by_language: dict[str, dict[Level, str]] = {}
    allow_unreviewed_content: bool = False
    allow_unreviewed_translations: bool = False
    is_demo: bool = False
    reduced_motion: bool = False
    emergency_sound: bool = False
    explain_view: bool = False
    printer: str = ""
    exit_pin_hash: str = ""

    def acts_in(self, language: str) -> Mapping[Level, str]:
        """The clinic's own words in a language; what it did not give there, as it stands in [acts]."""
        return {**self.acts, **self.acts_by_language.get(language, {})}

    @property
    def remark(self) -> str:
        """What stands before the legal line of every page: nothing, unless this is for trying."""
        return "DEMO, not a real clinic." if self.is_demo else ""


def read_kiosk_config(path: Path) -> KioskConfig:
    """Return what a clinic set.

    Raises:
        KioskConfigError: the file cannot be read, or something in it is missing, not known or out of bounds. Messages
            name the file as `path` does.
    """
    text = _read(path)
    raw = _parse(path, text)
    lines = lines_of_keys(text)
    problems = list(_problems(str(path), raw, lines))
    if problems:
        raise KioskConfigError(*problems)
    values = {name: value for name, value in raw.items() if name != "acts"}
    tables = {"": raw["acts"], **{name: table for name, table in raw["acts"].items() if isinstance(table, dict)}}
    acts = {
        language: {Level(level): _filled(act, raw) for level, act in table.items() if not isinstance(act, dict)}
        for language, table in tables.items()
    }
    values |= {"languages": tuple(values["languages"]), "acts": acts.pop(""), "acts_by_language": acts}
    return KioskConfig(**values)


def check_with_content(config: KioskConfig, library: Library, path: Path, offered: Sequence[Language] = ()) -> None:
    """Hold the clinic's settings against the content that is going to be shown.

    `library` is in its own language; `offered` are all languages it is there in.

    Raises:
        KioskConfigError: no clinician signed the content, or nobody reviewed a translation, and the file does not allow
            that; or a language is not there.
    """
    lines = lines_of_keys(_read(path))
    source = library.edition.language
    known = {one.code: one for one in offered}
    speaks = ", ".join(f"'{one}'" for one in dict.fromkeys([source, *known]))
    problems = []
    if not library.is_clinically_reviewed and not config.allow_unreviewed_content:
        problems.append(
            Problem(
                str(path),
                lines.get("allow_unreviewed_content", 1),
                "no clinician has signed this content; a kiosk shows it only with allow_unreviewed_content = true",
            )
        )
    problems += [
        Problem(str(path), lines.get("languages", 1), f"the content does not speak '{one}'; it speaks {speaks}")
        for one in config.languages
        if one != source and one not in known
    ]
    problems += [
        Problem(
            str(path),
            lines.get("allow_unreviewed_translations", lines.get("languages", 1)),
            f"nobody has reviewed the translation into '{one}'; a kiosk offers it only with "
            "allow_unreviewed_translations = true",
        )
        for one in config.languages
        if one != source and one in known and known[one].reviewer is None and not config.allow_unreviewed_translations
    ]
    if problems:
        raise KioskConfigError(*problems)


def check_printer(config: KioskConfig, queues: Sequence[str], path: Path) -> None:
    """Hold the printer that was set against the print queues of this computer.

    Raises:
        KioskConfigError: there is no queue of exactly that name.
    """
    if not config.printer or config.printer in queues:
        return
    has = f"it has {', '.join(repr(one) for one in sorted(queues))}" if queues else "it has none"
    suggestion = did_you_mean(config.printer, list(queues))
    message = f"this computer has no print queue '{config.printer}'; {has}{suggestion}"
    raise KioskConfigError(Problem(str(path), lines_of_keys(_read(path)).get("printer", 1), message))


def _filled(act: str, raw: Mapping[str, Any]) -> str:
    return (
        act.replace("{number}", raw["emergency_number"])
        .replace("{telephone}", raw["telephone"])
        .replace("{clinic}", raw["clinic_name"])
    )


def _read(path: Path) -> str:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would block for ever
            raise KioskConfigError(Problem(str(path), 1, "this is not a file; give a kiosk.toml"))
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise KioskConfigError(Problem(str(path), 1, f"cannot be read: {error.strerror}")) from error
    if len(data) > MAX_BYTES:
        raise KioskConfigError(Problem(str(path), 1, f"the file is larger than {MAX_BYTES:,} bytes"))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise KioskConfigError(Problem(str(path), line, "this is not UTF-8 text; save the file as UTF-8")) from error


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (RecursionError, ValueError) as error:
        if isinstance(error, RecursionError) or "nested" in str(error):  # newer Pythons count for themselves
            raise KioskConfigError(Problem(str(path), 1, "brackets are nested too deeply")) from error
        found = re.search(r"(.*?) \(at (?:line (\d+), column \d+|end of document)\)", str(error))
        what = found[1] if found else "this cannot be read"
        line = int(found[2]) if found and found[2] else max(1, len(text.splitlines()))
        mend = 'write it as key = "text", with the quotes'
        raise KioskConfigError(Problem(str(path), line, f"this is not TOML: {what}; {mend}")) from error


def _problems(file: str, raw: Mapping[str, Any], lines: Mapping[str, int]) -> Iterator[Problem]:
    acts = raw.get("acts", {})
    if not isinstance(acts, dict):
        yield Problem(file, lines.get("acts", 1), "'acts' must be a table: write [acts] on a line of its own")
        acts = {}
    given = {name: value for name, value in raw.items() if name != "acts"}
    given |= {f"acts.{name}": value for name, value in acts.items() if not isinstance(value, dict)}
    for language, table in acts.items():
        if isinstance(table, dict):
            yield from _problems_of_acts(file, language, table, raw.get("languages"), lines)
    suggested = ""  # a misspelt key makes one line, not a second one that says it is missing
    for name, value in given.items():
        key = _BY_NAME.get(name)
        line = lines.get(name, 1)
        if key is None:
            suggestion = did_you_mean(name, [known for known in _BY_NAME if known not in given])
            suggested += suggestion
            yield Problem(file, line, f"'{name}' is not known{suggestion}")
        elif not key.accepts(value):
            yield Problem(file, line, f"'{name}' is {_shown(value)}; it must be {key.expected}")
    for key in KEYS:
        if key.is_required and key.name not in given and f"'{key.name}'" not in suggested:
            line = lines.get("acts", 1) if key.name.startswith("acts.") else 1
            yield Problem(file, line, f"'{key.name}' is missing; it must be {key.expected}")


def _problems_of_acts(
    file: str, language: str, table: Mapping[str, Any], languages: Any, lines: Mapping[str, int]
) -> Iterator[Problem]:
    """What is wrong with the acts of one further language; none of them has to be given."""
    if not isinstance(languages, list) or language not in languages:
        line = lines.get(f"acts.{language}", 1)
        yield Problem(file, line, f"[acts.{language}] stands for a language that is not among the languages")
    known = [level.value for level in Level]
    for name, value in table.items():
        line = lines.get(f"acts.{language}.{name}", lines.get(f"acts.{language}", 1))
        if name not in known:
            yield Problem(file, line, f"'acts.{language}.{name}' is not known{did_you_mean(name, known)}")
        elif not is_act(value):
            yield Problem(file, line, f"'acts.{language}.{name}' is {_shown(value)}; it must be {ACT_EXPECTED}")


def _shown(value: Any) -> str:
    """A value as it would stand in the file, cut short."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return "empty" if not value.strip() else f'"{value[:30]}{"…" if len(value) > 30 else ""}"'
        case int() | float():
            return str(value)[:20]
        case list():
            return "a list" if value else "an empty list"
        case dict():
            return "a table"
        case _:
            return "a date or time"
