"""The round pictures beside the figure that lead to close-ups, and the question of the side that some of them ask."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QWidget

from spasm_gui.drawing.pictures import BodyDrawing, Layer
from spasm_gui.screens.body_map_close_ups import CloseUp, roundel_words, which_words
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Button, RingedButton, Text, column

GAP_PX = 12
MARGIN_PX = 16
RING_PX = 5  # kept free round the circle for the focus ring


class Roundel(QAbstractButton, RingedButton):
    """A piece of the figure in a circle, with its name below where there is room."""

    def __init__(self, close_up: CloseUp, drawing: BodyDrawing, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.close_up = close_up
        self._drawing, self._ring_theme = drawing, theme
        self._picture = QPixmap()
        self._has_words = True
        words, name = roundel_words(close_up.name)
        self.setText(words)
        self.setAccessibleName(name)
        self.setObjectName(f"closeUp.{close_up.name}")
        self.setFont(theme.font("small"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def is_reached_by_key(self) -> bool:
        """Whether the keyboard is here, and shows it."""
        return self.hasFocus() and self._is_ringed

    def size_for(self, diameter: int, *, has_words: bool) -> QSize:
        """Return the room it takes with a circle of that size, with or without its words."""
        ring = 2 * RING_PX
        if not has_words:
            return QSize(diameter + ring, diameter + ring)
        metrics = QFontMetricsF(self.font())
        width = max(diameter, metrics.horizontalAdvance(self.text())) + ring
        return QSize(round(width) + 2, round(diameter + ring + metrics.height()))

    def show_in(self, area: QRect, *, has_words: bool) -> None:
        """Stand in an area of the size that `size_for` gave."""
        self._has_words = has_words
        self.setGeometry(area)
        self.setToolTip("" if has_words else self.text())
        self._picture = QPixmap()
        self.update()

    def _circle(self) -> QRectF:
        words = QFontMetricsF(self.font()).height() if self._has_words else 0.0
        side = min(self.width(), round(self.height() - words)) - 2 * RING_PX
        return QRectF((self.width() - side) / 2, RING_PX, side, side)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._follow_focus(event)
        super().focusInEvent(event)

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()  # a painter left open by an exception would take the process with it

    def _paint(self, painter: QPainter) -> None:
        theme, circle = self._ring_theme, self._circle()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._picture.isNull():
            self._picture = _round_picture(
                self._drawing, self.close_up, theme, circle.width(), self.devicePixelRatioF()
            )
        painter.drawPixmap(circle.topLeft(), self._picture)
        is_pointed_at = self.underMouse() or self.isDown()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent" if is_pointed_at else "border"), 3 if is_pointed_at else 2))
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        if self.hasFocus() and self._is_ringed:
            painter.setPen(QPen(theme.colour("focus"), 3))
            painter.drawEllipse(circle.adjusted(-3, -3, 3, 3))
        if self._has_words:
            painter.setPen(theme.colour("ink"))
            painter.setFont(self.font())
            below = QRectF(0, circle.bottom() + RING_PX, self.width(), self.height() - circle.bottom() - RING_PX)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter.value), self.text())


def stand_beside(
    roundels: Sequence[Roundel],
    paper: Callable[[float, float], tuple[float, float, float]],
    stage: QSize,
    diameter: int,
    least_diameter: int,
    *,
    is_at_right: bool,
) -> None:
    """Stand roundels beside the legs: as large as there is paper, without words where there is none for them.

    They stand below each other; in more columns only on a stage too low for that.

    Args:
        paper: `BodyMap.paper_beside`.
        stage: the size of the map.
        is_at_right: false in a language that is read from right to left; the figure itself is never mirrored.
    """
    tries = [(diameter, True), ((diameter + least_diameter) // 2, True), (least_diameter, True)]
    tries += [((diameter + least_diameter) // 2, False), (least_diameter, False)]

    def room_for(size: QSize, columns: int) -> QSize:
        rows = -(-len(roundels) // columns)
        return QSize(columns * (size.width() + GAP_PX), rows * (size.height() + GAP_PX)) - QSize(GAP_PX, GAP_PX)

    def fits(room: QSize) -> bool:
        top = stage.height() - MARGIN_PX - room.height()
        body_left, body_right, words = paper(top, stage.height())
        free = stage.width() - body_right if is_at_right else body_left
        return top > words and room.width() + GAP_PX + MARGIN_PX <= free

    def size_of(trial: tuple[int, bool]) -> QSize:
        sizes = [one.size_for(trial[0], has_words=trial[1]) for one in roundels]
        return QSize(max(size.width() for size in sizes), sizes[0].height())

    shapes = [(columns, trial) for columns in (1, 2, len(roundels)) for trial in tries]
    found = next((one for one in shapes if fits(room_for(size_of(one[1]), one[0]))), None)
    if found is None:
        _stand_on_both_sides(roundels, stage, size_of(tries[-1]), is_at_right=is_at_right)
        return
    columns, chosen = found
    size = size_of(chosen)
    room = room_for(size, columns)
    left = stage.width() - MARGIN_PX - room.width() if is_at_right else MARGIN_PX
    corner = QPoint(left, stage.height() - MARGIN_PX - room.height())
    for index, one in enumerate(roundels):
        row, column = divmod(index, columns)
        place = corner + QPoint(column * (size.width() + GAP_PX), row * (size.height() + GAP_PX))
        one.show_in(QRect(place, size), has_words=chosen[1])


def _stand_on_both_sides(roundels: Sequence[Roundel], stage: QSize, size: QSize, *, is_at_right: bool) -> None:
    """Stand as low as rings allow, the first on the other side of the legs: the words for left and right stay clear."""
    for index, one in enumerate(roundels):
        left = stage.width() - MARGIN_PX - size.width() if is_at_right is (index > 0) else MARGIN_PX
        rows_below = len(roundels) - 1 - index if index else 0
        top = stage.height() - MARGIN_PX - size.height() * (1 + rows_below)
        one.show_in(QRect(QPoint(left, top), size), has_words=False)


def _round_picture(drawing: BodyDrawing, close_up: CloseUp, theme: Theme, side_px: float, ratio: float) -> QPixmap:
    """Return a piece of the front view in a circle. It is cut out before it is scaled, which takes no time."""
    view = drawing.view(drawing.views[0])
    x, y, radius = close_up.circle_map
    outline = view.outline(close_up.region, "left") if close_up.region else None
    if outline is not None:  # of whichever body is shown
        x, y = outline.box[0] + outline.box[2] / 2, outline.box[1] + outline.box[3] / 2
    pixels = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
    side = max(1, round(side_px * ratio))
    picture = QPixmap(side, side)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    clip = QPainterPath()
    clip.addEllipse(QRectF(1, 1, side_px - 2, side_px - 2))
    painter.setClipPath(clip)
    painter.fillRect(QRectF(0, 0, side_px, side_px), theme.colour("card"))
    for layer, opacity in ((Layer.SKIN, 1.0), (Layer.MUSCLE, theme.figure.muscle_opacity_idle)):
        whole = drawing.whole_picture(view, layer, side / pixels.width())
        scale = whole.width() / view.canvas[2]
        source = QRectF(
            (pixels.x() - view.canvas[0]) * scale,
            (pixels.y() - view.canvas[1]) * scale,
            pixels.width() * scale,
            pixels.height() * scale,
        ).toAlignedRect()
        piece = whole.copy(source)
        scaled = piece.scaled(
            side, side, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        scaled.setDevicePixelRatio(ratio)
        painter.setOpacity(opacity)
        painter.drawImage(QPointF(0, 0), scaled)
    painter.setOpacity(theme.figure.veil_always)
    painter.fillRect(QRectF(0, 0, side_px, side_px), QColor(theme.figure.veil))
    painter.end()
    return picture


class SideAsk(QFrame):
    """Asks which hand or foot before its close-up opens.

    Signals:
        answered: a side was chosen: the index of the button, in the order given.
        closed: nobody wants to say.
    """

    answered = Signal(int)
    closed = Signal()

    def __init__(self, close_up: CloseUp, names: list[tuple[str, str]], theme: Theme, parent: QWidget) -> None:
        """Ask.

        Args:
            names: of each side, the end of the button's object name and its words.
        """
        super().__init__(parent)
        self.close_up = close_up
        self.setObjectName("closeUpSide")
        self.setProperty("kind", "list")
        layout = column(2, (12, 10, 12, 8))
        self.setLayout(layout)
        title = Text(which_words(close_up.name), theme, bold=True)
        title.setWordWrap(False)
        layout.addWidget(title)
        self.buttons: list[Button] = []
        for index, (end, words) in enumerate(names):
            button = Button(
                words, theme, name=f"closeUp.{close_up.name}.{end}", on_click=partial(self.answered.emit, index)
            )
            layout.addWidget(button)
            self.buttons.append(button)
        close = Button(self.tr("Close"), theme, kind="quiet", name="closeUp.none", on_click=self.closed.emit)
        close.setAccessibleName(self.tr("Close the question, no close-up"))
        layout.addWidget(close)
