"""The one object that holds the visit, recomputes its assessment and says when it changed. Every widget follows it."""

import enum
from collections.abc import Callable, Iterable, Mapping

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from spasm_gui.drawing.views import BodyFigure
from spasm_gui.knowledge.cause import StoryId
from spasm_gui.knowledge.finding import Answer, AnswerValue
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.mark import Mark, Marks
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.knowledge.screens import Screen
from spasm_gui.knowledge.visit import Visit
from spasm_gui.reasoning.assessment import Assessment, assess
from spasm_gui.reasoning.questions import Page, next_page


class ForWhom(enum.Enum):
    """Who the answers are about. It changes the wording, never the level."""

    ME = "me"
    MY_CHILD = "my-child"
    SOMEONE = "someone-i-look-after"


class PassedPage(msgspec.Struct, frozen=True):
    """A page that was left, and which of its rows "none of these" answered with no."""

    page: Page
    swept: tuple[str, ...] = ()


class Drawn(msgspec.Struct, frozen=True):
    """What the picture alone shows of a touched place: how much it hurts, and which finer part was touched."""

    strength: int | None = None
    part: str = ""


class VisitModel(QObject):
    """One visit: places, answers, and the pages it went through.

    Signals:
        places_changed: other places are touched. It goes before `changed`, for what a hand has to see at once: the
            assessment is still the one before, so it is for the picture alone.
        changed: places or answers are different; the assessment is ready to be read.
        page_changed: other rows are to be shown; `page` is None when nothing is left to ask.
        marks_changed: something was drawn on the figure or erased; it changes no answer.
        started_over: everything of the visit was forgotten.
    """

    places_changed = Signal()
    changed = Signal()
    marks_changed = Signal()
    page_changed = Signal()
    started_over = Signal()

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._forget()

    def _forget(self) -> None:
        self._visit = Visit()
        self._assessment = assess(self._library, self._visit)
        self._page: Page | None = None
        self._passed: list[Page] = []
        self._swept: set[str] = set()
        self._for_whom = ForWhom.ME
        self._figure = BodyFigure.NEUTRAL
        self._drawn: dict[Place, Drawn] = {}
        self._chosen: Place | None = None
        self._last_act: Visit | None = None
        self._marks = Marks()

    @property
    def library(self) -> Library:
        """What the program knows."""
        return self._library

    @property
    def visit(self) -> Visit:
        """What was touched and said so far."""
        return self._visit

    @property
    def assessment(self) -> Assessment:
        """What the program makes of it."""
        return self._assessment

    @property
    def page(self) -> Page | None:
        """The rows to be shown now."""
        return self._page

    @property
    def passed(self) -> tuple[PassedPage, ...]:
        """The pages that were left, in order."""
        return tuple(PassedPage(page, tuple(row for row in page.ids if row in self._swept)) for page in self._passed)

    @property
    def chosen(self) -> Place | None:
        """The place the panel speaks of."""
        return self._chosen

    @property
    def for_whom(self) -> ForWhom:
        """Who the answers are about."""
        return self._for_whom

    def strength(self, place: Place) -> int | None:
        """How much it hurts there, 0 to 10, if somebody said so. It is only shown, it decides nothing."""
        return self._drawn.get(place, Drawn()).strength

    def set_strength(self, place: Place, strength: int | None) -> None:
        """Say how much a touched place hurts, 0 to 10; None takes it back. Nothing but the picture follows."""
        if place in self._visit.places and self.strength(place) != strength:
            self._drawn[place] = replace(self._drawn.get(place, Drawn()), strength=strength)
            self.changed.emit()

    def part(self, place: Place) -> str:
        """Which finer part of a place was touched on a close-up, such as `thumb`. It is only shown, too."""
        return self._drawn.get(place, Drawn()).part

    def set_part(self, place: Place, part: str) -> None:
        """Say which finer part of a place is meant; no text means the whole. It may go before the touch itself."""
        if self.part(place) != part:
            self._drawn[place] = replace(self._drawn.get(place, Drawn()), part=part)
            if place in self._visit.places:
                self.changed.emit()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What was drawn on the figure with the pen, oldest first, for the figure and for the handout.

        Plain values in map units of the view that each names; nothing is decided by them.
        """
        return self._marks.drawn

    @property
    def can_undo_mark(self) -> bool:
        """True if a stroke, or its erasing, can be taken back."""
        return bool(self._marks.before)

    def change_marks(self, change: Callable[[Marks], Marks]) -> None:
        """Draw, erase or undo: give what is to become of the marks, such as `Marks.undone`."""
        after = change(self._marks)
        if after != self._marks:
            self._marks = after
            self.marks_changed.emit()

    def set_for_whom(self, for_whom: ForWhom) -> None:
        """Say who the answers are about."""
        if for_whom is not self._for_whom:
            self._for_whom = for_whom
            self.changed.emit()

    @property
    def figure(self) -> BodyFigure:
        """Whose body stands for the person. It is only shown: nothing is asked or concluded from it."""
        return self._figure

    def set_figure(self, figure: BodyFigure) -> None:
        """Let another body stand for the person."""
        if figure is not self._figure:
            self._figure = figure
            self.changed.emit()

    def choose_only(self, place: Place) -> None:
        """Touch a place in stead of those touched before. The answers stay: they are about the person."""
        if self._visit.places == (place,):
            return
        self._set_visit(replace(self._visit, places=(place,)), chosen=place)

    def toggle(self, place: Place) -> None:
        """Touch one more place, or take back a touched one."""
        visit = self._visit.touching(place)
        chosen = place if place in visit.places else (visit.places[-1] if visit.places else None)
        self._set_visit(visit, chosen=chosen)

    def swap_side(self) -> None:
        """Turn the chosen place to the other side of the body; everything else stays."""
        chosen = self._chosen
        if chosen is None or chosen.side in (None, Side.MIDDLE):
            return
        other = Place(chosen.region, chosen.side.other)
        if chosen in self._drawn:
            self._drawn.setdefault(other, self._drawn[chosen])  # the same pain, only on the other side
        places = tuple(dict.fromkeys(other if place == chosen else place for place in self._visit.places))
        self._set_visit(replace(self._visit, places=places), chosen=other)

    @Slot(str, object)
    def answer(self, question: str, value: AnswerValue | None) -> None:
        """Take an answer; None takes it back. Touching a story card says yes to each of its lines."""
        if self._visit.answers.get(question) == value:
            return
        self._swept.discard(question)
        if value is None:
            self._set_visit(self._visit.forgetting(question))
        else:
            self._set_visit(self._visit.answering({question: value}))

    def tell_story(self, story: str) -> None:
        """Say yes to the lines printed on a story card, to nothing else, and go on.

        It takes the place of a card that was touched before for one of the same places.
        """
        card = self._library.stories[StoryId(story)][1]
        self._take_back(one for one in self._told() if set(card.regions).intersection(self._regions_of(one)))
        self._leave_page({story: Answer.YES, **dict.fromkeys(card.needs, Answer.YES)}, swept=())

    def _told(self) -> tuple[StoryId, ...]:
        return tuple(one for one in self._library.stories if self._visit.answers.get(one) is Answer.YES)

    def _regions_of(self, story: StoryId) -> frozenset[RegionId]:
        return self._visit.regions.intersection(self._library.stories[story][1].regions)

    def _take_back(self, stories: Iterable[StoryId]) -> None:
        """Forget these story cards and their lines, save lines that another told card prints."""
        gone = tuple(stories)
        kept = {need for one in self._told() if one not in gone for need in self._library.stories[one][1].needs}
        lines = {need for one in gone for need in self._library.stories[one][1].needs} - kept
        self._visit = self._visit.forgetting(*gone, *lines)

    def none_of_these(self) -> None:
        """Answer no to exactly those rows of the page that have no answer, and go on."""
        if self._page is None:
            return
        self._take_back(one for one in self._told() if one in self._page.ids)
        rows = [row for row in self._page.ids if row != self._library.screens.age]
        swept = tuple(row for row in rows if self._visit.answers.get(row) is None)
        self._leave_page(dict.fromkeys(swept, Answer.NO), swept)

    def _leave_page(self, answers: Mapping[str, AnswerValue], swept: Iterable[str]) -> None:
        if self._page is not None:
            self._passed = [one for one in self._passed if one.ids != self._page.ids]
            self._passed.append(self._page)
        self._page = None
        self._set_visit(self._visit.answering(answers))
        self._swept.update(swept)

    def reopen(self, page: Page) -> None:
        """Show a page again, with its answers, so that they can be changed."""
        self._passed = [one for one in self._passed if one != page]
        self._page = page
        self.page_changed.emit()

    def back(self) -> None:
        """Show the page before this one."""
        if self._passed:
            self.reopen(self._passed[-1])

    def touched_by_mistake(self) -> None:
        """Take back the last act, the one that led here; every other answer stays."""
        if self._last_act is None:
            return
        before = self._last_act
        self._last_act = None
        chosen = self._chosen if self._chosen in before.places else (before.places[-1] if before.places else None)
        self._set_visit(before, chosen=chosen, remember=False)

    @Slot()
    def start_over(self) -> None:
        """Forget everything of this visit."""
        self._forget()
        self.started_over.emit()
        self.changed.emit()
        self.page_changed.emit()

    def _set_visit(self, visit: Visit, chosen: Place | None = None, *, remember: bool = True) -> None:
        if remember:
            self._last_act = self._visit
        places_changed = visit.places != self._visit.places
        questions_changed = (visit.regions, visit.two_sided) != (self._visit.regions, self._visit.two_sided)
        self._visit = visit
        if places_changed:
            self._chosen = chosen
            self._drawn = {place: drawn for place, drawn in self._drawn.items() if place in visit.places}
            self.places_changed.emit()
        self._assessment = assess(self._library, visit)
        is_new_page = questions_changed or self._page is None
        if is_new_page:
            self._keep_answered_rows()
            self._page = next_page(self._library, visit)
        self.changed.emit()
        if is_new_page:
            self.page_changed.emit()

    def _keep_answered_rows(self) -> None:
        """Let the answers of a page that another place breaks off be reopened like those of a page that was left."""
        if self._page is not None:
            answered = tuple(one for one in self._page.questions if one.id in self._visit.answers)
            if answered:
                self._passed.append(replace(self._page, questions=answered))

    def resume(self, visit: Visit) -> None:
        """Go on with what was touched and said, as after the library was read again."""
        self._set_visit(visit, chosen=visit.places[-1] if visit.places else None)

    def speak(self, library: Library) -> None:
        """Go on in another language: the same library with other texts. Nothing of the visit changes."""
        self._library = library
        self._assessment = assess(library, self._visit)
        self._passed = [self._worded(page) for page in self._passed]
        self._page = None if self._page is None else self._worded(self._page)

    def _worded(self, page: Page) -> Page:
        stories = self._library.stories
        questions = (
            replace(one, story=stories[one.story.id][1]) if one.story is not None else one for one in page.questions
        )
        return replace(page, questions=tuple(questions))

    def is_emergency(self) -> bool:
        """True once a rule asks for help at once; it ends the questions."""
        return self._assessment.level is Level.EMERGENCY

    def screen_title(self, screen: Screen) -> str:
        """The title of a screen, as the content words it."""
        return self._library.screens.titles[screen.value]
