"""Two or three causes side by side: what tells them apart, what the person said, and what would settle it.

Columns where there is room for them, otherwise one card for each cause under the other.
"""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from spasm_gui.comparison import MOST_CAUSES, Comparison, compare, others_to_compare
from spasm_gui.knowledge.cause import Cause, CauseId
from spasm_gui.knowledge.finding import Answer, FindingId
from spasm_gui.reasoning.rows import askable
from spasm_gui.screens.advice_strip import AdviceStrip
from spasm_gui.screens.compare_cards import StackedCards
from spasm_gui.screens.compare_table import CauseColumn, Columns, Table
from spasm_gui.screens.finding_row import FindingRow
from spasm_gui.screens.flow import FlowBox
from spasm_gui.screens.page_head import page_head
from spasm_gui.screens.reading_order import keep_reading_order
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.words import RING_PX, Button, PageScroll, Text, column, dotted, inset
from spasm_gui.screens.wrapping import WrappingButton

OFFERED_AT_FIRST = 8
OFFERED_MORE = 16
MAY_PER_CAUSE = 2
_NARROWEST_COLUMN = 12.5  # in heights of text


class ComparePage(QFrame):
    """What tells causes apart. The first one is the one the person was reading about; it stays.

    Signals:
        closed: back to that cause.
        compared: other causes stand beside each other now. Carries their ids, the first one included.
        advice_requested: a person wants to see the whole advice.
    """

    closed = Signal()
    compared = Signal(tuple)
    advice_requested = Signal()

    def __init__(
        self,
        cause_ids: Iterable[CauseId],
        model: VisitModel,
        theme: Theme,
        width: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._model, self._theme = model, theme
        self._side = 28 if width > 560 else 16
        self._room = width - 2 * self._side
        library = model.library
        self._causes = tuple(library.causes[one] for one in cause_ids)
        self._others = others_to_compare(library, model.visit, self._causes[0])
        self._offered_count = OFFERED_AT_FIRST
        self._body = QWidget()
        self._chooser = QWidget()
        self._choice = FlowBox(4)
        self._buttons: dict[CauseId, Button] = {}
        self._hint = Text("", theme, "small", second=True)
        self._place = column(16)
        self._inside: QWidget | None = None
        self._table: Table | None = None
        self._rows: dict[FindingId, FindingRow] = {}
        self._strip: AdviceStrip | None = None
        self._lay_out()
        self._lay_out_chooser()
        self._show_causes()
        model.changed.connect(self._follow)

    @property
    def causes(self) -> tuple[Cause, ...]:
        """The causes side by side, the first column first."""
        return self._causes

    @property
    def table(self) -> Table:
        """What tells them apart, as columns or as cards."""
        assert self._table is not None
        return self._table

    # ------------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        theme = self._theme
        head = column(2, (self._side, 12, self._side, 8))
        title = Text(self.tr("What tells them apart"), theme, "page_title", bold=True)
        title.setObjectName("compareTitle")
        self._open_choice = Button(
            self.tr("Choose causes"), theme, icon_name="plus", name="chooseCauses", on_click=self._turn_choice
        )
        back = Button(self.tr("Back"), theme, icon_name="arrow-left", name="closeCompare", on_click=self.closed.emit)
        head.addLayout(page_head(title, (self._open_choice, back), theme, self._room))
        if self._model.visit.places:
            strip = self._strip = AdviceStrip(self._model.library, theme)
            strip.advice_requested.connect(self.advice_requested)
            head.addSpacing(6)
            head.addWidget(strip)
            strip.show_assessment(self._model.assessment)
        body = self._body
        body.setObjectName("panelBody")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(self._side - RING_PX, 4, self._side - RING_PX, 24)
        inside.setSpacing(8)
        inside.addWidget(self._chooser)
        inside.addLayout(self._place)
        inside.addStretch(1)
        outer = column(0, (1, 1, 0, 0))
        outer.addLayout(head)
        outer.addWidget(PageScroll(body), 1)
        self.setLayout(outer)

    def _lay_out_chooser(self) -> None:
        """Which causes to choose from. It opens by itself only where there is nothing to compare with yet."""
        box = column(4, (0, 0, 0, 12))
        self._chooser.setLayout(box)
        with_cause = self.tr("Compare {cause} with:").format(cause=self._causes[0].name)
        box.addWidget(inset(Text(with_cause, self._theme, bold=True)))
        box.addWidget(self._choice)
        box.addWidget(inset(self._hint))
        self._chooser.hide()
        if len(self._causes) == 1:
            self._turn_choice()

    # ------------------------------------------------------------------ which causes

    @Slot()
    def _turn_choice(self) -> None:
        if not self._buttons:
            self._show_choice()
        is_open = self._chooser.isHidden()
        self._chooser.setVisible(is_open)
        self._open_choice.set_text(self.tr("Close the choice") if is_open else self.tr("Choose causes"))
        self._open_choice.set_icon_name("chevron-up" if is_open else "plus")

    def _show_choice(self) -> None:
        """Offer the causes worth comparing, the chosen ones first."""
        chosen = [one for one in self._others if one in self._causes]
        others = [one for one in self._others if one not in self._causes]
        offered = [*chosen, *others][: self._offered_count]
        self._buttons = {}
        for cause in offered:
            chip = WrappingButton(cause.name, self._theme, kind="chip", name=f"with.{cause.id}", checkable=True)
            chip.clicked.connect(partial(self._turn, cause))
            self._buttons[cause.id] = chip
        self._mark_choice()
        old, self._choice = self._choice, FlowBox(4)
        for button in self._buttons.values():
            self._choice.add(button)
        rest = len(self._others) - len(offered)
        if rest:
            more = Button(self.tr("Show {rest} more").format(rest=rest), self._theme, kind="link", name="moreToCompare")
            more.clicked.connect(self._offer_more)
            self._choice.add(more)
        layout = self._chooser.layout()
        if layout is not None:
            layout.replaceWidget(old, self._choice)
            self._choice.show()
        old.hide()
        old.deleteLater()
        keep_reading_order(self._body)

    def _mark_choice(self) -> None:
        """Mark the chosen causes. Beside three there is no room for another, so the others rest."""
        chosen = {one.id for one in self._causes}
        is_full = len(chosen) >= MOST_CAUSES
        for cause_id, button in self._buttons.items():
            button.set_chosen(cause_id in chosen)
            button.setEnabled(cause_id in chosen or not is_full)
        if not self._others:
            self._hint.setText(self.tr("No other cause is felt in the same place."))
        elif is_full:
            self._hint.setText(self.tr("Three stand side by side. Take one away to choose another."))
        elif len(chosen) == 1:
            self._hint.setText(self.tr("Choose one or two."))
        else:
            self._hint.setText(self.tr("You can add a third."))

    @Slot()
    def _offer_more(self) -> None:
        self._offered_count += OFFERED_MORE
        self._show_choice()

    def _turn(self, cause: Cause, _checked: bool = False) -> None:
        if cause in self._causes:
            self._causes = tuple(one for one in self._causes if one is not cause)
        else:
            self._causes = (*self._causes, cause)
        self._mark_choice()
        self._show_causes()
        self.compared.emit(tuple(one.id for one in self._causes))
        names = self.tr("Side by side: {causes}").format(causes=", ".join(one.name for one in self._causes))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, names))

    # ------------------------------------------------------------------ what is shown of them

    def _show_causes(self) -> None:
        if self._inside is not None:
            self._inside.hide()
            self._place.removeWidget(self._inside)
            self._inside.deleteLater()
        comparison = compare(self._model.library, self._model.visit, self._causes)
        inside = self._inside = QWidget()
        layout = column(16)
        inside.setLayout(layout)
        self._table = self._new_table(comparison)
        layout.addWidget(self._table)
        is_wide = self._room > 44 * self._theme.base_px
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        halves = QBoxLayout(direction)
        halves.setSpacing(16)
        halves.setContentsMargins(RING_PX, 0, RING_PX, 0)
        if comparison.rows:
            halves.addWidget(self._settle_card(comparison), 1)
        halves.addWidget(self._physician_card(), 1)
        layout.addLayout(halves)
        self._place.addWidget(inside)
        inside.show()
        keep_reading_order(self._body)

    def _new_table(self, comparison: Comparison) -> Table:
        heads = [CauseColumn(cause, self._counts(cause)) for cause in comparison.causes]
        columns = Columns.fitting(self._room, len(heads), self._theme.base_px, with_said=self._has_answers())
        if columns.cause_px < _NARROWEST_COLUMN * self._theme.base_px:
            return StackedCards(self._model.library, comparison, heads, self._theme)
        return Table(self._model.library, comparison, heads, self._theme, columns)

    def _has_answers(self) -> bool:
        """True if there is a visit, so that "not asked yet" says something."""
        return bool(self._model.visit.places or self._model.visit.answers)

    def _counts(self, cause: Cause) -> tuple[int, int]:
        ranked = next((one for one in self._model.assessment.causes if one.cause.id == cause.id), None)
        return (len(ranked.fits), len(ranked.against)) if ranked is not None else (0, 0)

    # ------------------------------------------------------------------ what would settle it

    def _settle_card(self, comparison: Comparison) -> QFrame:
        theme, library = self._theme, self._model.library
        card, box = _card()
        card.setObjectName("settle")
        box.addWidget(Text(self.tr("What would settle it"), theme, "section", bold=True))
        if comparison.is_settled:
            box.addWidget(Text(self.tr("Nothing of this is open any more. This differs most:"), theme, second=True))
        visit = self._model.visit
        can_answer = askable(library, visit.regions) if visit.places and not comparison.is_settled else frozenset()
        self._rows = {}
        for finding in dict.fromkeys((*self._answered_here(comparison), *comparison.settling)):
            if finding in can_answer or (finding in visit.answers and not comparison.is_settled):
                row = self._rows[finding] = FindingRow(library.findings[finding], theme, stacked=True)
                row.show_answer(visit.answers.get(finding))
                row.answered.connect(self._model.answer)
                box.addWidget(row)
            else:
                box.addWidget(Text(library.findings[finding].ask, theme))
                if library.findings[finding].find_out:
                    box.addWidget(Text(library.findings[finding].find_out or "", theme, "small", second=True))
        box.addStretch(1)
        return card

    def _answered_here(self, comparison: Comparison) -> tuple[FindingId, ...]:
        """What was said on this page only. No page of questions shows it, so it has to stay here to be changed."""
        model = self._model
        pages = [one.page for one in model.passed] + ([model.page] if model.page is not None else [])
        elsewhere = {question for page in pages for question in page.ids}
        for story, (_, card) in model.library.stories.items():
            if model.visit.answers.get(story) is Answer.YES:
                elsewhere.update(card.needs)
        return tuple(
            row.finding
            for row in comparison.rows
            if row.finding in model.visit.answers and row.finding not in elsewhere
        )

    def _physician_card(self) -> QFrame:
        theme = self._theme
        card, box = _card()
        box.addWidget(Text(self.tr("What a physician may do"), theme, "section", bold=True))
        for cause in self._causes:
            if cause.physician_may:
                box.addWidget(Text(cause.name, theme, bold=True))
                box.addLayout(dotted(cause.physician_may[:MAY_PER_CAUSE], theme))
        box.addStretch(1)
        return card

    @Slot()
    def _follow(self) -> None:
        """Show what was said meanwhile. Rows keep their places, so that nothing moves under a finger."""
        visit = self._model.visit
        for finding, row in self._rows.items():
            row.show_answer(visit.answers.get(finding))
        if self._strip is not None:
            self._strip.show_assessment(self._model.assessment)
        self.table.follow(
            compare(self._model.library, visit, self._causes), [self._counts(cause) for cause in self._causes]
        )


def _card() -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("kind", "sunk")
    box = column(8, (20, 14, 20, 16))
    card.setLayout(box)
    return card, box
