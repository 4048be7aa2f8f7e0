"""One question with yes, no and not sure, and a way to find out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from spasm_gui.knowledge.finding import Answer, AnswerValue, Finding
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import RING_PX, Button, Picture, Text, column

_ANSWERS = ((Answer.YES, "yes"), (Answer.NO, "no"), (Answer.NOT_SURE, "not-sure"))


class FindingRow(QFrame):
    """One question, with yes, no and not sure.

    "Not sure" first opens a way to find out, where the content has one; pressed again it is the answer. Pressing a
    chosen answer again takes it back.

    Signals:
        answered: a person chose an answer, or took it back. Carries the finding's id and the Answer, or None.
            Silent while `show_answer` fills the row in.
    """

    answered = Signal(str, object)

    def __init__(
        self, finding: Finding | None, theme: Theme, *, stacked: bool = False, parent: QWidget | None = None
    ) -> None:
        """Ask about a finding; or, made before it is needed, about nothing until `show_finding`."""
        super().__init__(parent)
        self._finding = finding
        self._theme = theme
        self._asks_again = False
        self._question = Text("", theme)
        self._question.setContentsMargins(0, 4, 0, 4)
        self._words = {Answer.YES: self.tr("Yes"), Answer.NO: self.tr("No"), Answer.NOT_SURE: self.tr("Not sure")}
        self._buttons = {
            answer: Button(word, theme, kind="answer", checkable=True) for answer, word in self._words.items()
        }
        self._find_out: QFrame | None = None  # made when somebody wants to find out: few do, and it is a box of texts
        self._lay_out(stacked)
        for answer, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, chosen=answer: self._on_pressed(chosen))
        self.show_finding(finding)

    def show_finding(self, finding: Finding | None) -> None:
        """Ask about another finding, as yet without an answer; about none, so that nothing of the last is left."""
        self._finding = finding
        self._close_find_out()
        name, ask = (finding.id, finding.ask) if finding is not None else ("", "")
        self.setObjectName(f"question.{name}" if name else "")
        self.setAccessibleName(ask)
        self._question.setText(ask)
        for answer, ending in _ANSWERS:
            button = self._buttons[answer]
            button.setObjectName(f"answer.{name}.{ending}" if name else "")
            button.setAccessibleName(f"{ask} {self._words[answer]}")
        self.show_answer(None)

    def _find_out_box(self, finding: Finding) -> QFrame:
        theme = self._theme
        box = QFrame()
        box.setProperty("kind", "findOut")
        box.setObjectName(f"findOut.{finding.id}")
        row = QHBoxLayout(box)
        row.setContentsMargins(12, 10, 14, 12)
        row.setSpacing(12)
        row.addWidget(Picture("question", theme.colours["accent"], theme.icon_px), 0, Qt.AlignmentFlag.AlignTop)
        texts = column(3)
        texts.addWidget(Text(self.tr("How to tell"), theme, bold=True))
        texts.addWidget(Text(finding.find_out or "", theme))
        texts.addWidget(
            Text(self.tr("Still not sure? Touch “Not sure” once more; that counts too."), theme, "small", second=True)
        )
        row.addLayout(texts, 1)
        return box

    def _open_find_out(self, finding: Finding) -> None:
        if self._find_out is None:
            self._find_out = self._find_out_box(finding)
            self._outer.addWidget(self._find_out)
        self._find_out.show()

    def _close_find_out(self) -> None:
        if self._find_out is not None:
            self._find_out.hide()
            self._outer.removeWidget(self._find_out)
            self._find_out.deleteLater()
            self._find_out = None

    def _lay_out(self, stacked: bool) -> None:
        outer = column(0, (16, 2, 8, 2))
        self.setLayout(outer)
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(direction)
        row.setSpacing(2 if stacked else 14)
        if stacked:
            outer.setContentsMargins(16, 10, 8, 6)
        row.addWidget(self._question, 1)
        answers = QHBoxLayout()
        answers.setSpacing(0)
        for button in self._buttons.values():
            answers.addWidget(button)
        if stacked:
            answers.insertSpacing(0, -RING_PX)
            answers.addStretch(1)
        row.addLayout(answers)
        outer.addLayout(row)
        self._outer = outer

    def button(self, answer: Answer) -> Button:
        """The button of an answer."""
        return self._buttons[answer]

    def show_answer(self, answer: AnswerValue | None) -> None:
        """Show what was said. Emits nothing."""
        for one, button in self._buttons.items():
            button.set_chosen(one is answer)
        if self._asks_again and self._finding is not None:
            self._buttons[Answer.NOT_SURE].setAccessibleName(f"{self._finding.ask} {self._words[Answer.NOT_SURE]}")
        self._asks_again = False
        if self._find_out is not None and answer in (Answer.YES, Answer.NO):
            self._find_out.hide()

    def _on_pressed(self, answer: Answer) -> None:
        button, finding = self._buttons[answer], self._finding
        if finding is None:
            return
        if not button.isChecked():
            self.answered.emit(finding.id, None)
            return
        is_open = self._find_out is not None and not self._find_out.isHidden()
        if answer is Answer.NOT_SURE and finding.find_out and not is_open:
            button.setChecked(False)
            self._asks_again = True
            self._open_find_out(finding)
            button.setAccessibleName(self.tr("{question} Still not sure").format(question=finding.ask))
            return
        self.answered.emit(finding.id, answer)
