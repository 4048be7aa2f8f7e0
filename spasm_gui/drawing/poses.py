"""Draws the pictures of exercises from joints: `python -m spasm_gui.drawing.poses` writes one SVG per pose.

A pose is data in `assets/exercises/poses.json`: where the hip is, how the trunk leans, where hands and feet go. Lengths
and widths of the limbs are the same in all, so every picture shows the same person. Angles are degrees, 0 is to
the right, 90 is up; y grows downwards. A figure seen from the side looks to the right.
"""

import cmath
import json
import math
import sys
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from spasm_gui import places
from spasm_gui.drawing.pose_heads import FRONT_HEAD, SIDE_HEAD
from spasm_gui.drawing.pose_ink import (
    CUSHION,
    MOVE,
    PROP,
    ROLL,
    SHEET,
    SHIRT,
    SHIRT_FAR,
    SHORTS,
    SHORTS_FAR,
    SKIN,
    SKIN_FAR,
    Bone,
    Picture,
)

POSES = "poses.json"

THIGH, SHIN, UPPER_ARM, FOREARM, HAND = 75.0, 71.0, 58.0, 55.0, 10.0
TRUNK, NECK = 81.0, 50.0
# ------------------------------------------------------------------ limbs


def _limb(
    spec: dict[str, Any], root: complex, upper: float, lower: float, usual_bend: float = 1
) -> tuple[complex, complex]:
    """The middle joint and the end of a limb: told by `at`, by `angles`, or by where it reaches `to`."""
    if "at" in spec:
        return _point(spec["at"][0]), _point(spec["at"][1])
    if "angles" in spec:
        middle = root + upper * _way(spec["angles"][0])
        return middle, middle + lower * _way(spec["angles"][1])
    target = _point(spec["to"])
    span = min(max(abs(target - root), abs(upper - lower) + 1), upper + lower - 0.5)
    along = (target - root) / abs(target - root)
    bend = math.acos((upper**2 + span**2 - lower**2) / (2 * upper * span)) * spec.get("bend", usual_bend)
    return root + upper * along * cmath.exp(1j * bend), root + span * along


def leg(spec: dict[str, Any], hip: complex, *, far: bool, seen_from_front: bool = False) -> list[Bone]:
    """Thigh, shin, heel and foot."""
    knee, ankle = _limb(spec, hip, THIGH, SHIN, -1)
    slim = 0.5 if far else 0.0
    bones = [Bone(hip, 19.5 - slim, knee, 12.8 - slim), Bone(knee, 12.3 - slim, ankle, 7.5)]
    outward = -90.0 + 24.0 * ((knee.real > hip.real) - (knee.real < hip.real))
    foot = _way(spec.get("foot", outward if seen_from_front else 0.0))
    if seen_from_front:
        if spec.get("seated"):
            bones[0] = Bone(hip, 18, knee, 16.5)
            bones[1] = Bone(knee, 13.5, ankle, 8)
        return [*bones, Bone(ankle + 2 * foot, 7.5, ankle + spec.get("foot_length", 13) * foot, 9.5)]
    sole = foot * 1j
    heel = Bone(ankle + 2 * sole, 9, ankle + 6 * sole, 8)
    return [*bones, heel, Bone(ankle - 2 * foot + 8 * sole, 6, ankle + 31 * foot + 9.5 * sole, 4.5)]


def arm(spec: dict[str, Any], shoulder: complex, *, far: bool) -> list[Bone]:
    """Upper arm, forearm and hand."""
    elbow, wrist = _limb(spec, shoulder, UPPER_ARM, FOREARM)
    slim = 0.5 if far else 0.0
    towards = _way(spec["hand"]) if "hand" in spec else (wrist - elbow) / (abs(wrist - elbow) or 1.0)
    return [
        Bone(shoulder, 11 - slim, elbow, 8.5 - slim),
        Bone(elbow, 8, wrist, 6 - slim),
        Bone(wrist + 1.5 * towards, 6.5 - slim, wrist + (HAND + spec.get("fingers", 0)) * towards, 5 - slim),
    ]


# ------------------------------------------------------------------ figures


def _pulls(pose: dict[str, Any], bones: dict[str, Bone], picture: Picture, *names: str) -> None:
    """Hatch what was drawn last, where the pose says that it pulls."""
    for pull in pose.get("pull", ()):
        if pull["on"] in names:
            bone = bones[pull["on"]].part(pull.get("from", 0.2), pull.get("to", 0.75), aside=pull.get("aside", 0))
            picture.hatch(bone.part(0, 1, width=pull.get("wide", 0.92)))


def _side_figure(pose: dict[str, Any], picture: Picture) -> None:
    hip, lean = _point(pose["hip"]), _way(pose["trunk"])
    bend = _way(pose.get("chest", pose["trunk"]))
    waist = hip + 28 * lean
    chest = waist + (TRUNK - 28) * bend
    neck = _way(pose.get("neck", pose.get("chest", pose["trunk"])))
    head = chest + NECK * neck
    face = _way(pose["face"]) if "face" in pose else neck * 1j
    far_hip, far_shoulder = hip + 4 * lean * 1j, chest + _point(pose.get("far_shoulder", (3, 0)))
    far_leg = leg(pose["far_leg"], far_hip, far=True)
    near_leg = leg(pose["near_leg"], hip, far=False)
    far_arm, near_arm = arm(pose["far_arm"], far_shoulder, far=True), arm(pose["near_arm"], chest, far=False)
    trunk = [Bone(chest, 20, waist, 19), Bone(waist, 19, hip - 2 * lean, 20.5)]
    throat = Bone(chest + 12 * neck, 8.5, head - 8 * neck, 7.5)
    bones = {
        "near_thigh": near_leg[0],
        "near_shin": near_leg[1],
        "near_foot": near_leg[3],
        "far_thigh": far_leg[0],
        "near_upper_arm": near_arm[0],
        "near_forearm": near_arm[1],
        "chest": trunk[0],
        "waist": trunk[1],
        "buttock": Bone(hip + 12 * lean, 19, hip - 8 * lean, 19),
        "neck": throat,
    }

    pulls = partial(_pulls, pose, bones, picture)

    picture.limb(far_leg, SKIN_FAR)
    picture.limb([far_leg[0].part(0, 0.57, width=1.1)], SHORTS_FAR)
    pulls("far_thigh")
    picture.limb(far_arm, SKIN_FAR)
    picture.limb([far_arm[0].part(0, 0.5, width=1.15)], SHIRT_FAR)
    picture.limb([throat], SKIN)
    pulls("neck")
    picture.head(SIDE_HEAD, head, face)
    arm_is_behind = pose["near_arm"].get("behind", False)

    def draw_arm() -> None:
        picture.limb(near_arm, SKIN)
        pulls("near_forearm")
        picture.limb([near_arm[0].part(0, 0.5, width=1.17)], SHIRT)
        pulls("near_upper_arm")

    if arm_is_behind:
        draw_arm()
    _props(pose.get("between", ()), picture)
    picture.limb(near_leg, SKIN)
    pulls("near_shin", "near_foot")
    picture.limb([near_leg[0].part(0, 0.57, width=1.12)], SHORTS)
    pulls("near_thigh")
    picture.limb(trunk, SHIRT)
    pulls("chest", "waist", "buttock")
    _props(pose.get("lap", ()), picture)
    if not arm_is_behind:
        draw_arm()


def _leg_of_shorts(bones: Sequence[Bone], spec: dict[str, Any]) -> Bone:
    if spec.get("seated"):  # the thigh points at the reader: cloth nearly to the knee
        return bones[0].part(0, 0.8, width=1.08)
    return bones[0].part(0, 0.57, width=1.1)


def _front_figure(pose: dict[str, Any], picture: Picture) -> None:
    """A figure that looks at the reader; `left` is the left of the picture."""
    hip, up = _point(pose["hip"]), _way(pose.get("trunk", 90.0))
    chest_up = _way(pose.get("chest", pose.get("trunk", 90.0)))
    waist = hip + 32 * up
    chest = waist + 46 * chest_up
    right, chest_right = up * 1j, chest_up * 1j
    lift = pose.get("lift", 0.0)
    neck = _way(pose.get("neck", pose.get("chest", pose.get("trunk", 90.0))))
    head = chest + 10 * chest_up + (38 - pose.get("sink", 0)) * neck
    throat = Bone(chest + 7 * chest_up, 10.5, head - 8 * neck, 9.5)
    shoulders = {side: chest + sign * 26 * chest_right + lift * chest_up for side, sign in (("left", -1), ("right", 1))}
    hips = {side: hip + sign * 12 * right for side, sign in (("left", -1), ("right", 1))}
    legs = {side: leg(pose[f"{side}_leg"], hips[side], far=False, seen_from_front=True) for side in hips}
    arms = {side: arm(pose[f"{side}_arm"], shoulders[side], far=False) for side in shoulders}
    bones = {"neck": throat}
    for side, sign in (("left", -1), ("right", 1)):
        bones |= {
            f"{side}_thigh": legs[side][0],
            f"{side}_shin": legs[side][1],
            f"{side}_foot": legs[side][2],
            f"{side}_upper_arm": arms[side][0],
            f"{side}_forearm": arms[side][1],
            f"{side}_flank": Bone(
                chest + sign * 19 * chest_right - 12 * chest_up, 8, hip + sign * 17 * right + 14 * up, 8
            ),
            f"{side}_neck": Bone(
                head + sign * 5.5 * neck * 1j - 20 * neck, 4.5, chest + sign * 14 * chest_right + 9 * chest_up, 5
            ),
            f"{side}_chest": Bone(chest + sign * 7 * chest_right - 9 * chest_up, 8, chest + sign * 24 * chest_right, 9),
            f"{side}_shoulder": Bone(
                shoulders[side] - sign * 14 * chest_right + 4 * chest_up, 8, shoulders[side] + 0j, 9
            ),
        }

    pulls = partial(_pulls, pose, bones, picture)

    def draw_arm(side: str) -> None:
        picture.limb(arms[side], SKIN)
        pulls(f"{side}_forearm")
        picture.limb([arms[side][0].part(0, 0.5, width=1.2)], SHIRT)
        pulls(f"{side}_upper_arm")

    for side in arms:
        if pose[f"{side}_arm"].get("behind"):
            draw_arm(side)
    picture.limb([throat], SKIN)
    pulls("neck")
    for side in pose.get("legs", ("left", "right")):
        picture.limb(legs[side], SKIN)
        picture.limb([Bone(hip + 5 * up, 18, hip + 0j, 18), _leg_of_shorts(legs[side], pose[f"{side}_leg"])], SHORTS)
        pulls(f"{side}_thigh", f"{side}_shin", f"{side}_foot")
    trunk = [Bone(chest, 14, chest + 9 * neck.real, 13), Bone(waist, 20, hip + 6 * up, 20)]
    for sign in (-1, 1):
        trunk.append(Bone(chest + sign * 5 * chest_right + 9 * chest_up, 8, chest + sign * 24 * chest_right, 12))
        trunk.append(Bone(chest + sign * 26 * chest_right + lift * chest_up, 12, chest - 3 * chest_up, 15))
        trunk.append(Bone(chest + sign * 17 * chest_right - 6 * chest_up, 15, waist + sign * 8 * right, 15))
        trunk.append(Bone(waist + sign * 8 * right, 15, hip + sign * 11 * right + 4 * up, 17.5))
    picture.limb(trunk, SHIRT)
    pulls("left_flank", "right_flank", "left_shoulder", "right_shoulder")
    profile = pose.get("looks")
    picture.limb([throat.part(0.35, 1)], SKIN)
    pulls("left_neck", "right_neck")
    if profile == "right":
        picture.head(SIDE_HEAD, head, neck * 1j)
    else:
        picture.head(FRONT_HEAD, head, neck * 1j)
    for side in pose.get("arms", ("left", "right")):
        if not pose[f"{side}_arm"].get("behind"):
            draw_arm(side)
    for side in arms:
        if pose[f"{side}_arm"].get("hand_over"):
            picture.limb(arms[side][1:], SKIN)


def _props(props: Iterable[dict[str, Any]], picture: Picture) -> None:
    """Draw chairs, walls, cushions and arrows."""
    for prop in props:
        ((kind, numbers),) = prop.items()
        points = [complex(x, y) for x, y in zip(numbers[0::2], numbers[1::2], strict=False)]
        match kind:
            case "line":
                picture.stroke(points)
            case "wall":
                x, top, bottom = numbers
                picture.stroke([complex(x, top), complex(x, bottom)])
                for y in range(int(top) + 30, int(bottom) - 6, 40):
                    picture.stroke([complex(x, y), complex(x + 14, y - 12)], width=1.2)
            case "cushion":
                picture.limb([Bone(points[0], numbers[4], points[1], numbers[4])], CUSHION, PROP, 4.4)
            case "roll":
                picture.limb([Bone(points[0], numbers[2], points[0], numbers[2])], ROLL, PROP, 4.4)
            case "block":
                picture.limb([Bone(points[0], numbers[4], points[1], numbers[4])], SHEET, PROP, 4.4)
            case "bed":
                picture.sheet(points[0], numbers[2], numbers[3])
            case "towel":
                picture.stroke(points, MOVE, 5)
            case "arrow":
                picture.stroke(points, MOVE, 3)
                back = (points[-2] - points[-1]) / abs(points[-2] - points[-1]) * 9
                tips = [points[-1] + back * cmath.exp(turn * 0.6j) for turn in (-1, 1)]
                picture.stroke([tips[0], points[-1], tips[1]], MOVE, 3)
            case _:
                raise ValueError(f"nothing is drawn for {kind!r}")


def draw(pose: dict[str, Any]) -> str:
    """Return the SVG of one pose."""
    picture = Picture()
    _props(pose.get("props", ()), picture)
    (_front_figure if pose.get("view") == "front" else _side_figure)(pose, picture)
    _props(pose.get("over", ()), picture)
    return picture.svg()


def write_all(folder: Path) -> list[Path]:
    """Draw every pose of a folder's `poses.json` beside it."""
    poses = json.loads((folder / POSES).read_text(encoding="utf-8"))
    written = []
    for name, pose in poses.items():
        file = folder / f"{name}.svg"
        file.write_text(draw(pose), encoding="utf-8", newline="\n")
        written.append(file)
    return written


def _way(degrees: float) -> complex:
    return cmath.rect(1, -math.radians(degrees))


def _point(pair: Sequence[float]) -> complex:
    return complex(pair[0], pair[1])


if __name__ == "__main__":
    for picture_file in write_all(places.assets_dir() / "exercises"):
        sys.stdout.write(f"{picture_file.name}\n")
