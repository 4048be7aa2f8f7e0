"""The way through the pages of one visit: every wish to open, close or go back ends here.

A navigation lives and dies with its visit. It never makes a widget: it says that a page is wanted, and the window
builds it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from spasm_gui.knowledge.cause import CauseId
from spasm_gui.knowledge.region import Place
from spasm_gui.reasoning.questions import Page
from spasm_gui.reasoning.stopping import Stop
from spasm_gui.screens.examined_visit import ExaminedVisit
from spasm_gui.screens.exercise_visit import ExerciseVisit
from spasm_gui.screens.opened import Mode, Opened, wanted_mode
from spasm_gui.screens.visit_model import VisitModel

if TYPE_CHECKING:
    from spasm_gui.screens.browse_page import Spot
    from spasm_gui.screens.explain_state import Explaining
    from spasm_gui.screens.figure import Figure


class Navigation(QObject):
    """Which page of a visit is shown.

    `figure` tells which figure stands beside the page at present, if one does.

    Signals:
        page_wanted: a page is to be built, another one or the same anew.
        adds_place_changed: the next touch adds a place, or no longer does.
    """

    page_wanted = Signal()
    adds_place_changed = Signal(bool)

    def __init__(self, model: VisitModel, figure: "Callable[[], Figure | None]", *, has_drawing: bool) -> None:
        super().__init__(model)
        self._model, self._figure, self._has_drawing = model, figure, has_drawing
        self._opened = Opened()
        self._exercise = ExerciseVisit()
        self._examined = ExaminedVisit()
        self._mode: Mode = "home"
        self._is_zoom_due = False
        model.changed.connect(self.follow)
        model.page_changed.connect(self._on_page_changed)

    @property
    def mode(self) -> Mode:
        """Which page is shown."""
        return self._mode

    @property
    def opened(self) -> Opened:
        """What is open besides the visit."""
        return self._opened

    @property
    def exercise(self) -> ExerciseVisit:
        """The exercise of this visit."""
        return self._exercise

    @property
    def examined(self) -> ExaminedVisit:
        """The plan of this visit that was made without an advice."""
        return self._examined

    @property
    def wants_zoom(self) -> bool:
        """True where the page speaks of one place, so that the figure is to show it large."""
        return self._mode == "questions" and not self._opened.adds_place

    # ------------------------------------------------------------------ which page

    def _wanted_mode(self) -> Mode:
        return wanted_mode(
            self._opened,
            self._model,
            has_figure=self._has_drawing,
            has_exercise=self._exercise.current(self._model) is not None,
        )

    def _show(self, mode: Mode | None = None) -> None:
        """Have a page built at once: this one, or the one that the visit asks for."""
        self._mode = mode or self._wanted_mode()
        self.page_wanted.emit()

    @Slot()
    def follow(self) -> None:
        """Show the page that the visit asks for; within a page, its widgets follow the visit themselves."""
        wanted = self._wanted_mode()
        if wanted != self._mode:
            self._mode, self._is_zoom_due = wanted, True
            QTimer.singleShot(0, self, self.page_wanted.emit)

    @Slot()
    def _on_page_changed(self) -> None:
        if self._model.page is None:  # nothing is left to ask, so nothing keeps the advice back
            self._opened = replace(self._opened, wants_questions=False)
            self.follow()

    def step_back(self) -> None:
        """What Escape does: close what is open, else go back one page of questions, else show the whole body."""
        closing: dict[Mode, Callable[[], None]] = {
            "explain": self.close_explain,
            "compare": self.close_comparison,
            "movement": self.close_movement,
            "cause": self.close_cause,
            "browse": self.close_browse,
            "phone": self.close_phone,
            "exercise": self.close_exercise,
            "plan": self.close_plan,
            "examined": self.close_examined,
            "advice": self.show_questions,
        }
        if self._mode in closing:
            closing[self._mode]()
        elif self._mode == "questions" and self._model.passed:
            self._model.back()
        elif self._mode == "questions":
            self._zoom(False)

    @Slot()
    def settle_figure(self) -> None:
        """Let the figure show what the page speaks of. For the window, when the page stands beside it."""
        self._is_zoom_due = False
        self._zoom(self.wants_zoom)

    def _zoom(self, wanted: bool) -> None:
        figure = self._figure()
        if figure is not None:
            figure.zoom(wanted)

    # ------------------------------------------------------------------ places

    @Slot(object)
    def touch(self, place: Place) -> None:
        """A place was touched on the picture or in the list."""
        model, figure, before = self._model, self._figure(), self._mode
        is_whole = figure is not None and not (figure.shows_place or self._is_zoom_due)
        if self._opened.adds_place or len(model.visit.places) > 1:
            self._opened = replace(self._opened, adds_place=False)
            model.toggle(place)
        elif place in model.visit.places and is_whole:
            model.toggle(place)
        else:
            model.choose_only(place)
        self._leave_reading()
        self.adds_place_changed.emit(False)
        self.follow()
        if self._mode == before:  # else the page that comes is painted first
            self._zoom(bool(model.visit.places))

    @Slot(object)
    def touch_found(self, place: Place) -> None:
        """Touch a place that was found by its name. One that is touched already is shown, never taken back."""
        self._leave_reading()
        if place in self._model.visit.places:
            self.follow()
        else:
            self.touch(place)

    @Slot()
    def also_hurts(self) -> None:
        """Let the next touch add a place."""
        self._opened = replace(self._opened, adds_place=True)
        self._zoom(False)
        self.adds_place_changed.emit(True)
        self.follow()

    @Slot()
    def show_whole_body(self) -> None:
        """Show the whole figure again."""
        self._zoom(False)

    # ------------------------------------------------------------------ questions and advice

    @Slot()
    def show_advice(self) -> None:
        """Show the advice as it stands."""
        self._leave_reading()
        self._opened = replace(self._opened, wants_questions=False)
        self._show("advice")

    @Slot()
    def show_questions(self) -> None:
        """Go back from the advice to the last page of questions."""
        self._opened = replace(self._opened, wants_questions=True)
        self._mode = "questions"
        self._model.back()
        self.page_wanted.emit()

    @Slot(object)
    def reopen(self, page: Page) -> None:
        """Show a page of questions again."""
        self._opened = replace(self._opened, wants_questions=True)
        self._mode = "questions"
        self._model.reopen(page)
        self.page_wanted.emit()

    @Slot()
    def take_back_mistake(self) -> None:
        """Leave an emergency that was touched by mistake."""
        self._model.touched_by_mistake()
        self.follow()

    @Slot()
    def show_on_phone(self) -> None:
        """Show the plan as a square to be scanned."""
        self._opened = replace(self._opened, on_phone=True)
        self._show("phone")

    @Slot()
    def close_phone(self) -> None:
        """Go back to the advice, or to the plan without one."""
        self._opened = replace(self._opened, on_phone=False)
        self._show(None if self._opened.examined else "advice")

    # ------------------------------------------------------------------ reading

    def _leave_reading(self) -> None:
        self._opened = self._opened.without_reading
        self._exercise.close()

    @Slot()
    def browse(self) -> None:
        """Open the lists from A to Z; a visit that has begun waits behind them."""
        from spasm_gui.screens.browse_page import Spot  # its page comes later

        self._leave_reading()
        self._opened = replace(self._opened, spot=Spot())
        self._show("browse")

    @Slot(object)
    def keep_spot(self, spot: "Spot") -> None:
        """Remember where somebody browses."""
        self._opened = replace(self._opened, spot=spot)

    @Slot()
    def close_browse(self) -> None:
        """Go back to the visit, or home where none has begun."""
        self._opened = replace(self._opened, spot=None)
        self._show()

    @Slot(str)
    def open_cause(self, cause_id: str) -> None:
        """Show the full explanation of a cause."""
        self._opened = replace(self._opened.without_examined, cause=CauseId(cause_id), compared=(), explaining=None)
        self._show("cause")

    @Slot()
    def close_cause(self) -> None:
        """Go back to where the cause was opened."""
        self._opened = replace(self._opened, cause=None)
        self._show()

    @Slot(str)
    def open_comparison(self, cause_id: str, *beside: str) -> None:
        """Put a cause beside others; when none is named, beside the one that is most worth comparing with it."""
        from spasm_gui.comparison import others_to_compare  # its page comes later

        library = self._model.library
        cause = library.causes[CauseId(cause_id)]
        others = others_to_compare(library, self._model.visit, cause)[:1]
        named = tuple(CauseId(one) for one in beside)
        self._opened = replace(self._opened, compared=(cause.id, *(named or (one.id for one in others))))
        self._show()

    @Slot(tuple)
    def keep_compared(self, cause_ids: tuple[CauseId, ...]) -> None:
        """Remember which causes stand side by side."""
        self._opened = replace(self._opened, compared=cause_ids)

    @Slot()
    def close_comparison(self) -> None:
        """Go back to the cause that was compared."""
        self._opened = replace(self._opened, compared=())
        self._show()

    @Slot()
    def open_movement(self) -> None:
        """Show how a movement works, from its first link."""
        self._opened = replace(self._opened, link="")
        self._show()

    @Slot(str)
    def keep_link(self, link_id: str) -> None:
        """Remember the link of the movement chain that is read about."""
        self._opened = replace(self._opened, link=link_id)

    @Slot()
    def close_movement(self) -> None:
        """Go back to where it was opened."""
        self._opened = replace(self._opened, link=None)
        self._show()

    @Slot(str)
    def open_explain(self, cause_id: str = "") -> None:
        """Explain a cause to somebody: this one, or the one that is read about, if one is."""
        from spasm_gui.screens.explain_shown import begin_explaining  # its page comes later

        cause = CauseId(cause_id) if cause_id else self._opened.cause
        self._opened = replace(self._opened.without_examined, explaining=begin_explaining(self._model, cause))
        self._show()

    @Slot()
    def turn_explain(self) -> None:
        """Open the explain view, or close it: one key for both."""
        if self._mode == "emergency":
            return  # nothing lies over it
        if self._opened.explaining is None:
            self.open_explain()
        else:
            self.close_explain()

    @Slot(object)
    def keep_explaining(self, explaining: "Explaining") -> None:
        """Remember what is explained."""
        self._opened = replace(self._opened, explaining=explaining)

    @Slot()
    def close_explain(self) -> None:
        """Go back to where it was opened. The marks of the pen stay with the visit."""
        self._opened = replace(self._opened, explaining=None)
        self._show()

    # ------------------------------------------------------------------ exercises

    @Slot(str)
    def open_exercise(self, care_id: str) -> None:
        """Show an exercise that the advice offers, with its timer."""
        self._exercise.open(self._model, care_id)
        self._show()

    @Slot()
    def close_exercise(self) -> None:
        """Go back to the advice."""
        self._exercise.close()
        self._show()

    @Slot(object)
    def stop_exercise(self, stop: Stop) -> None:
        """Something went wrong in an exercise: back to the questions, with what it was answered yes."""
        self._exercise.stop(self._model, stop)
        self._opened = replace(self._opened, wants_questions=self._model.page is not None)
        self._show()

    @Slot()
    def open_plan(self) -> None:
        """Show the plan, to be put together of what the advice offers."""
        self._opened = replace(self._opened, planning=True)
        self._show()

    @Slot()
    def close_plan(self) -> None:
        """Go back to the advice; what was chosen stays."""
        self._opened = replace(self._opened, planning=False)
        self._show()

    @Slot()
    def open_examined(self) -> None:
        """Let somebody who examined the person choose exercises of what is explained or read about."""
        from spasm_gui.screens.explain_state import Explaining  # its page comes later

        told = self._opened.explaining or Explaining(cause=self._opened.cause)
        self._examined.open(self._model, told.cause, told.place)
        self._opened = replace(self._opened, examined=True)
        self._show()

    @Slot()
    def close_examined(self) -> None:
        """Go back to where it was opened; what was chosen and confirmed stays with the visit."""
        self._opened = self._opened.without_examined
        self._show()
