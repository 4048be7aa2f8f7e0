"""Every page, at every size of window and text: whole texts, large targets, names for all, and no markup."""

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app, places, tour
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.knowledge.screens import Screen
from spasm_gui.languages import Languages
from spasm_gui.pseudo import LONG, RIGHT_TO_LEFT
from spasm_gui.screens.theme import Theme
from spasm_gui.settings import REDUCED_MOTION, Preferences
from spasm_gui.tour import settle
from tests.factories import a_finding, a_library, a_region, a_rule, a_self_limiting_cause
from tests.journeys import looks
from tests.journeys.conftest import OpenWindow
from tests.journeys.person import Person

WALK: list[tuple[str, tuple[tour.Step, ...]]] = [
    ("home", ()),
    ("home with its list", (tour.press("regionList"),)),
    ("right now", (tour.touch("calf"),)),
    ("about you", (tour.pass_until(Screen.YOU),)),
    ("how to find out", (tour.pass_until(Screen.SOON), tour.press("answer.limb-swollen.not-sure"))),
    ("stories", (tour.pass_until(Screen.STORIES),)),
    ("self-treatment", (tour.tell("night-cramp-story"),)),
    ("a cause", (lambda window: window.open_cause("dvt"),)),
    ("a cause explained", (tour.press("explainCause"), tour.press("stepAfter"))),
    ("a cause to explain", (tour.press("explainOther"),)),
    ("several places", (tour.press("startOver"), tour.touch("lower-back"), tour.also("calf", "right"))),
    ("same day", (tour.answer("limb-swollen"), tour.pass_until(None))),
    ("emergency", (tour.answer("chest-pressure"),)),
    ("causes from A to Z", (tour.press("startOver"), tour.press("browse"), tour.press("letter.C"))),
    ("how a movement works", (tour.press("startOver"), tour.press("browse"), tour.press("movement"))),
]
"""One walk over every kind of page: what each is, and the steps from the one before."""

WINDOWS = [
    ((1024, 768), 100),
    ((1280, 800), 100),
    ((768, 1366), 100),
    ((3840, 2160), 100),
    ((1280, 800), 150),
    ((1024, 768), 200),
    ((768, 1366), 200),
]
SPOKEN = [
    (size, 100, language) for size in ((1280, 800), (768, 1366)) for language in ("es", LONG.code, RIGHT_TO_LEFT.code)
]
"""The same walk in a real language and in the two made-up ones: longer with accents, and from the right."""

KIOSKS = [((768, 1366), 200, "es", False), ((768, 1366), 200, "es", True), ((1280, 800), 200, "es", False)]
"""The same walk on small kiosks in their largest type; the last value says whether everything is in the lower half."""

SAID_AS_IT_IS = ("Spasm Map", LONG.code, "English", "Español", "general-knowledge")
"""Names, which no language changes; and what content says of its sources."""

CHECKS = (
    looks.cut_texts,
    looks.sticks_out,
    looks.overlaps,
    looks.small_targets,
    looks.nameless,
    looks.rich_texts,
)
Complaints = dict[str, list[str]]


def _kiosk(is_lowered: bool | None) -> str:
    return {None: "", False: " on a kiosk", True: " in the lower half of a kiosk"}[is_lowered]


@pytest.fixture(
    scope="module",
    params=[*((size, percent, "en", None) for size, percent in WINDOWS), *((*one, None) for one in SPOKEN), *KIOSKS],
    ids=lambda window: f"{window[0][0]}x{window[0][1]} at {window[1]} per cent in {window[2]}{_kiosk(window[3])}",
)
def complaints(request: pytest.FixtureRequest, program: QApplication, library: Library) -> Iterator[Complaints]:
    """What there is to complain of on the pages of one window, by check."""
    size, text_percent, language, is_lowered = request.param
    preferences = Preferences(None)
    preferences.set(REDUCED_MOTION, True)
    languages = Languages(places.content_dir(), library)
    spoken = languages.speak(language)
    theme = Theme(app.tokens(), "light", text_percent / 100, is_kiosk=is_lowered is not None)
    window = app.main_window(spoken, theme, preferences, languages)
    window.resize(*size)
    window.show()
    settle()
    found: Complaints = defaultdict(list)
    for name, steps in WALK:
        for step in steps:
            step(window)
            settle()
            if is_lowered and window.room == window.rect():  # a new visit begins on the whole screen
                window.keep_to_lower_half(True)
                settle()
        for check in CHECKS:
            found[check.__name__].extend(f"{name}: {complaint}" for complaint in check(window))
        found["forgotten_texts"].extend(
            f"{name}: {one}" for one in forgotten_texts(window, library) if language == LONG.code
        )
    languages.fall_silent()
    yield found
    window.close()
    window.deleteLater()
    settle()


_DATE = re.compile(r"(?:\w+day, )?[A-Z][a-z]+ \d{1,2}, \d{4}|\w+day, [\w ,]+ \d{4}")


def forgotten_texts(window: QWidget, library: Library) -> Iterator[str]:
    """Texts that were not translated: in the longer made-up language no vowel stands without an accent.

    Titles and publishers of sources stay as they are.
    """
    said_there = {said for source in library.sources.values() for said in (source.title, source.publisher)}
    titles = sorted(said_there, key=len, reverse=True)  # one may be a part of another
    said: list[QLabel | QPushButton] = [*window.findChildren(QLabel), *window.findChildren(QPushButton)]
    for widget in said:
        text = _DATE.sub("", widget.text())
        for name in (*SAID_AS_IT_IS, *titles):
            text = text.replace(name, "")
        if widget.isVisible() and re.search(r"[A-Za-z]*[aeiouAEIOU][A-Za-z]{2,}", text):
            yield f"{widget.objectName()} {text[:60]}"


def test_no_text_was_forgotten_by_the_translators(complaints: Complaints) -> None:
    assert complaints["forgotten_texts"] == []


def test_no_text_is_cut(complaints: Complaints) -> None:
    assert complaints["cut_texts"] == []


def test_nothing_needs_sideways_scrolling(complaints: Complaints) -> None:
    assert complaints["sticks_out"] == []


def test_nothing_lies_on_something_else(complaints: Complaints) -> None:
    assert complaints["overlaps"] == []


def test_every_target_is_large_enough_for_a_finger(complaints: Complaints) -> None:
    assert complaints["small_targets"] == []


def test_everything_the_keyboard_reaches_has_a_name(complaints: Complaints) -> None:
    assert complaints["nameless"] == []


def test_every_text_is_plain(complaints: Complaints) -> None:
    assert complaints["rich_texts"] == []


# ------------------------------------------------------------------ emergencies


@pytest.mark.parametrize(("size", "text_percent"), WINDOWS)
def test_an_emergency_hides_nothing_one_has_to_do(
    qtbot: QtBot, open_window: OpenWindow, size: tuple[int, int], text_percent: int
) -> None:
    person = Person(qtbot, open_window(size, text_percent=text_percent))
    person.window.touch(Place(RegionId("chest"), Side.LEFT))
    person.window.model.answer("chest-pressure", Answer.YES)
    for name in ("adviceWord", "mistake"):
        widget = person.finds(name)
        assert widget.visibleRegion().boundingRect() == widget.rect(), f"{name} is partly hidden"
    assert person.reads("112")
    person.presses("startOver")
    assert person.window.mode == "home"


# ------------------------------------------------------------------ texts as typed

TYPED = "<b>Fish</b> & chips &amp; <img src=x> 100 %s {number}"


def test_texts_from_content_are_shown_as_they_were_typed(qtbot: QtBot, open_window: OpenWindow) -> None:
    cause = a_self_limiting_cause("night-cramp", name=TYPED)
    content = a_library(
        a_finding("swollen", ask=TYPED, said=TYPED),
        a_finding("at-night", ask=TYPED),
        a_finding("stretch-stops", ask=TYPED),
        a_rule("clot", when="swollen", because=TYPED),
        a_region("calf", name=TYPED),
        cause,
    )
    person = Person(qtbot, open_window(content=content, body=None))
    person.picks_from_the_list("calf:left")
    person.says_yes("swollen")
    shown = 0
    for widget in person.window.findChildren(QWidget):
        if isinstance(widget, QLabel) and "Fish" in widget.text():
            assert TYPED in widget.text()
            shown += 1
        if isinstance(widget, QPushButton) and "Fish" in widget.text():
            assert TYPED.replace("&", "&&") in widget.text()
        if "Fish" in widget.accessibleName():
            assert TYPED in widget.accessibleName()
    assert shown >= 2
    assert list(looks.rich_texts(person.window)) == []
