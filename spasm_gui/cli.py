"""The commands: run (default), regions, ask, advise, check, schema, translate, tour, kiosk-setup, doctor.

Exit statuses: 0 all is well, 1 the content has problems, 2 something that was typed or set for a kiosk is not right,
3 no screen to open a window on, or something that the program needs is missing.
"""

import argparse
import datetime
import getpass
import io
import json
import os
import sys
from pathlib import Path

from spasm_gui import __version__, places
from spasm_gui.content_languages import UnknownLanguageError, library_in, offered_languages
from spasm_gui.kiosk import environment
from spasm_gui.kiosk.config import HOW_TO_TRY, KioskConfigError, check_printer, check_with_content, read_kiosk_config
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.shelf_life import age_of, as_of
from spasm_gui.knowledge.visit import Visit
from spasm_gui.plain_imports import import_plainly
from spasm_gui.reading.errors import ContentError
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

OK, CONTENT_PROBLEMS, NOT_KNOWN, NO_SCREEN = 0, 1, 2, 3

_EXAMPLES = """\
examples:
  spasm-gui                                     open the window
  spasm-gui regions                             the places that can be touched
  spasm-gui ask --at calf:left                  what would be asked
  spasm-gui advise --at calf:left --answers answers.json
  echo '{"chest-pressure": "yes"}' | spasm-gui advise --at chest --answers -
  spasm-gui check                               hold the content against itself
  spasm-gui check --against DIR                 what is different from an older content folder

General information, not a diagnosis.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help", "--version")):
        given = ["run", *given]
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old console shows a question mark rather than nothing at all
    options = _parser().parse_args(given)
    options.is_typed = arguments is None
    try:
        status = int(options.command(options))
        sys.stdout.flush()
        return status
    except ContentError as error:
        print(error, file=sys.stderr)
        return CONTENT_PROBLEMS
    except KioskConfigError as error:
        print(error, file=sys.stderr)
        return NOT_KNOWN
    except (AnswersError, UnknownLanguageError) as error:
        print(f"spasm-gui: {error}", file=sys.stderr)
        return NOT_KNOWN
    except BrokenPipeError:
        # Somebody has read enough, as `| head` does. What is left must not be flushed at exit, which would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="spasm-gui",
        description="Touch a body where it hurts; see what may be behind it and how soon to have it looked at.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"spasm-gui {__version__}")
    commands = parser.add_subparsers(metavar="command", required=True)

    run = commands.add_parser("run", help="open the window (the default)", allow_abbrev=False)
    run.add_argument("--kiosk", action="store_true", help="the whole screen, for a clinic's touch screen")
    run.add_argument("--config", type=Path, metavar="kiosk.toml", help="what the clinic set for its kiosk")
    run.add_argument("--watch", action="store_true", help="for authors: read edited content again at once")
    run.set_defaults(command=_run)

    regions = commands.add_parser("regions", help="list the places that can be touched", allow_abbrev=False)
    regions.set_defaults(command=_regions)

    ask = commands.add_parser("ask", help="list the questions that still matter", allow_abbrev=False)
    ask.add_argument("--all", action="store_true", help="every question of these places, asked or not")
    ask.set_defaults(command=_ask)

    advise = commands.add_parser("advise", help="give the advice on some answers", allow_abbrev=False)
    advise.set_defaults(command=_advise)

    check = commands.add_parser("check", help="check the content and print its proof card", allow_abbrev=False)
    check.add_argument("--against", type=Path, metavar="DIR", help="say instead what differs from an older folder")
    check.set_defaults(command=_check)

    schema = commands.add_parser("schema", help="write JSON Schemas of the content for editors", allow_abbrev=False)
    schema.add_argument("out_dir", type=Path, metavar="OUT_DIR")
    schema.set_defaults(command=_schema)

    translate = commands.add_parser(
        "translate",
        help="write or update the files of a translation of the content",
        description="Writes the files that a translator fills in, keeps what is there and marks what is outdated.",
        allow_abbrev=False,
    )
    translate.add_argument("code", metavar="xx", help="the code of the language, such as es or pt-BR")
    translate.add_argument("--name", metavar="NAME", help="to begin a translation: the language's own name")
    translate.add_argument("--right-to-left", action="store_true", help="to begin one that is read from the right")
    translate.add_argument(
        "--known", type=Path, metavar="FILE", help="fill in from a JSON object {source: translation}"
    )
    translate.set_defaults(command=_translate)

    tour = commands.add_parser("tour", help="draw every screen to PNG files, without a display", allow_abbrev=False)
    tour.add_argument("out_dir", type=Path, metavar="OUT_DIR")
    tour.add_argument("--size", default="1280x800", metavar="WxH")
    tour.add_argument("--kiosk", action="store_true")
    tour.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    tour.add_argument("--text-size", type=int, default=100, metavar="PERCENT")
    tour.set_defaults(command=_tour)

    setup = commands.add_parser(
        "kiosk-setup",
        help="write a kiosk.toml to fill in, or check one",
        description="Writes the file with every key explained, or checks it against the content if it is there.",
        allow_abbrev=False,
    )
    setup.add_argument("file", type=Path, nargs="?", default=Path("kiosk.toml"), metavar="kiosk.toml")
    setup.add_argument("--demo", action="store_true", help="write one for trying, filled in; its pages say DEMO")
    setup.add_argument("--pin", action="store_true", help="ask for a PIN and print the line that ends the kiosk by it")
    setup.set_defaults(command=_kiosk_setup)

    doctor = commands.add_parser("doctor", help="what this machine lacks, and how to get it", allow_abbrev=False)
    doctor.set_defaults(command=_doctor)

    for command in (run, regions, ask, advise, tour):
        command.add_argument("--language", metavar="xx", help="another language, such as es")
    for command in (run, regions, ask, advise, check, translate, tour, setup):
        command.add_argument("--content", type=Path, metavar="DIR", help="another content folder")
    for command in (regions, ask, advise, check):
        command.add_argument("--json", action="store_true", help="JSON for scripts")
    for command in (ask, advise):
        command.add_argument(
            "--at",
            action="append",
            required=True,
            metavar="REGION[:SIDE]",
            help="a touched place; may be repeated. Without a side the first one counts, as regions lists them",
        )
        command.add_argument("--answers", metavar="FILE|-", help="answers as a JSON object; - reads standard input")
    return parser


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


def _run(options: argparse.Namespace) -> int:
    if options.kiosk:
        return _run_kiosk(options)
    if options.config is not None:
        print("spasm-gui: --config belongs to a kiosk; add --kiosk", file=sys.stderr)
        return NOT_KNOWN
    if not _has_screen():
        return _no_screen()
    import_plainly()
    from spasm_gui import app  # Qt is only loaded for a window

    return app.run(content=options.content or places.content_dir(), language=options.language, watch=options.watch)


def _run_kiosk(options: argparse.Namespace) -> int:
    if options.config is None:
        print(f"spasm-gui: {HOW_TO_TRY}", file=sys.stderr)
        return NOT_KNOWN
    config = read_kiosk_config(options.config)
    if not _has_screen():
        return _no_screen()
    starts_anew = options.is_typed and not sys.flags.isolated and environment.is_isolation_possible()
    environment.clean(os.environ)
    if starts_anew:
        environment.start_isolated(sys.argv[1:])
    import_plainly()
    from spasm_gui import app  # Qt is only loaded for a window

    content = options.content or places.content_dir()
    return app.run_kiosk(content=content, config=config, config_path=options.config)


def _no_screen() -> int:
    print(
        "spasm-gui: there is no screen to open a window on. Start it from a desktop session, "
        "or use 'spasm-gui ask' and 'spasm-gui advise' in the terminal.",
        file=sys.stderr,
    )
    return NO_SCREEN


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


def _has_screen() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


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
