"""Words that do not belong in front of a worried person, and questions whose "yes" is hard to understand.

Every entry says why, so that an author can weigh it: a warning is a second look, never a verdict.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """A word that was found, and why it deserves a second look."""

    word: str
    reason: str


_FRIGHTENING = "it frightens; say what to do instead"
_ABSOLUTE = "nobody can promise this; say how often, or leave it out"
_BLAMING = "it blames; say what happened"
_HIDDEN_NEGATION = "a yes to a question that denies something is easily misread; ask for what is there"

_ANYWHERE: dict[str, str] = {
    r"deadly|fatal|lethal|horrible|terrible|catastroph\w+|agony|agonising|crippl\w+": _FRIGHTENING,
    r"(?:you|people) (?:may|can|could|will) die|kills?|killed|death|doomed": _FRIGHTENING,
    r"(?<!as )(?<!it )always|never|certainly|definitely|guaranteed?|completely safe|100 ?%": _ABSOLUTE,
    r"impossible|no risk": _ABSOLUTE,
    r"fail(?:ed)? to|neglect\w*|your (?:own )?fault|lazy|careless\w*|non-?complian\w+|bad posture": _BLAMING,
    r"should have|complain\w*|claims? to|admits?|overweight|obese": _BLAMING,
}
_DANGER_QUESTIONS: dict[str, str] = {
    r"not|unless|except|without|no longer|cannot|can't|isn't|don't|doesn't|neither|nor": _HIDDEN_NEGATION,
}


def _compiled(table: dict[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b(?:{words})\b", re.IGNORECASE), reason) for words, reason in table.items())


_ANYWHERE_COMPILED = _compiled(_ANYWHERE)
_DANGER_COMPILED = _compiled(_DANGER_QUESTIONS)


def remarks(text: str, *, is_danger_question: bool = False) -> Iterator[Remark]:
    """Return the words of a text that deserve a second look, each word once."""
    seen: set[str] = set()
    for pattern, reason in _ANYWHERE_COMPILED + (_DANGER_COMPILED if is_danger_question else ()):
        for found in pattern.finditer(text):
            word = found[0].lower()
            if word not in seen:
                seen.add(word)
                yield Remark(word, reason)
