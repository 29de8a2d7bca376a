import json

from recorder.merge.registers import RESOLVER
from recorder.merge.text import merge_texts
from tests.recorder.merge.frozen_merges import COUNT, FILE

ADVICE = (
    "What two laptops read after a merge would change, and laptops of two releases would differ."
    " Bump RESOLVER in recorder/merge/registers.py and keep the rules of the old one beside it."
)


def test_merges_that_were_made_once_come_out_the_same_for_ever() -> None:
    frozen = json.loads(FILE.read_text(encoding="utf-8"))
    assert frozen["resolver"] == RESOLVER, ADVICE
    assert len(frozen["cases"]) == COUNT
    for case in frozen["cases"]:
        merged = merge_texts(case["base"], case["sides"])
        assert (merged.text, merged.needs_review) == (case["text"], case["needs_review"]), ADVICE
