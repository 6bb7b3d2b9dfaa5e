"""The search that reads a byte-shifted run: every way its bytes may have stood, ranked by words.

A state is a place between two tokens of the damaged text and what is pending there: nothing (the
bytes are in step), or the lead byte that the token before left over. Each step spells the next
character of the original; words of the lexicon price the spelling.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from indicators.cleaning import gbk
from indicators.cleaning.lexicon import LONGEST, UNKNOWN_COST, Lexicon, lexicon, reads
from indicators.cleaning.variants import simplified

BEAM = 24.0  # nats behind the best reading at the same place, after which one is given up
KEPT = 4  # readings kept at each state
VANISHED = 4.0  # nats: a pair in a private-use zone is lost
HIDDEN = 5.0  # nats: a byte is lost in a question mark and no pinyin tells which
LITERAL_MARK = 11.0  # nats: a question mark is what it says
ORPHAN = 24.0  # nats: the rest of a bracket explains nothing
CUT = 4.0  # nats: a full stop was cut in half
INSIDE = 4.0  # nats: an annotation fell between two bytes
STRANGE = 18.0  # nats: kana, symbols: debris more often than text
SEEN = 3.0  # nats: the document has the word elsewhere
RARE = 13.5  # nats: a rarer character is no guess for a lost byte
MARK_COST = 3.0
MARKS = "，。、；：？！“”‘’（）《》—…·,;:!?\"'()%+-./ "


@dataclass(frozen=True, slots=True)
class Token:
    """One character of the damaged text with its bytes, and the bracket that follows it.

    ``reading`` is the pinyin of a bracket after it; a question mark that swallowed the opening
    of a bracket has the pinyin of what is left (``?lián)``). ``end`` is behind the bracket.
    """

    start: int
    end: int
    character: str
    pair: tuple[int, int] | None
    reading: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """One character spelt: which, at what extra price, and the state it leads to."""

    character: str
    price: float
    state: State
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """A place in the tokens; ``pending`` the left-over lead; ``lost`` the first byte of a pair
    that vanished after it."""

    index: int
    pending: int | None = None
    lost: int | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """A reading so far. ``trace`` maps each of its characters to the token it ended with."""

    cost: float
    text: str
    key: str  # simplified: two spellings of one word are one reading
    guessed: bool
    trace: tuple[int, ...]

    def with_word(self, word: Word) -> Path:
        """This reading with one more word."""
        return Path(
            self.cost + word.price,
            self.text + word.text,
            self.key + word.key,
            self.guessed or word.guessed,
            self.trace + word.trace,
        )


@dataclass(frozen=True, slots=True)
class Word:
    """One word spelt from a state: its characters, simplified, its price and where it leads."""

    text: str
    key: str
    price: float
    guessed: bool
    trace: tuple[int, ...]
    state: State


Places = dict[State, list[Path]]


class Search:
    """One damaged stretch: its tokens and the steps between its states.

    ``seen`` holds words that the document uses elsewhere: they are likelier.
    """

    def __init__(self, tokens: tuple[Token, ...], seen: frozenset[str]) -> None:
        self.tokens = tokens
        self.seen = seen
        self.lexicon = lexicon()
        self._steps: dict[State, tuple[Step, ...]] = {}
        self._words: dict[State, tuple[Word, ...]] = {}

    def steps(self, state: State) -> tuple[Step, ...]:
        """The characters that may come next."""
        if state not in self._steps:
            self._steps[state] = tuple(self._next(state))
        return self._steps[state]

    def words(self, state: State) -> tuple[Word, ...]:
        """The words that may come next."""
        if state not in self._words:
            self._words[state] = tuple(self._spell(state))
        return self._words[state]

    def _spell(self, start: State) -> Iterator[Word]:
        unfinished: list[tuple[State, str, str, float, bool, tuple[int, ...]]] = [
            (start, "", "", 0.0, False, ())
        ]
        prefixes = self.lexicon.prefixes
        while unfinished:
            here, text, key, extra, guessed, trace = unfinished.pop()
            for step in self.steps(here):
                longer = key + simplified(step.character) if step.character else key
                open_ended = len(longer) < LONGEST and (not longer or longer in prefixes)
                cost = self._price(longer) if step.character else None
                if cost is None and not open_ended:
                    continue
                written = text + step.character
                price = extra + step.price
                risk = guessed or step.guessed
                track = trace + (step.state.index,) if step.character else trace
                if cost is not None:
                    yield Word(written, longer, price + cost, risk, track, step.state)
                if open_ended:
                    unfinished.append((step.state, written, longer, price, risk, track))

    def _price(self, word: str) -> float | None:
        """The cost of a simplified word, of a lone character or of a mark; None if it is no word."""
        known = self.lexicon.costs.get(word)
        if len(word) > 1:
            return known - SEEN if known is not None and word in self.seen else known
        if known is not None:
            return known
        if word in MARKS or word.isascii():
            return MARK_COST
        return UNKNOWN_COST if "\u4e00" <= word <= "\u9fff" else STRANGE

    def _next(self, state: State) -> Iterator[Step]:
        if state.index >= len(self.tokens):
            return
        token = self.tokens[state.index]
        if state.lost is not None:
            yield from after_loss(token, state)
        elif state.pending is not None:
            yield from shifted(token, state)
        else:
            previous = self.tokens[state.index - 1] if state.index else None
            following = self.tokens[state.index + 1 : state.index + 2]
            yield from in_step(token, state.index, previous, following[0] if following else None)


def in_step(
    token: Token, index: int, previous: Token | None, after: Token | None
) -> Iterator[Step]:
    """What a token may be where the bytes are in step."""
    here = State(index + 1)
    if token.character != "?":
        yield Step(token.character, 0.0, here)
        return
    yield Step("?", LITERAL_MARK + (ORPHAN if token.reading else 0.0), here)
    if token.reading is None and after is not None:
        yield from cut_period(after, index)
    if token.reading is not None and previous is not None and previous.pair is not None:
        for trail, key in gbk.after_lead(previous.pair[1]):
            if reads(key, token.reading):
                yield Step("", INSIDE, State(index + 1, trail))


def cut_period(after: Token, index: int) -> Iterator[Step]:
    """A full stop whose second byte went over to the next character."""
    pair = after.pair or gbk.folded(after.character)
    if pair is not None and pair[0] == 0xA3 and after.reading is None:
        yield Step("。", CUT, State(index + 2, pair[1]))
    yield Step("。", CUT + VANISHED, State(index + 1, 0xA3, 0xA3))


def shifted(token: Token, state: State) -> Iterator[Step]:
    """What a token may be one byte late."""
    lead, index = state.pending or 0, state.index
    if token.character == "?":
        yield from swallowed(token, lead, index)
    elif (lead, ord(token.character[0]) & 0xFF) in gbk.characters() and token.pair is None:
        character = gbk.characters()[lead, ord(token.character)]
        if token.reading is None or reads(character, token.reading):
            yield Step(character, 0.0, State(index + 1))
    pair = token.pair or gbk.folded(token.character)
    if pair is not None and token.character != "?" and (lead, pair[0]) in gbk.characters():
        yield Step(gbk.characters()[lead, pair[0]], 0.0, State(index + 1, pair[1]))
    for trail, character in gbk.after_lead(lead):
        if gbk.vanishing(trail) and usual(character):
            yield Step(character, VANISHED, State(index, lead, trail))


def swallowed(token: Token, lead: int, index: int) -> Iterator[Step]:
    """The trail byte is lost in a question mark; the pinyin left behind tells which it was."""
    for _, character in gbk.after_lead(lead):
        if token.reading is None:
            yield Step(character, HIDDEN, State(index + 1), guessed=True)
        elif reads(character, token.reading):
            yield Step(character, 0.0, State(index + 1))


def after_loss(token: Token, state: State) -> Iterator[Step]:
    """What a token may be behind a vanished pair: its lead is any byte that vanishes there."""
    leads = gbk.vanishing(state.lost or 0)
    if token.character == "?":
        yield from swallowed_after_loss(token, leads, state.index)
        return
    pair = token.pair or gbk.folded(token.character)
    if pair is not None:
        for lead, character in gbk.before_trail(pair[0]):
            if lead in leads and usual(character):
                yield Step(character, 0.0, State(state.index + 1, pair[1]))
    if token.pair is None:
        for lead, character in gbk.before_trail(ord(token.character)):
            if lead not in leads or not usual(character):
                continue
            if token.reading is None or reads(character, token.reading):
                yield Step(character, 0.0, State(state.index + 1))


def swallowed_after_loss(token: Token, leads: frozenset[int], index: int) -> Iterator[Step]:
    """Both bytes are lost: only a reading or a comma is worth a guess."""
    if token.reading is None:
        if 0xA3 in leads:
            yield Step("，", HIDDEN, State(index + 1), guessed=True)
        return
    for character in characters_read(token.reading):
        if gbk.pairs()[character][0] in leads:
            yield Step(character, 0.0, State(index + 1))


@lru_cache(maxsize=None)
def usual(character: str) -> bool:
    """Whether a character is common enough to be guessed where its bytes are lost."""
    return character in MARKS or lexicon().costs.get(simplified(character), UNKNOWN_COST) < RARE


@lru_cache(maxsize=512)
def characters_read(reading: str) -> tuple[str, ...]:
    """The characters that may be read so."""
    return tuple(character for character in gbk.pairs() if reads(character, reading))


def best_readings(search: Search, stop: int) -> list[Path]:
    """The best readings of the tokens up to ``stop``, best first, in step at the end."""
    levels: list[Places] = [{} for _ in range(stop + LONGEST * 2 + 1)]
    levels[0][State(0)] = [Path(0.0, "", "", False, ())]
    for level in levels[:stop]:
        if not level:
            continue
        limit = min(paths[0].cost for paths in level.values()) + BEAM
        # States behind a vanished pair are reached from the others at the same token.
        for lost in (False, True):
            for state in [state for state in level if (state.lost is not None) == lost]:
                reached = [path for path in level[state] if path.cost <= limit]
                for word in search.words(state) if reached else ():
                    for path in reached:
                        keep(levels[word.state.index], word.state, path.with_word(word))
    return levels[stop].get(State(stop), [])


def keep(places: Places, state: State, path: Path) -> None:
    """Keep a reading if it is among the best at its state; of equal readings the cheaper."""
    paths = places.setdefault(state, [])
    if len(paths) == KEPT and path.cost >= paths[-1].cost:
        return
    for position, other in enumerate(paths):
        if other.key == path.key:
            if other.cost <= path.cost:
                return
            del paths[position]
            break
    paths.append(path)
    paths.sort(key=lambda kept: kept.cost)
    del paths[KEPT:]
