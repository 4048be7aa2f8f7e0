"""How places and persons are spoken of: the patient's own sides, in words."""

from PySide6.QtCore import QCoreApplication

from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, Side, SideWords
from spasm_gui.knowledge.screens import Screen
from spasm_gui.knowledge.visit import Visit
from spasm_gui.screens.visit_model import ForWhom


def place_name(library: Library, place: Place, for_whom: ForWhom) -> str:
    """Return "your left calf", or "the left calf" when the answers are about somebody else."""
    region = library.regions[place.region]
    words = region.yours if for_whom is ForWhom.ME else region.theirs
    return _of_side(words, place.side) or region.name


def both_name(library: Library, place: Place, for_whom: ForWhom) -> str:
    """Return "both your calves"."""
    region = library.regions[place.region]
    words = region.yours if for_whom is ForWhom.ME else region.theirs
    return words.both or region.name


def other_side_words(library: Library, place: Place) -> str:
    """Return "Right calf instead", or nothing for a place in the middle."""
    if place.side not in (Side.LEFT, Side.RIGHT):
        return ""
    words = library.regions[place.region].theirs
    name = (words.right if place.side is Side.LEFT else words.left) or ""
    sentence = QCoreApplication.translate("places", "{place} instead")
    return sentence.format(place=capitalised(name.removeprefix("the ")))


def visit_title(library: Library, visit: Visit, chosen: Place | None, for_whom: ForWhom) -> str:
    """Return the title of the panel: the chosen place, read back."""
    if chosen is None:
        return ""
    name = (
        both_name(library, chosen, for_whom)
        if chosen.region in visit.two_sided
        else place_name(library, chosen, for_whom)
    )
    return capitalised(name)


def all_places(library: Library, visit: Visit, for_whom: ForWhom) -> tuple[str, ...]:
    """Return every touched place in words, both sides of a region as one."""
    names: dict[str, None] = {}
    for place in visit.places:
        two_sided = place.region in visit.two_sided
        names[both_name(library, place, for_whom) if two_sided else place_name(library, place, for_whom)] = None
    return tuple(names)


def joined(names: tuple[str, ...]) -> str:
    """Return "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return QCoreApplication.translate("places", "{first} and {last}").format(
        first=", ".join(names[:-1]), last=names[-1]
    )


def screen_name(screen: Screen) -> str:
    """Return the short name of a screen, for going back to it."""
    return {
        Screen.RIGHT_NOW: QCoreApplication.translate("screens", "Right now"),
        Screen.HERE: QCoreApplication.translate("screens", "Here"),
        Screen.YOU: QCoreApplication.translate("screens", "The person"),
        Screen.SOON: QCoreApplication.translate("screens", "Today"),
        Screen.FOR_A_WHILE: QCoreApplication.translate("screens", "For a while"),
        Screen.STORIES: QCoreApplication.translate("screens", "Most like yours"),
    }[screen]


def capitalised(text: str) -> str:
    """Return the text with a large first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def _of_side(words: SideWords, side: Side | None) -> str | None:
    return {None: words.middle, Side.LEFT: words.left, Side.RIGHT: words.right, Side.MIDDLE: words.middle}[side]
