"""The whole program through an assistive tool, with no mouse: names, roles, actions, and a way to the advice.

A real AT-SPI client, run by Debian's own Python, works the real program under Xvfb on a session bus of its own.
"""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from spasm_gui.knowledge.cause import StoryId
from spasm_gui.knowledge.finding import FindingId
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, Side
from spasm_gui.screens.places_words import capitalised, place_name
from spasm_gui.screens.visit_model import ForWhom

CLIENT = Path(__file__).with_name("at_spi_client.py")
DEBIANS_PYTHON = "/usr/bin/python3"
BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
NONE_OF_THESE = "None of these"


def what_is_missing() -> str:
    """What this machine lacks to be heard by an assistive tool; empty if nothing."""
    lacking = [command for command in ("Xvfb", "dbus-run-session") if shutil.which(command) is None]
    if not any(Path(one).exists() for one in BUS_LAUNCHERS):
        lacking.append("at-spi2-core")
    bindings = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if (
        not Path(DEBIANS_PYTHON).exists()
        or subprocess.run([DEBIANS_PYTHON, "-c", bindings], capture_output=True).returncode
    ):
        lacking.append("gir1.2-atspi-2.0 with python3-gi")
    return ", ".join(lacking)


MISSING = what_is_missing() if sys.platform.startswith("linux") else "Linux"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"no assistive tool can listen here; missing: {MISSING}"),
]


class ScreenReader:
    """Speaks to the client, which works the program."""

    def __init__(self, home: Path) -> None:
        config, runtime = home / "config", home / "runtime"
        (config / "spasm-map").mkdir(parents=True)
        (config / "spasm-map" / "preferences.toml").write_text("reduced_motion = true\n", encoding="utf-8")
        runtime.mkdir(mode=0o700)
        number, ours = os.pipe()
        display = ["Xvfb", "-displayfd", str(ours), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
        self._display = subprocess.Popen(display, pass_fds=[ours], stderr=subprocess.DEVNULL)
        os.close(ours)
        with os.fdopen(number) as pipe:
            screen = pipe.readline().strip()
        self._env = os.environ | {
            "DISPLAY": f":{screen}",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(config),
            "XDG_RUNTIME_DIR": str(runtime),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        program = [sys.executable, "-m", "spasm_gui"]
        self._errors = (home / "errors.txt").open("w+", encoding="utf-8")
        self._client = subprocess.Popen(
            ["dbus-run-session", "--", DEBIANS_PYTHON, "-W", "ignore", str(CLIENT), *program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=self._env,
            text=True,
        )

    def asks(self, **order: object) -> Any:
        """Give one order and return the answer. The bus writes to the same pipe; its lines are passed over."""
        client = self._client
        assert client.stdin is not None
        assert client.stdout is not None
        client.stdin.write(json.dumps(order) + "\n")
        client.stdin.flush()
        for line in client.stdout:
            if line.startswith("answer "):
                return json.loads(line.removeprefix("answer "))
        self._errors.seek(0)
        raise AssertionError(f"the tool gave up on {order}:\n{self._errors.read()[-4000:]}")

    def presses(self, name: str) -> None:
        self.asks(do="press", name=name)

    def hears(self, text: str) -> None:
        """Wait until a text is on the page."""
        self.asks(do="wait_text", text=text)

    def controls(self) -> list[dict[str, Any]]:
        controls: list[dict[str, Any]] = self.asks(do="controls")
        return controls

    def begins_anew(self) -> None:
        self.presses("Start over")
        self.asks(do="wait", name="Myself")

    def leaves(self) -> None:
        self._client.communicate(timeout=30)
        self._display.terminate()
        self._display.wait(10)
        self._errors.close()


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ScreenReader]:
    reader = ScreenReader(tmp_path_factory.mktemp("reader"))
    yield reader
    reader.leaves()


def assert_each_has_a_name_of_its_own(controls: list[dict[str, Any]]) -> None:
    assert controls
    for control in controls:
        assert control["name"], control
        assert control["actions"] or not control["enabled"], control
    twice = [name for name, count in Counter(control["name"] for control in controls).items() if count > 1]
    assert twice == []


def titles_of_regions(library: Library, view: str) -> dict[str, str]:
    """What each region button of a view is called, and the title of the panel it opens."""
    titles = {}
    for region in library.regions.values():
        for side in region.sides if view in region.views else ():
            words = region.theirs.left if side is Side.LEFT else region.theirs.right
            title = capitalised(place_name(library, Place(region.id, side), ForWhom.ME))
            titles[(words or "").removeprefix("the ")] = title
    return titles


def cause_names(library: Library) -> list[str]:
    return [f"{cause.name}. " for cause in library.causes.values()]


def test_every_control_of_the_first_page_has_a_role_a_name_of_its_own_and_an_action(
    reader: ScreenReader, library: Library
) -> None:
    reader.asks(do="wait", name="Myself")
    controls = reader.controls()
    assert_each_has_a_name_of_its_own(controls)
    assert titles_of_regions(library, "front").keys() <= {control["name"] for control in controls}


@pytest.mark.parametrize("view", ["Front", "Back"])
def test_every_region_is_pressed_by_its_name_and_opens_its_panel(
    reader: ScreenReader, library: Library, view: str
) -> None:
    reader.begins_anew()
    reader.presses(view)
    reader.asks(do="wait", name="left buttock" if view == "Back" else "left shin")
    assert reader.asks(do="press_each", titles=titles_of_regions(library, view.lower())) == {}


def test_a_region_says_its_name_its_view_and_whether_it_is_chosen(reader: ScreenReader) -> None:
    reader.begins_anew()
    reader.presses("Back")
    reader.asks(do="wait", name="left buttock")
    reader.presses("right calf")
    reader.hears("Your right calf")
    said = {one["name"]: (one["description"], one["checked"]) for one in reader.controls()}
    assert said["right calf"] == ("Back view", True)
    assert said["left calf"] == ("Back view", False)


def test_a_close_up_is_reached_and_its_parts_are_named(reader: ScreenReader) -> None:
    reader.begins_anew()
    reader.presses("Close-up: hand")
    reader.presses("Your left hand")
    reader.asks(do="wait", name="left thumb")
    controls = reader.controls()
    assert_each_has_a_name_of_its_own(controls)
    assert {"left thumb", "left palm", "Whole body", "Back of the hand"} <= {one["name"] for one in controls}
    reader.presses("left thumb")
    reader.hears("Your left hand")


def test_questions_of_danger_are_read_before_the_causes(reader: ScreenReader, library: Library) -> None:
    reader.begins_anew()
    reader.presses("left calf")
    reader.hears("Your left calf")
    controls = reader.controls()
    assert_each_has_a_name_of_its_own(controls)
    names = [control["name"] for control in controls]
    questions = [index for index, name in enumerate(names) if name.endswith((" Yes", " No", " Not sure"))]
    causes = [index for index, name in enumerate(names) if name.startswith(tuple(cause_names(library)))]
    assert questions
    assert causes
    assert max(questions) < names.index(NONE_OF_THESE) < min(causes)


def test_an_emergency_is_reached_by_names_alone(reader: ScreenReader, library: Library) -> None:
    reader.begins_anew()
    reader.presses("left side of the chest")
    reader.presses(f"{library.findings[FindingId('chest-pressure')].ask} Yes")
    reader.hears(library.act(Level.EMERGENCY).word)
    assert_each_has_a_name_of_its_own(reader.controls())


def test_an_advice_is_reached_by_names_alone(reader: ScreenReader, library: Library) -> None:
    reader.begins_anew()
    reader.presses("left calf")
    reader.hears("Your left calf")
    story = library.stories[StoryId("night-cramp-story")][1]
    card = f"{story.title}. {' '.join(library.findings[need].ask for need in story.needs)}"
    for _screen in range(6):
        names = [control["name"] for control in reader.controls()]
        if card in names:
            break
        age = next((name for name in names if name.endswith("16 to 49")), None)
        if age is not None:
            reader.presses(age)
        reader.presses(NONE_OF_THESE)
    reader.presses(card)
    reader.hears(library.act(Level.SELF_TREAT).word)
    assert_each_has_a_name_of_its_own(reader.controls())
