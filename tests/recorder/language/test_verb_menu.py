from recorder import ReportingVerb
from recorder.language.verbs import verb_label


def test_a_verb_is_offered_in_the_form_that_fits_who_speaks():
    assert verb_label(ReportingVerb.POINTED_OUT, "ar") == "أشار إلى"
    assert verb_label(ReportingVerb.POINTED_OUT, "ar", is_feminine=True) == "أشارت إلى"
    assert verb_label(ReportingVerb.CALLED_FOR, "ar", is_feminine=True) == "طالبت بـ"
    assert verb_label(ReportingVerb.SUGGESTED, "ar") == "اقترح"
    assert verb_label(ReportingVerb.POINTED_OUT, "en") == "pointed to"


def test_every_verb_can_be_offered_in_both_languages():
    for verb in ReportingVerb:
        assert verb_label(verb, "ar").strip()
        assert verb_label(verb, "en").strip()
