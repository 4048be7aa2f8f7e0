"""The movement chain in a row of pictures; the disturbed link is framed, flagged and said in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.movement import Link, LinkId
from spasm_gui.screens.icons import picture_pixmap
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import CardButton, Picture, Text, see_through

_ALWAYS = ("brain", "spinal-cord", "nerve", "junction", "fibre", "relaxation")
"""The six links a signal passes one after another. Blood, salts and guarding join only when they are disturbed."""


class MovementChain(QFrame):
    """How a movement works, and where a cause disturbs it. Each link is a button that tells more.

    Signals:
        link_opened: a person wants to read about a link. Carries its id.
    """

    link_opened = Signal(str)

    def __init__(
        self,
        library: Library,
        theme: Theme,
        disturbed: LinkId,
        disturbance: str,
        columns: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        ids = _ALWAYS if disturbed in _ALWAYS else (*_ALWAYS, disturbed)
        links = [library.links[LinkId(one)] for one in ids if one in library.links]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for index, link in enumerate(links):
            is_disturbed = link.id == disturbed
            card = self._card(index + 1, link, disturbance if is_disturbed else link.does, is_disturbed)
            grid.addWidget(card, index // columns, index % columns)
        for number in range(columns):
            grid.setColumnStretch(number, 1)

    def _card(self, number: int, link: Link, does: str, is_disturbed: bool) -> CardButton:
        theme = self._theme
        flag = self.tr("Disturbed here") if is_disturbed else ""
        card = CardButton(theme, f"link.{link.id}", f"{number}. {link.name}: {does}. {flag}".strip())
        layout = QVBoxLayout(card)
        layout.setContentsMargins(10, 12, 10, 12)
        layout.setSpacing(4)
        if is_disturbed:
            words = Text(flag, theme, "small", bold=True)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.setStyleSheet(
                f"background: {theme.colours['pain']}; color: {theme.colours['card']}; border-radius: 8px; padding: 2px 6px;"
            )
            layout.addWidget(see_through(words))
        picture = Picture("muscle", theme.colours["ink"], theme.icon_px)
        pixmap = picture_pixmap("chain", link.picture, 104, 76, 2.0)
        picture.setPixmap(pixmap)
        picture.setFixedSize(pixmap.deviceIndependentSize().toSize())
        layout.addStretch(1)
        layout.addWidget(see_through(picture), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        for text, bold in ((f"{number}. {link.name}", True), (does, is_disturbed)):
            label = Text(text, theme, "small", bold=bold, second=not bold)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            layout.addWidget(see_through(label))
        card.clicked.connect(lambda _checked=False, key=link.id: self.link_opened.emit(key))
        return card
