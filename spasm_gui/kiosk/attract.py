"""What the kiosk shows while nobody is there: an invitation, and a ring that wanders over the body.

The whole page is one button, so a touch anywhere, any key and the Press of an assistive tool open the program.
"""

import logging
import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.outlines import Outline, painter_path
from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.kiosk.idle import now_ms
from spasm_gui.screens.body_map_framing import Framing, whole_framing
from spasm_gui.screens.body_map_paint import paint_hover, paint_still
from spasm_gui.screens.body_map_stills import Still, make_still, map_path
from spasm_gui.screens.icons import icon_pixmap
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Picture, Text, column, see_through

_log = logging.getLogger(__name__)
CYCLE_MS = 4000
TICK_MS = 80
SHIFT_PX = 6
_MARGIN_PX = 56
_HEAD_SHARE = 0.2
_SMALLEST_RADIUS_MAP = 18.0  # smaller places would vanish under the ring


def invitation(translate: Callable[[str, str], str]) -> tuple[str, str]:
    """Return the large line and the smaller one under it, in the language of `translate`."""
    return (
        translate("Kiosk", "Touch where it hurts"),
        translate("Kiosk", "Is it serious? What do I do now? A few short questions give you an answer."),
    )


class AttractPage(QAbstractButton):
    """The invitation. `clicked` says that somebody came.

    Args:
        invitations: a large line and a smaller one under it, one pair for each language, shown in turn.
        clinic: its name, and when somebody is at the desk.
        legal: what stands at the foot of every page.
    """

    def __init__(
        self,
        drawing: BodyDrawing | None,
        theme: Theme,
        invitations: Sequence[tuple[str, str]],
        clinic: tuple[str, str],
        legal: str,
        *,
        reduced_motion: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("attractPage")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing under it has to be painted
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setStyleSheet(theme.style_sheet())
        self._theme, self._invitations, self._reduced_motion = theme, invitations, reduced_motion
        self._cycle = 0
        self._began_ms = 0
        portrait = parent.height() > parent.width()
        role = "display" if portrait and parent.width() > 900 else "question"
        self._large = Text("", theme, role, bold=True)
        self._large.setObjectName("invitation")
        self._small = Text("", theme, "lead", second=True)
        self._figure = _WanderingFigure(drawing, theme, is_still=reduced_motion) if drawing is not None else None
        words = column(18)
        words.addLayout(self._head(clinic[0]))
        words.addStretch(1)
        words.addWidget(self._large)
        words.addWidget(self._small)
        words.addStretch(1 if not portrait else 0)
        words.addWidget(Text(clinic[1], theme, "small", second=True))
        direction = QBoxLayout.Direction.TopToBottom if portrait else QBoxLayout.Direction.RightToLeft
        middle = QBoxLayout(direction)
        middle.setSpacing(24)
        middle.addLayout(words, 0 if portrait else 9)
        if self._figure is not None:
            middle.addWidget(self._figure, 1 if portrait else 10)
        inside = QWidget()
        see_through(inside)
        self._layout = QVBoxLayout(inside)
        self._layout.addLayout(middle, 1)
        self._layout.addLayout(self._foot(legal))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(inside)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._show_cycle()

    def _head(self, clinic_name: str) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(Picture("mark", theme.colours["accent"], round(theme.base_px * 1.8)))
        row.addWidget(Text(f"Spasm Map · {clinic_name}", theme, "section", bold=True), 1)
        return row

    def _foot(self, legal: str) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Picture("shield", theme.colours["ink2"], round(theme.base_px)))
        words = Text(legal, theme, "legal", bold=True)
        words.setObjectName("legalWords")
        row.addWidget(words, 1)
        return row

    def _show_cycle(self) -> None:
        """Show the invitation of this cycle, moved by a few pixels so that nothing burns into the screen."""
        large, small = self._invitations[self._cycle % len(self._invitations)]
        self._large.setText(large)
        self._small.setText(small)
        self.setAccessibleName(f"{large}. {small}")
        x = round(SHIFT_PX * math.sin(self._cycle * 0.7))
        y = round(SHIFT_PX * math.cos(self._cycle * 0.43))
        self._layout.setContentsMargins(_MARGIN_PX + x, _MARGIN_PX + y, _MARGIN_PX - x, _MARGIN_PX // 2 - y)
        if self._figure is not None:
            self._figure.show_place(self._cycle)

    @Slot()
    def _tick(self) -> None:
        cycle, phase_ms = divmod(now_ms() - self._began_ms, CYCLE_MS)
        if cycle != self._cycle:
            self._cycle = cycle
            self._show_cycle()
        if self._figure is not None:
            self._figure.show_phase(phase_ms / CYCLE_MS)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._began_ms = now_ms()
        if not self._reduced_motion:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("page"))
        painter.end()


class _WanderingFigure(QWidget):
    """The body with one lit place and a ring. Only the ring's neighbourhood is painted while it grows."""

    def __init__(self, drawing: BodyDrawing, theme: Theme, *, is_still: bool) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._drawing, self._theme = drawing, theme
        self._view = drawing.view(drawing.views[0])
        self._places = _in_wandering_order(self._view.outlines)
        self._place = self._places[0]
        self._phase = 0.6 if is_still else 0.0
        self._still: Still | None = None
        self._framing: Framing | None = None

    def show_place(self, number: int) -> None:
        """Light the next place of the walk."""
        self._place = self._places[number % len(self._places)]
        self.update()

    def show_phase(self, phase: float) -> None:
        """Let the ring grow, from 0 to 1."""
        self._phase = phase
        if self._framing is not None:
            self.update(self._ring_rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        boxes = [one.box for one in self._view.outlines]
        x, y = min(box[0] for box in boxes), min(box[1] for box in boxes)
        figure = (x, y, max(box[0] + box[2] for box in boxes) - x, max(box[1] + box[3] for box in boxes) - y)
        self._framing = whole_framing(figure, (float(self.width()), float(self.height())))
        try:
            ratio = self.devicePixelRatioF()
            self._still = make_still(self._drawing, self._view, self._theme.figure, self._framing, self.size(), ratio)
        except DrawingError as error:
            _log.warning("the start screen has no figure: %s", error)
            self._still = None

    def _radius_px(self) -> float:
        return self._theme.base_px * 3.6

    def _middle(self) -> QPointF:
        assert self._framing is not None
        return QPointF(*self._framing.to_stage(*self._place.centre))

    def _ring_rect(self) -> QRect:
        middle, reach = self._middle(), self._radius_px() + 6
        return QRect(round(middle.x() - reach), round(middle.y() - reach), round(2 * reach), round(2 * reach))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._still is None or self._framing is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_still(painter, self._still, self._framing, is_stepped_back=False)
            path = map_path(self._framing, painter_path(self._place))
            paint_hover(painter, path, self._still, self._framing, self._theme.figure)
            self._paint_ring(painter)
        finally:
            painter.end()  # a painter left open by an exception would take the process with it

    def _paint_ring(self, painter: QPainter) -> None:
        middle, full = self._middle(), self._radius_px()
        accent = self._theme.colour("accent")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, 3))
        painter.drawEllipse(middle, full * 0.42, full * 0.42)
        growing = QColor(accent)
        growing.setAlphaF(max(0.0, 1.0 - self._phase))
        painter.setPen(QPen(growing, 3))
        radius = full * (0.42 + 0.58 * self._phase)
        painter.drawEllipse(middle, radius, radius)
        side = round(self._theme.base_px * 2)
        painter.drawPixmap(round(middle.x()), round(middle.y()), icon_pixmap("hand-touch", accent.name(), side, 2.0))


def _in_wandering_order(outlines: Sequence[Outline]) -> Sequence[Outline]:
    """Places that are large enough, so ordered that the next one lies elsewhere. The same every day.

    Faces are left out: the ring would cover the eyes and leave the page.
    """
    top = min(one.box[1] for one in outlines)
    bottom = max(one.box[1] + one.box[3] for one in outlines)
    below_head = top + _HEAD_SHARE * (bottom - top)
    large = [one for one in outlines if one.radius >= _SMALLEST_RADIUS_MAP and one.centre[1] > below_head]
    large = large or list(outlines)
    stride = next(step for step in (7, 11, 13, 1) if math.gcd(step, len(large)) == 1)
    return [large[number * stride % len(large)] for number in range(len(large))]
