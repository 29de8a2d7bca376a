"""Nobody writes in another laptop's name: what no seal vouches for is not shown."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recorder import Archive, ChangeRefusedError, Note
from recorder.domain.log import Change, LoggedValue, from_document, to_document, value_digest
from tests.recorder.archive.laptops import deliver, sealed, tables


@pytest.fixture
def here(make_archive: Callable[[str], Archive]) -> Archive:
    archive = make_archive("هنا")
    archive.notes.append(Note(id="n", meeting_id="m", text="كلمة"))
    return archive


@pytest.fixture
def there(make_archive: Callable[[str], Archive]) -> Archive:
    return make_archive("هناك")


def rewritten(logged: LoggedValue, text: str) -> LoggedValue:
    """A change as a forger would write it who has no key: every hash fits."""
    value = f'"{text}"'
    change = replace(logged.change, digest=value_digest(logged.salt, value))
    return LoggedValue(change, logged.salt, value)


def test_a_sentence_put_into_somebody_elses_mouth_is_not_shown(
    here: Archive, there: Archive
) -> None:
    deliver(here, there)
    here.notes.write(replace(here.notes.get("n"), text="ما قيل"))
    (said,) = here.changes_since(there.vector())
    there.receive([rewritten(said, "ما لم يقله أحد")])
    assert there.notes.get("n").text == "كلمة"
    there.receive([said])
    assert there.notes.get("n").text == "ما قيل"


def test_a_seal_under_another_change_is_refused(here: Archive, there: Archive) -> None:
    *_, last = here.changes_since({})
    before = tables(there)
    with pytest.raises(ChangeRefusedError):
        there.receive([replace(rewritten(last, "غيرها"), seal=last.seal)])
    assert tables(there) == before


def test_a_seal_of_another_laptop_is_refused(here: Archive, there: Archive) -> None:
    there.notes.append(Note(id="o", meeting_id="m", text="أخرى"))
    *_, mine = here.changes_since({})
    *_, theirs = there.changes_since({})
    with pytest.raises(ChangeRefusedError):
        there.receive([replace(mine, seal=theirs.seal)])


def test_a_laptop_vouches_for_its_own_chain_alone(
    here: Archive, there: Archive, make_archive: Callable[[str], Archive]
) -> None:
    third = make_archive("آخر")
    mine = [each for each in here.changes_since({}) if each.change.scope == "m"]
    forged = rewritten(mine[-1], "ما لم يقله أحد")
    deliver(here, there)
    there.notes.write(replace(there.notes.get("n"), text="نصّ هناك"))
    (theirs,) = [each for each in there.changes_since(here.vector()) if each.change.scope == "m"]
    over = sealed(there, replace(theirs, change=replace(theirs.change, previous=forged.id)))
    third.receive([*(replace(each, seal=None) for each in mine[:-1]), forged, over])
    assert third.notes.all("m") == []


def test_changes_without_a_seal_wait_until_the_head_of_their_chain_arrives(
    here: Archive, there: Archive
) -> None:
    *most, head = here.changes_since({})
    there.receive([replace(each, seal=None) for each in most])
    assert there.notes.all("m") == []
    assert there.count_waiting() == len(most)
    there.receive([head, *most])
    assert there.notes.get("n").text == "كلمة"
    assert there.count_waiting() == 0


def test_seals_are_passed_on_by_laptops_between(
    here: Archive, there: Archive, make_archive: Callable[[str], Archive]
) -> None:
    third = make_archive("آخر")
    deliver(here, there)
    there.notes.write(replace(there.notes.get("n"), text="نصّ هناك"))
    deliver(there, third)
    assert third.count_waiting() == 0
    assert third.notes.all("m") == there.notes.all("m")


def test_a_seal_survives_being_written_as_json(here: Archive) -> None:
    changes = here.changes_since({})
    assert [from_document(to_document(each)) for each in changes] == changes
    assert any(each.seal for each in changes)


def test_what_a_copied_archive_wrote_as_the_original_can_still_be_believed(
    tmp_path, there: Archive
) -> None:
    path = tmp_path / "copied.mahdar"
    with Archive.open(path, machine=tmp_path / "old") as archive:
        archive.notes.append(Note(id="n", meeting_id="m", text="كلمة"))
    with Archive.open(path, machine=tmp_path / "new") as archive:
        assert archive.is_new_copy
        archive.notes.append(Note(id="o", meeting_id="m", text="أخرى"))
        deliver(archive, there)
    assert {each.text for each in there.notes.all("m")} == {"كلمة", "أخرى"}


@pytest.mark.parametrize("value", [1.0, True, "1"])
def test_a_document_with_a_number_of_another_kind_is_no_change(here: Archive, value) -> None:
    document = to_document(here.changes_since({})[0])
    with pytest.raises(TypeError):
        from_document(document | {"seq": value})


@given(
    st.builds(
        Change,
        **{name: st.text() for name in ("site", "scope", "wall", "author", "action", "name")},
        **{name: st.text() for name in ("table", "row_id", "column", "kind")},
        **{name: st.integers(0) for name in ("seq", "lamport", "schema", "resolver")},
        previous=st.binary(max_size=4),
        parents=st.lists(st.binary(max_size=4), max_size=3).map(tuple),
        digest=st.binary(max_size=4),
    )
)
def test_the_metadata_that_is_hashed_is_canonical_json(change: Change) -> None:
    hashed = change.canonical()
    again = json.dumps(
        json.loads(hashed), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    assert hashed == again
