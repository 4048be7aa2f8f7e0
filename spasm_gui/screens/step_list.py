"""The steps of an exercise: those behind with a check mark, the present one bold."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from spasm_gui.screens.icons import icon_pixmap
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Text, column


class StepList(QWidget):
    """Numbered steps. Every one can be read at any time."""

    def __init__(self, steps: Sequence[str], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks: list[_Mark] = []
        self._texts: list[Text] = []
        rows = column(7)
        self.setLayout(rows)
        for number, step in enumerate(steps, start=1):
            row = QHBoxLayout()
            row.setSpacing(12)
            mark, text = _Mark(number, theme), Text(step, theme)
            self._marks.append(mark)
            self._texts.append(text)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(text, 1)
            rows.addLayout(row)

    def show_step(self, index: int) -> None:
        """Make a step, counted from 0, the present one."""
        for place, (mark, text) in enumerate(zip(self._marks, self._texts, strict=True)):
            is_now = place == index
            text.setFont(self._theme.font("body", bold=is_now))
            mark.show_state(is_now=is_now, is_done=place < index)


class _Mark(QWidget):
    """The number of a step in a circle, or a check mark."""

    def __init__(self, number: int, theme: Theme) -> None:
        super().__init__()
        self._number, self._theme = number, theme
        self._is_now = self._is_done = False
        side = round(theme.base_px * 1.7)
        self.setFixedSize(QSize(side, side))

    def show_state(self, *, is_now: bool, is_done: bool) -> None:
        """Say whether the step is the present one, or behind."""
        self._is_now, self._is_done = is_now, is_done
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(theme.colour("ink" if self._is_now else "border"), 2))
        painter.setBrush(theme.colour("ink" if self._is_now else "card"))
        painter.drawEllipse(circle)
        if self._is_done:
            side = round(self.width() * 0.6)
            place = (self.width() - side) // 2
            painter.drawPixmap(place, place, icon_pixmap("check", theme.colours["ink"], side, 2.0))
        else:
            painter.setFont(theme.font("small", bold=True))
            painter.setPen(theme.colour("page" if self._is_now else "ink"))
            painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
