"""The figure beside a cause: what hurts, a ring where a movement is disturbed, and in words what the ring means."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.explaining import disturbed_spots
from spasm_gui.knowledge.cause import Cause
from spasm_gui.knowledge.region import Place
from spasm_gui.knowledge.spot import Spot
from spasm_gui.screens.explain_shown import places_to_show, what_is_shown
from spasm_gui.screens.explain_stage import ExplainStage
from spasm_gui.screens.places_words import both_name, capitalised, joined, place_name
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.words import Text, column


class RingMark(QWidget):
    """A small ring before the name of what is ringed on the figure."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        side = round(theme.base_px * 1.25)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("pain"), max(2.5, self._theme.base_px * 0.16)))
        middle = self.width() / 2
        painter.drawEllipse(QPointF(middle, middle), middle - 3, middle - 3)
        painter.end()


class SpotWords(QWidget):
    """A ring, the everyday and the clinical name of a spot, and where it lies."""

    def __init__(self, spot: Spot, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"spot.{spot.id}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(RingMark(theme), 0, Qt.AlignmentFlag.AlignTop)
        words = column(0)
        words.addWidget(Text(spot.name, theme, bold=True))
        if spot.clinical_name and spot.clinical_name.lower() != spot.name.lower():
            words.addWidget(Text(spot.clinical_name, theme, "small", italic=True, second=True))
        if spot.where:
            words.addWidget(Text(capitalised(spot.where), theme, "small", second=True))
        row.addLayout(words, 1)


class CauseFigure(QFrame):
    """The figure of one cause. It shows and is not touched; `is_flat` puts the words beside it, not under it."""

    def __init__(
        self,
        cause: Cause,
        model: VisitModel,
        drawing: BodyDrawing,
        theme: Theme,
        *,
        is_flat: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("causeFigure")
        edge = "none" if is_flat else f"1px solid {theme.colours['hairline']}"
        self.setStyleSheet(
            f"QFrame#causeFigure {{ background: {theme.colours['page']}; border: none; border-right: {edge}; }}"
        )
        direction = QBoxLayout.Direction.LeftToRight if is_flat else QBoxLayout.Direction.TopToBottom
        layout = QBoxLayout(direction, self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.setSpacing(12)
        self._model = model
        places = places_to_show(model.library, cause, model.visit.places)
        self.stage = ExplainStage(drawing, theme, is_touched=False)
        sides = (self.tr("Your left"), self.tr("Your right"))
        self.stage.show_all(what_is_shown(model.library, drawing, cause, places, side_words=sides))
        self.stage.show_marks(model.marks)
        model.marks_changed.connect(self._on_marks_changed)
        caption = Text(caption_of(model, places), theme, "small", bold=True)
        caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        picture = column(4)
        picture.addWidget(caption)
        picture.addWidget(self.stage, 1)
        layout.addLayout(picture, 1)
        words: QVBoxLayout = column(10)
        if is_flat:
            words.addStretch(1)
        ringed = {ring.spot for ring in self.stage.shown.rings}
        for _, spot in disturbed_spots(model.library, cause):
            if spot.id in ringed:
                words.addWidget(SpotWords(spot, theme))
        if is_flat:
            words.addStretch(1)
        layout.addLayout(words, 1 if is_flat else 0)
        said = [spot.name for _, spot in disturbed_spots(model.library, cause) if spot.id in ringed]
        if said:
            self.stage.setAccessibleName(self.tr("Figure, with a ring at: {places}").format(places=", ".join(said)))

    @Slot()
    def _on_marks_changed(self) -> None:
        self.stage.show_marks(self._model.marks)


def caption_of(model: VisitModel, places: Sequence[Place]) -> str:
    """Return what hurts, in words: "Your left calf", or "Your calves" for both sides of one."""
    names: dict[str, None] = {}
    for place in places:
        is_both = sum(one.region == place.region for one in places) > 1
        spoken = both_name if is_both else place_name
        names[spoken(model.library, place, model.for_whom)] = None
    return capitalised(joined(tuple(names)))
