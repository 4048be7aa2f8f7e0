"""The buttons that turn the figure: its whole views with "many places", and the views and sides of a close-up."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QButtonGroup, QFrame, QGridLayout, QWidget

from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import RegionId, Side
from spasm_gui.screens.body_map_close_ups import CloseUp, view_words
from spasm_gui.screens.places_words import capitalised
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Button
from spasm_gui.screens.wrapping import broken

MANY_PLACES = RegionId("many-places")
_MARGIN_PX = 20
_LEGS_HALF_WIDTH = 0.13  # of the height of the stage, on either side of its middle
_HANDS_HALF_WIDTH = 0.23
_BELOW_THE_HANDS = 0.38  # of the height of the stage, from its lower edge


class TurnButton(Button):
    """A button that turns to another view and may be replaced by doing so."""

    @property
    def is_reached_by_key(self) -> bool:
        """Whether the keyboard is here, and shows it."""
        return self._is_ringed


def _view_button(view: str, theme: Theme, on_click: Callable[[], object], *, is_shown: bool, icon: str) -> TurnButton:
    button = TurnButton(
        view_words(view)[0],
        theme,
        kind="segment",
        icon_name="check" if is_shown else icon,
        name=f"view.{view}",
        checkable=True,
        on_click=on_click,
    )
    button.setChecked(is_shown)
    return button


def _grid(frame: QFrame) -> QGridLayout:
    layout = QGridLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout


class ViewButtons(QFrame):
    """One button per whole view of the body, and one for pain in many places.

    Signals:
        view_wanted: a whole view was chosen. Carries its name.
        many_places_touched: it hurts in many places or all over.
    """

    view_wanted = Signal(str)
    many_places_touched = Signal()

    def __init__(self, views: Sequence[str], library: Library, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = ""
        self._has_icons = True
        self._grid = _grid(self)
        group = QButtonGroup(self)
        self._view_of: dict[str, Button] = {}
        for view in views:
            button = _view_button(view, theme, partial(self.view_wanted.emit, view), is_shown=False, icon="body")
            group.addButton(button)
            self._view_of[view] = button
        self._offered = list(self._view_of.values())
        self._many: Button | None = None
        self._many_words = ""
        if MANY_PLACES in library.regions:
            self._many_words = capitalised(library.regions[MANY_PLACES].name)
            self._many = Button(
                self._many_words,
                theme,
                kind="segment",
                icon_name="hand-touch",
                name="region.many-places",
                checkable=True,
                on_click=self.many_places_touched.emit,
            )

    def show_view(self, view: str) -> None:
        """Mark the view that is shown; none while it is a close-up."""
        self._shown = view
        for name, button in self._view_of.items():
            button.setChecked(name == view)
        self._mark_shown()

    def offer(self, views: Sequence[str]) -> None:
        """Offer these views alone: the bodies need not all be drawn from every side."""
        for name, button in self._view_of.items():
            button.setVisible(name in views)
        self._offered = [button for name, button in self._view_of.items() if name in views]

    def show_many_places(self, is_touched: bool) -> None:
        """Mark pain in many places."""
        if self._many is not None:
            self._many.setChecked(is_touched)

    def stand_in(self, stage: QSize, direction: Qt.LayoutDirection) -> int:
        """Stand beside the legs where there is room, else below the figure; return the height to be left for that."""
        for button in (*self._offered, *((self._many,) if self._many else ())):
            button.ensurePolished()  # only the style knows how wide it is
        self._break_many_places(stage.width())
        beside = (size for size in map(self._arrange, (1, 2)) if self._is_beside_the_body(size, stage))
        size = next(beside, None)
        is_below = size is None
        if size is None:
            size = self._arrange_below(stage)
        left = max(0, (stage.width() - size.width()) // 2) if is_below else _MARGIN_PX
        if direction is Qt.LayoutDirection.RightToLeft:
            left = stage.width() - size.width() - left
        bottom = 0 if is_below else 16
        self.setGeometry(left, stage.height() - size.height() - bottom, size.width(), size.height())
        return size.height() + 8 if is_below and not self.isHidden() else 0

    def _arrange_below(self, stage: QSize) -> QSize:
        """Take as few rows as the width allows: where it is narrow, the body needs the height more than icons do."""
        size = QSize()
        for columns in (len(self._offered), 2, 1):
            for has_icons in (True, False):
                size = self._arrange(columns, has_icons=has_icons)
                if size.width() <= stage.width():
                    return size
            if columns == 2 and (size := self._arrange_broken(columns, stage.width())).width() <= stage.width():
                return size
        return size.boundedTo(stage)

    def _is_beside_the_body(self, size: QSize, stage: QSize) -> bool:
        """Tell whether a block in the lower corner leaves legs and hands of the body, in the middle, to be touched."""
        is_below_the_hands = size.height() <= _BELOW_THE_HANDS * stage.height()
        half_body = (_LEGS_HALF_WIDTH if is_below_the_hands else _HANDS_HALF_WIDTH) * stage.height()
        return _MARGIN_PX + size.width() <= stage.width() / 2 - half_body

    def _arrange(self, columns: int, *, has_icons: bool = True) -> QSize:
        """Stand the views in so many columns, and many places below them; return the room they take."""
        if has_icons != self._has_icons:
            self._has_icons = has_icons
            self._mark_shown()
        for name, button in self._view_of.items():
            button.set_text(view_words(name)[0])
        for index, button in enumerate(self._offered):
            self._grid.addWidget(button, index // columns, index % columns)
        if self._many is not None:
            self._grid.addWidget(self._many, len(self._view_of), 0, 1, columns)
        self._grid.invalidate()
        return self._grid.sizeHint()

    def _arrange_broken(self, columns: int, width: int) -> QSize:
        """Do the same with words in several lines and without icons, in that width if it can be."""
        self._arrange(columns, has_icons=False)
        for name, button in self._view_of.items():
            break_words(button, view_words(name)[0], width // columns)
        self._grid.invalidate()
        return self._grid.sizeHint()

    def _mark_shown(self) -> None:
        """Mark the shown view besides its colour: by a check mark, or where no icons fit by bold words."""
        for name, button in self._view_of.items():
            is_shown = name == self._shown
            button.setFont(self._theme.font("body", bold=is_shown and not self._has_icons))
            button.set_icon_name(("check" if is_shown else "body") if self._has_icons else "")

    def _break_many_places(self, width: int) -> None:
        """Write many places on one line, or on as many as a narrow figure needs."""
        if self._many is not None:
            break_words(self._many, self._many_words, width)


def break_words(button: Button, words: str, width: int) -> None:
    """Write the words of a button on one line, or on as many as it needs to be no wider than that."""
    button.set_text(words)
    metrics = QFontMetrics(button.font())
    frame = button.sizeHint().width() - metrics.horizontalAdvance(words)
    if metrics.horizontalAdvance(words) > width - frame:
        button.set_text(broken(words, metrics, width - frame))
        button.setAccessibleName(words)


class CloseUpTurns(QFrame):
    """The other views of a close-up, and its other side. It is made anew for each view.

    Signals:
        view_wanted: a view was chosen. Carries its name.
    """

    view_wanted = Signal(str)

    def __init__(
        self,
        view: str,
        sheet: str,
        close_up: CloseUp,
        side: Side | None,
        library: Library,
        theme: Theme,
        width: int,
        parent: QWidget,
    ) -> None:
        """Offer what belongs to a view.

        Args:
            sheet: what the view shows of either side.
            side: the side it shows, where it is one side's.
            width: how wide the buttons may stand.
        """
        super().__init__(parent)
        self.buttons: list[TurnButton] = [
            _view_button(one, theme, partial(self.view_wanted.emit, one), is_shown=one == view, icon="")
            for one in close_up.views_of(side)
        ]
        if close_up.region is not None and side is not None:
            words = library.regions[close_up.region].theirs
            name = (words.left if side is Side.RIGHT else words.right) or ""
            self.buttons.append(
                TurnButton(
                    self.tr("Show {place}").format(place=name),
                    theme,
                    kind="segment",
                    icon_name="swap",
                    name="closeUp.other",
                    on_click=partial(self.view_wanted.emit, f"{sheet}-{side.other.value}"),
                )
            )
        for button in self.buttons:
            button.setParent(self)
            button.ensurePolished()  # only the style knows how wide it is
            break_words(button, button.accessibleName(), width)
        layout = _grid(self)
        columns = next((n for n in (len(self.buttons), 2) if _row_width(self.buttons, n) <= width), 1)
        for index, button in enumerate(self.buttons):
            layout.addWidget(button, index // columns, index % columns)

    def take_over_focus(self, before: TurnButton) -> None:
        """Let the keyboard go on at the button that took the place of another."""
        again = next((one for one in self.buttons if one.objectName() == before.objectName()), self.buttons[0])
        is_seen = before.is_reached_by_key
        again.setFocus(Qt.FocusReason.TabFocusReason if is_seen else Qt.FocusReason.MouseFocusReason)


def has_focus(widget: QWidget) -> bool:
    """Tell whether the keyboard is in a widget or in one of its parts."""
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)


def _row_width(buttons: Sequence[Button], columns: int) -> int:
    """Return how wide buttons stand in so many columns."""
    return sum(max(one.sizeHint().width() for one in buttons[column::columns]) for column in range(columns))
