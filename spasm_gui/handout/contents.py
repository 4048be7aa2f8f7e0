"""A handout in plain values: everything it says, in the order in which it is read. No Qt, no files.

Page, PDF, print-out, plain HTML and the square for the phone are all made of one `Handout`, so they cannot disagree.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spasm_gui.handout.advice import ActTexts, best_cause, reason_line, steps, until_line
from spasm_gui.handout.plan import Item, Plan
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.self_care import SelfCare
from spasm_gui.knowledge.source import GENERAL_KNOWLEDGE, SourceId
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.assessment import Assessment

MOST_SOURCES = 4
SOURCES_IN_SHORT = 2
MOST_SIGNS = 3
SIGNS_IN_SHORT = 2
MOST_EXERCISES = 4


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the interface on a handout, in the visitor's language. Braces are filled in by `make_handout`."""

    program: str
    advice: str
    advice_so_far: str
    why: str
    fits_best: str
    none: str
    no_danger_sign: str
    not_sure: str
    do_now: str
    then: str
    what_you_can_do: str
    more_to_do: str
    your_plan: str
    chosen_by: str
    chosen_act: str
    chosen_why: str
    get_help: str
    times_a_day: str
    days: str
    usually: str
    note: str
    hold: str
    stop_if: str
    until: str
    that_is_until: str
    avoid: str
    no_longer_holds: str
    any_other_sign: str
    on_your_phone: str
    shortened: str
    phone_note: str
    sources: str
    more_sources: str
    general_knowledge: str
    edition: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """Something to do. `picture` is a file of `assets/exercises` without its ending, or None.

    `own` is how often in a plan made for this person, `remark` what was added for them; both may be empty.
    """

    name: str
    dose: str
    steps: tuple[str, ...]
    stop_if: tuple[str, ...]
    picture: str | None
    own: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class HigherLevel:
    """A level above the advice: what it asks for, and which signs lead there."""

    level: Level
    act: str
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Handout:
    """One page to take home. Nothing in it tells who was here, or where; it holds what was on the screen.

    With `is_chosen` the exercises are a plan that somebody put together, with a `note` for the whole of it. Without a
    `level` there is no advice of the program: a physiotherapist chose the exercises after an examination.
    """

    words: Words
    language: str
    date: str
    places: tuple[str, ...]
    level: Level | None
    state: str
    act: str
    why: str
    said: tuple[str, ...]
    do_now: tuple[str, ...]
    then: tuple[str, ...]
    exercises: tuple[Exercise, ...]
    more_exercises: int
    until: str
    avoid: tuple[str, ...]
    changes: tuple[HigherLevel, ...]
    has_more_signs: bool
    sources: str
    sources_in_short: str
    edition: str
    legal: str
    is_chosen: bool = False
    note: str = ""

    @property
    def title(self) -> str:
        """What the page is called, in a viewer's title bar too."""
        return f"{self.words.program}: {self.act}"

    @property
    def is_advice(self) -> bool:
        """True if the program advises something; false if somebody chose exercises without it."""
        return self.level is not None

    @property
    def signs_title(self) -> str:
        """What stands above the danger signs."""
        return self.words.no_longer_holds if self.is_advice else self.words.get_help

    @property
    def stop_if(self) -> tuple[str, ...]:
        """Every sign that ends any of the exercises, each once."""
        return tuple(dict.fromkeys(sign for one in self.exercises for sign in one.stop_if))


def make_handout(
    library: Library,
    visit: Visit,
    assessment: Assessment,
    words: Words,
    acts: ActTexts,
    *,
    care: Sequence[SelfCare],
    plan: Plan,
    places: Sequence[str],
    signs: Mapping[Level, Sequence[str]],
    legal: str,
    today: datetime.date,
    date_text: Callable[[datetime.date], str],
) -> Handout:
    """Return the handout of a visit. Acts are always those for home: that is where it will be read.

    Args:
        care: what is offered to do oneself; without a plan only the first few find room on the page.
        plan: what was chosen of it. What is not offered (any more) is not handed out.
        places: the touched places in words, "your left calf".
        signs: what would raise the advice, by level, highest first.
        legal: the line of every page, what the program is and who has reviewed it.
        date_text: writes a date as the visitor's language does.
    """
    level = assessment.level or Level.PHYSICIAN
    cause = best_cause(assessment, level)
    do_now, then = steps(library, assessment, level, acts.at_home(level))
    offered = {one.id: one for one in care}
    plan = plan.within(offered)
    chosen = plan.items or tuple(Item(key) for key in list(offered)[:MOST_EXERCISES])
    care = [offered[one.care] for one in chosen]
    keys: list[str] = [key for one in assessment.reasons for key in one.rule.sources]
    keys += cause.sources if cause is not None else ()
    keys += [key for one in care for key in one.sources]
    reviewed = [one.rule.reviewed for one in assessment.reasons] + [one.reviewed for one in care]
    reviewed += [library.acts.reviewed, *([cause.reviewed] if cause is not None else [])]
    return Handout(
        words=words,
        language=library.edition.language,
        date=date_text(today),
        places=tuple(places),
        level=level,
        state=words.advice if assessment.is_final else words.advice_so_far,
        act=library.act(level).word,
        why=reason_line(library, assessment, words.fits_best, words.none),
        said=_said(library, assessment, words),
        do_now=tuple(do_now),
        then=tuple(then),
        exercises=tuple(exercise_of(offered[one.care], one, words) for one in chosen),
        more_exercises=0 if plan.items else len(offered) - len(care),
        until=until_line(cause, level, acts, words.that_is_until, today, date_text),
        avoid=cause.avoid if cause is not None else (),
        changes=tuple(HigherLevel(one, acts.short(one), tuple(said[:MOST_SIGNS])) for one, said in signs.items()),
        has_more_signs=any(len(said) > MOST_SIGNS for said in signs.values()),
        sources=sources_line(library, [*keys, *library.acts.sources], words, MOST_SOURCES),
        sources_in_short=sources_line(library, [*keys, *library.acts.sources], words, SOURCES_IN_SHORT),
        edition=words.edition.format(
            version=library.edition.version, date=date_text(library.edition.date), reviewed=date_text(min(reviewed))
        ),
        legal=legal,
        is_chosen=bool(plan.items),
        note=plan.note if plan.items else "",
    )


def _said(library: Library, assessment: Assessment, words: Words) -> tuple[str, ...]:
    """The person's own answers that led here."""
    if assessment.reasons:
        return tuple(
            dict.fromkeys(
                (words.not_sure if reason.only_by_doubt else "{said}").format(said=library.findings[one].said)
                for reason in assessment.reasons
                for one in reason.findings
            )
        )
    said = [words.no_danger_sign]
    if assessment.is_earned:
        said += [library.findings[one].said for one in dict.fromkeys(f for c in assessment.best_causes for f in c.fits)]
    return tuple(said)


def exercise_of(care: SelfCare, item: Item, words: Words) -> Exercise:
    """Return an exercise with its own numbers and words, where the plan has some."""
    dose = care.repeats
    if care.hold_seconds:
        dose = words.hold.format(seconds=care.hold_seconds, repeats=care.repeats)
    own = [words.times_a_day.format(count=item.times)] if item.times else []
    own += [words.days.format(count=item.days)] if item.days else []
    if own:
        dose = words.usually.format(dose=dose)
    return Exercise(care.name, dose, care.steps, care.stop_if, care.picture, " ".join(own), item.words)


def sources_line(library: Library, keys: Iterable[str], words: Words, most: int) -> str:
    """The first sources in one line, how many more there are, and whether something rests on general knowledge."""
    unique = list(dict.fromkeys(keys))
    named = [library.sources[SourceId(key)] for key in unique if key != GENERAL_KNOWLEDGE]
    texts = [f"{one.publisher}: {one.title}{_year(one.year)}" for one in named[:most]]
    if len(named) > most:
        texts.append(words.more_sources.format(count=len(named) - most))
    if GENERAL_KNOWLEDGE in unique:
        texts.append(words.general_knowledge)
    return "; ".join(texts) + "."


def _year(text: str | None) -> str:
    """The year alone: how the source was read and dated is told in the program."""
    year = re.search(r"\d{4}", text or "")
    return f" ({year[0]})" if year is not None else ""


def sentence(text: str) -> str:
    """Return the text with a full stop, where it ends without one."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def ever_shorter(handout: Handout) -> Iterator[Handout]:
    """Yield the handout as it is, then without what a page can best spare, one thing after the other.

    What to do now, until when, what to leave out, the signs of an emergency and the first ones of every other level
    stay in each of them. Exercises that are left out are counted on the page; those that somebody chose stay, too.
    """
    yield handout
    handout = replace(handout, sources=handout.sources_in_short)
    yield handout
    for most, changed in (
        (3, {}),
        (3, {"said": ()}),
        (2, {}),
        (2, {"then": handout.then[:2]}),
        (2, {"changes": tuple(map(signs_in_short, handout.changes)), "has_more_signs": True}),
        (1, {}),
        (1, {"then": ()}),
    ):
        handout = replace(_with_exercises(handout, most), **changed)
        yield handout


def signs_in_short(change: HigherLevel) -> HigherLevel:
    """Return the level with its first signs; an emergency keeps all of them."""
    return change if change.level is Level.EMERGENCY else replace(change, signs=change.signs[:SIGNS_IN_SHORT])


def _with_exercises(handout: Handout, most: int) -> Handout:
    if handout.is_chosen or len(handout.exercises) <= most:
        return handout
    gone = len(handout.exercises) - most
    return replace(handout, exercises=handout.exercises[:most], more_exercises=handout.more_exercises + gone)


def reading_order(handout: Handout, *, has_code: bool = False) -> tuple[str, ...]:
    """Return every text of the page, one after the other, as eyes and screen readers meet them.

    Args:
        has_code: the square for the phone stands on the page, and with it the two texts beside it.
    """
    words = handout.words
    texts = [words.program, handout.date, *handout.places, handout.state, handout.act]
    texts += [words.why] if handout.is_advice else []
    texts += [handout.why, *handout.said]
    texts += [words.on_your_phone] if has_code and not handout.is_advice else []
    texts += [words.do_now, *handout.do_now] if handout.do_now else []
    texts += [words.then, *handout.then] if handout.then else []
    if handout.changes:
        texts.append(handout.signs_title)
        for change in handout.changes:
            texts += [change.act, *change.signs]
        texts += [words.any_other_sign] if handout.has_more_signs else []
    is_beside = len(handout.changes) < 2
    limits = [words.until, handout.until] if handout.until else []
    limits += [words.avoid, *handout.avoid] if handout.avoid else []
    phone = [words.on_your_phone] if has_code and handout.is_advice else []
    texts += [*limits, *phone] if is_beside else [*phone, *limits]
    if handout.exercises:
        texts.append(words.your_plan if handout.is_chosen else words.what_you_can_do)
        texts += [words.note, handout.note] if handout.note else []
        for one in handout.exercises:
            texts += [text for text in (one.name, one.own, one.dose, *one.steps, one.remark) if text]
        texts += [words.stop_if, *handout.stop_if]
        texts += [words.more_to_do.format(count=handout.more_exercises)] if handout.more_exercises else []
    texts += [words.phone_note] if has_code else []
    texts += [words.sources, handout.sources, handout.edition, handout.legal]
    return tuple(texts)
