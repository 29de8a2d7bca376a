"""Who began the rows of a meeting: asked once of the log, not row by row."""

from sqlite_utils import Database

from recorder.storage.settings import setting

_BEGUN = (
    "SELECT logged_row.id, author.text FROM"
    " (SELECT DISTINCT row FROM log WHERE site IN"
    " (SELECT no FROM site WHERE secret_key IS NULL)"
    " AND scope = (SELECT no FROM term WHERE text = ?)) AS known"
    " JOIN logged_row ON logged_row.no = known.row"
    " AND logged_row.tbl = (SELECT no FROM term WHERE text = ?)"
    # Parents come before what follows from them, so the first of a row is what began it.
    " JOIN log ON log.no = (SELECT min(no) FROM log WHERE log.row = known.row)"
    " JOIN site ON site.no = log.site AND site.secret_key IS NULL"
    " JOIN deed ON deed.no = log.deed JOIN term AS author ON author.no = deed.author"
)


class Authorship:
    """Tells what was begun elsewhere; what this laptop wrote under any name is its own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._db = database.conn

    def begun_elsewhere(self, table: str, meeting_id: str) -> dict[str, str]:
        """The rows of a meeting that others began, each with the id of its author's profile.

        Rows of this user's own profile, written before the archive was copied or restored, are
        not among them.
        """
        own = setting(self._database, "author")
        found = self._db.execute(_BEGUN, [meeting_id, table]).fetchall()
        return {row_id: author for row_id, author in found if not author or author != own}

    def names(self) -> dict[str, str]:
        """What the profiles are called, by id."""
        return dict(self._db.execute("SELECT id, name FROM author").fetchall())
