"""A stretch, a position or a measure: its picture, how long and how often; the steps are folded behind a button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spasm_gui.knowledge.self_care import SelfCare
from spasm_gui.screens.exercise_visit import is_exercise
from spasm_gui.screens.flow import FlowBox
from spasm_gui.screens.icons import picture_pixmap
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Button, Plate, Text, column


class CareCard(QFrame):
    """One thing a person can do for themselves. `on_start` is told the id of an exercise that is to be done now."""

    def __init__(
        self,
        care: SelfCare,
        theme: Theme,
        on_start: Callable[[str], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setObjectName(f"selfCare.{care.id}")
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 9, 12, 5)
        box.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(14)
        if care.picture:
            side = round(theme.base_px * 5.2)
            pixmap = picture_pixmap("exercises", care.picture, side, side, 2.0)
            plate = Plate(pixmap, theme, always=True)
            plate.setFixedSize(side + 12, max(plate.height(), round(side * 0.9)))
            head.addWidget(plate, 0, Qt.AlignmentFlag.AlignTop)
        names = column(2)
        names.setContentsMargins(0 if care.picture else 6, 2, 0, 0)
        names.addWidget(Text(care.name, theme, bold=True))
        often = care.repeats
        if care.hold_seconds:
            often = self.tr("Hold {seconds} seconds. {repeats}").format(seconds=care.hold_seconds, repeats=often)
        names.addWidget(Text(often, theme, "small", second=True))
        self._toggle = Button(
            self.tr("Show steps"),
            theme,
            kind="link",
            icon_name="chevron-down",
            name=f"steps.{care.id}",
            checkable=True,
        )
        self._toggle.setAccessibleName(self.tr("Show steps: {name}").format(name=care.name))
        presses: FlowBox | None = None
        if on_start is not None and is_exercise(care):
            start = Button(self.tr("Start"), theme, icon_name="timer", name=f"exercise.{care.id}")
            start.setAccessibleName(self.tr("Start: {name}").format(name=care.name))
            start.clicked.connect(lambda _checked=False: on_start(care.id))
            presses = FlowBox(0)
            presses.add(start)
            presses.add(self._toggle)
        else:
            names.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        names.addStretch(1)
        head.addLayout(names, 1)
        box.addLayout(head)
        if presses is not None:
            box.addWidget(presses)
        self._steps = QWidget()
        steps = column(5, (6, 0, 2, 8))
        self._steps.setLayout(steps)
        for number, step in enumerate(care.steps, start=1):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Text(f"{number}.", theme, bold=True), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(step, theme), 1)
            steps.addLayout(row)
        stop = QFrame()
        stop.setProperty("kind", "note")
        inside = QVBoxLayout(stop)
        inside.setContentsMargins(12, 8, 12, 10)
        inside.setSpacing(2)
        inside.addWidget(Text(self.tr("Stop if"), theme, "small", bold=True))
        for sign in care.stop_if:
            inside.addWidget(Text(sign, theme, "small"))
        steps.addWidget(stop)
        self._steps.hide()
        box.addWidget(self._steps)
        self._name = care.name
        self._toggle.toggled.connect(self._fold)

    def _fold(self, is_open: bool) -> None:
        self._steps.setVisible(is_open)
        self._toggle.set_text(self.tr("Hide steps") if is_open else self.tr("Show steps"))
        words = self.tr("Hide steps: {name}") if is_open else self.tr("Show steps: {name}")
        self._toggle.setAccessibleName(words.format(name=self._name))
        self._toggle.set_icon_name("chevron-up" if is_open else "chevron-down")
