"""What to do at each level: the words of the advice, at home and on a clinic kiosk."""

from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.record import Part, Record, Text


class Act(Part, frozen=True, kw_only=True):
    """The words of one level. `{number}` in a text is the country's emergency number."""

    level: Level
    word: Text
    at_home: Text
    on_kiosk: Text
    until: Text
    meanwhile: tuple[Text, ...]


class Meanwhile(Part, frozen=True, kw_only=True):
    """What to do until help comes, for rules that name it."""

    id: str
    steps: tuple[Text, ...]
    sources: tuple[str, ...]


class Acts(Record, frozen=True, kw_only=True):
    """All acts, one for each level, and the lists of what to do meanwhile.

    `unearned` is the reason shown when no rule fired and no self-limiting cause fits; it names no danger.
    """

    unearned: Text
    acts: tuple[Act, ...]
    meanwhile: tuple[Meanwhile, ...]
