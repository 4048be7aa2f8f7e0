"""A whole visit in a process of its own: touched, answered, searched, read, printed to nothing, and left.

    python -m tests.robustness.a_visit

It is run by tests that look at the process from outside. The words typed into the search are nowhere else.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from spasm_gui import app, places
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.reading.library import read_library
from spasm_gui.screens.theme import Theme
from spasm_gui.settings import Preferences, default_path
from spasm_gui.tour import settle

TYPED = "zugunruhe qwertz"
"""What somebody types: it stands in no content, so wherever it is found it was kept."""


def main() -> None:
    """Make the visit and end as a person would."""
    library = read_library(places.content_dir())
    application = app.application()
    theme = Theme(app.tokens(), "light")
    window = app.main_window(library, theme, Preferences(default_path()))
    window.resize(1280, 800)
    window.show()
    settle()

    def press(name: str) -> None:
        button = window.findChild(QAbstractButton, name)
        assert button is not None, name
        button.click()
        settle()

    field = window.findChild(QLineEdit)
    assert field is not None
    field.setText(TYPED)
    settle()
    field.setText("")
    window.touch(Place(RegionId("calf"), Side.LEFT))
    settle()
    model = window.model
    model.none_of_these()
    model.answer("limb-swollen", Answer.YES)
    settle()
    while model.page is not None:
        if "age-band" in model.page.ids:
            model.answer("age-band", "16-49")
        model.none_of_these()
        settle()
    press("theme")
    press("textSize")
    window.open_cause("dvt")
    settle()
    window.start_over()
    settle()
    window.close()
    QApplication.processEvents()
    application.exit(0)
    sys.stdout.write(f"{Path.home()}\n")


if __name__ == "__main__":
    main()
