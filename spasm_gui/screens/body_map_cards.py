"""The cards on the stage: the small whole figure that leads back, and the button for the other side."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from spasm_gui.drawing.pictures import BodyDrawing, View
from spasm_gui.screens.body_map_camera import Camera, body_box
from spasm_gui.screens.body_map_framing import Box, label_side
from spasm_gui.screens.body_map_paint import LitShape, miniature_still, paint_miniature
from spasm_gui.screens.body_map_stills import Still
from spasm_gui.screens.body_map_values import FigureTheme, MapWords
from spasm_gui.screens.body_map_words import Fonts

_MARGIN = 16
_TOP = 12
_MINIATURE_HEIGHT = 132


class Cards(QObject):
    """Both cards of a stage.

    Signals:
        keyboard_left: a card that had the keyboard is about to go; how the keyboard had come to it.
    """

    keyboard_left = Signal(Qt.FocusReason)

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._stage = stage
        self._miniature: Still | None = None  # without lit places, so that a touch does not make it anew
        self._made_of: tuple[object, ...] = ()
        self.whole_body = CardButton("wholeBody", stage)
        self.other_side = CardButton("otherSide", stage)

    def boxes(self) -> list[Box]:
        """Return where those stand that are shown."""
        shown = [one.geometry() for one in (self.whole_body, self.other_side) if one.isVisibleTo(self._stage)]
        return [(float(one.x()), float(one.y()), float(one.width()), float(one.height())) for one in shown]

    def set_theme(self, theme: FigureTheme) -> None:
        """Paint with other colours."""
        for button in (self.whole_body, self.other_side):
            button.set_theme(theme)

    def set_words(self, words: MapWords) -> None:
        """Set what stands on them."""
        self.whole_body.show_text(words.whole_body)
        self.other_side.show_text(words.other_side)

    def hide(self) -> None:
        """Leave the stage to a moving picture."""
        self._show(self.whole_body, False)
        self._show(self.other_side, False)

    def _show(self, card: "CardButton", is_wanted: bool) -> None:
        if not is_wanted and card.hasFocus():
            self.keyboard_left.emit(card.came_by)
        card.setVisible(is_wanted)

    def raise_(self) -> None:
        """Lie over the regions."""
        self.whole_body.raise_()
        self.other_side.raise_()

    def place(self, camera: Camera, *, has_way_back: bool, fonts: Fonts, has_caption: bool) -> None:
        """Show what is needed now, in the lower corners; or on one side of the stage, where only there is paper."""
        self._show(self.whole_body, has_way_back)
        self._show(self.other_side, camera.target is not None and bool(self.other_side.words))
        small, bold = fonts.cards()
        self.whole_body.setFont(small)
        self.other_side.setFont(bold)
        words = QFontMetricsF(small).boundingRect(self.whole_body.words)
        size = QSize(round(max(104.0, words.width() + 32)), round(136 + QFontMetricsF(small).height() + 20))
        other = self._room_for_other_side(QFontMetricsF(bold))
        outline, top = camera.target_outline(), self._stage.height() - _MARGIN - size.height()
        whole_left, other_left, caption = True, False, 0
        if outline is not None and camera.is_one_sided:
            whole_left = other_left = label_side(outline.box, camera.figure) == "left"
            top = _TOP
        elif has_caption:
            caption = round(QFontMetricsF(fonts.names()[1]).height() + 12)
        right, bottom = self._stage.width() - _MARGIN, self._stage.height() - _MARGIN - caption
        self.whole_body.setGeometry(QRect(QPoint(_MARGIN if whole_left else right - size.width(), top), size))
        left = _MARGIN if other_left else right - other.width()
        self.other_side.setGeometry(QRect(QPoint(left, bottom - other.height()), other))

    def _room_for_other_side(self, metrics: QFontMetricsF) -> QSize:
        """Return the size of the card for the other side: on a narrow stage its words stand in several lines."""
        words, most = self.other_side.words, self._stage.width() - 2 * _MARGIN
        width = min(round(metrics.horizontalAdvance(words)) + 76, most)
        lines = metrics.boundingRect(QRectF(0, 0, width - 60, 1000), int(Qt.TextFlag.TextWordWrap), words)
        return QSize(width, round(max(48.0, lines.height() + 26)) + 8)

    def show_miniature(self, drawing: BodyDrawing, view: View, theme: FigureTheme, shapes: Sequence[LitShape]) -> None:
        """Paint the small whole figure with its lit places, given in map units."""
        size = QSize(self.whole_body.width() - 24, _MINIATURE_HEIGHT)
        ratio = self._stage.devicePixelRatioF()
        made_of = (view.name, theme, size.width(), ratio)
        if self._miniature is None or self._made_of != made_of:
            self._miniature = miniature_still(drawing, view, theme, body_box(view), size, ratio)
            self._made_of = made_of
        self.whole_body.picture = paint_miniature(self._miniature, theme, shapes, size, ratio)
        self.whole_body.update()


class CardButton(QAbstractButton):
    """A button that stands on the stage: a card with a picture, words, or both."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleIdentifier(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.picture = QPixmap()
        self.came_by = Qt.FocusReason.OtherFocusReason  # how the keyboard came here last
        self._theme: FigureTheme | None = None

    @property
    def words(self) -> str:
        """The text as it is read."""
        return self.accessibleName()

    def set_theme(self, theme: FigureTheme) -> None:
        self._theme = theme
        self.update()

    def show_text(self, text: str) -> None:
        self.setText(text.replace("&", "&&"))  # a lone & would make a shortcut
        self.setAccessibleName(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came_by = event.reason()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        try:
            self._paint(painter, theme)
        finally:
            painter.end()  # a painter left open by an exception would take the process with it

    def _paint(self, painter: QPainter, theme: FigureTheme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 15, 15)
        painter.setPen(QPen(QColor(theme.border), 1.5))
        painter.setBrush(QColor(theme.accent_tint if self.underMouse() or self.isDown() else theme.card))
        painter.drawRoundedRect(card.adjusted(0.75, 0.75, -0.75, -0.75), 12, 12)
        painter.setPen(QColor(theme.ink))
        text_area = card.adjusted(8, 6, -8, -6)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        if not self.picture.isNull():
            width = self.picture.width() / self.picture.devicePixelRatio()
            painter.drawPixmap(QPointF(card.center().x() - width / 2, card.y() + 8), self.picture)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        else:
            text_area.adjust(_swap_icon(painter, card, theme), 0, 0, 0)
        painter.drawText(text_area, int(flags), self.words)


def _swap_icon(painter: QPainter, card: QRectF, theme: FigureTheme) -> float:
    """Draw two arrows against each other; return the room they take."""
    x, y = card.x() + 20, card.center().y()
    painter.save()
    painter.setPen(QPen(QColor(theme.ink), 1.75, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    for step, start, end in ((-4, 0.0, 17.0), (4, 17.0, 0.0)):
        tip = 1 if end > start else -1
        painter.drawLine(QPointF(x + start, y + step), QPointF(x + end, y + step))
        painter.drawPolyline(
            [
                QPointF(x + end - 4 * tip, y + step - 4),
                QPointF(x + end, y + step),
                QPointF(x + end - 4 * tip, y + step + 4),
            ]
        )
    painter.restore()
    return 32.0
