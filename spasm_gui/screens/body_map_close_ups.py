"""The close-ups: which views each has, what they and their finer parts are called.

A close-up of hand or foot shows one side, so its views come in pairs; the head shows both. Names of parts stand here
and not in the content: nobody is asked anything about a thumb, it only says where on the hand one touched.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from spasm_gui.knowledge.region import RegionId, Side


@dataclass(frozen=True, slots=True)
class CloseUp:
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
    tr = QCoreApplication.translate
    return {
        "head": (tr("close-ups", "Head, face"), tr("close-ups", "Close-up: head and face")),
        "hand": (tr("close-ups", "Hand"), tr("close-ups", "Close-up: hand")),
        "foot": (tr("close-ups", "Foot"), tr("close-ups", "Close-up: foot")),
    }[name]


def which_words(name: str) -> str:
    """Return the question for the side."""
    tr = QCoreApplication.translate
    return {"hand": tr("close-ups", "Which hand?"), "foot": tr("close-ups", "Which foot?")}[name]


def view_words(view: str) -> tuple[str, str]:
    """Return the short name of a view, for its button, and the one for a caption."""
    tr = QCoreApplication.translate
    side = _side_of(view)
    sheet = view.removesuffix(f"-{side.value}") if side else view
    if sheet == "side":
        if side is Side.LEFT:
            return tr("close-ups", "Left side"), tr("close-ups", "Head from the left")
        return tr("close-ups", "Right side"), tr("close-ups", "Head from the right")
    return {
        "front": (tr("close-ups", "Front"), tr("close-ups", "Front view")),
        "back": (tr("close-ups", "Back"), tr("close-ups", "Back view")),
        "head": (tr("close-ups", "From the front"), tr("close-ups", "Head from the front")),
        "palm": (tr("close-ups", "Palm"), tr("close-ups", "Palm")),
        "hand-back": (tr("close-ups", "Back of the hand"), tr("close-ups", "Back of the hand")),
        "foot-top": (tr("close-ups", "Top of the foot"), tr("close-ups", "Foot from above")),
        "sole": (tr("close-ups", "Sole"), tr("close-ups", "Sole")),
    }[sheet]


def part_names() -> dict[tuple[str, str], str]:
    """Return what each finer part of each side is called, in whole phrases, as regions are."""
    tr = QCoreApplication.translate
    words = {
        "forehead": (tr("parts", "left side of the forehead"), tr("parts", "right side of the forehead")),
        "temple": (tr("parts", "left temple"), tr("parts", "right temple")),
        "eye": (tr("parts", "left eye"), tr("parts", "right eye")),
        "cheek": (tr("parts", "left cheek and side of the nose"), tr("parts", "right cheek and side of the nose")),
        "ear": (tr("parts", "left ear"), tr("parts", "right ear")),
        "mouth": (tr("parts", "left side of the mouth"), tr("parts", "right side of the mouth")),
        "fingers": (tr("parts", "left fingers"), tr("parts", "right fingers")),
        "thumb": (tr("parts", "left thumb"), tr("parts", "right thumb")),
        "thenar": (tr("parts", "ball of the left thumb"), tr("parts", "ball of the right thumb")),
        "palm": (tr("parts", "left palm"), tr("parts", "right palm")),
        "hypothenar": (tr("parts", "outer edge of the left palm"), tr("parts", "outer edge of the right palm")),
        "wrist": (tr("parts", "left wrist"), tr("parts", "right wrist")),
        "back-of-hand": (tr("parts", "back of the left hand"), tr("parts", "back of the right hand")),
        "thumb-web": (tr("parts", "web of the left thumb"), tr("parts", "web of the right thumb")),
        "big-toe": (tr("parts", "left big toe"), tr("parts", "right big toe")),
        "toes": (tr("parts", "small toes of the left foot"), tr("parts", "small toes of the right foot")),
        "instep": (tr("parts", "left instep"), tr("parts", "right instep")),
        "ankle": (tr("parts", "left ankle"), tr("parts", "right ankle")),
        "ball": (tr("parts", "ball of the left foot"), tr("parts", "ball of the right foot")),
        "arch": (tr("parts", "arch of the left foot"), tr("parts", "arch of the right foot")),
        "outer-edge": (tr("parts", "outer edge of the left foot"), tr("parts", "outer edge of the right foot")),
        "heel": (tr("parts", "left heel"), tr("parts", "right heel")),
    }
    return {(part, side): words[part][index] for part in words for index, side in enumerate(("left", "right"))}
