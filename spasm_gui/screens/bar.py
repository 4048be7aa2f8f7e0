"""The bar with search, browse, text size, colours, language and start over, and the two quiet lines of the window."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from spasm_gui.knowledge.language import Language
from spasm_gui.screens.language_choice import LanguageChoice
from spasm_gui.screens.search_box import SearchBox
from spasm_gui.screens.theme import THEME_NAMES, Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.words import Button, Picture, Text, column

TEXT_SIZES_PERCENT = (100, 125, 150, 200)

EXPLAIN_KEY = "Ctrl+E"
"""Opens and closes the explain view."""


class Bar(QFrame):
    """Above the body, or below the panel where the window is high. One language needs no choice, so there is none.

    `is_lowered` says whether everything stands in the lower half of the screen; None offers no such choice.

    Signals:
        start_over_requested: a new visit.
        browse_requested: the lists from A to Z.
        text_size_chosen: the next size of text. Carries the percentage.
        theme_chosen: the next look. Carries its name.
        language_chosen: another language. Carries its code.
        explain_requested: open the explain view, or close it.
        lower_half_chosen: put everything into the lower half of the screen, or back. Carries which.
    """

    start_over_requested = Signal()
    browse_requested = Signal()
    text_size_chosen = Signal(int)
    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    explain_requested = Signal()
    lower_half_chosen = Signal(bool)

    def __init__(
        self,
        model: VisitModel,
        theme: Theme,
        width_px: int,
        parent: QWidget,
        *,
        is_below: bool,
        languages: Sequence[Language] = (),
        can_explain: bool = False,
        is_lowered: bool | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar" if is_below else "topBar")
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 16, 4)
        row.setSpacing(4)
        start_over = self._button(self.tr("Start over"), "start-over", "startOver", bold=True)
        start_over.clicked.connect(self.start_over_requested)
        title = Text("Spasm Map", theme, "section", bold=True)
        title.setWordWrap(False)
        if is_below:
            title.setParent(self)
            title.hide()
            row.addWidget(start_over)
        else:
            row.addWidget(Picture("mark", theme.colours["accent"], round(theme.base_px * 1.6)))
            row.addSpacing(6)
            row.addWidget(title)
        row.addSpacing(20)
        before_search = row.count()
        row.addStretch(1)
        is_wide = width_px > 1000 * theme.base_px / 17
        browse, size, colours = self._browse_button(is_wide), self._size_button(is_wide), self._colours_button()
        explain = [self._explain_button()] if can_explain else []
        choices = [browse, size, colours]
        if len(languages) > 1:
            language = LanguageChoice(languages, model.library.edition.language, theme, parent)
            language.language_chosen.connect(self.language_chosen)
            choices.append(language)
        if is_lowered is not None:
            choices.append(self._lower_half_button(is_lowered))
        for button in (*explain, *choices):
            row.addWidget(button)
        if not is_below:
            row.addWidget(start_over)
        # Words make room for the field, then for its button: the less a word is needed, the sooner.
        field, opener = round(15 * theme.base_px), 3 * theme.icon_px
        needed_px = {colours: field, size: field, **dict.fromkeys(explain, field), browse: opener, start_over: opener}
        for button in (colours, size, *explain, browse, *choices[3:], start_over):
            needed = needed_px.get(button, opener)
            if width_px - row.sizeHint().width() - 16 < needed:
                _show_icon_only(button)
        if width_px - row.sizeHint().width() - 16 < opener:
            title.hide()
        room = width_px - row.sizeHint().width() - 16
        self.search = SearchBox(model, theme, parent, is_narrow=room < field)
        if room >= field:
            self.search.setFixedWidth(min(room, round(18 * theme.base_px)))
        row.insertWidget(before_search, self.search)

    def _button(self, text: str, icon_name: str, name: str, *, bold: bool = False) -> Button:
        return Button(text, self._theme, kind="quiet", icon_name=icon_name, name=name, bold=bold)

    def _browse_button(self, is_wide: bool) -> Button:
        button = self._button(self.tr("Browse") if is_wide else self.tr("A–Z"), "book", "browse")
        button.setAccessibleName(self.tr("Browse causes, muscles and words from A to Z"))
        button.clicked.connect(self.browse_requested)
        return button

    def _explain_button(self) -> Button:
        button = self._button(self.tr("Explain"), "pen", "explain")
        button.setAccessibleName(self.tr("Explain to somebody, with a large figure"))
        if not self._theme.is_kiosk:  # a tooltip is a window of its own
            button.setToolTip(self.tr("Explain ({key})").format(key=EXPLAIN_KEY))
        button.clicked.connect(self.explain_requested)
        return button

    def _size_button(self, is_wide: bool) -> Button:
        percent = round(self._theme.text_factor * 100)
        words = self.tr("Text size: {percent} %").format(percent=percent)
        button = self._button(words if is_wide else f"{percent} %", "text-size", "textSize")
        button.setAccessibleName(words)
        larger = [one for one in TEXT_SIZES_PERCENT if one > percent]
        chosen = larger[0] if larger else TEXT_SIZES_PERCENT[0]
        button.clicked.connect(lambda _checked=False: self.text_size_chosen.emit(chosen))
        return button

    def _colours_button(self) -> Button:
        name = self._theme.name
        look = {"light": self.tr("Light"), "dark": self.tr("Dark"), "contrast": self.tr("High contrast")}[name]
        button = self._button(look, "contrast", "theme")
        button.setAccessibleName(self.tr("Colours: {look}").format(look=look))
        chosen = THEME_NAMES[(THEME_NAMES.index(name) + 1) % len(THEME_NAMES)]
        button.clicked.connect(lambda _checked=False: self.theme_chosen.emit(chosen))
        return button

    def _lower_half_button(self, is_lowered: bool) -> Button:
        """For whoever sits, and cannot reach as high as the screen does."""
        if is_lowered:
            button = self._button(self.tr("Whole screen"), "whole-screen", "lowerHalf")
            button.setAccessibleName(self.tr("Use the whole screen again"))
        else:
            button = self._button(self.tr("Lower half"), "lower-half", "lowerHalf")
            button.setAccessibleName(self.tr("Put everything into the lower half of the screen"))
        button.clicked.connect(lambda _checked=False: self.lower_half_chosen.emit(not is_lowered))
        return button


def notice_bar(text: str, theme: Theme) -> QFrame:
    """A quiet line, such as why edited content was not taken."""
    frame = QFrame()
    frame.setObjectName("notice")
    frame.setProperty("kind", "sunk")
    row = QHBoxLayout(frame)
    row.setContentsMargins(24, 8, 24, 8)
    row.addWidget(Picture("warning", theme.colours["ink"], theme.icon_px))
    row.addWidget(Text(text, theme, "small"), 1)
    return frame


def legal_bar(legal_words: str, theme: Theme, width_px: int) -> QFrame:
    """The line that stands on every page: what the program is, and that it keeps nothing."""
    frame = QFrame()
    frame.setObjectName("legal")
    row = QHBoxLayout(frame)
    row.setContentsMargins(24, 5, 24, 7)
    row.setSpacing(8)
    row.addWidget(Picture("shield", theme.colours["ink2"], round(theme.base_px)))
    legal = Text(legal_words, theme, "legal", bold=True)
    if width_px <= 900 * theme.text_factor:
        row.addWidget(legal, 1)
        return frame
    promise = Text(
        QCoreApplication.translate("Bar", "Works without a network. Nothing you enter is kept."),
        theme,
        "legal",
        second=True,
    )
    longest = sum(QFontMetrics(one.font()).horizontalAdvance(one.text()) for one in (legal, promise))
    if longest + 48 + theme.base_px + 4 * row.spacing() < width_px:
        promise.setWordWrap(False)
        row.addWidget(legal, 1)
        row.addWidget(promise)
    else:  # side by side, each would be squeezed into a tower of words
        both = column(0)
        both.addWidget(legal)
        both.addWidget(promise)
        row.addLayout(both, 1)
    return frame


def _show_icon_only(button: Button) -> None:
    said = button.accessibleName()
    button.set_text("")
    button.setAccessibleName(said)
    button.setStyleSheet("QPushButton { padding: 0 10px; }")
