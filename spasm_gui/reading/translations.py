"""A folder of `content/translations/` to a translation: syntax and shape, then whether it speaks of what there is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from spasm_gui.knowledge.language import Language
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.translation import LISTED, SINGLE, Entry, RecordKey, Translation, records, texts
from spasm_gui.reading.errors import ContentError, Problem, YamlError
from spasm_gui.reading.folder import bytes_of, head_of, languages_of, translated_names
from spasm_gui.reading.nearest import did_you_mean
from spasm_gui.reading.shapes import ShapeError, take_shape
from spasm_gui.reading.yaml_text import Lines, Plain, decode, parse

_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")


@dataclass(frozen=True, slots=True)
class ReadTranslation:
    """A translation as it stands in its files.

    `lines` is where each entry stands; `stray` are entries that the source no longer has a text for.
    """

    translation: Translation
    lines: Mapping[tuple[RecordKey, str], tuple[str, int]]
    stray: tuple[Problem, ...] = ()


def languages(content: Path) -> tuple[Language, ...]:
    """Return the languages that a content folder has been translated into, by their code. Only their heads are read.

    Raises:
        ContentError: a head is missing or broken.
    """
    found: list[Language] = []
    problems: list[Problem] = []
    for code in languages_of(content):
        found += _head(content, code, problems)
    if problems:
        raise ContentError(problems)
    return tuple(found)


def read_translation(content: Path, library: Library, code: str, *, is_being_mended: bool = False) -> ReadTranslation:
    """Return a translation, with the place of each entry.

    While it `is_being_mended`, entries of records that are gone are only stray.

    Raises:
        ContentError: with every problem of syntax and shape, or everything that names what the library does not have.
    """
    problems: list[Problem] = []
    head = _head(content, code, problems)
    names = translated_names(content, code, problems)
    files = {name: content_of for name in names if (content_of := _parsed(content, name, problems))}
    if problems:
        raise ContentError(problems)
    entries: dict[RecordKey, dict[str, Entry]] = {}
    lines: dict[tuple[RecordKey, str], tuple[str, int]] = {}
    for name, (value, where) in files.items():
        for key, place, entry, line in _entries(name, value, where, problems):
            if (key, place) in lines:
                file, first = lines[key, place]
                problems.append(Problem(name, line, f"{place} of '{key[1]}' already stands on line {first} of {file}"))
                continue
            lines[key, place] = name, line
            entries.setdefault(key, {})[place] = entry
    if problems:
        raise ContentError(problems)
    stray = [*_held_against(library, lines, problems)]
    if is_being_mended:
        stray += problems
    elif problems:
        raise ContentError(problems)
    return ReadTranslation(Translation(head[0], entries), lines, tuple(stray))


def _head(content: Path, code: str, problems: list[Problem]) -> list[Language]:
    name = head_of(code)
    parsed = _parsed(content, name, problems)
    if parsed is None:
        return []
    value, lines = parsed
    try:
        language = take_shape(value, Language)
    except ShapeError as error:
        problems.append(Problem(name, lines.at(error.path), error.message))
        return []
    if not _CODE.fullmatch(code):
        problems.append(Problem(name, 1, f"'{code}' is not the code of a language; call the folder es or pt-BR"))
    elif language.code != code:
        problems.append(Problem(name, lines.at(("code",)), f"the folder is called '{code}'; write code: {code}"))
    return [language]


def _parsed(content: Path, name: str, problems: list[Problem]) -> tuple[Plain, Lines] | None:
    read = bytes_of(content, [name], problems)
    try:
        return parse(decode(read[name])) if read else None
    except YamlError as error:
        problems.append(Problem(name, error.line, error.message))
        return None


def _entries(
    name: str, value: Plain, lines: Lines, problems: list[Problem]
) -> Iterator[tuple[RecordKey, str, Entry, int]]:
    known = (*LISTED, *SINGLE)
    if not isinstance(value, dict):
        problems.append(Problem(name, lines.line, f"expected one of {', '.join(known)} at the top of the file"))
        return
    for part, listed in value.items():
        if part not in known:
            hint = did_you_mean(part, known) or f"; known here: {', '.join(known)}"
            problems.append(Problem(name, lines.at((part,)), f"'{part}' is not known here{hint}"))
            continue
        if not isinstance(listed, dict):
            problems.append(Problem(name, lines.at((part,)), f"'{part}' must have the ids of records below it"))
            continue
        for record, places in listed.items():
            if not isinstance(places, dict):
                problems.append(Problem(name, lines.at((part, record)), f"'{record}' must have its texts below it"))
                continue
            for place, entry in places.items():
                at = (part, record, place)
                try:
                    yield (part, record), place, take_shape(entry, Entry), lines.at(at)
                except ShapeError as error:
                    problems.append(Problem(name, lines.at((*at, *error.path)), error.message))


def _held_against(
    library: Library, lines: Mapping[tuple[RecordKey, str], tuple[str, int]], problems: list[Problem]
) -> Iterator[Problem]:
    """Unknown ids are problems. A text that the source has taken out since is only in the way."""
    known = {key: texts(record) for key, record in records(library)}
    told: set[RecordKey] = set()
    for (key, place), (file, line) in lines.items():
        if key not in known:
            if key not in told:
                told.add(key)
                near = did_you_mean(key[1], [record for part, record in known if part == key[0]])
                problems.append(Problem(file, line, f"'{key[1]}' is not one of the {key[0]} of this content{near}"))
        elif place not in known[key]:
            yield Problem(file, line, f"{place} of '{key[1]}' stands for a text that is no longer there; take it out")
