"""What an edit changes: which sets of answers end differently, and which texts."""

import itertools
import json
from pathlib import Path

import pytest

from spasm_gui.authoring.against import Difference, compare
from spasm_gui.authoring.answer_table import chosen_sets, every_set, three_at_a_time
from spasm_gui.authoring.endings import EVERY_SET_UP_TO, Endings, changed_endings
from spasm_gui.authoring.set_levels import levels_of_sets
from spasm_gui.knowledge.finding import Answer, AnswerValue, FindingId, FindingKind
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.record import Part
from spasm_gui.knowledge.rule import Formula, Unsure
from spasm_gui.reasoning.assessment import assess
from tests.factories import (
    a_case,
    a_circumstance,
    a_finding,
    a_library,
    a_night_cramp_library,
    a_pattern,
    a_region,
    a_rule,
    a_self_limiting_cause,
    a_story,
    a_visit,
    aged,
    all_of,
    any_of,
    at_least,
    touched,
    write_library,
)

LOWER = Unsure(level=Level.PHYSICIAN, reason="It is often nothing.")


def told(endings: Endings) -> list[tuple[str, Level, Level, int]]:
    return [(change.place, change.before, change.after, change.count) for change in endings.changes]


def a_varied_library(*more: Part) -> Library:
    """Rules of every form, and a card with a counter-sign that is meant for grown-ups."""
    return a_library(
        *(a_finding(name) for name in ("swollen", "cold", "hot", "weak")),
        a_circumstance("pregnancy"),
        a_finding("pain", kind=FindingKind.NUMBER, min=0.0, max=10.0, unit="of 10"),
        a_pattern("at-night"),
        a_pattern("stretch-stops"),
        a_rule("clot", when=all_of("swollen", any_of("cold", "pregnancy")), unsure=LOWER),
        a_rule("two", when=at_least(2, "cold", "hot", "weak"), advise=Level.EMERGENCY, unsure=LOWER),
        a_rule("bad-pain", when=Formula(finding="pain", at_least=8.0), advise=Level.PHYSICIAN, unsure=None),
        a_rule("old", when=all_of(aged("65-and-over"), "hot"), advise=Level.PHYSICIAN, unsure=None),
        a_rule("joined", when=all_of(touched("calf"), touched("chest"), "weak")),
        a_self_limiting_cause("cramp", a_story(against=("weak",), only_for=aged("16-49", "65-and-over"))),
        a_region("calf"),
        a_region("chest"),
        *more,
    )


# ------------------------------------------------------------------ sets of answers


def test_a_table_of_all_sets_ends_each_of_them_where_the_assessment_does() -> None:
    library = a_varied_library()
    values: dict[FindingId, tuple[AnswerValue, ...]] = {
        FindingId("swollen"): (Answer.NO, Answer.YES, Answer.NOT_SURE),
        FindingId("cold"): (Answer.NO, Answer.NOT_SURE),
        FindingId("weak"): (Answer.NO, Answer.YES, Answer.NOT_SURE),
        FindingId("hot"): (Answer.NO, Answer.YES),
        FindingId("pain"): (0.0, 8.0, Answer.NOT_SURE),
        FindingId("age-band"): ("16-49", "2-11", "65-and-over"),
        FindingId("at-night"): (Answer.NO, Answer.YES),
    }
    fixed: dict[str, AnswerValue] = {"pregnancy": Answer.NO, "stretch-stops": Answer.YES}
    table = every_set(values)
    assert table.count == 3 * 2 * 3 * 2 * 3 * 3 * 2
    for visit in (a_visit("calf:left"), a_visit("calf:left", "chest:left")):
        ends = levels_of_sets(library, visit, table, fixed)
        assert sum(bits.bit_count() for bits in ends.values()) == table.count
        for place in range(0, table.count, 3):
            calm: dict[str, AnswerValue] = {finding: choices[0] for finding, choices in values.items()}
            answers = fixed | calm | table.answers(place)
            level = assess(library, visit.answering(answers)).level
            assert level is not None
            assert ends[level] >> place & 1, answers


def test_an_example_has_as_few_answers_as_possible() -> None:
    values = {FindingId(name): (Answer.NO, Answer.YES, Answer.NOT_SURE) for name in "abcd"}
    table = every_set(values)
    alone = next(place for place in range(table.count) if table.answers(place) == {"c": Answer.YES})
    together = next(place for place in range(table.count) if set(table.answers(place)) == {"a", "b"})
    assert together < alone
    assert table.fewest(1 << together | 1 << alone) == alone
    assert table.answers(table.fewest(table.every)) == {}


def test_three_at_a_time_has_every_mixture_of_three_findings() -> None:
    values = {FindingId(name): (Answer.NO, Answer.YES, Answer.NOT_SURE) for name in "abcde"}
    table = chosen_sets(values, three_at_a_time(values, most=100))
    found = [table.answers(place) for place in range(table.count)]
    assert table.count == 1 + 5 * 2 + 10 * 4 + 10 * 8
    for three in itertools.combinations("abcde", 3):
        assert dict.fromkeys(three, Answer.NOT_SURE) in found
    assert chosen_sets(values, three_at_a_time(values, most=5)).count < table.count


# ------------------------------------------------------------------ what ends differently


def test_an_edit_that_changes_no_rule_and_no_story_changes_no_advice() -> None:
    endings = changed_endings(a_varied_library(), a_varied_library(a_case()))
    assert endings.changes == []
    assert endings.places == []


def test_a_lowered_rule_stands_on_top_with_an_example_and_the_rules_that_fired() -> None:
    both = (a_finding("swollen"), a_finding("cold"))
    old = a_library(*both, a_rule("clot", advise=Level.EMERGENCY), a_rule("chill", when="cold"))
    new = a_library(
        *both,
        a_rule("clot", advise=Level.SAME_DAY),
        a_rule("chill", when="cold", advise=Level.EMERGENCY),
    )
    endings = changed_endings(old, new)
    assert told(endings) == [
        ("calf", Level.EMERGENCY, Level.SAME_DAY, 2),
        ("calf", Level.SAME_DAY, Level.EMERGENCY, 2),
    ]
    lowered, raised = endings.changes
    assert (lowered.is_lowered, raised.is_lowered) == (True, False)
    assert lowered.example == {"swollen": Answer.YES, "age-band": "16-49"}
    assert (lowered.rules_before, lowered.rules_after) == (("clot",), ("clot",))
    assert endings.sets == 9


def test_a_lower_level_for_not_sure_is_found() -> None:
    old = a_library(a_finding("swollen"), a_rule("clot"))
    new = a_library(a_finding("swollen"), a_rule("clot", unsure=LOWER))
    endings = changed_endings(old, new)
    assert told(endings) == [("calf", Level.SAME_DAY, Level.PHYSICIAN, 1)]
    assert endings.changes[0].example["swollen"] is Answer.NOT_SURE


def test_a_rule_that_is_new_and_one_that_is_gone_are_found() -> None:
    with_rule, without = a_library(a_finding("swollen"), a_rule("clot")), a_library(a_finding("swollen"))
    assert told(changed_endings(without, with_rule)) == [("calf", Level.PHYSICIAN, Level.SAME_DAY, 2)]
    gone = changed_endings(with_rule, without)
    assert told(gone) == [("calf", Level.SAME_DAY, Level.PHYSICIAN, 2)]
    assert gone.changes[0].rules_after == ()


def test_a_counter_sign_taken_from_a_card_is_found_though_no_rule_changed() -> None:
    old, new = (
        a_library(
            a_finding("swollen"),
            a_pattern("at-night"),
            a_pattern("stretch-stops"),
            a_self_limiting_cause("cramp", a_story(against=against)),
        )
        for against in (("swollen",), ())
    )
    endings = changed_endings(old, new)
    assert told(endings) == [("calf", Level.PHYSICIAN, Level.SELF_TREAT, 4)]
    assert set(endings.changes[0].example) == {"at-night", "stretch-stops", "swollen", "age-band"}


def test_self_treatment_that_a_new_rule_takes_away_is_found_in_a_person_whose_card_was_touched() -> None:
    endings = changed_endings(
        a_night_cramp_library(a_finding("warm")),
        a_night_cramp_library(a_finding("warm"), a_rule("clot"), a_rule("heat", when="warm", advise=Level.PHYSICIAN)),
    )
    assert ("calf", Level.SELF_TREAT, Level.PHYSICIAN, 2) in told(endings)


def test_a_rule_that_joins_regions_is_looked_at_where_they_are_touched_together() -> None:
    both = all_of(touched("calf"), touched("chest"), "weak")
    new = a_varied_library(a_rule("joined", when=both, advise=Level.PHYSICIAN))
    assert told(changed_endings(a_varied_library(), new)) == [("calf with chest", Level.SAME_DAY, Level.PHYSICIAN, 4)]


def test_a_finding_that_is_answered_otherwise_makes_its_rules_worth_a_look() -> None:
    old, new = (
        a_library(
            a_finding("pain", kind=FindingKind.NUMBER, min=low, max=10.0, unit="of 10"),
            a_rule("bad-pain", when=Formula(finding="pain", at_least=8.0)),
        )
        for low in (0.0, 1.0)
    )
    endings = changed_endings(old, new)
    assert endings.changes == []
    assert (endings.places, endings.sets) == (["calf"], 3)


def test_many_findings_are_sampled_but_every_way_of_a_changed_rule_is_looked_at() -> None:
    names = [f"sign-{number}" for number in range(EVERY_SET_UP_TO + 2)]
    findings = [a_finding(name) for name in names]
    old = a_library(*findings)
    new = a_library(*findings, a_rule("all-of-them", when=all_of(*names)))
    endings = changed_endings(old, new)
    assert endings.sampled_places == ["calf"]
    assert told(endings) == [("calf", Level.PHYSICIAN, Level.SAME_DAY, 1)]


# ------------------------------------------------------------------ what is said


@pytest.fixture
def old_folder(tmp_path: Path) -> Path:
    return write_library(tmp_path / "old", a_night_cramp_library(a_finding("warm")))


def difference(old_folder: Path, *changed: Part) -> Difference:
    new = a_night_cramp_library(a_finding("warm"), *changed)
    return compare(old_folder, write_library(old_folder.parent / "new", new))


def test_two_equal_folders_say_so(old_folder: Path) -> None:
    text = difference(old_folder).as_text()
    assert "No set of answers that was looked at ends differently." in text
    assert "What is written differently now: 0" in text
    assert "No rule, no story and no way of answering is different, so no advice can be." in text


def test_a_changed_sentence_is_shown_before_and_after_with_its_file_and_line(old_folder: Path) -> None:
    found = difference(old_folder, a_rule("clot", because="It can be a clot."))
    (text,) = found.texts
    assert (text.file, text.record, text.key) == ("rules/all.yaml", "rule 'clot'", "because")
    assert (text.before, text.after) == ("This can be bad.", "It can be a clot.")
    assert "      before  This can be bad.\n      now     It can be a clot." in found.as_text()
    assert found.endings is not None
    assert found.endings.changes == []


def test_a_changed_line_of_a_list_is_shown_alone(old_folder: Path) -> None:
    card = a_story(against=("swollen",))
    cause = a_self_limiting_cause(
        "night-cramp", card, self_care=("calf-stretch",), do_now=("Stand up.", "Stretch it.", "Rub it.")
    )
    leg_clot = next(c for c in a_night_cramp_library().causes.values() if c.id == "leg-clot")
    found = difference(old_folder, cause, leg_clot)
    assert [(text.key, text.before, text.after) for text in found.texts] == [
        ("do_now", None, "Stand up."),
        ("do_now", None, "Rub it."),
    ]


def test_a_changed_card_is_named_inside_its_cause(old_folder: Path) -> None:
    cause = a_self_limiting_cause("night-cramp", a_story(against=()), self_care=("calf-stretch",))
    leg_clot = next(c for c in a_night_cramp_library().causes.values() if c.id == "leg-clot")
    found = difference(old_folder, cause, leg_clot)
    assert [(text.key, text.before, text.after) for text in found.texts] == [
        ("stories.night-story.against", "swollen", None)
    ]


def test_a_record_that_is_new_or_gone_is_told_in_its_own_words(old_folder: Path) -> None:
    come = difference(old_folder, a_rule("chill", when="warm", because="It is warm."))
    assert "rule 'chill' is new\n      now     It is warm." in come.as_text()
    gone = compare(old_folder.parent / "new", old_folder)
    assert "rule 'chill' was taken out\n      before  It is warm." in gone.as_text()


def test_a_lowered_advice_is_flagged_and_counted(old_folder: Path) -> None:
    found = difference(old_folder, a_rule("clot", advise=Level.PHYSICIAN))
    assert len(found.lowered) == 1
    text = found.as_text()
    assert "Advice that is different now (lowered: 1, raised: 0)" in text
    assert "  LOWERED  same-day -> physician\n    calf " in text
    assert "such as: swollen yes, age-band 16-49; everything else no" in text or "age-band 16-49, swollen yes" in text
    assert "before: clot; now: clot" in text
    assert "All of them were enumerated." in text


def test_the_json_keeps_its_promised_shape(old_folder: Path) -> None:
    found = json.loads(json.dumps(difference(old_folder, a_rule("clot", advise=Level.PHYSICIAN)).as_json()))
    keys = ["ok", "against", "problems", "lowered", "changes", "looked_at", "texts", "review_dates"]
    assert list(found) == keys
    assert found["changes"][0]["lowered"] is True
    assert found["changes"][0]["example"]["swollen"] == "yes"
    assert found["texts"][0]["record"] == "rule 'clot'"


def test_nothing_is_compared_with_a_broken_folder_and_its_problems_are_named_with_their_path(old_folder: Path) -> None:
    (old_folder / "sources.yaml").unlink()
    found = difference(old_folder)
    assert not found.ok
    assert found.as_text().startswith(f"problem  {old_folder / 'sources.yaml'}:1: this file is missing")
    assert "Nothing was compared" in found.as_text()
