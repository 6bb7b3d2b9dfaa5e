"""Other names of what a query names, from the catalogue: 上网普及率 is 互联网普及率."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from indicators.catalogue import Indicator
from indicators.search import analyser

_SHORTEST_INSIDE = 4  # characters of a name that is looked for inside a longer word
_MOST = 24


@dataclass(frozen=True, slots=True)
class Expansion:
    """Other words for a word, and the indicators it names as a whole."""

    words: tuple[str, ...]
    indicators: tuple[str, ...]


class Synonyms:
    """The names of the indicators, normalised, each with the indicators it names."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        self._names: dict[str, dict[str, str]] = {}  # as written, by its searchable characters
        self._named: dict[str, tuple[str, ...]] = {}
        for indicator in indicators:
            names = {analyser.normal(name): name for name in written(indicator)}
            self._names[indicator.id] = names
            for name in names:
                self._named[name] = (*self._named.get(name, ()), indicator.id)
        self._inside = sorted(
            (n for n in self._named if len(n) >= _SHORTEST_INSIDE), key=len, reverse=True
        )

    @property
    def names(self) -> Mapping[str, Sequence[str]]:
        """The indicators that each normalised name stands for."""
        return self._named

    def expand(self, word: str) -> Expansion:
        """The other names of a word; of the longest name inside it, where it is longer."""
        key = analyser.normal(word)
        if key in self._named:
            return Expansion(self._others(key, key, "", ""), self._named[key])
        for name in self._inside:
            before, found, after = key.partition(name)
            if found:
                return Expansion(self._others(name, key, before, after), ())
        return Expansion((), ())

    def _others(self, name: str, key: str, before: str, after: str) -> tuple[str, ...]:
        others = {k: v for id in self._named[name] for k, v in self._names[id].items() if k != name}
        # A phrase finds whatever contains it, so a longer name adds nothing to a shorter one.
        kept: dict[str, str] = {key: key}
        for other in sorted(others, key=len):
            word = f"{before}{other}{after}"
            if not any(shorter in word for shorter in kept):
                kept[word] = f"{before}{others[other]}{after}"
        return tuple(kept.values())[1 : _MOST + 1]


def written(indicator: Indicator) -> tuple[str, ...]:
    """Every name of an indicator as written: its own, its labels, its wrong names."""
    own = (indicator.name.zh, indicator.short.zh, indicator.name.en, indicator.short.en)
    return (*own, *indicator.wording.labels, *indicator.wording.misnomers)
