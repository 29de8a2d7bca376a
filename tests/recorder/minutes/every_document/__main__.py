"""Holds every document in every edition to everything that is known.

Made are: the sample as every kind of document in every language; and every kind × language ×
content (nothing, both samples, 500 people with 2,000 notes and 500 recommendations, hostile
texts), where attribution, letterhead, detail, digits, photographs and dates change from one to
the next so that any two choices meet in some document. Each is built twice and is the same byte
for byte; passes Microsoft's Open XML SDK and openxml-audit (but for two parts that it asks for and
no document needs); keeps our own laws (direction of each paragraph and run, Word's order equal to
UAX #9, tables, styles, no text lost); tells no private note, and no name against the rule that the
leak check does not report.

Where LibreOffice is installed it makes the pages: no ink in the margins, lines begin at the leading
margin, no page empty, as many pages as there is text for, the head of a long table on each of its
pages, signatures together, phones and codes never turned around. What only Word would show (the
direction of runs) no picture of LibreOffice's can prove: the laws do.

A fault is printed with the name of its case; `--case NAME` makes that one again. The program ends
with 1 where there are faults.
"""

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from recorder.minutes.documents import PLANS
from recorder.minutes.pdf import find_office
from tests.ooxml_validator import find_ooxml_validator
from tests.recorder.minutes.every_document.cases import Case, all_cases, case_named
from tests.recorder.minutes.every_document.contact_sheet import draw_contact_sheets
from tests.recorder.minutes.every_document.contents import CONTENTS
from tests.recorder.minutes.every_document.office import converted
from tests.recorder.minutes.every_document.soundness import Finding, examine, examine_pages


def main(arguments: list[str]) -> int:
    """Make the documents that were asked for; 1 when one of them has a fault."""
    asked = _asked(arguments)
    cases = _chosen(asked)
    _tell(f"{len(cases)} documents, {os.cpu_count()} at a time")
    if find_ooxml_validator() is None:
        _tell("The Open XML SDK's validator is not installed (.ci/run does it): not asked")
    begin = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="mahdar-every-") as made:
        folder = asked.out or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        findings = list(_examined(cases, folder))
        findings += _looked_at(cases, folder)
        if asked.out:
            draw_contact_sheets(cases, folder)
    return _summed_up(findings, time.monotonic() - begin)


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.recorder.minutes.every_document",
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    kinds = [str(each) for each in PLANS]
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FOLDER",
        help="keep the documents there, with sheets of their first pages",
    )
    parser.add_argument("--only", nargs="+", choices=kinds, metavar="KIND", help=", ".join(kinds))
    parser.add_argument("--content", nargs="+", choices=CONTENTS, help="of these contents alone")
    parser.add_argument("--case", nargs="+", type=case_named, metavar="NAME", help="these alone")
    return parser.parse_args(arguments)


def _chosen(asked: argparse.Namespace) -> list[Case]:
    return asked.case or [
        each
        for each in all_cases()
        if each.kind in (asked.only or PLANS) and each.content in (asked.content or CONTENTS)
    ]


def _examined(cases: list[Case], folder: Path) -> Iterator[Finding]:
    """All of them, the long ones first; each fault is told when it is found."""
    ordered = sorted(cases, key=lambda each: each.content != "large")
    with ProcessPoolExecutor() as workers:
        yield from _told(workers.map(partial(examine, folder=folder), ordered))


def _looked_at(cases: list[Case], folder: Path) -> Iterator[Finding]:
    """The pages of all of them."""
    office = find_office()
    if office is None:
        _tell("LibreOffice is not installed: no page was looked at")
        return
    begin = time.monotonic()
    sources = {folder / f"{each.name}.docx": each for each in cases}
    pdfs = converted(office, list(sources), folder)
    _tell(f"{time.monotonic() - begin:8.1f} s  LibreOffice")
    for each in sources.keys() - pdfs.keys():
        yield Finding(sources[each], each, ["LibreOffice made no pages of it"])
    with ProcessPoolExecutor() as workers:
        made = [(sources[each], each, pdf) for each, pdf in pdfs.items()]
        yield from _told(workers.map(examine_pages, *zip(*made, strict=True)))


def _told(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Each, after its faults were printed."""
    for finding in findings:
        for each in finding.faults:
            _tell(f"{finding.case.name}\n    {each[:300]}")
        yield finding


def _summed_up(findings: list[Finding], seconds: float) -> int:
    spent: Counter[str] = Counter()
    for each in findings:
        spent.update(each.seconds)
    for work, each in spent.most_common():
        _tell(f"{each:8.1f} s  {work}")
    broken = {each.case for each in findings if each.faults}
    count = sum(len(each.faults) for each in findings)
    made = len({each.case for each in findings})
    _tell(f"{made} documents in {seconds:.0f} s: {count} faults in {len(broken)} of them")
    return 1 if broken else 0


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
