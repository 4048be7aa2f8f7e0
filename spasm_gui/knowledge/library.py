"""All of `content/`, read and checked: what the program knows."""

import datetime
import enum
from collections.abc import Mapping
from functools import cached_property

import msgspec

from spasm_gui.knowledge.acts import Act, Acts, Meanwhile
from spasm_gui.knowledge.case import Case
from spasm_gui.knowledge.cause import Cause, CauseId, Story, StoryId
from spasm_gui.knowledge.finding import Finding, FindingId
from spasm_gui.knowledge.language import Language
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.movement import Definition, Link, LinkId
from spasm_gui.knowledge.record import Part
from spasm_gui.knowledge.region import Region, RegionId
from spasm_gui.knowledge.rule import Rule, RuleId
from spasm_gui.knowledge.screens import ScreenPlan
from spasm_gui.knowledge.self_care import SelfCare, SelfCareId
from spasm_gui.knowledge.source import Source, SourceId
from spasm_gui.knowledge.to_confirm import ToConfirm


class Age(enum.Enum):
    """How the content stands to the date of the computer; `shelf_life.py` tells it."""

    CURRENT = "current"
    OVERDUE = "overdue"
    EXPIRED = "expired"
    IN_THE_FUTURE = "in-the-future"


class Clinician(Part, frozen=True, kw_only=True):
    """Who signed the content, and when."""

    name: str
    role: str
    date: datetime.date


class Edition(Part, frozen=True, kw_only=True):
    """Which content this is. Without a clinician every page says that it was not yet clinically reviewed.

    `language_name` is what the language of the content calls itself.
    """

    version: str
    date: datetime.date
    language: str
    language_name: str | None = None
    clinician: Clinician | None = None


class Library(msgspec.Struct, frozen=True, eq=False, dict=True, weakref=True):
    """Everything the program knows. Compared by identity.

    Each mapping keeps the order of the files, which is the order of showing.
    """

    edition: Edition
    regions: Mapping[RegionId, Region]
    findings: Mapping[FindingId, Finding]
    rules: Mapping[RuleId, Rule]
    causes: Mapping[CauseId, Cause]
    self_care: Mapping[SelfCareId, SelfCare]
    links: Mapping[LinkId, Link]
    definitions: tuple[Definition, ...]
    sources: Mapping[SourceId, Source]
    screens: ScreenPlan
    acts: Acts
    cases: tuple[Case, ...]
    to_confirm: tuple[ToConfirm, ...] = ()
    translated_into: Language | None = None
    age: Age = Age.CURRENT

    @property
    def is_translation_reviewed(self) -> bool:
        """True of the source, and of a translation that somebody has read against it."""
        return self.translated_into is None or self.translated_into.reviewer is not None

    @property
    def is_clinically_reviewed(self) -> bool:
        """True once a named clinician has signed this edition."""
        return self.edition.clinician is not None

    def act(self, level: Level) -> Act:
        """The words of a level."""
        return next(act for act in self.acts.acts if act.level is level)

    def meanwhile(self, key: str) -> Meanwhile:
        """What to do until help comes."""
        return next(meanwhile for meanwhile in self.acts.meanwhile if meanwhile.id == key)

    @cached_property
    def stories(self) -> Mapping[StoryId, tuple[Cause, Story]]:
        """Every story card with its cause."""
        return {story.id: (cause, story) for cause in self.causes.values() for story in cause.stories}

    @cached_property
    def cards_printing(self) -> Mapping[FindingId, tuple[StoryId, ...]]:
        """For each finding, the story cards that have it as a line."""
        cards: dict[FindingId, tuple[StoryId, ...]] = {}
        for key, (_, story) in self.stories.items():
            for need in story.needs:
                cards[need] = (*cards.get(need, ()), key)
        return cards

    def is_ready(self, region: RegionId) -> bool:
        """True if the region has questions and causes of its own; others say that they come next."""
        return region in self.screens.regions and any(region in cause.regions for cause in self.causes.values())
