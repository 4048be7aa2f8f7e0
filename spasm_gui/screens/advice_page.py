"""The last page: what to do, why, what would change it, and what to watch for."""

import datetime
from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spasm_gui.handout.advice import NUMBERED_STEPS as NUMBERED_STEPS
from spasm_gui.handout.advice import best_cause, reason_line, steps, until_line
from spasm_gui.handout.plan import Plan
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.self_care import SelfCare
from spasm_gui.reasoning.assessment import offered_self_care
from spasm_gui.screens.act_words import ActWords as ActWords
from spasm_gui.screens.care_card import CareCard
from spasm_gui.screens.flow import FlowBox
from spasm_gui.screens.handout_words import handout_words
from spasm_gui.screens.places_words import screen_name
from spasm_gui.screens.take_along import TakeAlong, TakeAlongButtons
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import PassedPage, VisitModel
from spasm_gui.screens.what_changes import WhatChanges, signs_by_level
from spasm_gui.screens.words import RING_PX, Button, PageScroll, Picture, Text, column, dotted, line
from spasm_gui.screens.wrapping import WrappingButton

CARDS_AT_FIRST = 2
CAUSES_TO_READ = 3
TWO_COLUMNS_PX = 760
ROOMY_PX = 900


class AdvicePage(QFrame):
    """The whole advice of a visit.

    Signals:
        page_reopened: a person wants to see a page of questions again. Carries the Page.
        cause_opened: a person wants to read about a cause. Carries its id.
        questions_requested: back to the questions.
        exercise_opened: a person wants to do an exercise now. Carries its id.
        plan_requested: a person wants to choose what they do, in which order and how often.
        print_requested, save_requested, phone_requested: a person wants to take the advice along. The buttons are
            there as `takes` says.
    """

    page_reopened = Signal(object)
    cause_opened = Signal(str)
    questions_requested = Signal()
    exercise_opened = Signal(str)
    plan_requested = Signal()
    print_requested = Signal()
    save_requested = Signal()
    phone_requested = Signal()

    def __init__(
        self,
        model: VisitModel,
        theme: Theme,
        acts: ActWords,
        width: int,
        takes: Sequence[TakeAlong] = (),
        care: Sequence[SelfCare] | None = None,
        plan: Plan | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._model, self._theme, self._acts = model, theme, acts
        self._words = handout_words()
        self._plan = plan
        self._level = model.assessment.level or Level.PHYSICIAN
        side = 28 if width > 560 else 16
        self._is_wide = width >= TWO_COLUMNS_PX * theme.base_px / 17
        self._has_room = width >= ROOMY_PX * theme.base_px / 17 or not self._is_wide
        column_px = (width - 2 * side - 28) * 10 / 17 if self._is_wide else width - 2 * side
        self._chip_words_px = round(column_px - theme.base_px - 32)
        body = QWidget()
        body.setObjectName("panelBody")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(side, 4, side, 20)
        layout.setSpacing(16)
        sides = QBoxLayout.Direction.LeftToRight if self._is_wide else QBoxLayout.Direction.TopToBottom
        columns = QBoxLayout(sides)
        columns.setSpacing(28 if self._is_wide else 16)
        left, right = column(13), column(12)
        columns.addLayout(left, 10)
        columns.addLayout(right, 7)
        layout.addLayout(columns)
        self._add_do_now(left)
        left.addWidget(line())
        self._add_why(left)
        self._add_change(left)
        left.addStretch(1)
        if not self._is_wide:
            right.addWidget(line())
        if care is None:
            care = offered_self_care(model.library, model.visit, model.assessment)
        self._add_care(right, care)
        self._add_until(right)
        self._add_take_along(right, takes)
        if care or not self._is_wide:
            self._add_links(layout)
        else:
            self._add_links(right)
        right.addStretch(1)
        layout.addStretch(1)
        outer = column(0, (1, 1, 0, 0))
        top = column(6, (side, 16 if self._is_wide else 8, side, 12))
        if not self._is_wide:
            top.addWidget(self._questions_button(), 0, Qt.AlignmentFlag.AlignLeft)
        top.addWidget(self._banner())
        outer.addLayout(top)
        outer.addWidget(PageScroll(body), 1)
        self.setLayout(outer)

    # ------------------------------------------------------------------ the banner

    def _questions_button(self) -> Button:
        words = self.tr("Back to questions")
        button = Button(
            words if self._has_room else self.tr("Questions"),
            self._theme,
            icon_name="arrow-left",
            name="questions",
            on_click=self.questions_requested.emit,
        )
        button.setAccessibleName(words)
        return button

    def _banner(self) -> QFrame:
        theme, assessment = self._theme, self._model.assessment
        frame = QFrame()
        frame.setObjectName("advice")
        frame.setProperty("level", self._level.value)
        row = QHBoxLayout(frame)
        row.setContentsMargins(22, 10, 14, 12)
        row.setSpacing(20)
        plain = theme.level_colours(self._level)[0]
        row.addWidget(Picture(f"level-{self._level.value}", plain, round(theme.base_px * 3.4)))
        act = self._model.library.act(self._level)
        texts = column(1)
        state = self.tr("Advice") if assessment.is_final else self.tr("Advice so far; some questions are open")
        says = Text(state, theme, "small", bold=True)
        says.setProperty("tone", "level")
        texts.addWidget(says)
        title = Text(act.word, theme, "final_act", bold=True)
        title.setObjectName("adviceWord")
        texts.addWidget(title)
        texts.addWidget(Text(self._reason_line(), theme))
        row.addLayout(texts, 1)
        if self._is_wide:
            row.addWidget(self._questions_button(), 0, Qt.AlignmentFlag.AlignVCenter)
        frame.setAccessibleName(f"{state}: {act.word}. {self._reason_line()}")
        return frame

    def _reason_line(self) -> str:
        return reason_line(self._model.library, self._model.assessment, self._words.fits_best, self._words.none)

    # ------------------------------------------------------------------ what to do, and why

    def _heading(self, text: str) -> Text:
        return Text(text, self._theme, "lead", bold=True)

    def _add_do_now(self, layout: QVBoxLayout) -> None:
        model = self._model
        numbered, quiet = steps(model.library, model.assessment, self._level, self._acts.act(self._level))
        box = column(8)
        box.addWidget(self._heading(self.tr("Do this now")))
        for number, step in enumerate(numbered, start=1):
            box.addLayout(self._numbered(number, step))
        if quiet:
            box.addLayout(dotted(quiet, self._theme, second=True))
        layout.addLayout(box)

    def _numbered(self, number: int, step: str) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(14)
        side = round(theme.base_px * 1.7)
        badge = Text(str(number), theme, bold=True)
        badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        badge.setFixedSize(side, side)
        badge.setStyleSheet(
            f"background: {theme.colours['ink']}; color: {theme.colours['page']}; border-radius: {side // 2}px;"
        )
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        text = Text(step, theme)
        text.setMinimumHeight(side)
        row.addWidget(text, 1)
        return row

    def _add_why(self, layout: QVBoxLayout) -> None:
        model, library = self._model, self._model.library
        reasons = model.assessment.reasons
        box = column(6)
        box.addWidget(Text(self.tr("Why this advice"), self._theme, "section", bold=True))
        if not reasons:
            said = [self.tr("None of the danger signs asked about")]
            if model.assessment.is_earned:
                fits = dict.fromkeys(f for one in model.assessment.best_causes for f in one.fits)
                said += [library.findings[finding].said for finding in fits]
            box.addWidget(self._chips([(one, "check") for one in said]))
        for index, reason in enumerate(reasons[:4]):
            icon_name = "question" if reason.only_by_doubt else "check"
            words = self.tr("Not sure: {said}") if reason.only_by_doubt else self.tr("You said: {said}")
            said = [words.format(said=library.findings[one].said) for one in reason.findings]
            if said:
                box.addWidget(self._chips([(one, icon_name) for one in said]))
            if index or not said:  # the banner has already told the first
                box.addWidget(Text(reason.rule.because, self._theme, "small", second=True))
        layout.addLayout(box)

    def _chips(self, said: Iterable[tuple[str, str]]) -> FlowBox:
        """The person's own answers, each on a quiet ground; nothing to press."""
        theme = self._theme
        flow = FlowBox(6, packed=True)
        for text, icon_name in said:
            chip = QFrame()
            chip.setProperty("kind", "note")
            row = QHBoxLayout(chip)
            row.setContentsMargins(9, 4, 12, 4)
            row.setSpacing(7)
            mark = Picture(icon_name, theme.colours["ink"], round(theme.base_px))
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
            words = Text(text, theme, "small")
            widest = min(self._chip_words_px, round(theme.base_px * 18))
            words.setMinimumWidth(min(words.fontMetrics().horizontalAdvance(text) + 2, widest))
            row.addWidget(words, 1)
            flow.add(chip)
        return flow

    def _add_change(self, layout: QVBoxLayout) -> None:
        signs = signs_by_level(self._model, self._level)
        if signs:
            layout.addWidget(line())
            is_beside = self._is_wide or self._theme.text_factor < 1.3
            layout.addWidget(WhatChanges(signs, self._theme, self._acts, is_beside=is_beside))

    # ------------------------------------------------------------------ exercises, until when

    def _add_care(self, layout: QVBoxLayout, care: Sequence[SelfCare]) -> None:
        if not care:
            return
        box = column(8)
        planned = self._planned(care)
        first = len(planned) or CARDS_AT_FIRST
        care = [*planned, *(one for one in care if one not in planned)]
        box.addWidget(self._heading(self.tr("Your plan") if planned else self.tr("What you can do")))
        for one in care[:first]:
            box.addWidget(CareCard(one, self._theme, self.exercise_opened.emit))
        rest = care[first:]
        presses = FlowBox(0)
        if rest:
            more = QWidget()
            cards = column(8)
            more.setLayout(cards)
            for one in rest:
                cards.addWidget(CareCard(one, self._theme, self.exercise_opened.emit))
            more.hide()
            words = self.tr("Show {count} more").format(count=len(rest))
            button = Button(words, self._theme, kind="link", icon_name="chevron-down", name="moreCare")
            button.clicked.connect(more.show)
            button.clicked.connect(button.hide)
            presses.add(button)
            box.addWidget(more)
        if self._plan is not None:
            words = self.tr("Change the plan") if planned else self.tr("Make a plan")
            presses.add(self._link(words, "pen", "plan", partial(self.plan_requested.emit)))
        box.addWidget(presses)
        layout.addLayout(box)

    def _planned(self, care: Sequence[SelfCare]) -> list[SelfCare]:
        """What was chosen of it, in the order of the plan."""
        by_id = {one.id: one for one in care}
        return [by_id[one.care] for one in self._plan.items if one.care in by_id] if self._plan is not None else []

    def _add_until(self, layout: QVBoxLayout) -> None:
        cause = best_cause(self._model.assessment, self._level)
        today = datetime.date.today()
        until = until_line(cause, self._level, self._acts, self._words.that_is_until, today, _long_date)
        avoid = cause.avoid if cause is not None and cause.better_by is not None else ()
        self._add_marked(layout, "calendar", self.tr("Until when"), (until,))
        self._add_marked(layout, "close", self.tr("Leave out"), avoid)

    def _add_marked(self, layout: QVBoxLayout, icon_name: str, title: str, texts: Sequence[str]) -> None:
        if not texts:
            return
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Picture(icon_name, theme.colours["ink"], theme.icon_px), 0, Qt.AlignmentFlag.AlignTop)
        box = column(2)
        box.addWidget(Text(title, theme, bold=True))
        for text in texts:
            box.addWidget(Text(text, theme))
        row.addLayout(box, 1)
        layout.addLayout(row)

    def _add_take_along(self, layout: QVBoxLayout, takes: Sequence[TakeAlong]) -> None:
        self._take_along = TakeAlongButtons(takes, self._theme)
        self._take_along.print_requested.connect(self.print_requested)
        self._take_along.save_requested.connect(self.save_requested)
        self._take_along.phone_requested.connect(self.phone_requested)
        layout.addWidget(self._take_along)

    @Slot(str)
    def say_outcome(self, text: str) -> None:
        """Tell below the buttons where the page went, or that it did not."""
        self._take_along.say_outcome(text)

    # ------------------------------------------------------------------ where to go from here

    def _add_links(self, layout: QVBoxLayout) -> None:
        model = self._model
        shown = [one for one in model.assessment.causes if one.fits or one.fit.value == "fits"][:CAUSES_TO_READ]
        read = [
            self._link(one.cause.name, "book", f"cause.{one.cause.id}", partial(self.cause_opened.emit, one.cause.id))
            for one in shown
        ]
        answers = []
        screens = [one.page.screen for one in model.passed]
        for index, one in enumerate(model.passed):
            page = screens[:index].count(one.page.screen) + 1 if screens.count(one.page.screen) > 1 else 0
            said = self._passed_words(one, page)
            name = f"reopen.{one.page.screen.value}" + (f".{page}" if page > 1 else "")
            answers.append(self._link(said, "pen", name, partial(self.page_reopened.emit, one.page)))
            answers[-1].setAccessibleName(self.tr("{said}. Change").format(said=said))
        for title, links in ((self.tr("Read about it"), read), (self.tr("Your answers"), answers)):
            if not links:
                continue
            layout.addWidget(line())
            box = column(2)
            box.addWidget(Text(title, self._theme, "section", bold=True))
            flow = FlowBox(RING_PX)
            for link in links:
                flow.add(link)
            box.addWidget(flow)
            layout.addLayout(box)

    def _link(self, text: str, icon_name: str, name: str, on_click: partial[None]) -> Button:
        return WrappingButton(text, self._theme, kind="link", icon_name=icon_name, name=name, on_click=on_click)

    def _passed_words(self, passed: PassedPage, page: int) -> str:
        """What a page was about, with its number where the screen had several, and to how much the person said no."""
        title = screen_name(passed.page.screen)
        if page:
            title = self.tr("{screen}, page {number}").format(screen=title, number=page)
        if not passed.swept:
            return title
        return self.tr("{screen}: no to {count}").format(screen=title, count=len(passed.swept))


def _long_date(day: datetime.date) -> str:
    return str(QLocale().toString(day, QLocale.FormatType.LongFormat))  # type: ignore[call-overload]
