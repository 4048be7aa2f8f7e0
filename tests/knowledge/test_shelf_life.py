"""Content that nobody reviewed for too long says so, and in the end says nothing more about treating yourself."""

import datetime

import msgspec
import pytest

from spasm_gui import places
from spasm_gui.age_words import age_words
from spasm_gui.knowledge.finding import Answer, FindingId
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Age, Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.knowledge.shelf_life import LAST_YEARS, REVIEW_YEARS, age_of, as_of, dated_records, years_later
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reading.library import read_library
from spasm_gui.reasoning.assessment import assess, is_red_flag, offered_self_care
from spasm_gui.reasoning.questions import every_question
from tests.factories import a_library

DAY = datetime.timedelta(days=1)


@pytest.fixture(scope="module")
def content() -> Library:
    return read_library(places.content_dir(), with_cases=False)


def oldest(library: Library) -> datetime.date:
    return min(record.reviewed for record in dated_records(library))


def newest(library: Library) -> datetime.date:
    return max(library.edition.date, *(record.reviewed for record in dated_records(library)))


def test_its_age_follows_the_record_that_was_longest_ago_reviewed(content: Library) -> None:
    begin, due, last = (years_later(oldest(content), years) for years in (0, REVIEW_YEARS, LAST_YEARS))
    assert age_of(content, newest(content)) is Age.CURRENT
    assert (age_of(content, due), age_of(content, due + DAY)) == (Age.CURRENT, Age.OVERDUE)
    assert (age_of(content, last), age_of(content, last + DAY)) == (Age.OVERDUE, Age.EXPIRED)
    assert begin < due < last


@pytest.mark.parametrize("today", [datetime.date(1970, 1, 1), datetime.date(2026, 1, 1)])
def test_a_clock_before_the_content_says_that_a_date_is_wrong(content: Library, today: datetime.date) -> None:
    assert age_of(content, today) is Age.IN_THE_FUTURE


def test_one_record_of_a_day_to_come_is_enough() -> None:
    library = a_library()
    finding = next(iter(library.findings.values()))
    ahead = msgspec.structs.replace(finding, reviewed=datetime.date(2099, 1, 1))
    library = a_library(findings={**library.findings, finding.id: ahead})
    assert age_of(library, datetime.date(2098, 12, 31)) is Age.IN_THE_FUTURE


def test_a_leap_day_grows_older_too() -> None:
    assert years_later(datetime.date(2024, 2, 29), 2) == datetime.date(2026, 2, 28)


def everything_said_no(library: Library, visit: Visit) -> Visit:
    """Somebody who takes the cards and denies all else, again and again as more is asked."""
    while questions := [one for one in assess(library, visit).questions if one.id not in visit.answers]:
        for question in questions:
            card = library.stories.get(question.id)  # type: ignore[call-overload]
            finding = library.findings.get(question.id)  # type: ignore[call-overload]
            if card is not None:
                visit = visit.answering({question.id: Answer.YES})
            elif finding is not None and finding.choices:
                choice = "16-49" if question.id == "age-band" else finding.choices[0].id
                visit = visit.answering({question.id: choice})
            else:
                visit = visit.answering({question.id: Answer.NO})
    return visit


def test_past_its_last_day_nobody_is_told_to_treat_themselves_and_no_danger_is_lost(content: Library) -> None:
    expired = as_of(content, Age.EXPIRED)
    calf = Visit().touching(Place(RegionId("calf"), Side.LEFT))
    asked = {one.id for one in every_question(content, calf)} - set(content.stories)
    still_asked = {one.id for one in every_question(expired, calf)}
    assert {
        key for key in asked if key in content.findings and is_red_flag(content, calf, FindingId(key))
    } <= still_asked
    assert not still_asked & set(content.stories)
    fresh = everything_said_no(content, calf)
    assert assess(content, fresh).level is Level.SELF_TREAT
    stale = everything_said_no(expired, calf)
    assert assess(expired, stale).level is Level.PHYSICIAN
    assert offered_self_care(expired, stale, assess(expired, stale)) == ()
    in_danger = calf.answering({"hard-breathing": Answer.YES})
    assert assess(expired, in_danger).level is Level.EMERGENCY
    assert (expired.rules, expired.acts) == (content.rules, content.acts)


def test_an_expired_cause_keeps_its_signs_and_loses_what_to_do(content: Library) -> None:
    for key, cause in as_of(content, Age.EXPIRED).causes.items():
        fresh = content.causes[key]
        assert (cause.do_now, cause.then, cause.self_care, cause.stories, cause.better_by) == ((), (), (), (), None)
        kept = (cause.physician_when, cause.same_day_when, cause.emergency_when, cause.avoid, cause.summary)
        assert kept == (fresh.physician_when, fresh.same_day_when, fresh.emergency_when, fresh.avoid, fresh.summary)


@pytest.mark.parametrize("age", [Age.OVERDUE, Age.IN_THE_FUTURE])
def test_overdue_content_says_all_it_knows_and_that_it_is_overdue(content: Library, age: Age) -> None:
    library = as_of(content, age)
    assert (library.causes, library.self_care) == (content.causes, content.self_care)
    assert age_words(library.age, lambda _context, text: text)


def test_content_in_its_time_is_left_as_it_is(content: Library) -> None:
    assert as_of(content, Age.CURRENT) is content
    assert age_words(Age.CURRENT, lambda _context, text: text) == ""
