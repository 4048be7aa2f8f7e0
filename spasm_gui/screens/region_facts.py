"""Below the causes: where the pain of this place may come from, and which muscles lie here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spasm_gui.knowledge.region import Region
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import Button, Picture, Text, column


class RegionFacts(QWidget):
    """Facts about one region. The muscles, deep ones too, stand in a list that opens on request."""

    def __init__(self, region: Region, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(10)
        self.setLayout(layout)
        if region.may_come_from:
            layout.addWidget(Text(self.tr("Pain here can come from elsewhere"), theme, "lead", bold=True))
            for origin in region.may_come_from:
                row = QHBoxLayout()
                row.setSpacing(10)
                name = _ORIGIN_ICONS.get(origin.from_, "arrow-right")
                row.addWidget(Picture(name, theme.colours["ink2"], theme.icon_px), 0, Qt.AlignmentFlag.AlignTop)
                row.addWidget(Text(origin.why, theme), 1)
                layout.addLayout(row)
        if region.muscles:
            self._region, self._theme = region, theme
            self._muscles: QFrame | None = None  # made when it is opened: most people never do
            toggle = Button(
                self.tr("Muscles here"), theme, kind="link", icon_name="muscle", name="muscles", checkable=True
            )
            toggle.toggled.connect(self._show_muscles)
            layout.addWidget(toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows = layout

    def _show_muscles(self, shown: bool) -> None:
        if self._muscles is None:
            self._muscles = self._muscle_list(self._region, self._theme)
            self._rows.addWidget(self._muscles)
        self._muscles.setVisible(shown)

    def _muscle_list(self, region: Region, theme: Theme) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "sunk")
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(8)
        for muscle in region.muscles:
            names = column(1)
            deep = "" if muscle.shape else " " + self.tr("(deep)")
            names.addWidget(Text(f"{muscle.name}{deep}", theme, bold=True))
            names.addWidget(Text(muscle.clinical_name, theme, "small", italic=True, second=True))
            names.addWidget(Text(muscle.action, theme, "small"))
            rows.addLayout(names)
        return frame


_ORIGIN_ICONS = {
    "heart": "heart",
    "spine-neck": "spine",
    "spine-lower-back": "spine",
    "lower-back": "spine",
    "back-neck": "spine",
    "brain": "brain",
}
