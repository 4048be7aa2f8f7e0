"""What the program makes of a visit: one pure function that every screen, the handout and the terminal share."""

import msgspec

from spasm_gui.knowledge.finding import Answer, AnswerValue, FindingId, FindingKind
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.self_care import SelfCare
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.fit import Fit, RankedCause, earned, ranked_causes
from spasm_gui.reasoning.questions import Question, open_questions, screens_left
from spasm_gui.reasoning.triage import FiredRule, fired_rules, level_of, rules_of


class Assessment(msgspec.Struct, frozen=True):
    """The advice on a visit, with its reasons.

    `rule_level` is the highest level of the rules that fired. `level` is the advice as it may be shown: the rule level
    once a rule fired; otherwise None until nothing is left to ask, then self-treat if it was earned, else physician.
    """

    rule_level: Level
    level: Level | None
    is_final: bool
    is_earned: bool
    reasons: tuple[FiredRule, ...]
    questions: tuple[Question, ...]
    causes: tuple[RankedCause, ...]

    @property
    def screens_left(self) -> int:
        """How many of the six screens still have something to ask."""
        return screens_left(self.questions)

    @property
    def best_causes(self) -> tuple[RankedCause, ...]:
        """The causes that fit, best first."""
        return tuple(one for one in self.causes if one.fit is Fit.FITS)

    @property
    def to_rule_out(self) -> tuple[RankedCause, ...]:
        """Dangerous causes that the answers have not excluded."""
        return tuple(one for one in self.causes if one.rule_out)


class Change(msgspec.Struct, frozen=True, order=True):
    """An answer that would have changed the advice, and the level it would have led to."""

    finding: FindingId
    answer: str
    level: Level


def assess(library: Library, visit: Visit) -> Assessment:
    """Return the assessment of a visit. Every visit has one; the order of its answers does not matter."""
    reasons = fired_rules(library, visit)
    fired_level = max((reason.level for reason in reasons), default=Level.SELF_TREAT)
    questions = open_questions(library, visit)
    is_final = bool(visit.places) and not questions
    is_earned = not reasons and earned(library, visit) is Fit.FITS
    level: Level | None = None
    if reasons:
        level = fired_level
    elif is_final:
        level = Level.SELF_TREAT if is_earned else Level.PHYSICIAN
    return Assessment(
        rule_level=fired_level,
        level=level,
        is_final=is_final,
        is_earned=is_earned,
        reasons=reasons,
        questions=questions,
        causes=ranked_causes(library, visit),
    )


def would_change(library: Library, visit: Visit, level: Level) -> tuple[Change, ...]:
    """Return which single answers would lead elsewhere than `level`, most urgent first.

    A yes where no was said, or where nothing was asked, can only raise; where "not sure" was said, a no may lower.
    """
    changes = []
    for finding, named in rules_of(library, visit).naming.items():
        if library.findings[finding].kind is not FindingKind.YES_NO:
            continue
        said = visit.answers.get(finding)
        if said is not Answer.YES:
            raised = visit.answering({finding: Answer.YES})
            levels = [level_of(live, raised) for live in named]
            highest = max((one for one in levels if one is not None), default=Level.SELF_TREAT)
            if highest > level:
                changes.append(Change(finding, Answer.YES.value, highest))
        if said is Answer.NOT_SURE:
            lowered = assess(library, visit.answering({finding: Answer.NO}))
            if lowered.level is not None and lowered.level < level:
                changes.append(Change(finding, Answer.NO.value, lowered.level))
    return tuple(sorted(changes, key=lambda change: (-change.level.rank,)))


def offered_self_care(library: Library, visit: Visit, assessment: Assessment) -> tuple[SelfCare, ...]:
    """Return what the person may do for themselves: of the causes that fit, and only behind its guards.

    Nothing is offered above "physician", nothing whose guards were not all answered no, and nothing for other places.
    """
    if assessment.level is None or assessment.level > Level.PHYSICIAN or not assessment.is_final:
        return ()
    offered: dict[str, SelfCare] = {}
    for ranked in assessment.best_causes:
        if not ranked.cause.is_self_limiting:
            continue
        for key in ranked.cause.self_care:
            care = library.self_care[key]
            is_here = bool(visit.regions.intersection(care.regions))
            if is_here and all(visit.answers.get(guard) is Answer.NO for guard in care.guards):
                offered[key] = care
    return tuple(offered.values())


def is_red_flag(library: Library, visit: Visit, finding: FindingId) -> bool:
    """True if a yes to this finding alone changes the advice in the touched places."""
    alone = Visit(places=visit.places, answers={finding: Answer.YES})
    return any(level_of(live, alone) is not None for live in rules_of(library, alone).naming.get(finding, ()))


def recorded(answers: dict[str, AnswerValue], library: Library) -> dict[str, AnswerValue]:
    """Return the answers with a touched story card written out as yes to each of its lines.

    What was said of a line itself stays as it was said.
    """
    out = dict(answers)
    for key, value in answers.items():
        pair = library.stories.get(key)  # type: ignore[call-overload]
        if pair is not None and value is Answer.YES:
            for need in pair[1].needs:
                out.setdefault(need, Answer.YES)
    return out
