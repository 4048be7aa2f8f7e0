"""Where a record stands, for messages that an author can click on."""

from pathlib import Path

import pytest

from spasm_gui.authoring.whereabouts import Whereabouts, whereabouts_in


@pytest.fixture
def where(tmp_path: Path) -> Whereabouts:
    files = {
        "rules/leg.yaml": "rules:\n  - id: clot\n    when: swollen\n",
        "causes/leg.yaml": "causes:\n  - {id: 'cramp', name: x}\n  - name: late\n    id: late\n",
        "screens.yaml": "regions:\n  calf:\n    here: []\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return whereabouts_in(tmp_path)


@pytest.mark.parametrize(
    ("part", "key", "expected"),
    [
        ("rules", "clot", "rules/leg.yaml:2: broken"),
        ("causes", "cramp", "causes/leg.yaml:2: broken"),
        ("causes", "late", "causes/leg.yaml:4: broken"),
        ("screens", "calf", "screens.yaml:2: broken"),
        ("rules", "unknown", "rules:1: broken"),
        ("acts", "unknown", "acts.yaml:1: broken"),
    ],
    ids=["list", "on-one-line", "id-later", "region-of-screens", "unknown-in-folder", "unknown-in-file"],
)
def test_a_record_is_found_by_its_id(where: Whereabouts, part: str, key: str, expected: str) -> None:
    assert str(where.problem(part, key, "broken")) == expected


def test_a_record_of_another_part_is_not_taken_for_it(where: Whereabouts) -> None:
    assert str(where.problem("findings", "clot", "broken")) == "findings:1: broken"
