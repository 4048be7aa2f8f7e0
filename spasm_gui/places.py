"""Where the files lie that come with the program.

In a checkout `assets/` and `content/` stand beside the package, where authors look for them. An installed
wheel carries both inside the package, under `_data`. This module is the only one that knows the difference,
so packaging is one edit.
"""

from pathlib import Path

_PACKAGE_DIR = Path(__file__).resolve().parent


def assets_dir() -> Path:
    """Return the folder of drawings, icons and templates."""
    return data_folder("assets")


def content_dir() -> Path:
    """Return the folder of everything that authors write: regions, findings, rules, causes, translations."""
    return data_folder("content")


def compiled_library(package_dir: Path = _PACKAGE_DIR) -> Path:
    """Return where a build leaves the compiled library. It need not be there."""
    in_wheel = package_dir / "_data"
    return in_wheel / "library.json" if in_wheel.is_dir() else package_dir.parent / "build" / "library.json"


def data_folder(name: str, package_dir: Path = _PACKAGE_DIR) -> Path:
    """Return one of the folders that travel with the program.

    Args:
        name: of the folder, as it is called at the top of a checkout.
        package_dir: the folder that `spasm_gui` itself lies in. Tests give another one.

    Raises:
        FileNotFoundError: neither a wheel's nor a checkout's folder is there, so the installation is
            incomplete. The message names both places.
    """
    in_wheel = package_dir / "_data" / name
    # The wheel's place goes first: a stranger's folder of that name may lie beside an installed package.
    in_checkout = package_dir.parent / name
    for folder in (in_wheel, in_checkout):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(
        f"the folder '{name}' of Spasm Map is missing: it lies neither in {in_wheel} nor in {in_checkout}"
    )
