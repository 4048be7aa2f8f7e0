"""Gathers the licence of everything that an application carries: ours, the libraries', Qt's, the font's, Python's."""

import shutil
import sys
import sysconfig
from importlib.metadata import distribution
from pathlib import Path

CARRIED = ("PyYAML", "msgspec", "platformdirs", "rapidfuzz", "segno", "fontpkg-atkinson-hyperlegible")
"""What carries a licence file of its own."""

NOTICE = """\
Spasm Map is MIT (LICENSE). It carries:

- Qt {qt} and PySide6 {qt} (Qt Core, Gui, Widgets, Svg, PrintSupport and what these load), under the GNU Lesser General
  Public License 3 (LGPL-3.0.txt, which adds to GPL-3.0.txt). They lie as they were published in this folder and may be
  replaced by others. Their source stands where Qt publishes it, under the same version.
- Python {python}, under the licence of the Python Software Foundation (python.txt).
- Atkinson Hyperlegible, the font, under the SIL Open Font License.
- {libraries}; each in a folder of its name.
- The body was drawn from the MakeHuman base mesh, which its authors released under CC0 (CC0-1.0.txt).
"""


def gathered(folder: Path, root: Path) -> Path:
    """Write all licences to a folder, anew, and return it.

    Raises:
        FileNotFoundError: a library carries no licence; it must not be shipped like that.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(root / "installer" / "licences", folder)
    for name in CARRIED:
        files = [one for one in distribution(name).files or () if "licenses/" in one.as_posix()]
        if not files:
            raise FileNotFoundError(f"{name} carries no licence")
        for one in files:
            target = folder / name / Path(one).name
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(str(one.locate()), target)
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if python.is_file():
        shutil.copyfile(python, folder / "python.txt")
    words = NOTICE.format(
        qt=distribution("PySide6-Essentials").version, python=sys.version.split()[0], libraries=", ".join(CARRIED[:-1])
    )
    (folder / "NOTICE.txt").write_text(words, encoding="utf-8")
    return folder
