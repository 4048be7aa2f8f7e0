"""Figures the content is to keep: enough self-limiting causes in each region, and not too many questions."""

from spasm_gui.authoring.card import How, Statement
from spasm_gui.authoring.whereabouts import Whereabouts
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import RegionId
from spasm_gui.reading.errors import Problem
from spasm_gui.reasoning.fit import stories_at

FEWEST_SELF_LIMITING = 3
"""So many self-limiting causes with a card a region should have, or people find no card in their own words."""

MOST_FINDINGS = 180
"""So many findings at most, so that one person can keep all of them in view."""

MOST_PATTERNS = 12
"""So many lines of cards at most in one region, so that its cards can be read at a glance."""


def self_limiting_in_each_region(library: Library) -> Statement:
    """How many self-limiting causes each region has whose cards a person can recognise.

    Fewer than the goal is no breach: in some places, as in the chest, few pains may be treated by oneself.
    """
    counted = {
        region: len({cause.id for cause, _ in stories_at(library, region)}) for region in library.screens.regions
    }
    few = {region: count for region, count in counted.items() if count < FEWEST_SELF_LIMITING}
    return Statement(
        key="self_limiting_in_each_region",
        text=f"{len(counted) - len(few)} of {len(counted)} regions have at least {FEWEST_SELF_LIMITING} self-limiting "
        "causes with a story card",
        how=How.COUNTED,
        covered=_listed(counted),
        figures={"by_region": counted, "below_goal": list(few)},
        details=(f"fewer: {_listed(few)}",) if few else (),
    )


def few_questions(library: Library, where: Whereabouts) -> Statement:
    """There are not more findings in all, nor lines of cards in a region, than people can keep in view."""
    lines = {
        region: len({need for _, story in stories_at(library, region) for need in story.needs})
        for region in library.screens.regions
    }
    warnings = [
        where.problem(
            "regions",
            region,
            f"the cards of region '{region}' have too many lines: {count}; the goal is at most {MOST_PATTERNS}",
        )
        for region, count in lines.items()
        if count > MOST_PATTERNS
    ]
    if len(library.findings) > MOST_FINDINGS:
        message = f"too many findings: {len(library.findings)}; the goal is at most {MOST_FINDINGS}, join or drop some"
        warnings.append(Problem("findings", 1, message))
    return Statement(
        key="few_questions",
        text=f"At most {MOST_FINDINGS} findings in all, and {MOST_PATTERNS} lines of cards in a region",
        how=How.COUNTED,
        covered=f"{len(library.findings)} findings; lines of cards: {_listed(lines)}",
        warnings=tuple(warnings),
        figures={"findings": len(library.findings), "lines_by_region": lines},
    )


def _listed(counted: dict[RegionId, int]) -> str:
    return ", ".join(f"{region} {count}" for region, count in counted.items()) or "no region has questions yet"
