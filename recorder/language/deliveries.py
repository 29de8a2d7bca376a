"""What a sync would bring and what it did, in sentences; the fronts share them."""

from collections.abc import Iterator

from recorder.domain.sharing import BOOKKEEPING, Delivery, Refused, SyncReport
from recorder.language.catalogue import N_, Catalogue
from recorder.language.formatting import Formatter

FSI, PDI = "\u2068", "\u2069"

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
    for name, figures in counts_of_delivery(delivery, language):
        yield f"{name}: {figures}"
    if delivery.authors:
        yield writers_of_delivery(delivery, language)
    yield from remarks_on_delivery(delivery, language)


def counts_of_delivery(delivery: Delivery, language: str) -> Iterator[tuple[str, str]]:
    """Each kind of thing, and how many of it are new, changed, deleted."""
    words = Catalogue.load(language)
    for name, counts in _by_line(delivery).items():
        figures = [
            words.gettext(said).format(count=_number(count, language))
            for count, said in zip(counts, _FIGURES, strict=True)
            if count
        ]
        yield words.gettext(name), _list(figures, language)


def writers_of_delivery(delivery: Delivery, language: str) -> str:
    """Who wrote it."""
    words = Catalogue.load(language)
    unnamed = words.gettext("somebody unnamed")
    names = [f"{FSI}{name}{PDI}" if name else unnamed for name, _ in delivery.authors]
    return words.gettext("Written by: {names}").format(names=_list(names, language))


_FIGURES = (N_("{count} new"), N_("{count} changed"), N_("{count} deleted"))
"""How many entries of a kind; they stand after its name and a colon."""


def _by_line(delivery: Delivery) -> dict[str, list[int]]:
    lines: dict[str, list[int]] = {name: [0, 0, 0] for name in _TABLES.values()}
    for at, counts in enumerate((delivery.added, delivery.changed, delivery.deleted)):
        for table, count in counts.items():
            if table in BOOKKEEPING:
                continue
            name = _TABLES.get(table, N_("Other entries"))
            lines.setdefault(name, [0, 0, 0])[at] += count
    return {name: counts for name, counts in lines.items() if any(counts)}


def remarks_on_delivery(delivery: Delivery, language: str) -> Iterator[str]:
    """What two people changed at once, and what waits for another stick."""
    words = Catalogue.load(language)
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
            yield sentence.format(count=_number(count, language))


def lines_of_sync(report: SyncReport, language: str) -> Iterator[str]:
    """What came, what was refused, whether everything is on the stick."""
    words = Catalogue.load(language)
    if report.delivery is None or report.delivery.is_empty:
        yield words.gettext("Nothing new was on the stick.")
    if report.delivery is not None:
        say = remarks_on_delivery if report.delivery.is_empty else lines_of_delivery
        yield from say(report.delivery, language)
    yield from lines_on_stick(report, language)


def lines_on_stick(report: SyncReport, language: str) -> Iterator[str]:
    """What was refused; the last line says whether everything is on the stick."""
    words = Catalogue.load(language)
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
