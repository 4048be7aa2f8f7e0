"""What may be behind it: dangerous causes to rule out in a calm strip of their own, then the causes, best first."""

from PySide6.QtCore import QCoreApplication, QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spasm_gui.knowledge.cause import Cause, HowCommon, Seriousness
from spasm_gui.reasoning.assessment import Assessment
from spasm_gui.reasoning.fit import Fit, RankedCause
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import (
    RING_PX,
    Box,
    Button,
    CardButton,
    Dot,
    Picture,
    Text,
    column,
    inset,
    see_through,
    set_shown,
)

SHOWN_AT_FIRST = 6
NAMES_AT_FIRST = 4
_MARK_STEP = 0.78  # from one dot to the next, in heights of text


class Counting(Box):
    """Counting drawn as counting: a dot for each answer that fits, a cross for each that speaks against, and words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = _Marks(theme)
        self._text = Text("", theme, "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._marks, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)

    def show_counts(self, fits: int, against: int) -> None:
        """Show how many answers fit and how many speak against; nothing at all when none does."""
        self._marks.show_counts(fits, against)
        self._text.setText(self.words(fits, against))
        set_shown(self, bool(fits or against))

    def words(self, fits: int, against: int) -> str:
        """The counts in words."""
        if fits and against:
            return self.tr("fits {fits} of your answers, {against} against").format(fits=fits, against=against)
        if fits:
            return self.tr("fits {fits} of your answers").format(fits=fits)
        return self.tr("{against} of your answers against").format(against=against) if against else ""


class _Marks(QWidget):
    """The dots and crosses."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._counts = (0, 0)

    def show_counts(self, fits: int, against: int) -> None:
        self._counts = (fits, against)
        step = self._theme.base_px * _MARK_STEP
        self.setFixedSize(round(step * (fits + against)), round(step))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        step = self._theme.base_px * _MARK_STEP
        reach = step * 0.38
        ink, second = self._theme.colour("ink"), self._theme.colour("ink2")
        fits, against = self._counts
        for index in range(fits + against):
            middle = QPointF(step * (index + 0.5), step / 2)
            if index < fits:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink)
                painter.drawEllipse(middle, reach, reach)
            else:
                painter.setPen(QPen(second, max(1.6, reach * 0.4)))
                for slope in (1, -1):
                    arm = QPointF(reach * 0.8, reach * 0.8 * slope)
                    painter.drawLine(middle - arm, middle + arm)
        painter.end()


class CauseCard(CardButton):
    """One cause: its names, what fits and what speaks against, how common and how serious."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "", parent)
        self._theme = theme
        self._shown: tuple[Cause, int, int] | None = None
        self.cause_id = ""
        self._name = Text("", theme, "section", bold=True)
        self._clinical = Text("", theme, "small", italic=True, second=True)
        self._counted = Counting(theme)
        self._common = Text("", theme, "small", second=True)
        self._serious = Text("", theme, "small", second=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 18, 12)
        row.setSpacing(14)
        left = column(2)
        right = column(1)
        for text in (self._name, self._clinical, self._counted):
            left.addWidget(see_through(text))
        for text in (self._common, self._serious):
            text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            right.addWidget(see_through(text))
        left.insertStretch(0, 1)
        left.addStretch(1)
        right.insertStretch(0, 1)
        right.addStretch(1)
        row.addLayout(left, 3)
        row.addLayout(right, 1)
        arrow = Picture("arrow-right", theme.colours["accent"], theme.icon_px)
        row.addWidget(see_through(arrow), 0, Qt.AlignmentFlag.AlignVCenter)

    def show_cause(self, ranked: RankedCause) -> None:
        """Show a cause and how it stands."""
        cause, fits, against = ranked.cause, len(ranked.fits), len(ranked.against)
        was, self._shown = self._shown, (cause, fits, against)
        if was is not None and was[0] is cause and was[1:] == (fits, against):
            return
        self.cause_id = cause.id
        self.setObjectName(f"cause.{cause.id}")
        self._name.setText(cause.name)
        self._clinical.setText(cause.clinical_name)
        set_shown(self._clinical, cause.clinical_name.lower() != cause.name.lower())
        self._counted.show_counts(fits, against)
        counted = self._counted.words(fits, against)
        self._common.setText(how_common(cause.how_common))
        self._serious.setText(how_serious(cause.seriousness))
        self.setAccessibleName(
            f"{cause.name}. {cause.clinical_name}. {counted} {self._common.text()}. {self._serious.text()}."
        )
        self.updateGeometry()


def how_common(how_common: HowCommon) -> str:
    """The word for how common a cause is."""
    return {
        HowCommon.COMMON: QCoreApplication.translate("CauseCard", "Common"),
        HowCommon.UNCOMMON: QCoreApplication.translate("CauseCard", "Uncommon"),
        HowCommon.RARE: QCoreApplication.translate("CauseCard", "Rare"),
    }[how_common]


def how_serious(seriousness: Seriousness) -> str:
    """The words for how serious a cause is."""
    return {
        Seriousness.SELF_LIMITING: QCoreApplication.translate("CauseCard", "Settles by itself"),
        Seriousness.NEEDS_PHYSICIAN: QCoreApplication.translate("CauseCard", "Needs a physician"),
        Seriousness.URGENT: QCoreApplication.translate("CauseCard", "Needs help soon"),
        Seriousness.EMERGENCY: QCoreApplication.translate("CauseCard", "Needs help at once"),
    }[seriousness]


class _Name(Box):
    """One cause to rule out: a dot and its name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = Text("", theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Dot(theme), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)


class CauseCards(Box):
    """All causes of the touched places. Cards are reused when the order changes.

    Signals:
        cause_opened: a person wants to read about a cause. Carries its id.
    """

    cause_opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: list[CauseCard] = []
        self._assessment: Assessment | None = None
        self._shows_all = False
        self._strip = QFrame()
        self._strip.setProperty("kind", "dashed")
        self._strip.setObjectName("ruleOut")
        self._names: list[_Name] = []
        self._name_list = column(1)
        self._shows_all_names = False
        self._all_names = Button("", theme, kind="link", name="allToRuleOut", on_click=self._show_all_names)
        inside = QHBoxLayout(self._strip)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(12)
        mark = Picture("question", theme.colours["ink2"], theme.icon_px)
        inside.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        texts = column(4)
        texts.addWidget(Text(self.tr("Be sure to rule out"), theme, bold=True))
        texts.addLayout(self._name_list)
        texts.addWidget(self._all_names, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(texts, 1)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._more = Button("", theme, kind="link", name="allCauses", icon_name="chevron-down", on_click=self._show_all)
        layout = column(8)
        self.setLayout(layout)
        layout.addWidget(inset(Text(self.tr("What may be behind it"), theme, "lead", bold=True)))
        around = column(0, (RING_PX, 0, RING_PX, 0))
        around.addWidget(self._strip)
        layout.addLayout(around)
        layout.addLayout(self._list)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the causes in their present order."""
        self._assessment = assessment
        self._show_names([one.cause.name for one in assessment.to_rule_out])
        shown = [one for one in assessment.causes if one.fit is not Fit.CANNOT_FIT]
        hidden = [one for one in assessment.causes if one.fit is Fit.CANNOT_FIT]
        every = [*shown, *hidden]
        count = len(every) if self._shows_all else min(SHOWN_AT_FIRST, len(every))
        while len(self._cards) < count:
            self.add_card()
        for index, card in enumerate(self._cards):
            set_shown(card, index < count)
            if index < count:
                card.show_cause(every[index])
        rest = len(every) - count
        set_shown(self._more, rest > 0)
        self._more.set_text(self.tr("Show {rest} more").format(rest=rest))

    def add_card(self) -> CauseCard:
        """Make one more card, before it is needed or because it is."""
        card = CauseCard(self._theme)
        card.clicked.connect(lambda _checked=False: self.cause_opened.emit(card.cause_id))
        self._cards.append(card)
        self._list.addWidget(card)
        return card

    def _show_names(self, dangerous: list[str]) -> None:
        set_shown(self._strip, bool(dangerous))
        is_short = self._shows_all_names or len(dangerous) <= NAMES_AT_FIRST + 1
        shown = dangerous if is_short else dangerous[:NAMES_AT_FIRST]
        while len(self._names) < len(shown):
            name = _Name(self._theme)
            self._names.append(name)
            self._name_list.addWidget(name)
        for index, name in enumerate(self._names):
            set_shown(name, index < len(shown))
            if index < len(shown):
                name.words.setText(shown[index])
        rest = len(dangerous) - len(shown)
        set_shown(self._all_names, rest > 0)
        self._all_names.set_text(self.tr("and {rest} more").format(rest=rest))

    def _show_all_names(self) -> None:
        self._shows_all_names = True
        if self._assessment is not None:
            self.show_assessment(self._assessment)

    def _show_all(self) -> None:
        self._shows_all = True
        if self._assessment is not None:
            self.show_assessment(self._assessment)
