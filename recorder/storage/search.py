"""Finding: what was typed and chosen, as rows in their order, with the words found in them.

The order is that of the rows' numbers (search_numbers): the newest meeting first, in less than a
millisecond for a word that stands in every note. Where all that is sought is rare, and not of one
meeting or person, bm25 orders what was found; for a word that is everywhere it would cost a
hundred milliseconds and more.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from sqlite_utils import Database

from recorder.domain.searching import EVERYTHING, Hit, SearchFilter
from recorder.language.search_query import Sought, read_query, with_article
from recorder.language.snippets import Finder
from recorder.storage.aliases import AliasTable
from recorder.storage.search_hits import HitReader
from recorder.storage.search_numbers import (
    LAST,
    LAST_OF_DIRECTORY,
    last_number,
    numbers_between,
    scope_in_sql,
)
from recorder.storage.searched_rows import facet

RANKED = 2_000
"""Rows up to which bm25 puts them in order: 5 ms on an old laptop (measured)."""

_FEW, _MANY = 64, 2_048  # rows looked at in one statement: at first, and where most are hidden

_Number = int


class Search:
    """Finds rows by the words of people; reads, never writes."""

    def __init__(self, database: Database) -> None:
        self._db = database.conn
        self._aliases = AliasTable(database)

    def find(self, words: str, within: SearchFilter = EVERYTHING, *, limit: int = 50) -> list[Hit]:
        """The rows that hold all the words and are in the filter; nothing sought: none."""
        sought = read_query(words, is_noun=self._is_noun)
        if not sought and (words.strip() or within.is_empty):
            return []
        rows = self._rows(sought, within)
        found = list(islice(self._in_sight(rows, within), limit))
        return HitReader(self._db, Finder(sought)).hits(found)

    ## Which rows, in which order

    def _rows(self, sought: Sequence[Sought], within: SearchFilter) -> Iterator[_Number]:
        between = self._range(within)
        facets = self._facets(within)
        if between is None or facets is None:
            return iter(())
        wanted = [*map(_expression, sought), *facets]
        if not wanted:
            return self._numbers(
                "SELECT no FROM search_row WHERE no BETWEEN ? AND ? ORDER BY no", [*between]
            )
        every = self._numbers(
            "SELECT rowid FROM search_index WHERE search_index MATCH ?"
            " AND rowid BETWEEN ? AND ? ORDER BY rowid",
            [" AND ".join(wanted), *between],
        )
        first = list(islice(every, RANKED + 1))
        by_meaning = sought and len(first) <= RANKED and not _is_of_one_thread(within)
        if by_meaning and self._are_rare(sought, alone=within.is_empty):
            return iter(self._ranked(sought, set(first)))
        return chain(first, every)

    def _numbers(self, statement: str, values: list[Any]) -> Iterator[_Number]:
        return (number for (number,) in self._db.execute(statement, values))

    def _are_rare(self, sought: Sequence[Sought], *, alone: bool) -> bool:
        """Whether each term is rare by itself: bm25 reads all rows of each."""
        terms = {
            _term(sequence[at], is_prefix=each.is_prefix and at == len(sequence) - 1)
            for each in sought
            for sequence in each.sequences
            for at in range(len(sequence))
        }
        if alone and len(terms) == 1:
            return True  # they were just counted
        return all(self._count(term) <= RANKED for term in terms)

    def _count(self, expression: str) -> int:
        found = self._db.execute(
            "SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT ?)",
            [expression, RANKED + 1],
        ).fetchone()
        return int(found[0])

    def _ranked(self, sought: Sequence[Sought], kept: set[_Number]) -> list[_Number]:
        found = self._numbers(
            "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rank, rowid",
            [" AND ".join(map(_expression, sought))],
        )
        return [number for number in found if number in kept]

    def _is_noun(self, word: str) -> bool:
        """Whether the archive has the word with its article, or a word that begins so."""
        begin = with_article(word)
        found = self._db.execute(
            "SELECT 1 FROM search_term WHERE term >= ? AND term < ? LIMIT 1",
            [begin, f"{begin}\U0010ffff"],
        ).fetchone()
        return found is not None

    ## The filter

    def _range(self, within: SearchFilter) -> tuple[_Number, _Number] | None:
        """From which row to which; None when there can be none."""
        least, most = 0, LAST
        if within.meeting_id or within.series_id or within.date_from or within.date_to:
            least = LAST_OF_DIRECTORY + 1
        if within.date_from or within.date_to:
            least, most = numbers_between(within.date_from, within.date_to)
        if within.meeting_id:
            found = self._db.execute(
                "SELECT first FROM search_scope WHERE meeting_id = ?", [within.meeting_id]
            ).fetchone()
            if found is None:
                return None
            least, most = max(least, found[0]), min(most, last_number(found[0]))
        return (least, most) if least <= most else None

    def _facets(self, within: SearchFilter) -> list[str] | None:
        """What the index is asked beside words; None when nothing can have it."""
        found: list[str] = []
        if within.kinds:
            found.append(_any(facet("kind", each) for each in within.kinds))
        if within.series_id:
            found.append(_any([facet("series", within.series_id)]))
        if within.speaker:
            people = self.same("person", within.speaker)
            found.append(_any(facet("speaker", each) for each in people))
        if within.theme_id:
            themes = self._themes(self.same("theme", within.theme_id))
            found.append(_any(facet("theme", each) for each in themes))
        if within.organisation_id:
            bodies = self.same("organisation", within.organisation_id)
            people = self._people_of(bodies)
            found.append(
                _any(
                    chain(
                        (facet("organisation", each) for each in bodies),
                        (
                            facet("speaker", same)
                            for each in people
                            for same in self.same("person", each)
                        ),
                    )
                )
            )
        return found

    def same(self, table: str, row_id: str) -> list[str]:
        """All ids that mean the same row: of merged people and bodies every one of them."""
        return sorted(self._aliases.now().members(table, row_id))

    def _themes(self, ids: list[str]) -> list[str]:
        found = self._db.execute(
            "WITH RECURSIVE down(id) AS (SELECT value FROM json_each(?) UNION"
            " SELECT theme.id FROM theme JOIN down ON place_parent_id = down.id)"
            " SELECT id FROM down",
            [json.dumps(ids)],
        )
        return [theme_id for (theme_id,) in found]

    def _people_of(self, bodies: list[str]) -> list[str]:
        """Everybody who stood for one of the bodies at some meeting, or does."""
        found = self._db.execute(
            "SELECT id FROM person WHERE organisation_id IN (SELECT value FROM json_each(?1))"
            " UNION SELECT person_id FROM attendance"
            " WHERE organisation_id IN (SELECT value FROM json_each(?1))"
            " AND person_id IS NOT NULL AND deleted = 0",
            [json.dumps(bodies)],
        )
        return [person_id for (person_id,) in found]

    ## What may be seen

    def _in_sight(self, rows: Iterator[_Number], within: SearchFilter) -> Iterator[_Number]:
        """The rows that are of no hidden meeting and stand for the body of the filter."""
        size = _FEW
        where, values = self._body(within)
        while batch := list(islice(rows, size)):
            found = self._db.execute(
                "WITH wanted AS (SELECT key AS place, value AS no FROM json_each(?))"
                " SELECT wanted.no FROM wanted CROSS JOIN search_row USING (no)"
                f" CROSS JOIN search_scope ON search_scope.no = {_SCOPE}"
                " LEFT JOIN meeting ON meeting.id = meeting_id"
                f" WHERE (meeting_id = '' OR meeting.deleted = 0){where} ORDER BY place",
                [json.dumps(batch), *values],
            )
            yield from (number for (number,) in found.fetchall())
            size = min(size * 2, _MANY)

    def _body(self, within: SearchFilter) -> tuple[str, list[str]]:
        """Notes of whom the attendance of that day sent for another body are left out."""
        if not within.organisation_id:
            return "", []
        where = (
            " AND NOT EXISTS (SELECT 1 FROM logged_row CROSS JOIN term ON term.no = logged_row.tbl"
            " CROSS JOIN note ON note.id = logged_row.id"
            " LEFT JOIN person ON person.id = speaker_person_id"
            " LEFT JOIN attendance AS came ON came.meeting_id = note.meeting_id"
            " AND came.person_id = speaker_person_id AND came.deleted = 0"
            " WHERE logged_row.no = search_row.row AND term.text = 'note' AND NOT ifnull("
            "ifnull(came.organisation_id, person.organisation_id)"
            " IN (SELECT value FROM json_each(?)) OR came.organisation_id IS NULL"
            " AND speaker_person_id IN (SELECT value FROM json_each(?)), 0))"
        )
        bodies = self.same("organisation", within.organisation_id)
        return where, [json.dumps(bodies), json.dumps(self._merged_into_people_of(bodies))]

    def _merged_into_people_of(self, bodies: list[str]) -> list[str]:
        """The entries that were merged into a person of one of the bodies."""
        merged = self._aliases.now().of["person"]
        found = self._db.execute(
            "SELECT id FROM person WHERE id IN (SELECT value FROM json_each(?))"
            " AND organisation_id IN (SELECT value FROM json_each(?))",
            [json.dumps(sorted(set(merged.values()))), json.dumps(bodies)],
        )
        shown = {person_id for (person_id,) in found}
        return sorted(each for each, entry in merged.items() if entry in shown)


_SCOPE = scope_in_sql("wanted.no")


def _is_of_one_thread(within: SearchFilter) -> bool:
    """Whether the rows tell one story, of a meeting or a person: that is read by its dates."""
    return replace(within, kinds=()) != EVERYTHING


def _expression(sought: Sought) -> str:
    """One thing sought, as FTS5 reads it."""
    return _any_of(
        " + ".join(map(_quoted, sequence)) + ("*" if sought.is_prefix else "")
        for sequence in sought.sequences
    )


def _term(term: str, *, is_prefix: bool) -> str:
    return f"{_quoted(term)}{'*' if is_prefix else ''}"


def _quoted(term: str) -> str:
    return f'"{term}"'


def _any(terms: Iterable[str]) -> str:
    return _any_of(map(_quoted, terms))


def _any_of(expressions: Iterable[str]) -> str:
    return f"({' OR '.join(expressions)})"
