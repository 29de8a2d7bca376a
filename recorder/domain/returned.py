"""What a document that was edited elsewhere says otherwise than the archive."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

_SPACES = re.compile(r"[ \t\u00a0\u202f]+")
_UNTIDY = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u00a0\u202f\u2028\u2029]|  ")
_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LONGEST_END = 1000  # characters of an end that are looked through


@dataclass(frozen=True, kw_only=True)
class Rewording:
    """One recommendation of which a document says otherwise; nothing was applied.

    Attributes:
        recommendation_id: which one; "" where the document has one more than the archive.
        before: the text with which the document was written; None where the archive does not
            have it any more.
        in_word: the text that stands there now, "" where it was taken out.
        present: the text that the archive holds now.
        joined: both changes in one text, where both sides changed different sentences of it;
            "" elsewhere.
    """

    recommendation_id: str
    before: str | None
    in_word: str
    present: str
    joined: str = ""

    @property
    def is_gone(self) -> bool:
        """Whether nothing of it stands in the document any more."""
        return not self.in_word

    @property
    def is_new(self) -> bool:
        """Whether it stands in the document alone."""
        return not self.recommendation_id

    @property
    def is_contested(self) -> bool:
        """Whether the archive's text was changed as well since the document was written."""
        if self.is_new:
            return False
        return self.before is None or plain(self.before) != plain(self.present)


@dataclass(frozen=True)
class ReturnedWording:
    """What stands in a document for a row: fingerprints of its id and its old text, the text."""

    row: str
    before: str
    text: str


@dataclass(frozen=True)
class ReturnedDocument:
    """What a document of ours says by now, read once and compared as often as needed.

    Attributes:
        wordings: of the recommendations whose marks are in it.
        roll: which it held when it was written, with their wordings, all by fingerprints; empty
            where a program has lost that.
        additions: texts that stand among the recommendations and have no mark.
    """

    wordings: tuple[ReturnedWording, ...] = ()
    roll: Mapping[str, str] = field(default_factory=dict)
    additions: tuple[str, ...] = ()


def plain(text: str) -> str:
    """A text without what an office program does to it: marks, kinds and numbers of spaces."""
    said = unicodedata.normalize("NFC", _MARKS.sub("", text))
    if not _UNTIDY.search(said) and said == said.strip():
        return said
    lines = (_SPACES.sub(" ", line).strip() for line in said.splitlines())
    return "\n".join(line for line in lines if line)


def fingerprint(text: str, secret: str = "") -> str:
    """Sixteen hexadecimal digits that stand for a text; the same for texts that read alike.

    A document that goes out holds those of its wordings still when somebody has taken one out.
    Whoever guesses at it must not see that the guess was right: `secret` is what the archive
    alone knows, the id of the row.
    """
    return _digits(plain(text), secret)


def without_end(text: str, end: str, secret: str = "") -> str | None:
    """A plain text without the end that has this fingerprint; None where it ends otherwise."""
    for at in range(max(0, len(text) - _LONGEST_END), len(text)):
        if not text[at].isspace() and _digits(text[at:], secret) == end:
            return text[:at].rstrip()
    return None


def _digits(said: str, secret: str) -> str:
    whole = f"{secret}\n{said}" if secret else said
    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]
