"""Writes a file whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


class NotSavedError(Exception):
    """The file could not be written. What was there before under its name is still there, whole."""


def save(data: bytes, path: Path) -> None:
    """Write `data` to `path` and make sure that it arrived.

    It is written beside the target first, so a full disk costs nobody an older file.

    Raises:
        NotSavedError: the folder cannot be written, or has no room.
    """
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".spasm-map-", suffix=".part")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if path.is_dir():
            raise IsADirectoryError(str(path))
        os.replace(temporary, path)  # noqa: PTH105 - Path.replace says the same, but not that it is atomic
        temporary = None
    except OSError as error:
        raise NotSavedError(error.strerror or type(error).__name__) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108 - a name from mkstemp
