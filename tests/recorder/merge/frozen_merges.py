"""Makes tests/files/merges.json: `python -m tests.recorder.merge.frozen_merges`.

Run once for each RESOLVER. What stands in the file was shown to people: it never changes.
"""

import json
import random
from pathlib import Path

from recorder.domain.values import clean_text
from recorder.merge.registers import RESOLVER
from recorder.merge.text import merge_texts

FILE = Path(__file__).parents[2] / "files/merges.json"
COUNT = 300
_SUBJECTS = ["البلدية", "وافق المجلس", "قال د. أحمد إن الماء", "الكهرباء", "عرضت DCAF ورقة",
             "لم يحضر أحد", "بلغت النسبة 40%", "دفع 12,500.75 ل.س", "المدرسه مغلقة", "1. الطرق",
             "- الصحة", "نعم", "هل نبدأ", "(وعد وسيم)", "قال: «لا»"]  # fmt: skip
_MORE = ["منذ شهر", "في حلب", "على الخطة", "كاملة", "غداً", "بالإجماع", "إلا واحداً", "٣ مرات", "0.2",
         "جداً", "أيضاً", "نم\u200cخواهم", "\u200fهنا", "👍🏽", "لا", "أحمد"]  # fmt: skip
_SPELT = {"المدرسه": "المدرسة", "أحمد": "احمد", "جداً": "جدا", "غداً": "غدا"}
_ENDS = [". ", ".\n", "؟ ", "، ", "؛ ", "\n", "!\n\n", "... ", "۔ "]


def main() -> None:
    chance = random.Random(RESOLVER)
    cases = [_case(chance) for _ in range(COUNT)]
    document = {"resolver": RESOLVER, "cases": cases}
    FILE.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _case(chance: random.Random) -> dict[str, object]:
    base = [_sentence(chance) for _ in range(chance.randint(0, 5))]
    sides = [_edited(base, chance) for _ in range(chance.choice([2, 2, 2, 3, 4]))]
    texts = [clean_text("".join(each).rstrip()) for each in (base, *sides)]
    merged = merge_texts(texts[0], texts[1:])
    return {
        "base": texts[0],
        "sides": texts[1:],
        "text": merged.text,
        "needs_review": merged.needs_review,
    }


def _sentence(chance: random.Random) -> str:
    words = [chance.choice(_SUBJECTS), *chance.sample(_MORE, chance.randint(0, 4))]
    return " ".join(words) + chance.choice(_ENDS)


def _edited(base: list[str], chance: random.Random) -> list[str]:
    text = list(base)
    for _ in range(chance.randint(1, 3)):
        _edit(text, chance)
    return text


def _edit(text: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(text) + 1)
    what = chance.choice(["add", "delete", "move", "word", "word", "word", "spelling", "line"])
    if what == "add" or at == len(text):
        text.insert(at, _sentence(chance))
    elif what == "delete":
        del text[at]
    elif what == "move":
        text.insert(chance.randrange(len(text)), text.pop(at))
    elif what == "spelling":
        for old, new in _SPELT.items():
            text[at] = text[at].replace(old, new)
    elif what == "line":
        text[at] = text[at].replace(" ", "\n", 1)
    else:
        words = text[at].split(" ")
        place = chance.randrange(len(words))
        words[place : place + chance.randint(0, 1)] = [chance.choice(_MORE)]
        text[at] = " ".join(words)


if __name__ == "__main__":
    main()
