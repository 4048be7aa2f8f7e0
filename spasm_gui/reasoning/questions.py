"""Which questions still matter, and in which order they are asked.

A question is asked while some rule naming it can still fire above the present rule level, or while a story that can
still fit waits for it. Content gives only the order; there is no other skip logic.
"""

from collections.abc import Iterator, Mapping

import msgspec

from spasm_gui.knowledge.cause import Story
from spasm_gui.knowledge.finding import FindingId
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId
from spasm_gui.knowledge.screens import ROWS_PER_PAGE, Screen
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.fit import Fit, earned, open_narrowings, open_stories, region_fit, stories_at, story_fit
from spasm_gui.reasoning.memory import once_per_library, once_per_visit
from spasm_gui.reasoning.rows import rows_in_order
from spasm_gui.reasoning.triage import open_findings, rule_level, rules_of


class Question(msgspec.Struct, frozen=True):
    """A finding or a story card to be asked, and the screen it stands on."""

    id: str
    screen: Screen
    story: Story | None = None


class Page(msgspec.Struct, frozen=True):
    """What is shown at once: at most eight rows of one screen; the screen "you" shows all its chips together."""

    screen: Screen
    questions: tuple[Question, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the rows, in reading order."""
        return tuple(question.id for question in self.questions)


@once_per_visit
def open_questions(library: Library, visit: Visit) -> tuple[Question, ...]:
    """Return the questions that still matter, in the order in which they would be asked."""
    level = rule_level(library, visit)
    if not visit.places or level is Level.EMERGENCY:
        return ()
    wanted = set(open_findings(library, visit, above=level))
    stories: tuple[Question, ...] = ()
    if level is Level.SELF_TREAT:
        wanted.update(_awaited_by_stories(library, visit))
        stories = tuple(Question(story.id, Screen.STORIES, story) for _, story in open_stories(library, visit))
    rows = _screens(library, tuple(place.region for place in visit.places))
    asked = [Question(finding, rows[finding][1]) for finding in sorted(wanted, key=lambda one: rows[one][0])]
    return _in_screen_order([*asked, *stories])


def every_question(library: Library, visit: Visit) -> tuple[Question, ...]:
    """Return every question of the touched places, asked or not, in order."""
    here = [(cause, story) for cause, story in library.stories.values() if visit.regions.intersection(story.regions)]
    named = {finding for _, finding in rows_in_order(library, visit)}
    named.update(rules_of(library, visit).naming)
    for cause, story in here:
        named.update(story.against, open_narrowings(library, Visit(visit.places), cause, story))
    screens = _screens(library, tuple(place.region for place in visit.places))
    rows = [Question(finding, screen) for finding, (_, screen) in screens.items() if finding in named]
    return _in_screen_order([*rows, *(Question(story.id, Screen.STORIES, story) for _, story in here)])


def next_page(library: Library, visit: Visit) -> Page | None:
    """Return the next page to show, or None when nothing is left to ask."""
    questions = open_questions(library, visit)
    if not questions:
        return None
    screen = questions[0].screen
    rows = [question for question in questions if question.screen is screen]
    return Page(screen, tuple(rows if screen is Screen.YOU else rows[:ROWS_PER_PAGE]))


def screens_left(questions: tuple[Question, ...]) -> int:
    """How many of the six screens still have something to ask."""
    return len({question.screen for question in questions})


@once_per_library
def _screens(library: Library, touched: tuple[RegionId, ...]) -> Mapping[FindingId, tuple[int, Screen]]:
    """The place in reading order and the first screen of every finding, for regions in the order of their touch.

    A finding that no screen has is asked last under "soon".
    """
    screens: dict[FindingId, Screen] = {}
    for screen, finding in rows_in_order(library, Visit(tuple(Place(region, None) for region in touched))):
        screens.setdefault(finding, screen)
    for finding in library.findings:
        screens.setdefault(finding, Screen.SOON)
    return {finding: (place, screen) for place, (finding, screen) in enumerate(screens.items())}


def _awaited_by_stories(library: Library, visit: Visit) -> Iterator[FindingId]:
    """Unanswered findings that a story still needs: its counter-signs and the persons it is meant for."""
    if earned(library, visit) is not Fit.CAN_STILL_FIT:
        return
    for region in visit.regions:
        if region_fit(library, visit, region) is Fit.FITS:
            continue
        for cause, story in stories_at(library, region):
            if story_fit(library, visit, cause, story) is not Fit.CAN_STILL_FIT:
                continue
            yield from (finding for finding in story.against if visit.answers.get(finding) is None)
            yield from open_narrowings(library, visit, cause, story)


def _in_screen_order(questions: list[Question]) -> tuple[Question, ...]:
    places = {screen: place for place, screen in enumerate(Screen)}
    return tuple(sorted(questions, key=lambda question: places[question.screen]))
