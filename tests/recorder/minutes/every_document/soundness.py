"""One Word file held to everything: validators, our laws, sameness, discretion."""

import hashlib
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from openxml_audit import OpenXmlValidator

from recorder.domain.record import MeetingRecord
from recorder.minutes import Minutes, build_minutes, write_docx
from recorder.minutes.docx.letterhead import write_on_letterhead
from tests.ooxml_validator import find_ooxml_validator, sdk_faults
from tests.recorder.minutes import word_laws
from tests.recorder.minutes.documents import said_in
from tests.recorder.minutes.every_document.cases import Case
from tests.recorder.minutes.every_document.contents import content_of
from tests.recorder.minutes.every_document.names import name_faults, told_in_package
from tests.recorder.minutes.every_document.pages import Pages, Sheet, page_faults
from tests.recorder.minutes.every_document.read_pages import text_faults
from tests.recorder.minutes.word_package import WordPackage

_CLAIMS = re.compile(r"required relationship type '\S+/(theme|fontTable)' is missing")
"""What openxml-audit asks for and no document needs."""


@dataclass
class Finding:
    """What was found in one document."""

    case: Case
    path: Path
    faults: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)

    def take(self, work: str, find: Callable[..., Iterable[str]], *told: object) -> None:
        """Add the faults of one kind of work, and how long they took to find."""
        begin = time.perf_counter()
        self.faults += [f"{work}: {each}" for each in find(*told)]
        self.seconds[work] = time.perf_counter() - begin


def examine(case: Case, folder: Path) -> Finding:
    """Make a document and hold it to everything that is known without drawing it."""
    content = content_of(case.content)
    record = case.under_its_rule(content.record)
    minutes = build_minutes(record, case.edition, content.media)
    finding = Finding(case, folder / f"{case.name}.docx")
    finding.take("two builds", _written_twice, case, record, minutes, finding.path)
    package = WordPackage(finding.path)
    laws = partial(word_laws.faults, is_on_paper=case.letterhead is not None)
    finding.take("our laws", laws, package, minutes)
    told = told_in_package(package)
    finding.take("discretion", name_faults, record, case.edition, minutes, told)
    finding.take("openxml-audit", audit_faults, finding.path)
    if program := find_ooxml_validator():
        finding.take("Open XML SDK", sdk_faults, program, finding.path)
    return finding


def examine_pages(case: Case, path: Path, pdf: Path) -> Finding:
    """Look at the pages that LibreOffice made of a document."""
    content, finding = content_of(case.content), Finding(case, pdf)
    record = case.under_its_rule(content.record)
    minutes = build_minutes(record, case.edition, content.media)
    pages, sheet = Pages(pdf), Sheet.of(WordPackage(path))
    if any(said_in(minutes)):  # cards of an agenda that has no items are an empty sheet
        finding.take("pages drawn", page_faults, pages, sheet, minutes.direction)
    finding.take("pages read", text_faults, pages, minutes)
    return finding


def write(case: Case, minutes: Minutes, path: Path) -> Path:
    """Write a document on the paper of its case."""
    if case.letterhead is None:
        return write_docx(minutes, path)
    return write_on_letterhead(minutes, case.letterhead, path)


def audit_faults(path: Path) -> list[str]:
    """What openxml-audit finds, without its false claims."""
    found = [str(each.description) for each in OpenXmlValidator().validate(str(path)).errors]
    return [each for each in found if not _CLAIMS.search(each)]


def _written_twice(
    case: Case, record: MeetingRecord, minutes: Minutes, path: Path
) -> Iterator[str]:
    media = content_of(case.content).media
    digests = set()
    for each in (build_minutes(record, case.edition, media), minutes):
        digests.add(hashlib.sha256(write(case, each, path).read_bytes()).digest())
    if len(digests) > 1:
        yield "two builds of one meeting differ"
