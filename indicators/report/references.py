"""The publications that the verdicts on some texts rest on, as a list of references."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from indicators import citations
from indicators.citations import Style
from indicators.library import Library
from indicators.reading import Reading
from indicators.sources import Source
from indicators.strings import Lang


def sources(readings: Iterable[Reading], library: Library) -> tuple[Source, ...]:
    """Each publication once, the oldest first, undated ones last."""
    used: set[str] = set()
    for reading in readings:
        for finding in reading.findings:
            facts = finding.verdict.reason.facts
            used |= {str(fact) for name, fact in facts.items() if name.endswith("_source")}
            used |= {finding.verdict.reference.source} if finding.verdict.reference else set()
    known = (library.sources[one] for one in used if one in library.sources)
    return tuple(sorted(known, key=lambda one: (one.published or "9999", one.id)))


def references(
    readings: Iterable[Reading], library: Library, style: Style, lang: Lang, accessed: date
) -> str:
    """The list in a style: numbered lines, or BibTeX entries apart by a blank line."""
    written = [
        citations.cite(source, None, style, lang, accessed) for source in sources(readings, library)
    ]
    if style == "bibtex":
        return "".join(f"{entry}\n\n" for entry in written)
    return "".join(f"[{number}] {entry}\n" for number, entry in enumerate(written, start=1))
