"""Which headings the contents lead to: their numbers, counted as a writer comes by them."""

from recorder.minutes.model import DEEPEST_IN_CONTENTS, Contents, Heading


class Anchors:
    """The numbers of one document, from 1; nothing leads to a heading before the contents."""

    def __init__(self) -> None:
        self._promised = self._met = 0

    def promise(self, contents: Contents) -> None:
        """Headings that follow will be led to."""
        self._promised += len(contents.headings)

    def of(self, heading: Heading) -> int:
        """The number of the next heading of the text; 0 where nothing leads to it."""
        if self._met == self._promised or heading.level > DEEPEST_IN_CONTENTS:
            return 0
        self._met += 1
        return self._met
