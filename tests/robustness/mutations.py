"""Damages a text file the way disks, editors, merges and ill-wishers do. The same number always does the same."""

import random

_NASTY = (
    *[
        "no",
        "on",
        "~",
        "null",
        "010",
        "1_000",
        "1e9999",
        "-.inf",
        "2024-99-99",
        "0x1F",
        "12:30",
        "nan",
        "1e6",
        "-1",
        "é",
        "''",
        "[]",
        "{}",
        "[[[[",
        "{{{{",
        "&a",
        "*a",
        "|",
        ">-",
        "#",
        ":",
        "?",
        "---",
        "...",
    ],
    *[
        "!!python/name:os.system",
        "\\0",
        "<b>",
        "&amp;",
        "../../etc",
        "file:///",
        "{number}",
        "%n",
        "url(#a)",
        "<!DOCTYPE a>",
        "<script/>",
        "</g>",
    ],
    *(
        "!x y",
        "<<: *a",
        "- - - -",
        "? a",
        ": :",
        "%YAML 9.9",
        '"\\uD800"',
        "\t",
        "\u202e",
        "\ufeff",
        '""',
        "<use href='#a'/>",
    ),
    *("9" * 400, "é" * 50, "M0 0 L1e30 1e-30 Z"),
)


def damaged(data: bytes, number: int, others: list[bytes]) -> bytes:
    """Return a file with one to four damages. `others` lend their lines, as a wrong merge does."""
    chance = random.Random(number)
    for _ in range(chance.choice((1, 1, 2, 4))):
        data = chance.choice(_WAYS)(data, chance, others)
    return data


def _flipped(data: bytes, chance: random.Random, _others: list[bytes]) -> bytes:
    where = chance.randrange(len(data) + 1)
    return data[:where] + bytes([chance.randrange(256)]) + data[where + 1 :]


def _cut(data: bytes, chance: random.Random, _others: list[bytes]) -> bytes:
    begin = chance.randrange(len(data) + 1)
    return data[:begin] + data[begin + chance.choice((1, 3, 40, 4000)) :]


def _ended(data: bytes, chance: random.Random, _others: list[bytes]) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _repeated(data: bytes, chance: random.Random, _others: list[bytes]) -> bytes:
    begin = chance.randrange(len(data) + 1)
    return data[:begin] + data[begin : begin + 80] * chance.choice((2, 3, 200)) + data[begin:]


def _with_a_line_moved(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    lines = data.split(b"\n")
    lender = chance.choice([lines, chance.choice(others).split(b"\n")])
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(lender))
    if chance.random() < 0.5:
        del lines[chance.randrange(len(lines))]
    return b"\n".join(lines)


def _indented_otherwise(data: bytes, chance: random.Random, _others: list[bytes]) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((b"  ", b"\t", b" ")) + lines[at] if chance.random() < 0.5 else lines[at].lstrip()
    return b"\n".join(lines)


def _with_something_nasty(data: bytes, chance: random.Random, _others: list[bytes]) -> bytes:
    """In place of a value, or anywhere."""
    nasty = chance.choice(_NASTY).encode()
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    key, colon, _ = lines[at].partition(b": ")
    if colon:
        lines[at] = key + colon + nasty
        return b"\n".join(lines)
    where = chance.randrange(len(data) + 1)
    return data[:where] + nasty + data[where:]


def _with_a_word_changed(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """One word for another, so that much of it stays well formed: a wrong id, a wrong level."""
    words = data.split(b" ")
    lender = chance.choice([words, chance.choice(others).split()]) or [b"x"]
    words[chance.randrange(len(words))] = chance.choice(lender)
    return b" ".join(words)


_WAYS = (
    _flipped,
    _cut,
    _ended,
    _repeated,
    _with_a_line_moved,
    _indented_otherwise,
    _with_something_nasty,
    _with_a_word_changed,
    _with_a_word_changed,
)
