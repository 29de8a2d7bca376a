"""Sites as numbers of this file, and chains that forked: which branch a change stands in.

A cloned laptop goes on under the site of its original until the two meet: then two changes
claim one place in one chain. Both are kept. The change with the smaller id goes on with the
chain's own name; the other one begins a branch, a site whose id is derived from that change, so
that every laptop that knows both calls them the same (FORMAT 3). What a change was signed and
hashed as, and its rank in a merge, stay those of the site that wrote it: `name`.
"""

from dataclasses import dataclass
from hashlib import sha256

from recorder.domain.identity import SITE_ID_LENGTH
from recorder.storage.engine import Connection

ENDS = """
INSERT INTO version SELECT ending.site, term.text, ending.seq, log.id, lamport_of_all FROM
    (SELECT site, scope, max(seq) AS seq, max(lamport) AS lamport_of_all FROM log{where}
    GROUP BY site, scope) AS ending JOIN log USING (site, scope, seq)
    JOIN term ON term.no = ending.scope
"""
"""How the version vector is made anew from the log, or for the chains that `where` chooses."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A site, or a branch of one.

    Attributes:
        no: its number in this file, which its changes are stored under.
        id: by which version vectors call it.
        name: the id of the site that wrote its changes.
        origin: the number of that site, None when it is the site itself.
        parent: the number of the branch that it left.
        is_private: whether its changes never travel (FORMAT 12).
    """

    no: int
    id: str
    name: str
    origin: int | None
    parent: int | None
    is_private: bool


class Branches:
    """The sites and branches of one archive, remembered until `forget`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self.forget()

    def forget(self) -> None:
        """Read them anew: after a rollback, and when sites were given up."""
        self._by_no: dict[int, Branch] = {}
        self._no_by_id: dict[str, int] = {}

    def branch(self, no: int) -> Branch:
        """The branch of a number."""
        if no not in self._by_no:
            self._read()
        return self._by_no[no]

    def name(self, no: int) -> str:
        """The id of the site that wrote what is stored under a number."""
        return self.branch(no).name

    def find(self, site_id: str) -> int | None:
        """The number of a site or branch, None when it was never met here."""
        if site_id not in self._no_by_id:
            self._read()
        return self._no_by_id.get(site_id)

    def meet(self, site_id: str) -> int:
        """The number of a site, given to it when it is met first."""
        no = self.find(site_id)
        if no is None:
            no = self._insert(site_id, None, None)
        return no

    def family(self, no: int) -> list[int]:
        """A site and its branches."""
        self.branch(no)
        return [no, *(each.no for each in self._by_no.values() if each.origin == no)]

    def fork(self, parent: int, first: bytes) -> int:
        """The branch that begins with a change after one of `parent`'s."""
        branch_id = sha256(b"fork" + first).hexdigest()[:SITE_ID_LENGTH]
        left = self.branch(parent)
        no = self.find(branch_id)
        if no is None:
            return self._insert(branch_id, left.no if left.origin is None else left.origin, parent)
        self._db.execute("UPDATE site SET parent = ? WHERE no = ?", [parent, no])
        self.forget()
        return no

    def name_by_smallest(self, first: bytes) -> None:
        """Let the smaller of two changes that followed one go on with the branch's name.

        Args:
            first: the change with which a new branch begins; it and what it left are logged.
        """
        no, scope, seq = self._db.execute(
            "SELECT site, scope, seq FROM log WHERE id = ?", [first]
        ).fetchone()
        parent = self.branch(no).parent
        stayed = self._db.execute(
            "SELECT id FROM log WHERE site = ? AND scope = ? AND seq = ?", [parent, scope, seq]
        ).fetchone()
        if parent is None or stayed is None or stayed[0] < first:
            return
        leaving = self.fork(parent, stayed[0])
        self._move(parent, leaving, scope, seq)
        self._move(no, parent, scope, seq)
        self.forget()

    def _move(self, source: int, target: int, scope: int, seq: int) -> None:
        """Changes from a place on, and the branches that leave after it, to another branch.

        `scope` is the number of its name (`term`).
        """
        place = [source, scope, seq]
        # Which branches leave later must be asked before the changes are moved.
        self._db.execute(
            "UPDATE site SET parent = ? WHERE parent = ? AND no <> ? AND"
            " (SELECT min(seq) FROM log WHERE site = site.no AND scope = ?) > ?",
            [target, source, target, scope, seq],
        )
        self._db.execute(
            "UPDATE log SET site = ? WHERE site = ? AND scope = ? AND seq >= ?", [target, *place]
        )
        for each in (source, target):
            self._db.execute(
                "DELETE FROM version WHERE site = ?"
                " AND scope = (SELECT text FROM term WHERE no = ?)",
                [each, scope],
            )
            self._db.execute(ENDS.format(where=" WHERE site = ? AND scope = ?"), [each, scope])

    def _insert(self, site_id: str, origin: int | None, parent: int | None) -> int:
        private = self.branch(origin).is_private if origin is not None else False
        cursor = self._db.execute(
            "INSERT INTO site (id, private, origin, parent) VALUES (?, ?, ?, ?)",
            [site_id, int(private), origin, parent],
        )
        self.forget()
        return int(cursor.lastrowid or 0)

    def _read(self) -> None:
        lines = self._db.execute("SELECT no, id, origin, parent, private FROM site").fetchall()
        ids = {line[0]: line[1] for line in lines}
        for no, site_id, origin, parent, private in lines:
            name = site_id if origin is None else ids[origin]
            self._by_no[no] = Branch(no, site_id, name, origin, parent, bool(private))
            self._no_by_id[site_id] = no
