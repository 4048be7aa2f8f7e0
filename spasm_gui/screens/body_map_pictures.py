"""Which ready pictures are kept for the stage, and when they are made: quickly first, sharp a moment later."""

import logging
import time

import msgspec
from PySide6.QtCore import QObject, QSize, QTimer, Signal, Slot

from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.pictures import BodyDrawing, View
from spasm_gui.drawing.steps import Steps, finished
from spasm_gui.screens.body_map_framing import Framing
from spasm_gui.screens.body_map_stills import Still, make_moving, moved_still, needs_sharp, still_in_steps
from spasm_gui.screens.body_map_values import FigureTheme

_STEPS_SECONDS = 0.004  # of sharpening at a time: a touch in between waits no longer

_log = logging.getLogger(__name__)


class Shot(msgspec.Struct, frozen=True):
    """What pictures are wanted of.

    Attributes:
        whole: the framing of the whole view on the same stage.
        stage: its size in logical pixels, of which each is `ratio` device pixels.
    """

    view: View
    theme: FigureTheme
    framing: Framing
    whole: Framing
    stage: QSize
    ratio: float


class Pictures(QObject):
    """Keeps the pictures of what stands on the stage, and while it moves those that can be scaled.

    Signals:
        sharpened: the picture is as sharp as it gets, after `sharpen_soon` or a `still` that had to wait for it.
    """

    sharpened = Signal()

    def __init__(self, drawing: BodyDrawing, parent: QObject) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._still: Still | None = None
        self._moving: Still | None = None
        self._shot: Shot | None = None
        self._steps: Steps[Still] | None = None  # of the picture that is being made sharp
        self._sharpening = QTimer(self)  # of no duration: as soon as the first picture is on the screen
        self._sharpening.setSingleShot(True)
        self._sharpening.timeout.connect(self._sharpen)

    def still(self, shot: Shot, *, is_moving: bool) -> Still:
        """Return what to lay on the stage: what is quickly made now, and what is sharp a moment later."""
        if shot != self._shot:
            self._steps = None
            if self._still is not None:
                self._still = moved_still(self._still, shot.view, shot.framing, shot.stage, shot.ratio)
        self._shot = shot
        if is_moving:
            self._still = None
            self._sharpening.stop()
        elif self._still is None:
            if needs_sharp(shot.view, shot.framing, shot.ratio):
                self._sharpening.start()
            else:
                self._take_still(finished(self._still_in_steps(shot)))
        if self._still is not None:
            return self._still
        if self._moving is None:
            self._moving = make_moving(self._drawing, shot.view, shot.theme, shot.whole)
        return self._moving

    def sharpen_soon(self) -> None:
        """Make the picture sharp once what is to be painted is on the screen, and say so."""
        self._sharpening.start()

    def forget_all(self) -> None:
        """Another view or theme is shown."""
        self._still = self._moving = self._shot = self._steps = None

    def _still_in_steps(self, shot: Shot) -> Steps[Still]:
        try:
            return (
                yield from still_in_steps(self._drawing, shot.view, shot.theme, shot.framing, shot.stage, shot.ratio)
            )
        except DrawingError as error:
            _log.warning("%s", error)
            return make_moving(self._drawing, shot.view, shot.theme, shot.framing)

    def _take_still(self, still: Still) -> None:
        self._still, self._steps = still, None
        self._moving = None  # some 15 MB, and made again before the eye sees that anything moves

    @Slot()
    def _sharpen(self) -> None:
        """Replace the enlarged picture by a sharp one, a few steps at a time, after the first is on the screen."""
        if self._still is None and self._shot is not None:
            self._steps = self._steps or self._still_in_steps(self._shot)
            until = time.perf_counter() + _STEPS_SECONDS
            try:
                while time.perf_counter() < until:
                    next(self._steps)
            except StopIteration as made:
                self._take_still(made.value)
            else:
                self._sharpening.start()
                return
        self.sharpened.emit()
