"""What can be wrong with a drawing."""


class DrawingError(Exception):
    """A drawing, or something made from it, was refused. Nothing of it is used.

    Attributes:
        file: which file, as its author knows it.
        line: counted from 1, as editors show it; 0 when the trouble has no line.
        message: what is wrong and what was expected.
    """

    def __init__(self, file: str, line: int, message: str) -> None:
        super().__init__(file, line, message)
        self.file = file
        self.line = line
        self.message = message

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"
