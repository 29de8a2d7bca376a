"""Minutes as Markdown (CommonMark with the tables of GitHub's dialect)."""

from recorder.minutes.markdown.document import write_markdown

__all__ = ["write_markdown"]
