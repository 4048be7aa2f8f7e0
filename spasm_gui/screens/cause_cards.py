"""What may be behind it: dangerous causes to rule out in a calm strip of their own, then the causes, best first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spasm_gui.knowledge.cause import HowCommon, Seriousness
from spasm_gui.reasoning.assessment import Assessment
from spasm_gui.reasoning.fit import Fit, RankedCause
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Button, CardButton, Picture, Text, column, see_through

SHOWN_AT_FIRST = 6


class CauseCard(CardButton):
    """One cause: its names, what fits and what speaks against, how common and how serious."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "", parent)
        self._theme = theme
        self.cause_id = ""
        self._name = Text("", theme, "section", bold=True)
        self._clinical = Text("", theme, "small", italic=True, second=True)
        self._counted = Text("", theme, "small")
        self._common = Text("", theme, "small", second=True)
        self._serious = Text("", theme, "small", second=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 16, 14)
        row.setSpacing(12)
        left = column(3)
        right = column(3)
        for text in (self._name, self._clinical, self._counted):
            left.addWidget(see_through(text))
        for text in (self._common, self._serious):
            text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            right.addWidget(see_through(text))
        right.addStretch(1)
        row.addLayout(left, 3)
        row.addLayout(right, 1)
        arrow = Picture("arrow-right", theme.colours["accent"], theme.icon_px)
        row.addWidget(see_through(arrow), 0, Qt.AlignmentFlag.AlignVCenter)

    def show_cause(self, ranked: RankedCause) -> None:
        """Show a cause and how it stands."""
        cause = ranked.cause
        self.cause_id = cause.id
        self.setObjectName(f"cause.{cause.id}")
        self._name.setText(cause.name)
        self._clinical.setText(cause.clinical_name)
        self._clinical.setVisible(cause.clinical_name.lower() != cause.name.lower())
        counted = self.counting(ranked)
        self._counted.setText(counted)
        self._counted.setVisible(bool(counted))
        self._common.setText(self.how_common(cause.how_common))
        self._serious.setText(self.how_serious(cause.seriousness))
        self.setAccessibleName(
            f"{cause.name}. {cause.clinical_name}. {counted} {self._common.text()}. {self._serious.text()}."
        )
        self.updateGeometry()

    def counting(self, ranked: RankedCause) -> str:
        """What fits and what speaks against, drawn as counting."""
        parts = []
        if ranked.fits:
            parts.append("●" * len(ranked.fits) + " " + self.tr("fits %n of your answers", "", len(ranked.fits)))
        if ranked.against:
            parts.append("×" * len(ranked.against) + " " + self.tr("%n against", "", len(ranked.against)))
        return "   ".join(parts)

    def how_common(self, how_common: HowCommon) -> str:
        """The word for how common a cause is."""
        return {
            HowCommon.COMMON: self.tr("Common"),
            HowCommon.UNCOMMON: self.tr("Uncommon"),
            HowCommon.RARE: self.tr("Rare"),
        }[how_common]

    def how_serious(self, seriousness: Seriousness) -> str:
        """The words for how serious a cause is."""
        return {
            Seriousness.SELF_LIMITING: self.tr("Settles by itself"),
            Seriousness.NEEDS_PHYSICIAN: self.tr("Needs a physician"),
            Seriousness.URGENT: self.tr("Needs help soon"),
            Seriousness.EMERGENCY: self.tr("Needs help at once"),
        }[seriousness]


class CauseCards(QWidget):
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
        self._strip_text = Text("", theme)
        inside = QHBoxLayout(self._strip)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(12)
        mark = Picture("shield", theme.colours["ink2"], theme.icon_px)
        inside.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self._strip_text, 1)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._more = Button("", theme, kind="link", name="allCauses", icon_name="chevron-down", on_click=self._show_all)
        layout = column(10)
        self.setLayout(layout)
        layout.addWidget(Text(self.tr("What may be behind it"), theme, "lead", bold=True))
        layout.addWidget(self._strip)
        layout.addLayout(self._list)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the causes in their present order."""
        self._assessment = assessment
        dangerous = [one.cause.name for one in assessment.to_rule_out]
        self._strip.setVisible(bool(dangerous))
        names = "; ".join(name[:1].lower() + name[1:] for name in dangerous)
        self._strip_text.setText(self.tr("Be sure to rule out: {names}.").format(names=names))
        shown = [one for one in assessment.causes if one.fit is not Fit.CANNOT_FIT]
        hidden = [one for one in assessment.causes if one.fit is Fit.CANNOT_FIT]
        every = [*shown, *hidden]
        count = len(every) if self._shows_all else min(SHOWN_AT_FIRST, len(every))
        while len(self._cards) < count:
            card = CauseCard(self._theme)
            card.clicked.connect(lambda _checked=False, card=card: self.cause_opened.emit(card.cause_id))
            self._cards.append(card)
            self._list.addWidget(card)
        for index, card in enumerate(self._cards):
            card.setVisible(index < count)
            if index < count:
                card.show_cause(every[index])
        rest = len(every) - count
        self._more.setVisible(rest > 0)
        self._more.set_text(self.tr("Show %n more", "", rest))

    def _show_all(self) -> None:
        self._shows_all = True
        if self._assessment is not None:
            self.show_assessment(self._assessment)
