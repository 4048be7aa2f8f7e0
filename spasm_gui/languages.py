"""Which languages there are, and how the program changes from one to another: content, interface, Qt's own words.

1. The heads in `content/translations/` are read at the start; the rest of a translation when it is first shown.
2. The interface has a compiled translation beside this module, made by `make translations` from the Qt Linguist file.
3. A change replaces the translators and turns the layout round. Widgets are then built anew by who asked for it.
"""

import logging
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from spasm_gui.knowledge.language import Direction, Language
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.translation import reworded, translated
from spasm_gui.pseudo import PSEUDO
from spasm_gui.reading.translations import languages, read_translation

_log = logging.getLogger(__name__)
INTERFACE_DIR = Path(__file__).resolve().parent / "translations"


class Languages(QObject):
    """The languages of one content folder, and which of them the program speaks.

    Args:
        content: the folder that `source` was read from.
        source: the library in its own language.

    Raises:
        ContentError: the head of a translation is missing or broken.
    """

    def __init__(self, content: Path, source: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content, self._source = content, source
        self._libraries = {source.edition.language: source}
        self._translators: list[QTranslator] = []
        self.offered = (source_language(source), *languages(content))

    def knows(self, code: str) -> bool:
        """True for an offered language and for the made-up ones."""
        return code in PSEUDO or any(one.code == code for one in self.offered)

    def library(self, code: str) -> Library:
        """The library in a language.

        Raises:
            ContentError: its translation is broken.
        """
        if code not in self._libraries:
            if code in PSEUDO:
                self._libraries[code] = reworded(self._source, *PSEUDO[code])
            else:
                read = read_translation(self._content, self._source, code)
                self._libraries[code] = translated(self._source, read.translation)
        return self._libraries[code]

    def speak(self, code: str) -> Library:
        """Let everything that is built from now on be in a language. Returns the library in it.

        Raises:
            ContentError: its translation is broken; the program goes on in the language it spoke.
        """
        library = self.library(code)
        self.fall_silent()
        for translator in self._translators_of(code):
            QGuiApplication.installTranslator(translator)
            self._translators.append(translator)
        if code not in PSEUDO:
            here = QLocale.system()
            QLocale.setDefault(here if here.name().startswith(f"{code}_") else QLocale(code))
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
        said = (translator.translate(context, text) for translator in self._translators_of(code))
        return next((one for one in said if one), text)

    def _translators_of(self, code: str) -> Sequence[QTranslator]:
        """The translators of a language; one that is asked first stands last, as Qt wants it."""
        if code == self._source.edition.language:
            return ()
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


def source_language(library: Library) -> Language:
    """The language the content was written in."""
    edition = library.edition
    return Language(code=edition.language, name=edition.language_name or edition.language)


def language_of(library: Library) -> Language:
    """The language a library is in."""
    return library.translated_into or source_language(library)
