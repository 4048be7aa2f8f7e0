"""Keyboard and assistive tools meet things in the order in which the eye does.

Qt keeps two orders of its own, both of creation: the one of Tab, and the one of children, which is what a screen reader
reads. A page whose parts are replaced, or made in another order than they stand in, has to set them.
"""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def keep_reading_order(page: QWidget) -> None:
    """Let Tab and screen readers go through a page as it is laid out, from top to bottom."""
    layout = page.layout()
    if layout is not None:
        for part in _in_layout(layout):
            part.raise_()  # to the end of the children; what lies side by side covers nothing
    for before, after in pairwise(_tab_stops(page)):
        QWidget.setTabOrder(before, after)


def _in_layout(layout: QLayout) -> list[QWidget]:
    widgets: list[QWidget] = []
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            widgets.append(widget)
        elif inner is not None:
            widgets.extend(_in_layout(inner))
    return widgets


def _tab_stops(widget: QWidget) -> list[QWidget]:
    stops = [widget] if widget.focusPolicy() & Qt.FocusPolicy.TabFocus else []
    layout = widget.layout()
    laid_out = _in_layout(layout) if layout is not None else []
    others = [child for child in widget.children() if isinstance(child, QWidget) and child not in laid_out]
    for child in (*laid_out, *others):
        if not child.isWindow():
            stops.extend(_tab_stops(child))
    return stops
