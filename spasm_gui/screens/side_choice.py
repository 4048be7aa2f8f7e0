"""Left or right: asked where a place was named in words instead of touched on the body."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, Region, RegionId
from spasm_gui.screens.places_words import capitalised, place_name
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import ForWhom
from spasm_gui.screens.words import Button, Text, column


def only_place(region: Region) -> Place | None:
    """The place of a region that has one side or none; None where a person has to say which."""
    if len(region.sides) > 1:
        return None
    return Place(region.id, region.sides[0] if region.sides else None)


class SideChoice(QWidget):
    """One button for each side of a region, in the patient's own words.

    Signals:
        place_chosen: a side was chosen. Carries the Place.
    """

    place_chosen = Signal(object)

    def __init__(
        self, library: Library, region_id: RegionId, for_whom: ForWhom, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        layout = column(4)
        self.setLayout(layout)
        layout.addWidget(Text(self.tr("Which side?"), theme, "section", bold=True))
        self.buttons: list[Button] = []
        for side in library.regions[region_id].sides:
            place = Place(region_id, side)
            button = Button(capitalised(place_name(library, place, for_whom)), theme, name=f"side.{side.value}")
            button.clicked.connect(lambda _checked=False, chosen=place: self.place_chosen.emit(chosen))
            layout.addWidget(button)
            self.buttons.append(button)
