"""A cause made plain: sentences, links and spots, read out of the content."""

import pytest

from spasm_gui.explaining import disturbed_links, disturbed_spots, mechanism_steps, regions_to_show
from spasm_gui.knowledge.cause import CauseId
from spasm_gui.knowledge.library import Library
from tests.factories import a_cause


def spots_of(library: Library, cause: str) -> list[str]:
    return [spot.id for _, spot in disturbed_spots(library, library.causes[CauseId(cause)])]


@pytest.mark.parametrize(
    ("mechanism", "steps"),
    [
        pytest.param("One. Two.", ("One.", "Two."), id="two sentences"),
        pytest.param(
            "It fires. Then (see above) it stops!", ("It fires.", "Then (see above) it stops!"), id="brackets"
        ),
        pytest.param("About 1.5 litres, e.g. water.", ("About 1.5 litres, e.g. water.",), id="points inside"),
        pytest.param('Does it? "Yes." It does.', ("Does it?", '"Yes."', "It does."), id="quotes"),
        pytest.param("No end", ("No end",), id="no full stop"),
    ],
)
def test_a_mechanism_is_told_sentence_by_sentence(mechanism: str, steps: tuple[str, ...]) -> None:
    assert mechanism_steps(a_cause(mechanism=mechanism)) == steps


def test_every_cause_disturbs_some_link_at_some_spot(library: Library) -> None:
    for cause in library.causes.values():
        links = disturbed_links(library, cause)
        assert links[0] == cause.interrupts
        assert disturbed_spots(library, cause), cause.id
        assert mechanism_steps(cause), cause.id
        assert regions_to_show(library, cause), cause.id


@pytest.mark.parametrize(
    ("cause", "spots"),
    [
        ("hemifacial-spasm", ["facial-nerve"]),
        ("multiple-sclerosis", ["spinal-cord", "brain"]),
        ("low-calcium", ["muscle-salts", "muscle-nerve", "muscle-junction"]),
        ("night-leg-cramp", ["muscle-nerve", "muscle-fibre"]),
        ("stable-angina", ["heart"]),
    ],
)
def test_what_the_research_says_is_disturbed_is_what_is_ringed(library: Library, cause: str, spots: list[str]) -> None:
    assert spots_of(library, cause) == spots


def test_several_links_are_disturbed_where_the_spots_say_so(library: Library) -> None:
    assert disturbed_links(library, library.causes[CauseId("multiple-sclerosis")]) == ("spinal-cord", "brain")


def test_a_cause_that_names_no_spot_is_ringed_where_its_link_lies(library: Library) -> None:
    assert spots_of(library, "calf-strain") == ["muscle-fibre"]


def test_the_heart_is_an_origin_of_pain_in_the_jaw_by_the_name_of_its_spot(library: Library) -> None:
    assert "heart" in {origin.from_ for origin in library.regions["jaw"].may_come_from}  # type: ignore[index]
