"""The handout of exercises that a physiotherapist chose without an advice of the program."""

import datetime

import pytest
from PySide6.QtGui import QPageSize

from spasm_gui.handout.code import modules
from spasm_gui.handout.contents import Handout, reading_order
from spasm_gui.handout.examined import make_examined_handout
from spasm_gui.handout.html import html_page
from spasm_gui.handout.page import Sheet
from spasm_gui.handout.pdf import pdf_bytes
from spasm_gui.handout.phone import MOST_BYTES, phone_text
from spasm_gui.handout.plan import MOST_LETTERS, Plan
from spasm_gui.knowledge.finding import Answer, FindingRole
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.knowledge.self_care import SelfCare, SelfCareId
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.examined import guards_of, needs_help_today, regions_of, signs_to_know, to_choose_from
from spasm_gui.screens.act_words import ActWords
from spasm_gui.screens.handout_words import date_text, handout_words
from spasm_gui.screens.visit_model import VisitModel
from tests.handout.plans import LEGAL, LOOK
from tests.handout.test_pdf import opened, words_of

NECK = RegionId("back-neck")

pytestmark = pytest.mark.usefixtures("program")


def for_the_neck(library: Library) -> list[SelfCare]:
    return [one for one in library.self_care.values() if NECK in one.regions]


def a_neck_page(library: Library, count: int, words: str = "") -> Handout:
    plan = Plan()
    for one in for_the_neck(library)[:count]:
        plan = plan.adding(one.id).repeating(one.id, 3, 14).saying(one.id, words)
    return make_examined_handout(
        library,
        handout_words(),
        ActWords(VisitModel(library), "112", is_kiosk=False),
        plan=plan,
        places=["The left back of your neck."],
        signs=signs_to_know(library, [NECK]),
        legal=LEGAL,
        today=datetime.date(2026, 11, 22),
        date_text=date_text,
    )


def test_it_carries_no_advice_but_who_chose_and_every_danger_sign(library: Library) -> None:
    page = a_neck_page(library, 3)
    assert page.level is None
    texts = reading_order(page)
    assert "Chosen by your physiotherapist" in texts
    for level in Level:
        if level <= Level.PHYSICIAN:
            assert library.act(level).word not in texts
    for absent in (page.words.advice, page.words.why, page.words.do_now, page.words.until, page.words.avoid):
        assert absent not in texts
    for level, signs in signs_to_know(library, [NECK]).items():
        assert level >= Level.SAME_DAY
        assert {library.findings[one].said for one in signs} <= set(texts)
    assert set(for_the_neck(library)[0].stop_if) <= set(texts)
    assert texts[-1] == LEGAL


@pytest.mark.parametrize("paper", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
def test_the_page_says_it_in_reading_order(library: Library, paper: QPageSize.PageSizeId) -> None:
    page = a_neck_page(library, 2)
    text, at = words_of(opened(pdf_bytes(Sheet(page, LOOK, code=modules(phone_text(page))), paper))), 0
    for expected in reading_order(page, has_code=True)[:-4]:  # sources may be in short; the legal line ends each page
        wanted = "".join(expected.split())
        found = text.find(wanted, at)
        assert found >= 0, f"not on the page, or too early: {expected!r}"
        at = found + len(wanted)


def test_a_screen_reader_meets_who_chose_before_all_else(library: Library) -> None:
    page = html_page(a_neck_page(library, 2))
    assert "<h1>Chosen by your physiotherapist: Your exercises</h1>" in page
    assert "<ul>\n\n</ul>" not in page


@pytest.mark.parametrize(("count", "words"), [(1, ""), (3, ""), (3, "x" * MOST_LETTERS), (6, "é" * MOST_LETTERS)])
def test_a_phone_gets_every_exercise_and_the_first_danger_signs(library: Library, count: int, words: str) -> None:
    page = a_neck_page(library, count, words)
    text = phone_text(page)
    assert len(text.encode("utf-8")) <= MOST_BYTES
    assert all(one.name in text for one in page.exercises)
    assert all(sign in text for sign in page.changes[0].signs[:3])
    assert text.endswith(LEGAL)


def test_the_signs_of_a_region_are_danger_signs_that_cannot_wait(library: Library) -> None:
    signs = signs_to_know(library, [NECK])
    assert list(signs) == [Level.EMERGENCY, Level.SAME_DAY]
    assert all(library.findings[one].role is FindingRole.DANGER for found in signs.values() for one in found)
    assert "neck-artery" in signs[Level.EMERGENCY][:6]  # those of the place come first


def test_what_an_answer_forbids_is_not_offered(library: Library) -> None:
    tuck = library.self_care[SelfCareId("chin-tuck")]
    for answer, is_offered in ((Answer.NO, True), (Answer.NOT_SURE, False), (Answer.YES, False)):
        visit = Visit(answers={"arm-nerve": answer})
        assert (tuck in to_choose_from(library, visit, [NECK])) is is_offered


def test_a_visit_that_asks_for_help_today_offers_nothing(library: Library) -> None:
    visit = Visit(places=(Place(NECK, Side.LEFT),), answers={"neck-artery": Answer.YES})
    assert needs_help_today(library, visit)
    assert to_choose_from(library, visit, [NECK]) == ()


def test_every_guard_of_a_choice_is_asked_once(library: Library) -> None:
    care = for_the_neck(library)
    guards = guards_of(care)
    assert len(set(guards)) == len(guards)
    assert set(guards) == {guard for one in care for guard in one.guards}


def test_a_plan_is_for_the_regions_it_was_made_about(library: Library) -> None:
    warm = library.self_care[SelfCareId("neck-shoulder-warm-pack")]
    assert regions_of([warm], [NECK]) == (NECK,)
    assert regions_of([warm], []) == warm.regions
