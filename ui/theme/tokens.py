"""The colours and measures of the screen: "warm paper, deep teal", light, dark, high contrast."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    """One look. Colours are #RRGGBB; every text on its ground has a contrast of at least 4.5.

    In the looks of high contrast it is 7 (WCAG 2.2, 1.4.6), and grounds are told by lines.

    Attributes:
        page, surface, sunken: the grounds: window, card, well inside a card.
        line, line_strong: a quiet divider; the edge of a control (contrast at least 3).
        ink, soft, faint: text in three strengths.
        accent, accent_soft, on_accent: the one colour that asks to be pressed.
        good, warn, bad, plum, blue, neutral: tones of pills and notices, each on its soft ground.
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
    neutral_soft: str
    selection: str
    avatars: tuple[tuple[str, str], ...]

    def tone(self, name: str) -> tuple[str, str]:
        """The (text, ground) of a tone: good, warn, bad, plum, blue, accent or neutral."""
        if name == "neutral":
            return self.soft, self.neutral_soft
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
    neutral_soft="#E5E2DA",
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
    neutral_soft="#2E383C",
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

CONTRAST_LIGHT = Tokens(
    name="contrast_light",
    is_dark=False,
    page="#FFFFFF",
    surface="#FFFFFF",
    sunken="#FFFFFF",
    line="#6B6B6B",
    line_strong="#000000",
    ink="#000000",
    soft="#1A1A1A",
    faint="#333333",
    accent="#00463F",
    accent_hover="#00302B",
    accent_soft="#D7F2EC",
    on_accent="#FFFFFF",
    good="#00471B",
    good_soft="#DDF5E4",
    warn="#593800",
    warn_soft="#FFF0CC",
    bad="#8A0F0A",
    bad_soft="#FFE7E4",
    plum="#5E1650",
    plum_soft="#FBE6F6",
    blue="#10357A",
    blue_soft="#E2ECFC",
    neutral_soft="#EDEDED",
    selection="#FFE066",
    avatars=(
        ("#E0EBF8", "#0E2F5C"),
        ("#F5E0EF", "#5E1650"),
        ("#E3F2DB", "#1C4012"),
        ("#E7DFF5", "#33216B"),
        ("#FBEBD2", "#4A3000"),
        ("#DBF2EF", "#00463F"),
    ),
)

CONTRAST_DARK = Tokens(
    name="contrast_dark",
    is_dark=True,
    page="#000000",
    surface="#000000",
    sunken="#000000",
    line="#9A9A9A",
    line_strong="#FFFFFF",
    ink="#FFFFFF",
    soft="#F0F0F0",
    faint="#D6D6D6",
    accent="#6EF0DE",
    accent_hover="#A5F7EC",
    accent_soft="#0B3B36",
    on_accent="#000000",
    good="#8DF0B0",
    good_soft="#0C3019",
    warn="#FFD56B",
    warn_soft="#382900",
    bad="#FFB0A8",
    bad_soft="#45120D",
    plum="#F7C2EC",
    plum_soft="#3B1233",
    blue="#BBD6FF",
    blue_soft="#0F2850",
    neutral_soft="#262626",
    selection="#5C4A00",
    avatars=(
        ("#12305A", "#D8E7FF"),
        ("#45153B", "#FAD3F0"),
        ("#193D10", "#D6F2C9"),
        ("#2B1B5E", "#E2D9FF"),
        ("#402A00", "#FFE3B0"),
        ("#0A3B37", "#BFF5EE"),
    ),
)

THEMES = {
    "light": LIGHT,
    "dark": DARK,
    "contrast_light": CONTRAST_LIGHT,
    "contrast_dark": CONTRAST_DARK,
}


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
