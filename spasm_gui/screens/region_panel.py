"""Beside the body: the place read back, the advice so far, the questions, and what may be behind it.

After another place was touched the questions come at once; what lies below them is built when they have been painted.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from spasm_gui.knowledge.region import RegionId
from spasm_gui.screens.advice_strip import AdviceStrip
from spasm_gui.screens.cause_cards import CauseCards
from spasm_gui.screens.checklist import Checklist
from spasm_gui.screens.places_words import all_places, joined, other_side_words, place_name, screen_name, visit_title
from spasm_gui.screens.reading_order import keep_reading_order
from spasm_gui.screens.region_facts import RegionFacts
from spasm_gui.screens.strength_row import StrengthRow
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.words import Button, PageScroll, Text, column

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
        self, model: VisitModel, theme: Theme, width: int, *, has_figure: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._model, self._theme, self._has_figure = model, theme, has_figure
        self._asks_for_place = False
        self._stacked = width < NARROW_PX * max(1.0, theme.base_px / 19) or theme.text_factor > 1.3
        self._checklist: Checklist | None = None
        self._causes: CauseCards | None = None
        self._facts: RegionFacts | None = None
        self._facts_of: RegionId | None = None
        self._regions: frozenset[RegionId] | None = None
        self._show_below_soon = QTimer(self)  # of no duration: once the questions are painted
        self._show_below_soon.setSingleShot(True)
        self._show_below_soon.timeout.connect(self._show_below)
        self._title = Text("", theme, "panel_title", bold=True)
        self._title.setObjectName("regionTitle")
        self._also = Text("", theme, "small", second=True)
        self._other_side = Button("", theme, kind="link", icon_name="swap", name="otherSide", on_click=model.swap_side)
        self._other_side.setVisible(False)
        self._strength = StrengthRow(theme, width - (56 if not self._stacked else 32))
        self._strip = AdviceStrip(model.library, theme)
        self._swept = Button("", theme, kind="link", icon_name="arrow-left", name="back", on_click=model.back)
        self._lay_out()
        self._connect_parts()
        self._show_page()
        self._show_visit()

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
        body = QWidget()
        body.setObjectName("panelBody")
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(side - 4, 4, side - 4, 24)
        self._body.setSpacing(10)
        self._page_place = column(0)
        self._body.addWidget(self._swept, 0, Qt.AlignmentFlag.AlignLeft)
        self._body.addLayout(self._page_place)
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
        self._model.changed.connect(self._show_visit)
        self._model.page_changed.connect(self._show_page)
        self._strength.strength_chosen.connect(self._on_strength_chosen)
        self._strip.advice_requested.connect(self.advice_requested)
        self._scroll.verticalScrollBar().valueChanged.connect(self._note_visible)
        self._scroll.viewport().installEventFilter(self)

    @property
    def checklist(self) -> Checklist | None:
        """The page of questions that is shown, if one is left."""
        return self._checklist

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
        self._also.setVisible(bool(parts))
        has_shape = model.chosen is not None and model.chosen.side is not None
        if not self._has_figure and model.chosen is not None:
            self._other_side.setVisible(has_shape)
            self._other_side.set_text(other_side_words(model.library, model.chosen))
        self._strength.setVisible(has_shape)
        self._strength.show_strength(model.strength(model.chosen) if model.chosen is not None else None)
        self._strip.show_assessment(model.assessment)
        if model.visit.regions != self._regions:
            self._regions = model.visit.regions
            self._show_below_soon.start(0)
        elif not self._show_below_soon.isActive():
            self._show_below()
        if self._checklist is not None:
            self._checklist.show_answers(model.visit.answers)

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
        chosen, is_first = self._model.chosen, self._causes is None
        causes = self._causes or CauseCards(self._theme)
        causes.show_assessment(self._model.assessment)
        if is_first:
            self._causes = causes
            causes.cause_opened.connect(self.cause_opened)
            self._below.addWidget(causes)
        if self._show_facts(chosen.region if chosen else None) or is_first:
            self._keep_reading_order()

    def _show_facts(self, region: RegionId | None) -> bool:
        """Show the facts of this region; tell whether they are other facts than before."""
        if region == self._facts_of:
            return False
        self._facts_of = region
        if self._facts is not None:
            self._below.removeWidget(self._facts)
            self._facts.hide()
            self._facts.deleteLater()
            self._facts = None
        if region is not None:
            self._facts = RegionFacts(self._model.library.regions[region], self._theme)
            self._below.addWidget(self._facts)
        return True

    def _keep_reading_order(self) -> None:
        """Questions of danger go before causes, however often the page changes."""
        body = self._scroll.widget()
        if body is not None:
            keep_reading_order(body)

    @Slot()
    def _show_page(self) -> None:
        if self._checklist is not None:
            self._checklist.hide()
            self._page_place.removeWidget(self._checklist)
            self._checklist.deleteLater()
            self._checklist = None
        passed = self._model.passed
        self._swept.setVisible(bool(passed))
        if passed:
            self._swept.set_text(self.tr("One step back: {screen}").format(screen=screen_name(passed[-1].page.screen)))
        page = self._model.page
        if page is not None:
            self._checklist = Checklist(
                page, self._model.library, self._model.visit.answers, self._theme, stacked=self._stacked
            )
            self._checklist.answered.connect(self._model.answer)
            self._checklist.story_told.connect(self._model.tell_story)
            self._checklist.none_pressed.connect(self._model.none_of_these)
            self._page_place.addWidget(self._checklist)
            self._keep_reading_order()
            self._scroll.verticalScrollBar().setValue(0)
            if self.isVisible():
                self._checklist.first_control().setFocus(Qt.FocusReason.MouseFocusReason)
        QTimer.singleShot(0, self, self._note_visible)

    @Slot()
    def _note_visible(self) -> None:
        if self._checklist is None or not self.isVisible():
            return
        viewport = self._scroll.viewport()
        top_left = self._checklist.mapFrom(viewport, QPoint(0, 0))
        self._checklist.note_visible(QRect(top_left, viewport.size()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._scroll.viewport() and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            QTimer.singleShot(0, self, self._note_visible)
        return super().eventFilter(watched, event)
