"""What `spasm-gui check` says about a content folder."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spasm_gui.authoring.card import Card
from spasm_gui.authoring.care_pictures import picture_problems
from spasm_gui.authoring.map_agreement import map_problems
from spasm_gui.authoring.proof import prove
from spasm_gui.authoring.translations_proof import translation_statements
from spasm_gui.authoring.whereabouts import whereabouts_in
from spasm_gui.reading.errors import ContentError, Problem
from spasm_gui.reading.library import read_library
from spasm_gui.terminal import counts

COUNTED = ("regions", "muscles", "findings", "rules", "causes", "self_care", "sources", "cases")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a check. Problems must be mended before the content may be used; warnings are advice.

    `counts` is all zeros when the library was refused, since nothing of it was accepted.
    """

    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    counts: Mapping[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTED, 0))
    card: Card = field(default_factory=Card)

    @property
    def ok(self) -> bool:
        """True without problems, whatever the warnings."""
        return not self.problems

    def as_json(self) -> dict[str, Any]:
        """The result for scripts. This shape is a promise."""
        return {
            "ok": self.ok,
            "problems": [_as_json(problem) for problem in self.problems],
            "warnings": [_as_json(warning) for warning in self.warnings],
            "counts": dict(self.counts),
            "proof": self.card.as_json(),
        }

    def as_text(self) -> str:
        """The result for a person at a terminal."""
        lines = [f"problem  {problem}" for problem in self.problems]
        lines += [f"warning  {warning}" for warning in self.warnings]
        if self.card.statements:
            numbers = ", ".join(f"{number} {name.replace('_', '-')}" for name, number in self.counts.items())
            lines += ["", "Proof card", self.card.as_text(), "", numbers]
        lines += ["", _summary(self)]
        return "\n".join(lines).lstrip("\n")


def check(folder: Path, assets: Path, today: datetime.date | None = None) -> Outcome:
    """Hold a content folder against itself and against the drawing in the assets folder.

    Args:
        folder: of content, with library.yaml in it.
        assets: the folder that holds the drawing.
        today: as of when reviews are overdue; the computer's date when left out.
    """
    try:
        library = read_library(folder)
    except ContentError as error:
        return Outcome(problems=tuple(error.problems))
    where = whereabouts_in(folder)
    proof = prove(library, where, today or datetime.date.today())
    card = Card((*proof.statements, *translation_statements(folder, library)))
    return Outcome(
        problems=_in_file_order(
            [*map_problems(library, assets, where), *picture_problems(library, assets, where), *card.problems]
        ),
        warnings=_in_file_order(card.warnings),
        counts=counts(library),
        card=card,
    )


def _in_file_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems)))


def _as_json(problem: Problem) -> dict[str, Any]:
    return {"file": problem.file, "line": problem.line, "message": problem.message}


def _summary(outcome: Outcome) -> str:
    verdict = "The content holds." if outcome.ok else "The content does not hold."
    problems, warnings = len(outcome.problems), len(outcome.warnings)
    return f"{verdict} {_count(problems, 'problem')}, {_count(warnings, 'warning')}."


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
