"""What holds for every test: a home of its own, a display that says what it is, and a log without warnings.

Qt is imported in fixtures only, so that a test without a widget does not need it.
"""

import logging
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from spasm_gui import places
from spasm_gui.knowledge.library import Library
from spasm_gui.reading.library import read_library

EACH_FOR_ITSELF = ("/test_monkey.py",)
"""Files whose tests take long and share nothing."""

# How long one example takes says more about a busy machine than about us.
settings.register_profile("spasm-map", deadline=None)
settings.load_profile("spasm-map")


def pytest_configure(config: pytest.Config) -> None:
    """Choose the platform before anything makes a QApplication: a real window under Xvfb, else offscreen."""
    if "QT_QPA_PLATFORM" in os.environ or not sys.platform.startswith("linux"):
        return
    is_xvfb_wanted = not config.getoption("--no-xvfb", default=False)
    is_real = is_xvfb_wanted and shutil.which("Xvfb") is not None
    # Named outright: on a Wayland desktop Qt would pass by the display that pytest-xvfb opened.
    os.environ["QT_QPA_PLATFORM"] = "xcb" if is_real else "offscreen"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Among several processes long files come first, so that all of them end together; alone, the quick ones."""
    if hasattr(config, "workerinput"):
        slow = {item.path for item in items if item.get_closest_marker("slow") is not None}
        items.sort(key=lambda item: item.path not in slow)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object | None:
    """Keep a file in one of several processes, since its tests share what is dear to make; let long tests go apart."""
    if config.getoption("dist") != "loadfile":
        return None
    # Not by the groups of pytest-xdist 3.8: it writes them into the ids of tests, which pytest 9.2 does not read again.
    from xdist.scheduler import LoadFileScheduling  # only where there are several processes

    scheduler = LoadFileScheduling(config, log)
    file_of = scheduler._split_scope
    scheduler._split_scope = lambda test: test if file_of(test).endswith(EACH_FOR_ITSELF) else file_of(test)
    chosen: object = scheduler
    return chosen


@pytest.hookimpl(optionalhook=True)
def pytest_xvfb_disable(config: pytest.Config) -> bool:
    """Open no display when somebody asked for another platform."""
    return os.environ.get("QT_QPA_PLATFORM", "xcb") != "xcb"


def pytest_report_header(config: pytest.Config) -> str:
    """Say aloud which kind of windows this run has tested."""
    platform = os.environ.get("QT_QPA_PLATFORM", "the desktop's own")
    if platform == "offscreen":
        return "windows: OFFSCREEN, since Xvfb is missing or was declined; focus and keys are less real"
    return f"windows: {platform}" + (" under Xvfb" if platform == "xcb" else "")


@pytest.fixture(scope="session")
def library() -> Library:
    """Everything that the program ships with, read once for all tests: nothing can change it."""
    return read_library(places.content_dir())


@pytest.fixture(autouse=True)
def fresh_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty home, so it neither sees nor changes anybody's settings. Returns the home."""
    home = tmp_path_factory.mktemp("home")
    for variable, folder in {
        "HOME": "",
        "USERPROFILE": "",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
        "XDG_CACHE_HOME": "cache",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_RUNTIME_DIR": "runtime",
        "XDG_STATE_HOME": "state",
    }.items():
        # Private, as Qt wants to see its runtime folder; it warns otherwise.
        (home / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        monkeypatch.setenv(variable, str(home / folder))
    # What a machine sets for all users would lead out of the home again.
    for variable in ("XDG_CONFIG_DIRS", "XDG_DATA_DIRS"):
        monkeypatch.delenv(variable, raising=False)
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QStandardPaths  # only where Qt is in use already

        QStandardPaths.setTestModeEnabled(True)
    return home


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that made the program log a warning, unless the test looks at the log itself (caplog)."""
    if "caplog" in request.fixturenames:
        yield
        return
    warnings = _Warnings()
    program_log = logging.getLogger("spasm_gui")
    program_log.addHandler(warnings)
    try:
        yield
    finally:
        program_log.removeHandler(warnings)
    if warnings.messages:
        pytest.fail("unexpected log messages:\n" + "\n".join(warnings.messages), pytrace=False)


class _Warnings(logging.Handler):
    """Gathers everything from a warning upwards."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")
