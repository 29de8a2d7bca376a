"""A Markdown file as a reader's program takes it: what is text, and which elements there are."""

from markdown_it import MarkdownIt

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LINES = {"softbreak": "\n", "hardbreak": "\n"}


def elements_of(text: str) -> set[str]:
    """The kinds of what the file is made of, and the tags of the HTML in it."""
    found: set[str] = set()
    for token in READER.parse(text):
        found.add(token.content.strip() if token.type == "html_block" else token.type)
        for each in token.children or ():
            found.add(each.content if each.type == "html_inline" else each.type)
    return found


def texts_of(text: str) -> list[str]:
    """What each paragraph, heading and cell says."""
    return [
        "".join(_said(each) for each in token.children or ())
        for token in READER.parse(text)
        if token.type == "inline"
    ]


def _said(token) -> str:
    if token.type == "html_inline" and token.content == "<br>":
        return "\n"
    return LINES.get(token.type, token.content)
