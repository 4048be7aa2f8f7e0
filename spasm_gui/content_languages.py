"""The languages that the content can be shown in, without a window: for the terminal as for the screen."""

from pathlib import Path

from spasm_gui.knowledge.language import Language
from spasm_gui.knowledge.library import Library
from spasm_gui.pseudo import PSEUDO
from spasm_gui.reading.compiled import load_languages, load_translated
from spasm_gui.reading.nearest import did_you_mean


class UnknownLanguageError(Exception):
    """A language that was asked for is not there. One line for the person who typed it."""


def source_language(library: Library) -> Language:
    """The language the content was written in."""
    edition = library.edition
    return Language(code=edition.language, name=edition.language_name or edition.language)


def language_of(library: Library) -> Language:
    """The language a library is in."""
    return library.translated_into or source_language(library)


def offered_languages(content: Path, source: Library, compiled: Path | None = None) -> tuple[Language, ...]:
    """Return the language of the content, then those it has been translated into, read from `compiled` if that agrees.

    Raises:
        ContentError: the head of a translation is missing or broken.
    """
    return (source_language(source), *load_languages(content, compiled))


def library_in(content: Path, source: Library, code: str, compiled: Path | None = None) -> Library:
    """Return the library in a language, which may be a made-up one.

    Args:
        content: the folder that `source` was read from.
        source: the library in its own language.
        code: such as `es`.
        compiled: the compiled library, which is used if it agrees with the content.

    Raises:
        UnknownLanguageError: there is no such language.
        ContentError: its translation is broken.
    """
    if code == source.edition.language:
        return source
    if code in PSEUDO:
        from spasm_gui.knowledge.translation import reworded  # a start in the language of the content needs none

        return reworded(source, *PSEUDO[code])
    known = [one.code for one in offered_languages(content, source, compiled)]
    if code not in known:
        raise UnknownLanguageError(
            f"the language '{code[:20]}' is not known; there is {', '.join(known)}{did_you_mean(code[:20], known)}"
        )
    kept = load_translated(content, source, code, compiled)
    if kept is not None:
        return kept
    from spasm_gui.knowledge.translation import translated
    from spasm_gui.reading.translations import read_translation  # slow, and seldom needed

    return translated(source, read_translation(content, source, code).translation)
