"""The page "Exercises you choose": a physiotherapist puts a plan together after an examination of their own.

The program has asked nothing and advises nothing here. So the page begins with what the physiotherapist has to answer
for, and hands nothing out before that was confirmed in one touch.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spasm_gui.handout.plan import MOST_DAYS, Plan
from spasm_gui.screens.examined_visit import ExaminedVisit
from spasm_gui.screens.plan_lists import TWO_COLUMNS_PX, PlanLists
from spasm_gui.screens.take_along import TakeAlong, TakeAlongButtons
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.words import RING_PX, Button, PageScroll, Picture, Text, column, dotted, inset


class ExaminedPage(QFrame):
    """A plan without an advice.

    Signals:
        closed: back to where the person came from.
        print_requested, save_requested, phone_requested: the plan, which is confirmed, is to be taken along.
    """

    closed = Signal()
    print_requested = Signal()
    save_requested = Signal()
    phone_requested = Signal()

    def __init__(
        self,
        model: VisitModel,
        examined: ExaminedVisit,
        theme: Theme,
        width: int,
        takes: Sequence[TakeAlong] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._model, self._examined, self._theme = model, examined, theme
        self._is_wide = width >= TWO_COLUMNS_PX * theme.base_px / 17
        side = 28 if width > 560 else 16
        body = QWidget()
        body.setObjectName("panelBody")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(side, 4, side, 24)
        layout.setSpacing(14)
        self._take_along: TakeAlongButtons | None = None
        if examined.is_refused(model):
            refused = self.tr(
                "The answers of this visit ask for help today or at once, so nothing can be chosen here. "
                "For another person, start over."
            )
            text = Text(refused, theme, "lead", bold=True)
            text.setObjectName("examinedRefused")
            layout.addWidget(inset(text))
        else:
            self._add_plan(layout, width, takes)
        layout.addStretch(1)
        outer = column(0, (1, 1, 0, 0))
        outer.addLayout(self._head(side))
        outer.addWidget(PageScroll(body), 1)
        self.setLayout(outer)

    def _head(self, side: int) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(side + RING_PX, 12, side, 6)
        head.setSpacing(12)
        head.addWidget(Text(self.tr("Exercises you choose"), self._theme, "page_title", bold=True), 1)
        head.addWidget(
            Button(
                self.tr("Back"), self._theme, icon_name="arrow-left", name="closeExamined", on_click=self.closed.emit
            ),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        return head

    def _add_plan(self, layout: QVBoxLayout, width: int, takes: Sequence[TakeAlong]) -> None:
        theme, model, examined = self._theme, self._model, self._examined
        hint = self.tr(
            "For physiotherapists. The program has asked no questions and gives no advice here. "
            "The page to take home says that you chose these exercises."
        )
        layout.addWidget(inset(Text(hint, theme, second=True)))
        self._card = QFrame()
        self._card.setObjectName("examination")
        self._card.setProperty("kind", "note")
        self._inside = column(8, (16, 12, 16, 14))
        self._card.setLayout(self._inside)
        self._take_along = TakeAlongButtons(takes, theme)
        self._take_along.print_requested.connect(self.print_requested)
        self._take_along.save_requested.connect(self.save_requested)
        self._take_along.phone_requested.connect(self.phone_requested)
        self._inside.addWidget(self._take_along)
        layout.addWidget(self._card)
        empty = self.tr("Nothing yet. Add what this person is to do.")
        lists = PlanLists(examined.plan(model), examined.offered(model), MOST_DAYS, empty, theme, width)
        lists.plan_changed.connect(self._keep)
        layout.addWidget(lists)
        left_out = examined.left_out(model)
        if left_out:
            words = self.tr("Left out because of an answer in this visit: {names}.")
            names = ", ".join(one.name for one in left_out)
            layout.addWidget(inset(Text(words.format(names=names), theme, "small", second=True)))
        self._fill_card()

    # ------------------------------------------------------------------ the examination

    def _fill_card(self) -> None:
        """Build the confirmation anew from what is chosen and confirmed."""
        model, examined, theme = self._model, self._examined, self._theme
        old = self._card.findChild(QWidget, "examinationWords")
        if old is not None:
            old.hide()
            old.setObjectName("")
            old.deleteLater()
        words = QWidget()
        words.setObjectName("examinationWords")
        box = column(8)
        words.setLayout(box)
        is_confirmed = examined.is_confirmed(model)
        if not examined.plan(model).items:
            box.addWidget(
                Text(self.tr("Choose first. Then you confirm that you have examined this person."), theme, bold=True)
            )
        else:
            self._add_statement(box, is_confirmed=is_confirmed)
        self._inside.insertWidget(0, words)
        words.show()
        if self._take_along is not None:
            self._take_along.setVisible(bool(examined.plan(model).items))
            self._take_along.allow(is_confirmed)

    def _add_statement(self, box: QVBoxLayout, *, is_confirmed: bool) -> None:
        model, examined, theme = self._model, self._examined, self._theme
        asked = examined.open_guards(model)
        title = QHBoxLayout()
        title.setSpacing(10)
        if is_confirmed:
            title.addWidget(Picture("check", theme.colours["ink"], theme.icon_px), 0, Qt.AlignmentFlag.AlignTop)
        said = (
            self.tr("Confirmed: you have examined this person.")
            if is_confirmed
            else self.tr("I have examined this person. These questions are answered no:")
        )
        says = Text(said, theme, "lead", bold=True)
        says.setObjectName("examinationSays")
        title.addWidget(says, 1)
        box.addLayout(title)
        findings = model.library.findings
        if asked:
            box.addLayout(self._halves([findings[one].ask for one in asked]))
        before = len(examined.guards(model)) - len(asked)
        if before and examined.is_examined:
            words = self.tr("Questions you have confirmed as answered no: {count}").format(count=before)
            box.addWidget(Text(words, theme, second=True))
        if is_confirmed:
            button = Button(self.tr("Take back"), theme, kind="link", icon_name="undo", name="takeBackExamined")
            button.clicked.connect(self._take_back)
        else:
            button = Button(self.tr("I confirm this"), theme, kind="main", icon_name="check", name="confirmExamined")
            button.setAccessibleDescription(said)
            button.clicked.connect(self._confirm)
        box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _halves(self, questions: Sequence[str]) -> QHBoxLayout:
        """The questions in two columns where there is room, so that they and the lists below are seen together."""
        row = QHBoxLayout()
        row.setSpacing(24)
        half = -(-len(questions) // 2) if self._is_wide else len(questions)
        for some in (questions[:half], questions[half:]):
            if some:
                part = dotted(some, self._theme)
                part.addStretch(1)
                row.addLayout(part, 1)
        return row

    @Slot()
    def _confirm(self) -> None:
        self._examined.confirm(self._examined.open_guards(self._model))
        self._show_again("takeBackExamined")

    @Slot()
    def _take_back(self) -> None:
        self._examined.take_back()
        self._show_again("confirmExamined")

    def _show_again(self, focus: str) -> None:
        """Build the card anew once the press that asks for it is over, and let the keyboard go on there."""

        def fill() -> None:
            self._fill_card()
            button = self._card.findChild(QWidget, focus)
            if button is not None:
                button.setFocus(Qt.FocusReason.TabFocusReason)

        QTimer.singleShot(0, self, fill)

    @Slot(object)
    def _keep(self, plan: Plan) -> None:
        before = self._examined.guards(self._model), bool(self._examined.plan(self._model).items)
        self._examined.keep_plan(plan)
        if before != (self._examined.guards(self._model), bool(plan.items)):
            self._fill_card()

    @Slot(str)
    def say_outcome(self, text: str) -> None:
        """Tell below the buttons where the page went, or that it did not."""
        if self._take_along is not None:
            self._take_along.say_outcome(text)
