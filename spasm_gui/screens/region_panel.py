"""Beside the body: the place read back, the advice so far, the questions, and what may be behind it.

A panel lasts while questions are asked: another place or page is shown in the rows and cards that there are. It can be
made before somebody touches (`PanelAhead`), so that a touch only fills it in.
"""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from spasm_gui.knowledge.region import RegionId
from spasm_gui.knowledge.screens import ROWS_PER_PAGE
from spasm_gui.screens.advice_strip import AdviceStrip
from spasm_gui.screens.cause_cards import SHOWN_AT_FIRST, CauseCards
from spasm_gui.screens.checklist import Checklist
from spasm_gui.screens.places_words import all_places, joined, other_side_words, place_name, screen_name, visit_title
from spasm_gui.screens.reading_order import keep_reading_order
from spasm_gui.screens.region_facts import RegionFacts
from spasm_gui.screens.strength_row import StrengthRow
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.words import Box, Button, PageScroll, Text, column, set_shown

NARROW_PX = 560


class RegionPanel(QFrame):
    """The panel of the touched place.

    Signals:
        also_hurts_requested: a person wants to touch one more place.
        cause_opened: a person wants to read about a cause. Carries its id.
        advice_requested: a person wants to see the whole advice.
    """

    also_hurts_requested = Signal()
    cause_opened = Signal(str)
    advice_requested = Signal()

    def __init__(
        self,
        model: VisitModel,
        theme: Theme,
        width: int,
        *,
        has_figure: bool = True,
        is_ahead: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the visit; or, made ahead, nothing until `begin`."""
        super().__init__(parent)
        self.setObjectName("panel")
        self._model, self._theme, self._has_figure = model, theme, has_figure
        self._asks_for_place = False
        self._stacked = width < NARROW_PX * max(1.0, theme.base_px / 19) or theme.text_factor > 1.3
        self._checklist = Checklist(model.library, theme, stacked=self._stacked)
        self._causes: CauseCards | None = None
        self._facts: RegionFacts | None = None
        self._facts_of: RegionId | None = None
        self._show_below_soon = QTimer(self)  # of no duration: once the questions are painted
        self._show_below_soon.setSingleShot(True)
        self._show_below_soon.timeout.connect(self._show_below)
        self._note_soon = QTimer(self)  # of no duration: once everything stands where it belongs
        self._note_soon.setSingleShot(True)
        self._note_soon.timeout.connect(self._note_visible)
        self._title = Text("", theme, "panel_title", bold=True)
        self._title.setObjectName("regionTitle")
        self._also = Text("", theme, "small", second=True)
        self._other_side = Button("", theme, kind="link", icon_name="swap", name="otherSide", on_click=model.swap_side)
        set_shown(self._other_side, False)
        self._strength = StrengthRow(theme, width - (56 if not self._stacked else 32))
        self._strip = AdviceStrip(model.library, theme)
        self._swept = Button("", theme, kind="link", icon_name="arrow-left", name="back", on_click=model.back)
        self._lay_out()
        self._connect_parts()
        if not is_ahead:
            self.begin()

    def begin(self) -> None:
        """Show the visit, and follow it from now on. What may be behind it comes once the questions are painted."""
        if self._causes is not None:
            set_shown(self._causes, False)
        self._model.changed.connect(self._show_visit)
        self._model.page_changed.connect(self._show_page)
        self._show_page()
        self._show_visit()

    def parts_ahead(self) -> Iterator[QWidget]:
        """Make the rows and cards that nearly every visit needs, one by one."""
        for _ in range(ROWS_PER_PAGE):
            yield self._checklist.add_row()
        causes = self._cause_cards()
        yield causes
        for _ in range(SHOWN_AT_FIRST):
            yield causes.add_card()
        self._keep_reading_order()

    def _lay_out(self) -> None:
        theme = self._theme
        side = 28 if not self._stacked else 16
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        also = self.tr("Also hurts") if self._stacked else self.tr("Also hurts here")
        head.addWidget(
            Button(
                also,
                theme,
                kind="link",
                icon_name="plus",
                name="alsoHurts",
                bold=True,
                on_click=self.also_hurts_requested.emit,
            ),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        top = column(8, (side, 14, side, 8))
        top.addLayout(head)
        top.addWidget(self._also)
        if not self._has_figure:  # the figure has this button where there is one
            top.addWidget(self._other_side, 0, Qt.AlignmentFlag.AlignLeft)
        top.addWidget(self._strip)
        body = Box()
        body.setObjectName("panelBody")
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(side - 4, 4, side - 4, 24)
        self._body.setSpacing(10)
        self._body.addWidget(self._swept, 0, Qt.AlignmentFlag.AlignLeft)
        self._body.addWidget(self._checklist)
        self._body.addWidget(self._strength)  # it decides nothing, so questions of danger go first
        self._body.addSpacing(14)
        self._below = column(self._body.spacing() + 8)
        self._body.addLayout(self._below)
        self._body.addStretch(1)
        self._scroll = PageScroll(body)
        layout = column(0, (1, 1, 0, 0))  # the panel's own edge stays free
        layout.addLayout(top)
        layout.addWidget(self._scroll, 1)
        self.setLayout(layout)

    def _connect_parts(self) -> None:
        self._checklist.answered.connect(self._model.answer)
        self._checklist.story_told.connect(self._model.tell_story)
        self._checklist.none_pressed.connect(self._model.none_of_these)
        self._strength.strength_chosen.connect(self._on_strength_chosen)
        self._strip.advice_requested.connect(self.advice_requested)
        self._scroll.verticalScrollBar().valueChanged.connect(self._note_visible)
        self._scroll.viewport().installEventFilter(self)
        self._checklist.installEventFilter(self)

    @property
    def checklist(self) -> Checklist | None:
        """The page of questions that is shown, if one is left."""
        return self._checklist if self._checklist.page is not None else None

    @property
    def scroll_area(self) -> QScrollArea:
        """The part that scrolls: questions and causes."""
        return self._scroll

    def ask_for_place(self, asks: bool) -> None:
        """Say that one more place is to be touched, or stop saying so."""
        if asks != self._asks_for_place:
            self._asks_for_place = asks
            self._show_visit()

    @Slot()
    def _show_visit(self) -> None:
        model = self._model
        self._title.setText(visit_title(model.library, model.visit, model.chosen, model.for_whom))
        others = tuple(
            name
            for name in all_places(model.library, model.visit, model.for_whom)
            if model.chosen is None or name != place_name(model.library, model.chosen, model.for_whom)
        )
        also = others if len(model.visit.places) > 1 and model.chosen and len(others) else ()
        parts = [self.tr("Now touch the other place on the body.")] if self._asks_for_place else []
        if also and model.chosen and model.chosen.region not in model.visit.two_sided:
            parts.append(self.tr("Also: {places}.").format(places=joined(also)))
        if model.chosen is not None and not model.library.is_ready(model.chosen.region):
            parts.append(self.tr("Questions about this place come next. The questions below count for every place."))
        self._also.setText(" ".join(parts))
        set_shown(self._also, bool(parts))
        has_shape = model.chosen is not None and model.chosen.side is not None
        if not self._has_figure and model.chosen is not None:
            set_shown(self._other_side, has_shape)
            self._other_side.set_text(other_side_words(model.library, model.chosen))
        set_shown(self._strength, has_shape)
        self._strength.show_strength(model.strength(model.chosen) if model.chosen is not None else None)
        self._strip.show_assessment(model.assessment)
        shows_causes = self._causes is not None and not self._causes.isHidden()
        if self._causes is not None and shows_causes:
            self._causes.show_assessment(model.assessment)
        if not shows_causes or self._facts_of != self._region():
            if self._facts is not None:
                self._facts.hide()  # they are another place's
            self._show_below_soon.start(0)
        if self._checklist.page is model.page:  # else the page that comes shows them
            self._checklist.show_answers(model.visit.answers)

    def _region(self) -> RegionId | None:
        return self._model.chosen.region if self._model.chosen is not None else None

    @Slot(object)
    def _on_strength_chosen(self, strength: int | None) -> None:
        """Both sides, if the title speaks of both."""
        model, chosen = self._model, self._model.chosen
        if chosen is None:
            return
        is_both = chosen.region in model.visit.two_sided
        for place in model.visit.places:
            if place == chosen or (is_both and place.region == chosen.region):
                model.set_strength(place, strength)

    @Slot()
    def _show_below(self) -> None:
        """Show what may be behind it, and the facts of the place."""
        causes = self._cause_cards()
        if causes.isHidden():
            causes.show_assessment(self._model.assessment)
            set_shown(causes, True)
        region = self._region()
        if region != self._facts_of:
            self._facts_of = region
            if self._facts is not None:
                self._below.removeWidget(self._facts)
                self._facts.deleteLater()
                self._facts = None
            if region is not None:
                self._facts = RegionFacts(self._model.library.regions[region], self._theme)
                self._below.addWidget(self._facts)
        self._keep_reading_order()

    def _cause_cards(self) -> CauseCards:
        if self._causes is None:
            self._causes = CauseCards(self._theme)
            self._causes.cause_opened.connect(self.cause_opened)
            self._below.insertWidget(0, self._causes)
        return self._causes

    def _keep_reading_order(self) -> None:
        """Questions of danger go before causes, however often the page changes."""
        body = self._scroll.widget()
        if body is not None:
            keep_reading_order(body)

    @Slot()
    def _show_page(self) -> None:
        passed, page = self._model.passed, self._model.page
        set_shown(self._swept, bool(passed))
        if passed:
            self._swept.set_text(self.tr("One step back: {screen}").format(screen=screen_name(passed[-1].page.screen)))
        has_new_parts = self._checklist.show_page(page, self._model.visit.answers)
        set_shown(self._checklist, page is not None)
        if has_new_parts:
            self._keep_reading_order()
        if page is not None:
            self._scroll.verticalScrollBar().setValue(0)
            if self.isVisible():
                self._checklist.first_control().setFocus(Qt.FocusReason.MouseFocusReason)
        self._note_soon.start(0)

    @Slot()
    def _note_visible(self) -> None:
        if self._checklist.page is None or not self.isVisible():
            return
        viewport = self._scroll.viewport()
        top_left = self._checklist.mapFrom(viewport, QPoint(0, 0))
        self._checklist.note_visible(QRect(top_left, viewport.size()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._note_soon.start(0)
        return super().eventFilter(watched, event)
