"""Where a record stands in a content folder, for messages about records that are well formed but wrong.

Reading keeps lines only while it reads. Afterwards a record is found again by searching the files for its id, which is
simple and costs a few milliseconds.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from spasm_gui.reading.errors import Problem
from spasm_gui.reading.folder import SINGLE_FILES

_ID = re.compile(r"""(?:^|[\s{,-])["']?id["']?:\s*["']?([\w-]+)""")
_KEY = re.compile(r"""\s+["']?([\w-]+)["']?:""")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """File and line of each record. A record that is not found is said to stand on line 1 of its part.

    A part is the name of a content file or folder without its ending: `rules`, `regions`, `screens`.
    """

    places: Mapping[tuple[str, str], tuple[str, int]] = field(default_factory=dict)

    def problem(self, part: str, key: str, message: str) -> Problem:
        """A problem of the record `key` of a part."""
        whole = f"{part}.yaml" if f"{part}.yaml" in SINGLE_FILES else part
        file, line = self.places.get((part, key), (whole, 1))
        return Problem(file, line, message)


def whereabouts_in(folder: Path) -> Whereabouts:
    """Return where the records of a content folder stand. The folder must have been read successfully before."""
    places: dict[tuple[str, str], tuple[str, int]] = {}
    for path in sorted([*folder.glob("*.yaml"), *folder.glob("*/*.yaml")]):
        file = path.relative_to(folder).as_posix()
        part = file.partition("/")[0].removesuffix(".yaml")
        wanted = _KEY if part == "screens" else _ID
        for line, text in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
            found = wanted.match(text) if wanted is _KEY else wanted.search(text)
            if found:
                places.setdefault((part, found[1]), (file, line))
    return Whereabouts(places)
