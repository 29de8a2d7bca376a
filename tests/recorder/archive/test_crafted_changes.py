"""What another laptop made up, sealed with a key of its own, keeps nobody else's changes out."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from recorder import Archive, ChangeRefusedError, Note, Position, Subject
from recorder.domain.log import Change, LoggedValue, value_digest
from tests.recorder.archive.laptops import deliver, exchange_all, sealed, tables


class Forger:
    """A laptop with a key of its own, which writes whatever it likes in its own name."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.site = archive._writer.sites.public.id

    def write(self, value: str = '"x"', **fields: Any) -> LoggedValue:
        plain: dict[str, Any] = {
            "site": self.site, "scope": "forged", "seq": 1, "lamport": 50, "wall": "", "author": "",
            "action": "forged", "name": "note.write", "table": "note", "row_id": "n",
            "column": "text", "resolver": 1, "previous": b"", "parents": (),
        }  # fmt: skip
        digest = value_digest(b"s", value)
        change = Change(**{**plain, "digest": digest, **fields})
        return sealed(self.archive, LoggedValue(change, b"s", value))


@pytest.fixture
def here(make_archive: Callable[[str], Archive]) -> Archive:
    archive = make_archive("هنا")
    archive.notes.append(Note(id="n", meeting_id="m", text="كلمة"))
    return archive


@pytest.fixture
def there(make_archive: Callable[[str], Archive]) -> Archive:
    return make_archive("هناك")


@pytest.fixture
def forger(tmp_path: Path) -> Iterator[Forger]:
    with Archive.open(tmp_path / "forger.mahdar", author="مزوّر", machine=tmp_path / "f") as archive:
        yield Forger(archive)


def honest(archive: Archive) -> list[LoggedValue]:
    return [each for each in archive.changes_since({}) if each.change.scope == "m"]


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("lie", ["previous", "action"])
def test_a_change_that_hangs_from_another_chain_or_takes_an_action_keeps_nothing_out(
    here: Archive, there: Archive, forger: Forger, lie: str, order: int
) -> None:
    target = honest(here)[-1]
    lies: dict[str, dict[str, Any]] = {
        "previous": {"previous": target.id, "seq": 5},
        "action": {"action": target.change.action, "name": "other", "row_id": "elsewhere"},
    }
    crafted = forger.write(**lies[lie])
    for batch in ([crafted], honest(here))[::order]:
        there.receive(batch)
    assert there.notes.get("n") == here.notes.get("n")
    assert there.check().ok
    third = [each for each in there.changes_since({}) if each.change.scope == "m"]
    assert third == honest(here)


@pytest.mark.parametrize("order", [1, -1])
def test_a_value_that_was_blanked_on_the_way_comes_with_the_next_copy(
    here: Archive, there: Archive, order: int
) -> None:
    whole = honest(here)
    blank = [replace(each, value=None) for each in whole]
    there.receive([*blank, *whole][::order])
    assert there.notes.get("n").text == "كلمة"
    assert there.count_waiting() == 0


def test_a_blanked_value_waits_and_is_not_shown_as_empty(here: Archive, there: Archive) -> None:
    there.receive([replace(each, value=None) for each in honest(here)])
    assert there.notes.all("m") == []
    deliver(here, there)
    assert there.notes.get("n").text == "كلمة"


@pytest.mark.parametrize("value", ["zz", "[" * 100_000, "9" * 5_000, '{"a": 1}'])
def test_a_text_that_no_release_writes_harms_no_merge_and_no_list(
    here: Archive, there: Archive, forger: Forger, value: str
) -> None:
    deliver(here, there)
    text = next(each for each in honest(here) if each.change.column == "text")
    crafted = forger.write(value, scope="m", parents=(text.id,))
    there.receive([crafted])
    here.notes.write(replace(here.notes.get("n"), text="كلمة أخرى"))
    exchange_all([here, there])
    assert "كلمة أخرى" in there.notes.get("n").text
    assert here.notes.get("n") == there.notes.get("n")
    gone = forger.write(value, scope="m", seq=2, previous=crafted.id, column="deleted")
    there.receive([gone])
    assert there.conflicts("m")
    assert there.history("note", "n")


@pytest.mark.parametrize("odd", [{"schema": -(2**70)}, {"resolver": 0}, {"action": "a\x1fb"}])
def test_numbers_and_names_that_nobody_writes_are_refused(
    there: Archive, forger: Forger, odd: dict[str, Any]
) -> None:
    before = tables(there)
    with pytest.raises(ChangeRefusedError):
        there.receive([forger.write(**odd)])
    assert tables(there) == before


def test_half_a_letter_is_refused_like_any_value_that_does_not_fit(
    there: Archive, forger: Forger
) -> None:
    with pytest.raises(ChangeRefusedError):
        there.receive([replace(forger.write(), value='"\ud800"')])


def test_nobody_else_can_turn_a_private_note_into_a_public_one(
    here: Archive, forger: Forger
) -> None:
    here.notes.append(Note(id="p", meeting_id="m", text="سرّ", kind="private"))
    here.receive([forger.write('"statement"', scope="m", row_id="p", column="kind")])
    assert here.notes.get("p").kind == "private"
    here.notes.write(replace(here.notes.get("p"), text="سرّ آخر"))
    assert "سرّ آخر" not in "".join(each.value or "" for each in here.changes_since({}))


def test_a_row_that_others_know_is_heard_of_even_under_a_private_note(
    here: Archive, there: Archive
) -> None:
    here.positions.write(Position(id="q", meeting_id="m", subject=Subject("note", "n")))
    deliver(here, there)
    here.notes.append(Note(id="p", meeting_id="m", text="سرّ", kind="private"))
    here.positions.write(replace(here.positions.get("q"), subject=Subject("note", "p")))
    there.positions.write(replace(there.positions.get("q"), reason="سبب"))
    there.notes.append(Note(id="later", meeting_id="m", text="بعدها"))
    deliver(there, here)
    assert here.positions.get("q").reason == "سبب"
    assert here.notes.get("later").text == "بعدها"
    assert here.count_waiting() == 0
