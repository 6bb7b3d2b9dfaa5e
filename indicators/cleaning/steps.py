"""What the next character of the original may have been, at each place of a byte-shifted text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from indicators.cleaning import gbk
from indicators.cleaning.lexicon import UNKNOWN_COST, lexicon, reads
from indicators.cleaning.variants import simplified

# Prices in nats of what the mechanism rarely does.
CUT = 4.0  # a full stop was cut in half
INSIDE = 4.0  # an annotation fell between two bytes
VANISHED = 4.0  # a pair in a private-use zone is lost
HIDDEN = 5.0  # a byte is lost in a question mark and no pinyin tells which
LITERAL_MARK = 11.0  # a question mark is what it says
ORPHAN = 24.0  # the rest of a bracket explains nothing
RARE = 13.5  # a character rarer than this is no guess for a lost byte
MARKS = frozenset("，。、；：？！“”‘’（）《》—…·,;:!?\"'()%+-./ ")


class Token(NamedTuple):
    """One character of the damaged text with its bytes, and the bracket that follows it.

    ``reading`` is the pinyin of a bracket after it; a question mark that swallowed the opening
    of a bracket has the pinyin of what is left (``?lián)``). ``end`` is behind the bracket.
    """

    start: int
    end: int
    character: str
    pair: tuple[int, int] | None
    reading: str | None


class State(NamedTuple):
    """A place between two tokens and what is pending there.

    ``pending`` is the lead byte that the token before left over (0: the bytes are in step).
    ``lost`` is the first byte of a pair that vanished behind it (0: none). ``trail`` is the last
    byte of the character before, where a question mark hid it and another follows (0: see there).
    """

    place: int
    pending: int = 0
    lost: int = 0
    trail: int = 0


class Step(NamedTuple):
    """One character (or none) of the original, simplified, at what price, and where it leads."""

    character: str
    price: float
    state: State
    guessed: bool = False


def steps(tokens: tuple[Token, ...], state: State, losses: bool) -> Iterator[Step]:
    """The characters that may come next; pairs may have vanished if ``losses``."""
    index = state.place
    if index >= len(tokens):
        return
    if state.lost:
        yield from after_loss(tokens, state)
    elif state.pending:
        yield from shifted(tokens, state)
        if losses:
            for trail, simple in before_loss(state.pending):
                yield Step(simple, VANISHED, State(index, state.pending, trail))
    else:
        yield from in_step(tokens, state)
        if losses and tokens[index][2:] == ("?", None, None):
            yield Step("。", CUT + VANISHED, State(index + 1, 0xA3, 0xA3))


def in_step(tokens: tuple[Token, ...], state: State) -> Iterator[Step]:
    """What a token may be where the bytes are in step."""
    index = state.place
    token = tokens[index]
    if token.character != "?":
        yield Step(simplified(token.character), 0.0, State(index + 1))
        return
    yield Step("?", LITERAL_MARK + (ORPHAN if token.reading else 0.0), State(index + 1))
    if token.reading is None and index + 1 < len(tokens):
        yield from cut_period(tokens[index + 1], index)
    before = bytes_of(tokens[index - 1]) if index else None
    last = state.trail or (before[1] if before else 0)
    if token.reading is not None:
        for trail, key in gbk.after_lead(last):
            if reads(key, token.reading):
                yield Step("", INSIDE, State(index + 1, trail))


def bytes_of(token: Token) -> tuple[int, int] | None:
    """The bytes of a token, those of the full-width form where it was folded to ASCII."""
    return token.pair or gbk.folded(token.character)


def cut_period(after: Token, index: int) -> Iterator[Step]:
    """A full stop whose second byte went over to the next character."""
    pair = bytes_of(after)
    if pair is not None and pair[0] == 0xA3 and after.reading is None:
        yield Step("。", CUT, State(index + 2, pair[1]))


def shifted(tokens: tuple[Token, ...], state: State) -> Iterator[Step]:
    """What a token may be one byte late."""
    lead, index = state.pending, state.place
    token, table = tokens[index], gbk.characters()
    if token.character == "?":
        yield from swallowed(tokens, lead, index)
    elif token.pair is None and (character := table.get((lead, ord(token.character)))):
        yield from read_so(character, token, index)
    pair = bytes_of(token)
    if pair is not None and token.character != "?" and (lead, pair[0]) in table:
        yield Step(simplified(table[lead, pair[0]]), 0.0, State(index + 1, pair[1]))


def read_so(character: str, token: Token, index: int) -> Iterator[Step]:
    """A character that ends with a token, unless the bracket there reads another."""
    if token.reading is None or reads(character, token.reading):
        yield Step(simplified(character), 0.0, State(index + 1))


@cache
def before_loss(lead: int) -> tuple[tuple[int, str], ...]:
    """The usual characters with this lead whose trail byte may begin a pair that vanishes."""
    return tuple(
        (trail, simplified(character))
        for trail, character in gbk.after_lead(lead)
        if gbk.vanishing(trail) and usual(character)
    )


def swallowed(tokens: tuple[Token, ...], lead: int, index: int) -> Iterator[Step]:
    """The trail byte is lost in a question mark; the pinyin left behind tells which it was."""
    token = tokens[index]
    for trail, character in gbk.after_lead(lead):
        if token.reading is None:
            if usual(character):
                yield Step(simplified(character), HIDDEN, State(index + 1), guessed=True)
        elif reads(character, token.reading):
            yield Step(simplified(character), 0.0, behind(tokens, index, trail))


def behind(tokens: tuple[Token, ...], index: int, trail: int) -> State:
    """The state behind a hidden trail byte, which counts only where another bracket follows."""
    following = tokens[index + 1 : index + 2]
    orphaned = bool(following) and following[0][2] == "?" and following[0].reading is not None
    return State(index + 1, trail=trail if orphaned else 0)


def after_loss(tokens: tuple[Token, ...], state: State) -> Iterator[Step]:
    """What a token may be behind a vanished pair: its lead is any byte that vanishes there."""
    index = state.place
    token = tokens[index]
    if token.character == "?":
        yield from swallowed_after_loss(tokens, state)
        return
    pair = bytes_of(token)
    if pair is not None:
        for simple, _ in behind_loss(state.lost, pair[0]):
            yield Step(simple, 0.0, State(index + 1, pair[1]))
    if token.pair is None:
        for _, character in behind_loss(state.lost, ord(token.character)):
            yield from read_so(character, token, index)


@lru_cache(maxsize=8192)
def behind_loss(lost: int, trail: int) -> tuple[tuple[str, str], ...]:
    """The usual characters with this trail and a lead that vanishes behind ``lost``, each first
    simplified, then as it was written."""
    leads = gbk.vanishing(lost)
    return tuple(
        (simplified(character), character)
        for lead, character in gbk.before_trail(trail)
        if lead in leads and usual(character)
    )


def swallowed_after_loss(tokens: tuple[Token, ...], state: State) -> Iterator[Step]:
    """Both bytes are lost: the pinyin tells the character, else a word may (``ending``)."""
    token, leads, after = tokens[state.place], gbk.vanishing(state.lost), State(state.place + 1)
    if token.reading is None:
        if 0xA3 in leads:
            yield Step("，", HIDDEN, after, guessed=True)
        return
    for character in characters_read(token.reading):
        lead, trail = gbk.pairs()[character]
        if lead in leads:
            yield Step(simplified(character), 0.0, behind(tokens, state.place, trail))


def ending(tokens: tuple[Token, ...], state: State, stem: str) -> Iterator[Step]:
    """Where both bytes of a character are lost: those that would carry on a word."""
    if not stem or not state.lost or tokens[state.place][2:] != ("?", None, None):
        return
    leads = gbk.vanishing(state.lost)
    for character in lexicon().continuations.get(stem, ""):
        if gbk.pairs().get(character, (0, 0))[0] in leads:
            yield Step(character, 2 * HIDDEN, State(state.place + 1), guessed=True)


@cache
def usual(character: str) -> bool:
    """Whether a character is common enough to be guessed where its bytes are lost."""
    return character in MARKS or lexicon().costs.get(simplified(character), UNKNOWN_COST) < RARE


@lru_cache(maxsize=512)
def characters_read(reading: str) -> tuple[str, ...]:
    """The characters that may be read so."""
    return tuple(character for character in gbk.pairs() if reads(character, reading))
