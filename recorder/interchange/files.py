"""Meeting files on the disk: capped before they are read, never half written."""

import json
import os
from pathlib import Path
from typing import Any

from recorder.domain.record import MeetingRecord
from recorder.errors import MeetingFileError
from recorder.interchange.faults import NoNumber, RepeatedKey
from recorder.interchange.reading import Loaded, load_record
from recorder.interchange.writing import dump_record
from recorder.replacing import replacing

MAX_BYTES = 256 * 1024 * 1024
"""A meeting of 5,000 notes takes 3 MB; what is larger than this was not written by Mahdar."""


def write_record(record: MeetingRecord, path: str | os.PathLike[str]) -> Path:
    """Writes the meeting as UTF-8 JSON beside `path`, then moves it there in one step.

    Raises:
        ExportError: the disk refused (data: path, reason); what was at `path` is untouched.
    """
    target = Path(path)
    text = json.dumps(dump_record(record), ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    with replacing(target) as stream:
        stream.write(text.encode())
    return target


def read_record(path: str | os.PathLike[str]) -> Loaded:
    """The meeting in a file, with the unknown fields that it holds.

    Raises:
        MeetingFileError: the file cannot be read, is too large or is no meeting file.
    """
    source = Path(path)
    try:
        return load_record(_parse(_bytes(source)))
    except MeetingFileError as fault:
        fault.data["file"] = source.name
        raise


def _bytes(source: Path) -> bytes:
    try:
        with source.open("rb") as stream:
            # One byte more than allowed: also right for what has no size of its own.
            if os.fstat(stream.fileno()).st_size > MAX_BYTES:
                raise MeetingFileError(path="", expected="size")
            content = stream.read(MAX_BYTES + 1)
    except OSError as fault:
        raise MeetingFileError(path="", expected="readable") from fault
    if len(content) > MAX_BYTES:
        raise MeetingFileError(path="", expected="size")
    return content


def _parse(content: bytes) -> Any:  # noqa: ANN401 - JSON
    try:
        # Editors of one widespread system put a byte order mark in front.
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise MeetingFileError(path="", expected="unicode") from fault
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except json.JSONDecodeError as fault:
        raise MeetingFileError(path=f"{fault.lineno}:{fault.colno}", expected="json") from fault
    except RecursionError as fault:
        raise MeetingFileError(path="", expected="shallow") from fault
    except MemoryError as fault:
        raise MeetingFileError(path="", expected="size") from fault
    except ValueError as fault:  # an integer of thousands of digits
        raise MeetingFileError(path="", expected="number") from fault


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    built = dict(pairs)
    return built if len(built) == len(pairs) else RepeatedKey(pairs)


def _no_number(_name: str) -> NoNumber:
    return NoNumber()
