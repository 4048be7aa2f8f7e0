"""Takes PySide6 out of the way of Python's own imports."""

import builtins


def import_plainly() -> None:
    """Let every import from now on be Python's own. To be called before the modules of the window are imported.

    WORKAROUND PYSIDE-2029 (seen with 6.11): for the sake of `from __feature__ import snake_case`, which nothing here
    uses, PySide6 reads the source of every module that is imported after it and looks for its own name in there. That
    is a good part of the start, and Python keeps all the lines: 7 MB. Remove when it asks only those who use features.
    """
    import PySide6.QtCore  # noqa: F401 - it puts itself in between while it is imported

    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
