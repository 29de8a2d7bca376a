"""The colours and measures of the screen: "warm paper, deep teal", light and dark."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    """One look. Colours are #RRGGBB; every text on its ground has a contrast of at least 4.5.

    Attributes:
        page, surface, sunken: the grounds: window, card, well inside a card.
        line, line_strong: a quiet divider; the edge of a control (contrast at least 3).
        ink, soft, faint: text in three strengths.
        accent, accent_soft, on_accent: the one colour that asks to be pressed.
        good, warn, bad, plum, blue: tones of pills and notices, each with its own soft ground.
        avatars: pairs of (ground, letter) for the initials of people.
    """

    name: str
    is_dark: bool
    page: str
    surface: str
    sunken: str
    line: str
    line_strong: str
    ink: str
    soft: str
    faint: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    plum: str
    plum_soft: str
    blue: str
    blue_soft: str
    selection: str
    avatars: tuple[tuple[str, str], ...]

    def tone(self, name: str) -> tuple[str, str]:
        """The (text, ground) of a tone: good, warn, bad, plum, blue, accent or neutral."""
        if name == "neutral":
            return self.soft, self.line
        return getattr(self, name), getattr(self, f"{name}_soft")


LIGHT = Tokens(
    name="light",
    is_dark=False,
    page="#F4F3EF",
    surface="#FFFFFF",
    sunken="#F7F6F2",
    line="#E5E2DA",
    line_strong="#8A8578",
    ink="#1F2A2E",
    soft="#56626A",
    faint="#646C70",
    accent="#0F6B63",
    accent_hover="#0B5750",
    accent_soft="#E0F0ED",
    on_accent="#FFFFFF",
    good="#1E7A46",
    good_soft="#E2F3E8",
    warn="#8A5A00",
    warn_soft="#FBEFD6",
    bad="#B3362B",
    bad_soft="#FBE6E3",
    plum="#7A2E6B",
    plum_soft="#F5E6F1",
    blue="#2D5BA6",
    blue_soft="#E5EDF8",
    selection="#BFE0DA",
    avatars=(
        ("#D5E2F1", "#234A78"),
        ("#EBD3E3", "#7A2E6B"),
        ("#DCEBD3", "#2F5E24"),
        ("#DCD3EB", "#4A3382"),
        ("#F3E1C4", "#6B4700"),
        ("#D2EAE8", "#0B5750"),
    ),
)

DARK = Tokens(
    name="dark",
    is_dark=True,
    page="#14191B",
    surface="#1C2326",
    sunken="#171D20",
    line="#2E383C",
    line_strong="#76838A",
    ink="#E8ECEC",
    soft="#AAB5B9",
    faint="#96A2A7",
    accent="#4DB6A9",
    accent_hover="#6CC7BB",
    accent_soft="#1D3A38",
    on_accent="#06211E",
    good="#6CCB92",
    good_soft="#1B3527",
    warn="#E4B45C",
    warn_soft="#3A2F18",
    bad="#F08B80",
    bad_soft="#40231F",
    plum="#E3A5D6",
    plum_soft="#3A2335",
    blue="#9DBDF2",
    blue_soft="#1F2E47",
    selection="#2A5450",
    avatars=(
        ("#2A3F59", "#BDD3F0"),
        ("#4A2A42", "#EBB9DF"),
        ("#33472A", "#C4E0B6"),
        ("#3A2E5C", "#CFC0F0"),
        ("#4A3A1E", "#EFCF94"),
        ("#1F4542", "#A5DCD5"),
    ),
)

THEMES = {"light": LIGHT, "dark": DARK}


_LINEAR_BELOW = 0.04045


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= _LINEAR_BELOW else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
