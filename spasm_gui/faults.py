"""Errors that nobody expected: told in the log without what people said, and nothing of the visit stays on the screen.

1. An error in a slot, a timer, an event or while the advice is worked out begins a new visit.
2. If even that fails, the program ends: better no screen than one that shows the advice of somebody else.
3. A kiosk also ends when errors keep coming, so that its supervisor starts it afresh.
"""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

_log = logging.getLogger(__name__)
Handler = Callable[[type[BaseException], BaseException, TracebackType | None], None]

MOST_FAULTS = 5
WITHIN_MS = 60_000
GAVE_UP = 70
"""Exit status of a program that ended itself."""


def beginning_anew(begin: Callable[[], None], end: Callable[[int], None]) -> Handler:
    """Return a handler that lets a new visit `begin`; where that fails, too, the program has to `end` with a status."""

    def on_fault(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            end(0)
            return
        _log.error("an error nobody expected (%s); a new visit begins\n%s", kind.__name__, _frames(trace))
        try:
            begin()
        except Exception as error:
            what = f"no new visit can begin ({type(error).__name__}); the program ends"
            _log.error("%s\n%s", what, _frames(error.__traceback__))
            end(GAVE_UP)

    return on_fault


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


def take_faults(handle: Handler) -> None:
    """Let `handle` hear of every error that reaches nobody else; those beside the visit are only logged.

    Python itself would print the words of an error, and they may hold what somebody answered.
    """
    sys.excepthook = handle
    sys.unraisablehook = lambda one: _log_aside(one.exc_type, one.exc_traceback)
    threading.excepthook = lambda one: _log_aside(one.exc_type, one.exc_traceback)


def _log_aside(kind: type[BaseException], trace: TracebackType | None) -> None:
    _log.error("an error beside the visit (%s)\n%s", kind.__name__, _frames(trace))


def _frames(trace: TracebackType | None) -> str:
    """Where it happened, without the words of the error."""
    return "".join(traceback.format_tb(trace))
