"""The logos of the hosts at the head of the first page: small, side by side, each file once."""

from recorder.minutes.docx.paragraphs import opening
from recorder.minutes.docx.pictures import drawing
from recorder.minutes.model import LetterheadHost, Minutes, Picture

RELATIONSHIPS = "word/_rels/letterhead.xml.rels"

_PER_CM = 360_000  # English Metric Units
_HIGHEST, _WIDEST = int(1.7 * _PER_CM), int(4.6 * _PER_CM)
_FIRST = 5_000_000  # drawings of the text are counted from 1


class Logos:
    """The logos of one document: their parts of the package and their places in its head."""

    def __init__(self, minutes: Minutes) -> None:
        self._base = minutes.direction
        self._media = minutes.media
        shown = [each.logo for each in minutes.letterhead.hosts if each.logo]
        self._kinds = {each.sha256: each.kind for each in shown if each.sha256 in minutes.media}
        self._drawn = 0

    @property
    def targets(self) -> dict[str, str]:
        """The names of the files by the ids of their relationships."""
        return {
            f"rLogo{number}": f"media/logo{number}.{kind}"
            for number, kind in enumerate(self._kinds.values(), start=1)
        }

    def files(self) -> dict[str, bytes]:
        """The parts of the package."""
        names = (f"word/{target}" for target in self.targets.values())
        return {name: self._media[each] for name, each in zip(names, self._kinds, strict=True)}

    def drawn(self, host: LetterheadHost) -> str:
        """The logo of a host as a paragraph; nothing where it has none here."""
        logo = host.logo
        if logo is None or logo.sha256 not in self._kinds:
            return ""
        self._drawn += 1
        identity = f"rLogo{list(self._kinds).index(logo.sha256) + 1}"
        shown = drawing(_FIRST + self._drawn, identity, _size(logo), logo.alternative or host.name)
        return f"{opening('MinutesHost', self._base)}<w:r>{shown}</w:r></w:p>"


def _size(logo: Picture) -> tuple[int, int]:
    width, height = max(logo.width, 1), max(logo.height, 1)
    scale = min(_WIDEST / width, _HIGHEST / height)
    return max(int(width * scale), 1), max(int(height * scale), 1)
