"""Things stand on the side where the language begins; the digits of a code run from the left."""

import pytest
from PySide6.QtCore import QRect

from tests.ui.window_survey import mirrored, place_in
from ui.exchange.sharing import Stage


def parts(laptop) -> dict[str, QRect]:
    card = laptop.card
    screen = laptop.window.screen_named("exchange")
    places = {"card": card, "drives": card.drives, "guest": screen.guest}
    places |= {f"line {at}": line for at, line in enumerate(card.drives.lines.values())}
    if hasattr(card, "field"):
        places["field"] = card.field
    return {name: place_in(screen, part) for name, part in places.items()}


def test_both_languages_are_mirror_images_of_each_other(laptop):
    seen = {}
    for language in ("ar", "en"):
        made = laptop("ليلى", language=language)
        made.share()
        seen[language] = (parts(made), made.window.screen_named("exchange").width())
        made.window.close()
    (arabic, width), (english, other_width) = seen["ar"], seen["en"]
    for name in ("card", "drives", "line 0", "field", "guest"):
        there = mirrored(arabic[name], width)
        apart = other_width - width  # the rail is as wide as its words
        assert abs(there.x() - english[name].x() + apart // 2) <= 2, name
        assert there.width() == english[name].width(), name


@pytest.mark.parametrize("digits", ["latn", "arab"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_groups_of_the_code_stand_from_left_to_right(laptop, language, digits):
    layla = laptop("ليلى", language=language, digits=digits)
    layla.share()
    layla.press()
    layla.comes_to(Stage.CODE)
    layla.is_done_writing()
    places = [place_in(layla.window, each).x() for each in layla.card.groups]
    assert places == sorted(places)


@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
def test_what_is_to_be_pressed_is_in_view_on_a_small_screen(laptop, size):
    layla = laptop("")  # and there is a field more
    layla.window.resize(*size)
    layla.share()
    layla.qtbot.waitUntil(lambda: not layla.card.begin.visibleRegion().isEmpty(), timeout=5_000)
    layla.press()
    layla.comes_to(Stage.CODE)
    layla.is_done_writing()
    place = place_in(layla.window, layla.card.done)
    assert place.bottom() < size[1]
    assert not layla.card.done.visibleRegion().isEmpty()
