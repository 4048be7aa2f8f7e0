"""The page of each mode, made and wired. Each maker is the whole wiring plan of its page.

`MAKERS` is the table; the window only looks a mode up in it. The code of pages that nobody sees at first is loaded by
their makers, or by `pages_to_come` while the program rests.
"""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

import msgspec
from PySide6 import QtWidgets
from PySide6.QtWidgets import QWidget

from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.region import Place
from spasm_gui.screens.act_words import ActWords
from spasm_gui.screens.home_panel import HomePanel
from spasm_gui.screens.navigation import Navigation
from spasm_gui.screens.opened import Mode
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel

if TYPE_CHECKING:
    from spasm_gui.handout.contents import Handout
    from spasm_gui.screens.advice_page import AdvicePage
    from spasm_gui.screens.examined_page import ExaminedPage
    from spasm_gui.screens.region_panel import RegionPanel

_LATER = (
    "region_panel",
    "search_results",
    "emergency_page",
    "advice_page",
    "cause_page",
    "take_along",
    "handout_words",
    "handout_actions",
    "handout_page",
    "plan_page",
    "exercise_page",
    "examined_page",
    "browse_page",
    "compare_page",
    "movement_page",
    "explain_page",
)
"""The modules of the pages that come later, what is needed soonest first."""


def pages_to_come() -> Iterator[None]:
    """Load the code of the pages that come later, module by module: pieces for `Later`.

    PySide builds all its classes of widgets and styles at once when Qt first hands it a widget or a style that it has
    not seen, which would take as long as three frames after some touch; here it builds them one by one.
    """
    for name in _LATER[:1]:
        import_module(f"spasm_gui.screens.{name}")
        yield
    for name in dir(QtWidgets):
        getattr(QtWidgets, name)
        yield
    for name in _LATER[1:]:
        import_module(f"spasm_gui.screens.{name}")
        yield


class Surroundings(msgspec.Struct, frozen=True):
    """Where the window runs: what every page is made with and no visit changes.

    `clinic_acts` are a kiosk's own words for the levels; `remark` stands before the legal line of every page; `printer`
    is the printer that prints without asking; `explains_on_kiosk` offers the explain view on a kiosk, too.
    """

    theme: Theme
    drawing: BodyDrawing | None
    emergency_number: str
    reduced_motion: bool = False
    clinic_acts: Mapping[Level, str] | None = None
    remark: str = ""
    printer: str = ""
    explains_on_kiosk: bool = False

    @property
    def can_explain(self) -> bool:
        """True where somebody explains to another person: on a kiosk only if the clinic says so."""
        return self.explains_on_kiosk or not self.theme.is_kiosk


class PageParts(msgspec.Struct, frozen=True):
    """What a maker is given: the visit, the way through its pages, where the window runs, and the room for the page."""

    model: VisitModel
    go: Navigation
    around: Surroundings
    legal_words: str
    width: int
    height: int
    is_portrait: bool
    start_over: Callable[[], None]

    @property
    def theme(self) -> Theme:
        """The present look."""
        return self.around.theme

    @property
    def acts(self) -> ActWords:
        """The words for what a level asks one to do."""
        around = self.around
        return ActWords(
            self.model, around.emergency_number, is_kiosk=around.theme.is_kiosk, clinic_acts=around.clinic_acts
        )


def make_page(parts: PageParts) -> QWidget:
    """Return the page of the present mode, wired."""
    return MAKERS[parts.go.mode](parts)


def _home(parts: PageParts) -> QWidget:
    drawing = parts.around.drawing
    figures = () if drawing is None else drawing.figures
    page = HomePanel(parts.model, parts.theme, parts.around.emergency_number, parts.width, figures)
    page.region_touched.connect(parts.go.touch)
    return page


def region_panel(parts: PageParts, *, is_ahead: bool = False) -> "RegionPanel":
    """Return the page of questions; made ahead, it waits for its `begin`."""
    from spasm_gui.screens.region_panel import RegionPanel

    go, has_figure = parts.go, parts.around.drawing is not None
    page = RegionPanel(parts.model, parts.theme, parts.width, has_figure=has_figure, is_ahead=is_ahead)
    page.setProperty("portrait", parts.is_portrait)  # the style sheet asks, and what is made ahead has it from now on
    page.ask_for_place(go.opened.adds_place)
    go.adds_place_changed.connect(page.ask_for_place)
    page.also_hurts_requested.connect(go.also_hurts)
    page.cause_opened.connect(go.open_cause)
    page.advice_requested.connect(go.show_advice)
    return page


def _advice(parts: PageParts) -> QWidget:
    from spasm_gui.screens.advice_page import AdvicePage
    from spasm_gui.screens.take_along import take_along

    go, around = parts.go, parts.around
    care = go.exercise.offered(parts.model)
    takes = take_along(parts.theme, around.printer)
    plan = go.exercise.plan(parts.model)
    can_plan = not parts.theme.is_kiosk  # own words need a keyboard, and a plan needs time
    page = AdvicePage(
        parts.model, parts.theme, parts.acts, parts.width, takes, care=care, plan=plan if can_plan else None
    )
    page.plan_requested.connect(go.open_plan)
    page.exercise_opened.connect(go.open_exercise)
    page.page_reopened.connect(go.reopen)
    page.cause_opened.connect(go.open_cause)
    page.questions_requested.connect(go.show_questions)
    _let_take_along(parts, page)
    return page


def _let_take_along(parts: PageParts, page: "AdvicePage | ExaminedPage") -> None:
    from spasm_gui.screens.handout_actions import HandoutActions

    around, model = parts.around, parts.model

    def places() -> tuple[Place, ...]:
        return parts.go.examined.places if parts.go.opened.examined else model.visit.places

    handout = HandoutActions(
        model, parts.theme, lambda: _handout(parts), places, around.drawing, printer=around.printer, parent=page
    )
    page.print_requested.connect(handout.print_page)
    page.save_requested.connect(handout.save_page)
    page.phone_requested.connect(parts.go.show_on_phone)
    handout.said.connect(page.say_outcome)


def _phone(parts: PageParts) -> QWidget:
    from spasm_gui.screens.handout_page import PhonePage

    page = PhonePage(_handout(parts), parts.theme, parts.width)
    page.closed.connect(parts.go.close_phone)
    return page


def _handout(parts: PageParts) -> "Handout":
    from spasm_gui.screens.handout_words import examined_handout_of, handout_of

    exercise, model = parts.go.exercise, parts.model
    if parts.go.opened.examined:
        return examined_handout_of(model, parts.acts, parts.legal_words, parts.go.examined)
    return handout_of(model, parts.acts, parts.legal_words, exercise.offered(model), exercise.plan(model))


def _plan(parts: PageParts) -> QWidget:
    from spasm_gui.screens.plan_page import PlanPage

    go, model, exercise = parts.go, parts.model, parts.go.exercise
    page = PlanPage(
        exercise.plan(model),
        exercise.offered(model),
        _handout(parts).until,
        exercise.most_days(model),
        parts.theme,
        parts.width,
    )
    page.plan_changed.connect(exercise.keep_plan)
    page.closed.connect(go.close_plan)
    return page


def _examined(parts: PageParts) -> QWidget:
    from spasm_gui.screens.examined_page import ExaminedPage
    from spasm_gui.screens.take_along import take_along

    takes = take_along(parts.theme, parts.around.printer)
    page = ExaminedPage(parts.model, parts.go.examined, parts.theme, parts.width, takes)
    page.closed.connect(parts.go.close_examined)
    _let_take_along(parts, page)
    return page


def _emergency(parts: PageParts) -> QWidget:
    from spasm_gui.screens.emergency_page import EmergencyPage

    page = EmergencyPage(
        parts.model,
        parts.theme,
        parts.acts,
        parts.legal_words,
        portrait=parts.is_portrait,
        drawing=parts.around.drawing,
    )
    page.mistake_reported.connect(parts.go.take_back_mistake)
    page.start_over_requested.connect(parts.start_over)
    return page


def _exercise(parts: PageParts) -> QWidget:
    from spasm_gui.screens.exercise_page import ExercisePage

    go, exercise = parts.go, parts.go.exercise
    care = exercise.current(parts.model)
    if care is None:
        return region_panel(parts)
    page = ExercisePage(
        care,
        exercise.exercises(parts.model),
        exercise.run,
        parts.theme,
        parts.width,
        reduced_motion=parts.around.reduced_motion,
    )
    page.closed.connect(go.close_exercise)
    page.stopped.connect(go.stop_exercise)
    page.other_wanted.connect(go.open_exercise)
    return page


def _cause(parts: PageParts) -> QWidget:
    from spasm_gui.screens.cause_page import CausePage

    cause = parts.go.opened.cause
    if cause is None:
        return region_panel(parts)
    page = CausePage(
        cause,
        parts.model,
        parts.theme,
        parts.acts,
        parts.width,
        drawing=parts.around.drawing,
        can_explain=parts.around.can_explain,
    )
    page.explain_requested.connect(parts.go.open_explain)
    page.plan_requested.connect(parts.go.open_examined)
    page.closed.connect(parts.go.close_cause)
    page.compare_requested.connect(parts.go.open_comparison)
    return page


def _compare(parts: PageParts) -> QWidget:
    from spasm_gui.screens.compare_page import ComparePage

    go = parts.go
    page = ComparePage(go.opened.compared, parts.model, parts.theme, parts.width)
    page.closed.connect(go.close_comparison)
    page.compared.connect(go.keep_compared)
    page.advice_requested.connect(go.show_advice)
    return page


def _browse(parts: PageParts) -> QWidget:
    from spasm_gui.screens.browse_page import BrowsePage, Spot

    go = parts.go
    page = BrowsePage(parts.model, parts.theme, go.opened.spot or Spot(), parts.width)
    page.closed.connect(go.close_browse)
    page.moved.connect(go.keep_spot)
    page.cause_opened.connect(go.open_cause)
    page.place_touched.connect(go.touch_found)
    page.movement_requested.connect(go.open_movement)
    return page


def _movement(parts: PageParts) -> QWidget:
    from spasm_gui.screens.movement_page import MovementPage

    go, link = parts.go, parts.go.opened.link or ""
    page = MovementPage(parts.model, parts.theme, link, parts.width, reduced_motion=parts.around.reduced_motion)
    page.closed.connect(go.close_movement)
    page.moved.connect(go.keep_link)
    page.cause_opened.connect(go.open_cause)
    return page


def _explain(parts: PageParts) -> QWidget:
    from spasm_gui.screens.explain_page import ExplainPage
    from spasm_gui.screens.explain_state import Explaining

    go = parts.go
    page = ExplainPage(
        parts.model,
        parts.around.drawing,
        parts.theme,
        go.opened.explaining or Explaining(),
        (parts.width, parts.height),
        is_portrait=parts.is_portrait,
    )
    page.closed.connect(go.close_explain)
    page.moved.connect(go.keep_explaining)
    page.plan_requested.connect(go.open_examined)
    return page


MAKERS: Mapping[Mode, Callable[[PageParts], QWidget]] = {
    "home": _home,
    "questions": region_panel,
    "advice": _advice,
    "phone": _phone,
    "plan": _plan,
    "emergency": _emergency,
    "examined": _examined,
    "exercise": _exercise,
    "cause": _cause,
    "compare": _compare,
    "browse": _browse,
    "movement": _movement,
    "explain": _explain,
}
