"""The movement chain: how a movement works, link by link. Every cause interrupts one of them."""

from typing import NewType

from spasm_gui.knowledge.record import Record, Text
from spasm_gui.knowledge.spot import Spot

LinkId = NewType("LinkId", str)


class Link(Record, frozen=True, kw_only=True):
    """One link of the chain from brain to relaxation. `picture` is a file in `assets/chain/`, without its ending.

    `spots` are where it lies in the body; the first is ringed when a cause that interrupts the link names none of them.
    """

    id: LinkId
    name: Text
    does: Text
    text: Text
    can_go_wrong: Text
    picture: str
    spots: tuple[Spot, ...] = ()


class Definition(Record, frozen=True, kw_only=True):
    """What a word such as cramp, spasm or tetany means here.

    A word that is easily taken for another has a `picture` of what the muscle does over time, a file in `assets/chain/`
    without its ending, and `picture_shows`, the same in words. Such words stand side by side.
    """

    id: str
    term: Text
    meaning: Text
    picture: str = ""
    picture_shows: Text = ""

    def __post_init__(self) -> None:
        if bool(self.picture) != bool(self.picture_shows):
            raise ValueError("a picture of a word also needs its words (picture_shows)")
