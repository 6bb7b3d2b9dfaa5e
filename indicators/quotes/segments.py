"""The parts of a list: the stretch before its figures, cut at the conjunctions."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.quotes import words
from indicators.quotes.dates import Moment
from indicators.quotes.dates import resolve as resolve_date
from indicators.quotes.tokens import Token
from indicators.quotes.walk import Member, Walk

MENTIONS = frozenset(("label", "topic", "measure", "area", "level", "geo", "holder", "platform"))
_BOUNDS = frozenset(("comma", "stop", "open", "close", "quantity"))
# How far back a list of subjects may stand from its figures, in tokens.
_REACH = 80
# Only a list so long is looked for in the sentence before.
_LONG_LIST = 3


def find(tokens: Sequence[Token], index: int, count: int, near: bool = False) -> list[range] | None:
    """The stretch before ``index`` that conjunctions cut into so many parts, all with a mention.

    ``near``: only in the clause of ``index`` itself.
    """
    end, stops = index, 0
    limit = max(0, index - _REACH)
    while end > limit:
        start = end
        while start > limit and tokens[start - 1].kind not in _BOUNDS:
            start -= 1
        segments = _split(tokens, start, end)
        if len(segments) == count and _is_list(tokens, segments, stops > 0):
            return segments
        if near or start == 0 or tokens[start - 1].kind == "quantity":
            return None
        if tokens[start - 1].kind == "stop":
            stops += 1
            if stops > 1 or count < _LONG_LIST:
                return None
        end = start - 1
    return None


def _split(tokens: Sequence[Token], start: int, end: int) -> list[range]:
    cuts = [i for i in range(start, end) if tokens[i].kind == "conjunction"]
    edges = [start, *(cut + 1 for cut in cuts)]
    return [range(a, b) for a, b in zip(edges, [*cuts, end], strict=True)]


def _is_list(tokens: Sequence[Token], segments: list[range], dates_only: bool) -> bool:
    """Whether the parts tell the figures apart: by dates, or by words of the grammar."""
    kinds = [kinds_of(tokens, segment) for segment in segments]
    if all("date" in kind for kind in kinds) or dates_only:
        return all("date" in kind for kind in kinds)
    known = [kind for kind in kinds if kind & (MENTIONS | {"other"})]
    return bool(known) and all(kind & (MENTIONS | {"text", "other"}) for kind in kinds)


def kinds_of(tokens: Sequence[Token], segment: range) -> set[str]:
    return {tokens[i].kind for i in segment}


def members(walk: Walk, parts: Sequence[range]) -> list[Member | None]:
    """What the parts of a list describe; where each has a date, each is of its own."""
    dated = all("date" in kinds_of(walk.tokens, part) for part in parts)
    return [member(walk, part, dated) for part in parts]


def member(walk: Walk, segment: range, dated: bool = False) -> Member | None:
    """What a part of a list describes: the frame of the whole with the part's own words."""
    tokens = walk.tokens
    kinds = kinds_of(tokens, segment)
    if not kinds & MENTIONS and "date" not in kinds:
        return None
    moment: Moment | None = None
    frame = walk.frame._replace(area_state="old")
    if kinds & {"label", "topic"}:
        frame = frame._replace(area="total", share=False, whole=None)
    probe = walk.beside(frame)
    for i in segment:
        token = tokens[i]
        if token.kind == "date" and token.when is not None and token.role == "date":
            moment = resolve_date(token.when, walk.told, walk.published, walk.library)
        elif token.kind in MENTIONS or token.kind in ("other", "text", "share"):
            words.read(probe, i)
    own_date = moment if dated or not kinds & MENTIONS else None
    return Member((probe.frame,), own_date)
