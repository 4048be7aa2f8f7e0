"""Text stands out from its ground by 4.5 to 1, meaningful lines by 3 to 1, in every theme, computed from the tokens."""

import re

import pytest

from spasm_gui import app
from spasm_gui.knowledge.level import Level
from spasm_gui.screens.theme import THEME_NAMES, Theme

TEXT, LINE = 4.5, 3.0

TEXTS = [
    *((ink, ground) for ink in ("ink", "ink2") for ground in ("page", "card", "sunk")),
    *(("accent", ground) for ground in ("page", "card", "accent_tint")),
    ("accent_hover", "accent_tint"),
    ("ink", "accent_tint"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("ink2", "sunk"),
    ("pain", "card"),
    ("card", "pain"),
    ("page", "ink"),
    ("on_emergency_fill", "emergency_fill"),
    ("emergency_text", "page"),
]
LINES = [
    *(("border", ground) for ground in ("page", "card", "sunk")),
    *(("focus", ground) for ground in ("page", "card", "sunk", "accent_tint")),
    ("accent", "card"),
    ("accent", "accent_tint"),
    ("pain", "card"),
    ("ink", "card"),
    ("emergency", "page"),
    ("emergency_fill", "page"),
]


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=THEME_NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return Theme(app.tokens(), request.param)


@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_is_readable(theme: Theme, text: str, ground: str) -> None:
    assert contrast(theme.colours[text], theme.colours[ground]) >= TEXT


@pytest.mark.parametrize(("line", "ground"), LINES)
def test_lines_that_carry_meaning_are_seen(theme: Theme, line: str, ground: str) -> None:
    assert contrast(theme.colours[line], theme.colours[ground]) >= LINE


@pytest.mark.parametrize("level", [None, *Level])
def test_every_level_is_readable_on_its_tint_and_beside_it(theme: Theme, level: Level | None) -> None:
    plain, on, tint, text = theme.level_colours(level)
    assert contrast(text, tint) >= TEXT
    assert contrast(text, theme.colours["card"]) >= TEXT
    assert contrast(theme.colours["ink"], tint) >= TEXT
    assert contrast(on, plain) >= TEXT
    assert contrast(plain, tint) >= LINE
    assert contrast(plain, theme.colours["page"]) >= LINE


@pytest.mark.parametrize("stroke", ["#15232C", "#0D5B67", "#8E5349", "#8F2A22", "#857A6B"])
def test_the_lines_of_our_drawings_are_seen_on_their_paper_in_every_theme(theme: Theme, stroke: str) -> None:
    assert contrast(stroke, theme.plate) >= LINE


def test_the_style_sheet_knows_no_colour_of_its_own(theme: Theme) -> None:
    colours = set(re.findall(r"#[0-9A-Fa-f]{6}\b", theme.style_sheet()))
    assert colours <= set(theme.colours.values())
