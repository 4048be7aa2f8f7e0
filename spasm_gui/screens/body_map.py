"""The body that is touched.

One widget paints a ready picture of the shown view and lays outlines over it. For every region and side of that view
stands one real button, transparent and masked by its outline: keyboard stop and accessible object, and the place where
the pointer is. What hands do is told apart by `Hands`, a touch between the shapes goes to the nearest region within a
fingertip, and `Camera` knows where the picture lies.

The map decides nothing. It reports what was touched and shows what it is told to: `show_view`, `show_lit`, `zoom_to`,
`set_labels`. Sides are always the patient's, and the picture is never mirrored, whatever the direction of the language.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from spasm_gui.drawing.pictures import BodyDrawing, Layer, View
from spasm_gui.screens.body_map_buttons import RegionButton
from spasm_gui.screens.body_map_camera import Camera, Place
from spasm_gui.screens.body_map_cards import Cards
from spasm_gui.screens.body_map_hands import HandledStage
from spasm_gui.screens.body_map_labels import PlacedLabel
from spasm_gui.screens.body_map_pictures import Pictures, Shot
from spasm_gui.screens.body_map_regions import Regions
from spasm_gui.screens.body_map_scene import Scene, Wording, lit_outlines, miniature_shapes, paint_scene, paint_words
from spasm_gui.screens.body_map_sides import body_edges, placed_sides, sides_height
from spasm_gui.screens.body_map_values import (
    FigureTheme,
    LitPlace,
    MapWords,
    MuscleLabel,
    ReferredArrow,
    theme_from_palette,
)
from spasm_gui.screens.body_map_words import Fonts, arrange_labels, name_tag_area

__all__ = ["BodyMap", "FigureTheme", "LitPlace", "MapWords", "MuscleLabel"]

MOST_LABELS = 5
_KEY_ZOOM = 1.25
_ZOOM_KEYS = {Qt.Key.Key_Plus: _KEY_ZOOM, Qt.Key.Key_Equal: _KEY_ZOOM, Qt.Key.Key_Minus: 1 / _KEY_ZOOM}


class BodyMap(HandledStage):
    """The figure, its touchable regions, and the names beside them.

    Signals:
        region_touched: a person chose a region: its id, and the patient's side, `left` or `right`.
            Touching a lit region says so again; what that means is the visit's to decide.
        part_touched: goes before each `region_touched`: region, side, and the finer part of it that was touched on
            a close-up, or no text.
        view_changed: another view is shown; its name.
        whole_body_requested: a person wants to see the whole figure again, instead of a place or a close-up.
        swap_side_requested: a person meant the same region of the other side.
        zoom_out_requested: the keyboard went to a part of a close-up that is not on the stage.
        enlarged_by_hand: hands have enlarged the picture, or it is whole again; `is_close` tells which.
        settled: the picture stands still after it moved, sharp and ready to be touched.
    """

    region_touched = Signal(str, str)
    part_touched = Signal(str, str, str)
    view_changed = Signal(str)
    whole_body_requested = Signal()
    swap_side_requested = Signal()
    zoom_out_requested = Signal()
    enlarged_by_hand = Signal()
    settled = Signal()

    def __init__(self, drawing: BodyDrawing, names: Mapping[Place, str], parent: QWidget | None = None) -> None:
        """Show the first view of the drawing, in the colours of the palette until a theme is set.

        Args:
            drawing: from `load_drawing`.
            names: what each region and side is called, the side in words: "left calf"; finer parts of close-ups
                likewise. What has no name cannot be touched, since nobody could read back what was chosen.
        """
        super().__init__(parent)
        # Set outright, since Qt hands the direction of the language down to every widget that has none.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setObjectName("bodyMap")
        self.setMinimumSize(200, 240)
        self._drawing = drawing
        self._theme = theme_from_palette(self.palette())
        self._view: View = drawing.view(drawing.views[0])
        self._whole_figure = self._view  # where the way back from a close-up leads
        self._words = MapWords(self.tr("Your left"), self.tr("Your right"), self.tr("Whole body"))
        self._text_size = 1.0
        self._lit: tuple[LitPlace, ...] = ()
        self._labels: tuple[MuscleLabel, ...] = ()
        self._referred: tuple[ReferredArrow, ...] = ()
        self._tag_area = QRect()
        self._was_close = False
        self._placed_labels: list[PlacedLabel] | None = None

        self._regions = Regions(names, self)
        self._cards = Cards(self)
        self._camera = Camera(self._view, self)
        self._pictures = Pictures(drawing, self)
        self._connect_parts()
        self.set_figure_theme(self._theme)
        self._cards.set_words(self._words)
        self._show(self._view)

    def _connect_parts(self) -> None:
        self._camera.moved.connect(self._on_moved)
        self._camera.stood_still.connect(self._settle)
        self._camera.whole_wanted.connect(self._ask_for_less)
        self.hands.went_down.connect(self._on_finger_down)
        self.hands.let_go.connect(self._on_finger_gone)
        self.hands.touched.connect(self._on_hand_touched)
        self.hands.moved.connect(self._camera.move_by_hand)
        self.hands.rested.connect(self._camera.rest)
        self._regions.touched.connect(self._on_touched)
        self._regions.pointed_at.connect(self._show_tag)
        self._regions.pointer_left.connect(self._hide_tag)
        self._regions.reached.connect(self._keep_in_sight)
        self._regions.repainted.connect(self.update)
        self._pictures.sharpened.connect(self._on_sharpened)
        self._cards.keyboard_left.connect(self._regions.take_focus)
        self._cards.whole_body.clicked.connect(self._on_whole_body)
        self._cards.other_side.clicked.connect(self.swap_side_requested)

    # ------------------------------------------------------------------ what it shows

    @property
    def view(self) -> str:
        """The name of the shown view."""
        return self._view.name

    @property
    def whole_figure(self) -> str:
        """The name of the whole figure that is shown, or was before the close-up."""
        return self._whole_figure.name

    @property
    def is_zoomed(self) -> bool:
        """Whether one region is shown large, or is on its way there."""
        return self._camera.target is not None

    @property
    def is_close(self) -> bool:
        """Whether the picture is larger than the whole view, because of a region or because of hands."""
        return self._camera.can_be_pushed

    @property
    def is_moving(self) -> bool:
        """Whether the picture is on its way; it cannot be touched meanwhile."""
        return self._camera.is_moving

    def show_view(self, view: str) -> None:
        """Show another view, the whole of it.

        Raises:
            DrawingError: its picture is damaged; the shown view stays.
        """
        if view == self._view.name:
            return
        chosen = self._drawing.view(view)
        self._pictures.forget_all()  # before the others are decoded: they are large
        if not chosen.is_close_up:
            self._drawing.forget_close_ups()
        for layer in Layer:
            self._drawing.whole_picture(chosen, layer)
        self._labels = ()
        self._show(chosen)
        self.view_changed.emit(view)

    def show_lit(self, places: Sequence[LitPlace]) -> None:
        """Show these regions as touched, and no others. What this view does not show is passed over."""
        self.update(self._relit(places))

    def light_up(self, places: Sequence[LitPlace]) -> None:
        """Do the same, and have it painted before anything else is done."""
        self.repaint(self._relit(places))

    def _relit(self, places: Sequence[LitPlace]) -> QRegion:
        """Take other regions as touched; return where the stage looks different."""
        lit, changed = tuple(places), QRegion()
        if lit == self._lit:
            return changed
        before = dict(self._lit_places())
        self._lit = lit
        after = dict(self._lit_places())
        self._regions.tell(after, self._view.name)
        self._make_miniature()
        if bool(before) != bool(after):
            return QRegion(self.rect())
        for place in before.keys() | after.keys():
            if before.get(place) != after.get(place):
                changed |= self._regions.reach(place)
        return changed

    def show_referred(self, arrows: Sequence[ReferredArrow]) -> None:
        """Show from where the pain of lit regions may come, over the whole figure; none while zoomed."""
        if tuple(arrows) != self._referred:
            self._referred = tuple(arrows)
            self.update()

    def zoom_to(self, region: str, side: str) -> None:
        """Show one region, or one part of a close-up, large. Nothing happens where the view does not show it."""
        if self._view.outline(region, side) is not None and self._camera.target != (region, side):
            self._fly_to((region, side))

    def zoom_out(self) -> None:
        """Show the whole figure again instead of a region. What only hands have enlarged stays."""
        if self._camera.target is not None:
            self._fly_to(None)

    def set_reduced_motion(self, is_reduced: bool) -> None:
        """Let zooming take no time."""
        self._camera.set_reduced_motion(is_reduced)

    def set_figure_theme(self, theme: FigureTheme) -> None:
        """Paint with other colours."""
        self._theme = theme
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.page))
        self.setPalette(palette)
        self._cards.set_theme(theme)
        self._forget_pictures()

    def set_labels(self, labels: Sequence[MuscleLabel]) -> None:
        """Name muscles of the zoomed region: at most five are shown, once the picture stands still."""
        self._labels = tuple(labels)[:MOST_LABELS]
        self._placed_labels = None
        self.update()

    def set_text_size(self, factor: float) -> None:
        """Set all words to a multiple of their size: 1 to 2, or more on a kiosk."""
        if factor != self._text_size:
            self._text_size = factor
            self._camera.set_text_size(factor)
            self._lay_out()

    def set_words(self, words: MapWords) -> None:
        """Set the words around the figure."""
        if words != self._words:
            self._words = words
            self._cards.set_words(words)
            if not self._camera.is_flying:  # else once it stands still
                self._lay_out()

    def paper_beside(self, top: float, bottom: float) -> tuple[float, float, float]:
        """Return where a whole figure leaves paper free: left and right edge of the body, and the lowest word.

        Args:
            top, bottom: the heights between which the edges are wanted, in stage pixels, as are all others.
        """
        self._take_stage()
        framing = self._camera.whole_framing()
        left, right = body_edges(self._view, framing.to_map(0, top)[1], framing.to_map(0, bottom)[1])
        words_map = sides_height(self._camera.figure)
        words = framing.to_stage(0, words_map)[1] + QFontMetricsF(self._fonts().font(1.0)).height()
        return framing.to_stage(left, 0)[0], framing.to_stage(right, 0)[0], words

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Put the keyboard on the region where it was last, or on the first one."""
        self._regions.take_focus(reason)

    def region_button(self, region: str, side: str) -> RegionButton | None:
        """Return the button of a region, or None if this view does not show it. For focus, not for words."""
        return self._regions.buttons.get((region, side))

    def shape(self, region: str, side: str) -> QPainterPath:
        """Return the border of a shown region as it lies on the stage."""
        return self._regions.path((region, side))

    # ------------------------------------------------------------------ views and framings

    def _show(self, view: View) -> None:
        self._view = view
        if not view.is_close_up:
            self._whole_figure = view
        self._camera.show(view)
        self.hands.forget()
        self._regions.show(view)
        self._regions.tell(dict(self._lit_places()), view.name)
        self._cards.raise_()
        self._forget_pictures()
        self._lay_out()

    def _fly_to(self, target: Place | None) -> None:
        self._labels = ()
        self._camera.fly_to(target, is_seen=self.isVisible())
        if self._camera.is_flying:
            self._cards.hide()

    @Slot()
    def _on_moved(self) -> None:
        self._regions.move_to(self._camera.framing)
        self._regions.hover(None)
        if self._camera.is_by_hand and not self._was_close:
            self._place_cards()  # the way back is there at once: nobody may be left before a picture of one knee
            self._make_miniature()
        self.update()

    @Slot()
    def _settle(self) -> None:
        self._lay_out()
        self._pictures.sharpen_soon()

    @Slot()
    def _on_sharpened(self) -> None:
        self.update()
        self.settled.emit()

    @Slot()
    def _on_whole_body(self) -> None:
        wants_more = self.is_zoomed or self._view.is_close_up
        if self._camera.is_by_hand:
            self._fly_to(self._camera.target if wants_more else None)
        if wants_more:
            self.whole_body_requested.emit()

    @Slot()
    def _ask_for_less(self) -> None:
        """Ask for the whole sheet or figure instead of one place."""
        (self.zoom_out_requested if self._view.is_close_up else self.whole_body_requested).emit()
        if self.is_zoomed and not self._camera.is_flying:
            self._settle()  # nobody followed the wish, so the place is shown where it belongs

    def _lay_out(self) -> None:
        """Put picture, buttons and words where they belong."""
        self._take_stage()
        self._camera.settle()
        self._placed_labels = None
        self._regions.lay_out(self._camera.framing)
        self._place_cards()
        self._make_miniature()
        self.update()

    def _take_stage(self) -> None:
        # Not left to resizeEvent: a widget that is not shown yet hears of its size only later.
        self._camera.set_stage(self.width(), self.height(), self.devicePixelRatioF())

    def _place_cards(self) -> None:
        self._cards.place(
            self._camera,
            has_way_back=self._has_way_back,
            fonts=self._fonts(),
            has_caption=bool(self._words.caption),
        )
        if self.is_close != self._was_close:
            self._was_close = self.is_close
            self.enlarged_by_hand.emit()

    @property
    def _has_way_back(self) -> bool:
        return self.is_close or self._view.is_close_up

    def _make_miniature(self) -> None:
        if self._has_way_back:
            whole = self._whole_figure
            self._cards.show_miniature(self._drawing, whole, self._theme, miniature_shapes(whole, self._lit))

    def _forget_pictures(self) -> None:
        self._pictures.forget_all()
        self._make_miniature()
        self.update()

    def _fonts(self) -> Fonts:
        return Fonts(self.font(), self._text_size)

    # ------------------------------------------------------------------ hands

    def can_be_pushed(self) -> bool:
        return self._camera.can_be_pushed

    def lets_hands_pass(self, child: QWidget) -> bool:
        return isinstance(child, RegionButton)

    @Slot(QPointF, QPointF)
    def _on_hand_touched(self, down: QPointF, up: QPointF) -> None:
        place = self._place_near(down)
        if place is not None and self._place_near(up) == place:
            self._regions.buttons[place].setFocus(Qt.FocusReason.MouseFocusReason)
            self._on_touched(*place)

    @Slot(str, str)
    def _on_touched(self, region: str, side: str) -> None:
        if self.is_moving:
            return
        whole = self._regions.buttons[region, side].outline.whole
        self.part_touched.emit(whole, side, "" if whole == region else region)
        self.region_touched.emit(whole, side)

    def _place_near(self, point: QPointF) -> Place | None:
        if self._camera.is_flying:
            return None
        if self.is_moving:
            self._camera.rest()  # whoever touches has seen where the wheel led
        return self._regions.at(point)

    @Slot(QPointF)
    def _on_finger_down(self, point: QPointF) -> None:
        place = self._place_near(point)
        if place is not None:
            self._regions.hover(place)
            self._show_tag(*place, point)

    @Slot()
    def _on_finger_gone(self) -> None:
        self._regions.hover(None)
        self._hide_tag()

    @Slot()
    def _hide_tag(self) -> None:
        self.update(self._tag_area)

    @Slot(str, str, QPointF)
    def _show_tag(self, region: str, side: str, point: QPointF) -> None:
        self.update(self._tag_area)
        name = self._regions.name((region, side))
        sides = placed_sides(self._view, self._camera, self._words, self._fonts().sides())
        taken = [one.box for one in sides]
        self._tag_area = name_tag_area(name, point, self.size(), self._fonts().names()[0], taken)
        self.update(self._tag_area)

    # ------------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enlarge by plus and minus; Esc first takes back what hands or these keys have enlarged."""
        if event.key() == Qt.Key.Key_Escape and self._camera.is_by_hand:
            self._fly_to(self._camera.target)
        elif event.key() in _ZOOM_KEYS:
            focused, middle = self._regions.focused, self.rect().center()
            if focused is not None:
                middle = self._regions.path(focused).boundingRect().center().toPoint()
            self._camera.move_by_hand(QPointF(middle), QPointF(middle), _ZOOM_KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @Slot(str, str)
    def _keep_in_sight(self, region: str, side: str) -> None:
        """Let the keyboard's ring be seen: the picture moves on, or the whole figure or sheet shows it."""
        button = self._regions.buttons[region, side]
        if self._camera.is_by_hand:
            self._camera.bring_into_sight(button.outline.box)
        elif not self.rect().intersects(button.geometry()):
            self._ask_for_less()

    # ------------------------------------------------------------------ painting

    def _lit_places(self) -> list[tuple[Place, LitPlace]]:
        """Return the lit places that this view shows, side by side."""
        return [((outline.region, outline.side), one) for outline, one in lit_outlines(self._view, self._lit)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(event.rect(), QColor(self._theme.page))
            scene = self._scene()
            paint_scene(painter, scene)
            if not self._camera.is_flying:
                paint_words(painter, scene, self._wording())
        finally:
            painter.end()  # a painter left open by an exception would take the process with it

    def _scene(self) -> Scene:
        camera = self._camera
        shot = Shot(
            self._view, self._theme, camera.framing, camera.whole_framing(), self.size(), self.devicePixelRatioF()
        )
        still = self._pictures.still(shot, is_moving=camera.is_moving)
        lit, path = self._lit_places(), self._regions.path
        hovered, focused = self._regions.hovered, self._regions.focused
        if hovered in {place for place, _ in lit}:
            hovered = None
        return Scene(
            self._view,
            self._theme,
            camera,
            still,
            [(path(place), one) for place, one in lit],
            path(hovered) if hovered else None,
            path(focused) if focused else None,
            self._referred,
        )

    def _wording(self) -> Wording:
        fonts, tag = self._fonts(), None
        if self._placed_labels is None:
            self._placed_labels = arrange_labels(
                self._labels, self._view, self._camera, self._cards.boxes(), fonts, self._text_size
            )
        if self._regions.hovered is not None:
            tag = self._regions.name(self._regions.hovered), self._tag_area
        return Wording(self._words, fonts, self._labels, self._placed_labels, tag)

    # ------------------------------------------------------------------ Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._placed_labels = None
            self._place_cards()

    def sizeHint(self) -> QSize:
        return QSize(604, 736)
