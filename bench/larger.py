"""More content than there is: the shipped content several times over, under other ids, as files or as a library."""

import re
import shutil
from pathlib import Path

import msgspec
from msgspec.structs import replace

from spasm_gui.knowledge.cause import CauseId
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import RegionId
from spasm_gui.knowledge.rule import RuleId

_COPIED = ("findings", "rules", "causes", "self_care")
_ID = re.compile(r"^\s*-?\s*id: *([a-z0-9-]+) *$", re.MULTILINE)


def larger_content(folder: Path, out: Path, times: int) -> Path:
    """Write a content folder with `times` as many findings, rules, causes and exercises, and return it.

    A copy names the copies of what the original names; places, sources and the plan of the screens are shared, so that
    copied questions are asked after the planned ones.
    """
    shutil.copytree(folder, out, ignore=shutil.ignore_patterns("translations", "cases"))
    (out / "cases").mkdir()
    texts = {path: path.read_text(encoding="utf-8") for part in _COPIED for path in (folder / part).glob("*.yaml")}
    names = sorted({name for text in texts.values() for name in _ids(text)}, key=len, reverse=True)
    whole = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, names))})(?![\w-])")
    for number in range(1, times):
        for path, text in texts.items():
            copied = "\n".join(_renamed(line, whole, number) for line in text.splitlines())
            (out / path.parent.name / f"{path.stem}-{number}.yaml").write_text(copied + "\n", encoding="utf-8")
    return out


def _ids(text: str) -> list[str]:
    """The ids of records and of story cards; ids of choices belong to their finding and stay as they are."""
    ids, depth_of_choices = [], -1
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip())
        if line.strip().startswith("choices:"):
            depth_of_choices = indent
        elif line.strip() and indent <= depth_of_choices and not line.lstrip().startswith("- "):
            depth_of_choices = -1
        found = _ID.match(line)
        if found and depth_of_choices < 0:
            ids.append(found[1])
    return ids


_TEXT_KEY = re.compile(
    r"^(\s*-?\s*)(id|when|needs|fits|against|finding|any|all|of|only_for|guards|self_care|clashes_with):"
)
_ENTRY = re.compile(r"^\s*- *[a-z0-9-]+ *$")
_FLOW = re.compile(r"^\s*-? *(?:[a-z_]+: *)?[\[{]|^\s*[\w\s,{}\[\]:.-]*[\]}],? *$")


def _renamed(line: str, whole: re.Pattern[str], number: int) -> str:
    """A line with its ids renamed, unless it is a sentence."""
    if line.lstrip().startswith("interrupts_at:"):  # a place of the chain of movement, which is shared
        return line
    if _TEXT_KEY.match(line) or _ENTRY.match(line) or _FLOW.match(line):
        return whole.sub(lambda found: f"{found[1]}-copy{number}", line)
    return line


def larger_library(library: Library, *, rules: int = 1, causes: int = 1, regions: int = 1) -> Library:
    """The library with so many times the rules, causes or regions. Copies name the same findings and places."""
    more_rules = {
        RuleId(f"{key}-{number}" if number else key): msgspec.structs.replace(
            rule, id=RuleId(f"{key}-{number}" if number else key)
        )
        for number in range(rules)
        for key, rule in library.rules.items()
    }
    more_causes = {}
    for number in range(causes):
        for key, cause in library.causes.items():
            name = CauseId(f"{key}-{number}" if number else key)
            stories = tuple(
                msgspec.structs.replace(story, id=f"{story.id}-{number}" if number else story.id)
                for story in cause.stories
            )
            more_causes[name] = msgspec.structs.replace(cause, id=name, stories=stories)
    more_regions = {
        RegionId(f"{key}-{number}" if number else key): msgspec.structs.replace(
            region, id=RegionId(f"{key}-{number}" if number else key)
        )
        for number in range(regions)
        for key, region in library.regions.items()
    }
    return replace(library, rules=more_rules, causes=more_causes, regions=more_regions)
