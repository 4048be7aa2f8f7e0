"""Handouts of real visits fit one page, in every language. Laid out only; nothing is painted."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage, QPageSize, QPdfWriter
from PySide6.QtWidgets import QApplication

from spasm_gui import places
from spasm_gui.handout.code import modules
from spasm_gui.handout.page import Sheet, page_count, page_layout
from spasm_gui.handout.pdf import RESOLUTION
from spasm_gui.handout.phone import phone_text
from spasm_gui.knowledge.library import Library
from spasm_gui.languages import Languages
from tests.handout.plans import LOOK, a_told_visit, plan_of

A_FIGURE = QImage(330, 700, QImage.Format.Format_RGB32)
EVERY_NTH = 12


@pytest.fixture
def languages(program: QApplication, library: Library) -> Iterator[Languages]:
    spoken = Languages(places.content_dir(), library)
    yield spoken
    spoken.speak(library.edition.language)


@pytest.mark.parametrize("paper", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
def test_what_is_told_with_a_story_card_fits_one_page_in_every_language(
    languages: Languages, library: Library, paper: QPageSize.PageSizeId
) -> None:
    writer = QPdfWriter(QBuffer())
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(page_layout(paper))
    # the two papers share the sample between them
    told = list(library.stories)[paper is QPageSize.PageSizeId.Letter :: EVERY_NTH]
    visits = {key: a_told_visit(library, key) for key in told}
    too_long = []
    for language in languages.offered:
        spoken = languages.speak(language.code)
        for key, model in visits.items():
            model.speak(spoken)
            plan = plan_of(model)
            sheet = Sheet(plan, LOOK, (A_FIGURE,), modules(phone_text(plan)))
            if page_count(writer, RESOLUTION, sheet) > 1:
                too_long.append((language.code, key))
    assert too_long == []
