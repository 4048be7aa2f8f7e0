"""Contrast on the body, measured in the painted pixels: every state of every region, in every view and theme.

A line that means something stands out from one side of it by 3 to 1 (that is what a double outline is for: where the
body swallows one colour, the other is seen), a text from all that lies behind it by 4.5 to 1. Lines are followed along
the shape of the region and looked at across; texts are found by painting them twice, once in another ink.
"""

import math
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app
from spasm_gui.drawing.pictures import View, load_drawing
from spasm_gui.places import assets_dir
from spasm_gui.screens.body_map import BodyMap, FigureTheme, LitPlace, MapWords, MuscleLabel
from spasm_gui.screens.body_map_buttons import RegionButton
from spasm_gui.screens.body_map_camera import body_box
from spasm_gui.screens.body_map_framing import Framing, sheet_framing, whole_framing
from spasm_gui.screens.body_map_paint import LINES_GO_OUT
from spasm_gui.screens.body_map_values import ReferredArrow
from spasm_gui.screens.theme import THEME_NAMES, Theme

TEXT, LINE = 4.5, 3.0
MOST_UNSEEN = 0.18  # of a line: where it turns sharply, where a place is very narrow, or a word stands on it
DRAWING = load_drawing(assets_dir())
NAMES = {
    (outline.region, outline.side): f"{outline.side} {outline.region.replace('-', ' ')}"
    for name in DRAWING.views
    for outline in DRAWING.view(name).outlines
}
WORDS = MapWords("Your left", "Your right", "Whole body", "Right calf instead", "Back view.")
HOVER_PENS, SMALL_FIGURE_PENS = 0.65, 0.8
POINTS = 20  # on the border of a region
STAGE = (604, 736)

LUMINANCE = [(value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4) for value in range(256)]


def luminance(pixel: int) -> float:
    return (
        0.2126 * LUMINANCE[pixel >> 16 & 255] + 0.7152 * LUMINANCE[pixel >> 8 & 255] + 0.0722 * LUMINANCE[pixel & 255]
    )


def contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


@pytest.fixture(params=THEME_NAMES)
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> FigureTheme:
    app.application()
    return Theme(app.tokens(), request.param).figure


@pytest.fixture
def body(qtbot: QtBot, theme: FigureTheme) -> Iterator[BodyMap]:
    body = BodyMap(DRAWING, NAMES)
    qtbot.addWidget(body)
    body.set_figure_theme(theme)
    body.set_words(replace(WORDS, your_left="", your_right=""))
    body.set_reduced_motion(True)
    body.resize(*STAGE)
    with qtbot.waitExposed(body):
        body.show()
    yield body


# ------------------------------------------------------------------ lines


class Sight:
    """What the eye meets on and beside the border of one region."""

    def __init__(self, body: BodyMap, button: RegionButton) -> None:
        self.path = body.shape(*button.place)
        self.view = DRAWING.view(body.view)
        framing = framing_of(self.view)
        self.middle = QPointF(*framing.to_stage(*button.outline.centre))
        self.radius = button.outline.radius * framing.scale
        self.box = self.path.boundingRect().toAlignedRect().adjusted(-12, -12, 12, 12) & body.rect()
        self.across = list(self._find_across(body))
        self._lines_across: dict[float, list[list[tuple[int, int]]]] = {}

    def _find_across(self, body: BodyMap) -> Iterator[tuple[QPointF, QPointF]]:
        """Points of the border, and one pixel outwards from each; not where it turns sharply or is very narrow."""
        length = self.path.length()
        for step in range(POINTS):
            share = (step + 0.5) / POINTS
            at = self.path.pointAtPercent(share)
            before, after = (self.path.pointAtPercent((share + way / length) % 1.0) for way in (-4.0, 4.0))
            if is_going_out(self.view, at):
                continue
            way = after - before
            far = math.hypot(way.x(), way.y())
            if not 7.0 < far < 9.0:
                continue
            out = QPointF(-way.y(), way.x()) / far
            if not isinstance(body.childAt(at.toPoint()), RegionButton | None):
                continue  # a card lies there
            inside = [self.path.contains(at + out * away) for away in (-5, -3, 3, 5)]
            if inside in ([True, True, False, False], [False, False, True, True]):
                yield at, out if inside[0] else -out

    def lines_across(self, gap: float) -> list[list[tuple[int, int]]]:
        """The pixels of short lines across hatching of this gap that lie in the region; the same in every theme."""
        if gap not in self._lines_across:
            self._lines_across[gap] = list(self._find_lines_across(gap))
        return self._lines_across[gap]

    def _find_lines_across(self, gap: float) -> Iterator[list[tuple[int, int]]]:
        corner, step = QPointF(self.box.topLeft()), QPointF(1, 1) / math.sqrt(2)
        for aside in range(-int(min(self.radius, 30)), int(min(self.radius, 30)) + 1, 2):
            start = self.middle + QPointF(-step.y(), step.x()) * aside
            points = [start + step * (far / 2) for far in range(-round(gap * 1.3), round(gap * 1.3) + 1)]
            if any(is_going_out(self.view, end) for end in (points[0], points[-1])):
                continue
            if all(self.path.contains(point) for point in points[::4]):
                inside = [point - corner for point in points if self.box.contains(point.toPoint())]
                yield list(dict.fromkeys((int(point.x()), int(point.y())) for point in inside))

    def take(self, body: BodyMap) -> None:
        """Look at it as it is painted now."""
        self.image = QImage(self.box.size(), QImage.Format.Format_RGB32)
        painter = QPainter(self.image)
        body.render(painter, QPoint(0, 0), QRegion(self.box), QWidget.RenderFlag.DrawWindowBackground)
        painter.end()

    def unseen(self, away: Sequence[float], towards: Sequence[float]) -> float:
        """The share of the border where no pixel at these distances stands out from those at the other ones."""
        image, failed, looked = self.image, 0, 0
        width, height, corner = image.width(), image.height(), QPointF(self.box.topLeft())
        for at, out in self.across:
            values = []
            for distances in (away, towards):
                points = [(at + out * far - corner) for far in distances]
                values.append(
                    [
                        luminance(image.pixel(int(p.x()), int(p.y())))
                        for p in points
                        if 0 <= p.x() < width and 0 <= p.y() < height
                    ]
                )
            if not values[0] or not values[1]:
                continue
            looked += 1
            failed += max(contrast(one, other) for one in values[0] for other in values[1]) < LINE
        return failed / looked if looked else 0.0


def framing_of(view: View) -> Framing:
    """Where a view lies on the stage."""
    return sheet_framing(body_box(view), STAGE, 1.0) if view.is_close_up else whole_framing(body_box(view), STAGE)


def is_going_out(view: View, at: QPointF) -> bool:
    """Whether a cut edge of the sheet is on its way into the paper here: no body is left to be outlined."""
    point = framing_of(view).to_map(at.x(), at.y()) if view.fades else (0.0, 0.0)
    shares = ((point[one.axis == "y"] - one.nothing) / (one.full - one.nothing) for one in view.fades)
    return any(share < LINES_GO_OUT for share in shares)


_SIGHTS: dict[tuple[str, str], Sight] = {}


def sights(body: BodyMap) -> list[tuple[RegionButton, Sight]]:
    """Every region of the shown view, and where to look at it; the same in every theme."""
    found = []
    for button in body.findChildren(RegionButton):
        key = body.view, button.objectName()
        if key not in _SIGHTS:
            _SIGHTS[key] = Sight(body, button)
        found.append((button, _SIGHTS[key]))
    assert found
    return found


def lit(button: RegionButton, strength: int) -> LitPlace:
    outline = button.outline
    return LitPlace(outline.whole, outline.side, strength, part=outline.region if outline.part_of else "")


def outline_unseen(sight: Sight, theme: FigureTheme, pens: float) -> float:
    """Where neither the dark nor the light line of the double outline stands out from what is beside it."""
    outer, inner = (width * pens / 2 for width in theme.outline_pens)
    middle = (inner + outer) / 2
    return sight.unseen((inner * 0.3, inner * 0.6), (-4.0, -3.0, middle - 0.4, middle, middle + 0.4))


def hatching_unseen(sight: Sight, gap: float) -> float:
    """Across the hatching in the widest part: between its lines the region is seen, on them the pain."""
    failed, lines = 0, sight.lines_across(gap)
    for line in lines:
        values = [luminance(sight.image.pixel(x, y)) for x, y in line]
        failed += contrast(max(values), min(values)) < LINE
    return failed / len(lines) if lines else 0.0


def states_unseen(body: BodyMap, theme: FigureTheme, button: RegionButton, sight: Sight) -> Iterator[tuple[str, float]]:
    """How much of a region's line is not seen, in one state after the other."""
    body.show_lit([])
    button.pointed_at.emit(*button.place, QPointF(-900, -900))
    sight.take(body)
    yield "hovered", outline_unseen(sight, theme, HOVER_PENS)
    button.pointer_left.emit(*button.place)
    pens = body.is_close or SMALL_FIGURE_PENS
    for strength, gap in zip((2, 5, 8), theme.pain_hatch_gap, strict=True):
        body.show_lit([lit(button, strength)])
        sight.take(body)
        if strength == 5:
            yield "chosen", outline_unseen(sight, theme, pens)
        yield f"with pain {strength}", hatching_unseen(sight, gap)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    sight.take(body)
    yield "focused", sight.unseen((-0.5, 0.5), (-4.2, -3.6, 3.6, 4.2))
    button.clearFocus()


@pytest.mark.parametrize("view", [view for view in DRAWING.views if not view.endswith("-right")])
def test_every_state_of_every_region_is_seen(body: BodyMap, theme: FigureTheme, view: str) -> None:
    body.show_view(view)
    complaints = [
        f"{button.objectName()} {state}: {unseen:.0%} of its line is not seen"
        for button, sight in sights(body)
        for state, unseen in states_unseen(body, theme, button, sight)
        if unseen > MOST_UNSEEN
    ]
    assert complaints == []


def test_the_untouched_figure_stands_out_from_its_page(body: BodyMap) -> None:
    for view in ("front", "back"):
        body.show_view(view)
        image, unseen, looked = body.grab().toImage(), 0, 0
        paths = [sight.path for _, sight in sights(body)]
        for _, sight in sights(body):
            for at, out in sight.across:
                if any(path.contains(at + out * 7) for path in paths):
                    continue  # a border within the figure
                values = [
                    luminance(image.pixel(int(p.x()), int(p.y())))
                    for p in (at + out * (far / 2) for far in range(-16, 13))
                ]
                looked += 1
                unseen += contrast(max(values), min(values)) < LINE
        assert looked > 100
        assert unseen / looked <= MOST_UNSEEN, f"{view}: {unseen} of {looked} points of the figure's edge are not seen"


# ------------------------------------------------------------------ texts and arrows


def other_ink(theme: FigureTheme, *, is_first: bool) -> FigureTheme:
    return replace(theme, ink="#FF00FF" if is_first else theme.ink, ink2="#FF00FE")


def unreadable(
    qtbot: QtBot, body: BodyMap, theme: FigureTheme, area: QRect | None = None, *, is_first: bool = True
) -> list[str]:
    """Every pixel beside a letter from which the letter does not stand out, if there are more than a few.

    Args:
        is_first: look at the first ink too, which lines share; else only at the second, which is for words alone.
    """
    area = area or body.rect()
    painted = []
    for one in (other_ink(theme, is_first=is_first), theme):
        body.set_figure_theme(one)
        if body.is_close:
            with qtbot.waitSignal(body.settled):
                body.grab()  # what is enlarged is sharp a moment after it was first painted
        painted.append(taken(body, area))
    marked, plain = painted
    width, height = plain.width(), plain.height()
    rows, marks = pixels(plain), pixels(marked)
    inks = [luminance(QColor(one).rgb()) for one in (theme.ink, theme.ink2)]
    poor = grounds = letters = 0
    for y in range(2, height - 2):
        if rows[y] == marks[y]:
            continue
        for x in range(2, width - 2):
            if rows[y][x] == marks[y][x]:
                continue
            letters += 1
            is_second = marks[y][x] & 0xFFFFFF == 0xFF00FE
            for near_y, near_x in ((y - 2, x), (y + 2, x), (y, x - 2), (y, x + 2)):
                ground = rows[near_y][near_x]
                if ground == marks[near_y][near_x]:
                    grounds += 1
                    poor += contrast(luminance(ground), inks[is_second]) < TEXT
    assert letters > 50, "there is no text"
    return [f"{body.view}: {poor} of {grounds} pixels behind the text"] if poor > grounds * 0.05 else []


def pixels(image: QImage) -> list["memoryview[int]"]:
    bits: Any = image.constBits()
    width = image.width()
    every = memoryview(bytes(bits)).cast("I")
    return [every[y * width : (y + 1) * width] for y in range(image.height())]


def taken(body: BodyMap, area: QRect) -> QImage:
    return body.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_whose_left_and_right_it_is_can_be_read(qtbot: QtBot, body: BodyMap, theme: FigureTheme) -> None:
    body.set_words(WORDS)
    for view in ("front", "back", "palm-left"):
        body.show_view(view)
        assert unreadable(qtbot, body, theme) == []


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_names_of_muscles_and_the_caption_can_be_read(
    qtbot: QtBot, body: BodyMap, theme: FigureTheme, text_size: float
) -> None:
    body.set_words(WORDS)
    body.set_text_size(text_size)
    for view, region in (("back", "calf"), ("front", "chest"), ("back", "lower-back")):
        body.show_view(view)
        body.show_lit([LitPlace(region, "left")])
        with qtbot.waitSignal(body.settled):
            body.zoom_to(region, "left")
        muscles = [one for one in DRAWING.view(view).muscles if (one.region, one.side) == (region, "left")]
        body.set_labels([MuscleLabel(one.muscle.title(), one.muscle, one.centre) for one in muscles])
        assert unreadable(qtbot, body, theme, is_first=False) == []


def test_the_name_at_the_pointer_can_be_read(qtbot: QtBot, body: BodyMap, theme: FigureTheme) -> None:
    for region in ("chest", "thigh-front", "hand"):
        button = body.region_button(region, "left")
        assert button is not None
        at = button.geometry().center()
        button.pointed_at.emit(*button.place, QPointF(at))
        assert unreadable(qtbot, body, theme, QRect(at.x() - 250, at.y() - 80, 500, 160) & body.rect()) == []
        button.pointer_left.emit(*button.place)


def test_an_arrow_stands_out_from_its_edge_and_is_seen_on_the_body(body: BodyMap, theme: FigureTheme) -> None:
    before = taken(body, body.rect())
    body.show_referred([ReferredArrow((500, 743), "calf", "left"), ReferredArrow((518, 470), "jaw", "left")])
    after = taken(body, body.rect())
    wanted, edge = QColor(theme.referred).rgb() & 0xFFFFFF, QColor(theme.page).rgb() & 0xFFFFFF
    changed = [
        after.pixel(x, y) & 0xFFFFFF
        for y in range(after.height())
        for x in range(150, 450)
        if after.pixel(x, y) != before.pixel(x, y)
    ]
    assert changed.count(wanted) > 300
    assert changed.count(edge) > 100
    assert contrast(luminance(wanted), luminance(edge)) >= LINE
