"""The close-ups: which views each has, what they and their finer parts are called.

A close-up of hand or foot shows one side, so its views come in pairs; the head shows both. Names of parts stand here
and not in the content: nobody is asked anything about a thumb, it only says where on the hand one touched.
"""

import msgspec
from PySide6.QtCore import QCoreApplication

from spasm_gui.knowledge.region import RegionId, Side


class CloseUp(msgspec.Struct, frozen=True):
    """One roundel beside the figure and the views that it opens.

    Attributes:
        region: the region it is all of, if a side has to be said first.
        views: names of views; `{side}` stands for the patient's side.
        circle_map: x, y and radius of what its roundel shows of the front view.
    """

    name: str
    region: RegionId | None
    views: tuple[str, ...]
    circle_map: tuple[float, float, float]

    def views_of(self, side: Side | None) -> tuple[str, ...]:
        """Return its views for a side."""
        return tuple(view.format(side=side.value if side else "") for view in self.views)


PROFILE = "profile"  # the whole figure from the side

CLOSE_UPS = (
    CloseUp("head", None, ("head", "side-right", "side-left"), (500, 165, 132)),
    CloseUp("hand", RegionId("hand"), ("palm-{side}", "hand-back-{side}"), (850, 985, 92)),
    CloseUp("foot", RegionId("foot"), ("foot-top-{side}", "sole-{side}"), (652, 1768, 92)),
)


def close_up_of(view: str) -> tuple[CloseUp, Side | None] | None:
    """Return the close-up that a view belongs to, and the side if it shows one; None for a whole figure."""
    side = _side_of(view)
    for one in CLOSE_UPS:
        if view in one.views_of(side):
            return one, side
    return None


def _side_of(view: str) -> Side | None:
    return next((side for side in (Side.LEFT, Side.RIGHT) if view.endswith(f"-{side.value}")), None)


def roundel_words(name: str) -> tuple[str, str]:
    """Return what stands under a roundel, and its accessible name."""
    translate = QCoreApplication.translate
    return {
        "head": (translate("close-ups", "Head, face"), translate("close-ups", "Close-up: head and face")),
        "hand": (translate("close-ups", "Hand"), translate("close-ups", "Close-up: hand")),
        "foot": (translate("close-ups", "Foot"), translate("close-ups", "Close-up: foot")),
    }[name]


def which_words(name: str) -> str:
    """Return the question for the side."""
    translate = QCoreApplication.translate
    return {"hand": translate("close-ups", "Which hand?"), "foot": translate("close-ups", "Which foot?")}[name]


def view_words(view: str) -> tuple[str, str]:
    """Return the short name of a view, for its button, and the one for a caption."""
    translate = QCoreApplication.translate
    side = _side_of(view)
    sheet = view.removesuffix(f"-{side.value}") if side else view
    if sheet == PROFILE:
        if side is Side.LEFT:
            return translate("close-ups", "Left side"), translate("close-ups", "Seen from the left")
        return translate("close-ups", "Right side"), translate("close-ups", "Seen from the right")
    if sheet == "side":
        if side is Side.LEFT:
            return translate("close-ups", "Left side"), translate("close-ups", "Head from the left")
        return translate("close-ups", "Right side"), translate("close-ups", "Head from the right")
    match sheet:  # and not a table, whose every text would be looked up for each of the many who ask for one
        case "front":
            return translate("close-ups", "Front"), translate("close-ups", "Front view")
        case "back":
            return translate("close-ups", "Back"), translate("close-ups", "Back view")
        case "head":
            return translate("close-ups", "From the front"), translate("close-ups", "Head from the front")
        case "palm":
            return translate("close-ups", "Palm"), translate("close-ups", "Palm")
        case "hand-back":
            return translate("close-ups", "Back of the hand"), translate("close-ups", "Back of the hand")
        case "foot-top":
            return translate("close-ups", "Top of the foot"), translate("close-ups", "Foot from above")
        case "sole":
            return translate("close-ups", "Sole"), translate("close-ups", "Sole")
    raise KeyError(view)


def corner_words(view: str) -> str:
    """Return which side faces the viewer in a whole view of one side; no text for any other view."""
    translate = QCoreApplication.translate
    side = _side_of(view)
    if side is None or not view.startswith(PROFILE):
        return ""
    words = {Side.LEFT: translate("close-ups", "Your left side"), Side.RIGHT: translate("close-ups", "Your right side")}
    return words[side]


def part_names() -> dict[tuple[str, str], str]:
    """Return what each finer part of each side is called, in whole phrases, as regions are."""
    translate = QCoreApplication.translate
    words = {
        "forehead": (translate("parts", "left side of the forehead"), translate("parts", "right side of the forehead")),
        "temple": (translate("parts", "left temple"), translate("parts", "right temple")),
        "eye": (translate("parts", "left eye"), translate("parts", "right eye")),
        "cheek": (
            translate("parts", "left cheek and side of the nose"),
            translate("parts", "right cheek and side of the nose"),
        ),
        "ear": (translate("parts", "left ear"), translate("parts", "right ear")),
        "mouth": (translate("parts", "left side of the mouth"), translate("parts", "right side of the mouth")),
        "fingers": (translate("parts", "left fingers"), translate("parts", "right fingers")),
        "thumb": (translate("parts", "left thumb"), translate("parts", "right thumb")),
        "thenar": (translate("parts", "ball of the left thumb"), translate("parts", "ball of the right thumb")),
        "palm": (translate("parts", "left palm"), translate("parts", "right palm")),
        "hypothenar": (
            translate("parts", "outer edge of the left palm"),
            translate("parts", "outer edge of the right palm"),
        ),
        "wrist": (translate("parts", "left wrist"), translate("parts", "right wrist")),
        "back-of-hand": (translate("parts", "back of the left hand"), translate("parts", "back of the right hand")),
        "thumb-web": (translate("parts", "web of the left thumb"), translate("parts", "web of the right thumb")),
        "big-toe": (translate("parts", "left big toe"), translate("parts", "right big toe")),
        "toes": (translate("parts", "small toes of the left foot"), translate("parts", "small toes of the right foot")),
        "instep": (translate("parts", "left instep"), translate("parts", "right instep")),
        "ankle": (translate("parts", "left ankle"), translate("parts", "right ankle")),
        "ball": (translate("parts", "ball of the left foot"), translate("parts", "ball of the right foot")),
        "arch": (translate("parts", "arch of the left foot"), translate("parts", "arch of the right foot")),
        "outer-edge": (
            translate("parts", "outer edge of the left foot"),
            translate("parts", "outer edge of the right foot"),
        ),
        "heel": (translate("parts", "left heel"), translate("parts", "right heel")),
    }
    return {(part, side): words[part][index] for part in words for index, side in enumerate(("left", "right"))}


def region_says(view: str, strength: int | None) -> str:
    """Return what a region says about itself besides its name: the view, and how strong the pain is said to be."""
    words = view_words(view)[1]
    if strength is None:
        return words
    said = QCoreApplication.translate("close-ups", "{view}, pain {strength} of 10")
    return said.format(view=words, strength=strength)
