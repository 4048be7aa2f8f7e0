"""The same knowledge in another language: which texts there are, and a library with them replaced.

A record is shown whole in one language. One text that is missing, was made from an older source, or says another
number or {placeholder} keeps all of its record in the source language: half a warning is none.
"""

import enum
import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from spasm_gui.knowledge.language import Language
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.record import Part, Text

P = TypeVar("P", bound=Part)
RecordKey = tuple[str, str]
"""The list a record stands in, as content files call it, and its id; of a file that is one record, its name twice."""

LISTED = ("regions", "findings", "rules", "causes", "self_care", "links", "definitions")
SINGLE = ("acts", "screens")

_THOUSANDS = re.compile(r"(?<=\d)[.,  \u202f](?=\d{3}(?!\d))")
_PLACEHOLDER = re.compile(r"\{[^}]*\}|%n|%\d")


class Entry(Part, frozen=True, kw_only=True):
    """One text in another language.

    `source` is what it was made from; `text` is left out until somebody has translated it; `was` is an older source,
    which the text still renders until somebody has read it again and taken `was` out.
    """

    source: str
    text: str | None = None
    was: str | None = None


class Fault(enum.Enum):
    """Why a text cannot be used."""

    MISSING = "is not translated"
    OUTDATED = "was translated from an older text"
    NUMBERS = "says other numbers than the source"
    PLACEHOLDERS = "has other {placeholders} than the source"


@dataclass(frozen=True, slots=True)
class Translation:
    """All that one language folder says, in words per record and place inside it (`do_now.2`)."""

    language: Language
    entries: Mapping[RecordKey, Mapping[str, Entry]]


def records(library: Library) -> Iterator[tuple[RecordKey, Part]]:
    """Return every record that people read, in the order of the files."""
    for name in LISTED:
        listed: Any = getattr(library, name)
        for record in listed if isinstance(listed, tuple) else listed.values():
            yield (name, record.id), record
    for name in SINGLE:
        yield (name, name), getattr(library, name)


def texts(record: Part) -> dict[str, str]:
    """Return the texts of a record by their place in it, such as `do_now.2` or `choices.days.text`."""
    found: dict[str, str] = {}

    def note(place: str, text: str) -> str:
        found[place] = text
        return text

    _mapped(record, "", note)
    return found


def with_texts(record: P, replaced: Mapping[str, str]) -> P:
    """Return the record with these texts in their places; ids, numbers and everything else stay."""
    return typing.cast(P, _mapped(record, "", lambda place, text: replaced.get(place, text)))


def fault(source: str, entry: Entry | None) -> Fault | None:
    """Return why an entry cannot stand for a text, or None if it can."""
    if entry is None or entry.text is None:
        return Fault.MISSING
    if entry.was is not None or entry.source != source:
        return Fault.OUTDATED
    if _placeholders(source) != _placeholders(entry.text):
        return Fault.PLACEHOLDERS
    if numbers(source) != numbers(entry.text):
        return Fault.NUMBERS
    return None


def numbers(text: str) -> list[str]:
    """The numbers in digits that a text says, whatever their order; how thousands are set apart does not count."""
    return sorted(re.findall(r"\d+", _THOUSANDS.sub("", _PLACEHOLDER.sub(" ", text))))


def _placeholders(text: str) -> list[str]:
    return sorted(_PLACEHOLDER.findall(text))


def block(key: RecordKey, place: str) -> str:
    """Return what stays in one language: the whole record; of a file that is one record, one act, list or title."""
    return ".".join(place.split(".")[:2]) if key[0] in SINGLE else ""


def translated(library: Library, translation: Translation) -> Library:
    """Return the library with every record that is wholly translated in the other language: same ids, other texts."""
    done: dict[RecordKey, Part] = {}
    for key, record in records(library):
        entries = translation.entries.get(key, {})
        sources = texts(record)
        left = {block(key, place) for place, source in sources.items() if fault(source, entries.get(place))}
        said = {
            place: entry.text
            for place, entry in entries.items()
            if entry.text is not None and block(key, place) not in left
        }
        done[key] = with_texts(record, said)
    return _with_records(library, done, translation.language)


def reworded(library: Library, language: Language, word: Callable[[str], str]) -> Library:
    """Return the library with every text passed through a function, as pseudo-languages do."""
    done = {key: _mapped(record, "", lambda _place, text: word(text)) for key, record in records(library)}
    return _with_records(library, done, language)


def _with_records(library: Library, done: Mapping[RecordKey, Part], language: Language) -> Library:
    changed: dict[str, Any] = {}
    for name in LISTED:
        listed: Any = getattr(library, name)
        if isinstance(listed, tuple):
            changed[name] = tuple(done[name, record.id] for record in listed)
        else:
            changed[name] = {record.id: done[name, record.id] for record in listed.values()}
    for name in SINGLE:
        changed[name] = done[name, name]
    edition = msgspec.structs.replace(library.edition, language=language.code)
    return replace(library, edition=edition, translated_into=language, **changed)


# ------------------------------------------------------------------ the texts of a record


@cache
def text_fields(shape: type[msgspec.Struct]) -> Mapping[str, bool]:
    """The fields of a type that lead to texts; True where they stand in the field itself, False in parts inside it."""
    fields: dict[str, bool] = {}
    for name, hint in typing.get_type_hints(shape, include_extras=True).items():
        inside = list(_inside(hint))
        if Text in inside:
            fields[name] = True
        elif any(isinstance(one, type) and issubclass(one, msgspec.Struct) for one in inside):
            fields[name] = False
    return types.MappingProxyType(fields)


def _inside(hint: Any) -> Iterator[Any]:
    """A type and what it is made of: of `tuple[Story, ...] | None` also `Story`."""
    yield hint
    if hint is not Text:
        for argument in typing.get_args(hint):
            yield from _inside(argument)


def _mapped(value: msgspec.Struct, place: str, word: Callable[[str, str], str]) -> Any:
    """A part with each of its texts replaced by what `word` makes of its place and the text."""
    changed: dict[str, Any] = {}
    for name, is_text in text_fields(type(value)).items():
        inner = getattr(value, name)
        if inner is not None:
            changed[name] = _mapped_field(inner, f"{place}{name}", word, is_text)
    return msgspec.structs.replace(value, **changed) if changed else value


def _mapped_field(value: Any, place: str, word: Callable[[str, str], str], is_text: bool) -> Any:
    if isinstance(value, str):
        return word(place, value) if is_text and value else value
    if isinstance(value, dict):
        return {key: _mapped_field(inner, f"{place}.{key}", word, is_text) for key, inner in value.items()}
    if isinstance(value, tuple):
        return tuple(
            _mapped_field(inner, f"{place}.{_name(inner, number)}", word, is_text)
            for number, inner in enumerate(value, start=1)
        )
    if isinstance(value, msgspec.Struct):
        return _mapped(value, f"{place}.", word)
    return value


def _name(value: Any, number: int) -> str:
    """What tells one entry of a list from the others: its id, its level, else its place counted from 1."""
    name = getattr(value, "id", None) or getattr(getattr(value, "level", None), "value", None)
    return str(name or number)
