"""Tiny but complete records and libraries for tests, made by hand and readable in one line.

    library = a_library(a_finding("swollen"), a_rule("clot", when="swollen"))

A record left out is supplied: a calf, an age question, a source, a link, the words of each level, and screens on which
every danger finding stands under "here" in every region. `write_library` puts a library into a folder as content files.
"""

import datetime
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from spasm_gui.knowledge.acts import Act, Acts
from spasm_gui.knowledge.case import Case, CaseId, Expected
from spasm_gui.knowledge.cause import (
    BetterBy,
    Cause,
    CauseKind,
    Evidence,
    EvidenceStrength,
    HowCommon,
    Seriousness,
    Story,
    StoryId,
)
from spasm_gui.knowledge.finding import Choice, ChoiceId, Finding, FindingId, FindingKind, FindingRole
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Edition, Library
from spasm_gui.knowledge.movement import Definition, Link, LinkId
from spasm_gui.knowledge.record import Part
from spasm_gui.knowledge.region import Muscle, MuscleId, Place, Region, RegionId, Side, SideWords
from spasm_gui.knowledge.rule import Form, Formula, Rule
from spasm_gui.knowledge.screens import ChipGroup, RegionRows, Screen, ScreenPlan
from spasm_gui.knowledge.self_care import SelfCare, SelfCareKind
from spasm_gui.knowledge.source import Source, SourceId
from spasm_gui.knowledge.spot import Spot, SpotId
from spasm_gui.knowledge.to_confirm import ToConfirm, ToConfirmId
from spasm_gui.knowledge.visit import Visit

P = TypeVar("P", bound=Part)

REVIEWED = datetime.date(2026, 11, 22)
AGES = ("under-2", "2-11", "12-15", "16-49", "50-64", "65-and-over")


def a_region(id: str = "calf", **changes: Any) -> Region:
    """A region with two sides, seen from the back; `sides=()` makes one without a shape."""
    sides = changes.pop("sides", (Side.LEFT, Side.RIGHT))
    name = id.replace("-", " ")
    if sides:
        yours = SideWords(left=f"your left {name}", right=f"your right {name}", both=f"both your {name}s")
        theirs = SideWords(left=f"the left {name}", right=f"the right {name}", both=f"both {name}s")
    else:
        yours, theirs = SideWords(middle=f"your {name}"), SideWords(middle=f"the {name}")
    values: dict[str, Any] = {
        "name": name.capitalize(),
        "clinical_name": name.capitalize(),
        "words": (name,),
        "sides": sides,
        "views": ("back",) if sides else (),
        "yours": yours,
        "theirs": theirs,
    }
    return Region(**_record(id, values, changes))


def a_muscle(id: str = "soleus", **changes: Any) -> Muscle:
    """A muscle that is drawn under its own id."""
    values: dict[str, Any] = {
        "name": id.capitalize(),
        "clinical_name": id.capitalize(),
        "action": "moves",
        "shape": id,
    }
    return Muscle(**{"id": MuscleId(id), **values, **changes})


def a_finding(id: str = "swollen", **changes: Any) -> Finding:
    """A danger sign, answered with yes or no."""
    ask = f"Is it {id.replace('-', ' ')}?"
    values: dict[str, Any] = {"role": FindingRole.DANGER, "ask": ask, "said": f"It is {id}"}
    return Finding(**_record(id, values, changes))


def a_circumstance(id: str = "pregnancy", **changes: Any) -> Finding:
    """A circumstance of the person: a chip on the screen "you"."""
    return a_finding(id, **{"role": FindingRole.CIRCUMSTANCE, **changes})


def a_pattern(id: str = "at-night", **changes: Any) -> Finding:
    """A line of a story card."""
    return a_finding(id, **{"role": FindingRole.PATTERN, **changes})


def an_age(id: str = "age-band", **changes: Any) -> Finding:
    """The age question with the program's six bands."""
    choices = tuple(Choice(id=ChoiceId(age), text=age) for age in AGES)
    values = {"role": FindingRole.CIRCUMSTANCE, "kind": FindingKind.CHOICE, "choices": choices}
    return a_finding(id, **{**values, **changes})


def a_rule(id: str = "clot", when: Form = "swollen", advise: Level = Level.SAME_DAY, **changes: Any) -> Rule:
    """A rule; not sure means the same as yes unless `unsure` says otherwise."""
    values: dict[str, Any] = {"when": when, "advise": advise, "unsure": "same", "because": "This can be bad."}
    return Rule(**_record(id, values, changes))


def all_of(*parts: Form) -> Formula:
    """`all: [..]` of the rule language."""
    return Formula(all=parts)


def any_of(*parts: Form) -> Formula:
    """`any: [..]` of the rule language."""
    return Formula(any=parts)


def at_least(count: int, *parts: Form) -> Formula:
    """`at_least: N` with `of: [..]` of the rule language."""
    return Formula(at_least=count, of=parts)


def touched(*regions: str) -> Formula:
    """`region: [..]` of the rule language: any of them is touched."""
    return Formula(region=regions)


def aged(*ages: str) -> Formula:
    """The age is one of these bands."""
    return Formula(finding="age-band", is_=ages)


def a_story(id: str = "night-story", **changes: Any) -> Story:
    """A story card of the calf with two lines and no counter-signs."""
    values: dict[str, Any] = {
        "title": "A cramp at night",
        "regions": (RegionId("calf"),),
        "needs": ("at-night", "stretch-stops"),
        "against": (),
    }
    return Story(**{"id": StoryId(id), **values, **changes})


def a_cause(id: str = "leg-clot", **changes: Any) -> Cause:
    """A dangerous cause of the calf, made likely by one finding; give `needs` to change that."""
    values: dict[str, Any] = {
        "name": id.replace("-", " ").capitalize(),
        "clinical_name": id,
        "regions": (RegionId("calf"),),
        "kind": CauseKind.BLOOD_VESSEL,
        "interrupts": LinkId("blood"),
        "disturbance": "blocked flow",
        "summary": "A vein is blocked.",
        "mechanism": "Blood clots.",
        "how_common": HowCommon.UNCOMMON,
        "seriousness": Seriousness.URGENT,
        "evidence": Evidence(strength=EvidenceStrength.STRONG, note="Known for long."),
    }
    if changes.get("seriousness") is not Seriousness.SELF_LIMITING:
        values["needs"] = "swollen"
    return Cause(**_record(id, values, changes))


def a_self_limiting_cause(id: str = "night-cramp", *stories: Story, **changes: Any) -> Cause:
    """A cause one may treat oneself, with its story cards; a night story when none is given."""
    values: dict[str, Any] = {
        "kind": CauseKind.CRAMP,
        "seriousness": Seriousness.SELF_LIMITING,
        "how_common": HowCommon.COMMON,
        "stories": stories or (a_story(),),
        "do_now": ("Stretch it.",),
        "better_by": BetterBy(days=42, text="Give it 6 weeks."),
        "summary": "A muscle knots at night.",
    }
    return a_cause(id, **{**values, **changes})


def a_self_care(id: str = "calf-stretch", **changes: Any) -> SelfCare:
    """A stretch of the calf without guards."""
    values: dict[str, Any] = {
        "name": id.replace("-", " ").capitalize(),
        "kind": SelfCareKind.STRETCH,
        "regions": (RegionId("calf"),),
        "steps": ("Stretch it.",),
        "repeats": "3 times",
        "stop_if": ("It hurts more.",),
        "guards": (),
    }
    return SelfCare(**_record(id, values, changes))


def a_case(id: str = "somebody", level: Level = Level.PHYSICIAN, **changes: Any) -> Case:
    """A person of 16 to 49 whose left calf hurts and to whom nothing on any danger screen applies."""
    expect = Expected(level=level, rule=changes.pop("rule", None), cause=changes.pop("cause", None))
    values: dict[str, Any] = {
        "story": "My calf hurts.",
        "at": ("calf:left",),
        "age": "16-49",
        "none_of": (Screen.RIGHT_NOW, Screen.HERE, Screen.SOON, Screen.FOR_A_WHILE),
        "expect": expect,
    }
    return Case(**{"id": CaseId(id), **values, **changes})


def a_question_to_confirm(id: str = "night-limit", **changes: Any) -> ToConfirm:
    """A choice that a clinician still has to confirm."""
    values: dict[str, Any] = {"question": "Is it so?", "chosen": "It is so.", "sources": ("a-source",)}
    return ToConfirm(**{"id": ToConfirmId(id), **values, **changes})


def a_source(id: str = "a-source") -> Source:
    """A publication that was read."""
    return Source(id=SourceId(id), title="A page", publisher="A publisher", kind="guideline", read="page")


def a_link(id: str = "blood") -> Link:
    """A link of the movement chain."""
    spots = (Spot(id=SpotId(f"{id}-spot"), name="Here", clinical_name="hic", where="where it hurts", along=0.5),)
    values = {"name": id, "does": "feeds", "text": "It feeds.", "can_go_wrong": "It stops.", "picture": id}
    return Link(**_record(id, values, {"spots": spots}))


def some_acts() -> Acts:
    """The words of all four levels."""
    acts = tuple(
        Act(
            level=level,
            word=level.value.capitalize(),
            at_home=f"Do what {level.value} asks. Call {{number}}.",
            on_kiosk="Tell the front desk.",
            until="Until it is better.",
            meanwhile=(),
        )
        for level in Level
    )
    return Acts(
        unearned="Nothing you told us fits a cause you can treat yourself.",
        acts=acts,
        meanwhile=(),
        sources=("a-source",),
        reviewed=REVIEWED,
    )


def some_screens(
    regions: Iterable[Region],
    findings: Iterable[Finding],
    rows: Mapping[str, RegionRows] | None = None,
    **changes: Any,
) -> ScreenPlan:
    """Screens on which every danger finding stands under "here" in every region, and circumstances are chips.

    `rows` gives the rows of each region instead; a region that it leaves out has none.
    """
    age = "age-band"
    findings = tuple(findings)
    danger = tuple(finding.id for finding in findings if finding.role is FindingRole.DANGER)
    chips = tuple(f.id for f in findings if f.role is FindingRole.CIRCUMSTANCE and f.id != age)
    values: dict[str, Any] = {
        "titles": {screen.value: screen.value for screen in Screen},
        "right_now": (),
        "age": FindingId(age),
        "chips": (ChipGroup(title="Health", findings=chips),) if chips else (),
        "anywhere": (),
        "regions": rows or {region.id: some_rows(here=danger) for region in regions},
    }
    return ScreenPlan(**{**values, **changes})


def some_rows(here: Iterable[str] = (), soon: Iterable[str] = (), for_a_while: Iterable[str] = ()) -> RegionRows:
    """The rows of one region."""
    return RegionRows(
        here=tuple(FindingId(row) for row in here),
        soon=tuple(FindingId(row) for row in soon),
        for_a_while=tuple(FindingId(row) for row in for_a_while),
    )


def a_library(*records: Part, screens: ScreenPlan | None = None, **changes: Any) -> Library:
    """A complete library of these records; whatever kind is missing is supplied.

    `changes` are fields of `Library`, such as `edition`.
    """

    def given(shape: type[P], *otherwise: P) -> tuple[P, ...]:
        return tuple(record for record in records if isinstance(record, shape)) or otherwise

    def by_id(found: Iterable[Any]) -> dict[Any, Any]:
        return {record.id: record for record in found}

    findings = given(Finding)
    if not any(finding.id == "age-band" for finding in findings):
        findings = (*findings, an_age())
    regions = given(Region, a_region())
    values: dict[str, Any] = {
        "edition": Edition(version="0", date=REVIEWED, language="en"),
        "regions": by_id(regions),
        "findings": by_id(findings),
        "rules": by_id(given(Rule)),
        "causes": by_id(given(Cause)),
        "self_care": by_id(given(SelfCare)),
        "links": by_id(given(Link, a_link())),
        "definitions": given(Definition),
        "sources": by_id(given(Source, a_source())),
        "screens": screens or some_screens(regions, findings),
        "acts": given(Acts, some_acts())[0],
        "cases": given(Case),
        "to_confirm": given(ToConfirm),
    }
    return Library(**{**values, **changes})


def a_night_cramp_library(*more: Part, **changes: Any) -> Library:
    """The smallest library with something of everything: a calf, a clot rule, a night cramp with its card."""
    return a_library(
        a_finding("swollen"),
        a_pattern("at-night"),
        a_pattern("stretch-stops"),
        a_rule("clot", when="swollen"),
        a_self_limiting_cause("night-cramp", a_story(against=("swollen",)), self_care=("calf-stretch",)),
        a_cause("leg-clot", needs="swollen", fits=("swollen",)),
        a_self_care("calf-stretch", guards=("swollen",)),
        *more,
        **changes,
    )


def a_visit(*places: str, **answers: Any) -> Visit:
    """A visit to places such as `calf:left`, with answers by name: `a_visit("calf:left", at_night=Answer.YES)`."""
    touched_places = tuple(_place(text) for text in places or ("calf:left",))
    return Visit(touched_places).answering({key.replace("_", "-"): said for key, said in answers.items()})


def write_library(folder: Path, library: Library) -> Path:
    """Write a library as a content folder that reads back to the same library. Returns the folder."""
    files: dict[str, Any] = {
        "library.yaml": library.edition,
        "screens.yaml": library.screens,
        "acts.yaml": library.acts,
        "regions.yaml": {"regions": list(library.regions.values())},
        "movement.yaml": {"links": list(library.links.values()), "definitions": list(library.definitions)},
        "sources.yaml": {"sources": list(library.sources.values())},
        "findings/all.yaml": {"findings": list(library.findings.values())},
        "rules/all.yaml": {"rules": list(library.rules.values())},
        "causes/all.yaml": {"causes": list(library.causes.values())},
        "self_care/all.yaml": {"self_care": list(library.self_care.values())},
        "cases/all.yaml": {"cases": list(library.cases)},
        "to_confirm.yaml": {"to_confirm": list(library.to_confirm)},
    }
    for name, value in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        plain = _without_nothing(msgspec.to_builtins(value))
        path.write_text(json.dumps(plain, indent=1, ensure_ascii=False), encoding="utf-8")
    return folder


def _place(text: str) -> Place:
    region, _, side = text.partition(":")
    return Place(RegionId(region), Side(side) if side else None)


def _record(id: str, values: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    return {"id": id, "sources": ("a-source",), "reviewed": REVIEWED, **values, **changes}


def _without_nothing(value: Any) -> Any:
    """The value without the keys that say nothing; content leaves such keys out."""
    if isinstance(value, dict):
        return {key: _without_nothing(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list | tuple):
        return [_without_nothing(inner) for inner in value]
    return value
