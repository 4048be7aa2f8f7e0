"""Proof about texts: where they come from, who looked at them and when, and whether they can be read."""

import datetime
from collections.abc import Iterator, Sequence

from spasm_gui.authoring.card import How, Statement
from spasm_gui.authoring.readability import grade, hardest_sentence
from spasm_gui.authoring.whereabouts import Whereabouts
from spasm_gui.authoring.wording import remarks
from spasm_gui.knowledge.finding import FindingRole
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.record import Record
from spasm_gui.knowledge.shelf_life import REVIEW_YEARS, years_later
from spasm_gui.knowledge.source import GENERAL_KNOWLEDGE

MOST_GRADE = 7
"""Patient texts should ask for no more school years than this. Common advice for health texts is 6 to 8."""

FEWEST_WORDS = 8
"""A shorter text is a label; the formula would judge it by a single long word."""

_SHOWN_CHARACTERS = 90


def records(library: Library) -> Iterator[tuple[str, str, Record]]:
    """Return every record somebody may act on, with its part of the content and its id."""
    yield from (("regions", one.id, one) for one in library.regions.values())
    yield from (("findings", one.id, one) for one in library.findings.values())
    yield from (("rules", one.id, one) for one in library.rules.values())
    yield from (("causes", one.id, one) for one in library.causes.values())
    yield from (("self_care", one.id, one) for one in library.self_care.values())
    yield from (("movement", one.id, one) for one in library.links.values())
    yield from (("movement", one.id, one) for one in library.definitions)
    yield ("acts", "acts", library.acts)


def sourced(library: Library) -> Statement:
    """Every record has a source; those that rest on general knowledge alone are counted."""
    counted: dict[str, int] = {}
    total = 0
    for part, _, record in records(library):
        total += 1
        if set(record.sources) == {GENERAL_KNOWLEDGE}:
            counted[part] = counted.get(part, 0) + 1
    alone = sum(counted.values())
    return Statement(
        key="general_knowledge_alone",
        text=f"Every record has a source; {alone} of {total} rest on general knowledge alone",
        how=How.COUNTED,
        covered=", ".join(f"{part} {count}" for part, count in counted.items()) or "none",
        figures={"records": alone, "of": total, "by_part": counted},
    )


def clinically_reviewed(library: Library) -> Statement:
    """How many records no clinician has signed: all of an unsigned edition, else those changed since."""
    clinician = library.edition.clinician
    every = [record for _, _, record in records(library)]
    unsigned = [record for record in every if clinician is None or record.reviewed > clinician.date]
    return Statement(
        key="not_clinically_reviewed",
        text=f"{len(unsigned)} of {len(every)} records are not yet clinically reviewed",
        how=How.COUNTED,
        covered=f"signed by {clinician.name} on {clinician.date.isoformat()}" if clinician else "nobody has signed",
        figures={"records": len(unsigned), "of": len(every)},
    )


def reviews_in_time(library: Library, where: Whereabouts, today: datetime.date) -> Statement:
    """No record was last held against its sources too long ago, or says so of a day to come."""
    warnings = []
    for part, key, record in records(library):
        if record.reviewed > today:
            message = f"'{key}' was reviewed on {record.reviewed.isoformat()}, which is in the future"
        elif years_later(record.reviewed, REVIEW_YEARS) < today:
            message = f"the review of '{key}' is overdue: it was last reviewed on {record.reviewed.isoformat()}"
        else:
            continue
        warnings.append(where.problem(part, key, message))
    return Statement(
        key="reviews_overdue",
        text=f"No review is older than {REVIEW_YEARS} years or in the future",
        how=How.COUNTED,
        covered=f"on {today.isoformat()}",
        warnings=tuple(warnings),
        figures={"records": len(warnings)},
    )


def _patient_texts(library: Library) -> Iterator[tuple[str, str, str, str]]:
    """The texts whose reading age matters most: part, id, which text, the text."""
    for finding in library.findings.values():
        yield "findings", finding.id, "ask", finding.ask
    for rule in library.rules.values():
        yield "rules", rule.id, "because", rule.because
    for cause in library.causes.values():
        yield "causes", cause.id, "summary", cause.summary
        if cause.do_now:
            yield "causes", cause.id, "do_now", " ".join(cause.do_now)


def readable(library: Library, where: Whereabouts) -> Statement:
    """What a patient reads first asks for at most seven years of school."""
    warnings = []
    grades: dict[str, list[float]] = {}
    for part, key, name, text in _patient_texts(library):
        if len(text.split()) < FEWEST_WORDS:
            continue
        found = grade(text)
        grades.setdefault(name, []).append(found)
        if found > MOST_GRADE:
            sentence = hardest_sentence(text)
            message = f"{name} of '{key}' reads at grade {found:.1f}; hardest: \"{_shortened(sentence.text)}\""
            warnings.append(where.problem(part, key, message))
    means = {name: round(sum(found) / len(found), 1) for name, found in grades.items()}
    return Statement(
        key="readability",
        text=f"What is read first stays within grade {MOST_GRADE} (Flesch-Kincaid)",
        how=How.COUNTED,
        covered=f"{sum(map(len, grades.values()))} texts of {FEWEST_WORDS} words and more; mean grade: "
        + ", ".join(f"{name} {mean}" for name, mean in means.items()),
        warnings=tuple(warnings),
        figures={"mean_grade": means},
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1].rstrip() + "…"


def worded(library: Library, where: Whereabouts) -> Statement:
    """No frightening, absolute or blaming word, and no danger question whose yes denies something."""
    warnings = []
    looked_at = 0
    for part, key, name, text, is_danger in _worded_texts(library):
        looked_at += 1
        for remark in remarks(text, is_danger_question=is_danger):
            message = f"{name} of '{key}' says \"{remark.word}\": {remark.reason}"
            warnings.append(where.problem(part, key, message))
    return Statement(
        key="wording",
        text="No frightening, absolute or blaming word, no hidden negation in a danger question",
        how=How.COUNTED,
        covered=f"{looked_at} texts",
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _worded_texts(library: Library) -> Iterator[tuple[str, str, str, str, bool]]:
    for finding in library.findings.values():
        is_danger = finding.role is FindingRole.DANGER
        yield "findings", finding.id, "ask", finding.ask, is_danger
        if finding.find_out:
            yield "findings", finding.id, "find_out", finding.find_out, False
    for rule in library.rules.values():
        yield "rules", rule.id, "because", rule.because, False
    for cause in library.causes.values():
        lists: Sequence[tuple[str, tuple[str, ...]]] = (
            ("summary", (cause.summary,)),
            ("mechanism", (cause.mechanism,)),
            ("do_now", cause.do_now),
            ("then", cause.then),
            ("avoid", cause.avoid),
            ("physician_when", cause.physician_when),
            ("same_day_when", cause.same_day_when),
            ("emergency_when", cause.emergency_when),
        )
        for name, texts in lists:
            yield from (("causes", cause.id, name, text, False) for text in texts)
    for care in library.self_care.values():
        yield from (("self_care", care.id, "steps", text, False) for text in care.steps)
    for act in library.acts.acts:
        for text in (act.at_home, act.on_kiosk, act.until, *act.meanwhile):
            yield "acts", act.level.value, "act", text, False


def to_confirm(library: Library) -> Statement:
    """What a clinician still has to confirm, the most important question first."""
    questions = library.to_confirm
    return Statement(
        key="to_confirm",
        text=f"{len(questions)} choices are to be confirmed by a clinician",
        how=How.COUNTED,
        covered="the most important first" if questions else "none is noted",
        figures={"questions": [{"id": one.id, "question": one.question, "chosen": one.chosen} for one in questions]},
        details=tuple(f"{place}. {one.question} Until then: {one.chosen}" for place, one in enumerate(questions, 1)),
    )


def text_statements(library: Library, where: Whereabouts, today: datetime.date) -> Iterator[Statement]:
    """All statements about texts."""
    yield sourced(library)
    yield clinically_reviewed(library)
    yield to_confirm(library)
    yield reviews_in_time(library, where, today)
    yield readable(library, where)
    yield worded(library, where)
