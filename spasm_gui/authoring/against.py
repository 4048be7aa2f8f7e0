"""What `spasm-gui check --against DIR` says: what an edit changes in meaning and in words.

Lowered advice stands on top, since an edit that was meant to change a sentence should not make anybody wait.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from spasm_gui.authoring.endings import EVERY_SET_UP_TO, Change, Endings, changed_endings
from spasm_gui.authoring.text_changes import TextChange, text_changes
from spasm_gui.authoring.whereabouts import whereabouts_in
from spasm_gui.knowledge.finding import Answer, AnswerValue
from spasm_gui.reading.errors import ContentError, Problem
from spasm_gui.reading.library import read_library

_SHOWN_CHARACTERS = 400


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two content folders. `problems` stand alone: nothing is compared unless both can be read."""

    old_folder: Path
    problems: tuple[Problem, ...] = ()
    endings: Endings | None = None
    texts: tuple[TextChange, ...] = ()
    review_dates: int = 0

    @property
    def ok(self) -> bool:
        """True if both folders could be read, whatever differs."""
        return not self.problems

    @property
    def lowered(self) -> tuple[Change, ...]:
        """The changes after which the advice is less urgent."""
        return tuple(change for change in self._changes if change.is_lowered)

    @property
    def _changes(self) -> list[Change]:
        return self.endings.changes if self.endings else []

    def as_json(self) -> dict[str, Any]:
        """The difference for scripts. This shape is a promise."""
        endings = self.endings or Endings()
        return {
            "ok": self.ok,
            "against": str(self.old_folder),
            "problems": [_problem_json(problem) for problem in self.problems],
            "lowered": len(self.lowered),
            "changes": [_change_json(change) for change in endings.changes],
            "looked_at": {
                "places": endings.places,
                "sampled_places": endings.sampled_places,
                "sets_of_answers": endings.sets,
                "most_findings": endings.most_findings,
            },
            "texts": [_text_json(text) for text in self.texts],
            "review_dates": self.review_dates,
        }

    def as_text(self) -> str:
        """The difference for a person at a terminal."""
        if self.problems:
            lines = [f"problem  {problem}" for problem in self.problems]
            return "\n".join([*lines, "", "Nothing was compared: both folders must be free of problems."])
        assert self.endings is not None
        return "\n".join(
            [
                f"Compared with {self.old_folder}",
                "",
                *_told_endings(self.endings),
                "",
                *_told_texts(self.texts, self.review_dates),
                "",
                *_told_coverage(self.endings),
            ]
        )


def compare(old_folder: Path, new_folder: Path) -> Difference:
    """Return what differs in a content folder from an older one."""
    problems: list[Problem] = []
    libraries = []
    for folder in (old_folder, new_folder):
        try:
            libraries.append(read_library(folder))
        except ContentError as error:
            is_old = folder == old_folder and folder != new_folder
            problems += [_in(folder, problem) if is_old else problem for problem in error.problems]
    if problems:
        return Difference(old_folder, problems=tuple(problems))
    old, new = libraries
    texts, dates = text_changes(old, new, whereabouts_in(old_folder), whereabouts_in(new_folder))
    return Difference(old_folder, endings=changed_endings(old, new), texts=texts, review_dates=dates)


def _in(folder: Path, problem: Problem) -> Problem:
    """The problem with its whole path, so that nobody mends it in the other folder."""
    file = problem.file if problem.file == str(folder) else str(folder / problem.file)
    return Problem(file, problem.line, problem.message)


# ------------------------------------------------------------------ for a person


def _told_endings(endings: Endings) -> Iterator[str]:
    if not endings.changes:
        yield "No set of answers that was looked at ends differently."
        return
    lowered = sum(1 for change in endings.changes if change.is_lowered)
    yield f"Advice that is different now (lowered: {lowered}, raised: {len(endings.changes) - lowered})"
    for (before, after), alike in groupby(endings.changes, key=lambda change: (change.before, change.after)):
        changes = list(alike)
        mark = "LOWERED" if changes[0].is_lowered else "raised "
        yield f"  {mark}  {before.value} -> {after.value}"
        for example, together in _by_example(changes):
            yield f"    {', '.join(f'{change.place} {change.count:,}' for change in together)}"
            yield f"      such as: {example}"
            first = together[0]
            yield f"      before: {_rules(first.rules_before)}; now: {_rules(first.rules_after)}"


def _by_example(changes: Iterable[Change]) -> Iterator[tuple[str, list[Change]]]:
    """The places in which the same person ends differently for the same reason are told together."""
    alike: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[Change]] = {}
    for change in changes:
        key = (_answers(change.example), change.rules_before, change.rules_after)
        alike.setdefault(key, []).append(change)
    for (example, _, _), together in alike.items():
        yield example, together


def _answers(answers: Mapping[str, AnswerValue]) -> str:
    told = ", ".join(f"{key} {_value(value)}" for key, value in answers.items())
    return f"{told}; everything else no"


def _value(value: AnswerValue) -> str | float:
    return value.value.replace("-", " ") if isinstance(value, Answer) else value


def _rules(rules: tuple[str, ...]) -> str:
    return ", ".join(rules) or "no rule"


def _told_texts(texts: tuple[TextChange, ...], review_dates: int) -> Iterator[str]:
    yield f"What is written differently now: {len(texts)}" + (
        f" (and review dates moved: {review_dates})" if review_dates else ""
    )
    for (file, line, record), alike in groupby(texts, key=lambda text: (text.file, text.line, text.record)):
        changes = list(alike)
        what = _what(changes[0]) if not changes[0].key else ""
        yield f"  {file}:{line}  {record}{what}"
        for text in changes:
            if text.key:
                yield f"    {text.key}"
            yield from (
                f"      {word}  {_shortened(value)}"
                for word, value in (("before", text.before), ("now   ", text.after))
                if value is not None
            )


def _what(text: TextChange) -> str:
    return " is new" if text.before is None else " was taken out" if text.after is None else ""


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1].rstrip() + "…"


def _told_coverage(endings: Endings) -> Iterator[str]:
    yield "What was looked at"
    if not endings.places:
        yield "  No rule, no story and no way of answering is different, so no advice can be."
        return
    joined = sum(1 for place in endings.places if " with " in place or " on both sides" in place)
    yield (
        f"  Regions alone: {len(endings.places) - joined}; sets of regions that changed rules join: {joined}; "
        f"sets of answers (yes, no, not sure, every age): {endings.sets:,}"
    )
    yield f"  to the findings that changed rules and stories name, at most {endings.most_findings} in one place;"
    yield "  everything else is no: once plainly, and once for each self-limiting cause with its card touched."
    if endings.sampled_places:
        shown = ", ".join(endings.sampled_places[:5])
        more = f" and {len(endings.sampled_places) - 5} more" if len(endings.sampled_places) > 5 else ""
        yield (
            f"  Sampled, not enumerated, in {len(endings.sampled_places)} places with more than {EVERY_SET_UP_TO} "
            f"such findings: three at a time ({shown}{more})."
        )
        yield "  Make a smaller edit, and compare again, to have all of them looked at."
    else:
        yield "  All of them were enumerated."


# ------------------------------------------------------------------ for scripts


def _change_json(change: Change) -> dict[str, Any]:
    return {
        "place": change.place,
        "before": change.before.value,
        "after": change.after.value,
        "lowered": change.is_lowered,
        "sets_of_answers": change.count,
        "example": {key: value.value if isinstance(value, Answer) else value for key, value in change.example.items()},
        "rules_before": list(change.rules_before),
        "rules_after": list(change.rules_after),
    }


def _text_json(text: TextChange) -> dict[str, Any]:
    return {
        "file": text.file,
        "line": text.line,
        "record": text.record,
        "key": text.key,
        "before": text.before,
        "after": text.after,
    }


def _problem_json(problem: Problem) -> dict[str, Any]:
    return {"file": problem.file, "line": problem.line, "message": problem.message}
