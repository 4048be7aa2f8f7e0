"""What a clinician has to confirm: choices that were made where the sources leave room."""

from typing import NewType

from spasm_gui.knowledge.record import Part

ToConfirmId = NewType("ToConfirmId", str)


class ToConfirm(Part, frozen=True, kw_only=True):
    """A question to a clinician, and what the content does until then. The most important one stands first."""

    id: ToConfirmId
    question: str
    chosen: str
    sources: tuple[str, ...]
