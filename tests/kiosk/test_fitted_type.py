"""The type of a kiosk in a small room: smaller than on a large screen, yet larger with every step of the text size."""

import itertools

import msgspec
import pytest

from spasm_gui import app
from spasm_gui.screens.bar import TEXT_SIZES_PERCENT
from spasm_gui.screens.theme import Theme

ROOMS = [(1080, 1920), (1080, 960), (768, 1366), (768, 683), (1280, 800), (1920, 1080)]


def kiosk_type(percent: int) -> Theme:
    return Theme(app.tokens(), "light", percent / 100, is_kiosk=True)


@pytest.mark.parametrize("room", ROOMS, ids=str)
def test_each_text_size_is_larger_than_the_one_before(room: tuple[int, int]) -> None:
    heights = [kiosk_type(percent).fitted(*room).base_px for percent in TEXT_SIZES_PERCENT]
    assert heights == sorted(heights)
    assert all(later - before >= 1 for before, later in itertools.pairwise(heights))


@pytest.mark.parametrize("room", ROOMS, ids=str)
def test_targets_stay_large_and_type_stays_larger_than_on_a_laptop(room: tuple[int, int]) -> None:
    fitted = kiosk_type(100).fitted(*room)
    assert fitted.target("minimum") >= 60
    assert fitted.base_px > Theme(app.tokens(), "light").base_px


def test_the_screen_that_kiosks_are_made_for_changes_nothing() -> None:
    assert kiosk_type(100).fitted(1080, 1920) == kiosk_type(100)
    assert kiosk_type(200).fitted(1080, 1920) == kiosk_type(200)


def test_a_look_can_be_fitted_again_and_again() -> None:
    once = kiosk_type(150).fitted(768, 683)
    assert once.fitted(768, 683) == once
    assert msgspec.structs.replace(once, text_factor=1.0).fitted(1080, 1920) == kiosk_type(100)


def test_a_laptop_is_left_as_it_is() -> None:
    look = Theme(app.tokens(), "light", 2.0)
    assert look.fitted(640, 480) is look
