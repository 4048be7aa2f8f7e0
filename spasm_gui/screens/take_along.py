"""The buttons that take a page along, and below them what became of it."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from spasm_gui.screens.flow import FlowBox
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import RING_PX, Button, Text, column

TakeAlong = Literal["print", "savePdf", "toPhone"]
"""The buttons, by their names. A kiosk has some of them, a laptop all."""


def take_along(theme: Theme, printer: str) -> tuple[TakeAlong, ...]:
    """Return which buttons belong on the page. A kiosk writes no files, and prints only where a printer was set."""
    if theme.is_kiosk:
        return ("print", "toPhone") if printer else ("toPhone",)
    return ("print", "savePdf", "toPhone")


class TakeAlongButtons(QWidget):
    """The first of them is the main one.

    Signals:
        print_requested, save_requested, phone_requested: a person wants to take the page along.
    """

    print_requested = Signal()
    save_requested = Signal()
    phone_requested = Signal()

    def __init__(self, takes: Sequence[TakeAlong], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(0)
        self.setLayout(layout)
        flow = FlowBox(RING_PX)
        self._buttons: list[Button] = []
        for take, words, icon_name, wish in (
            ("print", self.tr("Print"), "print", self.print_requested),
            ("savePdf", self.tr("Save as PDF"), "", self.save_requested),
            ("toPhone", self.tr("To phone"), "qr", self.phone_requested),
        ):
            if take in takes:
                kind = "main" if take == takes[0] else ""
                button = Button(words, theme, kind=kind, icon_name=icon_name, name=take, on_click=wish.emit)
                self._buttons.append(button)
                flow.add(button)
        if takes:
            layout.addWidget(flow)
        self._outcome = Text("", theme, "small", bold=True)
        self._outcome.setObjectName("takeAlongSays")
        self._outcome.hide()
        layout.addWidget(self._outcome)

    def allow(self, is_allowed: bool) -> None:
        """Let the buttons be pressed, or not."""
        for button in self._buttons:
            button.setEnabled(is_allowed)

    @Slot(str)
    def say_outcome(self, text: str) -> None:
        """Tell below the buttons where the page went, or that it did not."""
        self._outcome.setText(text)
        self._outcome.setAccessibleName(text)
        self._outcome.show()
