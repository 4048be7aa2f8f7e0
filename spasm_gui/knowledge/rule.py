"""Rules: when some findings hold, a level is advised. The language of `when` has no negation."""

from collections.abc import Iterator
from typing import NewType, Union

from msgspec.structs import astuple

from spasm_gui.knowledge.finding import FindingId
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.record import Part, Record, Text

RuleId = NewType("RuleId", str)

Form = Union[str, "Formula"]
"""A finding's id, which means "answered yes", or a formula."""


class Formula(Part, frozen=True, kw_only=True, rename={"is_": "is"}):
    """One step of a condition, in exactly one of these shapes.

    `any: [..]`, `all: [..]`, `at_least: N` with `of: [..]`, `finding: f` with `is: [choices]` or `at_least: number`,
    `region: r` or `region: [r, s]` (any of them touched), with `side: both` if both sides have to be touched.
    There is no "not": so one more yes can never make a condition false.
    """

    any: tuple[Form, ...] | None = None
    all: tuple[Form, ...] | None = None
    at_least: float | None = None
    of: tuple[Form, ...] | None = None
    finding: str | None = None
    is_: tuple[str, ...] | None = None
    region: str | tuple[str, ...] | None = None
    side: str | None = None

    @property
    def parts(self) -> tuple[Form, ...]:
        """The conditions that are counted together under any, all or of."""
        return self.any or self.all or self.of or ()

    @property
    def regions(self) -> tuple[str, ...]:
        """The regions named, as a tuple even when one is written alone."""
        if self.region is None:
            return ()
        return (self.region,) if isinstance(self.region, str) else self.region

    def __post_init__(self) -> None:
        given = astuple(self)
        if tuple(one is None for one in given) not in _LEFT_OUT:
            used = {name for name in self.__struct_fields__ if getattr(self, name) is not None}
            raise ValueError(
                "a condition is one of: a finding; any: [..]; all: [..]; at_least: N with of: [..]; "
                f"finding with is: [..] or at_least: N; region (with side: both); here stands {_named(used)}"
            )
        if self.side is not None and self.side != "both":
            raise ValueError(f"side '{self.side}' is not known here; the only one is 'both'")
        if self.of is not None and not float(self.at_least or 0).is_integer():
            raise ValueError("at_least must be a whole number when it counts conditions")
        if self.of is not None and not 1 <= (self.at_least or 0) <= len(self.of):
            raise ValueError("at_least must be between 1 and the number of conditions under 'of'")
        if () in given:
            empty = next(name for name in ("any", "all", "of", "is_", "region") if getattr(self, name) == ())
            raise ValueError(f"'{empty.rstrip('_')}' is empty")


_SHAPES: tuple[set[str], ...] = (
    {"any"},
    {"all"},
    {"at_least", "of"},
    {"finding", "is_"},
    {"finding", "at_least"},
    {"region"},
    {"region", "side"},
)
_LEFT_OUT = frozenset(tuple(name not in shape for name in Formula.__struct_fields__) for shape in _SHAPES)
"""For each shape, which fields it has nothing in, in their order: hundreds of conditions are held against it."""


def formulas_in(form: Form | None) -> Iterator[Formula]:
    """Every formula that stands in a condition, the whole of it first; findings that stand alone are left out."""
    if isinstance(form, Formula):
        yield form
        for part in form.parts:
            yield from formulas_in(part)


def findings_in(form: Form | None) -> Iterator[FindingId]:
    """Every finding that a condition names; in a language without "not", a yes to any of them speaks for it."""
    if isinstance(form, str):
        yield FindingId(form)
    elif form is not None:
        if form.finding is not None:
            yield FindingId(form.finding)
        for part in form.parts:
            yield from findings_in(part)


def _named(used: set[str]) -> str:
    """The keys that were given, as authors write them."""
    return " with ".join(sorted(name.rstrip("_") for name in used)) or "nothing"


class Unsure(Part, frozen=True, kw_only=True):
    """The level when a rule fires only thanks to a "not sure", and why it may be lower than the rule's own."""

    level: Level
    reason: Text


class Rule(Record, frozen=True, kw_only=True):
    """When some findings hold, advise a level, because of a reason.

    `unsure` is `same` or a level with its reason. Emergency and same-day rules and every `at_least` must state it.
    `meanwhile` names a list of `acts.yaml`: what to do until help comes.
    """

    id: RuleId
    when: Form
    advise: Level
    unsure: str | Unsure | None = None
    because: Text
    meanwhile: str | None = None

    @property
    def unsure_level(self) -> Level:
        """The level when only a "not sure" makes the rule fire."""
        return self.unsure.level if isinstance(self.unsure, Unsure) else self.advise


__all__ = ["Form", "Formula", "Rule", "RuleId", "Unsure"]
