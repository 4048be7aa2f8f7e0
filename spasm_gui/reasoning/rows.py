"""Which rows the screens of the touched places have, in reading order. Content gives the order, nothing else."""

from collections.abc import Iterator

from spasm_gui.knowledge.finding import FindingId
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId
from spasm_gui.knowledge.screens import RegionRows, Screen
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.memory import once_per_library
from spasm_gui.reasoning.triage import live_rules


def rows_in_order(library: Library, visit: Visit) -> Iterator[tuple[Screen, FindingId]]:
    """Every row of the touched places with its screen. A row that several places share comes more than once."""
    plan = library.screens
    touched = [plan.regions[place.region] for place in visit.places if place.region in plan.regions]
    for finding in plan.right_now:
        yield Screen.RIGHT_NOW, finding
    for rows in touched:
        yield from ((Screen.HERE, finding) for finding in rows.here)
    yield Screen.YOU, plan.age
    for group in plan.chips:
        yield from ((Screen.YOU, finding) for finding in group.findings)
    yield from _soon(touched, plan.anywhere)
    for rows in touched:
        yield from ((Screen.FOR_A_WHILE, finding) for finding in rows.for_a_while)


@once_per_library
def askable(library: Library, regions: frozenset[RegionId]) -> frozenset[FindingId]:
    """Every finding that somebody can be asked about in these regions: on a row, or as a line of a story card.

    What a rule or a story waits for is asked even if no screen has its row.
    """
    visit = Visit(places=tuple(Place(region, None) for region in regions))
    asked = {finding for _, finding in rows_in_order(library, visit)}
    asked.update(live_rules(library, regions, regions).naming)
    for _, story in library.stories.values():
        if regions.intersection(story.regions):
            asked.update(story.needs, story.against)
    return frozenset(asked)


def _soon(touched: list[RegionRows], anywhere: tuple[FindingId, ...]) -> Iterator[tuple[Screen, FindingId]]:
    for rows in touched:
        yield from ((Screen.SOON, finding) for finding in rows.soon)
    yield from ((Screen.SOON, finding) for finding in anywhere)
