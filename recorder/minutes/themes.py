"""What was said and asked for, theme by theme: items and recommendations find their theme."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from recorder.domain.discussion import Note
from recorder.domain.meeting import AgendaItem
from recorder.language.verbs import ended
from recorder.minutes.material import Material
from recorder.minutes.model import Origin, Paragraph
from recorder.minutes.recommendations import Numbered, own

_Key = tuple[str, str]
_NOWHERE: _Key = ("", "")


@dataclass
class ThemePart:
    """What belongs to one theme, or to an item of the agenda that has none."""

    title: str
    origin: Origin | None = None
    summaries: list[Paragraph] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    recommendations: list[Numbered] = field(default_factory=list)

    def of_kinds(self, kinds: Iterable[str]) -> list[Note]:
        """The notes of some kinds in their order."""
        wanted = set(kinds)
        return [each for each in self.notes if each.kind in wanted]


def theme_parts(material: Material) -> list[ThemePart]:
    """The themes in their order, then items without one, then what stands nowhere."""
    sorter = _Sorter(material)
    parts = {key: ThemePart(title, _origin(key)) for key, title in sorter.titles()}
    for place in material.headings:
        if summary := place.item.summary.strip():
            origin = Origin(place.item.TABLE, place.item.id)
            told = material.written(ended(summary), origin=origin)
            parts[sorter.of_item(place.item.id)].summaries.append(told)
    for item_id, notes in material.notes_by_item.items():
        part = parts[sorter.of_item(item_id)]
        part.notes += [each for each in notes if each.text.strip()]
    for row in own(material):
        recommendation = row[1]
        key = sorter.of_theme(recommendation.theme_id)
        parts[key or sorter.of_item(recommendation.place.parent_id)].recommendations.append(row)
    return [each for each in parts.values() if each.summaries or each.notes or each.recommendations]


def _origin(key: _Key) -> Origin | None:
    """The item of the agenda that a part is about, where it is about one."""
    return Origin(AgendaItem.TABLE, key[1]) if key[0] == "item" else None


class _Sorter:
    def __init__(self, material: Material) -> None:
        self._material = material
        self._items = {each.id: each for each in material.record.agenda}

    def titles(self) -> list[tuple[_Key, str]]:
        material, words = self._material, self._material.words
        roots = dict.fromkeys(filter(None, (self.of_theme(each.id)
                                            for each in material.record.themes)))  # fmt: skip
        themes = [(key, material.theme(key[1]) or words.gettext("Untitled theme")) for key in roots]
        items = [(("item", each.id), material.named(each)) for each in material.record.agenda]
        return [*themes, *items, (_NOWHERE, words.gettext("Other subjects"))]

    def of_theme(self, theme_id: str | None) -> _Key | None:
        """The theme that a theme stands under at the very top."""
        themes = self._material.record.theme_by_id
        seen: set[str] = set()
        while theme_id in themes and theme_id not in seen:
            seen.add(theme_id)
            above = themes[theme_id].place.parent_id
            if above is None or above not in themes:
                return ("theme", theme_id)
            theme_id = above
        return ("theme", min(seen)) if seen else None

    def of_item(self, item_id: str | None) -> _Key:
        """The theme of an item, or of what it stands under, else the item at the top."""
        seen: set[str] = set()
        item = self._items.get(item_id or "")
        if item is None:
            return _NOWHERE
        while True:
            key = self.of_theme(item.theme_id)
            above = self._items.get(item.place.parent_id or "")
            if key or above is None or above.id in seen:
                return key or ("item", item.id)
            seen.add(item.id)
            item = above
