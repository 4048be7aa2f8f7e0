"""What eyes and fingers would complain of on a page, as sentences; an empty list is a good page."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from spasm_gui.screens.body_map import BodyMap
from spasm_gui.screens.body_map_buttons import RegionButton
from tests.journeys.person import scroll_area_of

W = TypeVar("W", bound=QWidget)

SMALLEST_TARGET_PX = 44
OVER_THE_PAGE = ("searchOver", "searchResults")
"""These lie over the page on purpose, while something is sought."""


def cut_texts(window: QWidget) -> Iterator[str]:
    """Texts that have less room than they need."""
    for label in _shown(window, QLabel):
        if not label.text():
            continue
        if label.wordWrap():
            needed = label.heightForWidth(label.width())
            metrics = QFontMetrics(label.font())
            longest = max((metrics.horizontalAdvance(word) for word in label.text().split()), default=0)
            if label.height() < needed - 1:
                yield f"{_called(label)} is {label.height()} high, needs {needed}"
            if label.contentsRect().width() < longest - 1:
                yield f"{_called(label)} is {label.contentsRect().width()} wide, a word needs {longest}"
        elif label.width() < label.sizeHint().width() or label.height() < label.sizeHint().height() - 1:
            yield f"{_called(label)} is {label.size().toTuple()}, needs {label.sizeHint().toTuple()}"
    for button in _shown(window, QPushButton):
        needed = button.heightForWidth(button.width()) if button.hasHeightForWidth() else button.sizeHint().height()
        if button.height() < needed - 1:
            yield f"{_called(button)} is {button.height()} high, needs {needed}"
        if button.width() < button.minimumSizeHint().width() - 1:
            yield f"{_called(button)} is {button.width()} wide, needs {button.minimumSizeHint().width()}"


def sticks_out(window: QWidget) -> Iterator[str]:
    """Widgets that reach beyond the side of what they lie in, where nobody can scroll to."""
    for area in _shown(window, QScrollArea):
        content = area.widget()
        if content is not None and content.width() > area.viewport().width():
            yield f"the page is {content.width()} wide in a view of {area.viewport().width()}"
    for widget in (*_shown(window, QLabel), *_shown(window, QAbstractButton), *_shown(window, QLineEdit)):
        if isinstance(widget, RegionButton):
            continue
        parent = widget.parentWidget()
        if parent is not None and not 0 <= widget.x() <= widget.x() + widget.width() <= parent.width():
            yield f"{_called(widget)} reaches from {widget.x()} to {widget.x() + widget.width()} of {parent.width()}"
        if scroll_area_of(widget) is None and not window.rect().contains(_in(window, widget)):
            yield f"{_called(widget)} leaves the window"


def overlaps(window: QWidget) -> Iterator[str]:
    """Texts and buttons that lie on each other."""
    over = [one for one in _shown(window, QWidget) if one.objectName() in OVER_THE_PAGE]
    area = over[0] if over else window
    leaves: list[QWidget] = [
        one
        for one in (*_shown(area, QLabel), *_shown(area, QAbstractButton))
        if not isinstance(one, RegionButton) and not (isinstance(one, QLabel) and not one.text())
    ]
    boxes = [(one, _in(window, one).intersected(_sight(window, one))) for one in leaves]
    for place, (one, box) in enumerate(boxes):
        for other, other_box in boxes[place + 1 :]:
            shared = box.intersected(other_box)
            if shared.width() > 1 and shared.height() > 1 and not (_belongs(one, other) or _belongs(other, one)):
                yield f"{_called(one)} lies on {_called(other)}"


def small_targets(window: QWidget) -> Iterator[str]:
    """Controls too small for a fingertip. Regions are as large as they are drawn."""
    for widget in _shown(window, QAbstractButton):
        if not isinstance(widget, RegionButton) and min(widget.width(), widget.height()) < SMALLEST_TARGET_PX:
            yield f"{_called(widget)} is {widget.width()} x {widget.height()}"
    for field in _shown(window, QLineEdit):
        frame = field.parentWidget()  # a touch on its frame goes to the field
        if frame is None or max(field.height(), frame.height()) < SMALLEST_TARGET_PX:
            yield f"{_called(field)} is {field.width()} x {field.height()}"


def nameless(window: QWidget) -> Iterator[str]:
    """Controls the keyboard reaches and a screen reader has no name for."""
    for widget in _shown(window, QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isEnabled():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            yield f"{type(widget).__name__} {_called(widget)} has no name"


def rich_texts(window: QWidget) -> Iterator[str]:
    """Labels that would take a text for markup."""
    for label in _shown(window, QLabel):
        if label.text() and label.textFormat() != Qt.TextFormat.PlainText:
            yield f"{_called(label)} is not plain text"


def _belongs(part: QWidget, whole: QWidget) -> bool:
    """True for a text of a card, and for a flag that lies on a card on purpose and lets the touch through."""
    is_flag = isinstance(whole, QAbstractButton) and any(
        one.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents) for one in (part, part.parentWidget()) if one
    )
    return whole.isAncestorOf(part) or is_flag


def _shown(window: QWidget, kind: type[W]) -> list[W]:
    return [one for one in window.findChildren(kind) if one.isVisible() and not isinstance(one, BodyMap)]


def _in(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _sight(window: QWidget, widget: QWidget) -> QRect:
    area = scroll_area_of(widget)
    return window.rect() if area is None else _in(window, area.viewport())


def _called(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{widget.objectName()} “{text[:40]}”".strip()
