import getpass
import io
import re
import socket
import sys
from dataclasses import replace
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage, QPageSize, QPdfWriter

from spasm_gui.handout import flow
from spasm_gui.handout.code import modules
from spasm_gui.handout.contents import Handout, reading_order
from spasm_gui.handout.page import Sheet, fitted, page_layout
from spasm_gui.handout.pdf import RESOLUTION, pdf_bytes, with_language
from spasm_gui.handout.phone import phone_text
from spasm_gui.handout.plan import Plan
from spasm_gui.handout.save import NotSavedError
from spasm_gui.reasoning.assessment import offered_self_care
from spasm_gui.screens.act_words import ActWords
from spasm_gui.screens.handout_words import handout_of
from spasm_gui.screens.visit_model import VisitModel
from tests.handout.plans import LEGAL, LOOK, a_plan, a_sheet, longer, plan_of

A4, LETTER = QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter

A_FIGURE = QImage(330, 1400 // 2, QImage.Format.Format_RGB32)

pytestmark = pytest.mark.usefixtures("program")


def opened(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def words_of(reader: pypdf.PdfReader) -> str:
    """All text without spaces: where lines break is the page's affair."""
    return "".join("".join(page.extract_text() for page in reader.pages).split())


def on_paper(sheet: Sheet, paper: QPageSize.PageSizeId) -> Handout:
    """What of the handout finds room on the paper."""
    writer = QPdfWriter(QBuffer())
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(page_layout(paper))
    return fitted(writer, RESOLUTION, sheet)[0]


@pytest.mark.parametrize("paper", [A4, LETTER])
@pytest.mark.parametrize("visit", ["night_cramp", "swollen_calf"])
def test_the_page_says_what_the_assessment_says_in_reading_order(
    request: pytest.FixtureRequest, visit: str, paper: QPageSize.PageSizeId
) -> None:
    model: VisitModel = request.getfixturevalue(visit)
    plan = plan_of(model)
    sheet = Sheet(plan, LOOK, code=modules(phone_text(plan)))
    plan = on_paper(sheet, paper)
    text, at = words_of(opened(pdf_bytes(sheet, paper))), 0
    assert model.assessment.level is not None
    assert "".join(model.library.act(model.assessment.level).word.split()) in text
    for expected in reading_order(plan, has_code=True)[:-1]:  # the legal line stands below each page
        wanted = "".join(expected.split())
        found = text.find(wanted, at)
        assert found >= 0, f"not on the page, or too early: {expected!r}"
        at = found + len(wanted)


@pytest.mark.parametrize(("paper", "size"), [(A4, (595, 842)), (LETTER, (612, 792))])
def test_the_page_has_the_size_of_the_paper(paper: QPageSize.PageSizeId, size: tuple[int, int]) -> None:
    box = opened(pdf_bytes(a_sheet(), paper)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_a_short_plan_takes_one_page() -> None:
    assert len(opened(pdf_bytes(a_sheet(), A4)).pages) == 1


@pytest.mark.parametrize("paper", [A4, LETTER])
@pytest.mark.parametrize("visit", ["night_cramp", "swollen_calf"])
def test_an_advice_takes_one_page(request: pytest.FixtureRequest, visit: str, paper: QPageSize.PageSizeId) -> None:
    plan = plan_of(request.getfixturevalue(visit))
    sheet = Sheet(plan, LOOK, (A_FIGURE,), modules(phone_text(plan)))
    assert len(opened(pdf_bytes(sheet, paper)).pages) == 1


def test_an_advice_in_a_longer_language_takes_one_page_too(night_cramp: VisitModel) -> None:
    plan = longer(plan_of(night_cramp))
    sheet = Sheet(plan, LOOK, (A_FIGURE,), modules(phone_text(a_plan())))
    pages = opened(pdf_bytes(sheet, LETTER)).pages
    assert len(pages) == 1


def test_type_is_never_smaller_than_can_be_read(night_cramp: VisitModel, monkeypatch: pytest.MonkeyPatch) -> None:
    pixels: set[int] = set()
    painted = flow.Words.paint

    def paint(words: flow.Words, *where: Any) -> None:
        pixels.add(words.font.pixelSize())
        painted(words, *where)

    monkeypatch.setattr(flow.Words, "paint", paint)
    plan = plan_of(night_cramp)
    pdf_bytes(Sheet(plan, LOOK, (A_FIGURE,), modules(phone_text(plan))), LETTER)
    assert min(pixels) * 72 / RESOLUTION >= 9.5


def test_what_finds_no_room_is_counted_on_the_page() -> None:
    long = replace(a_plan().exercises[0], steps=("Lean in and breathe. " * 40,))
    full = a_sheet(exercises=(long,) * 4)
    plan = on_paper(full, A4)
    left_out = len(full.handout.exercises) - len(plan.exercises)
    assert left_out > 0
    text = words_of(opened(pdf_bytes(full, A4)))
    assert f"Moretodo,withpictures,intheprogram:{left_out}" in text


def test_a_chosen_plan_keeps_every_exercise_whole_and_goes_on_to_a_second_page(night_cramp: VisitModel) -> None:
    names = tuple(f"Stretch number {number}" for number in range(1, 9))
    exercises = tuple(replace(a_plan().exercises[0], name=one, steps=("Lean in and breathe. " * 12,)) for one in names)
    sheet = a_sheet(exercises=exercises, is_chosen=True, note="Begin slowly.")
    pages = opened(pdf_bytes(sheet, A4)).pages
    assert len(pages) == 2
    first, second = ("".join(page.extract_text().split()) for page in pages)
    assert "Chestpain" in first
    for name in names:
        assert ("".join(name.split()) in first) != ("".join(name.split()) in second)


def test_three_chosen_exercises_with_pictures_fit_one_page(night_cramp: VisitModel) -> None:
    care = offered_self_care(night_cramp.library, night_cramp.visit, night_cramp.assessment)[:3]
    chosen = Plan()
    for one in care:
        chosen = chosen.adding(one.id)
    chosen = chosen.repeating(care[0].id, 2, 14).saying(care[1].id, "As far as it is pleasant").noting("Begin slowly.")
    plan = handout_of(night_cramp, ActWords(night_cramp, "112", is_kiosk=False), LEGAL, plan=chosen)
    sheet = Sheet(plan, LOOK, (A_FIGURE,), modules(phone_text(plan)))
    (page,) = opened(pdf_bytes(sheet, A4)).pages
    text = "".join(page.extract_text().split())
    for one in care:
        assert "".join(one.name.split()) in text


def test_every_page_of_a_long_plan_says_what_it_is() -> None:
    long = a_sheet(exercises=a_plan().exercises * 8, is_chosen=True, do_now=("Keep warm and rest. " * 12,) * 8)
    pages = opened(pdf_bytes(long, A4)).pages
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        text = "".join(page.extract_text().split())
        assert "".join(LEGAL.split()) in text
        assert f"{number}/{len(pages)}" in text


def test_the_file_says_its_title_and_its_language() -> None:
    reader = opened(pdf_bytes(a_sheet(language="de-AT"), A4))
    assert reader.metadata is not None
    assert reader.metadata.title == "Spasm Map: You can treat this yourself"
    assert str(reader.root_object["/Lang"]) == "de-AT"
    assert "/DisplayDocTitle" in str(reader.root_object["/ViewerPreferences"])


def test_the_file_tells_nothing_about_the_computer() -> None:
    data = pdf_bytes(a_sheet(), A4)
    reader = opened(data)
    assert reader.metadata is not None
    assert not reader.metadata.author
    assert reader.metadata.creator == "Spasm Map"
    packet = data[data.index(b"<?xpacket") : data.rindex(b"<?xpacket")].decode("utf-8")
    for told in (*map(str, reader.metadata.values()), packet):
        for secret in (socket.gethostname(), getpass.getuser(), sys.prefix, "/home", "/tmp"):
            assert re.search(rf"(?<!\w){re.escape(secret)}(?!\w)", told) is None
    for path in (sys.prefix, "/home/", "/tmp/"):
        assert path.encode() not in data


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"trailer\n<<\n/Root 1 0 R\n/Size 3\n>>\nstartxref\n9\n%%EOF"])
def test_a_file_of_another_shape_is_refused(data: bytes) -> None:
    with pytest.raises(NotSavedError):
        with_language(data, "en")


def test_a_language_that_is_none_is_refused() -> None:
    with pytest.raises(NotSavedError):
        with_language(pdf_bytes(a_sheet(), A4), "en) /Evil (")
