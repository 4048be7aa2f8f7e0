"""What happens in a cause, one sentence at a time, large enough to be read by two people."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spasm_gui.screens.flow import FlowBox
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Button, Text, column, inset


class ExplainSteps(QWidget):
    """One of the sentences, which one it is, and the way to the next.

    Signals:
        step_wanted: the sentence before (-1) or after (1).
    """

    step_wanted = Signal(int)

    def __init__(self, steps: Sequence[str], step: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("explainSteps")
        box = column(10)
        self.setLayout(box)
        step = min(step, len(steps) - 1)
        counted = self.tr("What happens, {number} of {count}").format(number=step + 1, count=len(steps))
        box.addWidget(inset(Text(counted, theme, "section", bold=True)))
        told = inset(Text(steps[step], theme, "panel_title"))
        told.setObjectName("explainStep")
        box.addWidget(told)
        if len(steps) < 2:
            return
        turning = FlowBox(4)
        back = Button(self.tr("Step back"), theme, icon_name="arrow-left", name="stepBefore")
        back.clicked.connect(lambda _checked=False: self.step_wanted.emit(-1))
        back.setEnabled(step > 0)
        ahead = Button(self.tr("Next step"), theme, kind="main", icon_name="arrow-right", name="stepAfter")
        ahead.clicked.connect(lambda _checked=False: self.step_wanted.emit(1))
        ahead.setEnabled(step + 1 < len(steps))
        for button in (back, ahead):
            turning.add(button)
        box.addWidget(turning)
