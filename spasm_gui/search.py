"""Finds what a person types: places, causes, muscles and words, with misspellings forgiven.

1. Everything that has a name is folded once per library: no case, no accents, no punctuation.
2. What is typed is folded alike and held against every name. How well it fits has a few ranks (`_Rank`), best first:
   the whole name, its first words, one of its words, its beginning, the beginnings of its words,
   words spread over several names of one thing.
3. Only when nothing of that fits are misspelt words looked up by their distance to the words that exist.

It decides nothing about health: the order says how well a name fits what was typed, never how likely a cause is.
"""

import enum
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import RegionId

MOST_CHARACTERS = 80
"""What is typed beyond this is not looked at."""


class HitKind(enum.Enum):
    """What was found."""

    REGION = "region"
    CAUSE = "cause"
    MUSCLE = "muscle"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found.

    `second` is the line under the name: the clinical name, for a muscle with its region; empty for a word.
    `region` is the place a region or muscle leads to; a cause and a word lead to their own page by `id`.
    """

    kind: HitKind
    id: str
    name: str
    second: str = ""
    region: RegionId | None = None


MOST_HITS = 8
"""So many are shown: whoever does not find it among them types one letter more."""


def find(library: Library, text: str, limit: int = MOST_HITS) -> tuple[Hit, ...]:
    """Return what fits the text, best first; nothing for an empty text or one that fits nothing.

    Ties go to a thing's own name before its other names, to places before causes, muscles and words, to the
    shorter name, then to the order of the content.
    """
    query = _words(text[:MOST_CHARACTERS])
    if not query:
        return ()
    index = _index(library)
    fits = list(_as_typed(index, query))
    if all(fit.rank not in _NAMED for fit in fits):
        fits += _misspelt(index, query)
    best: dict[tuple[HitKind, str], Hit] = {}
    for fit in sorted(fits):
        best.setdefault((fit.hit.kind, fit.hit.id), fit.hit)
    return tuple(best.values())[:limit]


def folded(text: str) -> str:
    """Return the text without case, accents and punctuation, its words apart by one space.

    It follows Unicode, not the language of the computer: under Turkish settings I and i are still one letter.
    """
    return " ".join(_words(text))


def first_letter(name: str) -> str:
    """Return the letter under which a name stands from A to Z; "#" for a name that begins with none."""
    start = folded(name)[:1]
    return start.upper() if start.isalpha() else "#"


# ------------------------------------------------------------------ folding

_UNFOLDED = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "'": None, "’": None})
"""Letters that Unicode does not take apart although people type them plain; apostrophes join: bell's is bells."""


def _words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = unicodedata.normalize("NFKD", plain).translate(_UNFOLDED)
    kept = (letter for letter in plain if not unicodedata.category(letter).startswith("M"))
    return tuple("".join(letter if letter.isalnum() else " " for letter in kept).split())


# ------------------------------------------------------------------ the index


@dataclass(frozen=True, slots=True)
class _Term:
    """One folded name of a thing. `is_own` tells the name it is shown by from its other names."""

    words: tuple[str, ...]
    text: str
    joined: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """One thing that can be found. `letters` has its words one after another, each after a space."""

    hit: Hit
    terms: tuple[_Term, ...]
    words: frozenset[str]
    letters: str
    position: int


@dataclass(frozen=True, slots=True)
class _Index:
    entries: tuple[_Entry, ...]
    vocabulary: tuple[str, ...]


@lru_cache(maxsize=1)
def _index(library: Library) -> _Index:
    entries: list[_Entry] = []
    for hit, others in _things(library):
        names = dict.fromkeys(words for words in map(_words, (hit.name, *others)) if words)
        own = _words(hit.name)
        terms = tuple(_Term(words, " ".join(words), "".join(words), words == own) for words in names)
        every = frozenset(word for words in names for word in words)
        entries.append(_Entry(hit, terms, every, " " + " ".join(every), len(entries)))
    return _Index(tuple(entries), tuple(sorted({word for entry in entries for word in entry.words})))


def _things(library: Library) -> Iterator[tuple[Hit, Iterable[str]]]:
    for region in library.regions.values():
        hit = Hit(HitKind.REGION, region.id, region.name, region.clinical_name, region.id)
        yield hit, (region.clinical_name, *region.words)
    for cause in library.causes.values():
        hit = Hit(HitKind.CAUSE, cause.id, cause.name, cause.clinical_name)
        yield hit, (cause.clinical_name, *cause.also_called)
    for region in library.regions.values():
        for muscle in region.muscles:
            second = f"{muscle.clinical_name} · {region.name}"
            yield Hit(HitKind.MUSCLE, muscle.id, muscle.name, second, region.id), (muscle.clinical_name,)
    for definition in library.definitions:
        yield Hit(HitKind.WORD, definition.id, definition.term), ()


# ------------------------------------------------------------------ how well it fits


class _Rank(enum.IntEnum):
    """How well a thing fits what was typed. Smaller is better."""

    WHOLE_NAME = 0
    FIRST_WORDS = 1
    WHOLE_WORD = 2  # "cramp" is a word of "Night cramp", and only the beginning of one in "Cramps in pregnancy"
    BEGINNING = 3
    PLACE_NAMED = 4  # "chest pain" names the chest: its questions come before any one cause of such pain
    WORDS = 5
    SPREAD = 6
    MISSPELT = 7
    SOME_WORDS = 8


_NAMED = tuple(set(_Rank) - {_Rank.PLACE_NAMED, _Rank.MISSPELT, _Rank.SOME_WORDS})
"""With any of these, what was typed is spelt as something is called."""

_KIND_ORDER = {kind: position for position, kind in enumerate(HitKind)}
_SHORT = 2  # words of up to two letters (in, my, at) need not be found, unless there are no others
_MOST_READINGS = 9


@dataclass(frozen=True, slots=True, order=True)
class _Fit:
    """How well one thing fits; the smallest is the best."""

    rank: int
    distance: int
    rank_as_corrected: int
    other_name: bool
    kind: int
    length: int
    position: int
    hit: Hit = field(compare=False)


def _fit(rank: _Rank, entry: _Entry, term: _Term | None = None, missing: int = 0) -> _Fit:
    other_name = term is None or not term.is_own
    length = len(term.joined) if term is not None else 0
    if rank is _Rank.PLACE_NAMED:  # "stiff neck" says more than "neck", and a place that has every word most
        length = -length if term is not None else -MOST_CHARACTERS
    return _Fit(rank, missing, 0, other_name, _KIND_ORDER[entry.hit.kind], length, entry.position, entry.hit)


def _needed(query: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in query if len(word) > _SHORT) or query


def _as_typed(index: _Index, query: tuple[str, ...]) -> Iterator[_Fit]:
    text, joined, needed = " ".join(query), "".join(query), _needed(query)
    # A word may be the beginning of one, as it is while somebody types; a short one only where typing goes on.
    sought = tuple(f" {word}" if len(word) > _SHORT or word == query[-1] else f" {word} " for word in needed)
    for entry in index.entries:
        is_place = entry.hit.kind is HitKind.REGION
        there = sum(one in f"{entry.letters} " for one in sought)
        for term in entry.terms:
            if term.text == text:
                yield _fit(_Rank.WHOLE_NAME, entry, term)
            elif term.text.startswith(f"{text} "):
                yield _fit(_Rank.FIRST_WORDS, entry, term)
            elif len(query) == 1 and term.is_own and text in term.words:
                yield _fit(_Rank.WHOLE_WORD, entry, term)
            elif term.text.startswith(text):
                yield _fit(_Rank.BEGINNING, entry, term)
            elif is_place and f" {term.text} " in f" {text} ":
                yield _fit(_Rank.PLACE_NAMED, entry, term)
            elif all(one in f" {term.text} " for one in sought) or _is_written_together(joined, term):
                yield _fit(_Rank.WORDS, entry, term)
        if there == len(needed):
            yield _fit(_Rank.PLACE_NAMED if is_place else _Rank.SPREAD, entry)
        elif there > 1 and there * 2 > len(needed):
            yield _fit(_Rank.SOME_WORDS, entry, missing=len(needed) - there)


def _is_written_together(joined: str, term: _Term) -> bool:
    """True for "heartattack" and "ham string"."""
    return len(joined) > 4 and term.joined.startswith(joined)


def _misspelt(index: _Index, query: tuple[str, ...]) -> Iterator[_Fit]:
    """What fits when misspelt words are read as the nearest words there are."""
    together: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for word in query:
        readings = _readings(index, word) if len(word) > _SHORT else {word: 0}
        longer = ((far + further, (*read, one)) for far, read in together for one, further in readings.items())
        together = sorted(longer)[:_MOST_READINGS]
    for distance, read in together:
        if distance:
            for fit in _as_typed(index, read):
                if fit.rank != _Rank.SOME_WORDS:
                    yield replace(fit, rank=_Rank.MISSPELT, distance=distance, rank_as_corrected=fit.rank)


def _readings(index: _Index, word: str) -> dict[str, int]:
    """The word and the nearest words that may be meant by it, with how far they are from it.

    Two letters swapped, or one left out, added or mistaken, are one step. Short words are not guessed at: with three
    letters everything is near.
    """
    from rapidfuzz.distance import OSA  # only here: most visits never misspell, and none at start-up
    from rapidfuzz.process import extract

    found = {word: 0}
    may_differ = 0 if len(word) < 4 else 1 if len(word) < 7 else 2
    if may_differ:
        for one, far, _ in extract(word, index.vocabulary, scorer=OSA.distance, score_cutoff=may_differ, limit=4):
            found.setdefault(one, int(far))
    if len(word) > 4:  # a misspelt word that is still being typed
        starts = {one[: len(word)] for one in index.vocabulary if len(one) > len(word)}
        for one, far, _ in extract(word, sorted(starts), scorer=OSA.distance, score_cutoff=1, limit=2):
            found.setdefault(one, int(far) + 1)
    return found
