"""What must be so of every archive, after any history (engine.md §6); asked of the file itself."""

import json
import re
from collections import defaultdict
from typing import Any

from recorder import Archive
from recorder.merge.sentences import split_sentences, words_of
from recorder.merge.spelling import said_by
from tests.recorder.archive.laptops import tables

_WORD = re.compile("ك[بتثجحخدرزسشصضطظعغفقلمنه]{3,}")
_HASH = 32


def words_in(text: str) -> set[str]:
    """The words that were said once and never before."""
    return set(_WORD.findall(text))


def ask(archive: Archive, query: str, *values: Any) -> list[Any]:
    return archive._file.database.execute(query, values).fetchall()


def split(joined: bytes) -> frozenset[bytes]:
    return frozenset(joined[at : at + _HASH] for at in range(0, len(joined), _HASH))


## What laptops have in common


def private_rows(archive: Archive) -> set[tuple[str, str]]:
    """The rows that never travel."""
    return set(ask(archive, "SELECT DISTINCT tbl, row_id FROM change JOIN site"
                            " ON site.no = change.site WHERE private = 1"))  # fmt: skip


def shared(archive: Archive) -> dict[str, Any]:
    """All that two archives show alike once they have seen the same changes."""
    hidden = private_rows(archive)
    shown: dict[str, Any] = {
        table: [row for row in rows if table == "conflicts" or (table, row["id"]) not in hidden]
        for table, rows in tables(archive).items()
    }
    shown["conflicts"] = [each for each in shown["conflicts"] if each[:2] not in hidden]
    heads = ask(archive, "SELECT head.tbl, head.row_id, head.col, change.id FROM head"
                         " JOIN change ON change.no = head.change ORDER BY 1, 2, 3, 4")  # fmt: skip
    shown["heads"] = [each for each in heads if each[:2] not in hidden]
    return shown | _as_read(archive, hidden)


def _as_read(archive: Archive, hidden: set[tuple[str, str]]) -> dict[str, Any]:
    """What a person sees: one of merged entries, rings of items broken."""
    duplicates = archive.duplicates
    notes = [each for each in archive.notes.all() if ("note", each.id) not in hidden]
    return {
        "people": [vars(each) for each in archive.people.all()],
        "organisations": [vars(each) for each in archive.organisations.all()],
        "merged": [repr(duplicates.merged(kind)) for kind in ("person", "organisation")],
        "agenda": [vars(each) for each in archive.agenda.all()],
        "said": [(each.id, each.speaker, each.text) for each in notes],
    }


def found(archive: Archive, query: str) -> set[tuple[str, str]]:
    """The rows that a search answers with, private ones left out."""
    hits = {(each.table, each.row_id) for each in archive.search(query, limit=10_000)}
    return hits - private_rows(archive)


def changes_of(archive: Archive) -> set[bytes]:
    """The ids of all changes that travel; what is being typed stays as it is."""
    found = ask(archive, "SELECT change.id FROM change JOIN site ON site.no = change.site"
                         " WHERE private = 0")  # fmt: skip
    return {change_id for (change_id,) in found}


def everything(archive: Archive) -> list[Any]:
    """Every row that the file holds, to see that nothing was touched."""
    names = [name for (name,) in ask(archive, "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                              " AND name NOT LIKE 'search_index%'"
                                              " AND name NOT LIKE 'sqlite%'"
                                              " AND name NOT IN ('site', 'setting')")]  # fmt: skip
    contents = {name: ask(archive, f"SELECT * FROM {name}") for name in names}  # noqa: S608 - ours
    return [(name, sorted(rows, key=repr)) for name, rows in contents.items()]


## The log by itself


def the_log_is_whole(archive: Archive) -> None:
    """Chains without a gap, parents present, heads exactly what nobody replaced."""
    lines = ask(archive, "SELECT tbl, row_id, col, id, parents, site, scope, seq FROM change")
    ids = {line[3] for line in lines}
    chains: dict[tuple[int, str], list[int]] = defaultdict(list)
    replaced: set[tuple[str, str, str, bytes]] = set()
    for table, row_id, column, _, parents, site, scope, seq in lines:
        assert split(parents) <= ids
        chains[site, scope].append(seq)
        replaced |= {(table, row_id, column, parent) for parent in split(parents)}
    for numbers in chains.values():
        first = min(numbers)  # a branch of a forked chain begins where it left it
        assert sorted(numbers) == list(range(first, first + len(numbers)))
    standing = {tuple(line[:4]) for line in lines} - replaced
    heads = ask(archive, "SELECT head.tbl, head.row_id, head.col, change.id FROM head"
                         " JOIN change ON change.no = head.change")  # fmt: skip
    assert set(heads) == standing


def private_rows_have_no_public_change(archive: Archive) -> None:
    public = set(ask(archive, "SELECT DISTINCT tbl, row_id FROM change JOIN site"
                              " ON site.no = change.site WHERE private = 0"))  # fmt: skip
    assert not public & private_rows(archive)


## Words


class Writes:
    """The writes of one note's text: what each said and what it had seen."""

    def __init__(self) -> None:
        self.texts: dict[bytes, str] = {}
        self.parents: dict[bytes, frozenset[bytes]] = {}

    def seen_by(self, write: bytes) -> set[bytes]:
        seen: set[bytes] = set()
        waiting = [write]
        while waiting:
            for parent in self.parents[waiting.pop()] & self.texts.keys() - seen:
                seen.add(parent)
                waiting.append(parent)
        return seen

    def removed(self) -> set[str]:
        """The words that somebody who had seen them left out."""
        gone: set[str] = set()
        for write, text in self.texts.items():
            seen = set().union(*(words_in(self.texts[each]) for each in self.seen_by(write)))
            gone |= seen - words_in(text)
        return gone


def writes_of_texts(archive: Archive) -> dict[str, Writes]:
    notes: dict[str, Writes] = defaultdict(Writes)
    lines = ask(archive, "SELECT row_id, id, value, parents FROM change"
                         " WHERE tbl = 'note' AND col = 'text'")  # fmt: skip
    for row_id, change_id, value, parents in lines:
        notes[row_id].texts[change_id] = json.loads(value)
        notes[row_id].parents[change_id] = split(parents)
    return notes


def no_word_was_lost(archive: Archive) -> None:
    """Each word that was ever written stands, unless somebody who had seen it took it out."""
    shown = dict(ask(archive, "SELECT id, text FROM note"))
    for row_id, writes in writes_of_texts(archive).items():
        said = set().union(*map(words_in, writes.texts.values()))
        assert said - writes.removed() <= words_in(shown[row_id])


def every_sentence_was_written(archive: Archive) -> None:
    """No merge made a sentence of its own, but for the spelling of its words."""
    shown = dict(ask(archive, "SELECT id, text FROM note"))
    for row_id, writes in writes_of_texts(archive).items():
        written = set().union(*map(sentences_of, writes.texts.values()))
        assert sentences_of(shown[row_id]) <= written


def sentences_of(text: str) -> set[tuple[str, ...]]:
    return {tuple(map(said_by, words_of(each.key))) for each in split_sentences(text)}


def what_is_gone_was_seen_by_who_deleted_it(archive: Archive) -> None:
    gone = ask(archive, "SELECT id FROM note WHERE deleted = 1")
    for (row_id,) in gone:
        heads = ask(archive, "SELECT head.col, change.id, parents FROM head JOIN change"
                             " ON change.no = head.change WHERE head.row_id = ?"
                             " AND head.tbl = 'note'", row_id)  # fmt: skip
        seen = set().union(*(split(each[2]) for each in heads if each[0] == "deleted"))
        assert {each[1] for each in heads if each[0] != "deleted"} <= seen


def words_of_author(archive: Archive, author_id: str) -> set[str]:
    """The words that an author's own writes brought into notes."""
    lines = ask(archive, "SELECT change.id, value, parents, author FROM change"
                         " JOIN action ON action.no = change.action"
                         " WHERE tbl = 'note' AND col = 'text'")  # fmt: skip
    words = {line[0]: words_in(line[1]) for line in lines}
    own: set[str] = set()
    for change_id, _, parents, author in lines:
        if author == author_id:
            own |= words[change_id].difference(*(words.get(each, ()) for each in split(parents)))
    return own


def all_is_well(archive: Archive) -> None:
    """Everything that can be said of one archive by itself."""
    the_log_is_whole(archive)
    private_rows_have_no_public_change(archive)
    no_word_was_lost(archive)
    every_sentence_was_written(archive)
    what_is_gone_was_seen_by_who_deleted_it(archive)
    assert archive.check().problems == ()


def waiting(archive: Archive) -> set[bytes]:
    """The ids of the changes that arrived and do not show yet."""
    return {change_id for (change_id,) in ask(archive, "SELECT id FROM waiting")}
