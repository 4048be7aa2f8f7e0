"""The program without a window: regions, questions and advice as JSON for scripts and as text for people.

The shapes of the JSON are a promise to scripts; the README documents them and tests hold them.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import Any

from spasm_gui.age_words import age_words
from spasm_gui.knowledge.acts import Act
from spasm_gui.knowledge.cause import HowCommon
from spasm_gui.knowledge.finding import Answer, AnswerValue, Finding, FindingId, FindingKind
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reading.nearest import did_you_mean
from spasm_gui.reasoning.assessment import (
    Assessment,
    assess,
    is_red_flag,
    offered_self_care,
    recorded,
    would_change,
)
from spasm_gui.reasoning.questions import Question

Translate = Callable[[str, str], str]
"""Returns a text of the program in the language of the answer, by its context and the text as it stands here."""

MAX_ANSWERS_BYTES = 1_000_000
_SHOWN_CHARACTERS = 60


def as_written(_context: str, text: str) -> str:
    """The translation into the language that the program is written in."""
    return text


class AnswersError(Exception):
    """A place or an answer that was given is not known. One line for the person who typed it."""


def place_from(text: str, library: Library) -> Place:
    """Return the place that `REGION` or `REGION:SIDE` names. A side left out means the left one, or none.

    Raises:
        AnswersError: no such region, or it has no such side.
    """
    name, _, side_text = text.partition(":")
    region = library.regions.get(RegionId(name))
    if region is None:
        raise AnswersError(f"region {_quoted(name)} is not known{did_you_mean(name, library.regions)}")
    if not region.sides:
        if side_text:
            raise AnswersError(f"region '{name}' has no sides; write --at {name}")
        return Place(region.id, None)
    sides = {side.value: side for side in region.sides}
    if side_text and side_text not in sides:
        raise AnswersError(
            f"{_quoted(side_text)} is not a side of '{name}'; one of {', '.join(sides)}{did_you_mean(side_text, sides)}"
        )
    return Place(region.id, sides[side_text] if side_text else next(iter(region.sides)))


def answers_from(text: str, library: Library) -> dict[str, AnswerValue]:
    """Return the answers that a JSON object gives, each held against its question.

    Raises:
        AnswersError: not a JSON object, an unknown question, or a value that does not answer it.
    """
    try:
        given = json.loads(text, object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError) as error:
        raise AnswersError(f"the answers are not JSON: {error}") from error
    if not isinstance(given, dict):
        raise AnswersError('the answers must be one JSON object such as {"limb-swollen": "no"}')
    return recorded({key: _answer(key, value, library) for key, value in given.items()}, library)


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A JSON object. Of two answers to one question the later would win in silence, perhaps a no over a yes."""
    given: dict[str, object] = {}
    for key, value in pairs:
        if key in given:
            raise AnswersError(f"question {_quoted(key)} is answered twice")
        given[key] = value
    return given


def _quoted(value: object) -> str:
    """What was typed, in quotes, on one line and not longer than that."""
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "an object"
    text = value if isinstance(value, str) else json.dumps(value)
    shown = "".join(letter if letter.isprintable() else " " for letter in text[: _SHOWN_CHARACTERS + 1])
    return f"'{shown[:_SHOWN_CHARACTERS]}…'" if len(shown) > _SHOWN_CHARACTERS else f"'{shown}'"


def _answer(key: str, value: object, library: Library) -> AnswerValue:
    finding = library.findings.get(FindingId(key))
    if finding is None:
        if key in library.stories:
            return _one_of(key, value, ())
        near = did_you_mean(key, [*library.findings, *library.stories])
        raise AnswersError(f"question {_quoted(key)} is not known{near}")
    if finding.kind is FindingKind.NUMBER:
        return Answer.NOT_SURE if value == Answer.NOT_SURE.value else _number(finding, value)
    return _one_of(key, value, tuple(choice.id for choice in finding.choices))


def _number(finding: Finding, value: object) -> float:
    low, high = finding.min or 0.0, finding.max or 0.0
    # Not a number is not between them either.
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        scale = f"a number from {low:g} to {high:g}, or not-sure"
        raise AnswersError(f"{_quoted(value)} does not answer '{finding.id}'; it is answered with {scale}")
    return float(value)


def _one_of(key: str, value: object, choices: tuple[str, ...]) -> AnswerValue:
    known = (*choices, Answer.NOT_SURE.value) if choices else tuple(answer.value for answer in Answer)
    if not isinstance(value, str) or value not in known:
        near = did_you_mean(value, known) if isinstance(value, str) else ""
        raise AnswersError(f"{_quoted(value)} does not answer '{key}'; one of {', '.join(known)}{near}")
    return value if value in choices else Answer(value)


def regions_json(library: Library) -> list[dict[str, Any]]:
    """Every region with its sides, views and muscles."""
    return [
        {
            "id": region.id,
            "name": region.name,
            "sides": [side.value for side in region.sides],
            "views": list(region.views),
            "muscles": [{"id": muscle.id, "name": muscle.name} for muscle in region.muscles],
        }
        for region in library.regions.values()
    ]


def questions_json(library: Library, visit: Visit, questions: Iterable[Question]) -> list[dict[str, Any]]:
    """Questions in the order in which they are asked. A story card names the findings that it says yes to."""
    return [_question_json(library, visit, question) for question in questions]


def _question_json(library: Library, visit: Visit, question: Question) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": question.id,
        "choices": [],
        "min": None,
        "max": None,
        "unit": None,
        "screen": question.screen.value,
        "red_flag": False,
        "find_out": None,
    }
    if question.story is not None:
        lines = " ".join(f"{library.findings[need].ask.rstrip('.')}." for need in question.story.needs)
        return {
            **entry,
            "kind": "story",
            "ask": f"{question.story.title}: {lines}",
            "says_yes_to": list(question.story.needs),
        }
    finding = library.findings[FindingId(question.id)]
    return {
        **entry,
        "kind": finding.kind.value,
        "ask": finding.ask,
        "choices": [{"id": choice.id, "text": choice.text} for choice in finding.choices],
        "min": finding.min,
        "max": finding.max,
        "unit": finding.unit,
        "red_flag": is_red_flag(library, visit, finding.id),
        "find_out": finding.find_out,
    }


def act_words(library: Library, level: Level, emergency_number: str) -> str:
    """What to do at a level, at home, with the country's emergency number in its place."""
    return library.act(level).at_home.replace("{number}", emergency_number)


def advice_json(library: Library, visit: Visit, emergency_number: str) -> dict[str, Any]:
    """The advice with its reasons, what would have changed it, and the causes in their order."""
    assessment = assess(library, visit)
    level = assessment.level
    return {
        "level": level.value if level else None,
        "final": assessment.is_final,
        "open_questions": len(assessment.questions),
        "reasons": [
            {
                "rule": reason.rule.id,
                "level": reason.level.value,
                "because": reason.rule.because,
                "findings": list(reason.findings),
                "sources": list(reason.rule.sources),
            }
            for reason in assessment.reasons
        ],
        "would_change": [
            {"finding": change.finding, "answer": change.answer, "level": change.level.value}
            for change in would_change(library, visit, assessment.rule_level if level is None else level)
        ],
        "causes": [
            {
                "id": ranked.cause.id,
                "name": ranked.cause.name,
                "fit": ranked.fit.value,
                "fits": list(ranked.fits),
                "against": list(ranked.against),
                "how_common": ranked.cause.how_common.value,
                "seriousness": ranked.cause.seriousness.value,
                "rule_out": ranked.rule_out,
            }
            for ranked in assessment.causes
        ],
        "act": act_words(library, level, emergency_number) if level else "",
        "self_care": [care.id for care in offered_self_care(library, visit, assessment)],
    }


def advice_text(library: Library, visit: Visit, emergency_number: str, translate: Translate = as_written) -> str:
    """The advice for a person at a terminal."""
    assessment = assess(library, visit)
    lines = [_places_words(library, visit, translate), ""]
    if assessment.level is None:
        left = translate("terminal", "No advice yet. Questions left: {count}")
        lines.append(left.format(count=len(assessment.questions)))
        lines.append(translate("terminal", "See them with: {command}").format(command="spasm-gui ask"))
    else:
        act = library.act(assessment.level)
        so_far = translate("terminal", "{advice} (so far; more questions are open)")
        lines.append(act.word if assessment.is_final else so_far.format(advice=act.word))
        lines.append(act_words(library, assessment.level, emergency_number))
        lines.append(act.until.replace("{number}", emergency_number))
        lines += ["", translate("terminal", "Why:"), *_why(library, assessment, translate)]
        steps = [step.replace("{number}", emergency_number) for step in _meanwhile(library, assessment, act)]
        lines += ["", translate("terminal", "Until then:"), *(f"  - {step}" for step in steps)] if steps else []
        care = offered_self_care(library, visit, assessment)
        can_do = translate("terminal", "What you can do:")
        lines += ["", can_do, *(f"  - {one.name}" for one in care)] if care else []
    causes = [one for one in assessment.causes if one.fit.value != "cannot-fit"][:6]
    if causes:
        common = {
            HowCommon.COMMON: translate("CauseCard", "Common"),
            HowCommon.UNCOMMON: translate("CauseCard", "Uncommon"),
            HowCommon.RARE: translate("CauseCard", "Rare"),
        }
        lines += ["", translate("terminal", "What may be behind it:")]
        for one in causes:
            lines.append(f"  - {one.cause.name} ({one.cause.clinical_name}), {common[one.cause.how_common].lower()}")
    lines += ["", disclaimer(library, translate)]
    return "\n".join(lines)


def _meanwhile(library: Library, assessment: Assessment, act: Act) -> Iterable[str]:
    """What to do until help comes: what the rules behind the advice name, then what holds for the level.

    In an emergency the special steps stand alone, as on the screen: the general ones would only lengthen the list.
    """
    keys = dict.fromkeys(one.rule.meanwhile for one in assessment.reasons if one.level is act.level)
    special = [step for key in keys if key is not None for step in library.meanwhile(key).steps]
    general = () if special and act.level is Level.EMERGENCY else act.meanwhile
    return dict.fromkeys([*special, *general])


def _places_words(library: Library, visit: Visit, translate: Translate) -> str:
    words = []
    for place in visit.places:
        yours = library.regions[place.region].yours
        words.append(
            {None: yours.middle, Side.LEFT: yours.left, Side.RIGHT: yours.right}.get(place.side) or place.region
        )
    both = translate("places", "{first} and {last}")
    return translate("terminal", "About {places}:").format(
        places=reduce(lambda first, last: both.format(first=first, last=last), words)
    )


def _why(library: Library, assessment: Assessment, translate: Translate) -> list[str]:
    if not assessment.reasons:
        best = assessment.best_causes
        if assessment.is_earned and best:
            fits = translate("terminal", "{cause} fits {count} of your answers.")
            return [f"  - {fits.format(cause=one.cause.name, count=len(one.fits))}" for one in best]
        return [f"  - {library.acts.unearned}"]
    said = translate("terminal", "You said: {said}.")
    return [
        f"  - {reason.rule.because}"
        + (
            f" {said.format(said='; '.join(library.findings[f].said for f in reason.findings))}"
            if reason.findings
            else ""
        )
        for reason in assessment.reasons
    ]


def disclaimer(library: Library, translate: Translate = as_written) -> str:
    """What the program is, and whether a clinician has signed its content."""
    clinician = library.edition.clinician
    words = [translate("Window", "General information, not a diagnosis.")]
    if clinician is None:
        words.append(translate("Window", "Not yet clinically reviewed."))
    else:
        reviewed = translate("terminal", "Clinically reviewed by {name}, {date}.")
        words.append(reviewed.format(name=clinician.name, date=clinician.date.isoformat()))
    if not library.is_translation_reviewed:
        words.append(translate("Window", "Translation not reviewed."))
    words.append(age_words(library.age, translate))
    return " ".join(filter(None, words))


def counts(library: Library) -> Mapping[str, int]:
    """How many records of each kind the library has."""
    return {
        "regions": len(library.regions),
        "muscles": sum(len(region.muscles) for region in library.regions.values()),
        "findings": len(library.findings),
        "rules": len(library.rules),
        "causes": len(library.causes),
        "self_care": len(library.self_care),
        "sources": len(library.sources),
        "cases": len(library.cases),
    }
