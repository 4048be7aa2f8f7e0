"""Paints a handout onto a page: the same page for the PDF and for any printer.

Levels differ by word and shape, and every edge is dark, so that the page reads on a black-and-white printer.

One page is the rule. The type is as large as the page has room for; where there is too little, the page leaves out
what it can best spare (`ever_shorter`), never below the smallest type. Only a plan that somebody chose may go on to a
second page: exercises are never left out of it, nor cut in two. What changes the advice stands before the exercises,
so that the first page alone is a safe plan.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from spasm_gui.drawing.scan import scan
from spasm_gui.handout import code
from spasm_gui.handout.contents import Exercise, Handout, ever_shorter, sentence
from spasm_gui.handout.flow import Column, Drawing, Framed, Measure, Photo, Piece, Row, Rule, Span, Words
from spasm_gui.places import assets_dir

MARGIN_MM = 12
_BODY, _SMALL, _LEGAL, _HEADING, _ACT = 10.0, 9.5, 9.5, 12.0, 18.0  # points; nothing on the page is smaller than 9.5
_FIGURE_MM, _FIGURE_TALL_MM, _CODE_MM = 31, (44, 66), 36
_SIZES = (1.12, 1.06, 1.0)
"""Of all type on the page, largest first."""


@dataclass(frozen=True, slots=True)
class Look:
    """Typeface and inks of the page, from the tokens of the light theme, as `#rrggbb`."""

    family: str
    ink: str
    ink2: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that goes on the paper.

    Attributes:
        figures: the body with the touched places marked, one picture for each side that is needed; may be empty.
        code: rows of the square for the phone, or none.
    """

    handout: Handout
    look: Look
    figures: tuple[QImage, ...] = ()
    code: tuple[tuple[bool, ...], ...] = ()


def page_layout(paper: QPageSize.PageSizeId) -> QPageLayout:
    """Return the upright page with our margins."""
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    return QPageLayout(QPageSize(paper), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def fitted(device: QPagedPaintDevice, resolution: int, sheet: Sheet) -> tuple[Handout, float]:
    """Return what of the handout goes on the paper, and how many times larger than the smallest its type is.

    One page if that can be; otherwise as few as can be, and of those the one with most on it.
    """
    best: tuple[int, Handout] | None = None
    for handout in ever_shorter(sheet.handout):
        counts = []
        for size in _SIZES if best is None else _SIZES[-1:]:
            counts.append(len(_laid(device, resolution, replace(sheet, handout=handout), size)[1]))
            if counts[-1] == 1:
                return handout, size
        if best is None or counts[-1] < best[0]:
            best = counts[-1], handout
    assert best is not None
    return best[1], _SIZES[-1]


def page_count(device: QPagedPaintDevice, resolution: int, sheet: Sheet) -> int:
    """Return how many pages the sheet takes, without painting any."""
    handout, size = fitted(device, resolution, sheet)
    return len(_laid(device, resolution, replace(sheet, handout=handout), size)[1])


def _laid(
    device: QPagedPaintDevice, resolution: int, sheet: Sheet, size: float
) -> tuple["_Maker", list[list[tuple[Piece, float]]]]:
    area = device.pageLayout().paintRectPixels(resolution)
    maker = _Maker(sheet, Measure(resolution), size)
    return maker, maker.pages(area.width(), area.height())


def paint(device: QPagedPaintDevice, resolution: int, sheet: Sheet) -> int:
    """Paint the sheet on a device whose page layout and resolution are set. Returns the number of pages.

    Returns 0 if the device takes no paint, such as a printer that is gone.
    """
    area = device.pageLayout().paintRectPixels(resolution)
    handout, size = fitted(device, resolution, sheet)
    maker, pages = _laid(device, resolution, replace(sheet, handout=handout), size)
    painter = QPainter()
    if not painter.begin(device):
        return 0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, pieces in enumerate(pages, start=1):
        if number > 1:
            device.newPage()
        y = 0.0
        for piece, room in pieces:
            y += room
            piece.paint(painter, 0, y, area.width())
            y += piece.height(area.width())
        footer = maker.footer(number, len(pages))
        footer.paint(painter, 0, area.height() - footer.height(area.width()), area.width())
    return len(pages) if painter.end() else 0


@dataclass(frozen=True, slots=True)
class _Code:
    """The square for the phone."""

    rows: tuple[tuple[bool, ...], ...]
    side: float

    def height(self, width: float) -> float:
        return self.side

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        # The white border reaches into the margins, so that the square itself stands flush with the text.
        border = self.side * code.QUIET_MODULES / len(self.rows)
        area = QRectF(x, y, self.side, self.side).adjusted(-border, -border, border, border)
        code.paint(painter, self.rows, area, on_white=True)


class _Maker:
    """Makes the pieces of one sheet."""

    def __init__(self, sheet: Sheet, measure: Measure, size: float) -> None:
        self._sheet, self._handout, self._m, self._size = sheet, sheet.handout, measure, size

    def pages(self, width: float, height: float) -> list[list[tuple[Piece, float]]]:
        """The pieces of each page, each with the room above it."""
        bottom = height - self.footer(1, 1).height(width) - self._m.mm(2)
        pages: list[list[tuple[Piece, float]]] = []
        y = bottom + 1
        for piece, room in self._pieces(width):
            needed = piece.height(width)
            if y + room + needed > bottom:
                if pages and isinstance(pages[-1][-1][0], Rule):  # nothing follows it here any more
                    pages[-1].pop()
                head = self._head()
                pages.append([(head, 0.0)])
                y, room = head.height(width), self._m.mm(3.5)
                if isinstance(piece, Rule):  # a line at the top of a page would separate nothing
                    continue
            pages[-1].append((piece, room))
            y += room + needed
        return pages

    def footer(self, number: int, count: int) -> Piece:
        """The line of every page: what this is, and who reviewed it."""
        m = self._m
        legal = self._text(self._handout.legal, _LEGAL, bold=True)
        pieces: list[tuple[Piece, float]] = [(self._icon("shield", 5), m.mm(5)), (legal, 0)]
        if count > 1:
            pieces.append((self._text(f"{number} / {count}", _LEGAL, align=Qt.AlignmentFlag.AlignRight), m.mm(12)))
        return Framed(Row(pieces, m.mm(3)), m.mm(2.2), m.pt(1.5), self._sheet.look.ink)

    # ------------------------------------------------------------------ the parts, in reading order

    def _pieces(self, width: float) -> list[tuple[Piece, float]]:
        pieces: list[tuple[Piece, float]] = [(self._top(width), 0), (self._line(), 0), *self._when()]
        pieces += self._exercises(width)
        pieces += [(self._line(), 0), (self._end(), 0)]
        return pieces

    def _head(self) -> Piece:
        m, handout = self._m, self._handout
        right = Qt.AlignmentFlag.AlignRight
        words = Row(
            [
                (self._text(handout.words.program, _HEADING, bold=True), 0),
                (self._text(handout.date, _SMALL, second=True, align=right), m.mm(60)),
            ],
            m.mm(4),
        )
        return Column([words, Rule(m.pt(1.8), 0, self._sheet.look.ink)], m.mm(2))

    def _top(self, width: float) -> Piece:
        m, handout = self._m, self._handout
        act = Column([self._text(handout.state, _SMALL), self._text(handout.act, _ACT, bold=True)], 0)
        icon = self._icon(f"level-{handout.level.value}" if handout.level is not None else "person", 12)
        banner = Framed(Row([(icon, m.mm(12)), (act, 0)], m.mm(4.5)), m.mm(2.8), m.pt(1.8), self._sheet.look.ink)
        why: Piece = self._lead(handout.words.why, handout.why)
        if not handout.is_advice:
            why = self._text(handout.why, _BODY)
            if self._sheet.code:  # the danger signs, which are many, then have the whole width
                why = Row([(why, 0), (self._phone(), m.mm(_CODE_MM))], m.mm(6))
        right: list[Piece] = [banner, why]
        if handout.said:
            right.append(self._text(" ".join(sentence(one) for one in handout.said), _SMALL, second=True))
        steps = [self._numbered(number, step) for number, step in enumerate(handout.do_now, start=1)]
        if steps:
            right.append(Column([self._heading(handout.words.do_now), *steps], m.mm(0.8)))
        if handout.then:
            then = self._text(handout.words.then, _BODY, bold=True)
            right.append(Column([then, *self._dotted(handout.then)], m.mm(0.5)))
        column = Column(right, m.mm(2))
        places = [self._text(one, _SMALL, italic=True) for one in handout.places]
        if not self._sheet.figures:
            return Column([*places, column], m.mm(1.5))
        beside, gap = m.mm(_FIGURE_MM), m.mm(6)
        room = column.height(width - beside - gap) - sum(one.height(beside) for one in places)
        tall = max(m.mm(_FIGURE_TALL_MM[0]), min(m.mm(_FIGURE_TALL_MM[1]), room / len(self._sheet.figures)) - m.mm(1))
        pictures: list[Piece] = [Photo(one, tall) for one in self._sheet.figures]
        return Row([(Column([*pictures, *places], m.mm(1)), beside), (column, 0)], gap)

    def _when(self) -> list[tuple[Piece, float]]:
        """What changes the advice, beside the square for the phone; until when it holds, and what to leave out."""
        handout, m = self._handout, self._m
        words = handout.words
        limits: list[Piece] = [self._lead(words.until, handout.until)] if handout.until else []
        if handout.avoid:
            limits.append(self._lead(words.avoid, " ".join(sentence(one) for one in handout.avoid)))
        rows: list[Piece] = [self._heading(handout.signs_title)] if handout.changes else []
        for one in handout.changes:
            said = " ".join(sentence(sign) for sign in one.signs)
            told: list[tuple[Piece, float]] = [(self._lead(one.act, said), 0)]
            if handout.is_advice:
                told = [(self._text(one.act, _BODY, bold=True), m.mm(34)), (self._text(said, _BODY), 0)]
            icon = self._icon(f"level-{one.level.value}", 6.5)
            rows.append(Row([(icon, m.mm(6.5)), *told], m.mm(3)))
        if handout.has_more_signs:
            rows.append(self._text(words.any_other_sign, _SMALL, second=True))
        if not self._sheet.code or not handout.is_advice:
            return [(Column([*rows, *limits], m.mm(2)), 0)]
        is_short = len(handout.changes) < 2  # then the limits find room beside the square
        left = Column([*rows, *(limits if is_short else ())], m.mm(2))
        pieces: list[tuple[Piece, float]] = [(Row([(left, 0), (self._phone(), m.mm(_CODE_MM))], m.mm(6)), 0)]
        return pieces if is_short or not limits else [*pieces, (Column(limits, m.mm(1.5)), m.mm(2))]

    def _phone(self) -> Piece:
        m, words = self._m, self._handout.words
        square = _Code(self._sheet.code, m.mm(_CODE_MM))
        return Column([square, self._text(words.on_your_phone, _SMALL, bold=True)], m.mm(1))

    def _exercises(self, width: float) -> list[tuple[Piece, float]]:
        m, handout = self._m, self._handout
        if not handout.exercises:
            return []
        words = handout.words
        across = 2 if len(handout.exercises) in (1, 2, 4) else 3
        gap = m.mm(6)
        each = width if len(handout.exercises) == 1 else (width - gap * (across - 1)) / across
        ways = [[self._exercise(one, is_narrow=way) for one in handout.exercises] for way in (across == 3, True)]
        cards = min(
            ways, key=lambda some: sum(card.height(each) for card in some)
        )  # the lower of both; beside, if equal
        rows: list[Piece] = []
        for first in range(0, len(cards), across):
            some = cards[first : first + across]
            blanks: list[Piece] = [Column([], 0)] * (across - len(some) if len(cards) > 1 else 0)
            rows.append(Row([(card, 0.0) for card in (*some, *blanks)], gap))
        head: list[Piece] = [self._heading(words.your_plan if handout.is_chosen else words.what_you_can_do)]
        if handout.note:
            head.append(self._lead(words.note, handout.note))
        last: list[Piece] = [self._lead(words.stop_if, " ".join(sentence(one) for one in handout.stop_if), _SMALL)]
        if handout.more_exercises:
            more = words.more_to_do.format(count=handout.more_exercises)
            last.append(self._text(sentence(more), _SMALL, second=True))
        pieces: list[tuple[Piece, float]] = [(self._line(), 0), (Column([*head, rows[0]], m.mm(1.5)), 0)]
        pieces += [(row, m.mm(2.5)) for row in rows[1:]]
        pieces.append((Column(last, m.mm(0.5)), m.mm(2)))
        return pieces

    def _exercise(self, exercise: Exercise, *, is_narrow: bool) -> Piece:
        """One exercise: its picture beside its name and how often, and the steps there too or, if narrow, below."""
        m = self._m
        often: list[Piece] = [self._text(exercise.name, _BODY, bold=True)]
        if exercise.own:
            often.append(self._text(exercise.own, _BODY, bold=True))
        steps = " ".join(sentence(step) for step in exercise.steps)
        dose = Span(f"{sentence(exercise.dose)} ", is_bold=not exercise.own)
        how: list[Piece] = [Words([dose, Span(steps)], self._font(_SMALL), self._sheet.look.ink)]
        if exercise.remark:
            how.append(self._text(sentence(exercise.remark), _SMALL, bold=True))
        if exercise.picture is None:
            return Column([*often, *how], m.mm(0.4))
        wide = 20 if is_narrow else 24
        picture = self._svg("exercises", exercise.picture, wide)
        if is_narrow:
            top = Row([(picture, m.mm(wide)), (Column(often, m.mm(0.4)), 0)], m.mm(3))
            return Column([top, *how], m.mm(1))
        return Row([(picture, m.mm(wide)), (Column([*often, *how], m.mm(0.4)), 0)], m.mm(4))

    def _end(self) -> Piece:
        handout, words = self._handout, self._handout.words
        texts: list[Piece] = [self._text(words.phone_note, _SMALL)] if self._sheet.code else []
        texts.append(self._lead(words.sources, handout.sources, _SMALL))
        texts.append(self._text(handout.edition, _SMALL, second=True))
        return Column(texts, self._m.mm(0.5))

    # ------------------------------------------------------------------ small pieces

    def _font(self, points: float, *, bold: bool = False, italic: bool = False) -> QFont:
        font = QFont(self._sheet.look.family)
        font.setPixelSize(max(1, math.ceil(self._m.pt(points * self._size))))
        font.setBold(bold)
        font.setItalic(italic)
        return font

    def _text(
        self,
        text: str,
        points: float,
        *,
        bold: bool = False,
        italic: bool = False,
        second: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> Words:
        colour = self._sheet.look.ink2 if second else self._sheet.look.ink
        return Words([Span(text, bold)], self._font(points, bold=bold, italic=italic), colour, align)

    def _heading(self, text: str) -> Piece:
        return self._text(text, _HEADING, bold=True)

    def _lead(self, title: str, text: str, points: float = _BODY) -> Piece:
        return Words([Span(f"{title}. ", True), Span(text)], self._font(points), self._sheet.look.ink)

    def _numbered(self, number: int, step: str) -> Piece:
        return Row([(self._text(str(number), _BODY, bold=True), self._m.mm(5)), (self._text(step, _BODY), 0)], 0)

    def _dotted(self, texts: Sequence[str]) -> list[Piece]:
        m = self._m
        return [Row([(self._text("•", _SMALL), m.mm(5)), (self._text(one, _SMALL), 0)], 0) for one in texts]

    def _line(self) -> Rule:
        return Rule(self._m.pt(0.75), self._m.mm(1.6), self._sheet.look.ink)

    def _icon(self, name: str, millimetres: float) -> Piece:
        return self._svg("icons", name, millimetres)

    def _svg(self, folder: str, name: str, millimetres: float) -> Piece:
        return Drawing(_picture(folder, name), self._m.mm(millimetres))


@lru_cache(maxsize=128)
def _picture(folder: str, name: str) -> bytes:
    data = (assets_dir() / folder / f"{name}.svg").read_bytes()
    scan(data, name)
    return data
