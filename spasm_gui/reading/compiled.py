"""The compiled library: what reading made of the content, kept so that a start need not read the YAML again.

It is JSON of the typed records, with the sha256 of every source file and a mark of the program that wrote it. It is
written by the build of the wheel and by `make run`, never by a running program, and used only when every hash agrees
with the content folder at hand; otherwise the YAML is read and checked as ever. So it can be old, cut off or missing
and nothing is different but the time. It has no cases: a window never shows them.
"""

import hashlib
import os
import sys
from pathlib import Path

import msgspec

from spasm_gui import __version__
from spasm_gui.knowledge.acts import Acts
from spasm_gui.knowledge.cause import Cause
from spasm_gui.knowledge.finding import Finding
from spasm_gui.knowledge.library import Edition, Library
from spasm_gui.knowledge.movement import Definition, Link
from spasm_gui.knowledge.record import Part
from spasm_gui.knowledge.region import Region
from spasm_gui.knowledge.rule import Rule
from spasm_gui.knowledge.screens import ScreenPlan
from spasm_gui.knowledge.self_care import SelfCare
from spasm_gui.knowledge.source import Source
from spasm_gui.knowledge.to_confirm import ToConfirm
from spasm_gui.reading.errors import ContentError
from spasm_gui.reading.folder import folder_bytes
from spasm_gui.reading.library import library_of, read_library

MAX_BYTES = 32_000_000
"""A larger file is not looked into: ten times the content that this program ships with is far below it."""


class Compiled(Part, frozen=True, kw_only=True):
    """The file as it lies on the disk."""

    program: str
    sources: dict[str, str]
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

    @property
    def records(self) -> list[Part]:
        """Every record, in the order of the files."""
        lists = (
            self.regions,
            self.findings,
            self.rules,
            self.causes,
            self.self_care,
            self.links,
            self.definitions,
            self.references,
            self.to_confirm,
        )
        return [self.edition, self.screens, self.acts, *(record for records in lists for record in records)]


class _Head(msgspec.Struct):
    """What is looked at before the rest."""

    program: str
    sources: dict[str, str]


def load_library(folder: Path, compiled: Path | None) -> Library:
    """Return the library for a window: the compiled one if it is of exactly this content, else the YAML, checked.

    Either way it has no cases.

    Raises:
        ContentError: the YAML had to be read, and has problems.
    """
    return (compiled and _agreeing(folder, compiled)) or read_library(folder, with_cases=False)


def _agreeing(folder: Path, compiled: Path) -> Library | None:
    """The compiled library, or None unless it is whole and of this content and program."""
    try:
        with compiled.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            return None
        head = msgspec.json.decode(data, type=_Head)
        if head.program != program_mark() or head.sources != _hashes(folder):
            return None
        return library_of(msgspec.json.decode(data, type=Compiled).records)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def _hashes(folder: Path) -> dict[str, str] | None:
    """The sha256 of every file that a library without cases is read from; None if one cannot be read."""
    files, problems = folder_bytes(folder, with_cases=False)
    return None if problems else {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


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
    """Write the compiled library of a folder, unless the one that is there agrees with it already.

    Raises:
        ContentError: the content has problems; then nothing is written.
    """
    if _agreeing(folder, out) is not None:
        return
    sources = _hashes(folder)
    library = read_library(folder)
    if sources is None or sources != _hashes(folder):
        return  # edited meanwhile: the next build will do
    compiled = Compiled(
        program=program_mark(),
        sources=sources,
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
    )
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = out.with_name(f"{out.name}.{os.getpid()}")
    unfinished.write_bytes(msgspec.json.encode(compiled))
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
