"""Every key of `kiosk.toml`, declared once: what it may hold, and the words that stand above it in a written file."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from spasm_gui.kiosk.pin import is_pin_hash

MIN_COUNTDOWN_SECONDS = 20
PLACES = ("number", "telephone", "clinic")
"""What an act may have filled in, in braces."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what it may hold, in words and as a test, and what the file says above it."""

    name: str
    accepts: Callable[[Any], bool]
    expected: str
    help: str
    is_required: bool = True


def _text(most: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and bool(value.strip()) and len(value) <= most and value.isprintable()


def _whole(least: int, most: int) -> Callable[[Any], bool]:
    return lambda value: type(value) is int and least <= value <= most


def _yes_no(value: Any) -> bool:
    return isinstance(value, bool)


def _number(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"\+?[0-9](?:[0-9 ]{0,18}[0-9])", value) is not None


def _languages(value: Any) -> bool:
    return (
        isinstance(value, list)
        and 0 < len(value) <= 12
        and len(set(map(str, value))) == len(value)
        and all(isinstance(one, str) and re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?", one) for one in value)
    )


def is_act(value: Any) -> bool:
    """True for a sentence about what to do, with nothing to fill in but what is known."""
    return _text(200)(value) and all(place in PLACES for place in re.findall(r"\{(.*?)\}", value))


ACT_EXPECTED = "what people are to do, in quotes, at most 200 letters; {number}, {telephone} and {clinic} are filled in"
KEYS = (
    Key("is_demo", _yes_no, "true or false", "For trying: every page then says DEMO.", is_required=False),
    Key(
        "clinic_name",
        _text(80),
        "a name in quotes, at most 80 letters",
        "The name on the start screen, as people know it.",
    ),
    Key(
        "emergency_number",
        _number,
        'a telephone number in quotes, such as "112"',
        "The emergency number of this country, for advice that people take home.",
    ),
    Key("telephone", _number, 'a telephone number in quotes, such as "020 555 0100"', "The clinic's own number."),
    Key(
        "opening_hours",
        _text(120),
        'text in quotes, at most 120 letters, such as "Monday to Friday, 8 to 18"',
        "When somebody is at the desk.",
    ),
    Key(
        "languages",
        _languages,
        'a list such as ["en"], the first language first',
        'The languages on offer, such as ["en", "es"]. The first is shown to every new visitor. Your words for the\n'
        "acts below may be given in each of the others, in a table such as [acts.es].",
    ),
    Key(
        "idle_seconds",
        _whole(20, 600),
        "a whole number from 20 to 600",
        "After so many seconds without a touch the countdown begins. People in pain, old people and people who read\n"
        "slowly need time; 90 is a good start. From 20 to 600.",
    ),
    Key(
        "countdown_seconds",
        _whole(MIN_COUNTDOWN_SECONDS, 120),
        f"a whole number from {MIN_COUNTDOWN_SECONDS} to 120",
        '"Are you still there?" counts down so many seconds; one touch gives more time. Then everything is cleared.\n'
        "From 20 to 120.",
    ),
    Key(
        "allow_unreviewed_content",
        _yes_no,
        "true or false",
        "A kiosk starts with content that no clinician has signed only if this says true. Every page then says that\n"
        "it is not yet clinically reviewed.",
        is_required=False,
    ),
    Key(
        "allow_unreviewed_translations",
        _yes_no,
        "true or false",
        "A language whose translation nobody has reviewed is offered only if this says true. Every page in it then\n"
        "says that the translation is not reviewed.",
        is_required=False,
    ),
    Key("reduced_motion", _yes_no, "true or false", "Nothing moves, on the start screen either.", is_required=False),
    Key(
        "emergency_sound",
        _yes_no,
        "true or false",
        "The system's alert sound, three times, when an emergency is shown. The screen says everything without it.",
        is_required=False,
    ),
    Key(
        "explain_view",
        _yes_no,
        "true or false",
        "Offers the explain view, a large figure to explain and draw on, which is meant for staff beside a patient.",
        is_required=False,
    ),
    Key(
        "printer",
        lambda value: value == "" or _text(120)(value),
        'the name of a print queue in quotes, at most 120 letters, or "" for none',
        "The print queue for advice to take home, by its name in the system. It prints at once and never asks;\n"
        "without a name nothing is printed here. The kiosk does not start if there is no such queue.",
        is_required=False,
    ),
    Key(
        "exit_pin_hash",
        is_pin_hash,
        "what 'spasm-gui kiosk-setup --pin' printed, in quotes",
        "Seven touches in the upper left corner within five seconds ask for this PIN and end the program. Only a\n"
        "slow hash of the PIN stands here; 'spasm-gui kiosk-setup --pin' makes it. Without this line there is no way\n"
        "out by touch.",
        is_required=False,
    ),
    Key("acts.self-treat", is_act, ACT_EXPECTED, "When people can treat it themselves."),
    Key("acts.physician", is_act, ACT_EXPECTED, "When a physician should see them in the next days."),
    Key("acts.same-day", is_act, ACT_EXPECTED, "When they need help today."),
    Key("acts.emergency", is_act, ACT_EXPECTED, "In an emergency. It is shown in the largest type: be short."),
)
