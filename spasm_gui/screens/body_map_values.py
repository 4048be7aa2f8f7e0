"""What the body map is given to show: plain values, so that a test or a tour can make them in one line."""

from collections.abc import Mapping
from typing import Any

import msgspec
from PySide6.QtGui import QPalette


class LitPlace(msgspec.Struct, frozen=True):
    """A touched region.

    Attributes:
        side: the patient's: `left`, `right` or `both`.
        strength: the pain from 0 to 10, or None while nobody said.
        chosen: it is the one the panel speaks of; the others "also hurt" and get a dashed outline.
        part: the finer part that was touched on a close-up, such as `thumb`; lit alone where a view shows it.
    """

    region: str
    side: str
    strength: int | None = None
    chosen: bool = True
    part: str = ""


class MuscleLabel(msgspec.Struct, frozen=True):
    """A muscle's everyday and clinical name, and the point in map units that its line leads to."""

    name: str
    clinical: str
    point_map: tuple[float, float]


class ReferredArrow(msgspec.Struct, frozen=True):
    """Pain of a touched region that may come from elsewhere.

    Attributes:
        from_point_map: the origin, in map units of the shown view.
        side: the patient's.
        mark: what stands at the origin: `heart`, `spine`, or a dot without one.
    """

    from_point_map: tuple[float, float]
    to_region: str
    side: str
    mark: str = ""


class MapWords(msgspec.Struct, frozen=True):
    """The words around the figure, in the visitor's language.

    Attributes:
        other_side: such as "Right calf instead"; without it there is no such button.
        caption: a quiet line under a zoomed place, such as "Back view. Left and right are yours."
        corner: what a view of one side shows, such as "Your left hand".
    """

    your_left: str
    your_right: str
    whole_body: str
    other_side: str = ""
    caption: str = ""
    corner: str = ""


class FigureTheme(msgspec.Struct, frozen=True):
    """Colours (as #RRGGBB), pens and strengths of one theme, by the names of `tokens.toml`.

    Attributes:
        muscle_opacity_idle, muscle_opacity_beside_chosen: of the muscle picture over the skin.
        veil_beside_chosen, veil_always: how much of `veil` lies over the figure.
        outline_pens: widths of outer and inner outline in pixels; half of each lies under the fill.
        has_region_lines: every border is drawn on the figure (high contrast).
        has_ground_shadow: a soft ellipse lies under the feet.
        pain_fill_opacity, pain_hatch_gap, pain_hatch_width: for pain 1-3, 4-6 and 7-10.
        referred: of arrows that come from elsewhere, seen on the page.
        ground: under a lit region, where the drawing fades into the page; the page itself where there is no text.
    """

    page: str
    card: str
    ink: str
    ink2: str
    border: str
    accent: str
    accent_tint: str
    veil: str
    outline_outer: str
    outline_inner: str
    veil_beside_chosen: float
    veil_always: float
    outline_pens: tuple[float, float]
    has_region_lines: bool
    has_ground_shadow: bool
    muscle_opacity_idle: float
    muscle_opacity_beside_chosen: float
    pain: str
    pain_fill_opacity: tuple[float, float, float]
    pain_hatch_gap: tuple[float, float, float]
    pain_hatch_width: tuple[float, float, float]
    focus_ring: str
    focus_ring_edge: str
    referred: str = "#8C2A20"
    ground: str = ""


def pain_band(strength: int | None) -> int | None:
    """Return 0, 1 or 2 for pain 1-3, 4-6 and 7-10, and None for no pain or no answer."""
    if strength is None or strength < 1:
        return None
    return 0 if strength <= 3 else 1 if strength <= 6 else 2


def figure_theme(figure: Mapping[str, Any], theme: Mapping[str, Any], has_ground_shadow: bool) -> FigureTheme:
    """Return a theme from the values of `tokens.toml`.

    Args:
        figure: the table [figure], the same in every theme. Both tables have a `pain`: this one's is drawn
            on the figure.
        theme: the table [theme.*].
        has_ground_shadow: true for the light theme alone.

    Raises:
        KeyError: a value is missing.
    """
    return FigureTheme(
        page=theme["page"],
        card=theme["card"],
        ink=theme["ink"],
        ink2=theme["ink2"],
        border=theme["border"],
        accent=theme["accent"],
        accent_tint=theme["accent_tint"],
        veil=theme["veil"],
        outline_outer=theme["region_outline_outer"],
        outline_inner=theme["region_outline_inner"],
        veil_beside_chosen=theme["figure_veil_beside_chosen"],
        veil_always=theme["figure_veil_always"],
        outline_pens=tuple(theme["region_outline_pens"]),
        has_region_lines=theme["region_lines"],
        has_ground_shadow=has_ground_shadow,
        muscle_opacity_idle=figure["muscle_opacity_idle"],
        muscle_opacity_beside_chosen=figure["muscle_opacity_beside_chosen"],
        pain=figure["pain"],
        pain_fill_opacity=tuple(figure["pain_fill_opacity"]),
        pain_hatch_gap=tuple(figure["pain_hatch_gap"]),
        pain_hatch_width=tuple(figure["pain_hatch_width"]),
        focus_ring=figure["focus_ring"],
        focus_ring_edge=figure["focus_ring_edge"],
        referred=theme["pain"],
        ground=theme["region_ground"],
    )


def theme_from_palette(palette: QPalette) -> FigureTheme:
    """Return a plain theme in the desktop's own colours, for a map that was not given one yet."""
    window, text = (palette.color(role).name() for role in (QPalette.ColorRole.Window, QPalette.ColorRole.WindowText))
    accent, card = (palette.color(role).name() for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.Base))
    return FigureTheme(
        page=window,
        card=card,
        ink=text,
        ink2=text,
        border=text,
        accent=accent,
        accent_tint=window,
        veil=window,
        outline_outer=window,
        outline_inner=text,
        veil_beside_chosen=0.4,
        veil_always=0.0,
        outline_pens=(10.0, 6.0),
        has_region_lines=False,
        has_ground_shadow=False,
        muscle_opacity_idle=0.58,
        muscle_opacity_beside_chosen=0.3,
        pain=text,
        pain_fill_opacity=(0.11, 0.16, 0.21),
        pain_hatch_gap=(15.0, 10.0, 6.5),
        pain_hatch_width=(1.6, 2.1, 2.6),
        focus_ring=accent,
        focus_ring_edge=text,
    )
