"""The timer of an exercise: it counts only while it is shown and runs, and it never skips a rest by itself."""

import datetime
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.knowledge.finding import FindingId
from spasm_gui.knowledge.region import RegionId
from spasm_gui.knowledge.self_care import SelfCare, SelfCareId, SelfCareKind
from spasm_gui.reasoning.stopping import Stop
from spasm_gui.screens.exercise_page import ExercisePage
from spasm_gui.screens.hold_ring import digits_of
from spasm_gui.screens.hold_run import HoldRun, Phase
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Button


class Watch:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def run(watch: Watch) -> HoldRun:
    """Two holds of 20 seconds, in three steps."""
    return HoldRun(20, 2, 3, watch)


def a_stretch(name: str = "calf-stretch", *, hold_seconds: int | None = 20) -> SelfCare:
    return SelfCare(
        id=SelfCareId(name),
        name="Calf stretch",
        kind=SelfCareKind.STRETCH,
        regions=(RegionId("calf"),),
        steps=("Stand at a wall.", "Lean in.", "Hold and breathe."),
        hold_seconds=hold_seconds,
        repeats="2 times",
        stop_if=("It hurts.",),
        guards=(FindingId("limb-swollen"),),
        sources=(),
        reviewed=datetime.date(2026, 1, 1),
    )


@pytest.fixture
def page_of(qtbot: QtBot, qapp: object) -> Callable[[HoldRun], ExercisePage]:
    def make(run: HoldRun) -> ExercisePage:
        care = a_stretch(hold_seconds=round(run.hold_seconds) or None)
        page = ExercisePage(care, (care, a_stretch("other")), run, Theme(app.tokens(), "light"), 1200)
        qtbot.addWidget(page)
        page.show()
        return page

    return make


def press(page: ExercisePage, name: str) -> None:
    button = page.findChild(Button, name)
    assert button is not None
    button.click()


def text_of(page: ExercisePage, name: str) -> str:
    button = page.findChild(Button, name)
    assert button is not None
    return button.text()


def test_hold_rest_hold_and_then_it_is_done(run: HoldRun, watch: Watch) -> None:
    run.start()
    seen = [run.phase]
    for _ in range(3):
        watch.now += 20
        assert run.tick()
        seen.append(run.phase)
    assert seen == [Phase.HOLD, Phase.REST, Phase.HOLD, Phase.DONE]
    assert not run.is_running


def test_a_late_look_at_the_clock_takes_nothing_from_the_rest(run: HoldRun, watch: Watch) -> None:
    run.start()
    watch.now += 300
    run.tick()
    assert (run.phase, run.digits) == (Phase.REST, 10)


def test_a_pause_keeps_what_is_left(run: HoldRun, watch: Watch) -> None:
    run.start()
    watch.now += 7
    run.pause()
    watch.now += 500
    assert run.digits == 13
    run.start()
    watch.now += 3
    assert run.digits == 10
    assert run.share_done(1) == pytest.approx(0.5)


def test_stopping_leaves_nothing_to_go_on_with(run: HoldRun, watch: Watch) -> None:
    run.start()
    watch.now += 7
    run.stop()
    assert (run.phase, run.digits, run.is_running) == (Phase.READY, 20, False)


def test_a_short_hold_has_a_short_rest_and_a_long_one_is_shown_in_minutes(watch: Watch) -> None:
    assert HoldRun(5, 10, 2, watch).rest_seconds == 5
    assert digits_of(HoldRun(300, 1, 2, watch)) == "5:00"
    assert digits_of(HoldRun(30, 1, 2, watch)) == "30"


def test_the_page_counts_only_while_it_is_shown(
    page_of: Callable[[HoldRun], ExercisePage], run: HoldRun, watch: Watch
) -> None:
    page = page_of(run)
    press(page, "startPause")
    watch.now += 5
    page.hide()
    watch.now += 100
    page.show()
    assert (run.is_running, run.digits) == (False, 15)


def test_start_pause_go_on_and_start_again(
    page_of: Callable[[HoldRun], ExercisePage], run: HoldRun, watch: Watch
) -> None:
    page = page_of(run)
    words = [text_of(page, "startPause")]
    press(page, "startPause")
    words.append(text_of(page, "startPause"))
    press(page, "startPause")
    words.append(text_of(page, "startPause"))
    press(page, "startPause")
    for _ in range(3):
        watch.now += 20
        page.tick()
    words.append(text_of(page, "startPause"))
    assert words == ["Start", "Pause", "Go on", "Start again"]


def test_next_goes_through_the_steps_and_later_skips_a_hold(
    page_of: Callable[[HoldRun], ExercisePage], run: HoldRun
) -> None:
    page = page_of(run)
    press(page, "next")
    assert run.step == 1
    press(page, "startPause")
    assert run.step == 2, "the step that speaks of holding"
    press(page, "next")
    assert run.phase is Phase.REST


def test_the_timer_by_itself_goes_on_to_the_rest(qtbot: QtBot, page_of: Callable[[HoldRun], ExercisePage]) -> None:
    run = HoldRun(0.05, 1, 3)
    page = page_of(HoldRun(20, 1, 3))
    page.run.hold_seconds = run.hold_seconds
    page.run.stop()
    press(page, "startPause")
    qtbot.waitUntil(lambda: page.run.phase is Phase.DONE)


@pytest.mark.parametrize("stop", list(Stop))
def test_a_stop_button_ends_the_timer_before_it_tells(
    qtbot: QtBot, page_of: Callable[[HoldRun], ExercisePage], run: HoldRun, stop: Stop
) -> None:
    page = page_of(run)
    press(page, "startPause")
    running_when_told: list[bool] = []
    page.stopped.connect(lambda _stop: running_when_told.append(run.is_running))
    with qtbot.waitSignal(page.stopped) as told:
        press(page, f"stop.{stop.value}")
    assert told.args == [stop]
    assert running_when_told == [False]


def test_the_tone_is_off_until_it_is_asked_for(
    page_of: Callable[[HoldRun], ExercisePage], run: HoldRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    beeps: list[int] = []
    monkeypatch.setattr("spasm_gui.screens.exercise_page.QApplication.beep", lambda: beeps.append(1))
    page = page_of(run)
    press(page, "startPause")
    assert beeps == []
    press(page, "tone")
    press(page, "next")
    assert beeps == [1]


def test_an_exercise_without_a_hold_has_steps_and_stops_but_no_timer(
    page_of: Callable[[HoldRun], ExercisePage], watch: Watch
) -> None:
    page = page_of(HoldRun(None, None, 3, watch))
    assert page.findChild(Button, "startPause") is None
    press(page, "next")
    assert page.run.step == 1
    assert page.findChild(Button, "stop.numbness") is not None
