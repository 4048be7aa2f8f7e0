"""The person's preferences: declared once, with key, type, default and help. Only comfort, nothing of a visit.

A bad or missing preference falls back to its default with a log line. What concerns a kiosk lives in `kiosk.toml`.
"""

import contextlib
import json
import logging
import os
import re
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Generic, TypeVar

import msgspec
import platformdirs

_log = logging.getLogger(__name__)
MAX_BYTES = 20_000

V = TypeVar("V", str, int, bool)


class Setting(msgspec.Struct, Generic[V], frozen=True):
    """One preference. `allowed` are the values it may have; of numbers, the smallest and the largest.

    `pattern` is what the whole of a text has to look like.
    """

    key: str
    default: V
    help: str
    allowed: tuple[V, ...] = ()
    pattern: str = ""

    def accepts(self, value: object) -> bool:
        """True if the value has the right type and is allowed."""
        if type(value) is not type(self.default):
            return False
        if self.pattern and not (isinstance(value, str) and re.fullmatch(self.pattern, value)):
            return False
        if not self.allowed:
            return True
        if isinstance(value, int) and not isinstance(value, bool):
            return bool(min(self.allowed) <= value <= max(self.allowed))
        return value in self.allowed


TEXT_SIZE_PERCENT = Setting("text_size_percent", 100, "Size of all text, 100 to 200.", (100, 200))
THEME = Setting("theme", "light", "Colours: light, dark or contrast.", ("light", "dark", "contrast"))
LANGUAGE = Setting("language", "", "Language of the window, such as es.", pattern=r"([a-z]{2,3}(-[A-Za-z0-9]{2,8})?)?")
REDUCED_MOTION = Setting("reduced_motion", False, "Nothing moves or fades.")
EMERGENCY_NUMBER = Setting(
    "emergency_number",
    "112",
    "The emergency number of this country, 2 to 20 digits, spaces or signs such as + and -.",
    pattern=r"(?=.*[0-9])[0-9 +*#()/-]{2,20}",
)
SETTINGS: tuple[Setting[int] | Setting[str] | Setting[bool], ...] = (
    TEXT_SIZE_PERCENT,
    THEME,
    LANGUAGE,
    REDUCED_MOTION,
    EMERGENCY_NUMBER,
)


def default_path() -> Path:
    """Where preferences are kept on this machine."""
    return Path(platformdirs.user_config_dir("spasm-map", appauthor=False)) / "preferences.toml"


class Preferences:
    """The preferences of the person at this machine. Without a path they live in memory only (kiosk, tests)."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._values: dict[str, str | int | bool] = _read(path) if path else {}
        self._has_told = False

    def get(self, setting: Setting[V]) -> V:
        """The value of a setting, or its default."""
        value = self._values.get(setting.key, setting.default)
        return value if setting.accepts(value) else setting.default  # type: ignore[return-value]

    def set(self, setting: Setting[V], value: V) -> None:
        """Keep a value, on disk too where that is possible. The older file stays whole if it is not."""
        if not setting.accepts(value):
            raise ValueError(f"{value!r} is not allowed for {setting.key}: {setting.help}")
        self._values[setting.key] = value
        if self._path is not None and (reason := _write(self._path, self._values)) and not self._has_told:
            self._has_told = True
            _log.warning("preferences are kept only until the program ends: %s", reason)


def _read(path: Path) -> dict[str, str | int | bool]:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise ValueError(f"more than {MAX_BYTES:,} bytes")
        raw = tomllib.loads(data.decode("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        _log.warning("preferences in %s are not used: %s", path.name, error)
        return {}
    values: dict[str, str | int | bool] = {}
    for setting in SETTINGS:
        if setting.key not in raw:
            continue
        if setting.accepts(raw[setting.key]):
            values[setting.key] = raw[setting.key]
        else:
            _log.warning("preference %s is not used; %s", setting.key, setting.help)
    return values


def _write(path: Path, values: Mapping[str, str | int | bool]) -> str | None:
    """Replace the file. Returns why that was not possible."""
    text = "".join(f"{key} = {json.dumps(value)}\n" for key, value in sorted(values.items()))
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".preferences")
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):  # a disk that became read-only meanwhile keeps it
            if temporary:
                Path(temporary).unlink()
        return error.strerror or type(error).__name__
    return None
