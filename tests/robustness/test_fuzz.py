"""Damaged files are refused in words or hold what we promise: never a traceback, a hang, or a promise broken.

`SPASM_FUZZ=50000` tries so many files instead of the two thousand of every run.
"""

import os
import random
import resource
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.scan import scan
from spasm_gui.drawing.sheets import read_sheets
from spasm_gui.kiosk.config import KioskConfigError, read_kiosk_config
from spasm_gui.reading.errors import ContentError
from spasm_gui.reading.library import read_library
from tests.drawing.test_sheets import a_map
from tests.reasoning.made_visits import a_near_visit
from tests.reasoning.promises import violations
from tests.robustness.mutations import damaged

CHECKOUT = Path(__file__).resolve().parent.parent.parent
FILES = int(os.environ.get("SPASM_FUZZ", "2000"))
HANG_SECONDS = 20  # a busy machine is slow; what hangs never ends
MOST_MORE_KB = 200_000

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no alarm to notice a hang")


@contextmanager
def no_hang(number: int) -> Iterator[None]:
    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"file {number} hangs")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, HANG_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def tried(count: int, attempt: Callable[[int], str]) -> Counter[str]:
    """How the attempts came out. Memory may not grow by more than the limit over all of them."""
    before_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    outcomes: Counter[str] = Counter()
    for number in range(count):
        with no_hang(number):
            outcomes[attempt(number)] += 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kb < MOST_MORE_KB
    return outcomes


def test_damaged_content_is_refused_in_words_or_keeps_every_promise(tmp_path: Path) -> None:
    good = CHECKOUT / "tests" / "reading" / "good"
    names = sorted(path.relative_to(good) for path in good.rglob("*.yaml"))
    whole = {name: (good / name).read_bytes() for name in names}
    folder = tmp_path / "content"
    shutil.copytree(good, folder)

    def attempt(number: int) -> str:
        name = names[number % len(names)]
        (folder / name).write_bytes(damaged(whole[name], number, list(whole.values())))
        try:
            library = read_library(folder)
        except ContentError as error:
            assert all(one.file and one.line >= 1 and one.message for one in error.problems), number
            assert error.problems, number
            return "refused"
        finally:
            (folder / name).write_bytes(whole[name])
        visit = a_near_visit(library, random.Random(number))
        assert violations(library, visit, 3) == [], number
        return "taken"

    outcomes = tried(FILES * 7 // 10, attempt)
    assert outcomes["refused"] > outcomes["taken"] > 0.02 * outcomes.total()


def test_a_damaged_drawing_is_refused_in_words_or_read() -> None:
    drawings = [path.read_bytes() for path in sorted((CHECKOUT / "assets").rglob("*.svg"))]
    small = [data for data in drawings if len(data) < 60_000]
    ways = ("M10 10l20 0l0 20l-20 0z", "M10,10 C 12 10 30 10 30 10 S 30 20 30 30 L 10 30 z M12 12h4v4h-4z")
    maps = [a_map(region=f'<path id="front/calf-left" d="{way}"/>') for way in ways]

    def attempt(number: int) -> str:
        data = damaged(maps[number // 2 % 2] if number % 2 else small[number % len(small)], number, small + maps)
        try:
            read_sheets(scan(data, "damaged.svg"), "damaged.svg")
        except DrawingError as error:
            assert str(error).startswith("damaged.svg"), number
            return "refused"
        return "taken"

    outcomes = tried(FILES * 2 // 10, attempt)
    assert outcomes["refused"] > 0.2 * outcomes.total()
    assert outcomes["taken"] > 0.02 * outcomes.total()


def test_a_damaged_kiosk_file_is_refused_in_words_or_read(tmp_path: Path) -> None:
    whole = (CHECKOUT / "kiosk-demo.toml").read_bytes()
    path = tmp_path / "kiosk.toml"

    def attempt(number: int) -> str:
        path.write_bytes(damaged(whole, number, [whole]))
        try:
            config = read_kiosk_config(path)
        except KioskConfigError as error:
            assert all(one.line >= 1 and one.message for one in error.problems), number
            return "refused"
        assert config.emergency_number.strip(), number
        assert all(act.strip() for act in config.acts.values()), number
        return "taken"

    outcomes = tried(FILES // 10, attempt)
    assert outcomes["refused"] > 0.2 * outcomes.total()
    assert outcomes["taken"] > 0.1 * outcomes.total()
