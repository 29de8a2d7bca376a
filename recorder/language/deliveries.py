"""What a sync would bring and what it did, in sentences; the fronts share them."""

from collections.abc import Iterator

from recorder.domain.sharing import Delivery, Refused, SyncReport
from recorder.language.catalogue import N_, Catalogue
from recorder.language.formatting import Formatter

_TABLES = {
    "meeting": N_("Meetings"),
    "note": N_("Notes"),
    "recommendation": N_("Recommendations"),
    "decision": N_("Decisions"),
    "agenda_item": N_("Agenda items"),
    "attendance": N_("Attendance"),
    "person": N_("People"),
    "organisation": N_("Organisations"),
    "follow_up": N_("Follow-ups"),
    "attachment": N_("Files and photographs"),
}
"""What a line names by itself, in this order; all else is "Other entries"."""

_REFUSED = {
    "foreign": N_("is no file of Mahdar"),
    "newer": N_("was written by a newer release of Mahdar"),
    "large": N_("is larger than any file of ours"),
    "damaged": N_("is damaged or cut off"),
    "forged": N_("says of itself what is not so"),
    "gone": N_("could not be read"),
}

_FAILURES = {
    "full": N_("The stick is full: what came was taken in, but not all of yours is on it."),
    "readonly": N_("The stick is read-only: what came was taken in, but nothing of yours is on "
                   "it."),
    "gone": N_("The stick was pulled or fails: what came was taken in, but not all of yours is on "
               "it. Plug it in once more."),
    "unreliable": N_("The stick does not keep what is written to it. Use another one."),
}  # fmt: skip


def lines_of_delivery(delivery: Delivery, language: str) -> Iterator[str]:
    """A line for each kind of thing, then from whom, then what waits for a person to look."""
    words = Catalogue.load(language)
    for name, counts in _by_line(delivery).items():
        figures = [
            words.gettext(said).format(count=_number(count, language))
            for count, said in zip(counts, _FIGURES, strict=True)
            if count
        ]
        yield f"{words.gettext(name)}: {_list(figures, language)}"
    if delivery.authors:
        names = [name or words.gettext("somebody unnamed") for name, _ in delivery.authors]
        yield words.gettext("Written by: {names}").format(names=_list(names, language))
    yield from _conflicts(delivery, words)


_FIGURES = (N_("{count} new"), N_("{count} changed"), N_("{count} deleted"))
"""How many entries of a kind; they stand after its name and a colon."""


def _by_line(delivery: Delivery) -> dict[str, list[int]]:
    lines: dict[str, list[int]] = {name: [0, 0, 0] for name in _TABLES.values()}
    for at, counts in enumerate((delivery.added, delivery.changed, delivery.deleted)):
        for table, count in counts.items():
            name = _TABLES.get(table, N_("Other entries"))
            lines.setdefault(name, [0, 0, 0])[at] += count
    return {name: counts for name, counts in lines.items() if any(counts)}


def _conflicts(delivery: Delivery, words: Catalogue) -> Iterator[str]:
    both = len(delivery.conflicts) - delivery.deleted_and_edited
    kept, waiting = delivery.deleted_and_edited, delivery.waiting
    said = {
        words.ngettext(
            "{count} place was changed on both laptops; both versions are kept for you to see.",
            "{count} places were changed on both laptops; both versions are kept for you to see.",
            both,
        ): both,
        words.ngettext(
            "{count} entry was deleted on one laptop and changed on another; it stays.",
            "{count} entries were deleted on one laptop and changed on another; they stay.",
            kept,
        ): kept,
        words.ngettext(
            "{count} change waits for what it hangs from; another stick will bring it.",
            "{count} changes wait for what they hang from; another stick will bring it.",
            waiting,
        ): waiting,
    }
    for sentence, count in said.items():
        if count:
            yield sentence.format(count=_number(count, words.language))


def lines_of_sync(report: SyncReport, language: str) -> Iterator[str]:
    """What came, what was refused, whether everything is on the stick."""
    words = Catalogue.load(language)
    if report.delivery is None or report.delivery.is_empty:
        yield words.gettext("Nothing new was on the stick.")
    if report.delivery is not None:
        yield from lines_of_delivery(report.delivery, language)
    yield from (_refusal(each, words) for each in report.refused)
    if report.failure:
        yield words.gettext(_FAILURES.get(report.failure, _FAILURES["gone"]))
    else:
        yield words.gettext("The stick has all that this laptop knows. It is safe to pull it out.")


def _refusal(refused: Refused, words: Catalogue) -> str:
    reason = words.gettext(_REFUSED.get(refused.reason, _REFUSED["damaged"]))
    said = words.gettext("Nothing was taken from a file that {reason}: {name}")
    return said.format(reason=reason, name=refused.name)


def _number(count: int, language: str) -> str:
    return Formatter(language).number(count)


def _list(items: list[str], language: str) -> str:
    return ("، " if language == "ar" else ", ").join(items)
