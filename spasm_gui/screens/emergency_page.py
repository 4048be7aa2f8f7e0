"""An emergency ends the questions: the act in the largest type, what to say, what to do meanwhile, why. Nothing else."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from spasm_gui.knowledge.level import Level
from spasm_gui.screens.advice_page import ActWords
from spasm_gui.screens.places_words import all_places, capitalised, joined
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import ForWhom, VisitModel
from spasm_gui.screens.words import Button, Picture, Text, column, line

MOST_STEPS = 5


class EmergencyPage(QFrame):
    """The whole window in an emergency.

    Signals:
        mistake_reported: the last touch was a mistake; that question is asked again.
        start_over_requested: a new visit.
    """

    mistake_reported = Signal()
    start_over_requested = Signal()

    def __init__(
        self,
        model: VisitModel,
        theme: Theme,
        acts: ActWords,
        legal: str,
        *,
        portrait: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("emergency")
        self._model, self._theme, self._acts = model, theme, acts
        direction = QBoxLayout.Direction.TopToBottom if portrait else QBoxLayout.Direction.LeftToRight
        layout = QBoxLayout(direction, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._filled_half(portrait), 4 if portrait else 12)
        layout.addWidget(self._other_half(legal), 6 if portrait else 13)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, acts.act(Level.EMERGENCY)))

    def _filled_half(self, portrait: bool) -> QFrame:
        theme = self._theme
        half = QFrame()
        half.setObjectName("advice")
        half.setProperty("level", Level.EMERGENCY.value)
        half.setStyleSheet("QFrame#advice { border-radius: 0; border: none; }")
        on = theme.colours["on_emergency_fill"]
        layout = QVBoxLayout(half)
        margin = 32 if portrait else 52
        layout.setContentsMargins(margin, margin // 2, margin, margin // 2)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(Picture("level-emergency", on, round(theme.base_px * (4.4 if portrait else 6))))
        layout.addSpacing(10)
        layout.addWidget(Text(self._model.library.act(Level.EMERGENCY).word, theme, "lead", bold=True))
        act = Text(
            self._acts.act(Level.EMERGENCY), theme, "display" if not self._acts.is_kiosk else "question", bold=True
        )
        act.setObjectName("adviceWord")
        layout.addWidget(act)
        layout.addSpacing(10)
        reasons = [one for one in self._model.assessment.reasons if one.level is Level.EMERGENCY]
        for reason in reasons[:2]:
            layout.addWidget(Text(reason.rule.because, theme, "lead"))
        layout.addStretch(3)
        half.setAccessibleName(self._acts.act(Level.EMERGENCY))
        return half

    def _other_half(self, legal: str) -> QWidget:
        theme = self._theme
        half = QWidget()
        half.setObjectName("page")
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(40, 28, 32, 12)
        layout.setSpacing(14)
        layout.addStretch(1)
        layout.addWidget(self._say())
        layout.addSpacing(6)
        layout.addWidget(Text(self.tr("While you wait"), theme, "panel_title", bold=True))
        for number, step in enumerate(self._steps(), start=1):
            row = QHBoxLayout()
            row.setSpacing(14)
            badge = Text(str(number), theme, bold=True)
            side = round(theme.base_px * 1.75)
            badge.setFixedSize(side, side)
            badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
            badge.setStyleSheet(
                f"background: {theme.colours['ink']}; color: {theme.colours['page']}; border-radius: {side // 2}px;"
            )
            row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
            text = Text(step, theme, "lead")
            text.setMinimumHeight(side)
            row.addWidget(text, 1)
            layout.addLayout(row)
        layout.addWidget(line())
        layout.addLayout(self._why())
        layout.addStretch(2)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        body.setObjectName("page")
        outer = column(4, (0, 0, 0, 10))
        outer.addWidget(scroll, 1)
        outer.addLayout(self._below())
        legal_line = Text(legal, theme, "legal", second=True)
        legal_line.setContentsMargins(40, 0, 32, 0)
        outer.addWidget(legal_line)
        half.setLayout(outer)
        return half

    def _say(self) -> QFrame:
        theme, model = self._theme, self._model
        frame = QFrame()
        frame.setProperty("kind", "list")
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(22, 16, 22, 18)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Picture("person" if self._acts.is_kiosk else "phone", theme.colours["ink"], theme.icon_px))
        title = self.tr("For the front desk") if self._acts.is_kiosk else self.tr("Say this on the telephone")
        head.addWidget(Text(title, theme, bold=True), 1)
        layout.addLayout(head)
        places = joined(all_places(model.library, model.visit, ForWhom.SOMEONE))
        reasons = [one for one in model.assessment.reasons if one.level is Level.EMERGENCY]
        said = [model.library.findings[f].said for one in reasons for f in one.findings]
        sentence = ". ".join(dict.fromkeys([*said, self.tr("It hurts here: {places}").format(places=places)]))
        layout.addWidget(Text(f"“{capitalised(sentence)}.”", theme, "panel_title", bold=True))
        return frame

    def _steps(self) -> tuple[str, ...]:
        library = self._model.library
        reasons = [one for one in self._model.assessment.reasons if one.level is Level.EMERGENCY]
        keys = dict.fromkeys(one.rule.meanwhile for one in reasons if one.rule.meanwhile is not None)
        special = [step for key in keys for step in library.meanwhile(key).steps]
        steps = dict.fromkeys([*special, *(() if special else library.act(Level.EMERGENCY).meanwhile)])
        return tuple(steps)[:MOST_STEPS]

    def _why(self) -> QVBoxLayout:
        model, theme = self._model, self._theme
        layout = column(4)
        layout.addWidget(Text(self.tr("Why"), theme, "section", bold=True))
        reasons = [one for one in model.assessment.reasons if one.level is Level.EMERGENCY]
        said = [model.library.findings[f].said for one in reasons for f in one.findings]
        if said:
            words = self.tr("You were not sure: {said}.") if reasons[0].only_by_doubt else self.tr("You said: {said}.")
            layout.addWidget(Text(words.format(said="; ".join(dict.fromkeys(said))), theme))
        places = joined(all_places(model.library, model.visit, model.for_whom))
        layout.addWidget(Text(self.tr("You touched {places}.").format(places=places), theme))
        layout.addWidget(
            Text(
                self.tr("Nothing else was asked, because nothing could change this advice."),
                theme,
                "small",
                second=True,
            )
        )
        return layout

    def _below(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(36, 4, 28, 0)
        row.addWidget(
            Button(
                self.tr("I touched this by mistake"),
                self._theme,
                icon_name="arrow-left",
                name="mistake",
                on_click=self.mistake_reported.emit,
            )
        )
        row.addStretch(1)
        row.addWidget(
            Button(
                self.tr("Start over"),
                self._theme,
                kind="link",
                icon_name="start-over",
                name="startOver",
                bold=True,
                on_click=self.start_over_requested.emit,
            )
        )
        return row
