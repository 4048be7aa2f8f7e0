"""The small figure on the handout, with the touched places marked so that they are seen in grey too."""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.outlines import Outline, painter_path
from spasm_gui.drawing.pictures import BodyDrawing, View
from spasm_gui.knowledge.mark import Mark
from spasm_gui.knowledge.region import Place
from spasm_gui.screens.body_map_framing import Framing
from spasm_gui.screens.body_map_paint import LitShape, paint_lit, paint_still
from spasm_gui.screens.body_map_stills import make_still, map_path
from spasm_gui.screens.body_map_values import FigureTheme
from spasm_gui.screens.explain_paint import paint_marks

MOST_FIGURES = 2
_HEIGHT_PX = 1400  # some 86 mm of paper at 400 dots per inch
_MARGIN_MAP = 20.0
_PENS = 2.0  # thicker than on the screen, for the picture is printed small
_PEN = 3.0  # as thick beside them as a pen on paper
_BAND = 1  # of hatching, where nobody said how much it hurts


def marked_figures(
    drawing: BodyDrawing, places: Sequence[Place], marks: Sequence[Mark], theme: FigureTheme
) -> tuple[QImage, ...]:
    """Return as many figures as it takes to show every place and every mark of the pen; at most two.

    Places come first, on whole figures; a mark may need a close-up of its own. Without a place that has a shape, and
    without a mark, there is none; a drawing that cannot be read costs the picture, not the page.
    """
    places = [place for place in places if place.side is not None]
    on_paper = replace(theme, page="#ffffff", has_ground_shadow=False)
    try:
        views = _views(drawing, places)
        drawn_on = [name for name, _ in Counter(mark.view for mark in marks).most_common()]
        views += [drawing.view(name) for name in drawn_on if name in drawing.views]
        unique = tuple({view.name: view for view in views}.values())[:MOST_FIGURES]
        return tuple(_marked(drawing, view, places, marks, on_paper) for view in unique)
    except DrawingError:
        return ()


def _outlines(view: View, place: Place) -> tuple[Outline, ...]:
    return view.parts(place.region, place.side.value) if place.side is not None else ()


def _views(drawing: BodyDrawing, places: Sequence[Place]) -> list[View]:
    """Choose views: each next one shows most of the places that are left, and of two such the one that shows more."""
    whole = [view for view in (drawing.view(name) for name in drawing.views) if not view.is_close_up]
    left = list(places)
    chosen: list[View] = []
    while left and len(chosen) < MOST_FIGURES:
        worth = [
            (
                sum(bool(_outlines(view, place)) for place in left),
                sum(one.radius for place in left for one in _outlines(view, place)),
            )
            for view in whole
        ]
        best = whole[worth.index(max(worth))]
        if not max(worth)[0]:
            break
        chosen.append(best)
        left = [place for place in left if not _outlines(best, place)]
    return chosen


def _marked(
    drawing: BodyDrawing, view: View, places: Sequence[Place], marks: Sequence[Mark], theme: FigureTheme
) -> QImage:
    boxes = [one.box for one in view.outlines]
    left, top = min(box[0] for box in boxes) - _MARGIN_MAP, min(box[1] for box in boxes) - _MARGIN_MAP
    right = max(box[0] + box[2] for box in boxes) + _MARGIN_MAP
    bottom = max(box[1] + box[3] for box in boxes) + _MARGIN_MAP
    scale = _HEIGHT_PX / (bottom - top)
    framing = Framing(scale, -left * scale, -top * scale)
    size = QSize(round((right - left) * scale), _HEIGHT_PX)
    still = make_still(drawing, view, theme, framing, size, 1.0)
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(theme.page)
    shapes = [
        LitShape(map_path(framing, painter_path(outline)), True, _BAND)
        for place in places
        for outline in _outlines(view, place)
    ]
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    paint_still(painter, still, framing, is_stepped_back=False)
    paint_lit(painter, shapes, still, framing, theme, _PENS)
    painter.scale(_PEN, _PEN)
    paint_marks(painter, marks, view, Framing(scale / _PEN, -left * scale / _PEN, -top * scale / _PEN), theme)
    painter.end()
    return image
