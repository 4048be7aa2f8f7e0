"""Causes and a visit: what fits, what can still fit, what cannot; and whether self-treatment was earned."""

import enum
from collections.abc import Iterator, Mapping

import msgspec

from spasm_gui.knowledge.cause import Cause, CauseId, HowCommon, Story, StoryId
from spasm_gui.knowledge.finding import Answer, AnswerValue, FindingId
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import RegionId
from spasm_gui.knowledge.rule import Form
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.conditions import ALWAYS, DOUBT, NEVER, POSSIBLE, REACH, SURE, Condition, reading_of, settle
from spasm_gui.reasoning.memory import once_per_library, once_per_visit
from spasm_gui.reasoning.rows import askable


class Fit(enum.Enum):
    """How a cause stands to the answers given so far."""

    FITS = "fits"
    CAN_STILL_FIT = "can-still-fit"
    CANNOT_FIT = "cannot-fit"


class RankedCause(msgspec.Struct, frozen=True):
    """A cause of the touched places, and the answers that count for and against it."""

    cause: Cause
    fit: Fit
    fits: tuple[FindingId, ...]
    against: tuple[FindingId, ...]
    rule_out: bool


class SettledCause(msgspec.Struct, frozen=True):
    """What is left of a cause once the touched places are known.

    `never_asked` are the findings of its needs that no row, rule or card asks about in these places.
    """

    only_for: Condition | None
    stories_for: Mapping[StoryId, Condition | None]
    needs: Condition | None
    never_asked: tuple[FindingId, ...]
    signs: tuple[FindingId, ...]


def _settled(library: Library, visit: Visit, cause: Cause) -> SettledCause:
    known = _settled_causes(library, visit)
    if cause.id not in known:
        known[cause.id] = _settle_cause(library, visit, cause)
    return known[cause.id]


@once_per_visit
def _settled_causes(library: Library, visit: Visit) -> dict[CauseId, SettledCause]:
    return _settled_in_places(library, visit.regions, visit.two_sided)


@once_per_library
def _settled_in_places(
    _library: Library, _regions: frozenset[RegionId], _two_sided: frozenset[RegionId]
) -> dict[CauseId, SettledCause]:
    """The causes that were settled for these places so far."""
    return {}


def _settle_cause(library: Library, visit: Visit, cause: Cause) -> SettledCause:
    regions, two_sided = visit.regions, visit.two_sided

    def settled(form: Form | None) -> Condition | None:
        return None if form is None else settle(form, regions, two_sided)

    needs = settled(cause.needs)
    asked = askable(library, regions) if needs is not None else frozenset()
    return SettledCause(
        only_for=settled(cause.only_for),
        stories_for={story.id: settled(story.only_for) for story in cause.stories},
        needs=needs,
        never_asked=tuple(dict.fromkeys(f for f in needs.findings() if f not in asked)) if needs is not None else (),
        signs=_for_signs(cause),
    )


def pattern_answer(library: Library, visit: Visit, finding: FindingId) -> AnswerValue | None:
    """What was said about a finding, itself or by touching a story card that prints it."""
    said = visit.answers.get(finding)
    if said is None and finding in _told(library, visit):
        return Answer.YES
    return said


@once_per_visit
def _told(library: Library, visit: Visit) -> frozenset[FindingId]:
    """The lines of the story cards that were touched."""
    touched = (library.stories.get(StoryId(key)) for key, said in visit.answers.items() if said is Answer.YES)
    return frozenset(need for pair in touched if pair is not None for need in pair[1].needs)


def applies(condition: Condition | None, visit: Visit) -> int:
    """The four readings of a settled `only_for`; no such narrowing is true."""
    return ALWAYS if condition is None else condition.read(visit)


def story_fit(library: Library, visit: Visit, cause: Cause, story: Story) -> Fit:
    """How one story stands: every need yes, every counter-sign answered no, and meant for this person.

    "Not sure" never completes a need, and counts as a counter-sign. A card that was answered no or not sure is closed,
    unless each of its lines was said yes elsewhere.
    """
    settled = _settled(library, visit, cause)
    reading = applies(settled.only_for, visit) & applies(settled.stories_for[story.id], visit)
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
    return _stories_by_region(library).get(region, ())


@once_per_library
def _stories_by_region(library: Library) -> Mapping[RegionId, tuple[tuple[Cause, Story], ...]]:
    stories: dict[RegionId, list[tuple[Cause, Story]]] = {}
    for pair in library.stories.values():
        for region in dict.fromkeys(pair[1].regions):
            stories.setdefault(region, []).append(pair)
    return {region: tuple(pairs) for region, pairs in stories.items()}


@once_per_visit
def _story_fits(library: Library, visit: Visit) -> Mapping[StoryId, Fit]:
    """How every story of the touched regions stands."""
    here = _stories_in(library, visit.regions)
    return {story.id: story_fit(library, visit, cause, story) for cause, story in here}


@once_per_library
def _stories_in(library: Library, regions: frozenset[RegionId]) -> tuple[tuple[Cause, Story], ...]:
    """The story cards of several regions, in the order of the content."""
    found = {story.id for region in regions for _, story in stories_at(library, region)}
    return tuple(pair for key, pair in library.stories.items() if key in found)


def region_fit(library: Library, visit: Visit, region: RegionId) -> Fit:
    """Whether a self-limiting cause fits, can still fit or cannot fit in one region."""
    known = _story_fits(library, visit)
    fits = {
        known[story.id] if story.id in known else story_fit(library, visit, cause, story)
        for cause, story in stories_at(library, region)
    }
    if Fit.FITS in fits:
        return Fit.FITS
    return Fit.CAN_STILL_FIT if Fit.CAN_STILL_FIT in fits else Fit.CANNOT_FIT


@once_per_visit
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
    wanted = {region for region in visit.regions if region_fit(library, visit, region) is not Fit.FITS}
    known = _story_fits(library, visit)
    return tuple(
        (cause, story)
        for cause, story in (library.stories[key] for key in known)
        if known[story.id] is Fit.CAN_STILL_FIT
        and not wanted.isdisjoint(story.regions)
        and visit.answers.get(story.id) is None
        and any(pattern_answer(library, visit, need) is None for need in story.needs)
    )


def open_narrowings(library: Library, visit: Visit, cause: Cause, story: Story) -> Iterator[FindingId]:
    """Unanswered findings that tell whether a story is meant for this person."""
    settled = _settled(library, visit, cause)
    for condition in (settled.only_for, settled.stories_for[story.id]):
        if condition is not None:
            yield from condition.open_for(visit, REACH, SURE)


def cause_fit(library: Library, visit: Visit, cause: Cause) -> Fit:
    """How a cause stands in the touched regions: by its stories if it has some, otherwise by its needs.

    A need that is asked nowhere in these regions can no longer speak for the cause. This only ranks and hides causes;
    the advice comes from rules alone, where what was not asked is never taken for no.
    """
    known = _story_fits(library, visit)
    stories = [story for story in cause.stories if story.id in known]
    if stories:
        fits = [known[story.id] for story in stories]
        best = min(fits, key=list(Fit).index)
        if best is Fit.CANNOT_FIT and any(_is_only_too_much(library, visit, cause, story) for story in stories):
            return Fit.CAN_STILL_FIT
        return best
    settled = _settled(library, visit, cause)
    needs = settled.needs
    if needs is None:
        return Fit.CAN_STILL_FIT if applies(settled.only_for, visit) & POSSIBLE else Fit.CANNOT_FIT
    never_asked: dict[str, AnswerValue] = {f: Answer.NO for f in settled.never_asked if visit.answers.get(f) is None}
    closed = visit.answering(never_asked) if never_asked else visit
    reading = needs.read(closed) & applies(settled.only_for, visit)
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

    Ranking is counting: what fits, less what speaks against; then what may fit, as somebody was not sure; then how
    common a cause is; then the order of the content.
    """
    ranked = []
    perhaps: dict[CauseId, int] = {}
    said_yes = {key for key, said in visit.answers.items() if said is Answer.YES}
    doubted = {key for key, said in visit.answers.items() if said is Answer.NOT_SURE}
    speaking = said_yes | {line for line in _told(library, visit) if visit.answers.get(line) is None}
    for cause in _causes_in(library, visit.regions):
        settled = _settled(library, visit, cause)
        if not applies(settled.only_for, visit) & POSSIBLE:
            continue
        fit = cause_fit(library, visit, cause)
        fits = tuple(f for f in settled.signs if f in speaking) if speaking else ()
        against = tuple(f for f in cause.against if f in said_yes) if said_yes else ()
        perhaps[cause.id] = sum(sign in doubted for sign in settled.signs) if doubted else 0
        rule_out = cause.seriousness.is_dangerous and fit is not Fit.CANNOT_FIT
        ranked.append(RankedCause(cause, fit, fits, against, rule_out))
    return tuple(
        sorted(
            ranked,
            key=lambda one: (
                _FIT_FIRST[one.fit],
                len(one.against) - len(one.fits),
                -perhaps[one.cause.id],
                one.fit is Fit.CANNOT_FIT and one.cause.seriousness.is_dangerous,  # what is ruled out goes last
                _COMMON_FIRST[one.cause.how_common],
            ),
        )
    )


@once_per_library
def _causes_in(library: Library, regions: frozenset[RegionId]) -> tuple[Cause, ...]:
    return tuple(cause for cause in library.causes.values() if not regions.isdisjoint(cause.regions))


def _for_signs(cause: Cause) -> tuple[FindingId, ...]:
    return tuple(dict.fromkeys((*cause.fits, *(need for story in cause.stories for need in story.needs))))
