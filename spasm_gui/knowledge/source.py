"""Where a statement comes from."""

from typing import NewType

from spasm_gui.knowledge.record import Part

SourceId = NewType("SourceId", str)

GENERAL_KNOWLEDGE = "general-knowledge"
"""The source id of statements that are well established but not yet traced to a page. `check` counts them."""


class Source(Part, frozen=True, kw_only=True):
    """A publication. `read` says how it was read: the page, an excerpt, a reprint, or not opened."""

    id: SourceId
    title: str
    publisher: str
    url: str | None = None
    year: str | None = None
    kind: str
    read: str
