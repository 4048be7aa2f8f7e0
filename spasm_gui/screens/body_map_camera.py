"""Where the picture lies on the stage, on the way from one place to another, and in the hands of somebody.

A view is shown whole, or one place of it large (the target), or as hands have left it. What hands did lasts until
another view or place is shown, or the whole is asked for.
"""

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QTimer, QVariantAnimation, Signal, Slot

from spasm_gui.drawing.outlines import Outline
from spasm_gui.drawing.pictures import View
from spasm_gui.screens.body_map_framing import (
    Box,
    Framing,
    between,
    close_framing,
    is_one_sided,
    kept_in_sight,
    moved_by_hand,
    part_framing,
    sheet_framing,
    whole_framing,
)

ZOOM_MS = 320
_RESTS_AFTER_MS = 150  # without another turn of the wheel, or with fingers that lie still
_NEARLY_WHOLE = 1.01
_SHARPEST = 1.6  # how far the sharp picture may be enlarged
_SIGHT_MARGIN = 24.0

Place = tuple[str, str]
"""A region and the patient's side."""


class Camera(QObject):
    """Turns map units into stage pixels, now and once the picture stands still.

    Signals:
        moved: the framing is another one, and the next will follow.
        stood_still: the framing is the final one.
        whole_wanted: hands made a large place as small as the whole figure.
    """

    moved = Signal()
    stood_still = Signal()
    whole_wanted = Signal()

    def __init__(self, view: View, parent: QObject) -> None:
        super().__init__(parent)
        self.framing = Framing(1.0, 0.0, 0.0)
        self.target: Place | None = None
        self._view = view
        self._stage = (1.0, 1.0)
        self._text_size = 1.0
        self._pixel_ratio = 1.0
        self._by_hand: Framing | None = None
        self._start = self.framing
        self._is_motion_reduced = False
        self._flight = QVariantAnimation(self)
        self._flight.setStartValue(0.0)
        self._flight.setEndValue(1.0)
        self._flight.setDuration(ZOOM_MS)
        self._flight.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_RESTS_AFTER_MS)
        self._flight.valueChanged.connect(self._on_flown)
        self._flight.finished.connect(self._arrive)
        self._rest.timeout.connect(self.rest)

    # ------------------------------------------------------------------ what it shows

    @property
    def stage(self) -> tuple[float, float]:
        """Width and height of the stage."""
        return self._stage

    @property
    def figure(self) -> Box:
        """The box around the body on the sheet."""
        return self._figure

    @property
    def is_flying(self) -> bool:
        """Whether the picture moves by itself."""
        return self._flight.state() is not QVariantAnimation.State.Stopped

    @property
    def is_moving(self) -> bool:
        """Whether the picture moves, by itself or in somebody's hands."""
        return self.is_flying or self._rest.isActive()

    @property
    def is_by_hand(self) -> bool:
        """Whether hands have moved the picture away from where it belongs."""
        return self._by_hand is not None

    @property
    def can_be_pushed(self) -> bool:
        """Whether the picture is larger than the stage."""
        return self.is_by_hand or self.target is not None

    @property
    def is_one_sided(self) -> bool:
        """Whether names have room on one side of the target only."""
        return is_one_sided(self._stage, self._text_size)

    def target_outline(self) -> Outline | None:
        """Return the shape of the place that is shown large."""
        return self._view.outline(*self.target) if self.target else None

    def whole_framing(self) -> Framing:
        """Return the framing that shows the whole view."""
        if self._view.is_close_up:
            return sheet_framing(self.figure, self._stage, self._text_size)
        return whole_framing(self.figure, self._stage)

    def end_framing(self) -> Framing:
        """Return where the picture belongs once it stands still."""
        outline = self.target_outline()
        if self._by_hand is not None:
            framing = self._by_hand
        elif outline is None:
            framing = self.whole_framing()
        else:
            framed = part_framing if self._view.is_close_up else close_framing
            framing = framed(outline.box, self.figure, self._stage, self._text_size, self._most_scale())
        # On whole pixels, so that outlines and picture agree.
        return Framing(framing.scale, round(framing.offset_x), round(framing.offset_y))

    def _most_scale(self) -> float:
        return self._view.sharp[-1].scale * _SHARPEST / self._pixel_ratio

    # ------------------------------------------------------------------ showing

    def show(self, view: View) -> None:
        """Show another view, the whole of it."""
        self._view, self._figure = view, body_box(view)
        self.target = None
        self.stop()

    def stop(self) -> None:
        """Stay nowhere on the way; forget what hands did."""
        self._by_hand = None
        self._rest.stop()
        self._flight.stop()

    def set_stage(self, width: int, height: int, pixel_ratio: float) -> None:
        """Show the same on a stage of another size; what hands moved keeps its middle."""
        if ((width, height), pixel_ratio) == (self._stage, self._pixel_ratio):
            return
        self._flight.stop()
        held, (was_wide, was_high) = self._by_hand, self._stage
        self._stage, self._pixel_ratio = (float(width), float(height)), pixel_ratio
        if held is not None:
            wanted = Framing(
                held.scale, held.offset_x + (width - was_wide) / 2, held.offset_y + (height - was_high) / 2
            )
            self._by_hand = kept_in_sight(wanted, wanted, self.figure, self._stage)

    def set_text_size(self, factor: float) -> None:
        """Leave room for words of that size."""
        self._text_size = factor

    def set_reduced_motion(self, is_reduced: bool) -> None:
        """Let a flight take no time."""
        self._is_motion_reduced = is_reduced
        if is_reduced and self.is_flying:
            self._flight.stop()
            self._arrive()

    def settle(self) -> None:
        """Take the final framing at once."""
        self.framing = self.end_framing()

    def fly_to(self, target: Place | None, *, is_seen: bool) -> None:
        """Show a place large, or the whole view; at once where nobody sees it or motion is reduced."""
        self.target, self._by_hand = target, None
        self._rest.stop()
        self._flight.stop()
        if self._is_motion_reduced or not is_seen:
            self._arrive()
            return
        self._start = self.framing
        self._flight.start()

    # ------------------------------------------------------------------ hands

    @Slot(QPointF, QPointF, float)
    def move_by_hand(self, before: QPointF, after: QPointF, factor: float) -> None:
        """Let hands move the picture. A flight is not disturbed: it ends in a moment."""
        if self.is_flying:
            return
        whole = self.whole_framing()
        least = whole.scale / self.framing.scale
        wanted = moved_by_hand(
            self.framing,
            (before.x(), before.y()),
            (after.x(), after.y()),
            max(factor, min(1.0, least)),
            self._most_scale(),
        )
        if wanted == self.framing:
            return
        is_whole = wanted.scale <= whole.scale * _NEARLY_WHOLE
        self._by_hand = whole if is_whole else kept_in_sight(wanted, self.framing, self.figure, self._stage)
        self.framing = self._by_hand
        self._rest.start()
        self.moved.emit()

    def bring_into_sight(self, box: Box) -> None:
        """Move a picture that hands enlarged by as much as it takes to show a box of the map."""
        x, y, width, height = self.framing.box_to_stage(box)
        ways = []
        for start, length, stage in ((x, width, self._stage[0]), (y, height, self._stage[1])):
            near, far = _SIGHT_MARGIN - start, stage - _SIGHT_MARGIN - length - start
            ways.append(max(min(near, far), min(max(near, far), 0.0)))
        if ways != [0.0, 0.0]:
            moved = Framing(self.framing.scale, self.framing.offset_x + ways[0], self.framing.offset_y + ways[1])
            self._by_hand = self.framing = moved
            self.rest()

    @Slot()
    def rest(self) -> None:
        """The hands have left: what is nearly whole is whole."""
        if self.is_flying:
            return
        self._rest.stop()
        if self._by_hand is not None and self._by_hand.scale <= self.whole_framing().scale * _NEARLY_WHOLE:
            self._by_hand = None
            if self.target is not None:
                self.whole_wanted.emit()
                return
        self.stood_still.emit()

    # ------------------------------------------------------------------ a flight

    @Slot(object)
    def _on_flown(self, share: float) -> None:
        self.framing = between(self._start, self.end_framing(), self._stage, share)
        self.moved.emit()

    @Slot()
    def _arrive(self) -> None:
        self.stood_still.emit()


def body_box(view: View) -> Box:
    """Return the box around the body on a sheet."""
    boxes = [one.box for one in view.outlines]
    x, y = min(box[0] for box in boxes), min(box[1] for box in boxes)
    return x, y, max(box[0] + box[2] for box in boxes) - x, max(box[1] + box[3] for box in boxes) - y
