"""Parts set like words: one after another, and on into the next line."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class FlowBox(QWidget):
    """Parts side by side, each as wide as it likes, wrapped into lines; a part wider than a line is narrowed to it.

    A hidden part takes no room. With `packed`, a later part fills the room that an earlier line has left;
    only for parts whose order says nothing.
    """

    def __init__(self, spacing: int, *, packed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._packed = packed
        self._parts: list[QWidget] = []
        self._spacing = spacing
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget) -> None:
        """Put a part at the end."""
        part.setParent(self)
        part.show()
        self._parts.append(part)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for box in self._boxes(width)), default=0)

    def sizeHint(self) -> QSize:
        width = sum(part.sizeHint().width() + self._spacing for part in self._shown())
        return QSize(width, self.heightForWidth(self.width() or width))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, max((part.minimumSizeHint().height() for part in self._shown()), default=0))

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _place(self) -> None:
        for part, box in zip(self._shown(), self._boxes(self.width()), strict=True):
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                box.moveLeft(self.width() - box.right() - 1)
            part.setGeometry(box)

    def _boxes(self, width: int) -> list[QRect]:
        """Where each part stands, as if read from the left."""
        lines: list[list[int]] = []
        used: list[int] = []
        sizes = [self._size(part, width) for part in self._shown()]
        for index, size in enumerate(sizes):
            open_lines = range(len(lines)) if self._packed else range(max(0, len(lines) - 1), len(lines))
            fitting = next((one for one in open_lines if used[one] + size.width() <= width), None)
            if fitting is None:
                fitting = len(lines)
                lines.append([])
                used.append(0)
            lines[fitting].append(index)
            used[fitting] += size.width() + self._spacing
        boxes = [QRect()] * len(sizes)
        y = 0
        for line in lines:
            x = 0
            for index in line:
                boxes[index] = QRect(QPoint(x, y), sizes[index])
                x += sizes[index].width() + self._spacing
            y += max(sizes[index].height() for index in line) + self._spacing
        return boxes

    @staticmethod
    def _size(part: QWidget, width: int) -> QSize:
        wanted = min(part.sizeHint().width(), width)
        return QSize(wanted, part.heightForWidth(wanted) if part.hasHeightForWidth() else part.sizeHint().height())
