"""Puts the compiled library, in every language, into the wheel: an installed program starts without reading YAML."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledLibraryHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before a wheel is packed. An editable install reads the checkout, so it gets none."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the content of this source tree."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from spasm_gui.reading.compiled import compile_library

        self._folder = tempfile.TemporaryDirectory()
        compile_library(root / "content", Path(self._folder.name) / "library.json")
        for out in Path(self._folder.name).iterdir():  # one in each language
            build_data["force_include"][str(out)] = f"spasm_gui/_data/{out.name}"
