"""The plan as a text that fits into a square to be scanned: no link, no server, the words themselves."""

from collections.abc import Collection

from spasm_gui.handout.contents import Exercise, Handout, sentence, signs_in_short
from spasm_gui.knowledge.level import Level

LARGEST_VERSION = 20
"""Of the square: 97 modules a side, which a telephone still reads from a screen at arm's length."""

MOST_BYTES = 858
"""What a square of that version holds at its lowest error correction."""


def phone_text(handout: Handout, most_bytes: int = MOST_BYTES) -> str:
    """Return the plan in short lines.

    The act, the first step, until when, the emergency signs and the legal line always stay. The other lines come as
    long as there is room: signs of lower levels, further steps to do now, exercises. A plan that somebody chose goes
    before all of these but the signs that need help today. A line is whole or left out.
    """
    words = handout.words
    steps = [f"{number}. {step}" for number, step in enumerate(handout.do_now, start=1)]
    changes = [signs_in_short(one) for one in handout.changes]
    signs = [f"{one.act}: {' '.join(sentence(sign) for sign in one.signs)}" for one in changes]
    urgent = [text for text, one in zip(signs, changes, strict=True) if one.level is Level.EMERGENCY]
    note = [f"{words.note}: {sentence(handout.note)}"] if handout.note else []
    exercises = [*note, *(_told(one) for one in handout.exercises)]
    head = [f"{words.program}, {handout.date}", " ".join(handout.places), f"{handout.state}: {handout.act}", ""]

    def text_of(kept: Collection[str]) -> str:
        now, more, later = ([one for one in lines if one in kept] for lines in (steps, exercises, signs))
        blocks = [*head, f"{words.do_now}:", *now, *more, "", handout.until, *later, "", handout.legal]
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
