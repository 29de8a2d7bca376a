"""What the documents are made of: nothing, the samples, a large meeting, hostile texts."""

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from itertools import cycle

from PIL import Image, ImageDraw

from recorder.domain.columns import Place, Subject
from recorder.domain.discussion import Attachment
from recorder.domain.record import MeetingRecord
from tests.recorder.minutes.documents import HOSTILE, MIXED
from tests.recorder.minutes.every_document.large_meeting import large_meeting
from tests.recorder.minutes.meetings import meeting, sample

CONTENTS = ("empty", "sample", "followup", "large", "hostile")
_TEXTS = ("title", "name", "name_en", "title_en", "text", "summary", "purpose", "venue", "role",
          "reason", "indicator", "timeframe", "evidence", "number",
          "credits", "caption")  # fmt: skip
_CAPTIONS = ("", "قاعة اللقاء (GLOCA) في 2026-11-23", "القاعة", "عرض النتائج", "صورة جامعة")


@dataclass(frozen=True)
class Content:
    """A meeting with the bytes of its photographs and logos."""

    record: MeetingRecord
    media: Mapping[str, bytes]


@cache
def content_of(name: str) -> Content:
    """One of CONTENTS."""
    makers = {"empty": _empty, "large": large_meeting, "hostile": _hostile}
    maker = makers.get(name)
    record = maker() if maker else sample({"sample": "aleppo.json"}.get(name, f"{name}.json"))
    if name == "empty":
        return Content(record, {})
    return _illustrated(record, HOSTILE if name == "hostile" else _CAPTIONS)


def _empty() -> MeetingRecord:
    return MeetingRecord(meeting=meeting())


def _hostile() -> MeetingRecord:
    """The larger sample with hostile texts in the place of its own."""
    texts = cycle((*HOSTILE, MIXED))

    def told(row):
        own = {each.name for each in fields(row)} & set(_TEXTS)
        found = {each: next(texts) for each in sorted(own)}
        if "number" in found:  # one letter, as wide as half a line, and no number of anything
            found["number"] = found["number"].replace("﷽", "")
        return replace(row, **found)

    record = sample("followup.json")
    parts = {
        each.name: [told(row) for row in getattr(record, each.name)[:9]]
        for each in fields(record)
        if isinstance(getattr(record, each.name), list | tuple)
    }
    return replace(record, meeting=told(record.meeting), **parts)


def _illustrated(record: MeetingRecord, captions: tuple[str, ...]) -> Content:
    """With photographs of the meeting and of an item, broad and high, and a logo of each host."""
    rows, media = [], {}
    items = [Subject("agenda_item", each.id) for each in record.agenda]
    subjects = [Subject("meeting", record.meeting.id), *items]
    for at, caption in enumerate(captions):
        content = _picture(at, (640, 480) if at % 2 else (300, 640))
        rows.append(_attached(record, at, subjects[at % len(subjects)], content, caption))
        media[rows[-1].sha256] = content
    for at, each in enumerate(record.hosts, start=len(captions)):
        content = _picture(at, (360, 120))
        rows.append(_attached(record, at, Subject("host", each.id), content))
        media[rows[-1].sha256] = content
    return Content(replace(record, attachments=rows), media)


def _attached(
    record: MeetingRecord, at: int, subject: Subject, content: bytes, caption: str = ""
) -> Attachment:
    return Attachment(
        id=f"picture-{at}", meeting_id=record.meeting.id, subject=subject,
        sha256=hashlib.sha256(content).hexdigest(), place=Place(None, f"k{at}"),
        name=f"{at}.jpg", mime="image/jpeg", size=len(content), caption=caption,
        credit="صهيب عمرايا" if at % 2 else "",
    )  # fmt: skip


def _picture(at: int, size: tuple[int, int]) -> bytes:
    picture = Image.new("RGB", size, (90, 120 + 12 * at, 160))
    ImageDraw.Draw(picture).ellipse((20, 20, size[0] - 20, size[1] - 20), outline="white", width=9)
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=80)
    return stream.getvalue()
