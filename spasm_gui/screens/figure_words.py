"""What the figure says of a visit: names of its regions, the words around it, the muscles of a place shown large."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from spasm_gui.drawing.pictures import View
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.screens.body_map_close_ups import close_up_of, corner_words, view_words
from spasm_gui.screens.body_map_values import MapWords, MuscleLabel
from spasm_gui.screens.places_words import capitalised, other_side_words, place_name
from spasm_gui.screens.visit_model import VisitModel

_HEAD = RegionId("scalp")  # what a side view of the head is called after


def region_names(library: Library) -> dict[tuple[str, str], str]:
    """Return what each region of each side is called."""
    names: dict[tuple[str, str], str] = {}
    for region in library.regions.values():
        for side in region.sides:
            words = region.theirs.left if side is Side.LEFT else region.theirs.right
            names[region.id, side.value] = (words or region.name).removeprefix("the ")
    return names


def words_around(
    model: VisitModel, view: str, part_names: Mapping[tuple[str, str], str], *, is_roomy: bool = True
) -> MapWords:
    """Return the words around a view, of the chosen place if there is one; in large type they are the shorter ones."""
    translate = QCoreApplication.translate
    chosen, other, caption, corner = model.chosen, "", "", ""
    if chosen is not None and chosen.side in (Side.LEFT, Side.RIGHT):
        other = other_side_words(model.library, chosen)
        shown = view_words(view)[1]
        part = part_names.get((model.part(chosen), chosen.side.value), "")
        if part:
            caption = translate("Figure", "{part}. {view}. Left and right are yours.").format(
                part=capitalised(part), view=shown
            )
        else:
            caption = translate("Figure", "{view}. Left and right are yours.").format(view=shown)
    found = close_up_of(view)
    if found is not None and found[1] is not None:
        close_up, side = found
        corner = capitalised(place_name(model.library, Place(close_up.region or _HEAD, side), model.for_whom))
    elif found is None and is_roomy:
        corner = corner_words(view)
    return MapWords(
        translate("Figure", "Your left"),
        translate("Figure", "Your right"),
        translate("Figure", "Whole body"),
        other,
        caption,
        corner,
    )


def target_of(model: VisitModel, view: View) -> tuple[str, str] | None:
    """Return what a view can show large: the chosen place, or the part of it that was touched.

    Nothing where another place of the visit would then lie outside the picture.
    """
    chosen = model.chosen
    if chosen is None or chosen.side is None:
        return None
    others = [place for place in model.visit.places if place != chosen]
    if any(view.outline(place.region, place.side.value) is not None for place in others if place.side is not None):
        return None
    for name in (model.part(chosen), chosen.region):
        outline = view.outline(name, chosen.side.value)
        if outline is not None and outline.whole == chosen.region:
            return name, chosen.side.value
    return None


def muscle_labels(model: VisitModel, view: View, target: tuple[str, str]) -> list[MuscleLabel]:
    """Return the muscles of the chosen place that a view can point at."""
    assert model.chosen is not None
    name, side = target
    labels = []
    for muscle in model.library.regions[model.chosen.region].muscles:
        if muscle.shape is None:
            continue
        point = view.muscle_centre(muscle.shape, side, name)
        if point is not None:
            labels.append(MuscleLabel(muscle.name, muscle.clinical_name, point))
    return labels
