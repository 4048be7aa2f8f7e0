"""Assessments per second, and how they grow with rules, causes and regions: `python -m bench.reasoning CONTENT`.

Processor time, of visits answered one by one from the touch to the end; each size takes its turn. Prints JSON.
"""

import json
import statistics
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from bench.larger import larger_library
from spasm_gui.knowledge.finding import Answer, AnswerValue
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reading.library import read_library
from spasm_gui.reasoning.assessment import assess
from spasm_gui.reasoning.questions import next_page

TIMES = (1, 3, 10, 30)
ROUNDS = 3
PLACES = ("calf", "lower-back", "chest", "abdomen")


def a_walk(library: Library) -> list[Visit]:
    """Every visit on the way from a touch to the last question, one answer after the other."""
    steps = []
    for name in PLACES:
        region = library.regions[RegionId(name)]
        visit = Visit((Place(region.id, region.sides[0]),))
        while (page := next_page(library, visit)) is not None:
            steps.append(visit)
            for row in page.ids:
                value: AnswerValue = "16-49" if row == library.screens.age else Answer.NO
                visit = visit.answering({row: value})
                steps.append(visit)
    return steps


def seconds_each(library: Library, steps: list[Visit]) -> float:
    """Processor time of one assessment with its next page."""
    fresh = [Visit(one.places, one.answers) for one in steps]  # nothing is remembered of these
    begin = time.process_time()
    for visit in fresh:
        assess(library, visit)
        next_page(library, visit)
    return (time.process_time() - begin) / len(fresh)


def main(content: str) -> None:
    """Measure, and print JSON."""
    library = read_library(Path(content), with_cases=False)
    steps = a_walk(library)
    sizes: dict[str, Library] = {"usual": library}
    for times in TIMES[1:]:
        sizes |= {
            f"rules x {times}": larger_library(library, rules=times),
            f"causes x {times}": larger_library(library, causes=times),
            f"regions x {times}": larger_library(library, regions=times),
        }
    seen: dict[str, list[float]] = {name: [] for name in sizes}
    for _ in range(ROUNDS):
        for name, one in sizes.items():
            seen[name].append(seconds_each(one, steps))
    medians: Mapping[str, float] = {name: statistics.median(values) for name, values in seen.items()}
    print(json.dumps({"ms": {name: value * 1000 for name, value in medians.items()}, "visits": len(steps)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
