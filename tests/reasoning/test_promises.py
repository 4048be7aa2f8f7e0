"""What we promise about advice, over random small libraries and over all that the program ships with."""

import random
from collections import Counter

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.assessment import assess
from tests.reasoning.made_visits import a_near_visit
from tests.reasoning.promises import violations
from tests.reasoning.small_libraries import libraries

SAMPLES = 600
ROWS = 2
"""Of the real library so many single changes of a visit are tried per promise; of small ones every one."""

# Drawing a library is slow for Hypothesis; the same examples each time keep one red run from being luck.
EXAMPLES = settings(
    deadline=None,
    derandomize=True,
    max_examples=120,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module")
def sampled(library: Library) -> list[Visit]:
    return [a_near_visit(library, random.Random(number)) for number in range(SAMPLES)]


def kind_of(library: Library, visit: Visit) -> tuple[str, str]:
    seen = assess(library, visit)
    return (seen.level.value if seen.level else "no advice yet", "final" if seen.is_final else "open")


@EXAMPLES
@given(libraries(), st.randoms(use_true_random=False))
def test_any_small_library_keeps_every_promise(library: Library, chance: random.Random) -> None:
    for _ in range(3):
        visit = a_near_visit(library, chance)
        event(" ".join(kind_of(library, visit)))
        assert violations(library, visit) == []


def test_the_real_library_keeps_every_promise(library: Library, sampled: list[Visit]) -> None:
    broken = {number: violations(library, visit, ROWS) for number, visit in enumerate(sampled[::3])}
    assert {number: said for number, said in broken.items() if said} == {}


def test_the_sampled_visits_reach_every_level_open_and_final(library: Library, sampled: list[Visit]) -> None:
    kinds = [kind_of(library, visit) for visit in sampled]
    counted = Counter(level for level, _ in kinds) + Counter(state for _, state in kinds)
    for kind in ("self-treat", "physician", "same-day", "emergency", "final", "open"):
        assert counted[kind] >= 0.05 * SAMPLES, f"only {counted[kind]} of {SAMPLES} visits are {kind}"
