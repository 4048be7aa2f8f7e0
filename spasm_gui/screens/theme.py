"""Colours, sizes and the style sheet, all from one file of tokens. Colours are named by meaning, never by hue."""

import re
import tomllib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from spasm_gui.knowledge.level import Level
from spasm_gui.screens.body_map_values import FigureTheme, figure_theme

THEME_NAMES = ("light", "dark", "contrast")
FAMILY = "Atkinson Hyperlegible"


class Tokens(msgspec.Struct, frozen=True):
    """The token file as it stands, read once."""

    values: Mapping[str, Any]

    @classmethod
    def read(cls, path: Path) -> "Tokens":
        """Read the tokens. They are part of the program, so a broken file is our own mistake and raises."""
        with path.open("rb") as stream:
            return cls(tomllib.load(stream))


class Theme(msgspec.Struct, frozen=True, dict=True):
    """One look: a theme of the tokens at a text size, for a laptop or a kiosk.

    `text_factor` is 1.0 for 100 %. `room_factor` makes everything smaller on a small kiosk. Lengths are logical pixels.
    """

    tokens: Tokens
    name: str
    text_factor: float = 1.0
    is_kiosk: bool = False
    room_factor: float = 1.0

    def fitted(self, width: int, height: int) -> "Theme":
        """This look for a room of that size: a kiosk's large type has to leave room for a page.

        A laptop's type is small enough for every window.
        """
        if not self.is_kiosk:
            return self
        base_px = float(self.tokens.values["font"]["kiosk_base_px"])
        return replace(self, room_factor=_room_factor(base_px, self.text_factor, width, height))

    @cached_property
    def colours(self) -> Mapping[str, str]:
        """Every colour of this theme, by its meaning."""
        return {key: value for key, value in self.tokens.values["theme"][self.name].items() if isinstance(value, str)}

    @property
    def figure(self) -> FigureTheme:
        """Colours, pens and opacities of the figure."""
        values = self.tokens.values
        return figure_theme(values["figure"], values["theme"][self.name], has_ground_shadow=self.name == "light")

    def colour(self, meaning: str) -> QColor:
        """The colour of a meaning. Raises KeyError for a meaning the tokens do not have."""
        return QColor(self.colours[meaning])

    @property
    def base_px(self) -> float:
        """The height of normal text in pixels."""
        key = "kiosk_base_px" if self.is_kiosk else "base_px"
        return float(self.tokens.values["font"][key]) * self.text_factor * self.room_factor

    def font(self, role: str = "body", *, bold: bool = False, italic: bool = False) -> QFont:
        """The font of a role of the type scale: question, page_title, panel_title, lead, section, body, small..."""
        factor = float(self.tokens.values["font"]["scale"][role])
        if self.text_factor > 1 and factor > 1.2:  # large titles need not double when the text does
            factor = factor / self.text_factor**0.5
        font = QFont(FAMILY)
        font.setPixelSize(max(1, round(self.base_px * factor)))
        font.setBold(bold)
        font.setItalic(italic)
        if factor > 1.4:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98.5)
        return font

    @property
    def plate(self) -> str:
        """The colour of the paper that our coloured drawings are made for, in every theme."""
        return str(self.tokens.values["theme"]["light"]["page"])

    def target(self, kind: str = "button") -> int:
        """The height in pixels of something pressable: minimum, button or danger_row. It grows with the text."""
        sizes = self.tokens.values["target"]
        height = float(sizes.get(f"{kind}_kiosk", sizes["minimum_kiosk"]) if self.is_kiosk else sizes[kind])
        least = _LEAST_KIOSK_TARGET_PX if self.is_kiosk else 0
        return max(least, round(height * self.room_factor * max(1.0, self.text_factor * 0.85)))

    @property
    def icon_px(self) -> int:
        """The side of an icon beside text."""
        return round(self.base_px * 1.3)

    def level_colours(self, level: Level | None) -> tuple[str, str, str, str]:
        """Plain, on, tint and text colour of a level; None is "not decided"."""
        key = "undecided" if level is None else level.value.replace("-", "_")
        return (
            self.colours[key],
            self.colours[f"on_{key}"],
            self.colours[f"{key}_tint"],
            self.colours[f"{key}_text"],
        )

    def palette(self) -> QPalette:
        """The palette for everything that the style sheet does not name."""
        palette = QPalette()
        for role, meaning in _PALETTE.items():
            palette.setColor(role, self.colour(meaning))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("ink2"))
        return palette

    def style_sheet(self) -> str:
        """The style sheet. It colours and rounds; fonts are set on widgets, focus rings are painted."""
        c = self.colours
        line = 2 if self.name == "contrast" else 1
        hair = 2 if self.name == "contrast" else 1
        pad, tight = round(self.base_px * 0.95), round(self.base_px * 0.5)
        minimum = self.target("minimum") - 2 * line
        bar = round(10 * max(1.0, self.text_factor * 0.8) * (1.6 if self.is_kiosk else 1))
        sheet = f"""
        QWidget#page {{ background: {c["page"]}; }}
        QFrame#panel, QWidget#panelBody {{ background: {c["card"]}; }}
        QFrame#panel {{ border-left: {hair}px solid {c["hairline"]}; }}
        QFrame#panel[portrait="true"] {{ border-left: none; border-top: {hair}px solid {c["hairline"]}; }}
        QFrame#topBar {{ background: {c["page"]}; border-bottom: {hair}px solid {c["hairline"]}; }}
        QFrame#bottomBar {{ background: {c["page"]}; border-top: {hair}px solid {c["hairline"]}; }}
        QFrame#legal {{ background: transparent; }}
        QLabel {{ color: {c["ink"]}; background: transparent; }}
        QLabel[tone="second"] {{ color: {c["ink2"]}; }}
        QScrollArea {{ background: transparent; border: none; }}
        QScrollBar:vertical {{ background: transparent; width: {bar + 4}px; margin: 2px; }}
        QScrollBar::handle:vertical {{ background: {c["border"]}; border-radius: {bar // 2}px; min-height: 44px; }}
        QScrollBar::handle:vertical:disabled {{ background: transparent; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
        QPushButton {{ outline: none; color: {c["ink"]}; background: {c["card"]}; border: {line}px solid {c["border"]};
            border-radius: 12px; padding: 0 {pad}px; margin: 4px; min-height: {self.target("button") - 10}px; }}
        QPushButton:hover {{ background: {c["accent_tint"]}; border-color: {c["accent"]}; }}
        QPushButton:pressed {{ background: {c["accent_tint"]}; border-color: {c["accent_hover"]}; }}
        QPushButton:disabled {{ color: {c["ink2"]}; background: {c["sunk"]}; border-color: {c["border"]};
            border-style: dashed; }}
        QPushButton[kind="answer"], QPushButton[kind="chip"], QPushButton[kind="segment"] {{ border-radius: 10px;
            min-height: {minimum}px; padding: 0 {round(pad * 0.7)}px; }}
        QPushButton[kind="answer"] {{ padding: 0 {tight}px; }}
        QPushButton[kind="answer"]:checked, QPushButton[kind="segment"]:checked, QPushButton[kind="chip"]:checked {{
            background: {c["accent"]}; color: {c["on_accent"]}; border-color: {c["accent"]}; }}
        QPushButton[kind="answer"]:checked:hover, QPushButton[kind="segment"]:checked:hover,
        QPushButton[kind="chip"]:checked:hover {{ background: {c["accent_hover"]}; border-color: {c["accent_hover"]}; }}
        QPushButton[joined="first"] {{ margin-right: 0; border-top-right-radius: 0; border-bottom-right-radius: 0; }}
        QPushButton[joined="middle"] {{ margin-left: 0; margin-right: 0; border-left: none; border-radius: 0; }}
        QPushButton[joined="last"] {{ margin-left: 0; border-left: none; border-top-left-radius: 0;
            border-bottom-left-radius: 0; }}
        QPushButton[kind="main"] {{ background: {c["accent"]}; color: {c["on_accent"]}; border-color: {c["accent"]}; }}
        QPushButton[kind="main"]:hover {{ background: {c["accent_hover"]}; border-color: {c["accent_hover"]}; }}
        QPushButton[kind="none"] {{ background: {c["accent_tint"]}; color: {c["accent"]}; border-color: {c["accent"]};
            border-width: {line}px; text-align: left; }}
        QPushButton[kind="none"]:hover, QPushButton[kind="none"]:pressed {{ border-width: {line + 1}px;
            border-color: {c["accent_hover"]}; color: {c["accent_hover"]}; }}
        QPushButton[kind="main"]:disabled, QPushButton[kind="none"]:disabled {{
            background: {c["sunk"]}; color: {c["ink2"]}; border-color: {c["border"]}; }}
        QPushButton[kind="row"] {{ background: transparent; border-color: transparent; border-radius: 8px;
            text-align: left; margin: 2px; min-height: {minimum}px; padding: 0 {tight}px; }}
        QPushButton[kind="row"]:hover {{ background: {c["accent_tint"]}; border-color: {c["accent"]}; }}
        QPushButton[kind="quiet"] {{ background: transparent; border-color: transparent; }}
        QPushButton[kind="link"] {{ background: transparent; border-color: transparent; color: {c["accent"]}; }}
        QPushButton[kind="link"] {{ padding: 0 {tight // 2}px; text-align: left; }}
        QPushButton[kind="quiet"]:hover, QPushButton[kind="link"]:hover {{ background: {c["accent_tint"]};
            border-color: {c["accent"]}; }}
        QPushButton[kind="emergency"] {{ background: {c["on_emergency_fill"]}; color: {c["emergency_fill"]};
            border-color: {c["on_emergency_fill"]}; }}
        QFrame[kind="card"] {{ background: {c["card"]}; border: {hair}px solid {c["hairline"]}; border-radius: 16px; }}
        QFrame[kind="list"] {{ background: {c["card"]}; border: {line}px solid {c["border"]}; border-radius: 16px; }}
        QFrame[kind="say"] {{ background: {c["card"]}; border: 2px solid {c["ink"]}; border-radius: 16px; }}
        QFrame[kind="sunk"] {{ background: {c["sunk"]}; border: {hair}px solid {c["hairline"]}; border-radius: 12px; }}
        QFrame[kind="dashed"] {{ background: transparent; border: {line}px dashed {c["border"]}; border-radius: 14px; }}
        QFrame[kind="note"] {{ background: {c["sunk"]}; border: none; border-radius: 8px; }}
        QFrame[kind="findOut"] {{ background: {c["sunk"]}; border: none; border-radius: 8px; margin: 2px 4px 10px 0; }}
        QFrame[kind="alarm"] {{ background: transparent; border: none; border-left: 5px solid {c["emergency"]}; }}
        QFrame[kind="line"] {{ background: {c["hairline"]}; border: none; max-height: {hair}px; min-height: {hair}px; }}
        QLineEdit {{ color: {c["ink"]}; background: {c["card"]}; border: {line}px solid {c["border"]};
            border-radius: 20px; padding: 0 {pad}px; min-height: {self.target("minimum") - 4}px;
            selection-background-color: {c["accent"]}; selection-color: {c["on_accent"]}; }}
        QLineEdit:focus {{ border: 3px solid {c["focus"]}; }}
        QToolTip {{ color: {c["ink"]}; background: {c["card"]}; border: 1px solid {c["border"]}; padding: 4px; }}
        """
        return in_reading_direction(sheet + "".join(self._level_rules(level) for level in (None, *Level)))

    def _level_rules(self, level: Level | None) -> str:
        plain, _, tint, text = self.level_colours(level)
        name = "undecided" if level is None else level.value
        ink = self.colours["ink"]
        if level is Level.EMERGENCY:
            tint, text = self.colours["emergency_fill"], self.colours["on_emergency_fill"]
            ink = text
        return f"""
        QFrame[level="{name}"] {{ background: {tint}; border: {2 if self.name == "contrast" else 1}px solid {plain};
            border-radius: 14px; }}
        QFrame[level="{name}"] QLabel {{ color: {ink}; }}
        QFrame[level="{name}"] QLabel[tone="level"] {{ color: {text}; }}
        """


_SIDES = re.compile(r"(?<=-)(?:left|right)(?=[-:])")

_PALETTE = {
    QPalette.ColorRole.Window: "page",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "sunk",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink2",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "ink",
}


_LEAST_KIOSK_TARGET_PX = 60
_MADE_FOR_PX = 1080
_LEAST_ROOM_FACTOR = 0.7
_LETTERS_HIGH = 22  # a room has to be so many times as high as its text, and so many times as wide
_LETTERS_WIDE, _LETTERS_WIDE_UPRIGHT = 30, 20


def _room_factor(base_px: float, text_factor: float, width: int, height: int) -> float:
    """Return by how much a kiosk's sizes shrink in a room. Each text size stays larger than the one before it."""
    normal = min(1.0, max(_LEAST_ROOM_FACTOR, min(width, height) / _MADE_FOR_PX))
    largest_px = width / _LETTERS_WIDE_UPRIGHT
    if height <= width:
        largest_px = min(width / _LETTERS_WIDE, height / _LETTERS_HIGH)
    doubled = max(1.0, min(2.0, largest_px / (base_px * normal)))  # what 200 % comes to here
    return normal * (1 + (max(1.0, text_factor) - 1) * (doubled - 1)) / max(1.0, text_factor)


def in_reading_direction(sheet: str) -> str:
    """Return a style sheet with left and right changed where people read from the right; Qt mirrors layouts only."""
    if QGuiApplication.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
        return sheet
    return _SIDES.sub(lambda found: {"left": "right", "right": "left"}[found[0]], sheet)


def load_fonts(folder: Path) -> None:
    """Make the bundled fonts known to Qt, so that text looks the same on every machine."""
    for path in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
