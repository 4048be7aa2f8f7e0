"""The page as a PDF: selectable text in reading order, with title and language, and nothing about who made it."""

import re
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageSize, QPdfWriter

from spasm_gui.handout.page import Sheet, page_layout, paint
from spasm_gui.handout.save import NotSavedError, save

CREATOR = "Spasm Map"
RESOLUTION = 600  # dots per inch; letters stand at whole dots


def pdf_bytes(sheet: Sheet, paper: QPageSize.PageSizeId) -> bytes:
    """Return the whole file.

    Raises:
        NotSavedError: Qt did not finish it.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(page_layout(paper))
    writer.setTitle(sheet.handout.title)
    writer.setCreator(CREATOR)
    pages = paint(writer, RESOLUTION, sheet)
    data = bytes(buffer.data().data())
    # Qt reports neither a full disk nor a broken file, so the end is looked for.
    if not pages or not data.rstrip().endswith(b"%%EOF"):
        raise NotSavedError("the page could not be made")
    return with_language(data, sheet.handout.language)


def save_pdf(sheet: Sheet, paper: QPageSize.PageSizeId, path: Path) -> None:
    """Write the page to a file, whole or not at all.

    Raises:
        NotSavedError: it could not be written; an older file of that name is untouched.
    """
    save(pdf_bytes(sheet, paper), path)


def with_language(data: bytes, language: str) -> bytes:
    """Return the file with its language said, and its title shown in place of its file name.

    Qt cannot say either, so a newer catalogue is added at the end, as PDF allows (incremental update).

    Args:
        language: such as `en` or `pt-BR`.

    Raises:
        NotSavedError: the file has not the shape that Qt writes.
    """
    root = re.search(rb"/Root (\d+) 0 R", data)
    size = re.search(rb"/Size (\d+)", data)
    starts = re.findall(rb"startxref\s+(\d+)", data)
    if root is None or size is None or not starts or re.fullmatch(r"[A-Za-z0-9-]{1,35}", language) is None:
        raise NotSavedError("the page could not be made")
    number = root[1]
    catalogue = re.search(rb"(?<!\d)" + number + rb" 0 obj\s*<<(.*?)>>\s*endobj", data, re.DOTALL)
    others = re.search(rb"trailer\s*<<(.*?)>>\s*startxref", data, re.DOTALL)
    if catalogue is None or others is None:
        raise NotSavedError("the page could not be made")
    data = data.rstrip() + b"\n"
    at = len(data)
    entries = catalogue[1].strip() + b"\n/Lang (" + language.encode("ascii") + b")"
    entries += b"\n/ViewerPreferences << /DisplayDocTitle true >>"
    body = number + b" 0 obj\n<<\n" + entries + b"\n>>\nendobj\n"
    table = b"xref\n0 1\n0000000000 65535 f \n" + number + b" 1\n" + b"%010d 00000 n \n" % at
    trailer = b"trailer\n<<\n" + others[1].strip() + b"\n/Prev " + starts[-1] + b"\n>>\n"
    end = b"startxref\n%d\n%%%%EOF\n" % (at + len(body))
    return b"".join((data, body, table, trailer, end))
