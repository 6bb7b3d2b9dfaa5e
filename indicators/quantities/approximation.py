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
# The way that begins first is the one meant: 不少于 and not 少于.
_BEFORE = re.compile(
    rf"(?:(?P<under>(?:{_UNDER}) ?了?)|(?P<over>{_OVER})|(?P<about>{_ABOUT})) ?$", re.I
)
# The whole of a share stands between: 超过全国人口总量的50%.
_OF_A_WHOLE = re.compile(
    r"(?:(?P<under>不足|不到|不及|未达|[接将逼]近)|(?P<over>超过?了?|突破了?|逾)|(?P<about>大?约占?))"
    r"[^,，。；;、0-9均]{0,6}(?:人口|网民|居民|用户|总[数量体]|整体|全体)[^,，。；;、0-9]{0,3}的 ?$"
)
_WHOLE_REACH = 18
_AFTER = re.compile(
    r" ?(?:的?(?:人|个|家)?(?:(?P<about>左右|上下|前后)"
    r"|(?P<over>以上|有余|开外|之多|还多|还要多|不止)|(?P<under>以下|以内|不到|弱(?![势项点])))|(?P<more>[多余强])(?![数样元额年]))"
)
_KINDS: dict[str | None, Approximation] = {
    "under": "under", "over": "over", "about": "about", "more": "over", None: "exact",
}  # fmt: skip
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
    told = _BEFORE.search(before) if last in _LAST else None
    if told is None and token.loose:
        return "over"
    if told is None and last == "的" and token.unit == "percent":
        told = _OF_A_WHOLE.search(folded, max(0, token.start - _WHOLE_REACH), token.start)
    told = told or _AFTER.match(folded, token.end)
    return _KINDS[told.lastgroup if told else None]
