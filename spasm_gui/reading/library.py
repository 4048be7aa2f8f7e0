"""A content folder to a library: syntax, then shape, then references; each phase stops before the next."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from spasm_gui.knowledge.acts import Acts
from spasm_gui.knowledge.case import Case
from spasm_gui.knowledge.cause import Cause
from spasm_gui.knowledge.finding import Finding
from spasm_gui.knowledge.library import Edition, Library
from spasm_gui.knowledge.movement import Definition, Link
from spasm_gui.knowledge.record import Part, Record
from spasm_gui.knowledge.region import Region
from spasm_gui.knowledge.rule import Rule
from spasm_gui.knowledge.screens import ScreenPlan
from spasm_gui.knowledge.self_care import SelfCare
from spasm_gui.knowledge.source import Source
from spasm_gui.knowledge.to_confirm import ToConfirm
from spasm_gui.reading.errors import ContentError, Problem
from spasm_gui.reading.folder import read_folder
from spasm_gui.reading.nearest import did_you_mean
from spasm_gui.reading.references import Known, check_record
from spasm_gui.reading.shapes import Path as ShapePath
from spasm_gui.reading.shapes import ShapeError, take_shape
from spasm_gui.reading.yaml_text import Lines, Plain

P = TypeVar("P", bound=Part)

LISTS: dict[str, dict[str, type[Part]]] = {
    "regions.yaml": {"regions": Region},
    "movement.yaml": {"links": Link, "definitions": Definition},
    "sources.yaml": {"sources": Source},
    "findings": {"findings": Finding},
    "rules": {"rules": Rule},
    "causes": {"causes": Cause},
    "self_care": {"self_care": SelfCare},
    "cases": {"cases": Case},
    "to_confirm.yaml": {"to_confirm": ToConfirm},
}
"""For each file or folder of lists, its lists and what one entry is."""

WHOLE: dict[str, type[Part]] = {"library.yaml": Edition, "screens.yaml": ScreenPlan, "acts.yaml": Acts}
"""The files that are one record each."""

_WORDS: dict[type[Part], str] = {
    Region: "region",
    Link: "link",
    Definition: "definition",
    Source: "source",
    Finding: "finding",
    Rule: "rule",
    Cause: "cause",
    SelfCare: "self-care",
    Case: "case",
    ToConfirm: "question",
}


@dataclass(frozen=True, slots=True)
class _Typed:
    """A record that took its shape, and where it stands."""

    record: Part
    file: str
    lines: Lines

    def problem(self, path: ShapePath, message: str) -> Problem:
        name = f"{_WORDS[type(self.record)]} '{self.id}': " if type(self.record) in _WORDS else ""
        return Problem(self.file, self.lines.at(path), message if f"'{self.id}'" in message else name + message)

    @property
    def id(self) -> str:
        return getattr(self.record, "id", "")


def read_library(folder: Path, *, with_cases: bool = True) -> Library:
    """Return the library of a content folder. A window needs no cases, and the reading of them takes time.

    Raises:
        ContentError: with every problem of the first phase that failed, each with file and line.
    """
    files, problems = read_folder(folder, with_cases=with_cases)
    _stop_at(problems)
    typed = list(_shape(files, problems))
    _stop_at(problems)
    problems.extend(_doubles(typed))
    _stop_at(problems)
    known = _known(typed)
    for entry in typed:
        problems.extend(entry.problem(path, message) for path, message in check_record(entry.record, known))
    _stop_at(problems)
    problems.extend(_missing(known))
    _stop_at(problems)
    return library_of([entry.record for entry in typed])


def _stop_at(problems: list[Problem]) -> None:
    if problems:
        raise ContentError(problems)


def _shape(files: dict[str, tuple[Plain, Lines]], problems: list[Problem]) -> Iterator[_Typed]:
    for name, (value, lines) in files.items():
        if not isinstance(value, dict):
            keys = LISTS.get(name) or LISTS.get(name.partition("/")[0]) or {}
            begin = f"; begin it with {' and '.join(f'{key}:' for key in keys)}" if keys else ""
            problems.append(Problem(name, lines.line, f"expected keys and values at the top of the file{begin}"))
            continue
        whole = WHOLE.get(name)
        if whole is not None:
            yield from _take(value, whole, name, lines, problems)
            continue
        lists = LISTS.get(name) or LISTS[name.partition("/")[0]]
        yield from _shape_lists(value, lists, name, lines, problems)


def _shape_lists(
    value: dict[str, Plain], lists: dict[str, type[Part]], name: str, lines: Lines, problems: list[Problem]
) -> Iterator[_Typed]:
    strange = [key for key in value if key not in lists and key != "reviewed"]
    for key in strange:
        hint = did_you_mean(key, [*lists, "reviewed"]) or f"; this file may have {', '.join(lists)} and reviewed"
        room = next((place for place, others in LISTS.items() if key in others), None)
        if room is not None:
            hint += f", and {key} belong in {room if room.endswith('.yaml') else f'the folder {room}'}"
        problems.append(Problem(name, lines.at((key,)), f"'{key}' is not known here{hint}"))
    reviewed = _reviewed(value, lists, strange, name, lines, problems)
    for key, shape in lists.items():
        records = value.get(key)
        if records is None:
            if not strange:  # a misspelt key was reported already
                problems.append(Problem(name, lines.line, f"'{key}' is missing"))
            continue
        if not isinstance(records, list):
            problems.append(Problem(name, lines.at((key,)), f"'{key}' must be a list; begin each entry with a dash"))
            continue
        for index, record in enumerate(records):
            assert lines.inside is not None
            inside = lines.inside[key].inside or {}
            if isinstance(record, dict) and issubclass(shape, Record) and reviewed is not None:
                record.setdefault("reviewed", reviewed)
            yield from _take(record, shape, name, inside[index], problems)


def _reviewed(
    value: dict[str, Plain],
    lists: dict[str, type[Part]],
    strange: list[str],
    name: str,
    lines: Lines,
    problems: list[Problem],
) -> str | None:
    """The date for entries without one of their own. What is wrong with it is told once, not with every entry."""
    told = datetime.date.min.isoformat()
    if "reviewed" in value:
        try:
            return take_shape(value["reviewed"], datetime.date).isoformat()
        except ShapeError as error:
            problems.append(Problem(name, lines.at(("reviewed",)), error.message))
            return told
    given = [value.get(key) for key, shape in lists.items() if issubclass(shape, Record)]
    listed = [entry for entries in given if isinstance(entries, list) for entry in entries]
    if all("reviewed" in entry for entry in listed if isinstance(entry, dict)):
        return None
    if not strange:  # a misspelt key was reported already
        message = "'reviewed' is missing; give the date once at the head of the file, or in each entry"
        problems.append(Problem(name, lines.line, message))
    return told


def _take(value: Plain, shape: type[P], name: str, lines: Lines, problems: list[Problem]) -> Iterator[_Typed]:
    try:
        yield _Typed(take_shape(value, shape), name, lines)
    except ShapeError as error:
        given = value.get("id") if isinstance(value, dict) else None
        who = f"{_WORDS[shape]} '{given}': " if isinstance(given, str) and shape in _WORDS else ""
        problems.append(Problem(name, lines.at(error.path), who + error.message))


def _doubles(typed: list[_Typed]) -> Iterator[Problem]:
    seen: dict[tuple[str, str], tuple[str, int]] = {}
    for entry in typed:
        for word, name, path in _ids(entry):
            here = (entry.file, entry.lines.at(path))
            if (word, name) in seen:
                file, line = seen[word, name]
                yield Problem(*here, f"{word} '{name}' is already defined on line {line} of {file}")
            seen.setdefault((word, name), here)


def _ids(entry: _Typed) -> Iterator[tuple[str, str, ShapePath]]:
    if entry.id:
        yield _WORDS[type(entry.record)], entry.id, ("id",)
    if isinstance(entry.record, Cause):
        for index, story in enumerate(entry.record.stories):
            yield "story", story.id, ("stories", index, "id")
    if isinstance(entry.record, Acts):
        for index, meanwhile in enumerate(entry.record.meanwhile):
            yield "meanwhile list", meanwhile.id, ("meanwhile", index, "id")
    if isinstance(entry.record, Link):
        for index, spot in enumerate(entry.record.spots):
            yield "spot", spot.id, ("spots", index, "id")
    if isinstance(entry.record, Region):
        for index, muscle in enumerate(entry.record.muscles):
            yield "muscle", muscle.id, ("muscles", index, "id")


def _missing(known: Known) -> Iterator[Problem]:
    """What would be dangerous or useless to lack altogether."""
    if not known.regions:
        yield Problem("regions.yaml", 1, "no region is defined; there would be nothing to touch")
    if known.stories and not known.rules:
        yield Problem("rules", 1, "no rule is defined; stories would let people treat themselves with no danger asked")


def _known(typed: list[_Typed]) -> Known:
    def by_id(shape: type[P]) -> dict[str, P]:
        return {entry.id: entry.record for entry in typed if isinstance(entry.record, shape)}

    acts = next(entry.record for entry in typed if isinstance(entry.record, Acts))
    causes, links = by_id(Cause), by_id(Link)
    return Known(
        findings=by_id(Finding),
        regions=by_id(Region),
        rules=by_id(Rule),
        causes=causes,
        stories={story.id: story for cause in causes.values() for story in cause.stories},
        self_care=by_id(SelfCare),
        links=links,
        spots={spot.id: spot for link in links.values() for spot in link.spots},
        sources=by_id(Source),
        meanwhile={meanwhile.id: meanwhile for meanwhile in acts.meanwhile},
    )


def library_of(records: Sequence[Part]) -> Library:
    """Return the library that checked records make, each mapping in their order."""

    def by_id(shape: type[P]) -> dict[Any, P]:
        return {getattr(record, "id", ""): record for record in records if isinstance(record, shape)}

    def only(shape: type[P]) -> P:
        return next(record for record in records if isinstance(record, shape))

    return Library(
        edition=only(Edition),
        regions=by_id(Region),
        findings=by_id(Finding),
        rules=by_id(Rule),
        causes=by_id(Cause),
        self_care=by_id(SelfCare),
        links=by_id(Link),
        definitions=tuple(by_id(Definition).values()),
        sources=by_id(Source),
        screens=only(ScreenPlan),
        acts=only(Acts),
        cases=tuple(by_id(Case).values()),
        to_confirm=tuple(by_id(ToConfirm).values()),
    )
