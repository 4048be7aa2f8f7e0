"""Every picture that self-care names must be there."""

from collections.abc import Iterator
from pathlib import Path

from spasm_gui.authoring.whereabouts import Whereabouts
from spasm_gui.knowledge.library import Library
from spasm_gui.reading.errors import Problem
from spasm_gui.reading.nearest import did_you_mean


def picture_problems(library: Library, assets: Path, where: Whereabouts) -> Iterator[Problem]:
    """Return the self-care whose `picture` is no file in `assets/exercises/`."""
    there = {file.stem for file in (assets / "exercises").glob("*.svg")}
    for care in library.self_care.values():
        if care.picture is not None and care.picture not in there:
            hint = did_you_mean(care.picture, there)
            message = f"picture '{care.picture}' is not in {assets.name}/exercises{hint}"
            yield where.problem("self_care", care.id, message)
