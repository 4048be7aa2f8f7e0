"""What hands do on the stage: a touch, a push, a pinch, a turn of the wheel. They are told apart here and nowhere else.

A touch is what goes down and comes up again. As soon as a second finger is there, or one finger pushes a picture that
is larger than the stage, the touch is over and nothing will be chosen by letting go. A pinch whose end never comes (a
sleeve, a wet glass) leaves nothing behind: whatever goes down next begins anew.
"""

import math
from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QEventPoint, QMouseEvent, QNativeGestureEvent, QTouchEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

SLOP_PX = 16
"""A finger that presses moves by a few pixels; only beyond this it pushes."""
MOUSE_SLOP_PX = 8
_NOTCH = 120  # what a wheel reports for one click of it
_PER_NOTCH = 1.25
_PER_PIXEL = 1.004  # of a touchpad that reports how far two fingers went
_LEAST_SPREAD_PX = 8.0  # two fingers reported closer together would make any factor of it


class _Doing(Enum):
    NOTHING = auto()
    TOUCHING = auto()
    PUSHING = auto()
    PINCHING = auto()


class Hands(QObject):
    """Turns the events of mouse, touch screen, wheel and touchpad into what is meant by them. Points are the stage's.

    Signals:
        went_down: something is pressed at this point; it may still become a push.
        let_go: nothing is pressed any more, whether it was a touch or not.
        touched: a touch, from where it went down to where it came up.
        moved: the picture goes along: what lay at the first point belongs at the second, so many times larger.
        rested: the hands have left the picture that they moved.
    """

    went_down = Signal(QPointF)
    let_go = Signal()
    touched = Signal(QPointF, QPointF)
    moved = Signal(QPointF, QPointF, float)
    rested = Signal()

    def __init__(self, can_push: Callable[[], bool], parent: QObject) -> None:
        """Begin with nothing held.

        Args:
            can_push: tells whether the picture is larger than the stage; else a push is only an unsteady touch.
        """
        super().__init__(parent)
        self._can_push = can_push
        self._doing = _Doing.NOTHING
        self._start = self._last = QPointF()
        self._slop = 0
        self._fingers: dict[int, QPointF] = {}

    # ------------------------------------------------------------------ mouse

    def mouse_press(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._down(event.position(), MOUSE_SLOP_PX)

    def mouse_move(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._one_moves_to(event.position())

    def mouse_release(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._one_moves_to(event.position())
            self._up(event.position())

    # ------------------------------------------------------------------ touch screen

    def touch(self, event: QTouchEvent) -> None:
        if event.type() is QEvent.Type.TouchCancel:
            self.forget()
            return
        before = self._fingers
        there = [one for one in event.points() if one.state() is not QEventPoint.State.Released]
        self._fingers = {one.id(): one.position() for one in there}
        if event.type() is QEvent.Type.TouchBegin:
            before = {}
            if len(there) == 1:
                self._down(there[0].position(), SLOP_PX)
        if not there:
            self._up(event.points()[0].position())
        elif len(there) == 1:
            self._one_finger(before)
        else:
            self._two_fingers(before)

    def _one_finger(self, before: dict[int, QPointF]) -> None:
        (finger,) = self._fingers
        if self._doing is _Doing.PINCHING:  # the other one has left; this one may go on pushing
            self._doing, self._last = _Doing.PUSHING, self._fingers[finger]
        elif finger in before:
            self._one_moves_to(self._fingers[finger])

    def _two_fingers(self, before: dict[int, QPointF]) -> None:
        first, second = list(self._fingers)[:2]
        if self._doing is not _Doing.PINCHING:
            self._doing = _Doing.PINCHING
            self.let_go.emit()
        if first in before and second in before:
            was, now = (before[first], before[second]), (self._fingers[first], self._fingers[second])
            factor = _spread(*now) / _spread(*was)
            self.moved.emit((was[0] + was[1]) / 2, (now[0] + now[1]) / 2, factor)

    # ------------------------------------------------------------------ wheel and touchpad

    def wheel(self, event: QWheelEvent) -> None:
        pixels, turned = event.pixelDelta().y(), event.angleDelta().y()
        factor = _PER_PIXEL**pixels if pixels else _PER_NOTCH ** (turned / _NOTCH)
        if factor != 1.0:
            self.moved.emit(event.position(), event.position(), factor)

    def native_gesture(self, event: QNativeGestureEvent) -> None:
        if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.moved.emit(event.position(), event.position(), max(0.1, 1.0 + event.value()))

    # ------------------------------------------------------------------ one finger, or the mouse

    def forget(self) -> None:
        """Let go of everything without choosing anything: another picture is shown, or the hands were lost."""
        was, self._doing, self._fingers = self._doing, _Doing.NOTHING, {}
        if was is _Doing.TOUCHING:
            self.let_go.emit()
        elif was is not _Doing.NOTHING:
            self.rested.emit()

    def _down(self, point: QPointF, slop: int) -> None:
        if self._doing is not _Doing.NOTHING:
            self.forget()
        self._doing, self._slop = _Doing.TOUCHING, slop
        self._start = self._last = point
        self.went_down.emit(point)

    def _one_moves_to(self, point: QPointF) -> None:
        if self._doing is _Doing.TOUCHING and self._can_push():
            way = point - self._start
            if math.hypot(way.x(), way.y()) > self._slop:
                self._doing = _Doing.PUSHING
                self.let_go.emit()
        if self._doing is _Doing.PUSHING and point != self._last:
            before, self._last = self._last, point
            self.moved.emit(before, point, 1.0)

    def _up(self, point: QPointF) -> None:
        was, self._doing, self._fingers = self._doing, _Doing.NOTHING, {}
        if was is _Doing.TOUCHING:
            self.let_go.emit()
            self.touched.emit(self._start, point)
        elif was is not _Doing.NOTHING:
            self.rested.emit()


def _spread(one: QPointF, other: QPointF) -> float:
    way = one - other
    return max(_LEAST_SPREAD_PX, math.hypot(way.x(), way.y()))


class HandledStage(QWidget):
    """A widget whose `hands` see everything that is done on it and on what lies on it and lets events pass."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.hands = Hands(self.can_be_pushed, self)

    def can_be_pushed(self) -> bool:
        """Tell whether there is more to see than the stage shows."""
        return False

    def event(self, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.TouchBegin if isinstance(event, QTouchEvent) and self._is_on_a_control(event):
                event.ignore()  # Qt sends it again as a mouse event, which buttons understand
                return False
            case QEvent.Type.TouchBegin | QEvent.Type.TouchUpdate | QEvent.Type.TouchEnd | QEvent.Type.TouchCancel:
                assert isinstance(event, QTouchEvent)
                self.hands.touch(event)
                return True
            case QEvent.Type.NativeGesture:
                assert isinstance(event, QNativeGestureEvent)
                self.hands.native_gesture(event)
                return True
        return super().event(event)

    def _is_on_a_control(self, event: QTouchEvent) -> bool:
        child = self.childAt(event.points()[0].position().toPoint())
        return child is not None and not self.lets_hands_pass(child)

    def lets_hands_pass(self, child: QWidget) -> bool:
        """Tell whether a finger on this child means the stage."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hands.mouse_press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hands.mouse_move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hands.mouse_release(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.hands.wheel(event)
        event.accept()
