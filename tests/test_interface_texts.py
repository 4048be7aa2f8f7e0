"""Every text of the interface is found by the extractor, translated, compiled, and has letters in our font."""

import ast
import functools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from spasm_gui import app, places
from spasm_gui.authoring.interface_translation import FOLDER, PACKAGE_DIR, compile_to, messages, unfinished, update
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.translation import Entry, fault, records, texts
from spasm_gui.languages import Languages
from spasm_gui.pseudo import LONG, RIGHT_TO_LEFT, longer
from spasm_gui.screens.theme import FAMILY

FILES = sorted(FOLDER.glob("*.ts"))
every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def calls(path: Path) -> Iterator[tuple[ast.Call, str, str]]:
    """Every call of tr() or translate() with text in it: the call, its name, and the class it stands in."""

    def walk(node: ast.AST, inside: str) -> Iterator[tuple[ast.Call, str, str]]:
        for child in ast.iter_child_nodes(node):
            here = child.name if isinstance(child, ast.ClassDef) else inside
            if isinstance(child, ast.Call):
                function = child.func
                name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
                first = child.args[0] if child.args else None
                is_text = isinstance(first, ast.JoinedStr) or (
                    isinstance(first, ast.Constant) and isinstance(first.value, str)
                )
                if name in ("tr", "translate", "QT_TRANSLATE_NOOP") and is_text:
                    yield child, name, here
            yield from walk(child, here)

    yield from walk(ast.parse(path.read_text(encoding="utf-8")), "")


@functools.cache
def all_calls() -> list[tuple[Path, ast.Call, str, str]]:
    """Those of the whole program."""
    return [(path, *call) for path in sorted(PACKAGE_DIR.rglob("*.py")) for call in calls(path)]


def test_every_text_is_written_so_that_it_is_found_and_looked_up_alike() -> None:
    wrong = []
    for path, call, name, inside in all_calls():
        texts_given = [one.value if isinstance(one, ast.Constant) else None for one in call.args]
        is_own = isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "self" and inside
        is_good = is_own if name == "tr" else len(texts_given) == 2
        if not is_good or None in texts_given:
            wrong.append(f"{path.name}:{call.lineno}: {ast.unparse(call)[:60]}")
    assert wrong == []


def expected() -> set[tuple[str, str]]:
    found = set()
    for _, call, name, inside in all_calls():
        given = [str(one.value) for one in call.args if isinstance(one, ast.Constant)]
        found.add((inside, given[0]) if name == "tr" else (given[0], given[1]))
    return found


@every_file
def test_the_extractor_found_exactly_the_texts_of_the_program(file: Path) -> None:
    """If this fails, run `make translations` and translate what it lists."""
    assert {(context, source) for context, source, _ in messages(file)} == expected()


@every_file
def test_no_text_is_left_to_translate(file: Path) -> None:
    """If this fails, open the file in Qt Linguist, translate, and run `make translations`."""
    assert unfinished(file) == []


@every_file
def test_no_translation_has_other_numbers_or_placeholders(file: Path) -> None:
    said = ((source, fault(source, Entry(source=source, text=text))) for _, source, text in messages(file) if text)
    assert [(source, found.value) for source, found in said if found is not None] == []


@every_file
def test_the_files_are_as_the_tools_write_them(file: Path, tmp_path: Path) -> None:
    """If this fails, run `make translations` and commit what it wrote."""
    copy = tmp_path / file.name
    shutil.copy(file, copy)
    update(copy)
    assert copy.read_bytes() == file.read_bytes()
    compile_to(file, tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == file.with_suffix(".qm").read_bytes()


@every_file
def test_a_compiled_file_says_what_was_translated(file: Path) -> None:
    translator = QTranslator()
    assert translator.load(str(file.with_suffix(".qm")))
    context, source, said = next(one for one in messages(file) if one[2])
    assert translator.translate(context, source) == said


@pytest.mark.parametrize("code", ["es", LONG.code, RIGHT_TO_LEFT.code])
def test_our_font_has_every_letter_of_a_language(qtbot: QtBot, library: Library, code: str) -> None:
    app.application()
    languages = Languages(places.content_dir(), library)
    shown = {
        letter for _, record in records(languages.library(code)) for text in texts(record).values() for letter in text
    }
    shown |= set(longer(" ".join(text for _, text in expected())))
    shown |= {letter for file in FILES if file.stem.endswith(code) for _, _, said in messages(file) for letter in said}
    metrics = QFontMetrics(QFont(FAMILY))
    invisible = "\u200f\n"
    assert [letter for letter in sorted(shown) if letter not in invisible and not metrics.inFontUcs4(ord(letter))] == []


def test_a_text_is_looked_up_in_the_class_it_stands_in_and_those_it_comes_from(qtbot: QtBot, library: Library) -> None:
    app.application()

    class Base(QWidget):
        def said(self) -> str:
            return self.tr("Start over")

    class Derived(Base):
        pass

    languages = Languages(places.content_dir(), library)
    try:
        languages.speak(LONG.code)
        widget = Derived()
        qtbot.addWidget(widget)
        assert widget.said() == longer("Start over")
    finally:
        languages.fall_silent()
