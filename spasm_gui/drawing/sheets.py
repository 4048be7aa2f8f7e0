"""From the scanned SVG to views: which sheets there are, what can be touched on them, which muscles show.

Only the build comes here; the running program reads what the build wrote. The rules an editor of the drawing
has to keep (see the comment at the top of `body_map.svg`) are checked here, each with its line.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

from msgspec.structs import replace

from spasm_gui.drawing.errors import DrawingError
from spasm_gui.drawing.outlines import Muscle, Outline, Point, Ring, box_of, widest_circle
from spasm_gui.drawing.scan import Node
from spasm_gui.drawing.views import Fade

MAX_SEGMENTS = 100
"""More would make masks, hover and focus rings slow; a border that a finger follows needs fewer."""

MOST_FAR = 10_000.0
"""No coordinate lies farther from the origin, in map units. A sheet is a few hundred wide; a curve to nowhere would be
cut into pieces for ever."""

_FLATNESS = 0.3  # map units between a curve and its straight pieces
_PATH_WORD = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_REGION_ID = re.compile(r"(?P<view>[a-z-]+)/(?P<region>[a-z-]+)-(?P<side>left|right)")
_PART_OF = re.compile(r"[a-z-]*")
_FADE = re.compile(r"\s*(?P<axis>[xy])\s+(?P<nothing>-?[\d.]+)\s+(?P<full>-?[\d.]+)\s*")
_TRANSLATE = re.compile(r"translate\(\s*[-\d.]+(?:[\s,]+[-\d.]+)?\s*\)")

Segment = tuple[str, tuple[float, ...]]
"""`M` with 2 numbers, `L` with 2, `C` with 6, or `Z` with none; absolute."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One view of the drawing.

    Attributes:
        canvas: x, y, width and height of the sheet in its own units.
        art: the group that shows it, for the renderer.
        shared: gradients that an editor moved to the top of the file; any sheet may need them.
        fades: cut edges that go out into the paper.
    """

    name: str
    canvas: tuple[float, float, float, float]
    art: Node
    shared: tuple[Node, ...]
    outlines: tuple[Outline, ...]
    muscles: tuple[Muscle, ...]
    fades: tuple[Fade, ...] = ()


def read_sheets(root: Node, file: str) -> tuple[Sheet, ...]:
    """Return every view of the drawing, in file order.

    Raises:
        DrawingError: a group is missing, a sheet lies elsewhere in `art` than in `regions`, an id does not
            follow `view/region-side`, or an outline has curves, transforms or a size that touch cannot use.
    """
    reader = _Reader(file)
    art, regions = reader.group(root, "art"), reader.group(root, "regions")
    shared = tuple(node for node in root.children if node.tag == "defs")
    sheets = []
    for view_art in art.children:
        name = view_art.attributes.get("id", "").removeprefix("art/")
        if view_art.tag == "g" and name:
            sheets.append(reader.sheet(name, view_art, regions, shared))
    if not sheets:
        raise DrawingError(file, art.line, "the group 'art' holds no view such as 'art/front'")
    return tuple(sheets)


def mirrored(outline: Outline, middle_x: float) -> Outline:
    """Return the same region of the other side, for sheets that are drawn for one side only."""
    letters_and_numbers = outline.path.split()
    is_x = True
    words = []
    for word in letters_and_numbers:
        if word.isalpha():
            words.append(word)
            is_x = True
        else:
            words.append(_number(2 * middle_x - float(word)) if is_x else word)
            is_x = not is_x
    rings = tuple(
        tuple(round(2 * middle_x - value, 2) if index % 2 == 0 else value for index, value in enumerate(ring))
        for ring in outline.rings
    )
    centre = (round(2 * middle_x - outline.centre[0], 2), outline.centre[1])
    side = "right" if outline.side == "left" else "left"
    return replace(outline, side=side, path=" ".join(words), rings=rings, centre=centre, box=box_of(rings))


def mirrored_muscle(muscle: Muscle, middle_x: float) -> Muscle:
    """Return the same muscle of the other side."""
    side = "right" if muscle.side == "left" else "left"
    centre = (round(2 * middle_x - muscle.centre[0], 2), muscle.centre[1])
    return Muscle(muscle.muscle, muscle.region, side, centre)


def mirrored_fade(fade: Fade, middle_x: float) -> Fade:
    """Return the same cut edge of the other side."""
    if fade.axis == "y":
        return fade
    return Fade("x", round(2 * middle_x - fade.nothing, 2), round(2 * middle_x - fade.full, 2))


class _Reader:
    """Reads one file; knows its name for messages."""

    def __init__(self, file: str) -> None:
        self._file = file

    def group(self, parent: Node, group_id: str) -> Node:
        group = parent.child(group_id)
        if group is None or group.tag != "g":
            self._refuse(parent.line, f"the group '{group_id}' is missing")
        return group

    def sheet(self, name: str, art: Node, regions: Node, shared: tuple[Node, ...]) -> Sheet:
        touch = self.group(regions, f"regions/{name}")
        for attribute in ("transform", "data-canvas"):
            if art.attributes.get(attribute, "") != touch.attributes.get(attribute, ""):
                self._refuse(
                    touch.line,
                    f"'regions/{name}' and 'art/{name}' (line {art.line}) differ in {attribute}; "
                    "picture and touch would not lie on each other",
                )
        transform = art.attributes.get("transform", "translate(0 0)")
        if not _TRANSLATE.fullmatch(transform):
            self._refuse(art.line, f"'art/{name}' has '{transform}'; a view may only be moved by translate")
        numbers = self._numbers(art, "data-canvas", art.attributes.get("data-canvas", ""))
        if len(numbers) != 4 or numbers[2] <= 0 or numbers[3] <= 0:
            self._refuse(art.line, f"'art/{name}' needs data-canvas with x, y, width and height")
        canvas = (numbers[0], numbers[1], numbers[2], numbers[3])
        outlines = tuple(self._outline(name, node) for node in touch.children if node.tag == "path")
        if not outlines:
            self._refuse(touch.line, f"'regions/{name}' holds no outline")
        tissue = self.group(art, f"{name}/tissue")
        muscles = [self._muscle(name, node) for node in tissue.children if node.tag == "path"]
        found = tuple(muscle for muscle in muscles if muscle is not None)
        return Sheet(name, canvas, art, shared, outlines, found, self._fades(name, art))

    def _fades(self, view: str, art: Node) -> tuple[Fade, ...]:
        fades = []
        for text in filter(None, art.attributes.get("data-fade", "").split(";")):
            match = _FADE.fullmatch(text)
            if match is None or match["nothing"] == match["full"]:
                self._refuse(art.line, f"data-fade of 'art/{view}' should read 'y 258 226', not '{text.strip()}'")
            nothing, full = self._numbers(art, "data-fade", f"{match['nothing']} {match['full']}")
            fades.append(Fade(match["axis"], nothing, full))
        return tuple(fades)

    def _numbers(self, node: Node, attribute: str, text: str) -> list[float]:
        try:
            return [_coordinate(word) for word in text.split()]
        except ValueError as error:
            self._refuse(node.line, f"'{node.attributes.get('id', '')}' has {attribute} '{text}': {error}")

    def _outline(self, view: str, node: Node) -> Outline:
        element_id = node.attributes.get("id", "")
        match = _REGION_ID.fullmatch(element_id)
        if match is None or match["view"] != view:
            self._refuse(node.line, f"the id '{element_id}' should read '{view}/<region>-left' or '-right'")
        part_of = node.attributes.get("data-part-of", "")
        if not _PART_OF.fullmatch(part_of) or part_of == match["region"]:
            self._refuse(
                node.line, f"'{element_id}' has data-part-of '{part_of}'; the id of another region was expected"
            )
        segments = self._segments(node, element_id)
        drawn = sum(1 for letter, _ in segments if letter in "LC")
        if drawn > MAX_SEGMENTS:
            self._refuse(node.line, f"'{element_id}' has {drawn} segments; simplify it to {MAX_SEGMENTS}")
        rings = _flatten(segments)
        if not rings:
            self._refuse(node.line, f"'{element_id}' encloses nothing")
        centre, radius = widest_circle(rings)
        rounded = (round(centre[0], 2), round(centre[1], 2))
        path = " ".join(" ".join((letter, *map(_number, values))) for letter, values in segments)
        return Outline(match["region"], match["side"], path, rings, rounded, round(radius, 2), box_of(rings), part_of)

    def _muscle(self, view: str, node: Node) -> Muscle | None:
        element_id = node.attributes.get("id", "")
        region_id, _, muscle = element_id.rpartition("/")
        match = _REGION_ID.fullmatch(region_id)
        if match is None or match["view"] != view:
            self._refuse(node.line, f"the id '{element_id}' should read '{view}/<region>-<side>/<muscle>'")
        rings = _flatten(self._segments(node, element_id))
        if not rings:
            return None
        (x, y), _radius = widest_circle(rings, precision=1.0)
        return Muscle(muscle, match["region"], match["side"], (round(x, 1), round(y, 1)))

    def _segments(self, node: Node, element_id: str) -> list[Segment]:
        if "transform" in node.attributes:
            self._refuse(node.line, f"'{element_id}' has its own transform; apply it to the path")
        words = _PATH_WORD.findall(node.attributes.get("d", ""))
        try:
            return _absolute(words)
        except (IndexError, ValueError) as error:
            message = f"'{element_id}' is not a path of lines and curves (M, L, H, V, C, S, Z): {error}"
            raise DrawingError(self._file, node.line, message) from error

    def _refuse(self, line: int, message: str) -> NoReturn:
        raise DrawingError(self._file, line, message)


# ------------------------------------------------------------------ path data

_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4}


def _coordinate(word: str) -> float:
    return _near(float(word))


def _near(value: float) -> float:
    if not abs(value) <= MOST_FAR:  # so asked, it also refuses what is no number
        raise ValueError(f"{value:g} lies beyond {MOST_FAR:g}")
    return value


def _absolute(words: Sequence[str]) -> list[Segment]:
    """Return path data with absolute numbers and only M, L, C and Z. Editors write all the other letters."""
    segments: list[Segment] = []
    x = y = start_x = start_y = 0.0
    handle: Point | None = None  # the second control point of the curve before, for S
    index, letter = 0, ""
    while index < len(words):
        if words[index].isalpha():
            letter = words[index]
            index += 1
            if letter in "zZ":
                segments.append(("Z", ()))
                x, y, handle = start_x, start_y, None
                continue
        upper = letter.upper()
        if upper not in _COUNTS:
            raise ValueError(f"'{letter or words[index]}' stands there")
        count = _COUNTS[upper]
        values = [_coordinate(word) for word in words[index : index + count]]
        if len(values) < count:
            raise ValueError("it ends too early")
        index += count
        if letter.islower():
            origin = (y,) if upper == "V" else (x, y)
            values = [_near(value + origin[place % len(origin)]) for place, value in enumerate(values)]
        match upper:
            case "H":
                values = [values[0], y]
            case "V":
                values = [x, values[0]]
            case "S":
                first = (2 * x - handle[0], 2 * y - handle[1]) if handle else (x, y)
                values = [*first, *values]
        drawn = {"H": "L", "V": "L", "S": "C"}.get(upper, upper)
        handle = (values[2], values[3]) if drawn == "C" else None
        segments.append((drawn, tuple(values)))
        x, y = values[-2], values[-1]
        if upper == "M":
            start_x, start_y = x, y
            letter = "l" if letter == "m" else "L"  # further pairs after a move are lines
    return segments


def _flatten(segments: Sequence[Segment]) -> tuple[Ring, ...]:
    rings: list[list[float]] = []
    x = y = 0.0
    for letter, values in segments:
        if letter == "M":
            rings.append([*values])
        elif letter == "L":
            rings[-1].extend(values)
        elif letter == "C":
            rings[-1].extend(_curve_points(x, y, values))
        if values:
            x, y = values[-2], values[-1]
    whole = []
    for ring in rings:
        points = [round(value, 2) for value in ring]
        if len(points) > 2 and points[:2] == points[-2:]:
            points = points[:-2]
        if len(points) >= 6:
            whole.append(tuple(points))
    return tuple(whole)


def _curve_points(x: float, y: float, values: Sequence[float]) -> list[float]:
    x1, y1, x2, y2, x3, y3 = values
    # The second differences of the control points bound how far a curve leaves its chord.
    bend = max(math.hypot(x - 2 * x1 + x2, y - 2 * y1 + y2), math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3))
    steps = max(1, math.ceil(math.sqrt(0.75 * bend / _FLATNESS)))
    points: list[float] = []
    for step in range(1, steps + 1):
        t = step / steps
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.extend((a * x + b * x1 + c * x2 + d * x3, a * y + b * y1 + c * y2 + d * y3))
    return points


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
