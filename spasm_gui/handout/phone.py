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
    lines come as long as there is room: signs that need help today, further steps to do now, other signs, exercises.
    Some of today's signs make room for the steps, if these then stand there all. A plan that somebody chose goes before
    all of these but the signs that need help today. A line is whole or left out, and the text says if it is shortened.
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

    def text_of(exercises: Sequence[str], most: int, kept: Sequence[HigherLevel]) -> str:
        signs = [*(_signs(one, most) for one in urgent), *(_signs(one, _LEAST_SIGNS) for one in kept)]
        is_whole = {*full, *(_signs(one, len(one.signs)) for one in handout.changes)} <= {*exercises, *signs}
        short = [] if is_whole else [words.shortened]
        lines = [*_head(handout), *exercises, "", f"{handout.signs_title}:", *signs, "", *short, handout.legal]
        return "\n".join(lines)

    full, short = _exercises(handout), _exercises(handout, in_short=True)
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
    told = _exercises(handout)
    all_lines = {*steps, *told, *(_signs(one, len(one.signs)) for one in handout.changes)}

    def text_of(kept: Collection[str], exercises: Sequence[str], signs: Sequence[str]) -> str:
        now, more, later = ([one for one in lines if one in kept] for lines in (steps, exercises, signs))
        short = [] if all_lines <= {*now, *more, *later} else [words.shortened]
        blocks = [
            *_head(handout),
            f"{words.do_now}:",
            *now,
            *more,
            "",
            handout.until,
            *later,
            "",
            *short,
            handout.legal,
        ]
        return "\n".join(blocks)

    def fits(kept: Collection[str], exercises: Sequence[str], signs: Sequence[str]) -> bool:
        return len(text_of(kept, exercises, signs).encode("utf-8")) <= most_bytes

    def signs_with(most_today: int) -> list[str]:
        most = [most_today if one.level is Level.SAME_DAY else len(one.signs) for one in changes]
        return [_signs(one, count) for one, count in zip(changes, most, strict=True)]

    def chosen_of(signs: Sequence[str], *levels: Level) -> list[str]:
        return [text for text, one in zip(signs, changes, strict=True) if one.level in levels]

    signs, exercises = signs_with(_LEAST_SIGNS), told
    kept = [*steps[:1], *chosen_of(signs, Level.EMERGENCY)]
    today = chosen_of(signs, Level.SAME_DAY)
    if handout.is_chosen:
        if not fits([*kept, *today, *told], told, signs):  # better each in short than some not at all
            exercises = _exercises(handout, in_short=True)
        groups = (today, exercises, signs, steps[1:])
    else:
        tries = [(more, signs_with(most)) for more in (steps, []) for most in range(_LEAST_SIGNS, 0, -1)]
        for more, fewer in tries:  # what to do is of most use as a whole: some of today's signs make room for it
            if fits([*kept, *chosen_of(fewer, Level.SAME_DAY), *more], exercises, fewer):
                signs, today = fewer, chosen_of(fewer, Level.SAME_DAY)
                break
        groups = (today, steps[1:], signs, exercises)
    for group in groups:
        for one in group:
            if one in kept:
                continue
            if not fits([*kept, one], exercises, signs):
                break  # no later step without the one before it
            kept.append(one)
    return text_of(kept, exercises, signs)


def _exercises(handout: Handout, *, in_short: bool = False) -> list[str]:
    """What was said about the plan as a whole, then each exercise."""
    note = [f"{handout.words.note}: {sentence(handout.note)}"] if handout.note else []
    return [*note, *(_told(one, in_short=in_short) for one in handout.exercises)]


def _told(exercise: Exercise, *, in_short: bool = False) -> str:
    often = exercise.own or ("" if in_short else exercise.dose)
    return " ".join(sentence(part) for part in (exercise.name, often, exercise.remark) if part)
