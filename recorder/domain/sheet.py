"""The notes of a meeting as a long list needs them: in columns, each row made when looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recorder.domain.columns import Speaker
from recorder.domain.discussion import Note


@dataclass(frozen=True, kw_only=True)
class NoteSheet:
    """The notes of a meeting in the order of their keys; every column is as long as `rows`.

    A screen shows ten notes of twenty thousand. Where each stands and about how high it is can be
    told from the columns; making all rows took longer than reading them, and what is made is
    walked through by the garbage collector for as long as it lives (measured).

    Attributes:
        rows: the notes; one is made when it is asked for.
        ids: their ids.
        parents: the items that they stand under, None for none.
        sort_keys: their places among the notes of their item.
        texts: their words as they are stored.
        recent: who spoke, the latest first; merged entries as they were written.
        groups: the labels of the groups that spoke, in the order of the notes.
        last_said: when something was last said under an item, by its id.
    """

    rows: Sequence[Note]
    ids: Sequence[str]
    parents: Sequence[str | None]
    sort_keys: Sequence[str]
    texts: Sequence[str]
    recent: Sequence[Speaker]
    groups: Sequence[str]
    last_said: Mapping[str | None, str]


@dataclass(frozen=True, kw_only=True)
class NoteAuthors:
    """Who began the notes of a meeting.

    Attributes:
        others: the notes that others began, each with the id of its author's profile.
        names: what the profiles are called, by id.
    """

    others: Mapping[str, str]
    names: Mapping[str, str]
