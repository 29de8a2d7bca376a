import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo

from ui.theme.fonts import FAMILY, WEIGHTS, make_font
from ui.theme.icons import MIRROR
from ui.theme.resource_files import resource
from ui.theme.sheet import make_sheet
from ui.theme.theme import Theme
from ui.theme.tokens import THEMES, contrast

TEXTS = ("ink", "soft", "faint")
GROUNDS = ("page", "surface", "sunken")
TONES = ("good", "warn", "bad", "plum", "blue", "accent", "neutral")


def least(name):
    """The least contrast of words: WCAG's AAA where high contrast was asked for, else its AA."""
    return 7 if name.startswith("contrast") else 4.5


@pytest.mark.parametrize("name", THEMES)
def test_every_text_stands_out_from_its_ground(name):
    tokens = THEMES[name]
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS] + [
        ("on_accent", "accent"), ("on_accent", "accent_hover"), ("accent", "surface"),
        ("accent", "page"), ("ink", "selection"), ("ink", "accent_soft"), ("faint", "accent_soft"),
        ("bad", "surface"), ("good", "surface"), ("warn", "surface"), ("surface", "ink"),
    ]  # fmt: skip
    weak = [
        (text, ground)
        for text, ground in pairs
        if contrast(getattr(tokens, text), getattr(tokens, ground)) < least(name)
    ]
    assert weak == []


@pytest.mark.parametrize("name", THEMES)
def test_words_on_tinted_grounds_stand_out(name):
    tokens = THEMES[name]
    assert [tone for tone in TONES if contrast(*tokens.tone(tone)) < least(name)] == []
    assert [pair for pair in tokens.avatars if contrast(*pair) < least(name)] == []


@pytest.mark.parametrize("name", THEMES)
def test_edges_of_controls_can_be_seen(name):
    tokens = THEMES[name]
    assert contrast(tokens.line_strong, tokens.surface) >= 3
    assert contrast(tokens.line_strong, tokens.page) >= 3


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_weight_comes_from_the_bundled_family(qapp, weight):
    info = QFontInfo(make_font(15, weight))
    assert info.family() == FAMILY
    assert info.weight() == weight


def test_the_sheet_says_nothing_of_left_and_right():
    sheet = make_sheet(THEMES["light"], lambda measure: measure)
    assert [word for word in ("-left", "-right", "text-align") if word in sheet] == []


def test_every_icon_that_is_mirrored_ships_or_is_not_used():
    shipped = {path.stem for path in resource("icons").glob("*.svg")}
    assert {"chevron-left", "chevron-right", "undo-2"} <= MIRROR & shipped
    assert not MIRROR & {"clock", "check", "mic", "search", "circle-check"}


def test_a_directional_icon_is_mirrored_and_a_clock_is_not(qapp):
    rtl, ltr = (
        Theme(THEMES["light"]),
        Theme(THEMES["light"], direction=Qt.LayoutDirection.LeftToRight),
    )
    arrow = ltr.pixmap("chevron-left").toImage()
    assert rtl.pixmap("chevron-left").toImage() == arrow.flipped(Qt.Orientation.Horizontal)
    assert rtl.pixmap("clock").toImage() == ltr.pixmap("clock").toImage()
