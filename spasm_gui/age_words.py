"""What is said about content that nobody reviewed for too long, on the screen as in the terminal."""

from collections.abc import Callable

from spasm_gui.knowledge.library import Age


def age_words(age: Age, translate: Callable[[str, str], str]) -> str:
    """Return the sentence for every page; nothing for content in its time."""
    match age:
        case Age.CURRENT:
            return ""
        case Age.OVERDUE:
            return translate("Window", "Its review is overdue.")
        case Age.EXPIRED:
            return translate("Window", "Out of date: it no longer says how to treat yourself.")
        case Age.IN_THE_FUTURE:
            return translate("Window", "The date of this computer or of the content is wrong.")
