"""Tells the supervisor that the program is ready and that its event loop still turns.

Under systemd's `WatchdogSec=` a program that hangs goes silent, and is ended and started afresh. The words travel
through libsystemd, so the program itself opens no socket.
"""

import ctypes
import logging
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Slot

_log = logging.getLogger(__name__)
Tell = Callable[[str], None]


def supervisor(environment: Mapping[str, str]) -> Tell | None:
    """Return a way to tell the supervisor something, or None where none listens."""
    if not environment.get("NOTIFY_SOCKET"):
        return None
    try:
        notify = ctypes.CDLL("libsystemd.so.0").sd_notify
    except (OSError, AttributeError):
        _log.warning("a supervisor listens, but libsystemd is missing here: it is told nothing")
        return None
    notify.argtypes, notify.restype = (ctypes.c_int, ctypes.c_char_p), ctypes.c_int

    def tell(word: str) -> None:
        notify(0, word.encode("ascii"))

    return tell


def beat_ms(environment: Mapping[str, str]) -> int | None:
    """How often to say that all is well: three times in the time the supervisor allows. None if it asks for nothing."""
    allowed_us = environment.get("WATCHDOG_USEC", "")
    return max(100, int(allowed_us) // 3000) if allowed_us.isascii() and allowed_us.isdigit() else None


class Heartbeat(QObject):
    """Says READY once the event loop turns, then WATCHDOG again and again while it does.

    `every_ms` None says READY alone. A block of the loop silences it: that is what it is for.
    """

    def __init__(self, tell: Tell, every_ms: int | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tell = tell
        QTimer.singleShot(0, self, self._say_ready)
        if every_ms is not None:
            timer = QTimer(self)
            timer.setInterval(every_ms)
            timer.timeout.connect(self._beat)
            timer.start()

    @Slot()
    def _say_ready(self) -> None:
        self._tell("READY=1")

    @Slot()
    def _beat(self) -> None:
        self._tell("WATCHDOG=1")
