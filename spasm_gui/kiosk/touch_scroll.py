"""Lets a finger push a page up and down: a scroll bar alone is too thin for hands that shake.

Qt's own QScroller would do it, but in PySide6 each of its grabs leaves some kilobytes behind for good, which adds up
over a year of visits.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget
from shiboken6 import isValid

SLOP_PX = 16
"""A finger that presses moves by a few pixels; only beyond this it pushes."""
_FAR_AWAY = QPointF(-10_000, -10_000)


class FingerScroll(QObject):
    """Turns a push along a scrolling page into scrolling. What was pressed at first is let go without being pressed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._handle: QWindow | None = None
        self._bar: QScrollBar | None = None
        self._start = QPointF()
        self._start_value = 0
        self._is_pushing = False
        self._is_forwarding = False

    def listen_to(self, handle: QWindow) -> None:
        """See what hands do on this window before any widget does."""
        if self._handle is not None and isValid(self._handle):
            self._handle.removeEventFilter(self)
        self._handle = handle
        handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_forwarding or not isinstance(event, QMouseEvent):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self._begin(event)
            case QEvent.Type.MouseMove if self._bar is not None:
                return self._push(event)
            case QEvent.Type.MouseButtonRelease:
                return self._end(event)
        return False

    def _begin(self, event: QMouseEvent) -> None:
        self._is_pushing = False
        self._bar = None
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        widget = self._window.childAt(event.position().toPoint())
        while widget is not None and not isinstance(widget, QAbstractScrollArea):
            if isinstance(widget, QScrollBar):
                return
            widget = widget.parentWidget()
        if widget is not None and widget.verticalScrollBar().maximum() > 0:
            self._bar = widget.verticalScrollBar()
            self._start, self._start_value = event.position(), self._bar.value()

    def _push(self, event: QMouseEvent) -> bool:
        if self._bar is None or not isValid(self._bar):
            self._bar = None
            return False
        moved = event.position() - self._start
        if not self._is_pushing:
            if abs(moved.x()) > SLOP_PX and abs(moved.x()) >= abs(moved.y()):
                self._bar = None  # along the page: perhaps a slider, so it is left alone
                return False
            if abs(moved.y()) <= SLOP_PX:
                return False
            self._is_pushing = True
            self._forward_from_far_away(QEvent.Type.MouseMove, Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton)
        self._bar.setValue(self._start_value - round(moved.y()))
        return True

    def _end(self, event: QMouseEvent) -> bool:
        was_pushing, self._is_pushing, self._bar = self._is_pushing, False, None
        if not was_pushing or event.button() is not Qt.MouseButton.LeftButton:
            return False
        # Let go far away from whatever was pressed, so that it is not pressed after all.
        self._forward_from_far_away(QEvent.Type.MouseButtonRelease, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton)
        return True

    def _forward_from_far_away(self, kind: QEvent.Type, button: Qt.MouseButton, buttons: Qt.MouseButton) -> None:
        if self._handle is None:
            return
        self._is_forwarding = True
        try:
            event = QMouseEvent(kind, _FAR_AWAY, _FAR_AWAY, button, buttons, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(self._handle, event)
        finally:
            self._is_forwarding = False
