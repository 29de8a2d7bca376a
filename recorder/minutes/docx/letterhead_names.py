"""The names of a package's parts and what leads to them; none may lead out of the package."""

import posixpath
from collections.abc import Collection
from urllib.parse import unquote

from recorder.errors import LetterheadError
from recorder.minutes.docx.wordml import RELATIONSHIP, Element


def check_name(name: str) -> None:
    """Refuse a part whose name is a path of the machine's, or leads upwards.

    Raises:
        LetterheadError: its name is such a one.
    """
    parts = name.split("/")
    if "\\" in name or ":" in name or not all(parts) or ".." in parts or "\x00" in name:
        raise LetterheadError(reason="outside")


def target_of(holder: str, relationship: Element) -> str:
    """The part that a relationship of a part leads to; "" where it leads outside on purpose.

    Raises:
        LetterheadError: it leads out of the package.
    """
    if relationship.get("TargetMode", "").lower() == "external":
        return ""
    target = relationship.get("Target", "").partition("#")[0]
    folder = "" if target.startswith("/") else posixpath.dirname(holder)
    found = posixpath.normpath(posixpath.join(folder, target.removeprefix("/")))
    if "\\" in target or ":" in target or found.startswith(".."):
        raise LetterheadError(reason="outside")
    return found


def relations_of(name: str) -> str:
    """The part that holds the relationships of a part."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels".removeprefix("/")


def reachable(start: str, names: Collection[str], trees: dict[str, Element]) -> set[str]:
    """A part and all that relationships lead to from it, their relationships included."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        said = waiting.pop()
        name = said if said in names else unquote(said)  # some programs write %20 here alone
        if name not in names or name in found:
            continue
        found.add(name)
        relations = relations_of(name)
        if relations in trees:
            found.add(relations)
            waiting.extend(target_of(name, each) for each in trees[relations].iter(RELATIONSHIP))
    return found
