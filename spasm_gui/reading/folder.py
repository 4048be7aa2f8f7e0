"""Which files a content folder has, read within bounds. Nothing outside the folder is ever opened."""

import os
from collections.abc import Iterator
from pathlib import Path

from spasm_gui.reading.errors import Problem
from spasm_gui.reading.yaml_text import MAX_FILE_BYTES, Lines, Plain, YamlError, decode, parse

SINGLE_FILES = ("library.yaml", "regions.yaml", "movement.yaml", "sources.yaml", "screens.yaml", "acts.yaml")
FOLDERS = ("findings", "rules", "causes", "self_care", "cases")
MAX_FILES = 500


def read_folder(folder: Path) -> tuple[dict[str, tuple[Plain, Lines]], list[Problem]]:
    """Return what each file says, by its name inside the folder, and all problems of reading and syntax."""
    read: dict[str, tuple[Plain, Lines]] = {}
    problems: list[Problem] = []
    if not folder.is_dir():
        return read, [Problem(str(folder), 1, "this content folder does not exist")]
    root = Path(os.path.realpath(folder))
    for name in _names(folder, problems):
        try:
            read[name] = parse(decode(_bytes(root, folder / name)))
        except YamlError as error:
            problems.append(Problem(name, error.line, error.message))
    return read, problems


def _names(folder: Path, problems: list[Problem]) -> Iterator[str]:
    yield from SINGLE_FILES
    count = 0
    for part in FOLDERS:
        inside = folder / part
        try:
            entries = sorted(entry.name for entry in inside.iterdir())
        except NotADirectoryError:
            problems.append(Problem(part, 1, "this must be a folder of .yaml files"))
            continue
        except FileNotFoundError:
            problems.append(Problem(part, 1, "this folder is missing"))
            continue
        except OSError as error:
            problems.append(Problem(part, 1, f"this folder cannot be read: {error.strerror}"))
            continue
        for entry in entries:
            if entry.endswith((".yml", ".YAML", ".YML")):
                problems.append(Problem(f"{part}/{entry}", 1, "content files end in .yaml; rename it"))
            elif entry.endswith(".yaml") and not entry.startswith("."):
                count += 1
                if count > MAX_FILES:
                    problems.append(Problem(part, 1, f"more than {MAX_FILES} content files"))
                    return
                yield f"{part}/{entry}"


def _bytes(root: Path, path: Path) -> bytes:
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
