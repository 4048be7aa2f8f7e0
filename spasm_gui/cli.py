"""The commands: run (default), regions, ask, advise, check, schema, translate, tour, kiosk-setup, doctor.

Exit statuses: 0 all is well, 1 the content has problems, 2 something that was typed or set for a kiosk is not right,
3 no screen to open a window on, or something that the program needs is missing.
"""

import argparse
import gc
import io
import os
import sys
from pathlib import Path

from spasm_gui import __version__, places
from spasm_gui.content_languages import UnknownLanguageError
from spasm_gui.exit_statuses import CONTENT_PROBLEMS, NO_SCREEN, NOT_KNOWN, OK
from spasm_gui.plain_imports import import_plainly
from spasm_gui.reading.errors import ContentError

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
    options = _parser(given[0]).parse_args(given)
    options.is_typed = arguments is None
    try:
        status = int(options.command(options))
        sys.stdout.flush()
        return status
    except ContentError as error:
        print(error, file=sys.stderr)
        return CONTENT_PROBLEMS
    except UnknownLanguageError as error:
        print(f"spasm-gui: {error}", file=sys.stderr)
        return NOT_KNOWN
    except BrokenPipeError:
        # Somebody has read enough, as `| head` does. What is left must not be flushed at exit, which would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK


def _parser(named: str) -> argparse.ArgumentParser:
    """The parser for a command line that names this command; of all commands where it names none of them."""
    parser = argparse.ArgumentParser(
        prog="spasm-gui",
        description="Touch a body where it hurts; see what may be behind it and how soon to have it looked at.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"spasm-gui {__version__}")
    commands = parser.add_subparsers(metavar="command", required=True)
    _add_run(commands)
    if named != "run":  # the others take as long to describe as reading the whole library does
        _add_others(commands)
    return parser


def _add_run(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    run = commands.add_parser("run", help="open the window (the default)", allow_abbrev=False)
    run.add_argument("--kiosk", action="store_true", help="the whole screen, for a clinic's touch screen")
    run.add_argument("--config", type=Path, metavar="kiosk.toml", help="what the clinic set for its kiosk")
    run.add_argument("--watch", action="store_true", help="for authors: read edited content again at once")
    _add_language(run)
    _add_content(run)
    run.set_defaults(command=_run)


def _add_language(command: argparse.ArgumentParser) -> None:
    command.add_argument("--language", metavar="xx", help="another language, such as es")


def _add_content(command: argparse.ArgumentParser) -> None:
    command.add_argument("--content", type=Path, metavar="DIR", help="another content folder")


def _add_others(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    regions = commands.add_parser("regions", help="list the places that can be touched", allow_abbrev=False)
    regions.set_defaults(command=_other, called="regions")

    ask = commands.add_parser("ask", help="list the questions that still matter", allow_abbrev=False)
    ask.add_argument("--all", action="store_true", help="every question of these places, asked or not")
    ask.set_defaults(command=_other, called="ask")

    advise = commands.add_parser("advise", help="give the advice on some answers", allow_abbrev=False)
    advise.set_defaults(command=_other, called="advise")

    check = commands.add_parser("check", help="check the content and print its proof card", allow_abbrev=False)
    check.add_argument("--against", type=Path, metavar="DIR", help="say instead what differs from an older folder")
    check.set_defaults(command=_other, called="check")

    schema = commands.add_parser("schema", help="write JSON Schemas of the content for editors", allow_abbrev=False)
    schema.add_argument("out_dir", type=Path, metavar="OUT_DIR")
    schema.set_defaults(command=_other, called="schema")

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
    translate.set_defaults(command=_other, called="translate")

    tour = commands.add_parser("tour", help="draw every screen to PNG files, without a display", allow_abbrev=False)
    tour.add_argument("out_dir", type=Path, metavar="OUT_DIR")
    tour.add_argument("--size", default="1280x800", metavar="WxH")
    tour.add_argument("--kiosk", action="store_true")
    tour.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    tour.add_argument("--text-size", type=int, default=100, metavar="PERCENT")
    tour.set_defaults(command=_other, called="tour")

    setup = commands.add_parser(
        "kiosk-setup",
        help="write a kiosk.toml to fill in, or check one",
        description="Writes the file with every key explained, or checks it against the content if it is there.",
        allow_abbrev=False,
    )
    setup.add_argument("file", type=Path, nargs="?", default=Path("kiosk.toml"), metavar="kiosk.toml")
    setup.add_argument("--demo", action="store_true", help="write one for trying, filled in; its pages say DEMO")
    setup.add_argument("--pin", action="store_true", help="ask for a PIN and print the line that ends the kiosk by it")
    setup.set_defaults(command=_other, called="kiosk_setup")

    doctor = commands.add_parser("doctor", help="what this machine lacks, and how to get it", allow_abbrev=False)
    doctor.set_defaults(command=_other, called="doctor")

    for command in (regions, ask, advise, tour):
        _add_language(command)
    for command in (regions, ask, advise, check, translate, tour, setup):
        _add_content(command)
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


def _other(options: argparse.Namespace) -> int:
    """Any command but the one that opens the window."""
    from spasm_gui import commands  # the window needs none of them

    return commands.run(options.called, options)


def _run(options: argparse.Namespace) -> int:
    if options.kiosk:
        return _run_kiosk(options)
    if options.config is not None:
        print("spasm-gui: --config belongs to a kiosk; add --kiosk", file=sys.stderr)
        return NOT_KNOWN
    if not _has_screen():
        return _no_screen()
    _prepare()
    from spasm_gui import app  # Qt is only loaded for a window

    return app.run(content=options.content or places.content_dir(), language=options.language, watch=options.watch)


def _prepare() -> None:
    """Begin to open a window. All that is made for it stays, so nobody looks for garbage until it stands there."""
    gc.disable()
    import_plainly()


def _run_kiosk(options: argparse.Namespace) -> int:
    from spasm_gui.kiosk import environment  # a window needs nothing of a kiosk
    from spasm_gui.kiosk.config import HOW_TO_TRY, KioskConfigError, read_kiosk_config

    if options.config is None:
        print(f"spasm-gui: {HOW_TO_TRY}", file=sys.stderr)
        return NOT_KNOWN
    try:
        config = read_kiosk_config(options.config)
    except KioskConfigError as error:
        print(error, file=sys.stderr)
        return NOT_KNOWN
    if not _has_screen():
        return _no_screen()
    starts_anew = options.is_typed and not sys.flags.isolated and environment.is_isolation_possible()
    environment.clean(os.environ)
    if starts_anew:
        environment.start_isolated(sys.argv[1:])
    _prepare()
    from spasm_gui import app  # Qt is only loaded for a window

    content = options.content or places.content_dir()
    try:
        return app.run_kiosk(content=content, config=config, config_path=options.config)
    except KioskConfigError as error:
        print(error, file=sys.stderr)
        return NOT_KNOWN


def _no_screen() -> int:
    print(
        "spasm-gui: there is no screen to open a window on. Start it from a desktop session, "
        "or use 'spasm-gui ask' and 'spasm-gui advise' in the terminal.",
        file=sys.stderr,
    )
    return NO_SCREEN


def _has_screen() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
