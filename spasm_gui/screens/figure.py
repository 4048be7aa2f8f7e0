"""The body in the window: the map, its views and close-ups, and what of the visit is lit on it."""

import logging
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QFrame, QGridLayout, QWidget

from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.knowledge.cause import CauseKind
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.screens.body_map import BodyMap, LitPlace, MapWords, MuscleLabel
from spasm_gui.screens.body_map_close_ups import CLOSE_UPS, CloseUp, close_up_of, part_names, view_words
from spasm_gui.screens.body_map_referred import referred_arrows
from spasm_gui.screens.body_map_roundels import GAP_PX, Roundel, SideAsk, stand_beside
from spasm_gui.screens.body_map_values import ReferredArrow
from spasm_gui.screens.places_words import capitalised, other_side_words, place_name
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.words import Button

MANY_PLACES = RegionId("many-places")
VIEWS = ("front", "back")
VIEWS_MARGIN_PX = 20
LEGS_HALF_WIDTH = 0.13  # of the height of the stage, on either side of its middle
_ROUNDEL_SHARE = 1.75  # of the least target
_HEAD = RegionId("scalp")  # what a side view of the head is called after

_log = logging.getLogger(__name__)


class TurnButton(Button):
    """A button that turns to another view and may be replaced by doing so."""

    @property
    def is_reached_by_key(self) -> bool:
        """Whether the keyboard is here, and shows it."""
        return self._is_ringed


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
        self._part_names = part_names()
        self._map = BodyMap(drawing, _names(model.library) | self._part_names, self)
        self._map.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._map.set_figure_theme(theme.figure)
        self._map.set_text_size(theme.base_px / 17)
        self._map.set_reduced_motion(reduced_motion)
        self._is_zoom_wanted = False
        self._can_turn = True
        self._touched_part = ""
        self._turned_to: Place | None = None
        self._shown: object = None
        self._views = self._view_buttons()
        self._roundels = [
            Roundel(one, drawing, theme, self) for one in CLOSE_UPS if one.views_of(Side.LEFT)[0] in drawing.views
        ]
        self._ask: SideAsk | None = None
        self._turns: QFrame | None = None
        self._connect_parts()
        self.show_visit()

    def _connect_parts(self) -> None:
        self._map.part_touched.connect(self._on_part_touched)
        self._map.region_touched.connect(self._on_region_touched)
        self._map.whole_body_requested.connect(self._on_whole_body)
        self._map.zoom_out_requested.connect(self._zoom_out_of_part)
        self._map.swap_side_requested.connect(self.swap_side_requested)
        self._map.view_changed.connect(self._on_view_changed)
        self._model.changed.connect(self.show_visit)
        for roundel in self._roundels:
            roundel.clicked.connect(partial(self._on_roundel, roundel))

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
        self._view_of: dict[str, Button] = {}
        for view in VIEWS:
            button = self._view_button(view)
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
        return frame

    def _view_button(self, view: str) -> Button:
        is_shown = view == self._map.view
        button = TurnButton(
            view_words(view)[0],
            self._theme,
            kind="segment",
            icon_name="check" if is_shown else "body" if view in VIEWS else "",
            name=f"view.{view}",
            checkable=True,
            on_click=partial(self._show_view, view),
        )
        button.setChecked(is_shown)
        return button

    # ------------------------------------------------------------------ views and close-ups

    def _show_view(self, view: str) -> None:
        try:
            self._map.show_view(view)
        except DrawingError as error:
            _log.warning("%s", error)  # the shown view stays

    @Slot(str)
    def _on_view_changed(self, view: str) -> None:
        for name, button in self._view_of.items():
            button.setChecked(name == view)
            button.set_icon_name("check" if name == view else "body")
        self._close_ask()
        self._make_turns()
        self._show_controls()
        self._map.set_words(self._words(self._model.chosen))

    def _make_turns(self) -> None:
        """Offer the other views of the close-up, and its other side."""
        focused = QApplication.focusWidget()
        had_focus = focused if self._turns is not None and _has_focus(self._turns) else None
        if self._turns is not None:
            self._turns.hide()
            self._turns.deleteLater()
            self._turns = None
        found = close_up_of(self._map.view)
        if found is None:
            return
        close_up, side = found
        self._turns = QFrame(self)
        layout = QGridLayout(self._turns)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        buttons = [self._view_button(view) for view in close_up.views_of(side)]
        if close_up.region is not None and side is not None:
            view = self._drawing.view(self._map.view)
            words = self._model.library.regions[close_up.region].theirs
            name = (words.left if side is Side.RIGHT else words.right) or ""
            buttons.append(
                TurnButton(
                    self.tr("Show {place}").format(place=name),
                    self._theme,
                    kind="segment",
                    icon_name="swap",
                    name="closeUp.other",
                    on_click=partial(self._show_view, f"{view.sheet}-{side.other.value}"),
                )
            )
        width = self.width() - 2 * GAP_PX
        columns = next((n for n in (len(buttons), 2) if _row_width(buttons, n) <= width), 1)
        for index, button in enumerate(buttons):
            layout.addWidget(button, index // columns, index % columns)
        if isinstance(had_focus, TurnButton):  # it goes on where it was
            again = next((one for one in buttons if one.objectName() == had_focus.objectName()), buttons[0])
            is_seen = had_focus.is_reached_by_key
            again.setFocus(Qt.FocusReason.TabFocusReason if is_seen else Qt.FocusReason.MouseFocusReason)

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
        had_focus = _has_focus(self._ask)
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

    @Slot()
    def show_visit(self) -> None:
        """Light what was touched, and name the muscles of a zoomed place. An answer changes nothing here."""
        model, chosen = self._model, self._model.chosen
        lit = [
            LitPlace(place.region, place.side.value, model.strength(place), place == chosen, model.part(place))
            for place in model.visit.places
            if place.side is not None
        ]
        shown = (lit, model.visit.places, chosen, self._is_zoom_wanted, self._can_turn, self._map.view)
        if shown == self._shown:
            return
        self._map.show_lit(lit)
        if hasattr(self, "_many"):
            self._many.setChecked(Place(MANY_PLACES, None) in model.visit.places)
        zooms = self._is_zoom_wanted and chosen is not None and chosen.side is not None
        if chosen is not None and (zooms or chosen != self._turned_to):
            self._turn_to(chosen)
        self._turned_to = chosen
        target = self._target() if zooms else None
        if target is None:
            self._map.zoom_out()
        self._show_controls(is_zoomed=target is not None)
        self._map.set_words(self._words(chosen))
        if target is not None:
            self._map.zoom_to(*target)
            self._map.set_labels(self._labels(target))
        self._shown = (*shown[:-1], self._map.view)
        self._show_referred()

    def _show_referred(self) -> None:
        """Say beside a text where the pain may come from; while somebody still chooses, arrows would only disturb."""
        view = self._drawing.view(self._map.view)
        assessment, places = self._model.assessment, self._model.visit.places
        # A night cramp is no matter of the back: an arrow from a nerve is drawn only while such a cause fits.
        from_elsewhere = any(one.cause.kind in (CauseKind.REFERRED, CauseKind.NERVE) for one in assessment.best_causes)
        arrows: tuple[ReferredArrow, ...] = ()
        if not self._can_turn and not view.is_close_up:
            arrows = referred_arrows(self._model.library, places, assessment, view, only_spoken_of=not from_elsewhere)
        self._map.show_referred(arrows)

    def _target(self) -> tuple[str, str] | None:
        """Return what the shown view can show large: the chosen place, or the part of it that was touched."""
        chosen = self._model.chosen
        if chosen is None or chosen.side is None:
            return None
        view = self._drawing.view(self._map.view)
        for name in (self._model.part(chosen), chosen.region):
            outline = view.outline(name, chosen.side.value)
            if outline is not None and outline.whole == chosen.region:
                return name, chosen.side.value
        return None

    def _turn_to(self, place: Place) -> None:
        """Show a view that has the place, the present one if it does."""
        if place.side is None:
            return
        side = place.side.value
        here = self._drawing.view(self._map.view)
        other_side = f"{here.sheet}-{side}"
        for view in (here.name, *([other_side] if other_side in self._drawing.views else []), *VIEWS):
            if self._drawing.view(view).parts(place.region, side):
                self._show_view(view)
                return

    def _words(self, chosen: Place | None) -> MapWords:
        model, other, caption, corner = self._model, "", "", ""
        if chosen is not None and chosen.side in (Side.LEFT, Side.RIGHT):
            other = other_side_words(model.library, chosen)
            view = view_words(self._map.view)[1]
            part = self._part_names.get((model.part(chosen), chosen.side.value), "")
            if part:
                caption = self.tr("{part}. {view}. Left and right are yours.").format(part=capitalised(part), view=view)
            else:
                caption = self.tr("{view}. Left and right are yours.").format(view=view)
        found = close_up_of(self._map.view)
        if found is not None and found[1] is not None:
            close_up, side = found
            corner = capitalised(place_name(model.library, Place(close_up.region or _HEAD, side), model.for_whom))
        return MapWords(self.tr("Your left"), self.tr("Your right"), self.tr("Whole body"), other, caption, corner)

    def _labels(self, target: tuple[str, str]) -> list[MuscleLabel]:
        chosen = self._model.chosen
        assert chosen is not None
        name, side = target
        view = self._drawing.view(self._map.view)
        labels = []
        for muscle in self._model.library.regions[chosen.region].muscles:
            if muscle.shape is None:
                continue
            point = view.muscle_centre(muscle.shape, side, name)
            if point is not None:
                labels.append(MuscleLabel(muscle.name, muscle.clinical_name, point))
        return labels

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

    def _show_controls(self, *, is_zoomed: bool | None = None) -> None:
        """Show what there is to choose from now, and stand it where it hides no region."""
        zoomed = self._map.is_zoomed if is_zoomed is None else is_zoomed
        is_free = self._can_turn and not zoomed
        self._views.setVisible(is_free and self._turns is None)
        for roundel in self._roundels:
            roundel.setVisible(is_free and self._turns is None and self._ask is None)
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
        width = self._arrange_views(side_by_side=False).width()
        is_below = VIEWS_MARGIN_PX + width > self.width() / 2 - LEGS_HALF_WIDTH * self.height()
        size = self._arrange_views(side_by_side=is_below)
        if size.width() > self.width():
            size = self._arrange_views(side_by_side=False).boundedTo(QSize(self.width(), self.height()))
        room = size.height() + 8 if is_below and not self._views.isHidden() else 0
        self._map.setGeometry(0, 0, self.width(), self.height() - room)
        left = max(0, (self.width() - size.width()) // 2) if is_below else VIEWS_MARGIN_PX
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = self.width() - size.width() - left
        bottom = 0 if is_below else 16
        self._views.setGeometry(left, self.height() - size.height() - bottom, size.width(), size.height())
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

    def _arrange_views(self, *, side_by_side: bool) -> QSize:
        layout = self._views.layout()
        assert isinstance(layout, QGridLayout)
        for index, button in enumerate(self._view_of.values()):
            layout.addWidget(button, 0 if side_by_side else index, index if side_by_side else 0)
        if hasattr(self, "_many"):
            layout.addWidget(self._many, 2, 0, 1, 2 if side_by_side else 1)
        layout.invalidate()
        return layout.sizeHint()


def _has_focus(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)


def _row_width(buttons: list[Button], columns: int) -> int:
    """Return how wide buttons stand in so many columns."""
    return sum(max(one.sizeHint().width() for one in buttons[column::columns]) for column in range(columns))


def _names(library: Library) -> dict[tuple[str, str], str]:
    names: dict[tuple[str, str], str] = {}
    for region in library.regions.values():
        for side in region.sides:
            words = region.theirs.left if side is Side.LEFT else region.theirs.right
            names[region.id, side.value] = (words or region.name).removeprefix("the ")
    return names
