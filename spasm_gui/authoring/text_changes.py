"""What differs between two content folders, record by record: what was written before and what is written now."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from spasm_gui.authoring.whereabouts import Whereabouts
from spasm_gui.knowledge.library import Library


@dataclass(frozen=True, slots=True)
class TextChange:
    """One thing that an edit changed. `before` is None for what is new, `after` for what was taken out.

    Attributes:
        file: where the record stands now, or where it stood.
        line: of the record in that file.
        record: such as `cause 'night-leg-cramp'`.
        key: what of it, such as `do_now`; empty for a whole record.
        before: as it was written.
        after: as it is written now.
    """

    file: str
    line: int
    record: str
    key: str
    before: str | None
    after: str | None


def text_changes(
    old: Library, new: Library, where_old: Whereabouts, where_new: Whereabouts
) -> tuple[tuple[TextChange, ...], int]:
    """Return what an edit changed, in the order of the new content, and how many review dates it moved.

    Review dates are only counted: one line at the head of a file moves those of all its records.
    """
    before, after = dict(_records(old)), dict(_records(new))
    found: list[TextChange] = []
    dates = 0
    for part, word, key in dict.fromkeys([*after, *before]):
        one, other = before.get((part, word, key)), after.get((part, word, key))
        where = where_new if other is not None else where_old
        place = where.problem(part, key, "")
        record = f"{word} '{key}'" if word else f"{part}.yaml"
        if one is None or other is None:
            found.append(TextChange(place.file, place.line, record, "", _whole(one), _whole(other)))
            continue
        if one.pop("reviewed", None) != other.pop("reviewed", None):
            dates += 1
        for name, left, right in _differences(one, other, ""):
            found.append(TextChange(place.file, place.line, record, name, left, right))
    return tuple(found), dates


def _records(library: Library) -> Iterator[tuple[tuple[str, str, str], Any]]:
    """Every record as plain values, by its part of the content, the word for it and its id."""
    parts: Sequence[tuple[str, str, Iterable[Any]]] = (
        ("regions", "region", library.regions.values()),
        ("findings", "finding", library.findings.values()),
        ("rules", "rule", library.rules.values()),
        ("causes", "cause", library.causes.values()),
        ("self_care", "self-care", library.self_care.values()),
        ("movement", "link", library.links.values()),
        ("movement", "definition", library.definitions),
        ("sources", "source", library.sources.values()),
        ("cases", "case", library.cases),
        ("to_confirm", "question", library.to_confirm),
    )
    for part, word, records in parts:
        yield from (((part, word, record.id), msgspec.to_builtins(record)) for record in records)
    for part, whole in (("library", library.edition), ("screens", library.screens), ("acts", library.acts)):
        yield (part, "", part), msgspec.to_builtins(whole)


def _differences(before: Any, after: Any, key: str) -> Iterator[tuple[str, str | None, str | None]]:
    """The key of each difference inside a record, with what stands there before and after."""
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for name in dict.fromkeys([*before, *after]):
            inner = f"{key}.{name}" if key else str(name)
            yield from _differences(before.get(name), after.get(name), inner)
    elif _is_listed(before) and _is_listed(after):
        if _have_ids(before) and _have_ids(after):
            yield from _differences(_by_id(before), _by_id(after), key)
        else:
            yield from _in_lists(before, after, key)
    else:
        yield key, _shown(before), _shown(after)


def _in_lists(before: Sequence[Any], after: Sequence[Any], key: str) -> Iterator[tuple[str, str | None, str | None]]:
    left, right = [_shown(one) for one in before], [_shown(one) for one in after]
    for what, start, end, new_start, new_end in difflib.SequenceMatcher(None, left, right, False).get_opcodes():
        if what == "equal":
            continue
        gone, come = left[start:end], right[new_start:new_end]
        for place in range(max(len(gone), len(come))):
            was = gone[place] if place < len(gone) else None
            yield key, was, come[place] if place < len(come) else None


def _is_listed(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _have_ids(values: Sequence[Any]) -> bool:
    return bool(values) and all(isinstance(one, dict) and ("id" in one or "level" in one) for one in values)


def _by_id(values: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {str(one.get("id", one.get("level"))): one for one in values}


def _whole(record: Any) -> str | None:
    """A record in a few words: the first of its texts that says what it is."""
    if record is None:
        return None
    for name in ("name", "ask", "because", "term", "title", "story", "question"):
        if record.get(name):
            return str(record[name])
    return str(record.get("id"))


def _shown(value: Any) -> str | None:
    """A value on one line, as an author would write it."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, dict):
        said = {name: inner for name, inner in value.items() if inner is not None}
        return "{" + ", ".join(f"{name}: {_shown(inner)}" for name, inner in said.items()) + "}"
    if _is_listed(value):
        return "[" + ", ".join(str(_shown(inner)) for inner in value) + "]"
    return f"{value:g}" if isinstance(value, float) else str(value)
