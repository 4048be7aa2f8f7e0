"""The head of the person in the exercise pictures, seen from the side and from the front, round its centre."""

from dataclasses import dataclass

SKIN, HAIR = "#E3CBBB", "#4A3A34"


@dataclass(frozen=True, slots=True)
class HeadPart:
    """Path data with its points, written `x,y`, still to be turned; a part without `fill` is a line."""

    path: str
    fill: str = ""
    stroke: float = 0.0


SIDE_HEAD = (
    HeadPart(
        "M -18,2 C -18,-21.8 17.2,-22.7 18.5,-0.9 L 21.5,6.2 L 18.1,8.5 "
        "L 17.3,16.8 C 14.3,22.9 4.8,22 -0.9,18.2 C -12.3,17.2 -18,11.5 -18,2 Z",
        SKIN,
        2.2,
    ),
    HeadPart(
        "M -18.4,4 C -19.9,-24.6 16.2,-25.6 18.9,-4.7 C 8.6,-12.3 1,-9.4 -1.3,3.9 C -4.7,11.5 -14.2,13.4 -18.4,4 Z",
        HAIR,
    ),
    HeadPart("M 11.5,1 L 11.5,3.5", "", 2.0),
)

FRONT_HEAD = (
    HeadPart("M -16,-3 C -21,-5 -22,5 -15.5,7 Z M 16,-3 C 21,-5 22,5 15.5,7 Z", SKIN, 2.2),
    HeadPart(
        "M -16.5,-4 C -17,-28 17,-28 16.5,-4 C 16.5,9 12,22 0,22 C -12,22 -16.5,9 -16.5,-4 Z",
        SKIN,
        2.2,
    ),
    HeadPart(
        "M -17.4,0 C -22,-31 22,-31 17.4,0 C 15.5,-4 15,-8 12.5,-11 C 5,-9 -5,-9 -12.5,-11 C -15,-8 -15.5,-4 -17.4,0 Z",
        HAIR,
    ),
    HeadPart("M -6.5,0 L -6.5,2.5 M 6.5,0 L 6.5,2.5", "", 2.0),
    HeadPart("M 0,4 L -1.5,8 L 0.5,8.5", "", 1.3),
    HeadPart("M -4,14 C -2,15 2,15 4,14", "", 1.6),
)
