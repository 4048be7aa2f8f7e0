"""The plan as a text that fits into a square to be scanned: no link, no server, the words themselves."""

from collections.abc import Collection

from spasm_gui.handout.contents import Exercise, Handout, sentence
from spasm_gui.knowledge.level import Level

LARGEST_VERSION = 20
"""Of the square: 97 modules a side, which a telephone still reads from a screen at arm's length."""

MOST_BYTES = 858
"""What a square of that version holds at its lowest error correction."""


def phone_text(handout: Handout, most_bytes: int = MOST_BYTES) -> str:
    """Return the plan in short lines.

    The act, the first step, until when, the emergency signs and the legal line always stay. The other lines come as
    long as there is room: signs of lower levels, further steps to do now, exercises (before those steps where somebody
    chose them). A line is whole or left out.
    """
    words = handout.words
    steps = [f"{number}. {step}" for number, step in enumerate(handout.do_now, start=1)]
    signs = [f"{one.act}: {' '.join(sentence(sign) for sign in one.signs)}" for one in handout.changes]
    urgent = [text for text, one in zip(signs, handout.changes, strict=True) if one.level is Level.EMERGENCY]
    exercises = [_told(one) for one in handout.exercises]
    exercises[:0] = [f"{words.note}: {sentence(handout.note)}"] if handout.note else []
    head = [f"{words.program}, {handout.date}", " ".join(handout.places), f"{handout.state}: {handout.act}", ""]

    def text_of(kept: Collection[str]) -> str:
        now, more, later = ([one for one in lines if one in kept] for lines in (steps, exercises, signs))
        blocks = [*head, f"{words.do_now}:", *now, *more, "", handout.until, *later, "", handout.legal]
        return "\n".join(blocks)

    kept = [*steps[:1], *urgent]
    for group in (signs, exercises, steps[1:]) if handout.is_chosen else (signs, steps[1:], exercises):
        for one in group:
            if one in kept:
                continue
            if len(text_of([*kept, one]).encode("utf-8")) > most_bytes:
                break  # no later step without the one before it
            kept.append(one)
    return text_of(kept)


def _told(exercise: Exercise) -> str:
    parts = (exercise.name, exercise.own or exercise.dose, exercise.remark)
    return " ".join(sentence(part) for part in parts if part)
