"""How fast the body answers, side by side with a bare widget that draws one picture: `python bench/body_map.py`.

Both stand in one process, in software, at 1920 x 1080, and take turns, so that a slow machine slows both. p95 is what
95 of 100 keep below. The second table has N times the corners of every outline (`--outlines N`), to see how it grows.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec.structs import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from spasm_gui import app
from spasm_gui.drawing.outlines import FINGERTIP_MM, region_at
from spasm_gui.drawing.pictures import BodyDrawing, load_drawing
from spasm_gui.places import assets_dir
from spasm_gui.screens.body_map import BodyMap, LitPlace
from spasm_gui.screens.body_map_buttons import RegionButton
from spasm_gui.screens.theme import Theme

STAGE = QSize(1920, 1080)
ROUNDS = 40
FINGERTIP_ON_THE_SHEET = FINGERTIP_MM * 96 / 25.4 * 1757 / 1024  # of a whole figure on this stage
MEMORY_VIEWS = ("front", "back", "head")


class Bare(QWidget):
    """A widget that draws one picture."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(STAGE)
        self.picture = QPixmap(STAGE)
        self.picture.fill()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(event.rect(), self.picture, event.rect())
        painter.end()


def milliseconds(act: Callable[[], object]) -> float:
    """How long an act takes until everything it changed is painted."""
    begin = time.perf_counter()
    act()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return (time.perf_counter() - begin) * 1000


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 keep below."""
    return sorted(values)[min(len(values) - 1, round(len(values) * 0.95))]


def settled(body: BodyMap) -> None:
    """Wait until the picture stands still."""
    for _ in range(400):
        QApplication.processEvents()
        if not body.is_moving:
            break
        time.sleep(0.002)
    for _ in range(6):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def made(drawing: BodyDrawing) -> BodyMap:
    """A map as the program shows it."""
    names = {(o.region, o.side): f"{o.side} {o.region}" for v in drawing.views for o in drawing.view(v).outlines}
    body = BodyMap(drawing, names)
    body.set_figure_theme(Theme(app.tokens(), "light").figure)
    body.set_reduced_motion(True)
    body.resize(STAGE)
    body.show()
    settled(body)
    return body


def frames_of_a_zoom(body: BodyMap, region: str) -> list[float]:
    """How long each frame of a zoom in and out takes to paint."""
    frames = []
    body.set_reduced_motion(False)
    for act in (lambda: body.zoom_to(region, "left"), body.zoom_out):
        act()
        while body.is_moving:
            QApplication.processEvents()  # moves the animation on and paints
            body.update()
            begin = time.perf_counter()
            body.repaint()
            frames.append((time.perf_counter() - begin) * 1000)
        settled(body)
    body.set_reduced_motion(True)
    return frames


def measured(drawing: BodyDrawing) -> dict[str, tuple[float, float]]:
    """Each figure of the map, and of the bare widget where there is one to compare."""
    body, bare = made(drawing), Bare()
    bare.show()
    settled(body)
    touch, hover, plain, zoom = [], [], [], []
    regions = [one for one in drawing.view("front").outlines if one.side == "left"]
    for count in range(ROUNDS):
        outline = regions[count % len(regions)]
        place = [LitPlace(outline.region, outline.side, count % 11)]
        touch.append(milliseconds(lambda place=place: (body.show_lit(place), body.repaint())))
        plain.append(milliseconds(bare.repaint))
        body.show_lit([])
        settled(body)
        button = body.region_button(outline.region, outline.side)
        assert isinstance(button, RegionButton)
        middle = QPointF(button.geometry().center())
        hover.append(milliseconds(lambda b=button, at=middle: b.pointed_at.emit(*b.place, at)))
        button.pointer_left.emit(*button.place)
        settled(body)
    body.show_lit([LitPlace("calf", "left", 5)])
    settled(body)
    for _ in range(4):
        zoom += frames_of_a_zoom(body, "calf")
        zoom += frames_of_a_zoom(body, "chest")
    outlines = drawing.view("front").outlines
    points = [(x * 37.0 % 1000, y * 53.0 % 1900) for x in range(50) for y in range(40)]
    begin = time.perf_counter()
    for point in points:
        region_at(point, outlines, FINGERTIP_ON_THE_SHEET)
    hit = (time.perf_counter() - begin) * 1000 / len(points)
    return {
        "touch to lit, p95 ms": (p95(touch), p95(plain)),
        "touch to lit, median ms": (statistics.median(touch), statistics.median(plain)),
        "hover, p95 ms": (p95(hover), p95(plain)),
        "zoom frame, p95 ms": (p95(zoom), p95(plain)),
        "hit test, mean ms": (hit, 0.0),
    }


def resident_mb() -> float:
    """How much memory this process holds."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6


def remember(what: str) -> None:
    """Print the memory of a process that shows the bare widget, or the map with three of its views."""
    application = app.application()
    if what == "bare":
        widget: QWidget = Bare()
        widget.show()
    else:
        body = made(load_drawing(assets_dir()))
        for view in MEMORY_VIEWS:
            body.show_view(view)
            settled(body)
        body.show_view(MEMORY_VIEWS[0])
        settled(body)
        widget = body
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    print(f"{resident_mb():.1f}")
    widget.close()


def many(drawing: BodyDrawing, times: int) -> BodyDrawing:
    """The drawing with each outline cut into finer pieces: as many times the corners, the same shape."""
    views = {}
    for name in drawing.views:
        view = drawing.view(name)
        outlines = tuple(replace(one, rings=tuple(finer(ring, times) for ring in one.rings)) for one in view.outlines)
        views[name] = replace(view, outlines=outlines)
    return BodyDrawing(assets_dir(), views)


def finer(ring: tuple[float, ...], times: int) -> tuple[float, ...]:
    """A ring with as many times the corners."""
    points: list[float] = []
    for index in range(0, len(ring), 2):
        x0, y0 = ring[index], ring[index + 1]
        x1, y1 = ring[(index + 2) % len(ring)], ring[(index + 3) % len(ring)]
        for step in range(times):
            points += [x0 + (x1 - x0) * step / times, y0 + (y1 - y0) * step / times]
    return tuple(points)


def main() -> None:
    """Measure, and print figures with their ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--memory", choices=("bare", "map"), help=argparse.SUPPRESS)
    parser.add_argument("--outlines", type=int, default=10, metavar="N", help="how many times the corners (10)")
    options = parser.parse_args()
    if options.memory:
        remember(options.memory)
        return
    app.application()
    drawing = load_drawing(assets_dir())
    usual = measured(drawing)
    print(f"{'at 1920 x 1080, in software':32} {'map':>9} {'bare':>9} {'ratio':>7}")
    for name, (map_ms, bare_ms) in usual.items():
        ratio = f"{map_ms / bare_ms:7.2f}" if bare_ms else "      -"
        print(f"{name:32} {map_ms:9.3f} {bare_ms:9.3f} {ratio}")
    memory = {}
    for what in ("bare", "map"):
        command = [sys.executable, __file__, "--memory", what]
        memory[what] = float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    over = memory["map"] - memory["bare"]
    ratio = memory["map"] / memory["bare"]
    print(f"{'memory, three views, MB':32} {memory['map']:9.1f} {memory['bare']:9.1f} {ratio:7.2f}")
    print(f"{'':32} {over:9.1f} above the bare window")
    finest = measured(many(drawing, options.outlines))
    print(f"with {options.outlines} times the corners of every outline, against the usual:")
    for name, (map_ms, _) in finest.items():
        print(f"{name:32} {map_ms:9.3f} {usual[name][0]:9.3f} {map_ms / usual[name][0]:7.2f}")


if __name__ == "__main__":
    main()
