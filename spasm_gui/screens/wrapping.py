"""Buttons whose words go on in a next line: a long name in a large type or another language has to be read whole."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from spasm_gui.screens.words import Button

_QT_ICON_SPACING_PX = 4


class WrappingButton(Button):
    """A button that wants its words on one line, and breaks them between words where it is given less room."""

    _words = ""
    _room_px = 0

    def set_text(self, text: str) -> None:
        """Show a text and tell it to assistive tools."""
        if text == self._words:
            return
        self._words = text
        super().set_text(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if self._room_px:
            self._break()
        self.updateGeometry()

    def _break(self) -> None:
        shown = self._broken(self._room_px)
        if shown != self.text():
            self._hint = None
            self.setText(shown)

    def _broken(self, width: int) -> str:
        words = self._words.replace("&", "&&")
        metrics = self._widest_metrics()
        room = width - self._size_of("").width()
        fits = metrics.size(Qt.TextFlag.TextShowMnemonic, words).width() <= room
        return words if fits else broken(words, metrics, room)

    def _widest_metrics(self) -> QFontMetrics:
        """A button that was shown as chosen is bold then, and never changes its lines for it."""
        return QFontMetrics(self._ring_theme.font("body", bold=True)) if self._keeps_width else self.fontMetrics()

    def _size_of(self, text: str) -> QSize:
        """Return what QPushButton would ask for with that text."""
        from PySide6.QtWidgets import QStyle, QStyleOptionButton  # so large that a start would wait for them

        self.ensurePolished()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        size = self._widest_metrics().size(Qt.TextFlag.TextShowMnemonic, text) if text else QSize(0, 0)
        if not self.icon().isNull() or self._keeps_width:
            icon = self._icon_size()
            size = QSize(size.width() + icon.width() + _QT_ICON_SPACING_PX + 1, max(size.height(), icon.height()))
        return self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, size, self)

    def sizeHint(self) -> QSize:
        hint = self._size_of(self._words.replace("&", "&&"))
        hint.setHeight(max(hint.height(), self.minimumHeight()))
        return hint

    def minimumSizeHint(self) -> QSize:
        longest = longest_word_px(self._words, self._widest_metrics())
        return QSize(self._size_of("").width() + longest, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._size_of(self._broken(width)).height(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room_px = event.size().width()
        self._break()


def longest_word_px(text: str, metrics: QFontMetrics) -> int:
    """Return how wide the widest word is: with less room it would be cut."""
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)


def broken(text: str, metrics: QFontMetrics, width: int) -> str:
    """Return words in lines that keep to a width in pixels, as far as single words do."""
    lines: list[str] = []
    for word in text.split():
        if lines and metrics.horizontalAdvance(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines)
