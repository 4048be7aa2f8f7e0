"""Are you still there? A sheet over everything, so that nobody reads over a shoulder while it counts down."""

import math

from msgspec.structs import replace
from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QWidget

from spasm_gui.kiosk.idle import IdleWatch
from spasm_gui.screens.page_head import asked_px
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Button, Text, column

MORE_TIME = 3
"""How many times the usual quiet time "More time" gives."""
_CARD_PX = 946
_FULL_HEIGHT_PX = 950
_FULL_WIDTH_PX = 900
_MAIN_PX = 112
_TICK_MS = 250


class IdleSheet(QFrame):
    """The countdown of an IdleWatch, in digits and as a ring. Made anew for each countdown, for a room so high.

    Signals:
        still_here: somebody wants to go on.
        more_time_requested: somebody wants to go on and needs longer.
        start_over_requested: somebody wants everything cleared at once.
    """

    still_here = Signal()
    more_time_requested = Signal()
    start_over_requested = Signal()

    def __init__(self, watch: IdleWatch, countdown_ms: int, theme: Theme, height_px: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("idleSheet")
        self._watch = watch
        # On a low screen the sheet keeps to a size at which nothing of it is cut off.
        normal = replace(theme, text_factor=1.0).fitted(parent.width(), height_px)
        most = height_px / (_FULL_HEIGHT_PX * normal.room_factor)
        theme = replace(theme, text_factor=max(1.0, min(theme.text_factor, most))).fitted(parent.width(), height_px)
        self._theme = theme
        self._is_high = height_px >= _FULL_HEIGHT_PX
        self._is_wide = parent.width() >= _FULL_WIDTH_PX
        side = theme.base_px * 9.3 if self._is_high else height_px * 0.22
        self._ring = _Ring(countdown_ms, theme, round(side))
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.show_time)
        c = theme.colours
        self.setStyleSheet(
            f"QFrame#idleSheet {{ background: {c['page']}; }}"
            f"QFrame#idleCard {{ background: {c['card']}; border: 3px solid {c['ink']}; border-radius: 36px; }}"
            + theme.style_sheet()
            + f"QPushButton#stillHere {{ min-height: {_MAIN_PX - 11}px; border-radius: 20px; }}"
        )
        self.setPalette(theme.palette())
        outer = column(0, (24, 24, 24, 24))
        outer.addStretch(1)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._card(parent.width()), 100)
        across.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(1)
        self.setLayout(outer)
        self.show_time()

    def _card(self, width_px: int) -> QFrame:
        theme = self._theme
        card = QFrame()
        card.setObjectName("idleCard")
        card.setMaximumWidth(_CARD_PX)
        space, side = 56 if self._is_high else 28, 56 if self._is_wide else 24
        layout = column(18 if self._is_high else 8, (side, space, side, space))
        title = Text(self.tr("Are you still there?"), theme, "page_title", bold=True)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(title)
        layout.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignHCenter)
        words = Text(
            self.tr("At zero, everything you touched and answered is cleared, so that nobody else sees it."),
            theme,
            "lead",
        )
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(words)
        layout.addSpacing(4)
        self._still = Button(
            self.tr("I am still here"), theme, kind="main", name="stillHere", on_click=self.still_here.emit
        )
        layout.addWidget(self._still)
        # Longer words of other languages: one below the other, or, where there is no room for that either, no pictures.
        has_icons = self._is_high or self._is_wide
        buttons = [
            Button(label, theme, icon_name=icon_name if has_icons else "", name=name, bold=True, on_click=signal.emit)
            for label, icon_name, name, signal in (
                (self.tr("More time"), "clock", "moreTime", self.more_time_requested),
                (self.tr("Start over now"), "start-over", "startOverNow", self.start_over_requested),
            )
        ]
        half = (min(_CARD_PX, width_px - 48) - 2 * side - 12) / 2
        is_stacked = self._is_high and any(asked_px(button, theme) > half for button in buttons)
        below = QBoxLayout(QBoxLayout.Direction.TopToBottom if is_stacked else QBoxLayout.Direction.LeftToRight)
        below.setSpacing(12)
        for button in buttons:
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            below.addWidget(button)
        layout.addLayout(below)
        card.setLayout(layout)
        return card

    @Slot()
    def show_time(self) -> None:
        """Show what is left."""
        self._ring.show_left(self._watch.remaining_ms)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        words = self.tr("Are you still there?")
        self.setAccessibleName(words)
        left = self.tr("Seconds left: {seconds}").format(seconds=math.ceil(self._watch.remaining_ms / 1000))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{words} {left}"))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()


class _Ring(QWidget):
    """Large digits in a ring that empties."""

    def __init__(self, countdown_ms: int, theme: Theme, side: int) -> None:
        super().__init__()
        self.setObjectName("idleRing")
        self._countdown_ms, self._left_ms, self._theme = countdown_ms, countdown_ms, theme
        self._side = side
        self.setFixedSize(QSize(side, side))

    def show_left(self, left_ms: int) -> None:
        """Show what is left of the countdown."""
        self._left_ms = min(left_ms, self._countdown_ms)
        self.setAccessibleName(str(math.ceil(self._left_ms / 1000)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._side * 0.07
        ring = QRectF(self.rect()).adjusted(width, width, -width, -width)
        painter.setPen(QPen(theme.colour("sunk"), width))
        painter.drawEllipse(ring)
        painter.setPen(QPen(theme.colour("border"), 1.5))
        painter.drawEllipse(ring)
        painter.setPen(QPen(theme.colour("accent"), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        share = self._left_ms / self._countdown_ms
        painter.drawArc(ring, 90 * 16, -round(share * 360 * 16))
        painter.setPen(theme.colour("ink"))
        font = theme.font("display", bold=True)
        font.setPixelSize(round(self._side * 0.42))
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(math.ceil(self._left_ms / 1000)))
        painter.end()
