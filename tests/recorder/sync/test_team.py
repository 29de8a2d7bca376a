import pytest

from recorder.errors import BundleError, WrongCodeError
from recorder.sync.code import new_code
from recorder.sync.team import KEY_MARK, LARGEST_KEY, found_team, join_team

CODE = "12345678901234567894"


@pytest.fixture(scope="module")
def team():
    return found_team(CODE)


def test_whoever_types_the_code_is_of_the_same_team(team) -> None:
    joined = join_team(team.key, CODE)
    assert joined == team
    assert joined.id == team.id
    assert joined.open(team.seal("سرّ".encode())).decode() == "سرّ"


def test_another_code_is_told_as_wrong(team) -> None:
    with pytest.raises(WrongCodeError):
        join_team(team.key, new_code())


def test_two_teams_cannot_read_each_other(team) -> None:
    other = found_team(CODE)
    assert other.id != team.id
    with pytest.raises(BundleError):
        other.open(team.seal(b"x"))


def test_the_key_on_the_stick_holds_neither_code_nor_identity(team) -> None:
    assert CODE.encode() not in team.key
    assert team.identity.encode() not in team.key
    assert len(team.key) < LARGEST_KEY
    assert team.identity not in repr(team)


@pytest.mark.parametrize(
    "key",
    [
        b"",
        b"#!/bin/sh",
        KEY_MARK,
        KEY_MARK + b"x" * 20,
        KEY_MARK + b"x" * LARGEST_KEY,
    ],
)
def test_what_is_no_key_is_refused(key: bytes) -> None:
    with pytest.raises(BundleError):
        join_team(key, CODE)


def test_a_damaged_key_is_never_a_team(team) -> None:
    for at in range(len(KEY_MARK), len(team.key), 17):
        bent = bytearray(team.key)
        bent[at] ^= 1
        with pytest.raises(WrongCodeError):
            join_team(bytes(bent), CODE)


def test_what_a_file_is_called_is_known_to_the_team_alone(team) -> None:
    digest = "ab" * 32
    assert team.name_of(digest) == join_team(team.key, CODE).name_of(digest)
    assert team.name_of(digest) != found_team(CODE).name_of(digest)
    assert digest[:8] not in team.name_of(digest)
