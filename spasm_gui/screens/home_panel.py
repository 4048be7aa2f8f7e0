"""The invitation beside the body: where does it hurt, for whom, and when to call first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.region import Place
from spasm_gui.screens.places_words import capitalised
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import ForWhom, VisitModel
from spasm_gui.screens.words import Button, Picture, Text, column


class HomePanel(QFrame):
    """What stands beside the figure before anything was touched.

    Signals:
        region_touched: a region was chosen from the list instead of the picture. Carries the Place.
    """

    region_touched = Signal(object)

    def __init__(
        self, model: VisitModel, theme: Theme, emergency_number: str, width: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("homePanel")
        self._model, self._theme = model, theme
        self._list = QWidget()
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(20, 24, 24, 16)
        layout.setSpacing(14)
        layout.addStretch(1)
        layout.addWidget(
            Text(self.tr("Where does it hurt?"), theme, "question" if width > 480 else "page_title", bold=True)
        )
        layout.addWidget(
            Text(
                self.tr(
                    "Touch the place on the body. A few short questions show whether you can treat it yourself "
                    "or should see a physician, and what may be behind it."
                ),
                theme,
                "lead",
                second=True,
            )
        )
        layout.addLayout(self._for_whom(width))
        self._toggle = Button(
            self.tr("Choose from a list instead"),
            theme,
            icon_name="body",
            name="regionList",
            checkable=True,
        )
        self._toggle.toggled.connect(self._list.setVisible)
        layout.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self._build_list(width)
        self._list.hide()
        layout.addWidget(self._list)
        layout.addWidget(self._call_first(emergency_number))
        layout.addStretch(2)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        body.setObjectName("page")
        outer = column(0)
        outer.addWidget(scroll)
        self.setLayout(outer)

    def _for_whom(self, width: int) -> QVBoxLayout:
        layout = column(6)
        layout.addWidget(Text(self.tr("I answer for"), self._theme))
        row = QGridLayout()
        row.setSpacing(0)
        group = QButtonGroup(self)
        words = {
            ForWhom.ME: self.tr("Myself"),
            ForWhom.MY_CHILD: self.tr("My child"),
            ForWhom.SOMEONE: self.tr("Someone I look after"),
        }
        columns = 3 if width > 460 * self._theme.text_factor else 1
        for index, (for_whom, word) in enumerate(words.items()):
            button = Button(word, self._theme, kind="segment", name=f"forWhom.{for_whom.value}", checkable=True)
            chosen = for_whom is self._model.for_whom
            button.setChecked(chosen)
            button.set_icon_name("check" if chosen else "")
            button.toggled.connect(lambda on, b=button: b.set_icon_name("check" if on else ""))
            button.clicked.connect(lambda _checked=False, who=for_whom: self._model.set_for_whom(who))
            group.addButton(button)
            row.addWidget(button, index // columns, index % columns)
        row.setColumnStretch(columns, 1)
        layout.addLayout(row)
        return layout

    def _build_list(self, width: int) -> None:
        grid = QGridLayout(self._list)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        columns = 2 if width > 420 * self._theme.text_factor else 1
        index = 0
        for region in self._model.library.regions.values():
            for side in region.sides or (None,):
                place = Place(region.id, side)
                words = region.theirs
                name = {"left": words.left, "right": words.right}.get(side.value if side else "", words.middle)
                button = Button(
                    capitalised((name or region.name).removeprefix("the ")),
                    self._theme,
                    name=f"list.{place}",
                )
                button.clicked.connect(lambda _checked=False, chosen=place: self.region_touched.emit(chosen))
                grid.addWidget(button, index // columns, index % columns)
                index += 1

    def _call_first(self, number: str) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "list")
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        icon = Picture(
            "level-emergency", self._theme.level_colours(Level.EMERGENCY)[0], round(self._theme.base_px * 1.9)
        )
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        texts = column(2)
        texts.addWidget(Text(self.tr("Call {number} first").format(number=number), self._theme, "section", bold=True))
        texts.addWidget(
            Text(
                self.tr(
                    "if there is heavy or tight chest pain, if one side of the face droops, if an arm or leg suddenly "
                    "goes weak, or if breathing is hard work."
                ),
                self._theme,
            )
        )
        row.addLayout(texts, 1)
        return frame
