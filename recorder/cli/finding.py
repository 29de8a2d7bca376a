"""Which row somebody means who types a number, a name or the beginning of an identifier."""

from recorder import SearchFilter
from recorder.archive import Archive
from recorder.errors import AmbiguousError, NotFoundError

_SUBJECTS = {
    "series": "series", "person": "people", "organisation": "organisations", "theme": "themes",
}  # fmt: skip


def find_meeting(archive: Archive, wanted: str) -> str:
    """The id of a meeting from its id, its number or the beginning of its id.

    Raises:
        NotFoundError: none fits.
        AmbiguousError: several do.
    """
    known = archive.meetings.summaries()
    for found in (
        [each.id for each in known if each.id == wanted],
        [each.id for each in known if wanted and each.number == wanted],
        [each.id for each in known if wanted and each.id.startswith(wanted)],
    ):
        if len(found) > 1:
            raise AmbiguousError(id=wanted)
        if found:
            return found[0]
    raise NotFoundError(table="meeting", id=wanted)


def find_named(archive: Archive, table: str, wanted: str) -> str:
    """The id of a person, an organisation, a theme or a series from its id or its name.

    Raises:
        NotFoundError: none fits.
        AmbiguousError: several do.
    """
    if getattr(archive, _SUBJECTS[table]).find(wanted) is not None:
        return wanted
    found = archive.search(wanted, SearchFilter(kinds=(table,)), limit=2)
    if not found:
        raise NotFoundError(table=table, id=wanted, reason="name")
    if len(found) > 1:
        raise AmbiguousError(id=wanted, reason="name")
    return found[0].row_id
