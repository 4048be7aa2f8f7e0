"""A cause made plain: its mechanism sentence by sentence, the links it disturbs, and where on the body that is.

Nothing here is decided; everything is read out of the content, so that a page, a terminal or a test say the same.
"""

import re

from spasm_gui.knowledge.cause import Cause
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.movement import Link, LinkId
from spasm_gui.knowledge.region import RegionId
from spasm_gui.knowledge.spot import Spot

_SENTENCE_END = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"”’)]))\s+(?=[^\W\d_a-z]|\d|[\"“])")

ANYWHERE = (RegionId("thigh-front"), RegionId("upper-arm"))
"""Large muscles that stand for the whole body where a cause has no place of its own."""


def mechanism_steps(cause: Cause) -> tuple[str, ...]:
    """Return the sentences of what happens, in order; at least one."""
    return tuple(part.strip() for part in _SENTENCE_END.split(cause.mechanism) if part.strip()) or (cause.mechanism,)


def disturbed_spots(library: Library, cause: Cause) -> tuple[tuple[Link, Spot], ...]:
    """Return where on the body a cause disturbs a movement, each spot with its link.

    First comes the link that it interrupts: with the spots that the cause names there, or else the first of that link.
    """
    named = [(link, spot) for link in library.links.values() for spot in link.spots if spot.id in cause.interrupts_at]
    named.sort(key=lambda one: cause.interrupts_at.index(one[1].id))
    main = library.links[cause.interrupts]
    here = [one for one in named if one[0].id == main.id] or [(main, spot) for spot in main.spots[:1]]
    return (*here, *(one for one in named if one[0].id != main.id))


def disturbed_links(library: Library, cause: Cause) -> tuple[LinkId, ...]:
    """Return the links that a cause disturbs; the one it `interrupts` first."""
    return tuple(dict.fromkeys((cause.interrupts, *(link.id for link, _ in disturbed_spots(library, cause)))))


def regions_to_show(library: Library, cause: Cause) -> tuple[RegionId, ...]:
    """Return where a cause can be shown when nobody touched a place: its first region with a shape, else anywhere."""
    shaped = [one for one in cause.regions if one in library.regions and library.regions[one].sides]
    return tuple(shaped[:1]) or tuple(one for one in ANYWHERE if one in library.regions)
