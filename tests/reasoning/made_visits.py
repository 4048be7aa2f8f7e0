"""Visits near the interesting border: one that fits a self-limiting cause, with a few answers changed or left out.

Uniformly random visits would all be emergencies.
"""

import random

from spasm_gui.knowledge.cause import Cause, Story
from spasm_gui.knowledge.finding import Answer, AnswerValue, FindingKind
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId
from spasm_gui.knowledge.rule import Form
from spasm_gui.knowledge.visit import Visit
from tests.reasoning import naive


def a_near_visit(library: Library, chance: random.Random) -> Visit:
    """A visit that fits one story, or two in two regions, with 0 to 3 answers changed and 0 to 30 % left open."""
    pairs = list(library.stories.values())
    chosen = [chance.choice(pairs)]
    if chance.random() < 0.2:
        chosen.append(chance.choice(pairs))
    regions = [chance.choice(story.regions) for _, story in chosen]
    visit = Visit()
    for region in dict.fromkeys(regions):
        visit = visit.touching(_a_place(library, region, chance))
    answers = _fitting(library, visit, chosen, chance)
    for key in chance.sample(sorted(answers), min(len(answers), chance.choice((0, 0, 1, 1, 2, 3)))):
        answers[key] = chance.choice(naive.ways_to_answer(library.findings[key]))  # type: ignore[index]
    if chance.random() < 0.5:
        share = chance.random() * 0.3
        answers = {key: value for key, value in answers.items() if chance.random() >= share}
    for _, story in chosen:
        if chance.random() < 0.5 and all(answers.get(need) is Answer.YES for need in story.needs):
            answers[story.id] = Answer.YES
    if chance.random() < 0.1:
        others = [story.id for _, story in pairs if story.id not in answers]
        answers.update(dict.fromkeys(chance.sample(others, min(2, len(others))), Answer.NO))
    return visit.answering(answers)


def _a_place(library: Library, region: RegionId, chance: random.Random) -> Place:
    sides = library.regions[region].sides
    return Place(region, chance.choice(sides) if sides else None)


def _fitting(
    library: Library, visit: Visit, chosen: list[tuple[Cause, Story]], chance: random.Random
) -> dict[str, AnswerValue]:
    answers: dict[str, AnswerValue] = {}
    for finding in library.findings.values():
        if finding.kind is FindingKind.NUMBER:
            answers[finding.id] = finding.min or 0.0
        elif finding.kind is FindingKind.CHOICE:
            answers[finding.id] = chance.choice(finding.choices).id
        else:
            answers[finding.id] = Answer.NO
    for cause, story in chosen:
        answers.update(dict.fromkeys(story.needs, Answer.YES))
        for form in (cause.only_for, story.only_for):
            if form is not None:
                _make_true(form, answers, visit, chance)
    return answers


def _make_true(form: Form, answers: dict[str, AnswerValue], visit: Visit, chance: random.Random) -> None:
    """Answer so that a narrowing holds: a yes, or one of the choices it names."""
    if naive.holds(form, visit.answering(answers), unsure_is=False):
        return
    if isinstance(form, str):
        answers[form] = Answer.YES
    elif form.finding is not None and form.is_ is not None:
        answers[form.finding] = chance.choice(form.is_)
    for part in () if isinstance(form, str) else form.all or form.any or form.of or ():
        _make_true(part, answers, visit, chance)
