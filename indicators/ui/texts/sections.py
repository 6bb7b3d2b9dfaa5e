"""How the texts are built: their sections as an icicle and as a table, each a way into a text."""

from __future__ import annotations

from functools import cache, partial

from indicators import outline
from indicators.figures.icicle import Band, Block, draw_icicle
from indicators.outline import Outline
from indicators.reading import Reading
from indicators.strings import Lang, text
from indicators.ui import load, state
from indicators.ui.markup import Cell, table
from indicators.ui.texts import charts
from indicators.ui.texts.charts import Section


def draw(lang: Lang, above: str) -> str:
    """Draw the section of the page; nothing where no text numbers anything."""
    section = _section(load.root(), lang)
    return (
        charts.draw(section, draw_icicle, lang, partial(_address, lang=lang), above)
        if section
        else above
    )


@cache
def _section(root: str, lang: Lang) -> Section | None:  # noqa: ARG001 - the cache's key
    found = {slug: outline.find(read.clean.text) for slug, read in load.readings().items()}
    if not any(one.headings for one in found.values()):
        return None
    bands = [band(slug, load.readings()[slug], one, lang) for slug, one in found.items()]
    alt = text(lang, "sections.alt", texts=len(bands))
    return Section("sections", answer(lang, found), bands, alt, table_html(lang, bands))


def answer(lang: Lang, found: dict[str, Outline]) -> str:
    """How many of the texts number their sections, and how many sections there are."""
    numbered = [one for one in found.values() if one.headings]
    sections = sum(len(one.headings) for one in numbered)
    none = len(found) - len(numbered)
    said = text(lang, "sections.lead", texts=len(numbered), sections=sections)
    return said + (text(lang, "sections.none", texts=none) if none else "")


def band(slug: str, reading: Reading, found: Outline, lang: Lang) -> Band:
    """A text with its sections; their lengths leave out blanks."""
    written = reading.clean.text
    whole = Block(charts.name(slug, lang), 0, 0, length(written, 0, len(written)), 1)
    blocks = [
        Block(
            one.heading.title,
            one.heading.level,
            length(written, 0, one.start),
            length(written, one.start, one.end),
            reading.sentence_at(one.start),
        )
        for one in outline.sections(found, len(written))
    ]
    size = text(lang, "page.texts.length", count=f"{whole.size:,}")
    said = size if blocks else text(lang, "sections.unnumbered")
    return Band(slug, f"{whole.title} · {said}", (whole, *blocks))


def length(written: str, start: int, end: int) -> int:
    """The characters of a stretch, blanks left out."""
    return len("".join(written[start:end].split()))


def table_html(lang: Lang, bands: list[Band]) -> str:
    """Every section with its length and its share of the text, each a link."""
    columns = [text(lang, f"sections.{key}") for key in ("text", "section", "length", "share")]
    rows = [_row(lang, band, block) for band in bands for block in band.blocks]
    return table(text(lang, "sections.title"), columns, rows)


def _row(lang: Lang, band: Band, block: Block) -> list[Cell]:
    whole = band.blocks[0]
    title = block.title if block.level else text(lang, "sections.whole")
    words = "zh-CN" if block.level else ""
    return [
        Cell(charts.who(band.slug, lang)),
        Cell(title, lang=words, href=_address(band.slug, str(block.sentence), lang), wide=True),
        Cell(f"{block.size:,}", number=True),
        Cell(f"{block.size / max(whole.size, 1):.0%}", number=True),
    ]


def _address(slug: str, number: str, lang: Lang) -> str:
    return state.href("texts", lang, doc=slug, s=number)
