"""The movement chain in a row of pictures with arrows; disturbed links are framed, flagged and said in words."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.movement import Link, LinkId
from spasm_gui.screens.icons import picture_pixmap
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import RING_PX, CardButton, Picture, Plate, Text, see_through
from spasm_gui.screens.wrapping import longest_word_px

_ALWAYS = ("brain", "spinal-cord", "nerve", "junction", "fibre", "relaxation")
"""The six links a signal passes one after another. Blood, salts and guarding join only when they are disturbed."""

_GAP = 1.15
"""The room of an arrow between two links, in heights of text."""

_COMPACT_GAP = 1.0
_COMPACT_PICTURE_PX = 48

_FLAG = 1.75
"""The height of the flag, in heights of text."""


class LinkButton(CardButton):
    """One link: a picture, its name and what it does. At rest it has no frame; the disturbed link keeps a thick one."""

    def __init__(
        self, theme: Theme, link: Link, number: int | None, does: str, flag: str, picture: QSize, parent: QWidget
    ) -> None:
        name = link.name if number is None else f"{number}. {link.name}"
        super().__init__(theme, f"link.{link.id}", f"{name}: {does or link.does}. {flag}".strip(), parent)
        self.is_disturbed = bool(flag)
        self.is_lit = False
        layout = QVBoxLayout(self)
        top = round(theme.base_px * _FLAG / 2) + 8
        layout.setContentsMargins(8, top, 8, 14 if does else 10)
        layout.setSpacing(3)
        plate = Plate(picture_pixmap("chain", link.picture, picture.width(), picture.height(), 2.0), theme)
        spare = picture.height() + 12 - plate.height()
        layout.addSpacing(spare // 2)
        layout.addWidget(see_through(plate), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(spare - spare // 2 + 4)
        self.picture_middle = top + (picture.height() + 12) // 2
        for text, bold in ((name, True), (does, self.is_disturbed)):
            if not text:
                continue
            label = Text(text, theme, "small", bold=bold, second=not bold)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            layout.addWidget(see_through(label))
        layout.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._ring_theme
        lit = self.isDown() or self.underMouse()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(Qt.PenStyle.NoPen)
        if self.is_disturbed:
            pen = QPen(theme.colour("pain"), 5 if self.is_lit else 3)
        elif lit or self.is_lit:
            pen = QPen(theme.colour("accent"), 1.5)
        painter.setPen(pen)
        painter.setBrush(theme.colour("accent_tint") if lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(5.5, 5.5, -5.5, -5.5), 12, 12)
        if self.hasFocus() and self._is_ringed:
            self._paint_ring(painter, QRectF(self.rect()))
        painter.end()


class _Flag(QFrame):
    """The flag on a disturbed link: a spark and two words, or the spark alone where it is narrow."""

    def __init__(self, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chainFlag")
        height = round(theme.base_px * _FLAG)
        self.setStyleSheet(
            f"QFrame#chainFlag {{ background: {theme.colours['pain']}; border-radius: {height // 2}px; }}"
            f" QFrame#chainFlag QLabel {{ color: {theme.colours['card']}; }}"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(round(theme.base_px * 0.8), 0, round(theme.base_px * (1.0 if text else 0.8)), 0)
        row.setSpacing(6)
        row.addWidget(Picture("spark", theme.colours["card"], round(theme.base_px * 1.1)))
        if text:
            words = Text(text, theme, "small", bold=True)
            words.setWordWrap(False)
            row.addWidget(words)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedHeight(height)


class MovementChain(QFrame):
    """How a movement works, and where a cause disturbs it. Each link is a button that tells more.

    `width` is the room it gets, in pixels; the links wrap into calm rows when they do not fit into one. A `compact`
    chain tells no more than the names, and stays in one row in less room.

    Signals:
        link_opened: a person wants to read about a link. Carries its id.
    """

    link_opened = Signal(str)

    def __init__(
        self,
        library: Library,
        theme: Theme,
        disturbed: Sequence[LinkId],
        disturbance: str,
        width: int,
        *,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("chain")
        self._theme = theme
        ids = (*_ALWAYS, *(one for one in disturbed if one not in _ALWAYS))
        links = [library.links[LinkId(one)] for one in ids if one in library.links]
        gap = round(theme.base_px * (_GAP if not compact else _COMPACT_GAP))
        columns = _columns(len(links), width, theme.base_px)
        while (
            not compact and columns > 1 and self._is_squeezed(links, disturbance, columns, width - gap * (columns + 1))
        ):
            one_row_more = -(-len(links) // (-(-len(links) // columns) + 1))
            columns = min(one_row_more, columns - 1)  # six links in four rows would need two columns again
        one_row = width - gap * (len(links) + 1)
        least = _COMPACT_PICTURE_PX
        if compact and self._row_width(links, least) <= one_row:
            columns = len(links)
        self._gap = gap
        room = (width - gap) // columns - gap - 16 - (0 if theme.name == "light" else 12)
        high = 3.4 if compact else 4.4
        wide = max(least, min(round(theme.base_px * 6), room))
        if compact and columns == len(links):  # a long word takes what its neighbours' pictures leave
            wide = max(px for px in range(least, wide + 1) if px == least or self._row_width(links, px) <= one_row)
        picture = QSize(wide, round(theme.base_px * high))
        self._buttons: list[LinkButton] = []
        self._columns = columns
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, gap, 0)
        grid.setHorizontalSpacing(gap)
        grid.setVerticalSpacing(0)
        self._flags: list[tuple[LinkButton, _Flag]] = []
        for index, link in enumerate(links):
            flag = ""
            if link.id in disturbed:
                flag = self.tr("Disturbed here") if link.id == disturbed[0] else self.tr("Also here")
            number = index + 1 if link.id in _ALWAYS and not compact else None
            does = "" if compact else disturbance if link.id == disturbed[0] else link.does
            button = LinkButton(theme, link, number, does, flag, picture, self)
            button.clicked.connect(lambda _checked=False, key=link.id: self.link_opened.emit(key))
            row, place = divmod(index, columns)
            grid.addWidget(button, 2 * row + 1, place)
            if flag:
                shown = _Flag(flag if link.id == disturbed[0] and not compact else "", theme, self)
                see_through(shown)  # a touch on the flag opens the link below it
                self._flags.append((button, shown))
                grid.setRowMinimumHeight(2 * row, max(0, shown.height() // 2 - 6))
            self._buttons.append(button)
        for place in range(columns):
            grid.setColumnStretch(place, 1)
            grid.setColumnMinimumWidth(place, 1)

    def _is_squeezed(self, links: Sequence[Link], disturbance: str, columns: int, room_px: int) -> bool:
        """Tell whether a word of a link would be wider than its share of the room."""
        metrics = QFontMetrics(self._theme.font("small", bold=True))
        words = " ".join((disturbance, *(link.name for link in links), *(link.does for link in links)))
        longest = longest_word_px(words, metrics)
        return columns * (longest + 16) > room_px  # of which a link keeps eight on either side

    def _row_width(self, links: Sequence[Link], picture_px: int) -> int:
        """Return the width of a row of links of which each is as narrow as a picture and its longest word allow."""
        metrics = QFontMetrics(self._theme.font("small", bold=True))
        words = [longest_word_px(link.name, metrics) for link in links]
        plate = picture_px + (0 if self._theme.name == "light" else 12)
        return sum(max(word, plate) + 18 for word in words)

    @property
    def links(self) -> tuple[LinkButton, ...]:
        """The buttons of the links, in the order of the signal."""
        return tuple(self._buttons)

    def light(self, link_id: str) -> None:
        """Frame one link more strongly, the one that is spoken of; no text lights none."""
        for button in self._buttons:
            button.is_lit = button.objectName() == f"link.{link_id}"
            button.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_flags()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._place_flags()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        for index, button in enumerate(self._buttons):
            feeds = index == len(_ALWAYS)
            following = self._buttons[index + 1] if index + 1 < min(len(self._buttons), len(_ALWAYS)) else None
            if following is not None and (index + 1) % self._columns == 0:
                following = None  # the next row goes on; its number says so
            if feeds and index % self._columns:
                self._paint_arrow(painter, self._gap_beside(self._buttons[index - 1]), broken=True, backward=True)
            elif button.is_disturbed and not feeds:
                self._paint_arrow(painter, self._gap_beside(button), broken=True)
            elif following is not None:
                self._paint_arrow(painter, self._gap_beside(button), broken=False)
        painter.end()

    def _place_flags(self) -> None:
        for button, flag in self._flags:
            width = min(flag.sizeHint().width(), self.width())
            box: QRect = button.geometry()
            left = max(0, min(box.center().x() - width // 2, self.width() - width))
            flag.setGeometry(left, box.top() + 6 - flag.height() // 2, width, flag.height())
            flag.raise_()

    def _gap_beside(self, button: LinkButton) -> QRectF:
        """The room of the arrow after a link, at the height of its picture, as if read from the left."""
        box = button.geometry()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            box.moveLeft(self.width() - box.right() - 1)
        gap = self._gap
        half = self._theme.base_px * 0.9
        left = box.right() - RING_PX
        return QRectF(left, box.top() + button.picture_middle - half, gap + 2 * RING_PX + 1, 2 * half)

    def _paint_arrow(self, painter: QPainter, room: QRectF, *, broken: bool, backward: bool = False) -> None:
        colour: QColor = self._theme.colour("pain" if broken else "border")
        pen = QPen(colour, 2.2 if broken else 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle, y = room.center(), room.center().y()
        reach = room.width() / 2 - 3
        left, right = middle.x() - reach, middle.x() + reach
        if broken:
            step = reach * 0.36
            tall = self._theme.base_px * 0.8
            painter.drawLine(QPointF(left, y), QPointF(middle.x() - step, y))
            painter.drawLine(QPointF(middle.x() + step, y), QPointF(right, y))
            painter.drawPolyline(
                QPolygonF(
                    [
                        QPointF(middle.x() + step * 0.5, y - tall),
                        QPointF(middle.x() - step * 0.9, y + tall * 0.1),
                        QPointF(middle.x() + step * 0.9, y - tall * 0.1),
                        QPointF(middle.x() - step * 0.5, y + tall),
                    ]
                )
            )
            if not backward:
                return
        else:
            painter.drawLine(QPointF(left, y), QPointF(right, y))
        tip, back = (left, 1) if backward else (right, -1)
        head = self._theme.base_px * 0.3
        painter.drawPolyline(
            QPolygonF([QPointF(tip + back * head, y - head), QPointF(tip, y), QPointF(tip + back * head, y + head)])
        )


def _columns(count: int, width: int, base_px: float) -> int:
    """In how many columns so many links stand best: all in one row if they fit, else in rows of about equal length."""
    fitting = max(1, int(width / (base_px * 6.6)))
    rows = -(-count // fitting)
    return -(-count // rows)
