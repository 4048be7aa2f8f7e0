"""Numbers of a run: percentiles, medians of alternating runs, and the rows of the table."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `goal` is None where the design names none; a figure at or below its goal meets it."""

    what: str
    figure: float
    unit: str
    goal: float | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """Whether the goal was met."""
        if self.goal is None:
            return ""
        return "met" if self.figure <= self.goal else "NOT MET"


def percentile(values: Sequence[float], share: float) -> float:
    """The value that so large a share of the values keep at or below."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(len(ordered) * share + 0.5) - 1))]


def spread(values: Sequence[float]) -> dict[str, float]:
    """Median, p95 and p99."""
    return {name: percentile(values, share) for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99))}


def child(module: str, *arguments: str, environment: Mapping[str, str] | None = None) -> Any:
    """Run a measurement in a process of its own, and return what it printed last, which is JSON.

    Raises:
        RuntimeError: it failed; with what it said.
    """
    done = subprocess.run(
        [sys.executable, "-m", f"bench.{module}", *arguments],
        cwd=CHECKOUT,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"bench.{module} {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def alternating(sorts: Mapping[str, Sequence[str]], rounds: int, module: str, key: str) -> dict[str, float]:
    """Let several sorts of the same child take turns, so that a slow moment slows all; the median of each."""
    seen: dict[str, list[float]] = {name: [] for name in sorts}
    for _ in range(rounds):
        for name, arguments in sorts.items():
            seen[name].append(child(module, *arguments)[key])
    return {name: statistics.median(values) for name, values in seen.items()}


def table(rows: Sequence[Row]) -> str:
    """The rows as text, goals marked met or not."""
    wide = max(len(row.what) for row in rows)
    lines = []
    for row in rows:
        goal = "" if row.goal is None else f"goal {row.goal:g}"
        lines.append(f"{row.what:{wide}} {row.figure:10.2f} {row.unit:6} {goal:10} {row.verdict:8} {row.note}".rstrip())
    return "\n".join(lines)


def keep(rows: Sequence[Row], raw: Mapping[str, Any], out: Path) -> None:
    """Write the rows, and all that was measured, as JSON."""
    out.parent.mkdir(parents=True, exist_ok=True)
    rows_told = [{**asdict(row), "verdict": row.verdict} for row in rows]
    out.write_text(json.dumps({"rows": rows_told, "raw": raw}, indent=1), encoding="utf-8")
