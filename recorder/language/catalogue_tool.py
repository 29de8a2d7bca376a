"""For maintainers: `python -m recorder.language.catalogue_tool update|compile|check`.

`update` reads the messages out of the code into the .po files, `compile` makes the .mo files,
`check` tells what is missing, fuzzy or has other {fields} than its source.
"""

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from recorder.language.catalogue import DOMAIN, LANGUAGES, PLURAL_FORMS, SOURCE

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "resources" / "locale"
ROOMS = ("recorder", "ui")
_KEYWORDS = {
    "_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2),
}  # fmt: skip
_FIELD = re.compile(r"\{(\w+)[^{}]*\}")


def messages() -> Catalog:
    """All messages of the code, with where they stand and what their comments say."""
    found = Catalog(domain=DOMAIN, charset="utf-8", fuzzy=False)
    for room in ROOMS:
        extracted = extract_from_dir(
            str(ROOT / room), [("**.py", "python")], keywords=_KEYWORDS, comment_tags=["i18n:"]
        )
        for name, _line, message, comments, context in sorted(extracted, key=str):
            found.add(message, locations=[(f"{room}/{name}", 0)], auto_comments=comments,
                      context=context)  # fmt: skip
    return found


def catalogues() -> Iterator[tuple[Path, Catalog]]:
    """Each .po file with what it holds."""
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        with path.open("rb") as stream:
            yield path, read_po(stream, locale=path.parts[-3])


def compiled(catalogue: Catalog) -> bytes:
    """The .mo of a catalogue; a translation with other fields than its source is left out.

    A document that prints "{count}" or raises on the way would be worse than an English word.
    """
    trusted = Catalog(locale=catalogue.locale, charset="utf-8", fuzzy=False)
    trusted.mime_headers = [("Content-Type", "text/plain; charset=utf-8"),
                            ("Plural-Forms", PLURAL_FORMS)]  # fmt: skip
    # The day of the compiling would make every compiled file another one.
    trusted.creation_date = trusted.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    for message in catalogue:
        if (
            message.id
            and not message.fuzzy
            and _is_complete(message)
            and not fields_differ(message)
        ):
            trusted.add(message.id, message.string, context=message.context)
    out = BytesIO()
    write_mo(out, trusted)
    return out.getvalue()


def fields_differ(message: Message) -> bool:
    """Whether a translation has fields that its source has not, or lacks one of them.

    A plural form may leave the number out: «يومان» needs none.
    """
    sources = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
    strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    allowed = set(_FIELD.findall(" ".join(sources)))
    found = [set(_FIELD.findall(each)) for each in strings if each]
    if len(sources) == 1:
        return any(each != allowed for each in found)
    return any(not each <= allowed for each in found)


def _is_complete(message: Message) -> bool:
    strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return bool(strings) and all(strings)


def faults() -> list[str]:
    """What keeps the catalogues from being complete, a line for each."""
    source = messages()
    lines: list[str] = []
    for language in LANGUAGES:
        if language == SOURCE:
            continue
        known: dict[tuple[str, str | None], Message] = {}
        for path, catalogue in catalogues():
            if path.parts[-3] == language:
                known |= {_key(each): each for each in catalogue if each.id}
        for message in source:
            if message.id:
                lines += _faults_of(language, message, known.get(_key(message)))
    return lines


def _faults_of(language: str, source: Message, known: Message | None) -> list[str]:
    name = f"{language}: {_key(source)[0]!r}"
    if known is None or not _is_complete(known):
        return [f"{name} is not translated"]
    if known.fuzzy:
        return [f"{name} is fuzzy"]
    return [f"{name} has other fields"] if fields_differ(known) else []


def _key(message: Message) -> tuple[str, str | None]:
    source = message.id if isinstance(message.id, str) else message.id[0]
    return source, message.context


def update() -> None:
    """Bring the messages of the code into each .po file, drop what is no longer used."""
    source = messages()
    for path, catalogue in catalogues():
        catalogue.update(source, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        _write(path, catalogue)


def _write(path: Path, catalogue: Catalog) -> None:
    out = BytesIO()
    write_po(out, catalogue, width=100, sort_output=True, omit_header=False,
             include_lineno=False)  # fmt: skip
    rule = f'"Plural-Forms: {PLURAL_FORMS}\\n"'.encode().replace(b"\\", b"\\\\")
    path.write_bytes(
        re.sub(rb'"Plural-Forms:[^"]*"(\n"[^"]*;\\n")?', rule, out.getvalue(), count=1)
    )


def compile_all() -> None:
    """Write a .mo beside each .po."""
    for path, catalogue in catalogues():
        path.with_suffix(".mo").write_bytes(compiled(catalogue))


def main(arguments: list[str]) -> int:
    """The command; 1 when `check` found something."""
    match arguments:
        case ["update"]:
            update()
            compile_all()
        case ["compile"]:
            compile_all()
        case ["check"]:
            found = faults()
            sys.stdout.write("".join(f"{line}\n" for line in found))
            return int(bool(found))
        case _:
            sys.stderr.write(f"{__doc__}\n")
            return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
