"""Writes a `kiosk.toml` in which every key is explained, and checks one."""

import json
from collections.abc import Mapping
from pathlib import Path

from spasm_gui.kiosk.keys import KEYS

Value = str | int | bool | tuple[str, ...]

_HEAD = """\
# What this clinic set for its Spasm Map kiosk. Start it with: spasm-gui --kiosk --config {name}
# Check it after every change with: spasm-gui kiosk-setup {name}
# A kiosk does not start with a file that is broken or incomplete; it says which line to mend.
"""
_ACTS = """
# What people are to do here, one sentence for each advice, in your own words. {number} is the emergency number,
# {telephone} the clinic's telephone, {clinic} its name.
[acts]
"""
STARTING_VALUES: Mapping[str, Value] = {
    "is_demo": False,
    "clinic_name": "",
    "emergency_number": "",
    "telephone": "",
    "opening_hours": "",
    "languages": ("en",),
    "idle_seconds": 90,
    "countdown_seconds": 30,
    "allow_unreviewed_content": False,
    "allow_unreviewed_translations": False,
    "reduced_motion": False,
    "emergency_sound": False,
    "explain_view": False,
    "printer": "",
    "acts.self-treat": "",
    "acts.physician": "",
    "acts.same-day": "",
    "acts.emergency": "",
}
DEMO_VALUES: Mapping[str, Value] = {
    "is_demo": True,
    "clinic_name": "Demo Clinic",
    "emergency_number": "112",
    "telephone": "020 555 0100",
    "opening_hours": "Monday to Friday, 8 to 18",
    "languages": ("en", "es"),
    "idle_seconds": 60,
    "countdown_seconds": 20,
    "allow_unreviewed_content": True,
    "allow_unreviewed_translations": True,
    "reduced_motion": False,
    "emergency_sound": False,
    "explain_view": False,
    "printer": "",
    "exit_pin_hash": "scrypt$F1X7D6hlgF_Vsz4ujqQfgQ==$wjFn7vrwQ626RvG6c7dC7joA3bstHNp8-4Iqhh1IYw0=",
    "acts.self-treat": "Take these steps home with you. Questions? Ask at the front desk.",
    "acts.physician": "Ask the front desk for an appointment, or call {telephone}.",
    "acts.same-day": "Go to the front desk now and ask to be seen today.",
    "acts.emergency": "Tell the front desk now and show them this screen.",
}
"""For trying. The PIN is 2580, as the written file says."""


def written(values: Mapping[str, Value], name: str = "kiosk.toml") -> str:
    """Return a file with these values, each key explained. A key without a value is explained and left out."""
    text = _HEAD.replace("{name}", name)
    is_among_acts = False
    for key in KEYS:
        if key.name.startswith("acts.") and not is_among_acts:
            is_among_acts = True
            text += _ACTS
        comment = key.help if key.is_required else f"{key.help} May be left out."
        if key.name == "exit_pin_hash" and values.get("is_demo") is True:
            comment += "\nThe PIN of this demo is 2580."
        text += "" if is_among_acts and text.endswith("[acts]\n") else "\n"
        text += "".join(f"# {line}\n" for line in comment.splitlines())
        if key.name in values:
            text += f"{key.name.removeprefix('acts.')} = {_toml(values[key.name])}\n"
        else:
            text += f'# {key.name} = ""\n'
    return text


def write_new(path: Path, *, is_demo: bool) -> None:
    """Write a file to start from. Raises OSError, also when there is one already: nothing is ever written over."""
    values = DEMO_VALUES if is_demo else STARTING_VALUES
    with path.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(written(values, path.name))


def _toml(value: Value) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(one) for one in value)}]"
    return json.dumps(value, ensure_ascii=False)
