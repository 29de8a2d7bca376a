"""What a rescue saved, in sentences; the fronts share them."""

from collections.abc import Iterator

from recorder.domain.identity import DIRECTORY
from recorder.domain.rescue import Rescued, RescueReport, ScopeReport
from recorder.language.catalogue import N_, Catalogue
from recorder.language.formatting import Formatter

_STATES = {
    Rescued.WHOLE: N_("everything that was written is there"),
    Rescued.PARTIAL: N_("saved in part"),
    Rescued.LOST: N_("lost"),
}


def lines_of_rescue(report: RescueReport, language: str) -> Iterator[str]:
    """A line for each meeting with the texts to be read over, then what holds for all of them."""
    words = Catalogue.load(language)
    for each in report.scopes:
        yield f"{title_of(each, language)}: {facts_of(each, language)}"
        yield from (f"    {text}" for text in each.doubtful)
    yield from remarks_of(report, words)


def remarks_of(report: RescueReport, words: Catalogue) -> Iterator[str]:
    """What holds for all meetings."""
    gettext, ngettext = words.gettext, words.ngettext
    if not report.is_accounted_for:
        yield gettext("The file does not tell all that is lost, so no meeting is called whole.")
    if report.stray_notes:
        said = ngettext(
            "{count} more note is lost of a meeting that is not known.",
            "{count} more notes are lost of meetings that are not known.",
            report.stray_notes,
        )
        yield _counted(said, report.stray_notes, words)
    if report.lost_files:
        said = ngettext(
            "{count} attached file could not be read whole; another laptop may still have it.",
            "{count} attached files could not be read whole; another laptop may still have them.",
            report.lost_files,
        )
        yield _counted(said, report.lost_files, words)


def title_of(scope: ScopeReport, language: str) -> str:
    """What a line is about."""
    gettext = Catalogue.load(language).gettext
    if scope.scope == DIRECTORY:
        return gettext("People, organisations and series")
    return " ".join(scope.title.split()) or gettext("Without a title")


def facts_of(scope: ScopeReport, language: str) -> str:
    """How it stands with a meeting: its state, what was saved, what is lost, what is not sure."""
    words = Catalogue.load(language)
    ngettext = words.ngettext
    facts = [words.gettext(_STATES[scope.state])]
    counted = [(ngettext("{count} note", "{count} notes", scope.notes), scope.notes)]
    if scope.state is not Rescued.WHOLE:
        lost, changes, unsure = scope.lost_notes, scope.lost_changes, scope.unsure
        counted += [
            (ngettext("{count} note lost", "{count} notes lost", lost), lost),
            (
                ngettext(
                    "{count} change of its history lost",
                    "{count} changes of its history lost",
                    changes,
                ),
                changes,
            ),
            (
                ngettext(
                    "{count} field to be read over, since nothing proves it",
                    "{count} fields to be read over, since nothing proves them",
                    unsure,
                ),
                unsure,
            ),
        ]
    facts += [_counted(said, count, words) for said, count in counted if count]
    return " · ".join(facts)


def _counted(said: str, count: int, words: Catalogue) -> str:
    return said.format(count=Formatter(words.language).number(count))
