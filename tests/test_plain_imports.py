"""The modules of the window are imported as Python does it, without PySide6 reading their source."""

import subprocess
import sys

TRY = """
import linecache, sys
from spasm_gui.plain_imports import import_plainly
import_plainly()
from spasm_gui import app
print([name for name in linecache.cache if "spasm_gui" in name])
"""


def test_nobody_reads_the_source_of_the_program_at_its_start() -> None:
    done = subprocess.run([sys.executable, "-c", TRY], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"


def test_without_qt_nothing_is_different() -> None:
    script = "import sys; import spasm_gui.plain_imports; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "False"
