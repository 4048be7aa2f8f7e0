"""On which line of a TOML file a key stands, which tomllib does not say."""

import re


def lines_of_keys(text: str) -> dict[str, int]:
    """Return where each key and table header stands, counted from 1.

    A line inside a text of several lines is not mistaken for a key.
    """
    lines: dict[str, int] = {}
    table, closing = "", ""
    for number, line in enumerate(text.splitlines(), start=1):
        if closing:
            closing = "" if closing in line else closing
            continue
        if header := re.match(r"\s*\[+\s*([\w\".-]+)\s*\]+", line):
            table = header[1].replace('"', "")
            lines.setdefault(table, number)
        elif key := re.match(r"\s*([\w\".'-]+)\s*=\s*(\"\"\"|''')?", line):
            name = key[1].strip("\"'")
            lines.setdefault(f"{table}.{name}" if table else name, number)
            lines.setdefault(table if table else name.partition(".")[0], number)
            if key[2] and key[2] not in line[key.end() :]:
                closing = key[2]
    return lines
