"""What exercise pictures are drawn with: tapered limbs sharing one outline, lines, heads, hatching where it pulls."""

import cmath
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spasm_gui.drawing.pose_heads import HeadPart

LINE, PROP = "#5b3f38", "#857A6B"
SKIN, SKIN_FAR = "#E3CBBB", "#C9A898"
SHIRT, SHIRT_FAR = "#F4EDE0", "#DDD2C0"
SHORTS, SHORTS_FAR = "#5F7A80", "#4D666C"
CUSHION, SHEET, ROLL, MOVE = "#FFFDF9", "#EDE4D5", "#9DBBC0", "#0D5B67"
PULL, PULL_LINE = "#C4574A", "#8F2A22"

MARGIN = 12.0
HATCH_GAP = 7.4


@dataclass(frozen=True, slots=True)
class Bone:
    """A tapered limb: two round ends and what lies between them."""

    start: complex
    start_width: float
    end: complex
    end_width: float

    def path(self) -> str:
        """Its outline as SVG path data."""
        length = abs(self.end - self.start)
        if length <= abs(self.start_width - self.end_width):
            big = self if self.start_width >= self.end_width else Bone(self.end, self.end_width, self.start, 0)
            return _circle(big.start, big.start_width)
        along = (self.end - self.start) / length
        turn = cmath.exp(1j * math.acos((self.start_width - self.end_width) / length))
        one, other = along * turn, along / turn
        far_flag = int(self.start_width < self.end_width)
        return (
            f"M{_at(self.start + self.start_width * one)}L{_at(self.end + self.end_width * one)}"
            f"A{self.end_width:g} {self.end_width:g} 0 {far_flag} 0 {_at(self.end + self.end_width * other)}"
            f"L{_at(self.start + self.start_width * other)}"
            f"A{self.start_width:g} {self.start_width:g} 0 {1 - far_flag} 0 {_at(self.start + self.start_width * one)}Z"
        )

    def part(self, begin: float, end: float, *, aside: float = 0.0, width: float = 1.0) -> "Bone":
        """A stretch of it, by fractions of its length; `aside` moves it across, in pixels."""
        across = (self.end - self.start) / (abs(self.end - self.start) or 1.0) * 1j * aside

        def radius(where: float) -> float:
            return (self.start_width + (self.end_width - self.start_width) * where) * width

        def place(where: float) -> complex:
            return self.start + (self.end - self.start) * where + across

        return Bone(place(begin), radius(begin), place(end), radius(end))

    def holds(self, point: complex) -> bool:
        """Whether a point lies inside."""
        along = self.end - self.start
        length = abs(along) ** 2
        share = 0.0 if not length else ((point - self.start) * along.conjugate()).real / length
        share = min(1.0, max(0.0, share))
        radius = self.start_width + (self.end_width - self.start_width) * share
        return abs(point - self.start - along * share) <= radius


@dataclass(slots=True)
class Picture:
    """What is drawn, back to front, and how much room it takes."""

    shapes: list[str] = field(default_factory=list)
    corners: list[complex] = field(default_factory=list)

    def reach(self, point: complex, width: float = 0.0) -> None:
        """Make room round a point."""
        self.corners += [point - complex(width, width), point + complex(width, width)]

    def limb(self, bones: Sequence[Bone], colour: str, line: str = LINE, line_width: float = 4.4) -> None:
        """Draw bones that share one outline."""
        path = " ".join(bone.path() for bone in bones)
        self.shapes.append(
            f'<path d="{path}" fill="{line}" stroke="{line}" stroke-width="{line_width:g}" stroke-linejoin="round"/>'
        )
        self.shapes.append(f'<path d="{path}" fill="{colour}"/>')
        for bone in bones:
            self.reach(bone.start, bone.start_width)
            self.reach(bone.end, bone.end_width)

    def stroke(self, points: Sequence[complex], colour: str = PROP, width: float = 2.5) -> None:
        """Draw a line through points."""
        path = "M" + "L".join(_at(point) for point in points)
        self.shapes.append(
            f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}"'
            ' stroke-linecap="round" stroke-linejoin="round"/>'
        )
        for point in points:
            self.reach(point)

    def hatch(self, bone: Bone) -> None:
        """Tint and hatch where it should pull."""
        self.shapes.append(f'<path d="{bone.path()}" fill="{PULL}" fill-opacity=".45"/>')
        lean = cmath.phase(bone.end - bone.start) % math.pi
        rising = abs(lean - 0.75 * math.pi) > math.pi / 9  # lines along a limb would look like its edges
        slope, across = cmath.rect(1, -math.pi / 4), cmath.rect(1, math.pi / 4)
        if not rising:
            slope, across = across, slope
        middle = (bone.start + bone.end) / 2
        reach = abs(bone.end - bone.start) / 2 + max(bone.start_width, bone.end_width)
        lines = []
        for row in range(-int(reach / HATCH_GAP), int(reach / HATCH_GAP) + 1):
            centre = middle + across * row * HATCH_GAP
            inside = [
                step / 2 for step in range(int(-2 * reach), int(2 * reach)) if bone.holds(centre + slope * step / 2)
            ]
            if len(inside) > 6:
                lines.append(f"M{_at(centre + slope * inside[0])}L{_at(centre + slope * inside[-1])}")
        self.shapes.append(f'<path d="{"".join(lines)}" stroke="{PULL_LINE}" stroke-width="2.6" fill="none"/>')

    def sheet(self, corner: complex, width: float, height: float) -> None:
        """Draw a bed seen from above."""
        self.shapes.append(
            f'<rect x="{corner.real:g}" y="{corner.imag:g}" width="{width:g}" height="{height:g}" rx="14"'
            f' fill="{SHEET}" stroke="{PROP}" stroke-width="2.2"/>'
        )
        self.reach(corner)
        self.reach(corner + complex(width, height))

    def head(self, parts: Iterable[HeadPart], centre: complex, turn: complex) -> None:
        """Draw a head round its centre, turned."""
        for part in parts:
            words = (word.partition(",") for word in part.path.split())
            path = " ".join(
                _at(centre + complex(float(first), float(second)) * turn) if comma else first
                for first, comma, second in words
            )
            fill = part.fill or "none"
            stroke = f' stroke="{LINE}" stroke-width="{part.stroke:g}" stroke-linecap="round"' if part.stroke else ""
            self.shapes.append(f'<path d="{path}" fill="{fill}"{stroke} stroke-linejoin="round"/>')
        self.reach(centre, 24)

    def svg(self) -> str:
        """The whole drawing."""
        xs, ys = [point.real for point in self.corners], [point.imag for point in self.corners]
        left, top = math.floor(min(xs) - MARGIN), math.floor(min(ys) - MARGIN)
        width, height = math.ceil(max(xs) + MARGIN) - left, math.ceil(max(ys) + MARGIN) - top
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{2 * width}" height="{2 * height}" '
            f'viewBox="{left} {top} {width} {height}"><g>{"".join(self.shapes)}</g></svg>\n'
        )


def _at(point: complex) -> str:
    return f"{point.real:.1f} {point.imag:.1f}"


def _circle(centre: complex, radius: float) -> str:
    left, right = centre - radius, centre + radius
    return f"M{_at(left)}A{radius:g} {radius:g} 0 1 0 {_at(right)}A{radius:g} {radius:g} 0 1 0 {_at(left)}Z"
