"""Proof about translations: what is missing, made from an older source, or says something else than the source."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from spasm_gui.authoring.card import How, Statement
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.translation import Fault, RecordKey, block, fault, records, texts
from spasm_gui.reading.errors import ContentError, Problem
from spasm_gui.reading.folder import TRANSLATIONS, head_of
from spasm_gui.reading.translations import ReadTranslation, languages, read_translation

_DANGEROUS = (Fault.NUMBERS, Fault.PLACEHOLDERS)
_MOST_NAMED = 4


def translation_statements(content: Path, library: Library) -> Iterator[Statement]:
    """One statement for each language, or one that says why they cannot be read."""
    try:
        found = languages(content)
    except ContentError as error:
        yield Statement(
            key="translations",
            text="The translations can be read",
            how=How.COUNTED,
            covered=f"the heads in {TRANSLATIONS}",
            problems=tuple(error.problems),
        )
        return
    for language in found:
        try:
            read = read_translation(content, library, language.code)
        except ContentError as error:
            yield Statement(
                key=f"translation_{language.code}",
                text=f"{language.name} ({language.code}) can be read",
                how=How.COUNTED,
                covered=f"{TRANSLATIONS}/{language.code}",
                problems=tuple(error.problems),
            )
        else:
            yield _statement(library, read)


def _statement(library: Library, read: ReadTranslation) -> Statement:
    language = read.translation.language
    count: Counter[Fault] = Counter()
    total, blocks, left = 0, 0, 0
    problems: list[Problem] = []
    warnings: list[Problem] = list(read.stray)
    for key, record in records(library):
        entries = read.translation.entries.get(key, {})
        faults: dict[str, dict[Fault, list[str]]] = {}
        for place, source in texts(record).items():
            total += 1
            found = faults.setdefault(block(key, place), {})
            kind = fault(source, entries.get(place))
            if kind is not None:
                count[kind] += 1
                found.setdefault(kind, []).append(place)
        blocks += len(faults)
        left += sum(map(bool, faults.values()))
        for found in faults.values():
            for kind, places in found.items():
                (problems if kind in _DANGEROUS else warnings).append(_problem(read, key, places, kind))
    reviewer = language.reviewer
    signed = f"read by {reviewer.name}, {reviewer.date.isoformat()}" if reviewer else "not reviewed"
    return Statement(
        key=f"translation_{language.code}",
        text=f"{language.name} ({language.code}) says all that the source says",
        how=How.COUNTED,
        covered=f"{total} texts: {count[Fault.MISSING]} missing, {count[Fault.OUTDATED]} outdated, "
        f"{count[Fault.NUMBERS]} with other numbers, {count[Fault.PLACEHOLDERS]} with other placeholders; "
        f"{left} of {blocks} records shown in {library.edition.language}; {signed}",
        problems=tuple(problems),
        warnings=tuple(warnings),
        figures={
            "texts": total,
            "missing": count[Fault.MISSING],
            "outdated": count[Fault.OUTDATED],
            "other_numbers": count[Fault.NUMBERS],
            "other_placeholders": count[Fault.PLACEHOLDERS],
            "records": blocks,
            "records_in_source_language": left,
            "reviewer": reviewer.name if reviewer else None,
        },
    )


def _problem(read: ReadTranslation, key: RecordKey, places: list[str], kind: Fault) -> Problem:
    """One line for all texts of a record that fail in the same way."""
    code = read.translation.language.code
    here = [read.lines[key, place] for place in places if (key, place) in read.lines]
    beside = here or [where for (other, _), where in read.lines.items() if other == key]
    file, line = beside[0] if beside else (head_of(code), 1)
    named = ", ".join(places[:_MOST_NAMED]) + (", …" if len(places) > _MOST_NAMED else "")
    return Problem(file, line, f"{named} of '{key[1]}' {kind.value}; the whole record is shown untranslated")
