"""Writes the files that translators fill in: every text of the content, its source above it, what is there kept."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from spasm_gui.authoring.whereabouts import Whereabouts, whereabouts_in
from spasm_gui.knowledge.language import Language
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.translation import Entry, RecordKey, Translation, records, texts
from spasm_gui.reading.folder import HEAD, TRANSLATIONS
from spasm_gui.reading.translations import read_translation

_HEAD = """\
# Who speaks this language and who answers for the translation. docs/translating.md explains every line.
# When somebody has read all of it against the source:
#   reviewer: {{name: "Ana García", role: "physician", date: 2026-11-22}}
code: {code}
name: {name}
direction: {direction}
"""
_TOP = """\
# Write each translation after "text:", in straight quotes. Leave "source:" and everything else as it is.
# Where a line "was:" stands, the source has changed since: read the text again, mend it, take the line "was:" out.
"""
_MOVEMENT = ("links", "definitions")


@dataclass(frozen=True, slots=True)
class Written:
    """What there was to do. `gone` are texts whose source is no longer there; they were taken out."""

    texts: int
    missing: int
    outdated: int
    gone: tuple[str, ...]


def write_head(content: Path, language: Language) -> None:
    """Begin a translation. Raises OSError, also where one has been begun already."""
    folder = content / TRANSLATIONS / language.code
    folder.mkdir(parents=True, exist_ok=True)
    text = _HEAD.format(
        code=language.code, name=json.dumps(language.name, ensure_ascii=False), direction=language.direction.value
    )
    with (folder / HEAD).open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)


def update(content: Path, library: Library, code: str, known: Mapping[str, str] | None = None) -> Written:
    """Bring the files of a language up to date with the source, and return what is left to do.

    Args:
        content: the content folder, which was read as `library`.
        library: in the source language.
        code: of the language, whose head is there.
        known: translations by source text; they fill in what is missing or outdated.

    Raises:
        ContentError: the files that are there cannot be read, so nothing was written.
        OSError: a file cannot be written.
    """
    read = read_translation(content, library, code, is_being_mended=True)
    entries = {
        key: {place: _entry(read.translation, key, place, text, known or {}) for place, text in texts(record).items()}
        for key, record in records(library)
    }
    folder = content / TRANSLATIONS / code
    wanted = dict(_files(entries, whereabouts_in(content)))
    for name, text in wanted.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    for path in (*folder.glob("*.yaml"), *folder.glob("*/*.yaml")):
        if path.relative_to(folder).as_posix() not in (HEAD, *wanted):
            path.unlink()
    every = [entry for places in entries.values() for entry in places.values()]
    return Written(
        texts=len(every),
        missing=sum(entry.text is None for entry in every),
        outdated=sum(entry.was is not None for entry in every),
        gone=tuple(str(problem) for problem in read.stray),
    )


def _entry(translation: Translation, key: RecordKey, place: str, source: str, known: Mapping[str, str]) -> Entry:
    """What is there for a text, marked if its source has changed; or what is known."""
    old = translation.entries.get(key, {}).get(place)
    is_current = old is not None and old.text is not None and old.was is None and old.source == source
    if not is_current and source in known:
        return Entry(source=source, text=known[source])
    if old is None or old.text is None:
        return Entry(source=source)
    was = old.was if old.source == source or old.was is not None else old.source
    return Entry(source=source, text=old.text, was=None if was == source else was)


def _files(entries: Mapping[RecordKey, Mapping[str, Entry]], where: Whereabouts) -> Iterator[tuple[str, str]]:
    """Each file and what stands in it. The files are called like those of the content."""
    files: dict[str, dict[str, list[str]]] = {}
    for (part, record), places in entries.items():
        if not places:
            continue
        home = "movement" if part in _MOVEMENT else part
        name = where.problem(home, record, "").file
        name = name if name.endswith(".yaml") else f"{name}.yaml"
        lines = files.setdefault(name, {}).setdefault(part, [])
        lines.append(f"  {_key(record)}:")
        for place, entry in places.items():
            lines.append(f"    {_key(place)}:")
            lines.append(f"      source: {_quoted(entry.source)}")
            if entry.was is not None:
                lines.append(f"      was: {_quoted(entry.was)}")
            lines.append("      # text:" if entry.text is None else f"      text: {_quoted(entry.text)}")
    for name, parts in files.items():
        yield name, _TOP + "".join("\n".join((f"{part}:", *lines)) + "\n" for part, lines in parts.items())


def _key(text: str) -> str:
    """A key as it is written: bare if no reader of YAML could take it for something else."""
    return text if text[0].isalpha() and text.lower() not in ("yes", "no", "on", "off", "y", "n") else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
