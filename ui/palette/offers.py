"""What the palette offers, and which of it the typed words mean. No widgets here."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ui.actions import Actions, Command
from ui.i18n import _, fold, in_every_language

_MOST_FOUND = 60
_ARTICLE = "ال"


@dataclass(frozen=True)
class Offer:
    """One row: a command to run, or a place to go to.

    Attributes:
        title: what it is called in the language in use.
        run: does it.
        detail: under which heading it belongs.
        key: its first key as the platform writes it, or "".
        icon: the name of a shipped icon, or "".
        words: folded, what it answers to; its own title first.
    """

    title: str
    run: Callable[[], None]
    detail: str = ""
    key: str = ""
    icon: str = ""
    words: tuple[str, ...] = ()


def offers_of(actions: Actions, screen: str, *, without: str) -> list[Offer]:
    """The commands that work now, those of the screen in view first.

    Args:
        actions: the table.
        screen: the one in view.
        without: the command that opened the palette.
    """
    able = [
        (command, action)
        for command, action in actions.all()
        if action.isEnabled() and command.id != without
    ]
    able.sort(key=lambda each: each[0].where != screen)
    return [
        Offer(
            action.text(),
            action.trigger,
            _(command.group),
            actions.key_text(command.id),
            command.icon,
            tuple(_words_of(command, action.text())),
        )
        for command, action in able
    ]


def found(offers: Sequence[Offer], typed: str) -> list[Offer]:
    """The offers that hold every typed word, in any language, those that begin with it first."""
    wanted = fold(typed).split()
    if not wanted:
        return list(offers)
    ranked = [(_rank(offer, wanted), at) for at, offer in enumerate(offers)]
    hits = sorted((rank, at) for rank, at in ranked if rank is not None)
    return [offers[at] for _rank_, at in hits[:_MOST_FOUND]]


def _words_of(command: Command, title: str) -> Iterator[str]:
    yield fold(title)
    for message in (command.text, command.short):
        yield from (fold(each) for each in in_every_language(message) if each)
    yield from (fold(key) for key in command.keys)


def _rank(offer: Offer, wanted: Iterable[str]) -> int | None:
    """0 when a name begins with the first word, 1 when a word in it does, 2 when it holds it.

    The Arabic article is no beginning: «مد» begins «المداخلة».
    """
    ranks = [_rank_in(text, list(wanted)) for text in offer.words]
    return min((rank for rank in ranks if rank is not None), default=None)


def _rank_in(text: str, wanted: list[str]) -> int | None:
    if not all(word in text for word in wanted):
        return None
    first = wanted[0]
    if text.startswith((first, _ARTICLE + first)):
        return 0
    return 1 if f" {first}" in text or f" {_ARTICLE}{first}" in text else 2
