"""The search of the bar: a field with its results, or where the bar is narrow a button that opens the field over it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from spasm_gui.knowledge.region import Place
from spasm_gui.screens.later import Later
from spasm_gui.screens.search_field import SearchPill
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.words import Button

if TYPE_CHECKING:
    from spasm_gui.screens.search_results import SearchResults

_MARGIN_PX = 12


class SearchBox(QWidget):
    """Finds places, causes, muscles and words while somebody types.

    The results, and in a narrow bar the field too, lie on `stage`: the widget that fills the window.

    Signals:
        place_chosen: a place was found and its side is known. Carries the Place.
        cause_opened: a person wants to read about a cause. Carries its id.
    """

    place_chosen = Signal(object)
    cause_opened = Signal(str)

    def __init__(
        self, model: VisitModel, theme: Theme, stage: QWidget, *, is_narrow: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._theme, self._stage = model, theme, stage
        self._said = ""
        self._pill = SearchPill(theme, always_closable=is_narrow)
        self._results: SearchResults | None = None
        self._over: QFrame | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        if is_narrow:
            self._over = self._field_over_the_bar()
            self._opener = Button("", theme, kind="quiet", icon_name="search", name="openSearch", on_click=self.open)
            self._opener.setAccessibleName(self.tr("Search"))
            self._opener.setStyleSheet("QPushButton { padding: 0 10px; }")
            row.addWidget(self._opener)
        else:
            row.addWidget(self._pill)
        self._connect_parts()
        Later(self._pieces_to_come(), self)

    def _field_over_the_bar(self) -> QFrame:
        over = QFrame(self._stage)
        over.setObjectName("searchOver")
        over.setStyleSheet(f"QFrame#searchOver {{ background: {self._theme.colours['page']}; }}")
        over.setAccessibleName(self.tr("Search"))
        over.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        row = QHBoxLayout(over)
        self._over_row = row
        row.setContentsMargins(_MARGIN_PX, 0, _MARGIN_PX, 0)
        row.addWidget(self._pill)
        over.hide()
        return over

    def _connect_parts(self) -> None:
        field = self._pill.field
        field.textChanged.connect(self._show_hits)
        field.given_up.connect(self._give_up)
        self._pill.emptied.connect(self._on_emptied)
        self._model.changed.connect(self.put_away)
        self._stage.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _pieces_to_come(self) -> Iterator[None]:
        self._results_at_hand()
        yield

    def _results_at_hand(self) -> "SearchResults":
        """The list of what was found, made while the program rests: nobody has typed at first."""
        if self._results is None:
            from spasm_gui.screens.search_results import SearchResults  # with the search itself

            self._results = results = SearchResults(self._model, self._theme, self._stage)
            self._pill.field.moved_down.connect(results.focus_first)
            self._pill.field.returnPressed.connect(results.choose_first)
            results.place_chosen.connect(self._on_place_chosen)
            results.cause_opened.connect(self._on_cause_opened)
            results.said.connect(self._announce)
            results.left_upward.connect(self._focus_field)
            results.given_up.connect(self._give_up)
            results.size_changed.connect(self._arrange)
        return self._results

    @property
    def _shows_results(self) -> bool:
        return self._results is not None and self._results.isVisible()

    def _hide_results(self) -> None:
        if self._results is not None:
            self._results.hide()

    @property
    def typed(self) -> str | None:
        """What is typed while the search is in use; None while it is not."""
        in_use = self._shows_results or (self._over is not None and self._over.isVisible())
        return self._pill.field.text() if in_use else None

    @property
    def announced(self) -> str:
        """What assistive tools were told last."""
        return self._said

    def open(self) -> None:
        """Show the field, where the bar has only a button for it, and give it the keyboard."""
        if self._over is not None:
            self._over.show()
            self._over.raise_()
            self._arrange()
        self._focus_field()

    def resume(self, typed: str) -> None:
        """Go on with what somebody was typing, as after the window changed its size."""
        self.open()
        self._pill.field.setText(typed)

    @Slot()
    def put_away(self) -> None:
        """Empty the field and close everything that was opened."""
        self._hide_results()
        self._pill.field.forget()
        if self._over is not None:
            self._over.hide()

    # ------------------------------------------------------------------ following what happens

    @Slot(str)
    def _show_hits(self, text: str) -> None:
        if not text.strip():
            self._hide_results()
            return
        from spasm_gui.search import MOST_HITS, find  # with its results

        results = self._results_at_hand()
        hits = find(self._model.library, text, MOST_HITS + 1)  # one more tells whether there are more
        results.show_hits(hits[:MOST_HITS], has_more=len(hits) > MOST_HITS)
        results.show()
        results.raise_()
        self._arrange()
        before: QWidget = self._pill.close_button
        for row in results.rows[:1]:
            QWidget.setTabOrder(before, row)

    @Slot(object)
    def _on_place_chosen(self, place: Place) -> None:
        self.put_away()
        self.place_chosen.emit(place)

    @Slot(str)
    def _on_cause_opened(self, cause_id: str) -> None:
        self.put_away()
        self.cause_opened.emit(cause_id)

    @Slot()
    def _focus_field(self) -> None:
        self._pill.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_emptied(self) -> None:
        if self._over is not None:
            self._close_narrow()

    def _close_narrow(self) -> None:
        self.put_away()
        self._opener.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _give_up(self) -> None:
        """Escape: first close the results, then empty the field, then close the field over the bar."""
        if self._shows_results:
            self._focus_field()
            self._hide_results()
        elif self._pill.field.text():
            self._pill.field.forget()
        elif self._over is not None:
            self._close_narrow()
        else:
            self._stage.window().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _announce(self, words: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # large, and nothing is said at first

        self._said = words
        self._pill.field.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._pill.field, words))

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or self._is_part(new):
            return  # None: another program has the keyboard for a while
        self._hide_results()
        if self._over is not None and self._over.isVisible():
            self.put_away()

    def _is_part(self, widget: QWidget) -> bool:
        parts = (self, self._pill, self._results, self._over)
        return any(part is not None and (part is widget or part.isAncestorOf(widget)) for part in parts)

    # ------------------------------------------------------------------ place on the stage

    @Slot()
    def _arrange(self) -> None:
        stage = self._stage
        bar = self.parentWidget()
        if self._over is not None and self._over.isVisible() and bar is not None:
            self._over.setGeometry(_rect_on(stage, bar).adjusted(0, 1, 0, -1))
            self._over_row.activate()  # the results lie beside the field, so it has to know its place now
        if self._results is not None and self._results.isVisible():
            room = stage.rect().adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
            legal = stage.findChild(QWidget, "legal")
            if legal is not None and legal.isVisible():  # on an upright screen the bar with the field lies below it
                room.setBottom(min(room.bottom(), _rect_on(stage, legal).top() - 1))
            self._results.place_beside(_rect_on(stage, self._pill), room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._stage and event.type() is QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)


def _rect_on(stage: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(stage, QPoint(0, 0)), widget.size())
