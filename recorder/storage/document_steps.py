"""Steps of the schema for what documents may tell."""

from sqlite_utils import Database

from recorder.storage.live_steps import add_columns
from recorder.storage.migrations import schema


@schema()
def m0014_a_rule_of_attribution_for_an_item(db: Database) -> None:
    """How far those are named who speak at an item of the agenda."""
    add_columns(db, "agenda_item", attribution="TEXT")
