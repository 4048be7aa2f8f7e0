"""How much is read. Apart from the YAML reader, which a start from the compiled library does not need."""

MAX_FILE_BYTES = 2_000_000
