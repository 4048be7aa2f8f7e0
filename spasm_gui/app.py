"""Puts the parts together; the only place that knows them all.

1. Read and check the content; nothing is shown on content that failed.
2. Make the application: only the program's name goes to Qt, so no option of Qt can be slipped in.
3. Load fonts, tokens and the drawing; without a drawing a list takes its place.
4. Show the window, or the list of problems. A kiosk does not start on problems: nobody there could mend them.
5. Run until closed, Ctrl+C or SIGTERM; a kiosk until the PIN or SIGTERM.
"""

import logging
import os
import signal
import sys
import traceback
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from types import FrameType, TracebackType

from PySide6.QtCore import QFileSystemWatcher, QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from spasm_gui import places
from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.pictures import BodyDrawing, load_drawing
from spasm_gui.kiosk.config import KioskConfig, check_with_content
from spasm_gui.kiosk.faults import GAVE_UP, giving_up
from spasm_gui.kiosk.heartbeat import Heartbeat, beat_ms, supervisor
from spasm_gui.kiosk.idle import IdleWatch, now_ms
from spasm_gui.kiosk.kiosk import Kiosk
from spasm_gui.knowledge.library import Library
from spasm_gui.reading.errors import ContentError
from spasm_gui.reading.library import read_library
from spasm_gui.screens.focus_in_sight import FocusInSight
from spasm_gui.screens.problems_page import ProblemsPage
from spasm_gui.screens.theme import FAMILY, Theme, Tokens, load_fonts
from spasm_gui.screens.window import Window
from spasm_gui.settings import EMERGENCY_NUMBER, REDUCED_MOTION, TEXT_SIZE_PERCENT, THEME, Preferences, default_path

_log = logging.getLogger(__name__)
FONTS = "fontpkg_atkinson_hyperlegible"


def application() -> QApplication:
    """Return the one QApplication, with our style and fonts."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["spasm-gui"])
    app.setApplicationName("Spasm Map")
    app.setStyle("Fusion")
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


def run(*, content: Path, language: str, watch: bool) -> int:
    """Open the window and run until it is closed. Returns the exit status."""
    del language
    logging.basicConfig(format="spasm-gui: %(message)s", level=logging.WARNING)
    preferences = Preferences(default_path())
    library: Library | None = None
    problems: ContentError | None = None
    try:
        library = read_library(content)
    except ContentError as error:
        problems = error
    app = application()
    theme = Theme(tokens(), preferences.get(THEME), preferences.get(TEXT_SIZE_PERCENT) / 100)
    if library is None or problems is not None:
        assert problems is not None
        window: QWidget = problems_window(problems, theme)
    else:
        window = main_window(library, theme, preferences)
        if watch:
            watcher = ContentWatcher(content, window)
            watcher.setParent(window)
    _stop_on_signals(app)
    sys.excepthook = _fault_handler(window)
    window.resize(1280, 800)
    window.show()
    return app.exec()


def run_kiosk(*, content: Path, config: KioskConfig, config_path: Path) -> int:
    """Cover the screen and run until the PIN or a signal. Returns the exit status.

    Raises:
        ContentError: the content has problems.
        KioskConfigError: the clinic's settings do not fit the content.
    """
    logging.basicConfig(format="spasm-gui: %(message)s", level=logging.WARNING)
    library = read_library(content)
    check_with_content(config, library, config_path)
    app = application()
    kiosk = kiosk_on(library, config, Theme(tokens(), "light", is_kiosk=True), drawing())
    _stop_on_signals(app)
    sys.excepthook = giving_up(_fault_handler(kiosk.window), _give_up, now_ms)
    kiosk.exit_granted.connect(_exit)
    kiosk.begin()
    tell = supervisor(os.environ)
    if tell is not None:
        Heartbeat(tell, beat_ms(os.environ), parent=kiosk)
    return app.exec()


def kiosk_on(
    library: Library, config: KioskConfig, theme: Theme, body: BodyDrawing | None, watch: IdleWatch | None = None
) -> Kiosk:
    """A kiosk with its window, not shown yet. Tests give a `watch` with short times."""
    window = Window(
        library,
        body,
        theme,
        emergency_number=config.emergency_number,
        reduced_motion=config.reduced_motion,
        clinic_acts=config.acts,
        remark=config.remark,
    )
    return Kiosk(window, body, config, watch)


def _exit() -> None:
    QApplication.exit(0)


def _give_up() -> None:
    QApplication.exit(GAVE_UP)


def main_window(library: Library, theme: Theme, preferences: Preferences) -> Window:
    """The window on a library that passed its checks."""
    window = Window(
        library,
        drawing(),
        theme,
        emergency_number=preferences.get(EMERGENCY_NUMBER),
        reduced_motion=preferences.get(REDUCED_MOTION),
    )
    FocusInSight(window)
    window.theme_chosen.connect(lambda name: preferences.set(THEME, name))
    window.text_size_chosen.connect(lambda percent: preferences.set(TEXT_SIZE_PERCENT, percent))
    return window


def problems_window(error: ContentError, theme: Theme) -> QWidget:
    """The page that lists what is wrong with the content."""
    page = ProblemsPage([(one.file, one.line, one.message) for one in error.problems], theme)
    page.setWindowTitle("Spasm Map")
    page.setStyleSheet(theme.style_sheet())
    page.setPalette(theme.palette())
    return page


class ContentWatcher(QObject):
    """For authors: reads edited content again at once. A broken edit leaves the last good library in use."""

    def __init__(self, folder: Path, window: Window) -> None:
        super().__init__()
        self._folder, self._window = folder, window
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
        self._watch()
        try:
            library = read_library(self._folder)
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


def _fault_handler(
    window: QWidget,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """What happens after an error nobody expected: it is logged without answers, and a new visit begins."""

    def on_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(0)
            return
        frames = "".join(traceback.format_tb(trace))
        _log.error("an error nobody expected (%s); a new visit begins\n%s", kind.__name__, frames)
        if isinstance(window, Window):
            window.start_over()
            window.show_notice(window.tr("Something went wrong, so a new visit has begun. Nothing was kept."))

    return on_fault
