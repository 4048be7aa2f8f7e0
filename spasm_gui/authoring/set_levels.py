"""At which level each set of answers of a table ends: the reasoning of triage and fit, on bits.

It says the same as `assess` on each set alone, which a test holds it to, and says it of all sets together.
"""

from collections.abc import Iterable, Mapping

from spasm_gui.authoring.answer_table import AnswerTable
from spasm_gui.knowledge.cause import Cause, Story
from spasm_gui.knowledge.finding import Answer, AnswerValue, FindingId
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.conditions import Said, settle
from spasm_gui.reasoning.fit import stories_at
from spasm_gui.reasoning.triage import LiveRule, rules_of


def levels_of_sets(
    library: Library, visit: Visit, table: AnswerTable, fixed: Mapping[str, AnswerValue]
) -> dict[Level, int]:
    """Return for each level the sets of answers that end there, as bits of a table.

    Args:
        library: whose rules and stories are read.
        visit: the touched places; its answers do not matter.
        table: the findings that vary.
        fixed: the answers to all other findings. Everything has to be answered, so that nothing is left to ask.
    """
    fired = dict.fromkeys(Level, 0)
    for live in _can_hold(library, visit, table, fixed):
        bits = table.bits(live.condition, fixed)
        fired[live.rule.advise] |= bits.sure
        fired[live.rule.unsure_level] |= bits.doubt & ~bits.sure
    earned = table.every
    for region in visit.regions:
        fits = 0
        for cause, story in stories_at(library, region):
            fits |= _fits(visit, table, fixed, cause, story)
        earned &= fits
    left = table.every
    ends: dict[Level, int] = {}
    for level in (Level.EMERGENCY, Level.SAME_DAY, Level.PHYSICIAN):
        ends[level] = fired[level] & left
        left &= ~fired[level]
    ends[Level.PHYSICIAN] |= left & ~earned
    ends[Level.SELF_TREAT] = left & earned
    return ends


def _can_hold(
    library: Library, visit: Visit, table: AnswerTable, fixed: Mapping[str, AnswerValue]
) -> Iterable[LiveRule]:
    """The rules of these places that name something that is not always no, and those that name nothing."""
    live = rules_of(library, visit)
    spoken = [finding for finding, answer in fixed.items() if answer is not Answer.NO and finding not in table.domain]
    named = {one.rule.id: one for key in (*table.domain, *spoken) for one in live.naming.get(FindingId(key), ())}
    named |= {one.rule.id: one for one in live.rules if not any(one.condition.findings())}
    return named.values()


def _fits(visit: Visit, table: AnswerTable, fixed: Mapping[str, AnswerValue], cause: Cause, story: Story) -> int:
    """The sets of answers on which a story fits: every line yes, meant for this person, every counter-sign no."""
    fits = table.every
    for form in (*story.needs, story.only_for, cause.only_for):
        if form is not None:
            fits &= table.bits(settle(form, visit.regions, visit.two_sided), fixed).sure
        if not fits:
            return 0
    for counter in story.against:
        fits &= ~table.bits(Said(FindingId(counter)), fixed).doubt
    return fits
