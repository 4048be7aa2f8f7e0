"""The movement chain as one drawn picture over our own figure, with the link that is spoken of in full.

The picture is `assets/movement_chain.svg` alone: a faint group for each link, a mark where one is, and three moments of
what moves there. Here is only decided which of them are seen, so a designer can redraw everything.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from spasm_gui.drawing.scan import scan
from spasm_gui.places import assets_dir
from spasm_gui.screens.theme import Theme

PICTURE = "movement_chain.svg"
MOMENTS = 3
MOMENT_MS = 420
_FAINT = "0.28"
_SIGNAL_ENDS = "relaxation"
_GROUP = re.compile(r'(<g id="(link|here|move)\.([a-z-]+)(?:\.(\d))?" opacity=")[^"]*(")')
_MARGIN = 8


@lru_cache(maxsize=1)
def movement_svg() -> str:
    """Return the picture as it stands in the assets.

    Raises:
        DrawingError: it holds something that a drawing of ours does not need.
    """
    data = (assets_dir() / PICTURE).read_bytes()
    scan(data, PICTURE)
    return data.decode("utf-8")


def links_drawn() -> frozenset[str]:
    """Return the ids of the links that the picture has."""
    return frozenset(found[3] for found in _GROUP.finditer(movement_svg()) if found[2] == "link")


def seen(link: str, moment: int, order: Sequence[str]) -> str:
    """Return the picture at a link: the signal up to there in full, the rest faint, and one moment of what moves.

    Args:
        moment: 1 to 3; the last is also what stands still.
        order: the links of the content; the signal passes those up to relaxation, one after another.
    """
    last = order.index(_SIGNAL_ENDS) if _SIGNAL_ENDS in order else len(order)
    place = order.index(link) if link in order else 0
    full = {link, *order[: min(place, last) + 1]}

    def shown(found: re.Match[str]) -> str:
        kind, name, number = found[2], found[3], found[4]
        if kind == "link":
            opacity = "1" if name in full else _FAINT
        else:
            is_now = name == link and (kind == "here" or number == str(moment))
            opacity = "1" if is_now else "0"
        return f"{found[1]}{opacity}{found[5]}"

    return _GROUP.sub(shown, movement_svg())


class MovementPicture(QWidget):
    """The picture at one link. On going to a link its three moments pass once, and then it rests.

    With `is_still` there is only the last moment, which tells the same.
    """

    def __init__(
        self,
        order: Sequence[str],
        theme: Theme,
        *,
        is_still: bool,
        moment_ms: int = MOMENT_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("movementPicture")
        # Set outright, since Qt hands the direction of the language down: the figure is never mirrored.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._order, self._theme, self._is_still = tuple(order), theme, is_still
        self._link, self._moment = "", MOMENTS
        self._pixmap: QPixmap | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(moment_ms)
        self._timer.timeout.connect(self._go_on)
        self.setMinimumSize(150, 100)

    @property
    def moment(self) -> int:
        """Which of the three moments is seen."""
        return self._moment

    @property
    def is_moving(self) -> bool:
        """True while the moments pass."""
        return self._timer.isActive()

    def show_link(self, link: str, *, moving: bool = False) -> None:
        """Show a link; its moments pass if they may and are wanted."""
        self._link = link
        moves = moving and not self._is_still
        self._moment = 1 if moves else MOMENTS
        if moves:
            self._timer.start()
        else:
            self._timer.stop()
        self._forget()

    @Slot()
    def _go_on(self) -> None:
        self._moment += 1
        if self._moment >= MOMENTS:
            self._timer.stop()
        self._forget()

    def _forget(self) -> None:
        self._pixmap = None
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round((width - 2 * _MARGIN) * 596 / 900) + 2 * _MARGIN

    def sizeHint(self) -> QSize:
        return QSize(560, self.heightForWidth(560))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._pixmap is None:
            self._pixmap = self._rendered()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._pixmap)
        painter.end()

    def _rendered(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        renderer = QSvgRenderer(QByteArray(seen(self._link, self._moment, self._order).encode("utf-8")))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.plate))  # its lines are drawn for light paper, in every theme
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = renderer.defaultSize().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(0, 0, size.width(), size.height())
        box.moveCenter(room.center())
        renderer.render(painter, box)
        painter.end()
        return pixmap

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
