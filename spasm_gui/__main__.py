"""`python -m spasm_gui` is `spasm-gui`."""

import sys

from spasm_gui.cli import main

if __name__ == "__main__":
    sys.exit(main())
