"""Work that nobody waits for yet, done piece by piece while the program rests, so that the first frame comes early."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, QTimerEvent

FIRST_FRAME_MS = 400  # until then a window is busy with standing up


class Later(QObject):
    """Takes the next of some pieces whenever nothing else is to be done, and rests for good after the last.

    A piece is what happens until the iterator gives its next value; it should take a few milliseconds, for a touch
    may have to wait for it.
    """

    def __init__(self, pieces: Iterable[object], parent: QObject) -> None:
        super().__init__(parent)
        self._pieces = iter(pieces)
        self._is_done = False
        # Twice: what is counted begins when the window has been built and the program waits for people.
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(FIRST_FRAME_MS, self, lambda: self.startTimer(0)))

    @property
    def is_done(self) -> bool:
        """True once nothing is left."""
        return self._is_done

    def finish(self) -> None:
        """Do at once what is left: somebody wants it now."""
        for _ in self._pieces:
            pass
        self._is_done = True

    def timerEvent(self, event: QTimerEvent) -> None:
        if next(self._pieces, self) is self:
            self.killTimer(event.timerId())
            self._is_done = True
