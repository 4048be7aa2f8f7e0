"""How soon a kiosk that was killed is back at its start screen, under a stand-in for systemd.

    python -m bench.back_after_kill [times]

The pause of the shipped unit (`RestartSec`) is counted in. The goal is 5 seconds each time.
"""

import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.kiosk.supervisor import Supervisor, unit

GOAL_SECONDS = 5.0


def main() -> None:
    """Kill it at random moments and print the times."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    pause_seconds = float(unit()["RestartSec"])
    moments = random.Random(7)
    taken: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        supervisor = Supervisor(Path(folder), watchdog_seconds=3)
        for _ in range(times + 1):
            begin = time.monotonic()
            supervisor.start()
            if supervisor.hear(60) != "READY=1":
                raise SystemExit("it did not come back")
            taken.append(time.monotonic() - begin + pause_seconds)
            time.sleep(moments.uniform(0.0, 0.5))
            supervisor.kill()
        supervisor.close()
    taken = taken[1:]  # the first start is no return
    worst = max(taken)
    print(f"killed {times} times: back after {statistics.median(taken):.1f} s in the median, {worst:.1f} s at most")
    print(f"goal: at most {GOAL_SECONDS:.0f} s each time: {'met' if worst <= GOAL_SECONDS else 'missed'}")


if __name__ == "__main__":
    main()
