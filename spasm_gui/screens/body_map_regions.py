"""The regions of the shown view: their buttons, where pointer and keyboard are, and what lies under a point."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainterPath, QRegion
from PySide6.QtWidgets import QWidget

from spasm_gui.drawing.outlines import FINGERTIP_MM, Direction, Outline, neighbour, painter_path, region_at
from spasm_gui.drawing.pictures import View
from spasm_gui.screens.body_map_buttons import RegionButton
from spasm_gui.screens.body_map_camera import Place
from spasm_gui.screens.body_map_close_ups import region_says
from spasm_gui.screens.body_map_framing import Framing
from spasm_gui.screens.body_map_keys import TypedName
from spasm_gui.screens.body_map_stills import map_path
from spasm_gui.screens.body_map_values import LitPlace

_PIXELS_PER_MM = 96 / 25.4  # of the glass; what screens report about themselves is often wrong
_OUTLINE_MARGIN = 8  # stage pixels that a ring or an outline reaches beyond its region


class Regions(QObject):
    """Holds the buttons of the regions that can be touched.

    Signals:
        touched: a key or an assistive tool pressed a region: its id and side.
        pointed_at: the pointer is on a region, at a point of the stage.
        pointer_left: it was on this region and is no longer.
        reached: the keyboard has gone on to another region.
        repainted: a part of the stage that looks different now.
    """

    touched = Signal(str, str)
    pointed_at = Signal(str, str, QPointF)
    pointer_left = Signal(str, str)
    reached = Signal(str, str)
    repainted = Signal(QRect)

    def __init__(self, names: Mapping[Place, str], stage: QWidget) -> None:
        """Begin without a view.

        Args:
            names: what each region and side is called; what has no name gets no button.
            stage: the widget that the buttons lie on.
        """
        super().__init__(stage)
        self._stage = stage
        self._names = dict(names)
        self._typed_name = TypedName()
        self._framing = Framing(1.0, 0.0, 0.0)
        self._laid_for: tuple[Framing, QRect] | None = None
        self._paths_map: dict[Place, QPainterPath] = {}
        self._paths: dict[Place, QPainterPath] = {}
        self.buttons: dict[Place, RegionButton] = {}
        self.outlines: list[Outline] = []  # of the buttons, in drawing order
        self.hovered: Place | None = None
        self.focused: Place | None = None  # where the keyboard is, and shows it

    def name(self, place: Place) -> str:
        """Return what a region is called."""
        return self._names[place]

    def show(self, view: View) -> None:
        """Make the buttons of another view."""
        self.hovered = self.focused = None
        for button in self.buttons.values():
            button.blockSignals(True)  # losing the focus now would be told to a view that is gone
            button.hide()
            button.setParent(None)
            button.deleteLater()
        known = self._names.keys()
        self.outlines = [one for one in view.outlines if {(one.region, one.side), (one.whole, one.side)} <= known]
        self._paths_map = {(one.region, one.side): painter_path(one) for one in view.outlines}
        self._paths.clear()
        self._laid_for = None
        self.buttons = {(one.region, one.side): self._new_button(one) for one in self.outlines}
        if self.buttons:
            self._make_tab_stop(next(iter(self.buttons.values())))

    def _new_button(self, outline: Outline) -> RegionButton:
        button = RegionButton(outline, self._names[outline.region, outline.side], self._stage)
        button.touched.connect(self.touched)
        button.pointed_at.connect(self._on_pointed_at)
        button.pointer_left.connect(self._on_pointer_left)
        button.arrow_pressed.connect(self._on_arrow_pressed)
        button.letter_typed.connect(self._on_letter_typed)
        button.focus_gained.connect(self._on_focus_gained)
        button.focus_lost.connect(self._on_focus_lost)
        return button

    # ------------------------------------------------------------------ where they lie

    def move_to(self, framing: Framing) -> None:
        """Take the shapes along with a moving picture; the buttons follow once it stands still."""
        self._framing, self._laid_for = framing, None
        self._paths.clear()

    def lay_out(self, framing: Framing) -> None:
        """Lay the buttons where the picture stands."""
        stage = self._stage.rect()
        if self._laid_for == (framing, stage):  # a new word beside the figure moves nothing
            return
        self.move_to(framing)
        self._laid_for = framing, stage
        for place, button in self.buttons.items():
            polygon = self.path(place).toFillPolygon().toPolygon()
            box = polygon.boundingRect().intersected(stage)
            if box.isEmpty():
                box = polygon.boundingRect()  # off the stage; arrows and readers still get there, no pointer does
                button.setGeometry(box.adjusted(0, 0, 1, 1))
                button.clearMask()
            else:
                box = box.adjusted(0, 0, 1, 1)
                button.setGeometry(box)
                button.setMask(QRegion(polygon.translated(-box.topLeft())))
            button.show()  # not before it lies where it belongs: a pointer in the corner would be on it

    def path(self, place: Place) -> QPainterPath:
        """Return the shape of a region as it lies on the stage."""
        if place not in self._paths:
            self._paths[place] = map_path(self._framing, self._paths_map[place])
        return self._paths[place]

    def at(self, point: QPointF) -> Place | None:
        """Return the region under a point of the stage, or the nearest one within a fingertip."""
        point_map = self._framing.to_map(point.x(), point.y())
        outline = region_at(point_map, self.outlines, FINGERTIP_MM * _PIXELS_PER_MM / self._framing.scale)
        return (outline.region, outline.side) if outline else None

    def repaint(self, place: Place) -> None:
        """Say that a region looks different."""
        self.repainted.emit(self.reach(place))

    def reach(self, place: Place) -> QRect:
        """Return the part of the stage that looks different when a region does."""
        box = self.path(place).boundingRect().toAlignedRect()
        return box.adjusted(-_OUTLINE_MARGIN, -_OUTLINE_MARGIN, _OUTLINE_MARGIN, _OUTLINE_MARGIN)

    def tell(self, lit: Mapping[Place, LitPlace], view: str) -> None:
        """Let each button say to assistive tools whether it is lit, how strongly, and on which view it lies."""
        for place, button in self.buttons.items():
            one = lit.get(place)
            button.show_lit(one is not None, region_says(view, one.strength if one else None))

    # ------------------------------------------------------------------ pointer

    def hover(self, place: Place | None) -> None:
        """Show the pointer on a region, or on none."""
        if place == self.hovered:
            return
        before, self.hovered = self.hovered, place
        for one in (before, place):
            if one is not None:
                self.repaint(one)

    @Slot(str, str, QPointF)
    def _on_pointed_at(self, region: str, side: str, point: QPointF) -> None:
        self.hover((region, side))
        self.pointed_at.emit(region, side, point)

    @Slot(str, str)
    def _on_pointer_left(self, region: str, side: str) -> None:
        if self.hovered == (region, side):
            self.hover(None)
            self.pointer_left.emit(region, side)

    # ------------------------------------------------------------------ keyboard

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Put the keyboard on the region where it was last, or on the first one."""
        for button in self.buttons.values():
            if button.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                button.setFocus(reason)

    @Slot(str, str, Direction)
    def _on_arrow_pressed(self, region: str, side: str, direction: Direction) -> None:
        found = neighbour(self.buttons[region, side].outline, direction, self.outlines)
        if found is not None:
            self._reach((found.region, found.side))

    @Slot(str, str, str)
    def _on_letter_typed(self, region: str, side: str, letter: str) -> None:
        place = self._typed_name.next_place(letter, list(self.buttons), self._names, (region, side))
        if place is not None:
            self._reach(place)

    def _reach(self, place: Place) -> None:
        self.buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self.reached.emit(*place)

    @Slot(str, str, bool)
    def _on_focus_gained(self, region: str, side: str, is_by_key: bool) -> None:
        button = self.buttons.get((region, side))
        if button is None:  # the focus moved on while the buttons of another view were being made
            return
        self._make_tab_stop(button)
        self.focused = (region, side) if is_by_key else None
        self.repaint((region, side))

    @Slot(str, str)
    def _on_focus_lost(self, region: str, side: str) -> None:
        if self.focused == (region, side):
            self.focused = None
            self.repaint((region, side))

    def _make_tab_stop(self, button: RegionButton) -> None:
        """Let Tab stop once in the figure, at the region last visited; arrows do the rest."""
        for one in self.buttons.values():
            is_stop = one is button
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
