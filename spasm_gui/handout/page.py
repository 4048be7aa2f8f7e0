"""Paints a handout onto a page: the same page for the PDF and for any printer.

A4 and Letter differ only in where texts break. Levels differ by word and shape, and every edge is dark, so that the
page reads on a black-and-white printer. What does not fit goes on a second page, in whole pieces; what changes the
advice stands before the exercises, so that the first page alone is a safe plan.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from spasm_gui.drawing.scan import scan
from spasm_gui.handout import code
from spasm_gui.handout.contents import Exercise, Handout, sentence
from spasm_gui.handout.flow import Column, Drawing, Framed, Measure, Photo, Piece, Row, Rule, Span, Words
from spasm_gui.places import assets_dir

MARGIN_MM = 14
_BODY, _SMALL, _LEGAL, _HEADING, _ACT = 10.5, 9.0, 9.0, 12.5, 19.0  # points
_FIGURE_MM, _CODE_MM = 42, 44
_SIZES = (1.0, 0.95, 0.9)
"""Of everything on the page: a little smaller, where that spares a page. The smallest type is then 8 points."""


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


def paint(device: QPagedPaintDevice, resolution: int, sheet: Sheet) -> int:
    """Paint the sheet on a device whose page layout and resolution are set. Returns the number of pages.

    Returns 0 if the device takes no paint, such as a printer that is gone.
    """
    area = device.pageLayout().paintRectPixels(resolution)
    makers = [_Maker(sheet, Measure(resolution * size)) for size in _SIZES]
    laid = [(maker, maker.pages(area.width(), area.height())) for maker in makers]
    maker, pages = min(laid, key=lambda one: len(one[1]))  # the largest of those with the fewest pages
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
        code.paint(painter, self.rows, area)


class _Maker:
    """Makes the pieces of one sheet."""

    def __init__(self, sheet: Sheet, measure: Measure) -> None:
        self._sheet, self._handout, self._m = sheet, sheet.handout, measure

    def pages(self, width: float, height: float) -> list[list[tuple[Piece, float]]]:
        """The pieces of each page, each with the room above it."""
        bottom = height - self.footer(1, 1).height(width) - self._m.mm(3)
        pages: list[list[tuple[Piece, float]]] = []
        y = bottom + 1
        for piece, room in self._pieces():
            needed = piece.height(width)
            if y + room + needed > bottom:
                if pages and isinstance(pages[-1][-1][0], Rule):  # nothing follows it here any more
                    pages[-1].pop()
                head = self._head()
                pages.append([(head, 0.0)])
                y, room = head.height(width), self._m.mm(4)
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
        return Framed(Row(pieces, m.mm(3)), m.mm(2.6), m.pt(1.5), self._sheet.look.ink)

    # ------------------------------------------------------------------ the parts, in reading order

    def _pieces(self) -> list[tuple[Piece, float]]:
        m = self._m
        pieces: list[tuple[Piece, float]] = [(self._top(), 0)]
        pieces += [(self._line(), m.mm(1)), (self._until(), 0)]
        if self._handout.changes:
            pieces += [(self._line(), m.mm(1)), (self._changes(), 0)]
        pieces += self._exercises()
        pieces += [(self._line(), m.mm(1)), (self._end(), m.mm(0.5))]
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

    def _top(self) -> Piece:
        m, handout = self._m, self._handout
        act = Column(
            [self._text(handout.state, _SMALL), self._text(handout.act, _ACT, bold=True)],
            0,
        )
        icon = self._icon(f"level-{handout.level.value}", 13)
        banner = Framed(Row([(icon, m.mm(13)), (act, 0)], m.mm(5)), m.mm(4), m.pt(1.8), self._sheet.look.ink)
        why = Words([Span(f"{handout.words.why}. ", True), Span(handout.why)], self._font(_BODY), self._sheet.look.ink)
        answers = " ".join(sentence(one) for one in handout.said)
        right: list[Piece] = [banner, why, self._text(answers, _SMALL, second=True)]
        steps = [self._numbered(number, step) for number, step in enumerate(handout.do_now, start=1)]
        right.append(Column([self._heading(handout.words.do_now), *steps], m.mm(1.2)))
        if handout.then:
            right.append(
                Column([self._text(handout.words.then, _BODY, bold=True), *self._dotted(handout.then)], m.mm(0.8))
            )
        column = Column(right, m.mm(3))
        places = [self._text(one, _SMALL, italic=True) for one in handout.places]
        if not self._sheet.figures:
            return Column([*places, column], m.mm(1.5))
        tall = m.mm(82 if len(self._sheet.figures) == 1 else 60)
        pictures: list[Piece] = [Photo(one, tall) for one in self._sheet.figures]
        return Row([(Column([*pictures, *places], m.mm(1.5)), m.mm(_FIGURE_MM)), (column, 0)], m.mm(8))

    def _exercises(self) -> list[tuple[Piece, float]]:
        m, handout = self._m, self._handout
        if not handout.exercises:
            return []
        across = 3 if len(handout.exercises) == 3 else 2
        cards = [self._exercise(one, is_narrow=across == 3) for one in handout.exercises]
        rows: list[Piece] = []
        for first in range(0, len(cards), across):
            some = cards[first : first + across]
            blanks: list[Piece] = [Column([], 0)] * (across - len(some) if len(cards) > 1 else 0)
            rows.append(Row([(card, 0.0) for card in (*some, *blanks)], m.mm(7)))
        title = self._heading(handout.words.what_you_can_do)
        stop = Words(
            [Span(f"{handout.words.stop_if}: ", True), Span(" ".join(sentence(one) for one in handout.stop_if))],
            self._font(_SMALL),
            self._sheet.look.ink,
        )
        pieces: list[tuple[Piece, float]] = [(self._line(), m.mm(1)), (Column([title, rows[0]], m.mm(2)), 0)]
        pieces += [(row, m.mm(3)) for row in rows[1:]]
        pieces.append((stop, m.mm(2.5)))
        return pieces

    def _exercise(self, exercise: Exercise, *, is_narrow: bool) -> Piece:
        """One exercise, its picture beside the words or, where there is no room, above them."""
        m = self._m
        texts = Column(
            [
                self._text(exercise.name, _BODY, bold=True),
                self._text(sentence(exercise.dose), _SMALL, bold=True),
                self._text(" ".join(sentence(step) for step in exercise.steps), _SMALL),
            ],
            m.mm(0.5),
        )
        if exercise.picture is None:
            return texts
        if is_narrow:
            return Column([self._svg("exercises", exercise.picture, 22), texts], m.mm(1.5))
        return Row([(self._svg("exercises", exercise.picture, 26), m.mm(26)), (texts, 0)], m.mm(4))

    def _until(self) -> Piece:
        handout, m = self._handout, self._m
        pieces: list[Piece] = [self._lead(handout.words.until, handout.until)]
        if handout.avoid:
            pieces.append(self._lead(handout.words.avoid, " ".join(sentence(one) for one in handout.avoid)))
        return Column(pieces, m.mm(1.5))

    def _changes(self) -> Piece:
        handout, m = self._handout, self._m
        rows: list[Piece] = [self._heading(handout.words.no_longer_holds)]
        for one in handout.changes:
            signs = self._text(" ".join(sentence(sign) for sign in one.signs), _BODY)
            act = self._text(one.act, _BODY, bold=True)
            icon = self._icon(f"level-{one.level.value}", 6.5)
            rows.append(Row([(icon, m.mm(6.5)), (act, m.mm(38)), (signs, 0)], m.mm(3)))
        if handout.has_more_signs:
            rows.append(self._text(handout.words.any_other_sign, _SMALL, second=True))
        return Column(rows, m.mm(1.8))

    def _end(self) -> Piece:
        handout, m = self._handout, self._m
        words = handout.words
        texts: list[Piece] = []
        if self._sheet.code:
            texts.append(self._lead(words.on_your_phone, words.phone_note, _SMALL))
        texts.append(self._lead(words.sources, handout.sources, _SMALL))
        texts.append(self._text(handout.edition, _SMALL, second=True))
        column = Column(texts, m.mm(1.5))
        if not self._sheet.code:
            return column
        return Row([(_Code(self._sheet.code, m.mm(_CODE_MM)), m.mm(_CODE_MM)), (column, 0)], m.mm(6))

    # ------------------------------------------------------------------ small pieces

    def _font(self, points: float, *, bold: bool = False, italic: bool = False) -> QFont:
        font = QFont(self._sheet.look.family)
        font.setPixelSize(max(1, round(self._m.pt(points))))
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
        return Rule(self._m.pt(0.75), self._m.mm(2), self._sheet.look.ink)

    def _icon(self, name: str, millimetres: float) -> Piece:
        return self._svg("icons", name, millimetres)

    def _svg(self, folder: str, name: str, millimetres: float) -> Piece:
        data = (assets_dir() / folder / f"{name}.svg").read_bytes()
        scan(data, name)
        return Drawing(data, self._m.mm(millimetres))
