"""Tab and screen readers go through a page as the eye does, whatever order its parts were made in."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from spasm_gui.screens import reading_order
from spasm_gui.screens.reading_order import keep_reading_order


def test_parts_made_in_another_order_are_met_from_top_to_bottom(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    inner = QWidget(page)
    buttons = {name: QPushButton(name) for name in "dbca"}
    layout, row, inside = QVBoxLayout(page), QHBoxLayout(), QVBoxLayout(inner)
    layout.addWidget(buttons["a"])
    layout.addLayout(row)
    row.addWidget(buttons["b"])
    inside.addWidget(buttons["c"])
    row.addWidget(inner)
    layout.addWidget(buttons["d"])

    keep_reading_order(page)

    children = [child for child in page.children() if isinstance(child, QWidget)]
    assert children == [buttons["a"], buttons["b"], inner, buttons["d"]]
    chain: list[str] = []
    here = page.nextInFocusChain()
    while here is not None and here is not page:
        chain += [here.text()] if isinstance(here, QPushButton) else []
        here = here.nextInFocusChain()
    assert chain == ["a", "b", "c", "d"]


def test_what_takes_no_tab_is_left_alone(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    quiet = QPushButton()
    quiet.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    layout.addWidget(quiet)
    keep_reading_order(page)
    assert quiet.focusPolicy() is Qt.FocusPolicy.ClickFocus


def test_no_layout_is_asked_for_its_items() -> None:
    """PySide keeps an item after Qt deleted it, and takes the next object at its address for it: the program ends."""
    package = Path(reading_order.__file__).parent.parent
    assert [path.name for path in package.rglob("*.py") if ".itemAt(" in path.read_text(encoding="utf-8")] == []
