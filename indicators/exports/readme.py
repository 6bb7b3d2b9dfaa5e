"""What explains the files that are given out: README, notices of licences, bibliography."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from indicators import citations
from indicators.exports.rows import COLUMNS
from indicators.exports.sheets import Sheet
from indicators.library import Library
from indicators.licences import Licence
from indicators.strings import LANGS, Lang, has, text

# Files that have a line of their own; those of a folder share one.
FOLDERS = ("indicators",)


def readme(library: Library, files: Mapping[str, bytes]) -> bytes:
    """README.txt, in both languages: what this is, which files there are, what columns mean.

    ``files`` are the others by path; README.txt adds itself.
    """
    listed = sorted([*files, "README.txt"])
    parts = [_part(lang, library, listed) for lang in LANGS]
    return ("\n\n".join(parts) + "\n").encode()


def notices(library: Library, tables: Sequence[Sheet]) -> bytes:
    """NOTICES.txt: the licence of each publisher that has one, and which files it is about."""
    parts = [_notice(library, tables, licence) for licence in library.terms.licences.values()]
    facts = library.terms.facts
    return "\n\n".join([*parts, f"{facts.zh}\n{facts.en}\n"]).encode()


def bibliography(library: Library) -> bytes:
    """references.bib: every publication that a figure is cited from, then every text."""
    day = _day(library)
    entries = [
        citations.cite(source, style="bibtex", lang="zh", accessed=day)
        for source in library.sources.values()
    ]
    entries += [
        citations.cite_document(document, style="bibtex", lang="zh", accessed=day)
        for document in library.documents.values()
    ]
    return ("\n\n".join(entries) + "\n").encode()


def _part(lang: Lang, library: Library, listed: list[str]) -> str:
    lines = [
        f"{text(lang, 'app.name')} {library.version}",
        text(lang, "app.description"),
        "",
        text(lang, "package.format"),
        text(lang, "package.cite"),
        "",
        text(lang, "package.files", count=len(listed)),
        *(f"  {name}  {_about(lang, name, library)}" for name in listed),
        "",
        text(lang, "package.columns"),
        *(f"  {name}  {text(lang, f'column.{name}')}" for name in COLUMNS),
    ]
    return "\n".join(lines)


def _about(lang: Lang, name: str, library: Library) -> str:
    """What a file holds: an indicator's by the indicator's name, the rest by their sentence."""
    folder, _, file = name.rpartition("/")
    stem = file.rpartition(".")[0]
    if folder == "indicators" and stem in library.indicators:
        return library.indicators[stem].name[lang]
    key = f"file.{stem}"
    return text(lang, key) if has(lang, key) else text(lang, "file.other")


def _notice(library: Library, tables: Sequence[Sheet], licence: Licence) -> str:
    """Title and address, the notice for each publisher, and the indicators and tables under it."""
    used = [one for one in library.sources.values() if one.licence == licence.name]
    ids = {source.id for source in used}
    under = [
        known.name
        for id, known in library.indicators.items()
        if any(point.source in ids for point in library.observations[id])
    ]
    told = [words[lang] for words in library.terms.notices(used) for lang in LANGS]
    also = [sheet.path for sheet in tables if ids & {one.id for one in sheet.used(library)}]
    names = {
        lang: text(lang, "package.comma").join([*(name[lang] for name in under), *also])
        for lang in LANGS
    }
    about = [text(lang, "package.about", names=names[lang]) for lang in LANGS if under or also]
    return "\n".join([licence.title, licence.url, *told, *about])


def _day(library: Library) -> date:
    """The day the data were released, so that the same data give the same file."""
    return date.fromisoformat(library.released) if len(library.released) == 10 else date.today()
