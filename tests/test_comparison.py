"""What tells two or three causes apart, said by the content alone."""

from spasm_gui.comparison import MOST_CAUSES, Comparison, Speaks, compare, others_to_compare
from spasm_gui.knowledge.cause import Cause, CauseId, HowCommon
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import RegionId
from spasm_gui.knowledge.visit import Visit
from tests.factories import (
    a_cause,
    a_circumstance,
    a_finding,
    a_library,
    a_pattern,
    a_region,
    a_self_limiting_cause,
    a_story,
    a_visit,
    aged,
    all_of,
    any_of,
)

FOR, AGAINST, NEITHER = Speaks.FOR, Speaks.AGAINST, Speaks.NEITHER


def a_calf_library() -> Library:
    return a_library(
        a_region("calf"),
        a_region("jaw"),
        a_finding("swollen"),
        a_circumstance("operation"),
        a_pattern("at-night"),
        a_pattern("stretch-stops"),
        a_pattern("one-leg"),
        a_self_limiting_cause("cramp", a_story(against=("swollen",)), fits=("at-night", "one-leg")),
        a_cause(
            "clot",
            needs=any_of("swollen", all_of("one-leg", any_of("operation", aged("65-and-over")))),
            against=("stretch-stops",),
            how_common=HowCommon.COMMON,
        ),
        a_cause("rare-thing", how_common=HowCommon.RARE, needs="swollen"),
        a_cause("lockjaw", regions=(RegionId("jaw"),), needs="swollen"),
    )


def compared(library: Library, visit: Visit, *ids: str) -> Comparison:
    return compare(library, visit, [library.causes[CauseId(one)] for one in ids])


def meanings(found: Comparison) -> dict[str, tuple[Speaks, ...]]:
    return {row.finding: row.speaks for row in found.rows}


def ids(causes: tuple[Cause, ...]) -> list[str]:
    return [one.id for one in causes]


def test_a_row_says_for_each_cause_what_a_yes_would_mean() -> None:
    found = compared(a_calf_library(), a_visit(), "cramp", "clot")
    assert meanings(found) == {
        "swollen": (AGAINST, FOR),
        "stretch-stops": (FOR, AGAINST),
        "at-night": (FOR, NEITHER),
        "operation": (NEITHER, FOR),
    }


def test_what_means_the_same_for_all_tells_nothing_apart() -> None:
    assert "one-leg" not in [row.finding for row in compared(a_calf_library(), a_visit(), "cramp", "clot").rows]


def test_what_is_for_one_and_against_another_stands_before_what_is_only_for_one() -> None:
    tells = [row.tells for row in compared(a_calf_library(), a_visit(), "cramp", "clot").rows]
    assert tells == sorted(tells) == [0, 0, 1, 1]


def test_what_was_answered_yes_or_not_sure_stands_first() -> None:
    visit = a_visit(operation=Answer.YES, at_night=Answer.NOT_SURE, swollen=Answer.NO)
    found = compared(a_calf_library(), visit, "cramp", "clot")
    assert [(row.finding, row.said) for row in found.rows] == [
        ("at-night", Answer.NOT_SURE),
        ("operation", Answer.YES),
        ("stretch-stops", None),
        ("swollen", Answer.NO),
    ]


def test_a_told_story_counts_as_the_answers_printed_on_it() -> None:
    found = compared(a_calf_library(), a_visit(night_story=Answer.YES), "cramp", "clot")
    assert [row.said for row in found.rows if row.finding == "at-night"] == [Answer.YES]


def test_a_sign_that_fits_but_holds_back_one_story_still_speaks_for_the_cause() -> None:
    often = a_self_limiting_cause("cramp", a_story(against=("often",)), fits=("often",))
    found = compared(
        a_library(
            a_finding("swollen"),
            a_finding("often"),
            a_pattern("at-night"),
            a_pattern("stretch-stops"),
            often,
            a_cause("clot"),
        ),
        a_visit(),
        "cramp",
        "clot",
    )
    assert meanings(found)["often"] == (FOR, NEITHER)


def test_what_is_open_and_differs_most_would_settle_it() -> None:
    found = compared(a_calf_library(), a_visit(swollen=Answer.NO), "cramp", "clot")
    assert found.settling == ("stretch-stops", "at-night", "operation")
    assert not found.is_settled


def test_a_circumstance_settles_less_than_a_sign_one_can_look_at() -> None:
    found = compared(a_calf_library(), a_visit(), "clot", "cramp")
    assert found.settling[-1] == "at-night"
    assert "operation" not in found.settling


def test_not_sure_is_still_open() -> None:
    assert "swollen" in compared(a_calf_library(), a_visit(swollen=Answer.NOT_SURE), "cramp", "clot").settling


def test_when_all_was_answered_it_names_what_differs_most() -> None:
    visit = a_visit(swollen=Answer.NO, stretch_stops=Answer.YES, at_night=Answer.YES, operation=Answer.NO)
    found = compared(a_calf_library(), visit, "cramp", "clot")
    assert found.is_settled
    assert set(found.settling[:2]) == {"swollen", "stretch-stops"}


def test_one_cause_alone_has_no_rows() -> None:
    assert compared(a_calf_library(), a_visit(), "cramp").rows == ()


def test_outside_a_visit_a_cause_is_compared_with_those_felt_in_the_same_place_common_ones_first() -> None:
    library = a_calf_library()
    assert ids(others_to_compare(library, Visit(), library.causes[CauseId("rare-thing")])) == ["cramp", "clot"]


def test_in_a_visit_what_fits_best_comes_first() -> None:
    library = a_calf_library()
    swollen = a_visit(swollen=Answer.YES)
    assert ids(others_to_compare(library, swollen, library.causes[CauseId("cramp")])) == ["clot", "rare-thing"]


def test_a_danger_that_is_not_ruled_out_is_never_lower_than_third() -> None:
    harmless = [a_self_limiting_cause(f"harmless-{n}", a_story(f"story-{n}")) for n in range(5)]
    library = a_library(
        a_finding("swollen"),
        a_pattern("at-night"),
        a_pattern("stretch-stops"),
        *harmless,
        a_cause("clot", how_common=HowCommon.RARE),
    )
    assert ids(others_to_compare(library, a_visit(), library.causes[CauseId("harmless-0")]))[2] == "clot"


# ------------------------------------------------------------------ the real content


def test_calf_strain_cramp_and_clot_are_told_apart(library: Library) -> None:
    found = compared(library, a_visit("calf:left"), "calf-strain", "night-leg-cramp", "dvt")
    speaks = meanings(found)
    assert speaks["limb-swollen"] == (AGAINST, AGAINST, FOR)
    assert speaks["p-stretch-stops"] == (AGAINST, FOR, AGAINST)
    assert speaks["p-one-moment"] == (FOR, AGAINST, AGAINST)


def test_every_cause_can_be_compared_with_two_others(library: Library) -> None:
    for cause in library.causes.values():
        others = others_to_compare(library, Visit(), cause)
        assert len(others) >= MOST_CAUSES - 1, cause.id
        found = compare(library, Visit(), (cause, *others[: MOST_CAUSES - 1]))
        assert found.rows, cause.id
        assert found.settling, cause.id
        assert all(len(set(row.speaks)) > 1 for row in found.rows), cause.id
