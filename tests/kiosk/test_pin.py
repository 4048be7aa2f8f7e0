"""The PIN is kept as a slow hash, and nobody can guess it by trying."""

import pytest

from spasm_gui.kiosk.pin import PinGate, hash_pin, is_pin_hash, is_right_pin
from spasm_gui.kiosk.setup import DEMO_VALUES


def test_only_the_right_pin_belongs_to_its_hash() -> None:
    pin_hash = hash_pin("4711")
    assert is_pin_hash(pin_hash) and "4711" not in pin_hash
    assert is_right_pin("4711", pin_hash)
    assert not is_right_pin("4712", pin_hash)


def test_the_same_pin_gives_another_line_each_time() -> None:
    assert hash_pin("4711") != hash_pin("4711")


def test_the_pin_of_the_demo_is_the_one_its_file_tells() -> None:
    assert is_right_pin("2580", str(DEMO_VALUES["exit_pin_hash"]))


@pytest.mark.parametrize("text", ["", "4711", "scrypt$", "scrypt$YQ==$YQ==", "md5$a$b", "scrypt$ü$ü"])
def test_something_else_is_no_hash(text: str) -> None:
    assert not is_pin_hash(text)
    assert not is_right_pin("4711", text)


def test_three_wrong_pins_shut_the_gate_for_a_minute_and_the_next_three_for_two() -> None:
    now = 0
    gate = PinGate(hash_pin("4711"), lambda: now)
    for shut_ms in (60_000, 120_000):
        for _ in range(3):
            assert gate.is_open_for_tries
            assert not gate.lets_through("0000")
        assert not gate.lets_through("4711"), "not even the right one while it is shut"
        now += shut_ms - 1
        assert not gate.is_open_for_tries
        now += 1
    assert gate.lets_through("4711")


def test_without_a_hash_there_is_no_way_out() -> None:
    assert not PinGate("", lambda: 0).lets_through("")
