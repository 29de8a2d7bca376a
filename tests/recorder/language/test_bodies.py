"""Names of organisations that are one in two forms, and names that must not be taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recorder import Likeness, Organisation
from recorder.language.bodies import BodyName, compare_bodies

GLOCA = "المنظمة العالمية للنهوض بالمجتمع المدني"
DCAF = "مركز جنيف لحوكمة القطاع الأمني"

SAME = [
    ("the acronym alone", "GLOCA", f"{GLOCA} (GLOCA)"),
    ("without articles", GLOCA, "منظمة عالمية للنهوض بالمجتمع المدني"),
    ("a slip of the article", DCAF, "مركز جنيف لحكومة قطاع الأمن"),
    ("with its acronym", DCAF, f"{DCAF} (DCAF)"),
    ("without the kind of body", "جمعية الإحسان الخيرية", "الإحسان الخيرية"),
    ("a foundation", "مؤسسة بسمة وزيتونة", "بسمه وزيتونة"),
    ("a team", "فريق شباب التغيير", "شباب التغيير"),
    ("the short name", "الهلال الأحمر", "الهلال الأحمر العربي السوري"),
    ("with its town", "نقابة المهندسين", "نقابة المهندسين في حلب"),
    ("a town's directorate", "مديرية الصحة", "مديرية صحة حلب"),
    ("its town understood", "مجلس مدينة حلب", "مجلس المدينة"),
    ("the end of a word", "جامعة حلب", "جامعه حلب"),
    ("a doubled letter", "نقابة المحامين", "نقابه المحاميين"),
    ("hamza", "اتحاد الطلبة", "إتحاد الطلبة"),
    ("and apart", "منظمة الأمل للإغاثة والتنمية", "الأمل للاغاثة و التنمية"),
    ("dots in an acronym", "U.N.D.P.", "UNDP"),
]

OTHER = [
    ("another town", "جامعة حلب", "جامعة دمشق"),
    ("another university", "جامعة حلب", "جامعة حلب الحرة"),
    ("another town's directorate", "مديرية صحة حلب", "مديرية صحة إدلب"),
    ("another directorate", "مديرية الصحة", "مديرية التربية"),
    ("another kind of body", "جمعية الإحسان", "مؤسسة الإحسان"),
    ("another profession", "نقابة المهندسين", "نقابة المحامين"),
    ("a part of the profession", "نقابة الأطباء", "نقابة أطباء الأسنان"),
    ("another acronym", f"{GLOCA} (GLOCA)", f"{DCAF} (DCAF)"),
    ("an acronym nearly alike", "UNDP", "UNHCR"),
    ("another council", "مجلس مدينة حلب", "مجلس محافظة حلب"),
    ("another quarter", "لجنة حي المحافظة", "لجنة حي السريان"),
    ("a longer word", "جمعية نور", "جمعية نورس"),
    ("another chamber", "غرفة صناعة حلب", "غرفة تجارة حلب"),
    ("a town alone", "حلب", "جامعة حلب"),
    ("the kind of body alone", "جمعية", "جمعية الإحسان"),
]


def named(pairs):
    return [pytest.param(one, other, id=group) for group, one, other in pairs]


def of(name, **more):
    return BodyName.of(Organisation(id="o", name=name, **more))


@pytest.mark.parametrize(("one", "other"), named(SAME))
def test_one_organisation_in_two_forms_is_proposed_and_can_be_looked_up(one, other):
    assert compare_bodies(of(one), of(other))
    assert compare_bodies(of(one), of(other)) == compare_bodies(of(other), of(one))
    assert set(of(one).keys()) & set(of(other).keys())


@pytest.mark.parametrize(("one", "other"), named(OTHER))
def test_two_organisations_with_names_nearly_alike_are_not_proposed(one, other):
    assert compare_bodies(of(one), of(other)) is None
    assert compare_bodies(of(other), of(one)) is None


def test_english_names_and_their_initials_are_compared():
    undp = of("برنامج الأمم المتحدة الإنمائي", name_en="United Nations Development Programme")
    for other in (of("UNDP"), of("United Nations Development Programme")):
        assert compare_bodies(undp, other)
        assert set(undp.keys()) & set(other.keys())
    assert not compare_bodies(undp, of("UNICEF"))


def test_the_reason_of_a_likeness_is_told():
    found = compare_bodies(of("GLOCA"), of(GLOCA, acronym="GLOCA"))
    assert found is not None
    assert found[0] is Likeness.ACRONYM
    found = compare_bodies(of("جمعية الإحسان"), of("الإحسان"))
    assert found is not None
    assert found[0] is Likeness.KIND_OF_BODY


WORDS = [
    *("جمعية", "مركز", "الأمل", "حلب", "للتنمية", "و", "في", "المدني"),
    *("UNDP", "(UNDP)", "لجنة", "الحوكمة", "نور"),
]
NAMES = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


@given(NAMES, NAMES)
def test_comparing_does_not_depend_on_which_is_named_first(one, other):
    assert compare_bodies(of(one), of(other)) == compare_bodies(of(other), of(one))


@given(NAMES, NAMES)
def test_whatever_is_proposed_can_be_looked_up(one, other):
    if compare_bodies(of(one), of(other)):
        assert set(of(one).keys()) & set(of(other).keys())


@given(st.text(max_size=40))
def test_any_text_at_all_can_be_a_name(text):
    body = of(text, acronym=text)
    assert compare_bodies(body, of(GLOCA)) == compare_bodies(of(GLOCA), body)
