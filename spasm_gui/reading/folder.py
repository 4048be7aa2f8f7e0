"""Which files a content folder has, read within bounds. Nothing outside the folder is ever opened."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from spasm_gui.reading.errors import Problem
from spasm_gui.reading.nearest import did_you_mean
from spasm_gui.reading.yaml_text import MAX_FILE_BYTES, Lines, Plain, YamlError, decode, parse

SINGLE_FILES = (
    "library.yaml",
    "regions.yaml",
    "movement.yaml",
    "sources.yaml",
    "screens.yaml",
    "acts.yaml",
    "to_confirm.yaml",
)
FOLDERS = ("findings", "rules", "causes", "self_care", "cases")
MAX_FILES = 500

_ENDINGS = (".yaml", ".yml")
_RENAME = "content files end in .yaml; rename it"


def read_folder(folder: Path, *, with_cases: bool) -> tuple[dict[str, tuple[Plain, Lines]], list[Problem]]:
    """Return what each file says, by its name inside the folder, and all problems of reading and syntax."""
    read: dict[str, tuple[Plain, Lines]] = {}
    files, problems = folder_bytes(folder, with_cases=with_cases)
    for name, data in files.items():
        try:
            read[name] = parse(decode(data))
        except YamlError as error:
            problems.append(Problem(name, error.line, error.message))
    return read, problems


def folder_bytes(folder: Path, *, with_cases: bool) -> tuple[dict[str, bytes], list[Problem]]:
    """Return the bytes of each file by its name inside the folder, and the problems of getting at them."""
    read: dict[str, bytes] = {}
    problems: list[Problem] = []
    if not folder.is_dir():
        return read, [Problem(str(folder), 1, "this content folder does not exist")]
    root = Path(os.path.realpath(folder))
    for name in _names(root, problems, [part for part in FOLDERS if with_cases or part != "cases"]):
        try:
            read[name] = read_bounded(root, root / name)
        except YamlError as error:
            problems.append(Problem(name, error.line, error.message))
    return read, problems


def _names(root: Path, problems: list[Problem], parts: Sequence[str]) -> Iterator[str]:
    yield from _single_names(root, problems)
    count = 0
    for part in parts:
        for entry in _entries(root, part, problems):
            if not entry.lower().endswith(_ENDINGS):
                if (root / part / entry).is_dir():
                    problems.append(
                        Problem(f"{part}/{entry}", 1, f"folders inside {part} are not read; move its files up")
                    )
                elif _is_meant_to_be_read(entry):
                    problems.append(Problem(f"{part}/{entry}", 1, _RENAME))
                continue
            if not entry.endswith(".yaml"):
                problems.append(Problem(f"{part}/{entry}", 1, _RENAME))
                continue
            count += 1
            if count > MAX_FILES:
                problems.append(Problem(part, 1, f"more than {MAX_FILES} content files"))
                return
            yield f"{part}/{entry}"


def _single_names(root: Path, problems: list[Problem]) -> Iterator[str]:
    """The files at the top. One that nobody would read is a problem: its author believes that it counts."""
    misnamed = set()
    for entry in _entries(root, ".", problems):
        if not entry.lower().endswith(_ENDINGS) or entry in SINGLE_FILES:
            continue
        wanted = f"{entry.rpartition('.')[0]}.yaml"
        if wanted in SINGLE_FILES and entry != wanted:
            misnamed.add(wanted)
            problems.append(Problem(entry, 1, _RENAME))
        else:
            stem = entry.rpartition(".")[0]
            near = did_you_mean(stem, (*FOLDERS, *(name.removesuffix(".yaml") for name in SINGLE_FILES)))
            in_folder = next((part for part in FOLDERS if f"'{part}'" in near), None)
            hint = f"; move it into the folder {in_folder}" if in_folder else near.replace("'?", ".yaml'?")
            problems.append(Problem(entry, 1, f"a file of this name is not read here{hint}"))
    yield from (name for name in SINGLE_FILES if name not in misnamed or (root / name).exists())


def _is_meant_to_be_read(entry: str) -> bool:
    """True for a file that an editor saved under a longer name, or as plain text: its author believes it counts."""
    return entry.lower().endswith(".txt") or any(f"{ending}." in entry.lower() for ending in _ENDINGS)


def _entries(root: Path, part: str, problems: list[Problem]) -> list[str]:
    """What lies in a folder, sorted, without what editors and systems hide there."""
    real = Path(os.path.realpath(root / part))
    try:
        if not real.is_relative_to(root):
            problems.append(Problem(part, 1, "this link leaves the content folder; put the folder itself here"))
            return []
        return sorted(entry.name for entry in real.iterdir() if not entry.name.startswith("."))
    except NotADirectoryError:
        problems.append(Problem(part, 1, "this must be a folder of .yaml files"))
    except FileNotFoundError:
        problems.append(Problem(part, 1, "this folder is missing"))
    except OSError as error:
        problems.append(Problem(part, 1, f"this folder cannot be read: {error.strerror}"))
    return []


def read_bounded(root: Path, path: Path) -> bytes:
    """Return the bytes of a file inside the resolved folder `root`, one more than allowed at most.

    Raises:
        YamlError: it lies outside, is no ordinary file, or cannot be read.
    """
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(root):
        raise YamlError(1, "this link leaves the content folder; put the file itself here")
    if real.is_dir():
        raise YamlError(1, "this is a folder; a file belongs here")
    if real.exists() and not real.is_file():
        raise YamlError(1, "this is not an ordinary file")
    try:
        with real.open("rb") as stream:
            return stream.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        raise YamlError(1, "this file is missing") from None
    except OSError as error:
        raise YamlError(1, f"this file cannot be read: {error.strerror}") from error
