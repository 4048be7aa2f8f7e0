"""Letters that lead to a region by its name, as in any list."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QElapsedTimer

from spasm_gui.screens.body_map_camera import Place

_PAUSE_MS = 1000  # after which a letter begins a new word


class TypedName:
    """What was typed within the last second, and where it leads."""

    def __init__(self) -> None:
        self._typed = ""
        self._since = QElapsedTimer()

    def next_place(
        self, letter: str, places: Sequence[Place], names: Mapping[Place, str], start: Place
    ) -> Place | None:
        """Return the next place with a word that begins with what was typed, or None if there is none.

        One letter typed again goes on to the next name; more letters first look at the same one.
        """
        if not self._since.isValid() or self._since.elapsed() > _PAUSE_MS:
            self._typed = ""
        self._since.start()
        self._typed += letter.casefold()
        is_one_letter = len(set(self._typed)) == 1
        wanted = self._typed[0] if is_one_letter else self._typed
        first = places.index(start) + (1 if is_one_letter else 0)
        for place in (*places[first:], *places[:first]):
            if any(word.startswith(wanted) for word in names[place].casefold().split()):
                return place
        return None
