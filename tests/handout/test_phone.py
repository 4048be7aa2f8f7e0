from dataclasses import replace
from typing import cast

import pytest
import zxingcpp
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from spasm_gui.handout.code import TooLongError, modules, paint
from spasm_gui.handout.contents import HigherLevel
from spasm_gui.handout.phone import LARGEST_VERSION, MOST_BYTES, phone_text
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.screens.visit_model import VisitModel
from tests.handout.plans import LEGAL, a_plan, a_visit, plan_of


def painted(text: str, side: int = 700) -> QImage:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill("#ffffff")
    painter = QPainter(image)
    paint(painter, modules(text), QRectF(0, 0, side, side), whole_pixels=True)
    painter.end()
    return image


def read_by_a_phone(image: QImage) -> str:
    """What an independent reader makes of a picture."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = [cast("bytes", grey.constScanLine(y))[: grey.width()] for y in range(grey.height())]
    view = memoryview(b"".join(rows)).cast("B", (grey.height(), grey.width()))
    found = zxingcpp.read_barcodes(view)
    assert len(found) == 1
    return str(found[0].text)


def test_a_phone_reads_the_very_words(program: object, night_cramp: VisitModel) -> None:
    text = phone_text(plan_of(night_cramp))
    assert read_by_a_phone(painted(text)) == text


def test_a_phone_reads_words_beyond_ascii(program: object) -> None:
    text = phone_text(a_plan(act="Größe „ß“ – 38 °C, łydka, икра, 小腿"))
    assert read_by_a_phone(painted(text)) == text


def test_every_line_but_the_first_ones_stands_on_the_page_too(night_cramp: VisitModel) -> None:
    plan = plan_of(night_cramp)
    text = phone_text(plan)
    assert text.startswith(f"Spasm Map, {plan.date}\nYour left calf.\nAdvice: {plan.act}\n")
    assert f"1. {plan.do_now[0]}" in text
    assert plan.until in text
    assert all(sign in text for sign in plan.changes[0].signs)
    assert text.endswith(LEGAL)


@pytest.mark.parametrize("region", ["calf", "chest", "jaw", "lower-back", "abdomen"])
def test_the_plan_of_any_visit_fits(program: object, library: Library, region: str) -> None:
    if region not in library.regions:
        pytest.skip("the content has no such region")
    text = phone_text(plan_of(a_visit(library, region=region)))
    assert len(text.encode()) <= MOST_BYTES
    assert len(modules(text)) <= 17 + 4 * LARGEST_VERSION


def test_a_long_plan_loses_whole_lines_and_never_the_emergency_signs() -> None:
    steps = tuple(f"Step {number} " + "is rather long and goes on for a while. " * 3 for number in range(1, 9))
    text = phone_text(a_plan(do_now=steps))
    assert len(text.encode()) <= MOST_BYTES
    assert "Call 112 now: Chest pain." in text
    kept = [line for line in text.split("\n") if line[:1].isdigit()]
    assert kept == [f"{number}. {step}" for number, step in enumerate(steps, start=1)][: len(kept)]
    assert f"1. {steps[0]}" in text
    assert f"8. {steps[7]}" not in text


def test_a_text_beyond_the_largest_square_is_refused() -> None:
    with pytest.raises(TooLongError, match="version"):
        modules("x" * (MOST_BYTES + 1))
    with pytest.raises(TooLongError):
        modules("x" * 9000)


def test_a_step_is_never_told_without_the_one_before_it() -> None:
    text = phone_text(a_plan(do_now=("Sit down.", "Wait. " * 200, "Then rub it.")))
    assert "1. Sit down." in text
    assert "Then rub it." not in text


def test_signs_that_need_help_today_go_before_further_steps() -> None:
    text = phone_text(a_plan(do_now=("Sit down.", "Wait. " * 90)), 400)
    assert "Get help today: One calf is swollen." in text
    assert "2. " not in text


def test_all_steps_stand_there_when_fewer_signs_of_today_make_room_for_them() -> None:
    today = HigherLevel(Level.SAME_DAY, "Get help today", tuple(f"Sign {n} of something" for n in range(1, 4)))
    plan = a_plan(do_now=("Sit down.", "Wait a while. " * 9, "Then rub it."))
    plan = replace(plan, changes=(*(one for one in plan.changes if one.level is Level.EMERGENCY), today))
    whole = len(phone_text(plan, 5000).encode())
    text = phone_text(plan, whole - 8)
    assert "2. " in text
    assert "3. Then rub it." in text
    assert "Get help today: Sign 1 of something." in text
    assert "Sign 3" not in text


def test_a_text_says_that_it_is_shortened_and_a_whole_one_does_not() -> None:
    plan = a_plan(do_now=("Sit down.", "Wait a while. " * 9))
    whole = phone_text(plan, 5000)
    assert plan.words.shortened not in whole
    assert plan.words.shortened in phone_text(plan, len(whole.encode()) - 30)


def test_one_sign_of_today_is_better_than_none() -> None:
    today = HigherLevel(Level.SAME_DAY, "Get help today", ("A short sign", "A sign that is long and goes on. " * 4))
    plan = a_plan(do_now=("Sit down.", "Wait a while. " * 40))
    plan = replace(plan, changes=(*(one for one in plan.changes if one.level is Level.EMERGENCY), today))
    text = phone_text(plan, 380)
    assert "Get help today: A short sign." in text
    assert "goes on" not in text
