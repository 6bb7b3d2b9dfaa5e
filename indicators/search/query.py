"""Reading a query: words, "phrases" and figures, in whatever script and state they come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import opencc

from indicators import cleaning, quantities
from indicators.cleaning import variants
from indicators.errors import InputError
from indicators.quantities import Quantity
from indicators.search import analyser, figures, patterns
from indicators.search.analyser import HAN, narrow
from indicators.search.patterns import Pattern, Wanted
from indicators.search.synonyms import Synonyms

LONGEST = 300  # characters
_MOST = 24  # parts of a query
_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ud800-\udfff]"
)
_QUOTED = re.compile(r"[\"“”„「『＂]([^\"“”„」』＂]*)[\"“”」』＂]?")
_BETWEEN = re.compile(r"\s+|[、，；。！？;!?]+|,(?![0-9])|(?<![0-9]),")
# Characters that a scan or a page has set apart: 政 务 微 博.
_APART = re.compile(rf"(?<![{HAN}])[{HAN}](?: [{HAN}]){{2,}}(?![{HAN}])")
# What leads to a figure and is no word to find: 达7.72亿, 近7.8亿.
_LEADING = re.compile("(?:约|近|超|逾|过|达|到|为|突破|不足|接近)+ ?$")
# A Chinese numeral is a figure where it is large or has a scale; 一站式, 三个转变 are words.
_LARGE = 100
_SCALED = re.compile("[0-9０-９]|[万亿]|百分之|点[零〇一二三四五六七八九]|成$")


@dataclass(frozen=True, slots=True)
class Query:
    """A query read: what was typed, what it was repaired to, and the parts that must be found."""

    typed: str
    repaired: str
    parts: tuple[Wanted, ...]


def parse(typed: str, synonyms: Synonyms) -> Query:
    """Read a query. Raises InputError where it is too long or nothing in it can be searched."""
    if len(typed) > LONGEST:
        raise InputError("query_long", count=len(typed), most=LONGEST)
    plain = " ".join(narrow(_CONTROL.sub(" ", typed)).split())
    repaired = _APART.sub(_together, cleaning.clean(plain).text.strip() or plain)
    parts = tuple(dict.fromkeys(_parts(repaired, synonyms)))[:_MOST]
    if not parts:
        raise InputError("query_empty")
    return Query(typed, variants.to_simplified(repaired), parts)


def _together(apart: re.Match[str]) -> str:
    return apart[0].replace(" ", "")


def _parts(text: str, synonyms: Synonyms) -> Iterator[Wanted]:
    # A name is one word whatever stands in it: internet users, 以“.gov.cn”结尾的域名.
    if analyser.normal(text) in synonyms.names and not _QUOTED.fullmatch(text):
        text, name = "", _word(text, synonyms)
        yield from filter(None, (name,))
    position = 0
    for quoted in _QUOTED.finditer(text):
        yield from _loose(text[position : quoted.start()], synonyms)
        if part := _phrase(quoted[1]):
            yield part
        position = quoted.end()
    yield from _loose(text[position:], synonyms)


def _phrase(words: str) -> Wanted | None:
    found = tuple(filter(None, map(patterns.exact, scripts(words))))
    return Wanted(words.strip(), found) if found else None


def _loose(text: str, synonyms: Synonyms) -> Iterator[Wanted]:
    """The figures of a stretch without quotes, and the words around them."""
    position = 0
    for quantity in quantities.find(text):
        if quantity.value >= _LARGE or _SCALED.search(quantity.surface):
            yield from _words(_LEADING.sub("", text[position : quantity.start]), synonyms)
            yield _figure(quantity)
            position = quantity.end
    yield from _words(text[position:], synonyms)


def _figure(quantity: Quantity) -> Wanted:
    """A figure by its value, or as it is written where it is no quantity: 图1, 2.0."""
    written = patterns.exact(quantity.surface) if quantity.unit == "number" else None
    return Wanted(
        quantity.surface, (written,) if written else (), figures=figures.of_query(quantity)
    )


def _words(text: str, synonyms: Synonyms) -> Iterator[Wanted]:
    for word in _BETWEEN.split(text):
        if part := _word(word, synonyms):
            yield part


def _word(word: str, synonyms: Synonyms) -> Wanted | None:
    found: list[Pattern | None] = []
    named: list[str] = []
    for form in scripts(word):
        expansion = synonyms.expand(form)
        named += expansion.indicators
        found += [patterns.exact(form), patterns.near(form)]
        found += [patterns.exact(other, patterns.SYNONYM) for other in expansion.words]
    kept = tuple(dict.fromkeys(filter(None, found)))
    return Wanted(word, kept, indicators=tuple(dict.fromkeys(named))) if kept else None


def scripts(words: str) -> tuple[str, ...]:
    """Words in simplified characters, and as the mainland says them where Taiwan's words differ."""
    simple = variants.to_simplified(words)
    taiwan = _converter("tw2sp").convert(_converter("s2t").convert(simple))
    return tuple(dict.fromkeys((simple, str(_converter("tw2sp").convert(words)), str(taiwan))))


@cache
def _converter(name: str) -> opencc.OpenCC:
    """OpenCC's converter of that name; it is stateless between calls."""
    return opencc.OpenCC(name)
