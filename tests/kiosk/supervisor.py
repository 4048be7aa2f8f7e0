"""A stand-in for systemd: starts the kiosk as the shipped unit says, hears what it is told, and kills it."""

import configparser
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
ASSETS = CHECKOUT / "assets" / "kiosk"


def unit(name: str = "spasm-map-kiosk.service", section: str = "Service") -> configparser.SectionProxy:
    """A section of a shipped unit. Where a key stands twice, the last one counts."""
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(ASSETS / name, encoding="utf-8")
    return parser[section]


class Supervisor:
    """Stands in for systemd: starts the kiosk as the shipped unit says and hears what it is told."""

    def __init__(self, folder: Path, *, watchdog_seconds: float, display: str = "") -> None:
        self._ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._ear.bind(str(folder / "notify"))
        self._environment = {
            **os.environ,
            **({"QT_QPA_PLATFORM": "xcb", "DISPLAY": display} if display else {"QT_QPA_PLATFORM": "offscreen"}),
            "NOTIFY_SOCKET": str(folder / "notify"),
            "WATCHDOG_USEC": str(int(watchdog_seconds * 1_000_000)),
        }
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, code: str = "from spasm_gui import cli; raise SystemExit(cli.main())") -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", code, "--kiosk", "--config", "kiosk-demo.toml"],
            cwd=CHECKOUT,
            env=self._environment,
        )

    def keep_up(self, arguments: list[str]) -> list[int]:
        """Start a program again and again, as the unit says, until it died so often that it is left alone.

        Returns the statuses it ended with. A systemd that waits between two starts is not waited for.
        """
        limits = unit(section="Unit")
        statuses: list[int] = []
        until = time.monotonic() + float(limits["StartLimitIntervalSec"])
        while len(statuses) < int(limits["StartLimitBurst"]):
            command = [sys.executable, "-m", "spasm_gui", *arguments]
            done = subprocess.run(command, cwd=CHECKOUT, env=self._environment, stderr=subprocess.DEVNULL, check=False)
            statuses.append(done.returncode)
            assert time.monotonic() < until, "it died too seldom to be left alone"
        return statuses

    def hear(self, within_seconds: float) -> str:
        """The next word, or "silence"."""
        self._ear.settimeout(within_seconds)
        try:
            return self._ear.recv(200).decode()
        except TimeoutError:
            return "silence"

    def forget_what_was_said(self) -> None:
        while self.hear(0.001) != "silence":
            pass

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait(10)
        self.forget_what_was_said()

    def close(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.kill()
        self._ear.close()
