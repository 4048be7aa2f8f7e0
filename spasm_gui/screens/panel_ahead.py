"""The panel of the questions, made while the home page waits to be touched, so that a touch only has to fill it in.

It knows nothing of anybody: it belongs to a visit in which nothing was touched yet, and is gone with it.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from spasm_gui.screens.later import Later

if TYPE_CHECKING:  # its code is loaded when a panel is made
    from spasm_gui.screens.region_panel import RegionPanel


class PanelAhead:
    """Has one panel made, for one place in the window, and gives it away."""

    def __init__(self, make: Callable[[], "RegionPanel"], width: int, parent: QWidget) -> None:
        """Wait for the program to rest.

        Args:
            make: makes a panel that waits for its `begin`.
            width: what the panel is made for.
            parent: what it will stand in, whose style it takes.
        """
        self._make, self._width, self._parent = make, width, parent
        self._panel: RegionPanel | None = None
        self._is_over = False
        Later(self._pieces(), parent)

    def take(self, width: int) -> "RegionPanel | None":
        """Give away the panel as far as it is made, if it was made for that width; it shows the visit from now on."""
        panel = self._panel
        if panel is None or width != self._width:
            return None
        self._panel, self._is_over = None, True
        panel.begin()
        return panel

    def give_up(self) -> None:
        """Make no more, and let go of what nobody took."""
        self._is_over = True
        if self._panel is not None:
            self._panel.deleteLater()
            self._panel = None

    def _pieces(self) -> Iterator[None]:
        if self._is_over:
            return
        panel = self._panel = self._make()
        panel.hide()
        panel.setParent(self._parent)
        panel.ensurePolished()
        yield
        parts = panel.parts_ahead()
        while not self._is_over:
            part = next(parts, None)
            if part is None:
                break
            part.ensurePolished()  # the style sheet is what takes longest of all
            yield
        if not self._is_over:
            self._rehearse(panel)

    def _rehearse(self, panel: "RegionPanel") -> None:
        """Have Qt show the panel once, where nobody can see it: the first time takes twice as long as the next."""
        panel.setGeometry(2 * self._parent.width(), 0, self._width, self._parent.height())
        panel.show()
        panel.hide()
