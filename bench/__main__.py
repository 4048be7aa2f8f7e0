"""`make bench`: one table of ratios from one run, each figure beside what it is compared with, goals marked met or not.

The window is the real one, under an Xvfb of its own. What is compared takes turns, so a busy machine disturbs both;
still, run it on a machine that does nothing else. `--quick` takes a tenth of the time and says less. The numbers are
kept as JSON in `bench/results`, which git ignores.
"""

import argparse
import datetime
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.figures import CHECKOUT, Row, alternating, child, keep, table
from bench.larger import larger_content
from spasm_gui.places import content_dir
from spasm_gui.reading.compiled import compile_library

SIZES = ((1280, 800), (3840, 2160))
GOALS_MS = {
    "touch → region lit": 16.0,
    "touch → panel painted": 33.0,
    "region change → panel painted": 33.0,
    "answer → advice repainted": 8.0,
}


@contextmanager
def a_display(width: int, height: int) -> Iterator[dict[str, str]]:
    """An X server of our own with a screen of this size; the environment that leads there."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader, encoding="ascii") as said:
            number = said.readline().strip()
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


@contextmanager
def surroundings(folder: Path) -> Iterator[None]:
    """Settings in an empty folder, and compiled Python kept between the children, as on a machine that is used."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / name.lower())
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "pycache")
    with a_display(*SIZES[0]) as environment:
        os.environ.update(environment)
        yield


def start_rows(contents: dict[str, Path], folder: Path, rounds: int, raw: dict[str, Any]) -> list[Row]:
    """Start to the first frame that can be touched, in times a bare window; processor time."""
    sorts: dict[str, list[str]] = {"bare": ["bare"]}
    for name, content in contents.items():
        compiled = folder / f"{name}.json"
        compile_library(content, compiled)
        sorts[f"{name}, compiled"] = ["window", str(content), str(compiled)]
        sorts[f"{name}, from YAML"] = ["window", str(content), str(folder / "none.json")]
    for arguments in sorts.values():
        child("start", *arguments)  # the first start compiles our modules
    raw["start, cpu ms"] = seen = alternating(sorts, rounds, "start", "cpu_ms")
    goals = {"1 x, compiled": 1.6, "10 x, compiled": 2.0}
    return [
        Row(f"start, content {name}", seen[name] / seen["bare"], "x bare", goals.get(name), f"{seen[name]:.0f} ms cpu")
        for name in sorts
        if name != "bare"
    ]


def act_rows(contents: dict[str, Path], visits: int, raw: dict[str, Any]) -> list[Row]:
    """What each act takes in the window, at each size of window and of content."""
    rows = []
    for width, height in SIZES:
        with a_display(width, height) as environment:
            for name, content in contents.items():
                told = child("acts", str(content), str(width), str(height), str(visits), environment=environment)
                raw[f"acts {width}x{height}, content {name}"] = told
                for act, figures in told.items():
                    wall, cpu = figures["wall_ms"], figures["cpu_ms"]
                    note = (
                        f"p50 {wall['p50']:.1f}, p99 {wall['p99']:.1f}; cpu p50 {cpu['p50']:.1f}, p95 {cpu['p95']:.1f}"
                    )
                    rows.append(
                        Row(f"{act}, {width}x{height}, content {name}", wall["p95"], "ms p95", GOALS_MS.get(act), note)
                    )
    return rows


def memory_rows(content: Path, folder: Path, visits: int, raw: dict[str, Any]) -> list[Row]:
    """Memory beside the bare window, its growth, and the wakes of a resting window."""
    compiled = folder / "memory.json"
    compile_library(content, compiled)
    raw["memory, bare"] = bare = child("memory", "bare")
    raw["memory, visits"] = told = child("memory", "visits", str(content), str(compiled), str(visits))
    raw["idle"] = idle = child("memory", "idle", str(content), str(compiled))
    last = max(told, key=int)
    rows = [
        Row(f"memory after {last} visits", told[last]["mb"] / bare["mb"], "x bare", 2.2, f"{told[last]['mb']:.0f} MB")
    ]
    for number in sorted(told, key=int)[1:]:
        grown = told[number]["mb"] / told["10"]["mb"]
        more = f"widgets {told['10']['widgets']:.0f} → {told[number]['widgets']:.0f}"
        rows.append(Row(f"memory after {number} visits", grown, "x 10", 1.05, more))
    rows.append(Row("wakes of a resting window in 3 s", idle["wakes"], "", 0))
    return rows


def reasoning_rows(content: Path, raw: dict[str, Any]) -> list[Row]:
    """Assessments per second, and growth beside the usual library."""
    raw["reasoning"] = told = child("reasoning", str(content))
    usual = told["ms"].pop("usual")
    rows = [Row("assessments with next page per second", 1000 / usual, "/ s")]
    for name, ms in told["ms"].items():
        rows.append(Row(f"assessment, {name}", ms / usual, "x", float(name.rpartition(" ")[2])))
    return rows


def main() -> int:
    """Measure everything, print the table, keep the numbers. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds and visits")
    parser.add_argument("--only", choices=("start", "acts", "memory", "reasoning"), action="append", help="this part")
    options = parser.parse_args()
    parts = options.only or ["reasoning", "start", "acts", "memory"]
    raw: dict[str, Any] = {"quick": options.quick, "load": os.getloadavg()}
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as scratch, surroundings(Path(scratch)):
        folder = Path(scratch)
        contents = {"1 x": content_dir()}
        if {"start", "acts"} & set(parts):
            contents["10 x"] = larger_content(content_dir(), folder / "larger", 10)
        for part in parts:
            match part:
                case "reasoning":
                    rows += reasoning_rows(contents["1 x"], raw)
                case "start":
                    rows += start_rows(contents, folder, 3 if options.quick else 11, raw)
                case "acts":
                    rows += act_rows(contents, 8 if options.quick else 60, raw)
                case _:
                    rows += memory_rows(contents["1 x"], folder, 50 if options.quick else 1000, raw)
    print(table(rows))
    out = CHECKOUT / "bench" / "results" / f"{datetime.datetime.now():%Y-%m-%d-%H%M%S}.json"
    keep(rows, raw, out)
    print(f"kept in {out.relative_to(CHECKOUT)}; load of the machine at the beginning {raw['load'][0]:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
