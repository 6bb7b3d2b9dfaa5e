"""Quotes made by hand, so that checks are tested apart from the reading of sentences."""

from __future__ import annotations

from dataclasses import replace

from indicators import quantities, sentences
from indicators.checks import Context, Verdict, judge
from indicators.library import Library
from indicators.quotes import Quote


def quote(text: str, surface: str, indicator: str, **fields: object) -> Quote:
    """The quantity written ``surface`` in a text as a quote of an indicator."""
    quantity = next(one for one in quantities.find(text) if one.surface == surface)
    sentence = next(span for span in sentences.split(text) if span[0] <= quantity.start < span[1])
    plain = Quote(
        quantity=quantity,
        sentence=sentence,
        label="",
        misnomer=False,
        indicator=indicator,
        kind="level",
        geo="CN",
        area="total",
        level=None,
        scope=None,
        as_of=None,
        basis="stated",
        inferred=None,
        current="as_of" not in fields and "inferred" not in fields,
        since=None,
        average_of=None,
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def context(text: str, *quotes: Quote, uncertain: tuple[tuple[int, int], ...] = ()) -> Context:
    """The passage of some quotes, in their order."""
    return Context(text, quantities.find(text), quotes, uncertain)


def judged(
    library: Library,
    text: str,
    surface: str,
    indicator: str,
    published: str | None,
    **fields: object,
) -> Verdict:
    """The verdict on the one quote of a text."""
    one = quote(text, surface, indicator, **fields)
    return judge(one, library, published, context(text, one))
