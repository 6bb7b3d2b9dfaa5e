"""The terms under which publishers give their figures away, read from data/licences.toml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from indicators.catalogue import Bilingual, bilingual
from indicators.datafiles import Table, read_toml
from indicators.errors import DataError
from indicators.sources import Source
from indicators.strings import placeholders


@dataclass(frozen=True, slots=True)
class Licence:
    """One licence. ``name`` is what sources write, ``id`` its SPDX or Open Definition id or ""."""

    name: str
    id: str
    title: str
    url: str
    notice: Bilingual  # what a reader who passes the figures on must know, with {publisher}

    def told(self, source: Source) -> Bilingual:
        """The notice about a publication of its publisher."""
        return Bilingual(
            self.notice.zh.format(publisher=source.publisher_zh),
            self.notice.en.format(publisher=source.publisher_en),
        )


@dataclass(frozen=True, slots=True)
class Terms:
    """The licences by the name sources write, and what holds for sources that name none."""

    licences: Mapping[str, Licence]
    facts: Bilingual

    def of(self, sources: Iterable[Source]) -> tuple[Licence, ...]:
        """The licences that these publications name, each once, in the order of the file."""
        named = {source.licence for source in sources}
        return tuple(licence for name, licence in self.licences.items() if name in named)

    def notices(self, sources: Iterable[Source]) -> tuple[Bilingual, ...]:
        """One notice for each publisher and licence, in the order of the sources."""
        told = {
            (licence.name, source.publisher_en): licence.told(source)
            for source in sources
            if (licence := self.licences.get(source.licence or ""))
        }
        return tuple(told.values())

    def conditions(self, sources: Iterable[Source]) -> tuple[Bilingual, ...]:
        """All that holds for figures of these publications: their notices, public facts last."""
        used = list(sources)
        free = any(source.licence not in self.licences for source in used)
        return (*self.notices(used), *([self.facts] if free else []))


NONE = Terms({}, Bilingual("", ""))


def load(path: Path) -> Terms:
    """The licences of the file; DataError names file and line."""
    table = read_toml(path)
    table.only("facts", "licences")
    found: dict[str, Licence] = {}
    for entry in table.tables("licences"):
        licence = _licence(entry)
        if licence.name in found:
            raise entry.fail("name", f"licence {licence.name!r} stands here twice")
        found[licence.name] = licence
    return Terms(found, bilingual(table.table("facts")))


def check(path: Path, terms: Terms, sources: Mapping[str, Source]) -> None:
    """Hold what the sources name against the licences; DataError names the source's file.

    ``path`` is the folder of the sources.
    """
    for source in sources.values():
        if source.licence and source.licence not in terms.licences:
            what = f"licence: {source.licence!r} is not in data/licences.toml"
            raise DataError(path / f"{source.id}.toml", 0, what)


def _licence(table: Table) -> Licence:
    table.only("name", "id", "title", "url", "zh", "en")
    url = table.text("url")
    if not url.startswith("https://"):
        raise table.fail("url", "an https address is required here")
    for lang in ("zh", "en"):
        if placeholders(table.text(lang)) != {"publisher"}:
            raise table.fail(lang, "the notice names the {publisher}, and no other placeholder")
    return Licence(
        name=table.text("name"),
        id=table.optional_text("id") or "",
        title=table.text("title"),
        url=url,
        notice=Bilingual(table.text("zh"), table.text("en")),
    )
