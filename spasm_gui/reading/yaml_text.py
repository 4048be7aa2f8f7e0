"""One pass over the YAML parser's events: plain strings, lists and maps, with the line of each.

Nothing of PyYAML beyond its C event parser is used: no tags, no implicit types, no aliases. Every scalar stays the text
that was typed until its typed shape says otherwise, so `no` never becomes False and `12:30` never 750.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from spasm_gui.reading.errors import YamlError
from spasm_gui.reading.limits import MAX_FILE_BYTES

if TYPE_CHECKING:  # loaded where a file is read: a start from the compiled library reads none
    import yaml

MAX_NODES = 60_000
MAX_DEPTH = 16
MAX_SCALAR_CHARACTERS = 20_000

Plain = str | list["Plain"] | dict[str, "Plain"]

_SURPRISING = re.compile(
    r"(?:yes|no|on|off|true|false|y|n|null|~"
    r"|[-+]?(?:0[0-9_]+|0[xob][0-9a-f_]+|[0-9]+(?::[0-5]?[0-9])+|[0-9]+_[0-9_]*|[0-9.]+e[-+]?[0-9]+|\.inf|\.nan))",
    re.IGNORECASE,
)
"""Words that other YAML readers turn into something else. They need quotes, so that nobody is surprised."""

_IN_PLAIN_WORDS = {
    "found character that cannot start any token": "a text cannot begin with this character; put it in quotes, and "
    "indent with spaces, not tabs",
    "mapping values are not allowed in this context": "a colon stands where none can; put the whole text in "
    "quotes, or mend the indentation",
    "block sequence entries are not allowed in this context": "a dash stands where none can; check the indentation",
    "did not find expected key": "expected a key and a colon; check the indentation and the quotes, here and "
    "just above",
    "did not find expected node content": "a value is missing here, or a list or map has no end",
    "did not find expected '-' indicator": "expected a dash; check the indentation",
    "did not find expected ',' or ']'": "the list that begins here with [ has no end, or lacks a comma",
    "did not find expected ',' or '}'": "the map that begins here with { has no end, or lacks a comma",
    "could not find expected ':'": "expected a colon after this word",
    "found unexpected end of stream": "the quote that begins here has no end",
    "found unexpected document indicator": "the quote that begins here has no end",
    "found a tab character that violates indentation": "indent with spaces, not tabs",
    "found unknown escape character": "a backslash before a letter that has no meaning; write \\\\ for a backslash",
    "found undefined tag handle": "a text cannot begin with an exclamation mark; put it in quotes",
    "did not find expected tag URI": "a text cannot begin with an exclamation mark; put it in quotes",
    "found invalid Unicode character escape code": "an escape that stands for no character",
}
"""What the parser says, in words for authors."""

_TYPOGRAPHIC_QUOTE = re.compile("(?::|-|^)\\s*[\u201c\u201d\u201e\u2018\u00ab]")
_KEY_WITH_VALUE = re.compile(r"\w+:\s+\S")
_CUT_OFF_BY_APOSTROPHE = re.compile(r"(?::|-)\s+'[^']*\w'\w")

_YAML_TAG = "tag:yaml.org,2002:"
_BEGINS_EARLIER = ("has no end", "after this word")
"""Messages about something that began on the line of the context, not where the parser gave up."""

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_FORBIDDEN_IN_FILES = re.compile(rf"(?!\r){_FORBIDDEN.pattern}")
_MAX_KEY_CHARACTERS = 200


@dataclass(slots=True)
class Lines:
    """The line of a value, and of what is inside it."""

    line: int
    inside: "dict[str | int, Lines] | None" = None

    def at(self, path: tuple[str | int, ...]) -> int:
        """The line of the value at a path; where the path leads nowhere, of the nearest value above it."""
        here = self
        for step in path:
            if here.inside is None or step not in here.inside:
                break
            here = here.inside[step]
        return here.line


@dataclass(slots=True)
class _Open:
    """A list or map that is being filled."""

    value: list[Plain] | dict[str, Plain]
    lines: Lines
    is_map: bool
    key: str | None = None
    key_line: int = 0

    def put(self, value: Plain, lines: Lines) -> None:
        """Add a value at the waiting key, or at the end of the list."""
        inside = self.lines.inside
        assert inside is not None
        if isinstance(self.value, list):
            inside[len(self.value)] = lines
            self.value.append(value)
        else:
            assert self.key is not None
            self.value[self.key] = value
            inside[self.key] = lines
            self.key = None


def decode(data: bytes) -> str:
    """Return the text of a file: UTF-8, with or without a byte order mark.

    Raises:
        YamlError: too many bytes, or not UTF-8.
    """
    if len(data) > MAX_FILE_BYTES:
        raise YamlError(1, f"the file has more than {MAX_FILE_BYTES:,} bytes; split it")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise YamlError(line, "this is not UTF-8 text; save the file as UTF-8") from error


def parse(text: str) -> tuple[Plain, Lines]:
    """Return the one document in a text, and the lines of everything in it.

    Raises:
        YamlError: broken or empty YAML, more than one document, an alias, a tag, a double key, a value without text,
            a word that needs quotes, or more than the limits allow.
    """
    import yaml

    try:
        loader = yaml.CSafeLoader(text)
    except UnicodeEncodeError as error:
        raise _unreadable(text) from error
    try:
        return _build(loader)
    except yaml.MarkedYAMLError as error:
        raise _in_plain_words(error, text) from error
    except yaml.YAMLError as error:
        raise _unreadable(text) from error
    finally:
        loader.dispose()


def _in_plain_words(error: "yaml.MarkedYAMLError", text: str) -> YamlError:
    message = _IN_PLAIN_WORDS.get(error.problem or "", str(error.problem))
    mark = error.problem_mark or error.context_mark
    if error.context_mark is not None and any(words in message for words in _BEGINS_EARLIER):
        mark = error.context_mark
    line = mark.line if mark else 0
    return YamlError(line + 1, f"this is not valid YAML: {message}{_likely_slip(text, line)}")


def _likely_slip(text: str, line: int) -> str:
    """What an author most likely did in a line that the parser could not read."""
    lines = text.splitlines()
    here = lines[line] if line < len(lines) else ""
    if _TYPOGRAPHIC_QUOTE.search(here):
        return '. Only straight quotes count: "..", not the curly ones of a word processor'
    if _CUT_OFF_BY_APOSTROPHE.search(here):
        return ". In '..' an apostrophe ends the text; write \"..\" instead"
    above = lines[line - 1] if line else ""
    if here.lstrip().startswith("- ") and _KEY_WITH_VALUE.match(above):
        return ". If a list begins here, its key is missing on the line above it, such as rules:"
    return ""


def _unreadable(text: str) -> YamlError:
    """The parser gives the place of a forbidden character in bytes and not always, so it is looked for here."""
    found = _FORBIDDEN_IN_FILES.search(text)
    if found is None:
        return YamlError(1, "this is not valid YAML: a character that is not allowed")
    line = text.count("\n", 0, found.start()) + 1
    return YamlError(
        line, f"the character U+{ord(found[0]):04X} is not allowed; save the file as UTF-8 text without it"
    )


def _build(loader: "yaml.CSafeLoader") -> tuple[Plain, Lines]:
    import yaml

    # The one hot loop of a cold start: some 50,000 events, so scalars take the short way through it.
    stack: list[_Open] = []
    parent: _Open | None = None
    document: tuple[Plain, Lines] | None = None
    nodes = 0
    next_event: Callable[[], Any] = loader.get_event
    while (event := next_event()) is not None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            nodes += 1
            if nodes > MAX_NODES or event.anchor is not None or event.tag is not None:
                _refuse_node(event, nodes)
            line = event.start_mark.line + 1
            if parent is None:
                text = _scalar(event, line, None)
                document = (text, Lines(line))
            elif parent.key is None and parent.is_map:
                _open_key(parent, event, line)
            else:
                parent.put(_scalar(event, line, parent.key), Lines(line))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            nodes += 1
            _refuse_node(event, nodes)
            line = event.start_mark.line + 1
            if len(stack) >= MAX_DEPTH:
                raise YamlError(line, f"nested more than {MAX_DEPTH} levels deep")
            if parent is not None and parent.is_map and parent.key is None:
                raise YamlError(line, "a key must be a plain word")
            is_map = kind is yaml.MappingStartEvent
            opened = _Open({} if is_map else [], Lines(line, {}), is_map)
            if parent is not None:
                opened.lines.line = min(line, parent.key_line) if parent.is_map else line
                parent.put(opened.value, opened.lines)
            stack.append(opened)
            parent = opened
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            closed = stack.pop()
            parent = stack[-1] if stack else None
            if parent is None:
                document = (closed.value, closed.lines)
        elif kind is yaml.AliasEvent:
            _refuse_node(event, nodes)
        elif kind is yaml.DocumentStartEvent and document is not None:
            raise YamlError(event.start_mark.line + 1, "a second document starts here; keep one document in a file")
    if document is None:
        raise YamlError(1, "the file is empty")
    return document


def _refuse_node(event: "yaml.NodeEvent", nodes: int) -> None:
    """Refuse what content never has: too many values, aliases, anchors and tags."""
    assert event.start_mark is not None
    line = event.start_mark.line + 1
    if nodes > MAX_NODES:
        raise YamlError(line, f"more than {MAX_NODES:,} values in one file; split it")
    _refuse_specials(event, line)


def _refuse_specials(event: "yaml.NodeEvent", line: int) -> None:
    import yaml

    if isinstance(event, yaml.AliasEvent):
        raise YamlError(line, f"'*{event.anchor}' is an alias; write the value out")
    if event.anchor is not None:
        raise YamlError(line, f"'&{event.anchor}' is an anchor; write the value out wherever it is needed")
    tag = getattr(event, "tag", None)
    if tag is not None:
        raise YamlError(line, f"'{tag.replace(_YAML_TAG, '!!')}' is a tag; leave it out")


def _open_key(parent: _Open, event: "yaml.ScalarEvent", line: int) -> None:
    assert isinstance(parent.value, dict)
    key = event.value
    if len(key) > _MAX_KEY_CHARACTERS or not key.isprintable():
        raise YamlError(line, "a key must be a plain word")
    if key in parent.value:
        assert parent.lines.inside is not None
        raise YamlError(line, f"'{key}' is already given on line {parent.lines.inside[key].line}; give it once")
    if key == "<<":
        raise YamlError(line, "'<<' merges maps; write the values out")
    parent.key, parent.key_line = key, line


def _scalar(event: "yaml.ScalarEvent", line: int, key: str | None) -> str:
    text: str = event.value
    if len(text) > MAX_SCALAR_CHARACTERS:
        raise YamlError(line, f"a text of {len(text):,} characters; at most {MAX_SCALAR_CHARACTERS:,} are read")
    if not text.isprintable() and (found := _FORBIDDEN.search(text)):
        raise YamlError(line, f"a text with the character U+{ord(found[0]):04X}, which nobody can see; leave it out")
    is_plain = not event.style  # "" from the C parser, None from the other
    if text == "" and is_plain:
        raise YamlError(line, f"'{key}' has no value" if key else "a value is missing here")
    if text == "" or text.isspace():
        raise YamlError(line, "a text is empty; write one, or leave it out")
    if is_plain and _SURPRISING.fullmatch(text):
        raise YamlError(line, f'{text} can be misread as something else; write it in quotes: "{text}"')
    return text
