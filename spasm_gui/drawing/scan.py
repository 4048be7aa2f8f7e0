"""Bound an SVG before anything draws it.

Qt reads local files that an `<image>` names, waits for ever on a named pipe, and draws nested `<use>` until
the end of time. So every drawing passes here first: one pass of a streaming parser that stops at the first
thing a drawing of ours does not need. What is left is a small tree of plain values with line numbers.
"""

import re
from typing import NoReturn
from xml.parsers import expat

import msgspec

from spasm_gui.drawing.errors import DrawingError

MAX_BYTES = 3_000_000
MAX_ELEMENTS = 5_000
MAX_DEPTH = 24
MAX_USES = 100
MAX_COORDINATE = 100_000.0

SVG = "http://www.w3.org/2000/svg"
_NAMESPACE_MARK = " "

# Everything that our drawings and icons are made of. What moves, loads, scripts or filters is not here.
_ALLOWED = frozenset(
    {"svg", "title", "desc", "metadata", "defs", "g", "path", "rect", "circle", "ellipse", "line"}
    | {"polyline", "polygon", "linearGradient", "radialGradient", "stop", "use", "symbol", "clipPath"}
    | {"style", "text", "tspan"}
)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_CSS_URL = re.compile(r"url\s*\(\s*[\"']?\s*(.?)", re.IGNORECASE)
_LENGTHS = frozenset({"x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2", "fx", "fy"})


class Node(msgspec.Struct):
    """One SVG element. Attributes of editors, and what lies in other namespaces, are left out."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list["Node"] = msgspec.field(default_factory=list)
    text: str = ""

    def child(self, element_id: str) -> "Node | None":
        """Return the direct child with this id."""
        return next((node for node in self.children if node.attributes.get("id") == element_id), None)


def scan(data: bytes, file: str) -> Node:
    """Return the elements of an SVG that is safe to draw.

    Args:
        data: the bytes as they were read. They must be UTF-8, with or without a byte order mark.
        file: how messages call the file.

    Raises:
        DrawingError: the file is empty, too large, not whole, not UTF-8, or holds something that reaches
            outside itself, runs, moves or multiplies.
    """
    if not data.strip():
        raise DrawingError(file, 0, "the file is empty; an SVG drawing was expected")
    if len(data) > MAX_BYTES:
        size = f"{len(data):,} bytes"
        raise DrawingError(file, 0, f"the file has {size}; a drawing may have {MAX_BYTES:,}")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DrawingError(file, line, "this is not UTF-8; save the drawing as UTF-8") from error
    return _Scanner(file).run(data)


class _Scanner:
    """The state of one pass."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._open: list[Node | None] = []  # None stands for an element of another namespace
        self._root: Node | None = None
        self._elements = 0
        self._uses: list[Node] = []
        self._by_id: dict[str, Node] = {}
        self._parser = expat.ParserCreate("utf-8", namespace_separator=_NAMESPACE_MARK)
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = self._instruction

    def run(self, data: bytes) -> Node:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            if error.code == expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]:
                reason = "it ends too early"
            raise DrawingError(self._file, error.lineno, f"this is not whole XML: {reason}") from error
        finally:
            self._parser.StartElementHandler = None  # breaks the cycle between parser and scanner
        assert self._root is not None, "expat refuses a document without a root"
        self._check_uses()
        return self._root

    def _refuse(self, message: str, line: int | None = None) -> NoReturn:
        raise DrawingError(self._file, self._parser.CurrentLineNumber if line is None else line, message)

    # -------------------------------------------------------------- handlers

    def _doctype(self, *_: object) -> None:
        self._refuse("a DOCTYPE is not allowed; it can define entities and name other files")

    def _instruction(self, target: str, _: str) -> None:
        self._refuse(f"the instruction <?{target}?> is not allowed in a drawing")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            self._refuse(f"more than {MAX_ELEMENTS:,} elements; simplify the drawing")
        if len(self._open) >= MAX_DEPTH:
            self._refuse(f"groups are nested more than {MAX_DEPTH} deep")
        namespace, _, tag = name.rpartition(_NAMESPACE_MARK)
        if not self._open and (namespace, tag) != (SVG, "svg"):
            self._refuse(f"this starts with <{tag}>; <svg> of the SVG namespace was expected")
        for attribute, value in attributes.items():
            self._check_attribute(tag, attribute.rpartition(_NAMESPACE_MARK)[2], value)
        if namespace != SVG or (self._open and self._open[-1] is None):
            # What an editor keeps for itself (guides, grids, licence data) is passed over, not drawn.
            if namespace == SVG:
                self._refuse(f"<{tag}> inside an element of another namespace is not allowed")
            self._open.append(None)
            return
        if tag not in _ALLOWED:
            self._refuse(f"<{tag}> is not allowed; a drawing is made of plain shapes, groups and gradients")
        kept = {
            "href" if key.endswith(f"{_NAMESPACE_MARK}href") else key: value
            for key, value in attributes.items()
            if _NAMESPACE_MARK not in key or key.endswith(f"{_NAMESPACE_MARK}href")
        }
        self._keep(Node(tag, kept, self._parser.CurrentLineNumber))

    def _keep(self, node: Node) -> None:
        if element_id := node.attributes.get("id"):
            if element_id in self._by_id:
                first = self._by_id[element_id].line
                self._refuse(f"the id '{element_id}' is already used on line {first}")
            self._by_id[element_id] = node
        if node.tag == "use":
            self._uses.append(node)
            if len(self._uses) > MAX_USES:
                self._refuse(f"more than {MAX_USES} <use>; draw the shapes themselves")
        parent = self._open[-1] if self._open else None
        if parent is None:
            self._root = node
        else:
            parent.children.append(node)
        self._open.append(node)

    def _end(self, _: str) -> None:
        node = self._open.pop()
        if node is not None and node.tag == "style":
            self._check_css(node.text, node.line)

    def _text(self, text: str) -> None:
        if self._open and (node := self._open[-1]) is not None:
            node.text += text

    # ---------------------------------------------------------------- checks

    def _check_attribute(self, tag: str, attribute: str, value: str) -> None:
        if attribute in ("href", "src", "base") and not value.startswith("#"):
            self._refuse(f"<{tag}> points to '{_short(value)}'; only places in this file (#...) are allowed")
        if attribute.lower().startswith("on"):
            self._refuse(f"<{tag}> has a script in '{attribute}'; scripts are not allowed")
        self._check_css(value, self._parser.CurrentLineNumber)
        if attribute == "viewBox":
            self._check_view_box(value)
        elif attribute in _LENGTHS:
            self._check_numbers(tag, attribute, value)

    def _check_css(self, text: str, line: int) -> None:
        if "\\" in text:
            self._refuse("a backslash is not allowed in a drawing; it can hide an address", line)
        if "@" in text and "@import" in text.lower():
            self._refuse("@import is not allowed; a drawing must not name other files", line)
        for match in _CSS_URL.finditer(text):
            if match[1] != "#":
                self._refuse(f"'{_short(text[match.start() :])}' points outside; only url(#...) is allowed", line)

    def _check_view_box(self, value: str) -> None:
        numbers = [float(number) for number in _NUMBER.findall(value)]
        is_sane = (
            len(numbers) == 4
            and all(abs(number) <= MAX_COORDINATE for number in numbers)
            and numbers[2] > 0
            and numbers[3] > 0
        )
        if not is_sane:
            limit = f"{MAX_COORDINATE:,.0f}"
            self._refuse(f"viewBox is '{_short(value)}'; x, y, width and height up to {limit} were expected")

    def _check_numbers(self, tag: str, attribute: str, value: str) -> None:
        for number in _NUMBER.findall(value):
            if not abs(float(number)) <= MAX_COORDINATE:
                limit = f"{MAX_COORDINATE:,.0f}"
                self._refuse(f"{attribute} of <{tag}> is '{_short(value)}'; at most {limit} was expected")

    def _check_uses(self) -> None:
        """A <use> that shows another one multiplies: eight levels of ten are a hundred million shapes."""
        for use in self._uses:
            target = self._by_id.get(use.attributes.get("href", "")[1:])
            if target is None:
                self._refuse("<use> names an id that is not in this file", use.line)
            if _holds_use(target):
                self._refuse("<use> shows another <use>; draw the shapes themselves", use.line)


def _holds_use(node: Node) -> bool:
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one.tag == "use":
            return True
        waiting.extend(one.children)
    return False


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "..."
