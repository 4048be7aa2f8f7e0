"""Lines lead from a value back to the place where its author wrote it."""

import pytest

from spasm_gui.reading.yaml_text import parse

TEXT = "id: cramp\nwhen:\n  all:\n    - swollen\n    - {any: [cold, warm]}\nadvise: physician\n"


@pytest.mark.parametrize(
    ("path", "line"),
    [
        pytest.param((), 1, id="the-whole"),
        pytest.param(("advise",), 6, id="a-value"),
        pytest.param(("when", "all", 1, "any", 0), 5, id="deep-inside"),
        pytest.param(("when", "all", 7), 3, id="an-item-that-is-not-there"),
        pytest.param(("because",), 1, id="a-key-that-is-missing"),
        pytest.param(("id", "text"), 1, id="below-a-text"),
        pytest.param(("when", "all", 0, "any"), 4, id="below-an-item-that-is-a-text"),
    ],
)
def test_a_path_that_leads_nowhere_has_the_line_of_the_nearest_value_above(
    path: tuple[str | int, ...], line: int
) -> None:
    _, lines = parse(TEXT)
    assert lines.at(path) == line
