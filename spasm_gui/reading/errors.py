"""What is wrong with a content folder, in words an author can act on."""

from collections.abc import Iterable, Sequence

import msgspec


class Problem(msgspec.Struct, frozen=True, order=True):
    """One thing an author can fix, and where."""

    file: str
    line: int  # counted from 1, as editors show it
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class ContentError(Exception):
    """The library was refused. `problems` holds all that were found in the phase that failed, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Sequence[Problem] = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class YamlError(Exception):
    """A text is not the plain YAML that content is written in. Carries the line, counted from 1."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        self.message = message
        super().__init__(f"line {line}: {message}")
