from gettext import GNUTranslations
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog

from recorder.language.catalogue import Catalogue
from recorder.language.catalogue_tool import catalogues, compiled, faults


def read(catalogue: Catalog) -> GNUTranslations:
    return GNUTranslations(BytesIO(compiled(catalogue)))


@pytest.mark.parametrize(
    ("count", "form"),
    [(0, 0), (1, 1), (2, 2), (3, 3), (10, 3), (11, 4), (99, 4), (100, 5), (101, 5), (103, 3)],
)
def test_arabic_counts_take_the_six_forms_of_gettext(count: int, form: int) -> None:
    catalogue = Catalog(locale="ar")
    forms = [f"صيغة {number}" for number in range(6)]
    catalogue.add(("{count} day", "{count} days"), tuple(forms))
    assert read(catalogue).ngettext("{count} day", "{count} days", count) == forms[form]


def test_a_translation_with_other_fields_than_its_source_is_left_out() -> None:
    catalogue = Catalog(locale="ar")
    catalogue.add("Saved {clock}", "حُفظ {time}")
    catalogue.add("Undo {name}", "تراجع عن {name}")
    translations = read(catalogue)
    assert translations.gettext("Saved {clock}") == "Saved {clock}"
    assert translations.gettext("Undo {name}") == "تراجع عن {name}"


def test_an_unfinished_translation_is_left_out() -> None:
    catalogue = Catalog(locale="ar")
    catalogue.add("Open", "")
    catalogue.add("Close", "إغلاق", flags=["fuzzy"])
    assert read(catalogue).gettext("Close") == "Close"


def test_a_message_that_means_two_things_is_told_apart_by_its_context() -> None:
    catalogue = Catalog(locale="ar")
    catalogue.add("Open", "مفتوحة", context="status")
    catalogue.add("Open", "فتح")
    translations = read(catalogue)
    assert translations.pgettext("status", "Open") == "مفتوحة"
    assert translations.gettext("Open") == "فتح"


def test_english_is_the_source_itself() -> None:
    assert Catalogue.load("en").gettext("Any words at all") == "Any words at all"


def test_every_compiled_catalogue_is_that_of_its_source_file() -> None:
    checked = 0
    for path, catalogue in catalogues():
        assert path.with_suffix(".mo").read_bytes() == compiled(catalogue), path.name
        checked += 1
    assert checked


def test_every_message_of_the_code_is_translated_with_its_fields() -> None:
    assert faults() == []
