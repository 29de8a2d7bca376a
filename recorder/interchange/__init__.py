"""Meetings as JSON files: written, read back, copied, and described by a JSON Schema."""

from recorder.interchange.copying import as_copy
from recorder.interchange.document import FORMAT, VERSION
from recorder.interchange.files import MAX_BYTES, read_record, write_record
from recorder.interchange.reading import Loaded, load_record
from recorder.interchange.writing import dump_record

__all__ = [
    "FORMAT",
    "MAX_BYTES",
    "VERSION",
    "Loaded",
    "as_copy",
    "dump_record",
    "load_record",
    "read_record",
    "write_record",
]
