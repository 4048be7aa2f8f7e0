"""Printing and saving the page to take home. Nothing of a visit is written unless somebody presses one of these."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QStandardPaths, Signal, Slot
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtWidgets import QFileDialog, QWidget

from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.handout.contents import Handout
from spasm_gui.handout.page import Look, Sheet
from spasm_gui.knowledge.region import Place
from spasm_gui.screens.theme import FAMILY, Theme
from spasm_gui.screens.visit_model import VisitModel

_log = logging.getLogger(__name__)

ChoosePath = Callable[[QWidget, str, str, str], str]
"""Asks for a file: parent, title, proposed path, filters. Returns no text if the person thought better of it."""


class HandoutActions(QObject):
    """What the buttons below a page do. `handout` and `places` tell what there is to take along when one is pressed.

    A kiosk has no file dialog and no print dialog: it prints silently on the printer that was set, or not at all.

    Signals:
        said: something to tell the person, in whole sentences: where it went, or that it did not.
    """

    said = Signal(str)

    def __init__(
        self,
        model: VisitModel,
        theme: Theme,
        handout: Callable[[], Handout],
        places: Callable[[], Sequence[Place]],
        drawing: BodyDrawing | None,
        *,
        printer: str = "",
        choose_path: ChoosePath | None = None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._widget = parent
        self._model, self._theme, self._drawing, self._printer = model, theme, drawing, printer
        self._handout, self._places = handout, places
        self._choose_path = choose_path or _ask_for_path

    def handout(self) -> Handout:
        """What may be taken along, as it stands now."""
        return self._handout()

    def sheet(self) -> Sheet:
        """The printed page: with the figure, where there is a drawing, and the square for the phone."""
        from spasm_gui.handout.code import modules  # with what it needs, only when somebody takes the page along
        from spasm_gui.handout.phone import phone_text
        from spasm_gui.screens.handout_figure import marked_figures

        handout = self.handout()
        light = Theme(self._theme.tokens, "light")
        look = Look(FAMILY, light.colours["ink"], light.colours["ink2"])
        figures: tuple[QImage, ...] = ()
        if self._drawing is not None:
            figures = marked_figures(self._drawing, self._places(), self._model.marks, light.figure)
        return Sheet(handout, look, figures, modules(phone_text(handout)))

    @Slot()
    def print_page(self) -> None:
        """Print the page: on a laptop through the desktop's dialog, on a kiosk silently."""
        from spasm_gui.handout.printing import NotPrintedError, print_silently, print_with_dialog

        try:
            if self._printer:
                print_silently(self.sheet(), default_paper(), self._printer)
            elif self._theme.is_kiosk or not print_with_dialog(self.sheet(), default_paper(), self._widget):
                return
        except NotPrintedError:
            _log.warning("a page could not be printed")
            self.said.emit(self.tr("This could not be printed. Is the printer switched on and connected?"))
        else:
            self.said.emit(self.tr("The page was sent to the printer. Take the paper with you."))

    @Slot()
    def save_page(self) -> None:
        """Ask for a file and write the page there: as PDF, or as a plain page for a screen reader."""
        if self._theme.is_kiosk:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.tr("Spasm Map advice.pdf") if self.handout().is_advice else self.tr("Spasm Map exercises.pdf")
        proposed = str(Path(folder) / name)
        filters = ";;".join((self.tr("PDF (*.pdf)"), self.tr("Plain page for screen readers (*.html)")))
        chosen = self._choose_path(self._widget, self.tr("Save as PDF"), proposed, filters)
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the page to a file; its ending says in which form."""
        from spasm_gui.handout.html import html_page
        from spasm_gui.handout.pdf import pdf_bytes
        from spasm_gui.handout.save import NotSavedError, save

        try:
            if path.suffix.lower() in (".html", ".htm"):
                save(html_page(self.handout()).encode("utf-8"), path)
            else:
                save(pdf_bytes(self.sheet(), default_paper()), path)
        except NotSavedError as error:
            words = self.tr("This could not be saved there ({reason}). A file of that name is as it was.")
            self.said.emit(words.format(reason=error))
        else:
            self.said.emit(self.tr("Saved as {name}.").format(name=path.name))


def default_paper() -> QPageSize.PageSizeId:
    """Letter where inches are used, else A4."""
    is_inches = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize.PageSizeId.Letter if is_inches else QPageSize.PageSizeId.A4


def _ask_for_path(parent: QWidget, title: str, proposed: str, filters: str) -> str:
    chosen, used = QFileDialog.getSaveFileName(parent, title, proposed, filters)
    if not chosen or Path(chosen).suffix:
        return chosen
    return f"{chosen}.html" if "html" in used else f"{chosen}.pdf"
