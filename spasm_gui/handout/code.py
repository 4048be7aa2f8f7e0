"""The square that a telephone reads."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from spasm_gui.handout.phone import LARGEST_VERSION

QUIET_MODULES = 4
"""The white border that readers need, in modules."""


class TooLongError(Exception):
    """The text does not fit into a square that can be read from a screen."""


def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of the square, true for dark, without its white border.

    Raises:
        TooLongError: the text does not fit at the lowest error correction.
    """
    import segno  # only when somebody takes the plan along

    try:
        code = segno.make(text, error="l", encoding="utf-8", micro=False, boost_error=True)
    except segno.DataOverflowError as error:
        raise TooLongError(str(error)) from error
    if not isinstance(code.version, int) or code.version > LARGEST_VERSION:
        raise TooLongError(f"the square would have version {code.version}, more than {LARGEST_VERSION}")
    return tuple(tuple(bool(cell) for cell in row) for row in code.matrix)


def paint(
    painter: QPainter,
    rows: tuple[tuple[bool, ...], ...],
    area: QRectF,
    *,
    whole_pixels: bool = False,
    on_white: bool = False,
) -> None:
    """Draw the square in black on white, with its border, as large as fits into the area and in its middle.

    Args:
        on_white: the ground is white already, and something may stand close to it.
        whole_pixels: every module is the same whole number of pixels, for a screen.
    """
    count = len(rows) + 2 * QUIET_MODULES
    step = min(area.width(), area.height()) / count
    if whole_pixels and step >= 1:
        step = float(int(step))
    left, top = area.center().x() - step * count / 2, area.center().y() - step * count / 2
    if whole_pixels:
        left, top = round(left), round(top)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    if not on_white:
        painter.fillRect(QRectF(left, top, step * count, step * count), QColor("#ffffff"))
    left, top = left + step * QUIET_MODULES, top + step * QUIET_MODULES
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            run = x
            while run < len(row) and row[run]:
                run += 1
            if run > x:  # a run of dark modules is one rectangle, so that no hairline shows between them
                painter.fillRect(QRectF(left + x * step, top + y * step, (run - x) * step, step), QColor("#000000"))
            x = max(run, x) + 1
    painter.restore()
