"""The same page on a printer: through the desktop's own dialog, or silently on a printer that was set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPageSize

from spasm_gui.handout.page import Sheet, page_layout, paint

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

JOB_NAME = "Spasm Map"
"""What the print queue shows. It names no place and no person."""


class NotPrintedError(Exception):
    """The printer is gone or takes no job."""


def queues() -> list[str]:
    """Return the names of the print queues of this computer. Needs an application."""
    from PySide6.QtPrintSupport import QPrinterInfo  # slow, and only few visits print

    return list(QPrinterInfo.availablePrinterNames())


def print_with_dialog(sheet: Sheet, paper: QPageSize.PageSizeId, parent: QWidget) -> bool:
    """Ask where to print, and print. Returns False if the person thought better of it. Never used on a kiosk.

    Raises:
        NotPrintedError: the chosen printer took nothing.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # slow, and only few visits print

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    _prepare(printer, paper)
    if not QPrintDialog(printer, parent).exec():
        return False
    _send(printer, sheet)
    return True


def print_silently(sheet: Sheet, paper: QPageSize.PageSizeId, printer_name: str) -> None:
    """Print on the printer of that name, without a question.

    Raises:
        NotPrintedError: there is no such printer, or it took nothing.
    """
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # slow, and only few visits print

    info = QPrinterInfo.printerInfo(printer_name)
    if info.isNull():
        raise NotPrintedError(printer_name)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    _prepare(printer, paper)
    _send(printer, sheet)


def _prepare(printer: QPrinter, paper: QPageSize.PageSizeId) -> None:
    printer.setDocName(JOB_NAME)
    printer.setCreator(JOB_NAME)
    printer.setPageLayout(page_layout(paper))


def _send(printer: QPrinter, sheet: Sheet) -> None:
    printer.setDocName(JOB_NAME)  # a dialog may have put another
    if not paint(printer, printer.resolution(), sheet):
        raise NotPrintedError(printer.printerName())
