"""The signs that would raise an advice, in the order in which they matter to the person who reads them."""

from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.rule import Unsure
from spasm_gui.reasoning.signs import raising_signs
from tests.factories import (
    a_circumstance,
    a_finding,
    a_library,
    a_region,
    a_rule,
    a_visit,
    all_of,
    some_rows,
    some_screens,
    touched,
)

NO, NOT_SURE, YES = Answer.NO, Answer.NOT_SURE, Answer.YES

ROWS = ("everywhere", "chip", "slow", "soon", "here-second", "here")


def a_library_with_a_sign_on_each_screen(level: Level = Level.SAME_DAY) -> Library:
    """A sign on every screen, each with its rule, written in the opposite of the order in which they matter."""
    findings = [a_circumstance(row) if row == "chip" else a_finding(row) for row in ROWS]
    rules = [a_rule(row, when=row, advise=level) for row in ROWS]
    rows = {"calf": some_rows(here=["here", "here-second"], soon=["soon"], for_a_while=["slow"])}
    screens = some_screens([a_region()], findings, rows=rows, right_now=("everywhere",))
    return a_library(*findings, *rules, screens=screens)


def test_signs_of_the_place_come_before_those_asked_of_everyone() -> None:
    library = a_library_with_a_sign_on_each_screen()
    assert raising_signs(library, a_visit(), Level.PHYSICIAN) == {
        Level.SAME_DAY: ["here", "here-second", "soon", "slow", "everywhere", "chip"]
    }


def test_the_most_urgent_level_comes_first_whatever_its_screen() -> None:
    findings = [a_finding("here"), a_finding("slow"), a_finding("slow-too")]
    rules = [
        a_rule("here", "here", Level.PHYSICIAN),
        a_rule("slow", "slow", Level.EMERGENCY),
        a_rule("slow-too", "slow-too", Level.SAME_DAY),
    ]
    rows = {"calf": some_rows(here=["here"], for_a_while=["slow", "slow-too"])}
    library = a_library(*findings, *rules, screens=some_screens([a_region()], findings, rows=rows))
    signs = raising_signs(library, a_visit(), Level.SELF_TREAT)
    assert list(signs.items()) == [
        (Level.EMERGENCY, ["slow"]),
        (Level.SAME_DAY, ["slow-too"]),
        (Level.PHYSICIAN, ["here"]),
    ]


def test_only_what_leads_above_the_level_is_a_sign() -> None:
    library = a_library_with_a_sign_on_each_screen()
    assert raising_signs(library, a_visit(), Level.SAME_DAY) == {}


def test_a_sign_that_was_answered_no_is_told_and_one_that_was_answered_yes_is_not() -> None:
    library = a_library_with_a_sign_on_each_screen()
    signs = raising_signs(library, a_visit(here=NO, soon=YES), Level.PHYSICIAN)
    assert signs == {Level.SAME_DAY: ["here", "here-second", "slow", "everywhere", "chip"]}


def test_an_answer_that_would_lower_the_advice_is_no_sign() -> None:
    lower = Unsure(level=Level.PHYSICIAN, reason="Not sure.")
    library = a_library(
        a_finding("swollen"), a_finding("hot"), a_rule("clot", "swollen", unsure=lower), a_rule("hot", "hot")
    )
    signs = raising_signs(library, a_visit(swollen=NOT_SURE, hot=YES), Level.SAME_DAY)
    assert signs == {}
    calmer = raising_signs(library, a_visit(swollen=NOT_SURE, hot=NOT_SURE), Level.SAME_DAY)
    assert calmer == {}


def test_a_sign_that_no_screen_of_the_place_has_comes_after_those_that_stand_on_one() -> None:
    findings = [a_finding("nowhere"), a_finding("soon")]
    rows = {"calf": some_rows(soon=["soon"]), "foot": some_rows(here=["nowhere"])}
    regions = [a_region(), a_region("foot")]
    library = a_library(
        *regions,
        *findings,
        a_rule("nowhere", "nowhere"),
        a_rule("soon", "soon"),
        screens=some_screens(regions, findings, rows=rows),
    )
    assert raising_signs(library, a_visit(), Level.PHYSICIAN) == {Level.SAME_DAY: ["soon", "nowhere"]}


def test_a_sign_of_a_place_that_was_not_touched_is_not_told() -> None:
    library = a_library(
        a_region(), a_region("foot"), a_finding("sore"), a_rule("foot-sore", all_of("sore", touched("foot")))
    )
    assert raising_signs(library, a_visit("calf:left"), Level.PHYSICIAN) == {}
    assert raising_signs(library, a_visit("foot:left"), Level.PHYSICIAN) == {Level.SAME_DAY: ["sore"]}
