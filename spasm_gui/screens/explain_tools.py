"""The tools under the figure of the explain view: which view, near or whole, and the pen with what takes it back."""

from functools import partial

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from spasm_gui.screens.body_map_close_ups import view_words
from spasm_gui.screens.explain_stage import Tool
from spasm_gui.screens.flow import FlowBox
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Button, column


class ExplainTools(QWidget):
    """Two rows of buttons.

    Signals:
        view_chosen: another view. Carries its name.
        close_wanted: the place large, or the whole figure. Carries which.
        tool_chosen: what a press on the figure does from now on. Carries the Tool.
        undo_wanted, erase_all_wanted: about what the pen drew.
        mark_place_wanted: a ring round the place or muscle that is chosen: the pen of somebody who has none.
    """

    view_chosen = Signal(str)
    close_wanted = Signal(bool)
    tool_chosen = Signal(str)
    undo_wanted = Signal()
    erase_all_wanted = Signal()
    mark_place_wanted = Signal()

    def __init__(
        self, theme: Theme, views: tuple[str, ...], *, is_narrow: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._is_narrow = theme, is_narrow
        self._views = {
            view: Button(
                view_words(view)[0],
                theme,
                kind="segment",
                name=f"explainView.{view}",
                checkable=True,
                on_click=partial(self.view_chosen.emit, view),
            )
            for view in views
        }
        self._whole = self._segment(self.tr("Whole figure"), "zoom-out", "explainWhole")
        self._whole.clicked.connect(lambda checked=False: self.close_wanted.emit(not checked))
        self._pen = self._segment(self.tr("Pen"), "pen", "pen", key="P")
        self._eraser = self._segment(self.tr("Erase one"), "eraser", "eraser", key="E")
        for button, tool in ((self._pen, "pen"), (self._eraser, "eraser")):
            button.clicked.connect(lambda checked=False, one=tool: self._choose(one if checked else "touch"))
        self._mark = self._chip(self.tr("Mark this place"), "ring", "markPlace", "M", self.mark_place_wanted)
        self._undo = self._chip(self.tr("Undo"), "undo", "undoMark", "Ctrl+Z", self.undo_wanted)
        self._erase_all = self._chip(self.tr("Erase all"), "close", "eraseAll", "", self.erase_all_wanted)
        rows = column(0)
        self.setLayout(rows)
        looks, pens = FlowBox(0), FlowBox(0)
        for button in (*self._views.values(), self._whole):
            looks.add(button)
        for button in (self._pen, self._mark, self._undo, self._eraser, self._erase_all):
            pens.add(button)
        rows.addWidget(looks)
        rows.addWidget(pens)

    def _segment(self, text: str, icon_name: str, name: str, *, key: str = "") -> Button:
        button = Button(text, self._theme, kind="segment", icon_name=icon_name, name=name, checkable=True)
        self._bind(button, key)
        return button

    def _chip(self, text: str, icon_name: str, name: str, key: str, wish: SignalInstance) -> Button:
        button = Button(text, self._theme, kind="chip", icon_name=icon_name, name=name)
        button.clicked.connect(lambda _checked=False: wish.emit())
        self._bind(button, key)
        return button

    def _bind(self, button: Button, key: str) -> None:
        if self._is_narrow:  # large text leaves room for the icon alone; the name is told all the same
            said = button.accessibleName()
            button.set_text("")
            button.setAccessibleName(said)
            button.setToolTip("" if self._theme.is_kiosk else said)
        self._bind_key(button, key)

    def _bind_key(self, button: Button, key: str) -> None:
        """Let a key press the button, and say so in its tooltip. A kiosk shows no tooltips: they are windows."""
        if not key:
            return
        QShortcut(QKeySequence(key), self).activated.connect(button.click)
        if not self._theme.is_kiosk:
            button.setToolTip(f"{button.accessibleName()} ({key})")

    def show_state(
        self,
        *,
        offered: tuple[str, ...],
        view: str,
        can_close: bool,
        is_close: bool,
        tool: Tool,
        marks: int,
        can_undo: bool,
    ) -> None:
        """Show which tools are chosen and which would do something."""
        for name, button in self._views.items():
            button.setVisible(name in offered)
            button.setChecked(name == view)
        self._whole.setVisible(can_close)
        self._whole.setChecked(not is_close)
        self._pen.setChecked(tool == "pen")
        self._eraser.setChecked(tool == "eraser")
        self._undo.setEnabled(can_undo)
        self._eraser.setEnabled(marks > 0)
        self._erase_all.setEnabled(marks > 0)

    def allow_mark(self, is_allowed: bool) -> None:
        """Offer the ring round the chosen place, if one is chosen and seen."""
        self._mark.setEnabled(is_allowed)

    @Slot(str)
    def _choose(self, tool: str) -> None:
        self.tool_chosen.emit(tool)
