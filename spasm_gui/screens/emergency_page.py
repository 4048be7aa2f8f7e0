"""An emergency ends the questions: the act in the largest type, what to say, what to do meanwhile, why; no more."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.knowledge.level import Level
from spasm_gui.screens.act_words import ActWords
from spasm_gui.screens.body_map_referred import referred_arrows, referred_picture
from spasm_gui.screens.body_map_values import LitPlace
from spasm_gui.screens.icons import icon_pixmap
from spasm_gui.screens.places_words import all_places, capitalised, joined
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import ForWhom, VisitModel
from spasm_gui.screens.words import RING_PX, Button, PageScroll, Picture, Text, column, line
from spasm_gui.screens.wrapping import WrappingButton, longest_word_px

MOST_STEPS = 5
MOST_REASONS = 2


class ActText(Text):
    """The act, in the largest type in which it stands in its place in few lines without breaking a word."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(text, theme, "display", bold=True)
        self.setObjectName("adviceWord")
        self.setMinimumWidth(1)
        self._largest_px = self.font().pixelSize()
        self._least_px = theme.font("panel_title").pixelSize()

    def fit(self, width: int, height: int) -> None:
        """Choose the size for a room, in pixels."""
        font = self.font()
        for pixels in range(self._largest_px, self._least_px - 1, -2):
            font.setPixelSize(pixels)
            metrics = QFontMetrics(font)
            wide = longest_word_px(self.text(), metrics)
            box = metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, self.text())
            if wide <= width and box.height() <= height:
                break
        if font.pixelSize() != self.font().pixelSize():
            self.setFont(font)


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
        drawing: BodyDrawing | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("emergency")
        self._drawing = drawing
        self._model, self._theme, self._acts = model, theme, acts
        direction = QBoxLayout.Direction.TopToBottom if portrait else QBoxLayout.Direction.LeftToRight
        layout = QBoxLayout(direction, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._portrait = portrait
        self._under_act: list[Text] = []
        self._filled = self._filled_half(portrait)
        self._margin = 32 if portrait else 52
        layout.addWidget(self._filled, 12)
        layout.addWidget(self._other_half(legal, portrait), 13)
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
        side = theme.base_px * (5.2 if portrait else 6) / max(1.0, theme.text_factor) ** 0.6
        self._shape_px = round(side)
        self._shape = Picture("level-emergency", on, self._shape_px)
        layout.addWidget(self._shape)
        layout.addSpacing(10)
        layout.addWidget(Text(self._model.library.act(Level.EMERGENCY).word, theme, "lead", bold=True))
        self._act = ActText(self._acts.act(Level.EMERGENCY), theme)
        layout.addWidget(self._act)
        layout.addSpacing(round(theme.base_px * 0.7))
        reasons = [one for one in self._model.assessment.reasons if one.level is Level.EMERGENCY]
        role = "panel_title" if portrait and theme.text_factor < 1.3 else "lead"
        for because in list(dict.fromkeys(one.rule.because for one in reasons))[:MOST_REASONS]:
            self._under_act.append(Text(because, theme, role))
        if self._acts.is_kiosk:
            self._under_act.append(Text(self.tr("Feeling faint? Sit down right here and call out."), theme, "lead"))
            nobody = self.tr("Nobody at the desk? {act}").format(act=self._acts.at_home(Level.EMERGENCY))
            self._under_act.append(Text(nobody, theme, "lead"))
        for text in self._under_act:
            layout.addWidget(text)
        layout.addStretch(2 if portrait else 3)
        half.setAccessibleName(self._acts.act(Level.EMERGENCY))
        return half

    def _other_half(self, legal: str, portrait: bool) -> QWidget:
        theme = self._theme
        half = QWidget()
        half.setObjectName("page")
        body = QWidget()
        layout = QVBoxLayout(body)
        side = 48 if self.is_roomy else 28
        layout.setContentsMargins(side, 36 if self.is_roomy else 20, side, 12)
        layout.setSpacing(14)
        layout.addWidget(self._say())
        layout.addSpacing(6)
        title = self.tr("While help comes") if self._acts.is_kiosk else self.tr("While you wait")
        layout.addWidget(Text(title, theme, "panel_title", bold=True))
        for number, step in enumerate(self._steps(), start=1):
            row = QHBoxLayout()
            row.setSpacing(14)
            badge = Text(str(number), theme, bold=True)
            badge_px = round(theme.base_px * 1.75)
            badge.setFixedSize(badge_px, badge_px)
            badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
            badge.setStyleSheet(
                f"background: {theme.colours['ink']}; color: {theme.colours['page']}; border-radius: {badge_px // 2}px;"
            )
            row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
            text = Text(step, theme, "lead")
            text.setMinimumHeight(badge_px)
            row.addWidget(text, 1)
            layout.addLayout(row)
        layout.addSpacing(4)
        layout.addWidget(line())
        why = QHBoxLayout()
        why.setSpacing(22)
        picture = self._referred() if self.is_roomy else None
        if picture is not None:
            why.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        why.addLayout(self._why(), 1)
        layout.addLayout(why)
        layout.addStretch(1)
        body.setObjectName("page")
        outer = column(4, (0, 0, 0, 12))
        outer.addWidget(PageScroll(body), 1)
        is_across = self.is_roomy or portrait  # else one below the other: wide words may not narrow the filled half
        below = QBoxLayout(QBoxLayout.Direction.LeftToRight if is_across else QBoxLayout.Direction.TopToBottom)
        below.setContentsMargins(side - RING_PX, 4, side - RING_PX, 0)
        below.setSpacing(4)
        below.addWidget(self._mistake_button(), 0 if self.is_roomy else 1)
        if self.is_roomy:
            below.addStretch(1)
        below.addWidget(self._start_over_button())
        outer.addLayout(below)
        legal_line = QHBoxLayout()
        legal_line.setContentsMargins(side, 0, side, 0)
        legal_line.setSpacing(8)
        legal_line.addWidget(Picture("shield", theme.colours["ink2"], round(theme.base_px)))
        legal_line.addWidget(Text(legal, theme, "legal", bold=True), 1)
        outer.addLayout(legal_line)
        half.setLayout(outer)
        return half

    @property
    def is_roomy(self) -> bool:
        """True while the text is not so large that margins would take its room."""
        return self._theme.text_factor < 1.3

    def _say(self) -> QFrame:
        theme, model = self._theme, self._model
        frame = QFrame()
        frame.setObjectName("sayThis")
        frame.setProperty("kind", "say")
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

    def _referred(self) -> QLabel | None:
        """The places with an arrow from what a rule spoke of; nothing where there is no such arrow."""
        model, drawing = self._model, self._drawing
        if drawing is None:
            return None
        places = model.visit.places
        side = round(self._theme.base_px * 9.4)
        for name in ("front", "back"):
            view = drawing.view(name)
            arrows = referred_arrows(model.library, places, model.assessment, view, only_spoken_of=True)
            if arrows:
                lit = [LitPlace(place.region, place.side.value) for place in places if place.side is not None]
                ratio = self.devicePixelRatioF()
                label = QLabel()
                label.setObjectName("referred")
                label.setPixmap(
                    referred_picture(drawing, view, self._theme.figure, lit, arrows, QSize(side, side), ratio)
                )
                label.setFixedSize(side, side)
                return label
        return None

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

    def _mistake_button(self) -> Button:
        return WrappingButton(
            self.tr("I touched this by mistake"),
            self._theme,
            icon_name="arrow-left",
            name="mistake",
            bold=True,
            on_click=self.mistake_reported.emit,
        )

    def _start_over_button(self) -> Button:
        return Button(
            self.tr("Start over"),
            self._theme,
            kind="link",
            icon_name="start-over",
            name="startOver",
            bold=True,
            on_click=self.start_over_requested.emit,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        half = 12 / 25
        width = self.width() if self._portrait else round(self.width() * half)
        height = round(self.height() * half) if self._portrait else self.height()
        for role in ("", "body", "small"):  # longer reasons in another language need their room; the act is never cut
            for text in self._under_act if role else ():
                text.setFont(self._theme.font(role))
            if self._fits(width, height):
                return

    def _fits(self, width: int, height: int) -> bool:
        """Fit the act, and the shape above it if need be, into the filled half; tell whether all of it has room."""
        shares = (0.42, 0.36, 0.3, 0.24, 0.18) if self._portrait else (0.45, 0.38, 0.3, 0.24, 0.18)
        inside = self._filled.layout()
        for factor in (1.0, 0.5):
            side = round(self._shape_px * factor)
            self._shape.setPixmap(icon_pixmap("level-emergency", self._theme.colours["on_emergency_fill"], side, 2.0))
            self._shape.setFixedSize(side, side)
            for share in shares:
                self._act.fit(width - 2 * self._margin, round(height * share))
                if inside is None or inside.totalHeightForWidth(width) <= height:
                    return True
        return False
