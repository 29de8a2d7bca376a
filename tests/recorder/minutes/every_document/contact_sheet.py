"""First pages side by side, for a person to look at all of them."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from tests.recorder.minutes.every_document.cases import Case
from tests.recorder.minutes.every_document.pages import Pages

_WIDTH, _COLUMNS, _NAME, _AIR = 420, 6, 18, 8  # pixels, but for the columns


def draw_contact_sheets(cases: Sequence[Case], folder: Path) -> list[Path]:
    """Write a picture for each content and language: contact-sample-ar.png."""
    made = []
    for content, language in dict.fromkeys((each.content, each.language) for each in cases):
        chosen = [each for each in cases if (each.content, each.language) == (content, language)]
        pdfs = [folder / f"{each.name}.pdf" for each in chosen]
        if drawn := [_first_page(each) for each in pdfs if each.is_file()]:
            path = folder / f"contact-{content}-{language}.png"
            _beside_one_another(drawn).save(path)
            made.append(path)
    return made


def _first_page(path: Path) -> Image.Image:
    """A page under its name."""
    pages = Pages(path)
    page = pages.drawn(0, _WIDTH / pages.drawn(0, 0.1).width / 10)
    tile = Image.new("L", (page.width, page.height + _NAME), 90)
    tile.paste(page, (0, _NAME))
    shown = f"{path.stem[:60]} ({len(pages)})"
    ImageDraw.Draw(tile).text((2, 2), shown, fill=255)
    return tile


def _beside_one_another(tiles: Sequence[Image.Image]) -> Image.Image:
    rows = [tiles[at : at + _COLUMNS] for at in range(0, len(tiles), _COLUMNS)]
    heights = [max(each.height for each in row) + _AIR for row in rows]
    sheet = Image.new("L", (_COLUMNS * (_WIDTH + _AIR), sum(heights)), 128)
    for number, row in enumerate(rows):
        for place, each in enumerate(row):
            sheet.paste(each, (place * (_WIDTH + _AIR), sum(heights[:number])))
    return sheet
