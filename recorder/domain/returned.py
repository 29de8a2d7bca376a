"""What a document that was edited elsewhere says otherwise than the archive."""

import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256

_SPACES = re.compile(r"[ \t\u00a0\u202f]+")
_MARKS = dict.fromkeys((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))


@dataclass(frozen=True, kw_only=True)
class Rewording:
    """One recommendation whose text was changed in Word; nothing was applied.

    Attributes:
        recommendation_id: which one.
        before: the text with which the document was written; None where the archive does not
            have it any more.
        in_word: the text that stands there now, "" where it was taken out.
        present: the text that the archive holds now.
    """

    recommendation_id: str
    before: str | None
    in_word: str
    present: str

    @property
    def is_gone(self) -> bool:
        """Whether nothing of it stands in the document any more."""
        return not self.in_word

    @property
    def is_contested(self) -> bool:
        """Whether the archive's text was changed as well since the document was written."""
        return self.before is None or plain(self.before) != plain(self.present)


def plain(text: str) -> str:
    """A text without what an office program does to it: marks, kinds and numbers of spaces."""
    said = unicodedata.normalize("NFC", text.translate(_MARKS))
    lines = (_SPACES.sub(" ", line).strip() for line in said.splitlines())
    return "\n".join(line for line in lines if line)


def fingerprint(text: str) -> str:
    """Sixteen hexadecimal digits that stand for a text; the same for texts that read alike."""
    return sha256(plain(text).encode("utf-8", "surrogatepass")).hexdigest()[:16]
