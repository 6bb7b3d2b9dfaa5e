"""The whole pipeline in one call: raw text in, repaired text and judged quotes out."""

from __future__ import annotations

import gc
import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from indicators import checks, cleaning, documents, periods, quantities, quotes, sentences
from indicators.checks import Context, Contradiction, Inconsistency, Verdict
from indicators.cleaning import CleanText
from indicators.library import Library
from indicators.quotes import Quote

# Where a text tells its own date: near its beginning, or in its last lines.
_HEAD, _TAIL = 2000, 600
_DAY = (
    r"(?P<year>(?:19|20)[0-9]{2})\s*(?:年|[-./])\s*(?P<month>0?[1-9]|1[0-2])"
    r"(?:\s*月|(?:[-./]\s*[0-9]{1,2})|(?![0-9]))"
)
_LABELLED = re.compile(
    r"(?:发布|发表|刊发|出版|更新)?(?:时间|日期|于)\s*[:：]?\s*"
    + _DAY
    + r"|(?:published|posted|date)\s*:?\s*"
    + _DAY.replace("?P<year>", "?P<year2>").replace("?P<month>", "?P<month2>"),
    re.IGNORECASE,
)
_HALVES = re.compile("[\ud800-\udfff]")
_ALONE = re.compile(r"^[\s　(（]*" + _DAY + r"(?:\s*[0-9]{1,2}\s*日)?[\s　)）]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Finding:
    """One quoted figure, where it stands and how it was judged.

    ``claim`` is the stable id that URLs use: the first 8 hex digits of sha256 over the text's
    hash, start, end and indicator (and level, as one 100% may be told of several levels).
    ``start``/``end`` are raw offsets, ``surface`` the raw characters there. ``certain`` is False
    where the figure touches an uncertain repair.
    """

    claim: str
    start: int
    end: int
    surface: str
    sentence: str  # clean
    quote: Quote
    verdict: Verdict
    certain: bool
    inconsistent: Inconsistency | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text holds."""

    clean: CleanText
    sentences: tuple[tuple[int, int], ...]  # spans in clean.text
    published: str | None
    findings: tuple[Finding, ...]

    def sentence_at(self, offset: int) -> int:
        """The number from 1 of the sentence that holds ``offset`` of the repaired text.

        Between two sentences it is the earlier one, before the first the first; 0 where the text
        has no sentence.
        """
        begun = bisect_right(self.sentences, offset, key=lambda span: span[0])
        return max(begun, min(1, len(self.sentences)))


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection meanwhile.

    A reading makes no cycles; the collector would only go again and again through all that a long
    text has given so far.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def warm_up(library: Library) -> None:
    """Build what every reading needs, once, and keep it out of garbage collection from then on.

    It lives as long as its process, and going through it again and again takes a tenth of the time
    of reading short texts.
    """
    read("截至2017年12月，我国网民规模达7.72亿。", library)
    gc.collect()
    gc.freeze()


@_uncollected()
def read(raw: str, library: Library, published: str | None = None) -> Reading:
    """Read a text: repair it, find its quotes of catalogue indicators, judge each one.

    ``published`` is the text's month (YYYY-MM) where known; it anchors 去年底 and 目前. Takes any
    text whatever, also an empty one, in time linear in its length.
    """
    return _read(_repaired(raw), library, published)


@_uncollected()
def read_dated(raw: str, library: Library, published: str | None = None) -> Reading:
    """``read``; a month that is not given is the one the repaired text tells of itself, if any."""
    clean = _repaired(raw)
    return _read(clean, library, published or guess_published(clean.text))


def _repaired(raw: str) -> CleanText:
    # Half a surrogate pair is no character, and no library can encode it.
    return cleaning.clean(_HALVES.sub("\ufffd", raw))


def _read(clean: CleanText, library: Library, published: str | None) -> Reading:
    spans = sentences.split(clean.text)
    found = quantities.find(clean.text)
    quoted = quotes.find(clean.text, found, spans, library, published)
    context = Context(clean.text, found, quoted, _clean_spans(clean))
    return Reading(clean, spans, published, _findings(clean, context, library, published))


def read_file(name: str, data: bytes, library: Library, published: str | None = None) -> Reading:
    """``read_dated`` for a file of any format in documents.READABLE.

    Raises InputError for a file that holds no text.
    """
    return read_dated(documents.text_of(name, data), library, published)


def guess_published(text: str) -> str | None:
    """The month a text says it came out in (发布时间：2018-03-05, a date alone on a line), or None.

    A guess: the caller decides whether to use it.
    """
    for part in (text[:_HEAD], text[max(_HEAD, len(text) - _TAIL) :]):
        found = _LABELLED.search(part) or _ALONE.search(part)
        if found:
            groups = found.groupdict()
            year = groups["year"] or groups.get("year2") or ""
            month = groups["month"] or groups.get("month2") or ""
            return periods.month(int(year), int(month))
    return None


def _findings(
    clean: CleanText, context: Context, library: Library, published: str | None
) -> tuple[Finding, ...]:
    places = [clean.raw_span(q.quantity.start, q.quantity.end) for q in context.quotes]
    claims = _claims(clean.raw, context.quotes, places)
    contradicted = _contradicted(checks.contradictions(context, library), claims)
    # One string for each sentence, however many figures it holds.
    told = {span: context.text[slice(*span)] for span in {q.sentence for q in context.quotes}}
    return tuple(
        Finding(
            claim=claims[at],
            start=start,
            end=end,
            surface=clean.raw[start:end],
            sentence=told[quote.sentence],
            quote=quote,
            verdict=checks.judge(quote, library, published, context),
            certain=context.certain(quote.quantity),
            inconsistent=contradicted.get(at),
        )
        for at, (quote, (start, end)) in enumerate(zip(context.quotes, places, strict=True))
    )


def _claims(
    raw: str, quoted: Sequence[Quote], places: Sequence[tuple[int, int]]
) -> tuple[str, ...]:
    text_hash = _digest(raw)
    return tuple(
        _digest(":".join((text_hash, str(start), str(end), _subject(quote))))[:8]
        for quote, (start, end) in zip(quoted, places, strict=True)
    )


def _subject(quote: Quote) -> str:
    return f"{quote.indicator}/{quote.level}" if quote.level else quote.indicator


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _contradicted(
    found: Sequence[Contradiction], claims: Sequence[str]
) -> Mapping[int, Inconsistency]:
    """Each figure that takes part in a contradiction, with the others in it.

    A figure that does not follow from others is told its own arithmetic first.
    """
    marked: dict[int, Inconsistency] = {}
    for one in found:
        marked[one.stated] = _inconsistency(one, one.inputs, claims)
    for one in found:
        for part in one.inputs:
            others = (one.stated, *(other for other in one.inputs if other != part))
            marked.setdefault(part, _inconsistency(one, others, claims))
    return marked


def _inconsistency(
    one: Contradiction, others: Sequence[int], claims: Sequence[str]
) -> Inconsistency:
    return Inconsistency(tuple(claims[other] for other in others), one.recomputed, one.reason)


def _clean_spans(clean: CleanText) -> tuple[tuple[int, int], ...]:
    """The uncertain places as spans of the repaired text; empty where nothing of them is left."""
    return tuple(
        (bisect_right(clean.ends, start), bisect_left(clean.starts, end))
        for start, end in clean.uncertain
    )
