"""Which documents are made: every kind in every language of every content, all else in pairs."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields, replace
from itertools import combinations, product
from pathlib import Path

from recorder.domain.documents import Detail, DocumentKind
from recorder.domain.record import MeetingRecord
from recorder.domain.tokens import Attribution
from recorder.minutes import Edition
from recorder.minutes.documents import PLANS
from tests.recorder.minutes.every_document.contents import CONTENTS

LANGUAGES = ("ar", "en", "both")
PLAIN = "plain"
PAPERS = (PLAIN, "official", "band", "joint")
_TEMPLATES = Path(__file__).resolve().parents[4] / "resources" / "templates"


@dataclass(frozen=True)
class Case:
    """One document. Its name holds all choices, and makes it again."""

    kind: str
    language: str
    content: str
    attribution: str = Attribution.NAMED
    paper: str = PLAIN
    detail: str = "own"
    digits: str = "latn"
    pictures: str = "bare"
    dates: str = "gregorian"

    @property
    def name(self) -> str:
        """The choices, a hyphen between them."""
        return "-".join(map(str, astuple(self)))

    @property
    def edition(self) -> Edition:
        """The edition that is built."""
        return Edition(
            self.language,
            self.digits,
            document=DocumentKind(self.kind),
            detail=None if self.detail == "own" else Detail(self.detail),
            has_photographs=self.pictures == "illustrated",
            has_hijri=self.dates == "hijri",
        )

    @property
    def letterhead(self) -> Path | None:
        """The paper, None for a sheet of our own."""
        return None if self.paper == PLAIN else _TEMPLATES / f"{self.paper}.docx"

    def under_its_rule(self, record: MeetingRecord) -> MeetingRecord:
        """The meeting with the attribution of the case."""
        return replace(record, meeting=replace(record.meeting, attribution=self.attribution))


CHOICES: dict[str, tuple[str, ...]] = {
    "attribution": tuple(Attribution),
    "paper": PAPERS,
    "detail": ("own", *Detail),
    "digits": ("latn", "arab"),
    "pictures": ("bare", "illustrated"),
    "dates": ("gregorian", "hijri"),
}
"""What is covered in pairs, each with all that may be chosen."""


def case_named(name: str) -> Case:
    """The case of a name, as `Case.name` gives it."""
    return Case(*name.split("-"))


def plain_cases(content: str = "sample") -> list[Case]:
    """A content as every kind in every language, as it is exported without further choices."""
    return [Case(kind, language, content) for kind in PLANS for language in LANGUAGES]


def all_cases() -> list[Case]:
    """The plain ones of the sample, and every kind, language and content with varied choices.

    Any two choices stand together in one of these documents, whichever they are.
    """
    varied = _in_pairs([Case(*each) for each in product(PLANS, LANGUAGES, CONTENTS)])
    return list(dict.fromkeys((*plain_cases(), *varied)))


def _in_pairs(cases: Sequence[Case]) -> Iterator[Case]:
    """Each case with choices that stand with no other yet, as far as there are such."""
    seen: set[tuple[object, ...]] = set()
    for at, case in enumerate(cases):
        best = case
        for choice, values in CHOICES.items():
            turned = values[at % len(values) :] + values[: at % len(values)]  # which is tried first
            tried = [replace(best, **{choice: each}) for each in turned]
            best = max(tried, key=lambda each: len(_pairs(each) - seen))
        seen |= _pairs(best)
        yield best
    yield from _left(seen)


def _left(seen: set[tuple[object, ...]]) -> Iterator[Case]:
    """A case for each pair that no other holds."""
    for (one, values), (other, others) in combinations(CHOICES.items(), 2):
        for value, second in product(values, others):
            case = replace(Case("minutes", "ar", "sample"), **{one: value, other: second})
            if _pair(case, one, other) not in seen:
                seen |= _pairs(case)
                yield case


def _pairs(case: Case) -> set[tuple[object, ...]]:
    names = [each.name for each in fields(case)]
    return {_pair(case, one, other) for one, other in combinations(names, 2)}


def _pair(case: Case, one: str, other: str) -> tuple[object, ...]:
    return one, str(getattr(case, one)), other, str(getattr(case, other))
