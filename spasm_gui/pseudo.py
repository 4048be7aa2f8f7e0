"""Two made-up languages for tests and pictures: one longer and with accents, one read from right to left.

They are made from the source as it is needed, for content and interface alike. What stands on a page without them was
forgotten; what is cut or mirrored wrongly with them would be so in a real language. Visitors are never offered them.
"""

import re
from collections.abc import Callable, Mapping

from spasm_gui.knowledge.language import Direction, Language

_KEPT = re.compile(r"(\{[^}]*\}|%n|%\d)")
_ACCENTED = str.maketrans(
    {
        **dict(
            zip("aeiouyAEIOUY", ("áâ", "éê", "íî", "óô", "úû", "ýÿ", "ÁÂ", "ÉÊ", "ÍÎ", "ÓÔ", "ÚÛ", "ÝŸ"), strict=True)
        ),
        **dict(zip("cnsz", "çñšž", strict=True)),
    }
)
_RIGHT_TO_LEFT_MARK = "\u200f"


def longer(text: str) -> str:
    """Return the text in brackets, some 40 % longer and full of accents; {placeholders} stay as they are."""
    parts = _KEPT.split(text)
    return "[" + "".join(part if _KEPT.fullmatch(part) else part.translate(_ACCENTED) for part in parts) + "]"


def from_the_right(text: str) -> str:
    """Return the text with a mark after each space, which sets word after word from right to left, each readable."""
    return _RIGHT_TO_LEFT_MARK + text.replace(" ", " " + _RIGHT_TO_LEFT_MARK) + _RIGHT_TO_LEFT_MARK


LONG = Language(code="xx-long", name="[Ļóôñg]")
RIGHT_TO_LEFT = Language(code="xx-rtl", name="From the right", direction=Direction.RIGHT_TO_LEFT)
PSEUDO: Mapping[str, tuple[Language, Callable[[str], str]]] = {
    LONG.code: (LONG, longer),
    RIGHT_TO_LEFT.code: (RIGHT_TO_LEFT, from_the_right),
}
"""Each made-up language by its code, and what makes a text of it."""
