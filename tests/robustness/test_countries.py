"""The same visit in other countries, time zones and on other days: the same ids, the same outcome, the same words."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent.parent
VISIT = """
import datetime, json, sys, time
from PySide6.QtWidgets import QLabel
from spasm_gui import app, places
from spasm_gui.knowledge.finding import Answer
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.languages import Languages
from spasm_gui.reading.library import read_library
from spasm_gui.screens.theme import Theme
from spasm_gui.settings import Preferences, default_path
from spasm_gui.tour import settle

app.application()
source = read_library(places.content_dir(), with_cases=False)
day = datetime.date.fromisoformat(sys.argv[1])
languages = Languages(places.content_dir(), source, today=lambda: day)
library = languages.speak("en")
window = app.main_window(library, Theme(app.tokens(), "light"), Preferences(default_path()), languages)
window.show()
window.touch(Place(RegionId("calf"), Side.LEFT))
model = window.model
asked = []
while model.page is not None:
    asked += model.page.ids
    if "age-band" in model.page.ids:
        model.answer("age-band", "16-49")
    model.none_of_these()
    settle()
settle()
said = [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
legal = window.legal_words()
print(json.dumps([sorted(library.regions), asked, model.assessment.level.value, [one for one in said if one != legal]]))
"""
ELSEWHERE = [
    ("tr_TR.UTF-8", "Europe/Istanbul", "2027-01-01"),
    ("ar_EG.UTF-8", "Pacific/Kiritimati", "2027-01-01"),
    ("fa_IR.UTF-8", "America/St_Johns", "2027-01-01"),
    ("hi_IN.UTF-8", "Asia/Kolkata", "1970-01-01"),
    ("de_DE.UTF-8", "Europe/Berlin", "2028-12-01"),
    ("C", "UTC", "2027-01-01"),
]


def visit(locale: str, zone: str, day: str) -> list[object]:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": locale,
        "LANG": locale,
        "TZ": zone,
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    done = subprocess.run(
        [sys.executable, "-c", VISIT, day],
        cwd=CHECKOUT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told: list[object] = json.loads(done.stdout)
    return told


@pytest.mark.slow
def test_countries_zones_and_days_change_no_outcome_and_no_word() -> None:
    at_home = visit("en_GB.UTF-8", "Europe/London", "2027-01-01")
    assert at_home[2] == "physician"
    for locale, zone, day in ELSEWHERE:
        assert visit(locale, zone, day) == at_home, f"{locale} {zone} {day}"
