"""One item of a plan: what it is, its place in the order, how often and how long, and a line of own words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from spasm_gui.handout.plan import MOST_DAYS, MOST_LETTERS, MOST_TIMES, Item
from spasm_gui.knowledge.self_care import SelfCare
from spasm_gui.screens.flow import FlowBox
from spasm_gui.screens.icons import picture_pixmap
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import RING_PX, Button, Plate, Text, column

TIMES = (0, 1, 2, 3, 4, 5, 6, 8, MOST_TIMES)
DAYS = (0, 1, 2, 3, 4, 5, 6, 7, 10, 14, 21, 28, 35, MOST_DAYS)


def days_up_to(most: int) -> tuple[int, ...]:
    """The numbers of days to choose from, where the advice itself holds so long."""
    return (*(one for one in DAYS if one < most), most)


class OwnWords(QLineEdit):
    """A line to type in. What somebody writes about a person is learnt by no keyboard, and no menu leads elsewhere."""

    def __init__(self, words: str, most: int, label: str, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMaxLength(most)
        self.setText(words)
        self.setFont(theme.font())
        self.setPlaceholderText(label)
        self.setAccessibleName(label)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setDragEnabled(False)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        # Qt's own placeholder is too pale to read.
        self.setStyleSheet(f"QLineEdit {{ placeholder-text-color: {theme.colours['ink2']}; }}")


class Stepper(QWidget):
    """A number with a button for less and one for more; none means "as described".

    Signals:
        stepped: another number was chosen.
    """

    stepped = Signal(int)

    def __init__(self, words: str, of_what: str, number: int, steps: Sequence[int], theme: Theme, name: str) -> None:
        super().__init__()
        self._words, self._steps = words, tuple(steps)
        self.number = number
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._says = Text("", theme, "small")
        self._says.setObjectName(f"says.{name}")
        self._says.setWordWrap(False)
        self._less = Button("", theme, kind="answer", icon_name="minus", name=f"less.{name}", on_click=self._step_down)
        self._more = Button("", theme, kind="answer", icon_name="plus", name=f"more.{name}", on_click=self._step_up)
        self._less.setAccessibleName(self.tr("Less: {what}").format(what=of_what))
        self._more.setAccessibleName(self.tr("More: {what}").format(what=of_what))
        for button in (self._less, self._more):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(theme.target("minimum") + 2 * RING_PX)
        row.addWidget(self._less)
        row.addWidget(self._more)
        row.addSpacing(6)
        row.addWidget(self._says)
        longest = max((self._said(one) for one in self._steps), key=len)
        self._says.setMinimumWidth(self._says.fontMetrics().horizontalAdvance(longest) + 12)
        self._show()

    def _said(self, number: int) -> str:
        return self._words.format(count=number or self.tr("as described"))

    def _show(self) -> None:
        self._says.setText(self._said(self.number))
        self._less.setEnabled(self.number > self._steps[0])
        self._more.setEnabled(self.number < self._steps[-1])

    @Slot()
    def _step_up(self) -> None:
        self._go_to(next((one for one in self._steps if one > self.number), self.number))

    @Slot()
    def _step_down(self) -> None:
        self._go_to(next((one for one in reversed(self._steps) if one < self.number), self.number))

    def _go_to(self, number: int) -> None:
        if number != self.number:
            self.number = number
            self._show()
            self.stepped.emit(number)


class PlanItem(QFrame):
    """A card of the plan. Every signal carries the id of what the card is about.

    Signals:
        moved: it is to go so many places down; up if negative.
        removed: it is to leave the plan.
        repeats_chosen: own numbers, times a day and days; 0 for "as described".
        worded: own words were typed.
    """

    moved = Signal(str, int)
    removed = Signal(str)
    repeats_chosen = Signal(str, int, int)
    worded = Signal(str, str)

    def __init__(self, item: Item, care: SelfCare, place: int, count: int, most_days: int, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName(f"planItem.{care.id}")
        self._id = care.id
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(6)
        box.addLayout(self._head(care, place, theme))
        self._times = Stepper(
            self.tr("Times a day: {count}"),
            self.tr("times a day, {name}").format(name=care.name),
            item.times,
            TIMES,
            theme,
            f"times.{care.id}",
        )
        self._days = Stepper(
            self.tr("Days: {count}"),
            self.tr("days, {name}").format(name=care.name),
            item.days,
            days_up_to(most_days),
            theme,
            f"days.{care.id}",
        )
        numbers = FlowBox(0)
        for stepper in (self._times, self._days):
            stepper.stepped.connect(self._on_stepped)
            numbers.add(stepper)
        box.addWidget(numbers)
        label = self.tr("Own words for: {name}").format(name=care.name)
        words = OwnWords(item.words, MOST_LETTERS, self.tr("Own words"), theme, f"ownWords.{care.id}")
        words.setAccessibleName(label)
        words.textEdited.connect(self._on_worded)
        box.addWidget(words)
        box.addWidget(self._order(care, place, count, theme))

    def _head(self, care: SelfCare, place: int, theme: Theme) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(14)
        if care.picture:
            side = round(theme.base_px * 4.2)
            head.addWidget(
                Plate(picture_pixmap("exercises", care.picture, side, side, 2.0), theme, always=True),
                0,
                Qt.AlignmentFlag.AlignTop,
            )
        names = column(2)
        title = Text(f"{place + 1}. {care.name}", theme, bold=True)
        title.setObjectName(f"planTitle.{care.id}")
        names.addWidget(title)
        often = care.repeats
        if care.hold_seconds:
            often = self.tr("Hold {seconds} seconds. {repeats}").format(seconds=care.hold_seconds, repeats=often)
        names.addWidget(Text(often, theme, "small", second=True))
        names.addStretch(1)
        head.addLayout(names, 1)
        return head

    def _order(self, care: SelfCare, place: int, count: int, theme: Theme) -> FlowBox:
        flow = FlowBox(0)
        for words, spoken, icon_name, name, is_possible, by in (
            (self.tr("Up"), self.tr("Up: {name}"), "chevron-up", "up", place > 0, -1),
            (self.tr("Down"), self.tr("Down: {name}"), "chevron-down", "down", place < count - 1, 1),
        ):
            button = Button(words, theme, icon_name=icon_name, name=f"{name}.{care.id}")
            button.setAccessibleName(spoken.format(name=care.name))
            button.setEnabled(is_possible)
            button.clicked.connect(lambda _checked=False, by=by: self.moved.emit(care.id, by))
            flow.add(button)
        out = Button(self.tr("Remove"), theme, kind="link", icon_name="close", name=f"remove.{care.id}")
        out.setAccessibleName(self.tr("Remove from the plan: {name}").format(name=care.name))
        out.clicked.connect(lambda _checked=False: self.removed.emit(care.id))
        flow.add(out)
        return flow

    @Slot()
    def _on_stepped(self) -> None:
        self.repeats_chosen.emit(self._id, self._times.number, self._days.number)

    @Slot(str)
    def _on_worded(self, words: str) -> None:
        self.worded.emit(self._id, words)
