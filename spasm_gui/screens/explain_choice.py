"""The two lists of the explain view: places with their sides, and the causes that are felt at a place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spasm_gui.knowledge.cause import Cause, HowCommon
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place
from spasm_gui.screens.explain_state import Explaining
from spasm_gui.screens.flow import FlowBox
from spasm_gui.screens.places_words import capitalised, place_name
from spasm_gui.screens.row_button import RowButton, list_frame
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.words import Text, column, inset
from spasm_gui.screens.wrapping import WrappingButton


class ExplainChoice(QWidget):
    """One of the lists: places as chips, causes as rows with their clinical names.

    Signals:
        place_chosen: carries the Place.
        cause_chosen: carries the id of the cause.
    """

    place_chosen = Signal(object)
    cause_chosen = Signal(str)

    def __init__(self, model: VisitModel, theme: Theme, state: Explaining, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("explainChoice")
        box = column(6)
        self.setLayout(box)
        library = model.library
        if state.choosing == "place":
            chips = FlowBox(0)
            title = self.tr("Where does it hurt?")
            for region in library.regions.values():
                for side in region.sides:
                    place = Place(region.id, side)
                    words = capitalised(place_name(library, place, model.for_whom))
                    chip = WrappingButton(words, theme, kind="chip", name=f"explainAt.{place}", checkable=True)
                    chip.setChecked(place == state.place)
                    chip.clicked.connect(lambda _checked=False, one=place: self.place_chosen.emit(one))
                    chips.add(chip)
        else:
            named = place_name(library, state.place, model.for_whom) if state.place else ""
            chips = None
            title = self.tr("Causes felt here: {place}").format(place=named) if named else self.tr("All causes")
        box.addWidget(inset(Text(title, theme, "panel_title", bold=True)))
        box.addWidget(chips if chips is not None else list_frame(self._rows(model, theme, state)))

    def _rows(self, model: VisitModel, theme: Theme, state: Explaining) -> list[RowButton]:
        rows = []
        for cause in causes_to_choose(model.library, state.place):
            row = RowButton(theme, f"explainCause.{cause.id}")
            row.show_texts(cause.name, cause.clinical_name)
            row.clicked.connect(lambda _checked=False, one=cause.id: self.cause_chosen.emit(one))
            rows.append(row)
        return rows


def causes_to_choose(library: Library, place: Place | None) -> tuple[Cause, ...]:
    """Return the causes felt at a place, the common ones first; of no place all of them by name."""
    if place is None:
        return tuple(sorted(library.causes.values(), key=lambda one: one.name.casefold()))
    order = list(HowCommon)
    here = [one for one in library.causes.values() if place.region in one.regions]
    return tuple(sorted(here, key=lambda one: order.index(one.how_common)))
