"""The body in the window: the map, its views and close-ups, and what of the visit is lit on it."""

import logging
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.knowledge.cause import CauseKind
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.screens.body_map import BodyMap, LitPlace
from spasm_gui.screens.body_map_close_ups import CLOSE_UPS, CloseUp, close_up_of, part_names
from spasm_gui.screens.body_map_referred import referred_arrows
from spasm_gui.screens.body_map_roundels import GAP_PX, Roundel, SideAsk, stand_beside
from spasm_gui.screens.body_map_values import ReferredArrow
from spasm_gui.screens.figure_buttons import MANY_PLACES, CloseUpTurns, TurnButton, ViewButtons, has_focus
from spasm_gui.screens.figure_words import muscle_labels, region_names, target_of, words_around
from spasm_gui.screens.places_words import capitalised, place_name
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel

_ROUNDEL_SHARE = 1.75  # of the least target
_ROUNDELS_HIGH = 8  # least targets

_log = logging.getLogger(__name__)


class Figure(QWidget):
    """The map with its view buttons and close-ups.

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
        self._reduced_motion = reduced_motion
        self._part_names = part_names()
        self._take_figure()
        self._map = self._new_map()
        self._is_zoom_wanted = False
        self._can_turn = True
        self._touched_part = ""
        self._turned_to: Place | None = None
        self._target: tuple[str, str] | None = None  # what is to be shown large
        self._shown: object = None
        self._zoom_soon = QTimer(self)  # of no duration: when what a touch has changed is painted
        self._zoom_soon.setSingleShot(True)
        self._zoom_soon.timeout.connect(self._zoom_in)
        self._views = ViewButtons(self._whole_views(), model.library, theme, self)
        self._views.show_view(self._map.view)
        self._roundels = [
            Roundel(one, drawing, theme, self) for one in CLOSE_UPS if one.views_of(Side.LEFT)[0] in drawing.views
        ]
        self._ask: SideAsk | None = None
        self._turns: CloseUpTurns | None = None
        self._connect_parts()
        self.show_visit()

    def _connect_parts(self) -> None:
        self._views.view_wanted.connect(self._show_view)
        self._views.many_places_touched.connect(self._on_many_places)
        self._model.places_changed.connect(self._light_up)
        self._model.changed.connect(self.show_visit)
        for roundel in self._roundels:
            roundel.clicked.connect(partial(self._on_roundel, roundel))

    def _new_map(self) -> BodyMap:
        body_map = BodyMap(self._drawing, region_names(self._model.library) | self._part_names, self)
        body_map.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        body_map.set_figure_theme(self._theme.figure)
        body_map.set_text_size(self._theme.base_px / 17)
        body_map.set_reduced_motion(self._reduced_motion)
        body_map.part_touched.connect(self._on_part_touched)
        body_map.region_touched.connect(self._on_region_touched)
        body_map.whole_body_requested.connect(self._on_whole_body)
        body_map.enlarged_by_hand.connect(self._show_controls)
        body_map.zoom_out_requested.connect(self._zoom_out_of_part)
        body_map.swap_side_requested.connect(self.swap_side_requested)
        body_map.view_changed.connect(self._on_view_changed)
        return body_map

    @property
    def body_map(self) -> BodyMap:
        """The picture that is touched."""
        return self._map

    @property
    def shows_place(self) -> bool:
        """True while a place is shown large, and from the moment when it is to be."""
        return self._target is not None

    # ------------------------------------------------------------------ whose body

    def _take_figure(self) -> bool:
        """Let the drawing show the body that the visit chose; tell whether it is another one than before."""
        before = self._drawing.figure
        try:
            self._drawing.show_figure(self._model.figure)
        except DrawingError as error:
            _log.warning("%s", error)  # the present body stays
        return self._drawing.figure is not before

    def _change_figure(self) -> None:
        """Show the other body as this one was shown: a new map, for the old one holds the old body's outlines."""
        old, view = self._map, self._map.view
        self._map = self._new_map()
        self._map.setGeometry(old.geometry())
        self._map.lower()
        self._map.setVisible(old.isVisibleTo(self))
        old.disconnect(self)
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self._shown = None
        views = self._whole_views()
        self._views.offer(views)
        self._show_view(view if view in (*self._drawing.views, *views) else views[0])
        self._on_view_changed(self._map.view)

    def _say_words(self) -> None:
        is_roomy = self._theme.text_factor <= 1.3
        self._map.set_words(words_around(self._model, self._map.view, self._part_names, is_roomy=is_roomy))

    def _whole_views(self) -> tuple[str, ...]:
        drawing = self._drawing
        whole = (name for name in drawing.views if not drawing.view(name).is_close_up)
        return (*whole, *drawing.views_from_the_side)

    # ------------------------------------------------------------------ views and close-ups

    @Slot(str)
    def _show_view(self, view: str) -> None:
        try:
            self._map.show_view(view)
        except DrawingError as error:
            _log.warning("%s", error)  # the shown view stays

    @Slot(str)
    def _on_view_changed(self, view: str) -> None:
        self._target = None  # another view is shown whole
        self._zoom_soon.stop()
        self._views.show_view(view)
        self._close_ask()
        self._make_turns()
        self._show_controls()
        self._say_words()

    def _make_turns(self) -> None:
        """Offer the other views of the close-up, and its other side."""
        focused = QApplication.focusWidget()
        had_focus = focused if self._turns is not None and has_focus(self._turns) else None
        if self._turns is not None:
            self._turns.hide()
            self._turns.deleteLater()
            self._turns = None
        found = close_up_of(self._map.view)
        if found is None:
            return
        view = self._drawing.view(self._map.view)
        width = self.width() - 2 * GAP_PX
        self._turns = CloseUpTurns(view.name, view.sheet, *found, self._model.library, self._theme, width, self)
        self._turns.view_wanted.connect(self._show_view)
        if isinstance(had_focus, TurnButton):
            self._turns.take_over_focus(had_focus)

    @Slot()
    def _on_roundel(self, roundel: Roundel, _checked: bool = False) -> None:
        close_up = roundel.close_up
        if close_up.region is None:
            self._open_close_up(close_up, None, by_key=roundel.is_reached_by_key)
            return
        library, for_whom = self._model.library, self._model.for_whom
        region, sides = close_up.region, library.regions[close_up.region].sides
        names = [(side.value, capitalised(place_name(library, Place(region, side), for_whom))) for side in sides]
        by_key = roundel.is_reached_by_key
        self._ask = SideAsk(close_up, names, self._theme, self)
        self._ask.answered.connect(lambda index: self._open_close_up(close_up, sides[index], by_key=by_key))
        self._ask.closed.connect(self._close_ask)
        self._show_controls()
        self._ask.buttons[0].setFocus(Qt.FocusReason.TabFocusReason if by_key else Qt.FocusReason.MouseFocusReason)

    def _open_close_up(self, close_up: CloseUp, side: Side | None, *, by_key: bool) -> None:
        self._show_view(close_up.views_of(side)[0])
        self._map.take_focus(Qt.FocusReason.TabFocusReason if by_key else Qt.FocusReason.MouseFocusReason)

    @Slot()
    def _close_ask(self) -> None:
        if self._ask is None:
            return
        close_up = self._ask.close_up
        had_focus = has_focus(self._ask)
        self._ask.hide()
        self._ask.deleteLater()
        self._ask = None
        self._show_controls()
        if had_focus:
            for roundel in self._roundels:
                if roundel.close_up is close_up and roundel.isVisible():
                    roundel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_close_up(self) -> None:
        if self._drawing.view(self._map.view).is_close_up:
            self._show_view(self._map.whole_figure)

    @Slot()
    def _on_whole_body(self) -> None:
        self._leave_close_up()
        self.whole_body_requested.emit()
        self.show_visit()

    @Slot()
    def _zoom_out_of_part(self) -> None:
        self._is_zoom_wanted = False
        self.show_visit()

    # ------------------------------------------------------------------ the visit

    @Slot(str, str, str)
    def _on_part_touched(self, _region: str, _side: str, part: str) -> None:
        self._touched_part = part

    @Slot(str, str)
    def _on_region_touched(self, region: str, side: str) -> None:
        place, part = Place(RegionId(region), Side(side)), self._touched_part
        is_other_part = part and place in self._model.visit.places and self._model.part(place) not in ("", part)
        self._model.set_part(place, part)
        if is_other_part:  # the same region, only meant elsewhere: nothing is taken back
            return
        self.place_touched.emit(place)

    @Slot()
    def _on_many_places(self) -> None:
        self.place_touched.emit(Place(MANY_PLACES, None))

    def set_can_turn(self, can_turn: bool) -> None:
        """Show the view buttons, or leave the figure to itself beside a text."""
        self._can_turn = can_turn
        if not can_turn:
            self._leave_close_up()
        self.show_visit()

    def zoom(self, wanted: bool) -> None:
        """Show the chosen place large, or the whole figure."""
        if self._is_zoom_wanted and not wanted:
            self._leave_close_up()
        self._is_zoom_wanted = wanted
        self.show_visit()

    def _lit_places(self) -> list[LitPlace]:
        model = self._model
        return [
            LitPlace(place.region, place.side.value, model.strength(place), place == model.chosen, model.part(place))
            for place in model.visit.places
            if place.side is not None
        ]

    @Slot()
    def _light_up(self) -> None:
        """Have what was touched lit and painted before anything else follows from the touch."""
        if self._drawing.figure is self._model.figure:
            self._turn_to_chosen()
            self._map.light_up(self._lit_places())

    @Slot()
    def show_visit(self) -> None:
        """Light what was touched, and name the muscles of a zoomed place. An answer changes nothing here."""
        model, chosen, lit = self._model, self._model.chosen, self._lit_places()
        if self._drawing.figure is not model.figure and self._take_figure():
            self._change_figure()
        shown = (lit, model.visit.places, chosen, self._is_zoom_wanted, self._can_turn, self._map.view)
        if shown == self._shown:
            return
        self._turn_to_chosen()
        self._map.show_lit(lit)
        self._views.show_many_places(Place(MANY_PLACES, None) in model.visit.places)
        self._target = target_of(model, self._drawing.view(self._map.view)) if self._is_zoom_wanted else None
        self._zoom_soon.stop()
        if self._target is None:
            self._map.zoom_out()
        self._show_controls()
        self._say_words()
        if self._target is not None and self.isVisible():
            self._zoom_soon.start(0)
        elif self._target is not None:
            self._zoom_in()
        self._shown = (*shown[:-1], self._map.view)
        self._show_referred()

    @Slot()
    def _zoom_in(self) -> None:
        if self._target is not None:
            self._map.zoom_to(*self._target)
            self._map.set_labels(muscle_labels(self._model, self._drawing.view(self._map.view), self._target))

    def _show_referred(self) -> None:
        """Say beside a text where the pain may come from; while somebody still chooses, arrows would only disturb."""
        view = self._drawing.view(self._map.view)
        assessment, places = self._model.assessment, self._model.visit.places
        # A night cramp is no matter of the back: an arrow from a nerve is drawn only while such a cause fits.
        from_elsewhere = any(one.cause.kind in (CauseKind.REFERRED, CauseKind.NERVE) for one in assessment.best_causes)
        arrows: tuple[ReferredArrow, ...] = ()
        if not self._can_turn and view.side_at_left() is not None and not view.is_close_up:
            arrows = referred_arrows(self._model.library, places, assessment, view, only_spoken_of=not from_elsewhere)
        self._map.show_referred(arrows)

    def _turn_to_chosen(self) -> None:
        """Show a view that has the chosen place, the present one if it does."""
        place, before = self._model.chosen, self._turned_to
        self._turned_to = place
        if place is None or place.side is None or (place == before and not self._is_zoom_wanted):
            return
        side = place.side.value
        here = self._drawing.view(self._map.view)
        # A view of one side has a sister that shows the other.
        sister = () if here.side_at_left() is not None else (f"{here.sheet}-{side}",)
        for view in (here.name, *sister, *self._whole_views()):
            if self._drawing.view(view).parts(place.region, side):
                self._show_view(view)
                return

    # ------------------------------------------------------------------ Qt, and where the controls stand

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or self._is_zoom_wanted:
            super().keyPressEvent(event)
        elif self._ask is not None:
            self._close_ask()
        elif self._drawing.view(self._map.view).is_close_up:
            self._on_whole_body()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._turns is not None:
            self._make_turns()
        self._show_controls()

    @Slot()
    def _show_controls(self) -> None:
        """Show what there is to choose from now, and stand it where it hides no region."""
        zoomed = self.shows_place or self._map.is_close
        is_free = self._can_turn and not zoomed
        self._views.setVisible(is_free and self._turns is None)
        # Above questions in a large type there is no room for them; there a touch on the place comes first.
        has_room = not self._model.visit.places or self.height() >= _ROUNDELS_HIGH * self._theme.target("minimum")
        for roundel in self._roundels:
            roundel.setVisible(is_free and has_room and self._turns is None and self._ask is None)
        if self._turns is not None:
            self._turns.setVisible(is_free)
        self._place_views()
        self._place_roundels()

    def _place_views(self) -> None:
        """Stand the view buttons beside the legs where there is room, else below the figure: they hide no region."""
        if self._turns is not None:
            size = self._turns.sizeHint()
            room = 0 if self._turns.isHidden() else size.height() + GAP_PX
            self._map.setGeometry(0, 0, self.width(), self.height() - room)
            self._turns.setGeometry(
                (self.width() - size.width()) // 2, self.height() - size.height() - 8, size.width(), size.height()
            )
            self._turns.raise_()
            return
        room = 0 if self._views.isHidden() else self._views.stand_in(self.size(), self.layoutDirection())
        self._map.setGeometry(0, 0, self.width(), self.height() - room)
        self._views.raise_()

    def _place_roundels(self) -> None:
        is_at_right = self.layoutDirection() is not Qt.LayoutDirection.RightToLeft
        if self._roundels and not self._views.isHidden():
            least = self._theme.target("minimum")
            stand_beside(
                self._roundels,
                self._map.paper_beside,
                self._map.size(),
                round(least * _ROUNDEL_SHARE),
                least,
                is_at_right=is_at_right,
            )
        if self._ask is not None:
            size = self._ask.sizeHint()
            left = self.width() - size.width() - GAP_PX if is_at_right else GAP_PX
            self._ask.setGeometry(left, self._map.height() - size.height() - GAP_PX, size.width(), size.height())
            self._ask.show()
            self._ask.raise_()
