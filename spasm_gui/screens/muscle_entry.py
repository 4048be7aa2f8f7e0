"""A muscle by name: what it does, where it lies, and a way to touch it on the body."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Muscle, Region
from spasm_gui.screens.places_words import capitalised
from spasm_gui.screens.side_choice import SideChoice, only_place
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import ForWhom
from spasm_gui.screens.words import Button, Text, column

_INSET_PX = 8


class MuscleEntry(QWidget):
    """One muscle of the list. Where it `is_wide`, its button stands beside the texts instead of under them.

    Signals:
        place_chosen: the place of the muscle was chosen, with its side. Carries the Place.
    """

    place_chosen = Signal(object)

    def __init__(
        self,
        library: Library,
        region: Region,
        muscle: Muscle,
        for_whom: ForWhom,
        theme: Theme,
        *,
        is_wide: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"muscle.{muscle.id}")
        self._library, self._region, self._for_whom, self._theme = library, region, for_whom, theme
        self._choice: SideChoice | None = None
        self._layout = column(2, (18 - _INSET_PX, 8, 10, 8))
        self.setLayout(self._layout)
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        halves = QBoxLayout(direction)
        halves.setSpacing(8 if is_wide else 0)
        texts = column(2, (_INSET_PX, 0, 0, 0))
        texts.addWidget(Text(muscle.name, theme, bold=True))
        texts.addWidget(Text(muscle.clinical_name, theme, "small", italic=True, second=True))
        texts.addWidget(
            Text(self.tr("{region}: {action}.").format(region=region.name, action=muscle.action), theme, "small")
        )
        self._touch = Button(
            self.tr("Touch it on the body"),
            theme,
            kind="link",
            icon_name="hand-touch",
            name=f"touch.{muscle.id}",
            on_click=self._ask_for_side,
        )
        self._touch.setStyleSheet("QPushButton { padding: 0 8px 0 3px; }")  # its icon stands under the texts
        self._touch.setAccessibleName(self.tr("Touch it on the body: {muscle}").format(muscle=muscle.name))
        halves.addLayout(texts, 1)
        halves.addWidget(self._touch, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._layout.addLayout(halves)
        self.setAccessibleName(f"{muscle.name}. {muscle.clinical_name}. {region.name}. {capitalised(muscle.action)}.")

    def _ask_for_side(self) -> None:
        place = only_place(self._region)
        if place is not None:
            self.place_chosen.emit(place)
            return
        if self._choice is not None:
            return
        self._choice = SideChoice(self._library, self._region.id, self._for_whom, self._theme)
        self._choice.place_chosen.connect(self.place_chosen)
        self._layout.addWidget(self._choice)
        self._choice.show()
        self._choice.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        self._touch.hide()
