"""Pictures that were shown are kept for the next time, but only so many bytes of them."""

import pytest
from PySide6.QtGui import QPixmap, QPixmapCache
from pytestqt.qtbot import QtBot

from spasm_gui.places import assets_dir
from spasm_gui.screens.icons import forget_icons, icon_pixmap, picture_pixmap

NAMES = sorted(path.stem for path in (assets_dir() / "exercises").glob("*.svg"))


@pytest.fixture(autouse=True)
def empty_cache(qtbot: QtBot) -> None:
    """What other tests showed is gone."""
    QPixmapCache.clear()


def bytes_of(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * pixmap.depth() // 8


def test_a_picture_is_drawn_once_while_it_is_used() -> None:
    first = picture_pixmap("exercises", NAMES[0], 120, 120, 2.0)
    assert picture_pixmap("exercises", NAMES[0], 120, 120, 2.0).cacheKey() == first.cacheKey()
    assert picture_pixmap("exercises", NAMES[0], 121, 120, 2.0).cacheKey() != first.cacheKey()


def test_large_pictures_are_not_kept_by_the_dozen() -> None:
    keys = {name: picture_pixmap("exercises", name, 700, 500, 2.0).cacheKey() for name in NAMES}
    kept = 0
    for name in reversed(NAMES):
        pixmap = picture_pixmap("exercises", name, 700, 500, 2.0)
        kept += bytes_of(pixmap) if pixmap.cacheKey() == keys[name] else 0
    assert 0 < kept <= QPixmapCache.cacheLimit() * 1024


def test_an_icon_is_drawn_once_for_each_look() -> None:
    first = icon_pixmap("check", "#123456", 30, 2.0)
    assert icon_pixmap("check", "#123456", 30, 2.0).cacheKey() == first.cacheKey()
    forget_icons()
    assert icon_pixmap("check", "#123456", 30, 2.0).cacheKey() != first.cacheKey()
