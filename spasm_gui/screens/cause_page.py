"""A cause in full: what happens and where it disturbs a movement, what to do, when to be seen, how sure we are."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.explaining import disturbed_links
from spasm_gui.knowledge.cause import Cause, CauseId, EvidenceStrength
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.movement import LinkId
from spasm_gui.knowledge.source import GENERAL_KNOWLEDGE
from spasm_gui.screens.advice_page import ActWords
from spasm_gui.screens.cause_cards import Counting, how_common, how_serious
from spasm_gui.screens.cause_figure import CauseFigure
from spasm_gui.screens.chain import MovementChain
from spasm_gui.screens.flow import FlowBox
from spasm_gui.screens.page_head import page_head
from spasm_gui.screens.page_room import LARGE_TEXT
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.words import RING_PX, Button, Dot, PageScroll, Picture, Text, column, line
from spasm_gui.screens.wrapping import WrappingButton

LONG_NAME = 40

_BESIDE_FROM = 46.0  # heights of text; a narrower page has the figure above its text
_COUNTING_EM = 18  # how wide what fits and what speaks against is beside the clinical name
_FIGURE_SHARE = 0.3
_FLAT_HEIGHT = 17.0  # heights of text


class CausePage(QFrame):
    """The full explanation of one cause.

    Signals:
        closed: back to where the person came from.
        compare_requested: this cause is to stand beside others. Carries its id.
        explain_requested: this cause is to be explained to somebody, large. Carries its id.
        plan_requested: somebody who examined the person chooses from its exercises. Never on a kiosk.
    """

    closed = Signal()
    compare_requested = Signal(str)
    explain_requested = Signal(str)
    plan_requested = Signal()

    def __init__(
        self,
        cause_id: CauseId,
        model: VisitModel,
        theme: Theme,
        acts: ActWords,
        width: int,
        *,
        drawing: BodyDrawing | None = None,
        can_explain: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._model, self._theme, self._acts, self._can_explain = model, theme, acts, can_explain
        self._folds: list[tuple[Button, QWidget]] = []
        self._cause: Cause = model.library.causes[cause_id]
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        figure: CauseFigure | None = None
        is_beside = width >= _BESIDE_FROM * theme.base_px
        if drawing is not None:
            figure = CauseFigure(self._cause, model, drawing, theme, is_flat=not is_beside)
            if is_beside:
                figure.setFixedWidth(round(width * _FIGURE_SHARE))
                page.addWidget(figure)
                width -= figure.width()
            else:
                figure.setFixedHeight(round(_FLAT_HEIGHT * theme.base_px))
        side = 28 if width > 560 else 16
        body = QWidget()
        body.setObjectName("panelBody")
        self._is_large = theme.text_factor > LARGE_TEXT
        inside = QVBoxLayout(body)
        outer = column(0, (1, 1, 0, 0))
        outer.addLayout(self._head(side, width - 2 * side, inside))
        self._fill(inside, side, width, None if is_beside else figure)
        self._scroll = PageScroll(body)
        outer.addWidget(self._scroll, 1)
        page.addLayout(outer, 1)

    def _fill(self, layout: QVBoxLayout, side: int, width: int, figure: CauseFigure | None) -> None:
        """The page below its head. A figure that does not stand beside it comes first."""
        cause, theme, library = self._cause, self._theme, self._model.library
        layout.setContentsMargins(side, 4, side, 24)
        layout.setSpacing(16)
        layout.addWidget(Text(cause.summary, theme, "lead"))
        if figure is not None:
            layout.addWidget(figure)
        layout.addWidget(
            Text(self.tr("How a movement works, and where this cause disturbs it"), theme, "lead", bold=True)
        )
        chain = MovementChain(library, theme, disturbed_links(library, cause), cause.disturbance, width - 2 * side)
        chain.link_opened.connect(self._show_link)
        layout.addWidget(chain)
        self._link_text = Text("", theme)
        self._link_text.hide()
        layout.addWidget(self._link_text)
        is_wide = width > 760 * theme.base_px / 17
        halves = QBoxLayout(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        halves.setSpacing(28)
        left, right = column(16), column(16)
        halves.addLayout(left, 1)
        halves.addLayout(right, 1)
        layout.addLayout(halves)
        self._fill_left(left)
        self._fill_right(right)
        left.addStretch(1)
        right.addStretch(1)
        layout.addWidget(line())
        self._add_background(layout)
        layout.addStretch(1)

    def _head(self, side: int, room_px: int, body: QVBoxLayout) -> QVBoxLayout:
        """Names and facts with their buttons. In a large type only the buttons stay; the rest goes into the body."""
        cause, theme = self._cause, self._theme
        head = column(2, (side, 12, side, 8))
        buttons = []
        if self._can_explain:
            explain = Button(self.tr("Explain"), theme, icon_name="pen", name="explainCause")
            explain.clicked.connect(lambda _checked=False: self.explain_requested.emit(cause.id))
            buttons.append(explain)
        compare = Button(self.tr("Compare"), theme, icon_name="compare", name="compare")
        compare.clicked.connect(lambda _checked=False: self.compare_requested.emit(cause.id))
        buttons.append(compare)
        back = Button(self.tr("Back"), theme, icon_name="arrow-left", name="closeCause", on_click=self.closed.emit)
        buttons.append(back)
        title = Text(cause.name, theme, "page_title", bold=True)
        title.setObjectName("causeTitle")
        if self._is_large:
            head.addLayout(page_head(None, buttons, theme, room_px))
            body.addWidget(title)
            body.addLayout(self._facts(room_px))
        else:
            head.addLayout(page_head(title, buttons, theme, room_px))
            head.addLayout(self._facts(room_px))
        return head

    def _facts(self, room_px: int) -> QVBoxLayout:
        """The clinical name, what fits, how common and how serious."""
        cause, theme = self._cause, self._theme
        facts = column(2)
        parts: list[QWidget] = []
        clinical = Text(cause.clinical_name, theme, italic=True, second=True)
        if cause.clinical_name.lower() != cause.name.lower():
            parts.append(clinical)
        ranked = next((one for one in self._model.assessment.causes if one.cause.id == cause.id), None)
        if ranked is not None and (ranked.fits or ranked.against):
            counting = Counting(theme, self)
            counting.show_counts(len(ranked.fits), len(ranked.against))
            parts.append(counting)
        if clinical.fontMetrics().horizontalAdvance(clinical.text()) + _COUNTING_EM * theme.base_px < room_px:
            clinical.setWordWrap(False)
            under = QHBoxLayout()
            under.setSpacing(18)
            for part in parts:
                under.addWidget(part, 0 if part is clinical else 1)
            under.addStretch(1)
            facts.addLayout(under)
        else:
            for part in parts:
                facts.addWidget(part)
        said = f"{how_common(cause.how_common)}. {how_serious(cause.seriousness)}."
        facts.addWidget(Text(said, theme, "small", second=True))
        return facts

    @Slot(str)
    def _show_link(self, link_id: str) -> None:
        link = self._model.library.links[LinkId(link_id)]
        self._link_text.setText(f"{link.name}: {link.text} {link.can_go_wrong}")
        self._link_text.show()

    def _part(self, layout: QVBoxLayout, title: str, texts: Iterable[str], icon_name: str = "") -> None:
        texts = tuple(texts)
        if not texts:
            return
        box = column(6)
        if title:
            box.addWidget(Text(title, self._theme, "section", bold=True))
        for text in texts:
            if not icon_name:
                box.addWidget(Text(text, self._theme))
                continue
            row = QHBoxLayout()
            row.setSpacing(10)
            if icon_name == "dot":
                row.addWidget(Dot(self._theme), 0, Qt.AlignmentFlag.AlignTop)
            else:
                mark = Picture(icon_name, self._theme.colours["ink2"], self._theme.icon_px)
                row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(text, self._theme), 1)
            box.addLayout(row)
        layout.addLayout(box)

    def _fill_left(self, layout: QVBoxLayout) -> None:
        cause, library = self._cause, self._model.library
        self._part(layout, self.tr("What happens"), (cause.mechanism,))
        self._part(layout, self.tr("What speaks for it"), (library.findings[f].said for f in cause.fits), "dot")
        self._part(
            layout, self.tr("What speaks against it"), (library.findings[f].said for f in cause.against), "close"
        )
        self._part(layout, self.tr("Who gets it more often"), cause.risk_groups, "dot")

    def _fill_right(self, layout: QVBoxLayout) -> None:
        cause = self._cause
        self._part(layout, self.tr("What to do"), (*cause.do_now, *cause.then), "dot")
        self._when(layout)
        care = tuple(self._model.library.self_care[one].name for one in cause.self_care)
        self._part(layout, self.tr("Stretches and positions, if the checklist allows them"), care, "timer")
        if care and not self._theme.is_kiosk:
            words = self.tr("Choose exercises for a person you examined")
            button = WrappingButton(words, self._theme, kind="link", icon_name="pen", name="planExamined")
            button.clicked.connect(self.plan_requested)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._part(layout, self.tr("Leave out"), cause.avoid, "close")

    def _when(self, layout: QVBoxLayout) -> None:
        theme, cause = self._theme, self._cause
        lists = (
            (Level.EMERGENCY, cause.emergency_when),
            (Level.SAME_DAY, cause.same_day_when),
            (Level.PHYSICIAN, cause.physician_when),
        )
        for level, texts in lists:
            if not texts:
                continue
            plain, _, _, text_colour = theme.level_colours(level)
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(Picture(f"level-{level.value}", plain, theme.icon_px), 0, Qt.AlignmentFlag.AlignTop)
            box = column(2)
            head = Text(self.tr("If this: {act}").format(act=self._acts.short(level)), theme, bold=True)
            head.setStyleSheet(f"color: {text_colour};")
            box.addWidget(head)
            for text in texts:
                box.addWidget(Text(text, theme))
            row.addLayout(box, 1)
            layout.addLayout(row)

    def _add_background(self, layout: QVBoxLayout) -> None:
        """What one may want to know besides: folded, so that the page stays short; a touch opens each."""
        cause, library = self._cause, self._model.library
        may = self._fold("physician", self.tr("What a physician may do"))
        self._part(may, "", cause.physician_may, "dot")
        self._part(may, self.tr("What a physiotherapist may do"), cause.physio_may, "dot")
        sure = self._fold("evidence", self.tr("How sure we are"))
        strength = {
            EvidenceStrength.STRONG: self.tr("Strong evidence."),
            EvidenceStrength.MODERATE: self.tr("Moderate evidence."),
            EvidenceStrength.WEAK: self.tr("Weak evidence."),
            EvidenceStrength.EXPERT_OPINION: self.tr("What experts agree on."),
        }[cause.evidence.strength]
        self._part(sure, "", (f"{strength} {cause.evidence.note}",))
        for claim in cause.claims:
            said = self.tr("What people say: {claim}").format(claim=claim.statement)
            self._part(sure, said, (f"{claim.verdict}: {claim.note}",), "book")
        sources = []
        for key in cause.sources:
            source = library.sources[key]  # type: ignore[index]
            if key == GENERAL_KNOWLEDGE:
                sources.append(self.tr("Well-established teaching; not yet traced to a page."))
            else:
                year = f", {source.year}" if source.year else ""
                sources.append(f"{source.title}. {source.publisher}{year}.")
        title = self.tr("Sources ({count})").format(count=len(sources))
        held = self.tr("Last compared with this text on {date}.").format(date=cause.reviewed.isoformat())
        self._part(self._fold("sources", title), held, sources, "book")
        folds = FlowBox(4)
        for button, inside in self._folds:
            if inside.layout().count():  # type: ignore[union-attr]
                folds.add(button)
        layout.addWidget(folds)
        for _, inside in self._folds:
            layout.addWidget(inside)

    def _fold(self, name: str, title: str) -> QVBoxLayout:
        """Make a button that opens a part, and return the layout of the part."""
        inside = QWidget()
        box = column(12, (RING_PX, 0, RING_PX, 8))
        inside.setLayout(box)
        inside.hide()
        button = Button(title, self._theme, icon_name="chevron-down", name=f"fold.{name}", checkable=True)
        button.toggled.connect(inside.setVisible)
        button.toggled.connect(lambda on: button.set_icon_name("chevron-up" if on else "chevron-down"))
        self._folds.append((button, inside))
        return box
