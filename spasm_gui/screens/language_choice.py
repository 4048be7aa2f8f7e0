"""The button that opens the list of languages, each under its own name, so that it is found in any language."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from spasm_gui.knowledge.language import Language
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Button, column

_MARGIN_PX = 12


class LanguageList(QFrame):
    """A small sheet on the stage, with one button for each language.

    Signals:
        chosen: a language was touched. Carries its code.
        given_up: Escape was pressed.
    """

    chosen = Signal(str)
    given_up = Signal()

    def __init__(self, languages: Sequence[Language], now: str, theme: Theme, stage: QWidget) -> None:
        super().__init__(stage)
        self.setObjectName("languageList")
        self.setAccessibleName(self.tr("Language"))
        self.setStyleSheet(
            f"QFrame#languageList {{ background: {theme.colours['card']}; "
            f"border: 1px solid {theme.colours['border']}; border-radius: 14px; }}"
        )
        rows = column(2, (6, 6, 6, 6))
        for language in languages:
            button = Button(language.name, theme, kind="segment", name=f"language.{language.code}", checkable=True)
            button.set_chosen(language.code == now)
            button.setMinimumHeight(theme.target("minimum"))
            button.clicked.connect(lambda _checked=False, code=language.code: self.chosen.emit(code))
            rows.addWidget(button)
        self.setLayout(rows)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class LanguageChoice(Button):
    """Opens the list over `stage`, the widget that fills the window, and closes it when something else is touched.

    Signals:
        language_chosen: another language is wanted. Carries its code.
    """

    language_chosen = Signal(str)

    def __init__(self, languages: Sequence[Language], now: str, theme: Theme, stage: QWidget) -> None:
        name = next((one.name for one in languages if one.code == now), now)
        super().__init__(name, theme, kind="quiet", icon_name="language", name="language")
        words = QCoreApplication.translate("LanguageChoice", "Language: {name}").format(name=name)
        self.setAccessibleName(words)
        self._now, self._stage = now, stage
        self._list = LanguageList(languages, now, theme, stage)
        self.clicked.connect(self._toggle)
        self._list.chosen.connect(self._choose)
        self._list.given_up.connect(self._give_up)
        stage.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @Slot()
    def _toggle(self) -> None:
        if self._list.isVisible():
            self._list.hide()
            return
        self._list.show()
        self._list.raise_()
        self._arrange()
        for button in self._list.findChildren(Button)[:1]:
            button.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(str)
    def _choose(self, code: str) -> None:
        self._list.hide()
        if code != self._now:
            self.language_chosen.emit(code)

    @Slot()
    def _give_up(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._list.hide()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new is not self and new is not self._list and not self._list.isAncestorOf(new):
            self._list.hide()

    def _arrange(self) -> None:
        """Lay the list under the button, or over it where the bar stands below, never out of the window."""
        stage = self._stage.rect().adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        here = QRect(self.mapTo(self._stage, QPoint(0, 0)), self.size())
        size = self._list.sizeHint().boundedTo(stage.size())
        box = QRect(QPoint(here.right() - size.width() + 1, here.bottom() + 4), size)
        if box.bottom() > stage.bottom():
            box.moveBottom(here.top() - 4)
        box.moveLeft(max(stage.left(), min(box.left(), stage.right() - size.width() + 1)))
        self._list.setGeometry(box)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._stage and event.type() is QEvent.Type.Resize and self._list.isVisible():
            self._arrange()
        return super().eventFilter(watched, event)
