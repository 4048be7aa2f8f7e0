"""A ring with large digits that counts a hold down, and a row of bars for the holds."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from spasm_gui.screens.hold_run import HoldRun, Phase
from spasm_gui.screens.theme import FAMILY, Theme

MINUTES_FROM = 100
"""From so many seconds on the digits are minutes and seconds."""

MOST_BARS = 12


class HoldRing(QWidget):
    """The seconds that are left of a hold or rest, as digits and as a closing ring."""

    def __init__(self, run: HoldRun, theme: Theme, side_px: int, *, in_whole_seconds: bool) -> None:
        super().__init__()
        self.setObjectName("holdRing")
        self._run, self._theme, self._whole = run, theme, in_whole_seconds
        self.setFixedSize(QSize(side_px, side_px))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, run = self._theme, self._run
        side = float(self.width())
        width = max(6.0, side * 0.06)
        box = QRectF(0, 0, side, side).adjusted(width / 2 + 2, width / 2 + 2, -width / 2 - 2, -width / 2 - 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("sunk"), width))
        painter.drawEllipse(box)
        painter.setPen(QPen(theme.colour("border"), 1.5))
        painter.drawEllipse(box)
        left = float(run.digits) if self._whole else run.left
        share = left / run.length if run.length and run.phase is not Phase.DONE else 0.0
        if share > 0:
            colour = theme.colour("border" if run.phase is Phase.REST else "accent")
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawArc(box, 90 * 16, round(-360 * 16 * share))
        digits = digits_of(run)
        font = QFont(FAMILY)
        font.setBold(True)
        font.setPixelSize(round(side * (0.40 if len(digits) < 3 else 0.27)))
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        painter.drawText(QRectF(0, -side * 0.03, side, side), Qt.AlignmentFlag.AlignCenter, digits)
        painter.end()


def digits_of(run: HoldRun) -> str:
    """The seconds left, as they are shown."""
    seconds = run.digits
    if run.length < MINUTES_FROM:
        return str(seconds)
    return f"{seconds // 60}:{seconds % 60:02}"


class HoldBars(QWidget):
    """One bar for each hold, filled as far as it is done."""

    def __init__(self, run: HoldRun, theme: Theme) -> None:
        super().__init__()
        self._run, self._theme = run, theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(theme.base_px * 0.75))
        self.setVisible(run.holds <= MOST_BARS)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, run = self._theme, self._run
        gap = 8.0
        width = min(theme.base_px * 3.1, (self.width() - gap * (run.holds - 1)) / run.holds)
        height = float(self.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for hold in range(1, run.holds + 1):
            left = (hold - 1) * (width + gap)
            box = QRectF(self.width() - left - width if mirrored else left, 0, width, height).adjusted(1, 1, -1, -1)
            done = run.share_done(hold)
            painter.setPen(QPen(theme.colour("ink" if done else "border"), 1.8))
            painter.setBrush(theme.colour("card"))
            painter.drawRoundedRect(box, height / 2, height / 2)
            if done:
                part = QRectF(box)
                if mirrored:
                    part.setLeft(box.right() - box.width() * done)
                else:
                    part.setWidth(box.width() * done)
                painter.save()
                painter.setClipRect(part)
                painter.setBrush(theme.colour("ink"))
                painter.drawRoundedRect(box, height / 2, height / 2)
                painter.restore()
        painter.end()
