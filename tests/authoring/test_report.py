"""What `spasm-gui check` says: problems, warnings, counts, proof.

All that it says of the content of this program is a step of its own of all checks, in tools/run_tests.sh.
"""

import datetime
import json
from pathlib import Path

import pytest

from spasm_gui.authoring import people_proof
from spasm_gui.authoring.card import Statement
from spasm_gui.authoring.cases import CaseRun
from spasm_gui.authoring.report import check
from spasm_gui.authoring.whereabouts import Whereabouts
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from tests.factories import REVIEWED, a_case, a_finding, a_night_cramp_library, a_region, write_library


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """Assets in which the back of both calves is outlined."""
    outlines = [{"region": "calf", "side": side} for side in ("left", "right")]
    path = tmp_path / "assets" / "pictures" / "outlines.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"views": [{"name": "back", "outlines": outlines, "muscles": []}]}))
    return tmp_path / "assets"


def test_a_library_that_holds_is_ok_and_counted(tmp_path: Path, assets: Path) -> None:
    outcome = check(write_library(tmp_path / "content", a_night_cramp_library()), assets)
    assert outcome.problems == ()
    assert outcome.ok
    assert outcome.counts == {
        "regions": 1,
        "muscles": 0,
        "findings": 4,
        "rules": 1,
        "causes": 2,
        "self_care": 1,
        "sources": 1,
        "cases": 0,
    }


def test_a_broken_library_gives_its_problems_and_no_proof(tmp_path: Path, assets: Path) -> None:
    folder = write_library(tmp_path / "content", a_night_cramp_library())
    (folder / "sources.yaml").unlink()
    outcome = check(folder, assets).as_json()
    assert outcome["ok"] is False
    assert outcome["problems"] == [{"file": "sources.yaml", "line": 1, "message": "this file is missing"}]
    assert outcome["warnings"] == []
    assert set(outcome["counts"].values()) == {0}
    assert outcome["proof"] == {}


def test_the_text_ends_in_a_verdict(tmp_path: Path, assets: Path) -> None:
    folder = write_library(tmp_path / "content", a_night_cramp_library())
    assert check(folder, assets).as_text().splitlines()[-1].startswith("The content holds.")
    (folder / "sources.yaml").unlink()
    text = check(folder, assets).as_text()
    assert text.splitlines()[0] == "problem  sources.yaml:1: this file is missing"
    assert text.splitlines()[-1] == "The content does not hold. 1 problem, 0 warnings."


def test_a_record_is_named_with_its_file_and_line(tmp_path: Path, assets: Path) -> None:
    library = a_night_cramp_library(a_case("somebody", level=Level.EMERGENCY))
    folder = write_library(tmp_path / "content", library)
    (problem,) = check(folder, assets).problems
    assert problem.file == "cases/all.yaml"
    assert '"id": "somebody"' in (folder / problem.file).read_text().splitlines()[problem.line - 1]


def test_a_problem_of_the_proof_or_of_the_map_fails_the_check(tmp_path: Path, assets: Path) -> None:
    idle = a_night_cramp_library(a_finding("forgotten"))
    assert not check(write_library(tmp_path / "idle", idle), assets).ok
    undrawn = a_night_cramp_library(a_region("calf"), a_region("shin"))
    assert not check(write_library(tmp_path / "undrawn", undrawn), assets).ok


def test_a_warning_does_not_fail_the_check(tmp_path: Path, assets: Path) -> None:
    folder = write_library(tmp_path / "content", a_night_cramp_library())
    outcome = check(folder, assets, today=REVIEWED - datetime.timedelta(days=1))
    assert outcome.warnings
    assert outcome.ok


def test_the_json_keeps_its_promised_shape(tmp_path: Path, assets: Path) -> None:
    folder = write_library(tmp_path / "content", a_night_cramp_library())
    outcome = json.loads(json.dumps(check(folder, assets).as_json()))
    assert list(outcome) == ["ok", "problems", "warnings", "counts", "proof"]
    for key, statement in outcome["proof"].items():
        assert {"holds", "text", "how", "covered", "problems", "warnings"} <= set(statement), key
    assert {"complete", "monotone", "no_dead_rule", "no_idle_finding", "guards_asked", "cases"} <= set(outcome["proof"])


def test_the_text_prints_the_card_and_says_how_each_line_was_found(tmp_path: Path, assets: Path) -> None:
    folder = write_library(tmp_path / "content", a_night_cramp_library())
    text = check(folder, assets, today=REVIEWED).as_text()
    assert "Proof card\n  holds   Every region and every set of answers ends in an advice" in text
    assert "proved from the grammar; " in text
    assert "enumerated; 1 regions alone" in text
    assert "1 regions, 0 muscles, 4 findings, 1 rules" in text


# ------------------------------------------------------------------ the content of this program


@pytest.fixture(scope="module")
def cases(library: Library) -> tuple[Statement, tuple[CaseRun, ...]]:
    """What the proof card says of all cases, and how they went."""
    return people_proof.run_cases(library, Whereabouts())


@pytest.mark.slow
def test_every_case_of_this_program_passes(cases: tuple[Statement, tuple[CaseRun, ...]]) -> None:
    figures = cases[0].figures
    assert figures["total"] >= 240
    assert figures["passed"] == figures["total"]


@pytest.mark.slow
def test_no_rule_of_this_program_could_be_lost_unnoticed(
    library: Library, cases: tuple[Statement, tuple[CaseRun, ...]]
) -> None:
    assert people_proof.rules_needed(library, cases[1], Whereabouts()).figures["needed_by_no_case"] == []
