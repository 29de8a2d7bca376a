"""Whoever has the code may still write what they like into a bundle: it is refused alone."""

import zlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest

from recorder import Archive, Attachment, Note
from recorder.domain.log import LoggedValue, value_digest
from recorder.sync.bundle import Writer
from recorder.sync.exchange import Exchange
from tests.recorder.archive.laptops import sealed, tables
from tests.recorder.sync.laptops import Laptops, a_meeting, texts

Craft = Callable[[LoggedValue], LoggedValue]


def crafted(**lies: object) -> Craft:
    """A change that says something else of itself, hashed as it is."""

    def craft(logged: LoggedValue) -> LoggedValue:
        return LoggedValue(replace(logged.change, **lies), logged.salt, logged.value)

    return craft


def worth(value: str) -> Craft:
    """A change with another value, hashed as it is."""

    def craft(logged: LoggedValue) -> LoggedValue:
        change = replace(logged.change, digest=value_digest(logged.salt, value))
        return LoggedValue(change, logged.salt, value)

    return craft


def write(member: Archive, laptops: Laptops, craft: Craft) -> None:
    """Lay a bundle on the stick in which the member's last change was crafted."""
    changes = member.changes_since({})
    last = craft(changes[-1])
    known = member._writer.log.known([last.id])
    assert not known, "the change is as it was"
    exchange: Exchange = member.sharing.exchange(laptops.stick)
    exchange.begin_writing()
    exchange.write(7, "", [*changes[:-1], sealed(member, last)])


@pytest.mark.parametrize(
    "craft",
    [
        crafted(table="note; DROP TABLE note"),
        crafted(column='text" --'),
        crafted(table="sqlite_master"),
        crafted(seq=2**60),
        crafted(lamport=2**60),
        crafted(lamport=0),
        crafted(schema=-1),
        crafted(resolver=2**60),
        crafted(kind="forget"),
        crafted(action="a\x1fb"),
        crafted(previous=b"\1" * 32),
        crafted(parents=(b"\1" * 32,)),
        crafted(column="deleted", parents=()),
        crafted(row_id="x\0y"),
        crafted(row_id=""),
        crafted(scope="../../etc"),
        crafted(author="nobody"),
        worth("not JSON"),
        worth('{"a": [1, 2'),
        worth("1e999"),
        worth('"\\ud800"'),
        worth("[" * 5000),
        worth('"' + "\\u202e" * 100 + '"'),
    ],
)
def test_a_member_who_lies_harms_nobody_and_keeps_nobody_elses_words_out(
    laptops: Laptops, layla: Archive, rana: Archive, craft: Craft
) -> None:
    a_meeting(layla)
    laptops.sync(layla, rana)
    rana.notes.append(Note(id="r", meeting_id="m", text="كلمة من رنا"))
    write(rana, laptops, craft)
    third = laptops.join("سامر")
    third.notes.append(Note(id="t", meeting_id="m", text="كلمة من سامر"))
    laptops.sync(third)
    [report] = laptops.sync(layla)
    assert report.failure == ""
    assert "كلمة من سامر" in texts(layla)
    assert layla.check().problems == ()
    fourth = laptops.join("هالة")
    laptops.sync(layla, fourth)
    assert tables(fourth)["note"] == tables(layla)["note"]


def test_a_member_cannot_write_in_the_name_of_another(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    a_meeting(layla)
    laptops.sync(layla, rana)
    [victim] = [each for each in layla.changes_since({}) if each.change.column == "title"]
    forged = LoggedValue(
        replace(
            victim.change, seq=99, lamport=99, parents=(victim.id,), previous=victim.id,
            digest=value_digest(b"s" * 16, '"لم أكتب هذا"'),
        ), b"s" * 16, '"لم أكتب هذا"',
    )  # fmt: skip
    exchange = rana.sharing.exchange(laptops.stick)
    for number, seal in ((7, None), (8, sealed(rana, _as_if_own(rana, forged)).seal)):
        exchange.write(number, "", [replace(forged, seal=seal)])
    [report] = laptops.sync(layla)
    assert layla.meetings.get("m").title == "لقاء تشاوري"
    assert [each.reason for each in report.refused] == ["forged"]


def _as_if_own(member: Archive, logged: LoggedValue) -> LoggedValue:
    own = replace(logged.change, site=member._writer.sites.public.id)
    return LoggedValue(own, logged.salt, logged.value)


def test_a_head_is_believed_of_its_own_laptop_alone(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    a_meeting(layla)
    laptops.sync(layla, rana)
    honest = rana.sharing.exchange(laptops.stick)
    posing = replace(honest._writer, site=layla._writer.sites.public.id)
    assert isinstance(posing, Writer)
    Exchange(honest.stick, honest.team, posing).write(9, "", rana.changes_since({})[:1])
    [report] = laptops.sync(layla)
    assert [each.reason for each in report.refused] == ["forged"]


@pytest.mark.parametrize("content", [b"other bytes", b"x" * 4_000_000, b""])
def test_a_piece_with_other_bytes_is_refused_alone(
    laptops: Laptops, layla: Archive, rana: Archive, content: bytes
) -> None:
    a_meeting(layla)
    layla.attachments.add(Attachment(id="f", meeting_id="m", name="a.bin"), BytesIO(b"own bytes"))
    laptops.sync(layla)
    [piece] = laptops.stick.rglob("*.000")
    team = layla.sharing._team()
    assert team is not None
    piece.write_bytes(team.seal(zlib.compress(content)))
    rana.notes.append(Note(id="r", meeting_id="m", text="من رنا"))
    [report] = laptops.sync(rana)
    assert [each.name for each in report.refused] == [piece.name]
    assert report.failure == ""
    assert report.files_out == 1
    assert rana.attachments.missing("m") != []
    assert rana.check().problems == ()
