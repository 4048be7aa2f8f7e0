"""The compiled library: what reading made of the content, kept so that a start need not read the YAML again.

It is JSON of the typed records, after a line with the sha256 of every source file and a mark of the program that wrote
it. It is written by the build of the wheel and by `make run`, never by a running program, and used only when every hash
agrees with the content folder at hand; otherwise the YAML is read and checked as ever. So it can be old, cut off or
missing and nothing is different but the time. It has no cases: a window never shows them.

Beside it lies the library in each language that the content has been translated into, of the same form.
"""

import gc
import hashlib
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

import msgspec

from spasm_gui import __version__
from spasm_gui.knowledge.acts import Acts
from spasm_gui.knowledge.cause import Cause
from spasm_gui.knowledge.finding import Finding
from spasm_gui.knowledge.language import Language
from spasm_gui.knowledge.library import Edition, Library
from spasm_gui.knowledge.movement import Definition, Link
from spasm_gui.knowledge.record import Part
from spasm_gui.knowledge.region import Region
from spasm_gui.knowledge.rule import Rule
from spasm_gui.knowledge.screens import ScreenPlan
from spasm_gui.knowledge.self_care import SelfCare
from spasm_gui.knowledge.source import Source
from spasm_gui.knowledge.to_confirm import ToConfirm
from spasm_gui.reading.errors import ContentError, Problem
from spasm_gui.reading.folder import bytes_of, folder_bytes, head_of, languages_of, translated_names

MAX_BYTES = 32_000_000
"""A larger file is not looked into: ten times the content that this program ships with is far below it."""


class Head(msgspec.Struct, frozen=True):
    """The first line: what has to agree before the rest is looked at.

    `sources` has the hash of each file that the library was made of. `languages` are those that the content has been
    translated into, `heads` the hashes of the files that say so.
    """

    program: str
    sources: dict[str, str]
    languages: tuple[Language, ...]
    heads: dict[str, str]


class Compiled(Part, frozen=True, kw_only=True):
    """All after the first line."""

    edition: Edition
    screens: ScreenPlan
    acts: Acts
    regions: tuple[Region, ...]
    findings: tuple[Finding, ...]
    rules: tuple[Rule, ...]
    causes: tuple[Cause, ...]
    self_care: tuple[SelfCare, ...]
    links: tuple[Link, ...]
    definitions: tuple[Definition, ...]
    references: tuple[Source, ...]
    to_confirm: tuple[ToConfirm, ...]
    translated_into: Language | None

    @classmethod
    def of(cls, library: Library) -> "Compiled":
        """Return what is kept of a library."""
        return cls(
            edition=library.edition,
            screens=library.screens,
            acts=library.acts,
            regions=tuple(library.regions.values()),
            findings=tuple(library.findings.values()),
            rules=tuple(library.rules.values()),
            causes=tuple(library.causes.values()),
            self_care=tuple(library.self_care.values()),
            links=tuple(library.links.values()),
            definitions=library.definitions,
            references=tuple(library.sources.values()),
            to_confirm=library.to_confirm,
            translated_into=library.translated_into,
        )

    @property
    def library(self) -> Library:
        """The library that was kept."""
        return Library(
            edition=self.edition,
            screens=self.screens,
            acts=self.acts,
            regions={one.id: one for one in self.regions},
            findings={one.id: one for one in self.findings},
            rules={one.id: one for one in self.rules},
            causes={one.id: one for one in self.causes},
            self_care={one.id: one for one in self.self_care},
            links={one.id: one for one in self.links},
            definitions=self.definitions,
            sources={one.id: one for one in self.references},
            cases=(),
            to_confirm=self.to_confirm,
            translated_into=self.translated_into,
        )


def load_library(folder: Path, compiled: Path | None) -> Library:
    """Return the library for a window: the compiled one if it is of exactly this content, else the YAML, checked.

    Either way it has no cases.

    Raises:
        ContentError: the YAML had to be read, and has problems.
    """
    agreeing = None if compiled is None else _agreeing(folder, compiled)
    if agreeing is not None:
        return agreeing
    from spasm_gui.reading.library import read_library  # slow, and seldom needed

    return read_library(folder, with_cases=False)


def load_languages(folder: Path, compiled: Path | None) -> tuple[Language, ...]:
    """Return the languages that the content has been translated into, without reading YAML where that can be.

    Raises:
        ContentError: the YAML had to be read, and has problems.
    """
    head = None if compiled is None else _head(compiled)
    if head is not None and head.heads == _hashes_of_heads(folder):
        return head.languages
    from spasm_gui.reading.translations import languages  # slow, and seldom needed

    return languages(folder)


def load_translated(folder: Path, source: Library, code: str, compiled: Path | None) -> Library | None:
    """Return the compiled library in another language, or None unless it is of exactly this content and `source`."""
    agreeing = None if compiled is None else _agreeing(folder, beside(compiled, code), code)
    return agreeing if agreeing is not None and _ids(agreeing) == _ids(source) else None


def beside(compiled: Path, code: str) -> Path:
    """Where the compiled library in another language lies."""
    return compiled.with_name(f"{compiled.stem}-{code}{compiled.suffix}")


def _ids(library: Library) -> list[tuple[str, ...]]:
    mappings = (library.regions, library.findings, library.rules, library.causes, library.self_care, library.links)
    return [tuple(mapping) for mapping in mappings]


def _agreeing(folder: Path, compiled: Path, code: str | None = None) -> Library | None:
    """The compiled library, or None unless it is whole and of this content and program."""
    head = _head(compiled)
    if head is None or head.sources != _hashes(folder, code):
        return None
    collects = gc.isenabled()
    try:
        with compiled.open("rb") as stream:
            stream.readline(MAX_BYTES)
            data = stream.read(MAX_BYTES + 1)
        gc.disable()  # all that is made here is kept, so it need not be looked through again and again meanwhile
        return msgspec.json.decode(data, type=Compiled).library if len(data) <= MAX_BYTES else None
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    finally:
        if collects:
            gc.enable()


def _head(compiled: Path) -> Head | None:
    """The first line, if it is one of this program."""
    try:
        with compiled.open("rb") as stream:
            head = msgspec.json.decode(stream.readline(MAX_BYTES), type=Head)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return head if head.program == program_mark() else None


def _hashes(folder: Path, code: str | None = None) -> dict[str, str] | None:
    """The sha256 of every file that a library without cases is read from, or one in a language; None if one is gone."""
    files, problems = folder_bytes(folder, with_cases=False)
    if code is not None:
        files |= bytes_of(folder, [head_of(code), *translated_names(folder, code, problems)], problems)
    return None if problems else _sha256(files)


def _hashes_of_heads(folder: Path) -> dict[str, str] | None:
    problems: list[Problem] = []
    files = bytes_of(folder, [head_of(code) for code in languages_of(folder)], problems)
    return None if problems else _sha256(files)


def _sha256(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


@cache
def program_mark() -> str:
    """The version of the program and, where its code lies in files, what that code is: authors change it, too."""
    digest = hashlib.sha256()
    package = Path(__file__).parent.parent
    for part in ("knowledge", "reading"):
        for path in sorted((package / part).glob("*.py")):
            digest.update(f"{path.name} {path.stat().st_size}\n".encode())
            digest.update(path.read_bytes())
    return f"{__version__} {digest.hexdigest()}"


def compile_library(folder: Path, out: Path) -> None:
    """Write the compiled library of a folder and its translations, unless those that are there agree with it already.

    A translation with problems is left out.

    Raises:
        ContentError: the content has problems; then nothing is written.
    """
    from spasm_gui.knowledge.translation import translated
    from spasm_gui.reading.library import read_library  # slow, and a start seldom needs it
    from spasm_gui.reading.translations import read_translation

    source: list[Library] = []

    def read() -> Library:
        source[:] = source or [read_library(folder, with_cases=False)]
        return source[0]

    def in_language(code: str) -> Library:
        return translated(read(), read_translation(folder, read(), code).translation)

    head = _head(out)
    if head is None or head.heads != _hashes_of_heads(folder) or _agreeing(folder, out) is None:
        _compile(folder, out, read)
    for code in languages_of(folder):
        if _agreeing(folder, beside(out, code), code) is None:
            with suppress(ContentError):
                _compile(folder, beside(out, code), partial(in_language, code), code)


def _compile(folder: Path, out: Path, read: Callable[[], Library], code: str | None = None) -> None:
    from spasm_gui.reading.translations import languages

    sources, heads = _hashes(folder, code), _hashes_of_heads(folder)
    library = read()
    try:
        offered = languages(folder)
    except ContentError:  # told by whoever offers the languages
        offered, heads = (), {}
    if sources is None or sources != _hashes(folder, code):
        return  # edited meanwhile: the next build will do
    head = Head(program_mark(), sources, offered, heads or {})
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = out.with_name(f"{out.name}.{os.getpid()}")
    unfinished.write_bytes(msgspec.json.encode(head) + b"\n" + msgspec.json.encode(Compiled.of(library)))
    unfinished.replace(out)


def main(arguments: list[str]) -> int:
    """`python -m spasm_gui.reading.compiled CONTENT OUT`, for builds. Content with problems is left to the program."""
    try:
        compile_library(Path(arguments[0]), Path(arguments[1]))
    except ContentError as error:
        print(f"spasm-gui: no compiled library; problems in the content: {len(error.problems)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
