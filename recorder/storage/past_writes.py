"""The writes of a row or a register with what led to them: what undo and history reason about."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from recorder.merge.registers import Write, resolve_scalar, resolve_text
from recorder.storage.projection import JOINED
from recorder.storage.registers import WRITE_COLUMNS, Registers

Register = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class PastWrite:
    """One logged write of a row.

    Attributes:
        no: its place in this file's log: what has a smaller one was here before it.
        write: the write as a register knows it.
        action: the number of its action; `name` is that action's token.
        author: the writer's name; `wall` tells when, by the writer's clock.
        is_own: whether this copy of the archive wrote it, in the present author's name.
        is_received: whether another laptop wrote it; `is_private`: whether it never travels.
    """

    no: int
    column: str
    write: Write
    action: int
    name: str
    author: str
    wall: str
    is_own: bool
    is_received: bool
    is_private: bool

    @property
    def id(self) -> bytes:
        """The change's hash."""
        return self.write.id

    @property
    def parents(self) -> frozenset[bytes]:
        """What it replaced; a delete names writes of all the row's registers."""
        return self.write.parents


def writes_of_row(
    database: Database, log: Registers, row: tuple[str, str], author: str
) -> list[PastWrite]:
    """All writes of a row, by table and id, in the order in which they came into this file."""
    found = database.conn.execute(
        f"SELECT log.no, col, {WRITE_COLUMNS}, action.no, action.name,"
        " ifnull(author.name, ''), wall, action.author = ?, secret_key IS NULL, private"
        " FROM log JOIN action ON action.no = log.deed"
        " LEFT JOIN author ON author.id = action.author"
        " JOIN site ON site.no = log.site WHERE row = ? ORDER BY log.no",
        [author, log.numbers.find_row(*row)],
    )
    text = log.numbers.text
    return [
        PastWrite(
            no, text(col), log.write_of(stored), action, name, who, wall,
            bool(mine and not received), bool(received), bool(private),
        )
        for no, col, *stored, action, name, who, wall, mine, received, private in found
    ]  # fmt: skip


def causal_past(writes: Iterable[PastWrite], from_: Iterable[PastWrite]) -> set[bytes]:
    """The ids of some writes and of all that they had seen of the row."""
    by_id = {each.id: each for each in writes}
    past = {each.id for each in from_}
    waiting = list(past)
    while waiting:
        for parent in by_id[waiting.pop()].parents & by_id.keys() - past:
            past.add(parent)
            waiting.append(parent)
    return past


def resolved(register: Register, writes: Iterable[Write], heads: Collection[Write]) -> str | None:
    """What a register showed when these were its heads, None when there were none.

    A text is resolved with all that its heads had seen: what was merged then must be merged
    now, or the words of one side would be lost.
    """
    if not heads:
        return None
    if register[::2] not in JOINED:
        return resolve_scalar(heads)
    by_id = {each.id: each for each in writes}
    past = {each.id: each for each in heads}
    waiting = list(heads) if len(heads) > 1 else []  # one head alone is the text
    while waiting:
        for parent in waiting.pop().parents & by_id.keys() - past.keys():
            past[parent] = by_id[parent]
            waiting.append(by_id[parent])
    return resolve_text(list(past.values()))
