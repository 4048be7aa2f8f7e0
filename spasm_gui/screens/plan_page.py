"""The page "Your plan": exercises, positions and measures chosen from what the advice offers, and put in order."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spasm_gui.handout.plan import Plan
from spasm_gui.knowledge.self_care import SelfCare
from spasm_gui.screens.plan_lists import PlanLists
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import RING_PX, Button, PageScroll, Text, column, inset


class PlanPage(QFrame):
    """A plan while it is put together of what the advice offers.

    Signals:
        plan_changed: the plan is another one. Carries the Plan.
        closed: back to the advice, where it can be printed and saved.
    """

    plan_changed = Signal(object)
    closed = Signal()

    def __init__(
        self,
        plan: Plan,
        offered: Sequence[SelfCare],
        until: str,
        most_days: int,
        theme: Theme,
        width: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._theme = theme
        side = 28 if width > 560 else 16
        body = QWidget()
        body.setObjectName("panelBody")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(side, 4, side, 24)
        layout.setSpacing(14)
        hint = self.tr(
            "Choose what to do, in which order and how often. It goes on the page to take home. Start over forgets it."
        )
        layout.addWidget(inset(Text(hint, theme, second=True)))
        empty = self.tr("Nothing yet. Without a plan, the page to take home shows what fits.")
        lists = PlanLists(plan, offered, most_days, empty, theme, width)
        lists.plan_changed.connect(self.plan_changed)
        layout.addWidget(lists)
        layout.addWidget(inset(Text(self.tr("Until when"), theme, bold=True)))
        layout.addWidget(inset(Text(until, theme)))
        layout.addStretch(1)
        outer = column(0, (1, 1, 0, 0))
        outer.addLayout(self._head(side))
        outer.addWidget(PageScroll(body), 1)
        self.setLayout(outer)

    def _head(self, side: int) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(side + RING_PX, 12, side, 6)
        head.setSpacing(12)
        head.addWidget(Text(self.tr("Your plan"), self._theme, "page_title", bold=True), 1)
        done = Button(
            self.tr("Done"), self._theme, kind="main", icon_name="check", name="closePlan", on_click=self.closed.emit
        )
        done.setAccessibleName(self.tr("Done: back to the advice"))
        head.addWidget(done)
        return head
