"""What can be put into a plan, and what it does to the page."""

import pytest

from spasm_gui.handout.contents import reading_order
from spasm_gui.handout.phone import phone_text
from spasm_gui.handout.plan import MOST_DAYS, MOST_ITEMS, MOST_LETTERS, MOST_TIMES, Item, Plan, one_line
from spasm_gui.knowledge.self_care import SelfCareId
from spasm_gui.reasoning.assessment import offered_self_care
from spasm_gui.screens.act_words import ActWords
from spasm_gui.screens.handout_words import handout_of
from spasm_gui.screens.visit_model import VisitModel
from tests.handout.plans import LEGAL

A, B, C = map(SelfCareId, "abc")


def order(plan: Plan) -> str:
    return "".join(one.care for one in plan.items)


def test_what_is_added_stands_at_the_end_and_only_once() -> None:
    assert order(Plan().adding(A).adding(B).adding(A)) == "ab"


@pytest.mark.parametrize(
    ("care", "by", "becomes"), [(A, 1, "bac"), (C, -1, "acb"), (C, 1, "abc"), (A, -1, "abc"), (A, 9, "bca")]
)
def test_a_plan_is_put_in_another_order_and_stops_at_its_ends(care: SelfCareId, by: int, becomes: str) -> None:
    assert order(Plan().adding(A).adding(B).adding(C).moving(care, by)) == becomes


def test_moving_what_is_not_there_changes_nothing() -> None:
    assert Plan().adding(A).moving(B, 1) == Plan().adding(A)


def test_a_plan_holds_no_more_than_can_be_followed() -> None:
    plan = Plan()
    for number in range(MOST_ITEMS + 3):
        plan = plan.adding(SelfCareId(str(number)))
    assert len(plan.items) == MOST_ITEMS
    assert plan.is_full


@pytest.mark.parametrize(
    ("times", "days", "kept"), [(2, 14, (2, 14)), (-1, -5, (0, 0)), (999, 999, (MOST_TIMES, MOST_DAYS))]
)
def test_own_numbers_stay_within_bounds(times: int, days: int, kept: tuple[int, int]) -> None:
    item = Plan().adding(A).repeating(A, times, days).item(A)
    assert item is not None
    assert (item.times, item.days) == kept


def test_no_plan_holds_longer_than_the_advice() -> None:
    assert Plan().adding(A).repeating(A, 1, 30, most_days=7).items == (Item(A, 1, 7),)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  two\nlines \t here ", "two lines here"),
        ("<b>bold</b>", "<b>bold</b>"),
        ("turn\u202eround\x00\u200b", "turnround"),
        ("x" * 500, "x" * MOST_LETTERS),
    ],
    ids=["lines", "markup stays text", "nothing unseen", "too long"],
)
def test_own_words_are_one_plain_line(typed: str, kept: str) -> None:
    assert one_line(typed, MOST_LETTERS) == kept
    assert Plan().adding(A).saying(A, typed).items[0].words == kept


def test_what_is_no_longer_offered_leaves_the_plan() -> None:
    assert order(Plan().adding(A).adding(B).within({B})) == "b"


def a_plan_of_two(model: VisitModel) -> tuple[Plan, list[str]]:
    care = offered_self_care(model.library, model.visit, model.assessment)[:2][::-1]
    plan = Plan().adding(care[0].id).adding(care[1].id).repeating(care[0].id, 2, 14)
    plan = plan.saying(care[0].id, "Slowly, as we did it today").noting("Call me on Monday")
    return plan, [one.name for one in care]


def test_the_page_has_what_was_chosen_in_that_order_and_nothing_else(night_cramp: VisitModel) -> None:
    plan, names = a_plan_of_two(night_cramp)
    page = handout_of(night_cramp, ActWords(night_cramp, "112", is_kiosk=False), LEGAL, plan=plan)
    assert [one.name for one in page.exercises] == names
    first = page.exercises[0]
    assert (first.own, first.remark) == ("Times a day: 2. Days: 14.", "Slowly, as we did it today")
    assert first.dose.startswith("Usually: ")
    texts = reading_order(page)
    assert "Call me on Monday" in texts
    assert "Your plan" in texts


def test_a_phone_gets_the_plan_before_the_further_steps(night_cramp: VisitModel) -> None:
    plan, names = a_plan_of_two(night_cramp)
    page = handout_of(night_cramp, ActWords(night_cramp, "112", is_kiosk=False), LEGAL, plan=plan)
    text = phone_text(page)
    assert f"{names[0]}. Times a day: 2. Days: 14. Slowly, as we did it today." in text.split("\n")
    assert names[1] in text
    assert "For you: Call me on Monday." in text


def test_a_plan_opens_no_guard(swollen_calf: VisitModel) -> None:
    plan = Plan().adding(SelfCareId("calf-wall-stretch"))
    page = handout_of(swollen_calf, ActWords(swollen_calf, "112", is_kiosk=False), LEGAL, plan=plan)
    assert page.exercises == ()
    assert not page.is_chosen
