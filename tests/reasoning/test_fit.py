"""Causes and answers: what fits, what can still fit, what cannot."""

from typing import Any

import msgspec
import pytest

from spasm_gui.knowledge.cause import HowCommon, Seriousness
from spasm_gui.knowledge.finding import Answer, AnswerValue
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.rule import Form
from spasm_gui.reasoning.fit import (
    Fit,
    cause_fit,
    earned,
    open_stories,
    pattern_answer,
    ranked_causes,
    region_fit,
    story_fit,
)
from tests.factories import (
    a_cause,
    a_finding,
    a_library,
    a_pattern,
    a_region,
    a_rule,
    a_self_limiting_cause,
    a_story,
    a_visit,
    aged,
    some_screens,
    touched,
)

YES, NO, NOT_SURE = Answer.YES, Answer.NO, Answer.NOT_SURE
FITS, CAN, CANNOT = Fit.FITS, Fit.CAN_STILL_FIT, Fit.CANNOT_FIT
BOTH_LINES: dict[str, Any] = {"at_night": YES, "stretch_stops": YES}


def a_night_library(only_for: Form | None = None, cause_only_for: Form | None = None) -> Library:
    story = a_story("night-story", against=("swollen",), only_for=only_for)
    return a_library(
        a_finding("swollen"),
        a_finding("pregnancy"),
        a_pattern("at-night"),
        a_pattern("stretch-stops"),
        a_self_limiting_cause("night-cramp", story, only_for=cause_only_for),
    )


def fit_of(library: Library, **answers: AnswerValue) -> Fit:
    cause, story = next(iter(library.stories.values()))
    return story_fit(library, a_visit("calf:left", **answers), cause, story)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param({}, CAN, id="nothing-said"),
        pytest.param({**BOTH_LINES}, CAN, id="the-counter-sign-is-open"),
        pytest.param({**BOTH_LINES, "swollen": NO}, FITS, id="all-lines-yes-and-counter-sign-no"),
        pytest.param({**BOTH_LINES, "swollen": YES}, CANNOT, id="counter-sign-yes"),
        pytest.param({**BOTH_LINES, "swollen": NOT_SURE}, CANNOT, id="doubt-counts-against"),
        pytest.param({"at_night": YES, "swollen": NO}, CAN, id="one-line-is-open"),
        pytest.param({"at_night": YES, "stretch_stops": NO, "swollen": NO}, CANNOT, id="one-line-is-no"),
        pytest.param({"at_night": YES, "stretch_stops": NOT_SURE, "swollen": NO}, CANNOT, id="doubt-completes-no-line"),
        pytest.param({"night_story": YES, "swollen": NO}, FITS, id="the-card-says-yes-to-its-lines"),
        pytest.param({"night_story": YES, "at_night": NO, "swollen": NO}, CANNOT, id="a-line-said-no-to-stays-no"),
        pytest.param({"night_story": NO}, CANNOT, id="a-declined-card"),
        pytest.param({"night_story": NOT_SURE}, CANNOT, id="a-doubted-card"),
        pytest.param({"night_story": NO, "at_night": YES}, CANNOT, id="a-declined-card-with-one-line"),
        pytest.param({"night_story": NO, **BOTH_LINES, "swollen": NO}, FITS, id="each-line-said-yes-all-the-same"),
        pytest.param({"night_story": NO, **BOTH_LINES}, CAN, id="each-line-said-yes-counter-sign-open"),
    ],
)
def test_a_story_fits_by_its_lines_and_counter_signs(answers: dict[str, AnswerValue], expected: Fit) -> None:
    assert fit_of(a_night_library(), **answers) is expected


@pytest.mark.parametrize("where", ["story", "cause"])
@pytest.mark.parametrize(
    ("said", "expected"),
    [("16-49", FITS), ("2-11", CANNOT), (None, CAN), (NOT_SURE, CANNOT)],
    ids=["meant-for-them", "not-meant-for-them", "age-open", "age-in-doubt"],
)
def test_a_story_fits_only_whom_it_is_for(where: str, said: AnswerValue | None, expected: Fit) -> None:
    adults = aged("16-49", "50-64")
    library = a_night_library(*((adults, None) if where == "story" else (None, adults)))
    age = {} if said is None else {"age_band": said}
    assert fit_of(library, **BOTH_LINES, swollen=NO, **age) is expected


def test_a_story_for_another_place_does_not_fit_here() -> None:
    assert fit_of(a_night_library(only_for=touched("shin")), **BOTH_LINES, swollen=NO) is CANNOT


def test_a_line_that_two_cards_print_is_said_by_either() -> None:
    library = a_library(
        *(a_pattern(name) for name in ("at-night", "stretch-stops", "at-rest")),
        a_self_limiting_cause(
            "cramp", a_story("long-card", needs=("at-night", "stretch-stops", "at-rest")), a_story("short-card")
        ),
    )
    visit = a_visit(long_card=YES)
    assert pattern_answer(library, visit, library.findings["at-night"].id) is YES  # type: ignore[index]
    assert pattern_answer(library, a_visit(), library.findings["at-night"].id) is None  # type: ignore[index]
    assert pattern_answer(library, a_visit(long_card=NO), library.findings["at-night"].id) is None  # type: ignore[index]
    cause, short = library.stories["short-card"]  # type: ignore[index]
    assert story_fit(library, visit, cause, short) is FITS


def two_places() -> Library:
    """A calf and a shin, each with its own story, and a jaw without any."""
    return a_library(
        *(a_region(name) for name in ("calf", "shin", "jaw")),
        *(a_pattern(name) for name in ("at-night", "stretch-stops", "after-running", "at-the-edge")),
        a_self_limiting_cause("cramp", a_story("calf-story", regions=("calf",))),
        a_self_limiting_cause(
            "splints",
            a_story("shin-story", regions=("shin",), needs=("after-running", "at-the-edge")),
            regions=("shin",),
        ),
    )


@pytest.mark.parametrize(
    ("places", "answers", "expected"),
    [
        ((), {}, CANNOT),
        (("calf:left",), {}, CAN),
        (("calf:left",), {"calf_story": YES}, FITS),
        (("calf:left", "calf:right"), {"calf_story": YES}, FITS),
        (("calf:left", "shin:left"), {"calf_story": YES}, CAN),
        (("calf:left", "shin:left"), {"calf_story": YES, "shin_story": YES}, FITS),
        (("calf:left", "shin:left"), {"calf_story": YES, "shin_story": NO}, CANNOT),
        (("calf:left", "jaw:left"), {"calf_story": YES}, CANNOT),
    ],
)
def test_self_treatment_is_earned_in_every_touched_place_or_not_at_all(
    places: tuple[str, ...], answers: dict[str, AnswerValue], expected: Fit
) -> None:
    visit = a_visit(*places, **answers)
    assert earned(two_places(), visit if places else visit.touching(visit.places[0])) is expected


def test_cards_are_shown_only_where_none_fits_yet() -> None:
    library = two_places()
    both = a_visit("calf:left", "shin:left")
    assert [story.id for _, story in open_stories(library, both)] == ["calf-story", "shin-story"]
    one_done = a_visit("calf:left", "shin:left", calf_story=YES)
    assert [story.id for _, story in open_stories(library, one_done)] == ["shin-story"]


def test_no_second_card_is_shown_for_a_place_that_fits_already() -> None:
    library = a_library(
        a_region("calf"),
        a_region("shin"),
        *(a_pattern(name) for name in ("at-night", "stretch-stops", "after-running", "gone-at-rest")),
        a_self_limiting_cause("cramp", a_story("one"), a_story("two", needs=("after-running", "gone-at-rest"))),
        a_self_limiting_cause("splints", a_story("shin-story", regions=("shin",)), regions=("shin",)),
    )
    lines = {"after_running": YES, "gone_at_rest": YES}
    visit = a_visit("calf:left", "shin:left", **lines)
    assert [story.id for _, story in open_stories(library, visit)] == ["shin-story"]
    assert [story.id for _, story in open_stories(library, a_visit("calf:left", "shin:left"))] == [
        "one",
        "two",
        "shin-story",
    ]


def test_no_card_is_shown_when_self_treatment_cannot_be_earned() -> None:
    assert open_stories(two_places(), a_visit("calf:left", "jaw:left")) == ()


@pytest.mark.parametrize(
    "answers", [{"night_story": YES}, BOTH_LINES], ids=["the-card-was-touched", "its-lines-were-said"]
)
def test_a_card_that_only_waits_for_a_counter_sign_is_not_shown_again(answers: dict[str, AnswerValue]) -> None:
    library = a_night_library()
    visit = a_visit(**answers)
    assert earned(library, visit) is CAN
    assert open_stories(library, visit) == ()


def test_a_region_fits_by_the_best_of_its_stories() -> None:
    library = a_library(
        *(a_pattern(name) for name in ("at-night", "stretch-stops", "after-running")),
        a_self_limiting_cause("cramp", a_story("one"), a_story("two", needs=("at-night", "after-running"))),
    )
    calf = library.regions["calf"].id  # type: ignore[index]
    assert region_fit(library, a_visit(one=YES, two=NO), calf) is FITS
    assert region_fit(library, a_visit(two=NO), calf) is CAN
    assert region_fit(library, a_visit(one=NO, two=NO), calf) is CANNOT
    assert cause_fit(library, a_visit(one=YES, two=NO), library.causes["cramp"]) is FITS  # type: ignore[index]


def test_a_cause_fits_by_the_stories_of_the_touched_places_alone() -> None:
    library = a_library(
        a_region("calf"),
        a_region("forearm"),
        *(a_pattern(name) for name in ("at-night", "stretch-stops", "after-typing", "worse-gripping")),
        a_self_limiting_cause(
            "cramp",
            a_story("calf-story"),
            a_story("arm-story", regions=("forearm",), needs=("after-typing", "worse-gripping")),
            regions=("calf", "forearm"),
        ),
    )
    cramp = library.causes["cramp"]  # type: ignore[index]
    answers = {"after_typing": YES, "worse_gripping": YES}
    assert cause_fit(library, a_visit("calf:left", **answers), cramp) is CAN
    assert cause_fit(library, a_visit("forearm:left", **answers), cramp) is FITS


@pytest.mark.parametrize(
    ("said", "expected", "ruled_out"),
    [(YES, FITS, False), (None, CAN, False), (NOT_SURE, CAN, False), (NO, CANNOT, True)],
    ids=["yes", "open", "doubt", "no"],
)
def test_a_dangerous_cause_stays_to_be_ruled_out_until_its_needs_are_gone(
    said: AnswerValue | None, expected: Fit, ruled_out: bool
) -> None:
    library = a_library(a_finding("swollen"), a_cause("leg-clot", needs="swollen"))
    visit = a_visit() if said is None else a_visit(swollen=said)
    (ranked,) = ranked_causes(library, visit)
    assert ranked.fit is expected
    assert ranked.rule_out is not ruled_out


def test_a_danger_that_is_asked_last_because_no_screen_has_its_row_stays_until_it_is_answered() -> None:
    findings = [a_finding("swollen"), a_finding("elsewhere"), a_finding("nobody-asks")]
    screens = msgspec.structs.replace(some_screens([a_region()], findings), regions={})
    library = a_library(
        *findings,
        a_rule("clot", "swollen"),
        a_cause("asked-by-a-rule", needs="swollen"),
        a_cause("asked-by-nobody", needs="nobody-asks"),
        a_cause("asked-by-a-story", needs="elsewhere"),
        a_self_limiting_cause("cramp", a_story(against=("elsewhere",))),
        a_pattern("at-night"),
        a_pattern("stretch-stops"),
        screens=screens,
    )
    ruled_out = {one.cause.id: not one.rule_out for one in ranked_causes(library, a_visit())}
    assert ruled_out == {
        "asked-by-a-rule": False,
        "asked-by-a-story": False,
        "asked-by-nobody": True,
        "cramp": True,
    }


def test_a_cause_for_other_people_or_places_is_not_ranked() -> None:
    library = a_library(
        a_region("calf"),
        a_region("jaw"),
        a_finding("swollen"),
        a_cause("leg-clot"),
        a_cause("child-trouble", only_for=aged("2-11")),
        a_cause("jaw-trouble", regions=("jaw",)),
    )
    assert [one.cause.id for one in ranked_causes(library, a_visit(age_band="16-49"))] == ["leg-clot"]
    assert {one.cause.id for one in ranked_causes(library, a_visit())} == {"leg-clot", "child-trouble"}


def test_a_cause_for_other_people_hides_none_that_comes_after_it() -> None:
    library = a_library(a_finding("swollen"), a_cause("child-trouble", only_for=aged("2-11")), a_cause("leg-clot"))
    assert [one.cause.id for one in ranked_causes(library, a_visit(age_band="16-49"))] == ["leg-clot"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [(None, CANNOT), (NO, CANNOT), (NOT_SURE, CAN), (YES, FITS)],
    ids=["open", "no", "doubt", "yes"],
)
def test_what_nobody_asks_here_counts_as_no_for_a_cause_but_never_against_what_was_said(
    said: AnswerValue | None, expected: Fit
) -> None:
    screens = some_screens([a_region()], [])
    library = a_library(a_region(), a_finding("rash"), a_cause("shingles", needs="rash"), screens=screens)
    visit = a_visit() if said is None else a_visit(rash=said)
    assert cause_fit(library, visit, library.causes["shingles"]) is expected  # type: ignore[index]


def test_a_sign_that_only_forbids_self_treatment_leaves_the_cause_possible() -> None:
    library = a_library(
        *(a_finding(name) for name in ("many-nights", "swollen")),
        *(a_pattern(name) for name in ("at-night", "stretch-stops")),
        a_self_limiting_cause("cramp", a_story(against=("many-nights", "swollen")), against=("swollen",)),
    )
    cramp = library.causes["cramp"]  # type: ignore[index]
    assert cause_fit(library, a_visit(many_nights=YES, swollen=NO, **BOTH_LINES), cramp) is CAN
    assert cause_fit(library, a_visit(many_nights=NO, swollen=YES, **BOTH_LINES), cramp) is CANNOT


def test_ranking_counts_what_fits_less_what_speaks_against() -> None:
    library = a_library(
        *(a_finding(name) for name in ("swollen", "cold", "warm", "red")),
        a_cause(
            "rare-and-contradicted",
            needs="swollen",
            fits=("warm",),
            against=("cold", "red"),
            how_common=HowCommon.RARE,
        ),
        a_cause("rare-and-likely", needs="swollen", fits=("warm", "red"), how_common=HowCommon.RARE),
        a_cause("common", needs="swollen", fits=("warm",), how_common=HowCommon.COMMON),
        a_cause("no-longer", needs="red", fits=("warm", "swollen"), how_common=HowCommon.COMMON),
    )
    ranked = ranked_causes(library, a_visit(swollen=YES, cold=YES, warm=YES, red=NO))
    assert [(one.cause.id, one.fits, one.against) for one in ranked] == [
        ("common", ("warm",), ()),
        ("rare-and-likely", ("warm",), ()),
        ("rare-and-contradicted", ("warm",), ("cold",)),
        ("no-longer", ("warm", "swollen"), ()),
    ]


def test_a_line_that_was_denied_does_not_speak_for_the_cause_whose_card_was_touched() -> None:
    library = a_night_library()
    (ranked, *_) = [one for one in ranked_causes(library, a_visit(night_story=YES, at_night=NO)) if one.cause.stories]
    assert ranked.fits == ("stretch-stops",)


def test_of_what_cannot_fit_the_dangers_that_were_ruled_out_go_last() -> None:
    library = a_library(
        *(a_finding(name) for name in ("swollen", "stiff")),
        a_cause("leg-clot", needs="swollen", how_common=HowCommon.COMMON),
        a_cause("arthritis", needs="stiff", how_common=HowCommon.RARE, seriousness=Seriousness.NEEDS_PHYSICIAN),
    )
    ranked = ranked_causes(library, a_visit(swollen=NO, stiff=NO))
    assert [(one.cause.id, one.fit) for one in ranked] == [("arthritis", CANNOT), ("leg-clot", CANNOT)]
    still_open = [one.cause.id for one in ranked_causes(library, a_visit())]
    assert still_open == ["leg-clot", "arthritis"]


def test_of_two_causes_that_fit_alike_the_one_that_a_doubt_may_speak_for_goes_first() -> None:
    library = a_library(
        *(a_finding(name) for name in ("swollen", "cold", "warm")),
        a_cause("common", needs="swollen", fits=("warm",), how_common=HowCommon.COMMON),
        a_cause("rare-but-perhaps", needs="swollen", fits=("warm", "cold"), how_common=HowCommon.RARE),
    )
    ranked = ranked_causes(library, a_visit(swollen=YES, warm=YES, cold=NOT_SURE))
    assert [(one.cause.id, one.fits) for one in ranked] == [("rare-but-perhaps", ("warm",)), ("common", ("warm",))]


def test_a_self_limiting_cause_without_stories_never_fits() -> None:
    library = a_library(a_cause("mystery", seriousness=Seriousness.SELF_LIMITING, only_for=aged("16-49")))
    cause = library.causes["mystery"]  # type: ignore[index]
    assert cause_fit(library, a_visit(age_band="16-49"), cause) is CAN
    assert cause_fit(library, a_visit(age_band="2-11"), cause) is CANNOT
