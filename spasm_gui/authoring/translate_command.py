"""`spasm-gui translate`: begins a translation of the content, or brings its files up to date."""

import json
import sys
from pathlib import Path

from spasm_gui.authoring.translate import update, write_head
from spasm_gui.knowledge.language import Direction, Language
from spasm_gui.reading.library import read_library
from spasm_gui.reading.translations import languages

OK, NOT_KNOWN = 0, 2


def run(content: Path, code: str, name: str | None, known_text: str, *, is_right_to_left: bool) -> int:
    """Write the files and say what is left to do. Returns the exit status.

    Args:
        content: the content folder.
        code: of the language.
        name: the language's own name for itself, to begin a translation.
        known_text: a JSON object of translations by source text.
        is_right_to_left: of a translation that is begun.

    Raises:
        ContentError: the content, or what is there of the translation, cannot be read.
    """
    library = read_library(content)
    known = _known(known_text)
    if known is None:
        print("spasm-gui: what is known must be one JSON object of texts", file=sys.stderr)
        return NOT_KNOWN
    try:
        if name is not None:
            direction = Direction.RIGHT_TO_LEFT if is_right_to_left else Direction.LEFT_TO_RIGHT
            write_head(content, Language(code=code, name=name, direction=direction))
        elif code not in [one.code for one in languages(content)]:
            print(f"spasm-gui: there is no translation '{code}' yet; begin it with --name", file=sys.stderr)
            return NOT_KNOWN
        written = update(content, library, code, known)
    except OSError as error:
        print(f"spasm-gui: {error.filename} cannot be written: {error.strerror}", file=sys.stderr)
        return NOT_KNOWN
    for line in written.gone:
        print(f"taken out  {line}")
    print(f"texts: {written.texts}, missing: {written.missing}, outdated: {written.outdated}")
    return OK


def _known(text: str) -> dict[str, str] | None:
    try:
        known = json.loads(text)
    except (ValueError, RecursionError):
        return None
    is_texts = isinstance(known, dict) and all(isinstance(one, str) for one in known.values())
    return known if is_texts else None
