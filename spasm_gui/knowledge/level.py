"""How soon to be seen."""

import enum
import functools


@functools.total_ordering
class Level(enum.Enum):
    """How soon to be seen. Larger is more urgent, so `max` means "most urgent"."""

    SELF_TREAT = "self-treat"
    PHYSICIAN = "physician"
    SAME_DAY = "same-day"
    EMERGENCY = "emergency"

    @property
    def rank(self) -> int:
        """0 for self-treat up to 3 for emergency."""
        return _RANKS[self]

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Level):
            return NotImplemented
        return _RANKS[self] < _RANKS[other]

    def __hash__(self) -> int:
        return hash(self.value)


_RANKS = {level: rank for rank, level in enumerate(Level)}
