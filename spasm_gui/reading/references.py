"""Follows every id from the record that names it to the record it names."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spasm_gui.knowledge.acts import Acts
from spasm_gui.knowledge.case import Case
from spasm_gui.knowledge.cause import Cause, Story
from spasm_gui.knowledge.finding import Finding, FindingKind
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.movement import Link
from spasm_gui.knowledge.record import Part
from spasm_gui.knowledge.region import Region, Side
from spasm_gui.knowledge.rule import Form, Formula, Rule, Unsure, formulas_in
from spasm_gui.knowledge.screens import Screen, ScreenPlan
from spasm_gui.knowledge.self_care import SelfCare
from spasm_gui.knowledge.source import SourceId
from spasm_gui.reading.nearest import did_you_mean
from spasm_gui.reading.shapes import Path

_SEVERAL = re.compile(r"\s+and\s+|\s+or\s+|\s*[,+&/]\s*")

SPOT_VIEWS = ("front", "back", "side")
"""The drawings that a spot can have a point on."""

_SAME_OR_LEVEL = 'write same, or a level with its reason: {level: physician, reason: ".."}'


@dataclass(frozen=True)
class Known:
    """All ids of a library, by the word authors use for them."""

    findings: Mapping[str, Finding]
    regions: Mapping[str, object]
    rules: Mapping[str, object]
    causes: Mapping[str, object]
    stories: Mapping[str, object]
    self_care: Mapping[str, object]
    links: Mapping[str, Link]
    spots: Mapping[str, object]
    sources: Mapping[str, object]
    meanwhile: Mapping[str, object]


Found = Iterator[tuple[Path, str]]
"""Problems of one record: the path inside it, and the message."""


def _unknown(kind: str, path: Path, name: str, known: Mapping[str, object]) -> Found:
    if name not in known:
        hint = _in_one_breath(name, known) or did_you_mean(name, known) or _in_other_words(kind, name, known)
        yield path, f"{kind} '{name}' is not defined{hint}"


def _in_one_breath(name: str, known: Mapping[str, object]) -> str:
    """How to name several findings that were written as one."""
    parts = [part for part in _SEVERAL.split(name) if part]
    if len(parts) > 1 and all(part in known for part in parts):
        return f"; for several write all: [{', '.join(parts)}], or any if one of them is enough"
    return ""


def _in_other_words(kind: str, name: str, known: Mapping[str, object]) -> str:
    """What may be meant by a name that is not near any that is known."""
    for other in known.values():
        if isinstance(other, Finding) and any(choice.id == name for choice in other.choices):
            return f"; it is a choice: write {{finding: {other.id}, is: [{name}]}}"
    if kind == "link":
        return f"; known are {', '.join(known)}"
    if " " in name:
        return f"; give the id of a {kind}, not its words"
    return f", and no {kind} has a name like it"


def _all_known(kind: str, path: Path, names: tuple[str, ...], known: Mapping[str, object]) -> Found:
    for index, name in enumerate(names):
        yield from _unknown(kind, (*path, index), name, known)
        if name in names[:index]:
            yield (*path, index), f"{kind} '{name}' stands here twice"


def _yes_no(key: Path, path: Path, names: tuple[str, ...], known: Known) -> Found:
    """Findings that are only ever asked whether they were answered yes or no."""
    yield from _all_known("finding", (*path, *key), names, known.findings)
    for index, name in enumerate(names):
        finding = known.findings.get(name)
        if finding is not None and finding.kind is not FindingKind.YES_NO:
            yield (*path, *key, index), f"finding '{name}' is answered with a {finding.kind.value}, not with yes or no"


def _sources(path: Path, names: tuple[SourceId | str, ...], known: Known) -> Found:
    if not names:
        yield path, "no source is named; give a key from sources.yaml"
    for index, name in enumerate(names):
        if name not in known.sources:
            hint = did_you_mean(name, known.sources) or "; give a key from sources.yaml"
            yield (*path, index), f"source '{name}' is not defined{hint}"


def check_form(form: Form, path: Path, known: Known) -> Found:
    """Problems of a condition: every id must exist and be used the way its finding is answered."""
    if isinstance(form, str):
        yield from _unknown("finding", path, form, known.findings)
        if form in known.findings and known.findings[form].kind is not FindingKind.YES_NO:
            yield (
                path,
                f"finding '{form}' is answered with a {known.findings[form].kind.value}; "
                f"write finding: {form} with is or at_least",
            )
        return
    for key in ("any", "all", "of"):
        inside = getattr(form, key) or ()
        for index, inner in enumerate(inside):
            if inner in inside[:index]:
                what = f"finding '{inner}'" if isinstance(inner, str) else "the same condition"
                yield (*path, key, index), f"{what} stands here twice"
            yield from check_form(inner, (*path, key, index), known)
    for index, region in enumerate(form.regions):
        step: Path = ("region",) if isinstance(form.region, str) else ("region", index)
        yield from _unknown("region", (*path, *step), region, known.regions)
    if form.finding is not None:
        yield from _check_value(form, path, known)


def _check_value(form: Formula, path: Path, known: Known) -> Found:
    assert form.finding is not None
    yield from _unknown("finding", (*path, "finding"), form.finding, known.findings)
    finding = known.findings.get(form.finding)
    if finding is None:
        return
    if form.is_ is not None:
        if finding.kind is not FindingKind.CHOICE:
            yield (*path, "is"), f"finding '{finding.id}' has no choices; 'is' cannot be used"
            return
        choices = [choice.id for choice in finding.choices]
        for index, choice in enumerate(form.is_):
            if choice not in choices:
                hint = did_you_mean(choice, choices) or f"; its choices are {', '.join(choices)}"
                yield (*path, "is", index), f"'{choice}' is not a choice of '{finding.id}'{hint}"
    elif finding.kind is not FindingKind.NUMBER:
        instead = f"; write is: [..] with some of {', '.join(choice.id for choice in finding.choices)}"
        hint = instead if finding.choices else ""
        yield (*path, "at_least"), f"finding '{finding.id}' is not a number; 'at_least' cannot be used{hint}"
    elif finding.min is not None and finding.max is not None and form.at_least is not None:
        low, high = finding.min, finding.max
        if not low <= form.at_least <= high:
            message = f"{form.at_least:g} lies outside of '{finding.id}', which goes from {low:g} to {high:g}"
            yield (*path, "at_least"), message


def has_count(form: Form) -> bool:
    """True if the condition counts (`at_least` with `of`) somewhere."""
    return any(one.of is not None for one in formulas_in(form))


def _check_finding(finding: Finding, known: Known) -> Found:
    yield from _sources(("sources",), finding.sources, known)
    if finding.kind is FindingKind.CHOICE and not finding.choices:
        yield ("kind",), "a choice needs 'choices'"
    if finding.kind is not FindingKind.CHOICE and finding.choices:
        yield ("choices",), "only a finding of kind choice has 'choices'"
    if finding.kind is FindingKind.NUMBER and (finding.min is None or finding.max is None or finding.unit is None):
        yield ("kind",), "a number needs min, max and unit"
    elif finding.min is not None and finding.max is not None:
        for name in ("min", "max"):
            if not math.isfinite(getattr(finding, name)):
                yield (name,), f"'{name}' must be a number that can be reached"
        if finding.min >= finding.max:
            yield ("min",), "'min' must be smaller than 'max'"
    names = [choice.id for choice in finding.choices]
    for index, name in enumerate(names):
        if name in names[:index]:
            yield ("choices", index, "id"), f"choice '{name}' is given twice"
        if name in ("yes", "no", "not-sure"):
            yield ("choices", index, "id"), f"choice '{name}' is an answer of its own; take another id"


def _check_rule(rule: Rule, known: Known) -> Found:
    yield from check_form(rule.when, ("when",), known)
    yield from _sources(("sources",), rule.sources, known)
    if rule.meanwhile is not None:
        yield from _unknown("meanwhile list", ("meanwhile",), rule.meanwhile, known.meanwhile)
    if rule.advise is Level.SELF_TREAT:
        yield ("advise",), "a rule cannot advise self-treat; that must be earned by a story"
    must_state = rule.advise >= Level.SAME_DAY or has_count(rule.when)
    if rule.unsure is None and must_state:
        yield (), f"rule '{rule.id}' must say what 'not sure' means: unsure: same, or a level with its reason"
    if isinstance(rule.unsure, str) and rule.unsure != "same":
        levels = [level.value for level in Level]
        hint = f'write unsure: {{level: {rule.unsure}, reason: ".."}}' if rule.unsure in levels else _SAME_OR_LEVEL
        yield ("unsure",), f"'{rule.unsure}' is not known here; {hint}"
    if isinstance(rule.unsure, Unsure) and not Level.PHYSICIAN <= rule.unsure.level < rule.advise:
        lower = [level.value for level in Level if Level.PHYSICIAN <= level < rule.advise]
        instead = f"write {' or '.join(lower)} with its reason, or unsure: same" if lower else "write unsure: same"
        yield (
            ("unsure", "level"),
            f"'{rule.unsure.level.value}' cannot be the lower level of {rule.advise.value}; {instead}",
        )


def _check_story(story: Story, path: Path, cause: Cause, known: Known) -> Found:
    yield from _yes_no(("needs",), path, story.needs, known)
    yield from _yes_no(("against",), path, story.against, known)
    for index, name in enumerate(story.against):
        if name in story.needs:
            yield (*path, "against", index), f"finding '{name}' stands under needs already; the card could never fit"
    yield from _all_known("region", (*path, "regions"), story.regions, known.regions)
    for index, region in enumerate(story.regions):
        if region not in cause.regions:
            yield (*path, "regions", index), f"region '{region}' is not a region of the cause '{cause.id}'"
    if story.id in known.findings or story.id in known.causes:
        yield (*path, "id"), f"'{story.id}' is the id of something else already"
    if story.only_for is not None:
        yield from check_form(story.only_for, (*path, "only_for"), known)


def _check_cause(cause: Cause, known: Known) -> Found:
    yield from _sources(("sources",), cause.sources, known)
    yield from _all_known("region", ("regions",), cause.regions, known.regions)
    yield from _unknown("link", ("interrupts",), cause.interrupts, known.links)
    yield from _all_known("spot", ("interrupts_at",), cause.interrupts_at, known.spots)
    link = known.links.get(cause.interrupts)
    if link is not None and not link.spots and not cause.interrupts_at:
        yield ("interrupts",), f"link '{link.id}' has no spots; say in movement.yaml where it lies on the figure"
    yield from _yes_no(("fits",), (), cause.fits, known)
    yield from _yes_no(("against",), (), cause.against, known)
    yield from _all_known("self-care", ("self_care",), cause.self_care, known.self_care)
    for key in ("needs", "only_for"):
        form = getattr(cause, key)
        if form is not None:
            yield from check_form(form, (key,), known)
    for index, story in enumerate(cause.stories):
        yield from _check_story(story, ("stories", index), cause, known)
    for index, claim in enumerate(cause.claims):
        yield from _sources(("claims", index, "sources"), claim.sources, known)


def _check_region(region: Region, known: Known) -> Found:
    yield from _sources(("sources",), region.sources, known)
    for index, origin in enumerate(region.may_come_from):
        yield from _sources(("may_come_from", index, "sources"), origin.sources, known)
    paired = tuple(side.value for side in region.sides if side is not Side.MIDDLE)
    expected = (*paired, "both") if len(paired) > 1 else paired
    if len(paired) < len(region.sides) or not region.sides:
        expected = (*expected, "middle")
    for words in ("yours", "theirs"):
        for side in expected:
            if getattr(getattr(region, words), side) is None:
                yield (words,), f"'{side}' is missing under {words}"


def _check_self_care(care: SelfCare, known: Known) -> Found:
    yield from _sources(("sources",), care.sources, known)
    yield from _all_known("region", ("regions",), care.regions, known.regions)
    yield from _yes_no(("guards",), (), care.guards, known)


def _check_screens(plan: ScreenPlan, known: Known) -> Found:
    for screen in Screen:
        if screen.value not in plan.titles:
            yield ("titles",), f"the title of screen '{screen.value}' is missing"
    yield from _unknown("finding", ("age",), plan.age, known.findings)
    yield from _all_known("finding", ("right_now",), plan.right_now, known.findings)
    yield from _all_known("finding", ("anywhere",), plan.anywhere, known.findings)
    for index, group in enumerate(plan.chips):
        yield from _all_known("finding", ("chips", index, "findings"), group.findings, known.findings)
    for region, rows in plan.regions.items():
        yield from _unknown("region", ("regions", region), region, known.regions)
        for key in ("here", "soon", "for_a_while"):
            yield from _all_known("finding", ("regions", region, key), getattr(rows, key), known.findings)


def _check_acts(acts: Acts, known: Known) -> Found:
    yield from _sources(("sources",), acts.sources, known)
    levels = [act.level for act in acts.acts]
    for index, level in enumerate(levels):
        if level in levels[:index]:
            yield ("acts", index), f"the act for '{level.value}' is given twice"
    missing = [level.value for level in Level if level not in levels]
    if missing and len(levels) < len(Level):
        yield ("acts",), f"the act for {' and '.join(missing)} is missing"
    for index, meanwhile in enumerate(acts.meanwhile):
        yield from _sources(("meanwhile", index, "sources"), meanwhile.sources, known)


def _check_link(link: Link, known: Known) -> Found:
    yield from _sources(("sources",), link.sources, known)
    for index, spot in enumerate(link.spots):
        for view in spot.points:
            if view not in SPOT_VIEWS:
                hint = did_you_mean(view, SPOT_VIEWS) or f"; known are {', '.join(SPOT_VIEWS)}"
                yield ("spots", index, "points", view), f"'{view}' is not a view for spots{hint}"


def _check_case(case: Case, known: Known) -> Found:
    for index, at in enumerate(case.at):
        yield from _unknown("region", ("at", index), at.partition(":")[0], known.regions)
    answerable = {**known.findings, **known.stories}
    yield from _all_known("finding or story", ("yes",), case.yes, answerable)
    yield from _all_known("finding", ("no",), case.no, known.findings)
    yield from _all_known("finding", ("not_sure",), case.not_sure, known.findings)
    if case.expect.rule is not None:
        yield from _unknown("rule", ("expect", "rule"), case.expect.rule, known.rules)
    if case.expect.cause is not None:
        yield from _unknown("cause", ("expect", "cause"), case.expect.cause, known.causes)


def check_record(record: Part, known: Known) -> Found:
    """Every problem of one record's references, with the path to it inside the record."""
    match record:
        case Finding():
            yield from _check_finding(record, known)
        case Rule():
            yield from _check_rule(record, known)
        case Cause():
            yield from _check_cause(record, known)
        case Region():
            yield from _check_region(record, known)
        case SelfCare():
            yield from _check_self_care(record, known)
        case ScreenPlan():
            yield from _check_screens(record, known)
        case Acts():
            yield from _check_acts(record, known)
        case Link():
            yield from _check_link(record, known)
        case Case():
            yield from _check_case(record, known)
        case _:
            sources = getattr(record, "sources", None)
            if sources is not None:
                yield from _sources(("sources",), sources, known)
