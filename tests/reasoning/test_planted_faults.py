"""The promises are worth something if they notice a broken program: here it is broken on purpose, fault by fault."""

import random
from collections.abc import Callable, Iterator

import msgspec
import pytest

from spasm_gui.knowledge.cause import Cause, Story
from spasm_gui.knowledge.finding import Answer, AnswerValue, FindingKind
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import RegionId
from spasm_gui.knowledge.rule import Form, Formula, Rule, Unsure
from spasm_gui.knowledge.self_care import SelfCare
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning import assessment, conditions, fit, questions, triage
from tests import factories as make
from tests.reasoning.made_visits import a_near_visit
from tests.reasoning.promises import violations

VISITS = 80


def a_library_with_something_of_everything() -> Library:
    adults = make.aged("16-49", "50-64")
    regions = [make.a_region("calf"), make.a_region("shin"), make.a_region("many-places", sides=())]
    return make.a_library(
        *regions,
        *(make.a_finding(name) for name in "abcdef"),
        *(make.a_pattern(name) for name in "pqrs"),
        make.a_circumstance("pregnancy"),
        make.a_finding("pain", kind=FindingKind.NUMBER, min=0.0, max=10.0, unit="of 10"),
        make.a_rule("clot", make.all_of(make.touched("calf"), make.any_of("a", "b")), unsure=a_doubt()),
        make.a_rule("breath", "c", Level.EMERGENCY),
        make.a_rule("two-of-three", make.at_least(2, "a", "d", "e"), Level.PHYSICIAN),
        make.a_rule("child", make.all_of(make.aged("2-11"), Formula(finding="pain", at_least=7))),
        make.a_rule("both", make.all_of(Formula(region="calf", side="both"), "f"), Level.EMERGENCY),
        make.a_rule("pregnant", make.all_of("pregnancy", "d"), Level.SAME_DAY),
        make.a_self_limiting_cause(
            "cramp",
            make.a_story("calf-story", needs=("p", "q"), against=("a", "f"), only_for=adults),
            make.a_story("other-story", needs=("r", "s"), against=("e",), regions=("calf", "shin")),
            regions=("calf", "shin", "many-places"),
            self_care=("stretch",),
        ),
        make.a_self_limiting_cause(
            "soreness",
            make.a_story("shin-story", needs=("p", "r"), against=("b",), regions=("shin", "many-places")),
            regions=("shin", "many-places"),
        ),
        make.a_cause("leg-clot", needs=make.any_of("a", "b")),
        make.a_self_care("stretch", guards=("b", "c", "f")),
    )


def a_doubt() -> Unsure:
    return Unsure(level=Level.PHYSICIAN, reason="Not sure that it is swollen.")


Fault = Callable[[pytest.MonkeyPatch], None]


def a_rule_is_dropped(patch: pytest.MonkeyPatch) -> None:
    real = triage.level_at

    def level_at(live: triage.LiveRule, reading: int) -> Level | None:
        return None if live.rule.id == "two-of-three" else real(live, reading)

    patch.setattr(triage, "level_at", level_at)


def not_sure_is_read_as_no(patch: pytest.MonkeyPatch) -> None:
    _read_answers(patch, {Answer.NOT_SURE: conditions.NEVER})


def unanswered_is_read_as_no(patch: pytest.MonkeyPatch) -> None:
    _read_answers(patch, {None: conditions.NEVER})


def not_sure_completes_a_story(patch: pytest.MonkeyPatch) -> None:
    _read_answers(patch, {Answer.NOT_SURE: conditions.ALWAYS}, modules=(fit,))


def an_unanswered_counter_sign_counts_as_no(patch: pytest.MonkeyPatch) -> None:
    _read_answers(patch, {None: conditions.NEVER}, modules=(fit,))


def _read_answers(
    patch: pytest.MonkeyPatch,
    wrong: dict[AnswerValue | None, int],
    modules: tuple[object, ...] = (conditions, fit),
) -> None:
    real = conditions.reading_of

    def reading_of(answer: AnswerValue | None) -> int:
        return wrong[answer] if answer in wrong else real(answer)

    for module in modules:
        patch.setattr(module, "reading_of", reading_of)


def one_region_that_fits_is_enough(patch: pytest.MonkeyPatch) -> None:
    def earned(library: Library, visit: Visit) -> fit.Fit:
        fits = [fit.region_fit(library, visit, region) for region in visit.regions]
        return min(fits, key=list(fit.Fit).index, default=fit.Fit.CANNOT_FIT)

    for module in (fit, questions, assessment):
        patch.setattr(module, "earned", earned)


def a_negation_slips_into_conditions(patch: pytest.MonkeyPatch) -> None:
    real = conditions.Said.read
    turned = {conditions.ALWAYS: conditions.NEVER, conditions.NEVER: conditions.ALWAYS}

    def read(said: conditions.Said, visit: Visit) -> int:
        reading = real(said, visit)
        return turned.get(reading, reading) if said.finding == "d" else reading

    patch.setattr(conditions.Said, "read", read)


def a_level_is_misread(patch: pytest.MonkeyPatch) -> None:
    real = triage.level_at

    def level_at(live: triage.LiveRule, reading: int) -> Level | None:
        level = real(live, reading)
        return Level.PHYSICIAN if level is Level.SAME_DAY else level

    patch.setattr(triage, "level_at", level_at)


def doubt_always_means_physician(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Rule, "unsure_level", property(lambda rule: Level.PHYSICIAN))


def counter_signs_are_forgotten(patch: pytest.MonkeyPatch) -> None:
    real = fit.story_fit

    def story_fit(library: Library, visit: Visit, cause: Cause, story: Story) -> fit.Fit:
        return real(library, visit, cause, msgspec.structs.replace(story, against=()))

    for module in (fit, questions):
        patch.setattr(module, "story_fit", story_fit)


def a_story_is_for_everybody(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(fit, "applies", lambda condition, visit: conditions.ALWAYS)


def counting_takes_one_too_many(patch: pytest.MonkeyPatch) -> None:
    real = conditions._counted

    def counted(count: int, parts: list[conditions.Condition]) -> conditions.Condition:
        return real(count + 1 if 1 < count < len(parts) else count, parts)

    patch.setattr(conditions, "_counted", counted)


def one_side_counts_as_both(patch: pytest.MonkeyPatch) -> None:
    real = conditions.settle

    def settle(form: Form, regions: frozenset[RegionId], two_sided: frozenset[RegionId]) -> conditions.Condition:
        return real(form, regions, regions)

    patch.setattr(triage, "settle", settle)


def touched_places_are_overlooked(patch: pytest.MonkeyPatch) -> None:
    real = conditions.settle

    def settle(form: Form, regions: frozenset[RegionId], two_sided: frozenset[RegionId]) -> conditions.Condition:
        return real(form, frozenset(sorted(regions)[1:]), two_sided)

    patch.setattr(triage, "settle", settle)


def a_danger_is_never_asked(patch: pytest.MonkeyPatch) -> None:
    real = triage.open_findings

    def open_findings(library: Library, visit: Visit, above: Level) -> Iterator[str]:
        return (finding for finding in real(library, visit, above) if finding != "c")

    patch.setattr(questions, "open_findings", open_findings)


def questions_end_with_the_first_rule(patch: pytest.MonkeyPatch) -> None:
    real = questions.open_questions

    def open_questions(library: Library, visit: Visit) -> tuple[questions.Question, ...]:
        return () if triage.rule_level(library, visit) > Level.SELF_TREAT else real(library, visit)

    for module in (questions, assessment):
        patch.setattr(module, "open_questions", open_questions)


def the_advice_comes_before_the_end(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(assessment, "open_questions", lambda library, visit: ())


def counter_signs_are_never_asked(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(questions, "_awaited_by_stories", lambda library, visit: ())


def self_care_is_offered_without_its_guards(patch: pytest.MonkeyPatch) -> None:
    def offered(library: Library, visit: Visit, seen: assessment.Assessment) -> tuple[SelfCare, ...]:
        keys = [key for ranked in seen.best_causes for key in ranked.cause.self_care]
        return tuple(library.self_care[key] for key in keys)

    patch.setattr(assessment, "offered_self_care", offered)


FAULTS: tuple[Fault, ...] = (
    a_rule_is_dropped,
    not_sure_is_read_as_no,
    unanswered_is_read_as_no,
    not_sure_completes_a_story,
    an_unanswered_counter_sign_counts_as_no,
    one_region_that_fits_is_enough,
    a_negation_slips_into_conditions,
    a_level_is_misread,
    doubt_always_means_physician,
    counter_signs_are_forgotten,
    a_story_is_for_everybody,
    counting_takes_one_too_many,
    one_side_counts_as_both,
    touched_places_are_overlooked,
    a_danger_is_never_asked,
    questions_end_with_the_first_rule,
    the_advice_comes_before_the_end,
    counter_signs_are_never_asked,
    self_care_is_offered_without_its_guards,
)


def broken_promises() -> list[str]:
    """What the sampled visits break, up to the first visit that breaks anything.

    The library is new each time: what was worked out about one is never asked of another.
    """
    library = a_library_with_something_of_everything()
    for number in range(VISITS):
        said = violations(library, a_near_visit(library, random.Random(number)))
        if said:
            return said
    return []


def test_without_a_fault_every_promise_is_kept() -> None:
    assert broken_promises() == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_the_promises_notice_that(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    fault(monkeypatch)
    assert broken_promises()
