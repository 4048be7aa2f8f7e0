"""A plan put together for one person: exercises, positions and measures in an order, with own numbers and own words.

Plain values that belong to a visit and are forgotten with it. A plan never makes something safe: what is shown and
handed out of it is only what the advice offers at that moment (`within`).
"""

import unicodedata
from collections.abc import Callable, Collection

import msgspec
from msgspec.structs import replace

from spasm_gui.knowledge.self_care import SelfCareId

MOST_ITEMS = 8
MOST_TIMES = 10
MOST_DAYS = 42
MOST_LETTERS = 120
MOST_LETTERS_OF_NOTE = 240


class Item(msgspec.Struct, frozen=True):
    """One thing to do. No times or no days (0) means: as its own description says. `words` is one plain line."""

    care: SelfCareId
    times: int = 0
    days: int = 0
    words: str = ""


class Plan(msgspec.Struct, frozen=True):
    """What was chosen, in order. Methods return a new plan; what makes no sense changes nothing."""

    items: tuple[Item, ...] = ()
    note: str = ""

    def item(self, care: SelfCareId) -> Item | None:
        """The item of that exercise, if it was chosen."""
        return next((one for one in self.items if one.care == care), None)

    @property
    def is_full(self) -> bool:
        """True if nothing more finds room: a longer plan is not followed."""
        return len(self.items) >= MOST_ITEMS

    def adding(self, care: SelfCareId) -> "Plan":
        """The plan with one more thing to do, at its end."""
        if self.item(care) is not None or self.is_full:
            return self
        return replace(self, items=(*self.items, Item(care)))

    def without(self, care: SelfCareId) -> "Plan":
        """The plan without it."""
        return replace(self, items=tuple(one for one in self.items if one.care != care))

    def moving(self, care: SelfCareId, by: int) -> "Plan":
        """The plan with it so many places later; earlier if `by` is negative. It stops at either end."""
        item = self.item(care)
        if item is None:
            return self
        others = [one for one in self.items if one is not item]
        others.insert(max(0, min(len(others), self.items.index(item) + by)), item)
        return replace(self, items=tuple(others))

    def repeating(self, care: SelfCareId, times: int, days: int, most_days: int = MOST_DAYS) -> "Plan":
        """The plan with own numbers for it, kept within their bounds.

        Args:
            most_days: the advice itself holds no longer.
        """
        times, days = max(0, min(MOST_TIMES, times)), max(0, min(MOST_DAYS, most_days, days))
        return self._changing(care, lambda item: replace(item, times=times, days=days))

    def saying(self, care: SelfCareId, words: str) -> "Plan":
        """The plan with own words for it."""
        return self._changing(care, lambda item: replace(item, words=one_line(words, MOST_LETTERS)))

    def noting(self, note: str) -> "Plan":
        """The plan with a note for the whole of it."""
        return replace(self, note=one_line(note, MOST_LETTERS_OF_NOTE))

    def _changing(self, care: SelfCareId, change: Callable[[Item], Item]) -> "Plan":
        return replace(self, items=tuple(change(one) if one.care == care else one for one in self.items))

    def within(self, offered: Collection[SelfCareId]) -> "Plan":
        """The plan with nothing in it but what is offered now."""
        return replace(self, items=tuple(one for one in self.items if one.care in offered))


def one_line(text: str, most: int) -> str:
    """Return a text as one line of visible letters, cut at so many."""
    words = "".join(" " if one.isspace() else one for one in text if one.isspace() or _is_visible(one)).split()
    return " ".join(words)[:most].rstrip()


def _is_visible(letter: str) -> bool:
    return not unicodedata.category(letter).startswith("C")
