"""One paint of the stage: the figure with its states, and the words over it."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPainterPath

from spasm_gui.drawing.outlines import Outline, painter_path
from spasm_gui.drawing.pictures import View
from spasm_gui.screens.body_map_camera import Camera
from spasm_gui.screens.body_map_labels import PlacedLabel
from spasm_gui.screens.body_map_paint import LitShape, paint_focus, paint_hover, paint_lit, paint_still
from spasm_gui.screens.body_map_referred import paint_referred
from spasm_gui.screens.body_map_sides import paint_sides, placed_sides
from spasm_gui.screens.body_map_stills import Still
from spasm_gui.screens.body_map_values import (
    FigureTheme,
    LitPlace,
    MapWords,
    MuscleLabel,
    ReferredArrow,
    pain_band,
)
from spasm_gui.screens.body_map_words import (
    Fonts,
    paint_caption,
    paint_labels,
    paint_name_tag,
)

_SMALL_FIGURE_PENS = 0.8


class Scene(msgspec.Struct, frozen=True):
    """The figure as it stands.

    Attributes:
        lit: shape on the stage and place, of each that is touched.
        hovered, focused: the shapes under the pointer and the keyboard; neither while it moves.
    """

    view: View
    theme: FigureTheme
    camera: Camera
    still: Still
    lit: Sequence[tuple[QPainterPath, LitPlace]]
    hovered: QPainterPath | None
    focused: QPainterPath | None
    referred: Sequence[ReferredArrow]


class Wording(msgspec.Struct, frozen=True):
    """The words over it.

    Attributes:
        labels, placed: muscles of the place that is shown large, and where their names stand.
        tag: the name of the region under the pointer, and where it stands.
    """

    words: MapWords
    fonts: Fonts
    labels: Sequence[MuscleLabel]
    placed: Sequence[PlacedLabel]
    tag: tuple[str, QRect] | None


def paint_scene(painter: QPainter, scene: Scene) -> None:
    """Paint the figure with everything that is lit, pointed at, or reached by key."""
    camera, theme = scene.camera, scene.theme
    paint_still(painter, scene.still, camera.framing, is_stepped_back=bool(scene.lit))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    shapes = [LitShape(path, one.chosen, pain_band(one.strength)) for path, one in scene.lit]
    if shapes:
        pens = 1.0 if camera.can_be_pushed else _SMALL_FIGURE_PENS
        paint_lit(painter, shapes, scene.still, camera.framing, theme, pens)
    if camera.is_moving:
        return
    if scene.referred and camera.target is None:
        paint_referred(painter, scene.referred, scene.view, camera.framing, theme)
    if scene.hovered is not None:
        paint_hover(painter, scene.hovered, scene.still, camera.framing, theme)
    if scene.focused is not None:
        paint_focus(painter, scene.focused, theme)


def paint_words(painter: QPainter, scene: Scene, wording: Wording) -> None:
    """Write whose left and right it is, the muscles of a large place, and what the pointer is on."""
    camera, theme, words, fonts = scene.camera, scene.theme, wording.words, wording.fonts
    stage = QRect(0, 0, round(camera.stage[0]), round(camera.stage[1]))
    sides = fonts.sides()
    paint_sides(painter, placed_sides(scene.view, camera, words, sides), theme, sides)
    if camera.target is not None and not camera.is_by_hand:
        if wording.placed:
            points = [camera.framing.to_stage(*label.point_map) for label in wording.labels]
            bold, italic = fonts.names()
            paint_labels(painter, wording.labels, wording.placed, points, theme, bold, italic)
        if words.caption and not camera.is_one_sided:
            paint_caption(painter, words.caption, stage, theme, fonts.names()[1])
    if wording.tag is not None:
        paint_name_tag(painter, *wording.tag, theme, fonts.names()[0])


def lit_outlines(view: View, lit: Sequence[LitPlace]) -> list[tuple[Outline, LitPlace]]:
    """Return what a view shows of the lit places: of a part that was touched, that part alone."""
    shown: list[tuple[Outline, LitPlace]] = []
    for one in lit:
        for side in ("left", "right") if one.side == "both" else (one.side,):
            part = view.outline(one.part, side) if one.part else None
            is_here = part is not None and part.whole == one.region
            outlines = (part,) if part is not None and is_here else view.parts(one.region, side)
            shown.extend((outline, one) for outline in outlines)
    return shown


def miniature_shapes(view: View, lit: Sequence[LitPlace]) -> list[LitShape]:
    """Return the lit places of a view in map units, for the small figure that leads back."""
    return [LitShape(painter_path(outline), one.chosen, None) for outline, one in lit_outlines(view, lit)]
