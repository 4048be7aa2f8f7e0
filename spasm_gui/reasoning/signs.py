"""The signs that would raise an advice, by level, those that belong to the touched places first."""

from spasm_gui.knowledge.finding import Answer, FindingId
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.screens import Screen
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.assessment import would_change
from spasm_gui.reasoning.questions import every_question

_NEAREST_FIRST = (Screen.HERE, Screen.SOON, Screen.FOR_A_WHILE, Screen.RIGHT_NOW, Screen.YOU, Screen.STORIES)


def raising_signs(library: Library, visit: Visit, level: Level) -> dict[Level, list[FindingId]]:
    """Return the findings that would raise an advice above `level`, highest level first.

    Within a level, signs that are asked because of the touched places come before those asked of everyone.
    """
    order = {
        question.id: (_NEAREST_FIRST.index(question.screen), index)
        for index, question in enumerate(every_question(library, visit))
    }
    last = (len(_NEAREST_FIRST), 0)
    changes = [one for one in would_change(library, visit, level) if one.answer == Answer.YES.value]
    changes.sort(key=lambda change: (-change.level.rank, order.get(change.finding, last)))
    signs: dict[Level, list[FindingId]] = {}
    for change in changes:
        signs.setdefault(change.level, []).append(change.finding)
    return signs
