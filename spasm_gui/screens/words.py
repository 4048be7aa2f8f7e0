"""Texts and buttons in the program's hand: plain text everywhere, sizes from the type scale, a focus ring to see."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from spasm_gui.screens.from_the_right import paint_from_the_right
from spasm_gui.screens.icons import ICON_GAP_PX, icon, icon_pixmap
from spasm_gui.screens.theme import Theme

RING_PX = 4
"""Kept free round every button for its focus ring; what stands flush with buttons is inset by as much."""

_QT_ICON_SPACING_PX = 4
_POINTER_REASONS = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)


class Text(QLabel):
    """A text from content or interface, always shown exactly as it was typed, wrapped to the width it gets."""

    def __init__(
        self,
        text: str,
        theme: Theme,
        role: str = "body",
        *,
        bold: bool = False,
        italic: bool = False,
        second: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setFont(theme.font(role, bold=bold, italic=italic))
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if second:
            self.setProperty("tone", "second")

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.layoutDirection() is not Qt.LayoutDirection.RightToLeft or not paint_from_the_right(self):
            super().paintEvent(event)

    def heightForWidth(self, width: int) -> int:
        """Return what QLabel does; a layout asks for it many times over, and breaking lines takes long."""
        heights = self._heights
        if width not in heights:
            heights[width] = super().heightForWidth(width)
        return heights[width]

    def setText(self, text: str) -> None:
        if text != self.text():
            self._heights = {}
            super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        self._heights = {}  # another font, another style
        super().changeEvent(event)


class Picture(QLabel):
    """A ready picture beside a text. Without a name it says nothing to a screen reader, because the text does."""

    def __init__(self, name: str, colour: str, side_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPixmap(icon_pixmap(name, colour, side_px, 2.0))
        self.setFixedSize(QSize(side_px, side_px))


class Dot(QWidget):
    """A small dot before a line of a list. It does not look ticked."""

    def __init__(self, theme: Theme, *, meaning: str = "ink2", small: bool = False) -> None:
        super().__init__()
        self._colour = theme.colour(meaning)
        self._side = max(4.0, theme.base_px * 0.32)
        text_px = theme.font("small" if small else "body").pixelSize()
        self.setFixedSize(round(self._side) + 4, round(text_px * 1.3))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawEllipse(QRectF(self.rect()).center(), self._side / 2, self._side / 2)
        painter.end()


class Plate(QLabel):
    """A coloured drawing on the light paper it was drawn for, so that its lines are seen in every theme."""

    def __init__(self, pixmap: QPixmap, theme: Theme, *, always: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPixmap(pixmap)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        size = pixmap.deviceIndependentSize().toSize()
        if always or theme.name != "light":
            self.setObjectName("plate")
            self.setStyleSheet(f"QLabel#plate {{ background: {theme.plate}; border-radius: 10px; }}")
            size += QSize(12, 12)
        self.setFixedSize(size)


class RingedButton:
    """Paints a ring round a button that has the keyboard, in the four pixels its style keeps free."""

    _ring_theme: Theme
    _is_ringed = False

    def _follow_focus(self, event: QFocusEvent) -> None:
        self._is_ringed = event.reason() not in _POINTER_REASONS

    def _paint_ring(self, painter: QPainter, rect: QRectF) -> None:
        pen = QPen(self._ring_theme.colour("focus"), 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), 14, 14)


class Button(QPushButton, RingedButton):
    """A button whose text is shown as typed: an ampersand makes no shortcut.

    `kind` picks its look from the style sheet: main, answer, chip, segment, quiet, link; none is the plain one.
    """

    def __init__(
        self,
        text: str,
        theme: Theme,
        *,
        kind: str = "",
        icon_name: str = "",
        name: str = "",
        bold: bool = False,
        checkable: bool = False,
        on_click: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ring_theme = theme
        self._icon_name = icon_name
        self._is_bold = bold or kind in ("main", "none")
        self._keeps_width = False
        self._is_shown_chosen: bool | None = None
        self._hint: QSize | None = None
        self.setProperty("kind", kind)
        self.setFont(theme.font("body", bold=self._is_bold))
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if name:
            self.setObjectName(name)
        self.set_text(text)
        if icon_name:
            self._show_icon()
        if on_click is not None:
            self.clicked.connect(lambda _checked=False: on_click())

    def set_text(self, text: str) -> None:
        """Show a text and tell it to assistive tools."""
        shown = text.replace("&", "&&")
        if shown != self.text():
            self._hint = None
            self.setText(shown)
        self.setAccessibleName(text)

    def set_icon_name(self, icon_name: str) -> None:
        """Show another icon, or none for an empty name."""
        if icon_name != self._icon_name:
            self._icon_name = icon_name
            self._show_icon()

    def set_chosen(self, is_chosen: bool) -> None:
        """Fill the button, with a check mark and bold words. Its width is the same either way, so nothing moves."""
        self.setChecked(is_chosen)
        if is_chosen is self._is_shown_chosen:  # each answer is shown on every row, and nearly all of them stay
            return
        self._is_shown_chosen, self._keeps_width, self._hint = is_chosen, True, None
        self.setFont(self._ring_theme.font("body", bold=is_chosen or self._is_bold))
        self.set_icon_name("check" if is_chosen else "")

    def sizeHint(self) -> QSize:
        if self._hint is not None:
            return QSize(self._hint)
        hint = self._measured()
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # only then its style is known for good
            self._hint = hint
        return QSize(hint)

    def _measured(self) -> QSize:
        hint = super().sizeHint()
        if not self._keeps_width:
            return hint
        now, bold = (
            QFontMetrics(font).size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
            for font in (self.font(), self._ring_theme.font("body", bold=True))
        )
        mark = 0 if self._icon_name else self._icon_size().width() + _QT_ICON_SPACING_PX
        hint.setWidth(hint.width() - now + bold + mark)
        hint.setWidth(max(hint.width(), self._ring_theme.target("minimum") + 2 * RING_PX))
        return hint

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        self._hint = None  # another font, another style
        super().changeEvent(event)

    def _icon_size(self) -> QSize:
        side = self._ring_theme.icon_px
        if self.property("kind") == "answer":  # three of them stand beside every question
            return QSize(round(side * 0.72) + 2, round(side * 0.72))
        return QSize(side + ICON_GAP_PX, side)

    def _show_icon(self) -> None:
        kind = self.property("kind")
        colours = self._ring_theme.colours
        resting = {"main": "on_accent", "link": "accent", "none": "accent", "emergency": "emergency_fill"}.get(
            kind, "ink"
        )
        self._hint = None
        if not self._icon_name:
            self.setIcon(QIcon())
            return
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        size = self._icon_size()
        gap = size.width() - size.height()
        checked = "on_accent" if kind in ("answer", "chip", "segment") else resting
        shown = icon(
            self._icon_name,
            colours[resting],
            size.height(),
            colours[checked],
            disabled_colour=colours["ink2"] if kind == "main" else "",  # as its words are then
            gap_px=gap,
            gap_left=mirrored,
        )
        self.setIcon(shown)
        self.setIconSize(size)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._follow_focus(event)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self._is_ringed:
            painter = QPainter(self)
            self._paint_ring(painter, QRectF(self.rect()))
            painter.end()


class CardButton(QPushButton, RingedButton):
    """A whole card that can be pressed: its texts lie in a layout and let the touch through."""

    def __init__(self, theme: Theme, name: str, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring_theme = theme
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setProperty("kind", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._follow_focus(event)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isDown() or self.underMouse()
        checked = self.isChecked()
        width = 2.0 if checked or self._ring_theme.name == "contrast" else 1.2
        painter.setPen(QPen(self._ring_theme.colour("accent" if lit or checked else "border"), width))
        painter.setBrush(self._ring_theme.colour("accent_tint" if lit or checked else "card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 14, 14)
        if self.hasFocus() and self._is_ringed:
            self._paint_ring(painter, QRectF(self.rect()))
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)


class Box(QWidget):
    """Parts of a page in a layout that gives a height to its width.

    Qt would ask all of them how high they are at the width they like best, which no page ever gives them.
    """

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()


class PageScroll(QScrollArea):
    """Scrolls a page. The bar stands in the page's own margin, so that nothing moves or narrows when it appears."""

    def __init__(self, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, and unseen when there is nothing to scroll: a bar that comes and goes changes the width, which
        # changes the height, which changes the bar, without end.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # One of our own: Qt's has no Python object, and to make it one PySide first builds the classes of all widgets.
        self.setViewport(QWidget())
        body.setMinimumHeight(1)  # else it is as tall as its texts would be in the narrowest column
        self.setWidget(body)
        self.verticalScrollBar().rangeChanged.connect(self._show_bar)
        self._show_bar()

    @Slot()
    def _show_bar(self) -> None:
        bar = self.verticalScrollBar()
        bar.setEnabled(bar.maximum() > bar.minimum())

    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() is QEvent.Type.Polish:
            self._stand_in_margin()
        return is_done

    def _stand_in_margin(self) -> None:
        bar = self.verticalScrollBar()
        bar.ensurePolished()
        over = bar.sizeHint().width()  # known once the style sheet is
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setViewportMargins(-over if is_mirrored else 0, 0, 0 if is_mirrored else -over, 0)
        self.viewport().lower()  # below the bar, which now stands over its margin


def set_shown(widget: QWidget, is_shown: bool) -> None:
    """Show or hide a part of a page, where it is not so already: Qt works out the layout at each such word.

    What was never hidden comes with the page it stands in, and is not told so.
    """
    was_told, parent = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide), widget.parentWidget()
    if is_shown:
        if widget.isHidden() and (was_told or (parent is not None and parent.isVisible())):
            widget.show()
    elif not (was_told and widget.isHidden()):
        widget.hide()


def see_through(widget: QWidget) -> QWidget:
    """Let touches on a text or picture reach the button it lies on."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return widget


def dotted(texts: Iterable[str], theme: Theme, *, second: bool = False) -> QVBoxLayout:
    """Quieter lines in small type, each with a dot."""
    lines = column(3)
    for text in texts:
        row = QHBoxLayout()
        row.setSpacing(9)
        row.addWidget(Dot(theme, small=True), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(text, theme, "small", second=second), 1)
        lines.addLayout(row)
    return lines


def inset(label: QLabel) -> QLabel:
    """Set a text flush with the edges of the buttons and cards around it."""
    label.setContentsMargins(RING_PX, 0, RING_PX, 0)
    return label


def line(parent: QWidget | None = None) -> QFrame:
    """A thin separator that carries no meaning."""
    frame = QFrame(parent)
    frame.setProperty("kind", "line")
    return frame


def column(spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """A column layout with the given spaces."""
    layout = QVBoxLayout()
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    return layout
