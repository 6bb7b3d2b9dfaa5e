"""The search through every way a stretch of shifted bytes may have stood, ranked by words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from indicators.cleaning.lexicon import UNKNOWN_COST, lexicon
from indicators.cleaning.steps import MARKS, State, Step, Token, ending, steps

BEAM = 14.0  # nats behind the best reading at the same place, after which one is given up
KEPT = 4  # readings kept at each state
STRANGE = 18.0  # nats: kana, symbols: debris more often than text
LONE = 3.0
SEEN = 3.0  # nats: the document has the word elsewhere
MARK_COST = 4.0
LETTER_COST = 2.0
STOP_COST = 3.0
STOPS = frozenset("，。,")  # the likeliest marks
SELDOM = frozenset("—·…")  # marks that seldom stand alone


class Word(NamedTuple):
    """One word spelt from a state. ``trace``: behind which token each of its characters ended."""

    text: str
    price: float
    guessed: bool
    trace: tuple[int, ...]
    state: State


class Path(NamedTuple):
    """A reading so far, simplified: two spellings of one word are one reading."""

    cost: float
    text: str
    guessed: bool
    trace: tuple[int, ...]
    strain: float  # nats a character of the least likely word that was spelt from shifted bytes


Places = dict[State, list[Path]]


class Budget:
    """How much searching a text may cost: in proportion to its length, so that time is linear."""

    def __init__(self, allowance: int) -> None:
        self.left = allowance

    def spend(self) -> bool:
        """Take one step; False when nothing is left."""
        self.left -= 1
        return self.left >= 0


class Search:
    """One damaged stretch: the words that may be spelt at each of its states.

    ``seen`` holds words that the document uses elsewhere: they are likelier. ``losses`` says
    whether pairs may have vanished. When ``budget`` is spent, no more words are found.
    """

    def __init__(
        self, tokens: tuple[Token, ...], seen: frozenset[str], losses: bool, budget: Budget
    ) -> None:
        self.tokens = tokens
        self.budget = budget
        self.losses = losses
        self.seen = seen
        self._costs = lexicon().costs
        self._prefixes = lexicon().prefixes
        self._steps: dict[State, tuple[Step, ...]] = {}
        self._words: dict[State, tuple[Word, ...]] = {}

    def words(self, state: State) -> tuple[Word, ...]:
        """The words that may come next; of the single characters leading on, the likeliest."""
        if state not in self._words:
            self._words[state] = tuple(self._likeliest(state))
        return self._words[state]

    def _likeliest(self, start: State) -> Iterator[Word]:
        singles: dict[State, list[Word]] = {}
        for word in self._spell(start):
            if len(word.text) > 1:
                yield word
            else:
                singles.setdefault(word.state, []).append(word)
        for words in singles.values():
            yield from sorted(words, key=lambda word: word.price)[:KEPT]

    def _spell(self, start: State) -> Iterator[Word]:
        unfinished = [Word("", 0.0, False, (), start)]
        costs, prefixes = self._costs, self._prefixes
        while unfinished and self.budget.spend():
            stem = unfinished.pop()
            for step in self._next(stem.state, stem.text):
                text = stem.text + step.character
                open_ended = text in prefixes
                if len(text) > 1 and not open_ended and text not in costs:
                    continue
                price, guessed = stem.price + step.price, stem.guessed or step.guessed
                trace = (*stem.trace, step.state.place) if step.character else stem.trace
                cost = self._cost(text) if step.character else None
                if cost is not None:
                    yield Word(text, price + cost, guessed, trace, step.state)
                if open_ended:
                    unfinished.append(Word(text, price, guessed, trace, step.state))

    def _next(self, state: State, stem: str) -> Iterable[Step]:
        if state not in self._steps:
            self._steps[state] = tuple(steps(self.tokens, state, self.losses))
        return chain(self._steps[state], ending(self.tokens, state, stem))

    def _cost(self, word: str) -> float | None:
        """The cost of a word, of a lone character or of a mark; None if it is no word."""
        known = self._costs.get(word)
        if len(word) > 1:
            return known - SEEN if known is not None and word in self.seen else known
        if known is not None:
            return known
        if word in STOPS:
            return STOP_COST
        if word.isascii() and word.isalnum():
            return LETTER_COST
        if word in MARKS or word.isascii():
            return MARK_COST + (LONE if word in SELDOM else 0.0)
        return UNKNOWN_COST if "\u4e00" <= word <= "\u9fff" else STRANGE


def best_readings(search: Search) -> list[Path]:
    """The best readings of all the tokens, best first; the bytes are in step at their end."""
    stop = len(search.tokens)
    levels: list[Places] = [{} for _ in range(stop + 1)]
    levels[0][State(0)] = [Path(0.0, "", False, (), 0.0)]
    for level in levels[:stop]:
        if not level:
            continue
        limit = min(paths[0].cost for paths in level.values()) + BEAM
        # States behind a vanished pair are reached from the others at the same token.
        for lost in (False, True):
            for state in [state for state in level if bool(state.lost) == lost]:
                extend(search, levels, state, [p for p in level[state] if p.cost <= limit])
    return levels[stop].get(State(stop), [])


def extend(search: Search, levels: list[Places], state: State, paths: list[Path]) -> None:
    """Extend the readings at a state by every word that may come next."""
    if not paths:
        return
    for word in search.words(state):
        strain = strain_of(word) if is_shifted(state, word) else 0.0
        places = levels[word.state.place].setdefault(word.state, [])
        for path in paths:
            cost = path.cost + word.price
            if len(places) == KEPT and cost >= places[-1].cost:
                break
            text, guessed = path.text + word.text, path.guessed or word.guessed
            trace = path.trace + word.trace
            keep(places, Path(cost, text, guessed, trace, max(path.strain, strain)))


def strain_of(word: Word) -> float:
    """How unlikely a word is, in nats a character; a lone character proves little."""
    if word.text in MARKS:
        return 0.0
    return word.price / len(word.text) + (LONE if len(word.text) == 1 else 0.0)


def is_shifted(start: State, word: Word) -> bool:
    """Whether a word was spelt from bytes out of step."""
    plain = word.state.place - start.place == len(word.text)
    return bool(start.pending) or bool(word.state.pending) or not plain


def keep(places: list[Path], path: Path) -> None:
    """Keep a reading if it is among the best at its state; of equal readings the cheaper."""
    for position, other in enumerate(places):
        if other.text == path.text:
            if other.cost <= path.cost:
                return
            del places[position]
            break
    places.append(path)
    places.sort(key=lambda kept: kept.cost)
    del places[KEPT:]
