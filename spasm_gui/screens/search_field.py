"""The field a person types into: a pill with a magnifying glass, and nothing that leads out of the window."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Button, Picture

MOST_CHARACTERS = 60
_CLIPBOARD_KEYS = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste)


class SearchField(QLineEdit):
    """A line to type in, without a menu and without drag and drop. On a kiosk it leaves nothing on the clipboard.

    Signals:
        moved_down: the arrow key asks for the first result.
        given_up: Escape was pressed.
    """

    moved_down = Signal()
    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self._keeps_clipboard_clean = theme.is_kiosk
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setDragEnabled(False)
        self.setMaxLength(MOST_CHARACTERS)
        self.setFrame(False)
        self.setFont(theme.font())
        self._show_hint()
        self.setAccessibleName(self.tr("Search"))
        # What somebody types about their body is not learnt by a keyboard on the screen.
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoAutoUppercase)
        self.setStyleSheet(
            "QLineEdit { background: transparent; border: none; padding: 0; min-height: 0;"
            f" placeholder-text-color: {theme.colours['ink2']}; }}"  # Qt's own is too pale to read
        )
        if self._keeps_clipboard_clean:
            self.selectionChanged.connect(self.deselect)  # nothing selected, nothing copied

    def _show_hint(self) -> None:
        """Give examples as far as they can be read whole."""
        hints = self.tr("Search: calf, jaw click, cramp"), self.tr("Search: calf, cramp"), self.tr("Search")
        metrics = self.fontMetrics()
        fitting = (one for one in hints if metrics.horizontalAdvance(one) <= self.width() - 8)
        self.setPlaceholderText(next(fitting, hints[-1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hint()

    def forget(self) -> None:
        """Empty the field, so that undo cannot bring the text back."""
        self.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.moved_down.emit()
        elif self._keeps_clipboard_clean and any(event.matches(key) for key in _CLIPBOARD_KEYS):
            event.accept()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not (self._keeps_clipboard_clean and event.button() is Qt.MouseButton.MiddleButton):
            super().mouseReleaseEvent(event)


class SearchPill(QFrame):
    """The field in its frame, with a button that empties it.

    Signals:
        emptied: the button that empties the field was pressed.
    """

    emptied = Signal()

    def __init__(self, theme: Theme, *, always_closable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._always_closable = always_closable
        self.field = SearchField(theme, self)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._follow_text)
        name = self.tr("Close the search") if always_closable else self.tr("Empty the search")
        self.close_button = Button("", theme, kind="quiet", icon_name="close", name="emptySearch", on_click=self._empty)
        self.close_button.setAccessibleName(name)
        self.close_button.setFixedWidth(theme.target("minimum") + 8)
        # Its own padding would leave no room for the icon.
        self.close_button.setStyleSheet("QPushButton { padding: 0; min-height: 0; }")
        self.close_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Picture("search", theme.colours["ink2"], theme.icon_px))
        row.addWidget(self.field, 1)
        row.addWidget(self.close_button)
        self.setFixedHeight(theme.target("minimum"))
        self._follow_text(self.field.text())

    @Slot(str)
    def _follow_text(self, text: str) -> None:
        self.close_button.setVisible(self._always_closable or bool(text))

    def _empty(self) -> None:
        self.field.forget()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.emptied.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        focused = self.field.hasFocus()
        width = 3.0 if focused else 2.0 if self._theme.name == "contrast" else 1.0
        rect = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus" if focused else "border"), width))
        painter.setBrush(self._theme.colour("card"))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.end()
