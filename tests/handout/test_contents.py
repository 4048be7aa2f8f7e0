import pytest

from spasm_gui.handout.contents import reading_order, sentence
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.reasoning.assessment import offered_self_care
from spasm_gui.screens.visit_model import VisitModel
from tests.handout.plans import LEGAL, a_plan, a_visit, plan_of


def test_a_plan_says_the_advice_of_the_assessment_and_why(night_cramp: VisitModel) -> None:
    plan = plan_of(night_cramp)
    assert night_cramp.assessment.level is Level.SELF_TREAT
    assert (plan.level, plan.act) == (Level.SELF_TREAT, night_cramp.library.act(Level.SELF_TREAT).word)
    assert plan.why == "Night cramp in the calf or foot fits best: 3 of your answers, none against."
    cause = night_cramp.assessment.best_causes[0].cause
    assert plan.do_now + plan.then == cause.do_now + cause.then
    assert plan.avoid == cause.avoid
    assert plan.places == ("Your left calf.",)
    assert plan.legal == LEGAL


def test_a_plan_offers_only_what_its_guards_let_through(night_cramp: VisitModel) -> None:
    offered = offered_self_care(night_cramp.library, night_cramp.visit, night_cramp.assessment)
    plan = plan_of(night_cramp)
    assert [one.name for one in plan.exercises] == [one.name for one in offered][:4]
    assert set(plan.stop_if) == {sign for one in offered[:4] for sign in one.stop_if}


def test_nothing_to_stretch_is_handed_out_with_a_swollen_calf(swollen_calf: VisitModel) -> None:
    plan = plan_of(swollen_calf)
    assert plan.level is Level.SAME_DAY
    assert plan.exercises == ()
    assert "One leg or arm is newly swollen, or warm and red" in plan.said
    assert [one.level for one in plan.changes] == [Level.EMERGENCY]


def test_a_plan_from_a_kiosk_speaks_of_home(swollen_calf: VisitModel) -> None:
    plan = plan_of(swollen_calf, is_kiosk=True)
    act = swollen_calf.library.act(Level.SAME_DAY)
    assert act.at_home in plan.do_now
    assert act.on_kiosk not in reading_order(plan)


def test_a_plan_names_its_sources_and_when_they_were_compared(night_cramp: VisitModel) -> None:
    plan = plan_of(night_cramp)
    assert plan.sources.startswith("NHS: Leg cramps")
    assert "some statements rest on general medical knowledge" in plan.sources
    assert night_cramp.library.edition.version in plan.edition


def test_how_much_it_hurts_stands_with_its_place(night_cramp: VisitModel) -> None:
    night_cramp.set_strength(night_cramp.visit.places[0], 6)
    assert plan_of(night_cramp).places == ("Your left calf. Pain 6 of 10.",)


@pytest.mark.parametrize("region", ["jaw", "lower-back", "shoulder"])
def test_every_text_of_a_plan_is_whole(program: object, library: Library, region: str) -> None:
    for text in reading_order(plan_of(a_visit(library, region=region))):
        assert text.strip()
        assert "{" not in text


def test_what_changes_the_advice_is_read_before_the_exercises() -> None:
    texts = reading_order(a_plan())
    assert texts.index("Chest pain") < texts.index("Calf stretch")


@pytest.mark.parametrize(("text", "said"), [("Rest", "Rest."), ("Rest.", "Rest."), ("Is it red?", "Is it red?")])
def test_a_sign_becomes_a_sentence(text: str, said: str) -> None:
    assert sentence(text) == said
