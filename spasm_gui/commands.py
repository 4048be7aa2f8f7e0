"""The commands beside the window: in the terminal, for authors, and for whoever sets a kiosk up."""

import argparse
import datetime
import getpass
import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from spasm_gui import places
from spasm_gui.content_languages import library_in, offered_languages
from spasm_gui.exit_statuses import CONTENT_PROBLEMS, NO_SCREEN, NOT_KNOWN, OK
from spasm_gui.kiosk.config import KioskConfigError, check_printer, check_with_content, read_kiosk_config
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.shelf_life import age_of, as_of
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reading.library import read_library
from spasm_gui.reasoning.questions import every_question, open_questions
from spasm_gui.settings import EMERGENCY_NUMBER, Preferences, default_path
from spasm_gui.terminal import (
    MAX_ANSWERS_BYTES,
    AnswersError,
    Translate,
    advice_json,
    advice_text,
    answers_from,
    as_written,
    place_from,
    questions_json,
    regions_json,
)


def run(name: str, options: argparse.Namespace) -> int:
    """Run the command of this name and return its exit status.

    Raises:
        ContentError: the content has problems.
        UnknownLanguageError: a language was asked for that is not there.
    """
    try:
        return _COMMANDS[name](options)
    except KioskConfigError as error:
        print(error, file=sys.stderr)
    except AnswersError as error:
        print(f"spasm-gui: {error}", file=sys.stderr)
    return NOT_KNOWN


def _library(options: argparse.Namespace) -> Library:
    """The library in the language that was asked for, as it may be shown today."""
    content = options.content or places.content_dir()
    source = read_library(content)
    library = source if options.language is None else library_in(content, source, options.language)
    return as_of(library, age_of(library, datetime.date.today()))


def _translate_by(library: Library) -> Translate:
    """How the program's own words are said in the language of the library."""
    if library.translated_into is None:
        return as_written
    from spasm_gui.languages import interface_words  # Qt is only loaded for a translation

    return interface_words(library.translated_into.code)


def _visit(options: argparse.Namespace, library: Library) -> Visit:
    visit = Visit()
    for text in options.at:
        place = place_from(text, library)
        if place not in visit.places:
            visit = visit.touching(place)
    if options.answers is not None:
        visit = visit.answering(answers_from(_answers_text(options.answers), library))
    return visit


def _answers_text(name: str) -> str:
    try:
        if name == "-":
            data = sys.stdin.buffer.read(MAX_ANSWERS_BYTES + 1)
        else:
            with Path(name).open("rb") as stream:
                data = stream.read(MAX_ANSWERS_BYTES + 1)
        if len(data) > MAX_ANSWERS_BYTES:
            raise AnswersError(f"the answers have more than {MAX_ANSWERS_BYTES:,} bytes")
        return data.decode("utf-8-sig")
    except OSError as error:
        raise AnswersError(f"the answers in {name} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise AnswersError(f"the answers in {name} are not UTF-8 text") from error


def _regions(options: argparse.Namespace) -> int:
    library = _library(options)
    if options.json:
        _print_json(regions_json(library))
    else:
        for region in library.regions.values():
            sides = ", ".join(side.value for side in region.sides) or "no sides"
            print(f"{region.id:14} {region.name} ({sides})")
    return OK


def _ask(options: argparse.Namespace) -> int:
    library = _library(options)
    visit = _visit(options, library)
    questions = every_question(library, visit) if options.all else open_questions(library, visit)
    entries = questions_json(library, visit, questions)
    if options.json:
        _print_json(entries)
        return OK
    screen = ""
    for entry in entries:
        if entry["screen"] != screen:
            screen = entry["screen"]
            print(f"\n{library.screens.titles[screen]}")
        print(f"  {entry['id']}: {entry['ask']}")
    if not entries:
        translate = _translate_by(library)
        print(translate("terminal", "Nothing is left to ask."))
    return OK


def _advise(options: argparse.Namespace) -> int:
    library = _library(options)
    visit = _visit(options, library)
    number = Preferences(default_path()).get(EMERGENCY_NUMBER)
    if options.json:
        _print_json(advice_json(library, visit, number))
    else:
        print(advice_text(library, visit, number, _translate_by(library)))
    return OK


def _check(options: argparse.Namespace) -> int:
    from spasm_gui.authoring import against, report  # the proof is only needed here

    folder = options.content or places.content_dir()
    outcome: against.Difference | report.Outcome
    if options.against is not None:
        outcome = against.compare(options.against, folder)
    else:
        outcome = report.check(folder, places.assets_dir())
    if options.json:
        _print_json(outcome.as_json())
    else:
        print(outcome.as_text())
    return OK if outcome.ok else CONTENT_PROBLEMS


def _schema(options: argparse.Namespace) -> int:
    from spasm_gui.authoring.schema import write_schemas  # only needed here

    try:
        written = write_schemas(options.out_dir)
    except OSError as error:
        print(f"spasm-gui: {options.out_dir} cannot be written: {error.strerror}", file=sys.stderr)
        return NOT_KNOWN
    print(f"{len(written)} schemas are written to {options.out_dir}")
    return OK


def _translate(options: argparse.Namespace) -> int:
    from spasm_gui.authoring import translate_command  # only needed here

    known = _answers_text(str(options.known)) if options.known else "{}"
    content, name = options.content or places.content_dir(), options.name
    return translate_command.run(content, options.code, name, known, is_right_to_left=options.right_to_left)


def _kiosk_setup(options: argparse.Namespace) -> int:
    from spasm_gui.doctor import print_queues  # only needed here
    from spasm_gui.kiosk import pin, setup

    if options.pin:
        first = getpass.getpass("PIN, 4 to 12 digits: ")
        if not pin.is_pin(first) or getpass.getpass("The same again: ") != first:
            print("spasm-gui: that is not twice the same PIN of 4 to 12 digits", file=sys.stderr)
            return NOT_KNOWN
        print(f'exit_pin_hash = "{pin.hash_pin(first)}"')
        return OK
    path: Path = options.file
    if not path.exists():
        try:
            setup.write_new(path, is_demo=options.demo)
        except OSError as error:
            print(f"spasm-gui: {path} cannot be written: {error.strerror}", file=sys.stderr)
            return NOT_KNOWN
        what = "Try it" if options.demo else "Fill it in, then check it"
        command = f"spasm-gui --kiosk --config {path}" if options.demo else f"spasm-gui kiosk-setup {path}"
        print(f"{path} is written. {what}: {command}")
        return OK
    config = read_kiosk_config(path)
    content = options.content or places.content_dir()
    library = read_library(content)
    check_with_content(config, library, path, offered_languages(content, library))
    if config.printer:
        queues = print_queues()
        if queues is None:
            print(f"{path}: the printer '{config.printer}' could not be looked for: Qt does not start here")
        else:
            check_printer(config, queues, path)
            print(f"{path}: the printer '{config.printer}' is there")
    print(f"{path}: all is well. Start it with: spasm-gui --kiosk --config {path}")
    return OK


def _doctor(_options: argparse.Namespace) -> int:
    from spasm_gui.doctor import as_text, examined  # only needed here

    found = examined()
    print(as_text(found))
    return OK if all(one.is_there for one in found if one.is_needed) else NO_SCREEN


def _tour(options: argparse.Namespace) -> int:
    width, _, height = options.size.partition("x")
    if not (width.isdigit() and height.isdigit() and 320 <= int(width) <= 8000 and 320 <= int(height) <= 8000):
        print(f"spasm-gui: '{options.size}' is not a size; write it as 1280x800", file=sys.stderr)
        return NOT_KNOWN
    if not 100 <= options.text_size <= 200:
        print(f"spasm-gui: text size {options.text_size} is not from 100 to 200", file=sys.stderr)
        return NOT_KNOWN
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from spasm_gui import tour  # Qt is only loaded for a window

    return tour.take(
        options.out_dir,
        content=options.content or places.content_dir(),
        size=(int(width), int(height)),
        kiosk=options.kiosk,
        language=options.language,
        theme=options.theme,
        text_size_percent=options.text_size,
    )


def _print_json(value: object) -> None:
    is_unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    print(json.dumps(value, ensure_ascii=not is_unicode, indent=2))


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "regions": _regions,
    "ask": _ask,
    "advise": _advise,
    "check": _check,
    "schema": _schema,
    "translate": _translate,
    "tour": _tour,
    "kiosk_setup": _kiosk_setup,
    "doctor": _doctor,
}
