"""What is left of a visit: let go of and given back to the system, a moment after the next one has begun."""

import gc
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QPixmapCache

from spasm_gui.drawing.pictures import BodyDrawing


class Sweep(QObject):
    """Cleans up after a visit while nobody touches anything.

    A visit takes and returns large pictures all the time. The C library keeps what was returned, in pieces, so a
    window that is used all day would hold half as much again as it needs.

    Args:
        drawing: whose pictures of other views than the first are let go of.
        pause_ms: after the last visit ended.
        is_calm: whether a touch could be kept waiting for some 30 ms. If not, the end of the next visit is waited for.

    Signals:
        swept: it is done.
    """

    swept = Signal()

    def __init__(
        self,
        drawing: BodyDrawing | None,
        pause_ms: int,
        parent: QObject,
        is_calm: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(parent)
        self._drawing, self._is_calm = drawing, is_calm
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._sweep)

    @Slot()
    def soon(self) -> None:
        """Sweep after the pause; the pause begins anew."""
        self._pause.start()

    @Slot()
    def _sweep(self) -> None:
        if not self._is_calm():
            return
        QPixmapCache.clear()
        if self._drawing is not None:
            self._drawing.keep_first_view()
        gc.collect()  # what Python would free some day; until then it would still hold answers
        give_back()
        self.swept.emit()


def give_back() -> None:
    """Return memory that nothing uses to the system, where the C library would keep it: on Linux with glibc."""
    trim = _trim()
    if trim is not None:
        trim(0)


def _trim() -> Callable[[int], object] | None:
    if not sys.platform.startswith("linux"):
        return None
    from ctypes import CDLL  # 4 ms and half a megabyte, which no start needs

    found: Callable[[int], object] | None = getattr(CDLL(None), "malloc_trim", None)
    return found
