import html.parser

from spasm_gui.handout.contents import reading_order
from spasm_gui.handout.html import html_page
from spasm_gui.screens.visit_model import VisitModel
from tests.handout.plans import a_plan, plan_of


class Reader(html.parser.HTMLParser):
    """Gathers what a screen reader says, and every element with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.elements: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def test_the_plain_page_says_the_same_in_the_same_order(night_cramp: VisitModel) -> None:
    plan = plan_of(night_cramp)
    said, at = " ".join(read(html_page(plan)).said), 0
    said = said[said.index(plan.date) - 20 :]
    for text in reading_order(plan):
        found = said.find(text, at)
        assert found >= 0, f"missing, or too early: {text!r}"
        at = found


def test_a_text_stays_text() -> None:
    evil = '<script src="http://x"></script> & <b onclick="y">'
    reader = read(html_page(a_plan(act=evil, do_now=(evil,), legal=evil)))
    ours = {"html", "head", "meta", "title", "body", "p", "h1", "h2", "h3", "ol", "ul", "li", "strong"}
    assert {tag for tag, _ in reader.elements} <= ours
    assert [attrs for _, attrs in reader.elements if attrs] == [[("lang", "en")], [("charset", "utf-8")]]
    assert evil in reader.said


def test_the_plain_page_has_one_title_and_real_headings() -> None:
    tags = [tag for tag, _ in read(html_page(a_plan())).elements]
    assert tags.count("h1") == 1
    assert tags.count("h2") >= 6
