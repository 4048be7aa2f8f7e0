"""The real buttons on the stage: one without a face for every region, and the cards that stand beside it."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from spasm_gui.drawing.outlines import Direction, Outline
from spasm_gui.screens.body_map_values import FigureTheme

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

    def show_lit(self, is_lit: bool) -> None:
        """Show as the checked state whether the region is lit."""
        self._is_lit = is_lit
        self.setChecked(is_lit)

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

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.pointed_at.emit(*self.place, self.mapToParent(event.position()))

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


class CardButton(QAbstractButton):
    """A button that stands on the stage: a card with a picture, words, or both."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleIdentifier(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.picture = QPixmap()
        self._theme: FigureTheme | None = None

    def set_theme(self, theme: FigureTheme) -> None:
        self._theme = theme
        self.update()

    def show_text(self, text: str) -> None:
        self.setText(text.replace("&", "&&"))  # a lone & would make a shortcut
        self.setAccessibleName(text)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        try:
            self._paint(painter, theme)
        finally:
            painter.end()  # a painter left open by an exception would take the process with it

    def _paint(self, painter: QPainter, theme: FigureTheme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 15, 15)
        painter.setPen(QPen(QColor(theme.border), 1.5))
        painter.setBrush(QColor(theme.accent_tint if self.underMouse() or self.isDown() else theme.card))
        painter.drawRoundedRect(card.adjusted(0.75, 0.75, -0.75, -0.75), 12, 12)
        painter.setPen(QColor(theme.ink))
        text_area = card.adjusted(8, 6, -8, -6)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        if not self.picture.isNull():
            width = self.picture.width() / self.picture.devicePixelRatio()
            painter.drawPixmap(QPointF(card.center().x() - width / 2, card.y() + 8), self.picture)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        else:
            text_area.adjust(_swap_icon(painter, card, theme), 0, 0, 0)
        painter.drawText(text_area, int(flags), self.text().replace("&&", "&"))


def _swap_icon(painter: QPainter, card: QRectF, theme: FigureTheme) -> float:
    """Draw two arrows against each other; return the room they take."""
    x, y = card.x() + 20, card.center().y()
    painter.save()
    painter.setPen(QPen(QColor(theme.ink), 1.75, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    for step, start, end in ((-4, 0.0, 17.0), (4, 17.0, 0.0)):
        tip = 1 if end > start else -1
        painter.drawLine(QPointF(x + start, y + step), QPointF(x + end, y + step))
        painter.drawPolyline(
            [
                QPointF(x + end - 4 * tip, y + step - 4),
                QPointF(x + end, y + step),
                QPointF(x + end - 4 * tip, y + step + 4),
            ]
        )
    painter.restore()
    return 32.0
