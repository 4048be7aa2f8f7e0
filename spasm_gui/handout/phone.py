"""The plan as a text that fits into a square to be scanned: no link, no server, the words themselves."""

from collections.abc import Collection, Sequence

from spasm_gui.handout.contents import Exercise, Handout, HigherLevel, sentence, signs_in_short
from spasm_gui.knowledge.level import Level

LARGEST_VERSION = 20
"""Of the square: 97 modules a side, which a telephone still reads from a screen at arm's length."""

MOST_BYTES = 858
"""What a square of that version holds at its lowest error correction."""

_LEAST_SIGNS = 3


def phone_text(handout: Handout, most_bytes: int = MOST_BYTES) -> str:
    """Return the plan in short lines.

    Of exercises without an advice all stay, in short where need be, with as many of the danger signs as find room
    beside them; at least the first three that need help at once.

    Of an advice the act, the first step, until when, the emergency signs and the legal line always stay. The other
    lines come as long as there is room: signs of lower levels, further steps to do now, exercises. A plan that somebody
    chose goes before all of these but the signs that need help today. A line is whole or left out.
    """
    return _advice_text(handout, most_bytes) if handout.is_advice else _chosen_text(handout, most_bytes)


def _head(handout: Handout) -> list[str]:
    words = handout.words
    places = [" ".join(handout.places)] if handout.places else []
    return [f"{words.program}, {handout.date}", *places, f"{handout.state}: {handout.act}", ""]


def _signs(change: HigherLevel, most: int) -> str:
    return f"{change.act}: {' '.join(map(sentence, change.signs[:most]))}"


def _chosen_text(handout: Handout, most_bytes: int) -> str:
    words = handout.words
    urgent = [one for one in handout.changes if one.level is Level.EMERGENCY]
    later = [one for one in handout.changes if one.level is not Level.EMERGENCY]
    note = [f"{words.note}: {sentence(handout.note)}"] if handout.note else []

    def text_of(exercises: Sequence[str], most: int, kept: Sequence[HigherLevel]) -> str:
        signs = [*(_signs(one, most) for one in urgent), *(_signs(one, _LEAST_SIGNS) for one in kept)]
        return "\n".join([*_head(handout), *exercises, "", f"{handout.signs_title}:", *signs, "", handout.legal])

    full = [*note, *map(_told, handout.exercises)]
    short = [*note, *(_told(one, in_short=True) for one in handout.exercises)]
    names = [sentence(one.name) for one in handout.exercises]
    most = max((len(one.signs) for one in urgent), default=_LEAST_SIGNS)
    tries = [(full, count, later) for count in range(most, _LEAST_SIGNS - 1, -1)]
    tries += [(told, _LEAST_SIGNS, kept) for told in (short, names) for kept in (later, [])]
    tries += [(names[:count], _LEAST_SIGNS, []) for count in range(len(names) - 1, 0, -1)]
    texts = [text_of(*one) for one in tries]
    return next((text for text in texts if len(text.encode("utf-8")) <= most_bytes), texts[-1])


def _advice_text(handout: Handout, most_bytes: int) -> str:
    words = handout.words
    steps = [f"{number}. {step}" for number, step in enumerate(handout.do_now, start=1)]
    changes = [signs_in_short(one) for one in handout.changes]
    signs = [f"{one.act}: {' '.join(sentence(sign) for sign in one.signs)}" for one in changes]
    urgent = [text for text, one in zip(signs, changes, strict=True) if one.level is Level.EMERGENCY]
    note = [f"{words.note}: {sentence(handout.note)}"] if handout.note else []
    exercises = [*note, *(_told(one) for one in handout.exercises)]

    def text_of(kept: Collection[str]) -> str:
        now, more, later = ([one for one in lines if one in kept] for lines in (steps, exercises, signs))
        blocks = [*_head(handout), f"{words.do_now}:", *now, *more, "", handout.until, *later, "", handout.legal]
        return "\n".join(blocks)

    def fits(lines: Collection[str]) -> bool:
        return len(text_of(lines).encode("utf-8")) <= most_bytes

    kept = [*steps[:1], *urgent]
    today = [text for text, one in zip(signs, changes, strict=True) if one.level >= Level.SAME_DAY]
    if handout.is_chosen and not fits([*kept, *today, *exercises]):  # better each in short than some not at all
        exercises = [*note, *(_told(one, in_short=True) for one in handout.exercises)]
    for group in (today, exercises, signs, steps[1:]) if handout.is_chosen else (signs, steps[1:], exercises):
        for one in group:
            if one in kept:
                continue
            if not fits([*kept, one]):
                break  # no later step without the one before it
            kept.append(one)
    return text_of(kept)


def _told(exercise: Exercise, *, in_short: bool = False) -> str:
    often = exercise.own or ("" if in_short else exercise.dose)
    return " ".join(sentence(part) for part in (exercise.name, often, exercise.remark) if part)
