"""What was worked out once is not worked out again: about a library while it is in use, about a visit while it lasts.

What is remembered of a visit lives in the visit value itself and is gone with it. What is remembered of a library knows
touched places, never an answer, and goes when nobody holds the library any more, such as after an author's edit.
"""

from collections.abc import Callable, Hashable
from functools import update_wrapper, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.visit import Visit

KEPT_PER_LIBRARY = 12
"""So many sets of touched places are remembered. One visit has a handful, and each costs little to work out again."""

P = ParamSpec("P")
T = TypeVar("T")


def once_per_library(function: Callable[Concatenate[Library, P], T]) -> Callable[Concatenate[Library, P], T]:
    """Remember what a function makes of a library and hashable arguments. It must not return the library itself."""
    known: WeakKeyDictionary[Library, dict[Hashable, T]] = WeakKeyDictionary()

    def remembering(library: Library, /, *args: P.args, **kwargs: P.kwargs) -> T:
        answers = known.setdefault(library, {})
        if args not in answers:
            if len(answers) >= KEPT_PER_LIBRARY:
                del answers[next(iter(answers))]
            answers[args] = function(library, *args, **kwargs)
        return answers[args]

    return update_wrapper(remembering, function)


def once_per_visit(function: Callable[[Library, Visit], T]) -> Callable[[Library, Visit], T]:
    """Remember what a function makes of a library and a visit, in the visit."""

    @wraps(function)
    def remembering(library: Library, visit: Visit) -> T:
        memory: dict[Hashable, Any] = visit.worked_out
        key = (function, library)
        if key not in memory:
            memory[key] = function(library, visit)
        found: T = memory[key]
        return found

    return remembering
