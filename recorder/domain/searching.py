"""What is sought beside words, and what is found."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, kw_only=True)
class SearchFilter:
    """Which rows a search is confined to; what is not said confines nothing.

    Attributes:
        meeting_id: rows of this meeting.
        series_id: rows of the meetings of this series.
        speaker: the id of a person: notes of what that person said.
        organisation_id: notes of what people said who stood for it that day (as attendance
            says, else as the person's own entry does), recommendations that it leads or
            supports, its people, and itself.
        theme_id: agenda items of this theme or one below it and all that hangs from them,
            recommendations of these themes, and the themes.
        kinds: names of tables and kinds of notes ("decision", "question"): rows of any of them.
        date_from: the first day of the meetings, YYYY-MM-DD; undated ones are left out.
        date_to: the last day, likewise.
    """

    meeting_id: str | None = None
    series_id: str | None = None
    speaker: str | None = None
    organisation_id: str | None = None
    theme_id: str | None = None
    kinds: tuple[str, ...] = ()
    date_from: str = ""
    date_to: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether it confines nothing."""
        return not any(getattr(self, each.name) for each in fields(self))


EVERYTHING = SearchFilter()


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A row that a search found.

    Attributes:
        table: the row's table.
        row_id: its id there.
        kind: the kind of a note; None for other rows.
        meeting_id: the meeting that it belongs to; None for people and their like.
        meeting_title: that meeting's title.
        date: that meeting's date as YYYY-MM-DD, or "".
        who: who said it: the person's name or the group's label.
        text: the text around what was found, as it was written; «…» stands for what is left out.
        spans: (start, end) of each word found in it.
    """

    table: str
    row_id: str
    kind: str | None = None
    meeting_id: str | None
    meeting_title: str = ""
    date: str = ""
    who: str = ""
    text: str
    spans: tuple[tuple[int, int], ...] = ()
