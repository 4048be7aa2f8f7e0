"""How bad it is: asked calmly, answered or not, and shown on the picture. It decides nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QWidget

from spasm_gui.screens.flow import FlowBox
from spasm_gui.screens.page_head import asked_px
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import RING_PX, Button, Text, inset


class StrengthRow(QWidget):
    """Four steps of pain, from none to very strong.

    Signals:
        strength_chosen: a step was chosen, by its lowest number, 0 to 10; None if the chosen one was touched again.
    """

    strength_chosen = Signal(object)

    def __init__(self, theme: Theme, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {0: self.tr("0 none"), 1: self.tr("1–3 mild"), 4: self.tr("4–6 strong"), 7: self.tr("7–10 very strong")}
        title = inset(Text(self.tr("How bad is it?"), theme, "small", second=True))
        steps = FlowBox(0)
        group = QButtonGroup(self)
        group.setExclusive(False)  # the chosen step can be taken back
        self._steps: dict[int, Button] = {}
        for number, word in words.items():
            button = Button(word, theme, kind="answer", name=f"strength.{number}", checkable=True)
            button.setAccessibleName(self.tr("How bad is it, 0 to 10? {step}").format(step=word))
            button.set_chosen(False)
            button.clicked.connect(lambda _checked=False, chosen=number: self._on_clicked(chosen))
            self._steps[number] = button
            steps.add(button)
        title_px = title.fontMetrics().horizontalAdvance(title.text()) + 3 * RING_PX
        is_beside = title_px + sum(asked_px(button, theme) for button in self._steps.values()) <= width
        title.setWordWrap(not is_beside)
        way = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        layout = QBoxLayout(way, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(title)
        layout.addWidget(steps, 1)
        self._strength: int | None = None

    def _on_clicked(self, number: int) -> None:
        is_taken_back = self._strength is not None and self._step(self._strength) == number
        self._show(self._strength)  # what is chosen is the visit's to say
        self.strength_chosen.emit(None if is_taken_back else number)

    def show_strength(self, strength: int | None) -> None:
        """Show what was said, 0 to 10; None for nothing."""
        if strength != self._strength:
            self._strength = strength
            self._show(strength)

    def _show(self, strength: int | None) -> None:
        for number, button in self._steps.items():
            button.set_chosen(strength is not None and self._step(strength) == number)

    def _step(self, strength: int) -> int:
        return max(number for number in self._steps if number <= strength)
