"""Causes and a visit: what fits, what can still fit, what cannot; and whether self-treatment was earned."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from spasm_gui.knowledge.cause import Cause, HowCommon, Story
from spasm_gui.knowledge.finding import Answer, AnswerValue, FindingId
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import RegionId
from spasm_gui.knowledge.rule import Form
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.conditions import ALWAYS, DOUBT, NEVER, POSSIBLE, REACH, SURE, reading_of, settle
from spasm_gui.reasoning.rows import askable


class Fit(enum.Enum):
    """How a cause stands to the answers given so far."""

    FITS = "fits"
    CAN_STILL_FIT = "can-still-fit"
    CANNOT_FIT = "cannot-fit"


@dataclass(frozen=True, slots=True)
class RankedCause:
    """A cause of the touched places, and the answers that count for and against it."""

    cause: Cause
    fit: Fit
    fits: tuple[FindingId, ...]
    against: tuple[FindingId, ...]
    rule_out: bool


def pattern_answer(library: Library, visit: Visit, finding: FindingId) -> AnswerValue | None:
    """What was said about a finding, itself or by touching a story card that prints it."""
    said = visit.answers.get(finding)
    if said is not None:
        return said
    if any(visit.answers.get(story) is Answer.YES for story in library.cards_printing.get(finding, ())):
        return Answer.YES
    return None


def applies(form: Form | None, visit: Visit) -> int:
    """The four readings of an `only_for`; no such narrowing is true."""
    if form is None:
        return ALWAYS
    return settle(form, visit.regions, visit.two_sided).read(visit)


def story_fit(library: Library, visit: Visit, cause: Cause, story: Story) -> Fit:
    """How one story stands: every need yes, every counter-sign answered no, and meant for this person.

    "Not sure" never completes a need, and counts as a counter-sign. A card that was answered no or not sure is closed,
    unless each of its lines was said yes elsewhere.
    """
    reading = applies(story.only_for, visit) & applies(cause.only_for, visit)
    for need in story.needs:
        reading &= reading_of(pattern_answer(library, visit, need))
    declined = visit.answers.get(story.id) in (Answer.NO, Answer.NOT_SURE)
    clear = bool(reading & SURE)
    may_clear = clear or (bool(reading & REACH) and not declined)
    for counter in story.against:
        said = reading_of(visit.answers.get(counter))
        clear = clear and said == NEVER
        may_clear = may_clear and not said & DOUBT
    if clear:
        return Fit.FITS
    return Fit.CAN_STILL_FIT if may_clear else Fit.CANNOT_FIT


def stories_at(library: Library, region: RegionId) -> tuple[tuple[Cause, Story], ...]:
    """The story cards of a region, in the order of the content."""
    return tuple(pair for pair in library.stories.values() if region in pair[1].regions)


def region_fit(library: Library, visit: Visit, region: RegionId) -> Fit:
    """Whether a self-limiting cause fits, can still fit or cannot fit in one region."""
    fits = [story_fit(library, visit, cause, story) for cause, story in stories_at(library, region)]
    if Fit.FITS in fits:
        return Fit.FITS
    return Fit.CAN_STILL_FIT if Fit.CAN_STILL_FIT in fits else Fit.CANNOT_FIT


def earned(library: Library, visit: Visit) -> Fit:
    """Whether self-treatment is earned in every touched region, can still be, or cannot be."""
    fits = [region_fit(library, visit, region) for region in visit.regions]
    if not fits or Fit.CANNOT_FIT in fits:
        return Fit.CANNOT_FIT
    return Fit.CAN_STILL_FIT if Fit.CAN_STILL_FIT in fits else Fit.FITS


def open_stories(library: Library, visit: Visit) -> tuple[tuple[Cause, Story], ...]:
    """The story cards still worth showing, in the order of the content.

    Empty when self-treatment cannot be earned any more, since no card could then change the advice. A card that was
    touched, or whose lines were all said already, only waits for other answers; showing it again would ask nothing.
    """
    if earned(library, visit) is not Fit.CAN_STILL_FIT:
        return ()
    wanted = [region for region in visit.regions if region_fit(library, visit, region) is not Fit.FITS]
    return tuple(
        (cause, story)
        for cause, story in library.stories.values()
        if any(region in story.regions for region in wanted)
        and story_fit(library, visit, cause, story) is Fit.CAN_STILL_FIT
        and visit.answers.get(story.id) is None
        and any(pattern_answer(library, visit, need) is None for need in story.needs)
    )


def open_narrowings(visit: Visit, cause: Cause, story: Story) -> Iterator[FindingId]:
    """Unanswered findings that tell whether a story is meant for this person."""
    for form in (cause.only_for, story.only_for):
        if form is not None:
            yield from settle(form, visit.regions, visit.two_sided).open_for(visit, REACH, SURE)


def cause_fit(library: Library, visit: Visit, cause: Cause) -> Fit:
    """How a cause stands in the touched regions: by its stories if it has some, otherwise by its needs.

    A need that is asked nowhere in these regions can no longer speak for the cause. This only ranks and hides causes;
    the advice comes from rules alone, where what was not asked is never taken for no.
    """
    stories = [story for story in cause.stories if visit.regions.intersection(story.regions)]
    if stories:
        fits = [story_fit(library, visit, cause, story) for story in stories]
        best = min(fits, key=list(Fit).index)
        if best is Fit.CANNOT_FIT and any(_is_only_too_much(library, visit, cause, story) for story in stories):
            return Fit.CAN_STILL_FIT
        return best
    if cause.needs is None:
        return Fit.CAN_STILL_FIT if applies(cause.only_for, visit) & POSSIBLE else Fit.CANNOT_FIT
    needs = settle(cause.needs, visit.regions, visit.two_sided)
    asked = askable(library, visit.regions)
    never_asked: dict[str, AnswerValue] = {
        f: Answer.NO for f in needs.findings() if f not in asked and visit.answers.get(f) is None
    }
    closed = visit.answering(never_asked) if never_asked else visit
    reading = needs.read(closed) & applies(cause.only_for, visit)
    if reading & SURE:
        return Fit.FITS
    return Fit.CAN_STILL_FIT if reading & POSSIBLE else Fit.CANNOT_FIT


def _is_only_too_much(library: Library, visit: Visit, cause: Cause, story: Story) -> bool:
    """True if a story is held back only by signs that do not speak against the cause itself.

    Cramps on most nights keep the night cramp from being treated at home, but it is still a night cramp.
    """
    real_signs = tuple(finding for finding in story.against if finding in cause.against)
    return story_fit(library, visit, cause, msgspec.structs.replace(story, against=real_signs)) is not Fit.CANNOT_FIT


_COMMON_FIRST = {common: place for place, common in enumerate(HowCommon)}
_FIT_FIRST = {fit: place for place, fit in enumerate(Fit)}


def ranked_causes(library: Library, visit: Visit) -> tuple[RankedCause, ...]:
    """The causes of the touched regions, best first.

    Ranking is counting: what fits, less what speaks against; then how common a cause is; then the order of the content.
    """
    ranked = []
    for cause in library.causes.values():
        if not visit.regions.intersection(cause.regions) or not applies(cause.only_for, visit) & POSSIBLE:
            continue
        fit = cause_fit(library, visit, cause)
        fits = tuple(f for f in _for_signs(cause) if pattern_answer(library, visit, f) is Answer.YES)
        against = tuple(f for f in cause.against if visit.answers.get(f) is Answer.YES)
        rule_out = cause.seriousness.is_dangerous and fit is not Fit.CANNOT_FIT
        ranked.append(RankedCause(cause, fit, fits, against, rule_out))
    return tuple(
        sorted(
            ranked,
            key=lambda one: (
                _FIT_FIRST[one.fit],
                len(one.against) - len(one.fits),
                one.fit is Fit.CANNOT_FIT and one.cause.seriousness.is_dangerous,  # what is ruled out goes last
                _COMMON_FIRST[one.cause.how_common],
            ),
        )
    )


def _for_signs(cause: Cause) -> tuple[FindingId, ...]:
    return tuple(dict.fromkeys((*cause.fits, *(need for story in cause.stories for need in story.needs))))
