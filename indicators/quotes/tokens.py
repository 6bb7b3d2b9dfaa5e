"""Typed tokens: a stretch of text cut into words of the vocabulary, quantities, dates and the rest.

Every character belongs to a token; what no word covers becomes a ``text`` token, so the grammar
can tell how much it does not understand between a name and a figure.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indicators.quantities import Quantity
from indicators.quotes import dateforms, lexicon
from indicators.quotes.dateforms import Role, When
from indicators.quotes.vocabulary import Vocabulary

_UPPER = re.compile("[A-Z]+")
_BARE_LEVEL = re.compile(f"([{''.join(lexicon.BARE_LEVELS)}])(?:[一二两三四]?级)?")
_LEVELS = re.compile(f"[{''.join(lexicon.BARE_LEVELS)}]{{2,4}}$")
_COUNTED_LEVELS = re.compile(r"[二两三四]级")
_LIST_BEFORE = re.compile(r"(?:[的在、和与及，,：:]|第) ?$")
_LIST_AFTER = re.compile(r" ?(?:[、和与及，,级]|[一二两三四]级)")
# Most of what no word covers: characters that stand for no level, in one piece.
_PLAIN = re.compile(f"(?:(?![{''.join(lexicon.BARE_LEVELS)}])[a-z\u4e00-\u9fff])+")
_PIECE = re.compile(r"[ \t]+|[。！？!?\n]+|\.(?= |$)|\w+|[^\w \t]")


_LISTED = frozenset(("geo", "level", "area", "platform", "date"))
_LONGEST_LIST = 12


class Token(NamedTuple):
    """A typed stretch of text; offsets are those of the clean text.

    A named tuple: there is one for every word, and it takes half the time of a frozen dataclass.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    misnomer: bool = False
    when: When | None = None
    role: Role = "date"
    quantity: Quantity | None = None


def lower(folded: str) -> str:
    """The folded text in lower case, every character in its place."""
    return _UPPER.sub(lambda found: found[0].lower(), folded)


def inside(quantities: Sequence[Quantity], start: int, end: int) -> Sequence[Quantity]:
    """Those of some quantities, sorted by their place, that begin in a stretch of the text."""
    first = bisect_left(quantities, start, key=lambda quantity: quantity.start)
    last = bisect_left(quantities, end, key=lambda quantity: quantity.start)
    return quantities[first:last]


def lex(
    lowered: str, start: int, end: int, quantities: Sequence[Quantity], vocabulary: Vocabulary
) -> list[Token]:
    """The tokens of a stretch of a lower-case text; ``quantities`` are those inside it."""
    fixed = [
        Token("quantity", quantity.start, quantity.end, quantity=quantity)
        for quantity in quantities
        if not _is_word(lowered, quantity, vocabulary)
    ]
    taken = [token.start for token in fixed]
    for date_start, date_end, when, role in dateforms.forms(lowered, start, end):
        if not _is_taken(fixed, taken, date_start, date_end):
            fixed.append(Token("date", date_start, date_end, when=when, role=role))
    fixed.sort(key=lambda token: token.start)
    tokens: list[Token] = []
    position = start
    for token in fixed:
        _add_words(tokens, lowered, position, token.start, vocabulary)
        tokens.append(_without_sum(tokens, token))
        position = token.end
    _add_words(tokens, lowered, position, end, vocabulary)
    return _joined(lowered, tokens)


def _is_taken(figures: Sequence[Token], starts: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the figures, which begin at ``starts``, overlaps a stretch."""
    at = bisect_left(starts, end) - 1
    return at >= 0 and figures[at].end > start


def _joined(lowered: str, tokens: list[Token]) -> list[Token]:
    """The tokens, a particle inside an unknown word read as part of it: 达 in 发达省份."""
    joined: list[Token] = []
    for index, token in enumerate(tokens):
        if token.kind not in ("text", "function") or not joined or joined[-1].kind != "text":
            joined.append(token)
            continue
        before = joined[-1]
        inside = before.end == token.start and index + 1 < len(tokens)
        particle = inside and _is_particle(lowered, token) and _follows(token, tokens[index + 1])
        if particle or (token.kind == "text" and inside):
            joined[-1] = before._replace(end=token.end)
        else:
            joined.append(token)
    return joined


def _is_particle(lowered: str, token: Token) -> bool:
    one_sign = token.end - token.start == 1
    return token.kind == "function" and one_sign and lowered[token.start] != "的"


def _follows(token: Token, following: Token) -> bool:
    return following.kind == "text" and following.start == token.end


def _without_sum(before_it: Sequence[Token], token: Token) -> Token:
    """The token, but 三国 in 美国、日本、印度三国 is no figure of its own."""
    if token.quantity is None or not before_it or token.quantity.value > _LONGEST_LIST:
        return token
    before = before_it[-1]
    if before.kind in _LISTED and before.end == token.start and token.quantity.unit == "count":
        return Token("function", token.start, token.end)
    return token


def _is_word(lowered: str, quantity: Quantity, vocabulary: Vocabulary) -> bool:
    """Whether a quantity is the beginning of a name: 四家微博平台."""
    word = vocabulary.pattern.match(lowered, quantity.start)
    return word is not None and word.end() > quantity.end


def _add_words(
    tokens: list[Token], lowered: str, start: int, end: int, vocabulary: Vocabulary
) -> None:
    """Appends the words of a stretch, and what lies between them."""
    position, words = start, vocabulary.words
    for match in vocabulary.pattern.finditer(lowered, start, end):
        first, last = match.span()
        if first > position:
            tokens.extend(_rest(lowered, position, first))
        word = words[match[0]]
        tokens.append(Token(word.kind, first, last, word.name, word.misnomer))
        position = last
    if end > position:
        tokens.extend(_rest(lowered, position, end))


def _rest(lowered: str, start: int, end: int) -> Iterator[Token]:
    """What no word covers: blanks, ends of sentences, levels of one sign, unknown text."""
    if _PLAIN.fullmatch(lowered, start, end):
        yield Token("text", start, end)
        return
    for piece in _PIECE.finditer(lowered, start, end):
        sign = piece[0][0]
        if sign in " \t":
            yield Token("blank", *piece.span())
        elif sign in "。！？!?\n" or (
            sign == "." and lowered[piece.end() : piece.end() + 1] in " "
        ):
            yield Token("stop", *piece.span())
        elif sign.isalnum():
            yield from _signs(lowered, piece)
        else:
            yield Token("mark", *piece.span())


def _signs(lowered: str, piece: re.Match[str]) -> Iterator[Token]:
    """A piece of letters or Han characters that holds levels of one sign, or is unknown text."""
    level = _BARE_LEVEL.fullmatch(piece[0])
    if level and _in_list(lowered, piece.start(), piece.end()):
        yield Token("level", *piece.span(), lexicon.BARE_LEVELS[level[1]])
    elif _COUNTED_LEVELS.match(lowered, piece.end()) and (run := _LEVELS.search(piece[0])):
        if run.start():
            yield Token("text", piece.start(), piece.start() + run.start())
        yield from _levels(run[0], piece.start() + run.start())
    else:
        yield Token("text", *piece.span())


def _levels(run: str, start: int) -> Iterator[Token]:
    """省市县三级 is a list without marks."""
    for at, sign in enumerate(run, start):
        if at > start:
            yield Token("conjunction", at, at)
        yield Token("level", at, at + 1, lexicon.BARE_LEVELS[sign])


def _in_list(lowered: str, start: int, end: int) -> bool:
    before = _LIST_BEFORE.search(lowered[max(0, start - 2) : start])
    return bool(before or _LIST_AFTER.match(lowered, end)) or lowered[end - 1] == "级"
