"""Every place by its name, for whoever does not touch the picture: its left and its right side by side."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place
from spasm_gui.screens.later import Later
from spasm_gui.screens.places_words import capitalised, place_name
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import ForWhom
from spasm_gui.screens.words import line
from spasm_gui.screens.wrapping import WrappingButton


class PlaceList(QFrame):
    """One line for each region, as the words of the figure stand. Its rows are made before it is first shown.

    Signals:
        place_chosen: a row was pressed. Carries the Place.
    """

    place_chosen = Signal(object)

    def __init__(self, library: Library, theme: Theme, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "list")
        self._library, self._theme, self._width = library, theme, width
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(6, 4, 6, 4)
        self._grid.setSpacing(0)
        for number in range(2):
            self._grid.setColumnStretch(number, 1)
        self._rows_to_come = Later(self._rows(), self)

    def setVisible(self, visible: bool) -> None:
        if visible:
            self._rows_to_come.finish()
        super().setVisible(visible)

    def _rows(self) -> Iterator[None]:
        metrics = QFontMetrics(self._theme.font())
        half = (self._width - 64) / 2 - 1.4 * self._theme.base_px
        row = 0
        for region in self._library.regions.values():
            places = [Place(region.id, side) for side in region.sides or (None,)]
            names = [capitalised(self._name(place)) for place in places]
            columns = 2 if max(metrics.horizontalAdvance(name) for name in names) < half else 1
            if row:
                self._grid.addWidget(line(), row, 0, 1, 2)
            row += 1
            for index, (place, name) in enumerate(zip(places, names, strict=True)):
                button = WrappingButton(name, self._theme, kind="row", name=f"list.{place}")
                button.clicked.connect(lambda _checked=False, chosen=place: self.place_chosen.emit(chosen))
                self._grid.addWidget(button, row + index // columns, index % columns, 1, 3 - columns)
            row += -(-len(places) // columns)
            yield

    def _name(self, place: Place) -> str:
        return place_name(self._library, place, ForWhom.SOMEONE).removeprefix("the ")
