"""The explain view: a large figure with names and rings, the chain, and what happens step by step.

For somebody who explains to another person, on a screen that both look at. It reads the visit if there is one and
changes nothing in it; only the marks of the pen are kept with it.
"""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.explaining import disturbed_links, disturbed_spots, mechanism_steps
from spasm_gui.knowledge.cause import Cause, CauseId
from spasm_gui.knowledge.mark import Mark, Marks, circle
from spasm_gui.knowledge.movement import LinkId
from spasm_gui.knowledge.region import MuscleId, Place
from spasm_gui.knowledge.spot import Spot
from spasm_gui.screens.cause_figure import SpotWords
from spasm_gui.screens.chain import MovementChain
from spasm_gui.screens.explain_choice import ExplainChoice
from spasm_gui.screens.explain_shown import places_to_show, what_is_shown
from spasm_gui.screens.explain_stage import ExplainStage, Tool
from spasm_gui.screens.explain_state import Choice, Explaining
from spasm_gui.screens.explain_steps import ExplainSteps
from spasm_gui.screens.explain_tools import ExplainTools
from spasm_gui.screens.flow import FlowBox
from spasm_gui.screens.places_words import capitalised, place_name
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.words import RING_PX, Button, PageScroll, Text, column, inset
from spasm_gui.screens.wrapping import WrappingButton

_STAGE_SHARE = 0.52
_STAGE_SHARE_LARGE_TEXT = 0.4
_STAGE_SHARE_PORTRAIT = 0.46
_LARGE_TEXT = 1.3
_VIEWS = ("front", "back", "side-right", "side-left")
_MUSCLE_MARK_MM = 17.0


class ExplainPage(QFrame):
    """The figure, the cause, and the words to explain it with.

    Signals:
        closed: back to where the person came from.
        moved: something else is shown. Carries the Explaining.
        plan_requested: somebody who examined the person chooses from the exercises of what is shown. Not on a kiosk.
    """

    closed = Signal()
    moved = Signal(object)
    plan_requested = Signal()

    def __init__(
        self,
        model: VisitModel,
        drawing: BodyDrawing | None,
        theme: Theme,
        state: Explaining,
        size: tuple[int, int],
        *,
        is_portrait: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._model, self._drawing, self._theme, self._state = model, drawing, theme, state
        self._tool: Tool = "touch"
        self._stage: ExplainStage | None = None
        self._tools: ExplainTools | None = None
        self._told: QWidget | None = None
        width, height = size
        direction = QBoxLayout.Direction.TopToBottom if is_portrait else QBoxLayout.Direction.LeftToRight
        layout = QBoxLayout(direction, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._room = width
        if drawing is not None:
            holder = self._new_stage(drawing)
            share = _STAGE_SHARE if theme.text_factor <= _LARGE_TEXT else _STAGE_SHARE_LARGE_TEXT
            if is_portrait:
                holder.setFixedHeight(round(height * _STAGE_SHARE_PORTRAIT))
            else:
                holder.setFixedWidth(round(width * share))
                self._room = width - round(width * share)
            layout.addWidget(holder)
        self._side = 24 if self._room > 520 else 16
        self._body = QWidget()
        self._body.setObjectName("panelBody")
        self._told_place = column(0, (self._side - RING_PX, 8, self._side - RING_PX, 20))
        self._body.setLayout(self._told_place)
        layout.addWidget(PageScroll(self._body), 1)
        for key, step in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda by=step: self._step_by_arrow(by))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self).activated.connect(self._erase_last)
        model.marks_changed.connect(self._show_marks)
        self._show()

    @property
    def state(self) -> Explaining:
        """What is shown."""
        return self._state

    @property
    def stage(self) -> ExplainStage | None:
        """The figure, where a drawing could be loaded."""
        return self._stage

    # ------------------------------------------------------------------ the figure

    def _new_stage(self, drawing: BodyDrawing) -> QWidget:
        holder = QFrame()
        holder.setObjectName("explainFigure")
        colours = self._theme.colours
        holder.setStyleSheet(
            f"QFrame#explainFigure {{ background: {colours['page']}; border-right: 1px solid {colours['hairline']}; }}"
        )
        box = QVBoxLayout(holder)
        box.setContentsMargins(10, 6, 10, 4)
        box.setSpacing(4)
        self._stage = ExplainStage(drawing, self._theme)
        views = tuple(one for one in _VIEWS if one in drawing.views)
        self._tools = ExplainTools(self._theme, views, is_narrow=self._theme.text_factor > _LARGE_TEXT)
        box.addWidget(self._stage, 1)
        box.addWidget(self._tools)
        self._stage.place_touched.connect(self._explain_place)
        self._stage.muscle_touched.connect(self._tell_muscle)
        self._stage.mark_drawn.connect(self._draw)
        self._stage.mark_erased.connect(lambda mark: self._model.change_marks(lambda marks: marks.without(mark)))
        self._tools.view_chosen.connect(lambda view: self._go(replace(self._state, view=view)))
        self._tools.close_wanted.connect(lambda close: self._go(replace(self._state, is_close=close)))
        self._tools.tool_chosen.connect(self._use_tool)
        self._tools.undo_wanted.connect(lambda: self._model.change_marks(Marks.undone))
        self._tools.erase_all_wanted.connect(lambda: self._model.change_marks(Marks.cleared))
        self._tools.mark_place_wanted.connect(self._mark_place)
        return holder

    def _places(self) -> tuple[Place, ...]:
        library, state, cause = self._model.library, self._state, self._cause()
        if state.place is not None and state.place.side is not None:
            return (state.place,)
        if cause is None:
            return ()
        return places_to_show(library, cause, self._model.visit.places)

    def _cause(self) -> Cause | None:
        return self._model.library.causes[self._state.cause] if self._state.cause is not None else None

    def _lit(self) -> LinkId | None:
        cause = self._cause()
        several = cause is not None and len(disturbed_links(self._model.library, cause)) > 1
        return cause.interrupts if cause is not None and several else None

    def _show_figure(self) -> None:
        if self._stage is None or self._tools is None or self._drawing is None:
            return
        places = self._places()
        shown = what_is_shown(
            self._model.library,
            self._drawing,
            self._cause(),
            places,
            view=self._state.view,
            is_close=self._state.is_close,
            has_names=True,
            lit=self._lit(),
            side_words=(self.tr("Your left"), self.tr("Your right")),
        )
        self._stage.show_all(shown)
        self._stage.choose_muscle(self._state.muscle or "")
        said = [spot.name for spot in self._ringed()]
        self._stage.setAccessibleName(self.tr("Figure, with a ring at: {places}").format(places=", ".join(said)))
        self._show_marks()

    def _ringed(self) -> list[Spot]:
        cause, stage = self._cause(), self._stage
        if cause is None or stage is None:
            return []
        ringed = {ring.spot for ring in stage.shown.rings}
        return [spot for _, spot in disturbed_spots(self._model.library, cause) if spot.id in ringed]

    # ------------------------------------------------------------------ the pen

    @Slot()
    def _show_marks(self) -> None:
        if self._stage is None or self._tools is None:
            return
        marks = self._model.marks
        if not marks and self._tool == "eraser":
            self._tool = "touch"
        self._stage.show_marks(marks)
        self._stage.use_tool(self._tool)
        shown = self._stage.shown
        parts = [place for place in shown.places if place.side is not None]
        self._tools.show_state(
            offered=tuple(
                view
                for view in _VIEWS
                if view == shown.view or not parts or any(self._is_seen(place, view) for place in parts)
            ),
            view=shown.view,
            can_close=bool(shown.places),
            is_close=shown.is_close,
            tool=self._tool,
            marks=len(marks),
            can_undo=self._model.can_undo_mark,
        )
        self._tools.allow_mark(self._mark_here() is not None)

    def _is_seen(self, place: Place, view: str) -> bool:
        if self._drawing is None or place.side is None or view not in self._drawing.views:
            return False
        return bool(self._drawing.view(view).parts(place.region, place.side.value))

    @Slot(str)
    def _use_tool(self, tool: Tool) -> None:
        self._tool = tool
        self._show_marks()

    @Slot(object)
    def _draw(self, mark: Mark) -> None:
        self._model.change_marks(lambda marks: marks.adding(mark))

    def _mark_here(self) -> Mark | None:
        """Return a ring round the muscle that is told about, or else round the place."""
        stage = self._stage
        if stage is None:
            return None
        point = stage.point_of(self._state.muscle) if self._state.muscle is not None else None
        if point is not None:
            return circle(stage.shown.view, point, _MUSCLE_MARK_MM)
        outlines = [one for one in map(stage.outline_of, stage.shown.places) if one is not None]
        return circle(stage.shown.view, outlines[0].centre, outlines[0].radius) if outlines else None

    @Slot()
    def _mark_place(self) -> None:
        mark = self._mark_here()
        if mark is not None:
            self._draw(mark)

    @Slot()
    def _erase_last(self) -> None:
        if self._model.marks:
            last = self._model.marks[-1]
            self._model.change_marks(lambda marks: marks.without(last))

    # ------------------------------------------------------------------ what is explained

    def _go(self, state: Explaining) -> None:
        if state != self._state:
            self._state = state
            self._show()
            self.moved.emit(state)

    @Slot(object)
    def _explain_place(self, place: Place) -> None:
        self._go(self._state.at(place, self._model.library))

    @Slot(str)
    def _explain_cause(self, cause: str) -> None:
        self._go(self._state.of(CauseId(cause)))

    @Slot(str)
    def _tell_muscle(self, muscle: str) -> None:
        self._go(replace(self._state, muscle=MuscleId(muscle) if muscle else None))
        self._announce(self._muscle_words())

    def _choose(self, choosing: Choice) -> None:
        self._go(replace(self._state, choosing="" if self._state.choosing == choosing else choosing))

    def _steps(self) -> tuple[str, ...]:
        cause = self._cause()
        return mechanism_steps(cause) if cause is not None else ()

    def _step_by_arrow(self, by: int) -> None:
        self._step(-by if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else by)

    @Slot(int)
    def _step(self, by: int) -> None:
        step = self._state.step + by
        if 0 <= step < len(self._steps()):
            self._go(replace(self._state, step=step, choosing=""))
            self._announce(self._steps()[step])

    def _announce(self, words: str) -> None:
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # ------------------------------------------------------------------ the words

    def _show(self) -> None:
        self._show_figure()
        self._show_words()

    def _show_words(self) -> None:
        old, focused = self._told, self.focusWidget()
        name = focused.objectName() if focused is not None and old is not None and old.isAncestorOf(focused) else ""
        self._told = self._new_words()
        if old is not None:
            old.hide()
            self._told_place.removeWidget(old)
            old.deleteLater()
        self._told_place.addWidget(self._told)
        self._told.show()
        again = self._told.findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_words(self) -> QWidget:
        told = QWidget()
        box = column(10)
        told.setLayout(box)
        box.addLayout(self._head())
        if self._state.choosing:
            choice = ExplainChoice(self._model, self._theme, self._state)
            choice.place_chosen.connect(self._explain_place)
            choice.cause_chosen.connect(self._explain_cause)
            box.addWidget(choice)
        else:
            self._add_cause(box)
            self._add_muscle(box)
        box.addStretch(1)
        return told

    def _head(self) -> QHBoxLayout:
        theme, state, model = self._theme, self._state, self._model
        row = QHBoxLayout()
        row.setSpacing(4)
        chips = FlowBox(0)
        named = capitalised(place_name(model.library, state.place, model.for_whom)) if state.place else ""
        for choosing, words, name in (
            ("place", named or self.tr("Choose a place"), "explainPlace"),
            ("cause", self.tr("Other cause") if state.cause else self.tr("Choose a cause"), "explainOther"),
        ):
            is_open = state.choosing == choosing
            chip = WrappingButton(words, theme, icon_name="chevron-up" if is_open else "chevron-down", name=name)
            chip.clicked.connect(lambda _checked=False, one=choosing: self._choose(one))
            chips.add(chip)
        row.addWidget(chips, 1)
        if not theme.is_kiosk and (state.cause is None or model.library.causes[state.cause].self_care):
            plan = Button(
                self.tr("Plan"), theme, icon_name="pen", name="planExamined", on_click=self.plan_requested.emit
            )
            plan.setAccessibleName(self.tr("Choose exercises for a person you examined"))
            plan.setEnabled(state.cause is not None or state.place is not None)
            chips.add(plan)
        back = Button(self.tr("Back"), theme, icon_name="arrow-left", name="closeExplain", on_click=self.closed.emit)
        if theme.text_factor > _LARGE_TEXT:  # side by side, the place would not have the room for its name
            chips.add(back)
            return row
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _add_cause(self, box: QVBoxLayout) -> None:
        cause, theme = self._cause(), self._theme
        if cause is None:
            box.addWidget(inset(Text(self.tr("Explain"), theme, "page_title", bold=True)))
            hint = self.tr("Touch a place on the figure, or choose a place and a cause above.")
            box.addWidget(inset(Text(hint, theme, "lead")))
            return
        title = inset(Text(cause.name, theme, "page_title", bold=True))
        title.setObjectName("explainTitle")
        box.addWidget(title)
        if cause.clinical_name.lower() != cause.name.lower():
            box.addWidget(inset(Text(cause.clinical_name, theme, "lead", italic=True, second=True)))
        width = self._room - 2 * self._side
        links = disturbed_links(self._model.library, cause)
        chain = MovementChain(self._model.library, theme, links, cause.disturbance, width, compact=True)
        chain.light(self._lit() or "")
        box.addWidget(chain)
        main = self._model.library.links[cause.interrupts]
        disturbed = inset(Text(f"{main.name}: {cause.disturbance}", theme, "lead", bold=True))
        disturbed.setStyleSheet(f"color: {theme.colours['pain']};")
        box.addWidget(disturbed)
        told = ExplainSteps(self._steps(), self._state.step, theme)
        told.step_wanted.connect(self._step)
        box.addWidget(told)
        rings = QGridLayout()
        rings.setSpacing(12)
        for index, spot in enumerate(self._ringed()):
            rings.addWidget(SpotWords(spot, theme), index // 2, index % 2, Qt.AlignmentFlag.AlignTop)
            rings.setColumnStretch(index % 2, 1)
        box.addLayout(rings)

    def _muscle_words(self) -> str:
        muscle = next(
            (
                one
                for place in self._places()
                for one in self._model.library.regions[place.region].muscles
                if one.id == self._state.muscle
            ),
            None,
        )
        return "" if muscle is None else f"{muscle.name}: {muscle.action}"

    def _add_muscle(self, box: QVBoxLayout) -> None:
        words = self._muscle_words()
        if words:
            told = inset(Text(words, self._theme, "panel_title", bold=True))
            told.setObjectName("explainMuscle")
            box.addWidget(told)
        elif self._stage is not None and self._stage.names:
            hint = self.tr("Touch the name of a muscle to read what it does.")
            box.addWidget(inset(Text(hint, self._theme, second=True)))
        if self._stage is not None and self._stage.unnamed:
            chips = FlowBox(0)
            for muscle in self._stage.unnamed:
                chip = WrappingButton(muscle.name, self._theme, kind="chip", name=f"muscle.{muscle.id}", checkable=True)
                chip.setAccessibleName(f"{muscle.name} ({muscle.clinical_name})")
                chip.setChecked(muscle.id == self._state.muscle)
                chip.clicked.connect(lambda checked=False, key=muscle.id: self._tell_muscle(key if checked else ""))
                chips.add(chip)
            box.addWidget(chips)
