"""The one window: bar, body and panel. It shows what the visit model holds and passes on what was touched.

A change of theme, text size or library rebuilds everything inside from the visit; a new visit begins with new widgets.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spasm_gui.comparison import others_to_compare
from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.knowledge.cause import CauseId
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place
from spasm_gui.reasoning.questions import Page
from spasm_gui.reasoning.stopping import Stop
from spasm_gui.screens.advice_page import ActWords, AdvicePage
from spasm_gui.screens.bar import Bar, legal_bar, notice_bar
from spasm_gui.screens.browse_page import BrowsePage, Spot
from spasm_gui.screens.cause_page import CausePage
from spasm_gui.screens.compare_page import ComparePage
from spasm_gui.screens.emergency_page import EmergencyPage
from spasm_gui.screens.exercise_page import ExercisePage
from spasm_gui.screens.exercise_visit import ExerciseVisit
from spasm_gui.screens.figure import Figure
from spasm_gui.screens.handout_actions import HandoutActions, take_along
from spasm_gui.screens.handout_page import PhonePage
from spasm_gui.screens.handout_words import handout_of
from spasm_gui.screens.home_panel import HomePanel
from spasm_gui.screens.movement_page import MovementPage
from spasm_gui.screens.region_panel import RegionPanel
from spasm_gui.screens.search_box import SearchBox
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel

Mode = Literal[
    "home", "questions", "advice", "cause", "emergency", "browse", "compare", "movement", "phone", "exercise"
]

_MAP_SHARE: dict[Mode, float] = {
    "home": 0.55,
    "questions": 0.43,
    "advice": 0.235,
    "cause": 0.235,
    "emergency": 0.0,
    "browse": 0.235,
    "phone": 0.0,
    "compare": 0.0,
    "movement": 0.0,
    "exercise": 0.0,
}
_MAP_SHARE_PORTRAIT: dict[Mode, float] = {
    "home": 0.52,
    "questions": 0.34,
    "advice": 0.0,
    "cause": 0.0,
    "emergency": 0.0,
    "browse": 0.0,
    "phone": 0.0,
    "compare": 0.0,
    "movement": 0.0,
    "exercise": 0.0,
}


QWIDGETSIZE_MAX = 16_777_215  # Qt's word for "as large as you like"; PySide6 does not export it


class Window(QWidget):
    """The program's window.

    `clinic_acts` are a kiosk's own words for the levels; `remark` stands before the legal line of every page; `printer`
    is the printer that prints without asking.

    Signals:
        theme_chosen: a person chose another theme. Carries its name.
        text_size_chosen: a person chose another size of text. Carries the percentage.
        started_over: the visit was forgotten and another has begun; everything inside is new.
    """

    theme_chosen = Signal(str)
    text_size_chosen = Signal(int)
    started_over = Signal()

    def __init__(
        self,
        library: Library,
        drawing: BodyDrawing | None,
        theme: Theme,
        *,
        emergency_number: str,
        reduced_motion: bool = False,
        clinic_acts: Mapping[Level, str] | None = None,
        remark: str = "",
        printer: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setWindowTitle("Spasm Map")
        self.setMinimumSize(640, 480)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._library, self._drawing, self._theme = library, drawing, theme
        self._emergency_number, self._reduced_motion = emergency_number, reduced_motion
        self._clinic_acts, self._remark, self._printer = clinic_acts, remark, printer
        self._by_keyboard = False
        self._notice = ""
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._inside: QWidget | None = None
        self._figure: Figure | None = None
        self._built_mode: Mode | None = None
        self._new_model()
        self._relayout = QTimer(self)
        self._relayout.setSingleShot(True)
        self._relayout.timeout.connect(self.rebuild)

    # ------------------------------------------------------------------ the visit

    @property
    def model(self) -> VisitModel:
        """The visit that is shown."""
        return self._model

    @property
    def mode(self) -> Mode:
        """Which page is shown."""
        return self._mode

    @property
    def panel(self) -> QWidget:
        """The page beside the figure."""
        return self._panel

    @property
    def figure(self) -> Figure | None:
        """The body, where a drawing could be loaded and the page has room for it."""
        return self._figure

    def _new_model(self) -> None:
        """Begin a visit: nothing of the one before is reachable from here."""
        self._model = VisitModel(self._library, self)
        self._opened_cause: CauseId | None = None
        self._spot: Spot | None = None  # where somebody browses, if they do
        self._compared: tuple[CauseId, ...] = ()  # the causes side by side, if some are
        self._movement_link: str | None = None  # the link of the movement chain that is read about, if one is
        self._exercise = ExerciseVisit()
        self._search: SearchBox | None = None
        self._wants_questions = False
        self._wants_phone = False  # the plan is shown as a square to be scanned
        self._adds_place = False
        self._mode: Mode = "home"
        self._forget_figure()
        self._connect_model()
        self.rebuild()

    def _connect_model(self) -> None:
        self._model.changed.connect(self._follow)
        self._model.page_changed.connect(self._on_page_changed)

    @Slot()
    def start_over(self) -> None:
        """Forget this visit and begin another with new widgets."""
        old = self._model
        old.disconnect(self)
        self._new_model()
        old.deleteLater()
        self.started_over.emit()

    def use_library(self, library: Library) -> None:
        """Go on with another library, as after an author's edit. Places and answers it still knows are kept."""
        old, visit = self._model, self._model.visit
        old.disconnect(self)
        self._library = library
        self._notice = ""
        known = {k: v for k, v in visit.answers.items() if k in library.findings or k in library.stories}
        places = tuple(place for place in visit.places if place.region in library.regions)
        self._new_model()
        self._model.resume(replace(visit, places=places, answers=known))
        old.deleteLater()

    def show_notice(self, text: str) -> None:
        """Show a quiet bar, such as why edited content was not taken; an empty text removes it."""
        self._notice = text
        self.rebuild()

    # ------------------------------------------------------------------ which page

    def _wanted_mode(self) -> Mode:
        model = self._model
        if model.visit.places and model.is_emergency():
            return "emergency"
        if self._compared:
            return "compare"
        if self._opened_cause is not None:
            return "cause"
        if self._movement_link is not None:
            return "movement"
        if self._spot is not None:
            return "browse"
        if not model.visit.places or (self._adds_place and self._drawing is None):
            return "home"
        if self._adds_place or self._wants_questions:
            return "questions"
        if self._wants_phone:
            return "phone"
        if self._exercise.current(model) is not None:
            return "exercise"
        return "advice" if model.assessment.is_final else "questions"

    @Slot()
    def _follow(self) -> None:
        """Show the page that the visit asks for; within a page, its widgets follow the visit themselves."""
        wanted = self._wanted_mode()
        if wanted != self._mode:
            self._mode = wanted
            QTimer.singleShot(0, self, self.rebuild)

    @Slot()
    def _on_page_changed(self) -> None:
        if self._model.page is None:  # nothing is left to ask, so nothing keeps the advice back
            self._wants_questions = False
            self._follow()

    @Slot(object)
    def touch(self, place: Place) -> None:
        """A place was touched on the picture or in the list."""
        model = self._model
        if self._adds_place or len(model.visit.places) > 1:
            self._adds_place = False
            model.toggle(place)
        elif place in model.visit.places and self._figure is not None and not self._figure.body_map.is_zoomed:
            model.toggle(place)
        else:
            model.choose_only(place)
        self._leave_reading()
        if self._figure is not None:
            self._figure.zoom(bool(model.visit.places))
        if isinstance(self._panel, RegionPanel):
            self._panel.ask_for_place(False)
        self._follow()

    @Slot(object)
    def _touch_found(self, place: Place) -> None:
        """Touch a place that was found by its name. One that is touched already is shown, never taken back."""
        self._leave_reading()
        if place in self._model.visit.places:
            self._follow()
        else:
            self.touch(place)

    def _leave_reading(self) -> None:
        """Close whatever was opened to be read, so that the visit is seen again."""
        self._opened_cause, self._spot, self._compared, self._movement_link = None, None, (), None
        self._wants_phone = False
        self._exercise.close()

    @Slot()
    def browse(self) -> None:
        """Open the lists from A to Z; a visit that has begun waits behind them."""
        self._leave_reading()
        self._spot = Spot()
        self._mode = "browse"
        self.rebuild()

    @Slot(object)
    def _keep_spot(self, spot: Spot) -> None:
        self._spot = spot

    @Slot()
    def close_browse(self) -> None:
        """Go back to the visit, or home where none has begun."""
        self._spot = None
        self._mode = self._wanted_mode()
        self.rebuild()

    @Slot()
    def _also_hurts(self) -> None:
        self._adds_place = True
        if self._figure is not None:
            self._figure.zoom(False)
        if isinstance(self._panel, RegionPanel):
            self._panel.ask_for_place(True)
        self._follow()

    @Slot()
    def _whole_body(self) -> None:
        if self._figure is not None:
            self._figure.zoom(False)

    @Slot(str)
    def open_cause(self, cause_id: str) -> None:
        """Show the full explanation of a cause."""
        self._opened_cause = CauseId(cause_id)
        self._compared = ()
        self._mode = "cause"
        self.rebuild()

    @Slot()
    def close_cause(self) -> None:
        """Go back to where the cause was opened."""
        self._opened_cause = None
        self._mode = self._wanted_mode()
        self.rebuild()

    def open_comparison(self, cause_id: str, *beside: str) -> None:
        """Put a cause beside others; when none is named, beside the one that is most worth comparing with it."""
        cause = self._library.causes[CauseId(cause_id)]
        others = others_to_compare(self._library, self._model.visit, cause)[:1]
        named = tuple(CauseId(one) for one in beside)
        self._compared = (cause.id, *(named or (one.id for one in others)))
        self._mode = self._wanted_mode()
        self.rebuild()

    @Slot(tuple)
    def _keep_compared(self, cause_ids: tuple[CauseId, ...]) -> None:
        self._compared = cause_ids

    @Slot()
    def close_comparison(self) -> None:
        """Go back to the cause that was compared."""
        self._compared = ()
        self._mode = self._wanted_mode()
        self.rebuild()

    @Slot()
    def open_movement(self) -> None:
        """Show how a movement works, from its first link."""
        self._movement_link = ""
        self._mode = self._wanted_mode()
        self.rebuild()

    @Slot(str)
    def _keep_link(self, link_id: str) -> None:
        self._movement_link = link_id

    @Slot()
    def close_movement(self) -> None:
        """Go back to where it was opened."""
        self._movement_link = None
        self._mode = self._wanted_mode()
        self.rebuild()

    @Slot(str)
    def open_exercise(self, care_id: str) -> None:
        """Show an exercise that the advice offers, with its timer."""
        self._exercise.open(self._model, care_id)
        self._mode = self._wanted_mode()
        self.rebuild()

    @Slot()
    def close_exercise(self) -> None:
        """Go back to the advice."""
        self._exercise.close()
        self._mode = self._wanted_mode()
        self.rebuild()

    @Slot(object)
    def _stop_exercise(self, stop: Stop) -> None:
        """Something went wrong in an exercise: back to the questions, with what it was answered yes."""
        self._exercise.stop(self._model, stop)
        self._wants_questions = self._model.page is not None
        self._mode = self._wanted_mode()
        self.rebuild()

    @Slot()
    def _show_advice(self) -> None:
        self._leave_reading()
        self._wants_questions = False
        self._mode = "advice"
        self.rebuild()

    @Slot()
    def _show_on_phone(self) -> None:
        self._wants_phone = True
        self._mode = "phone"
        self.rebuild()

    @Slot()
    def close_phone(self) -> None:
        """Go back to the advice."""
        self._wants_phone = False
        self._mode = "advice"
        self.rebuild()

    @Slot()
    def _show_questions(self) -> None:
        self._wants_questions = True
        self._mode = "questions"
        self._model.back()
        self.rebuild()

    @Slot(object)
    def _reopen(self, page: Page) -> None:
        self._wants_questions = True
        self._mode = "questions"
        self._model.reopen(page)
        self.rebuild()

    @Slot()
    def _mistake(self) -> None:
        self._model.touched_by_mistake()
        self._follow()

    # ------------------------------------------------------------------ building

    def set_theme(self, theme: Theme) -> None:
        """Use another theme or size of text; the visit stays."""
        self._theme = theme
        self._forget_figure()
        self.rebuild()

    def set_reduced_motion(self, is_reduced: bool) -> None:
        """Let nothing move or fade."""
        self._reduced_motion = is_reduced
        self._forget_figure()
        self.rebuild()

    @property
    def theme(self) -> Theme:
        """The present look."""
        return self._theme

    @property
    def is_portrait(self) -> bool:
        """True if the body stands above the panel."""
        return self.height() > self.width()

    @Slot()
    def rebuild(self) -> None:
        """Build everything inside the window anew from the visit."""
        typed = self._search.typed if self._search is not None and self._built_mode == self._mode else None
        self._built_for, self._built_mode, self._search = self._shape(), self._mode, None
        if self._figure is not None:
            self._figure.setParent(None)
        if self._inside is not None:
            self._inside.hide()
            self._outer.removeWidget(self._inside)
            self._inside.deleteLater()
        inside = QWidget()
        inside.setObjectName("page")
        inside.setStyleSheet(self._theme.style_sheet())
        inside.setPalette(self._theme.palette())
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        portrait = self.is_portrait
        if self._mode == "emergency":
            layout.addWidget(self._emergency_page(portrait), 1)
        else:
            if not portrait:
                layout.addWidget(self._new_bar(inside, is_below=False))
            if self._notice:
                layout.addWidget(notice_bar(self._notice, self._theme))
            layout.addWidget(self._middle(portrait), 1)
            layout.addWidget(legal_bar(self.legal_words(), self._theme, self.width()))
            if portrait:
                layout.addWidget(self._new_bar(inside, is_below=True))
        self._inside = inside
        self._outer.addWidget(inside)
        inside.show()
        if not (isinstance(self._panel, RegionPanel) and self._panel.checklist is not None):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # Tab then begins at the first control
        else:
            reason = Qt.FocusReason.TabFocusReason if self._by_keyboard else Qt.FocusReason.MouseFocusReason
            self._panel.checklist.first_control().setFocus(reason)
        self._resume_search(typed)

    def _resume_search(self, typed: str | None) -> None:
        if typed is not None and self._search is not None:
            self._search.resume(typed)

    def _shape(self) -> tuple[bool, int]:
        return self.is_portrait, self.width() // 80

    def _acts(self) -> ActWords:
        return ActWords(
            self._model, self._emergency_number, is_kiosk=self._theme.is_kiosk, clinic_acts=self._clinic_acts
        )

    def _emergency_page(self, portrait: bool) -> EmergencyPage:
        page = EmergencyPage(
            self._model, self._theme, self._acts(), self.legal_words(), portrait=portrait, drawing=self._drawing
        )
        page.mistake_reported.connect(self._mistake)
        page.start_over_requested.connect(self.start_over)
        self._panel: QWidget = page
        return page

    def _middle(self, portrait: bool) -> QWidget:
        middle = QWidget()
        direction = QBoxLayout.Direction.TopToBottom if portrait else QBoxLayout.Direction.LeftToRight
        layout = QBoxLayout(direction, middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        share = (_MAP_SHARE_PORTRAIT if portrait else _MAP_SHARE)[self._mode]
        if self._theme.text_factor > 1.3 and not portrait:
            share = {"home": 0.42, "questions": 0.36, "advice": 0.0, "cause": 0.0}.get(self._mode, 0.0)
        length = self.height() if portrait else self.width()
        map_length = round(length * share)
        if not portrait and share and self._mode != "home" and self.width() - map_length > 1100:
            map_length = self.width() - 1100
        panel_width = self.width() if portrait else self.width() - map_length
        if self._drawing is not None and map_length > 0:
            figure = self._figure or self._new_figure(self._drawing)
            figure.setFixedSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX)
            figure.setMinimumSize(0, 0)
            if portrait:
                figure.setFixedHeight(map_length)
            else:
                figure.setFixedWidth(map_length)
            layout.addWidget(figure)
            figure.show()
            figure.set_can_turn(self._mode in ("home", "questions"))
            figure.zoom(self._mode == "questions" and not self._adds_place)
            self._figure = figure
        self._panel = self._new_panel(panel_width)
        self._panel.setProperty("portrait", portrait)
        layout.addWidget(self._panel, 1)
        return middle

    def _new_figure(self, drawing: BodyDrawing) -> Figure:
        figure = Figure(self._model, drawing, self._theme, reduced_motion=self._reduced_motion)
        figure.place_touched.connect(self.touch)
        figure.whole_body_requested.connect(self._whole_body)
        figure.swap_side_requested.connect(self._model.swap_side)
        return figure

    def _forget_figure(self) -> None:
        """Let the next build make a new figure: after a change of look, or for a new visit."""
        if self._figure is not None:
            self._figure.setParent(None)
            self._figure.deleteLater()
            self._figure = None

    def _new_panel(self, width: int) -> QWidget:
        if self._mode == "home":
            home = HomePanel(self._model, self._theme, self._emergency_number, width)
            home.region_touched.connect(self.touch)
            return home
        if self._mode == "browse" and self._spot is not None:
            browse = BrowsePage(self._model, self._theme, self._spot, width)
            browse.closed.connect(self.close_browse)
            browse.moved.connect(self._keep_spot)
            browse.cause_opened.connect(self.open_cause)
            browse.place_touched.connect(self._touch_found)
            browse.movement_requested.connect(self.open_movement)
            return browse
        if self._mode == "movement":
            link_id = self._movement_link or ""
            movement = MovementPage(self._model, self._theme, link_id, width, reduced_motion=self._reduced_motion)
            movement.closed.connect(self.close_movement)
            movement.moved.connect(self._keep_link)
            movement.cause_opened.connect(self.open_cause)
            return movement
        if self._mode == "compare" and self._compared:
            comparison = ComparePage(self._compared, self._model, self._theme, width)
            comparison.closed.connect(self.close_comparison)
            comparison.compared.connect(self._keep_compared)
            comparison.advice_requested.connect(self._show_advice)
            return comparison
        if self._mode == "cause" and self._opened_cause is not None:
            cause = CausePage(self._opened_cause, self._model, self._theme, self._acts(), width)
            cause.closed.connect(self.close_cause)
            cause.compare_requested.connect(self.open_comparison)
            return cause
        care = self._exercise.current(self._model)
        if self._mode == "exercise" and care is not None:
            exercise = ExercisePage(
                care,
                self._exercise.exercises(self._model),
                self._exercise.run,
                self._theme,
                width,
                reduced_motion=self._reduced_motion,
            )
            exercise.closed.connect(self.close_exercise)
            exercise.stopped.connect(self._stop_exercise)
            exercise.other_wanted.connect(self.open_exercise)
            return exercise
        if self._mode == "advice":
            takes = take_along(self._theme, self._printer)
            care_offered = self._exercise.offered(self._model)
            advice = AdvicePage(self._model, self._theme, self._acts(), width, takes, care=care_offered)
            advice.exercise_opened.connect(self.open_exercise)
            advice.page_reopened.connect(self._reopen)
            advice.cause_opened.connect(self.open_cause)
            advice.questions_requested.connect(self._show_questions)
            handout = self._new_handout(advice)
            advice.print_requested.connect(handout.print_page)
            advice.save_requested.connect(handout.save_page)
            advice.phone_requested.connect(self._show_on_phone)
            handout.said.connect(advice.say_outcome)
            return advice
        if self._mode == "phone":
            phone = PhonePage(
                handout_of(self._model, self._acts(), self.legal_words(), self._exercise.offered(self._model)),
                self._theme,
                width,
            )
            phone.closed.connect(self.close_phone)
            return phone
        panel = RegionPanel(self._model, self._theme, width, has_figure=self._drawing is not None)
        panel.ask_for_place(self._adds_place)
        panel.also_hurts_requested.connect(self._also_hurts)
        panel.cause_opened.connect(self.open_cause)
        panel.advice_requested.connect(self._show_advice)
        return panel

    def _new_handout(self, page: AdvicePage) -> HandoutActions:
        acts, legal = self._acts(), self.legal_words()
        care = self._exercise.offered(self._model)
        return HandoutActions(
            self._model, self._theme, acts, legal, self._drawing, care=care, printer=self._printer, parent=page
        )

    def _new_bar(self, inside: QWidget, *, is_below: bool) -> Bar:
        bar = Bar(self._model, self._theme, self.width(), inside, is_below=is_below)
        bar.start_over_requested.connect(self.start_over)
        bar.browse_requested.connect(self.browse)
        bar.text_size_chosen.connect(self._choose_text_size)
        bar.theme_chosen.connect(self._choose_theme)
        bar.search.place_chosen.connect(self._touch_found)
        bar.search.cause_opened.connect(self.open_cause)
        self._search = bar.search
        return bar

    def legal_words(self) -> str:
        """What the program is, and whether a clinician has signed what it says."""
        clinician = self._library.edition.clinician
        general = f"{self._remark} {self.tr('General information, not a diagnosis.')}".lstrip()
        if clinician is None:
            return f"{general} {self.tr('Not yet clinically reviewed.')}"
        return f"{general} " + self.tr("Clinically reviewed by {name}.").format(name=clinician.name)

    @Slot(int)
    def _choose_text_size(self, percent: int) -> None:
        self.set_theme(replace(self._theme, text_factor=percent / 100))
        self.text_size_chosen.emit(percent)

    @Slot(str)
    def _choose_theme(self, name: str) -> None:
        self.set_theme(replace(self._theme, name=name))
        self.theme_chosen.emit(name)

    # ------------------------------------------------------------------ Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress:
            self._by_keyboard = True
        elif event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self._by_keyboard = False
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)  # sees what hands do before any widget does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._one_step_back()
        else:
            super().keyPressEvent(event)

    def _one_step_back(self) -> None:
        if self._mode == "compare":
            self.close_comparison()
        elif self._mode == "movement":
            self.close_movement()
        elif self._mode == "cause":
            self.close_cause()
        elif self._mode == "browse":
            self.close_browse()
        elif self._mode == "phone":
            self.close_phone()
        elif self._mode == "exercise":
            self.close_exercise()
        elif self._mode == "advice":
            self._show_questions()
        elif self._mode == "questions" and self._model.passed:
            self._model.back()
        elif self._mode == "questions" and self._figure is not None:
            self._figure.zoom(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shape() != self._built_for:
            self._relayout.start(0)
