"""What the figure shows of a cause at a place: view, rings, arrows and names. It reads content, decides nothing."""

from collections.abc import Sequence

from spasm_gui.drawing.pictures import BodyDrawing, View
from spasm_gui.explaining import disturbed_spots, regions_to_show
from spasm_gui.knowledge.cause import Cause, CauseId
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.movement import LinkId
from spasm_gui.knowledge.region import Muscle, Place
from spasm_gui.screens.body_map_values import ReferredArrow
from spasm_gui.screens.explain_stage import Shown
from spasm_gui.screens.explain_state import Explaining
from spasm_gui.screens.spot_points import SpotRing, best_view, rings
from spasm_gui.screens.visit_model import VisitModel

_MARKS = {"heart": "heart", "spine-neck": "spine", "spine-lower-back": "spine"}


def places_to_show(library: Library, cause: Cause | None, touched: Sequence[Place]) -> tuple[Place, ...]:
    """Return what hurts: of the touched places those that the cause knows, else both sides of where it is felt."""
    shaped = [place for place in touched if place.side is not None]
    known = [place for place in shaped if cause is None or place.region in cause.regions]
    if known or cause is None:
        return tuple(known or shaped)
    if shaped and not any(library.regions[one].sides for one in cause.regions):
        return tuple(shaped)  # a cause of the whole body is felt wherever it hurts
    return tuple(
        Place(region, side) for region in regions_to_show(library, cause) for side in library.regions[region].sides
    )


def what_is_shown(
    library: Library,
    drawing: BodyDrawing,
    cause: Cause | None,
    places: Sequence[Place],
    *,
    view: str = "",
    is_close: bool = True,
    has_names: bool = False,
    lit: LinkId | None = None,
    side_words: tuple[str, str] = ("", ""),
) -> Shown:
    """Return what the stage is to show; the best view is chosen if none is named."""
    spots = disturbed_spots(library, cause) if cause is not None else ()
    name = view if view in drawing.views else best_view(drawing, spots, places)
    shown = drawing.view(name)
    marked = rings(spots, places, shown)
    return Shown(
        view=name,
        places=tuple(places),
        rings=marked,
        lit=lit,
        arrows=_arrows(library, marked, places, shown),
        names=_names(library, places) if has_names else (),
        is_close=is_close and any(shown.parts(one.region, one.side.value) for one in places if one.side is not None),
        side_words=side_words,
    )


def _arrows(
    library: Library, marked: Sequence[SpotRing], places: Sequence[Place], view: View
) -> tuple[ReferredArrow, ...]:
    """Return an arrow to each place from a spot that the content gives as an origin of its pain."""
    found = []
    for place in places:
        if place.side is None or view.outline(place.region, place.side.value) is None:
            continue
        origins = {origin.from_ for origin in library.regions[place.region].may_come_from}
        for ring in marked:
            if ring.spot in origins:
                mark = _MARKS.get(ring.spot, "")
                found.append(ReferredArrow(ring.point_map, place.region, place.side.value, mark))
                break
    return tuple(found)


def _names(library: Library, places: Sequence[Place]) -> tuple[tuple[Muscle, Place], ...]:
    """Return the muscles of the places; of two sides of a region only one, since a name stands for both."""
    found: dict[str, tuple[Muscle, Place]] = {}
    for place in places:
        for muscle in library.regions[place.region].muscles:
            if muscle.shape is not None:
                found.setdefault(muscle.id, (muscle, place))
    return tuple(found.values())


def begin_explaining(model: VisitModel, cause: CauseId | None) -> Explaining:
    """Return what to explain first: this cause at the place that was touched, if it is felt there."""
    chosen = model.chosen
    place = chosen if chosen is not None and chosen.side is not None else None
    if place is not None and cause is not None:
        shown = places_to_show(model.library, model.library.causes[cause], (place,))
        place = place if place in shown else None
    return Explaining(place=place, cause=cause, choosing="" if cause or place is None else "cause")
