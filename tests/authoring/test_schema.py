"""The schemas for editors are those of the types that read the content."""

import json
from pathlib import Path

import pytest

from spasm_gui.authoring.schema import schemas, write_schemas
from spasm_gui.reading.folder import FOLDERS, SINGLE_FILES

CONTENT = Path(__file__).resolve().parent.parent.parent / "content"
COMMITTED = CONTENT / ".schema"


def test_every_kind_of_content_file_has_a_schema() -> None:
    kinds = {*FOLDERS, *(name.removesuffix(".yaml") for name in SINGLE_FILES)}
    assert set(schemas()) == {f"{kind}.schema.json" for kind in kinds}


def test_the_committed_schemas_are_fresh(tmp_path: Path) -> None:
    """If this fails, run `spasm-gui schema content/.schema` and commit what it wrote."""
    written = write_schemas(tmp_path / "schema")
    assert {path.name for path in written} == {path.name for path in COMMITTED.iterdir()}
    for path in written:
        assert (COMMITTED / path.name).read_bytes() == path.read_bytes(), path.name


def test_a_misspelt_key_is_marked_in_every_part() -> None:
    for name, schema in schemas().items():
        parts = [part for part in schema["$defs"].values() if part.get("type") == "object"]
        assert all(part["additionalProperties"] is False for part in parts), name


def test_a_record_may_take_its_date_from_the_head_of_its_file() -> None:
    rules = schemas()["rules.schema.json"]
    assert "reviewed" in rules["properties"]
    assert "reviewed" not in rules["$defs"]["Rule"]["required"]
    assert "because" in rules["$defs"]["Rule"]["required"]
    assert "reviewed" not in schemas()["cases.schema.json"]["properties"]


def test_keys_are_spelt_as_authors_write_them() -> None:
    formula = schemas()["rules.schema.json"]["$defs"]["Formula"]
    assert "is" in formula["properties"]
    assert "is_" not in formula["properties"]


@pytest.mark.parametrize("name", schemas())
def test_nobody_is_offered_to_write_null(name: str) -> None:
    assert '"null"' not in json.dumps(schemas()[name])
