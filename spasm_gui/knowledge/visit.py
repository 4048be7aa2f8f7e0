"""One person's use of the program, from first touch to start-over: places and answers. Nothing outlives it."""

from collections.abc import Hashable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec.structs import replace

from spasm_gui.knowledge.cause import StoryId
from spasm_gui.knowledge.finding import AnswerValue, FindingId
from spasm_gui.knowledge.region import Place, RegionId

_NOTHING: Mapping[str, AnswerValue] = MappingProxyType({})


class Visit(msgspec.Struct, frozen=True, dict=True):
    """What was touched and said. Methods return a new visit; nothing changes behind anybody's back.

    `answers` has findings and story cards by id. A finding that is not in it was not answered, which is not "no".
    The order of answers is not kept, so it cannot matter. `worked_out` is what reasoning already knows of this visit.
    It says nothing that the visit does not say, and is gone with it.
    """

    places: tuple[Place, ...] = ()
    answers: Mapping[str, AnswerValue] = msgspec.field(default_factory=lambda: _NOTHING)

    @cached_property
    def worked_out(self) -> dict[Hashable, Any]:
        """What reasoning already knows of this visit; no part of its value."""
        return {}

    @property
    def regions(self) -> frozenset[RegionId]:
        """The touched regions, whatever their side."""
        return frozenset(place.region for place in self.places)

    @property
    def two_sided(self) -> frozenset[RegionId]:
        """The regions touched on both sides."""
        sides: dict[RegionId, set[object]] = {}
        for place in self.places:
            sides.setdefault(place.region, set()).add(place.side)
        return frozenset(region for region, seen in sides.items() if len(seen) > 1)

    def answer_to(self, question: FindingId | StoryId) -> AnswerValue | None:
        """What was said, or None when nobody answered."""
        return self.answers.get(question)

    def touching(self, place: Place) -> "Visit":
        """The visit with one more place, or without it if it was touched already."""
        if place in self.places:
            return replace(self, places=tuple(other for other in self.places if other != place))
        return replace(self, places=(*self.places, place))

    def answering(self, answers: Mapping[str, AnswerValue]) -> "Visit":
        """The visit with these answers added or changed."""
        return replace(self, answers=MappingProxyType({**self.answers, **answers}))

    def forgetting(self, *questions: str) -> "Visit":
        """The visit with these questions not answered."""
        kept = {key: value for key, value in self.answers.items() if key not in questions}
        return replace(self, answers=MappingProxyType(kept))
