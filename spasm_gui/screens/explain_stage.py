"""The figure of the explain view and of a cause: lit places, rings, arrows, names of muscles, and the pen.

It is told everything it shows in one `Shown` and reports touches. Marks lie in map units, so they stay on the body.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.outlines import Outline, painter_path, region_at
from spasm_gui.drawing.pictures import BodyDrawing, View
from spasm_gui.knowledge.mark import Mark, thinned
from spasm_gui.knowledge.movement import LinkId
from spasm_gui.knowledge.region import Muscle, Place, RegionId, Side
from spasm_gui.screens.body_map_framing import Box, Framing
from spasm_gui.screens.body_map_paint import LitShape, paint_lit, paint_still
from spasm_gui.screens.body_map_referred import paint_referred
from spasm_gui.screens.body_map_stills import Still, make_still, map_path
from spasm_gui.screens.body_map_values import ReferredArrow
from spasm_gui.screens.body_map_words import is_figure_in
from spasm_gui.screens.explain_names import MuscleName, place_names
from spasm_gui.screens.explain_paint import paint_leader, paint_marks, paint_rings, paint_spot_pictures
from spasm_gui.screens.spot_points import SpotRing
from spasm_gui.screens.theme import Theme

_log = logging.getLogger(__name__)

Tool = Literal["touch", "pen", "eraser"]

_MARGIN = 14.0
_NAME_PX = 176.0  # the width of a column of names, at normal text size
_NAMES_FROM = 28.0  # heights of text; on a narrower stage they would leave no room for the figure
_NAMES_SHARE = 0.3  # of the stage, at most
_CLOSER = 1.22  # what of the surroundings is seen beside a zoomed place
_LEAST_MM = 150.0
_MUSCLES_SEEN = 0.88
_FAR_APART = 3.0  # widths of one of two places
_PEN_STEP_PX = 2.0
_ERASER_PX = 22.0
_REACH_PX = 14.0


@dataclass(frozen=True, slots=True)
class Shown:
    """What the stage shows.

    Attributes:
        view: its name. Places, rings and arrows that it does not have are passed over.
        rings: of the spots that a cause disturbs; those of the link `lit` are thicker.
        names: muscles to be named, the more important first, each with the place it is named for.
        is_close: the places and rings fill the stage, instead of the whole figure.
        side_words: "Your left" and "Your right", beside a whole figure.
    """

    view: str
    places: tuple[Place, ...] = ()
    rings: tuple[SpotRing, ...] = ()
    lit: LinkId | None = None
    arrows: tuple[ReferredArrow, ...] = ()
    names: tuple[tuple[Muscle, Place], ...] = ()
    is_close: bool = False
    side_words: tuple[str, str] = ("", "")


class ExplainStage(QWidget):
    """A figure to explain on.

    Signals:
        place_touched: a person touched a place, not a name. Carries the Place.
        muscle_touched: a person touched the name of a muscle. Carries its id, or no text if it was chosen already.
        mark_drawn: the pen was lifted. Carries the Mark.
        mark_erased: the eraser touched a mark. Carries it.
    """

    place_touched = Signal(object)
    muscle_touched = Signal(str)
    mark_drawn = Signal(object)
    mark_erased = Signal(object)

    def __init__(
        self, drawing: BodyDrawing, theme: Theme, *, is_touched: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # Set outright, since Qt hands the direction of the language down: the picture is never mirrored.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setObjectName("explainStage")
        self.setMinimumSize(150, 150)
        self._drawing, self._theme, self._is_touched = drawing, theme, is_touched
        # Whoever explains wants the muscles seen, also where nothing was chosen yet.
        self._look = replace(theme.figure, muscle_opacity_idle=_MUSCLES_SEEN) if is_touched else theme.figure
        self._shown = Shown(drawing.views[0])
        self._view: View = drawing.view(self._shown.view)
        self._framing = Framing(1.0, 0.0, 0.0)
        self._still: Still | None = None
        self._marks: tuple[Mark, ...] = ()
        self._stroke: list[tuple[float, float]] = []
        self._names: list[tuple[MuscleName, tuple[float, float]]] = []
        self._tool: Tool = "touch"
        self._pressed: QPointF | None = None

    # ------------------------------------------------------------------ what it shows

    @property
    def shown(self) -> Shown:
        """What it was told to show."""
        return self._shown

    @property
    def tool(self) -> Tool:
        """What a press does: touch a place, draw, or erase."""
        return self._tool

    @property
    def framing(self) -> Framing:
        """Where the figure lies, from map units to pixels of this widget."""
        return self._framing

    @property
    def names(self) -> tuple[MuscleName, ...]:
        """The names that found room."""
        return tuple(name for name, _ in self._names if not name.isHidden())

    @property
    def unnamed(self) -> tuple[Muscle, ...]:
        """The muscles whose names found no room beside the figure."""
        return tuple(name.muscle for name, _ in self._names if name.isHidden())

    def show_all(self, shown: Shown) -> None:
        """Show this. What is the same as before costs nothing."""
        if shown == self._shown and self._still is not None:
            return
        before, self._shown = self._shown, shown
        if (shown.view, shown.places, shown.rings, shown.arrows, shown.is_close, shown.names) != (
            before.view,
            before.places,
            before.rings,
            before.arrows,
            before.is_close,
            before.names,
        ):
            self._view = self._drawing.view(shown.view)
            self._make_names()
            self._frame()
        self.update()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show these strokes, as far as they belong to the view."""
        self._marks = tuple(marks)
        self.update()

    def choose_muscle(self, muscle: str) -> None:
        """Light the name of a muscle, and no other."""
        for name, _ in self._names:
            name.setChecked(name.muscle.id == muscle)
        self.update()

    def use_tool(self, tool: Tool) -> None:
        """Let a press touch, draw or erase."""
        self._tool = tool
        shapes = {"touch": Qt.CursorShape.ArrowCursor, "pen": Qt.CursorShape.CrossCursor}
        self.setCursor(shapes.get(tool, Qt.CursorShape.PointingHandCursor))
        for name, _ in self._names:
            name.setEnabled(tool == "touch")

    def point_of(self, muscle: str) -> tuple[float, float] | None:
        """Return where the line from the name of a muscle ends, in map units, or None if it is not named."""
        return next((point for name, point in self._names if name.muscle.id == muscle), None)

    def outline_of(self, place: Place) -> Outline | None:
        """Return the largest shape that this view has of a place."""
        shapes = self._view.parts(place.region, place.side.value) if place.side is not None else ()
        return max(shapes, key=lambda one: one.radius, default=None)

    # ------------------------------------------------------------------ names and framing

    def _make_names(self) -> None:
        for name, _ in self._names:
            name.hide()
            name.setParent(None)
            name.deleteLater()
        self._names = []
        for muscle, place in self._shown.names:
            point = self._muscle_point(muscle, place)
            if point is None:
                continue
            name = MuscleName(muscle, self._theme, self)
            name.setEnabled(self._tool == "touch")
            name.clicked.connect(lambda checked=False, key=muscle.id: self.muscle_touched.emit(key if checked else ""))
            self._names.append((name, point))

    def _muscle_point(self, muscle: Muscle, place: Place) -> tuple[float, float] | None:
        if muscle.shape is None or place.side is None:
            return None
        side = place.side.value
        return self._view.muscle_centre(muscle.shape, side, place.region) or self._view.muscle_centre(
            muscle.shape, side
        )

    def _frame(self) -> None:
        self._still = None
        width, height = float(self.width()), float(self.height())
        has_room = bool(self._names) and width >= _NAMES_FROM * self._theme.base_px
        column = min(_NAME_PX * self._theme.base_px / 17, width * _NAMES_SHARE) if has_room else 0.0
        box = self._focus_box()
        words = self._words_height()
        middle_x, middle_y = box[0] + box[2] / 2, box[1] + box[3] / 2
        lefts, rights = (any((point[0] < middle_x) is left for _, point in self._names) for left in (True, False))
        if lefts != rights and len(self._names) * self._theme.target("minimum") * 1.5 > height - words:
            lefts = rights = True  # more names than one column holds
        left, right = column * lefts, column * rights
        free_width, free_height = width - left - right - 2 * _MARGIN, height - words - 2 * _MARGIN
        scale = max(0.02, min(free_width / box[2], free_height / box[3]))
        across = left + (width - left - right) / 2
        middle = words + (height - words) / 2
        self._framing = Framing(scale, across - middle_x * scale, middle - middle_y * scale)
        points = [self._framing.to_stage(*point) for _, point in self._names]
        sizes = [name.size_within(column or width) for name, _ in self._names]
        sides = tuple(is_left for is_left, wide in ((True, left), (False, right)) if wide)
        tries = [
            place_names(sizes, points, (width, height), one, middle=across, top=4.0 + words, bottom=height - 4.0)
            for one in (sides, *((side,) for side in sides if len(sides) > 1))  # the other leg may stand on one side
        ]
        placed = min(tries, key=self._spoilt) if tries else []
        for (name, _), found in zip(self._names, placed, strict=True):
            if found is None or found[0][2] > column:  # no room left, or a word too long to be broken
                name.hide()
                continue
            (x, y, wide, high), name.is_left = found
            name.setGeometry(round(x), round(y), round(wide), round(high))
            name.show()

    def _spoilt(self, placed: Sequence[tuple[Box, bool] | None]) -> tuple[int, int]:
        """How many names find no room, and how many would hide a part of the body."""
        boxes = [one[0] for one in placed if one is not None]
        framing = self._framing
        return len(placed) - len(boxes), sum(is_figure_in(box, self._view, framing) for box in boxes)

    def _focus_box(self) -> Box:
        """Return what is to be seen: the whole figure, or places and spots with some of what lies round them."""
        shown, view = self._shown, self._view
        boxes = [one.box for place in shown.places for one in self._parts(place)] if shown.is_close else []
        if boxes and not view.is_close_up:
            points = [ring.point_map for ring in shown.rings] + [arrow.from_point_map for arrow in shown.arrows]
            if _round_all(boxes)[2] > _FAR_APART * boxes[0][2]:
                boxes = boxes[:1]  # two hands, say: one shows more, and the other is the same
                points = [one for one in points if _is_near(one, boxes[0])]
            boxes += [(x, y, 0.0, 0.0) for x, y in points]
            left, top, width, height = _round_all(boxes)
            wide, high = max(_LEAST_MM, width * _CLOSER), max(_LEAST_MM, height * _CLOSER)
            return left + width / 2 - wide / 2, top + height / 2 - high / 2, wide, high
        if view.is_close_up:
            return view.canvas
        return _round_all([one.box for one in view.outlines])

    def _parts(self, place: Place) -> tuple[Outline, ...]:
        return self._view.parts(place.region, place.side.value) if place.side is not None else ()

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(event.rect(), QColor(self._theme.figure.page))
            self._paint(painter)
        finally:
            painter.end()  # a painter left open by an exception would take the process with it

    def _paint(self, painter: QPainter) -> None:
        theme, shown, framing = self._look, self._shown, self._framing
        shapes = [
            LitShape(map_path(framing, painter_path(one)), True, None)
            for place in shown.places
            for one in self._parts(place)
        ]
        if self._still is None:
            try:
                ratio = self.devicePixelRatioF()
                self._still = make_still(self._drawing, self._view, theme, framing, self.size(), ratio)
            except DrawingError as error:
                _log.warning("%s", error)
                return
        paint_still(painter, self._still, framing, is_stepped_back=bool(shapes))
        if shapes:
            paint_lit(painter, shapes, self._still, framing, theme)
        paint_spot_pictures(painter, shown.rings, self._view, framing)
        self._paint_side_words(painter)
        paint_referred(painter, shown.arrows, self._view, framing, theme)
        self._paint_leaders(painter)
        paint_rings(painter, shown.rings, framing, theme, shown.lit)
        paint_marks(painter, self._marks, self._view, framing, theme)
        if self._stroke:
            paint_marks(painter, [Mark(self._view.name, tuple(self._stroke))], self._view, framing, theme)

    def _paint_leaders(self, painter: QPainter) -> None:
        for name, point in self._names:
            if name.isHidden():
                continue
            x = name.x() + name.width() if name.is_left else name.x()
            start = QPointF(x, name.y() + name.height() / 2)
            is_lit = name.isChecked()
            paint_leader(painter, start, QPointF(*self._framing.to_stage(*point)), self._theme.figure, is_lit=is_lit)

    def _paint_side_words(self, painter: QPainter) -> None:
        """Say whose left and right it is, in the upper corners of a whole figure."""
        at_left = self._view.side_at_left()
        if not self._words_height():
            return
        left, right = self._shown.side_words
        painter.setFont(self._theme.font("small", bold=True))
        painter.setPen(self._theme.colour("ink"))
        corner = QRectF(8, 6, self.width() - 16, self._words_height())
        painter.drawText(corner, Qt.AlignmentFlag.AlignLeft, left if at_left == "left" else right)
        painter.drawText(corner, Qt.AlignmentFlag.AlignRight, right if at_left == "left" else left)

    def _words_height(self) -> float:
        """Return the room that the words about the sides take at the top."""
        is_whole = not self._shown.is_close and self._view.side_at_left() is not None
        return self._theme.base_px * 1.3 + 6 if is_whole and all(self._shown.side_words) else 0.0

    # ------------------------------------------------------------------ touch and pen

    def _map_point(self, point: QPointF) -> tuple[float, float]:
        return self._framing.to_map(point.x(), point.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._is_touched:
            return
        self._pressed = event.position()
        if self._tool == "pen":
            self._stroke = [self._map_point(event.position())]
            self.update()
        elif self._tool == "eraser":
            self._erase_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        if self._tool == "pen" and self._stroke:
            self._stroke.append(self._map_point(event.position()))
            self.update()
        elif self._tool == "eraser":
            self._erase_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return
        if self._tool == "pen" and self._stroke:
            line, self._stroke = self._stroke, []
            self.mark_drawn.emit(Mark(self._view.name, thinned(line, _PEN_STEP_PX / self._framing.scale)))
            self.update()
        elif self._tool == "touch" and (event.position() - pressed).manhattanLength() < _REACH_PX:
            outline = region_at(self._map_point(pressed), self._view.outlines, _REACH_PX / self._framing.scale)
            if outline is not None:
                self.place_touched.emit(Place(RegionId(outline.whole), Side(outline.side)))

    def _erase_at(self, point: QPointF) -> None:
        reach = _ERASER_PX / 2 / self._framing.scale
        where = self._map_point(point)
        found = [one for one in self._marks if one.view == self._view.name and one.distance(where) <= reach]
        if found:
            self.mark_erased.emit(min(found, key=lambda one: one.distance(where)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._frame()

    def sizeHint(self) -> QSize:
        return QSize(560, 640)


def _is_near(point: tuple[float, float], box: Box) -> bool:
    return abs(point[0] - box[0] - box[2] / 2) < box[2] and abs(point[1] - box[1] - box[3] / 2) < box[3]


def _round_all(boxes: Sequence[Box]) -> Box:
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
    return left, top, right - left, bottom - top
