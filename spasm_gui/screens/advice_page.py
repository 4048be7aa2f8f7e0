"""The last page: what to do, why, what would change it, and what to watch for."""

import datetime
from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.self_care import SelfCare
from spasm_gui.reasoning.assessment import offered_self_care, would_change
from spasm_gui.screens.icons import picture_pixmap
from spasm_gui.screens.places_words import screen_name
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import PassedPage, VisitModel
from spasm_gui.screens.words import Button, Picture, Text, column, line

CHANGES_PER_LEVEL = 3
TWO_COLUMNS_PX = 760


class AdvicePage(QFrame):
    """The whole advice of a visit.

    Signals:
        page_reopened: a person wants to see a page of questions again. Carries the Page.
        cause_opened: a person wants to read about a cause. Carries its id.
        questions_requested: back to the questions.
    """

    page_reopened = Signal(object)
    cause_opened = Signal(str)
    questions_requested = Signal()

    def __init__(
        self, model: VisitModel, theme: Theme, acts: "ActWords", width: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._model, self._theme, self._acts = model, theme, acts
        assessment = model.assessment
        level = assessment.level or Level.PHYSICIAN
        self._level = level
        side = 28 if width > 560 else 16
        body = QWidget()
        body.setObjectName("panelBody")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(side, 6, side, 24)
        layout.setSpacing(20)
        direction = QBoxLayout.Direction.LeftToRight
        if width < TWO_COLUMNS_PX * theme.base_px / 17:
            direction = QBoxLayout.Direction.TopToBottom
        columns = QBoxLayout(direction)
        columns.setSpacing(28)
        left, right = column(18), column(18)
        columns.addLayout(left, 10)
        columns.addLayout(right, 7)
        layout.addLayout(columns)
        layout.addStretch(1)
        care = offered_self_care(model.library, model.visit, assessment)
        self._add_do_now(left)
        left.addWidget(line())
        self._add_why(left)
        self._add_change(left)
        left.addStretch(1)
        self._add_care(right, care)
        self._add_until(right)
        self._add_causes(right)
        self._add_passed(right)
        right.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        outer = column(0, (1, 1, 0, 0))
        banner = column(0, (side, 18, side, 10))
        banner.addWidget(self._banner())
        outer.addLayout(banner)
        outer.addWidget(scroll, 1)
        self.setLayout(outer)

    def _banner(self) -> QFrame:
        theme, assessment = self._theme, self._model.assessment
        frame = QFrame()
        frame.setObjectName("advice")
        frame.setProperty("level", self._level.value)
        row = QHBoxLayout(frame)
        row.setContentsMargins(24, 14, 20, 14)
        row.setSpacing(20)
        plain = theme.level_colours(self._level)[0]
        row.addWidget(Picture(f"level-{self._level.value}", plain, round(theme.base_px * 3.4)))
        act = self._model.library.act(self._level)
        texts = column(3)
        state = self.tr("Advice") if assessment.is_final else self.tr("Advice so far; some questions are open")
        texts.addWidget(Text(state, theme, "small", bold=True))
        title = Text(act.word, theme, "page_title", bold=True)
        title.setObjectName("adviceWord")
        texts.addWidget(title)
        texts.addWidget(Text(self._reason_line(), theme))
        row.addLayout(texts, 1)
        frame.setAccessibleName(f"{state}: {act.word}. {self._reason_line()}")
        return frame

    def _reason_line(self) -> str:
        assessment = self._model.assessment
        if assessment.reasons:
            return assessment.reasons[0].rule.because
        best = [one for one in assessment.best_causes if one.cause.is_self_limiting]
        if assessment.is_earned and best:
            return self.tr("{cause} fits best: %n of your answers speak for it.", "", len(best[0].fits)).format(
                cause=best[0].cause.name
            )
        return self._model.library.acts.unearned

    def _heading(self, text: str) -> Text:
        return Text(text, self._theme, "lead", bold=True)

    def _numbered(self, layout: QVBoxLayout, steps: Iterable[str]) -> None:
        theme = self._theme
        for number, step in enumerate(steps, start=1):
            row = QHBoxLayout()
            row.setSpacing(14)
            badge = Text(str(number), theme, "body", bold=True)
            badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
            side = round(theme.base_px * 1.75)
            badge.setFixedSize(side, side)
            badge.setStyleSheet(
                f"background: {theme.colours['ink']}; color: {theme.colours['page']}; border-radius: {side // 2}px;"
            )
            row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
            text = Text(step, theme)
            text.setMinimumHeight(side)
            row.addWidget(text, 1)
            layout.addLayout(row)

    def _add_do_now(self, layout: QVBoxLayout) -> None:
        assessment, library = self._model.assessment, self._model.library
        box = column(10)
        box.addWidget(self._heading(self.tr("Do this now")))
        best = [one.cause for one in assessment.best_causes if one.cause.is_self_limiting]
        if assessment.level is Level.SELF_TREAT and best:
            self._numbered(box, best[0].do_now)
            for text in best[0].then:
                box.addWidget(Text(text, self._theme, second=True))
        else:
            self._numbered(box, (self._acts.act(self._level), *library.act(self._level).meanwhile))
            for key in dict.fromkeys(r.rule.meanwhile for r in assessment.reasons if r.level is self._level):
                if key is not None:
                    for text in library.meanwhile(key).steps:
                        box.addWidget(self._bullet(text))
        layout.addLayout(box)

    def _bullet(self, text: str, icon_name: str = "check", colour: str = "accent") -> QWidget:
        row_widget = QWidget()
        row = QHBoxLayout(row_widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        mark = Picture(icon_name, self._theme.colours[colour], self._theme.icon_px)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(text, self._theme), 1)
        return row_widget

    def _add_why(self, layout: QVBoxLayout) -> None:
        model = self._model
        box = column(8)
        box.addWidget(self._heading(self.tr("Why this advice")))
        reasons = model.assessment.reasons
        for reason in reasons[:4]:
            box.addWidget(Text(reason.rule.because, self._theme))
            if reason.findings:
                said = "; ".join(model.library.findings[one].said for one in reason.findings)
                words = self.tr("You were not sure: {said}.") if reason.only_by_doubt else self.tr("You said: {said}.")
                box.addWidget(Text(words.format(said=said), self._theme, "small", second=True))
        if not reasons:
            box.addWidget(self._bullet(self.tr("None of the danger signs that were asked.")))
            best = model.assessment.best_causes if model.assessment.is_earned else ()
            for finding in dict.fromkeys(f for one in best for f in one.fits):
                box.addWidget(self._bullet(model.library.findings[finding].said))
            if not model.assessment.is_earned:
                box.addWidget(Text(model.library.acts.unearned, self._theme))
        layout.addLayout(box)

    def _add_change(self, layout: QVBoxLayout) -> None:
        model, theme = self._model, self._theme
        changes = would_change(model.library, model.visit, self._level)
        if not changes:
            return
        layout.addWidget(line())
        box = column(8)
        box.addWidget(
            self._heading(self.tr("If this happens later") if self._acts.is_kiosk else self.tr("What would change it"))
        )
        for level in sorted({change.level for change in changes}, reverse=True):
            said = [
                model.library.findings[change.finding].said
                for change in changes
                if change.level is level and change.answer == Answer.YES.value
            ]
            if not said:
                continue
            row = QHBoxLayout()
            row.setSpacing(10)
            plain, _, _, text_colour = theme.level_colours(level)
            row.addWidget(Picture(f"level-{level.value}", plain, theme.icon_px), 0, Qt.AlignmentFlag.AlignTop)
            texts = column(2)
            head = Text(self._acts.at_home(level), theme, bold=True)
            head.setStyleSheet(f"color: {text_colour};")
            texts.addWidget(head)
            more = len(said) - CHANGES_PER_LEVEL
            words = "; ".join(said[:CHANGES_PER_LEVEL])
            sentence = self.tr("if: {signs}").format(signs=words)
            if more > 0:
                sentence += self.tr("; or another sign from the questions (%n more)", "", more)
            texts.addWidget(Text(f"{sentence}.", theme))
            row.addLayout(texts, 1)
            box.addLayout(row)
        layout.addLayout(box)

    def _add_care(self, layout: QVBoxLayout, care: tuple[SelfCare, ...]) -> None:
        if not care:
            return
        box = column(8)
        box.addWidget(self._heading(self.tr("What you can do")))
        for one in care[:4]:
            box.addWidget(self._care_card(one))
        layout.addLayout(box)

    def _care_card(self, care: SelfCare) -> QFrame:
        theme = self._theme
        frame = QFrame()
        frame.setProperty("kind", "card")
        frame.setObjectName(f"selfCare.{care.id}")
        box = QVBoxLayout(frame)
        box.setContentsMargins(14, 12, 14, 14)
        box.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(14)
        if care.picture:
            picture = Picture("timer", theme.colours["accent"], theme.icon_px)
            pixmap = picture_pixmap("exercises", care.picture, 110, 110, 2.0)
            picture.setPixmap(pixmap)
            picture.setFixedSize(pixmap.deviceIndependentSize().toSize())
            head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        names = column(3)
        names.addWidget(Text(care.name, theme, bold=True))
        if care.hold_seconds:
            names.addWidget(Text(self.tr("Hold %n seconds", "", care.hold_seconds), theme, "small", second=True))
        names.addWidget(Text(care.repeats, theme, "small", second=True))
        names.addStretch(1)
        head.addLayout(names, 1)
        box.addLayout(head)
        for number, step in enumerate(care.steps, start=1):
            box.addWidget(Text(f"{number}. {step}", theme, "small"))
        box.addWidget(
            Text(self.tr("Stop if: {signs}").format(signs=" ".join(care.stop_if)), theme, "small", second=True)
        )
        return frame

    def _add_until(self, layout: QVBoxLayout) -> None:
        model = self._model
        box = column(8)
        best = [one.cause for one in model.assessment.best_causes if one.cause.is_self_limiting]
        if self._level is Level.SELF_TREAT and best and best[0].better_by is not None:
            better_by = best[0].better_by
            day = datetime.date.today() + datetime.timedelta(days=better_by.days)
            date = QLocale().toString(day, QLocale.FormatType.LongFormat)  # type: ignore[call-overload]
            until = self.tr("{text} That is until {date}.").format(text=better_by.text, date=date)
            avoid = best[0].avoid
        else:
            until, avoid = self._acts.until(self._level), ()
        box.addWidget(self._heading(self.tr("Until when")))
        box.addWidget(self._bullet(until, "calendar", "ink2"))
        for text in avoid:
            box.addWidget(self._bullet(text, "close", "ink2"))
        layout.addLayout(box)

    def _add_causes(self, layout: QVBoxLayout) -> None:
        assessment = self._model.assessment
        shown = [one for one in assessment.causes if one.fits or one.fit.value == "fits"][:3]
        if not shown:
            return
        box = column(0)
        box.addWidget(self._heading(self.tr("Read about it")))
        for one in shown:
            box.addWidget(
                Button(
                    one.cause.name,
                    self._theme,
                    kind="link",
                    icon_name="book",
                    name=f"cause.{one.cause.id}",
                    on_click=partial(self.cause_opened.emit, one.cause.id),
                ),
                0,
                Qt.AlignmentFlag.AlignLeft,
            )
        layout.addLayout(box)

    def _add_passed(self, layout: QVBoxLayout) -> None:
        passed = self._model.passed
        if not passed:
            return
        box = column(2)
        box.addWidget(self._heading(self.tr("Your answers")))
        for one in passed:
            box.addWidget(
                Button(
                    self._passed_words(one),
                    self._theme,
                    kind="link",
                    icon_name="pen",
                    name=f"reopen.{one.page.screen.value}",
                    on_click=partial(self.page_reopened.emit, one.page),
                ),
                0,
                Qt.AlignmentFlag.AlignLeft,
            )
        layout.addLayout(box)

    def _passed_words(self, passed: PassedPage) -> str:
        title = screen_name(passed.page.screen)
        if not passed.swept:
            return self.tr("{screen}: change").format(screen=title)
        return self.tr("{screen}: none of %n. Change", "", len(passed.swept)).format(screen=title)


class ActWords:
    """The words of each level for the place where the program runs: a home, or a clinic's kiosk."""

    def __init__(
        self,
        model: VisitModel,
        emergency_number: str,
        *,
        is_kiosk: bool,
        clinic_acts: Mapping[Level, str] | None = None,
    ) -> None:
        self._model = model
        self._number = emergency_number
        self.is_kiosk = is_kiosk
        self._clinic_acts = clinic_acts or {}

    def act(self, level: Level) -> str:
        """What to do at a level, here: in the clinic's own words where it gave some."""
        if level in self._clinic_acts:
            return self._filled(self._clinic_acts[level])
        act = self._model.library.act(level)
        return self._filled(act.on_kiosk if self.is_kiosk else act.at_home)

    def at_home(self, level: Level) -> str:
        """What to do at a level once at home."""
        return self._filled(self._model.library.act(level).at_home)

    def until(self, level: Level) -> str:
        """Until when, and what if not."""
        return self._filled(self._model.library.act(level).until)

    def _filled(self, text: str) -> str:
        return text.replace("{number}", self._number)
