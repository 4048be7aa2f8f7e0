"""One exercise while it is done: its picture, its steps, a timer, and three ways to say that something is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spasm_gui.knowledge.self_care import SelfCare, SelfCareKind
from spasm_gui.reasoning.stopping import Stop
from spasm_gui.screens.flow import FlowBox
from spasm_gui.screens.hold_ring import HoldBars, HoldRing, digits_of
from spasm_gui.screens.hold_run import HoldRun, Phase
from spasm_gui.screens.icons import picture_pixmap
from spasm_gui.screens.step_list import StepList
from spasm_gui.screens.theme import Theme
from spasm_gui.screens.words import RING_PX, Button, PageScroll, Picture, Plate, Text, column, inset, line

TICK_MS = 100
TICK_MS_REDUCED = 250
TWO_COLUMNS_PX = 860
LARGE_TEXT = 1.3


class ExercisePage(QFrame):
    """One of the exercises that the advice offers.

    The timer counts only while the page is shown; hidden or built anew it is paused. `run` outlives the page.

    Signals:
        closed: back to the advice.
        stopped: something is wrong and the timer stands. Carries the Stop.
        other_wanted: a person wants the next exercise. Carries its id.
    """

    closed = Signal()
    stopped = Signal(object)
    other_wanted = Signal(str)

    def __init__(
        self,
        care: SelfCare,
        offered: Sequence[SelfCare],
        run: HoldRun,
        theme: Theme,
        width: int,
        *,
        reduced_motion: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._care, self._offered, self._theme, self.run = care, tuple(offered), theme, run
        self._reduced_motion = reduced_motion
        self._has_tone = False
        scale = theme.base_px / 17
        self._is_wide = width >= TWO_COLUMNS_PX * scale
        self._side = 24 if width > 560 else 16
        self._room = width - 2 * self._side
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MS_REDUCED if reduced_motion else TICK_MS)
        self._ticker.timeout.connect(self.tick)
        outer = column(0, (1, 1, 0, 0))
        outer.addLayout(self._head())
        outer.addWidget(PageScroll(self._body()), 1)
        outer.addLayout(self._stop_bar())
        self.setLayout(outer)
        self._show_run()

    # ------------------------------------------------------------------ parts

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(self._side - RING_PX, 12, self._side, 4)
        head.setSpacing(12)
        back = Button(
            self.tr("Advice"), self._theme, icon_name="arrow-left", name="backToAdvice", on_click=self.closed.emit
        )
        back.setAccessibleName(self.tr("Back to the advice"))
        title = Text(self._care.name, self._theme, "panel_title", bold=True)
        title.setObjectName("exerciseName")
        head.addWidget(back)
        head.addWidget(title, 1)
        if self._is_wide:
            self._add_other(head)
        return head

    def _add_other(self, row: QHBoxLayout) -> None:
        """Say which of the offered exercises this is, and lead to the next."""
        if len(self._offered) < 2:
            return
        place = self._offered.index(self._care)
        other = self._offered[(place + 1) % len(self._offered)]
        words = self.tr("Exercise {number} of {count}").format(number=place + 1, count=len(self._offered))
        count = Text(words, self._theme, "small", second=True)
        count.setWordWrap(False)
        button = Button(
            self.tr("Next exercise"), self._theme, kind="link", icon_name="arrow-right", name="nextExercise"
        )
        button.setAccessibleName(self.tr("Next exercise: {name}").format(name=other.name))
        button.clicked.connect(lambda _checked=False: self.other_wanted.emit(other.id))
        row.addWidget(count)
        row.addWidget(button)

    def _body(self) -> QWidget:
        body = QWidget()
        body.setObjectName("panelBody")
        sides = QBoxLayout.Direction.LeftToRight if self._is_wide else QBoxLayout.Direction.TopToBottom
        layout = QBoxLayout(sides, body)
        layout.setContentsMargins(self._side, 8, self._side, 12)
        layout.setSpacing(28 if self._is_wide else 14)
        right = column(14)
        if self.run.hold_seconds:
            right.addLayout(self._timer_row())
        else:
            right.addWidget(Text(self._care.repeats, self._theme, "lead", bold=True))
        if self._is_wide:
            layout.addLayout(self._picture(), 10)
        elif self._theme.text_factor > LARGE_TEXT:  # the timer first, else it is far below
            right.addLayout(self._picture())
        else:
            layout.addLayout(self._picture())
        self._list = StepList(self._care.steps, self._theme)
        right.addWidget(self._list)
        if not self.run.hold_seconds:
            right.addWidget(self._next_button(), 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self._stop_signs())
        if not self._is_wide:
            row = QHBoxLayout()
            self._add_other(row)
            row.addStretch(1)
            right.addLayout(row)
        right.addStretch(1)
        layout.addLayout(right, 12)
        return body

    def _picture(self) -> QVBoxLayout:
        box = column(6)
        if self._care.picture is None:
            return box
        room = round(self._room * (0.44 if self._is_wide else 1.0))
        tall = round(self._theme.base_px * (26 if self._is_wide else 17))
        pixmap = picture_pixmap("exercises", self._care.picture, room - 12, tall, 2.0)
        box.addWidget(Plate(pixmap, self._theme), 0, Qt.AlignmentFlag.AlignHCenter)
        if self._care.kind is SelfCareKind.STRETCH:
            box.addWidget(Text(self.tr("Where it is hatched you may feel a pull, not a pain."), self._theme, "small"))
        box.addStretch(1)
        return box

    def _timer_row(self) -> QBoxLayout:
        theme, run = self._theme, self.run
        share = 0.52 if self._is_wide else 1.0
        beside = self._room * share > theme.base_px * (28 if self._is_wide else 24)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        row.setSpacing(28 if beside else 10)
        side = round(
            min(theme.base_px * 14 / max(1.0, theme.text_factor) ** 0.5, self._room * share * (0.42 if beside else 0.7))
        )
        self._ring = HoldRing(run, theme, side, in_whole_seconds=self._reduced_motion)
        row.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignCenter)
        box = column(8)
        self._phase_words = Text("", theme, "lead", bold=True)
        self._phase_words.setObjectName("holdWords")
        self._bars = HoldBars(run, theme)
        box.addWidget(inset(self._phase_words))
        bars = QHBoxLayout()
        bars.setContentsMargins(RING_PX, 0, RING_PX, 0)
        bars.addWidget(self._bars)
        box.addLayout(bars)
        box.addWidget(inset(Text(self._care.repeats, theme, second=True)))
        self._main = Button("", theme, kind="main", icon_name="timer", name="startPause", on_click=self._start_or_pause)
        box.addWidget(self._main)
        small = FlowBox(0)
        small.add(self._next_button())
        self._tone = Button(self.tr("Tone: off"), theme, icon_name="speak", name="tone", on_click=self._switch_tone)
        small.add(self._tone)
        box.addWidget(small)
        box.addStretch(1)
        row.addLayout(box, 1)
        return row

    def _next_button(self) -> Button:
        self._next = Button(
            self.tr("Next step"), self._theme, icon_name="arrow-right", name="next", on_click=self._go_on
        )
        return self._next

    def _stop_signs(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "note")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 8, 12, 10)
        inside.setSpacing(2)
        inside.addWidget(Text(self.tr("Stop if"), self._theme, "small", bold=True))
        for sign in self._care.stop_if:
            inside.addWidget(Text(sign, self._theme, "small"))
        return frame

    def _stop_bar(self) -> QVBoxLayout:
        """Always in sight: it is no part of what scrolls."""
        theme = self._theme
        bar = column(4, (self._side, 0, self._side, 8))
        bar.addWidget(line())
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Picture("close", theme.colours["ink"], theme.icon_px), 0, Qt.AlignmentFlag.AlignVCenter)
        words = self.tr("Stop if something is wrong. The timer ends and the advice is checked again.")
        head.addWidget(Text(words, theme, "small", bold=True), 1)
        bar.addLayout(head)
        in_one_row = self._room > theme.base_px * 38
        row, flow = QHBoxLayout(), FlowBox(0)
        row.setSpacing(2)
        for stop, said in (
            (Stop.WORSE, self.tr("It got worse")),
            (Stop.NUMBNESS, self.tr("New numbness or weakness")),
            (Stop.UNWELL, self.tr("I feel unwell")),
        ):
            button = Button(said, theme, bold=True, name=f"stop.{stop.value}")
            button.clicked.connect(lambda _checked=False, stop=stop: self._stop(stop))
            if in_one_row:
                row.addWidget(button, 1)
            else:
                flow.add(button)
        if in_one_row:
            bar.addLayout(row)
            flow.deleteLater()
        else:
            bar.addWidget(flow)
        return bar

    # ------------------------------------------------------------------ what happens

    @Slot()
    def tick(self) -> None:
        """Look at the clock. Whatever is due happens now."""
        if self.run.tick():
            self._changed_phase()
        elif self.run.hold_seconds:
            self._ring.update()
            self._bars.update()

    def _start_or_pause(self) -> None:
        if self.run.is_running:
            self.run.pause()
            self._show_run()
        else:
            begins = self.run.phase in (Phase.READY, Phase.DONE)
            self.run.start()
            if begins:
                self.run.step = max(self.run.step, self._hold_step())
            self._changed_phase()

    def _hold_step(self) -> int:
        """The first step that speaks of holding, which is the one to read while the timer runs."""
        word = self.tr("hold", "as it stands in the steps of an exercise").casefold()
        return next((number for number, step in enumerate(self._care.steps) if step.casefold().startswith(word)), 0)

    def _go_on(self) -> None:
        if self.run.phase in (Phase.HOLD, Phase.REST):
            self.run.skip()
            self._changed_phase()
        else:
            self.run.next_step()
            self._show_run()

    def _switch_tone(self) -> None:
        self._has_tone = not self._has_tone
        self._tone.set_text(self.tr("Tone: on") if self._has_tone else self.tr("Tone: off"))

    def _stop(self, stop: Stop) -> None:
        self._ticker.stop()
        self.run.stop()
        self.stopped.emit(stop)

    def _changed_phase(self) -> None:
        self._show_run()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._spoken()))
        if self._has_tone:
            QApplication.beep()

    def _show_run(self) -> None:
        run = self.run
        self._list.show_step(run.step)
        is_timed = bool(run.hold_seconds)
        counts = is_timed and run.phase in (Phase.HOLD, Phase.REST)
        self._next.set_text(self.tr("Skip") if counts else self.tr("Next step"))
        self._next.setEnabled(counts or run.step < run.steps - 1)
        if not is_timed:
            return
        if run.is_running:
            self._ticker.start()
            self._main.set_text(self.tr("Pause"))
        else:
            self._ticker.stop()
            starts = {Phase.READY: self.tr("Start"), Phase.DONE: self.tr("Start again")}
            self._main.set_text(starts.get(run.phase, self.tr("Go on")))
        self._main.set_icon_name("pause" if run.is_running else "timer")
        self._phase_words.setText(self._phase_title())
        self._ring.setAccessibleName(self._spoken())
        self._ring.update()
        self._bars.update()

    def _phase_title(self) -> str:
        run = self.run
        if run.phase is Phase.DONE:
            return self.tr("Done. Change sides if both are to be stretched.")
        if run.phase is Phase.REST:
            return self.tr("Rest, then hold {number} of {count}").format(number=run.hold + 1, count=run.holds)
        return self.tr("Hold {number} of {count}").format(number=run.hold, count=run.holds)

    def _spoken(self) -> str:
        if self.run.phase is Phase.DONE:
            return self._phase_title()
        return self.tr("{phase}. Time: {time}").format(phase=self._phase_title(), time=digits_of(self.run))

    # ------------------------------------------------------------------ Qt

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.run.pause()
        self._ticker.stop()
