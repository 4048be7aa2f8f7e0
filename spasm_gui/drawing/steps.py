"""Work that is done in steps, each too short to be felt, so that a touch in between is answered."""

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")

Steps = Generator[None, None, T]
"""Does a little whenever it is asked to go on, and returns what it made."""


def finished(steps: Steps[T]) -> T:
    """Do all steps at once, and return what they make."""
    while True:
        try:
            next(steps)
        except StopIteration as made:
            result: T = made.value
            return result
