"""The proof card finds what breaks a promise, and nothing where none is broken."""

import datetime

import pytest

from spasm_gui.authoring.card import Card, Statement
from spasm_gui.authoring.proof import prove
from spasm_gui.authoring.situations import branches, situations
from spasm_gui.authoring.whereabouts import Whereabouts
from spasm_gui.knowledge.finding import FindingKind, FindingRole
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Clinician, Edition, Library
from spasm_gui.knowledge.rule import Formula, Unsure
from tests.factories import (
    REVIEWED,
    a_case,
    a_cause,
    a_circumstance,
    a_finding,
    a_library,
    a_night_cramp_library,
    a_pattern,
    a_region,
    a_rule,
    a_self_care,
    a_self_limiting_cause,
    a_story,
    aged,
    all_of,
    any_of,
    at_least,
    some_rows,
    some_screens,
    touched,
)


def card_of(library: Library, today: datetime.date = REVIEWED) -> Card:
    return prove(library, Whereabouts(), today)


def statement(key: str, library: Library, today: datetime.date = REVIEWED) -> Statement:
    return card_of(library, today).statement(key)


def problems(key: str, library: Library) -> list[str]:
    return [problem.message for problem in statement(key, library).problems]


def warnings(key: str, library: Library) -> list[str]:
    return [warning.message for warning in statement(key, library).warnings]


def test_nothing_is_broken_in_a_library_that_keeps_its_promises() -> None:
    cramp = a_case("cramp", yes=("night-story",), level=Level.SELF_TREAT)
    clot = a_case("clot", yes=("swollen",), level=Level.SAME_DAY)
    card = card_of(a_night_cramp_library(cramp, clot))
    assert card.problems == ()
    assert card.warnings == ()
    assert all(one.holds for one in card.statements)


# ------------------------------------------------------------------ which places are looked at


def test_regions_are_looked_at_alone_and_as_some_rule_joins_them() -> None:
    library = a_library(
        a_finding("swollen"),
        *(a_region(name) for name in ("calf", "chest", "foot")),
        a_rule("clot", all_of(touched("chest"), touched("calf"), "swollen")),
    )
    assert [visit.regions for visit in situations(library)] == [{"calf"}, {"chest"}, {"foot"}, {"calf", "chest"}]


def test_both_sides_are_looked_at_where_a_rule_asks_for_them() -> None:
    library = a_library(a_finding("swollen"), a_rule("both", all_of(Formula(region="calf", side="both"), "swollen")))
    assert [len(visit.places) for visit in situations(library)] == [1, 2]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("f", {frozenset[str]()}),
        (touched("a", "b"), {frozenset({"a"}), frozenset({"b"})}),
        (any_of("f", touched("a")), {frozenset(), frozenset({"a"})}),
        (all_of("f", touched("a"), touched("b")), {frozenset({"a", "b"})}),
        (at_least(2, touched("a"), touched("b"), "f"), {frozenset({"a", "b"}), frozenset({"a"}), frozenset({"b"})}),
        (all_of(*(touched(name) for name in "abcd")), {frozenset("abcd")}),
    ],
    ids=["anywhere", "either", "any", "all", "counted", "four-places"],
)
def test_the_places_of_a_condition(form: str | Formula, expected: set[frozenset[str]]) -> None:
    assert {frozenset(region for region, _ in one) for one in branches(form)} == expected


# ------------------------------------------------------------------ rules


def test_a_rule_whose_conditions_exclude_each_other_is_dead() -> None:
    rule = a_rule("clot", all_of("swollen", aged("2-11"), aged("65-and-over")))
    assert problems("no_dead_rule", a_night_cramp_library(rule)) == [
        "rule 'clot' can never fire: its conditions exclude each other"
    ]


def test_a_rule_that_asks_for_more_than_a_number_can_be_is_dead() -> None:
    pain = a_finding("pain", kind=FindingKind.NUMBER, min=0.0, max=10.0, unit="of 10")
    too_much = a_rule("pain", Formula(finding="pain", at_least=11))
    assert problems("no_dead_rule", a_library(pain, too_much))
    assert not problems("no_dead_rule", a_library(pain, a_rule("pain", Formula(finding="pain", at_least=8))))


def test_a_rule_behind_both_sides_of_a_region_without_sides_is_dead() -> None:
    rule = a_rule("all-over", all_of("swollen", Formula(region="many-places", side="both")))
    assert problems("no_dead_rule", a_library(a_finding("swollen"), a_region("many-places", sides=()), rule))


def test_a_rule_that_another_always_outdoes_is_shadowed() -> None:
    library = a_library(
        a_finding("swollen"),
        a_circumstance("pregnancy"),
        a_rule("clot", "swollen", Level.SAME_DAY),
        a_rule("clot-pregnant", all_of("swollen", "pregnancy"), Level.PHYSICIAN),
    )
    assert warnings("no_shadowed_rule", library) == [
        "rule 'clot-pregnant' never changes the advice: whenever it fires, 'clot' says as much or more"
    ]


def test_a_rule_that_says_more_in_doubt_is_not_shadowed() -> None:
    library = a_library(
        a_finding("swollen"),
        a_circumstance("pregnancy"),
        a_rule("clot", "swollen", unsure=Unsure(level=Level.PHYSICIAN, reason="It can wait.")),
        a_rule("clot-pregnant", all_of("swollen", "pregnancy"), unsure="same"),
    )
    assert warnings("no_shadowed_rule", library) == []


# ------------------------------------------------------------------ screens


def test_a_finding_that_a_rule_needs_must_stand_on_a_screen_there() -> None:
    findings = (a_finding("swollen"), a_finding("cold"))
    regions = (a_region("calf"), a_region("shin"))
    rows = {"calf": some_rows(here=["swollen", "cold"]), "shin": some_rows(here=["swollen"])}
    library = a_library(
        *findings,
        *regions,
        a_rule("clot", "swollen"),
        a_rule("cold", "cold"),
        screens=some_screens(regions, findings, rows),
    )
    assert problems("needed_rows_asked", library) == [
        "rule 'cold' needs 'cold', which is on no screen of 'shin'; add the row there, or name the places in the rule"
    ]


def test_a_rule_that_joins_two_regions_needs_its_rows_in_one_of_them() -> None:
    findings = (a_finding("swollen"), a_finding("new-pain"))
    regions = (a_region("calf"), a_region("chest"))
    rule = a_rule("clot", all_of(touched("calf"), touched("chest"), "new-pain"))

    def library(*chest: str) -> Library:
        rows = {"calf": some_rows(here=["swollen"]), "chest": some_rows(here=["swollen", *chest])}
        screens = some_screens(regions, findings, rows)
        return a_library(*findings, *regions, a_rule("swollen", "swollen"), rule, screens=screens)

    assert problems("needed_rows_asked", library("new-pain")) == []
    assert problems("no_idle_row", library("new-pain")) == []
    assert "'calf with chest'" in problems("needed_rows_asked", library())[0]


def test_a_danger_finding_that_nothing_names_is_a_problem_and_a_pattern_a_warning() -> None:
    library = a_night_cramp_library(a_finding("forgotten"), a_pattern("lonely"))
    assert problems("no_idle_finding", library) == [
        "finding 'forgotten' is named by no rule and no story, so a yes changes nothing"
    ]
    assert warnings("no_idle_finding", library) == [
        "finding 'lonely' is named by no rule and no story, so a yes changes nothing"
    ]


def test_a_row_that_no_rule_of_the_region_uses_is_idle() -> None:
    findings = (a_finding("swollen"),)
    regions = (a_region("calf"), a_region("face"))
    library = a_library(*findings, *regions, a_rule("clot", all_of("swollen", touched("calf"))))
    assert problems("no_idle_row", library) == [
        "the row 'swollen' of region 'face' is never asked: no rule and no story needs it there"
    ]


def test_a_chip_that_no_rule_uses_is_only_a_warning() -> None:
    library = a_night_cramp_library(a_circumstance("left-handed"))
    assert warnings("no_idle_row", library) == [
        "the row 'left-handed' of the screens of every region is never asked: no rule and no story needs it there"
    ]


def test_a_row_that_stands_twice_is_told() -> None:
    findings = (a_finding("swollen"),)
    regions = (a_region("calf"),)
    rows = {"calf": some_rows(here=["swollen"], soon=["swollen"])}
    library = a_library(*findings, a_rule("clot"), screens=some_screens(regions, findings, rows))
    assert warnings("no_idle_row", library) == ["the row 'swollen' stands 2 times on the screens of region 'calf'"]


def test_a_region_without_danger_questions_of_its_own_is_a_problem() -> None:
    circumstance = a_circumstance("pregnancy")
    assert problems("danger_questions", a_library(circumstance, a_rule("p", "pregnancy"))) == [
        "region 'calf' asks no danger question of its own"
    ]


def test_a_region_that_is_not_ready_is_told() -> None:
    findings = (a_finding("swollen"),)
    regions = (a_region("calf"), a_region("foot"))
    screens = some_screens(regions[:1], findings)
    library = a_library(*findings, *regions, a_rule("clot"), screens=screens)
    assert warnings("danger_questions", library) == [
        "region 'calf' has questions but no cause; the program says that it comes next",
        "region 'foot' has no rows in screens.yaml; the program says that it comes next",
    ]
    assert problems("needed_rows_asked", library) == []


# ------------------------------------------------------------------ stories, self-care, causes


def test_a_counter_sign_must_be_asked_in_each_region_of_its_story() -> None:
    story = a_story(against=("swollen", "at-night"))
    library = a_night_cramp_library(a_self_limiting_cause("night-cramp", story))
    assert problems("counter_signs_asked", library) == [
        "story 'night-story' waits for 'at-night', which is on no screen of region 'calf'"
    ]


def test_a_card_may_not_say_yes_to_what_a_rule_names() -> None:
    library = a_night_cramp_library(a_self_limiting_cause("night-cramp", a_story(needs=("at-night", "swollen"))))
    assert problems("counter_signs_asked", library) == [
        "story 'night-story' says yes to 'swollen', which a rule names; a card may never do that"
    ]


def test_a_story_that_a_rule_always_overtakes_never_earns_self_treatment() -> None:
    library = a_night_cramp_library(a_rule("calf-floor", touched("calf"), Level.PHYSICIAN))
    found = statement("self_treatment_reachable", library)
    assert [warning.message for warning in found.warnings] == [
        "story 'night-story' never earns self-treatment in 'calf': rule 'calf-floor' fires"
    ]
    assert found.figures["regions_without"] == ["calf"]


@pytest.mark.parametrize(
    "only_for", [aged("2-11"), "pregnancy", touched("shin")], ids=["age", "circumstance", "further-place"]
)
def test_a_story_is_tried_with_those_it_is_meant_for(only_for: str | Formula) -> None:
    library = a_night_cramp_library(
        a_region("calf"),
        a_region("shin"),
        a_circumstance("pregnancy"),
        a_self_limiting_cause("night-cramp", a_story(only_for=only_for)),
    )
    assert warnings("self_treatment_reachable", library) == []


def test_self_care_behind_a_guard_that_nobody_asks_is_a_problem() -> None:
    library = a_night_cramp_library(a_self_care("calf-stretch", guards=("swollen", "at-night")))
    assert problems("guards_asked", library) == [
        "self-care 'calf-stretch' is never offered in 'calf': nobody asks 'at-night' there"
    ]


def test_self_care_that_no_story_leads_to_is_told() -> None:
    assert warnings("guards_asked", a_night_cramp_library(a_self_care("tea"))) == [
        "self-care 'tea' is never offered: no self-limiting cause with a story names it"
    ]


def test_a_cause_that_never_comes_to_the_front_is_told() -> None:
    crowd = [a_cause(f"clot-{number}", needs="swollen", fits=("swollen",)) for number in range(2)]
    last = a_cause("forgotten", needs="swollen", fits=())
    assert warnings("causes_reachable", a_night_cramp_library(*crowd, last)) == [
        "cause 'forgotten' was not brought among the first 3; at best it stands 4. in 'calf'"
    ]


def test_a_cause_that_is_meant_for_children_is_tried_with_a_child() -> None:
    library = a_night_cramp_library(a_cause("growing", only_for=aged("2-11"), fits=("swollen",)))
    assert warnings("causes_reachable", library) == []


def test_a_danger_that_no_answer_can_rule_out_is_told() -> None:
    library = a_night_cramp_library(a_cause("stroke", needs=any_of("swollen", "at-night")))
    (message,) = warnings("dangers_ruled_out", library)
    assert message.startswith("cause 'stroke' stays in the strip of dangers in calf although everything asked")


# ------------------------------------------------------------------ people


def test_a_case_that_comes_out_otherwise_is_a_problem() -> None:
    found = statement("cases", a_night_cramp_library(a_case("a", level=Level.EMERGENCY), a_case("b", at=("claf",))))
    assert [problem.message for problem in found.problems] == [
        "case 'a' expected emergency, came out as physician (no rule fired)",
        "case 'b': region 'claf' is not known; did you mean 'calf'?",
    ]
    assert (found.figures["passed"], found.figures["total"]) == (0, 2)


def test_an_answer_of_a_case_that_nobody_asks_for_is_told() -> None:
    library = a_night_cramp_library(a_circumstance("pregnancy"), a_case("a", yes=("pregnancy",)))
    assert warnings("cases", library) == ["case 'a' answers 'pregnancy', which nobody asks there"]


def test_a_rule_that_no_case_would_miss_is_told() -> None:
    library = a_night_cramp_library(a_case("a"))
    assert warnings("rules_needed", library) == [
        "rule 'clot' is needed by no case: without it, all would come out the same"
    ]
    assert statement("rules_needed", library).figures["needed_by_no_case"] == ["clot"]


def test_a_rule_is_needed_by_a_case_that_ends_lower_without_it() -> None:
    library = a_night_cramp_library(a_case("a", yes=("swollen",), level=Level.SAME_DAY))
    found = statement("rules_needed", library)
    assert (found.warnings, found.figures["deciding"], found.figures["only_a_reason"]) == ((), 1, [])


def test_a_rule_beside_one_of_the_same_level_is_needed_only_if_a_case_expects_it() -> None:
    both = a_night_cramp_library(
        a_rule("second", "swollen"), a_case("a", yes=("swollen",), level=Level.SAME_DAY, rule="second")
    )
    found = statement("rules_needed", both)
    assert (found.figures["deciding"], found.figures["only_a_reason"]) == (0, ["second"])
    assert found.figures["needed_by_no_case"] == ["clot"]


def test_a_rule_is_not_needed_by_a_case_that_ends_alike_without_it() -> None:
    fitting_nothing = a_night_cramp_library(
        a_finding("slow"), a_rule("slow", "slow", Level.PHYSICIAN), a_case("a", yes=("slow",))
    )
    assert "slow" in statement("rules_needed", fitting_nothing).figures["needed_by_no_case"]


def test_touches_are_given_as_medians_by_level() -> None:
    library = a_night_cramp_library(a_case("a"), a_case("b", yes=("swollen",), level=Level.SAME_DAY))
    assert statement("touches", library).figures["median_touches"] == {"physician": 2, "same-day": 1}


def test_too_many_touches_to_an_emergency_are_told() -> None:
    signs = [f"sign-{number}" for number in range(6)]
    library = a_library(
        *(a_finding(sign) for sign in signs),
        *(a_rule(sign, sign, Level.PHYSICIAN) for sign in signs[:5]),
        a_rule("last", all_of(*signs), Level.EMERGENCY),
        a_case("a", yes=tuple(signs), level=Level.EMERGENCY),
    )
    assert warnings("touches", library) == [
        "6 touches to an emergency of the first two screens in the median; the design allows 3"
    ]


def test_the_cost_of_caution_is_the_share_of_single_doubts() -> None:
    library = a_night_cramp_library(a_case("a", yes=("night-story",), level=Level.SELF_TREAT))
    figures = statement("cost_of_caution", library).figures
    assert figures["followed"] == 1
    assert figures["self_treat_then"] == {"self-treat": 0.0, "physician": 0.0, "same-day": 1.0, "emergency": 0.0}


def test_the_card_says_what_was_proved_and_what_was_enumerated() -> None:
    card = card_of(a_night_cramp_library())
    assert card.statement("monotone").as_json()["how"] == "proved from the grammar"
    assert "there is no negation" in card.statement("monotone").covered
    assert card.statement("no_dead_rule").as_json()["how"] == "enumerated"


# ------------------------------------------------------------------ texts


def test_what_rests_on_general_knowledge_alone_is_counted() -> None:
    library = a_night_cramp_library(
        a_rule("clot", sources=("general-knowledge",)),
        a_finding("swollen", sources=("general-knowledge", "a-source")),
    )
    assert statement("general_knowledge_alone", library).figures["by_part"] == {"rules": 1}


def test_all_records_of_an_unsigned_edition_are_unreviewed() -> None:
    figures = statement("not_clinically_reviewed", a_night_cramp_library()).figures
    assert figures["records"] == figures["of"] > 0


def test_a_signature_covers_what_was_not_changed_since() -> None:
    signed = Edition(
        version="1",
        date=REVIEWED,
        language="en",
        clinician=Clinician(name="A. Doctor", role="physician", date=REVIEWED),
    )
    changed = a_rule("clot", reviewed=REVIEWED + datetime.timedelta(days=1))
    library = a_night_cramp_library(changed, edition=signed)
    assert statement("not_clinically_reviewed", library).figures["records"] == 1


@pytest.mark.parametrize(
    ("reviewed", "message"),
    [
        (datetime.date(2026, 11, 23), "'clot' was reviewed on 2026-11-23, which is in the future"),
        (datetime.date(2024, 11, 21), "the review of 'clot' is overdue: it was last reviewed on 2024-11-21"),
        (datetime.date(2024, 2, 29), "the review of 'clot' is overdue: it was last reviewed on 2024-02-29"),
        (datetime.date(2024, 11, 22), None),
    ],
    ids=["future", "overdue", "leap-day", "two-years-to-the-day"],
)
def test_reviews_have_their_time(reviewed: datetime.date, message: str | None) -> None:
    found = warnings("reviews_overdue", a_night_cramp_library(a_rule("clot", reviewed=reviewed)))
    assert found == ([message] if message else [])


def test_a_hard_text_is_named_with_its_hardest_sentence() -> None:
    hard = "Anticoagulation predisposes individuals to intramuscular haemorrhage following insignificant trauma."
    library = a_night_cramp_library(a_rule("clot", because=f"It can bleed. {hard}"))
    (message,) = warnings("readability", library)
    assert message.startswith("because of 'clot' reads at grade ")
    assert "Anticoagulation predisposes individuals" in message


def test_a_label_is_not_graded() -> None:
    assert warnings("readability", a_night_cramp_library(a_finding("swollen", ask="Thrombophlebitis migrans"))) == []


def test_a_hidden_negation_is_found_in_danger_questions_only() -> None:
    denying = "Can you no longer lift it?"
    assert warnings("wording", a_night_cramp_library(a_finding("swollen", ask=denying))) == [
        "ask of 'swollen' says \"no longer\": a yes to a question that denies something is easily misread; "
        "ask for what is there"
    ]
    pattern = a_pattern("at-night", ask=denying)
    assert pattern.role is FindingRole.PATTERN
    assert warnings("wording", a_night_cramp_library(pattern)) == []
