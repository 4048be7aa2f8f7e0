"""Errors that nobody expected and that keep coming: better to end, so that the supervisor starts it afresh."""

from collections.abc import Callable
from types import TracebackType

Handler = Callable[[type[BaseException], BaseException, TracebackType | None], None]

MOST_FAULTS = 5
WITHIN_MS = 60_000
GAVE_UP = 70
"""Exit status of a kiosk that ended itself."""


def giving_up(handle: Handler, give_up: Callable[[], None], clock_ms: Callable[[], int]) -> Handler:
    """Return a handler that passes faults on to `handle`, and gives up at the fifth within a minute."""
    times_ms: list[int] = []

    def on_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        now = clock_ms()
        times_ms[:] = [one for one in times_ms if now - one < WITHIN_MS] + [now]
        if len(times_ms) >= MOST_FAULTS:
            give_up()
        if len(times_ms) <= MOST_FAULTS:
            handle(kind, error, trace)

    return on_fault
