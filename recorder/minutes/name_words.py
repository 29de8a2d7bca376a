"""The words of names, of which one in the label of a group gives somebody away."""

from collections.abc import Iterable
from functools import cached_property

from recorder.domain.record import MeetingRecord
from recorder.language.word_forms import index_terms


class NameWords:
    """Those of a meeting's people and organisations, made once for all that is asked of them."""

    def __init__(self, record: MeetingRecord) -> None:
        self._record = record

    def tells_people(self, label: str) -> bool:
        """Whether a label holds a word of somebody's name."""
        return bool(self._people & _words_of([label]))

    def tells_organisations(self, label: str) -> bool:
        """Whether it holds a word of an organisation's."""
        return bool(self._organisations & _words_of([label]))

    @cached_property
    def _people(self) -> set[str]:
        record = self._record
        return _words_of(
            each
            for row in record.people
            for each in (row.name, row.name_en, *record.other_names.get(row.id, ()))
        )

    @cached_property
    def _organisations(self) -> set[str]:
        record = self._record
        return _words_of(
            each
            for row in record.organisations
            for each in (row.name, row.name_en, row.acronym, *record.other_names.get(row.id, ()))
        )


_SHORTEST_NAME = 3


def _words_of(names: Iterable[str]) -> set[str]:
    """The words of names as searching folds them, with and without their article.

    One word of a name gives somebody away: «السيد أحمد», in whatever spelling. A word that is
    common as well hides a harmless group; that is the safer mistake.
    """
    terms = " ".join(index_terms(each) for each in names).split()
    return {each for each in terms if len(each) >= _SHORTEST_NAME} - _COMMON


_COMMON = set(
    index_terms(
        "السيد السيدة المجتمع المدني منظمة منظمات المنظمة مؤسسة مؤسسات المؤسسات المحلية محلية"
        " جمعية لجنة لجان مجلس مدينة حلب حي أحياء مركز شبكة الدولي الدولية العالمية النهوض"
        " مديرية مكتب ممثلون ممثلو the and for of from local civil society group"
        " organisation organization committee council association centre center network"
    ).split()
)
"""Words that stand in the names of many bodies and tell nobody from another."""
