"""What a person types finds what they mean: lay, clinical and old names, misspelt, accented or half typed."""

import subprocess
import sys

import pytest

from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.movement import Definition
from spasm_gui.places import content_dir
from spasm_gui.reading.library import read_library
from spasm_gui.search import MOST_CHARACTERS, Hit, HitKind, find, first_letter, folded
from tests.factories import REVIEWED, a_cause, a_library, a_muscle, a_region

REGION, CAUSE, MUSCLE, WORD = HitKind.REGION, HitKind.CAUSE, HitKind.MUSCLE, HitKind.WORD


@pytest.fixture(scope="module")
def content() -> Library:
    return read_library(content_dir())


def a_word(id: str, term: str) -> Definition:
    return Definition(id=id, term=term, meaning="It means this.", sources=("a-source",), reviewed=REVIEWED)


def found(library: Library, text: str) -> list[tuple[HitKind, str]]:
    return [(hit.kind, hit.id) for hit in find(library, text)]


@pytest.mark.parametrize(
    ("text", "kind", "id"),
    [
        ("calf", REGION, "calf"),
        ("wade", REGION, "calf"),
        ("Waden", REGION, "calf"),
        ("my calf hurts", REGION, "calf"),
        ("chest pain", REGION, "chest"),
        ("pain in the chest", REGION, "chest"),
        ("stiff neck", REGION, "back-neck"),
        ("back of my thigh", REGION, "thigh-back"),
        ("all over", REGION, "many-places"),
        ("jaw click", REGION, "jaw"),
        ("jaw clik", REGION, "jaw"),
        ("kalf", REGION, "calf"),
        ("sholder", REGION, "shoulder"),
        ("hamstirng", REGION, "thigh-back"),
        ("gastrocnemius", MUSCLE, "gastrocnemius-medial"),
        ("masseter", MUSCLE, "masseter"),
        ("biting muscle", MUSCLE, "masseter"),
        ("heart attack", CAUSE, "acs"),
        ("hart attack", CAUSE, "acs"),
        ("heartattack", CAUSE, "acs"),
        ("bells palsy", CAUSE, "bells-palsy"),
        ("bell’s palsy", CAUSE, "bells-palsy"),
        ("HEMIFACIAL SPASM", CAUSE, "hemifacial-spasm"),
        ("cramp", WORD, "cramp"),
        ("spasm", WORD, "spasm"),
        ("tetany", WORD, "tetany"),
        ("spazm", WORD, "spasm"),
    ],
)
def test_the_first_hit_is_what_is_meant_by(content: Library, text: str, kind: HitKind, id: str) -> None:
    assert found(content, text)[0] == (kind, id)


@pytest.mark.parametrize(
    ("text", "kind", "id"),
    [
        ("charley horse", CAUSE, "night-leg-cramp"),
        ("charlie horse", CAUSE, "night-leg-cramp"),
        ("jaw click", CAUSE, "tmd-muscle"),
        ("lockjaw", CAUSE, "tetanus"),
        ("diarrea", CAUSE, "gastroenteritis"),
        ("leg clot", CAUSE, "dvt"),
        ("night cramp calf", CAUSE, "night-leg-cramp"),
        ("twitch", WORD, "twitch"),
        ("lower leg", REGION, "calf"),
    ],
)
def test_among_the_hits_is(content: Library, text: str, kind: HitKind, id: str) -> None:
    assert (kind, id) in found(content, text)


@pytest.mark.parametrize(
    "text", ["", "   ", "!?", "xyzzy", "qwertz", "asdfgh", "12345", "hello world", "lorem ipsum dolor"]
)
def test_nothing_is_found_for(content: Library, text: str) -> None:
    assert find(content, text) == ()


def test_every_region_is_found_by_each_of_its_words(content: Library) -> None:
    for region in content.regions.values():
        for word in (region.name, region.clinical_name, *region.words):
            assert (REGION, region.id) in found(content, word), word


def test_every_cause_and_muscle_is_found_by_each_of_its_names(content: Library) -> None:
    for cause in content.causes.values():
        for name in (cause.name, cause.clinical_name, *cause.also_called):
            assert (CAUSE, cause.id) in found(content, name), name
    for region in content.regions.values():
        for muscle in region.muscles:
            for name in (muscle.name, muscle.clinical_name):
                assert (MUSCLE, muscle.id) in found(content, name), name


def test_a_hit_tells_the_clinical_name_and_where_it_leads() -> None:
    library = a_library(
        a_region("calf", clinical_name="Sura", muscles=(a_muscle("soleus", clinical_name="Musculus soleus"),)),
        a_cause("calf-clot", name="Clot in the calf", clinical_name="Thrombosis"),
        a_word("calf-word", "Calf bone"),
    )
    assert find(library, "calf") == (
        Hit(REGION, "calf", "Calf", "Sura", library.regions["calf"].id),  # type: ignore[index]
        Hit(WORD, "calf-word", "Calf bone"),
        Hit(CAUSE, "calf-clot", "Clot in the calf", "Thrombosis"),
    )
    (muscle,) = find(library, "soleus")
    assert (muscle.second, muscle.region) == ("Musculus soleus · Calf", "calf")


def test_the_whole_name_comes_before_beginnings_and_those_before_words_inside() -> None:
    library = a_library(
        a_cause("c", name="Tender wrist"), a_cause("b", name="Wrist trouble"), a_cause("a", name="Wrist")
    )
    assert [id for _, id in found(library, "wrist")] == ["a", "b", "c"]


def test_a_misspelt_word_is_guessed_only_when_nothing_is_spelt_so() -> None:
    library = a_library(a_cause("hand", name="Handle"), a_cause("candle", name="Candle"))
    assert found(library, "handle") == [(CAUSE, "hand")]
    assert found(library, "hamdle") == [(CAUSE, "hand")]


def test_a_place_named_in_a_sentence_comes_before_a_cause_of_such_pain() -> None:
    library = a_library(a_region("chest"), a_cause("rib", name="Sore rib", also_called=("sharp chest pain",)))
    assert found(library, "chest pain") == [(REGION, "chest"), (CAUSE, "rib")]


def test_a_whole_word_comes_before_the_mere_beginning_of_one(content: Library) -> None:
    library = a_library(a_cause("rare", name="Cramps in heat"), a_cause("common", name="Night cramp in the calf"))
    assert found(library, "cramp") == [(CAUSE, "common"), (CAUSE, "rare")]
    assert (CAUSE, "night-leg-cramp") in found(content, "cramp")


def test_no_more_is_found_than_asked_for(content: Library) -> None:
    assert len(find(content, "cramp", limit=3)) == 3
    assert find(content, "cramp", limit=3) == find(content, "cramp")[:3]


def test_a_thing_is_found_once_however_many_of_its_names_fit(content: Library) -> None:
    for text in ("cramp", "back", "neck", "low"):
        hits = found(content, text)
        assert len(set(hits)) == len(hits)


@pytest.mark.parametrize("one_more", ["a " * MOST_CHARACTERS, "sholder " * 40, "ß" * 500, "\u0301" * 500, "\ud800"])
def test_endless_and_odd_texts_are_harmless(content: Library, one_more: str) -> None:
    find(content, one_more)
    find(content, f"calf {one_more}")


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("  Charley   HORSE! ", "charley horse"),
        ("Sjögren", "sjogren"),
        ("Straße", "strasse"),
        ("İstanbul ılık", "istanbul ilik"),
        ("œsophagus", "oesophagus"),
        ("Bell’s-palsy", "bells palsy"),
        ("ＣＡＬＦ", "calf"),
    ],
)
def test_case_accents_and_signs_are_folded(typed: str, plain: str) -> None:
    assert folded(typed) == plain


@pytest.mark.parametrize(
    ("name", "letter"), [("Ärger", "A"), ("“Back”", "B"), ("calf", "C"), ("3-day flu", "#"), ("?", "#")]
)
def test_a_name_stands_under_its_first_letter(name: str, letter: str) -> None:
    assert first_letter(name) == letter


def test_the_library_for_misspellings_is_loaded_when_somebody_misspells() -> None:
    script = """
import sys
from spasm_gui.search import find
from tests.factories import a_library
library = a_library()
find(library, "calf")
assert "rapidfuzz" not in sys.modules
find(library, "kalf")
assert "rapidfuzz" in sys.modules
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
