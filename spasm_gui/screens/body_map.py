"""The body that is touched.

One widget paints a ready picture of the shown view and lays outlines over it. For every region and side of
that view stands one real button, transparent and masked by its outline: it is hit test, keyboard stop and
accessible object in one, and it paints nothing. A press between the shapes goes to the nearest region within
a fingertip.

The map decides nothing. It reports what was touched and shows what it is told to: `show_view`, `show_lit`,
`zoom_to`, `set_labels`. Sides are always the patient's, and the picture is never mirrored, whatever the
direction of the language.
"""

import logging
from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QEasingCurve,
    QElapsedTimer,
    QEvent,
    QPointF,
    QRect,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.outlines import (
    FINGERTIP_MM,
    Direction,
    Outline,
    contains,
    neighbour,
    painter_path,
    region_at,
)
from spasm_gui.drawing.pictures import BodyDrawing, Layer, View
from spasm_gui.screens.body_map_buttons import CardButton, RegionButton
from spasm_gui.screens.body_map_framing import (
    Box,
    Framing,
    between,
    close_framing,
    is_one_sided,
    label_side,
    part_framing,
    sheet_framing,
    whole_framing,
)
from spasm_gui.screens.body_map_labels import PlacedLabel, label_width, place_labels
from spasm_gui.screens.body_map_paint import (
    LitShape,
    paint_focus,
    paint_hover,
    paint_lit,
    paint_miniature,
    paint_still,
)
from spasm_gui.screens.body_map_referred import paint_referred
from spasm_gui.screens.body_map_stills import Still, make_moving, make_still, map_path, needs_sharp
from spasm_gui.screens.body_map_values import (
    FigureTheme,
    LitPlace,
    MapWords,
    MuscleLabel,
    ReferredArrow,
    pain_band,
    theme_from_palette,
)
from spasm_gui.screens.body_map_words import (
    body_edges,
    label_sizes,
    name_tag_area,
    paint_caption,
    paint_labels,
    paint_name_tag,
    paint_sides,
    sides_height,
)

__all__ = ["BodyMap", "FigureTheme", "LitPlace", "MapWords", "MuscleLabel"]

_log = logging.getLogger(__name__)

ZOOM_MS = 320
MOST_LABELS = 5

_BASE_FONT_PX = 17.0
_SMALL = 0.88
_PIXELS_PER_MM = 96 / 25.4  # of the glass; what screens report about themselves is often wrong
_OUTLINE_MARGIN = 8  # stage pixels that a ring or an outline reaches beyond its region
_SHARPEST = 1.6  # how far the sharp picture may be enlarged
_TYPING_PAUSE_MS = 1000

Place = tuple[str, str]
"""A region and the patient's side."""


class BodyMap(QWidget):
    """The figure, its touchable regions, and the names beside them.

    Signals:
        region_touched: a person chose a region: its id, and the patient's side, `left` or `right`.
            Touching a lit region says so again; what that means is the visit's to decide.
        part_touched: goes before each `region_touched`: region, side, and the finer part of it that was touched on
            a close-up, or no text.
        view_changed: another view is shown; its name.
        whole_body_requested: a person wants to see the whole figure again.
        swap_side_requested: a person meant the same region of the other side.
        zoom_out_requested: the keyboard went to a part of a close-up that is not on the stage.
    """

    region_touched = Signal(str, str)
    part_touched = Signal(str, str, str)
    view_changed = Signal(str)
    whole_body_requested = Signal()
    swap_side_requested = Signal()
    zoom_out_requested = Signal()
    settled = Signal()
    """The picture stands still after `zoom_to` or `zoom_out`, sharp and ready to be touched."""

    def __init__(
        self,
        drawing: BodyDrawing,
        names: Mapping[Place, str],
        parent: QWidget | None = None,
    ) -> None:
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
        self.setMinimumSize(200, 300)
        self._drawing = drawing
        self._names = dict(names)
        self._theme = theme_from_palette(self.palette())
        self._view: View = drawing.view(drawing.views[0])
        self._whole_figure = self._view  # where the way back from a close-up leads
        self._words = MapWords(self.tr("Your left"), self.tr("Your right"), self.tr("Whole body"))
        self._text_size = 1.0
        self._lit: tuple[LitPlace, ...] = ()
        self._labels: tuple[MuscleLabel, ...] = ()
        self._referred: tuple[ReferredArrow, ...] = ()
        self._target: Place | None = None  # the region zoomed to
        self._hovered: Place | None = None
        self._focused: Place | None = None  # where the keyboard is, and shows it
        self._tag_area = QRect()
        self._pressed_place: Place | None = None
        self._typed = ""
        self._typing = QElapsedTimer()
        self._is_motion_reduced = False

        self._framing = Framing(1.0, 0.0, 0.0)
        self._start_framing = self._framing
        self._still: Still | None = None
        self._moving: Still | None = None
        self._paths_map: dict[Place, QPainterPath] = {}
        self._paths: dict[Place, QPainterPath] = {}
        self._buttons: dict[Place, RegionButton] = {}
        self._placed_labels: list[PlacedLabel] | None = None

        self._whole_body = CardButton("wholeBody", self)
        self._other_side = CardButton("otherSide", self)
        self._zoom = QVariantAnimation(self)
        self._zoom.setStartValue(0.0)
        self._zoom.setEndValue(1.0)
        self._zoom.setDuration(ZOOM_MS)
        self._zoom.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._sharpening = QTimer(self)  # of no duration: as soon as the first picture is on the screen
        self._sharpening.setSingleShot(True)
        self._connect_parts()
        self.set_figure_theme(self._theme)
        self._show(self._view)
        self.set_words(self._words)

    def _connect_parts(self) -> None:
        self._zoom.valueChanged.connect(self._on_zoom_moved)
        self._zoom.finished.connect(self._settle)
        self._sharpening.timeout.connect(self._sharpen)
        self._whole_body.clicked.connect(self.whole_body_requested)
        self._other_side.clicked.connect(self.swap_side_requested)

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
        return self._target is not None

    @property
    def is_moving(self) -> bool:
        """Whether the picture is on its way; it cannot be touched meanwhile."""
        return self._zoom.state() != QVariantAnimation.State.Stopped

    def show_view(self, view: str) -> None:
        """Show another view, the whole of it.

        Raises:
            DrawingError: its picture is damaged; the shown view stays.
        """
        if view == self._view.name:
            return
        chosen = self._drawing.view(view)
        for layer in Layer:
            self._drawing.whole_picture(chosen, layer)
        self._zoom.stop()
        self._target = None
        self._labels = ()
        self._show(chosen)
        self.view_changed.emit(view)

    def show_lit(self, places: Sequence[LitPlace]) -> None:
        """Show these regions as touched, and no others. What this view does not show is passed over."""
        lit = tuple(places)
        if lit == self._lit:
            return
        before = dict(self._lit_buttons())
        self._lit = lit
        after = dict(self._lit_buttons())
        for place, button in self._buttons.items():
            button.show_lit(place in after)
        self._make_miniature()
        if bool(before) != bool(after):
            self.update()
            return
        for place in before.keys() | after.keys():
            if before.get(place) != after.get(place):
                self._update_region(place)

    def show_referred(self, arrows: Sequence[ReferredArrow]) -> None:
        """Show from where the pain of lit regions may come, over the whole figure; none while zoomed."""
        if tuple(arrows) != self._referred:
            self._referred = tuple(arrows)
            self.update()

    def zoom_to(self, region: str, side: str) -> None:
        """Show one region, or one part of a close-up, large. Nothing happens where the view does not show it."""
        if self._view.outline(region, side) is None or self._target == (region, side):
            return
        self._target = (region, side)
        self._labels = ()
        self._move()

    def zoom_out(self) -> None:
        """Show the whole figure again."""
        if self._target is None:
            return
        self._target = None
        self._labels = ()
        self._move()

    def set_reduced_motion(self, is_reduced: bool) -> None:
        """Let zooming take no time."""
        self._is_motion_reduced = is_reduced
        if is_reduced and self.is_moving:
            self._zoom.stop()
            self._settle()

    def set_figure_theme(self, theme: FigureTheme) -> None:
        """Paint with other colours."""
        self._theme = theme
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.page))
        self.setPalette(palette)
        for button in (self._whole_body, self._other_side):
            button.set_theme(theme)
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
            self._lay_out()

    def set_words(self, words: MapWords) -> None:
        """Set the words around the figure."""
        self._words = words
        self._whole_body.show_text(words.whole_body)
        self._other_side.show_text(words.other_side)
        self._lay_out()

    def paper_beside(self, top: float, bottom: float) -> tuple[float, float, float]:
        """Return where a whole figure leaves paper free: left and right edge of the body, and the lowest word.

        Args:
            top, bottom: the heights between which the edges are wanted, in stage pixels, as are all others.
        """
        framing, figure = self._whole_framing(), self._figure()
        left, right = body_edges(self._view, framing.to_map(0, top)[1], framing.to_map(0, bottom)[1])
        words = framing.to_stage(0, sides_height(figure))[1] + QFontMetricsF(self._font(1.0)).height()
        return framing.to_stage(left, 0)[0], framing.to_stage(right, 0)[0], words

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Put the keyboard on the region where it was last, or on the first one."""
        for button in self._buttons.values():
            if button.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                button.setFocus(reason)

    def region_button(self, region: str, side: str) -> RegionButton | None:
        """Return the button of a region, or None if this view does not show it. For focus, not for words."""
        return self._buttons.get((region, side))

    # ------------------------------------------------------------------ views and framings

    def _show(self, view: View) -> None:
        self._view = view
        if not view.is_close_up:
            self._whole_figure = view
        self._hovered = self._focused = None
        for button in self._buttons.values():
            button.blockSignals(True)  # losing the focus now would be told to a view that is gone
            button.hide()
            button.setParent(None)
            button.deleteLater()
        known = self._names.keys()
        named = [one for one in view.outlines if {(one.region, one.side), (one.whole, one.side)} <= known]
        self._paths_map = {(one.region, one.side): painter_path(one) for one in view.outlines}
        self._buttons = {(one.region, one.side): self._new_button(one) for one in named}
        if self._buttons:
            self._make_tab_stop(next(iter(self._buttons.values())))
        lit = dict(self._lit_buttons())
        for place, button in self._buttons.items():
            button.show_lit(place in lit)
        self._whole_body.raise_()
        self._other_side.raise_()
        self._forget_pictures()
        self._lay_out()

    def _new_button(self, outline: Outline) -> RegionButton:
        button = RegionButton(outline, self._names[outline.region, outline.side], self)
        button.touched.connect(self._on_touched)
        button.arrow_pressed.connect(self._on_arrow_pressed)
        button.letter_typed.connect(self._on_letter_typed)
        button.pointed_at.connect(self._on_pointed_at)
        button.pointer_left.connect(self._on_pointer_left)
        button.focus_gained.connect(self._on_focus_gained)
        button.focus_lost.connect(self._on_focus_lost)
        button.show()
        return button

    def _figure(self, view: View | None = None) -> Box:
        """Return the box around the body on the sheet; of the shown view if no other is asked for."""
        boxes = [one.box for one in (view or self._view).outlines]
        x, y = min(box[0] for box in boxes), min(box[1] for box in boxes)
        return (
            x,
            y,
            max(box[0] + box[2] for box in boxes) - x,
            max(box[1] + box[3] for box in boxes) - y,
        )

    def _target_outline(self) -> Outline | None:
        return self._view.outline(*self._target) if self._target else None

    def _is_one_sided(self) -> bool:
        return is_one_sided(self._stage(), self._text_size)

    def _stage(self) -> tuple[float, float]:
        return float(self.width()), float(self.height())

    def _end_framing(self) -> Framing:
        """Return where the picture belongs once it stands still."""
        outline = self._target_outline()
        if outline is None:
            framing = self._whole_framing()
        else:
            most = self._view.sharp[-1].scale * _SHARPEST / self.devicePixelRatioF()
            framed = part_framing if self._view.is_close_up else close_framing
            framing = framed(outline.box, self._figure(), self._stage(), self._text_size, most)
        # On whole pixels, so that outlines and picture agree.
        return Framing(framing.scale, round(framing.offset_x), round(framing.offset_y))

    def _whole_framing(self) -> Framing:
        if self._view.is_close_up:
            return sheet_framing(self._figure(), self._stage(), self._text_size)
        return whole_framing(self._figure(), self._stage())

    def _move(self) -> None:
        if self._is_motion_reduced or not self.isVisible():
            self._settle()
            return
        self._start_framing = self._framing
        self._still = None
        self._sharpening.stop()
        self._whole_body.hide()
        self._other_side.hide()
        self._zoom.stop()
        self._zoom.start()

    @Slot(object)
    def _on_zoom_moved(self, share: float) -> None:
        self._framing = between(self._start_framing, self._end_framing(), self._stage(), share)
        self._paths.clear()
        self.update()

    @Slot()
    def _settle(self) -> None:
        self._lay_out()
        self._sharpening.start()

    def _lay_out(self) -> None:
        """Put picture, buttons and words where they belong."""
        self._framing = self._end_framing()
        self._still = None
        self._placed_labels = None
        self._paths.clear()
        stage = QRect(0, 0, self.width(), self.height())
        for place, button in self._buttons.items():
            polygon = self._path(place).toFillPolygon().toPolygon()
            box = polygon.boundingRect().intersected(stage)
            if box.isEmpty():
                box = polygon.boundingRect()  # off the stage; arrows and readers still get there
            box = box.adjusted(0, 0, 1, 1)
            button.setGeometry(box)
            button.setMask(QRegion(polygon.translated(-box.topLeft())))
        self._place_cards()
        self._make_miniature()
        self.update()

    def _place_cards(self) -> None:
        self._whole_body.setVisible(self._has_way_back)
        self._other_side.setVisible(self.is_zoomed and bool(self._words.other_side))
        bold = self._font(1.0 if self._text_size < 1.3 else _SMALL, is_bold=True)
        small = self._font(_SMALL)
        self._whole_body.setFont(small)
        self._other_side.setFont(bold)
        metrics = QFontMetricsF(small)
        words = metrics.boundingRect(self._words.whole_body)
        size = QSize(round(max(104.0, words.width() + 32)), round(136 + metrics.height() + 20))
        height = round(max(48.0, QFontMetricsF(bold).height() + 26)) + 8
        width = round(QFontMetricsF(bold).horizontalAdvance(self._words.other_side) + 76)
        left, right = 16, self.width() - 16
        bottom = self.height() - 16
        outline = self._target_outline()
        if outline and self._is_one_sided():
            # Names, small figure and button share the side where the paper is.
            at_left = label_side(outline.box, self._figure()) == "left"
            self._whole_body.setGeometry(left if at_left else right - size.width(), 12, *size.toTuple())
            self._other_side.setGeometry(left if at_left else right - width, bottom - height, width, height)
        else:
            self._whole_body.setGeometry(left, bottom - size.height(), *size.toTuple())
            caption = self._caption_height()
            self._other_side.setGeometry(right - width, bottom - height - caption, width, height)

    def _caption_height(self) -> int:
        return round(QFontMetricsF(self._font(_SMALL)).height() + 12) if self._words.caption else 0

    @property
    def _has_way_back(self) -> bool:
        return self.is_zoomed or self._view.is_close_up

    def _make_miniature(self) -> None:
        if not self._has_way_back:
            return
        view = self._whole_figure
        shapes = [LitShape(painter_path(outline), one.chosen, None) for outline, one in _lit_outlines(view, self._lit)]
        size = QSize(self._whole_body.width() - 24, 132)
        self._whole_body.picture = paint_miniature(
            self._drawing, view, self._theme, self._figure(view), shapes, size, self.devicePixelRatioF()
        )
        self._whole_body.update()

    def _forget_pictures(self) -> None:
        self._still = self._moving = None
        self._make_miniature()
        self.update()

    # ------------------------------------------------------------------ touch, pointer, keys

    @Slot(str, str)
    def _on_touched(self, region: str, side: str) -> None:
        if not self.is_moving:
            whole = self._buttons[region, side].outline.whole
            self.part_touched.emit(whole, side, "" if whole == region else region)
            self.region_touched.emit(whole, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which region a press between the shapes is meant for; it acts on release."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_place = self._place_near(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed_place = self._pressed_place, None
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return
        if self._place_near(event.position()) == pressed:
            self._on_touched(*pressed)

    def _place_near(self, point: QPointF) -> Place | None:
        if self.is_moving:
            return None
        point_map = self._framing.to_map(point.x(), point.y())
        reach_map = FINGERTIP_MM * _PIXELS_PER_MM / self._framing.scale
        outlines = [button.outline for button in self._buttons.values()]
        outline = region_at(point_map, outlines, reach_map)
        return (outline.region, outline.side) if outline else None

    @Slot(str, str, QPointF)
    def _on_pointed_at(self, region: str, side: str, point: QPointF) -> None:
        self._hover((region, side))
        self._move_name_tag((region, side), point)

    @Slot(str, str)
    def _on_pointer_left(self, region: str, side: str) -> None:
        if self._hovered == (region, side):
            self._hover(None)
            self._move_name_tag(None, QPointF())

    def _hover(self, place: Place | None) -> None:
        if place == self._hovered:
            return
        before, self._hovered = self._hovered, place
        for one in (before, place):
            if one is not None:
                self._update_region(one)

    @Slot(str, str, Direction)
    def _on_arrow_pressed(self, region: str, side: str, direction: Direction) -> None:
        outlines = [button.outline for button in self._buttons.values()]
        found = neighbour(self._buttons[region, side].outline, direction, outlines)
        if found is not None:
            self._focus((found.region, found.side))

    @Slot(str, str, str)
    def _on_letter_typed(self, region: str, side: str, letter: str) -> None:
        """Go to the next region with a word that begins with what was typed."""
        if not self._typing.isValid() or self._typing.elapsed() > _TYPING_PAUSE_MS:
            self._typed = ""
        self._typing.start()
        self._typed += letter.casefold()
        places = list(self._buttons)
        # One letter typed again goes on to the next name; more letters first look at the same one.
        is_one_letter = len(set(self._typed)) == 1
        wanted = self._typed[0] if is_one_letter else self._typed
        first = places.index((region, side)) + (1 if is_one_letter else 0)
        for place in places[first:] + places[:first]:
            if any(word.startswith(wanted) for word in self._names[place].casefold().split()):
                self._focus(place)
                return

    def _focus(self, place: Place) -> None:
        button = self._buttons[place]
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.rect().intersects(button.geometry()):
            # The ring must be seen, and the whole figure or sheet shows it.
            (self.zoom_out_requested if self._view.is_close_up else self.whole_body_requested).emit()

    @Slot(str, str, bool)
    def _on_focus_gained(self, region: str, side: str, is_by_key: bool) -> None:
        self._make_tab_stop(self._buttons[region, side])
        self._focused = (region, side) if is_by_key else None
        self._update_region((region, side))

    @Slot(str, str)
    def _on_focus_lost(self, region: str, side: str) -> None:
        if self._focused == (region, side):
            self._focused = None
            self._update_region((region, side))

    def _make_tab_stop(self, button: RegionButton) -> None:
        """Let Tab stop once in the figure, at the region last visited; arrows do the rest."""
        for one in self._buttons.values():
            is_stop = one is button
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    # ------------------------------------------------------------------ painting

    def _path(self, place: Place) -> QPainterPath:
        if place not in self._paths:
            self._paths[place] = map_path(self._framing, self._paths_map[place])
        return self._paths[place]

    def _lit_buttons(self) -> list[tuple[Place, LitPlace]]:
        """Return the lit places that this view shows, side by side."""
        return [((outline.region, outline.side), one) for outline, one in _lit_outlines(self._view, self._lit)]

    def _update_region(self, place: Place) -> None:
        box = self._path(place).boundingRect().toAlignedRect()
        self.update(box.adjusted(-_OUTLINE_MARGIN, -_OUTLINE_MARGIN, _OUTLINE_MARGIN, _OUTLINE_MARGIN))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(event.rect(), QColor(self._theme.page))
            self._paint_figure(painter, self._picture())
            if not self.is_moving:
                self._paint_words(painter)
        finally:
            painter.end()  # a painter left open by an exception would take the process with it

    def _picture(self) -> Still:
        """Return what to lay on the stage: what is quickly made now, and what is sharp a moment later."""
        if self._still is None and not self.is_moving:
            if needs_sharp(self._view, self._framing, self.devicePixelRatioF()):
                self._sharpening.start()
            else:
                self._make_still()
        if self._still is not None:
            return self._still
        if self._moving is None:
            self._moving = make_moving(self._drawing, self._view, self._theme, self._whole_framing())
        return self._moving

    def _make_still(self) -> None:
        ratio = self.devicePixelRatioF()
        try:
            self._still = make_still(self._drawing, self._view, self._theme, self._framing, self.size(), ratio)
        except DrawingError as error:
            _log.warning("%s", error)
            self._still = make_moving(self._drawing, self._view, self._theme, self._framing)

    @Slot()
    def _sharpen(self) -> None:
        """Replace the enlarged picture by a sharp one, after the first is on the screen."""
        if self._still is None:
            self._make_still()
            self.update()
        self.settled.emit()

    def _paint_figure(self, painter: QPainter, still: Still) -> None:
        lit = self._lit_buttons()
        paint_still(painter, still, self._framing, is_stepped_back=bool(lit))
        pens = 1.0 if self.is_zoomed else 0.8
        shapes = [LitShape(self._path(place), one.chosen, pain_band(one.strength)) for place, one in lit]
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if shapes:
            paint_lit(painter, shapes, still, self._framing, self._theme, pens)
        if self.is_moving:
            return
        if self._referred and not self.is_zoomed:
            paint_referred(painter, self._referred, self._view, self._framing, self._theme)
        lit_places = {place for place, _ in lit}
        if self._hovered is not None and self._hovered not in lit_places:
            paint_hover(painter, self._path(self._hovered), still, self._framing, self._theme)
        if self._focused is not None:
            paint_focus(painter, self._path(self._focused), self._theme)

    def _font(self, factor: float, is_bold: bool = False, is_italic: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(1, round(_BASE_FONT_PX * self._text_size * factor)))
        font.setBold(is_bold)
        font.setItalic(is_italic)
        return font

    def _paint_words(self, painter: QPainter) -> None:
        side_words = {"left": self._words.your_left, "right": self._words.your_right}
        if not self.is_zoomed:
            bold = self._font(1.0, is_bold=True)
            corner = self._words.corner
            paint_sides(painter, self._view, self._figure(), self._framing, side_words, self._theme, bold, corner)
        else:
            if self._labels:
                self._paint_labels(painter)
            if self._words.caption and not self._is_one_sided():
                caption = self._font(_SMALL, is_italic=True)
                paint_caption(painter, self._words.caption, self.rect(), self._theme, caption)
        if self._hovered is not None:
            bold = self._font(_SMALL, is_bold=True)
            paint_name_tag(painter, self._names[self._hovered], self._tag_area, self._theme, bold)

    def _paint_labels(self, painter: QPainter) -> None:
        bold, italic = self._font(_SMALL, is_bold=True), self._font(_SMALL, is_italic=True)
        if self._placed_labels is None:
            self._placed_labels = self._place_labels(bold, italic)
        points = [self._framing.to_stage(*label.point_map) for label in self._labels]
        paint_labels(painter, self._labels, self._placed_labels, points, self._theme, bold, italic)

    def _place_labels(self, bold: QFont, italic: QFont) -> list[PlacedLabel]:
        outline = self._target_outline()
        if outline is None:
            return []
        one_side = label_side(outline.box, self._figure()) if self._is_one_sided() else None
        cards = [card for card in (self._whole_body, self._other_side) if card.isVisibleTo(self)]
        region = self._framing.box_to_stage(outline.box)
        width = label_width(region, self._stage(), self._text_size, one_side)
        points = [self._framing.to_stage(*label.point_map) for label in self._labels]
        boxes = [(card.x(), card.y(), card.width(), card.height()) for card in cards]
        placed: list[PlacedLabel] = []
        for share in (1.0, 0.65):  # broken into more lines, a name may find paper beside the drawing
            sizes = label_sizes(self._labels, bold, italic, width * share)
            trial = place_labels(sizes, points, region, self._stage(), boxes, one_side, self._is_figure_in)
            if not placed or _over_figure(trial) < _over_figure(placed):
                placed = trial
        return placed

    def _is_figure_in(self, box: Box) -> bool:
        """Tell whether any of the drawing lies in a box of the stage."""
        x, y, width, height = box
        points = [
            self._framing.to_map(x + width * across / 6, y + height * down / 3)
            for across in range(7)
            for down in range(4)
        ]
        return any(contains(one, point) for one in self._view.outlines for point in points)

    def _move_name_tag(self, place: Place | None, point: QPointF) -> None:
        """Name the region under the pointer, beside the pointer."""
        self.update(self._tag_area)
        if place is not None:
            bold = self._font(_SMALL, is_bold=True)
            self._tag_area = name_tag_area(self._names[place], point, self.size(), bold)
            self.update(self._tag_area)

    # ------------------------------------------------------------------ Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._zoom.stop()
        self._moving = None
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._placed_labels = None
            self._place_cards()

    def sizeHint(self) -> QSize:
        return QSize(604, 736)


def _lit_outlines(view: View, lit: Sequence[LitPlace]) -> list[tuple[Outline, LitPlace]]:
    """Return what a view shows of the lit places: of a part that was touched, that part alone."""
    shown: list[tuple[Outline, LitPlace]] = []
    for one in lit:
        for side in ("left", "right") if one.side == "both" else (one.side,):
            part = view.outline(one.part, side) if one.part else None
            is_here = part is not None and part.whole == one.region
            outlines = (part,) if part is not None and is_here else view.parts(one.region, side)
            shown.extend((outline, one) for outline in outlines)
    return shown


def _over_figure(labels: Sequence[PlacedLabel]) -> int:
    return sum(label.is_over_figure for label in labels)
