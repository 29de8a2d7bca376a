"""A bundle says what it holds, and nothing that was done to it goes unseen."""

import random
import zlib
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recorder import Archive
from recorder.domain.log import LoggedValue
from recorder.errors import BundleError
from recorder.storage.seals import keys_of
from recorder.sync.bundle import (
    LARGEST_FILE,
    LARGEST_HEAD,
    MARK,
    PURPOSE,
    Head,
    Writer,
    changes_of,
    open_bundle,
    pack,
    portions,
    runs_of,
)
from recorder.sync.lines import LARGEST_PLAIN, deflate, inflate
from recorder.sync.team import Team, found_team
from tests.recorder.sync.laptops import Laptops, a_meeting

TEAM = found_team("12345678901234567894")


def writer_of(archive: Archive) -> Writer:
    site = archive._writer.sites.public
    key, sign = keys_of(archive._file.database.conn, site.no)
    return Writer(site.id, key, archive.author, sign)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, list[LoggedValue], Writer]:
    folder = tmp_path_factory.mktemp("bundle")
    laptops = Laptops(folder, folder)
    a_meeting(laptops.founder)
    changes = laptops.founder.changes_since({})
    writer = writer_of(laptops.founder)
    laptops.close()
    return pack(TEAM, writer, 1, "2026-11-26T10:00:00Z", changes), changes, writer


def taken(data: bytes, team: Team = TEAM) -> list[LoggedValue]:
    return changes_of(team, open_bundle(team, data))


def reason(data: bytes, team: Team = TEAM) -> object:
    with pytest.raises(BundleError) as caught:
        taken(data, team)
    return caught.value.data["reason"]


def forge(made, **lies: object) -> bytes:
    """A bundle of a member who lies in the head that they sign themselves."""
    data, _, writer = made
    parts = open_bundle(TEAM, data)
    told = msgspec.json.encode(msgspec.structs.replace(parts.head, **lies))
    sealed = TEAM.seal(writer.sign(PURPOSE + told) + told)
    return MARK + b"1\n" + len(sealed).to_bytes(4) + sealed + parts.body


def test_what_was_packed_is_taken_out_in_its_order_with_its_seals(made) -> None:
    data, changes, _ = made
    assert taken(data) == changes
    assert any(each.seal for each in changes)


def test_the_head_tells_whose_it_is_and_how_far_its_chains_go(made) -> None:
    data, changes, writer = made
    head = open_bundle(TEAM, data).head
    assert (head.site, head.author, head.number, head.count) == (writer.site, "ليلى", 1,
                                                                 len(changes))  # fmt: skip
    ends = {(run.site, run.scope): (run.first, run.last) for run in head.runs}
    assert set(ends) == {(writer.site, "m"), (writer.site, "directory")}
    assert all(first == 1 for first, _ in ends.values())


def test_another_team_reads_nothing_of_it(made) -> None:
    assert reason(made[0], found_team("12345678901234567894")) == "damaged"


def test_no_word_of_it_stands_in_the_file(made) -> None:
    for word in ("لقاء تشاوري", "ليلى", "note", "meeting"):
        assert word.encode() not in made[0]


def test_a_file_that_is_cut_off_anywhere_is_refused(made) -> None:
    data = made[0]
    for length in range(len(data)):
        with pytest.raises(BundleError):
            taken(data[:length])
    with pytest.raises(BundleError):
        taken(data + b"\0")


@settings(max_examples=300)
@given(st.randoms(use_true_random=False), st.integers(1, 4))
def test_a_file_in_which_anything_was_changed_is_refused(made, chance, times: int) -> None:
    bent = bytearray(made[0])
    for _ in range(times):
        _bend(bent, chance)
    if bytes(bent) != made[0]:
        with pytest.raises(BundleError):
            taken(bytes(bent))


def _bend(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data)) if data else 0
    how = chance.randrange(5)
    if how == 0:
        data[at:at] = chance.randbytes(chance.randrange(1, 9))
    elif how == 1:
        del data[at : at + chance.randrange(1, 9)]
    elif how == 2:
        data[at : at + 4] = data[: chance.randrange(1, 40)]
    elif how == 3:
        data[at : at + 4] = (2**32 - 1 - chance.randrange(9)).to_bytes(4)
    else:
        data[at : at + 1] = bytes([data[at] ^ 1 << chance.randrange(8)]) if data else b"x"


def test_twenty_thousand_bent_files_are_refused(made) -> None:
    chance = random.Random(20_000)
    for _ in range(20_000):
        bent = bytearray(made[0])
        _bend(bent, chance)
        if bytes(bent) != made[0]:
            with pytest.raises(BundleError):
                taken(bytes(bent))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "foreign"),
        (b"PK\x03\x04", "foreign"),
        (MARK + b"2\nwhatever", "newer"),
        (MARK + b"x\nwhatever", "damaged"),
        (MARK + b"1\n" + (LARGEST_HEAD + 1).to_bytes(4) + b"x" * 100, "damaged"),
        (MARK + b"1\n" + b"\0" * LARGEST_FILE, "large"),
    ],
)
def test_what_is_no_bundle_of_ours_is_refused_with_the_reason(data: bytes, expected: str) -> None:
    assert reason(data) == expected


@pytest.mark.parametrize(
    ("lies", "expected"),
    [
        ({"team": "0" * 16}, "forged"),
        ({"site": "0" * 32}, "forged"),
        ({"key": b"0" * 32}, "forged"),
        ({"runs": ()}, "forged"),
        ({"count": 2**40}, "large"),
        ({"count": 0}, "large"),
        ({"length": LARGEST_PLAIN + 1}, "large"),
        ({"length": 7}, "damaged"),
        ({"size": 1}, "damaged"),
        ({"number": 0}, "large"),
    ],
)
def test_a_head_that_lies_is_found_out(made, lies: dict[str, object], expected: str) -> None:
    assert reason(forge(made, **lies)) == expected


def test_a_head_that_somebody_else_signed_is_forged(made) -> None:
    _, changes, writer = made
    stranger = replace(writer, sign=lambda _told: b"\0" * 64)
    assert reason(pack(TEAM, stranger, 1, "", changes)) == "forged"


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zlib.compress(b"\0" * 50_000_000)
    for length in (100, LARGEST_PLAIN):
        with pytest.raises(BundleError):
            inflate(bomb, length, 1)
    with pytest.raises(BundleError):
        inflate(bomb, 50_000_000, 1)


@pytest.mark.parametrize(
    "line",
    [
        b"{}",
        b"[" * 100_000,
        b'{"site":NaN}',
        b'{"site":"\\ud800"}',
        b"\xff\xfe",
        b'{"site":"s","scope":"m","seq":1.5}',
        b'{"site":"s","scope":"m","seq":true}',
        b'{"site":"s","scope":"m","seq":%s}' % (b"9" * 5000),
    ],
)
def test_a_line_that_is_no_change_is_refused(line: bytes) -> None:
    text = line + b"\n"
    with pytest.raises(BundleError):
        inflate(zlib.compress(text), len(text), 1)


def test_a_value_that_somebody_changed_makes_a_change_that_nobody_sealed(made) -> None:
    _, changes, _ = made
    deflated, length = deflate(changes)
    plain = zlib.decompress(deflated).replace("كلمة 0".encode(), "كلمة 9".encode())
    arrived = inflate(zlib.compress(plain), length, len(changes))
    assert len({each.id for each in arrived} - {each.id for each in changes}) > 1


def test_many_changes_become_several_bundles_that_lose_none(made) -> None:
    _, changes, _ = made
    many = changes * 4000
    parts = list(portions(many))
    assert len(parts) > 1
    assert [each for part in parts for each in part] == many


def test_runs_of_a_chain_in_two_pieces_are_told_apart(made) -> None:
    _, changes, _ = made
    gap = [each for each in changes if each.change.scope == "m" and each.change.seq != 3]
    runs = sorted((run.first, run.last) for run in runs_of(gap))
    assert runs == [(1, 2), (4, max(each.change.seq for each in gap))]


def test_a_head_is_typed() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"team": 1}', type=Head)
