"""How long content may be relied on. It is as old as its record that was longest ago held against the sources.

A kiosk may stand for years without anybody looking after its content. First every page says that a review is due. Much
later what it says about treating yourself may be wrong by then, so it is withheld; danger signs and contacts stay.
"""

import datetime
from collections.abc import Iterator

from msgspec.structs import replace

from spasm_gui.knowledge.library import Age, Library
from spasm_gui.knowledge.record import Record

REVIEW_YEARS = 2
"""A record that nobody held against its sources for so long is overdue."""

LAST_YEARS = 4
"""After so long nothing is said any more about treating yourself. Our choice, as are the two years: guidelines are
commonly held to be due for review after two to five years. A clinician is to confirm both."""


def dated_records(library: Library) -> Iterator[Record]:
    """Every record somebody may act on."""
    yield from library.regions.values()
    yield from library.findings.values()
    yield from library.rules.values()
    yield from library.causes.values()
    yield from library.self_care.values()
    yield from library.links.values()
    yield from library.definitions
    yield library.acts


def age_of(library: Library, today: datetime.date) -> Age:
    """Return how old the content is today. A record of a day to come tells that some date is wrong."""
    reviewed = [record.reviewed for record in dated_records(library)]
    if max(*reviewed, library.edition.date) > today:
        return Age.IN_THE_FUTURE
    if years_later(min(reviewed), LAST_YEARS) < today:
        return Age.EXPIRED
    return Age.OVERDUE if years_later(min(reviewed), REVIEW_YEARS) < today else Age.CURRENT


def as_of(library: Library, age: Age) -> Library:
    """Return the library as it may be shown at this age."""
    if age is Age.CURRENT:
        return library
    if age is not Age.EXPIRED:
        return replace(library, age=age)
    causes = {
        key: replace(cause, stories=(), do_now=(), then=(), self_care=(), better_by=None)
        for key, cause in library.causes.items()
    }
    return replace(library, age=age, causes=causes, self_care={})


def years_later(day: datetime.date, years: int) -> datetime.date:
    """The same day so many years later; of 29 February, the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
