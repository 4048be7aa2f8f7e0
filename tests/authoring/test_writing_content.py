"""The guide for authors says what is true: its examples hold, and it knows every line of the card and every schema."""

import re
import shutil
from pathlib import Path

import pytest

from spasm_gui.authoring.cases import failures, run_case
from spasm_gui.authoring.schema import schemas
from spasm_gui.reading.errors import ContentError
from spasm_gui.reading.library import read_library

CHECKOUT = Path(__file__).resolve().parent.parent.parent
GUIDE = (CHECKOUT / "docs" / "writing-content.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"```yaml\n# ([\w/.-]+)\n(.*?)```", GUIDE, re.DOTALL))


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's content with everything the guide adds to it."""
    folder = Path(shutil.copytree(CHECKOUT / "content", tmp_path_factory.mktemp("guide") / "content"))
    for name, text in EXAMPLES.items():
        path = folder / name
        written = path.read_text(encoding="utf-8")
        if name == "screens.yaml":
            calf = re.search(r"  calf:\n    here: .*\n    soon: \[", written)
            assert calf is not None
            written = written[: calf.end()] + "vein-cord, " + written[calf.end() :]
        else:
            written = f"{written.rstrip()}\n\n{text}"
        path.write_text(written, encoding="utf-8")
    return folder


def test_the_guide_adds_a_question_a_row_a_rule_a_cause_and_two_people() -> None:
    rooms = {name.partition("/")[0] for name in EXAMPLES}
    assert rooms == {"findings", "screens.yaml", "rules", "causes", "cases"}


def test_what_the_guide_adds_is_read_and_comes_out_as_it_says(content: Path) -> None:
    library = read_library(content)
    added = [case for case in library.cases if case.id.startswith("calf-stiff-from-the-train")]
    assert len(added) == 2
    for case in added:
        run = run_case(library, case)
        assert (list(failures(run)), run.unused) == ([], ()), case.id


def test_the_guide_names_the_schema_line_of_every_kind_of_file() -> None:
    for name in schemas():
        assert f"# yaml-language-server: $schema=../.schema/{name}" in GUIDE or (
            f"# yaml-language-server: $schema=.schema/{name}" in GUIDE
        )


@pytest.mark.parametrize(
    "said",
    [
        "a colon stands where none can",
        "indent with spaces, not tabs",
        "must say what 'not sure' means",
        "a rule cannot advise self-treat",
        "a condition never denies",
        "content files end in .yaml; rename it",
        "give the id of a finding, not its words",
    ],
)
def test_the_messages_in_the_guide_are_those_of_the_program(said: str) -> None:
    expected = (CHECKOUT / "tests" / "reading" / "bad").glob("*.expected")
    assert said in GUIDE
    assert any(said in path.read_text(encoding="utf-8") for path in expected)


def test_a_sentence_without_quotes_leads_to_the_line_that_the_guide_explains(content: Path) -> None:
    (content / "rules" / "slip.yaml").write_text("rules:\n  - id: slip\n    because: Note: it hurts\n")
    with pytest.raises(ContentError, match=r"rules/slip.yaml:3: .*a colon stands where none can"):
        read_library(content)
