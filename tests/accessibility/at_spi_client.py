"""Somebody with an assistive tool: finds controls by role and name, presses them, and tells what was on each page.

Run by Debian's own Python, which has the AT-SPI bindings; the program runs beside it with ours. Speaks JSON.

    dbus-run-session -- /usr/bin/python3 at_spi_client.py PROGRAM...
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import gi  # type: ignore[import-not-found]  # Debian's Python has it, ours does not

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

PATIENCE_S = 60
PRESSED = ("push button", "toggle button", "check box", "radio button", "entry", "text")
Control = dict[str, object]


@dataclass(frozen=True)
class Seen:
    """An object with what it was called when it was seen; it may have gone since."""

    itself: Atspi.Accessible
    role: str
    name: str


class Tool:
    """The program as an assistive tool sees it."""

    def __init__(self, process_id: int) -> None:
        self._process_id = process_id

    def root(self) -> Atspi.Accessible | None:
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self._process_id:
                return child
        return None

    def activate(self) -> bool:
        """Bring the window to the front, for a display without a window manager gives nobody the keyboard."""
        root = self.root()
        window = root.get_child_at_index(0) if root is not None else None
        return window is not None and act(window, "setfocus")

    def showing(self) -> list["Seen"]:
        """Every object that can be seen, in reading order. What vanishes meanwhile is passed over."""
        found: list[Seen] = []
        root = self.root()
        waiting = [root] if root is not None else []
        while waiting:
            one = waiting.pop(0)
            try:
                one.clear_cache()
                children = [one.get_child_at_index(index) for index in range(one.get_child_count())]
                states = one.get_state_set()
                if states.contains(Atspi.StateType.SHOWING) or one is root:
                    found.append(Seen(one, one.get_role_name(), one.get_name()))
                    waiting[:0] = [child for child in children if child is not None]
            except GLib.GError:
                continue
        return found

    def controls(self) -> list[Control]:
        """Everything that can be pressed or typed into: role, name, actions, state."""
        told: list[Control] = []
        for one in self.showing():
            try:
                if one.role in PRESSED:
                    states = one.itself.get_state_set()
                    told.append(
                        {
                            "role": one.role,
                            "name": one.name,
                            "description": one.itself.get_description(),
                            "actions": actions(one.itself),
                            "checked": states.contains(Atspi.StateType.CHECKED),
                            "enabled": states.contains(Atspi.StateType.SENSITIVE),
                        }
                    )
            except GLib.GError:
                continue
        return told

    def texts(self, part: str = "") -> list[str]:
        """Every text on the page that is not a control's; only those with these words in them, if there are any."""
        labels = [one.name for one in self.showing() if one.role == "label" and one.name]
        return [text for text in labels if part in text]

    def find(self, name: str) -> Atspi.Accessible | None:
        """A control by its whole name."""
        for one in self.showing():
            if one.role in PRESSED and one.name == name:
                return one.itself
        return None

    def wait_for(self, what: str, found: Callable[[], object], patience_s: float = PATIENCE_S) -> Any:
        """Ask again until there is an answer: trees of new pages come a moment later."""
        end = time.monotonic() + patience_s
        while time.monotonic() < end:
            try:
                answer = found()
            except GLib.GError:
                answer = None
            if answer:
                return answer
            time.sleep(0.05)
        names = [control["name"] for control in self.controls()]
        raise SystemExit(f"not found within {patience_s} s: {what}; there are: {names}; texts: {self.texts()}")

    def press(self, name: str) -> None:
        """Press a control by name, as a screen reader does: by its action, not by its place."""
        if not act(self.wait_for(name, lambda: self.find(name)), "press", "toggle"):
            self._read_page()
            self.wait_for(f"{name}, to be pressed", lambda: act(self.find(name), "press", "toggle"))

    def _read_page(self) -> None:
        """Go through everything that takes the keyboard, as a reader of the page does; it scrolls along."""
        for one in self.showing():
            if one.role in PRESSED:
                act(one.itself, "setfocus")

    def press_each(self, titles: dict[str, str]) -> dict[str, str]:
        """Press controls by name, one after the other; return those after which the page did not bear its title."""
        controls = {one.name: one.itself for one in self.showing() if one.role in PRESSED}
        silent = {name: "there is no such control" for name in titles if name not in controls}
        title: Atspi.Accessible | None = None
        for name, wanted in titles.items():
            if name in silent:
                continue
            act(controls[name], "press")
            if title is None:
                self.wait_for(wanted, partial(self.texts, wanted))
                title = next(one.itself for one in self.showing() if one.name == wanted)
            try:
                self.wait_for(wanted, partial(is_heard, title, wanted))
            except SystemExit:
                silent[name] = heard(title)
        return silent


def heard(one: Atspi.Accessible) -> str:
    """The name as it is now."""
    one.clear_cache()
    return str(one.get_name())


def is_heard(one: Atspi.Accessible, name: str) -> bool:
    """Tell whether it bears that name now."""
    return heard(one) == name


def act(one: Atspi.Accessible | None, *names: str) -> bool:
    """Do the first of these actions that there is; False if there is none."""
    if one is None:
        return False
    there = [action.lower() for action in actions(one)]
    for name in names:
        if name in there:
            return bool(one.get_action_iface().do_action(there.index(name)))
    return False


def actions(one: Atspi.Accessible) -> list[str]:
    """The names of what can be done with an object."""
    interface = one.get_action_iface()
    return [interface.get_action_name(index) for index in range(interface.get_n_actions())] if interface else []


def main(command: list[str]) -> None:
    """Start the program, obey one JSON line after the other, and end it."""
    program = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    tool = Tool(program.pid)
    try:
        tool.wait_for("the program", tool.root)
        tool.wait_for("its window, to the front", tool.activate)
        for line in sys.stdin:
            order = json.loads(line)
            match order["do"]:
                case "press":
                    tool.press(order["name"])
                    answer: object = True
                case "wait":
                    answer = bool(tool.wait_for(order["name"], partial(tool.find, order["name"])))
                case "press_each":
                    answer = tool.press_each(order["titles"])
                case "wait_text":
                    text = order["text"]
                    answer = tool.wait_for(text, partial(tool.texts, text))
                case "controls":
                    answer = tool.controls()
                case "texts":
                    answer = tool.texts()
                case _:
                    break
            print(f"answer {json.dumps(answer)}", flush=True)
    finally:
        program.terminate()
        program.wait(10)


if __name__ == "__main__":
    main(sys.argv[1:])
