"""What a plan is put together with: the list of what is in it, the list of what may be added, and a note."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QWidget

from spasm_gui.handout.plan import MOST_LETTERS_OF_NOTE, Plan
from spasm_gui.knowledge.self_care import SelfCare, SelfCareId
from spasm_gui.screens.icons import picture_pixmap
from spasm_gui.screens.plan_item import OwnWords, PlanItem
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Button, Plate, Text, column, inset

TWO_COLUMNS_PX = 900


class PlanLists(QWidget):
    """A plan while it is put together. It offers what it is given and nothing else.

    `empty` is what stands there while nothing was chosen.

    Signals:
        plan_changed: the plan is another one. Carries the Plan.
    """

    plan_changed = Signal(object)

    def __init__(
        self,
        plan: Plan,
        offered: Sequence[SelfCare],
        most_days: int,
        empty: str,
        theme: Theme,
        width: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._offered = {one.id: one for one in offered}
        self._plan, self._theme, self._most_days = plan.within(self._offered), theme, most_days
        self._empty = empty
        is_wide = width >= TWO_COLUMNS_PX * theme.base_px / 17
        layout = column(14)
        self.setLayout(layout)
        halves = QBoxLayout(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        halves.setSpacing(28 if is_wide else 16)
        self._chosen, self._rest = column(10), column(10)
        for part, share in ((self._chosen, 11), (self._rest, 8)):
            half = column(0)
            half.addLayout(part)
            half.addStretch(1)
            halves.addLayout(half, share)
        layout.addLayout(halves)
        note = OwnWords(plan.note, MOST_LETTERS_OF_NOTE, self.tr("A note for the whole plan"), theme, "planNote")
        note.textEdited.connect(self._note)
        layout.addWidget(note)
        self._fill()

    # ------------------------------------------------------------------ the two lists

    def _fill(self) -> None:
        """Build both lists anew from the plan."""
        for part in (self._chosen, self._rest):
            while (entry := part.takeAt(0)) is not None:
                widget = entry.widget()
                if widget is not None:
                    widget.setParent(None)
                    widget.deleteLater()
        theme, plan = self._theme, self._plan
        self._chosen.addWidget(inset(Text(self.tr("In the plan"), theme, "lead", bold=True)))
        for place, item in enumerate(plan.items):
            care = self._offered[item.care]
            card = PlanItem(item, care, place, len(plan.items), self._most_days, theme)
            card.moved.connect(self._move)
            card.removed.connect(self._remove)
            card.repeats_chosen.connect(self._repeat)
            card.worded.connect(self._say)
            self._chosen.addWidget(card)
        if not plan.items:
            empty = Text(self._empty, theme)
            empty.setObjectName("planIsEmpty")
            self._chosen.addWidget(inset(empty))
        left = [care for key, care in self._offered.items() if plan.item(key) is None]
        if left:
            self._rest.addWidget(inset(Text(self.tr("To choose from"), theme, "lead", bold=True)))
        for care in left:
            self._rest.addWidget(self._choice(care))
        if left and plan.is_full:
            self._rest.addWidget(inset(Text(self.tr("The plan is full. Remove something first."), theme, "small")))

    def _choice(self, care: SelfCare) -> QFrame:
        theme = self._theme
        frame = QFrame()
        frame.setProperty("kind", "card")
        frame.setObjectName(f"toChoose.{care.id}")
        row = QHBoxLayout(frame)
        row.setContentsMargins(10, 6, 8, 6)
        row.setSpacing(12)
        side = round(theme.base_px * 3.4)
        place = QWidget()  # as wide without a picture, so that all names begin on one line
        if care.picture:
            pixmap = picture_pixmap("exercises", care.picture, side, side, 2.0)
            plate: QWidget = Plate(pixmap, theme, always=True)
            place = plate
        place.setFixedWidth(side + 12)
        row.addWidget(place, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Text(care.name, theme), 1)
        add = Button(self.tr("Add"), theme, icon_name="plus", name=f"add.{care.id}")
        add.setAccessibleName(self.tr("Add to the plan: {name}").format(name=care.name))
        add.setEnabled(not self._plan.is_full)
        add.clicked.connect(lambda _checked=False: self._add(care.id))
        row.addWidget(add, 0, Qt.AlignmentFlag.AlignVCenter)
        return frame

    # ------------------------------------------------------------------ what happens

    def _keep(self, plan: Plan) -> None:
        if plan != self._plan:
            self._plan = plan
            self.plan_changed.emit(plan)

    def _change(self, plan: Plan, *focus: str) -> None:
        """Keep another plan and build the lists anew, once the press that asks for it is over."""
        self._keep(plan)
        QTimer.singleShot(0, self, lambda: self._show_again(focus))

    def _show_again(self, focus: Sequence[str]) -> None:
        self._fill()
        for card in self.findChildren(QFrame):
            card.show()  # now, for only what is shown can have the keyboard
        for name in focus:
            button = self.findChild(QPushButton, name)
            if button is not None and button.isEnabled():
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _add(self, care: SelfCareId) -> None:
        left = [key for key in self._offered if self._plan.item(key) is None]
        after = (*left[left.index(care) + 1 :], *left[: left.index(care)])
        self._change(self._plan.adding(care), *(f"add.{one}" for one in after), f"remove.{care}")

    @Slot(str)
    def _remove(self, care: str) -> None:
        self._change(self._plan.without(SelfCareId(care)), f"add.{care}")

    @Slot(str, int)
    def _move(self, care: str, by: int) -> None:
        names = ("up", "down") if by < 0 else ("down", "up")
        self._change(self._plan.moving(SelfCareId(care), by), *(f"{name}.{care}" for name in names))

    @Slot(str, int, int)
    def _repeat(self, care: str, times: int, days: int) -> None:
        self._keep(self._plan.repeating(SelfCareId(care), times, days, self._most_days))

    @Slot(str, str)
    def _say(self, care: str, words: str) -> None:
        self._keep(self._plan.saying(SelfCareId(care), words))

    @Slot(str)
    def _note(self, note: str) -> None:
        self._keep(self._plan.noting(note))
