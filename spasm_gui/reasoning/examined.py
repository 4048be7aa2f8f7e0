"""What a physiotherapist may choose from after an examination of their own, without an advice of the program.

The program then answers for nothing but its guards: each must be known to be "no", by the person's answer or by the
examination, and no examination outweighs what the person said in this visit.
"""

from collections.abc import Collection, Iterable, Sequence

from spasm_gui.knowledge.cause import CauseId
from spasm_gui.knowledge.finding import Answer, FindingId, FindingRole
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId
from spasm_gui.knowledge.self_care import SelfCare
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.signs import raising_signs
from spasm_gui.reasoning.triage import fired_rules

_SIGNS_ABOVE = Level.PHYSICIAN


def needs_help_today(library: Library, visit: Visit) -> bool:
    """True if the answers of this visit alone ask for help today or at once. Then nothing may be chosen."""
    return any(reason.level > Level.PHYSICIAN for reason in fired_rules(library, visit))


def to_choose_from(
    library: Library, visit: Visit, regions: Collection[RegionId], cause: CauseId | None = None
) -> tuple[SelfCare, ...]:
    """Return the self-care of a cause, or else of regions, without what an answer of this visit forbids.

    A guard that was answered yes or not sure forbids; one that nobody was asked about is for the examination.
    """
    if needs_help_today(library, visit):
        return ()
    if cause is not None:
        found: Iterable[SelfCare] = (library.self_care[key] for key in library.causes[cause].self_care)
    else:
        found = (care for care in library.self_care.values() if not set(regions).isdisjoint(care.regions))
    return tuple(
        care for care in found if not any(visit.answers.get(one, Answer.NO) is not Answer.NO for one in care.guards)
    )


def guards_of(care: Iterable[SelfCare]) -> tuple[FindingId, ...]:
    """Return every finding that must be "no" for these, each once."""
    return tuple(dict.fromkeys(guard for one in care for guard in one.guards))


def regions_of(care: Iterable[SelfCare], about: Collection[RegionId]) -> tuple[RegionId, ...]:
    """Return the regions that a plan is for: those it was made about, and all of what was made about none of them."""
    regions: dict[RegionId, None] = {}
    for one in care:
        regions.update(dict.fromkeys([key for key in one.regions if key in about] or one.regions))
    return tuple(regions)


def signs_to_know(library: Library, regions: Sequence[RegionId]) -> dict[Level, tuple[FindingId, ...]]:
    """Return the danger signs of regions that need help at once or today, highest level first."""
    places = []
    for region in regions:
        sides = library.regions[region].sides
        places.append(Place(region, sides[0] if sides else None))
    signs = raising_signs(library, Visit(places=tuple(places)), _SIGNS_ABOVE)
    return {
        level: tuple(one for one in found if library.findings[one].role is FindingRole.DANGER)
        for level, found in signs.items()
    }
