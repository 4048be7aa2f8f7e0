"""Where the program begins in an application that brings its own Python."""

import sys

from spasm_gui.cli import main

if __name__ == "__main__":
    sys.exit(main())
