import pytest

from recorder import ReportingVerb
from recorder.language.group_verbs import form_of_group, verb_behind


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("ممثّلو الشباب", "عبّروا عن"),
        ("ممثلون عن المؤسسات المحلية", "عبّروا عن"),
        ("المشاركون", "عبّروا عن"),
        ("أعضاء لجان الأحياء", "عبّروا عن"),
        ("ناشطو المجتمع المدني", "عبّروا عن"),
        ("أهالي حيّ السكري", "عبّروا عن"),
        ("المنظمون", "عبّروا عن"),
        ("بعض المشاركين", "عبّروا عن"),
        ("عدد من المشاركات", "عبّرن عن"),
        ("النساء", "عبّرن عن"),
        ("ممثّلات الجمعيات", "عبّرن عن"),
        ("منظمات محلية", "عبّرت عن"),
        ("لجان الأحياء", "عبّرت عن"),
        ("لجنة الحيّ", "عبّرت عن"),
        ("بعض المنظمات", "عبّرت عن"),
        ("وفد البلدية", "عبّر عن"),
        ("متحدّث 1", "عبّر عن"),
        ("متحدّثة من آخر القاعة", "عبّرت عن"),
        ("", "عبّر عن"),
    ],
)
def test_a_verb_behind_a_group_agrees_with_it(label, said):
    assert verb_behind(ReportingVerb.EXPRESSED, "ar", form_of_group(label)) == said


def test_every_verb_has_its_plurals_and_keeps_its_preposition():
    people, women = form_of_group("المشاركون"), form_of_group("المشاركات")
    for verb in ReportingVerb:
        one = verb_behind(verb, "ar", form_of_group("متحدّث"))
        for form in (people, women):
            many = verb_behind(verb, "ar", form)
            assert many != one
            assert many.partition(" ")[2] == one.partition(" ")[2]
        assert verb_behind(verb, "en", people) == verb_behind(verb, "en", form_of_group("A group"))
