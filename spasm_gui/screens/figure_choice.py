"""The choice of the body that stands for the person, where there is more than one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QWidget

from spasm_gui.drawing.views import BodyFigure
from spasm_gui.screens.flow import FlowBox
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.words import Button, Text, column, inset


class FigureChoice(QWidget):
    """One button per figure, as quiet as the one for whom the answers are. The visit keeps it, nothing else does."""

    def __init__(
        self, model: VisitModel, figures: Sequence[BodyFigure], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("figureChoice")
        words = {BodyFigure.NEUTRAL: self.tr("Neutral"), BodyFigure.FEMALE: self.tr("Female")}
        layout = column(2)
        self.setLayout(layout)
        layout.addWidget(inset(Text(self.tr("Figure"), theme, second=True)))
        segments = FlowBox(0)
        group = QButtonGroup(self)
        for figure in figures:
            button = Button(words[figure], theme, kind="segment", name=f"figure.{figure.value}", checkable=True)
            button.setProperty("joined", "first" if figure is figures[0] else "last")
            button.setAccessibleName(self.tr("Figure: {figure}").format(figure=words[figure]))
            button.set_chosen(figure is model.figure)
            button.toggled.connect(button.set_chosen)
            button.clicked.connect(lambda _checked=False, chosen=figure: model.set_figure(chosen))
            group.addButton(button)
            segments.add(button)
        layout.addWidget(segments)
