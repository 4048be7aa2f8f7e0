"""The languages that the content can be shown in, without a window: for the terminal as for the screen."""

from pathlib import Path

from spasm_gui.knowledge.language import Language
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.translation import reworded, translated
from spasm_gui.pseudo import PSEUDO
from spasm_gui.reading.nearest import did_you_mean
from spasm_gui.reading.translations import languages, read_translation


class UnknownLanguageError(Exception):
    """A language that was asked for is not there. One line for the person who typed it."""


def source_language(library: Library) -> Language:
    """The language the content was written in."""
    edition = library.edition
    return Language(code=edition.language, name=edition.language_name or edition.language)


def language_of(library: Library) -> Language:
    """The language a library is in."""
    return library.translated_into or source_language(library)


def offered_languages(content: Path, source: Library) -> tuple[Language, ...]:
    """Return the language of the content, then those it has been translated into.

    Raises:
        ContentError: the head of a translation is missing or broken.
    """
    return (source_language(source), *languages(content))


def library_in(content: Path, source: Library, code: str) -> Library:
    """Return the library in a language, which may be a made-up one.

    Args:
        content: the folder that `source` was read from.
        source: the library in its own language.
        code: such as `es`.

    Raises:
        UnknownLanguageError: there is no such language.
        ContentError: its translation is broken.
    """
    if code == source.edition.language:
        return source
    if code in PSEUDO:
        return reworded(source, *PSEUDO[code])
    known = [one.code for one in offered_languages(content, source)]
    if code not in known:
        raise UnknownLanguageError(
            f"the language '{code[:20]}' is not known; there is {', '.join(known)}{did_you_mean(code[:20], known)}"
        )
    return translated(source, read_translation(content, source, code).translation)
