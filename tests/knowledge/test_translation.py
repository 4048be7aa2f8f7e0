"""A library in another language has the same ids and gives the same advice; no record mixes two languages."""

import random
import typing
from collections.abc import Iterator
from typing import Any

import pytest

from spasm_gui.knowledge.language import Language
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.record import Part, Text
from spasm_gui.knowledge.translation import (
    Entry,
    Fault,
    RecordKey,
    Translation,
    fault,
    numbers,
    records,
    reworded,
    texts,
    translated,
    with_texts,
)
from spasm_gui.reasoning.assessment import assess
from tests.factories import a_cause, a_finding, a_library, a_night_cramp_library
from tests.reasoning.made_visits import a_near_visit

SPANISH = Language(code="es", name="Español")

NOT_READ = {
    "id",
    "sources",  # keys of sources.yaml
    "views",  # of the drawing
    "shape",  # ids in the drawing
    "from_",  # a region or an organ, by id
    "picture",  # names of files
    "when",  # a condition: ids of findings and regions
    "needs",
    "only_for",
    "unsure",  # the word `same`, or a part with a reason of its own
    "meanwhile",  # the id of a list of acts.yaml
    "titles",  # its keys are ids of screens
    "points",  # its keys are ids of views
}
"""Fields that hold bare text which is no `Text`: nobody reads it. A new field belongs here or is a Text."""


def shapes(library: Library) -> set[type[Part]]:
    """Every type of record that people read, and every type inside it."""
    found: set[type[Part]] = set()

    def look_into(shape: type[Part]) -> None:
        if shape in found or shape.__name__ == "Formula":
            return
        found.add(shape)
        for hint in typing.get_type_hints(shape, include_extras=True).values():
            for one in leaves(hint):
                if isinstance(one, type) and issubclass(one, Part):
                    look_into(one)

    for _, record in records(library):
        look_into(type(record))
    return found


def leaves(hint: Any) -> Iterator[Any]:
    if hint is Text or not typing.get_args(hint):
        yield hint
    else:
        for inner in typing.get_args(hint):
            yield from leaves(inner)


def test_every_text_of_a_record_is_either_translatable_or_known_to_be_no_text(library: Library) -> None:
    undecided = [
        f"{shape.__name__}.{name}"
        for shape in shapes(library)
        for name, hint in typing.get_type_hints(shape, include_extras=True).items()
        if str in leaves(hint) and name not in NOT_READ
    ]
    assert undecided == []


def whole(library: Library) -> Translation:
    """Every text of a library translated, by a word before it."""
    entries: dict[RecordKey, dict[str, Entry]] = {
        key: {place: Entry(source=text, text=f"ES {text}") for place, text in texts(record).items()}
        for key, record in records(library)
    }
    return Translation(SPANISH, entries)


def test_a_translated_library_differs_in_texts_alone(library: Library) -> None:
    spanish = translated(library, whole(library))
    assert spanish.edition.language == "es"
    assert spanish.translated_into is SPANISH
    for (key, before), (other_key, after) in zip(records(library), records(spanish), strict=True):
        assert key == other_key
        assert texts(after) == {place: f"ES {text}" for place, text in texts(before).items()}
        assert without_texts(before) == without_texts(after)


def without_texts(record: Part) -> Part:
    return with_texts(record, dict.fromkeys(texts(record), "-"))


def test_the_advice_is_the_same_in_every_language(library: Library) -> None:
    spanish = translated(library, whole(library))
    backwards = reworded(library, Language(code="xx", name="xx"), lambda text: text[::-1])
    chance = random.Random(7)
    for _ in range(60):
        visit = a_near_visit(library, chance)
        first, *others = (assess(one, visit) for one in (library, spanish, backwards))
        for other in others:
            assert other.level is first.level
            assert other.is_final == first.is_final
            assert [one.rule.id for one in other.reasons] == [one.rule.id for one in first.reasons]
            assert [one.cause.id for one in other.causes] == [one.cause.id for one in first.causes]
            assert [one.id for one in other.questions] == [one.id for one in first.questions]


def test_one_missing_text_keeps_its_whole_record_in_the_source_language() -> None:
    cause = a_cause("clot", do_now=("Rest.", "Call."), needs="swollen")
    source = a_library(a_finding("swollen"), cause)
    translation = whole(source)
    del typing.cast(dict[str, Entry], translation.entries["causes", "clot"])["do_now.2"]
    spanish = translated(source, translation)
    assert spanish.causes[cause.id] == cause
    assert next(iter(spanish.findings.values())).ask.startswith("ES ")


def test_of_the_acts_only_the_one_with_the_missing_text_stays() -> None:
    source = a_night_cramp_library()
    translation = whole(source)
    del typing.cast(dict[str, Entry], translation.entries["acts", "acts"])["acts.physician.until"]
    words = {act.level.value: act.word for act in translated(source, translation).acts.acts}
    assert words["physician"] == "Physician"
    assert words["emergency"] == "ES Emergency"


@pytest.mark.parametrize(
    ("source", "entry", "expected"),
    [
        pytest.param("Rest.", None, Fault.MISSING, id="no entry"),
        pytest.param("Rest.", Entry(source="Rest."), Fault.MISSING, id="no text yet"),
        pytest.param("Rest.", Entry(source="Lie.", text="Reposo."), Fault.OUTDATED, id="another source"),
        pytest.param("Rest.", Entry(source="Rest.", was="Lie.", text="Reposo."), Fault.OUTDATED, id="not read again"),
        pytest.param("30 to 60", Entry(source="30 to 60", text="30 a 50"), Fault.NUMBERS, id="another number"),
        pytest.param("Call {number}.", Entry(source="Call {number}.", text="Llame."), Fault.PLACEHOLDERS, id="lost"),
        pytest.param("38.5 °C", Entry(source="38.5 °C", text="38,5 °C"), None, id="decimal comma"),
        pytest.param("1,000 mg", Entry(source="1,000 mg", text="1000 mg"), None, id="thousands"),
        pytest.param("2 of 3", Entry(source="2 of 3", text="de 3, 2"), None, id="another order"),
    ],
)
def test_what_makes_a_translation_unusable(source: str, entry: Entry | None, expected: Fault | None) -> None:
    assert fault(source, entry) is expected


def test_the_digits_of_a_placeholder_are_no_number() -> None:
    assert numbers("Hold {1} for 30 s") == ["30"]


def test_a_translation_counts_as_reviewed_only_with_a_name(library: Library) -> None:
    assert library.is_translation_reviewed
    assert not translated(library, whole(library)).is_translation_reviewed
