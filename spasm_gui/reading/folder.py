"""Which files a content folder has, read within bounds. Nothing outside the folder is ever opened."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from spasm_gui.reading.errors import Problem, YamlError
from spasm_gui.reading.limits import MAX_FILE_BYTES
from spasm_gui.reading.nearest import did_you_mean

if TYPE_CHECKING:
    from spasm_gui.reading.yaml_text import Lines, Plain

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


def read_folder(folder: Path, *, with_cases: bool) -> "tuple[dict[str, tuple[Plain, Lines]], list[Problem]]":
    """Return what each file says, by its name inside the folder, and all problems of reading and syntax."""
    from spasm_gui.reading.yaml_text import decode, parse  # a start from the compiled library parses nothing

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
    problems: list[Problem] = []
    if not folder.is_dir():
        return {}, [Problem(str(folder), 1, "this content folder does not exist")]
    root = Path(os.path.realpath(folder))
    names = _names(root, problems, [part for part in FOLDERS if with_cases or part != "cases"])
    return bytes_of(root, names, problems), problems


TRANSLATIONS = "translations"
HEAD = "language.yaml"
MAX_LANGUAGES = 50
MAX_TRANSLATED_FILES = 200


def languages_of(folder: Path) -> tuple[str, ...]:
    """Return the codes of the languages that a content folder has been translated into, as its folders are called."""
    inside = folder / TRANSLATIONS
    if not inside.is_dir():
        return ()
    names = sorted(entry.name for entry in inside.iterdir() if entry.is_dir() and not entry.name.startswith("."))
    return tuple(names[:MAX_LANGUAGES])


def head_of(code: str) -> str:
    """Return the name of the file that says which language a translation is in."""
    return f"{TRANSLATIONS}/{code}/{HEAD}"


def translated_names(folder: Path, code: str, problems: list[Problem]) -> list[str]:
    """Return the files of a language beside its head, also in folders that are called like those of the content."""
    inside = folder / TRANSLATIONS / code
    found = sorted(path.relative_to(folder).as_posix() for path in (*inside.glob("*.yaml"), *inside.glob("*/*.yaml")))
    found = [name for name in found if name != head_of(code)]
    if len(found) > MAX_TRANSLATED_FILES:
        problems.append(Problem(f"{TRANSLATIONS}/{code}", 1, f"more than {MAX_TRANSLATED_FILES} files"))
        return []
    return found


def bytes_of(folder: Path, names: Iterable[str], problems: list[Problem]) -> dict[str, bytes]:
    """Return the bytes of each of these files, and note the problems of getting at them."""
    root = Path(os.path.realpath(folder))
    read: dict[str, bytes] = {}
    parents: dict[str, str] = {}
    for name in names:
        try:
            read[name] = _read_bounded(_real(root, name, parents))
        except YamlError as error:
            problems.append(Problem(name, error.line, error.message))
    return read


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


def _real(root: Path, name: str, parents: dict[str, str]) -> str:
    """Where a file of the resolved folder `root` really lies. `parents` remembers where its folders do: it takes time.

    Raises:
        YamlError: it lies outside.
    """
    parent, _, last = name.rpartition("/")
    if parent not in parents:
        parents[parent] = os.path.realpath(root / parent)
    real = os.path.join(parents[parent], last)  # noqa: PTH118 - hundreds of them in every start
    if os.path.islink(real):  # noqa: PTH114
        real = os.path.realpath(real)
    if not (real.startswith(f"{root}{os.sep}") or Path(real).is_relative_to(root)):
        raise YamlError(1, "this link leaves the content folder; put the file itself here")
    return real


def _read_bounded(real: str) -> bytes:
    """Return the bytes of a file, one more than allowed at most.

    Raises:
        YamlError: it is no ordinary file, or cannot be read.
    """
    try:
        kind = os.stat(real)  # noqa: PTH116
        if stat.S_ISDIR(kind.st_mode):
            raise YamlError(1, "this is a folder; a file belongs here")
        if not stat.S_ISREG(kind.st_mode):
            raise YamlError(1, "this is not an ordinary file")
        with open(real, "rb") as stream:  # noqa: PTH123
            read = stream.read(min(kind.st_size, MAX_FILE_BYTES) + 1)  # room for all allowed would be made each time
            if len(read) > kind.st_size:  # it has grown meanwhile
                read += stream.read(MAX_FILE_BYTES)
            return read[: MAX_FILE_BYTES + 1]
    except FileNotFoundError:
        raise YamlError(1, "this file is missing") from None
    except OSError as error:
        raise YamlError(1, f"this file cannot be read: {error.strerror}") from error
