"""A language the program speaks, and who answers for its translation."""

import datetime
import enum

from spasm_gui.knowledge.record import Part


class Direction(enum.Enum):
    """Which way a language is read. It turns the layout round, never the picture of the body."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


class Reviewer(Part, frozen=True, kw_only=True):
    """Who read the whole translation against the source, and when."""

    name: str
    role: str
    date: datetime.date


class Language(Part, frozen=True, kw_only=True):
    """One language. `name` is its own name for itself, such as Español; that is what people look for in a list."""

    code: str
    name: str
    direction: Direction = Direction.LEFT_TO_RIGHT
    reviewer: Reviewer | None = None
