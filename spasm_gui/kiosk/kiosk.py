"""Puts the parts of a kiosk round the one window: lock, idle watch, start screen, countdown, hidden exit.

1. The start screen lies over a fresh window; nothing is counted.
2. A touch takes it away and starts the watch. Every input starts the quiet time anew.
3. Nobody there: a sheet covers the visit and counts down. "I am still here" takes it away.
4. At zero the visit, the look, the clipboard and everything Python still holds of it are gone; on with 1.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from spasm_gui.drawing.pictures import BodyDrawing
from spasm_gui.kiosk.attract import AttractPage
from spasm_gui.kiosk.config import KioskConfig
from spasm_gui.kiosk.idle import IdleWatch, now_ms
from spasm_gui.kiosk.idle_sheet import MORE_TIME, IdleSheet
from spasm_gui.kiosk.lock import Lock, forget_clipboard
from spasm_gui.kiosk.pin import PinGate
from spasm_gui.kiosk.pin_pad import PinPad
from spasm_gui.kiosk.touch_scroll import FingerScroll
from spasm_gui.kiosk.upper_half import UpperHalf
from spasm_gui.screens.icons import forget_icons
from spasm_gui.screens.window import Window
from spasm_gui.sweeping import Sweep

_SWEEP_MS = 50
_RINGS, _RING_MS = 3, 900


class Kiosk(QObject):
    """A window that nobody minds.

    `invitations` are shown in turn on the start screen, one pair of lines for each language.

    Signals:
        exit_granted: somebody gave the right PIN; the program may end.
    """

    exit_granted = Signal()

    def __init__(
        self,
        window: Window,
        drawing: BodyDrawing | None,
        config: KioskConfig,
        watch: IdleWatch | None,
        invitations: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__(window)
        self._window, self._drawing, self._config = window, drawing, config
        self._look, self._language, self._invitations = window.theme, window.language, invitations
        self._countdown_ms = config.countdown_seconds * 1000
        self._watch = watch or IdleWatch(config.idle_seconds * 1000, self._countdown_ms)
        self._watch.setParent(self)
        self._lock = Lock(window)
        self._fingers = FingerScroll(window)
        self._gate = PinGate(config.exit_pin_hash, now_ms)
        self._attract: AttractPage | None = None
        self._sheet: IdleSheet | None = None
        self._pad: PinPad | None = None
        self._above: UpperHalf | None = None
        self._rings_left = 0
        self._has_rung = False
        self._lets_exercise = False
        self._ringing = QTimer(self)
        self._ringing.setInterval(_RING_MS)
        self._sweep = Sweep(drawing, _SWEEP_MS, self)
        self._connect_parts()
        self._follow_visit()

    def _connect_parts(self) -> None:
        self._watch.warning_started.connect(self._ask_whether_still_there)
        self._watch.renewed.connect(self._take_sheet_away)
        self._watch.expired.connect(self.show_start)
        self._window.started_over.connect(self._on_started_over)
        self._window.rebuilt.connect(self._fit_to_room)
        self._window.theme_chosen.connect(self._watch.note_input)
        self._window.text_size_chosen.connect(self._watch.note_input)
        self._window.installEventFilter(self)
        # The last to listen hears first: what the lock refuses is still input, but moves no page.
        self._lock.window_replaced.connect(self._fingers.listen_to)
        self._lock.window_replaced.connect(self._watch.watch)
        self._lock.exit_gesture_made.connect(self._ask_for_pin)
        self._ringing.timeout.connect(self._ring)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def begin(self) -> None:
        """Cover the screen with the start screen."""
        self._lock.show()
        self._show_attract()

    @property
    def window(self) -> Window:
        """The one window."""
        return self._window

    @property
    def watch(self) -> IdleWatch:
        """What notices that people have left."""
        return self._watch

    # ------------------------------------------------------------------ start screen and new visits

    @Slot()
    def show_start(self) -> None:
        """Forget the visit and wait for the next person."""
        self._window.start_over()
        self._show_attract()

    def _show_attract(self) -> None:
        self._watch.stop()
        self._taken_away(self._attract)
        self._attract = AttractPage(
            self._drawing,
            self._look.fitted(self._window.width(), self._window.height()),
            self._invitations,
            (self._config.clinic_name, f"{self._config.opening_hours} · {self._config.telephone}"),
            self._window.legal_words(),
            reduced_motion=self._config.reduced_motion,
            parent=self._window,
        )
        self._attract.clicked.connect(self._on_somebody_came)
        self._lay_over(self._attract)

    @Slot()
    def _on_somebody_came(self) -> None:
        self._attract = self._taken_away(self._attract)
        self._window.setFocus()
        self._watch.start()

    @Slot()
    def _on_started_over(self) -> None:
        """A new visit has begun, however that came about: what the last person set or copied goes too."""
        self._take_sheet_away()
        self._pad = self._taken_away(self._pad)
        now = self._window.theme
        if (now.name, now.text_factor) != (self._look.name, self._look.text_factor):
            forget_icons()
            self._window.set_theme(self._look)
        if self._window.language != self._language:
            self._window.language_chosen.emit(self._language)
        if self._window.findChild(QWidget, "notice") is not None:
            self._window.show_notice("")
        forget_clipboard()
        self._follow_visit()
        if self._attract is None:
            self._watch.start()
        self._sweep.soon()

    def _follow_visit(self) -> None:
        """The actions of assistive tools reach no window, but they change the visit."""
        self._has_rung = False
        self._ringing.stop()
        self._window.model.changed.connect(self._watch.note_input)
        self._window.model.changed.connect(self._ring_in_an_emergency)

    @Slot()
    def _ring_in_an_emergency(self) -> None:
        """Call attention once in a visit, if the clinic wants it."""
        if self._config.emergency_sound and not self._has_rung and self._window.model.is_emergency():
            self._has_rung, self._rings_left = True, _RINGS
            self._ring()
            self._ringing.start()

    @Slot()
    def _ring(self) -> None:
        self._rings_left -= 1
        QApplication.beep()
        if self._rings_left <= 0:
            self._ringing.stop()

    # ------------------------------------------------------------------ are you still there?

    @Slot()
    def _ask_whether_still_there(self) -> None:
        if self._window.is_exercising and not self._lets_exercise:
            self._lets_exercise = True  # once: whoever holds a stretch touches nothing, whoever has left neither
            self._give_more_time()
            return
        self._lets_exercise = False
        self._pad = self._taken_away(self._pad)
        sheet = IdleSheet(self._watch, self._countdown_ms, self._window.theme, self._window.room.height(), self._window)
        sheet.still_here.connect(self._watch.renew)
        sheet.more_time_requested.connect(self._give_more_time)
        sheet.start_over_requested.connect(self._window.start_over)
        self._sheet = sheet
        self._lay_over(sheet)

    @Slot()
    def _give_more_time(self) -> None:
        self._watch.renew(MORE_TIME)

    @Slot()
    def _take_sheet_away(self) -> None:
        self._sheet = self._taken_away(self._sheet)
        self._fit_to_room()

    # ------------------------------------------------------------------ the way out

    @Slot()
    def _ask_for_pin(self) -> None:
        if self._pad is not None or self._sheet is not None or not self._gate.is_open_for_tries:
            return
        room = self._window.room
        self._pad = PinPad(self._look.fitted(room.width(), room.height()), self._window)
        self._pad.pin_entered.connect(self._on_pin_entered)
        self._pad.closed.connect(self._close_pad)
        self._lay_over(self._pad)

    @Slot(str)
    def _on_pin_entered(self, pin: str) -> None:
        if self._gate.lets_through(pin):
            self.exit_granted.emit()
        elif not self._gate.is_open_for_tries:
            self._close_pad()

    @Slot()
    def _close_pad(self) -> None:
        self._pad = self._taken_away(self._pad)
        self._fit_to_room()

    # ------------------------------------------------------------------ sheets over the window

    def _top_sheet(self) -> QWidget | None:
        return self._pad or self._sheet or self._attract

    def _lay_over(self, sheet: QWidget) -> None:
        sheet.setGeometry(self._window.rect())
        self._fit_to_room()
        sheet.show()
        self._raise_sheets()
        _focus_first(sheet)

    @Slot()
    def _fit_to_room(self) -> None:
        """Lay the sheets where hands reach, and something calm over the rest of the window.

        An emergency shows its act up there, as nobody has to touch it; a sheet that asks hides that, too.
        """
        self._above = self._taken_away(self._above)
        room = self._window.room
        is_sheet_open = self._sheet is not None or self._pad is not None
        if room.top() > 0 and (self._window.mode != "emergency" or is_sheet_open):
            self._above = UpperHalf(self._config.clinic_name, self._window.theme, self._window)
            self._above.setGeometry(0, 0, room.width(), room.top())
            self._above.show()
            self._raise_sheets()
        for sheet in (self._sheet, self._pad):
            if sheet is not None:
                sheet.setGeometry(room)

    def _raise_sheets(self) -> None:
        for sheet in (self._above, self._attract, self._sheet, self._pad):
            if sheet is not None:
                sheet.raise_()

    @staticmethod
    def _taken_away(sheet: QWidget | None) -> None:
        if sheet is not None:
            sheet.hide()
            sheet.deleteLater()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Keep the keyboard on the sheet that lies on top; otherwise a moving focus means that somebody is there."""
        sheet = self._top_sheet()
        if sheet is None:
            self._watch.note_input()
        elif new is not None and new is not sheet and not sheet.isAncestorOf(new):
            QTimer.singleShot(0, sheet, lambda: _focus_first(sheet))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.ChildAdded:
            self._raise_sheets()  # a rebuilt page would come to lie over them
        elif kind is QEvent.Type.Resize:
            self._fit_to_room()
            if self._attract is not None:
                self._show_attract()
        return super().eventFilter(watched, event)


def _focus_first(sheet: QWidget) -> None:
    """Give the keyboard to the first control of a sheet, without a ring: nobody has used a key yet."""
    first = next(iter(sheet.findChildren(QAbstractButton)), sheet)
    first.setFocus(Qt.FocusReason.PopupFocusReason)
