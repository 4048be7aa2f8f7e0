"""The handout of a plan that a physiotherapist made after an examination: exercises and danger signs, no advice."""

import datetime
from collections.abc import Callable, Mapping, Sequence

from spasm_gui.handout.advice import ActTexts
from spasm_gui.handout.contents import Handout, HigherLevel, Words, exercise_of, sources_line
from spasm_gui.handout.plan import Plan
from spasm_gui.knowledge.finding import FindingId
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library

SOURCES, SOURCES_IN_SHORT = 4, 2


def make_examined_handout(
    library: Library,
    words: Words,
    acts: ActTexts,
    *,
    plan: Plan,
    places: Sequence[str],
    signs: Mapping[Level, Sequence[FindingId]],
    legal: str,
    today: datetime.date,
    date_text: Callable[[datetime.date], str],
) -> Handout:
    """Return the page of a plan that has been confirmed.

    Args:
        places: where it is for, in words; may be empty.
        signs: the danger signs of those places, by level, highest first.
        legal, date_text: as in `make_handout`.
    """
    care = [library.self_care[one.care] for one in plan.items]
    keys = [key for one in care for key in one.sources]
    keys += [key for found in signs.values() for one in found for key in library.findings[one].sources]
    reviewed = min(
        one.reviewed for one in (*care, *(library.findings[key] for found in signs.values() for key in found))
    )
    version, edition = library.edition.version, date_text(library.edition.date)
    return Handout(
        words=words,
        language=library.edition.language,
        date=date_text(today),
        places=tuple(places),
        level=None,
        state=words.chosen_by,
        act=words.chosen_act,
        why=words.chosen_why,
        said=(),
        do_now=(),
        then=(),
        exercises=tuple(exercise_of(one, item, words) for one, item in zip(care, plan.items, strict=True)),
        more_exercises=0,
        until="",
        avoid=(),
        changes=tuple(
            HigherLevel(level, acts.short(level), tuple(library.findings[one].said for one in found))
            for level, found in signs.items()
            if found
        ),
        has_more_signs=False,
        sources=sources_line(library, keys, words, SOURCES),
        sources_in_short=sources_line(library, keys, words, SOURCES_IN_SHORT),
        edition=words.edition.format(version=version, date=edition, reviewed=date_text(reviewed)),
        legal=legal,
        is_chosen=True,
        note=plan.note,
    )
