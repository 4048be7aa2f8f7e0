"""The advice computed a second time, slowly and plainly from the design's words, to hold the program against.

Nothing here is shared with `spasm_gui.reasoning`: conditions are walked as they are written, unanswered findings are
tried in every way.
"""

import itertools
import random
from collections.abc import Iterator

from spasm_gui.knowledge.cause import Cause, Story
from spasm_gui.knowledge.finding import Answer, AnswerValue, Finding, FindingKind
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import RegionId
from spasm_gui.knowledge.rule import Form, Unsure
from spasm_gui.knowledge.visit import Visit


def holds(form: Form, visit: Visit, *, unsure_is: bool, open_is: bool = False) -> bool:
    """Whether a condition holds when "not sure" and "not answered" are each taken for true or for false."""
    if isinstance(form, str) or form.finding is not None:
        finding = form if isinstance(form, str) else form.finding
        said = visit.answers.get(str(finding))
        if said is None:
            return open_is
        if said is Answer.NOT_SURE:
            return unsure_is
        if isinstance(form, str):
            return said is Answer.YES
        if form.is_ is not None:
            return said in form.is_
        return isinstance(said, int | float) and form.at_least is not None and said >= form.at_least
    if form.region is not None:
        wanted = {form.region} if isinstance(form.region, str) else set(form.region)
        places = [place for place in visit.places if place.region in wanted]
        if form.side == "both":
            return any(len({place.side for place in places if place.region == name}) == 2 for name in wanted)
        return bool(places)
    parts = form.any or form.all or form.of or ()
    true = sum(holds(part, visit, unsure_is=unsure_is, open_is=open_is) for part in parts)
    if form.any is not None:
        return true >= 1
    return true == len(parts) if form.all is not None else true >= (form.at_least or 0)


def rule_level(library: Library, visit: Visit) -> Level:
    """The highest level of the rules that hold; a rule that holds only with doubt counts at its unsure level."""
    level = Level.SELF_TREAT
    for rule in library.rules.values():
        if holds(rule.when, visit, unsure_is=False):
            level = max(level, rule.advise)
        elif holds(rule.when, visit, unsure_is=True):
            level = max(level, rule.unsure.level if isinstance(rule.unsure, Unsure) else rule.advise)
    return level


def some_rule_could_fire(library: Library, visit: Visit) -> bool:
    """Whether a rule fires, or might once everything is answered."""
    return any(holds(rule.when, visit, unsure_is=True, open_is=True) for rule in library.rules.values())


def is_earned(library: Library, visit: Visit) -> bool:
    """Whether each touched region has a story whose lines are all yes and whose counter-signs are all no."""
    return bool(visit.places) and all(_has_a_story(library, visit, place.region) for place in visit.places)


def _has_a_story(library: Library, visit: Visit, region: RegionId) -> bool:
    return any(
        region in story.regions and _fits(cause, story, visit)
        for cause in library.causes.values()
        for story in cause.stories
    )


def _fits(cause: Cause, story: Story, visit: Visit) -> bool:
    return (
        all(visit.answers.get(need) is Answer.YES for need in story.needs)
        and all(visit.answers.get(counter) is Answer.NO for counter in story.against)
        and all(form is None or holds(form, visit, unsure_is=False) for form in (cause.only_for, story.only_for))
    )


def ways_to_answer(finding: Finding) -> tuple[AnswerValue, ...]:
    """Every answer a finding can have; of a number, both ends of its scale."""
    if finding.kind is FindingKind.CHOICE:
        return (*(choice.id for choice in finding.choices), Answer.NOT_SURE)
    if finding.kind is FindingKind.NUMBER:
        return (finding.min or 0.0, finding.max or 0.0, Answer.NOT_SURE)
    return tuple(Answer)


def completions(library: Library, visit: Visit, at_most: int) -> Iterator[Visit]:
    """The visit with all that is unanswered answered: every way, or so many ways by chance if there are more."""
    unanswered = [finding for finding in library.findings.values() if finding.id not in visit.answers]
    ways = [ways_to_answer(finding) for finding in unanswered]
    number = 1
    for way in ways:
        number *= len(way)
    if number <= at_most:
        chosen: Iterator[tuple[AnswerValue, ...]] = itertools.product(*ways)
    else:
        chance = random.Random(len(visit.answers))
        chosen = (tuple(chance.choice(way) for way in ways) for _ in range(at_most))
    for values in chosen:
        yield visit.answering({finding.id: value for finding, value in zip(unanswered, values, strict=True)})
