"""The proof card: what the content was held against, how, and what came of it."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from spasm_gui.reading.errors import Problem


class How(enum.Enum):
    """Why a statement may be believed."""

    PROVED = "proved from the grammar"
    ENUMERATED = "enumerated"
    SEARCHED = "searched for an example"
    COUNTED = "counted"


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of the card.

    Attributes:
        key: its name in the JSON, a promise to scripts.
        text: what is stated.
        how: why it may be believed.
        covered: what was looked at.
        problems: breaches that endanger somebody.
        warnings: breaches that only make the content worse.
        figures: numbers and lists that belong to the statement.
        details: further lines for a person at a terminal; scripts find the same in the figures.
    """

    key: str
    text: str
    how: How
    covered: str
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    figures: Mapping[str, Any] = field(default_factory=dict)
    details: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """True without a breach of either kind."""
        return not self.problems and not self.warnings

    def as_json(self) -> dict[str, Any]:
        """The statement for scripts."""
        return {
            "holds": self.holds,
            "text": self.text,
            "how": self.how.value,
            "covered": self.covered,
            "problems": len(self.problems),
            "warnings": len(self.warnings),
            **self.figures,
        }

    def as_text(self) -> str:
        """The statement, below it how it was found, and its details."""
        breaches = [
            f"{len(found)} {word}{'' if len(found) == 1 else 's'}"
            for found, word in ((self.problems, "problem"), (self.warnings, "warning"))
            if found
        ]
        mark = "holds " if self.holds else "BROKEN" if self.problems else "look  "
        tail = f": {', '.join(breaches)}" if breaches else ""
        first = f"  {mark}  {self.text}{tail}"
        below = (f"{self.how.value}; {self.covered}", *self.details)
        return "\n".join([first, *(f"          {line}" for line in below)])


@dataclass(frozen=True, slots=True)
class Card:
    """All statements, in the order in which they are printed."""

    statements: tuple[Statement, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The dangerous breaches of all statements."""
        return tuple(problem for statement in self.statements for problem in statement.problems)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The other breaches of all statements."""
        return tuple(warning for statement in self.statements for warning in statement.warnings)

    def statement(self, key: str) -> Statement:
        """Return a statement by its key."""
        return next(one for one in self.statements if one.key == key)

    def as_json(self) -> dict[str, Any]:
        """The card for scripts; empty if nothing was proved."""
        return {statement.key: statement.as_json() for statement in self.statements}

    def as_text(self) -> str:
        """The card for a person at a terminal."""
        return "\n".join(statement.as_text() for statement in self.statements)
