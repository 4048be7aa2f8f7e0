"""What the search found, in a frame of the same window: no pop-up, so a kiosk stays one window."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from spasm_gui.knowledge.region import RegionId
from spasm_gui.screens.row_button import RowButton
from spasm_gui.screens.side_choice import SideChoice, only_place
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.word_meaning import WordMeaning
from spasm_gui.screens.words import Button, Text, column, line
from spasm_gui.search import Hit, HitKind

_GAP_PX = 6
_EDGE_PX = 4
_BORDER_PX = 2  # of the style sheet, at most
_WIDTH_IN_LETTERS = 27


class SearchResults(QFrame):
    """A list of hits. A place asks for its side, a word shows its meaning; both lead back to the list.

    Signals:
        place_chosen: a place was chosen, with its side. Carries the Place.
        cause_opened: a person wants to read about a cause. Carries its id.
        said: what is shown has changed. Carries a sentence for assistive tools.
        left_upward: the arrow key goes back from the first row to the field.
        given_up: Escape was pressed.
        size_changed: the content needs another height.
    """

    place_chosen = Signal(object)
    cause_opened = Signal(str)
    said = Signal(str)
    left_upward = Signal()
    given_up = Signal()
    size_changed = Signal()

    def __init__(self, model: VisitModel, theme: Theme, stage: QWidget) -> None:
        super().__init__(stage)
        self.setObjectName("searchResults")
        self.setProperty("kind", "list")
        self.setAccessibleName(self.tr("Search results"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a touch between the rows does not leave the search
        self._model, self._theme = model, theme
        self._rows: list[RowButton] = []
        self._hits: tuple[Hit, ...] = ()
        self._detail: QWidget | None = None
        self._by_keyboard = False
        self._said = Text("", theme, "small", second=True)
        self._said.setContentsMargins(18, 8, 18, 2)
        self._list = QWidget()
        self._list_layout = column(0)
        self._list.setLayout(self._list_layout)
        body = QWidget()
        body.setObjectName("panelBody")
        body.setStyleSheet("QWidget#panelBody { background: transparent; }")  # the frame has round corners
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(2, 0, 2, 6)
        self._body.setSpacing(0)
        self._body.addWidget(self._said)
        self._body.addWidget(self._list)
        self._body.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        body.installEventFilter(self)
        outer = column(0, (_EDGE_PX, _EDGE_PX, _EDGE_PX, _EDGE_PX))
        outer.addWidget(self._scroll)
        self.setLayout(outer)
        self.hide()

    @property
    def rows(self) -> tuple[RowButton, ...]:
        """The rows that show a hit, in order."""
        return tuple(self._rows[: len(self._hits)])

    def show_hits(self, hits: tuple[Hit, ...], *, has_more: bool = False) -> None:
        """Show a list of hits, or that there are none; `has_more` says that more would fit. Rows are reused."""
        self._forget_detail()
        self._hits = hits
        while len(self._rows) < len(hits):
            self._add_row()
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(hits))
            if index < len(hits):
                self._show_hit(row, hits[index])
        self._list.setVisible(bool(hits))
        words = self.tr("The best {count}; type more to narrow it down") if has_more else self.tr("Found: {count}")
        found = words.format(count=len(hits))
        nothing = self.tr("Nothing has a name like this. Try another word, or touch the place on the body.")
        self._say(found if hits else nothing)

    def choose(self, hit: Hit) -> None:
        """Go where a hit leads."""
        match hit.kind:
            case HitKind.CAUSE:
                self.cause_opened.emit(hit.id)
            case HitKind.WORD:
                self._show_meaning(hit.id)
            case HitKind.REGION | HitKind.MUSCLE:
                assert hit.region is not None  # these two kinds always have one
                self._show_place(hit.region)

    def choose_first(self) -> None:
        """Go where the first hit leads, if there is one in sight."""
        if self._hits and self._detail is None:
            self._by_keyboard = True
            self.choose(self._hits[0])

    def focus_first(self) -> None:
        """Give the keyboard to the first thing that can be pressed."""
        first = next(iter(self._detail_buttons() if self._detail is not None else self.rows), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def place_beside(self, field: QRect, room: QRect) -> None:
        """Lie under the field, or above it where there is more room, no larger than the room. All in stage pixels."""
        width = min(room.width(), max(field.width(), round(self._theme.base_px * _WIDTH_IN_LETTERS)))
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = field.right() + 1 - width if is_mirrored else field.left()
        left = max(room.left(), min(left, room.right() + 1 - width))
        below = room.bottom() - field.bottom() - _GAP_PX
        above = min(field.top() - _GAP_PX, room.bottom() + 1) - room.top()
        height = min(self._wanted_height(width), max(below, above))
        top = field.bottom() + _GAP_PX if below >= above else min(field.top() - _GAP_PX, room.bottom() + 1) - height
        self.setGeometry(left, top, width, height)

    def _wanted_height(self, width: int) -> int:
        self._body.activate()
        edges = 2 * (_EDGE_PX + _BORDER_PX)
        wrapped = self._body.totalHeightForWidth(width - edges)
        return max(wrapped, self._body.totalMinimumSize().height()) + edges

    # ------------------------------------------------------------------ rows

    def _add_row(self) -> None:
        row = RowButton(self._theme)
        row.installEventFilter(self)
        index = len(self._rows)
        row.clicked.connect(lambda: self.choose(self._hits[index]))
        self._rows.append(row)
        self._list_layout.addWidget(row)
        if len(self._rows) > 1:
            QWidget.setTabOrder(self._rows[-2], row)

    def _show_hit(self, row: RowButton, hit: Hit) -> None:
        kind = {
            HitKind.REGION: self.tr("Place"),
            HitKind.CAUSE: self.tr("Cause"),
            HitKind.MUSCLE: self.tr("Muscle"),
            HitKind.WORD: self.tr("Word"),
        }[hit.kind]
        row.setObjectName(f"hit.{hit.kind.value}.{hit.id}")
        row.show_texts(hit.name, hit.second, kind)

    # ------------------------------------------------------------------ what a hit leads to

    def _show_place(self, region_id: RegionId) -> None:
        library = self._model.library
        place = only_place(library.regions[region_id])
        if place is not None:
            self.place_chosen.emit(place)
            return
        choice = SideChoice(library, region_id, self._model.for_whom, self._theme)
        choice.place_chosen.connect(self.place_chosen)
        self._show_detail(choice, self.tr("Which side of: {name}").format(name=library.regions[region_id].name))

    def _show_meaning(self, word_id: str) -> None:
        library = self._model.library
        definition = next(one for one in library.definitions if one.id == word_id)
        self._show_detail(WordMeaning(library, definition, self._theme), f"{definition.term}: {definition.meaning}")

    def _show_detail(self, widget: QWidget, words: str) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # the rows are about to hide
        self._forget_detail()
        detail = QWidget()
        layout = column(8, (16, 2, 16, 10))
        detail.setLayout(layout)
        back = Button(
            self.tr("All results"),
            self._theme,
            kind="link",
            icon_name="arrow-left",
            name="allResults",
            on_click=self._show_list_again,
        )
        back.setStyleSheet("QPushButton { padding: 0 8px 0 0; margin-left: 0; }")  # flush with what stands under it
        layout.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(line())
        layout.addWidget(widget)
        self._detail = detail
        for button in self._detail_buttons():
            button.installEventFilter(self)
        self._list.hide()
        self._said.hide()
        self._body.insertWidget(1, detail)
        detail.show()  # now, since its height is wanted now
        self._scroll.verticalScrollBar().setValue(0)
        self.said.emit(words)
        self.size_changed.emit()
        wanted = self._detail_buttons()[-1 if isinstance(widget, WordMeaning) else 1]
        wanted.setFocus(self._reason())

    def _detail_buttons(self) -> list[Button]:
        return self._detail.findChildren(Button) if self._detail is not None else []

    @Slot()
    def _show_list_again(self) -> None:
        self.show_hits(self._hits)
        if self._hits:
            self._rows[0].setFocus(self._reason())

    def _reason(self) -> Qt.FocusReason:
        """With the keyboard the next control is ringed; under a finger it is not."""
        return Qt.FocusReason.TabFocusReason if self._by_keyboard else Qt.FocusReason.MouseFocusReason

    def _forget_detail(self) -> None:
        if self._detail is not None:
            if any(button.hasFocus() for button in self._detail_buttons()):
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._detail.hide()
            self._body.removeWidget(self._detail)
            self._detail.deleteLater()
            self._detail = None

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
        self.setAccessibleDescription(words)
        self.said.emit(words)
        self.size_changed.emit()

    # ------------------------------------------------------------------ Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._scroll.widget():
            if event.type() is QEvent.Type.LayoutRequest:
                self.size_changed.emit()  # what is shown has got its style, and with it another height
            return False
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._by_keyboard = True
            return self._on_key(watched, event.key())
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self._by_keyboard = False
        return super().eventFilter(watched, event)

    def _on_key(self, watched: QObject, key: int) -> bool:
        around: list[QWidget] = [*self._detail_buttons()] if self._detail is not None else [*self.rows]
        if key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and watched in around:
            index = around.index(watched) + (1 if key == Qt.Key.Key_Down else -1)
            if index < 0:
                self.left_upward.emit()
            elif index < len(around):
                around[index].setFocus(Qt.FocusReason.TabFocusReason)
                self._scroll.ensureWidgetVisible(around[index], 0, 8)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, Button):
            watched.click()
        else:
            return False
        return True
