"""The body in the window: the map, its views, and what of the visit is lit on it."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QWidget

from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.screens.body_map import BodyMap, LitPlace, MapWords, MuscleLabel
from spasm_gui.screens.places_words import capitalised
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.words import Button

MANY_PLACES = RegionId("many-places")
VIEWS = ("front", "back")
VIEWS_MARGIN_PX = 20
LEGS_HALF_WIDTH = 0.13  # of the height of the stage, on either side of its middle


class Figure(QWidget):
    """The map with its view buttons.

    Signals:
        place_touched: a place was touched on the picture. Carries the Place.
        whole_body_requested: the person wants to see the whole figure again.
        swap_side_requested: the chosen place is on the other side.
    """

    place_touched = Signal(object)
    whole_body_requested = Signal()
    swap_side_requested = Signal()

    def __init__(
        self,
        model: VisitModel,
        drawing: BodyDrawing,
        theme: Theme,
        *,
        reduced_motion: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._drawing, self._theme = model, drawing, theme
        self._map = BodyMap(drawing, _names(model.library), self)
        self._map.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._map.set_figure_theme(theme.figure)
        self._map.set_text_size(theme.base_px / 17)
        self._map.set_reduced_motion(reduced_motion)
        self._views = self._view_buttons()
        self._map.region_touched.connect(self._on_region_touched)
        self._map.whole_body_requested.connect(self.whole_body_requested)
        self._map.swap_side_requested.connect(self.swap_side_requested)
        self._map.view_changed.connect(self._show_view_name)
        model.changed.connect(self.show_visit)
        self._is_zoom_wanted = False
        self._can_turn = True
        self._shown: object = None
        self.show_visit()

    @property
    def body_map(self) -> BodyMap:
        """The picture that is touched."""
        return self._map

    def _view_buttons(self) -> QFrame:
        frame = QFrame(self)
        layout = QGridLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        group = QButtonGroup(frame)
        words = {"front": self.tr("Front"), "back": self.tr("Back")}
        self._view_of: dict[str, Button] = {}
        for view in VIEWS:
            button = Button(
                words[view],
                self._theme,
                kind="segment",
                icon_name="check" if view == self._map.view else "front" if view == "front" else "body",
                name=f"view.{view}",
                checkable=True,
                on_click=partial(self._map.show_view, view),
            )
            group.addButton(button)
            self._view_of[view] = button
        if MANY_PLACES in self._model.library.regions:
            name = self._model.library.regions[MANY_PLACES].name
            self._many = Button(
                capitalised(name),
                self._theme,
                kind="segment",
                icon_name="hand-touch",
                name="region.many-places",
                checkable=True,
                on_click=lambda: self.place_touched.emit(Place(MANY_PLACES, None)),
            )
        self._show_view_name(self._map.view, frame)
        return frame

    @Slot(str)
    def _show_view_name(self, view: str, _frame: QFrame | None = None) -> None:
        for name, button in self._view_of.items():
            button.setChecked(name == view)
            button.set_icon_name("check" if name == view else "body")

    @Slot(str, str)
    def _on_region_touched(self, region: str, side: str) -> None:
        self.place_touched.emit(Place(RegionId(region), Side(side)))

    def set_can_turn(self, can_turn: bool) -> None:
        """Show the view buttons, or leave the figure to itself beside a text."""
        self._can_turn = can_turn
        self.show_visit()

    def zoom(self, wanted: bool) -> None:
        """Show the chosen place large, or the whole figure."""
        self._is_zoom_wanted = wanted
        self.show_visit()

    @Slot()
    def show_visit(self) -> None:
        """Light what was touched, and name the muscles of a zoomed place. An answer changes nothing here."""
        model, chosen = self._model, self._model.chosen
        shown = (model.visit.places, chosen, self._is_zoom_wanted, self._can_turn)
        if shown == self._shown:
            return
        self._shown = shown
        self._map.show_lit(
            [
                LitPlace(place.region, place.side.value, model.strength(place), place == chosen)
                for place in model.visit.places
                if place.side is not None
            ]
        )
        if hasattr(self, "_many"):
            self._many.setChecked(Place(MANY_PLACES, None) in model.visit.places)
        zooms = self._is_zoom_wanted and chosen is not None and chosen.side is not None
        self._views.setVisible(self._can_turn and not zooms)
        self._place_views()
        if chosen is None or chosen.side is None:
            self._map.zoom_out()
            self._map.set_words(self._words(None))
            return
        self._turn_to(chosen)
        self._map.set_words(self._words(chosen))
        if zooms:
            self._map.zoom_to(chosen.region, chosen.side.value)
            self._map.set_labels(self._labels(chosen))
        else:
            self._map.zoom_out()

    def _turn_to(self, place: Place) -> None:
        """Show a view that has the place, the present one if it does."""
        assert place.side is not None
        if self._drawing.view(self._map.view).outline(place.region, place.side.value) is not None:
            return
        for view in VIEWS:
            if self._drawing.view(view).outline(place.region, place.side.value) is not None:
                self._map.show_view(view)
                return

    def _words(self, chosen: Place | None) -> MapWords:
        other, caption = "", ""
        if chosen is not None and chosen.side in (Side.LEFT, Side.RIGHT):
            words = self._model.library.regions[chosen.region].theirs
            name = (words.right if chosen.side is Side.LEFT else words.left) or ""
            other = self.tr("{place} instead").format(place=capitalised(name.removeprefix("the ")))
            view = self.tr("Front view") if self._map.view == "front" else self.tr("Back view")
            caption = self.tr("{view}. Left and right are yours.").format(view=view)
        return MapWords(self.tr("Your left"), self.tr("Your right"), self.tr("Whole body"), other, caption)

    def _labels(self, place: Place) -> list[MuscleLabel]:
        assert place.side is not None
        view = self._drawing.view(self._map.view)
        labels = []
        for muscle in self._model.library.regions[place.region].muscles:
            if muscle.shape is None:
                continue
            point = view.muscle_centre(muscle.shape, place.side.value, place.region)
            if point is not None:
                labels.append(MuscleLabel(muscle.name, muscle.clinical_name, point))
        return labels

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_views()

    def _place_views(self) -> None:
        """Stand the view buttons beside the legs where there is room, else below the figure: they hide no region."""
        width = self._arrange_views(side_by_side=False).width()
        is_below = VIEWS_MARGIN_PX + width > self.width() / 2 - LEGS_HALF_WIDTH * self.height()
        size = self._arrange_views(side_by_side=is_below)
        room = size.height() + 8 if is_below and not self._views.isHidden() else 0
        self._map.setGeometry(0, 0, self.width(), self.height() - room)
        left = max(0, (self.width() - size.width()) // 2) if is_below else VIEWS_MARGIN_PX
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = self.width() - size.width() - left
        bottom = 0 if is_below else 16
        self._views.setGeometry(left, self.height() - size.height() - bottom, size.width(), size.height())
        self._views.raise_()

    def _arrange_views(self, *, side_by_side: bool) -> QSize:
        layout = self._views.layout()
        assert isinstance(layout, QGridLayout)
        for index, button in enumerate(self._view_of.values()):
            layout.addWidget(button, 0 if side_by_side else index, index if side_by_side else 0)
        if hasattr(self, "_many"):
            layout.addWidget(self._many, 2, 0, 1, 2 if side_by_side else 1)
        layout.invalidate()
        return layout.sizeHint()


def _names(library: Library) -> dict[tuple[str, str], str]:
    names: dict[tuple[str, str], str] = {}
    for region in library.regions.values():
        for side in region.sides:
            words = region.theirs.left if side is Side.LEFT else region.theirs.right
            names[region.id, side.value] = (words or region.name).removeprefix("the ")
    return names
