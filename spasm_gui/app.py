"""Puts the parts together; the only place that knows them all.

1. Read and check the content; nothing is shown on content that failed.
2. Make the application: only the program's name goes to Qt, so no option of Qt can be slipped in.
3. Load fonts, tokens and the drawing; without a drawing a list takes its place.
4. Show the window, or the list of problems. A kiosk does not start on problems: nobody there could mend them.
5. Run until closed, Ctrl+C or SIGTERM; a kiosk until the PIN or SIGTERM.
"""

import gc
import logging
import os
import signal
import sys
from collections.abc import Callable, Mapping
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from spasm_gui import places
from spasm_gui.content_languages import UnknownLanguageError
from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.pictures import BodyDrawing, load_drawing
from spasm_gui.faults import GAVE_UP, beginning_anew, giving_up, take_faults
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.languages import Languages
from spasm_gui.reading.compiled import load_library
from spasm_gui.reading.errors import ContentError
from spasm_gui.screens.focus_in_sight import FocusInSight
from spasm_gui.screens.later import FIRST_FRAME_MS
from spasm_gui.screens.theme import FAMILY, Theme, Tokens, load_fonts
from spasm_gui.screens.window import Window
from spasm_gui.settings import (
    EMERGENCY_NUMBER,
    LANGUAGE,
    REDUCED_MOTION,
    TEXT_SIZE_PERCENT,
    THEME,
    Preferences,
    default_path,
)
from spasm_gui.sweeping import Sweep

if TYPE_CHECKING:
    from spasm_gui.kiosk.config import KioskConfig
    from spasm_gui.kiosk.idle import IdleWatch
    from spasm_gui.kiosk.kiosk import Kiosk

_log = logging.getLogger(__name__)
FONTS = "fontpkg_atkinson_hyperlegible"
_SWEEP_MS = 2000
"""Whoever has not touched the body by then reads the first page."""


def application() -> QApplication:
    """Return the one QApplication, with our style and fonts."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setStyle("Fusion")
    else:
        # As an option: `setStyle` returns the style, and for that PySide first builds the classes of all styles.
        app = QApplication(["spasm-gui", "-style", "Fusion"])
    app.setApplicationName("Spasm Map")
    spec = find_spec(FONTS)
    if spec is not None and spec.submodule_search_locations:
        load_fonts(Path(next(iter(spec.submodule_search_locations))) / "files")
    app.setFont(QFont(FAMILY))
    return app


def tokens() -> Tokens:
    """The token file of the program."""
    return Tokens.read(places.assets_dir() / "theme" / "tokens.toml")


def drawing() -> BodyDrawing | None:
    """The body, or None with a log line: a list of the regions then takes its place."""
    try:
        return load_drawing(places.assets_dir())
    except DrawingError as error:
        _log.error("the body cannot be drawn, a list takes its place: %s", error)
        return None


def run(*, content: Path, language: str | None, watch: bool) -> int:
    """Open the window and run until it is closed. Returns the exit status.

    Without a `language` it is the one that was chosen last, or the one of the content.

    Raises:
        UnknownLanguageError: there is no such language.
    """
    logging.basicConfig(format="spasm-gui: %(message)s", level=logging.WARNING)
    preferences = Preferences(default_path())
    languages: Languages | None = None
    problems: ContentError | None = None
    try:
        compiled = places.compiled_library()
        languages = Languages(content, load_library(content, compiled), compiled=compiled)
        if language is not None:
            languages.library(language)
    except ContentError as error:
        problems = error
    app = application()
    theme = Theme(tokens(), preferences.get(THEME), preferences.get(TEXT_SIZE_PERCENT) / 100)
    if languages is None or problems is not None:
        assert problems is not None
        window: QWidget = problems_window(problems, theme)
    else:
        library = languages.speak(language) if language is not None else _chosen_last(languages, preferences)
        window = main_window(library, theme, preferences, languages)
        if watch:
            watcher = ContentWatcher(content, window, languages)
            watcher.setParent(window)
    _stop_on_signals(app)
    take_faults(beginning_anew(partial(_begin_anew, window), QApplication.exit))
    window.resize(1280, 800)
    window.show()
    QTimer.singleShot(FIRST_FRAME_MS, window, _look_for_garbage_again)
    return app.exec()


def _look_for_garbage_again() -> None:
    """Once the window stands there. What is there by now stays, so it is never looked through for garbage."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _chosen_last(languages: Languages, preferences: Preferences) -> Library:
    """The library in the preferred language. One that is gone or broken since is only comfort that is missing."""
    first = languages.offered[0].code
    code = preferences.get(LANGUAGE) or first
    try:
        return languages.speak(code)
    except (UnknownLanguageError, ContentError) as error:
        _log.warning("the preferred language is not used: %s", error)
        return languages.speak(first)


def run_kiosk(*, content: Path, config: "KioskConfig", config_path: Path) -> int:
    """Cover the screen and run until the PIN or a signal. Returns the exit status.

    Raises:
        ContentError: the content has problems.
        KioskConfigError: the clinic's settings do not fit the content.
    """
    from spasm_gui.kiosk.config import check_printer, check_with_content  # a window needs nothing of a kiosk
    from spasm_gui.kiosk.heartbeat import Heartbeat, beat_ms, supervisor
    from spasm_gui.kiosk.idle import now_ms

    logging.basicConfig(format="spasm-gui: %(message)s", level=logging.WARNING)
    compiled = places.compiled_library()
    source = load_library(content, compiled)
    languages = Languages(content, source, compiled=compiled)
    check_with_content(config, source, config_path, languages.offered)
    for code in config.languages:
        languages.library(code)  # a broken translation stops the start, not a visit
    app = application()
    if config.printer:
        from spasm_gui.handout.printing import queues  # slow, and few kiosks print

        check_printer(config, queues(), config_path)
    library = languages.speak(config.languages[0])
    theme = Theme(tokens(), "light", is_kiosk=True)
    kiosk = kiosk_on(library, config, theme, drawing(), languages=languages)
    _stop_on_signals(app)
    handle = beginning_anew(partial(_begin_anew, kiosk.window), QApplication.exit)
    take_faults(giving_up(handle, partial(QApplication.exit, GAVE_UP), now_ms))
    kiosk.exit_granted.connect(_exit)
    kiosk.begin()
    QTimer.singleShot(FIRST_FRAME_MS, kiosk, _look_for_garbage_again)
    tell = supervisor(os.environ)
    if tell is not None:
        Heartbeat(tell, beat_ms(os.environ), parent=kiosk)
    return app.exec()


def kiosk_on(
    library: Library,
    config: "KioskConfig",
    theme: Theme,
    body: BodyDrawing | None,
    watch: "IdleWatch | None" = None,
    languages: Languages | None = None,
) -> "Kiosk":
    """A kiosk with its window, not shown yet. Tests give a `watch` with short times."""
    from spasm_gui.kiosk.attract import invitation
    from spasm_gui.kiosk.kiosk import Kiosk

    offered = {} if languages is None else {one.code: one for one in languages.offered}
    window = Window(
        library,
        body,
        theme,
        emergency_number=config.emergency_number,
        reduced_motion=config.reduced_motion,
        clinic_acts=config.acts_in(library.edition.language),
        remark=config.remark,
        explains_on_kiosk=config.explain_view,
        printer=config.printer,
        languages=[offered[code] for code in config.languages if code in offered],
    )
    invitations = [invitation(QCoreApplication.translate)]
    if languages is not None:
        invitations = [invitation(partial(languages.say, code)) for code in config.languages]
        _change_language(window, languages, lambda code: config.acts_in(code))
    return Kiosk(window, body, config, watch, invitations)


def _change_language(
    window: Window,
    languages: Languages,
    acts_in: Callable[[str], Mapping[Level, str] | None],
    on_changed: Callable[[str], object] | None = None,
) -> None:
    """Follow the choice of a language. One whose translation is broken is not taken, and the window says why."""

    def change(code: str) -> None:
        try:
            library = languages.speak(code)
        except ContentError as error:
            window.show_notice(str(error.problems[0]))
            return
        window.show_language(library, acts_in(code))
        if on_changed is not None:
            on_changed(code)

    def grow_old() -> None:
        """Content may come of age while the program runs; who is in the middle of a visit is spared the change."""
        if languages.library(window.language) is not window.model.library:
            change(window.language)

    window.language_chosen.connect(change)
    window.started_over.connect(grow_old)


def _exit() -> None:
    QApplication.exit(0)


def main_window(library: Library, theme: Theme, preferences: Preferences, languages: Languages | None = None) -> Window:
    """The window on a library that passed its checks. Without `languages` there is no other to choose."""
    body = drawing()
    window = Window(
        library,
        body,
        theme,
        emergency_number=preferences.get(EMERGENCY_NUMBER),
        reduced_motion=preferences.get(REDUCED_MOTION),
        languages=() if languages is None else languages.offered,
    )
    FocusInSight(window)
    sweep = Sweep(body, _SWEEP_MS, window, is_calm=lambda: window.mode == "home")
    window.started_over.connect(sweep.soon)
    if languages is not None:
        languages.setParent(window)
        _change_language(window, languages, lambda _code: None, lambda code: preferences.set(LANGUAGE, code))
    window.theme_chosen.connect(lambda name: preferences.set(THEME, name))
    window.text_size_chosen.connect(lambda percent: preferences.set(TEXT_SIZE_PERCENT, percent))
    return window


def problems_window(error: ContentError, theme: Theme) -> QWidget:
    """The page that lists what is wrong with the content."""
    from spasm_gui.screens.problems_page import ProblemsPage  # seldom wanted

    page = ProblemsPage([(one.file, one.line, one.message) for one in error.problems], theme)
    page.setWindowTitle("Spasm Map")
    page.setStyleSheet(theme.style_sheet())
    page.setPalette(theme.palette())
    return page


class ContentWatcher(QObject):
    """For authors: reads edited content again at once. A broken edit leaves the last good library in use."""

    def __init__(self, folder: Path, window: Window, languages: Languages) -> None:
        super().__init__()
        self._folder, self._window, self._languages = folder, window, languages
        self._watcher = QFileSystemWatcher(self)
        self._pause = QTimer(self)  # editors write a file in several steps
        self._pause.setSingleShot(True)
        self._pause.setInterval(200)
        self._watch()
        self._watcher.fileChanged.connect(self._pause.start)
        self._watcher.directoryChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.read_again)

    def _watch(self) -> None:
        names = [self._folder, *(path for path in self._folder.rglob("*") if path.is_dir() or path.suffix == ".yaml")]
        self._watcher.addPaths([str(path) for path in names])

    def read_again(self) -> None:
        """Read the folder; use it if it holds, otherwise say why not in a quiet bar."""
        from spasm_gui.reading.library import read_library  # a start reads the compiled library

        self._watch()
        try:
            self._languages.use_source(read_library(self._folder))
            library = self._languages.library(self._window.language)
        except ContentError as error:
            more = f" (+{len(error.problems) - 1})" if len(error.problems) > 1 else ""
            self._window.show_notice(f"{error.problems[0]}{more}")
        else:
            self._window.use_library(library)


def _stop_on_signals(app: QApplication) -> None:
    """End the program cleanly on Ctrl+C and SIGTERM. A pipe wakes Qt's loop, which otherwise sleeps through signals."""
    if sys.platform == "win32":
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        return
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, app)

    def on_woken() -> None:
        os.read(reader, 64)

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        app.exit(0)

    notifier.activated.connect(on_woken)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, on_signal)


def _begin_anew(window: QWidget) -> None:
    if isinstance(window, Window):
        window.start_over()
        words = QCoreApplication.translate(
            "Window", "Something went wrong, so a new visit has begun. Nothing was kept."
        )
        window.show_notice(words)
