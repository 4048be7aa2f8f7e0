"""How many years of school a text asks for.

The Flesch-Kincaid grade counts words per sentence and syllables per word. It knows nothing of meaning, so it only
points at sentences that deserve a second look.

Source: Kincaid et al. 1975, Derivation of new readability formulas; grade = 0.39 × words per sentence + 11.8 ×
syllables per word − 15.59. Syllables are counted by vowel groups, which is right for about nine words in ten.
"""

import re
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"(?<=[.!?:;])[\"')\]]*\s+")
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|\d+")
_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its grade."""

    text: str
    grade: float


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text. A colon or semicolon ends one too, as a reader pauses there."""
    return tuple(part for part in (piece.strip() for piece in _SENTENCE_END.split(text)) if _WORD.search(part))


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text; 0 for a text without words, and never less than 0."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    count = max(1, len(sentences(text)))
    syllables = sum(_syllables(word) for word in words)
    return max(0.0, 0.39 * len(words) / count + 11.8 * syllables / len(words) - 15.59)


def hardest_sentence(text: str) -> Sentence:
    """Return the sentence with the highest grade; the first of equals."""
    return max((Sentence(one, grade(one)) for one in sentences(text)), key=lambda one: one.grade)


_EXCEPTIONS = {
    **dict.fromkeys(("people", "quiet", "fluid", "fluids", "science"), 2),
    **dict.fromkeys(("idea", "ideas", "area", "areas"), 3),
    "diabetes": 4,
}
_SILENT_ENDING = re.compile(r"(?:[^aeiouyl]|[aeiouyr]l)e$|[^aeiouyscgxzl]es$|[aeiouyr]les$|[^aeiouydt]ed$")
_TWO_BEATS = re.compile(r"(?<![tscg])i[ao]|iu|eo|[^q]ua|[st]h?m$")
"""Letters read as a beat of their own: diabetes, video, usual, spasm. In -tion, -cial, -gion they are none."""


def _syllables(word: str) -> int:
    """Syllables of an English word: its groups of vowels, without the e of a silent ending."""
    if word.isdigit():
        return 1  # a figure is read at a glance
    word = re.split("['’]", word.lower())[0]
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    groups = len(_VOWELS.findall(word)) + len(_TWO_BEATS.findall(word))
    return max(1, groups - 1 if _SILENT_ENDING.search(word) else groups)
