"""The invitation beside the body: where does it hurt, for whom, and when to call first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spasm_gui.drawing.views import BodyFigure
from spasm_gui.knowledge.level import Level
from spasm_gui.screens.figure_choice import FigureChoice
from spasm_gui.screens.flow import FlowBox
from spasm_gui.screens.place_list import PlaceList
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import ForWhom, VisitModel
from spasm_gui.screens.words import RING_PX, Button, PageScroll, Picture, Text, column, inset, line


class HomePanel(QFrame):
    """What stands beside the figure before anything was touched.

    Signals:
        region_touched: a region was chosen from the list instead of the picture. Carries the Place.
    """

    region_touched = Signal(object)

    def __init__(
        self,
        model: VisitModel,
        theme: Theme,
        emergency_number: str,
        width: int,
        figures: Sequence[BodyFigure] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Invite.

        Args:
            figures: the bodies to choose from; with fewer than two there is no choice.
        """
        super().__init__(parent)
        self.setObjectName("homePanel")
        self._model, self._theme = model, theme
        self._is_roomy = theme.text_factor < 1.3
        self.setMinimumHeight(1)  # else it is as tall as its texts would be in the narrowest column
        self._list = PlaceList(model.library, theme, width)
        self._list.place_chosen.connect(self.region_touched)
        body = QWidget()
        layout = QVBoxLayout(body)
        is_airy = self._is_roomy and not theme.is_kiosk  # on a kiosk the list of places would not be seen otherwise
        layout.setContentsMargins(20 - RING_PX, 20 if is_airy else 8, 24 - RING_PX, 16 if is_airy else 4)
        layout.setSpacing(16 if is_airy else 10)
        layout.addStretch(2)
        title = self.tr("Where does it hurt?")
        layout.addWidget(inset(Text(title, theme, "question" if width > 480 else "page_title", bold=True)))
        layout.addWidget(inset(Text(self._invitation(), theme, "lead", second=True)))
        layout.addSpacing(6)
        layout.addLayout(self._for_whom(width))
        if len(figures) > 1:
            layout.addWidget(FigureChoice(model, figures, theme))
        self._toggle = Button(
            self.tr("Choose from a list instead"),
            theme,
            icon_name="body",
            name="regionList",
            checkable=True,
        )
        self._toggle.toggled.connect(self._list.setVisible)
        layout.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.hide()
        layout.addLayout(_inset_frame(self._list))
        layout.addStretch(3)
        body.setObjectName("page")
        outer = column(0)
        outer.addWidget(PageScroll(body), 1)
        outer.addWidget(line())
        below = column(0, (20, 8, 24, 8))  # never within what scrolls: this has to stay in sight
        below.addWidget(self._call_first(emergency_number))
        outer.addLayout(below)
        self.setLayout(outer)

    def hasHeightForWidth(self) -> bool:
        """It scrolls: below a high figure it takes the height that is left, and never lies over the figure."""
        return False

    def _invitation(self) -> str:
        if not self._is_roomy:
            return self.tr("Touch the place on the body, or choose it here.")
        return self.tr(
            "Touch the place on the body. A few short questions show whether you can treat it yourself "
            "or should see a physician, and what may be behind it."
        )

    def _for_whom(self, width: int) -> QVBoxLayout:
        theme = self._theme
        words = {
            ForWhom.ME: self.tr("Myself"),
            ForWhom.MY_CHILD: self.tr("My child"),
            ForWhom.SOMEONE: self.tr("Someone I look after"),
        }
        segments = FlowBox(0)
        group = QButtonGroup(self)
        buttons = {
            for_whom: Button(word, theme, kind="segment", name=f"forWhom.{for_whom.value}", checkable=True)
            for for_whom, word in words.items()
        }
        bold = QFontMetrics(theme.font("body", bold=True))  # as the chosen one is, with a check mark before its words
        around = theme.icon_px + 1.35 * theme.base_px + 12
        is_joined = sum(bold.horizontalAdvance(word) + around for word in words.values()) < width - 52
        for index, (for_whom, button) in enumerate(buttons.items()):
            if is_joined:
                button.setProperty("joined", ("first", "middle", "last")[index])
            button.set_chosen(for_whom is self._model.for_whom)
            button.toggled.connect(button.set_chosen)
            button.clicked.connect(lambda _checked=False, who=for_whom: self._model.set_for_whom(who))
            group.addButton(button)
            segments.add(button)
        layout = column(2)
        layout.addWidget(inset(Text(self.tr("I answer for"), theme, second=True)))
        layout.addWidget(segments)
        return layout

    def _call_first(self, number: str) -> QFrame:
        frame = QFrame()
        frame.setObjectName("callFirst")
        frame.setProperty("kind", "alarm")
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 4, 4, 6)
        row.setSpacing(14)
        plain, _, _, text_colour = self._theme.level_colours(Level.EMERGENCY)
        icon = Picture("level-emergency", plain, round(self._theme.base_px * 1.8))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        texts = column(1)
        act = self.tr("Go to the front desk first") if self._theme.is_kiosk else self.tr("Call {number} first")
        first = Text(act.format(number=number), self._theme, bold=True)
        first.setStyleSheet(f"color: {text_colour};")
        texts.addWidget(first)
        signs = self.tr(
            "if there is heavy or tight chest pain, if one side of the face droops, if an arm or leg suddenly "
            "goes weak, or if breathing is hard work."
        )
        if self._theme.is_kiosk:
            signs += " " + self.tr("Nobody there? Call {number}.").format(number=number)
        texts.addWidget(Text(signs, self._theme, "body" if self._is_roomy else "small"))
        row.addLayout(texts, 1)
        return frame


def _inset_frame(frame: QFrame) -> QVBoxLayout:
    """Set a frame flush with the edges of the buttons around it."""
    around = column(0, (RING_PX, 0, RING_PX, 0))
    around.addWidget(frame)
    return around
