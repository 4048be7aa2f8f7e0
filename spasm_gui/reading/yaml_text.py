"""One pass over the YAML parser's events: plain strings, lists and maps, with the line of each.

Nothing of PyYAML beyond its C event parser is used: no tags, no implicit types, no aliases. Every scalar stays the text
that was typed until its typed shape says otherwise, so `no` never becomes False and `12:30` never 750.
"""

import re
from dataclasses import dataclass

import yaml

MAX_FILE_BYTES = 2_000_000
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

_YAML_TAG = "tag:yaml.org,2002:"
_BEGINS_EARLIER = ("has no end", "after this word")
"""Messages about something that began on the line of the context, not where the parser gave up."""

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_FORBIDDEN_IN_FILES = re.compile(rf"(?!\r){_FORBIDDEN.pattern}")
_MAX_KEY_CHARACTERS = 200


class YamlError(Exception):
    """A text is not the plain YAML that content is written in. Carries the line, counted from 1."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        self.message = message
        super().__init__(f"line {line}: {message}")


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
    key: str | None = None
    key_line: int = 0


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
    try:
        loader = yaml.CSafeLoader(text)
    except UnicodeEncodeError as error:
        raise _unreadable(text) from error
    try:
        return _build(loader)
    except yaml.MarkedYAMLError as error:
        raise _in_plain_words(error) from error
    except yaml.YAMLError as error:
        raise _unreadable(text) from error
    finally:
        loader.dispose()


def _in_plain_words(error: yaml.MarkedYAMLError) -> YamlError:
    message = _IN_PLAIN_WORDS.get(error.problem or "", str(error.problem))
    mark = error.problem_mark or error.context_mark
    if error.context_mark is not None and any(words in message for words in _BEGINS_EARLIER):
        mark = error.context_mark
    return YamlError(mark.line + 1 if mark else 1, f"this is not valid YAML: {message}")


def _unreadable(text: str) -> YamlError:
    """The parser gives the place of a forbidden character in bytes and not always, so it is looked for here."""
    found = _FORBIDDEN_IN_FILES.search(text)
    if found is None:
        return YamlError(1, "this is not valid YAML: a character that is not allowed")
    line = text.count("\n", 0, found.start()) + 1
    return YamlError(
        line, f"the character U+{ord(found[0]):04X} is not allowed; save the file as UTF-8 text without it"
    )


def _build(loader: yaml.CSafeLoader) -> tuple[Plain, Lines]:
    stack: list[_Open] = []
    document: tuple[Plain, Lines] | None = None
    nodes = 0
    while True:
        event = loader.get_event()
        if event is None or isinstance(event, yaml.StreamEndEvent):
            break
        assert event.start_mark is not None
        line = event.start_mark.line + 1
        if isinstance(event, yaml.DocumentStartEvent):
            if document is not None:
                raise YamlError(line, "a second document starts here; keep one document in a file")
            continue
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            closed = stack.pop()
            if isinstance(closed.value, (list, dict)) and not stack:
                document = (closed.value, closed.lines)
            continue
        if not isinstance(event, yaml.NodeEvent):
            continue
        nodes += 1
        if nodes > MAX_NODES:
            raise YamlError(line, f"more than {MAX_NODES:,} values in one file; split it")
        _refuse_specials(event, line)
        if isinstance(event, yaml.ScalarEvent):
            lines = Lines(line)
            if stack and isinstance(stack[-1].value, dict) and stack[-1].key is None:
                _open_key(stack[-1], event, line)
                continue
            text = _scalar(event, line, stack)
            _place(stack, text, lines)
            if not stack:
                document = (text, lines)
        else:
            if len(stack) >= MAX_DEPTH:
                raise YamlError(line, f"nested more than {MAX_DEPTH} levels deep")
            if stack and isinstance(stack[-1].value, dict) and stack[-1].key is None:
                raise YamlError(line, "a key must be a plain word")
            empty: list[Plain] | dict[str, Plain] = {} if isinstance(event, yaml.MappingStartEvent) else []
            lines = Lines(line, {})
            _place(stack, empty, lines)
            stack.append(_Open(empty, lines))
    if document is None:
        raise YamlError(1, "the file is empty")
    return document


def _refuse_specials(event: yaml.NodeEvent, line: int) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise YamlError(line, f"'*{event.anchor}' is an alias; write the value out")
    if event.anchor is not None:
        raise YamlError(line, f"'&{event.anchor}' is an anchor; write the value out wherever it is needed")
    tag = getattr(event, "tag", None)
    if tag is not None:
        raise YamlError(line, f"'{tag.replace(_YAML_TAG, '!!')}' is a tag; leave it out")


def _open_key(parent: _Open, event: yaml.ScalarEvent, line: int) -> None:
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


def _scalar(event: yaml.ScalarEvent, line: int, stack: list[_Open]) -> str:
    text: str = event.value
    if len(text) > MAX_SCALAR_CHARACTERS:
        raise YamlError(line, f"a text of {len(text):,} characters; at most {MAX_SCALAR_CHARACTERS:,} are read")
    if found := _FORBIDDEN.search(text):
        raise YamlError(line, f"a text with the character U+{ord(found[0]):04X}, which nobody can see; leave it out")
    is_plain = not event.style  # "" from the C parser, None from the other
    if text == "" and is_plain:
        key = stack[-1].key if stack else None
        raise YamlError(line, f"'{key}' has no value" if key else "a value is missing here")
    if text == "" or text.isspace():
        raise YamlError(line, "a text is empty; write one, or leave it out")
    if is_plain and _SURPRISING.fullmatch(text):
        raise YamlError(line, f'{text} can be misread as something else; write it in quotes: "{text}"')
    return text


def _place(stack: list[_Open], value: Plain, lines: Lines) -> None:
    if not stack:
        return
    parent = stack[-1]
    assert parent.lines.inside is not None
    if isinstance(parent.value, dict):
        assert parent.key is not None
        parent.value[parent.key] = value
        parent.lines.inside[parent.key] = lines
        lines.line = min(lines.line, parent.key_line) if lines.inside is not None else lines.line
        parent.key = None
    else:
        parent.lines.inside[len(parent.value)] = lines
        parent.value.append(value)
