"""How the window is shared between the figure and the page: plain numbers, no widget."""

from spasm_gui.screens.opened import Mode

WIDEST_PAGE_PX = 1100  # beside it the figure takes what is left, so that no line grows too long to be read
LARGE_TEXT = 1.3
NARROW_PX = 900
LEAST_ROOM_PX = 480  # less of a page is no page

# A mode that is not named here has the whole window.
_FIGURE_SHARE: dict[Mode, float] = {"home": 0.55, "questions": 0.43, "advice": 0.235, "browse": 0.235}
_FIGURE_SHARE_LARGE_TEXT: dict[Mode, float] = {"home": 0.42, "questions": 0.36}
_FIGURE_SHARE_NARROW: dict[Mode, float] = {"home": 0.4, "questions": 0.4}
_FIGURE_SHARE_PORTRAIT: dict[Mode, float] = {"home": 0.52, "questions": 0.34}
_FIGURE_SHARE_PORTRAIT_LARGE_TEXT: dict[Mode, float] = {"home": 0.42, "questions": 0.34}


def figure_length_px(mode: Mode, width: int, height: int, text_factor: float) -> int:
    """Return how much of the window the figure gets: of its height where the window is high, else of its width."""
    is_large = text_factor > LARGE_TEXT
    if height > width:
        portrait = _FIGURE_SHARE_PORTRAIT_LARGE_TEXT if is_large else _FIGURE_SHARE_PORTRAIT
        return round(height * portrait.get(mode, 0.0))
    shares = _FIGURE_SHARE_LARGE_TEXT if is_large else _FIGURE_SHARE
    if width < NARROW_PX:
        shares = {} if is_large and mode != "home" else _FIGURE_SHARE_NARROW
    share = shares.get(mode, 0.0)
    length = round(width * share)
    if share and mode != "home" and width - length > WIDEST_PAGE_PX:
        return width - WIDEST_PAGE_PX
    return length


def can_be_lowered(width: int, height: int) -> bool:
    """Return whether a window is upright, and its lower half high enough for a page."""
    return height > width and height // 2 >= LEAST_ROOM_PX
