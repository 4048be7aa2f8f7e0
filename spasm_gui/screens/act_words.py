"""What to do at a level, in the words of the place where the program runs."""

from collections.abc import Mapping

from spasm_gui.knowledge.level import Level
from spasm_gui.screens.visit_model import VisitModel


class ActWords:
    """The words of each level for the place where the program runs: a home, or a clinic's kiosk."""

    def __init__(
        self,
        model: VisitModel,
        emergency_number: str,
        *,
        is_kiosk: bool,
        clinic_acts: Mapping[Level, str] | None = None,
    ) -> None:
        self._model = model
        self._number = emergency_number
        self.is_kiosk = is_kiosk
        self._clinic_acts = clinic_acts or {}

    def act(self, level: Level) -> str:
        """What to do at a level, here: in the clinic's own words where it gave some."""
        if level in self._clinic_acts:
            return self._filled(self._clinic_acts[level])
        act = self._model.library.act(level)
        return self._filled(act.on_kiosk if self.is_kiosk else act.at_home)

    def at_home(self, level: Level) -> str:
        """What to do at a level once at home."""
        return self._filled(self._model.library.act(level).at_home)

    def short(self, level: Level) -> str:
        """What a level asks for in a few words, once at home."""
        return self.at_home(level).rstrip(".") if level is Level.EMERGENCY else self._model.library.act(level).word

    def until(self, level: Level) -> str:
        """Until when, and what if not."""
        return self._filled(self._model.library.act(level).until)

    def _filled(self, text: str) -> str:
        return text.replace("{number}", self._number)
