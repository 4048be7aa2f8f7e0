import getpass
import io
import re
import socket
import sys

import pypdf
import pytest
from PySide6.QtGui import QPageSize

from spasm_gui.handout.code import modules
from spasm_gui.handout.contents import reading_order
from spasm_gui.handout.page import Sheet
from spasm_gui.handout.pdf import pdf_bytes, with_language
from spasm_gui.handout.phone import phone_text
from spasm_gui.handout.save import NotSavedError
from spasm_gui.screens.visit_model import VisitModel
from tests.handout.plans import LEGAL, LOOK, a_plan, a_sheet, plan_of

A4, LETTER = QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter

pytestmark = pytest.mark.usefixtures("program")


def opened(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def words_of(reader: pypdf.PdfReader) -> str:
    """All text without spaces: where lines break is the page's affair."""
    return "".join("".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("paper", [A4, LETTER])
@pytest.mark.parametrize("visit", ["night_cramp", "swollen_calf"])
def test_the_page_says_what_the_assessment_says_in_reading_order(
    request: pytest.FixtureRequest, visit: str, paper: QPageSize.PageSizeId
) -> None:
    model: VisitModel = request.getfixturevalue(visit)
    plan = plan_of(model)
    sheet = Sheet(plan, LOOK, code=modules(phone_text(plan)))
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


def test_every_page_of_a_long_plan_says_what_it_is() -> None:
    long = a_sheet(exercises=a_plan().exercises * 4, then=("Keep warm and rest. " * 12,) * 12)
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
