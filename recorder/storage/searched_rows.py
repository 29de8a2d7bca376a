"""What of each row is sought: its words, and the facets by which a search is confined."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from recorder.language.word_forms import index_terms
from recorder.storage.engine import Connection

SEARCHED: dict[str, tuple[str, ...]] = {
    "meeting": ("title", "title_en", "number", "venue", "city", "purpose"),
    "agenda_item": ("title", "summary"),
    "note": ("text", "speaker_label"),
    "issue": ("text",),
    "decision": ("text",),
    "recommendation": ("text", "indicator"),
    "attachment": ("caption", "name"),
    "person": ("title", "name", "name_en", "role"),
    "organisation": ("name", "name_en", "acronym"),
    "theme": ("title", "title_en", "description"),
    "series": ("title", "title_en", "purpose"),
}
"""The columns by which rows of each table are found."""

NAMED = {"meeting", "attachment", "person", "organisation", "theme", "series"}
"""Tables whose rows are shown with all their columns: a name beside what it was found by."""

OF_DIRECTORY = {"person", "organisation", "theme", "series"}

_FACETS: dict[str, tuple[str, ...]] = {
    "agenda_item": ("id", "theme_id"),
    "note": ("kind", "speaker_person_id", "place_parent_id"),
    "issue": ("place_parent_id",),
    "decision": ("place_parent_id",),
    "recommendation": ("id", "theme_id", "lead_id", "place_parent_id"),
    "person": ("organisation_id",),
    "organisation": ("id",),
    "theme": ("id",),
}
_MARK = "\ue010"  # before a facet; no word of a text has it (folding leaves such signs out)
_CLIMBING = 100  # items above one another; more is a circle


@lru_cache(maxsize=1 << 12)
def facet(name: str, value: str) -> str:
    """The term by which rows with a property are found: kind, speaker and so on."""
    digest = hashlib.blake2b(f"{name} {value}".encode("utf-8", "replace"), digest_size=6)
    return _MARK + digest.hexdigest()


class SearchedRows:
    """Reads rows as the index keeps them; for one transaction, since it remembers themes."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._themes: dict[str, tuple[str, ...]] = {}

    def select(self, table: str) -> str:
        """The beginning of a statement that gives what `terms` reads: id, scope, columns."""
        scope = "id" if table == "meeting" else "''" if table in OF_DIRECTORY else "meeting_id"
        columns = ", ".join((*SEARCHED[table], *_FACETS.get(table, ())))
        return f"SELECT id, {scope}, {columns} FROM {table}"

    def terms(self, table: str, stored: Sequence[Any], series_id: str) -> str:
        """All that a row is found by, separated by spaces."""
        words = len(SEARCHED[table])
        text = "\n".join(filter(None, stored[2 : 2 + words]))
        names = _FACETS.get(table, ())
        values = dict(zip(names, stored[2 + words :], strict=True))
        facets = dict.fromkeys(self._facets(table, values))
        if series_id:
            facets[facet("series", series_id)] = None
        return " ".join((index_terms(text), *facets))

    def _facets(self, table: str, values: Mapping[str, Any]) -> list[str]:
        found: list[tuple[str, str | None]] = [("kind", table)]
        if table == "note":
            found += [("kind", values["kind"]), ("speaker", values["speaker_person_id"])]
        if table in {"organisation", "person"}:
            found.append(("organisation", values.get("organisation_id") or values.get("id")))
        if table == "recommendation":
            found.append(("organisation", values["lead_id"]))
            found += [("organisation", each) for each in self._supporters(values["id"])]
        if table == "theme":
            found.append(("theme", values["id"]))
        item_id = values["id"] if table == "agenda_item" else values.get("place_parent_id")
        themes = (values.get("theme_id"), *self._themes_of(item_id))
        found += [("theme", each) for each in themes]
        return [facet(name, value) for name, value in found if value]

    def _supporters(self, recommendation_id: str) -> list[str]:
        found = self._db.execute(
            "SELECT organisation_id FROM support WHERE recommendation_id = ? AND deleted = 0",
            [recommendation_id],
        )
        return [organisation_id for (organisation_id,) in found]

    def _themes_of(self, item_id: str | None) -> tuple[str, ...]:
        """The themes of an agenda item and of those that it stands under."""
        if not item_id:
            return ()
        if item_id not in self._themes:
            found = self._db.execute(
                "WITH RECURSIVE up(id, theme_id, parent, step) AS ("
                "SELECT id, theme_id, place_parent_id, 0 FROM agenda_item WHERE id = ?1"
                " UNION SELECT it.id, it.theme_id, it.place_parent_id, step + 1"
                f" FROM agenda_item AS it JOIN up ON it.id = up.parent WHERE step < {_CLIMBING})"
                " SELECT DISTINCT theme_id FROM up WHERE theme_id IS NOT NULL",
                [item_id],
            )
            self._themes[item_id] = tuple(theme_id for (theme_id,) in found)
        return self._themes[item_id]
