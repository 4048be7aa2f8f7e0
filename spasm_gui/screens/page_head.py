"""The title of a page and the buttons that belong to the whole of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from spasm_gui.screens.flow import FlowBox
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import RING_PX, Button, Text, column
from spasm_gui.screens.wrapping import longest_word_px

_TITLE_SHARE = 0.46  # of the room, or as much as its longest word: with less beside the buttons it stands over them


def page_head(title: Text | None, buttons: Sequence[Button], theme: Theme, room_px: int) -> QVBoxLayout:
    """Stand the buttons beside the title, or below it where one of the two would be squeezed.

    Args:
        title: none where it stands elsewhere, in what scrolls.
        room_px: how wide title and buttons may be together.
    """
    head = column(2)
    buttons_px = sum(asked_px(button, theme) for button in buttons)
    if title is not None:
        longest = longest_word_px(title.text(), QFontMetrics(title.font()))
        if room_px - buttons_px >= max(longest, room_px * _TITLE_SHARE):
            row = QHBoxLayout()
            row.addWidget(title, 1)
            for button in buttons:
                row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            head.addLayout(row)
            return head
        head.addWidget(title)
    flow = FlowBox(RING_PX)
    for button in buttons:
        flow.add(button)
    around = QHBoxLayout()
    around.setContentsMargins(-RING_PX, 0, -RING_PX, 0)
    around.addWidget(flow, 1)
    head.addLayout(around)
    return head


def asked_px(button: Button, theme: Theme) -> int:
    """Return about how wide a button will be; only its style, which it gets later, knows for sure."""
    words = QFontMetrics(button.font()).horizontalAdvance(button.text().replace("&&", "&"))
    return round(words + 2 * theme.base_px + 1.6 * theme.icon_px + 24)
