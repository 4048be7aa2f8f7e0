"""Plain values to typed records, and what msgspec says about a misfit in words for authors."""

import re
import types
import typing

import msgspec

from spasm_gui.reading.nearest import did_you_mean
from spasm_gui.reading.yaml_text import Plain

T = typing.TypeVar("T")
Path = tuple[str | int, ...]

_AT = re.compile(r" - at `(?:key in )?\$(?P<path>[^`]*)`$")
_STEP = re.compile(r"\.([A-Za-z_][\w-]*)|\[(\d+|\.\.\.)\]")
_KINDS = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number",
    "array": "a list",
    "object": "a map of keys and values",
    "date": "a date such as 2026-11-22",
    "null": "nothing",
}


_DENIALS = ("not", "none", "no", "unless", "except", "without")
_ID = re.compile(r"[\w-]+")
_MOST_REPEATED = 40
"""A longer text is not repeated in a message."""

_MOST_KEYS = 4
"""A map of more keys is not written on one line."""


class ShapeError(Exception):
    """A value does not have the shape its place asks for. `path` leads to it from the record."""

    def __init__(self, path: Path, message: str) -> None:
        self.path = path
        self.message = message
        super().__init__(message)


def take_shape(value: Plain, shape: type[T]) -> T:
    """Return the value as a typed record.

    Raises:
        ShapeError: with the path to the misfit and what was expected there.
    """
    try:
        return msgspec.convert(value, shape, strict=False)
    except msgspec.ValidationError as error:
        raise _inside_a_map(str(error), value, shape) or _explain(str(error), value, shape) from error


def _inside_a_map(text: str, value: Plain, shape: type[object]) -> ShapeError | None:
    """The error with its key, where msgspec only says that it lies under some key of a map."""
    path, rest, _ = _path_in(text)
    if not rest:
        return None
    inside: typing.Any = value
    for step in path:
        inside = inside[step]
    values = typing.get_args(_type_at(shape, path))[-1]
    for key, one in inside.items():
        try:
            take_shape(one, values)
        except ShapeError as error:
            return ShapeError((*path, key, *error.path), error.message)
    return None


def _path_in(text: str) -> tuple[Path, bool, str]:
    """The path in a message of msgspec, whether it goes on under some key of a map, and the message without it."""
    found = _AT.search(text)
    if not found:
        return (), False, text
    path: Path = tuple(key or (int(index) if index.isdigit() else index) for key, index in _STEP.findall(found["path"]))
    known = path[: path.index("...")] if "..." in path else path
    return known, "..." in path and "key in" not in found[0], text[: found.start()]


def _explain(text: str, value: Plain, shape: type[object]) -> ShapeError:
    path, _, text = _path_in(text)
    fields = _field_names(_type_at(shape, path))
    if match := re.fullmatch(r"Object contains unknown field `(.+)`", text):
        word = match[1]
        hint = did_you_mean(word, fields) or f"; known here: {', '.join(fields)}"
        if word.lower() in _DENIALS and "any" in fields:
            hint = "; a condition never denies: make a finding that asks for what is there, and name that"
        return ShapeError((*path, word), f"'{word}' is not known here{hint}")
    if match := re.fullmatch(r"Object missing required field `(.+)`", text):
        return ShapeError(path, f"'{match[1]}' is missing")
    if match := re.fullmatch(r"Invalid enum value '?(.*?)'?", text):
        known = _enum_values(_type_at(shape, path))
        return ShapeError(path, f"'{match[1]}' is not one of {', '.join(known)}{did_you_mean(match[1], known)}")
    if match := re.fullmatch(r"Expected `(.+)`, got `(.+)`", text):
        expected = " or ".join(_KINDS.get(kind, kind) for kind in match[1].split(" | ") if kind != "null")
        got = _KINDS.get(match[2], match[2])
        mend = _mended(match[1], _text_at(value, path), fields)
        return ShapeError(path, f"expected {expected}, found {got}{_shown(value, path)}{mend}")
    if text.startswith("Invalid RFC3339"):
        return ShapeError(path, f"expected a date such as 2026-11-22, found{_shown(value, path)}")
    return ShapeError(path, text)


def _text_at(value: Plain, path: Path) -> str | None:
    for step in path:
        try:
            value = value[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return None
    return value if isinstance(value, str) else None


def _shown(value: Plain, path: Path) -> str:
    text = _text_at(value, path)
    return "" if text is None else f" '{text}'"


def _mended(expected: str, text: str | None, fields: tuple[str, ...]) -> str:
    """What to write instead of a text that stands where a list or a map belongs."""
    if text is None:
        return ""
    if expected.startswith("array"):
        words = [word.strip() for word in text.split(",")]
        if all(_ID.fullmatch(word) for word in words):
            return f"; write [{', '.join(words)}]"
        return '; put it in brackets and quotes, as in [".."]' if len(text) > _MOST_REPEATED else f'; write ["{text}"]'
    if expected.startswith("object") and 0 < len(fields) <= _MOST_KEYS:
        return f"; write its keys in braces: {{{', '.join(f'{field}: ..' for field in fields)}}}"
    return ""


def _type_at(shape: object, path: Path) -> object:
    """The declared type at a path inside a shape; of a union, the struct."""
    for step in path:
        shape = _struct_of(shape)
        if isinstance(shape, type) and issubclass(shape, msgspec.Struct) and isinstance(step, str):
            renamed = dict(zip(shape.__struct_encode_fields__, shape.__struct_fields__, strict=True))
            shape = typing.get_type_hints(shape).get(renamed.get(step, step))
        else:
            arguments = typing.get_args(shape)
            shape = arguments[-1 if typing.get_origin(shape) is dict else 0] if arguments else None
    return _struct_of(shape)


def _struct_of(shape: object) -> object:
    if typing.get_origin(shape) in (typing.Union, types.UnionType):
        members = [member for member in typing.get_args(shape) if member not in (str, type(None))]
        tuples = [member for member in members if typing.get_origin(member) is tuple]
        return (tuples or members or [str])[0]
    return shape


def _field_names(shape: object) -> tuple[str, ...]:
    if isinstance(shape, type) and issubclass(shape, msgspec.Struct):
        return shape.__struct_encode_fields__
    return ()


def _enum_values(shape: object) -> tuple[str, ...]:
    return tuple(str(member.value) for member in typing.cast(typing.Any, shape)) if isinstance(shape, type) else ()
