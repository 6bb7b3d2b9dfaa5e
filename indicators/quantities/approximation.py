"""How exactly a number is meant: the words around it that loosen it."""

from __future__ import annotations

import re

from indicators.quantities.lexing import Token
from indicators.quantities.quantity import Approximation, Quantity

_WINDOW = 8
_UNDER = (
    "不超过|不高于|不多于|至多|最多|不足|不到|不及|未达|低于|少于|略低于|[接将逼]近"
    "|(?<![最附就远靠亲])近|nearly|almost|under|below|less than"
)
_OVER = (
    "不低于|不少于|不下|超过?了?|突破了?|过了?|逾|高于|多于|大于|至少|起码"
    "|over|above|exceed(?:ed|s|ing)?|more than|at least"
)
_ABOUT = (
    "大?约[为有占是]?|大概[为有是]?|大致[为在]?|估计[为有]?|差不多"
    "|about|around|roughly|some|approximately"
)
_BEFORE: tuple[tuple[Approximation, re.Pattern[str]], ...] = (
    ("under", re.compile(rf"(?:{_UNDER}) ?了? ?$", re.I)),
    ("over", re.compile(rf"(?:{_OVER}) ?$", re.I)),
    ("about", re.compile(rf"(?:{_ABOUT}) ?$", re.I)),
)
_AFTER: tuple[tuple[Approximation, re.Pattern[str]], ...] = (
    ("about", re.compile(r" ?(?:人|个|家)?(?:左右|上下|前后)")),
    ("over", re.compile(r" ?(?:的?(?:人|个|家)?(?:以上|有余|开外|之多)|[多余强](?![数样元额年]))")),
    ("under", re.compile(r" ?(?:人|个|家)?(?:以下|以内|不到|弱(?![势项点]))")),
)
# What the words before a number end with; behind anything else none of them need be looked for.
_LAST = frozenset(_UNDER + _OVER + _ABOUT + "了")
_INSIDE = re.compile(r"翻了?(?P<word>[近约超])")
_WORDS: dict[str, Approximation] = {"近": "under", "约": "about", "超": "over"}


def quantity(text: str, folded: str, token: Token) -> Quantity:
    """The quantity a token stands for."""
    return Quantity(
        start=token.start,
        end=token.end,
        surface=text[token.start : token.end],
        value=token.value,
        high=token.high,
        step=token.step,
        unit=token.unit,
        classifier=token.classifier,
        approx=_approximation(folded, token),
    )


def _approximation(folded: str, token: Token) -> Approximation:
    if token.high is not None:
        return "range"
    inside = _INSIDE.match(folded, token.start)
    if inside:
        return _WORDS[inside["word"]]
    before = folded[max(0, token.start - _WINDOW) : token.start]
    last = before.rstrip(" ")[-1:].lower()
    for approx, pattern in _BEFORE if last in _LAST else ():
        if pattern.search(before):
            return approx
    if token.loose:
        return "over"
    for approx, pattern in _AFTER:
        if pattern.match(folded, token.end):
            return approx
    return "exact"
