"""The links of a movement find their rows on a page of any width, also where a word is wider than its share."""

import pytest
from PySide6.QtCore import QSize

from spasm_gui import app, places
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.movement import LinkId
from spasm_gui.pseudo import longer
from spasm_gui.reading.library import read_library
from spasm_gui.screens.chain import LinkButton, MovementChain
from spasm_gui.screens.theme import Theme


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(places.content_dir(), with_cases=False)


@pytest.mark.parametrize("width", [40, 200, 300, 400, 500, 600, 700, 832, 1200])
@pytest.mark.parametrize("disturbed", [("nerve",), ("nerve", "blood")])
def test_a_page_of_any_width_gets_its_links(
    qapp: object, library: Library, width: int, disturbed: tuple[str, ...]
) -> None:
    app.application()
    links = tuple(LinkId(one) for one in disturbed)
    for percent in (100, 200):
        theme = Theme(app.tokens(), "light", percent / 100)
        chain = MovementChain(library, theme, links, longer("fires by itself"), width)
        assert len(chain.findChildren(LinkButton)) == 6 + ("blood" in disturbed)
        assert chain.sizeHint() != QSize()
        chain.deleteLater()
