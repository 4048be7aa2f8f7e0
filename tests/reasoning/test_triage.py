"""Rules and answers to a level."""

import pytest

from spasm_gui.knowledge.finding import Answer, AnswerValue
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.region import RegionId
from spasm_gui.knowledge.rule import Formula, RuleId, Unsure
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.conditions import NEVER, Settled, settle
from spasm_gui.reasoning.triage import fired_rules, live_rules, open_findings, rule_level, rules_of
from tests.factories import a_finding, a_library, a_region, a_rule, a_visit, all_of, any_of, at_least, touched

YES, NO, NOT_SURE = Answer.YES, Answer.NO, Answer.NOT_SURE
LOWER = Unsure(level=Level.PHYSICIAN, reason="Not sure that it is swollen.")


@pytest.mark.parametrize("advise", [Level.PHYSICIAN, Level.SAME_DAY, Level.EMERGENCY])
@pytest.mark.parametrize(
    ("said", "fires"), [(YES, True), (NO, False), (None, False), (NOT_SURE, True)], ids=["yes", "no", "open", "doubt"]
)
def test_a_rule_fires_at_its_level_for_yes_and_for_doubt(advise: Level, said: AnswerValue | None, fires: bool) -> None:
    library = a_library(a_finding("swollen"), a_rule(when="swollen", advise=advise, unsure="same"))
    visit = a_visit() if said is None else a_visit(swollen=said)
    assert rule_level(library, visit) is (advise if fires else Level.SELF_TREAT)


@pytest.mark.parametrize(("said", "level"), [(YES, Level.EMERGENCY), (NOT_SURE, Level.PHYSICIAN)])
def test_doubt_gives_the_lower_level_that_the_rule_states(said: AnswerValue, level: Level) -> None:
    library = a_library(a_finding("swollen"), a_rule(when="swollen", advise=Level.EMERGENCY, unsure=LOWER))
    (fired,) = fired_rules(library, a_visit(swollen=said))
    assert fired.level is level
    assert fired.only_by_doubt is (said is NOT_SURE)
    assert fired.findings == ("swollen",)


def test_a_yes_beside_a_doubt_makes_the_rule_sure() -> None:
    library = a_library(
        a_finding("swollen"),
        a_finding("cold"),
        a_rule(when=any_of("swollen", "cold"), advise=Level.EMERGENCY, unsure=LOWER),
    )
    (fired,) = fired_rules(library, a_visit(swollen=NOT_SURE, cold=YES))
    assert (fired.level, fired.only_by_doubt, fired.findings) == (Level.EMERGENCY, False, ("cold",))


def test_a_yes_in_a_part_that_does_not_hold_is_no_reason() -> None:
    library = a_library(
        *(a_finding(name) for name in ("swollen", "cold", "red")), a_rule(when=any_of(all_of("swollen", "cold"), "red"))
    )
    (fired,) = fired_rules(library, a_visit(swollen=YES, cold=NO, red=YES))
    assert fired.findings == ("red",)


def test_the_most_urgent_rule_leads_and_the_others_stay_as_reasons() -> None:
    library = a_library(
        a_finding("swollen"),
        a_rule("slow", "swollen", Level.PHYSICIAN),
        a_rule("fast", "swollen", Level.EMERGENCY),
        a_rule("also-slow", "swollen", Level.PHYSICIAN),
    )
    fired = fired_rules(library, a_visit(swollen=YES))
    assert [one.rule.id for one in fired] == ["fast", "slow", "also-slow"]
    assert rule_level(library, a_visit(swollen=YES)) is Level.EMERGENCY


def test_a_rule_for_other_places_keeps_none_after_it_from_firing() -> None:
    library = a_library(
        a_region("calf"),
        a_region("jaw"),
        a_finding("swollen"),
        a_rule("elsewhere", all_of(touched("jaw"), "swollen"), Level.EMERGENCY),
        a_rule("here", all_of(touched("calf"), "swollen"), Level.SAME_DAY),
    )
    assert [one.rule.id for one in fired_rules(library, a_visit("calf:left", swollen=YES))] == ["here"]


@pytest.mark.parametrize(
    "when",
    [
        pytest.param(all_of(touched("calf"), "swollen"), id="all"),
        pytest.param(any_of(all_of(touched("calf"), "swollen"), "cold"), id="inside-any"),
        pytest.param(at_least(2, touched("calf"), "swollen", "cold"), id="counted"),
    ],
)
def test_wherever_a_rule_speaks_of_a_place_it_is_heard(when: Formula) -> None:
    library = a_library(a_region("calf"), a_region("jaw"), a_finding("swollen"), a_finding("cold"), a_rule(when=when))
    assert rule_level(library, a_visit("calf:left", swollen=YES)) is Level.SAME_DAY
    assert rule_level(library, a_visit("jaw:left", swollen=YES)) is Level.SELF_TREAT


def test_without_rules_nothing_is_above_self_treat() -> None:
    assert rule_level(a_library(), a_visit()) is Level.SELF_TREAT


def test_a_rule_of_another_place_cannot_fire_until_that_place_is_touched() -> None:
    library = a_library(
        a_region("calf"), a_region("jaw"), a_finding("swollen"), a_rule(when=all_of(touched("jaw"), "swollen"))
    )
    assert rule_level(library, a_visit("calf:left", swollen=YES)) is Level.SELF_TREAT
    assert rules_of(library, a_visit("calf:left")).rules == ()
    assert rule_level(library, a_visit("calf:left", "jaw:left", swollen=YES)) is Level.SAME_DAY


def test_a_rule_of_places_alone_fires_by_touch() -> None:
    library = a_library(a_rule("both-calves", Formula(region="calf", side="both"), Level.PHYSICIAN))
    assert rule_level(library, a_visit("calf:left")) is Level.SELF_TREAT
    (fired,) = fired_rules(library, a_visit("calf:left", "calf:right"))
    assert (fired.level, fired.findings) == (Level.PHYSICIAN, ())


@pytest.mark.parametrize(
    ("above", "answers", "wanted"),
    [
        (Level.SELF_TREAT, {}, {"swollen", "cold", "long"}),
        (Level.PHYSICIAN, {}, {"swollen", "cold"}),
        (Level.SAME_DAY, {}, {"cold"}),
        (Level.EMERGENCY, {}, set()),
        (Level.SELF_TREAT, {"cold": NO}, {"swollen", "long"}),
        (Level.PHYSICIAN, {"swollen": NOT_SURE}, {"cold"}),
    ],
)
def test_only_rules_above_the_level_still_ask(above: Level, answers: dict[str, AnswerValue], wanted: set[str]) -> None:
    library = a_library(
        *(a_finding(name) for name in ("swollen", "cold", "long")),
        a_rule("clot", "swollen", Level.SAME_DAY, unsure=LOWER),
        a_rule("artery", "cold", Level.EMERGENCY),
        a_rule("slow", "long", Level.PHYSICIAN),
    )
    assert set(open_findings(library, a_visit().answering(answers), above)) == wanted


def test_a_doubt_that_could_only_give_a_lower_level_is_not_pursued_above_it() -> None:
    library = a_library(a_finding("swollen"), a_finding("cold"), a_rule(when=all_of("swollen", "cold"), unsure=LOWER))
    visit = a_visit(swollen=NOT_SURE)
    assert set(open_findings(library, visit, Level.SELF_TREAT)) == {"cold"}
    assert set(open_findings(library, visit, Level.PHYSICIAN)) == set()


def test_the_order_of_places_and_answers_does_not_matter() -> None:
    library = a_library(a_finding("swollen"), a_finding("cold"), a_rule(when=all_of("swollen", "cold")))
    there = Visit().answering({"swollen": YES}).answering({"cold": NOT_SURE})
    back = Visit().answering({"cold": NOT_SURE}).answering({"swollen": YES})
    assert fired_rules(library, there) == fired_rules(library, back)


_HERE = [
    pytest.param(touched("calf"), id="a place"),
    pytest.param(touched("calf", "shin"), id="one of two places"),
    pytest.param(Formula(region=("calf",), side="both"), id="both sides of a place"),
    pytest.param(all_of("cold", Formula(region="calf", side="both")), id="a sign and both sides of a place"),
    pytest.param(all_of("swollen", touched("calf")), id="a sign and a place"),
    pytest.param(all_of(touched("calf"), touched("shin")), id="two places"),
    pytest.param(all_of(any_of("swollen", "cold"), touched("calf")), id="one of two signs, and a place"),
    pytest.param(any_of("swollen", touched("calf")), id="a sign or a place"),
    pytest.param(any_of(touched("calf"), touched("shin")), id="a place or another"),
    pytest.param(any_of(all_of("cold", touched("calf")), touched("shin")), id="a sign and a place, or another place"),
    pytest.param(at_least(1, "swollen", touched("calf")), id="one of a sign and a place"),
    pytest.param(at_least(2, "swollen", "cold", touched("calf")), id="two of signs and a place"),
    pytest.param("swollen", id="a sign"),
]


@pytest.mark.parametrize("when", _HERE)
@pytest.mark.parametrize("regions", [("calf",), ("shin",), ("calf", "shin"), ("hip",), ()], ids=" and ".join)
@pytest.mark.parametrize("is_both", [False, True], ids=["one side", "both sides"])
def test_only_rules_that_can_never_fire_in_the_touched_places_are_passed_over(
    when: Formula | str, regions: tuple[str, ...], is_both: bool
) -> None:
    library = a_library(
        *(a_region(region) for region in ("calf", "shin", "hip")),
        a_finding("swollen"),
        a_finding("cold"),
        a_rule("one", when=when),
    )
    touched_regions = frozenset(map(RegionId, regions))
    two_sided = touched_regions if is_both else frozenset()
    expected = settle(library.rules[RuleId("one")].when, touched_regions, two_sided)
    found = [live.condition for live in live_rules(library, touched_regions, two_sided).rules]
    assert found == ([] if expected == Settled(NEVER) else [expected])
