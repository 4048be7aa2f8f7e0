"""Which languages there are, and how the program changes from one to another: content, interface, Qt's own words.

1. The heads in `content/translations/` are read at the start; the rest of a translation when it is first shown.
2. The interface has a compiled translation beside this module, made by `make translations` from the Qt Linguist file.
3. A change replaces the translators and turns the layout round. Widgets are then built anew by who asked for it.
"""

import datetime
import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from spasm_gui.content_languages import language_of, library_in, offered_languages
from spasm_gui.knowledge.language import Direction
from spasm_gui.knowledge.library import Age, Library
from spasm_gui.knowledge.shelf_life import age_of, as_of
from spasm_gui.pseudo import PSEUDO

_log = logging.getLogger(__name__)
INTERFACE_DIR = Path(__file__).resolve().parent / "translations"


class Languages(QObject):
    """The languages of one content folder, and which of them the program speaks.

    Args:
        content: the folder that `source` was read from.
        source: the library in its own language.
        today: the date, which decides whether the content is too old.
        compiled: the compiled library, beside which its translations lie.

    Raises:
        ContentError: the head of a translation is missing or broken.
    """

    def __init__(
        self,
        content: Path,
        source: Library,
        parent: QObject | None = None,
        today: Callable[[], datetime.date] = datetime.date.today,
        *,
        compiled: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._content, self._compiled = content, compiled
        self._translators: list[QTranslator] = []
        self.use_source(source)

    def use_source(self, source: Library) -> None:
        """Go on from another source, as after an author's edit; translations are then read again.

        Raises:
            ContentError: the head of a translation is missing or broken.
        """
        self.offered = offered_languages(self._content, source, self._compiled)
        self._source = source
        self._libraries: dict[str, Library] = {}
        self._aged: dict[tuple[str, Age], Library] = {}

    def library(self, code: str) -> Library:
        """The library in a language, as it may be shown today: the same object until it grows too old.

        Raises:
            UnknownLanguageError: there is no such language.
            ContentError: its translation is broken.
        """
        if code not in self._libraries:
            self._libraries[code] = library_in(self._content, self._source, code, self._compiled)
        age = age_of(self._source, self._today())
        if (code, age) not in self._aged:
            self._aged[code, age] = as_of(self._libraries[code], age)
        return self._aged[code, age]

    def speak(self, code: str) -> Library:
        """Let everything that is built from now on be in a language. Returns the library in it.

        Raises:
            UnknownLanguageError: there is no such language.
            ContentError: its translation is broken; the program goes on in the language it spoke.
        """
        library = self.library(code)
        self.fall_silent()
        for translator in () if library.translated_into is None else _translators(code):
            QGuiApplication.installTranslator(translator)
            self._translators.append(translator)
        # Words in the language, paper and the order of a date as in the country. A made-up language takes those of its
        # source, so that nothing of the language before stays.
        words_of = QLocale(self._source.edition.language if code in PSEUDO else code)
        QLocale.setDefault(QLocale(words_of.language(), QLocale.system().territory()))
        direction = language_of(library).direction
        QGuiApplication.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if direction is Direction.RIGHT_TO_LEFT else Qt.LayoutDirection.LeftToRight
        )
        return library

    def fall_silent(self) -> None:
        """Go back to the words that stand in the program itself."""
        for translator in self._translators:
            QGuiApplication.removeTranslator(translator)
        self._translators.clear()
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def say(self, code: str, context: str, text: str) -> str:
        """Return one text of the interface in a language, whichever is spoken."""
        return text if code == self._source.edition.language else interface_words(code)(context, text)


def interface_words(code: str) -> Callable[[str, str], str]:
    """Return what says a text of the interface in a language, by its context; no window is needed."""
    translators = _translators(code)

    def say(context: str, text: str) -> str:
        said = (translator.translate(context, text) for translator in translators)
        return next((one for one in said if one), text)

    return say


def _translators(code: str) -> Sequence[QTranslator]:
    """The translators of a language; the one that is asked first stands last, as Qt wants it."""
    if code in PSEUDO:
        return (_PseudoTranslator(code),)
    found = []
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{code.replace('-', '_')}", of_qt), (f"spasm_map_{code}", str(INTERFACE_DIR))):
        translator = QTranslator()
        if translator.load(name, folder):
            found.append(translator)
        elif folder == str(INTERFACE_DIR):
            _log.warning("the interface is not translated into '%s'", code)
    return found


class _PseudoTranslator(QTranslator):
    """Makes up the words of the program; those of Qt itself stay."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._word = PSEUDO[code][1]

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        is_qt = context.startswith("Q") and context[1:2].isupper()
        return None if is_qt else self._word(source)  # type: ignore[return-value]

    def isEmpty(self) -> bool:
        return False
