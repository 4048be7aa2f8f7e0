"""Hand-made plans, and the plans of real visits."""

from dataclasses import fields, replace
from typing import Any

from spasm_gui.handout.contents import Exercise, Handout, HigherLevel
from spasm_gui.handout.page import Look, Sheet
from spasm_gui.knowledge.cause import StoryId
from spasm_gui.knowledge.finding import Answer, AnswerValue, FindingId, FindingKind
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.knowledge.screens import Screen
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.questions import every_question
from spasm_gui.screens.act_words import ActWords
from spasm_gui.screens.handout_words import handout_of, handout_words
from spasm_gui.screens.visit_model import VisitModel

LEGAL = "General information, not a diagnosis. Not yet clinically reviewed."
LOOK = Look("Atkinson Hyperlegible", "#15232C", "#4A5A63")


def a_plan(**changed: Any) -> Handout:
    """A short plan that has every part."""
    stretch = Exercise("Calf stretch", "3 times", ("Stand at a wall.", "Lean in."), ("It hurts.",), "stretch-calf-wall")
    plan = Handout(
        words=handout_words(),
        language="en",
        date="22 November 2026",
        places=("Your left calf.",),
        level=Level.SELF_TREAT,
        state="Advice",
        act="You can treat this yourself",
        why="Night cramp fits best: 3 of your answers, none against.",
        said=("None of the danger signs asked about",),
        do_now=("Straighten the knee.", "Hold for 20 seconds."),
        then=("Keep warm.",),
        exercises=(stretch,),
        more_exercises=0,
        until="Give it 6 weeks.",
        avoid=("Do not take quinine.",),
        changes=(
            HigherLevel(Level.EMERGENCY, "Call 112 now", ("Chest pain",)),
            HigherLevel(Level.SAME_DAY, "Get help today", ("One calf is swollen",)),
        ),
        has_more_signs=True,
        sources="NHS: Leg cramps. WHO: Rest.",
        sources_in_short="NHS: Leg cramps.",
        edition="Content 0.1.",
        legal=LEGAL,
    )
    return replace(plan, **changed)


def a_sheet(**changed: Any) -> Sheet:
    """The sheet of a short plan, without figure and square."""
    return Sheet(a_plan(**changed), LOOK)


def a_visit(library: Library, *, region: str = "calf", story: str | None = None, yes: str | None = None) -> VisitModel:
    """A visit that is answered to its end: no danger sign but `yes`, and one story card or none."""
    model = VisitModel(library)
    model.choose_only(Place(RegionId(region), Side.LEFT))
    while model.page is not None:
        page = model.page
        if library.screens.age in page.ids:
            model.answer(library.screens.age, "16-49")
        if yes in page.ids:
            model.answer(str(yes), Answer.YES)
        if page.screen is Screen.STORIES and story is not None:
            model.tell_story(story)
        else:
            model.none_of_these()
    return model


def plan_of(model: VisitModel, *, is_kiosk: bool = False) -> Handout:
    """The handout of a visit, where the emergency number is 112."""
    return handout_of(model, ActWords(model, "112", is_kiosk=is_kiosk), LEGAL)


def longer(plan: Handout, share: float = 0.3) -> Handout:
    """The plan with every text longer by a share, as many languages need it."""

    def grown(value: Any) -> Any:
        if isinstance(value, str):
            return f"{value} {value[: round(len(value) * share)]}".strip()
        if isinstance(value, tuple):
            return tuple(grown(one) for one in value)
        if isinstance(value, Exercise):
            texts = {key: grown(getattr(value, key)) for key in ("name", "dose", "steps", "stop_if")}
            return replace(value, **texts)
        if isinstance(value, HigherLevel):
            return replace(value, act=grown(value.act), signs=grown(value.signs))
        return value

    kept = ("words", "language", "date")
    return replace(plan, **{one.name: grown(getattr(plan, one.name)) for one in fields(plan) if one.name not in kept})


def a_told_visit(library: Library, story_id: str) -> VisitModel:
    """A visit with one story card told and every other question answered no, without a page in between."""
    _, story = library.stories[StoryId(story_id)]
    region = library.regions[story.regions[0]]
    model = VisitModel(library)
    for age in ("16-49", "12-15", "2-11"):
        begun = Visit(places=(Place(region.id, region.sides[0] if region.sides else None),))
        answers: dict[str, AnswerValue] = {
            question.id: Answer.NO
            for question in every_question(library, begun)
            if question.id in library.findings and library.findings[FindingId(question.id)].kind is FindingKind.YES_NO
        }
        answers[library.screens.age] = age
        for told in (story.id, *story.needs):
            answers[told] = Answer.YES
        model.resume(begun.answering(answers))
        while model.page is not None:
            model.none_of_these()
        if model.assessment.level is Level.SELF_TREAT:
            break
    return model
