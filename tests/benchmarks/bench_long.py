"""Writing 100,000 notes: ten times the time of 10,000, and memory for a few of them."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from recorder.minutes.model import (
    Block,
    Emphasis,
    Heading,
    Minutes,
    PageWords,
    Paragraph,
    ParagraphKind,
    Span,
)
from tests.benchmarks.row import Row, at_most

FEW, MANY = 10_000, 100_000
MEGABYTES = 30
SAID = (
    "أهمية الحوارات التشاورية في فهم الاحتياجات المحلية على أرض الواقع، واستعداد مركز (DCAF) "
    "لتقديم خبراته بكلفة 12,500.75 دولار أي 35%؛ للتواصل: +963 21 123-4567 أو "
    "info@gloca-example.org"
)
# A process of its own for each: what one format took is not given back before the next begins.
# The processor's time and the best of three runs: a neighbour on the machine is not ours (a single
# run by the clock once showed 1.33 for a writer that takes 19 microseconds for each note, always).
MEASURED = """
import json, resource, sys, time
from pathlib import Path
from tests.benchmarks.bench_long import FEW, MANY, Notes, writer_of
write, times = writer_of(sys.argv[1]), []
target = Path(sys.argv[2])
write(Notes(10).minutes(), target)
idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for count in (FEW, MANY):
    taken = []
    for _ in range(3):
        begin = time.process_time()
        write(Notes(count).minutes(), target)
        taken.append(time.process_time() - begin)
    times.append(min(taken))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([*times, (peak - idle) / 1024]))
"""


class Notes:
    """A body of that many notes, made while it is read."""

    def __init__(self, count: int) -> None:
        self.count = count

    def __iter__(self) -> Iterator[Block]:
        for number in range(self.count):
            if number % 100 == 0:
                yield Heading(f"البند {number}", 2, f"{number}.")
            spans = (Span("وأشار "), Span(f"مشارك {number}", Emphasis.STRONG), Span(f" إلى {SAID}"))
            yield Paragraph(spans, ParagraphKind.NOTE)

    def minutes(self) -> Minutes:
        return Minutes("ar", "محضر", PageWords("صفحة", "من"), blocks=self)


def writer_of(form: str):
    """The writer of a format; `letterhead` is Word on a paper of ours."""
    from recorder.minutes import write_docx
    from recorder.minutes.docx.letterhead import write_on_letterhead
    from recorder.minutes.html import write_html
    from recorder.minutes.markdown import write_markdown
    from recorder.minutes.message import write_message

    paper = Path("resources/templates/official.docx")
    return {
        "docx": write_docx,
        "letterhead": lambda minutes, path: write_on_letterhead(minutes, paper, path),
        "html": write_html,
        "md": write_markdown,
        "txt": write_message,
    }[form]


def measure() -> list[Row]:
    """Each format in a process of its own."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for form in ("docx", "letterhead", "html", "md", "txt"):
            command = [sys.executable, "-c", MEASURED, form, f"{folder}/minutes.{form}"]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            few, many, memory = json.loads(done.stdout)
            name = f"{MANY:,} notes as {form}"
            times = (many * 1000, few * 10_000)
            rows.append(at_most(f"{name}, against ten times {FEW:,}", *times, 1.2))
            rows.append(at_most(f"{name}, memory above idle", memory, MEGABYTES, 1, "MB"))
    return rows
