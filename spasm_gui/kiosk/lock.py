"""Keeps people inside the one window: it covers the screen, cannot be closed, and lets only harmless input through.

What never reaches Qt (Alt+Tab, virtual terminals, edge swipes, the power button) belongs to the operating system; see
docs/kiosk.md.
"""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QClipboard,
    QGuiApplication,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QScreen,
    QTouchEvent,
    QWindow,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QToolTip, QWidget
from shiboken6 import isValid

EXIT_TOUCHES = 7
EXIT_WITHIN_MS = 5000
EXIT_CORNER_PX = 96

_WALKING_KEYS = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Space,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Shift,
    }
)
_HARMLESS_MODIFIERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_KEY_EVENTS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_POINTER_EVENTS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)
_REFUSED = frozenset({QEvent.Type.ContextMenu, QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})


def is_key_let_through(event: QKeyEvent) -> bool:
    """True for the keys that walk, choose or type a letter; no shortcut is among them."""
    if event.modifiers() & ~_HARMLESS_MODIFIERS:
        return False
    if event.key() in _WALKING_KEYS:
        return True
    return len(event.text()) == 1 and event.text().isprintable()


def forget_clipboard() -> None:
    """Empty what could be pasted, and any tip that still hangs over the window."""
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        if mode is QClipboard.Mode.Clipboard or clipboard.supportsSelection():
            clipboard.clear(mode)
    QToolTip.hideText()


class Lock(QObject):
    """Holds a window over the whole screen.

    Signals:
        exit_gesture_made: seven touches in the upper left corner; the PIN is to be asked.
        window_replaced: Qt made another native window. Carries it; what listened on the old one must listen anew.
    """

    exit_gesture_made = Signal()
    window_replaced = Signal(QWindow)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._handle: QWindow | None = None
        self._screen: QScreen | None = None
        self._covers: list[_Cover] = []
        self._corner_touches_ms: list[int] = []
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.timeout.connect(self.cover_screen)
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        # A page that wants more room than the screen has must not push the window beyond its edges.
        window.setMinimumSize(1, 1)
        window.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.screenAdded.connect(self._on_screens_changed)
        app.screenRemoved.connect(self._on_screens_changed)
        app.primaryScreenChanged.connect(self._on_screens_changed)

    def show(self) -> None:
        """Show the window over the whole screen, with or without a window manager."""
        self._window.showFullScreen()
        self.cover_screen()
        self._window.activateWindow()  # without a window manager nobody else would give it the keyboard

    def cover_screen(self) -> None:
        """Take the whole primary screen, and cover every other one with a blank sheet."""
        screens = QGuiApplication.screens()
        if not screens:  # every monitor is unplugged; one of the screen signals will bring us back
            return
        screen = screens[0]
        self._follow(screen)
        self._listen_to_handle()
        if self._window.isMinimized() or not self._window.isFullScreen():
            self._window.showFullScreen()
        # Without a window manager nobody else would make it large. On Wayland there always is one, and it decides.
        is_ours_to_place = not QGuiApplication.platformName().startswith("wayland")
        if is_ours_to_place and self._window.geometry() != screen.geometry():
            self._window.setGeometry(screen.geometry())
        for cover in self._covers:
            cover.deleteLater()
        self._covers = [_Cover(one, self._window) for one in screens[1:]]

    def _follow(self, screen: QScreen) -> None:
        if screen is self._screen:
            return
        if self._screen is not None:
            self._screen.geometryChanged.disconnect(self._on_screens_changed)
        self._screen = screen
        screen.geometryChanged.connect(self._on_screens_changed)

    def _on_screens_changed(self, _what: object = None) -> None:
        gone = self._screen is not None and self._screen not in QGuiApplication.screens()
        if gone:
            self._screen = None
        self._fit.start(0)

    def _listen_to_handle(self) -> None:
        handle = self._window.windowHandle()
        if handle is None or handle is self._handle:
            return
        if self._handle is not None and isValid(self._handle):
            self._handle.removeEventFilter(self)
        self._handle = handle
        handle.installEventFilter(self)
        self.window_replaced.emit(handle)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._handle:
            return self._is_refused(kind, event)
        if kind is QEvent.Type.Close:
            event.ignore()
            return True
        if kind is QEvent.Type.LayoutRequest:
            self._take_away_menus()
        elif kind in (QEvent.Type.WindowStateChange, QEvent.Type.WinIdChange, QEvent.Type.Move, QEvent.Type.Resize):
            self._fit.start(0)
        return False

    def _is_refused(self, kind: QEvent.Type, event: QEvent) -> bool:
        if kind in _KEY_EVENTS:
            assert isinstance(event, QKeyEvent)
            return not is_key_let_through(event)
        if kind is QEvent.Type.TouchBegin:
            assert isinstance(event, QTouchEvent)
            self._note_touch(event.points()[0].position(), event.timestamp())
        elif kind in _POINTER_EVENTS:
            assert isinstance(event, QMouseEvent)
            if event.button() is not Qt.MouseButton.LeftButton:
                return True
            # Qt sends a touch a second time, as a mouse event.
            is_touch = event.device().type() is QInputDevice.DeviceType.TouchScreen
            if kind is QEvent.Type.MouseButtonPress and not is_touch:
                self._note_touch(event.position(), event.timestamp())
        return kind in _REFUSED

    def _note_touch(self, point: QPointF, now: int) -> None:
        """Count the touches of the hidden gesture. A touch elsewhere begins it anew."""
        if point.x() > EXIT_CORNER_PX or point.y() > EXIT_CORNER_PX:
            self._corner_touches_ms.clear()
            return
        self._corner_touches_ms = [one for one in self._corner_touches_ms if now - one <= EXIT_WITHIN_MS] + [now]
        if len(self._corner_touches_ms) >= EXIT_TOUCHES:
            self._corner_touches_ms.clear()
            self.exit_gesture_made.emit()

    def _take_away_menus(self) -> None:
        """Scroll bars and fields to type in bring menus of their own; fields also take drops."""
        # Not findChildren(QScrollBar): PySide keeps what that finds until the window itself is gone.
        for area in self._window.findChildren(QAbstractScrollArea):
            for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
                bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for field in self._window.findChildren(QLineEdit):
            field.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
            field.setAcceptDrops(False)


class _Cover(QWidget):
    """A blank sheet over a monitor that is not used, in the colours of the page."""

    def __init__(self, screen: QScreen, window: QWidget) -> None:
        super().__init__(
            window, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self.setObjectName("page")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setGeometry(screen.geometry())
        self.installEventFilter(self)
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Close:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
