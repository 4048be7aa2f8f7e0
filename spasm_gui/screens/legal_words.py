"""What stands on every page: what the program is, and who has not read it yet."""

from PySide6.QtCore import QCoreApplication

from spasm_gui.age_words import age_words
from spasm_gui.knowledge.library import Library


def legal_words(library: Library, remark: str = "") -> str:
    """Return the line, after a remark such as that this is a demo."""
    translate = QCoreApplication.translate
    clinician = library.edition.clinician
    words = [remark, translate("Window", "General information, not a diagnosis.")]
    if clinician is None:
        words.append(translate("Window", "Not yet clinically reviewed."))
    else:
        words.append(translate("Window", "Clinically reviewed by {name}.").format(name=clinician.name))
    if not library.is_translation_reviewed:
        words.append(translate("Window", "Translation not reviewed."))
    words.append(age_words(library.age, translate))
    return " ".join(filter(None, words))
