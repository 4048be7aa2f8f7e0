"""What a command tells the shell that started it."""

OK, CONTENT_PROBLEMS, NOT_KNOWN, NO_SCREEN = 0, 1, 2, 3
