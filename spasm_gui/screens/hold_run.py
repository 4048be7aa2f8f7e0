"""Holds and rests of an exercise, counted by a clock that never goes back. Nothing here needs a window."""

import enum
import math
import time
from collections.abc import Callable

HOLDS = 3
"""How many holds are counted where the content says no number."""

REST_SECONDS = 10.0

Clock = Callable[[], float]


class Phase(enum.Enum):
    """Where an exercise is."""

    READY = "ready"
    HOLD = "hold"
    REST = "rest"
    DONE = "done"


class HoldRun:
    """One exercise as somebody does it: which step is read, which hold is on, how many seconds are left.

    It only counts while it runs; what is left is kept when it pauses. Each hold and rest begins whole, however late
    the end of the one before was noticed.
    """

    def __init__(
        self, hold_seconds: float | None, holds: int | None, steps: int, clock: Clock = time.monotonic
    ) -> None:
        self.hold_seconds = float(hold_seconds or 0)
        self.rest_seconds = min(REST_SECONDS, self.hold_seconds)
        self.holds = holds or HOLDS
        self.steps = steps
        self.step = 0
        self._clock = clock
        self._restart()

    def _restart(self) -> None:
        self.phase, self.hold = Phase.READY, 1
        self._left, self._since = self.hold_seconds, 0.0
        self.is_running = False

    @property
    def length(self) -> float:
        """How long the present hold or rest takes as a whole."""
        return self.rest_seconds if self.phase is Phase.REST else self.hold_seconds

    @property
    def left(self) -> float:
        """Seconds left of the present hold or rest."""
        passed = self._clock() - self._since if self.is_running else 0.0
        return max(0.0, self._left - passed)

    @property
    def digits(self) -> int:
        """The seconds to show: the last one is 1."""
        return math.ceil(self.left)

    def share_done(self, hold: int) -> float:
        """How much of a hold, counted from 1, is done: 0 to 1."""
        if self.phase is Phase.DONE or hold < self.hold or (hold == self.hold and self.phase is Phase.REST):
            return 1.0
        if hold > self.hold or not self.length:
            return 0.0
        return 1.0 - self.left / self.length

    def start(self) -> None:
        """Begin, go on after a pause, or begin again once all holds are done."""
        if self.is_running or not self.hold_seconds:
            return
        if self.phase is Phase.DONE:
            self._restart()
        if self.phase is Phase.READY:
            self.phase = Phase.HOLD
        self._since, self.is_running = self._clock(), True

    def pause(self) -> None:
        """Stop counting and keep what is left."""
        self._left, self.is_running = self.left, False

    def stop(self) -> None:
        """Stop for good: nothing is left to go on with."""
        self._restart()

    def tick(self) -> bool:
        """Go on to the next hold or rest if the present one is over. Returns whether it was."""
        if self.is_running and self.left <= 0:
            self.skip()
            return True
        return False

    def skip(self) -> None:
        """Go on to the next hold or rest at once."""
        if self.phase is Phase.HOLD and self.hold >= self.holds:
            self.phase, self.is_running = Phase.DONE, False
        elif self.phase is Phase.HOLD:
            self.phase = Phase.REST
        elif self.phase is Phase.REST:
            self.phase, self.hold = Phase.HOLD, self.hold + 1
        self._left, self._since = self.length, self._clock()

    def next_step(self) -> None:
        """Read the next step, if there is one."""
        self.step = min(self.step + 1, self.steps - 1)
