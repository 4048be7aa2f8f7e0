"""What an advice asks for, taken from the library: shared by the page on the screen and the page on paper."""

import datetime
from collections.abc import Callable
from typing import Protocol

from spasm_gui.knowledge.cause import Cause
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.reasoning.assessment import Assessment

NUMBERED_STEPS = 4


class ActTexts(Protocol):
    """The words of each level, with the emergency number filled in."""

    def at_home(self, level: Level) -> str:
        """What to do at a level, at home."""
        ...

    def short(self, level: Level) -> str:
        """The same in a few words."""
        ...

    def until(self, level: Level) -> str:
        """Until when, and what if not."""
        ...


def best_cause(assessment: Assessment, level: Level) -> Cause | None:
    """Return the cause that earned self-treatment, if one did."""
    if level is not Level.SELF_TREAT:
        return None
    return next((one.cause for one in assessment.best_causes if one.cause.is_self_limiting), None)


def steps(library: Library, assessment: Assessment, level: Level, act: str) -> tuple[list[str], list[str]]:
    """Return what to do now: the steps to number, and those that may follow.

    Args:
        act: what to do at this level, in the words of the place; it goes first where no cause has its own steps.
    """
    cause = best_cause(assessment, level)
    if cause is not None:
        first, then = list(cause.do_now), list(cause.then)
    else:
        keys = dict.fromkeys(one.rule.meanwhile for one in assessment.reasons if one.level is level)
        special = [step for key in keys if key is not None for step in library.meanwhile(key).steps]
        first, then = list(dict.fromkeys((act, *special, *library.act(level).meanwhile))), []
    return first[:NUMBERED_STEPS], [*first[NUMBERED_STEPS:], *then]


def reason_line(library: Library, assessment: Assessment, fits_best: str, none: str) -> str:
    """Return the one sentence under the advice that says why.

    Args:
        fits_best: with {cause}, {fits} and {against}.
        none: the word for no answer against.
    """
    if assessment.reasons:
        return assessment.reasons[0].rule.because
    for one in assessment.best_causes:
        if assessment.is_earned and one.cause.is_self_limiting:
            return fits_best.format(cause=one.cause.name, fits=len(one.fits), against=len(one.against) or none)
    return library.acts.unearned


def until_line(
    cause: Cause | None,
    level: Level,
    acts: ActTexts,
    that_is_until: str,
    today: datetime.date,
    date_text: Callable[[datetime.date], str],
) -> str:
    """Return until when the advice holds: with a date where the cause names its days.

    Args:
        that_is_until: with {text} and {date}.
    """
    if cause is None or cause.better_by is None:
        return acts.until(level)
    day = today + datetime.timedelta(days=cause.better_by.days)
    return that_is_until.format(text=cause.better_by.text, date=date_text(day))
