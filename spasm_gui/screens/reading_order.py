"""Keyboard and assistive tools meet things in the order in which the eye does.

Qt keeps two orders of its own, both of creation: the one of Tab, and the one of children, which is what a screen reader
reads. A page whose parts are replaced, or made in another order than they stand in, has to set them.
"""

from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def keep_reading_order(page: QWidget) -> None:
    """Let Tab and screen readers go through a page as it is laid out, from top to bottom."""
    layout = page.layout()
    if layout is not None:
        for part in _in_layout(layout, _children(page)):
            part.raise_()  # to the end of the children; what lies side by side covers nothing
    for before, after in pairwise(_tab_stops(page)):
        QWidget.setTabOrder(before, after)


def _in_layout(layout: QLayout, parts: Sequence[QWidget]) -> list[QWidget]:
    """Those of the parts that stand in a layout or in one inside it, in its order.

    Never by `itemAt`: PySide would keep the item it returns after Qt has deleted it, and take the next object that Qt
    makes at that address for it. The program then ends when that object is deleted.
    """
    placed = [(layout.indexOf(part), [part]) for part in parts]
    for inner in layout.children():
        if isinstance(inner, QLayout):
            placed.append((layout.indexOf(inner), _in_layout(inner, parts)))
    return [part for _, found in sorted((one for one in placed if one[0] >= 0), key=itemgetter(0)) for part in found]


def _children(widget: QWidget) -> list[QWidget]:
    return [child for child in widget.children() if isinstance(child, QWidget)]


def _tab_stops(widget: QWidget) -> list[QWidget]:
    stops = [widget] if widget.focusPolicy() & Qt.FocusPolicy.TabFocus else []
    layout = widget.layout()
    children = _children(widget)
    laid_out = _in_layout(layout, children) if layout is not None else []
    others = [child for child in children if child not in laid_out]
    for child in (*laid_out, *others):
        if not child.isWindow():
            stops.extend(_tab_stops(child))
    return stops
