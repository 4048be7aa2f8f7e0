"""Everything from A to Z, without a visit: causes, muscles, and what the words mean.

Only the rows of one letter exist at a time; all of them at once would take seconds.
"""

import enum
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from spasm_gui.knowledge.cause import Cause
from spasm_gui.knowledge.region import Muscle, Region
from spasm_gui.screens.muscle_entry import MuscleEntry
from spasm_gui.screens.row_button import RowButton, list_frame
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.word_meaning import WordMeaning, sources_line
from spasm_gui.screens.words import Button, Text, column
from spasm_gui.search import first_letter, folded

Named = TypeVar("Named")


class Shelf(enum.Enum):
    """What is listed."""

    CAUSES = "causes"
    MUSCLES = "muscles"
    WORDS = "words"


class Spot(msgspec.Struct, frozen=True):
    """Where somebody is browsing. The window keeps it, so that the list comes back as it was left.

    `opened` is the cause that was read last.
    """

    shelf: Shelf = Shelf.CAUSES
    letter: str = ""
    opened: str = ""


class BrowsePage(QFrame):
    """Lists with letters to jump to.

    Signals:
        closed: back to where the person came from.
        cause_opened: a person wants to read about a cause. Carries its id.
        place_touched: a muscle is to be touched on the body. Carries its Place.
        movement_requested: a person wants to read how a movement works.
        moved: another list or letter is shown, or a cause was opened. Carries the Spot.
    """

    closed = Signal()
    cause_opened = Signal(str)
    place_touched = Signal(object)
    movement_requested = Signal()
    moved = Signal(object)

    def __init__(self, model: VisitModel, theme: Theme, spot: Spot, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._model, self._theme = model, theme
        library = model.library
        self._causes = _by_letter((cause.name, cause) for cause in library.causes.values())
        self._muscles = _by_letter(
            (muscle.name, (region, muscle)) for region in library.regions.values() for muscle in region.muscles
        )
        self._side = 28 if width > 560 else 16
        self._room = width - 2 * self._side
        self._columns = 2 if self._room > 40 * theme.base_px else 1
        self._spot = spot
        self._letter_grid = QGridLayout()
        self._letter_grid.setSpacing(0)
        self._letter_buttons: list[Button] = []
        self._group = QButtonGroup(self)
        self._list_place = column(14)
        self._list: QWidget | None = None
        self._lay_out()
        self._show_shelf()

    @property
    def spot(self) -> Spot:
        """What is shown now."""
        return self._spot

    # ------------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        theme = self._theme
        head = column(4, (self._side, 12, self._side, 8))
        row = QHBoxLayout()
        title = Text(self.tr("Look it up"), theme, "page_title", bold=True)
        title.setObjectName("browseTitle")
        row.addWidget(title, 1)
        row.addWidget(
            Button(self.tr("Back"), theme, icon_name="arrow-left", name="closeBrowse", on_click=self.closed.emit),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        head.addLayout(row)
        head.addWidget(
            Text(
                self.tr("Read as much as you like. For an advice about yourself, touch the place on the body."),
                theme,
                second=True,
            )
        )
        body = self._body = QWidget()
        body.setObjectName("panelBody")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(self._side - 4, 4, self._side - 4, 24)
        inside.setSpacing(10)
        movement = Button(self.tr("How a movement works"), theme, icon_name="muscle", name="movement")
        movement.clicked.connect(self.movement_requested)
        shelves = self._shelf_buttons()
        if self._room > 44 * theme.base_px:
            shelves.addWidget(movement)
            inside.addLayout(shelves)
        else:
            inside.addWidget(movement, 0, Qt.AlignmentFlag.AlignLeft)
            inside.addLayout(shelves)
        letters = QHBoxLayout()
        letters.addLayout(self._letter_grid)
        letters.addStretch(1)
        inside.addLayout(letters)
        inside.addLayout(self._list_place)
        inside.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        outer = column(0, (1, 1, 0, 0))
        outer.addLayout(head)
        outer.addWidget(self._scroll, 1)
        self.setLayout(outer)

    def _shelf_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        group = QButtonGroup(self)
        words = {
            Shelf.CAUSES: self.tr("Causes"),
            Shelf.MUSCLES: self.tr("Muscles"),
            Shelf.WORDS: self.tr("Words"),
        }
        places = ("first", "middle", "last")
        for (shelf, word), place in zip(words.items(), places, strict=True):
            button = Button(word, self._theme, kind="segment", name=f"shelf.{shelf.value}", checkable=True)
            button.setProperty("joined", place)
            button.setChecked(shelf is self._spot.shelf)
            button.clicked.connect(lambda _checked=False, chosen=shelf: self._go_to(Spot(chosen)))
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _letter_width(self) -> int:
        return max(self._theme.target("minimum"), round(self._theme.base_px * 2)) + 8

    # ------------------------------------------------------------------ what is shown

    def _go_to(self, spot: Spot) -> None:
        if spot == self._spot:
            return
        same_shelf = spot.shelf is self._spot.shelf
        self._spot = spot
        if same_shelf:
            self._show_list()
        else:
            self._show_shelf()
        self.moved.emit(self._spot)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._announcement()))

    def _announcement(self) -> str:
        match self._spot.shelf:
            case Shelf.CAUSES:
                count = len(self._causes.get(self._spot.letter, ()))
                return self.tr("Causes under {letter}: {count}").format(letter=self._spot.letter, count=count)
            case Shelf.MUSCLES:
                count = len(self._muscles.get(self._spot.letter, ()))
                return self.tr("Muscles under {letter}: {count}").format(letter=self._spot.letter, count=count)
            case Shelf.WORDS:
                return self.tr("Words: {count}").format(count=len(self._model.library.definitions))

    def _show_shelf(self) -> None:
        letters = self._letters()
        if self._spot.letter not in letters:
            self._spot = replace(self._spot, letter=letters[0] if letters else "")
        for button in self._letter_buttons:
            button.hide()
            self._group.removeButton(button)
            button.deleteLater()
        self._letter_buttons = [self._letter_button(letter) for letter in letters]
        rows = math.ceil(len(letters) / max(1, self._room // self._letter_width()))
        in_a_row = math.ceil(len(letters) / max(1, rows))
        for index, button in enumerate(self._letter_buttons):
            self._letter_grid.addWidget(button, index // in_a_row, index % in_a_row)
            button.show()
        self._show_list()

    def _letters(self) -> tuple[str, ...]:
        listed: Mapping[Shelf, Iterable[str]] = {Shelf.CAUSES: self._causes, Shelf.MUSCLES: self._muscles}
        return tuple(listed.get(self._spot.shelf, ()))

    def _letter_button(self, letter: str) -> Button:
        button = Button(letter, self._theme, kind="chip", name=f"letter.{letter}", checkable=True)
        button.setFixedWidth(self._letter_width())
        button.setStyleSheet("QPushButton { padding: 0; }")  # a letter needs no room beside it
        button.setChecked(letter == self._spot.letter)
        shelf = self._spot.shelf
        button.clicked.connect(lambda _checked=False, chosen=letter: self._go_to(Spot(shelf, chosen)))
        self._group.addButton(button)
        return button

    def _show_list(self) -> None:
        if self._list is not None:
            self._list.hide()
            self._list_place.removeWidget(self._list)
            self._list.deleteLater()
        self._list = self._new_list()
        self._list_place.addWidget(self._list)
        self._list.show()
        self._scroll.verticalScrollBar().setValue(0)

    def _new_list(self) -> QWidget:
        match self._spot.shelf:
            case Shelf.CAUSES:
                causes = self._causes.get(self._spot.letter, ())
                return self._in_columns([self._cause_row(cause) for cause in causes])
            case Shelf.MUSCLES:
                muscles = self._muscles.get(self._spot.letter, ())
                entries = [self._muscle_entry(region, muscle) for region, muscle in muscles]
                return self._in_columns(entries, *self._sources_of(region for region, _ in muscles))
            case Shelf.WORDS:
                library = self._model.library
                words = sorted(library.definitions, key=lambda one: folded(one.term))
                meanings = [WordMeaning(library, word, self._theme) for word in words]
                for meaning in meanings:
                    meaning.setContentsMargins(18, 10, 16, 10)
                return self._in_columns(meanings)

    def _in_columns(self, rows: Sequence[QWidget], *below: QWidget) -> QWidget:
        """Rows in one frame, or in two beside each other where there is room; they are read downwards."""
        whole = QWidget()
        layout = column(14)
        whole.setLayout(layout)
        if self._columns == 1 or len(rows) < 4:
            layout.addWidget(list_frame(rows))
        else:
            half = (len(rows) + 1) // 2
            beside = QHBoxLayout()
            beside.setSpacing(16)
            for part in (rows[:half], rows[half:]):
                beside.addWidget(list_frame(part), 1, Qt.AlignmentFlag.AlignTop)
            layout.addLayout(beside)
        for widget in below:
            layout.addWidget(widget)
        return whole

    def _cause_row(self, cause: Cause) -> RowButton:
        row = RowButton(self._theme, f"cause.{cause.id}")
        row.show_texts(cause.name, cause.clinical_name)
        row.clicked.connect(lambda _checked=False, chosen=cause: self._open_cause(chosen))
        return row

    def _open_cause(self, cause: Cause) -> None:
        self._spot = replace(self._spot, opened=cause.id)
        self.moved.emit(self._spot)
        self.cause_opened.emit(cause.id)

    def _muscle_entry(self, region: Region, muscle: Muscle) -> MuscleEntry:
        is_wide = self._room / self._columns > 32 * self._theme.base_px
        entry = MuscleEntry(self._model.library, region, muscle, self._model.for_whom, self._theme, is_wide=is_wide)
        entry.place_chosen.connect(self.place_touched)
        return entry

    def _sources_of(self, regions: Iterable[Region]) -> tuple[Text, ...]:
        found = tuple(regions)
        if not found:
            return ()
        ids = (key for region in found for key in region.sources)
        reviewed = min(region.reviewed for region in found)
        return (Text(sources_line(self._model.library, ids, reviewed), self._theme, "legal", second=True),)

    # ------------------------------------------------------------------ coming back

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._spot.opened:
            QTimer.singleShot(0, self, self._return_to_opened)  # after the rows have got their places

    def _return_to_opened(self) -> None:
        row = self.findChild(RowButton, f"cause.{self._spot.opened}")
        if row is None:
            return
        middle = row.mapTo(self._body, QPoint(0, 0)).y() - self._scroll.viewport().height() // 2
        self._scroll.verticalScrollBar().setValue(max(0, middle))
        row.setFocus(Qt.FocusReason.MouseFocusReason)  # the keyboard goes on from here, without a ring under a finger


def _by_letter(named: Iterable[tuple[str, Named]]) -> dict[str, tuple[Named, ...]]:
    """Things under the first letters of their names, letters and names in order."""
    found: dict[str, list[Named]] = {}
    for name, thing in sorted(named, key=lambda one: folded(one[0])):
        found.setdefault(first_letter(name), []).append(thing)
    return {letter: tuple(found[letter]) for letter in sorted(found)}
