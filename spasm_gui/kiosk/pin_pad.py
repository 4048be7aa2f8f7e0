"""The digits that end a kiosk, asked for by a hidden gesture and gone again by themselves."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Button, Text, column

OPEN_MS = 20_000
_MOST_DIGITS = 12


class PinPad(QFrame):
    """A sheet over everything with ten digits.

    Signals:
        pin_entered: somebody typed digits and said that they are done. Carries them.
        closed: nobody wants to leave after all, or nobody typed for a while.
    """

    pin_entered = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pinPad")
        self.setStyleSheet(f"QFrame#pinPad {{ background: {theme.colours['page']}; }}" + theme.style_sheet())
        self.setPalette(theme.palette())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # digits stand 1 2 3 in every language
        self._digits = ""
        self._dots = Text("", theme, "page_title", bold=True)
        self._dots.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._closing = QTimer(self)
        self._closing.setSingleShot(True)
        self._closing.setInterval(OPEN_MS)
        self._closing.timeout.connect(self.closed)
        title = Text(self.tr("For the staff: PIN to end the program"), theme, "section", bold=True)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        grid = QGridLayout()
        grid.setSpacing(4)
        for index, digit in enumerate("123456789"):
            grid.addWidget(self._key(digit, digit, theme, partial(self._type, digit)), index // 3, index % 3)
        grid.addWidget(self._key(self.tr("Close"), "pinClose", theme, self.closed.emit), 3, 0)
        grid.addWidget(self._key("0", "0", theme, partial(self._type, "0")), 3, 1)
        grid.addWidget(self._key(self.tr("Done"), "pinDone", theme, self._done), 3, 2)
        middle = column(16)
        middle.addStretch(1)
        middle.addWidget(title)
        middle.addWidget(self._dots)
        middle.addLayout(grid)
        middle.addStretch(1)
        across = QHBoxLayout(self)
        across.addStretch(1)
        across.addLayout(middle, 2)
        across.addStretch(1)
        self._closing.start()

    def _key(self, words: str, name: str, theme: Theme, on_click: object) -> Button:
        assert callable(on_click)
        return Button(words, theme, name=name if name.startswith("pin") else f"pin.{name}", on_click=on_click)

    def _type(self, digit: str) -> None:
        self._digits = (self._digits + digit)[:_MOST_DIGITS]
        self._dots.setText("•" * len(self._digits))
        self._closing.start()

    def _done(self) -> None:
        digits, self._digits = self._digits, ""
        self._dots.setText("")
        self.pin_entered.emit(digits)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in "0123456789" and event.text():
            self._type(event.text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._done()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
