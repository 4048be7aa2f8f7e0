"""Draws every screen and its main states to PNG files, without a display. The README's pictures come from here."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QScrollArea

from spasm_gui import app
from spasm_gui.knowledge.finding import Answer, AnswerValue
from spasm_gui.knowledge.library import Library
from spasm_gui.knowledge.region import Place, RegionId, Side
from spasm_gui.knowledge.screens import Screen
from spasm_gui.languages import Languages
from spasm_gui.reading.errors import ContentError, Problem
from spasm_gui.reading.library import read_library
from spasm_gui.screens.region_panel import RegionPanel
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.window import Window
from spasm_gui.settings import Preferences

Step = Callable[[Window], None]

ADULT: AnswerValue = "16-49"


def touch(region: str, side: str | None = "left") -> Step:
    """Touch a place."""
    return lambda window: window.touch(Place(RegionId(region), Side(side) if side else None))


def answer(question: str, value: AnswerValue = Answer.YES) -> Step:
    """Answer a question."""
    return lambda window: window.model.answer(question, value)


def pass_until(screen: Screen | None, *, age: AnswerValue = ADULT) -> Step:
    """Pass pages with "none of these" until a screen is reached; None passes all of them."""

    def step(window: Window) -> None:
        model = window.model
        while model.page is not None and model.page.screen is not screen:
            if model.library.screens.age in model.page.ids:
                model.answer(model.library.screens.age, age)
            model.none_of_these()

    return step


def tell(story: str) -> Step:
    """Touch a story card."""
    return lambda window: window.model.tell_story(story)


def also(region: str, side: str | None = "left") -> Step:
    """Touch one more place."""

    def step(window: Window) -> None:
        window.model.toggle(Place(RegionId(region), Side(side) if side else None))

    return step


def _show_view(view: str) -> Step:
    def step(window: Window) -> None:
        if window.figure is not None:
            window.figure.body_map.show_view(view)

    return step


def _scroll_down(window: Window) -> None:
    if isinstance(window.panel, RegionPanel):
        bar = window.panel.scroll_area.verticalScrollBar()
        bar.setValue(bar.maximum())


def _press_region(region: str, side: str) -> Step:
    def step(window: Window) -> None:
        button = window.figure.body_map.region_button(region, side) if window.figure is not None else None
        if button is not None:
            button.click()

    return step


def _strength(strength: int) -> Step:
    def step(window: Window) -> None:
        if window.model.chosen is not None:
            window.model.set_strength(window.model.chosen, strength)

    return step


def _zoom_out(window: Window) -> None:
    if window.figure is not None:
        window.figure.zoom(False)


def _to_the_end(window: Window) -> None:
    for area in window.panel.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def _open_list(window: Window) -> None:
    button = window.panel.findChild(QPushButton, "regionList")
    if isinstance(button, QPushButton):
        button.click()


def _find_out(finding: str) -> Step:
    def step(window: Window) -> None:
        if isinstance(window.panel, RegionPanel) and window.panel.checklist is not None:
            window.panel.checklist.row(finding).button(Answer.NOT_SURE).click()

    return step


def _search(text: str) -> Step:
    def step(window: Window) -> None:
        opener = window.findChild(QPushButton, "openSearch")
        if opener is not None:
            opener.click()
        field = window.findChild(QLineEdit, "search")
        if field is not None:
            field.setText(text)

    return step


def press(name: str) -> Step:
    """Press the button of a name."""

    def step(window: Window) -> None:
        button = window.findChild(QPushButton, name)
        if button is not None:
            button.click()

    return step


def _muscle(muscle: str) -> Step:
    def step(window: Window) -> None:
        name = window.findChild(QAbstractButton, f"muscle.{muscle}")
        if name is not None:
            name.click()

    return step


def stops(library: Library) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """The stops of the tour: a name for the file, and the steps that lead there from a new visit."""
    yield "01-home", ()
    yield "02-home-back", (_show_view("back"),)
    yield "02-home-side", (_show_view("profile-left"),)
    yield "02-home-female-side", (press("figure.female"), _show_view("profile-right"))
    yield "02-home-female", (press("figure.female"),)
    yield "02-home-female-back", (press("figure.female"), _show_view("back"))
    yield "03-home-list", (_open_list,)
    for view in ("head", "side-left", "palm-left", "hand-back-right", "foot-top-left", "sole-right"):
        yield f"04-close-up-{view}", (_show_view(view),)
    yield "05-thumb", (_show_view("palm-left"), _press_region("thumb", "left"))
    yield "06-strength", (touch("thigh-front"), _strength(7), also("knee"), _strength(1), _zoom_out)
    yield "07-referred-arm", (touch("hand"), also("upper-arm"), pass_until(None))
    yield "08-referred-heart", (touch("jaw"), also("shoulder"), answer("chest-pressure"))
    calf = touch("calf", "left")
    yield "10-calf-right-now", (_show_view("back"), calf)
    yield "10-calf-female", (press("figure.female"), _show_view("back"), calf)
    yield "10-hip-side", (_show_view("profile-left"), touch("hip"))
    yield "11-calf-find-out", (_show_view("back"), calf, pass_until(Screen.SOON), _find_out("limb-swollen"))
    yield "12-calf-causes", (_show_view("back"), calf, _scroll_down)
    yield "13-calf-about-you", (_show_view("back"), calf, pass_until(Screen.YOU), answer("age-band", ADULT))
    yield "14-calf-stories", (_show_view("back"), calf, pass_until(Screen.STORIES))
    night = (_show_view("back"), calf, pass_until(Screen.STORIES), tell("night-cramp-story"))
    yield "20-advice-self-treat", night
    yield "21-advice-physician", (_show_view("back"), calf, pass_until(None))
    yield "22-same-day-so-far", (calf, pass_until(Screen.SOON), answer("limb-swollen"))
    yield "23-advice-same-day", (calf, pass_until(Screen.SOON), answer("limb-swollen"), pass_until(None))
    yield "24-to-phone", (*night, press("toPhone"))
    swollen = (calf, pass_until(Screen.SOON), answer("limb-swollen"), pass_until(None))
    yield "25-to-phone-same-day", (*swollen, press("toPhone"))
    plan = (*night, press("plan"), press("add.calf-wall-stretch"), press("add.calf-cramp-release"))
    yield "26-plan-empty", (*night, press("plan"))
    yield "27-plan", (*plan, press("more.times.calf-wall-stretch"))
    yield "28-plan-advice", (*plan, press("closePlan"))
    yield "29-plan-to-phone", (*plan, press("closePlan"), press("toPhone"))
    yield "30-emergency", (touch("chest"), answer("chest-pressure"))
    yield "31-emergency-doubt", (touch("lower-back"), pass_until(Screen.HERE), answer("saddle", Answer.YES))
    yield "40-cause", (_show_view("back"), calf, lambda window: window.open_cause("dvt"))
    yield "41-cause-cramp", (*night, lambda window: window.open_cause("night-leg-cramp"))
    tetany = next((one.term for one in library.definitions if one.id == "tetany"), "tetany")
    yield "42-search", (_search("cramp"),)
    yield "43-search-side", (_search(library.regions[RegionId("calf")].name), press("hit.region.calf"))
    yield "44-search-word", (_search(tetany), press("hit.word.tetany"))
    yield "45-search-nothing", (_search("xyzzy"),)
    yield "46-browse-causes", (press("browse"), press("letter.C"))
    yield "47-browse-muscles", (press("browse"), press("shelf.muscles"), press("letter.C"))
    yield "48-browse-words", (press("browse"), press("shelf.words"))
    yield "49-browse-cause", (press("browse"), press("letter.N"), press("cause.night-leg-cramp"))
    yield "52-movement", (press("browse"), press("movement"))
    yield "53-movement-nerve", (press("browse"), press("movement"), press("step.nerve"))
    yield "54-movement-words", (press("browse"), press("movement"), _to_the_end)
    strain = (_show_view("back"), calf, lambda window: window.open_cause("calf-strain"), press("compare"))
    yield "55-compare", strain
    yield "55-compare-choice", (*strain, press("chooseCauses"))
    told = (_show_view("back"), calf, pass_until(Screen.SOON), answer("limb-swollen"), answer("p-sore-on-use"))
    three = (*told, lambda window: window.open_comparison("calf-strain", "night-leg-cramp", "dvt"))
    yield "56-compare-three", three
    yield "57-compare-settle", (*three, _to_the_end)
    yield "58-cause-face", (touch("face"), lambda window: window.open_cause("hemifacial-spasm"))
    yield "58-cause-brain-and-cord", (lambda window: window.open_cause("multiple-sclerosis"),)
    yield "62-explain", (press("explain"),)
    yield "62-explain-choose", (touch("calf"), press("explain"))
    face = (touch("face"), lambda window: window.open_explain("hemifacial-spasm"))
    yield "62-explain-face", face
    yield "62-explain-face-marked", (*face, press("stepAfter"), _muscle("orbicularis-oculi"), press("markPlace"))
    yield "62-explain-heart", (touch("jaw"), lambda window: window.open_explain("stable-angina"))
    yield "62-explain-cramp", (touch("calf"), lambda window: window.open_explain("night-leg-cramp"))
    neck = (touch("back-neck"), lambda window: window.open_explain("neck-nonspecific"), press("planExamined"))
    yield "63-examined", neck
    chosen = (*neck, press("add.gentle-neck-turns"), press("add.neck-side-stretch"), press("add.chin-tuck"))
    yield "63-examined-asks", chosen
    yield "63-examined-confirmed", (*chosen, press("confirmExamined"))
    yield "63-examined-to-phone", (*chosen, press("confirmExamined"), press("toPhone"))
    yield "54-movement-mixed-up", (press("browse"), press("movement"), press("toWords"))
    wall = (*night, press("exercise.calf-wall-stretch"))
    yield "59-exercise", wall
    yield "59-exercise-hold", (*wall, press("startPause"))
    yield "59-exercise-stopped", (*wall, press("stop.numbness"))
    yield "50-several-places", (touch("lower-back"), also("calf", "left"), also("calf", "right"))
    yield "51-many-places", (touch("many-places", None),)
    for region in library.regions.values():
        side = region.sides[0].value if region.sides else None
        yield f"60-region-{region.id}", (touch(region.id, side), pass_until(Screen.HERE))
        yield f"61-stories-{region.id}", (touch(region.id, side), pass_until(Screen.STORIES))


def take(
    out_dir: Path,
    *,
    content: Path,
    size: tuple[int, int],
    kiosk: bool,
    theme: str,
    text_size_percent: int,
    language: str | None = None,
) -> int:
    """Draw every stop into `out_dir`. Returns the exit status.

    Raises:
        UnknownLanguageError: there is no such language.
    """
    app.application()
    languages = Languages(content, read_library(content))
    library = languages.speak(language or languages.offered[0].code)
    out_dir.mkdir(parents=True, exist_ok=True)
    look = Theme(app.tokens(), theme, text_size_percent / 100, is_kiosk=kiosk)
    window = app.main_window(library, look, Preferences(None), languages)
    window.set_reduced_motion(True)
    window.resize(*size)
    window.show()
    for name, steps in stops(library):
        window.start_over()
        settle()
        for step in steps:
            step(window)
            settle()
        window.grab().save(str(out_dir / f"{name}.png"))
        print(out_dir / f"{name}.png")
    window.close()
    languages.fall_silent()
    problems = app.problems_window(ContentError(_PROBLEMS), look)
    problems.resize(*size)
    problems.show()
    settle()
    problems.grab().save(str(out_dir / "90-content-problems.png"))
    problems.close()
    return 0


_PROBLEMS = (
    Problem("causes/calf.yaml", 14, "finding 'calf_swolen' is not defined; did you mean 'calf_swollen'?"),
    Problem("causes/calf.yaml", 22, "cause 'calf_strain' names no source; give a key from sources.yaml"),
    Problem("rules/leg.yaml", 9, "rule 'clot' is already defined on line 4 of rules/leg.yaml"),
)


def settle() -> None:
    """Let everything that waits happen: layouts, zero timers, deferred deletions."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
