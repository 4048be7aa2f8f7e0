"""How a movement works, link by link, and what the words for a tight or twitching muscle mean.

Everything is there without motion. Playing only goes to the next link now and then, and ends at the last.
"""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from spasm_gui.explaining import disturbed_links
from spasm_gui.knowledge.cause import Cause, HowCommon
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.movement import Link, LinkId
from spasm_gui.screens.flow import FlowBox
from spasm_gui.screens.movement_picture import MovementPicture
from spasm_gui.screens.page_head import page_head
from spasm_gui.screens.reading_order import keep_reading_order
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.word_cards import WordCards, WordsTable
from spasm_gui.screens.word_meaning import sources_line
from spasm_gui.screens.words import RING_PX, Button, PageScroll, Text, column, inset, line
from spasm_gui.screens.wrapping import WrappingButton

STEP_MS = 9_000
"""How long a link stays while the chain plays: time to read it calmly."""

CAUSES_SHOWN = 5
_PICTURE_SHARE = 0.54
_LAST_OF_THE_SIGNAL = "relaxation"


class MovementPage(QFrame):
    """The chain from brain to relaxation, with what feeds it, one link at a time; then the words.

    Signals:
        closed: back to where the person came from.
        cause_opened: a person wants to read about a cause. Carries its id.
        moved: another link is shown. Carries its id.
    """

    closed = Signal()
    cause_opened = Signal(str)
    moved = Signal(str)

    def __init__(
        self,
        model: VisitModel,
        theme: Theme,
        link_id: str,
        width: int,
        *,
        reduced_motion: bool = False,
        step_ms: int = STEP_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._library, self._theme = model.library, theme
        self._links = tuple(model.library.links.values())
        self._causes = causes_by_link(model.library)
        self._side = 28 if width > 560 else 16
        self._room = width - 2 * self._side
        self._index = next((index for index, link in enumerate(self._links) if link.id == link_id), 0)
        self._steps: list[Button] = []
        self._body = QWidget()
        self._timer = QTimer(self)
        self._timer.setInterval(step_ms)
        self._timer.timeout.connect(self._play_on)
        self._is_wide = self._room > 44 * theme.base_px
        order = [link.id for link in self._links]
        self._picture = MovementPicture(order, theme, is_still=reduced_motion, moment_ms=max(1, step_ms // 20))
        self._picture_width = round(self._room * _PICTURE_SHARE if self._is_wide else self._room) - 2 * RING_PX
        self._picture.setFixedSize(self._picture_width, self._picture.heightForWidth(self._picture_width))
        self._texts: QWidget | None = None
        self._texts_place = column(0)
        self._back = Button(
            self.tr("Step back"), theme, icon_name="arrow-left", name="linkBefore", on_click=self.step_back
        )
        self._on = Button(self.tr("Next step"), theme, kind="main", icon_name="arrow-right", name="linkAfter")
        self._on.clicked.connect(self.step_on)
        self._play = Button(self.tr("Play slowly"), theme, icon_name="play", name="play", on_click=self._turn_play)
        self._can_play = not reduced_motion
        self._lay_out()
        self._listen_to_arrows()
        self._show_link()

    @property
    def link(self) -> Link:
        """The link that is shown."""
        return self._links[self._index]

    @property
    def is_playing(self) -> bool:
        """True while the chain goes on by itself."""
        return self._timer.isActive()

    # ------------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        theme = self._theme
        head = column(4, (self._side, 12, self._side, 8))
        title = Text(self.tr("How a movement works"), theme, "page_title", bold=True)
        title.setObjectName("movementTitle")
        words = Button(self.tr("Words"), theme, icon_name="book", name="toWords")
        words.setAccessibleName(self.tr("Go to words that are easily mixed up, such as cramp and spasm"))
        words.clicked.connect(self._go_to_words)
        close = Button(self.tr("Back"), theme, icon_name="arrow-left", name="closeMovement")
        close.clicked.connect(self.closed)
        head.addLayout(page_head(title, (words, close), theme, self._room))
        body = self._body
        body.setObjectName("panelBody")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(self._side - RING_PX, 4, self._side - RING_PX, 24)
        inside.setSpacing(12)
        inside.addWidget(self._step_buttons())
        inside.addLayout(self._sides())
        inside.addSpacing(8)
        inside.addWidget(line())
        self._words = inset(Text(self.tr("Words that are easily mixed up"), theme, "panel_title", bold=True))
        inside.addWidget(self._words)
        inside.addWidget(WordCards(self._library, theme, self._room))
        inside.addWidget(line())
        inside.addWidget(inset(Text(self.tr("What other words mean"), theme, "panel_title", bold=True)))
        inside.addWidget(WordsTable(self._library, theme, self._room))
        inside.addStretch(1)
        outer = column(0, (1, 1, 0, 0))
        outer.addLayout(head)
        self._scroll = PageScroll(body)
        outer.addWidget(self._scroll, 1)
        self.setLayout(outer)

    @Slot()
    def _go_to_words(self) -> None:
        self._scroll.verticalScrollBar().setValue(self._words.y() - 8)

    def _sides(self) -> QBoxLayout:
        """The picture with the buttons under it, and the texts: beside it where there is room, so nothing jumps."""
        turning = FlowBox(4)
        for button in (self._back, self._on, *((self._play,) if self._can_play else ())):
            turning.add(button)
        left = column(8)
        framed = column(0, (RING_PX, 0, RING_PX, 0))
        framed.addWidget(self._picture)
        left.addLayout(framed)
        left.addWidget(turning)
        left.addStretch(1)
        direction = QBoxLayout.Direction.LeftToRight if self._is_wide else QBoxLayout.Direction.TopToBottom
        sides = QBoxLayout(direction)
        sides.setSpacing(24 if self._is_wide else 8)
        sides.addLayout(left)
        sides.addLayout(self._texts_place, 1)
        return sides

    def _step_buttons(self) -> FlowBox:
        """One button for each link: those the signal passes with a number, then what feeds and protects."""
        box = FlowBox(0)
        for index, link in enumerate(self._links):
            name = f"step.{link.id}"
            button = WrappingButton(self._numbered(index), self._theme, kind="chip", name=name, checkable=True)
            button.clicked.connect(lambda _checked=False, place=index: self._step_to(place))
            box.add(button)
            self._steps.append(button)
        return box

    def _numbered(self, index: int) -> str:
        ids = [link.id for link in self._links]
        last = ids.index(LinkId(_LAST_OF_THE_SIGNAL)) if _LAST_OF_THE_SIGNAL in ids else len(ids)
        name = self._links[index].name
        return f"{index + 1}. {name}" if index <= last else name

    def _listen_to_arrows(self) -> None:
        """Arrows move the chain wherever the keyboard is, except in the search field, which needs them itself."""
        for key, step in ((Qt.Key.Key_Left, self._step_left), (Qt.Key.Key_Right, self._step_right)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(step)

    # ------------------------------------------------------------------ stepping

    @Slot()
    def step_on(self) -> None:
        """Show the next link; at the last one nothing happens."""
        self._step_to(self._index + 1)

    @Slot()
    def step_back(self) -> None:
        """Show the link before."""
        self._step_to(self._index - 1)

    @Slot()
    def _step_left(self) -> None:
        self._step_to(self._index + (1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else -1))

    @Slot()
    def _step_right(self) -> None:
        self._step_to(self._index + (-1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 1))

    def _step_to(self, index: int) -> None:
        """A person chose a link, so nothing goes on by itself any more."""
        self._stop()
        self._go(index)
        self._mark_step()

    def _go(self, index: int) -> None:
        if not 0 <= index < len(self._links) or index == self._index:
            return
        self._index = index
        self._show_link(moving=True)
        self.moved.emit(self.link.id)
        told = f"{self._numbered(index)}. {self.link.text}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    @Slot()
    def _turn_play(self) -> None:
        if self.is_playing:
            self._stop()
            return
        if self._is_last():
            self._go(0)
        self._timer.start()
        self._say_play(self.tr("Stop"), "pause")

    @Slot()
    def _play_on(self) -> None:
        self._go(self._index + 1)
        if self._is_last():
            self._stop()

    def _stop(self) -> None:
        self._timer.stop()
        self._say_play(self.tr("Play slowly"), "play")

    def _say_play(self, words: str, icon_name: str) -> None:
        self._play.set_text(words)
        self._play.set_icon_name(icon_name)

    def _is_last(self) -> bool:
        return self._index >= len(self._links) - 1

    # ------------------------------------------------------------------ what is shown

    def _show_link(self, *, moving: bool = False) -> None:
        self._mark_step()
        for button, can_step in ((self._back, self._index > 0), (self._on, not self._is_last())):
            button.setEnabled(can_step)
        if not self._links:
            return
        self._picture.show_link(self.link.id, moving=moving)
        self._picture.setAccessibleName(f"{self.link.name}: {self.link.does}")
        self._texts = self._replaced(self._texts, self._new_texts(), self._texts_place)
        keep_reading_order(self._body)

    @staticmethod
    def _replaced(old: QWidget | None, new: QWidget, place: QVBoxLayout) -> QWidget:
        if old is not None:
            old.hide()
            place.removeWidget(old)
            old.deleteLater()
        place.addWidget(new)
        new.show()
        return new

    def _mark_step(self) -> None:
        """Mark the link that is shown, also after its own button was pressed again."""
        for index, button in enumerate(self._steps):
            button.setChecked(index == self._index)

    def _new_texts(self) -> QWidget:
        link, theme = self.link, self._theme
        texts = QWidget()
        texts.setObjectName(f"link.{link.id}")
        box = column(8)
        texts.setLayout(box)

        def add(words: str, role: str = "body", *, bold: bool = False, second: bool = False) -> None:
            box.addWidget(inset(Text(words, theme, role, bold=bold, second=second)))

        add(self.tr("{number} of {count}").format(number=self._index + 1, count=len(self._links)), second=True)
        add(f"{self._numbered(self._index)}: {link.does}", "panel_title", bold=True)
        add(link.text, "lead")
        add(self.tr("What can go wrong here"), "section", bold=True)
        add(link.can_go_wrong)
        causes = self._causes.get(link.id, ())[:CAUSES_SHOWN]
        if causes:
            add(self.tr("Causes that disturb it"), "section", bold=True)
            row = FlowBox(0)
            for cause in causes:
                button = WrappingButton(cause.name, theme, kind="chip", name=f"cause.{cause.id}")
                button.clicked.connect(lambda _checked=False, key=cause.id: self.cause_opened.emit(key))
                row.add(button)
            box.addWidget(row)
        add(sources_line(self._library, link.sources, link.reviewed), "legal", second=True)
        box.addStretch(1)
        return texts

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.is_playing:
            self._stop()


def causes_by_link(library: Library) -> dict[LinkId, tuple[Cause, ...]]:
    """The causes that disturb each link, the common ones first, else in the order of the content."""
    order = list(HowCommon)
    found: dict[LinkId, list[Cause]] = {}
    for cause in sorted(library.causes.values(), key=lambda one: order.index(one.how_common)):
        for link in disturbed_links(library, cause):
            found.setdefault(link, []).append(cause)
    return {link: tuple(causes) for link, causes in found.items()}
