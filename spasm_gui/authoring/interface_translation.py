"""`make translations`: brings the Qt Linguist files of the interface up to date and compiles them.

1. pyside6-lupdate finds every text of the program and adds it to each `spasm_gui/translations/*.ts`.
2. Translations that are known already, from a JSON object {source: translation}, fill what is unfinished.
3. pyside6-lrelease compiles each file. What is unfinished is left out, so the program's own words are shown.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.etree import ElementTree

PACKAGE_DIR = Path(__file__).resolve().parent.parent
FOLDER = PACKAGE_DIR / "translations"


def main(arguments: list[str] | None = None) -> int:
    """Update and compile all interface translations. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="make translations", description=__doc__, allow_abbrev=False)
    parser.add_argument("--begin", metavar="xx", help="begin the translation into another language")
    parser.add_argument("--known", type=Path, action="append", default=[], metavar="FILE")
    options = parser.parse_args(arguments)
    known: dict[str, str] = {}
    for path in options.known:
        known |= json.loads(path.read_text(encoding="utf-8"))
    files = sorted(FOLDER.glob("spasm_map_*.ts"))
    if options.begin:
        files.append(FOLDER / f"spasm_map_{options.begin}.ts")
    for file in files:
        update(file, known)
        left = unfinished(file)
        compile_to(file, file.with_suffix(".qm"))
        print(f"{file.name}: {len(left)} texts left to translate")
        for text in left:
            print(f"  {text}")
    return 0


def sources() -> list[str]:
    """Every module of the program, as the extractor is given them."""
    return sorted(path.relative_to(PACKAGE_DIR.parent).as_posix() for path in PACKAGE_DIR.rglob("*.py"))


def update(file: Path, known: Mapping[str, str] | None = None) -> None:
    """Add new texts, drop those that are gone, and fill in what is known."""
    _extract(file)
    if known and _fill(file, known):
        _extract(file)  # which also writes the file in its own hand again


def _extract(file: Path) -> None:
    language = file.stem.removeprefix("spasm_map_")
    heuristics = (option for name in ("sametext", "similartext") for option in ("-disable-heuristic", name))
    languages = ("-source-language", "en", "-target-language", language.replace("-", "_"))
    kept = ("-no-obsolete", "-locations", "none")
    _run("pyside6-lupdate", (*kept, *heuristics, *languages, *sources(), "-ts", str(file)))


def _fill(file: Path, known: Mapping[str, str]) -> int:
    tree = ElementTree.parse(file)
    count = 0
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        text = known.get(message.findtext("source") or "")
        if translation is not None and translation.get("type") == "unfinished" and text:
            translation.text = text
            del translation.attrib["type"]
            count += 1
    if count:
        tree.write(file, encoding="utf-8", xml_declaration=True)
    return count


def messages(file: Path) -> list[tuple[str, str, str]]:
    """Context, source and translation of every text of a file; an unfinished translation is empty."""
    found = []
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            is_finished = translation is not None and translation.get("type") is None
            said = (translation.text or "") if translation is not None and is_finished else ""
            found.append((context.findtext("name") or "", message.findtext("source") or "", said))
    return found


def unfinished(file: Path) -> list[str]:
    """The texts that nobody has translated yet."""
    return [source for _, source, said in messages(file) if not said]


def compile_to(file: Path, out: Path) -> None:
    """Compile a file for the program; texts that are unfinished are left out."""
    _run("pyside6-lrelease", ("-silent", "-nounfinished", str(file), "-qm", str(out)))


def _run(tool: str, arguments: Iterable[str]) -> None:
    program = Path(sys.executable).parent / tool
    done = subprocess.run([program, *arguments], cwd=PACKAGE_DIR.parent, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{tool} failed: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    raise SystemExit(main())
