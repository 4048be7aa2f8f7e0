"""Random small libraries: eight danger signs, two circumstances, an age, a number, four story lines, three regions."""

import msgspec
from hypothesis import strategies as st

from spasm_gui.knowledge.cause import Cause
from spasm_gui.knowledge.finding import FindingKind
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Region, Side
from spasm_gui.knowledge.rule import Form, Formula, Rule, Unsure
from spasm_gui.knowledge.screens import RegionRows
from tests import factories as make

REGIONS = ("calf", "shin", "many-places")
SIGNS = ("a", "b", "c", "d", "e", "f")
CIRCUMSTANCES = ("pregnancy", "statin")
LINES = ("p", "q", "r", "s")
LEVELS = (Level.PHYSICIAN, Level.SAME_DAY, Level.EMERGENCY)

_ids = st.sampled_from((*SIGNS, *CIRCUMSTANCES))
_leaves: st.SearchStrategy[Form] = st.one_of(
    _ids,
    _ids,
    st.lists(st.sampled_from(make.AGES), min_size=1, max_size=2, unique=True).map(lambda ages: make.aged(*ages)),
    st.sampled_from((0, 4, 7, 10)).map(lambda least: Formula(finding="pain", at_least=least)),
    st.lists(st.sampled_from(REGIONS), min_size=1, max_size=2, unique=True).map(lambda names: make.touched(*names)),
    st.sampled_from(REGIONS[:2]).map(lambda name: Formula(region=name, side="both")),
)


def _joined(parts: st.SearchStrategy[Form]) -> st.SearchStrategy[Form]:
    several = st.lists(parts, min_size=1, max_size=4)
    return st.one_of(
        several.map(lambda forms: make.any_of(*forms)),
        several.map(lambda forms: make.all_of(*forms)),
        several.flatmap(lambda forms: st.integers(1, len(forms)).map(lambda count: make.at_least(count, *forms))),
    )


forms: st.SearchStrategy[Form] = st.recursive(_leaves, _joined, max_leaves=8)


@st.composite
def rules(draw: st.DrawFn, id: str) -> Rule:
    advise = draw(st.sampled_from(LEVELS))
    lower = [level for level in LEVELS if level < advise]
    levels = st.sampled_from(lower) if lower else st.nothing()
    unsure = draw(st.one_of(st.just("same"), levels.map(lambda level: Unsure(level=level, reason="Not sure."))))
    return make.a_rule(id, when=draw(forms), advise=advise, unsure=unsure)


@st.composite
def self_limiting_causes(draw: st.DrawFn, id: str) -> Cause:
    stories = [
        make.a_story(
            f"{id}-{number}",
            regions=draw(st.lists(st.sampled_from(REGIONS), min_size=1, max_size=2, unique=True).map(tuple)),
            needs=draw(st.lists(st.sampled_from(LINES), min_size=2, max_size=3, unique=True).map(tuple)),
            against=draw(st.lists(st.sampled_from(SIGNS), max_size=3, unique=True).map(tuple)),
            only_for=draw(st.one_of(st.none(), st.none(), _narrowings)),
        )
        for number in range(draw(st.integers(1, 2)))
    ]
    return make.a_self_limiting_cause(id, *stories, regions=REGIONS, only_for=draw(st.one_of(st.none(), _narrowings)))


_narrowings: st.SearchStrategy[Form] = st.one_of(
    st.sampled_from(CIRCUMSTANCES),
    st.sampled_from((make.aged("16-49", "50-64"), make.aged("2-11"))),
    st.just(make.any_of("pregnancy", make.aged("65-and-over"))),
    st.just(make.touched("calf", "shin")),
)


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    """A library whose rows stand on screens by chance. Some stand on none and must be asked all the same."""
    regions: list[Region] = [
        make.a_region("calf"),
        make.a_region("shin", sides=(Side.LEFT, Side.RIGHT)),
        make.a_region("many-places", sides=()),
    ]
    findings = [
        *(make.a_finding(name) for name in SIGNS),
        *(make.a_circumstance(name) for name in CIRCUMSTANCES),
        *(make.a_pattern(name) for name in LINES),
        make.a_finding("pain", kind=FindingKind.NUMBER, min=0.0, max=10.0, unit="of 10"),
        make.an_age(),
    ]
    somewhere = st.lists(st.sampled_from((*SIGNS, "pain")), max_size=4, unique=True)
    rows: dict[str, RegionRows] = {
        region.id: make.some_rows(here=draw(somewhere), soon=draw(somewhere), for_a_while=draw(somewhere))
        for region in regions
        if draw(st.booleans())
    }
    screens = msgspec.structs.replace(
        make.some_screens(regions, findings), right_now=tuple(draw(somewhere)), regions=rows
    )
    return make.a_library(
        *regions,
        *findings,
        *(draw(rules(f"rule-{number}")) for number in range(draw(st.integers(0, 4)))),
        *(draw(self_limiting_causes(f"cause-{number}")) for number in range(draw(st.integers(1, 3)))),
        make.a_cause("leg-clot", needs=draw(st.sampled_from(SIGNS)), regions=REGIONS),
        screens=screens,
    )
