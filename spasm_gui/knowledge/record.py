"""What every record of the library has in common."""

import datetime
from typing import Annotated

import msgspec

Text = Annotated[str, msgspec.Meta(extra={"is_text": True})]
"""Words that people read, which a translation replaces. Any other text in a record is an id or the name of a file."""


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A piece of a record. A key that is not declared is an error, never silently ignored."""


class Record(Part, frozen=True, kw_only=True):
    """A statement somebody may act on: where it comes from and when it was last held against that source.

    `sources` are keys of `sources.yaml`. `reviewed` may be given once at the head of a file for all its records.
    """

    sources: tuple[str, ...]
    reviewed: datetime.date
