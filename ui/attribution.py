"""To whom words are attributed, where an item or a note has a rule of its own."""

from recorder import Attribution
from ui.i18n import _, label
from ui.widgets.choice_field import token_choices


def rule_words(rule: Attribution | str | None) -> str:
    """A rule in a few words: «by sector»; "" where there is none of its own."""
    return label(rule) if rule else ""


def rule_choices(otherwise: str) -> list[tuple[str | None, str]]:
    """The rules to choose from, after what holds where there is none."""
    return [(None, otherwise), *token_choices(Attribution)]


def spoken_rule(rule: Attribution | str | None) -> str:
    """The same for a screen reader, who has no column to look at."""
    words = rule_words(rule)
    return _("Attribution: {rule}").format(rule=words) if words else ""
