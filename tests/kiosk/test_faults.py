"""One error begins a new visit; a storm of errors ends the program, so that it is started afresh."""

from PySide6.QtWidgets import QWidget

from spasm_gui.kiosk.faults import giving_up
from spasm_gui.kiosk.kiosk import Kiosk
from spasm_gui.knowledge.visit import Visit
from tests.kiosk.visitor import come, fill_in, settle


def test_the_fifth_fault_within_a_minute_gives_up_and_later_ones_are_silent() -> None:
    now = 0
    handled: list[str] = []
    ended: list[int] = []
    handle = giving_up(lambda _kind, error, _trace: handled.append(str(error)), lambda: ended.append(now), lambda: now)
    for number in range(1, 8):
        now += 1000
        handle(ValueError, ValueError(str(number)), None)
    assert handled == ["1", "2", "3", "4", "5"]
    assert ended == [5000, 6000, 7000]


def test_now_and_then_a_fault_is_no_reason_to_give_up() -> None:
    now = 0
    ended: list[int] = []
    handle = giving_up(lambda *_fault: None, lambda: ended.append(now), lambda: now)
    for _ in range(20):
        now += 20_000
        handle(ValueError, ValueError(), None)
    assert ended == []


def test_the_notice_of_a_fault_is_gone_with_the_next_visit(kiosk: Kiosk) -> None:
    window = fill_in(kiosk)
    window.start_over()
    window.show_notice("Something went wrong, so a new visit has begun. Nothing was kept.")
    settle()
    assert window.model.visit == Visit()
    assert window.findChild(QWidget, "notice") is not None
    kiosk.show_start()
    settle()
    come(kiosk)
    assert window.findChild(QWidget, "notice") is None
