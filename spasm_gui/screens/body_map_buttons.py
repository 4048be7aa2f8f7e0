"""The real buttons on the stage: one without a face for every region."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from spasm_gui.drawing.outlines import Direction, Outline

_ARROWS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
_PRESSING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select, Qt.Key.Key_Space)
_KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,  # arrows, and assistive tools
)
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class RegionButton(QAbstractButton):
    """One region of one side: pressed by hands, keys and assistive tools alike; painted by the map.

    Every signal begins with the region's id and the patient's side.

    Signals:
        touched: a person chose the region.
        arrow_pressed: an arrow key asks for the neighbour in that Direction.
        letter_typed: a letter asks for a region by name.
        pointed_at: the pointer is over the region, at that point of the stage.
        pointer_left: it is no longer.
        focus_gained: the keyboard is here; False if a pointer brought it, so that no ring is needed.
        focus_lost: it is no longer.
    """

    touched = Signal(str, str)
    arrow_pressed = Signal(str, str, Direction)
    letter_typed = Signal(str, str, str)
    pointed_at = Signal(str, str, QPointF)
    pointer_left = Signal(str, str)
    focus_gained = Signal(str, str, bool)
    focus_lost = Signal(str, str)

    def __init__(self, outline: Outline, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.outline = outline
        self._is_reached_by_key = False
        self._is_lit = False
        self.setObjectName(f"region.{outline.region}.{outline.side}")
        self.setAccessibleName(name)
        self.setAccessibleIdentifier(self.objectName())
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.clicked.connect(self._on_clicked)
        self.toggled.connect(self._on_toggled)

    @property
    def place(self) -> tuple[str, str]:
        """Region and side."""
        return self.outline.region, self.outline.side

    @Slot()
    def _on_clicked(self) -> None:
        self.touched.emit(*self.place)

    def show_lit(self, is_lit: bool, description: str = "") -> None:
        """Show as the checked state whether the region is lit, and say the rest of it to assistive tools."""
        self._is_lit = is_lit
        self.setChecked(is_lit)
        if description != self.accessibleDescription():
            self.setAccessibleDescription(description)

    @Slot(bool)
    def _on_toggled(self, is_checked: bool) -> None:
        # Assistive tools toggle a checkable button without pressing it. That is a touch like any other.
        if is_checked != self._is_lit:
            self.setChecked(self._is_lit)
            self.touched.emit(*self.place)

    def nextCheckState(self) -> None:
        """Stay as it is: whether a region is lit is the visit's to say."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing; the map paints all regions."""

    def sizeHint(self) -> QSize:
        return self.size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        is_plain = not event.modifiers() & ~_PLAIN
        if is_plain and key in _ARROWS:
            self.arrow_pressed.emit(*self.place, _ARROWS[key])
        elif is_plain and key in _PRESSING_KEYS:
            if not event.isAutoRepeat():
                self.click()
        elif is_plain and event.text().isalpha():
            self.letter_typed.emit(*self.place, event.text())
        else:
            event.ignore()  # Tab, Esc and shortcuts are the window's

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Do nothing: a key acts when it goes down."""

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed_at.emit(*self.place, self.mapToParent(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave hands to the map: only there a touch can be told from a push that begins on this region."""
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.ignore()
        if not event.buttons():
            self.pointed_at.emit(*self.place, self.mapToParent(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointer_left.emit(*self.place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _KEYBOARD_REASONS:
            self._is_reached_by_key = True
        elif event.reason() == Qt.FocusReason.MouseFocusReason:
            self._is_reached_by_key = False
        # A window that comes to the front, or a menu that closes, gives back the focus as it was.
        self.focus_gained.emit(*self.place, self._is_reached_by_key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_lost.emit(*self.place)
