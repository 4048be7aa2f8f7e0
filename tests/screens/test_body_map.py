"""The body on the stage: touched by hand, key and name; lit, zoomed, never mirrored."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.outlines import Direction, neighbour
from spasm_gui.drawing.pictures import BodyDrawing, View, load_drawing
from spasm_gui.places import assets_dir
from spasm_gui.screens.body_map import BodyMap, FigureTheme, LitPlace, MapWords, MuscleLabel
from spasm_gui.screens.body_map_buttons import RegionButton
from spasm_gui.screens.body_map_camera import body_box
from spasm_gui.screens.body_map_framing import whole_framing
from spasm_gui.screens.body_map_regions import Regions
from spasm_gui.screens.body_map_words import name_tag_area
from tests.screens.keyboard import press

LIGHT = FigureTheme(
    page="#FBF7F0",
    card="#FFFDF9",
    ink="#15232C",
    ink2="#48545C",
    border="#857A6B",
    accent="#0D5B67",
    accent_tint="#DFECEC",
    veil="#FBF7F0",
    outline_outer="#FFFDF9",
    outline_inner="#08434C",
    veil_beside_chosen=0.42,
    veil_always=0.0,
    outline_pens=(10.4, 6.4),
    has_region_lines=False,
    has_ground_shadow=True,
    muscle_opacity_idle=0.58,
    muscle_opacity_beside_chosen=0.30,
    pain="#3A0806",
    pain_fill_opacity=(0.07, 0.12, 0.17),
    pain_hatch_gap=(15.0, 10.0, 6.5),
    pain_hatch_width=(1.6, 2.1, 2.6),
    focus_ring="#FFD65A",
    focus_ring_edge="#15232C",
)
DARK = replace(
    LIGHT,
    page="#121A1F",
    card="#1B252B",
    ink="#F4EDE2",
    veil="#121A1F",
    outline_outer="#7FCBD3",
    outline_inner="#0C1216",
    veil_beside_chosen=0.36,
    veil_always=0.12,
    outline_pens=(10.0, 4.0),
    has_ground_shadow=False,
)
CONTRAST = replace(DARK, page="#000000", card="#000000", veil="#000000", outline_outer="#FFE14D", has_region_lines=True)
WORDS = MapWords("Your left", "Your right", "Whole body", "Right calf instead", "Back view.")

DRAWING = load_drawing(assets_dir())
NAMES = {
    (outline.region, outline.side): f"{outline.side} {outline.region.replace('-', ' ')}"
    for name in DRAWING.views
    for outline in DRAWING.view(name).outlines
}
FRONT, BACK = DRAWING.view("front"), DRAWING.view("back")


@pytest.fixture
def body_map(qtbot: QtBot) -> Iterator[BodyMap]:
    yield shown(qtbot, BodyMap(DRAWING, NAMES))


def shown(qtbot: QtBot, body_map: BodyMap) -> BodyMap:
    qtbot.addWidget(body_map)
    body_map.set_figure_theme(LIGHT)
    body_map.set_words(WORDS)
    body_map.set_reduced_motion(True)
    body_map.resize(604, 736)
    with qtbot.waitExposed(body_map):
        body_map.show()
    body_map.activateWindow()
    return body_map


def difference(one: QImage, other: QImage) -> int:
    """The largest difference of any colour between two pictures."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(first - second) for first, second in pairs)


def is_page(colour: QColor) -> bool:
    """Whether nobody can tell a colour from the page."""
    page = QColor(LIGHT.page)
    ways = (colour.red() - page.red(), colour.green() - page.green(), colour.blue() - page.blue())
    return all(abs(way) <= 2 for way in ways)


def button_of(body_map: BodyMap, region: str, side: str) -> RegionButton:
    button = body_map.region_button(region, side)
    assert button is not None
    return button


def on_stage(body_map: BodyMap, view: View, point_map: tuple[float, float]) -> QPoint:
    """Where a point of the sheet lies on the stage, worked out from two buttons and not from the framing."""
    first, second = view.outlines[0], view.outlines[-1]
    boxes = [button_of(body_map, one.region, one.side).geometry() for one in (first, second)]
    scale = (boxes[1].y() - boxes[0].y()) / (second.box[1] - first.box[1])
    x = boxes[0].x() + (point_map[0] - first.box[0]) * scale
    y = boxes[0].y() + (point_map[1] - first.box[1]) * scale
    return QPoint(round(x), round(y))


def touch(qtbot: QtBot, body_map: BodyMap, point: QPoint) -> None:
    """Press whatever a finger meets there."""
    target = body_map.childAt(point) or body_map
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, target.mapFrom(body_map, point))


def zoomed_to_the_calf(qtbot: QtBot, body_map: BodyMap) -> None:
    body_map.show_view("back")
    body_map.show_lit([LitPlace("calf", "left")])
    with qtbot.waitSignal(body_map.settled):
        body_map.zoom_to("calf", "left")


# ------------------------------------------------------------------ touching


@pytest.mark.parametrize("view", [FRONT, BACK], ids=lambda view: view.name)
def test_a_touch_in_the_middle_of_a_region_reports_it(qtbot: QtBot, body_map: BodyMap, view: View) -> None:
    body_map.show_view(view.name)
    for outline in view.outlines:
        with qtbot.waitSignal(body_map.region_touched) as caught:
            touch(qtbot, body_map, on_stage(body_map, view, outline.centre))
        assert caught.args == [outline.region, outline.side]


@pytest.mark.parametrize(
    ("point_map", "expected"),
    [
        pytest.param((896, 1000), ["hand", "left"], id="beside the left hand"),
        pytest.param((104, 1000), ["hand", "right"], id="beside the right hand"),
        pytest.param((500, 20), ["scalp", "left"], id="above the head"),
        pytest.param((705, 1500), ["shin", "left"], id="beside the shin"),
    ],
)
def test_a_touch_beside_the_body_goes_to_the_nearest_region(
    qtbot: QtBot, body_map: BodyMap, point_map: tuple[float, float], expected: list[str]
) -> None:
    with qtbot.waitSignal(body_map.region_touched) as caught:
        touch(qtbot, body_map, on_stage(body_map, FRONT, point_map))
    if expected[0] == "scalp":
        assert caught.args is not None
        assert caught.args[0] == "scalp"
    else:
        assert caught.args == expected


def test_a_touch_far_from_the_body_touches_nothing(qtbot: QtBot, body_map: BodyMap) -> None:
    with qtbot.assertNotEmitted(body_map.region_touched):
        touch(qtbot, body_map, QPoint(20, 600))


def test_a_press_that_slides_off_touches_nothing(qtbot: QtBot, body_map: BodyMap) -> None:
    beside = on_stage(body_map, FRONT, (896, 1000))
    with qtbot.assertNotEmitted(body_map.region_touched):
        QTest.mousePress(body_map, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, beside)
        QTest.mouseRelease(body_map, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(20, 600))


def test_a_region_without_a_name_cannot_be_touched(qtbot: QtBot) -> None:
    few = {place: name for place, name in NAMES.items() if place[0] != "hand"}
    body_map = shown(qtbot, BodyMap(DRAWING, few))
    assert body_map.region_button("hand", "left") is None
    assert body_map.region_button("forearm", "left") is not None


# ------------------------------------------------------------------ sides


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(("view", "left_is_right"), [("front", True), ("back", False)])
def test_left_is_the_patients_left_in_every_language(
    qtbot: QtBot, qapp: QApplication, direction: Qt.LayoutDirection, view: str, left_is_right: bool
) -> None:
    qapp.setLayoutDirection(direction)
    try:
        body_map = shown(qtbot, BodyMap(DRAWING, NAMES))
        body_map.show_view(view)
        assert body_map.layoutDirection() == Qt.LayoutDirection.LeftToRight
        middle = body_map.width() / 2
        for button in body_map.findChildren(RegionButton):
            centre = on_stage(body_map, DRAWING.view(view), button.outline.centre)
            assert (centre.x() > middle) == ((button.outline.side == "left") == left_is_right)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_picture_is_the_same_in_every_direction(qtbot: QtBot, qapp: QApplication) -> None:
    first = picture(shown(qtbot, BodyMap(DRAWING, NAMES)))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert picture(shown(qtbot, BodyMap(DRAWING, NAMES))) == first
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_every_region_says_its_name_and_side(body_map: BodyMap) -> None:
    for view in ("front", "back"):
        body_map.show_view(view)
        buttons = body_map.findChildren(RegionButton)
        assert len(buttons) == len(DRAWING.view(view).outlines)
        for button in buttons:
            region, side = button.place
            assert button.objectName() == f"region.{region}.{side}"
            assert button.accessibleName() == NAMES[region, side]
            assert side in button.accessibleName()
        assert len({button.objectName() for button in buttons}) == len(buttons)


# ------------------------------------------------------------------ keys


def focused_place() -> tuple[str, str]:
    focused = QApplication.focusWidget()
    assert isinstance(focused, RegionButton)
    return focused.place


@pytest.mark.parametrize("view", ["front", "back"])
def test_arrows_move_the_focus_to_every_region(qtbot: QtBot, body_map: BodyMap, view: str) -> None:
    body_map.show_view(view)
    keys = {
        Direction.LEFT: Qt.Key.Key_Left,
        Direction.RIGHT: Qt.Key.Key_Right,
        Direction.UP: Qt.Key.Key_Up,
        Direction.DOWN: Qt.Key.Key_Down,
    }
    outlines = DRAWING.view(view).outlines
    reached = set()
    for outline in outlines:
        for direction, key in keys.items():
            button_of(body_map, outline.region, outline.side).setFocus()
            press(key)
            there = neighbour(outline, direction, outlines) or outline
            assert focused_place() == (there.region, there.side)
            reached.add(focused_place())
    assert reached == {(outline.region, outline.side) for outline in outlines}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select])
def test_a_key_touches_the_region_it_is_on(qtbot: QtBot, body_map: BodyMap, key: Qt.Key) -> None:
    button_of(body_map, "knee", "right").setFocus()
    with qtbot.waitSignal(body_map.region_touched) as caught:
        press(key)
    assert caught.args == ["knee", "right"]


def test_letters_go_to_regions_by_name(qtbot: QtBot, body_map: BodyMap) -> None:
    button_of(body_map, "face", "left").setFocus()
    press(Qt.Key.Key_K)
    assert focused_place()[0] == "knee"
    first = focused_place()
    press(Qt.Key.Key_K)
    assert focused_place() == ("knee", "left" if first[1] == "right" else "right")


def test_several_letters_name_one_region(qtbot: QtBot, body_map: BodyMap) -> None:
    button_of(body_map, "face", "left").setFocus()
    for key in (Qt.Key.Key_C, Qt.Key.Key_A):
        press(key)
    assert focused_place()[0] == "calf"


def test_tab_stops_once_and_where_one_was_last(qtbot: QtBot, body_map: BodyMap) -> None:
    button_of(body_map, "knee", "left").setFocus()
    stops = [
        button.place for button in body_map.findChildren(RegionButton) if button.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [("knee", "left")]


def test_the_keyboards_ring_is_seen_and_the_pointers_focus_is_not(qtbot: QtBot, body_map: BodyMap) -> None:
    ring = QColor(LIGHT.focus_ring)
    button = button_of(body_map, "thigh-front", "left")
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert colours_in(body_map, button).count(ring.rgb()) == 0
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert colours_in(body_map, button).count(ring.rgb()) > 100


@pytest.mark.parametrize("is_lit", [False, True])
def test_every_action_of_an_assistive_tool_touches_the_region(qtbot: QtBot, body_map: BodyMap, is_lit: bool) -> None:
    body_map.show_lit([LitPlace("calf", "left")] if is_lit else [])
    button = button_of(body_map, "calf", "left")
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.text(QAccessible.Text.Name) == "left calf"
    assert interface.state().checked == is_lit
    actions = interface.actionInterface()
    names = [name for name in actions.actionNames() if name != "SetFocus"]
    assert names
    for name in names:
        with qtbot.waitSignal(body_map.region_touched) as caught:
            actions.doAction(name)
        assert caught.args == ["calf", "left"]
        assert button.isChecked() == is_lit


# ------------------------------------------------------------------ states


def picture(body_map: BodyMap) -> QImage:
    return body_map.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def colours_in(body_map: BodyMap, button: RegionButton) -> list[int]:
    image = picture(body_map).copy(button.geometry())
    return [image.pixel(x, y) for y in range(image.height()) for x in range(image.width())]


def colour_at(body_map: BodyMap, view: View, region: str, side: str) -> QColor:
    outline = view.outline(region, side)
    assert outline is not None
    return picture(body_map).pixelColor(on_stage(body_map, view, outline.centre))


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_a_lit_calf_is_at_full_strength_and_the_rest_steps_back(body_map: BodyMap, theme: FigureTheme) -> None:
    body_map.set_figure_theme(theme)
    body_map.show_view("back")
    idle = colour_at(body_map, BACK, "calf", "left")
    idle_other = colour_at(body_map, BACK, "calf", "right")
    body_map.show_lit([LitPlace("calf", "left")])
    lit = colour_at(body_map, BACK, "calf", "left")
    other = colour_at(body_map, BACK, "calf", "right")
    assert lit.hsvSaturation() > idle.hsvSaturation() + 10
    page = QColor(theme.page)
    assert _distance(other, page) < _distance(idle_other, page)


def _distance(one: QColor, other: QColor) -> int:
    return abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue())


def test_lit_regions_are_checked_and_touching_does_not_check(qtbot: QtBot, body_map: BodyMap) -> None:
    body_map.show_lit([LitPlace("calf", "both"), LitPlace("jaw", "left", 7, False), LitPlace("nowhere", "left")])
    checked = {button.place for button in body_map.findChildren(RegionButton) if button.isChecked()}
    assert checked == {("calf", "left"), ("calf", "right"), ("jaw", "left")}
    button_of(body_map, "knee", "left").click()
    assert not button_of(body_map, "knee", "left").isChecked()
    body_map.show_lit([])
    assert not any(button.isChecked() for button in body_map.findChildren(RegionButton))


def test_lit_regions_stay_lit_in_the_other_view(body_map: BodyMap) -> None:
    body_map.show_lit([LitPlace("calf", "left")])
    body_map.show_view("back")
    assert button_of(body_map, "calf", "left").isChecked()


def test_after_everything_the_figure_looks_untouched(qtbot: QtBot, body_map: BodyMap) -> None:
    before = picture(body_map)
    body_map.show_lit([LitPlace("chest", "left", 9), LitPlace("jaw", "right", None, False)])
    assert picture(body_map) != before
    with qtbot.waitSignal(body_map.settled):
        body_map.zoom_to("chest", "left")
    body_map.set_labels([MuscleLabel("Chest", "Pectoralis", (600, 450))])
    with qtbot.waitSignal(body_map.settled):
        body_map.zoom_out()
    body_map.show_lit([])
    assert picture(body_map) == before


@pytest.mark.parametrize(("weaker", "stronger"), [(None, 2), (2, 5), (5, 9)])
def test_more_pain_is_hatched_more_densely(body_map: BodyMap, weaker: int | None, stronger: int) -> None:
    def darkness(strength: int | None) -> float:
        body_map.show_lit([LitPlace("thigh-front", "left", strength)])
        colours = colours_in(body_map, button_of(body_map, "thigh-front", "left"))
        return sum(255 - QColor(one).lightness() for one in colours) / len(colours)

    assert darkness(stronger) > darkness(weaker) + 2


def test_the_pointer_brings_a_region_out_and_leaves_no_trace(qtbot: QtBot, body_map: BodyMap) -> None:
    before = picture(body_map)
    button = button_of(body_map, "thigh-front", "left")
    button.pointed_at.emit(*button.place, button.geometry().center().toPointF())
    assert picture(body_map) != before
    button.pointer_left.emit(*button.place)
    assert picture(body_map) == before


# ------------------------------------------------------------------ views and zoom


def test_no_region_lies_in_the_corner_before_it_has_its_place(body_map: BodyMap) -> None:
    regions = Regions(NAMES, body_map)
    regions.show(BACK)
    assert all(button.isHidden() for button in regions.buttons.values())
    regions.lay_out(whole_framing(BACK.canvas, (604, 736)))
    assert not any(button.isHidden() for button in regions.buttons.values())


@pytest.mark.parametrize("pointer", [QPointF(30, 60), QPointF(10, 30), QPointF(120, 80)])
def test_the_name_at_the_pointer_leaves_the_words_for_the_side_in_sight(body_map: BodyMap, pointer: QPointF) -> None:
    words = QRectF(24, 24, 120, 26)
    area = name_tag_area("left knee", pointer, body_map.size(), body_map.font(), [words])
    assert not area.intersects(words.toAlignedRect())
    assert body_map.rect().contains(area)


def test_lines_go_out_with_the_paper_where_a_sheet_is_cut(body_map: BodyMap) -> None:
    body_map.show_view("palm-left")
    cut = max(DRAWING.view("palm-left").outlines, key=lambda one: one.box[1] + one.box[3])
    shape = body_map.shape(cut.region, "left").boundingRect()
    edge = QRect(round(shape.left()), round(shape.bottom()) - 4, round(shape.width()), 10)
    before = body_map.grab(edge).toImage()
    body_map.show_lit([LitPlace(cut.whole, "left", part=cut.region if cut.part_of else "")])
    assert button_of(body_map, cut.region, "left").isChecked()
    assert difference(before, body_map.grab(edge).toImage()) < 24


@pytest.mark.parametrize("view", ["front", "back", *DRAWING.views_from_the_side])
def test_the_shadow_lies_under_the_feet_and_ends_on_its_sheet(body_map: BodyMap, view: str) -> None:
    body_map.show_view(view)
    shown = DRAWING.view(view)
    image, framing = body_map.grab().toImage(), whole_framing(body_box(shown), (604, 736))
    left, top, width, height = framing.box_to_stage(shown.canvas)
    soles = max(framing.box_to_stage(one.box)[1] + one.box[3] * framing.scale for one in shown.outlines)
    for y in range(round(soles) + 14, min(image.height(), round(top + height))):
        assert all(is_page(image.pixelColor(x, y)) for x in range(0, 604, 3))
    for x in (left + 1, left + width - 2):
        assert is_page(image.pixelColor(max(0, min(603, round(x))), round(soles) - 6))


def test_another_view_has_its_own_buttons(qtbot: QtBot, body_map: BodyMap) -> None:
    with qtbot.waitSignal(body_map.view_changed) as caught:
        body_map.show_view("back")
    assert caught.args == ["back"]
    assert body_map.view == "back"
    assert body_map.region_button("chest", "left") is None
    assert body_map.region_button("buttock", "left") is not None
    with qtbot.assertNotEmitted(body_map.view_changed):
        body_map.show_view("back")


@pytest.mark.parametrize("view", DRAWING.views)
def test_every_view_shows_and_zooms(qtbot: QtBot, body_map: BodyMap, view: str) -> None:
    body_map.show_view(view)
    outline = DRAWING.view(view).outlines[0]
    with qtbot.waitSignal(body_map.settled):
        body_map.zoom_to(outline.region, outline.side)
    large = button_of(body_map, outline.region, outline.side).geometry()
    assert body_map.rect().contains(large)
    if DRAWING.view(view).is_close_up:  # its part is known by what surrounds it, so the sheet stays in sight
        sheet = [button.geometry() for button in body_map.findChildren(RegionButton)]
        assert sum(body_map.rect().intersects(one) for one in sheet) >= len(sheet) - 1
    else:
        assert large.height() > 300 or large.width() > 200


def test_zoom_moves_and_ends_sharp(qtbot: QtBot, body_map: BodyMap) -> None:
    body_map.set_reduced_motion(False)
    body_map.show_view("back")
    small = button_of(body_map, "calf", "left").height()
    with qtbot.waitSignal(body_map.settled):
        body_map.zoom_to("calf", "left")
        was_moving = body_map.is_moving
        with qtbot.assertNotEmitted(body_map.region_touched):
            button_of(body_map, "calf", "left").click()
    assert (was_moving, body_map.is_moving) == (True, False)
    assert button_of(body_map, "calf", "left").height() > 3 * small


def test_the_small_figure_leads_back(qtbot: QtBot, body_map: BodyMap) -> None:
    back = body_map.findChild(QAbstractButton, "wholeBody")
    other = body_map.findChild(QAbstractButton, "otherSide")
    assert back is not None
    assert other is not None
    assert not back.isVisible()
    zoomed_to_the_calf(qtbot, body_map)
    assert (back.isVisible(), other.isVisible()) == (True, True)
    assert (back.accessibleName(), other.accessibleName()) == ("Whole body", "Right calf instead")
    for button, signal in ((back, body_map.whole_body_requested), (other, body_map.swap_side_requested)):
        assert min(button.width(), button.height()) >= 44
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_arrow_to_a_region_off_the_stage_asks_for_the_whole_body(qtbot: QtBot, body_map: BodyMap) -> None:
    zoomed_to_the_calf(qtbot, body_map)
    button_of(body_map, "knee", "left").setFocus()
    with qtbot.waitSignal(body_map.whole_body_requested):
        for _ in range(4):
            press(Qt.Key.Key_Up)


@pytest.mark.parametrize("size", [(604, 736), (424, 704), (1080, 800)])
@pytest.mark.parametrize("text_size", [1.0, 1.6])
def test_names_stand_apart_and_on_the_stage(
    qtbot: QtBot, body_map: BodyMap, size: tuple[int, int], text_size: float
) -> None:
    body_map.resize(*size)
    body_map.set_text_size(text_size)
    zoomed_to_the_calf(qtbot, body_map)
    bare = picture(body_map)
    muscles = [one for one in BACK.muscles if (one.region, one.side) == ("calf", "left")]
    body_map.set_labels([MuscleLabel(one.muscle.title(), one.muscle, one.centre) for one in muscles])
    assert picture(body_map) != bare
    body_map.set_labels([])
    assert picture(body_map) == bare


def test_a_damaged_view_leaves_the_shown_one(qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    shutil.copytree(assets_dir() / "pictures", tmp_path / "pictures")
    drawing: BodyDrawing = load_drawing(tmp_path)
    body_map = shown(qtbot, BodyMap(drawing, NAMES))
    for name in ("back-skin.webp", "front-sharp.zip"):
        (tmp_path / "pictures" / name).write_bytes(b"x")
    with pytest.raises(DrawingError):
        body_map.show_view("back")
    assert body_map.view == "front"
    with qtbot.waitSignal(body_map.settled):
        body_map.zoom_to("knee", "left")
    assert "front-sharp.zip" in caplog.text
    picture(body_map)


def test_nothing_runs_while_the_stage_stands_still(qtbot: QtBot, body_map: BodyMap) -> None:
    zoomed_to_the_calf(qtbot, body_map)
    assert not body_map.is_moving
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in body_map.findChildren(QTimer)))


def test_a_map_that_is_not_shown_yet_knows_its_size(qtbot: QtBot) -> None:
    body_map = BodyMap(DRAWING, NAMES)
    qtbot.addWidget(body_map)
    body_map.resize(604, 736)
    hidden = body_map.paper_beside(400, 700)
    assert shown(qtbot, body_map).paper_beside(400, 700) == hidden
