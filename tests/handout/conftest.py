"""The real content, read once, and visits on it."""

import pytest
from PySide6.QtWidgets import QApplication

from spasm_gui import app
from spasm_gui.knowledge.library import Library
from spasm_gui.screens.visit_model import VisitModel
from tests.handout.plans import a_visit


@pytest.fixture(scope="session")
def program(qapp: QApplication) -> QApplication:
    """The application with our fonts."""
    return app.application()


@pytest.fixture
def night_cramp(program: QApplication, library: Library) -> VisitModel:
    """A night cramp in the left calf, which may be treated at home."""
    return a_visit(library, story="night-cramp-story")


@pytest.fixture
def swollen_calf(program: QApplication, library: Library) -> VisitModel:
    """A swollen left calf, which has to be seen today."""
    return a_visit(library, yes="limb-swollen")
