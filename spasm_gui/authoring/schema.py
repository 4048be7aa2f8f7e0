"""JSON Schema for editors, out of the same types that read the content.

A YAML language server then completes keys, shows what they mean and marks what is misspelt while an author types. It
knows shapes only; ids, sources and everything else are held together by `spasm-gui check`.
"""

import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from spasm_gui.knowledge.record import Part, Record
from spasm_gui.reading.library import LISTS, WHOLE

ENDING = ".schema.json"
_REFERENCE = "#/$defs/{name}"
_SCHEMA = "https://json-schema.org/draft/2020-12/schema"
_REVIEWED = "The day on which the entries of this file were last held against their sources, such as 2026-11-22."


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of each kind of content file, by the name of the schema's file."""
    found = {}
    for name, shape in WHOLE.items():
        found[_file(name)] = _whole(name, shape)
    for name, lists in LISTS.items():
        found[_file(name)] = _lists(name, lists)
    return dict(sorted(found.items()))


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write all schemas into a folder, which is made if it is missing. Returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in schemas().items():
        path = folder / name
        path.write_text(json.dumps(schema, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
        written.append(path)
    return tuple(written)


def _file(name: str) -> str:
    return name.removesuffix(".yaml") + ENDING


def _whole(name: str, shape: type[Part]) -> dict[str, Any]:
    (top,), parts = msgspec.json.schema_components((shape,), ref_template=_REFERENCE)
    return {"$schema": _SCHEMA, "title": name, **top, "$defs": dict(_as_written(parts))}


def _lists(name: str, lists: dict[str, type[Part]]) -> dict[str, Any]:
    tops, parts = msgspec.json.schema_components(tuple(lists.values()), ref_template=_REFERENCE)
    properties: dict[str, Any] = {key: {"type": "array", "items": top} for key, top in zip(lists, tops, strict=True)}
    shapes = {shape.__name__ for shape in lists.values() if issubclass(shape, Record)}
    if shapes:
        properties = {"reviewed": {"type": "string", "format": "date", "description": _REVIEWED}, **properties}
    title = name if name.endswith(".yaml") else f"a file in {name}/"
    return {
        "$schema": _SCHEMA,
        "title": title,
        "type": "object",
        "properties": properties,
        "required": list(lists),
        "additionalProperties": False,
        "$defs": dict(_as_written(parts, dated_at_the_head=shapes)),
    }


def _as_written(
    parts: dict[str, Any], dated_at_the_head: set[str] | frozenset[str] = frozenset()
) -> Iterator[tuple[str, Any]]:
    """The schemas of the parts, as authors write them.

    A record may take its date from the head of its file. A key that is left out says nothing, so nobody writes null.
    """
    for name, part in parts.items():
        if name in dated_at_the_head:
            required = [key for key in part.get("required", ()) if key != "reviewed"]
            part = {**part, "required": required}
        yield name, _as_authors_write(part)


def _as_authors_write(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_as_authors_write(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    clean = {key: _as_authors_write(inner) for key, inner in schema.items() if not (key == "default" and inner is None)}
    if "description" in clean and isinstance(clean["description"], str):
        clean["description"] = inspect.cleandoc(clean["description"])
    choices = clean.get("anyOf")
    if isinstance(choices, list):
        left = [choice for choice in choices if choice != {"type": "null"}]
        del clean["anyOf"]
        return {**clean, **left[0]} if len(left) == 1 else {**clean, "anyOf": left}
    return clean
