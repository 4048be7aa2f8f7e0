"""The one window: bar, figure and page. It shows what the visit model holds and passes on what was touched.

Who does what: `navigation.py` knows the way through the pages of a visit, `opened.py` what is open and which page wins,
`pages.py` makes and wires the page of each mode, `page_room.py` shares the room between figure and page. The window
puts the pieces into its frame, and rebuilds everything inside from the visit after a change of theme, text size or
library; a new visit begins with new widgets and a new navigation.

To add a page: name its mode in `opened.Mode`; give `Opened` a field for what is open in it, `wanted_mode` a line where
it ranks, and `without_reading` the field if it is something to read; add `open_…` and `close_…` to `Navigation`, and
the latter to its `step_back`, so that Escape leaves it; write its maker in `pages.py` and name it in `MAKERS`. Beside a
figure it also needs a share in `page_room.py`; without one it has the whole width. Last, a stop in `tour.py`.
"""

from collections.abc import Mapping, Sequence
from itertools import chain

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.knowledge.language import Language
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place
from spasm_gui.screens.bar import EXPLAIN_KEY, Bar, legal_bar, notice_bar
from spasm_gui.screens.figure import Figure
from spasm_gui.screens.later import Later
from spasm_gui.screens.legal_words import legal_words
from spasm_gui.screens.navigation import Navigation
from spasm_gui.screens.opened import Mode
from spasm_gui.screens.page_room import can_be_lowered, figure_length_px
from spasm_gui.screens.pages import PageParts, Surroundings, make_page, pages_to_come, region_panel
from spasm_gui.screens.panel_ahead import PanelAhead
from spasm_gui.screens.reading_order import keep_reading_order
from spasm_gui.screens.search_box import SearchBox
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel

_SIZE_AT_FIRST = QSize(1280, 800)
QWIDGETSIZE_MAX = 16_777_215  # Qt's word for "as large as you like"; PySide6 does not export it


class Window(QWidget):
    """The program's window.

    `clinic_acts` are a kiosk's own words for the levels; `remark` stands before the legal line of every page; `printer`
    is the printer that prints without asking; `languages` are those to choose from; `explains_on_kiosk`
    offers the explain view on a kiosk, too.

    Signals:
        theme_chosen: a person chose another theme. Carries its name.
        text_size_chosen: a person chose another size of text. Carries the percentage.
        language_chosen: another language is wanted; `show_language` is then to be called. Carries its code.
        started_over: the visit was forgotten and another has begun; everything inside is new.
        rebuilt: everything inside is new, and `room` may be another part of the window.
    """

    theme_chosen = Signal(str)
    text_size_chosen = Signal(int)
    language_chosen = Signal(str)
    started_over = Signal()
    rebuilt = Signal()

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
        explains_on_kiosk: bool = False,
        languages: Sequence[Language] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setWindowTitle("Spasm Map")
        self.setMinimumSize(640, 480)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._library, self._languages = library, tuple(languages)
        self._around = Surroundings(
            theme,
            drawing,
            emergency_number,
            reduced_motion,
            clinic_acts=clinic_acts,
            remark=remark,
            printer=printer,
            explains_on_kiosk=explains_on_kiosk,
        )
        self._by_keyboard = False
        self._is_warm = False
        self._wants_lower_half = False
        self._notice = ""
        self._ahead: PanelAhead | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._inside: QWidget | None = None
        self._figure: Figure | None = None
        self._built_mode: Mode | None = None
        self.resize(_SIZE_AT_FIRST)  # built once for this size, not once more when it is shown
        self._begin_visit()
        if self._around.can_explain:
            shortcut = QShortcut(QKeySequence(EXPLAIN_KEY), self)
            shortcut.activated.connect(lambda: self._go.turn_explain())
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
        return self._go.mode

    @property
    def is_exercising(self) -> bool:
        """True while the timer of an exercise runs, in which nobody touches anything."""
        return self.mode == "exercise" and self._go.exercise.run.is_running

    @property
    def panel(self) -> QWidget:
        """The page beside the figure."""
        return self._panel

    @property
    def figure(self) -> Figure | None:
        """The body, where a drawing could be loaded and the page has room for it."""
        return self._figure

    def _begin_visit(self) -> None:
        """Begin a visit: nothing of the one before is reachable from here."""
        self._model = VisitModel(self._library, self)
        self._go = Navigation(self._model, lambda: self._figure, has_drawing=self._around.drawing is not None)
        self._go.page_wanted.connect(self._show_page)
        self._search: SearchBox | None = None
        self._forget_figure()
        self.rebuild()

    def _end_visit(self) -> VisitModel:
        """Let nothing of the visit reach the window any more; it is gone once the returned model is deleted."""
        self._go.disconnect(self)
        return self._model

    @Slot()
    def start_over(self) -> None:
        """Forget this visit and begin another with new widgets."""
        old = self._end_visit()
        self._wants_lower_half = False
        self._begin_visit()
        old.deleteLater()
        self.started_over.emit()

    def use_library(self, library: Library) -> None:
        """Go on with another library, as after an author's edit. Places and answers it still knows are kept."""
        old = self._end_visit()
        visit = old.visit
        self._library = library
        self._notice = ""
        known = {k: v for k, v in visit.answers.items() if k in library.findings or k in library.stories}
        places = tuple(place for place in visit.places if place.region in library.regions)
        self._begin_visit()
        self._model.resume(replace(visit, places=places, answers=known))
        old.deleteLater()

    @property
    def language(self) -> str:
        """The code of the language that is shown."""
        return self._library.edition.language

    def show_language(self, library: Library, clinic_acts: Mapping[Level, str] | None = None) -> None:
        """Show the same library in other words; places, answers and the open page stay."""
        self._library = library
        self._around = replace(self._around, clinic_acts=clinic_acts)
        self._model.speak(library)
        self._forget_figure()
        self.rebuild()

    def show_notice(self, text: str) -> None:
        """Show a quiet bar, such as why edited content was not taken; an empty text removes it."""
        self._notice = text
        self.rebuild()

    def touch(self, place: Place) -> None:
        """Touch a place, as on the picture or in the list."""
        self._go.touch(place)

    def open_cause(self, cause_id: str) -> None:
        """Show the full explanation of a cause."""
        self._go.open_cause(cause_id)

    def open_comparison(self, cause_id: str, *beside: str) -> None:
        """Put a cause beside others; when none is named, beside the one that is most worth comparing with it."""
        self._go.open_comparison(cause_id, *beside)

    def open_explain(self, cause_id: str = "") -> None:
        """Explain a cause to somebody, large; without one, what is being read about."""
        self._go.open_explain(cause_id)

    # ------------------------------------------------------------------ the look

    @property
    def theme(self) -> Theme:
        """The present look."""
        return self._around.theme

    def set_theme(self, theme: Theme) -> None:
        """Use another theme or size of text; the visit stays."""
        self._around = replace(self._around, theme=theme)
        self._forget_figure()
        self.rebuild()

    def set_reduced_motion(self, is_reduced: bool) -> None:
        """Let nothing move or fade."""
        self._around = replace(self._around, reduced_motion=is_reduced)
        self._forget_figure()
        self.rebuild()

    @Slot(int)
    def _choose_text_size(self, percent: int) -> None:
        self.set_theme(replace(self.theme, text_factor=percent / 100))
        self.text_size_chosen.emit(percent)

    @Slot(str)
    def _choose_theme(self, name: str) -> None:
        self.set_theme(replace(self.theme, name=name))
        self.theme_chosen.emit(name)

    @Slot(bool)
    def keep_to_lower_half(self, is_wanted: bool) -> None:
        """Put all that can be touched into the lower half until the visit ends, where that half is high enough."""
        self._wants_lower_half = is_wanted
        self.rebuild()

    @property
    def can_be_lowered(self) -> bool:
        """True where the lower half may be asked for: on the upright screen of a kiosk."""
        return self.theme.is_kiosk and can_be_lowered(self.width(), self.height())

    @property
    def room(self) -> QRect:
        """Where everything lies that can be touched: the whole window or its lower half."""
        if not (self._wants_lower_half and self.can_be_lowered):
            return self.rect()
        return self.rect().adjusted(0, self.height() - self.height() // 2, 0, 0)

    @property
    def is_portrait(self) -> bool:
        """True if the body stands above the panel."""
        return self._page_height() > self.width()

    def _page_height(self) -> int:
        """An emergency always has the whole window: what stands above is only read, all to touch stands below."""
        return self.height() if self.mode == "emergency" else self.room.height()

    def legal_words(self) -> str:
        """What the program is, and whether a clinician has signed what it says."""
        return legal_words(self._library, self._around.remark)

    # ------------------------------------------------------------------ building

    @Slot()
    def rebuild(self) -> None:
        """Build everything inside the window anew from the visit."""
        self._fit_look()
        typed = self._search.typed if self._search is not None and self._built_mode == self.mode else None
        self._built_for, self._built_mode, self._search = self._shape(), self.mode, None
        if self._figure is not None:
            self._figure.setParent(None)
        if self._inside is not None:
            self._inside.hide()
            self._outer.removeWidget(self._inside)
            self._inside.deleteLater()
            self._ahead = None  # which is gone with it
        inside = QWidget(self)  # from the start: to give it a parent later would set every style once more
        inside.setObjectName("page")
        inside.setStyleSheet(self.theme.style_sheet())
        inside.setPalette(self.theme.palette())
        self._outer.setContentsMargins(0, self.height() - self._page_height(), 0, 0)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        portrait = self.is_portrait
        if self.mode == "emergency":
            self._panel: QWidget = self._new_page(self.width())
            layout.addWidget(self._panel, 1)
        else:
            if not portrait:
                layout.addWidget(self._new_bar(inside, is_below=False))
            if self._notice:
                layout.addWidget(notice_bar(self._notice, self.theme))
            layout.addWidget(self._new_middle(), 1)
            layout.addWidget(legal_bar(self.legal_words(), self.theme, self.width()))
            if portrait:
                layout.addWidget(self._new_bar(inside, is_below=True))
        self._inside = inside
        self._outer.addWidget(inside)
        inside.show()
        self._begin_at_first_control()
        self._resume_search(typed)
        self.rebuilt.emit()

    @Slot()
    def _show_page(self) -> None:
        """Put another page into the frame. Bar, figure and legal line stay, so that a touch is answered at once."""
        if "emergency" in (self.mode, self._built_mode) or self._shape() != self._built_for:
            self.rebuild()
            return
        if self._search is not None:
            self._search.put_away()
        self._built_mode = self.mode
        self._middle.removeWidget(self._panel)
        self._panel.hide()
        self._panel.deleteLater()
        self._fill_middle()
        if self.is_portrait and self._inside is not None:
            keep_reading_order(self._inside)  # the bar below was made before the page
        self._begin_at_first_control()

    def _fit_look(self) -> None:
        fitted = self.theme.fitted(self.width(), self._page_height())
        if fitted != self.theme:
            self._around = replace(self._around, theme=fitted)
            self._forget_figure()

    def _resume_search(self, typed: str | None) -> None:
        if typed is not None and self._search is not None:
            self._search.resume(typed)

    def _begin_at_first_control(self) -> None:
        if self.mode != "home":
            from spasm_gui.screens.region_panel import RegionPanel  # the first page has no questions

            if isinstance(self._panel, RegionPanel) and self._panel.checklist is not None:
                reason = Qt.FocusReason.TabFocusReason if self._by_keyboard else Qt.FocusReason.MouseFocusReason
                self._panel.checklist.first_control().setFocus(reason)
                return
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # Tab then begins at the first control

    def _shape(self) -> tuple[bool, int, bool, int, float]:
        fitted = self.theme.fitted(self.width(), self._page_height())
        return self.is_portrait, self.width() // 80, self.can_be_lowered, self.room.top(), fitted.room_factor

    def _new_middle(self) -> QWidget:
        middle = QWidget()
        direction = QBoxLayout.Direction.TopToBottom if self.is_portrait else QBoxLayout.Direction.LeftToRight
        self._middle = QBoxLayout(direction, middle)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self._fill_middle()
        return middle

    def _fill_middle(self) -> None:
        """Put the figure, as far as the page leaves it room, and the page into the middle of the frame."""
        portrait = self.is_portrait
        figure_length = figure_length_px(self.mode, self.width(), self._page_height(), self.theme.text_factor)
        drawing = self._around.drawing
        if drawing is not None and figure_length > 0:
            self._figure = self._figure or self._new_figure(drawing)
            if self._middle.indexOf(self._figure) < 0:
                self._middle.insertWidget(0, self._figure)
            self._go.settle_figure()  # before it gets its room: a place shown large needs none for buttons
            self._fit_figure(self._figure, figure_length, portrait=portrait)
        elif self._figure is not None:
            self._figure.hide()
        self._panel = self._new_page(self.width() if portrait else self.width() - figure_length)
        self._panel.setProperty("portrait", portrait)
        self._middle.addWidget(self._panel, 1)
        middle = self._middle.parentWidget()
        assert middle is not None
        above, beside = (figure_length, 0) if portrait else (0, figure_length)
        self._panel.setGeometry(middle.rect().adjusted(beside, above, 0, 0))  # else it would be laid out twice
        self._panel.show()  # at once: a layout would show it only with its next turn
        if self.mode == "home":
            self._ahead = self._panel_ahead(middle)

    def _panel_ahead(self, middle: QWidget) -> PanelAhead:
        """Have the panel made to which a touch on this home page will lead."""
        length = figure_length_px("questions", self.width(), self._page_height(), self.theme.text_factor)
        width = self.width() if self.is_portrait else self.width() - length
        return PanelAhead(lambda: region_panel(self._parts(width), is_ahead=True), width, middle)

    def _fit_figure(self, figure: Figure, length: int, *, portrait: bool) -> None:
        """Give the figure, which is kept from page to page, the room and the freedom that the page leaves it."""
        figure.setFixedSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX)
        figure.setMinimumSize(0, 0)
        if portrait:
            figure.setFixedHeight(length)
        else:
            figure.setFixedWidth(length)
        figure.show()
        figure.set_can_turn(self.mode in ("home", "questions"))

    def _new_figure(self, drawing: BodyDrawing) -> Figure:
        figure = Figure(self._model, drawing, self.theme, reduced_motion=self._around.reduced_motion)
        figure.place_touched.connect(self._go.touch)
        figure.whole_body_requested.connect(self._go.show_whole_body)
        figure.swap_side_requested.connect(self._model.swap_side)
        return figure

    def _forget_figure(self) -> None:
        """Let the next build make a new figure: after a change of look, or for a new visit."""
        if self._figure is not None:
            self._figure.setParent(None)
            self._figure.deleteLater()
            self._figure = None

    def _new_page(self, width: int) -> QWidget:
        ahead, self._ahead = self._ahead, None
        page = ahead.take(width) if ahead is not None and self.mode == "questions" else None
        if ahead is not None:
            ahead.give_up()
        return page or make_page(self._parts(width))

    def _parts(self, width: int) -> PageParts:
        return PageParts(
            self._model,
            self._go,
            self._around,
            self.legal_words(),
            width,
            self._page_height(),
            is_portrait=self.is_portrait,
            start_over=self.start_over,
        )

    def _new_bar(self, inside: QWidget, *, is_below: bool) -> Bar:
        bar = Bar(
            self._model,
            self.theme,
            self.width(),
            inside,
            is_below=is_below,
            languages=self._languages,
            can_explain=self._around.can_explain,
            is_lowered=self.room != self.rect() if self.can_be_lowered else None,
        )
        bar.lower_half_chosen.connect(self.keep_to_lower_half)
        bar.start_over_requested.connect(self.start_over)
        bar.browse_requested.connect(self._go.browse)
        bar.explain_requested.connect(self._go.turn_explain)
        bar.text_size_chosen.connect(self._choose_text_size)
        bar.theme_chosen.connect(self._choose_theme)
        bar.language_chosen.connect(self.language_chosen)
        bar.search.place_chosen.connect(self._go.touch_found)
        bar.search.cause_opened.connect(self._go.open_cause)
        self._search = bar.search
        return bar

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
        if not self._is_warm:
            self._is_warm = True
            drawing = self._around.drawing
            Later(chain(() if drawing is None else drawing.pictures_to_come(), pages_to_come()), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go.step_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shape() != self._built_for:
            self._relayout.start(0)
