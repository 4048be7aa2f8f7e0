"""Things fail under the program: files vanish or cannot be read, disks fill, processes are killed. Nothing is lost."""

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from spasm_gui.knowledge.library import Library
from spasm_gui.reading.errors import ContentError
from spasm_gui.reading.library import read_library
from spasm_gui.settings import TEXT_SIZE_PERCENT, THEME, Preferences

CHECKOUT = Path(__file__).resolve().parent.parent.parent
KILLS = 40


class Opens:
    """Hears of every file that Python is about to open, and may let it fail or do something first."""

    def __init__(self) -> None:
        self.react: Callable[[str], None] | None = None
        sys.addaudithook(self._hear)  # there is no way to take a hook away; without `react` it does nothing

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and self.react is not None and isinstance(arguments[0], str | os.PathLike):
            react, self.react = self.react, None  # what it does itself is not heard
            try:
                react(os.fspath(arguments[0]))
            finally:
                self.react = react


OPENS = Opens()


@pytest.fixture(autouse=True)
def nothing_is_heard_afterwards() -> Iterator[None]:
    yield
    OPENS.react = None


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(CHECKOUT / "tests" / "reading" / "good", folder)
    return folder


def test_each_file_that_cannot_be_opened_is_named_and_nothing_is_half_read(content: Path) -> None:
    files = sorted(content.rglob("*.yaml"))
    for broken in files:

        def fail(path: str, broken: Path = broken) -> None:
            if path == str(broken):
                raise OSError(errno.EIO, os.strerror(errno.EIO), path)

        OPENS.react = fail
        with pytest.raises(ContentError) as caught:
            read_library(content)
        OPENS.react = None
        name = broken.relative_to(content).as_posix()
        assert [one.file for one in caught.value.problems] == [name]
        assert "Input/output error" in str(caught.value)


def test_a_folder_that_vanishes_while_it_is_read_is_refused_in_words(content: Path) -> None:
    files = len(list(content.rglob("*.yaml")))
    for after in range(files):
        seen = 0

        def vanish(path: str, after: int = after) -> None:
            nonlocal seen
            if path.startswith(str(content)):
                seen += 1
                if seen == after + 1:
                    shutil.rmtree(content)

        OPENS.react = vanish
        with pytest.raises(ContentError) as caught:
            read_library(content)
        OPENS.react = None
        assert all(one.message for one in caught.value.problems)
        shutil.copytree(CHECKOUT / "tests" / "reading" / "good", content)


def test_content_that_is_replaced_while_it_is_read_is_taken_whole_or_refused(content: Path) -> None:
    """An update of one file in the middle of reading gives the old or the new text, never a mixture inside a file."""
    causes = content / "causes" / "all.yaml"
    old = causes.read_text(encoding="utf-8")
    whole: Library = read_library(content)
    name = next(iter(whole.causes.values())).name
    new = old.replace(f'"{name}"', '"Another name"')
    assert new != old

    def replace(path: str) -> None:
        if path == str(causes):
            part = content / "causes" / "part"
            part.write_text(new, encoding="utf-8")
            part.replace(causes)

    OPENS.react = replace
    library = read_library(content)
    OPENS.react = None
    assert next(iter(library.causes.values())).name in (name, "Another name")


WRITES_FOR_EVER = """
import sys
from pathlib import Path
from spasm_gui.settings import TEXT_SIZE_PERCENT, THEME, Preferences
preferences = Preferences(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    for percent in (100, 125, 150, 200):
        preferences.set(TEXT_SIZE_PERCENT, percent)
        preferences.set(THEME, "dark" if percent > 125 else "light")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_while_preferences_are_written_they_are_whole_the_next_time(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "preferences.toml"
    chance = random.Random(3)
    for _ in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITES_FOR_EVER, str(path)], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        until = time.monotonic() + chance.uniform(0, 0.02)
        while time.monotonic() < until:
            pass
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        process.stdout.close()
        preferences = Preferences(path)
        assert preferences.get(TEXT_SIZE_PERCENT) in (100, 125, 150, 200)
        assert preferences.get(THEME) in ("light", "dark")
    assert caplog.text == ""


ON_A_FULL_DISK = """
mount -t tmpfs -o size=16k none "$1" || exit 77
echo 'text_size_percent = 150' > "$1/preferences.toml"
head -c 9000 /dev/zero > "$1/filler" ; head -c 9000 /dev/zero >> "$1/filler" 2>/dev/null
exec "$2" -c '
import sys
from pathlib import Path
from spasm_gui.handout.save import NotSavedError, save
from spasm_gui.settings import TEXT_SIZE_PERCENT, THEME, Preferences
folder = Path(sys.argv[1])
older = folder / "older.pdf"
preferences = Preferences(folder / "preferences.toml")
preferences.set(THEME, "dark")
assert preferences.get(THEME) == "dark"
assert Preferences(folder / "preferences.toml").get(TEXT_SIZE_PERCENT) == 150
try:
    save(b"x" * 40000, folder / "filler")
except NotSavedError as error:
    print("told:", error)
assert (folder / "filler").read_bytes()[:10] == bytes(10)
assert sorted(one.name for one in folder.iterdir()) == ["filler", "preferences.toml"]
' "$1"
"""


def test_on_a_real_full_disk_older_files_stay_whole_and_it_is_told(tmp_path: Path) -> None:
    if sys.platform != "linux" or shutil.which("unshare") is None:
        pytest.skip("there is no small disk to be had here")
    around = ["unshare", "--user", "--map-root-user", "--mount"]
    done = subprocess.run(
        [*around, "sh", "-c", ON_A_FULL_DISK, "sh", str(tmp_path), sys.executable],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if done.returncode == 77 or done.stderr.startswith("unshare:"):
        pytest.skip("there is no small disk to be had here")
    assert done.returncode == 0, done.stderr
    assert "told:" in done.stdout


def test_without_its_own_fonts_the_program_opens_all_the_same() -> None:
    script = (
        "from spasm_gui import app, places\n"
        "from spasm_gui.reading.library import read_library\n"
        "from spasm_gui.screens.theme import Theme\n"
        "from spasm_gui.settings import Preferences\n"
        "app.FONTS = 'no_such_fonts'\n"
        "app.application()\n"
        "library, theme = read_library(places.content_dir()), Theme(app.tokens(), 'light')\n"
        "window = app.main_window(library, theme, Preferences(None))\n"
        "window.show()\n"
        "print('open')\n"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=CHECKOUT, env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.stdout == "open\n", done.stderr
