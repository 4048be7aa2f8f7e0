"""Notices that people have left. Time comes from a clock that nobody can set, and goes on while the machine sleeps."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QWindow
from shiboken6 import isValid

_INPUT = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


def now_ms() -> int:
    """Milliseconds since some moment. A change of the wall clock does not show in it; sleep counts where it can."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)  # Linux alone
    return (time.clock_gettime_ns(clock) if clock is not None else time.monotonic_ns()) // 1_000_000


class IdleWatch(QObject):
    """Counts the time since the last input: first quietly, then as a countdown that only `renew` ends.

    During the countdown touches do not count by themselves: it may be the next person who touches, and what the one
    before answered must not come back for them.

    Signals:
        warning_started: nobody did anything for the timeout; the countdown runs.
        renewed: somebody said that they are still there.
        expired: the countdown ran out. The watch stands still until `start`.
    """

    warning_started = Signal()
    renewed = Signal()
    expired = Signal()

    def __init__(
        self,
        timeout_ms: int,
        countdown_ms: int,
        *,
        clock_ms: Callable[[], int] = now_ms,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._timeout_ms, self._countdown_ms, self._clock_ms = timeout_ms, countdown_ms, clock_ms
        self._allowed_ms = timeout_ms
        self._last_input_ms = 0
        self._is_warning = False
        self._window: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """True between `start` and `stop` or the expiry."""
        return self._timer.isActive()

    @property
    def is_warning(self) -> bool:
        """True while the countdown runs."""
        return self._is_warning

    @property
    def remaining_ms(self) -> int:
        """What is left until everything is cleared, the quiet time included."""
        return max(0, self._allowed_ms + self._countdown_ms - self._idle_ms())

    def watch(self, window: QWindow) -> None:
        """Take what reaches this window as input. On the window, every event is seen once and cheaply."""
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        window.installEventFilter(self)

    def start(self) -> None:
        """Begin to count, as when somebody has just come."""
        self._is_warning = False
        self._allowed_ms = self._timeout_ms
        self._last_input_ms = self._clock_ms()
        self._timer.start(self._allowed_ms)

    def stop(self) -> None:
        """Stand still: there is nobody's visit to clear."""
        self._timer.stop()
        self._is_warning = False

    @Slot()
    def note_input(self) -> None:
        """Somebody did something. Also for what reaches no window, as the actions of assistive tools do."""
        if not self.is_running or self._is_warning:
            return
        if self.remaining_ms == 0:  # the machine slept: this is somebody else
            self._expire()
            return
        self._last_input_ms = self._clock_ms()

    @Slot()
    def renew(self, times: int = 1) -> None:
        """Somebody is still there. `times` as long may pass until the next countdown."""
        if not self.is_running:
            return
        was_warning = self._is_warning
        self.start()
        self._allowed_ms = self._timeout_ms * times
        self._timer.start(self._allowed_ms)
        if was_warning:
            self.renewed.emit()

    def _idle_ms(self) -> int:
        return self._clock_ms() - self._last_input_ms

    @Slot()
    def _look(self) -> None:
        """The timer ran out: perhaps there was input since, so look at the clock."""
        if self.remaining_ms == 0:
            self._expire()
        elif self._is_warning:
            self._timer.start(self.remaining_ms)
        elif (left_ms := self._allowed_ms - self._idle_ms()) > 0:
            self._timer.start(left_ms)
        else:
            self._is_warning = True
            self._timer.start(self.remaining_ms)
            self.warning_started.emit()

    def _expire(self) -> None:
        self.stop()
        self.expired.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self.note_input()
        return super().eventFilter(watched, event)
