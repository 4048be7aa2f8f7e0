"""Which questions still matter, and in which order."""

import pytest

from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.rule import Unsure
from spasm_gui.knowledge.screens import Screen
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.questions import every_question, next_page, open_questions, screens_left
from tests.factories import (
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
    some_rows,
    some_screens,
    touched,
)

YES, NO, NOT_SURE = Answer.YES, Answer.NO, Answer.NOT_SURE


def asked(library: Library, visit: Visit) -> list[tuple[str, str]]:
    return [(question.screen.value, question.id) for question in open_questions(library, visit)]


def ids(library: Library, visit: Visit) -> list[str]:
    return [question.id for question in open_questions(library, visit)]


def a_library_of_all_screens() -> Library:
    names = ("breath", "cold", "fever", "swelling", "old-trouble", "nowhere", "nowhere-either")
    findings = [*(a_finding(name) for name in names), a_circumstance("pregnancy")]
    regions = [a_region("calf")]
    screens = some_screens(
        regions,
        findings,
        right_now=("breath",),
        anywhere=("fever",),
    )
    screens.regions["calf"] = some_rows(  # type: ignore[index]
        here=("cold",), soon=("swelling",), for_a_while=("old-trouble",)
    )
    return a_library(
        *regions,
        *findings,
        a_pattern("at-night"),
        a_pattern("stretch-stops"),
        a_self_limiting_cause("cramp", a_story("night-story")),
        *(a_rule(f"rule-{name}", name) for name in reversed(names)),
        a_rule("together", all_of("pregnancy", aged("16-49"), "fever")),
        screens=screens,
    )


def test_questions_come_in_the_order_of_the_screens() -> None:
    assert asked(a_library_of_all_screens(), a_visit()) == [
        ("right-now", "breath"),
        ("here", "cold"),
        ("you", "age-band"),
        ("you", "pregnancy"),
        ("soon", "swelling"),
        ("soon", "fever"),
        ("soon", "nowhere"),
        ("soon", "nowhere-either"),
        ("for-a-while", "old-trouble"),
        ("stories", "night-story"),
    ]


def test_a_circumstance_is_asked_only_while_a_rule_could_use_it() -> None:
    library = a_library(
        a_finding("vomiting"), a_circumstance("diabetes"), a_rule("sugar", all_of("diabetes", "vomiting"))
    )
    assert set(ids(library, a_visit())) == {"diabetes", "vomiting"}
    assert ids(library, a_visit(diabetes=NO)) == []
    assert ids(library, a_visit(diabetes=YES)) == ["vomiting"]
    assert ids(library, a_visit(diabetes=NOT_SURE)) == ["vomiting"]


def test_nothing_is_asked_before_a_place_is_touched_or_after_an_emergency() -> None:
    library = a_library(
        a_finding("breath"), a_finding("cold"), a_rule("r", "breath", Level.EMERGENCY), a_rule("s", "cold")
    )
    assert open_questions(library, Visit()) == ()
    assert ids(library, a_visit()) == ["breath", "cold"]
    assert ids(library, a_visit(breath=YES)) == []


def test_after_a_rule_fired_only_what_could_raise_the_level_is_asked() -> None:
    library = a_night_cramp_library(
        a_finding("breath"),
        a_finding("slow"),
        a_rule("b", "breath", Level.EMERGENCY),
        a_rule("l", "slow", Level.PHYSICIAN),
    )
    assert ids(library, a_visit()) == ["swollen", "breath", "slow", "night-story"]
    assert ids(library, a_visit(swollen=YES)) == ["breath"]
    assert ids(library, a_visit(slow=YES)) == ["swollen", "breath"]


def test_a_doubt_keeps_asking_what_could_make_the_rule_sure() -> None:
    lower = Unsure(level=Level.PHYSICIAN, reason="Not sure.")
    library = a_library(a_finding("swollen"), a_finding("cold"), a_rule(when=any_of("swollen", "cold"), unsure=lower))
    assert ids(library, a_visit(swollen=NOT_SURE)) == ["cold"]


def test_a_row_of_two_screens_is_asked_on_the_earlier_one() -> None:
    findings = [a_finding("cold")]
    regions = [a_region("calf"), a_region("shin")]
    screens = some_screens(regions, findings)
    screens.regions["calf"] = some_rows(soon=("cold",))  # type: ignore[index]
    library = a_library(*regions, *findings, a_rule(when="cold"), screens=screens)
    assert asked(library, a_visit("calf:left")) == [("soon", "cold")]
    assert asked(library, a_visit("calf:left", "shin:left")) == [("here", "cold")]


def test_counter_signs_are_asked_for_a_story_even_when_no_rule_names_them() -> None:
    library = a_library(
        a_finding("odd"),
        a_pattern("at-night"),
        a_pattern("stretch-stops"),
        a_self_limiting_cause("cramp", a_story("night-story", against=("odd",))),
    )
    assert asked(library, a_visit()) == [("here", "odd"), ("stories", "night-story")]
    assert ids(library, a_visit(odd=YES)) == []
    assert ids(library, a_visit(night_story=NO)) == []


@pytest.mark.parametrize(
    ("only_for", "wanted"),
    [
        (None, []),
        (aged("16-49"), ["age-band"]),
        ("pregnancy", ["pregnancy"]),
        (any_of("pregnancy", aged("16-49")), ["age-band", "pregnancy"]),
        (all_of(touched("calf"), "pregnancy"), ["pregnancy"]),
        (all_of(touched("jaw"), "pregnancy"), None),
    ],
)
def test_whom_a_story_is_for_is_asked_and_its_card_is_not_asked_again(
    only_for: object, wanted: list[str] | None
) -> None:
    library = a_library(
        a_region("calf"),
        a_region("jaw"),
        a_circumstance("pregnancy"),
        a_pattern("at-night"),
        a_pattern("stretch-stops"),
        a_self_limiting_cause("cramp", a_story("night-story", only_for=only_for)),
    )
    assert ids(library, a_visit()) == ([] if wanted is None else [*wanted, "night-story"])
    assert ids(library, a_visit(night_story=YES)) == (wanted or [])


def twenty_rows() -> Library:
    names = [f"row-{number:02}" for number in range(20)]
    return a_library(*(a_finding(name) for name in names), *(a_rule(f"rule-{name}", name) for name in names))


def test_a_page_has_at_most_eight_rows_and_the_rest_comes_later() -> None:
    library = twenty_rows()
    visit, sizes = a_visit(), []
    while (page := next_page(library, visit)) is not None:
        sizes.append(len(page.ids))
        assert page.screen is Screen.HERE
        assert page.ids == tuple(ids(library, visit)[: len(page.ids)])
        assert screens_left(open_questions(library, visit)) == 1
        visit = visit.answering(dict.fromkeys(page.ids, NO))
    assert sizes == [8, 8, 4]


def test_the_page_about_you_shows_all_its_chips_together() -> None:
    names = [f"chip-{number:02}" for number in range(12)]
    library = a_library(*(a_circumstance(name) for name in names), a_rule(when=any_of(*names)))
    page = next_page(library, a_visit())
    assert page is not None
    assert (page.screen, page.ids) == (Screen.YOU, tuple(names))
    assert screens_left(open_questions(library, a_visit())) == 1


def test_the_age_stands_before_the_chips() -> None:
    library = a_library(a_circumstance("pregnancy"), a_rule(when=any_of("pregnancy", aged("2-11"))))
    assert asked(library, a_visit()) == [("you", "age-band"), ("you", "pregnancy")]


def test_every_question_holds_what_is_asked_and_what_is_not() -> None:
    library = a_library_of_all_screens()
    every = [(question.screen.value, question.id) for question in every_question(library, a_visit(breath=YES))]
    assert every == [
        ("right-now", "breath"),
        ("here", "cold"),
        ("you", "age-band"),
        ("you", "pregnancy"),
        ("soon", "swelling"),
        ("soon", "fever"),
        ("soon", "nowhere"),
        ("soon", "nowhere-either"),
        ("for-a-while", "old-trouble"),
        ("stories", "night-story"),
    ]
