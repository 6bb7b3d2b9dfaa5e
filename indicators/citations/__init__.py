"""Writing references: a publication, a text of the library or a view of this dashboard, cited.

Three styles: GB/T 7714-2015 (numbered), APA 7 and BibTeX. What is not known is left out in the
way each style allows (n.d., 出版地不详), never filled in.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from indicators.citations.styles import STYLES, Kind, Record, Style, render
from indicators.series import Observation
from indicators.sources import Source
from indicators.texts import Document

__all__ = ("STYLES", "Style", "cite", "cite_document", "cite_view")

_DATABASE_WORDS = ("数据库", "数据集", "DataHub", "Database", "Development Indicators")
_WEB_WORDS = ("通知", "通报", "公告", "新闻发布会", "记者问")
# Our own words for what has no name: a reference gives them in brackets, or not at all.
_UNNAMED = frozenset({"新闻报道", "Press report"})
_SUPPLIED_TITLE = re.compile(r"(.+?)\s*[（(](?:原稿缺题名|the copy lacks its title)[）)]")


def cite(
    source: Source,
    observation: Observation | None = None,
    style: Style = "gbt7714",
    lang: str = "zh",
    accessed: date | None = None,
    url: str | None = None,
) -> str:
    """Cite the publication an official figure stands in; ``observation`` goes into BibTeX's note.

    ``url`` is printed instead of the address the source itself gives.
    """
    record = record_of_source(source, observation, lang, accessed or date.today())
    return render(replace(record, url=url or source.url), style)


def cite_document(
    document: Document,
    style: Style = "gbt7714",
    lang: str = "zh",
    accessed: date | None = None,
    url: str | None = None,
) -> str:
    """Cite a text of the library; ``url`` is where the visitor read it."""
    return render(record_of_document(document, lang, accessed or date.today(), url), style)


def cite_view(
    title: str,
    project: str,
    style: Style = "gbt7714",
    lang: str = "zh",
    accessed: date | None = None,
    url: str | None = None,
    released: str | None = None,
) -> str:
    """Cite a view of this dashboard; ``released`` is the date of the data (YYYY-MM-DD)."""
    record = Record(
        key="dashboard",
        kind="database",
        authors=(project,),
        corporate=True,
        title=title,
        translation="",
        container="",
        publisher=project,
        published=released,
        accessed=accessed or date.today(),
        url=url,
        doi=None,
        note="",
        lang=lang,
    )
    return render(record, style)


def record_of_source(
    source: Source, observation: Observation | None, lang: str, accessed: date
) -> Record:
    """The reference to a publication, in the language asked for."""
    english = lang == "en"
    title = source.title_en if english else _without_title_marks(source.title_zh)
    publisher = source.publisher_en if english else source.publisher_zh
    named = bool(publisher) and publisher not in _UNNAMED
    return Record(
        key=source.id,
        kind=_kind_of_title(source) if named else "other",
        # Bodies that publish together are listed with 、 in Chinese.
        authors=tuple(publisher.split("、")) if named else (),
        corporate=True,
        title=title if named else f"[{title}]",
        translation="",
        container="",
        publisher=publisher if named else "",
        published=source.published,
        accessed=accessed,
        url=source.url,
        doi=None,
        note=f"{observation.as_of}: {observation.printed}" if observation else "",
        lang=lang,
    )


def record_of_document(document: Document, lang: str, accessed: date, url: str | None) -> Record:
    """The reference to a text; Chinese texts keep their Chinese title, also in English."""
    english_title = document.title_en or "" if lang == "en" else ""
    return Record(
        key=f"text{document.slug.split('_')[0]}",
        # A signed text in a container is an article of a journal, an unsigned one a web page.
        kind="article" if document.doi or (document.authors and document.container) else "web",
        authors=document.authors or ((document.institution,) if document.institution else ()),
        corporate=not document.authors,
        title=_own_title(document.title),
        translation=_SUPPLIED_TITLE.sub(r"\1", english_title),
        container=document.container or "",
        publisher=document.institution or "",
        published=document.published,
        accessed=accessed,
        url=url,
        doi=document.doi,
        note="",
        lang=lang,
    )


def _without_title_marks(title: str) -> str:
    """第41次《…报告》 -> 第41次…报告: GB/T prints titles without 《》, unless they mark a part."""
    return re.sub(r"^((?:第?\d+次|\d{4}年?)?)《([^《》]+)》$", r"\1\2", title)


def _own_title(title: str) -> str:
    """A title that we supplied stands in brackets, without the words that say so."""
    supplied = _SUPPLIED_TITLE.fullmatch(title)
    return f"[{supplied[1]}]" if supplied else title


def _kind_of_title(source: Source) -> Kind:
    if any(word in source.title_zh or word in source.title_en for word in _DATABASE_WORDS):
        return "database"
    return "web" if any(word in source.title_zh for word in _WEB_WORDS) else "report"
